//! Traces written by hand, so that pictures are tested without the machine.

use crate::machine::ids::{ProcessId, ThreadId};
use crate::machine::options::{Options, Preemption};
use crate::trace::*;
use std::sync::Arc;

/// Writes a trace step by step: each step says what it changes in the view.
pub struct Sample {
    pub trace: Trace,
    view: View,
}

impl Sample {
    /// A run of one process whose main thread stands at the first instruction.
    pub fn new(codes: Vec<CodeInfo>) -> Self {
        let options = Options {
            preemption: Preemption::Bytecode,
            ..Options::default()
        };
        let trace = Trace {
            version: TRACE_VERSION,
            options,
            schedule: String::new(),
            processes: vec![ProcessInfo {
                name: "MainProcess".into(),
                pid: 100,
                parent: None,
            }],
            threads: Vec::new(),
            syncs: Vec::new(),
            shared: Vec::new(),
            codes,
            steps: Vec::new(),
            outcome: Outcome::Finished { exit_code: 0 },
        };
        let mut sample = Sample {
            trace,
            view: View::default(),
        };
        sample.view.processes.push(Arc::new(ProcessView {
            globals: Vec::new(),
            gil: Some(ThreadId(0)),
            exit_code: None,
            shared: Vec::new(),
        }));
        sample.thread("MainThread", "main", 0);
        sample
    }

    /// A new thread, ready at the start of that code.
    pub fn thread(&mut self, name: &str, label: &str, code: u32) {
        self.trace.threads.push(ThreadInfo {
            process: ProcessId(0),
            name: name.into(),
            label: label.into(),
            daemon: false,
            started_by: None,
        });
        let frame = FrameView {
            place: place(code, 0),
            locals: Vec::new(),
            stack: Vec::new(),
        };
        self.view.threads.push(Arc::new(ThreadView {
            status: Status::Ready,
            frames: vec![frame],
            hidden: 0,
        }));
    }

    /// A lock that nobody holds.
    pub fn lock(&mut self, label: &str) {
        self.trace.syncs.push(SyncInfo {
            kind: "Lock".into(),
            label: label.into(),
            process: Some(ProcessId(0)),
        });
        self.view.syncs.push(Arc::new(SyncView {
            owners: Vec::new(),
            waiters: Vec::new(),
            items: Vec::new(),
        }));
    }

    pub fn status(&mut self, thread: u32, status: Status) {
        Arc::make_mut(&mut self.view.threads[thread as usize]).status = status;
    }

    pub fn sync(&mut self, change: impl FnOnce(&mut SyncView)) {
        change(Arc::make_mut(&mut self.view.syncs[0]));
    }

    pub fn global(&mut self, name: &str, value: &str) {
        let globals = &mut Arc::make_mut(&mut self.view.processes[0]).globals;
        let variable = Variable {
            name: name.into(),
            value: value.into(),
        };
        match globals.iter_mut().find(|known| known.name == name) {
            Some(known) => *known = variable,
            None => globals.push(variable),
        }
    }

    pub fn stack(&mut self, thread: u32, values: &[(&str, Option<&str>)]) {
        if let Some(frame) = Arc::make_mut(&mut self.view.threads[thread as usize])
            .frames
            .last_mut()
        {
            frame.stack = values
                .iter()
                .map(|(value, stale)| StackValue {
                    value: (*value).into(),
                    stale: stale.map(str::to_owned),
                })
                .collect();
        }
    }

    /// Executes the thread's next instruction; what `self` was told since the last step happens in it.
    pub fn step(&mut self, thread: u32, events: Vec<Event>) {
        let before = self
            .trace
            .steps
            .iter()
            .fold(View::default(), |mut view, step| {
                step.changes.iter().for_each(|change| view.apply(change));
                view
            });
        let info = Arc::make_mut(&mut self.view.threads[thread as usize]);
        let place = info.frames[0].place;
        info.frames[0].place.instruction += 1;
        if matches!(info.status, Status::Finished) {
            info.frames.clear();
        }
        Arc::make_mut(&mut self.view.processes[0]).gil = Some(ThreadId(thread));
        let changes = before.changes_to(&self.view);
        let start_ns = self.trace.steps.len() as u64 * 50;
        self.trace.steps.push(Step {
            thread: ThreadId(thread),
            place,
            start_ns,
            end_ns: start_ns + 50,
            events,
            changes,
        });
    }
}

pub fn place(code: u32, instruction: u32) -> Place {
    Place {
        code: CodeIndex(code),
        instruction,
    }
}

/// Code whose instructions are written `line op argument`.
pub fn code(name: &str, text: &str) -> CodeInfo {
    let instructions = text.lines().map(|line| {
        let mut words = line.trim().splitn(3, ' ');
        let line = words.next().and_then(|word| word.parse().ok()).unwrap_or(0);
        let op = words.next().unwrap_or_default().to_owned();
        InstructionInfo {
            line,
            column: 0,
            end_column: 0,
            op,
            arg: words.next().unwrap_or_default().to_owned(),
        }
    });
    CodeInfo {
        name: name.into(),
        file: "race.py".into(),
        library: false,
        instructions: instructions.collect(),
    }
}

/// The program of [`race`].
pub const RACE: &str = "import threading\n\ncounter = 0\n\ndef add():\n    global counter\n    counter += 1\n\nt1 = threading.Thread(target=add)\nt2 = threading.Thread(target=add)\nt1.start()\nt2.start()\nt1.join()\nt2.join()\nprint(counter)\n";

fn read(value: &str) -> Vec<Event> {
    let (variable, value) = ("counter".to_owned(), value.to_owned());
    vec![Event::Read { variable, value }]
}

fn write(value: &str) -> Vec<Event> {
    let (variable, value) = ("counter".to_owned(), value.to_owned());
    vec![Event::Write { variable, value }]
}

fn start(thread: u32) -> Vec<Event> {
    let thread = ThreadId(thread);
    vec![Event::Start { thread }]
}

fn join(thread: u32) -> Vec<Event> {
    let thread = ThreadId(thread);
    vec![Event::Join { thread }]
}

/// Two threads add one to a counter; the second does so between the first one's read and write.
pub fn race() -> Trace {
    let main = "1 IMPORT_NAME threading\n3 STORE_NAME counter\n9 CALL threading.Thread\n10 CALL threading.Thread\n11 CALL t1.start\n12 CALL t2.start\n13 CALL t1.join\n13 POP_TOP\n14 CALL t2.join\n15 LOAD_NAME counter\n15 CALL print\n15 RETURN_VALUE";
    let add = "5 RESUME\n7 LOAD_GLOBAL counter\n7 LOAD_SMALL_INT 1\n7 BINARY_OP +=\n7 STORE_GLOBAL counter\n7 RETURN_VALUE";
    let mut sample = Sample::new(vec![code("<module>", main), code("add", add)]);
    let wait = |thread| Status::Blocked {
        on: BlockedOn::Join {
            thread: ThreadId(thread),
        },
        until_ns: None,
    };
    sample.step(0, vec![]);
    sample.global("counter", "0");
    sample.step(0, write("0"));
    sample.step(0, vec![]);
    sample.step(0, vec![]);
    sample.thread("Thread-1 (add)", "T1", 1);
    sample.step(0, start(1));
    sample.thread("Thread-2 (add)", "T2", 1);
    sample.step(0, start(2));
    sample.status(0, wait(1));
    sample.step(0, vec![Event::Block]);
    sample.step(1, vec![]);
    sample.stack(1, &[("0", None)]);
    sample.step(1, read("0"));
    sample.step(2, vec![]);
    sample.stack(2, &[("0", None)]);
    sample.step(2, read("0"));
    sample.stack(2, &[("0", None), ("1", None)]);
    sample.step(2, vec![]);
    sample.stack(2, &[("1", None)]);
    sample.step(2, vec![]);
    sample.stack(2, &[]);
    sample.stack(1, &[("0", Some("counter"))]);
    sample.global("counter", "1");
    sample.step(2, write("1"));
    sample.status(2, Status::Finished);
    sample.step(2, vec![Event::Finish]);
    lose(&mut sample);
    sample.trace
}

/// The end of [`race`]: the first thread writes back what it has read too early, and the main thread prints.
fn lose(sample: &mut Sample) {
    sample.stack(1, &[("0", Some("counter")), ("1", None)]);
    sample.step(1, vec![]);
    sample.stack(1, &[("1", None)]);
    sample.step(1, vec![]);
    sample.stack(1, &[]);
    sample.step(1, write("1"));
    sample.status(1, Status::Finished);
    sample.status(0, Status::Ready);
    sample.step(
        1,
        vec![
            Event::Finish,
            Event::Wake {
                thread: ThreadId(0),
            },
        ],
    );
    sample.step(0, join(1));
    sample.step(0, join(2));
    sample.stack(0, &[("1", None)]);
    sample.step(0, read("1"));
    sample.stack(0, &[]);
    sample.step(
        0,
        vec![Event::Output {
            error: false,
            text: "1\n".into(),
        }],
    );
    sample.status(0, Status::Finished);
    sample.step(
        0,
        vec![
            Event::Finish,
            Event::Exit {
                process: ProcessId(0),
                code: 0,
            },
        ],
    );
}

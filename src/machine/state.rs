//! The state of a run: all processes with their threads, and what they share. Cheap to clone.

use crate::machine::ids::{ProcessId, ThreadId};
use crate::machine::options::{Options, Preemption};
use crate::machine::os::Os;
use crate::vm::frame::{Frame, Ret, Stack};
use crate::vm::heap::Heap;
use crate::vm::local::{Globals, Touched};
use crate::vm::names::Names;
use crate::vm::program::{Loaded, Program};
use crate::vm::value::{CodeRef, ObjectId, Value};
use std::rc::Rc;

/// The state of a run between two steps.
#[derive(Clone)]
pub struct State {
    /// The program; never changes.
    pub program: Rc<Program>,
    /// What a fresh interpreter's heap looks like.
    pub fresh_heap: Rc<Heap>,
    /// All names; grows when the program makes names.
    pub names: Rc<Names>,
    /// The options; never change.
    pub options: Rc<Options>,
    /// In order of creation.
    pub processes: Vec<Rc<Process>>,
    /// In order of creation, over all processes.
    pub threads: Vec<Rc<Thread>>,
    /// Those that have not ended, in order, and some that have.
    pub living: Rc<Vec<ThreadId>>,
    /// Sleeps and timeouts that have passed.
    pub waits: u64,
    /// Pipes, semaphores, shared memory.
    pub os: Rc<Os>,
    /// What was written, in order: to stderr or not, and the text.
    pub output: Rc<Vec<(bool, Rc<str>)>>,
    /// Bytes of `output`.
    pub output_bytes: u64,
    /// Instructions executed.
    pub instructions: u64,
    /// What has been done, in instructions' worth: instructions, and what calls, exceptions, objects and handing over
    /// cost beyond them, so that every endless program meets its limit after about the same time.
    pub work: u64,
    /// Who moved last.
    pub last: Option<ThreadId>,
    /// When each core is free again, in virtual nanoseconds.
    pub cores: Vec<u64>,
    /// Whether instructions cost time (a run) or not (exploration).
    pub timed: bool,
    /// In exploration: which globals others can notice.
    pub globals: Option<Rc<Globals>>,
    /// In exploration: what was touched since the explorer last took it away.
    pub touched: Touched,
    /// In exploration: likewise, of what processes share.
    pub shared: Vec<Shared>,
    /// In exploration: whether the step under way stops before it takes a lock.
    pub pends: bool,
    /// In exploration: whether the program has looked at a clock.
    pub clock_seen: bool,
    /// In a run: how often a clock was looked at, and how often for nothing but the timeout of a call.
    pub clock_looks: (u64, u64),
    /// How the run ended, once it has.
    pub end: Option<End>,
}

/// What a thread did with things outside of its process's heap, for exploration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// Asked whether a thread or process lives.
    Lives,
    /// Read or wrote a cell of shared memory.
    Cell {
        /// The memory.
        memory: u32,
        /// The cell.
        index: usize,
        /// Whether it wrote.
        write: bool,
    },
    /// Took a permit of a semaphore.
    Took(u32),
    /// Gave a permit of a semaphore back.
    Gave(u32),
    /// Looked at a semaphore without waiting for it.
    Tried(u32),
    /// Made a child out of a copy of the process.
    Forked,
    /// Ends others, or may: what they still would have written matters.
    Ends,
    /// Anything else that others may notice.
    Other,
}

/// How a run ended before all processes had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// The first process ended.
    Exited,
    /// The program needs what the machine does not have.
    Unsupported {
        /// Line, 0 if unknown.
        line: u32,
        /// What, and what to use instead.
        message: String,
    },
    /// A limit was reached.
    Limit {
        /// Its name.
        name: &'static str,
        /// A sentence.
        message: String,
    },
}

/// A process.
#[derive(Clone)]
pub struct Process {
    /// Its number.
    pub id: ProcessId,
    /// `MainProcess`, `Process-1`, …
    pub name: Rc<str>,
    /// The simulated pid.
    pub pid: u32,
    /// Who started it.
    pub parent: Option<ProcessId>,
    /// Daemon processes are terminated at the exit of their parent.
    pub daemon: bool,
    /// Its objects.
    pub heap: Heap,
    /// Its main thread.
    pub main: ThreadId,
    /// Who holds the GIL.
    pub gil: Option<ThreadId>,
    /// Since when the holder has it.
    pub gil_since: u64,
    /// When the last instruction under the GIL ended.
    pub busy_until: u64,
    /// When a lock was last released or a waiter notified.
    pub synced_ns: u64,
    /// How it ended.
    pub exit_code: Option<i32>,
    /// Whether the one who started it has asked how it ended: its pid is nobody's then.
    pub reaped: bool,
    /// The code it will exit with, once it has begun to end.
    pub exiting: Option<i32>,
    /// What becomes of signals, where it is not the default.
    pub signals: Vec<(i32, crate::vm::signal::SignalAction)>,
    /// Signals that wait for their handler, by number, and whether each ends the wait that the main thread is in.
    pub arrived: Vec<(i32, bool)>,
    /// The uncaught exception of its main thread, as text.
    pub uncaught: Option<String>,
    /// The next ident for a thread.
    pub next_ident: u32,
    /// Whether it was spawned rather than forked.
    pub spawned: bool,
}

/// A thread.
#[derive(Clone)]
pub struct Thread {
    /// Its number in the run.
    pub id: ThreadId,
    /// Its number in its process: what the program's own code knows.
    pub ident: u32,
    /// Its process.
    pub process: ProcessId,
    /// Its Python name.
    pub name: Rc<str>,
    /// Cut off at exit.
    pub daemon: bool,
    /// Whether somebody's `join` has seen its end.
    pub joined: bool,
    /// Who started it.
    pub started_by: Option<ThreadId>,
    /// The line where it was started; 0 if unknown.
    pub started_at: u32,
    /// Its frames.
    pub stack: Stack,
    /// What it waits for.
    pub pending: Option<Pending>,
    /// What handlers of signals that are under way have interrupted: how many frames there were, and the wait if it
    /// waited.
    pub interrupted: Vec<(u32, Option<Pending>)>,
    /// Whether it has ended.
    pub ended: Option<Ended>,
    /// Its own virtual time: when its last instruction ended, or when it began to wait.
    pub clock: u64,
    /// Processor time that it used.
    pub used: u64,
    /// Looks at a clock in a row with hardly anything in between, and `used` after the last of them.
    pub looks: (u32, u64),
    /// Whether another thread may go on now in the model `cpython`.
    pub switch_point: bool,
    /// In exploration: time-outs have ended waits of library calls that are under way, made by the frames of these
    /// numbers, in order: a predicate that is asked again may wait itself.
    pub expired: Vec<u32>,
    /// In exploration: how long it has slept and waited in vain, in nanoseconds, since its event loop last asked. The
    /// clock itself is no part of a state's key, and what an event loop knows of time has to be.
    pub idle: Option<u64>,
}

/// How a thread ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// By itself.
    Finished,
    /// Cut off.
    Killed,
}

/// What a thread waits for.
#[derive(Clone, Debug)]
pub enum Pending {
    /// `sleep`: until then.
    Sleep {
        /// Virtual time.
        until: u64,
    },
    /// A lock of its process.
    Acquire {
        /// The lock.
        lock: ObjectId,
        /// When it gives up.
        until: Option<u64>,
        /// What the lock is part of, for reports.
        context: Value,
    },
    /// To be notified.
    Await {
        /// The waiting line.
        waiters: ObjectId,
        /// When it gives up.
        until: Option<u64>,
        /// What the line belongs to, for reports.
        owner: Value,
        /// `get`, `wait`, …
        operation: Value,
    },
    /// The end of a thread.
    Join {
        /// Which.
        thread: ThreadId,
        /// When it gives up.
        until: Option<u64>,
        /// At exit rather than in `join`.
        shutdown: bool,
    },
    /// The end of a process.
    Wait {
        /// Which.
        process: ProcessId,
        /// When it gives up.
        until: Option<u64>,
    },
    /// Room in a pipe.
    Send {
        /// Which.
        pipe: u32,
        /// What is to be sent.
        message: Rc<crate::machine::os::Message>,
        /// Its number among the pipe's messages, once a part of it has gone in.
        begun: Option<u64>,
    },
    /// A message.
    Receive {
        /// From which pipe.
        pipe: u32,
        /// When it gives up.
        until: Option<u64>,
    },
    /// A message in any of them.
    Pipes {
        /// Which.
        pipes: Rc<[u32]>,
        /// Processes whose end will do as well.
        processes: Rc<[ProcessId]>,
        /// When it gives up.
        until: Option<u64>,
    },
    /// A permit of a shared semaphore.
    Semaphore {
        /// Which.
        semaphore: u32,
        /// When it gives up.
        until: Option<u64>,
    },
}

impl Pending {
    /// Whether the end of the wait is no operation on anything: an end or a notice that has come stays.
    pub fn takes_nothing(&self) -> bool {
        matches!(
            self,
            Pending::Sleep { .. }
                | Pending::Join { .. }
                | Pending::Wait { .. }
                | Pending::Await { .. }
        )
    }

    /// Whether two threads, or one in two states, wait for the same.
    pub fn is_for_the_same(&self, other: &Pending) -> bool {
        match (self, other) {
            (Pending::Sleep { .. }, Pending::Sleep { .. }) => true,
            (Pending::Acquire { lock: a, .. }, Pending::Acquire { lock: b, .. }) => a == b,
            (Pending::Await { waiters: a, .. }, Pending::Await { waiters: b, .. }) => a == b,
            (Pending::Join { thread: a, .. }, Pending::Join { thread: b, .. }) => a == b,
            (Pending::Wait { process: a, .. }, Pending::Wait { process: b, .. }) => a == b,
            (Pending::Send { pipe: a, .. }, Pending::Send { pipe: b, .. }) => a == b,
            (Pending::Receive { pipe: a, .. }, Pending::Receive { pipe: b, .. }) => a == b,
            (Pending::Pipes { pipes: a, .. }, Pending::Pipes { pipes: b, .. }) => a == b,
            (Pending::Semaphore { semaphore: a, .. }, Pending::Semaphore { semaphore: b, .. }) => {
                a == b
            }
            _ => false,
        }
    }

    /// When it gives up by itself; for a sleep its end.
    pub fn until(&self) -> Option<u64> {
        match self {
            Pending::Sleep { until } => Some(*until),
            Pending::Acquire { until, .. }
            | Pending::Await { until, .. }
            | Pending::Join { until, .. }
            | Pending::Wait { until, .. }
            | Pending::Receive { until, .. }
            | Pending::Pipes { until, .. }
            | Pending::Semaphore { until, .. } => *until,
            Pending::Send { .. } => None,
        }
    }
}

impl State {
    /// The state before the first instruction.
    pub fn new(loaded: Loaded, options: Options) -> Self {
        let Loaded {
            program,
            heap,
            names,
        } = loaded;
        let cores = vec![0; options.cores.max(1) as usize];
        let mut state = State {
            fresh_heap: Rc::new(heap.clone()),
            program,
            names,
            options: Rc::new(options),
            processes: Vec::new(),
            threads: Vec::new(),
            living: Rc::default(),
            waits: 0,
            os: Rc::new(Os::default()),
            output: Rc::new(Vec::new()),
            output_bytes: 0,
            instructions: 0,
            work: 0,
            last: None,
            cores,
            timed: true,
            globals: None,
            touched: Touched::default(),
            shared: Vec::new(),
            pends: false,
            clock_seen: false,
            clock_looks: (0, 0),
            end: None,
        };
        state.processes.push(Rc::new(Process {
            id: ProcessId(0),
            name: "MainProcess".into(),
            pid: 1000,
            parent: None,
            daemon: false,
            heap,
            main: ThreadId(0),
            gil: None,
            gil_since: 0,
            busy_until: 0,
            synced_ns: 0,
            exit_code: None,
            reaped: false,
            exiting: None,
            signals: Vec::new(),
            arrived: Vec::new(),
            uncaught: None,
            next_ident: 1,
            spawned: false,
        }));
        let mut thread = state.new_thread(ProcessId(0), "MainThread".into(), false, None, 0);
        if let Some(module) = state.program.modules.get("__main__").copied() {
            let unit = state.program.units.iter().find(|u| u.module == module);
            let code = CodeRef(unit.map_or(0, |u| u.first_code));
            enter_module(&mut thread.stack, &state.program, code, module);
        }
        state.add_thread(thread);
        state
    }

    /// Puts a thread into the lists.
    pub fn add_thread(&mut self, thread: Thread) {
        let living = Rc::make_mut(&mut self.living);
        // Before the list grows, what has ended makes room.
        if living.len() == living.capacity() {
            living.retain(|id| self.threads[id.index()].ended.is_none());
        }
        living.push(thread.id);
        self.threads.push(Rc::new(thread));
    }

    /// A thread with an empty stack, not yet in the list.
    pub fn new_thread(
        &mut self,
        process: ProcessId,
        name: String,
        daemon: bool,
        started_by: Option<ThreadId>,
        clock: u64,
    ) -> Thread {
        let started_at = started_by.map_or(0, |by| self.line_of(by));
        let owner = self.process_mut(process);
        let ident = owner.next_ident;
        owner.next_ident += 1;
        Thread {
            id: ThreadId(self.threads.len() as u32),
            ident,
            process,
            name: name.into(),
            daemon,
            started_by,
            started_at,
            stack: Stack::new(ident),
            pending: None,
            interrupted: Vec::new(),
            ended: None,
            clock,
            used: 0,
            looks: (0, 0),
            switch_point: true,
            expired: Vec::new(),
            idle: None,
            joined: false,
        }
    }

    /// A process.
    pub fn process(&self, id: ProcessId) -> &Process {
        &self.processes[id.index()]
    }

    /// A process, to change it.
    pub fn process_mut(&mut self, id: ProcessId) -> &mut Process {
        Rc::make_mut(&mut self.processes[id.index()])
    }

    /// A thread.
    pub fn thread(&self, id: ThreadId) -> &Thread {
        &self.threads[id.index()]
    }

    /// A thread, to change it.
    pub fn thread_mut(&mut self, id: ThreadId) -> &mut Thread {
        Rc::make_mut(&mut self.threads[id.index()])
    }

    /// The thread with that ident in a process.
    pub fn by_ident(&self, process: ProcessId, ident: u32) -> Option<ThreadId> {
        self.threads
            .iter()
            .find(|t| t.process == process && t.ident == ident)
            .map(|t| t.id)
    }

    /// Whether there is a GIL.
    pub fn has_gil(&self) -> bool {
        self.options.preemption != Preemption::FreeThreaded
    }

    /// Everything written to stdout (`error` false) or stderr so far.
    pub fn text(&self, error: bool) -> String {
        self.output
            .iter()
            .filter(|(e, _)| *e == error)
            .map(|(_, text)| &**text)
            .collect()
    }
}

/// Puts a frame for the code of a module on an empty stack.
pub fn enter_module(stack: &mut Stack, program: &Program, code: CodeRef, module: ObjectId) {
    let locals = program.code(code).code.locals.len();
    let base = stack.values.len();
    stack.values.resize(base + locals, Value::Null);
    stack.frames.push(Frame {
        code,
        pc: 0,
        base: base as u32,
        bottom: base as u32,
        function: None,
        module,
        namespace: Value::Null,
        generator: Value::Null,
        ret: Ret::Entry,
    });
}

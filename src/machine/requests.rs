//! What threads ask of the machine, and the answers.

use crate::machine::ids::{ProcessId, ThreadId};
use crate::machine::state::{Pending, Shared, State, Thread};
use crate::machine::step::{Note, Report};
use crate::machine::{clock, work};
use crate::vm::frame::Ret;
use crate::vm::object::Kind;
use crate::vm::signal::{Clock, Request, Signal};
use crate::vm::types;
use crate::vm::value::{ObjectId, Value};
use std::rc::Rc;

/// An answer: a value, or an exception to raise.
pub type Reply = Result<Value, Value>;

/// Threads in one run, one after the other.
const MOST_THREADS: usize = 20_000;

impl State {
    /// Serves a request of a thread: answers it, or makes the thread wait.
    pub fn request(&mut self, id: ThreadId, request: Request, report: Option<&mut Report>) {
        let mut report = report;
        let now = self.thread(id).clock;
        let after = |timeout: Option<u64>| timeout.map(|ns| now.saturating_add(ns));
        let reply = match request {
            Request::Collect | Request::Handled => return,
            Request::Pause => Ok(Value::None),
            Request::Write { error, text } => {
                self.write(error, &text, report.as_deref_mut());
                self.spend(id, clock::WRITE);
                Ok(Value::None)
            }
            Request::Sleep { ns } => {
                let until = now.saturating_add(ns);
                return self.block(id, Pending::Sleep { until }, report);
            }
            Request::Compute { ns } => {
                self.spend(id, ns);
                Ok(Value::None)
            }
            Request::Clock(which) => Ok(Value::Int(self.read_clock(id, which) as i64)),
            Request::Acquire {
                lock,
                timeout,
                context,
            } => {
                let until = after(timeout);
                return self.block(
                    id,
                    Pending::Acquire {
                        lock,
                        until,
                        context,
                    },
                    report,
                );
            }
            Request::Await {
                waiters,
                timeout,
                owner,
                operation,
            } => {
                let until = after(timeout);
                let pending = Pending::Await {
                    waiters,
                    until,
                    owner,
                    operation,
                };
                return self.block(id, pending, report);
            }
            Request::StartThread {
                function,
                args,
                name,
                daemon,
            } => self.start_thread(id, function, &args, name, daemon, report.as_deref_mut()),
            Request::JoinThread {
                thread,
                timeout,
                shutdown,
            } => {
                if timeout.is_some() {
                    // Whoever may give up sees whether the end has come, also where it has.
                    self.share_note(Shared::Lives);
                }
                let process = self.thread(id).process;
                let Some(other) = self.by_ident(process, thread) else {
                    return self.reply(id, Ok(Value::Bool(true)));
                };
                if self.has_ended(other) {
                    self.note_join(other, shutdown, report);
                    return self.reply(id, Ok(Value::Bool(true)));
                }
                if timeout == Some(0) {
                    return self.reply(id, Ok(Value::Bool(false)));
                }
                let until = after(timeout);
                return self.block(
                    id,
                    Pending::Join {
                        thread: other,
                        until,
                        shutdown,
                    },
                    report,
                );
            }
            Request::NameThread {
                thread,
                name,
                daemon,
            } => {
                let process = self.thread(id).process;
                if let Some(other) = self.by_ident(process, thread) {
                    let other = self.thread_mut(other);
                    other.name = name.into();
                    other.daemon = daemon;
                }
                Ok(Value::None)
            }
            Request::ThreadEnded { thread } => {
                self.share_note(Shared::Lives);
                let process = self.thread(id).process;
                let other = self.by_ident(process, thread);
                Ok(Value::Bool(other.is_none_or(|other| self.has_ended(other))))
            }
            Request::Process(request) => {
                match self.process_request(id, request, report.as_deref_mut()) {
                    Some(reply) => reply,
                    None => return,
                }
            }
            Request::ExitProcess { code } => {
                let process = self.thread(id).process;
                let others = |t: &Rc<Thread>| {
                    t.process == process && t.id != id && t.ended.is_none() && !t.daemon
                };
                if self.threads.iter().any(others) {
                    self.share_note(Shared::Ends);
                }
                self.end_process(process, code, report);
                return;
            }
        };
        self.reply(id, reply);
    }

    /// Gives a thread its answer.
    pub fn reply(&mut self, id: ThreadId, reply: Reply) {
        match reply {
            Ok(value) => self.thread_mut(id).stack.values.push(value),
            Err(exception) => self.raise_in(id, exception),
        }
    }

    /// Makes a thread wait.
    pub fn block(&mut self, id: ThreadId, pending: Pending, report: Option<&mut Report>) {
        let thread = self.thread_mut(id);
        thread.pending = Some(pending);
        thread.looks = (0, 0);
        if let Some(report) = report {
            report.notes.push(Note::Block);
        }
    }

    /// Lets virtual time pass for a thread that works.
    pub fn spend(&mut self, id: ThreadId, ns: u64) {
        if self.timed {
            let thread = self.thread_mut(id);
            thread.clock = thread.clock.saturating_add(ns);
            thread.used = thread.used.saturating_add(ns);
        }
    }

    /// Appends to the output.
    pub fn write(&mut self, error: bool, text: &str, report: Option<&mut Report>) {
        if text.is_empty() {
            return;
        }
        let room = self
            .options
            .limits
            .output_bytes
            .saturating_sub(self.output_bytes) as usize;
        if text.len() > room {
            if self.end.is_none() {
                let limit = self.options.limits.output_bytes;
                self.end = Some(crate::machine::state::End::Limit {
                    name: "output",
                    message: format!("the program wrote more than {limit} bytes"),
                });
            }
            let whole = (0..=room).rev().find(|at| text.is_char_boundary(*at));
            return self.write(error, &text[..whole.unwrap_or(0)], report);
        }
        let text: Rc<str> = text.into();
        self.output_bytes += text.len() as u64;
        self.work += work::WRITE;
        Rc::make_mut(&mut self.output).push((error, Rc::clone(&text)));
        if let Some(report) = report {
            report.notes.push(Note::Output(error, text));
        }
    }

    fn read_clock(&mut self, id: ThreadId, which: Clock) -> u64 {
        if !self.timed {
            return self.read_clock_in_exploration(id, which);
        }
        if matches!(which, Clock::Passed | Clock::LoopBase | Clock::LoopEnd) {
            return 0;
        }
        self.note_look(id);
        self.fast_forward(id);
        let thread = self.thread(id);
        match which {
            Clock::Real => clock::EPOCH.saturating_add(thread.clock),
            Clock::Thread => thread.used,
            Clock::Process => {
                let process = thread.process;
                self.threads
                    .iter()
                    .filter(|t| t.process == process)
                    .map(|t| t.used)
                    .sum()
            }
            _ => thread.clock,
        }
    }

    fn note_look(&mut self, id: ThreadId) {
        const WITH_TIMEOUTS: [&str; 5] = [
            "threading",
            "queue",
            "_queue",
            "concurrent",
            "multiprocessing",
        ];
        let top = self.thread(id).stack.frames.last().map(|f| f.code);
        let unit = top.map(|code| &self.program.units[self.program.code(code).unit as usize]);
        let package = unit.and_then(|u| u.name.split('.').next().filter(|_| u.library));
        match package.is_some_and(|name| WITH_TIMEOUTS.contains(&name)) {
            true => self.clock_looks.1 += 1,
            false => self.clock_looks.0 += 1,
        }
    }

    /// A thread that does nothing but look at a clock, again and again, gets on faster: the third look in a row
    /// costs some microseconds and each further one twice as much, up to a tick.
    fn fast_forward(&mut self, id: ThreadId) {
        let thread = self.thread(id);
        let (looks, last) = thread.looks;
        let looks = if thread.used.saturating_sub(last) < clock::SPIN_GAP {
            looks + 1
        } else {
            0
        };
        if looks >= 2 {
            let cost = clock::SPIN_GAP << (looks - 1).min(16);
            self.spend(id, cost.min(clock::SPIN_TICK));
        }
        let thread = self.thread_mut(id);
        thread.looks = (looks, thread.used);
    }

    /// Notes, in exploration, what others may notice.
    pub fn share_note(&mut self, note: Shared) {
        if !self.timed {
            self.shared.push(note);
        }
    }

    /// In exploration time stands still but for sleeps and time-outs. The library looks at the clock to see
    /// how much of a timeout is left: all of it, until it has run out. A program that looks gets its own
    /// thread's time, a little later at every look, so that waiting for a time ends.
    fn read_clock_in_exploration(&mut self, id: ThreadId, which: Clock) -> u64 {
        const FAR: u64 = 1 << 60;
        let thread = self.thread(id);
        let idle = thread.idle.unwrap_or(0);
        match which {
            Clock::Loop => return idle,
            Clock::LoopBase => return thread.clock - idle.min(thread.clock),
            Clock::Passed => {
                self.thread_mut(id).idle = Some(0);
                return idle;
            }
            Clock::LoopEnd => {
                self.thread_mut(id).idle = None;
                return 0;
            }
            _ => {}
        }
        let top = self.thread(id).stack.frames.last().map(|f| f.code);
        let unit = top.map(|code| &self.program.units[self.program.code(code).unit as usize]);
        if unit.is_some_and(|u| u.library && &*u.name != "time") {
            let expired = self.thread(id).expired.contains(&self.calling_frame(id));
            return if expired { FAR } else { 0 };
        }
        self.clock_seen = true;
        let thread = self.thread_mut(id);
        thread.clock += clock::LOOK;
        match which {
            Clock::Real => clock::EPOCH + thread.clock,
            _ => thread.clock,
        }
    }

    fn start_thread(
        &mut self,
        id: ThreadId,
        function: Value,
        args: &[Value],
        name: String,
        daemon: bool,
        report: Option<&mut Report>,
    ) -> Reply {
        let alive = |id: &&ThreadId| self.thread(**id).ended.is_none();
        let alive = self.living.iter().filter(alive).count();
        if alive >= self.options.limits.threads as usize {
            self.end = Some(crate::machine::state::End::Limit {
                name: "threads",
                message: format!("more than {} threads at once", self.options.limits.threads),
            });
            return Ok(Value::None);
        }
        if self.threads.len() >= MOST_THREADS {
            self.end = Some(crate::machine::state::End::Limit {
                name: "threads",
                message: format!("more than {MOST_THREADS} threads in one run"),
            });
            return Ok(Value::None);
        }
        self.spend(id, clock::START_THREAD);
        let (process, now) = (self.thread(id).process, self.thread(id).clock);
        let thread = self.new_thread(process, name, daemon, Some(id), now);
        let (child, ident) = (thread.id, thread.ident);
        self.add_thread(thread);
        self.begin_call(child, function, args);
        if let Some(report) = report {
            report.notes.push(Note::Start(child));
        }
        Ok(Value::Int(i64::from(ident)))
    }

    /// Puts the call with which a thread begins on its empty stack.
    pub fn begin_call(&mut self, id: ThreadId, function: Value, args: &[Value]) {
        let result = self.with_vm(id, |vm| {
            let at = vm.stack.values.len();
            vm.push(function);
            vm.push(Value::Null);
            vm.stack.values.extend_from_slice(args);
            vm.invoke(at, Vec::new(), Ret::Entry)
        });
        if let Err(Signal::Raise(exception)) = result {
            self.thread_finished(id, Err(exception), None);
        }
    }

    /// The answer to a wait that is over.
    pub fn answer_pending(
        &mut self,
        id: ThreadId,
        pending: Pending,
        timeout: bool,
        report: Option<&mut Report>,
    ) -> Reply {
        match pending {
            Pending::Sleep { .. } => Ok(Value::None),
            Pending::Acquire { .. } if timeout => Ok(Value::Bool(false)),
            Pending::Acquire { lock, .. } => {
                let mut log = Vec::new();
                let wanted = report.is_some();
                let taken = self.with_vm(id, |vm| vm.try_acquire(lock));
                if wanted && taken {
                    log.push(Note::Effect(crate::vm::effects::Effect::Acquire(lock)));
                }
                if let Some(report) = report {
                    report.notes.extend(log);
                }
                Ok(Value::Bool(taken))
            }
            Pending::Await { waiters, .. } => {
                self.leave_line(id, waiters);
                Ok(Value::Bool(!timeout))
            }
            Pending::Join {
                thread, shutdown, ..
            } => {
                if !timeout {
                    self.note_join(thread, shutdown, report);
                }
                Ok(Value::Bool(!timeout))
            }
            other => self.answer_process_pending(id, other, timeout, report),
        }
    }

    /// A thread waits in a line no more.
    pub(super) fn leave_line(&mut self, id: ThreadId, waiters: ObjectId) {
        let (ident, process) = (self.thread(id).ident, self.thread(id).process);
        let heap = &mut self.process_mut(process).heap;
        if let Kind::Waiters(list) = &mut heap.get_mut(waiters).kind {
            Rc::make_mut(list).retain(|w| w.thread != ident);
        }
    }

    /// Notes that somebody has seen the end of a thread.
    fn note_join(&mut self, thread: ThreadId, shutdown: bool, report: Option<&mut Report>) {
        if !shutdown && !self.thread(thread).joined {
            self.thread_mut(thread).joined = true;
        }
        if let Some(report) = report {
            report.notes.push(Note::Join(thread));
        }
    }

    /// A new exception in the heap of a thread's process.
    pub fn exception(
        &mut self,
        id: ThreadId,
        class: crate::vm::value::ObjectId,
        message: &str,
    ) -> Value {
        self.with_vm(id, |vm| vm.exception(class, message))
    }

    /// A bytes object in the heap of a thread's process.
    pub fn bytes(&mut self, id: ThreadId, data: &[u8]) -> Value {
        self.with_vm(id, |vm| {
            vm.heap.make(types::BYTES, Kind::Bytes(data.into()))
        })
    }

    /// A tuple in the heap of a thread's process.
    pub fn tuple(&mut self, id: ThreadId, items: Vec<Value>) -> Value {
        self.with_vm(id, |vm| vm.tuple(items))
    }

    /// The process that a number names, as programs know processes.
    pub fn process_of(&self, number: u32) -> Option<ProcessId> {
        ((number as usize) < self.processes.len()).then_some(ProcessId(number))
    }
}

//! One thread moves: the only way in which a state changes.

use crate::machine::ids::{ProcessId, ThreadId};
use crate::machine::options::Preemption;
use crate::machine::state::{End, Ended, Pending, Process, State, Thread};
use crate::machine::{clock, work};
use crate::vm::effects::Effect;
use crate::vm::exec::{Exit, Pace, Vm};
use crate::vm::local::Exploring;
use crate::vm::signal::Request;
use crate::vm::value::Value;
use std::rc::Rc;

/// A thread that can move now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Who.
    pub thread: ThreadId,
    /// When, in virtual time, if it is chosen.
    pub begins_ns: u64,
    /// Since when it could move, were the GIL free.
    pub ready_ns: u64,
    /// It moves because its time is up.
    pub timeout: bool,
}

/// What happened in a step, for whoever records it.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// When it began and ended, in virtual time.
    pub start_ns: u64,
    /// See `start_ns`.
    pub end_ns: u64,
    /// What others can notice, in order.
    pub notes: Vec<Note>,
}

/// Names that a program can make at run time (`setattr`), over and above those in its source.
const MOST_NAMES: usize = 1_000_000;

/// Sleeps and timeouts of a run. Each takes far longer than an instruction, here as on any machine: without a limit of
/// their own, programs that sleep for ever would take minutes to meet that of the instructions.
const MOST_WAITS: u64 = 500_000;

/// What others can notice of a step.
#[derive(Clone, Debug)]
pub enum Note {
    /// Noted by the virtual machine.
    Effect(Effect),
    /// Text was written.
    Output(bool, Rc<str>),
    /// A thread was started.
    Start(ThreadId),
    /// A process was started.
    StartProcess(ProcessId),
    /// A wait for a thread is over.
    Join(ThreadId),
    /// The thread has to wait.
    Block,
    /// Its time was up.
    Timeout,
    /// A message went into a pipe: its repr and bytes.
    Send(u32, String, u32),
    /// A message came out of a pipe.
    Receive(u32, String, u32),
    /// A cell of shared memory was read: which memory, which cell, what was there.
    CellRead(u32, usize, Value),
    /// A cell of shared memory was written.
    CellWrite(u32, usize, Value),
    /// A shared semaphore was taken.
    SemAcquire(u32),
    /// A shared semaphore was given back.
    SemRelease(u32),
    /// The thread ended.
    Finish,
    /// Another thread was cut off.
    Kill(ThreadId),
    /// A process ended.
    Exit(ProcessId, i32),
}

impl State {
    /// The threads that can move now, by id. Empty if the run is over or nothing can ever move.
    pub fn moves(&self) -> Vec<Move> {
        let mut moves = Vec::new();
        self.moves_into(&mut moves);
        moves
    }

    /// As [`State::moves`], into a list that is emptied first: for whoever asks very often.
    pub fn moves_into(&self, moves: &mut Vec<Move>) {
        moves.clear();
        if self.end.is_some() {
            return;
        }
        moves.extend(self.living.iter().filter_map(|id| self.move_of(*id)));
        if self.options.preemption == Preemption::Cpython {
            // Inside a stretch where the GIL cannot be handed over only its holder moves.
            for process in &self.processes {
                let Some(holder) = process.gil else { continue };
                if self.is_in_stretch(holder) {
                    moves.retain(|m| {
                        m.thread == holder || self.thread(m.thread).process != process.id
                    });
                }
            }
        }
    }

    /// Whether a thread is among [`State::moves`]; one that has not been started is not.
    pub fn can_move(&self, id: ThreadId) -> bool {
        let Some(thread) = self.threads.get(id.index()) else {
            return false;
        };
        let has_stretches = self.options.preemption == Preemption::Cpython;
        let holder = self.process(thread.process).gil;
        let is_kept_out =
            |holder: ThreadId| has_stretches && holder != id && self.is_in_stretch(holder);
        self.end.is_none() && self.move_of(id).is_some() && !holder.is_some_and(is_kept_out)
    }

    /// Whether a thread is where the GIL cannot be handed over in the model `cpython`.
    pub fn is_in_stretch(&self, id: ThreadId) -> bool {
        let thread = self.thread(id);
        if thread.ended.is_some() || thread.switch_point {
            return false;
        }
        // In exploration a thread pauses before it takes a lock, also where CPython would not.
        thread
            .pending
            .as_ref()
            .is_none_or(|pending| !self.timed && self.satisfied_since(thread, pending).is_some())
    }

    /// Whether and when a thread can move, were the GIL free.
    pub fn move_of(&self, id: ThreadId) -> Option<Move> {
        let thread = self.thread(id);
        let process = self.process(thread.process);
        if thread.ended.is_some() || process.exit_code.is_some() {
            return None;
        }
        let earliest = |at: u64| {
            if self.has_gil() && self.timed {
                at.max(process.busy_until)
            } else {
                at
            }
        };
        let Some(pending) = &thread.pending else {
            let begins_ns = if process.gil == Some(id) || !self.has_gil() {
                thread.clock
            } else {
                earliest(thread.clock)
            };
            let ready_ns = thread.clock;
            return Some(Move {
                thread: id,
                begins_ns,
                ready_ns,
                timeout: false,
            });
        };
        let since = match self.is_interrupted(thread) {
            true => Some(process.synced_ns),
            false => self.satisfied_since(thread, pending),
        };
        if let Some(since) = since {
            let ready_ns = thread.clock.max(since);
            let begins_ns = earliest(ready_ns);
            return Some(Move {
                thread: id,
                begins_ns,
                ready_ns,
                timeout: false,
            });
        }
        let until = pending.until()?;
        Some(Move {
            thread: id,
            begins_ns: earliest(until),
            ready_ns: until,
            timeout: true,
        })
    }

    /// Since when what a thread waits for is there; `None` if it is not (a sleep never is: it times out).
    pub fn satisfied_since(&self, thread: &Thread, pending: &Pending) -> Option<u64> {
        use crate::vm::object::Kind;
        let process = self.process(thread.process);
        match pending {
            Pending::Sleep { .. } => None,
            Pending::Acquire { lock, .. } => match &process.heap.get(*lock).kind {
                Kind::Lock { owner: None } | Kind::RLock { owner: None, .. } => {
                    Some(process.synced_ns)
                }
                _ => None,
            },
            Pending::Await { waiters, .. } => match &process.heap.get(*waiters).kind {
                Kind::Waiters(list) => list
                    .iter()
                    .any(|w| w.thread == thread.ident && w.notified)
                    .then_some(process.synced_ns),
                _ => None,
            },
            Pending::Join { thread: other, .. } => {
                let other = self.thread(*other);
                other.ended.map(|_| other.clock)
            }
            Pending::Wait { process, .. } => self.end_of(*process),
            Pending::Send {
                pipe,
                message,
                begun,
            } => {
                let pipe = &self.os.pipes[*pipe as usize];
                let room = match begun {
                    None => pipe.has_some_room(message),
                    Some(number) => pipe.taken > *number || pipe.bytes <= pipe.capacity,
                };
                (pipe.readers.is_empty() || room).then_some(pipe.changed_ns)
            }
            Pending::Receive { pipe, .. } => self.readable(*pipe),
            Pending::Pipes {
                pipes, processes, ..
            } => pipes
                .iter()
                .filter_map(|p| self.readable(*p))
                .chain(processes.iter().filter_map(|p| self.end_of(*p)))
                .min(),
            Pending::Semaphore { semaphore, .. } => {
                let semaphore = &self.os.semaphores[*semaphore as usize];
                (semaphore.value > 0).then_some(semaphore.changed_ns)
            }
        }
    }

    fn readable(&self, pipe: u32) -> Option<u64> {
        let pipe = &self.os.pipes[pipe as usize];
        pipe.is_readable().then_some(pipe.changed_ns)
    }

    fn end_of(&self, process: ProcessId) -> Option<u64> {
        let process = self.process(process);
        process.exit_code.map(|_| process.busy_until)
    }

    /// Lets a thread move by one step: one instruction of the program's own code, with whatever library
    /// code it calls; or the end of a wait. The thread must be among [`State::moves`].
    pub fn step(&mut self, thread: ThreadId, report: Option<&mut Report>) {
        self.advance(thread, 1, Pace::Instruction, report);
    }

    /// As [`State::step`], but goes on for about `fuel` instructions if nothing stops it. Whether nothing did: the
    /// thread has only computed.
    pub fn advance(
        &mut self,
        id: ThreadId,
        fuel: u64,
        pace: Pace,
        mut report: Option<&mut Report>,
    ) -> bool {
        let mut pace = pace;
        let Some(chosen) = self.move_of(id) else {
            return false;
        };
        let begins = self.take_core(chosen.begins_ns);
        if let Some(report) = report.as_deref_mut() {
            report.start_ns = begins;
        }
        if self.timed && chosen.timeout && chosen.ready_ns > self.thread(id).clock {
            self.waits += 1;
        }
        if !self.timed
            && chosen.timeout
            && let Some(idle) = self.thread(id).idle
        {
            let more = chosen.ready_ns.saturating_sub(self.thread(id).clock);
            self.thread_mut(id).idle = Some(idle.saturating_add(more));
        }
        self.thread_mut(id).clock = begins;
        self.hold(id, begins);
        self.last = Some(id);
        // The call may run the program's own code: a predicate, a key.
        let thread = self.thread(id);
        if thread.pending.is_none() && !thread.expired.is_empty() {
            let depth = thread.stack.frames.len();
            let expired = &mut self.thread_mut(id).expired;
            expired.retain(|caller| depth > *caller as usize + 1);
        }
        let mut go_on = true;
        // In exploration taking a lock is a step of its own; what follows in the same call is not.
        // Nor is, in any run, what a thread does that gave up waiting: to take its lock again is a step of its own.
        let pending = self.thread(id).pending.as_ref();
        let gave_up = chosen.timeout && matches!(pending, Some(Pending::Await { .. }));
        self.pends = gave_up || !self.timed && pending.is_none_or(Pending::takes_nothing);
        let was_interrupted = self.interrupt(id);
        if !was_interrupted && self.thread(id).pending.is_some() {
            self.resolve(id, chosen.timeout, report.as_deref_mut());
            self.interrupt(id);
            // In library code the step goes on; in the program's own the call has ended.
            go_on = self.in_library(id) || pace != Pace::Instruction;
            go_on &= self.thread(id).pending.is_none();
        }
        let mut fuel = fuel;
        while go_on
            && self.end.is_none()
            && self.thread(id).ended.is_none()
            && self.work < self.options.limits.steps
        {
            go_on = self.run_vm(id, &mut fuel, &mut pace, report.as_deref_mut());
        }
        if !self.thread(id).interrupted.is_empty() {
            self.forget_interrupted(id);
        }
        self.finish_step(id, begins, report);
        fuel == 0 && pace != Pace::Instruction && self.end.is_none()
    }

    /// The number of the innermost frame of the program's own code.
    pub fn calling_frame(&self, id: ThreadId) -> u32 {
        let frames = &self.thread(id).stack.frames;
        let own = frames
            .iter()
            .rposition(|f| !self.program.code(f.code).library);
        own.unwrap_or(0) as u32
    }

    /// Whether the innermost frame is library code.
    fn in_library(&self, id: ThreadId) -> bool {
        self.thread(id)
            .stack
            .frames
            .last()
            .is_some_and(|f| self.program.code(f.code).library)
    }

    fn hold(&mut self, id: ThreadId, at: u64) {
        if !self.has_gil() {
            return;
        }
        let process = self.thread(id).process;
        let process = self.process_mut(process);
        if process.gil != Some(id) {
            process.gil = Some(id);
            process.gil_since = at;
        }
    }

    /// The earliest time at which a core is free.
    fn take_core(&self, wanted: u64) -> u64 {
        if !self.timed || self.processes.len() < 2 && self.has_gil() {
            return wanted;
        }
        let earliest = self.cores.iter().copied().min().unwrap_or(0);
        wanted.max(earliest)
    }

    fn finish_step(&mut self, id: ThreadId, began: u64, report: Option<&mut Report>) {
        let (ended, process) = (self.thread(id).clock, self.thread(id).process);
        if let Some(report) = report {
            report.end_ns = ended;
        }
        // The core that was free at the beginning is busy until the end.
        if self.timed
            && let Some(core) = (0..self.cores.len())
                .filter(|i| self.cores[*i] <= began)
                .max_by_key(|i| self.cores[*i])
        {
            self.cores[core] =
                self.cores[core].max(ended.min(began.saturating_add(1_000_000_000_000)));
        }
        let thread = self.thread(id);
        // In exploration a thread pauses before a lock that is free: in the midst of a stretch nobody gets in between.
        let waits = thread
            .pending
            .as_ref()
            .is_some_and(|pending| self.timed || !self.is_satisfied(id, pending));
        let blocked = waits || thread.ended.is_some();
        let has_gil = self.has_gil();
        let process = self.process_mut(process);
        if has_gil {
            process.busy_until = process.busy_until.max(ended);
            if blocked && process.gil == Some(id) {
                process.gil = None;
            }
        } else {
            process.busy_until = process.busy_until.max(ended);
        }
        self.check_limits();
    }

    fn check_limits(&mut self) {
        let limits = &self.options.limits;
        let (name, message) = if self.work >= limits.steps {
            (
                "steps",
                format!(
                    "the program did the work of {} instructions without ending",
                    limits.steps
                ),
            )
        } else if self.waits >= MOST_WAITS {
            (
                "waits",
                format!("{MOST_WAITS} sleeps and timeouts passed without an end of the program"),
            )
        } else if self.names.len() > MOST_NAMES {
            (
                "memory",
                format!("the program made more than {MOST_NAMES} names of attributes"),
            )
        } else {
            return;
        };
        if self.end.is_none() {
            self.end = Some(End::Limit { name, message });
        }
    }

    /// Executes until the thread stops; whether the step goes on after that. Once another thread may have
    /// been woken the pace is that of single steps, since who goes on has to be decided anew.
    fn run_vm(
        &mut self,
        id: ThreadId,
        fuel: &mut u64,
        pace: &mut Pace,
        mut report: Option<&mut Report>,
    ) -> bool {
        let before = *fuel;
        let mut budget = i64::try_from(*fuel).unwrap_or(i64::MAX);
        let start = budget;
        let heap_limit = self.options.limits.heap_bytes as usize;
        let mut log: Vec<Effect> = Vec::new();
        let (exit, woke) = {
            let process = self.threads[id.index()].process;
            let thread: &mut Thread = Rc::make_mut(&mut self.threads[id.index()]);
            let process: &mut Process = Rc::make_mut(&mut self.processes[process.index()]);
            let mut vm = Vm {
                program: &self.program,
                names: &mut self.names,
                heap: &mut process.heap,
                stack: &mut thread.stack,
                log: report.is_some().then_some(&mut log),
                woke: false,
                heap_limit,
                exploring: match (&self.globals, &mut self.touched) {
                    (Some(globals), touched) => Some(Exploring { globals, touched }),
                    (None, _) => None,
                },
                pends: self.pends,
                work: 0,
            };
            let made_before = vm.heap.made_bytes;
            let exit = vm.run(&mut budget, *pace);
            let woke = vm.woke;
            let executed = (start - budget).unsigned_abs();
            self.instructions += executed;
            let made = vm.heap.made_bytes - made_before;
            self.work += executed + vm.work + made / work::MADE + work::STRETCH;
            if self.timed {
                let cost = executed * clock::INSTRUCTION;
                thread.clock = thread.clock.saturating_add(cost);
                thread.used = thread.used.saturating_add(cost);
            }
            *fuel = before.saturating_sub(executed);
            (exit, woke)
        };
        if woke {
            *pace = Pace::Instruction;
            let (now, process) = (self.thread(id).clock, self.thread(id).process);
            self.process_mut(process).synced_ns = now;
        }
        if let Some(report) = report.as_deref_mut() {
            report.notes.extend(log.into_iter().map(Note::Effect));
        }
        match exit {
            Exit::Pause { switch_point } => {
                self.thread_mut(id).switch_point = switch_point;
                // A call into the library is one step, also where a stretch ends inside of it.
                if *pace != Pace::Local && self.in_library(id) {
                    *pace = Pace::Instruction;
                }
                *pace == Pace::Instruction && self.in_library(id)
            }
            Exit::Request(request) => self.serve(id, *request, pace, report),
            Exit::Finished(value) => self.thread_finished(id, Ok(value), report),
            Exit::Died(exception) => self.thread_finished(id, Err(exception), report),
            Exit::Unsupported(message) => {
                let line = self.line_of(id);
                self.end = Some(End::Unsupported {
                    line,
                    message: message.into(),
                });
                false
            }
            Exit::Limit(name, message) => {
                self.end = Some(End::Limit {
                    name,
                    message: message.into(),
                });
                false
            }
        }
    }

    /// Deals with a request; whether the step goes on.
    fn serve(
        &mut self,
        id: ThreadId,
        request: Request,
        pace: &mut Pace,
        report: Option<&mut Report>,
    ) -> bool {
        match request {
            Request::Collect => {
                self.collect(id);
                return true;
            }
            Request::Handled => {
                self.handled(id);
                let goes_on = self.in_library(id) || *pace != Pace::Instruction;
                return goes_on && self.thread(id).pending.is_none();
            }
            _ => {}
        }
        let pauses = matches!(request, Request::Pause);
        let looks = matches!(request, Request::Clock(_));
        let before = self.thread(id).clock;
        self.request(id, request, report);
        // Neither lets another thread go on that could not before, unless a busy wait was moved forward.
        if !(pauses || looks && self.thread(id).clock == before) {
            *pace = Pace::Instruction;
        }
        if pauses && *pace == Pace::Instruction {
            return false;
        }
        let paused = self.pends
            && self
                .thread(id)
                .pending
                .as_ref()
                .is_some_and(|p| self.is_satisfied(id, p));
        let thread = self.thread_mut(id);
        thread.switch_point |= !paused;
        if thread.pending.is_some() || thread.ended.is_some() {
            return false;
        }
        self.in_library(id) || *pace != Pace::Instruction
    }

    /// The source line of the innermost frame of the program's own code; 0 if there is none.
    pub fn line_of(&self, id: ThreadId) -> u32 {
        let frames = &self.thread(id).stack.frames;
        frames
            .iter()
            .rev()
            .find(|f| !self.program.code(f.code).library)
            .and_then(|f| {
                let code = self.program.code(f.code);
                code.code
                    .positions
                    .get(f.pc.saturating_sub(1) as usize)
                    .map(|p| p.line)
            })
            .unwrap_or(0)
    }

    /// Ends a wait that is over: by its condition or by its time.
    fn resolve(&mut self, id: ThreadId, timeout: bool, mut report: Option<&mut Report>) {
        let Some(pending) = self.thread_mut(id).pending.take() else {
            return;
        };
        self.thread_mut(id).switch_point = true;
        if timeout && !self.timed && !matches!(pending, Pending::Sleep { .. }) {
            let caller = self.calling_frame(id);
            let expired = &mut self.thread_mut(id).expired;
            // What lay deeper has been left.
            expired.retain(|other| *other < caller);
            expired.push(caller);
        }
        let Some(pending) = self.go_on_sending(id, pending) else {
            return;
        };
        if timeout
            && !matches!(pending, Pending::Sleep { .. })
            && let Some(report) = report.as_deref_mut()
        {
            report.notes.push(Note::Timeout);
        }
        let answer = self.answer_pending(id, pending, timeout, report);
        match answer {
            Ok(value) => self.thread_mut(id).stack.values.push(value),
            Err(signal) => self.raise_in(id, signal),
        }
    }

    /// In exploration: a thread goes on from a `join` whose thread has not ended yet. What it does until then must
    /// be no matter of others, and it must not do more before the thread has ended.
    pub fn join_early(&mut self, id: ThreadId) {
        let joins = matches!(self.thread(id).pending, Some(Pending::Join { .. }));
        if !self.timed && joins {
            self.resolve(id, false, None);
            let mut fuel = u64::MAX;
            let mut go_on = self.in_library(id);
            while go_on && self.end.is_none() && self.thread(id).ended.is_none() {
                go_on = self.run_vm(id, &mut fuel, &mut Pace::Instruction, None);
            }
        }
    }

    /// Raises an exception in a thread at the instruction that waits.
    pub fn raise_in(&mut self, id: ThreadId, exception: Value) {
        let exit = self.with_vm(id, |vm| vm.raise_here(exception));
        if let Some(Exit::Died(exception)) = exit {
            self.thread_finished(id, Err(exception), None);
        }
    }

    /// Lends the virtual machine of a thread.
    pub fn with_vm<T>(&mut self, id: ThreadId, work: impl FnOnce(&mut Vm) -> T) -> T {
        let process = self.threads[id.index()].process;
        let heap_limit = self.options.limits.heap_bytes as usize;
        let thread: &mut Thread = Rc::make_mut(&mut self.threads[id.index()]);
        let process: &mut Process = Rc::make_mut(&mut self.processes[process.index()]);
        work(&mut Vm {
            program: &self.program,
            names: &mut self.names,
            heap: &mut process.heap,
            stack: &mut thread.stack,
            log: None,
            woke: false,
            heap_limit,
            exploring: None,
            pends: false,
            work: 0,
        })
    }

    /// Frees what no thread of the process can reach.
    fn collect(&mut self, id: ThreadId) {
        let process = self.thread(id).process;
        let threads: Vec<Rc<Thread>> = self
            .threads
            .iter()
            .filter(|t| t.process == process)
            .cloned()
            .collect();
        let limit = self.options.limits.heap_bytes;
        let owner = self.process_mut(process);
        owner.heap.collect(&mut |visit| {
            for thread in &threads {
                thread.stack.values.iter().for_each(|v| visit(*v));
                visit(thread.stack.handled);
                thread.stack.frames.iter().for_each(|f| {
                    crate::vm::visit::frame_children(f, visit);
                });
                for class in &thread.stack.classes {
                    visit(class.name);
                    class.bases.iter().for_each(|v| visit(*v));
                    class.keywords.iter().for_each(|(_, v)| visit(*v));
                }
                let interrupted = thread
                    .interrupted
                    .iter()
                    .filter_map(|(_, wait)| wait.as_ref());
                for pending in thread.pending.iter().chain(interrupted) {
                    visit_pending(pending, visit);
                }
            }
        });
        let live: u64 = self
            .processes
            .iter()
            .filter(|p| p.exit_code.is_none())
            .map(|p| p.heap.own_bytes() as u64)
            .sum();
        if live > limit {
            self.end = Some(End::Limit {
                name: "memory",
                message: format!("the program keeps more than {} MB of objects", limit >> 20),
            });
        }
    }

    /// Whether a thread has ended.
    pub fn has_ended(&self, id: ThreadId) -> bool {
        self.thread(id).ended.is_some()
    }

    /// Cuts a thread off.
    pub fn kill_thread(&mut self, id: ThreadId, report: Option<&mut Report>) {
        if self.thread(id).ended.is_some() {
            return;
        }
        let thread = self.thread_mut(id);
        thread.ended = Some(Ended::Killed);
        thread.pending = None;
        if let Some(report) = report {
            report.notes.push(Note::Kill(id));
        }
    }
}

fn visit_pending(pending: &Pending, visit: &mut dyn FnMut(Value)) {
    match pending {
        Pending::Acquire { lock, context, .. } => {
            visit(Value::Object(*lock));
            visit(*context);
        }
        Pending::Await {
            waiters,
            owner,
            operation,
            ..
        } => {
            visit(Value::Object(*waiters));
            visit(*owner);
            visit(*operation);
        }
        _ => {}
    }
}

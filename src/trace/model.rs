//! The parts of a trace: processes, threads, code, steps, events and the outcome.

use crate::machine::ids::{ProcessId, ThreadId};
use crate::machine::options::Options;
use crate::trace::view::Change;
use serde::{Deserialize, Serialize};

/// The version of the format; a reader refuses any other.
pub const TRACE_VERSION: u16 = 1;

/// One execution, from the first instruction to the outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trace {
    /// [`TRACE_VERSION`] of the writer.
    pub version: u16,
    /// What the run depended on.
    pub options: Options,
    /// The choices, as text that replays this execution (`schedule` reads it).
    pub schedule: String,
    /// In order of creation: index is [`ProcessId`].
    pub processes: Vec<ProcessInfo>,
    /// In order of creation: index is [`ThreadId`].
    pub threads: Vec<ThreadInfo>,
    /// Locks, queues, events, … in order of first use: index is [`SyncId`].
    pub syncs: Vec<SyncInfo>,
    /// The variables in memory that processes share, in order of first use: `total.value`, `cells[2]`.
    pub shared: Vec<String>,
    /// The code objects that ran: index is [`CodeIndex`].
    pub codes: Vec<CodeInfo>,
    /// What happened, in order.
    pub steps: Vec<Step>,
    /// How it ended.
    pub outcome: Outcome,
}

/// Index into [`Trace::codes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CodeIndex(pub u32);

/// Index into [`Trace::syncs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SyncId(pub u32);

/// A process of the run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProcessInfo {
    /// `MainProcess`, `Process-1`, … as Python names it.
    pub name: String,
    /// The simulated pid.
    pub pid: u32,
    /// Who started it; `None` for the program itself.
    pub parent: Option<ProcessId>,
}

/// A thread of the run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ThreadInfo {
    /// The process it belongs to.
    pub process: ProcessId,
    /// `MainThread`, `Thread-1 (worker)`, … as Python names it.
    pub name: String,
    /// A short label for badges, unique in the run: `main`, `T1`, `T2`; `P1`, `P1·T1` in children.
    pub label: String,
    /// Daemon threads are cut off at exit.
    pub daemon: bool,
    /// Who started it, and at which step; `None` for the first thread.
    pub started_by: Option<(ThreadId, u32)>,
}

/// A thing that threads meet at: a lock, a queue, an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SyncInfo {
    /// `Lock`, `Queue`, `Event`, … the class.
    pub kind: String,
    /// The name by which the source knows it (`lock`, `self.lock`), or the class and a number.
    pub label: String,
    /// The process that owns it; `None` if processes share it.
    pub process: Option<ProcessId>,
}

impl SyncInfo {
    /// The start of a thread: whoever starts one waits a moment for it.
    pub fn is_thread(&self) -> bool {
        self.kind == "Thread"
    }

    /// What the library made for itself: the source has no name for it. Pipes carry the program's own
    /// items, with a name or without.
    pub fn is_inner(&self) -> bool {
        self.kind != "Pipe" && (self.label == self.kind || self.label.starts_with("a "))
    }
}

/// A code object that ran, with its instructions as `dis` lists them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CodeInfo {
    /// `<module>`, `worker`, `Account.add`: the qualified name.
    pub name: String,
    /// The file: the program's own name or that of a library module.
    pub file: String,
    /// Library code is stepped over: its instructions are not steps of the reader's.
    pub library: bool,
    /// The instructions, in order.
    pub instructions: Vec<InstructionInfo>,
}

/// One instruction as the reader sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InstructionInfo {
    /// Source line, from 1; 0 if it has none.
    pub line: u32,
    /// First column of the expression it belongs to, from 0, in code points.
    pub column: u32,
    /// Column after the expression if it ends on `line`, else 0.
    pub end_column: u32,
    /// `LOAD_GLOBAL`.
    pub op: String,
    /// What `dis` shows in parentheses: `counter`, `+=`, `None`; empty if nothing.
    pub arg: String,
}

/// A place in the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Which code object.
    pub code: CodeIndex,
    /// Which of its instructions.
    pub instruction: u32,
}

/// One step: one instruction of one thread (library instructions that it called are part of it),
/// or a blocked thread that goes on, or a limit of the machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Who moved.
    pub thread: ThreadId,
    /// The instruction it executed.
    pub place: Place,
    /// Virtual time at its beginning and end, in nanoseconds since the start of the run.
    pub start_ns: u64,
    /// See `start_ns`.
    pub end_ns: u64,
    /// What others can notice of it, in order.
    pub events: Vec<Event>,
    /// How the view of the state changed.
    pub changes: Vec<Change>,
}

/// What others can notice of a step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// Text went to stdout or stderr.
    Output {
        /// To stderr rather than stdout.
        error: bool,
        /// What was written.
        text: String,
    },
    /// A shared variable was read: a global, or an attribute or item of an object.
    Read {
        /// `counter`, `self.value`, `d['k']`.
        variable: String,
        /// The repr of what was read, shortened.
        value: String,
    },
    /// A shared variable was written.
    Write {
        /// As in `Read`.
        variable: String,
        /// The repr of what was written, shortened.
        value: String,
    },
    /// A thread was started.
    Start {
        /// The new thread.
        thread: ThreadId,
    },
    /// A process was started; its main thread is the next thread to appear.
    StartProcess {
        /// The new process.
        process: ProcessId,
        /// Its main thread.
        thread: ThreadId,
    },
    /// A wait for the end of a thread or process is over.
    Join {
        /// The thread (of a process: its main thread) that had ended.
        thread: ThreadId,
    },
    /// A lock or permit was taken.
    Acquire {
        /// Which.
        sync: SyncId,
    },
    /// A lock or permit was given back.
    Release {
        /// Which.
        sync: SyncId,
    },
    /// An item was put into a queue or pipe.
    Put {
        /// Which.
        sync: SyncId,
        /// The repr of the item, shortened.
        item: String,
        /// Bytes that crossed a process border; 0 within a process.
        bytes: u32,
    },
    /// An item was taken from a queue or pipe.
    Get {
        /// Which.
        sync: SyncId,
        /// The repr of the item, shortened.
        item: String,
        /// As in `Put`.
        bytes: u32,
    },
    /// Waiting threads were told: `Event.set`, `Condition.notify`, `Barrier` full.
    Notify {
        /// Which.
        sync: SyncId,
    },
    /// The thread cannot go on for now: its status says on what it waits.
    Block,
    /// Another thread can go on because of this step.
    Wake {
        /// Which.
        thread: ThreadId,
    },
    /// A wait ended because its time was up.
    Timeout,
    /// An exception was raised or passed on into this frame.
    Raise {
        /// `ValueError: no such account`.
        text: String,
    },
    /// The thread ended.
    Finish,
    /// Another thread was cut off where it was (daemons at exit, `terminate`).
    Kill {
        /// Which.
        thread: ThreadId,
    },
    /// A process ended.
    Exit {
        /// Which.
        process: ProcessId,
        /// Its exit code; negative: the signal that ended it.
        code: i32,
    },
}

/// What a thread is doing between steps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Status {
    /// It can be chosen now. Who of the ready ones holds the GIL: [`crate::trace::ProcessView::gil`].
    Ready,
    /// It could go on, but not yet: another thread holds the GIL and this is no preemption point.
    NotNow,
    /// It waits for something; with `until_ns` only up to that virtual time.
    Blocked {
        /// What it waits for.
        on: BlockedOn,
        /// When a timeout ends the wait.
        until_ns: Option<u64>,
    },
    /// `time.sleep` or simulated I/O.
    Sleeping {
        /// When it ends.
        until_ns: u64,
    },
    /// It has ended.
    Finished,
    /// It was cut off at the exit of its process.
    Killed,
}

/// What a blocked thread waits for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum BlockedOn {
    /// A lock, queue, event, …; `owners` hold it at the moment.
    Sync {
        /// Which.
        sync: SyncId,
        /// Who holds it, if anyone can be said to.
        owners: Vec<ThreadId>,
        /// `acquire`, `get`, `put`, `wait`: what was called.
        operation: String,
    },
    /// The end of a thread (of a process: of its main thread).
    Join {
        /// Which.
        thread: ThreadId,
    },
    /// The ends of all its threads or children, at exit.
    Shutdown {
        /// Who is waited for now.
        thread: ThreadId,
    },
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// The program ended by itself.
    Finished {
        /// The exit code of the first process.
        exit_code: i32,
    },
    /// An exception reached the top of the main thread; stderr has the traceback.
    Exception {
        /// `NameError: name 'threading' is not defined`.
        text: String,
        /// The exit code of the first process.
        exit_code: i32,
    },
    /// Some thread that the program waits for can never move again.
    Deadlock {
        /// The threads that are blocked for ever.
        blocked: Vec<ThreadId>,
    },
    /// A limit of the machine was reached.
    Limit {
        /// Its name in `Limits`, such as `steps`.
        limit: String,
        /// A sentence for people.
        message: String,
    },
    /// The program needs what the machine does not have.
    Unsupported {
        /// Source line, from 1; 0 if unknown.
        line: u32,
        /// What is missing and what to use instead.
        message: String,
    },
    /// The source is no Python program; stderr has CPython's message.
    SyntaxError {
        /// Source line, from 1.
        line: u32,
        /// Column, from 1, in code points.
        column: u32,
        /// `'(' was never closed`.
        message: String,
    },
    /// Threads go round for ever, and no fair scheduler need end that.
    Livelock {
        /// Who, and where.
        going: Vec<Going>,
        /// Who waits meanwhile.
        blocked: Vec<ThreadId>,
        /// Whether one of those waits whatever the others do.
        deadlock: bool,
    },
}

/// A thread that goes round for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Going {
    /// Who.
    pub thread: ThreadId,
    /// The lines between which it does; 0 if they are unknown.
    pub lines: (u32, u32),
}

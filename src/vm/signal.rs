//! Why an instruction or a built-in does not simply give a value.

use crate::vm::value::{ObjectId, Value};

/// Why an instruction or a built-in does not simply give a value.
#[derive(Clone, Debug)]
pub enum Signal {
    /// An exception, an instance of `BaseException`.
    Raise(Value),
    /// The same, thrown into a generator: it brings its context.
    Throw(Value),
    /// The machine has to do something; its answer is the value.
    Request(Box<Request>),
    /// A Python function has to be called; its result is the value.
    Call(Box<Call>),
    /// A generator has to go on; what it yields is the value.
    Resume(Box<Resume>),
    /// The program needs what the machine does not have: a sentence that says what to use instead.
    Unsupported(Box<str>),
    /// A limit was reached: its name, and a sentence.
    Limit(&'static str, Box<str>),
}

/// What a built-in or an instruction gives.
pub type Answer<T = Value> = Result<T, Signal>;

/// A call to make.
#[derive(Clone, Debug)]
pub struct Call {
    /// Whom to call.
    pub function: Value,
    /// With what.
    pub args: Vec<Value>,
    /// Keyword arguments.
    pub keywords: Vec<crate::vm::object::Named>,
    /// What becomes of the result.
    pub ret: crate::vm::frame::Ret,
}

/// A generator to resume.
#[derive(Clone, Debug)]
pub struct Resume {
    /// The generator.
    pub generator: ObjectId,
    /// What `yield` gives, or the exception that it raises.
    pub value: Value,
    /// Whether `value` is an exception to raise there.
    pub throw: bool,
}

/// What the machine is asked to do. The answer is pushed on the thread's stack, or raised in it.
#[derive(Clone, Debug)]
pub enum Request {
    /// Write text to stdout or stderr; answers `None`.
    Write {
        /// To stderr.
        error: bool,
        /// What.
        text: String,
    },
    /// Wait for that long; answers `None`.
    Sleep {
        /// Virtual nanoseconds.
        ns: u64,
    },
    /// Occupy the processor for that long, holding the GIL; answers `None`.
    Compute {
        /// Virtual nanoseconds.
        ns: u64,
    },
    /// The clock; answers nanoseconds since the epoch of that clock as an int.
    Clock(Clock),
    /// Take a lock that is taken (or wait until it is free); answers whether it was taken.
    Acquire {
        /// A `Kind::Lock` or `Kind::RLock`.
        lock: ObjectId,
        /// Give up after that many nanoseconds.
        timeout: Option<u64>,
        /// What the lock is a part of, for reports: (owner, operation).
        context: Value,
    },
    /// Wait until this thread's entry among the waiters is notified; answers whether it was.
    Await {
        /// A `Kind::Waiters`.
        waiters: ObjectId,
        /// Give up after that many nanoseconds.
        timeout: Option<u64>,
        /// What is waited for, for reports.
        owner: Value,
        /// `get`, `wait`, …
        operation: Value,
    },
    /// Start a thread that calls `function(*args)`; answers its number.
    StartThread {
        /// What it calls.
        function: Value,
        /// With what.
        args: Vec<Value>,
        /// Its name, for reports.
        name: String,
        /// Daemon threads are cut off at exit.
        daemon: bool,
    },
    /// Wait for the end of a thread; answers whether it ended.
    JoinThread {
        /// Its number.
        thread: u32,
        /// Give up after that many nanoseconds.
        timeout: Option<u64>,
        /// At the exit of the program rather than in `join`.
        shutdown: bool,
    },
    /// Name or rename a thread for reports; answers `None`.
    NameThread {
        /// Its number.
        thread: u32,
        /// The name.
        name: String,
        /// Whether it is a daemon.
        daemon: bool,
    },
    /// Whether a thread has ended, as a bool.
    ThreadEnded {
        /// Its number.
        thread: u32,
    },
    /// Anything about processes and what they share.
    Process(ProcessRequest),
    /// Collect garbage; nothing is pushed.
    Collect,
    /// Go on with what the handler of a signal has interrupted; nothing is pushed.
    Handled,
    /// Nothing: the step ends here; answers `None`.
    Pause,
    /// End the process at once (`os._exit`); never answered.
    ExitProcess {
        /// The exit code.
        code: i32,
    },
}

/// Which clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// `time.time`
    Real,
    /// `time.monotonic`, `time.perf_counter`
    Monotonic,
    /// `time.process_time`
    Process,
    /// `time.thread_time`
    Thread,
    /// That of an event loop: as `Monotonic`, but in exploration only what the thread has slept and waited in vain since
    /// the loop last asked for `Passed`.
    Loop,
    /// In exploration: what `Loop` shows, which is zero from here on. 0 in a run.
    Passed,
    /// What has to be added to `Loop` for `Monotonic`. 0 in a run.
    LoopBase,
    /// 0; no event loop of the thread counts any more.
    LoopEnd,
}

/// What becomes of a signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignalAction {
    /// What the operating system does: the process ends.
    Default,
    /// Nothing.
    Ignore,
    /// A function of the program is called.
    Handler,
}

/// Requests about processes and what they share.
#[derive(Clone, Debug)]
pub enum ProcessRequest {
    /// Copy this process with only the calling thread; the child calls `function(*args)` and exits.
    /// Answers the child's number.
    Fork {
        /// What the child calls.
        function: Value,
        /// With what.
        args: Vec<Value>,
        /// The name.
        name: String,
        /// Daemon children are terminated at exit.
        daemon: bool,
    },
    /// Start a fresh interpreter that unpickles `data`, imports the main module and calls the result.
    Spawn {
        /// The pickled process object.
        data: Vec<u8>,
        /// The name.
        name: String,
        /// Daemon children are terminated at exit.
        daemon: bool,
        /// Through a fork server.
        forkserver: bool,
    },
    /// Wait for the end of a child; answers its exit code, or `None` after the timeout.
    Wait {
        /// Its number.
        process: u32,
        /// Give up after that many nanoseconds.
        timeout: Option<u64>,
    },
    /// The exit code of a child, or `None`.
    Poll {
        /// Its number.
        process: u32,
    },
    /// What becomes of a signal that another process sends; answers `None`.
    OnSignal {
        /// Its number.
        signal: i32,
        /// What.
        action: SignalAction,
    },
    /// Signal a process; answers whether there is one.
    Kill {
        /// Its number.
        process: u32,
        /// Its number, 0 for none.
        signal: i32,
        /// Whether it ends the wait that its main thread is in.
        wakes: bool,
    },
    /// A new pipe; answers its number.
    NewPipe {
        /// Bytes that fit.
        capacity: usize,
        /// What it is called in reports.
        name: String,
    },
    /// Append a message to a pipe, waiting for room; answers `None`.
    Send {
        /// The pipe.
        pipe: u32,
        /// The message.
        data: Vec<u8>,
        /// Its repr, for reports.
        repr: String,
    },
    /// Take a message from a pipe; answers bytes; raises EOFError if all writers are closed.
    Receive {
        /// The pipe.
        pipe: u32,
        /// Give up after that many nanoseconds (answers `None`).
        timeout: Option<u64>,
    },
    /// Wait until one of the pipes has a message or is closed or one of the processes has ended; answers
    /// the places of all that are ready (pipes first), or `None`.
    WaitPipes {
        /// The pipes.
        pipes: Vec<u32>,
        /// The processes.
        processes: Vec<u32>,
        /// Give up after that many nanoseconds.
        timeout: Option<u64>,
    },
    /// Whether a pipe has a message.
    HasMessage {
        /// The pipe.
        pipe: u32,
    },
    /// Open or close ends of a pipe in this process.
    Ends {
        /// The pipe.
        pipe: u32,
        /// Change of the number of readers.
        readers: i32,
        /// Change of the number of writers.
        writers: i32,
        /// Not in this process, but in a message under way between two.
        under_way: bool,
    },
    /// A new semaphore shared by processes; answers its number.
    NewSemaphore {
        /// Its value.
        value: u32,
        /// The highest value.
        max: u32,
        /// Whether its owner may take it again.
        recursive: bool,
        /// What it is called in reports.
        name: String,
    },
    /// Take a permit; answers whether it was taken.
    SemAcquire {
        /// The semaphore.
        semaphore: u32,
        /// Give up after that many nanoseconds.
        timeout: Option<u64>,
    },
    /// Give a permit back; answers whether that was allowed.
    SemRelease {
        /// The semaphore.
        semaphore: u32,
    },
    /// Value, owner and count of a semaphore as a tuple.
    SemState {
        /// The semaphore.
        semaphore: u32,
    },
    /// New shared memory of that many cells; answers its number.
    NewShared {
        /// The cells, numbers.
        cells: Vec<Value>,
    },
    /// Read a cell of shared memory.
    SharedGet {
        /// The memory.
        memory: u32,
        /// Which cell.
        index: usize,
    },
    /// Write a cell of shared memory.
    SharedSet {
        /// The memory.
        memory: u32,
        /// Which cell.
        index: usize,
        /// A number.
        value: Value,
    },
    /// Number, pid, parent's pid of this process as a tuple.
    Current,
}

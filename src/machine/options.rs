//! What a run depends on besides program and schedule, and the named limits.

use serde::{Deserialize, Serialize};

/// Where the machine lets another thread of the same process go on (DESIGN.md, *Rules of the machine*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Preemption {
    /// Where CPython 3.11 and newer can hand over the GIL.
    #[default]
    Cpython,
    /// Between any two instructions: what the language permits, and what 3.9 and older do.
    Bytecode,
    /// No GIL (3.14t): as `Bytecode`, and threads run in parallel on several cores.
    FreeThreaded,
}

impl Preemption {
    /// Every model, in the order in which they are offered.
    pub const ALL: [Preemption; 3] = [
        Preemption::Cpython,
        Preemption::Bytecode,
        Preemption::FreeThreaded,
    ];

    /// The name on the command line, in fences and in links.
    pub fn name(self) -> &'static str {
        match self {
            Preemption::Cpython => "cpython",
            Preemption::Bytecode => "bytecode",
            Preemption::FreeThreaded => "free-threaded",
        }
    }

    /// The model of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|model| model.name() == name)
    }
}

/// How `multiprocessing` makes a child, when the program does not choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StartMethod {
    /// A copy of the parent at that moment: the default of CPython 3.13 on Linux.
    #[default]
    Fork,
    /// A fresh interpreter that imports the main module again.
    Spawn,
    /// As `Spawn`, from a server process: the default from 3.14.
    Forkserver,
}

impl StartMethod {
    /// Every method, in the order in which they are offered.
    pub const ALL: [StartMethod; 3] = [
        StartMethod::Fork,
        StartMethod::Spawn,
        StartMethod::Forkserver,
    ];

    /// The name in `multiprocessing.set_start_method`, on the command line, in fences and in links.
    pub fn name(self) -> &'static str {
        match self {
            StartMethod::Fork => "fork",
            StartMethod::Spawn => "spawn",
            StartMethod::Forkserver => "forkserver",
        }
    }

    /// The method of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }
}

/// What a run depends on besides program and schedule.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Options {
    /// Where threads can be preempted.
    pub preemption: Preemption,
    /// Feeds `random`, and breaks ties between runnable threads.
    pub seed: u64,
    /// Cores that run processes (and, without a GIL, threads) at the same virtual instant.
    pub cores: u32,
    /// How long a thread keeps the GIL while others want it, in virtual nanoseconds.
    pub switch_interval_ns: u64,
    /// How `multiprocessing` makes a child, when the program does not choose.
    pub start_method: StartMethod,
    /// What `sys.argv[1:]` holds.
    pub args: Vec<String>,
    /// What ends a run that would not end by itself.
    pub limits: Limits,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            preemption: Preemption::default(),
            seed: 0,
            cores: 4,
            switch_interval_ns: 5_000_000,
            start_method: StartMethod::default(),
            args: Vec::new(),
            limits: Limits::default(),
        }
    }
}

/// What ends a run that would not end by itself; reaching one is the outcome `limit`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Limits {
    /// Work of all threads together, in instructions' worth ([`crate::machine::State::work`]).
    pub steps: u64,
    /// Bytes of live objects, by the machine's own estimate, over all processes.
    pub heap_bytes: u64,
    /// Bytes written to stdout and stderr together.
    pub output_bytes: u64,
    /// Threads alive at once, over all processes.
    pub threads: u32,
    /// Processes alive at once.
    pub processes: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            steps: 1_000_000_000,
            heap_bytes: 512 << 20,
            output_bytes: 16 << 20,
            threads: 2_000,
            processes: 200,
        }
    }
}

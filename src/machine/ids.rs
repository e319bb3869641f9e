//! Newtypes for what the machine counts, so that a thread is never mistaken for a process.

use serde::{Deserialize, Serialize};

/// A thread of any process: the order of creation in the whole run, the first main thread being 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ThreadId(pub u32);

/// A process: the order of creation, the program itself being 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ProcessId(pub u32);

impl ThreadId {
    /// The id as an index into a list of threads.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl ProcessId {
    /// The id as an index into a list of processes.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

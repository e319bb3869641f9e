//! What things cost on the virtual clock, in nanoseconds. Chosen to be of the order of a common
//! machine's, and round, so that pictures are easy to read.

/// One instruction.
pub const INSTRUCTION: u64 = 50;
/// A write to the terminal.
pub const WRITE: u64 = 5_000;
/// Making a thread.
pub const START_THREAD: u64 = 50_000;
/// Copying a process.
pub const FORK: u64 = 1_000_000;
/// Starting an interpreter.
pub const SPAWN: u64 = 40_000_000;
/// From sending a signal to the end of the process.
pub const SIGNAL: u64 = 100_000;
/// A call into the operating system.
pub const SYSTEM_CALL: u64 = 2_000;
/// A look at a clock, in exploration, where nothing else costs time.
pub const LOOK: u64 = 1_000_000;
/// The real time at which every run begins: 2025-01-01 12:00:00 UTC.
pub const EPOCH: u64 = 1_735_732_800_000_000_000;
/// A look at a clock that comes so soon after the thread's last one is part of a busy wait.
pub const SPIN_GAP: u64 = 2_000;
/// What such a look costs at most: a busy wait is fast-forwarded, in ticks that double up to this one.
pub const SPIN_TICK: u64 = 1_000_000;

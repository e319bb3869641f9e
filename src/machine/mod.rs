//! Processes, threads, the GIL, the clock and the things that threads meet at.
pub mod ids;
pub mod options;

//! What costs how much beyond the instructions executed, in instructions' worth: by these an endless program meets its
//! limit after about the same time, whether it computes, hands over, prints or copies. Measured natively, roughly.
//!
//! Must not know of virtual time: what a program takes on the timeline is the clock's.

/// A stretch of a thread: choosing who moves, taking the GIL.
pub const STRETCH: u64 = 120;
/// A piece of output.
pub const WRITE: u64 = 120;
/// Bytes of messages that cost as much as one instruction.
pub const BYTES: u64 = 16;
/// Bytes of new objects, what they take beside their contents among them, that cost as much as one instruction.
pub const MADE: u64 = 28;

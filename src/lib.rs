//! Lockstep: an interactive textbook on concurrency in Python.
pub mod trace;

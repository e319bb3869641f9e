//! Values, heap, frames and builtins: executes one instruction of one thread.

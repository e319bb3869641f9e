//! The engine's module, run in a module worker.
fn main() {}

//! The engine's module, run in a module worker.
fn main() {
    web_sys::console::debug_1(&"engine".into());
}

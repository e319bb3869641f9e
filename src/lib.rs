//! Lockstep: an interactive textbook on concurrency in Python, whose lessons' code is the simulation.
//!
//! The modules are layers; an import may point down this list, never up (ARCHITECTURE.md).
#[cfg(not(target_arch = "wasm32"))]
pub mod command;
pub mod explore;
/// CPython's grammar, as `build.rs` has read it.
macro_rules! grammar {
    () => {
        include!(concat!(env!("OUT_DIR"), "/grammar.rs"))
    };
}

pub mod lang;
pub mod machine;
pub mod protocol;
pub mod schedule;
#[cfg(feature = "ssr")]
pub mod site;
pub mod timeline;
pub mod trace;
#[cfg(feature = "ui")]
pub mod ui;
pub mod vm;

//! Values, heap, frames and builtins: executes one instruction of one thread, or returns a request
//! to the machine.
//!
//! Knows nothing of other threads, of schedules or of time: what it cannot do alone it asks for
//! (`signal::Request`). Python code is never run by recursion: what needs it is a frame.

pub mod attribute_changes;
pub mod attributes;
pub mod build;
pub mod built_in_attributes;
pub mod calls;
pub mod classes;
pub mod comparison;
pub mod compiled;
pub mod containers;
pub mod coroutines;
pub mod dict;
pub mod effects;
pub mod exec;
pub mod frame;
pub mod generators;
pub mod handover;
pub mod heap;
pub mod imports;
pub mod instances;
pub mod items;
pub mod iteration;
/// A source of the library, made short by `build.rs`.
macro_rules! text {
    ($file:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/library/", $file))
    };
}

pub mod library;
pub mod listed_attributes;
pub mod local;
pub mod matching;
pub mod name_map;
pub mod names;
pub mod natives;
pub mod object;
pub mod operations;
pub mod parameters;
pub mod pickle;
pub mod pickle_load;
pub mod pickle_reduce;
pub mod pickle_writer;
pub mod program;
pub mod rare;
pub mod set;
pub mod signal;
pub mod source;
pub mod suggest;
pub mod sure;
mod syntax_errors;
pub mod text;
pub mod text_of;
pub mod traceback;
pub mod types;
pub mod unwind;
pub mod value;
pub mod variables;
pub mod visit;

//! The record of one execution: what the player shows, the command line writes and tests compare.
//!
//! A trace is plain data, complete in itself: it names threads, code and values in text, so that
//! whoever draws it needs neither the machine nor the program's objects. It must not know the browser.

pub mod brief;
pub mod codes;
pub mod film;
mod heap;
pub mod json;
pub mod model;
pub mod notes;
pub mod perfetto;
pub mod record;
mod shared;
pub mod snapshot;
pub mod view;

pub use film::{Film, Head};
pub use model::*;
pub use view::{
    Change, FrameView, ProcessView, SharedView, StackValue, SyncView, ThreadView, Variable, View,
};

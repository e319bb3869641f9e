//! Who moves next: the text form of a schedule, and one policy per file behind one trait.
//!
//! Knows the machine; must not know traces or the browser.

pub mod as_cpython;
pub mod run;
pub mod text;

use crate::machine::{Move, State, ThreadId};

pub use as_cpython::AsCpython;
pub use run::{finish, play};
pub use text::Schedule;

/// Decides who moves next.
pub trait Policy {
    /// One of the moves; they are never empty.
    fn choose(&mut self, state: &State, moves: &[Move]) -> ThreadId;
}

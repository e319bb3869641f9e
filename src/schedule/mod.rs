//! Who moves next: the text form of a schedule, and one policy per file behind one trait.
//!
//! Knows the machine; must not know traces or the browser.

pub mod adversary;
pub mod as_cpython;
pub mod draw;
pub mod name;
pub mod round;
pub mod round_robin;
pub mod run;
pub mod seeded;
mod side_by_side;
pub mod text;

use crate::machine::{Move, Report, State, ThreadId};

pub use as_cpython::AsCpython;
pub use name::PolicyName;
pub use round::Round;
pub use run::{finish, finish_watched, play};
pub use text::Schedule;

/// Decides who moves next.
pub trait Policy {
    /// One of the moves; they are never empty.
    fn choose(&mut self, state: &State, moves: &[Move]) -> ThreadId;

    /// What the chosen thread has done; not told where nobody takes notes.
    fn notice(&mut self, _thread: ThreadId, _report: &Report) {}
}

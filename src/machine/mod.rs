//! Processes, threads, the GIL, the clock and the things that threads meet at.
//!
//! A [`State`] is a value. [`State::step`] lets one thread move and is the only way in which anything
//! moves: player, explorer, command line and the check of the lessons call it. Who moves is decided
//! elsewhere; this module knows nothing of schedules or traces.

pub mod clock;
pub mod describe;
pub mod exit;
pub mod ids;
pub mod key;
pub mod load;
pub mod options;
pub mod os;
mod plight;
pub mod processes;
pub mod requests;
mod signals;
pub mod state;
pub mod step;
mod work;

pub use ids::{ProcessId, ThreadId};
pub use key::Key;
pub use load::load;
pub use options::{Limits, Options, Preemption, StartMethod};
pub use state::{End, Ended, Pending, Process, Shared, State, Thread};
pub use step::{Move, Report};

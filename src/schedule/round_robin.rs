//! In turn: after every step the next thread that can move, in order of creation, and round again.

use crate::machine::{Move, State, ThreadId};
use crate::schedule::Policy;

/// Switches as often as the model allows.
#[derive(Clone, Copy, Debug, Default)]
pub struct RoundRobin;

impl Policy for RoundRobin {
    fn choose(&mut self, state: &State, moves: &[Move]) -> ThreadId {
        let after = |m: &&Move| state.last.is_none_or(|last| m.thread > last);
        let next = moves.iter().filter(after).min_by_key(|m| m.thread);
        let first = moves.iter().min_by_key(|m| m.thread);
        next.or(first).map_or(ThreadId(0), |m| m.thread)
    }
}

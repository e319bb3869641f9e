//! By lot: before every step one of those who can move is drawn, from a seed.

use crate::machine::{Move, State, ThreadId};
use crate::schedule::Policy;
use crate::schedule::draw::Draw;

/// The same seed draws the same run.
#[derive(Clone, Debug)]
pub struct Seeded(Draw);

impl Seeded {
    /// With that seed.
    pub fn new(seed: u64) -> Self {
        Seeded(Draw::new(seed))
    }
}

impl Policy for Seeded {
    fn choose(&mut self, _state: &State, moves: &[Move]) -> ThreadId {
        let mut threads: Vec<ThreadId> = moves.iter().map(|m| m.thread).collect();
        threads.sort();
        threads.dedup();
        let i = self.0.below(threads.len());
        threads.get(i).copied().unwrap_or(ThreadId(0))
    }
}

//! Processes that only compute, many instructions of one after the other instead of one by one in turn: far faster,
//! and nobody can tell the difference, since no process notices another until one asks something of the machine.
//! Where one does, the stretch is taken back. Knows the policy only in that whoever is behind goes on.

use crate::machine::clock::INSTRUCTION;
use crate::machine::{Move, State, ThreadId};
use crate::vm::exec::Pace;

/// Instructions below which a stretch is not worth a copy of the state.
const LEAST: u64 = 64;
/// Instructions beyond which it is not worth risking to take them back.
const MOST: u64 = 1 << 16;

/// How long a stretch to dare next, learnt from those before.
#[derive(Debug)]
pub struct SideBySide {
    length: u64,
    /// Moves to make one by one before the next try.
    pause: u64,
}

impl SideBySide {
    /// Nothing learnt yet.
    pub fn new() -> Self {
        SideBySide {
            length: LEAST,
            pause: 0,
        }
    }

    /// Lets all threads that compute, one in each process, go on by the same number of instructions; `false`, and
    /// the state as it was, if there are no such threads or if one of them would have done more than compute.
    pub fn advance(&mut self, state: &mut State, moves: &[Move]) -> bool {
        if self.pause > 0 {
            self.pause -= 1;
            return false;
        }
        let Some((threads, most)) = computing(state, moves) else {
            return false;
        };
        // An even number of rounds: of threads that are level, the one that moved last goes first in the next
        // round, so that after two rounds it is the turn of the same again.
        let length = self.length.min(most) & !1;
        if length < LEAST {
            return false;
        }
        let (before, last) = (state.clone(), state.last);
        if threads
            .iter()
            .all(|thread| state.advance(*thread, length, Pace::Anywhere, None))
        {
            state.last = last;
            self.length = (self.length * 2).min(MOST);
            return true;
        }
        *state = before;
        if self.length > LEAST {
            self.length = (length / 4).max(LEAST);
        } else {
            self.pause = LEAST * threads.len() as u64;
        }
        false
    }
}

/// The threads that compute, if there are several, each the only one of its process that could move, and all level;
/// and how many instructions they have until somebody wakes up.
fn computing(state: &State, moves: &[Move]) -> Option<(Vec<ThreadId>, u64)> {
    let (running, waking): (Vec<Move>, Vec<Move>) = moves
        .iter()
        .partition(|m| state.thread(m.thread).pending.is_none());
    // Where there are not enough cores, who gets one is decided at every instruction.
    if running.len() < 2 || running.len() > state.options.cores as usize {
        return None;
    }
    let first = running.iter().map(|m| m.begins_ns).min()?;
    let level = |m: &Move| m.begins_ns < first + INSTRUCTION;
    let process = |m: &Move| state.thread(m.thread).process;
    let alone = |m: &Move| running.iter().filter(|o| process(o) == process(m)).count() == 1;
    if !running.iter().all(|m| level(m) && alone(m)) {
        return None;
    }
    let until = waking.iter().map(|m| m.ready_ns.min(m.begins_ns)).min();
    let most = until.map_or(u64::MAX, |until| until.saturating_sub(first) / INSTRUCTION);
    Some((
        running.iter().map(|m| m.thread).collect(),
        most.saturating_sub(1),
    ))
}

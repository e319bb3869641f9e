//! As CPython would on a quiet machine: a thread keeps the GIL until it blocks, or until another has
//! waited for the switch interval; processes (and threads without a GIL) go on in virtual time.

use crate::machine::{Move, ProcessId, State, ThreadId};
use crate::schedule::Policy;
use crate::schedule::draw::Draw;

/// The default policy. The seed decides who of several waiting threads gets the GIL: 0 is first come,
/// first served; the operating system promises nothing.
#[derive(Clone, Debug)]
pub struct AsCpython {
    seed: u64,
    lots: Draw,
}

impl AsCpython {
    /// With the seed of the options.
    pub fn new(seed: u64) -> Self {
        AsCpython {
            seed,
            lots: Draw::new(seed),
        }
    }

    /// Who goes on in one process that has a GIL.
    fn within(&mut self, state: &State, process: ProcessId, moves: &[Move]) -> Move {
        let owner = state.process(process);
        let holder = owner
            .gil
            .and_then(|holder| {
                moves
                    .iter()
                    .find(|m| m.thread == holder && !m.timeout)
                    .copied()
            })
            .filter(|m| state.thread(m.thread).pending.is_none());
        if let Some(holder) = holder {
            let thread = state.thread(holder.thread);
            return match handover(state, process, moves, holder.thread) {
                Some((at, next)) if thread.switch_point && at <= thread.clock => next,
                _ => holder,
            };
        }
        let first = moves.iter().map(|m| m.begins_ns).min().unwrap_or(0);
        let mut waiting: Vec<Move> = moves
            .iter()
            .copied()
            .filter(|m| m.ready_ns.max(owner.busy_until) <= first)
            .collect();
        waiting.sort_by_key(|m| (m.ready_ns, m.thread));
        if self.seed == 0 || waiting.len() < 2 {
            return waiting[0];
        }
        let i = self.lots.below(waiting.len());
        waiting[i]
    }
}

/// When, and to whom, the holder of the GIL has to hand it over: to who has waited longest, once that
/// is the switch interval.
pub fn handover(
    state: &State,
    process: ProcessId,
    moves: &[Move],
    holder: ThreadId,
) -> Option<(u64, Move)> {
    let interval = state.options.switch_interval_ns;
    let since = state.process(process).gil_since;
    moves
        .iter()
        .filter(|m| m.thread != holder && state.thread(m.thread).process == process)
        .min_by_key(|m| (m.ready_ns, m.thread))
        .map(|m| (m.ready_ns.max(since) + interval, *m))
}

impl Policy for AsCpython {
    fn choose(&mut self, state: &State, moves: &[Move]) -> ThreadId {
        let mut candidates: Vec<Move> = Vec::new();
        if state.has_gil() {
            for process in &state.processes {
                let own: Vec<Move> = moves
                    .iter()
                    .copied()
                    .filter(|m| state.thread(m.thread).process == process.id)
                    .collect();
                if !own.is_empty() {
                    candidates.push(self.within(state, process.id, &own));
                }
            }
        } else {
            candidates = moves.to_vec();
        }
        let first = candidates
            .iter()
            .min_by_key(|m| (m.begins_ns, Some(m.thread) != state.last, m.thread));
        first.map_or(moves[0].thread, |m| m.thread)
    }
}

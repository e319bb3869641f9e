//! Whoever wants to see it break: a thread rests just before it writes what others share, and just after it
//! has taken a lock, as long as anybody else can move. Who has rested longest goes on first.

use crate::machine::step::Note;
use crate::machine::{Move, Preemption, Report, State, ThreadId};
use crate::schedule::Policy;
use crate::vm::effects::Effect;

/// For so many instructions of others a thread rests at most: somebody may spin until it goes on.
const PATIENCE: u64 = 300;

/// What it knows of the threads.
#[derive(Clone, Debug, Default)]
pub struct Adversary {
    /// Who rests, longest first, and since when in instructions.
    resting: Vec<(ThreadId, u64)>,
    /// Who has rested on the line on which it is.
    rested: Vec<(ThreadId, u32)>,
    /// Who took a lock in the last step.
    took: Option<ThreadId>,
}

impl Adversary {
    /// Whether a thread should rest where it is.
    fn tempts(&self, state: &State, thread: ThreadId) -> bool {
        self.took == Some(thread)
            || about_to_write(state, thread)
                .is_some_and(|line| !self.rested.contains(&(thread, line)))
    }
}

/// The line, if the next thing that a thread does is to write to what others may share. Where no switch is
/// possible right before the write, anywhere earlier on its line.
fn about_to_write(state: &State, thread: ThreadId) -> Option<u32> {
    let frame = state.thread(thread).stack.frames.last()?;
    let code = state.program.code(frame.code);
    if code.library {
        return None;
    }
    let at = frame.pc as usize;
    let line = code.code.positions.get(at)?.line;
    let writes = |at: usize| {
        let op = code.code.instructions.get(at).map(|i| i.op.name());
        matches!(
            op,
            Some("STORE_GLOBAL" | "STORE_ATTR" | "STORE_SUBSCR" | "STORE_DEREF")
        )
    };
    let same = |at: usize| code.code.positions.get(at).is_some_and(|p| p.line == line);
    let begun = at > 0 && same(at - 1);
    let ahead = || (at..).take_while(|at| same(*at)).any(writes);
    let early = state.options.preemption == Preemption::Cpython && begun && ahead();
    (writes(at) || early).then_some(line)
}

impl Policy for Adversary {
    fn choose(&mut self, state: &State, moves: &[Move]) -> ThreadId {
        let can = |thread: ThreadId| moves.iter().any(|m| m.thread == thread);
        let now = state.instructions;
        if let Some(last) = state.last {
            self.rested
                .retain(|(thread, line)| *thread != last || state.line_of(last) == *line);
            let rests = self.resting.iter().any(|(thread, _)| *thread == last);
            if can(last) && !rests {
                let impatient = self
                    .resting
                    .first()
                    .is_some_and(|(_, since)| now > since + PATIENCE);
                match self.tempts(state, last) {
                    true => self.resting.push((last, now)),
                    false if !impatient => return last,
                    false => {}
                }
            }
        }
        self.took = None;
        self.resting
            .retain(|(thread, _)| state.thread(*thread).ended.is_none());
        let rests = |thread: ThreadId| {
            self.resting
                .iter()
                .any(|(other, since)| *other == thread && now <= since + PATIENCE)
        };
        let awake = moves.iter().map(|m| m.thread).filter(|t| !rests(*t));
        let tired = self
            .resting
            .iter()
            .position(|(t, since)| can(*t) && now > since + PATIENCE);
        if let (Some(thread), None) = (awake.min(), tired) {
            return thread;
        }
        // Everybody rests or waits, or somebody has rested too long: who has rested longest goes on.
        let first = self.resting.iter().position(|(thread, _)| can(*thread));
        let thread = match tired.or(first) {
            Some(at) => self.resting.remove(at).0,
            None => moves.first().map_or(ThreadId(0), |m| m.thread),
        };
        self.rested.push((thread, state.line_of(thread)));
        thread
    }

    fn notice(&mut self, thread: ThreadId, report: &Report) {
        let takes = |note: &Note| matches!(note, Note::Effect(Effect::Acquire(_)));
        self.took = report.notes.iter().any(takes).then_some(thread);
    }
}

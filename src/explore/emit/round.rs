//! The schedule of an outcome in which threads go round for ever: the way there, and one round.

use super::{Emitted, Emitter, MAX_SILENT, Trail, walk};
use crate::explore::knowledge::Knowledge;
use crate::explore::start::Start;
use crate::machine::{Key, ThreadId};
use crate::schedule::{Round, Schedule, play};

/// Most times that a lap is gone until the state comes back: what is local may be done a little earlier or later.
const MOST_LAPS: usize = 6;

/// The schedule of a path and of the lap after it, which may be empty: those go round that nobody can notice. Played, it
/// has been found to go round.
///
/// # Errors
/// A sentence if the machine does not follow, or does not come back to the same state.
pub fn emit_round(
    start: &Start,
    knowledge: &mut Knowledge,
    path: &[ThreadId],
    lap: &[ThreadId],
    trail: &mut Trail,
) -> Result<(Emitted, Round), String> {
    let mut emitter = walk(start, knowledge, path, trail).map_err(|astray| astray.why)?;
    match lap.is_empty() {
        true => emitter.finish()?,
        false => emitter.catch_up()?,
    }
    let all = (0..emitter.real.threads.len() as u32).map(ThreadId);
    let (endless, others): (Vec<ThreadId>, Vec<ThreadId>) =
        all.partition(|t| emitter.world.is_endless(*t));
    // Nobody else can move in the exploration: here they may only not have come to their waits.
    for thread in others.into_iter().filter(|t| !lap.contains(t)) {
        while emitter.real.can_move(thread) {
            emitter.step(thread)?;
        }
    }
    let mut rounds: Vec<(ThreadId, usize)> = Vec::new();
    for thread in endless {
        rounds.push((thread, emitter.enter_circle(thread)?));
    }
    let mut marks: Vec<(Key, usize)> = vec![(emitter.real.key(), emitter.steps.len())];
    for _ in 0..MOST_LAPS {
        for thread in lap {
            emitter.fire(*thread, knowledge)?;
        }
        emitter.catch_up()?;
        for (thread, steps) in &rounds {
            for _ in 0..*steps {
                emitter.go(*thread)?;
            }
        }
        let key = emitter.real.key();
        if let Some((_, mark)) = marks.iter().find(|(other, _)| *other == key) {
            return emitter.with_round(start, *mark);
        }
        marks.push((key, emitter.steps.len()));
    }
    Err("the state does not come back".into())
}

impl Emitter {
    /// Lets a thread that goes round unnoticed come to where its state comes back (Brent 1980); how many steps that
    /// takes.
    fn enter_circle(&mut self, thread: ThreadId) -> Result<usize, String> {
        let (mut at, mut key, mut steps) = (self.place_of(thread), self.real.key(), 0);
        let mut power = 1;
        for _ in 0..MAX_SILENT {
            if !self.real.can_move(thread) {
                return Err("who goes round cannot move".into());
            }
            self.step(thread)?;
            steps += 1;
            if self.in_stretch(thread) {
                continue;
            }
            if self.place_of(thread) == at && self.real.key() == key {
                return Ok(steps);
            }
            if steps >= power {
                (at, key) = (self.place_of(thread), self.real.key());
                (power, steps) = (power * 2, 0);
            }
        }
        Err("no round is found".into())
    }

    /// How deep a thread is, and at which instruction.
    fn place_of(&self, thread: ThreadId) -> (usize, Option<u32>) {
        let frames = &self.real.thread(thread).stack.frames;
        (frames.len(), frames.last().map(|frame| frame.pc))
    }

    /// What was done, as a schedule whose round begins at a step; it is played to see whether it is one.
    fn with_round(self, start: &Start, mark: usize) -> Result<(Emitted, Round), String> {
        let mut schedule = Schedule::default();
        for (step, thread) in self.steps.iter().enumerate() {
            if step == mark {
                schedule.begin_round();
            }
            schedule.push(*thread);
        }
        let mut state = start.state.clone();
        let round = play(&mut state, &schedule, |_, _, _| {})?;
        let emitted = Emitted {
            schedule,
            state,
            world: self.world,
            wakeups: self.wakeups,
        };
        Ok((emitted, round.ok_or("no step is repeated")?))
    }
}

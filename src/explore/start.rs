//! Where explorations begin: what the first thread does before there is a second one is done once, for all of them.

use crate::explore::wakeups::Wakeups;
use crate::explore::world::{Place, World};
use crate::machine::{Report, State, ThreadId};

const MAIN: ThreadId = ThreadId(0);

/// The beginning of a program.
pub struct Start {
    /// The state that has not moved yet.
    pub state: State,
    /// The exploration as far as there is but one thread, counted.
    pub alone: World,
    /// The machine as every run uses it, as far.
    pub real: State,
    /// Steps up to there.
    pub steps: usize,
    /// Notifications up to there.
    pub wakeups: Wakeups,
}

impl Start {
    /// Of a state that has not moved yet.
    pub fn new(state: &State) -> Start {
        let alone = World::alone(state.clone(), true);
        let wanted = alone.place(MAIN);
        match follow(state.clone(), wanted) {
            Some((real, steps, wakeups)) => Start {
                state: state.clone(),
                alone,
                real,
                steps,
                wakeups,
            },
            None => Start {
                state: state.clone(),
                alone: World::alone(state.clone(), false),
                real: state.clone(),
                steps: 0,
                wakeups: Wakeups::default(),
            },
        }
    }

    /// Where the first thread is, counted.
    pub fn place(&self) -> Place {
        self.alone.place(MAIN)
    }
}

/// Lets the first thread go to a place; `None` if it does not get there by itself.
fn follow(mut real: State, wanted: Place) -> Option<(State, usize, Wakeups)> {
    let (mut begun, mut steps, mut wakeups) = (0, 0, Wakeups::default());
    while begun < wanted.begun || real.thread(MAIN).pending.is_some() {
        if real.end.is_some() || real.threads.len() > 1 || real.move_of(MAIN).is_none() {
            return None;
        }
        begun += u64::from(real.thread(MAIN).pending.is_none());
        steps += 1;
        let mut report = Report::default();
        real.step(MAIN, Some(&mut report));
        wakeups.note(&real, MAIN, &report);
    }
    let is_alone = real.end.is_none() && real.threads.len() == 1;
    is_alone.then_some((real, steps, wakeups))
}

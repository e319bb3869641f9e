//! Where explorations begin: what the first thread does before there is a second one is done once, for all of them.

use crate::explore::world::{Place, World};
use crate::machine::{State, ThreadId};

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
}

impl Start {
    /// Of a state that has not moved yet.
    pub fn new(state: &State) -> Start {
        let alone = World::alone(state.clone(), true);
        let wanted = alone.place(MAIN);
        match follow(state.clone(), wanted) {
            Some((real, steps)) => Start {
                state: state.clone(),
                alone,
                real,
                steps,
            },
            None => Start {
                state: state.clone(),
                alone: World::alone(state.clone(), false),
                real: state.clone(),
                steps: 0,
            },
        }
    }

    /// Where the first thread is, counted.
    pub fn place(&self) -> Place {
        self.alone.place(MAIN)
    }
}

/// Lets the first thread go to a place; `None` if it does not get there by itself.
fn follow(mut real: State, wanted: Place) -> Option<(State, usize)> {
    let (mut begun, mut steps) = (0, 0);
    while begun < wanted.begun || real.thread(MAIN).pending.is_some() {
        if real.end.is_some() || real.threads.len() > 1 || real.move_of(MAIN).is_none() {
            return None;
        }
        begun += u64::from(real.thread(MAIN).pending.is_none());
        steps += 1;
        real.step(MAIN, None);
    }
    (real.end.is_none() && real.threads.len() == 1).then_some((real, steps))
}

//! How likely each outcome is: the share of random runs that end in it, under a named scheduler and seed.
//!
//! These are runs as every run is, with virtual time; the exploration only says which outcomes there are.

use crate::explore::Outcome;
use crate::explore::outcome::{Ending, Kind};
use crate::explore::slices::Pace;
use crate::machine::State;
use crate::schedule::seeded::Seeded;
use crate::schedule::{AsCpython, Policy};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Most instructions of one random run; a longer one counts as one that never ends, if there is
/// such an outcome, or as none.
pub const MOST_INSTRUCTIONS: u64 = 200_000;
/// So many runs without an end are enough: they take longest, and more of them tell nothing new.
const MOST_ENDLESS: u32 = 20;
/// What an instruction that is a step of its own costs at most, all but always, in instructions' worth.
const WORK: u64 = 200;

/// Who chooses in random runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scheduler {
    /// At every step any of the threads that can move, all alike.
    Uniform,
    /// As CPython: the switch interval, and lots for who of several waiting threads gets the GIL.
    Cpython,
}

impl Scheduler {
    /// Both.
    pub const ALL: [Scheduler; 2] = [Scheduler::Uniform, Scheduler::Cpython];

    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Scheduler::Uniform => "uniform",
            Scheduler::Cpython => "cpython",
        }
    }

    fn start(self, seed: u64) -> Box<dyn Policy> {
        match self {
            Scheduler::Uniform => Box::new(Seeded::new(seed)),
            Scheduler::Cpython => Box::new(AsCpython::new(seed)),
        }
    }
}

/// How many of the runs under a scheduler ended in which outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Likelihood {
    /// Who chose.
    pub scheduler: Scheduler,
    /// The seed from which the seed of every run comes.
    pub seed: u64,
    /// How many runs there were.
    pub runs: u32,
    /// How many ended in each outcome, in the order of the outcomes.
    pub hits: Vec<u32>,
    /// How many ended in none of them, or not at all.
    pub other: u32,
    /// How many of those were cut off before their end.
    pub cut: u32,
}

impl Likelihood {
    /// How many ended in none of the outcomes; if all interleavings were covered there is none such.
    pub fn unforeseen(&self) -> u32 {
        self.other - self.cut
    }
}

/// The likelihoods under all schedulers, from so many runs of each.
pub async fn likelihoods(
    start: &State,
    outcomes: &[Outcome],
    runs: u32,
    pace: &Pace,
) -> Vec<Likelihood> {
    let seed = start.options.seed;
    let mut counted = Scheduler::ALL.map(|scheduler| Likelihood {
        scheduler,
        seed,
        runs: 0,
        hits: vec![0; outcomes.len()],
        other: 0,
        cut: 0,
    });
    let mut endless = [0; Scheduler::ALL.len()];
    // In turn, so that whoever has to stop has heard of both.
    for number in 1..=u64::from(runs) {
        for (own, endless) in counted.iter_mut().zip(&mut endless) {
            if *endless == MOST_ENDLESS {
                continue;
            }
            // Neither the seed 0, which draws no lots, nor twice the same one.
            let lots = seed.wrapping_mul(0x9E37_79B9).wrapping_add(number);
            let (state, ended) = run(start, own.scheduler.start(lots));
            *endless += u32::from(!ended);
            let hit = match ended {
                true => {
                    let ending = Ending::of(&state, false);
                    outcomes.iter().position(|o| is_same(&o.ending, &ending))
                }
                false => outcomes.iter().position(|o| goes_on(&o.ending, &state)),
            };
            match hit {
                Some(outcome) => own.hits[outcome] += 1,
                None => {
                    own.other += 1;
                    own.cut += u32::from(!ended);
                }
            }
            own.runs += 1;
        }
        let done = counted.iter().map(|own| own.runs).max().unwrap_or(0);
        if endless.iter().all(|own| *own == MOST_ENDLESS)
            || !pace.turn(|status| status.runs = done).await
        {
            break;
        }
    }
    counted.into()
}

/// One run to its end, or until it is cut off: whether it has ended.
fn run(start: &State, mut policy: Box<dyn Policy>) -> (State, bool) {
    let mut state = start.clone();
    Rc::make_mut(&mut state.options).limits.steps = MOST_INSTRUCTIONS * WORK;
    loop {
        let moves = state.moves();
        if moves.is_empty() {
            return (state, true);
        }
        if state.instructions > MOST_INSTRUCTIONS {
            return (state, false);
        }
        let thread = policy.choose(&state, &moves);
        state.step(thread, None);
    }
}

/// Whether a run that has not ended for long goes on as those do that never end: it has printed what they have.
fn goes_on(ending: &Ending, state: &State) -> bool {
    let never = ending.kind == Kind::Livelock || ending.in_cycle;
    never && ending.stdout == state.text(false) && ending.stderr == state.text(true)
}

/// Whether readers would call two endings the same.
fn is_same(a: &Ending, b: &Ending) -> bool {
    let waits = |e: &Ending| -> Vec<(String, String)> {
        let all = e.blocked.iter();
        all.map(|b| (b.thread.clone(), b.on.clone())).collect()
    };
    (a.kind, a.exit_code) == (b.kind, b.exit_code)
        && a.stdout == b.stdout
        && a.stderr == b.stderr
        && waits(a) == waits(b)
}

#[cfg(test)]
mod tests {
    use crate::explore::{Settings, explore, slices::unwatched};
    use crate::machine::{Options, Preemption, load};

    const RACE: &str = "import threading\nn = 0\ndef f():\n    global n\n    n += 1\n\
        ts = [threading.Thread(target=f) for _ in range(2)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint(n)\n";

    #[test]
    fn lots_lose_the_update_and_cpython_does_not() {
        let options = Options {
            preemption: Preemption::Bytecode,
            ..Options::default()
        };
        let state = load("race.py", RACE.as_bytes(), &options).expect("it is Python");
        let settings = Settings {
            runs: 300,
            ..Settings::default()
        };
        let found = explore(&state, &settings, &mut unwatched);
        let printed: Vec<_> = found
            .outcomes
            .iter()
            .map(|o| o.ending.stdout.as_str())
            .collect();
        assert_eq!(printed, ["2\n", "1\n"]);
        let [uniform, cpython] = found.likelihood.as_slice() else {
            panic!("both schedulers")
        };
        assert_eq!(
            (cpython.hits.as_slice(), cpython.other),
            ([300, 0].as_slice(), 0)
        );
        assert_eq!((uniform.hits.iter().sum::<u32>(), uniform.other), (300, 0));
        assert!(
            uniform.hits.iter().all(|hits| *hits > 10),
            "{:?}",
            uniform.hits
        );
        let again = explore(&state, &settings, &mut unwatched);
        assert_eq!(again.likelihood, found.likelihood, "the seed decides");
    }

    #[test]
    fn runs_without_an_end_are_not_repeated_for_long() {
        let endless = "x = 0\nwhile x >= 0: x = 1 - x\n";
        let state = load("endless.py", endless.as_bytes(), &Options::default()).expect("Python");
        let settings = Settings {
            runs: 1_000,
            ..Settings::default()
        };
        let found = explore(&state, &settings, &mut unwatched);
        let counted = found.likelihood.iter().map(|l| (l.runs, l.hits[0], l.cut));
        assert_eq!(counted.collect::<Vec<_>>(), [(20, 20, 0); 2], "a livelock");
        // What it prints meanwhile tells an endless run from others.
        let some = "import threading\ndone = False\ndef wait():\n    while not done: pass\n\
            threading.Thread(target=wait, daemon=True).start()\nprint('on')\n\
            while True: pass\n";
        let state = load("some.py", some.as_bytes(), &Options::default()).expect("Python");
        let found = explore(&state, &settings, &mut unwatched);
        let counted = found.likelihood.iter().map(|l| (l.runs, l.hits[0], l.cut));
        assert_eq!(counted.collect::<Vec<_>>(), [(20, 20, 0); 2]);
    }
}

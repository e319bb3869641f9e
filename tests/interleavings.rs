//! The explorer on small random programs: its outcomes are those of a search without reductions, its schedules replay,
//! random runs are among its outcomes, and what CPython can do is possible between any two instructions as well.
//!
//! `cargo xtask fuzz --target interleavings` goes on with other programs for as long as it is told.

#[path = "explore/plain.rs"]
mod plain;
#[path = "explore/random.rs"]
mod random;

use lockstep::explore::outcome::Ending;
use lockstep::explore::{Kind, Settings};
use lockstep::machine::Preemption;
use plain::{Compared, compare, start};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// Programs of the test: so many from the first number.
const PROGRAMS: u64 = 60;
/// Most states of the exploration and of the plain search: of a larger program only what that has found is looked at.
const MOST_STATES: u32 = 5_000;
const MOST_PLAIN: usize = 2_000;

/// What is wrong with an exploration of the program of a number; whether it was complete in each model.
fn problems(number: u64) -> (Vec<String>, [bool; 3]) {
    let source = random::program(number);
    let settings = Settings {
        max_states: MOST_STATES,
        ..Settings::default()
    };
    let models = [
        Preemption::Bytecode,
        Preemption::Cpython,
        Preemption::FreeThreaded,
    ];
    let mut problems = Vec::new();
    let all = models.map(|model| {
        let start = start("random", &source, model);
        let Compared {
            found,
            problems: own,
            plain: (states, _),
        } = compare(&start, &settings, MOST_PLAIN);
        let place = format!("program {number}, {}: ", model.name());
        problems.extend(own.iter().map(|p| format!("{place}{p}")));
        if states == 0 {
            problems.push(format!("{place}the plain search looked at nothing"));
        }
        found
    });
    let endings = |i: usize| -> BTreeSet<&Ending> {
        let ends = all[i].outcomes.iter().map(|o| &o.ending);
        ends.filter(|e| e.kind != Kind::Livelock).collect()
    };
    if all[0].complete && all[1].complete {
        let more = endings(1);
        let impossible = more.difference(&endings(0)).count();
        if impossible > 0 {
            problems.push(format!(
                "program {number}: {impossible} outcomes in the model cpython alone"
            ));
        }
    }
    if !problems.is_empty() {
        problems.push(source);
    }
    (problems, all.map(|found| found.complete))
}

/// From a number on, until `go_on` says no; all that is wrong.
fn look(first: u64, go_on: impl Fn(u64) -> bool) {
    let (mut wrong, mut complete, mut number) = (Vec::new(), 0, first);
    while go_on(number - first) {
        let (problems, covered) = problems(number);
        complete += covered.iter().filter(|c| **c).count();
        for problem in &problems {
            println!("{problem}");
        }
        wrong.extend(problems);
        number += 1;
    }
    let looked = number - first;
    println!("{looked} programs in three models, {complete} explorations complete");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(complete as u64 >= looked, "hardly any is complete");
}

#[test]
fn random_programs_as_a_plain_search() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
    match number("LOCKSTEP_INTERLEAVINGS_MINUTES") {
        None => look(0, |done| done < PROGRAMS),
        Some(minutes) => {
            let end = Instant::now() + Duration::from_secs(60 * minutes);
            let first = number("LOCKSTEP_INTERLEAVINGS_FROM").unwrap_or(PROGRAMS);
            look(first, |_| Instant::now() < end);
        }
    }
}

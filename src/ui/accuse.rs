//! What the machine accuses, for the marks in code and timeline: both accesses of a race, the waits of a deadlock.
//!
//! Says where; who asked and what is drawn is others'.

use crate::explore::{Exploration, Kind, Race, Side};
use crate::machine::ids::ThreadId;
use crate::timeline::{Spot, ThreadState};
use crate::ui::narrate::Teller;
use crate::ui::recording::Recording;
use crate::ui::text::code;

/// So many steps of a side are looked at, so that a long run does not wait.
const MOST_STEPS: usize = 2_000;

/// An accusation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Charge {
    /// Notes for lines of the program.
    pub notes: Vec<(u32, String)>,
    /// Places on the timeline.
    pub spots: Vec<Spot>,
}

impl Charge {
    /// What an exploration has against a program; the places are those of the run shown.
    pub fn new(found: &Exploration, teller: &Teller) -> Self {
        let mut charge = Charge::default();
        let told = found.bug().and_then(|number| found.outcomes.get(number));
        let deadlock = told.filter(|o| o.ending.kind == Kind::Deadlock);
        for blocked in deadlock.iter().flat_map(|o| &o.ending.blocked) {
            charge.note(blocked.line, teller.waits(blocked));
            charge.spots.extend(wait(teller.recording, &blocked.thread));
        }
        for race in &found.races {
            for side in &race.sides {
                charge.note(side.line, teller.access(side, &code(&race.location)));
            }
            charge.spots.extend(accesses(teller.recording, race));
        }
        charge
    }

    fn note(&mut self, line: u32, text: String) {
        if line > 0 && !self.notes.contains(&(line, text.clone())) {
            self.notes.push((line, text));
        }
    }
}

/// Where a thread begins to wait for ever, if it does so in this run.
fn wait(recording: &Recording, thread: &str) -> Option<Spot> {
    let id = recording.thread_named(thread)?;
    let last = recording.rows.threads.get(id.index())?.segments.last()?;
    let for_ever = matches!(last.state, ThreadState::Blocked(_)) && last.to == recording.len();
    for_ever.then_some(Spot::Wait(id, last.from))
}

/// The two accesses in this run that are nearest to each other.
fn accesses(recording: &Recording, race: &Race) -> Vec<Spot> {
    let variables = &recording.rows.variables;
    let variable = variables.iter().position(|v| v.name == race.location);
    let [a, b] = race
        .sides
        .each_ref()
        .map(|side| steps(recording, side, variable));
    let pairs = a.iter().flat_map(|a| {
        let after = b.partition_point(|b| b.1 < a.1);
        let near = [after.checked_sub(1), Some(after)].into_iter().flatten();
        near.filter_map(|at| b.get(at)).map(move |b| (*a, *b))
    });
    let nearest = pairs.min_by_key(|(a, b)| a.1.abs_diff(b.1));
    let spot = |(thread, step)| Spot::Access(thread, step, variable);
    nearest.map_or(Vec::new(), |(a, b)| vec![spot(a), spot(b)])
}

/// The steps of a run that are a side of a race: by the variable's marks if it has any, else by thread and line.
fn steps(recording: &Recording, side: &Side, variable: Option<usize>) -> Vec<(ThreadId, u32)> {
    let Some(thread) = recording.thread_named(&side.thread) else {
        return Vec::new();
    };
    let line = |step| {
        recording
            .step_to(step)
            .is_some_and(|found| recording.line(found.place) == side.line)
    };
    match variable.and_then(|v| recording.rows.variables.get(v)) {
        Some(row) => {
            let mine = row.marks.iter();
            let mine = mine.filter(|mark| mark.thread == thread && mark.write == side.write);
            let mine = mine.take(MOST_STEPS).filter(|mark| line(mark.step));
            mine.map(|mark| (thread, mark.step)).collect()
        }
        None => {
            let mine =
                (1..=recording.len()).filter(|step| recording.rows.mover(*step) == Some(thread));
            let mine = mine.take(MOST_STEPS).filter(|step| line(*step));
            mine.map(|step| (thread, step)).collect()
        }
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::protocol::Run;
    use crate::timeline::sample::race;
    use crate::ui::text::{Lang, plain};

    fn charge(location: &str) -> Charge {
        let recording = Recording::new(Run::of(race()));
        // Every mark's own line, so that the test does not depend on the sample's code.
        let line = |step| {
            recording
                .step_to(step)
                .map_or(0, |s| recording.line(s.place))
        };
        let side = |thread: u32, step, write| Side {
            thread: recording.head().threads[thread as usize].name.clone(),
            line: line(step),
            write,
            locks: Vec::new(),
        };
        let found = Exploration {
            races: vec![Race {
                location: location.into(),
                sides: [side(1, 9, false), side(2, 14, true)],
                schedule: String::new(),
            }],
            ..Exploration::default()
        };
        Charge::new(
            &found,
            &Teller {
                lang: Lang::En,
                recording: &recording,
            },
        )
    }

    #[test]
    fn a_race_is_found_in_the_run_that_is_shown() {
        let charge = charge("counter");
        let spot = |thread, step| Spot::Access(ThreadId(thread), step, Some(0));
        assert_eq!(charge.spots, [spot(1, 9), spot(2, 14)]);
        let texts: Vec<_> = charge.notes.iter().map(|(_, text)| plain(text)).collect();
        assert_eq!(texts, ["T1 reads counter", "T2 writes counter"]);
    }

    #[test]
    fn a_race_of_something_without_a_lane_is_found_by_its_lines() {
        let spots = charge("something.else").spots;
        assert!(
            matches!(
                spots[..],
                [
                    Spot::Access(ThreadId(1), _, None),
                    Spot::Access(ThreadId(2), _, None)
                ]
            ),
            "{spots:?}"
        );
    }

    #[test]
    fn nothing_is_accused_of_nothing() {
        let recording = Recording::new(Run::of(race()));
        let teller = Teller {
            lang: Lang::Ru,
            recording: &recording,
        };
        assert_eq!(
            Charge::new(&Exploration::default(), &teller),
            Charge::default()
        );
    }
}

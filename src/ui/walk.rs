//! How far a step goes: an instruction, a line, to the next switch, to the next turn of one thread; and
//! where two runs part.
//!
//! Pure: from a recording and a position to a position. Must not know the browser.

use crate::machine::ids::ThreadId;
use crate::trace::View;
use crate::ui::recording::Recording;
use crate::ui::text::Label;

/// How far a step goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// One instruction of whoever moves.
    #[default]
    Instruction,
    /// Until the thread stands at another line, calls stepped over.
    Line,
    /// Until another thread takes over.
    Switch,
    /// To the next step of the same thread, whatever others do meanwhile.
    Turn,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Unit; 4] = [Unit::Instruction, Unit::Line, Unit::Switch, Unit::Turn];

    /// Its name and its key.
    pub fn label(self) -> (Label, &'static str) {
        match self {
            Unit::Instruction => (Label::UnitInstruction, "i"),
            Unit::Line => (Label::UnitLine, "l"),
            Unit::Switch => (Label::UnitSwitch, "s"),
            Unit::Turn => (Label::UnitTurn, "t"),
        }
    }
}

/// Where a thread stands: how deep in calls, and on which line.
fn stands(recording: &Recording, view: &View, thread: ThreadId) -> Option<(usize, u32)> {
    let info = view.threads.get(thread.index())?;
    let place = Recording::place_of(view, thread)?;
    Some((info.depth(), recording.line(place)))
}

/// The position to which a step forward goes.
pub fn forward(recording: &Recording, from: u32, thread: ThreadId, unit: Unit) -> u32 {
    let rows = &recording.rows;
    match unit {
        Unit::Instruction => from + 1,
        Unit::Switch => recording.switch(from, true),
        Unit::Turn => rows.next_of(thread, from).unwrap_or(recording.len()),
        Unit::Line => {
            let mut start = stands(recording, &recording.view(from), thread);
            let mut at = from;
            while let Some(next) = rows.next_of(thread, at) {
                at = next;
                let now = stands(recording, &recording.view(at), thread);
                let stays = match (start, now) {
                    (Some((depth, line)), Some((deep, on))) => {
                        deep > depth || deep == depth && (on == line || on == 0)
                    }
                    // It has only just begun its first line.
                    (None, Some(_)) => true,
                    (_, None) => false,
                };
                start = start.or(now);
                if !stays {
                    return at;
                }
            }
            recording.len()
        }
    }
}

/// The position to which a step back goes.
pub fn back(recording: &Recording, from: u32, thread: ThreadId, unit: Unit) -> u32 {
    let rows = &recording.rows;
    let before = |position: u32| rows.last_of(thread, position);
    match unit {
        Unit::Instruction => from.saturating_sub(1),
        Unit::Switch => recording.switch(from, false),
        Unit::Turn => match before(from) {
            Some(last) if last == from => before(from - 1).unwrap_or(0),
            last => last.unwrap_or(0),
        },
        Unit::Line => {
            let depth = stands(recording, &recording.view(from), thread);
            let depth = depth.map_or(usize::MAX, |(depth, _)| depth);
            let (mut at, mut line) = (from, None);
            while let Some(step) = before(at) {
                let was = stands(recording, &recording.view(step - 1), thread);
                match (was, line) {
                    // Inside a call that the line makes.
                    (Some((deep, _)), _) if deep > line.map_or(depth, |(depth, _)| depth) => {}
                    (was, None) => line = Some(was.unwrap_or((0, 0))),
                    // Before its first step it stood nowhere: that step begins the line.
                    (None, Some(_)) => {}
                    (was, Some(known)) if was != Some(known) => return at,
                    _ => {}
                }
                at = step - 1;
            }
            at
        }
    }
}

/// The first step in which two runs differ: another thread moves, or only one of them goes on.
pub fn parting(a: &Recording, b: &Recording) -> Option<u32> {
    let (mut left, mut right) = (a.rows.runs.iter(), b.rows.runs.iter());
    loop {
        match (left.next(), right.next()) {
            (Some(x), Some(y)) if x == y => {}
            (Some((who, to)), Some((other, until))) => {
                // Up to the end of the shorter turn both do the same, if it is the same thread's.
                let begins = a.rows.runs.iter().map(|(_, to)| *to);
                let begins = begins.take_while(|end| end < to && end < until).last();
                return Some(match who == other {
                    true => *to.min(until) + 1,
                    false => begins.unwrap_or(0) + 1,
                });
            }
            (None, None) => return None,
            _ => return Some(a.len().min(b.len()) + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::ids::ThreadId;
    use crate::protocol::Run;
    use crate::timeline::sample::race;

    const T1: ThreadId = ThreadId(1);
    const T2: ThreadId = ThreadId(2);

    fn recording() -> Recording {
        Recording::new(Run::of(race()))
    }

    #[test]
    fn a_step_goes_as_far_as_its_unit_says() {
        let recording = recording();
        // main 1-7, T1 8-9, T2 10-15, T1 16-19, main 20-24.
        let to = |from, thread, unit| forward(&recording, from, thread, unit);
        assert_eq!(to(9, T2, Unit::Instruction), 10);
        assert_eq!(to(9, T2, Unit::Switch), 15);
        assert_eq!(to(9, T1, Unit::Turn), 16);
        // T1 has read on line 7, and is through with the line when it returns.
        assert_eq!(to(9, T1, Unit::Line), 19);
        assert_eq!(to(9, T2, Unit::Line), 10);
        assert_eq!(to(10, T2, Unit::Line), 15);
        assert_eq!(to(20, T1, Unit::Turn), 24);
        assert_eq!(to(22, T2, Unit::Line), 24);
    }

    #[test]
    fn a_step_back_undoes_a_step_forward() {
        let recording = recording();
        let to = |from, thread, unit| back(&recording, from, thread, unit);
        assert_eq!(to(10, T2, Unit::Instruction), 9);
        assert_eq!(to(15, T2, Unit::Switch), 9);
        assert_eq!(to(16, T1, Unit::Turn), 9);
        assert_eq!(to(18, T2, Unit::Turn), 15);
        assert_eq!(to(0, T2, Unit::Turn), 0);
        assert_eq!(to(15, T2, Unit::Line), 10);
    }

    #[test]
    fn two_runs_part_where_another_thread_moves() {
        let (a, b) = (recording(), recording());
        assert_eq!(parting(&a, &b), None);
        let mut trace = race();
        trace.steps.truncate(20);
        let shorter = Recording::new(Run::of(trace.clone()));
        assert_eq!(parting(&a, &shorter), Some(21));
        trace.steps[9].thread = T1;
        let other = Recording::new(Run::of(trace.clone()));
        assert_eq!(parting(&a, &other), Some(10));
        trace.steps[0].thread = T1;
        let first = Recording::new(Run::of(trace));
        assert_eq!(parting(&a, &first), Some(1));
    }
}

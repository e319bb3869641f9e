//! The text form of a schedule: who moved, and for how many steps, such as `m35 a7 b7 m12`.
//!
//! `m` is the first thread, `a`, `b`, … those after it in order of creation (without `m`); from the
//! 26th on they are numbers in parentheses.

use crate::machine::ThreadId;
use std::fmt;

/// Most steps that a schedule may have.
pub const MAX_STEPS: u64 = 10_000_000;

/// Runs of steps of one thread.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    runs: Vec<(ThreadId, u32)>,
}

/// Why a text is no schedule: a sentence with the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduleError(pub String);

impl Schedule {
    /// Notes one more step.
    pub fn push(&mut self, thread: ThreadId) {
        match self.runs.last_mut() {
            Some((last, count)) if *last == thread => *count += 1,
            _ => self.runs.push((thread, 1)),
        }
    }

    /// From turns: who, and for how many steps.
    pub fn of_runs(runs: impl IntoIterator<Item = (ThreadId, u32)>) -> Self {
        Schedule {
            runs: runs.into_iter().collect(),
        }
    }

    /// How many steps.
    pub fn len(&self) -> u64 {
        self.runs.iter().map(|(_, count)| u64::from(*count)).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// The threads, step by step.
    pub fn steps(&self) -> impl Iterator<Item = ThreadId> + '_ {
        self.runs
            .iter()
            .flat_map(|(thread, count)| std::iter::repeat_n(*thread, *count as usize))
    }

    /// Reads the text form.
    ///
    /// # Errors
    /// A sentence that names the part that is wrong.
    pub fn parse(text: &str) -> Result<Schedule, ScheduleError> {
        let mut schedule = Schedule::default();
        let mut total = 0u64;
        for part in text.split_whitespace() {
            let wrong = |why: &str| ScheduleError(format!("«{part}» in the schedule {why}"));
            let (name, count) = if let Some(rest) = part.strip_prefix('(') {
                let (number, count) = rest
                    .split_once(')')
                    .ok_or_else(|| wrong("has no closing parenthesis"))?;
                let id = number.parse().map_err(|_| wrong("names no thread"))?;
                (ThreadId(id), count)
            } else {
                let letter = part.chars().next().unwrap_or_default();
                let id = id_of(letter).ok_or_else(|| wrong("names no thread"))?;
                (id, &part[letter.len_utf8()..])
            };
            let count: u32 = if count.is_empty() {
                1
            } else {
                count.parse().map_err(|_| wrong("has no number of steps"))?
            };
            total += u64::from(count);
            if total > MAX_STEPS {
                return Err(wrong("makes it longer than ten million steps"));
            }
            for _ in 0..count.min(1) {
                schedule.push(name);
            }
            if let Some((_, length)) = schedule.runs.last_mut() {
                *length += count.saturating_sub(1);
            }
        }
        Ok(schedule)
    }
}

fn id_of(letter: char) -> Option<ThreadId> {
    match letter {
        'm' => Some(ThreadId(0)),
        'a'..='l' => Some(ThreadId(letter as u32 - 'a' as u32 + 1)),
        'n'..='z' => Some(ThreadId(letter as u32 - 'a' as u32)),
        _ => None,
    }
}

pub(super) fn name_of(id: ThreadId) -> String {
    match id.0 {
        0 => "m".into(),
        n @ 1..=12 => char::from(b'a' + n as u8 - 1).to_string(),
        n @ 13..=25 => char::from(b'a' + n as u8).to_string(),
        n => format!("({n})"),
    }
}

impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, (thread, count)) in self.runs.iter().enumerate() {
            let space = if i == 0 { "" } else { " " };
            write!(f, "{space}{}{count}", name_of(*thread))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_back() {
        let mut schedule = Schedule::default();
        for id in [0, 0, 1, 12, 13, 25, 26, 26] {
            schedule.push(ThreadId(id));
        }
        let text = schedule.to_string();
        assert_eq!(text, "m2 a1 l1 n1 z1 (26)2");
        assert_eq!(Schedule::parse(&text), Ok(schedule));
    }

    #[test]
    fn bad_texts_are_named() {
        let error = |text| Schedule::parse(text).expect_err("must be refused").0;
        assert_eq!(error("m2 Q1"), "«Q1» in the schedule names no thread");
        assert_eq!(error("mx"), "«mx» in the schedule has no number of steps");
        assert_eq!(
            error("(3"),
            "«(3» in the schedule has no closing parenthesis"
        );
        assert_eq!(
            error("m9999999 a2"),
            "«a2» in the schedule makes it longer than ten million steps"
        );
    }
}

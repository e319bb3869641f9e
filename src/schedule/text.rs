//! The text form of a schedule: who moved, and for how many steps, such as `m35 a7 b7 m12`.
//!
//! `m` is the first thread, `a`, `b`, … those after it in order of creation (without `m`); from the
//! 26th on they are numbers in parentheses. What stands in brackets at the end, as in `m35 [a7 b7]`, is a round that is
//! gone for ever: [`crate::schedule::round`] sees to it that this is true.

use crate::machine::ThreadId;
use std::fmt;

/// Most steps that a schedule may have.
pub const MAX_STEPS: u64 = 10_000_000;

/// Runs of steps of one thread.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    runs: Vec<(ThreadId, u32)>,
    /// Which of the runs begins the round.
    mark: Option<usize>,
}

/// Why a text is no schedule: a sentence with the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduleError(pub String);

impl Schedule {
    /// Notes one more step.
    pub fn push(&mut self, thread: ThreadId) {
        let begins = self.mark == Some(self.runs.len());
        match self.runs.last_mut() {
            Some((last, count)) if *last == thread && !begins => *count += 1,
            _ => self.runs.push((thread, 1)),
        }
    }

    /// From here on it is a round that is gone for ever.
    pub fn begin_round(&mut self) {
        self.mark = Some(self.runs.len());
    }

    /// The steps without the round's being one.
    pub fn forget_round(&mut self) {
        self.mark = None;
    }

    /// How many steps lie before the round, if there is one.
    pub fn round(&self) -> Option<u64> {
        let before = self.runs.get(..self.mark?)?;
        Some(before.iter().map(|(_, count)| u64::from(*count)).sum())
    }

    /// From turns: who, and for how many steps.
    pub fn of_runs(runs: impl IntoIterator<Item = (ThreadId, u32)>) -> Self {
        Schedule {
            runs: runs.into_iter().collect(),
            mark: None,
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
        let (mut total, mut closed) = (0u64, false);
        let spaced = text.replace('[', " [ ").replace(']', " ] ");
        for part in spaced.split_whitespace() {
            let wrong = |why: &str| ScheduleError(format!("«{part}» in the schedule {why}"));
            match part {
                _ if closed => return Err(wrong("comes after the round, which never ends")),
                "[" if schedule.mark.is_none() => schedule.begin_round(),
                "[" => return Err(wrong("begins a round within the round")),
                "]" => match schedule.mark {
                    Some(mark) if mark < schedule.runs.len() => closed = true,
                    Some(_) => return Err(wrong("ends a round without a step")),
                    None => return Err(wrong("ends a round that has not begun")),
                },
                _ => {
                    let (thread, count) = turn(part).map_err(wrong)?;
                    total += u64::from(count);
                    if total > MAX_STEPS {
                        return Err(wrong("makes it longer than ten million steps"));
                    }
                    if count > 0 {
                        schedule.push(thread);
                    }
                    if let Some((_, length)) = schedule.runs.last_mut() {
                        *length += count.saturating_sub(1);
                    }
                }
            }
        }
        match schedule.mark {
            Some(_) if !closed => {
                let why = "«[» in the schedule has no closing bracket".to_owned();
                Err(ScheduleError(why))
            }
            _ => Ok(schedule),
        }
    }
}

/// Who, and for how many steps; or what is wrong.
fn turn(part: &str) -> Result<(ThreadId, u32), &'static str> {
    let (thread, count) = if let Some(rest) = part.strip_prefix('(') {
        let closed = rest.split_once(')').ok_or("has no closing parenthesis")?;
        let id = closed.0.parse().map_err(|_| "names no thread")?;
        (ThreadId(id), closed.1)
    } else {
        let letter = part.chars().next().unwrap_or_default();
        let id = id_of(letter).ok_or("names no thread")?;
        (id, &part[letter.len_utf8()..])
    };
    match count {
        "" => Ok((thread, 1)),
        _ => match count.parse() {
            Ok(count) => Ok((thread, count)),
            Err(_) => Err("has no number of steps"),
        },
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
            let bracket = if self.mark == Some(i) { "[" } else { "" };
            write!(f, "{space}{bracket}{}{count}", name_of(*thread))?;
        }
        match self.mark {
            Some(mark) if mark < self.runs.len() => f.write_str("]"),
            _ => Ok(()),
        }
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
    fn a_round_is_read_and_written() {
        let schedule = Schedule::parse("m2 a1 [ a7 b7 ]").expect("a schedule");
        assert_eq!(schedule.to_string(), "m2 a1 [a7 b7]");
        assert_eq!((schedule.round(), schedule.len()), (Some(3), 17));
        assert_eq!(Schedule::parse("m2 a1 [a7 b7]"), Ok(schedule));
        let mut own = Schedule::default();
        own.begin_round();
        assert_eq!(own.to_string(), "");
        own.push(ThreadId(0));
        assert_eq!(own.to_string(), "[m1]");
        assert_eq!(Schedule::parse("m2 a1").map(|s| s.round()), Ok(None));
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
        for (text, sentence) in [
            ("m2 [a1", "«[» in the schedule has no closing bracket"),
            (
                "m2 a1]",
                "«]» in the schedule ends a round that has not begun",
            ),
            ("m2 []", "«]» in the schedule ends a round without a step"),
            ("[a0]", "«]» in the schedule ends a round without a step"),
            (
                "[a [b]]",
                "«[» in the schedule begins a round within the round",
            ),
            (
                "[a] b",
                "«b» in the schedule comes after the round, which never ends",
            ),
            (
                "[a][b]",
                "«[» in the schedule comes after the round, which never ends",
            ),
        ] {
            assert_eq!(error(text), sentence);
        }
    }
}

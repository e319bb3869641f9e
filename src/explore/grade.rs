//! Claims about a program, and whether they hold: of lesson authors about what they show, and of repair exercises
//! about what a reader's edit has to reach.
//!
//! All but `prints` are about every run: they are checked by exploration. Knows nothing of fences or pages.

use crate::explore::{Exploration, Kind, Outcome, Settings, explore, slices::Watch};
use crate::lang::CompileError;
use crate::machine::{Options, State, load};
use crate::schedule::{Schedule, finish, play};
use std::collections::BTreeSet;

/// Most work of the one run that `prints` is about, and of a program in an exploration before it shows others anything;
/// in instructions' worth.
pub const MOST_STEPS: u64 = 100_000_000;

/// The keys of claims, for messages.
pub const KEYS: &str = "outcomes, deadlocks, livelocks, race, raises, prints";

/// What somebody says of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Exactly these texts are on stdout at the end of the runs that end.
    Outcomes(BTreeSet<String>),
    /// Whether some run deadlocks.
    Deadlocks(bool),
    /// Whether some run may go in circles for ever although every thread gets its turn.
    Livelocks(bool),
    /// Exactly on these variables there are data races.
    Race(BTreeSet<String>),
    /// Exactly these exceptions are caught by nobody, each in some run.
    Raises(BTreeSet<String>),
    /// The run that is shown first prints this.
    Prints(String),
}

impl Claim {
    /// Reads a claim; `None` if the key is not one of a claim.
    ///
    /// # Errors
    /// A sentence that says what the value may be.
    pub fn parse(key: &str, value: &str) -> Option<Result<Claim, String>> {
        Some(match key {
            "outcomes" => texts(key, value).map(Claim::Outcomes),
            "deadlocks" => possible(key, value).map(Claim::Deadlocks),
            "livelocks" => possible(key, value).map(Claim::Livelocks),
            "race" => names(key, value).map(Claim::Race),
            "raises" => names(key, value).map(Claim::Raises),
            "prints" => unescaped(key, value).map(Claim::Prints),
            _ => return None,
        })
    }

    /// As an author writes it.
    pub fn text(&self) -> String {
        let all = |set: &BTreeSet<String>| match set.is_empty() {
            true => "none".to_owned(),
            false => set.iter().cloned().collect::<Vec<_>>().join("|"),
        };
        let word = |possible: bool| if possible { "possible" } else { "never" };
        match self {
            Claim::Outcomes(set) => {
                let texts: Vec<String> = set.iter().map(|t| escaped(t)).collect();
                format!("outcomes=\"{}\"", texts.join("|"))
            }
            Claim::Deadlocks(possible) => format!("deadlocks={}", word(*possible)),
            Claim::Livelocks(possible) => format!("livelocks={}", word(*possible)),
            Claim::Race(set) => format!("race={}", all(set)),
            Claim::Raises(set) => format!("raises={}", all(set)),
            Claim::Prints(text) => format!("prints=\"{}\"", escaped(text)),
        }
    }
}

fn possible(key: &str, value: &str) -> Result<bool, String> {
    match value {
        "never" => Ok(false),
        "possible" => Ok(true),
        _ => Err(format!("`{key}` must be `never` or `possible`")),
    }
}

fn names(key: &str, value: &str) -> Result<BTreeSet<String>, String> {
    if value == "none" {
        return Ok(BTreeSet::new());
    }
    let names: BTreeSet<String> = value.split('|').map(|n| n.trim().to_owned()).collect();
    if names.len() < value.split('|').count() {
        return Err(format!("`{key}` names something twice"));
    }
    if names.iter().any(|n| n.is_empty() || n == "none") {
        return Err(format!(
            "`{key}` must be `none`, or names with `|` between them"
        ));
    }
    Ok(names)
}

/// Texts with `|` between them.
fn texts(key: &str, value: &str) -> Result<BTreeSet<String>, String> {
    let (mut texts, mut text, mut chars) = (BTreeSet::new(), String::new(), value.chars());
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                text.push(c);
                text.extend(chars.next());
            }
            '|' => {
                texts.insert(unescaped(key, &std::mem::take(&mut text))?);
            }
            c => text.push(c),
        }
    }
    texts.insert(unescaped(key, &text)?);
    Ok(texts)
}

/// With `\n`, `\|`, `\q` (a double quote) and `\\` as what they stand for.
fn unescaped(key: &str, text: &str) -> Result<String, String> {
    let (mut out, mut chars) = (String::new(), text.chars());
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('q') => out.push('"'),
            Some(other @ ('|' | '\\')) => out.push(other),
            other => {
                let other = other.map_or_else(String::new, String::from);
                return Err(format!(
                    "`\\{other}` in `{key}` means nothing: write `\\n`, `\\|`, `\\q` for a double quote, `\\\\`"
                ));
            }
        }
    }
    Ok(out)
}

fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('|', "\\|");
    text.replace('\n', "\\n").replace('"', "\\q")
}

/// The answer to claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All of them hold.
    Proof {
        /// States that were covered; 0 if no claim asked for an exploration.
        states: u32,
    },
    /// One does not.
    Fails {
        /// Which, as an index.
        claim: usize,
        /// What was found, as a sentence without a full stop.
        sentence: String,
        /// A run that shows it; `None` if what is claimed to be possible is not.
        schedule: Option<String>,
    },
    /// None is known to be wrong, but not everything was covered.
    NotComplete {
        /// Why, as a sentence without a full stop.
        sentence: String,
    },
}

/// What claims are checked against.
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    /// The name of the file, for tracebacks.
    pub file: &'a str,
    /// The program.
    pub source: &'a str,
    /// Model, seed and so on.
    pub options: &'a Options,
    /// The schedule of the run that `prints` is about.
    pub schedule: &'a str,
}

/// Checks claims; the first that is wrong is told. This is what a page asks the engine about an edit.
///
/// # Errors
/// A program that is none.
pub fn grade(
    task: &Task,
    claims: &[Claim],
    settings: &Settings,
    progress: &mut Watch,
) -> Result<Verdict, CompileError> {
    let mut options = task.options.clone();
    options.limits.steps = options.limits.steps.min(MOST_STEPS);
    let start = load(task.file, task.source.as_bytes(), &options)?;
    for (claim, wanted) in claims.iter().enumerate() {
        if let Claim::Prints(text) = wanted
            && let Some((sentence, schedule)) = printed(&start, task.schedule, text)
        {
            return Ok(Verdict::Fails {
                claim,
                sentence,
                schedule,
            });
        }
    }
    if claims.iter().all(|c| matches!(c, Claim::Prints(_))) {
        return Ok(Verdict::Proof { states: 0 });
    }
    let found = explore(&start, settings, progress);
    Ok(judge(claims, &found))
}

/// What is wrong with what the first run prints.
fn printed(start: &State, schedule: &str, wanted: &str) -> Option<(String, Option<String>)> {
    let mut state = start.clone();
    let played = Schedule::parse(schedule)
        .map_err(|error| error.0)
        .and_then(|schedule| play(&mut state, &schedule, |_, _, _| {}));
    if let Err(sentence) = played {
        return Some((sentence, None));
    }
    finish(&mut state);
    let text = state.text(false);
    let text = trimmed(&text);
    (text != wanted).then(|| {
        let sentence = format!("the run prints {}", quoted(text));
        let schedule = (!schedule.is_empty()).then(|| schedule.to_owned());
        (sentence, schedule)
    })
}

/// Without the line break at the end.
fn trimmed(text: &str) -> &str {
    text.strip_suffix('\n').unwrap_or(text)
}

fn quoted(text: &str) -> String {
    match text.is_empty() {
        true => "nothing".to_owned(),
        false => format!("`{}`", escaped(text)),
    }
}

/// Holds claims against what an exploration found.
pub fn judge(claims: &[Claim], found: &Exploration) -> Verdict {
    let mut open = false;
    for (claim, wanted) in claims.iter().enumerate() {
        let objection = match wanted {
            Claim::Prints(_) => None,
            Claim::Outcomes(texts) => outcomes(texts, found),
            Claim::Deadlocks(possible) => never(Kind::Deadlock, "deadlocks", *possible, found),
            Claim::Livelocks(possible) => {
                never(Kind::Livelock, "goes in circles for ever", *possible, found)
            }
            Claim::Race(names) => races(names, found),
            Claim::Raises(names) => raises(names, found),
        };
        match objection {
            Some((sentence, Some(schedule))) => {
                return Verdict::Fails {
                    claim,
                    sentence,
                    schedule: Some(schedule),
                };
            }
            Some((sentence, None)) if found.complete => {
                return Verdict::Fails {
                    claim,
                    sentence: format!("{sentence} (all {} states covered)", found.states),
                    schedule: None,
                };
            }
            Some(_) => open = true,
            None => {}
        }
    }
    // What is said to be possible is proved by one run; what is said of all runs needs all of them.
    let proved = |c: &Claim| {
        matches!(
            c,
            Claim::Prints(_) | Claim::Deadlocks(true) | Claim::Livelocks(true)
        )
    };
    if found.complete || !open && claims.iter().all(proved) {
        Verdict::Proof {
            states: found.states,
        }
    } else {
        let bound = limit_of(found);
        Verdict::NotComplete {
            sentence: format!("not complete ({bound}): {} states covered", found.states),
        }
    }
}

fn limit_of(found: &Exploration) -> String {
    let mut limits = found.outcomes.iter().map(|o| &o.ending.limit);
    let limit = limits.find(|l| !l.is_empty()).cloned();
    let bound = found.bound.clone().or(limit);
    bound.unwrap_or_else(|| "a limit of the machine".to_owned())
}

type Objection = Option<(String, Option<String>)>;

fn ends(outcome: &&Outcome) -> bool {
    matches!(outcome.ending.kind, Kind::Finished | Kind::Exception)
}

/// What is on stdout at the end of a run.
fn printed_by(outcome: &Outcome) -> &str {
    trimmed(&outcome.ending.stdout)
}

fn outcomes(wanted: &BTreeSet<String>, found: &Exploration) -> Objection {
    let ended: Vec<&Outcome> = found.outcomes.iter().filter(ends).collect();
    if let Some(other) = ended.iter().find(|o| !wanted.contains(printed_by(o))) {
        let sentence = format!("a run prints {}", quoted(printed_by(other)));
        return Some((sentence, Some(other.schedule.clone())));
    }
    let there: BTreeSet<String> = ended.iter().map(|o| printed_by(o).to_owned()).collect();
    let missing = wanted.difference(&there).next()?;
    let all: Vec<String> = there.iter().map(|t| quoted(t)).collect();
    let all = match all.is_empty() {
        true => "no run ends".to_owned(),
        false => format!("there are {}", all.join(", ")),
    };
    Some((format!("no run prints {}: {all}", quoted(missing)), None))
}

fn never(kind: Kind, does: &str, possible: bool, found: &Exploration) -> Objection {
    let example = found.outcomes.iter().find(|o| o.ending.kind == kind);
    match (example, possible) {
        (Some(run), false) => {
            let waits: Vec<String> = run
                .ending
                .blocked
                .iter()
                .map(|b| format!("{} waits for {} at line {}", b.thread, b.on, b.line))
                .collect();
            let why = match waits.is_empty() {
                true => String::new(),
                false => format!(": {}", waits.join(", ")),
            };
            Some((format!("a run {does}{why}"), Some(run.schedule.clone())))
        }
        (None, true) => Some((format!("no run {does}"), None)),
        _ => None,
    }
}

fn races(wanted: &BTreeSet<String>, found: &Exploration) -> Objection {
    if let Some(race) = found.races.iter().find(|r| !wanted.contains(&r.location)) {
        let side = |i: usize| {
            let side = &race.sides[i];
            let what = if side.write { "writes" } else { "reads" };
            format!("{} {what} it at line {}", side.thread, side.line)
        };
        let sentence = format!(
            "there is a data race on `{}`: {}, {}, and nothing orders the two",
            race.location,
            side(0),
            side(1)
        );
        return Some((sentence, Some(race.schedule.clone())));
    }
    let there: BTreeSet<&str> = found.races.iter().map(|r| r.location.as_str()).collect();
    let missing = wanted.iter().find(|name| !there.contains(name.as_str()))?;
    Some((format!("there is no data race on `{missing}`"), None))
}

fn raises(wanted: &BTreeSet<String>, found: &Exploration) -> Objection {
    let mut there = BTreeSet::new();
    for outcome in &found.outcomes {
        for (name, line) in uncaught(&outcome.ending.stderr) {
            if !wanted.contains(name) {
                let sentence = format!("a run raises what nobody catches: {line}");
                return Some((sentence, Some(outcome.schedule.clone())));
            }
            there.insert(name.to_owned());
        }
    }
    let missing = wanted.difference(&there).next()?;
    Some((format!("no run raises `{missing}`"), None))
}

/// The last lines of the tracebacks on stderr, with the names of the exceptions.
pub fn uncaught(stderr: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut inside = false;
    for line in stderr.lines() {
        if line.starts_with("Traceback (most recent call last):") {
            inside = true;
        } else if inside && !line.starts_with(' ') && !line.is_empty() {
            inside = false;
            let name = line.split(':').next().unwrap_or(line);
            let name = name.rsplit('.').next().unwrap_or(name);
            found.push((name, line));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(text: &str) -> Claim {
        let (key, value) = text.split_once('=').expect("a claim");
        Claim::parse(key, value).expect("a key").expect("a value")
    }

    #[test]
    fn claims_are_read_and_written() {
        for text in ["deadlocks=never", "livelocks=possible", "race=none"] {
            assert_eq!(claim(text).text(), text);
        }
        let two = Claim::Outcomes(["1\n2".to_owned(), "a|b".to_owned()].into());
        assert_eq!(claim(r"outcomes=1\n2|a\|b"), two);
        assert_eq!(two.text(), r#"outcomes="1\n2|a\|b""#);
        assert_eq!(claim("raises=B|A").text(), "raises=A|B");
        assert_eq!(Claim::parse("title", "x"), None);
        for (key, value, why) in [
            ("outcomes", r"1\x", r"`\x` in `outcomes` means nothing"),
            ("prints", r"1\", r"`\` in `prints` means nothing"),
            ("race", "c|c", "`race` names something twice"),
        ] {
            let wrong = Claim::parse(key, value).expect("a key").expect_err("wrong");
            assert!(wrong.starts_with(why), "{wrong}");
        }
        let wrong = Claim::parse("deadlocks", "yes");
        let sentence = "`deadlocks` must be `never` or `possible`".to_owned();
        assert_eq!(wrong, Some(Err(sentence)));
    }

    #[test]
    fn exceptions_are_found_in_what_threads_print() {
        let text = "Exception in thread T:\nTraceback (most recent call last):\n  File \"x\", line 1, in f\n    g()\n\
                    queue.Empty\nTraceback (most recent call last):\n  File \"x\", line 1, in f\nValueError: a: b\n";
        let found = [("Empty", "queue.Empty"), ("ValueError", "ValueError: a: b")];
        assert_eq!(uncaught(text), found);
    }
}

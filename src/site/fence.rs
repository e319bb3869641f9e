//! What stands behind the three backticks of a code block: its language, and how a living one is to run.

use crate::explore::grade::{self, Claim};
use crate::machine::options::{Options, Preemption, StartMethod};
use crate::protocol::setup::{MAX_CORES, MAX_INTERVAL_US};

/// A code block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fence {
    /// Python to read: highlighted and checked for syntax errors.
    Python,
    /// Anything else to read, as it is.
    Text,
    /// A program that the reader steps through.
    Sim(Box<Sim>),
}

/// How a living block is to run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sim {
    /// What the figure shows, in a few words.
    pub title: String,
    /// Its anchor on the page; without one it is called by its number.
    pub id: Option<String>,
    /// The `.py` file to show in place of the block's own text.
    pub file: Option<String>,
    /// The `.py` file whose code runs before, folded away.
    pub before: Option<String>,
    /// The `.py` file whose code runs after, folded away.
    pub after: Option<String>,
    /// Model, seed and so on.
    pub options: Options,
    /// The choices of the run that is shown at first.
    pub schedule: String,
    /// How many steps of it the page keeps.
    pub steps: u32,
    /// What is said of its runs; the build checks it.
    pub claims: Vec<Claim>,
    /// The program is broken: the claims are what the reader has to reach.
    pub repair: bool,
}

/// The steps that a page keeps of a run unless the fence says otherwise.
pub const DEFAULT_STEPS: u32 = 5_000;
/// The most that a fence can ask for.
pub const MAX_STEPS: u32 = 100_000;

/// Reads the info string of a fence; otherwise says everything that is wrong with it.
pub fn parse(info: &str) -> Result<Fence, Vec<String>> {
    let words = words(info).map_err(|message| vec![message])?;
    let names: Vec<&str> = words.iter().map(String::as_str).collect();
    match names.as_slice() {
        ["python"] => Ok(Fence::Python),
        ["text" | "console"] => Ok(Fence::Text),
        ["python", "sim", attributes @ ..] => sim(attributes, false),
        ["python", "repair", attributes @ ..] => sim(attributes, true),
        [] => Err(vec![
            "the fence has no language: `python`, `python sim`, `python repair`, `text` or `console`".to_owned(),
        ]),
        ["python" | "text" | "console", word, ..] => Err(vec![format!(
            "`{word}` has no meaning here; a living program is `python sim`"
        )]),
        [language, ..] => Err(vec![format!(
            "unknown language `{language}`: use `python`, `python sim`, `python repair`, `text` or `console`"
        )]),
    }
}

/// Cuts at spaces outside of double quotes; the quotes fall away.
fn words(info: &str) -> Result<Vec<String>, String> {
    let (mut words, mut word, mut started, mut quoted) = (Vec::new(), String::new(), false, false);
    for c in info.chars() {
        match c {
            '"' => (started, quoted) = (true, !quoted),
            c if c.is_whitespace() && !quoted => {
                if started {
                    words.push(std::mem::take(&mut word));
                }
                started = false;
            }
            c => {
                started = true;
                word.push(c);
            }
        }
    }
    if quoted {
        return Err("a quote `\"` is not closed".to_owned());
    }
    if started {
        words.push(word);
    }
    Ok(words)
}

fn sim(attributes: &[&str], repair: bool) -> Result<Fence, Vec<String>> {
    let mut sim = Sim {
        title: String::new(),
        id: None,
        file: None,
        before: None,
        after: None,
        options: Options::default(),
        schedule: String::new(),
        steps: DEFAULT_STEPS,
        claims: Vec::new(),
        repair,
    };
    let mut problems = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for attribute in attributes {
        let Some((key, value)) = attribute.split_once('=') else {
            problems.push(format!(
                "`{attribute}` is no attribute: write `key=value`, with quotes if it has spaces"
            ));
            continue;
        };
        if seen.contains(&key) {
            problems.push(format!("the attribute `{key}` is there twice"));
        }
        seen.push(key);
        if let Err(message) = set(&mut sim, key, value) {
            problems.push(message);
        }
    }
    if !seen.contains(&"title") {
        problems
            .push("a living program needs a `title`: it is the caption of the figure".to_owned());
    }
    if repair && sim.claims.is_empty() {
        problems.push(format!(
            "an exercise needs claims that the repaired program fulfils: {}",
            grade::KEYS
        ));
    }
    if problems.is_empty() {
        Ok(Fence::Sim(Box::new(sim)))
    } else {
        Err(problems)
    }
}

fn set(sim: &mut Sim, key: &str, value: &str) -> Result<(), String> {
    match key {
        "title" => sim.title = non_empty(key, value)?,
        "id" => sim.id = Some(identifier(value)?),
        "file" => sim.file = Some(file_name(key, value)?),
        "before" => sim.before = Some(file_name(key, value)?),
        "after" => sim.after = Some(file_name(key, value)?),
        "schedule" => sim.schedule = non_empty(key, value)?,
        "args" => sim.options.args = value.split_whitespace().map(str::to_owned).collect(),
        "seed" => {
            let message = "`seed` must be a whole number from 0 to 18446744073709551615";
            sim.options.seed = value.parse().map_err(|_| message.to_owned())?;
        }
        "cores" => sim.options.cores = number(key, value, MAX_CORES)?,
        "switch-interval" => {
            let message =
                "`switch-interval` must be a whole number of microseconds from 1 to 10000000";
            let number = value
                .parse()
                .ok()
                .filter(|n| (1..=MAX_INTERVAL_US).contains(n));
            sim.options.switch_interval_ns = number.ok_or_else(|| message.to_owned())? * 1_000;
        }
        "steps" => sim.steps = number(key, value, MAX_STEPS)?,
        "preemption" => {
            let names = Preemption::ALL.map(Preemption::name);
            sim.options.preemption =
                Preemption::from_name(value).ok_or_else(|| one_of(key, value, &names))?;
        }
        "start-method" => {
            let names = StartMethod::ALL.map(StartMethod::name);
            sim.options.start_method =
                StartMethod::from_name(value).ok_or_else(|| one_of(key, value, &names))?;
        }
        _ => match Claim::parse(key, value) {
            Some(claim) => sim.claims.push(claim?),
            None => {
                return Err(format!(
                    "unknown attribute `{key}`: there are {KEYS}, and claims: {}",
                    grade::KEYS
                ));
            }
        },
    }
    Ok(())
}

const KEYS: &str = "title, id, file, before, after, preemption, seed, cores, switch-interval, start-method, schedule, \
     steps, args";

fn one_of(key: &str, value: &str, names: &[&str]) -> String {
    format!("`{key}` cannot be `{value}`: choose {}", names.join(", "))
}

fn non_empty(key: &str, value: &str) -> Result<String, String> {
    let value = value.trim();
    if value.is_empty() {
        Err(format!("`{key}` is empty"))
    } else {
        Ok(value.to_owned())
    }
}

fn number(key: &str, value: &str, most: u32) -> Result<u32, String> {
    let number = value
        .parse()
        .ok()
        .filter(|number| (1..=most).contains(number));
    number.ok_or_else(|| format!("`{key}` must be a whole number from 1 to {most}"))
}

fn identifier(value: &str) -> Result<String, String> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if value.starts_with(|c: char| c.is_ascii_lowercase()) && value.chars().all(fits) {
        Ok(value.to_owned())
    } else {
        Err(format!(
            "`{value}` is no id: use small Latin letters, digits and hyphens, a letter first"
        ))
    }
}

fn file_name(key: &str, value: &str) -> Result<String, String> {
    if value.ends_with(".py") && !value.contains(['/', '\\']) {
        Ok(value.to_owned())
    } else {
        Err(format!("`{key}` must name a `.py` file beside the lesson"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_to_read() {
        assert_eq!(parse("python"), Ok(Fence::Python));
        assert_eq!(parse(" text "), Ok(Fence::Text));
        assert_eq!(
            parse("rust").unwrap_err(),
            [
                "unknown language `rust`: use `python`, `python sim`, `python repair`, `text` or `console`"
            ]
        );
        assert_eq!(
            parse("python simm").unwrap_err(),
            ["`simm` has no meaning here; a living program is `python sim`"]
        );
        assert!(parse("").is_err());
    }

    #[test]
    fn a_living_block_with_everything() {
        let info = "python sim title=\"Два потока, x=1\" id=race file=race.py before=a.py after=b.py preemption=bytecode \
                    seed=7 cores=2 start-method=spawn schedule=\"0*3 1\" steps=90 args=\"a b\" deadlocks=never";
        let Ok(Fence::Sim(sim)) = parse(info) else {
            panic!("{:?}", parse(info))
        };
        let options = Options {
            preemption: Preemption::Bytecode,
            seed: 7,
            cores: 2,
            start_method: StartMethod::Spawn,
            args: vec!["a".into(), "b".into()],
            ..Options::default()
        };
        let expected = Sim {
            title: "Два потока, x=1".into(),
            id: Some("race".into()),
            file: Some("race.py".into()),
            before: Some("a.py".into()),
            after: Some("b.py".into()),
            options,
            schedule: "0*3 1".into(),
            steps: 90,
            claims: vec![Claim::Deadlocks(false)],
            repair: false,
        };
        assert_eq!(*sim, expected);
    }

    #[test]
    fn all_mistakes_of_a_fence_at_once() {
        assert_eq!(
            parse(
                "python sim titel=x seed=-1 cores=0 cores=2 preemption=fast file=../x.py id=9 loud"
            )
            .unwrap_err(),
            [
                "unknown attribute `titel`: there are title, id, file, before, after, preemption, seed, cores, \
                 switch-interval, start-method, schedule, steps, args, and claims: outcomes, deadlocks, livelocks, race, raises, prints",
                "`seed` must be a whole number from 0 to 18446744073709551615",
                "`cores` must be a whole number from 1 to 64",
                "the attribute `cores` is there twice",
                "`preemption` cannot be `fast`: choose cpython, bytecode, free-threaded",
                "`file` must name a `.py` file beside the lesson",
                "`9` is no id: use small Latin letters, digits and hyphens, a letter first",
                "`loud` is no attribute: write `key=value`, with quotes if it has spaces",
                "a living program needs a `title`: it is the caption of the figure",
            ]
        );
        assert_eq!(
            parse("python sim title=\"x").unwrap_err(),
            ["a quote `\"` is not closed"]
        );
    }

    #[test]
    fn what_a_player_copies_for_authors_is_a_fence() {
        use crate::protocol::setup::Setup;
        use crate::protocol::tools::markdown;
        let text = "v=1&file=race.py&source=x+%3D+%22%60%60%60%60%22%0A&preemption=bytecode&seed=7&cores=2\
                    &switch-interval=100&start-method=spawn&arg=a&arg=b&schedule=m35+a7&cursor=3";
        let setup = Setup::from_text(text).expect("a setup");
        let block = markdown(&setup, "Two \"threads\" & `x`\n");
        let (info, rest) = block.split_once('\n').expect("a line of its own");
        let fence: String = info.chars().take_while(|c| *c == '`').collect();
        assert_eq!(fence.len(), 5, "longer than any in the program");
        assert_eq!(rest, format!("{}{fence}\n", setup.program.source));
        let Ok(Fence::Sim(sim)) = parse(&info[fence.len()..]) else {
            panic!("{:?}", parse(&info[fence.len()..]))
        };
        assert_eq!(sim.title, "Two 'threads' & 'x'");
        assert_eq!((sim.options, sim.schedule), (setup.options, setup.schedule));
    }
}

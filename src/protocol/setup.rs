//! Everything that a run is made from, as a text that links, drafts and embedded players carry.
//!
//! Such a text may come from anybody: whatever is wrong with it is a [`Flaw`], and nothing is taken over by halves.

use crate::machine::options::{Options, Preemption, StartMethod};
use crate::protocol::{Program, form};
use crate::schedule::Schedule;
use serde::{Deserialize, Serialize};

/// The version of the text; a reader refuses any other.
pub const SETUP_VERSION: u16 = 1;
/// Most bytes of such a text.
pub const MAX_TEXT: usize = 2 << 20;
/// Most bytes of the program in it.
pub const MAX_SOURCE: usize = 256 << 10;
/// Most bytes of its schedule.
pub const MAX_SCHEDULE: usize = 512 << 10;
/// Most characters of the name of the file.
const MAX_FILE: usize = 64;
/// Most arguments of the program, and most bytes of all together.
const MAX_ARGS: usize = 64;
const MAX_ARGS_BYTES: usize = 4 << 10;
/// Most cores.
pub const MAX_CORES: u32 = 64;
/// The longest switch interval, in microseconds.
pub const MAX_INTERVAL_US: u64 = 10_000_000;

/// A program, what its run depends on, and where the reader stands in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Setup {
    /// The program.
    pub program: Program,
    /// Model, seed and so on.
    pub options: Options,
    /// The choices; where they end, the default policy goes on.
    pub schedule: String,
    /// How many steps are done; `None` at rest.
    pub cursor: Option<u32>,
}

/// Why a text is no [`Setup`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It was written by another version.
    Version,
    /// It, or a part of it, is too long.
    Size,
    /// It is damaged.
    Text,
    /// The schedule is none.
    Schedule,
    /// Another value is impossible.
    Value,
}

impl Flaw {
    /// The name, for those who put it in words.
    pub fn name(self) -> &'static str {
        match self {
            Flaw::Version => "version",
            Flaw::Size => "size",
            Flaw::Text => "text",
            Flaw::Schedule => "schedule",
            Flaw::Value => "value",
        }
    }
}

impl Setup {
    /// As text. What is as everywhere is left out.
    pub fn to_text(&self) -> String {
        let (options, usual) = (&self.options, Options::default());
        let mut text = String::new();
        let mut push = |name: &str, value: &str| form::push(&mut text, name, value);
        push("v", &SETUP_VERSION.to_string());
        push("file", &self.program.file);
        push("source", &self.program.source);
        if options.preemption != usual.preemption {
            push("preemption", options.preemption.name());
        }
        if options.seed != usual.seed {
            push("seed", &options.seed.to_string());
        }
        if options.cores != usual.cores {
            push("cores", &options.cores.to_string());
        }
        if options.switch_interval_ns != usual.switch_interval_ns {
            push(
                "switch-interval",
                &(options.switch_interval_ns / 1_000).to_string(),
            );
        }
        if options.start_method != usual.start_method {
            push("start-method", options.start_method.name());
        }
        options.args.iter().for_each(|arg| push("arg", arg));
        if !self.schedule.is_empty() {
            push("schedule", &self.schedule);
        }
        if let Some(cursor) = self.cursor {
            push("cursor", &cursor.to_string());
        }
        text
    }

    /// From text.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn from_text(text: &str) -> Result<Setup, Flaw> {
        if text.len() > MAX_TEXT {
            return Err(Flaw::Size);
        }
        Setup::from_pairs(form::parse(text).ok_or(Flaw::Text)?)
    }

    /// From the pairs of a text.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn from_pairs(pairs: Vec<(String, String)>) -> Result<Setup, Flaw> {
        let version = pairs.iter().find(|(name, _)| name == "v");
        if version.is_none_or(|(_, version)| *version != SETUP_VERSION.to_string()) {
            return Err(Flaw::Version);
        }
        let program = Program {
            file: "program.py".into(),
            source: String::new(),
        };
        let mut setup = Setup {
            program,
            options: Options::default(),
            schedule: String::new(),
            cursor: None,
        };
        let mut seen: Vec<String> = Vec::new();
        for (name, value) in pairs {
            if name != "arg" && seen.contains(&name) {
                return Err(Flaw::Value);
            }
            setup.set(&name, value)?;
            seen.push(name);
        }
        Ok(setup)
    }

    fn set(&mut self, name: &str, value: String) -> Result<(), Flaw> {
        let options = &mut self.options;
        match name {
            "v" => {}
            "file" if is_file(&value) => self.program.file = value,
            "source" if value.len() > MAX_SOURCE => return Err(Flaw::Size),
            // One kind of line break, or the editor and the machine would count lines differently.
            "source" => self.program.source = value.replace("\r\n", "\n").replace('\r', "\n"),
            "schedule" if value.len() > MAX_SCHEDULE => return Err(Flaw::Size),
            "schedule" => {
                Schedule::parse(&value).map_err(|_| Flaw::Schedule)?;
                self.schedule = value;
            }
            "preemption" => {
                options.preemption = Preemption::from_name(&value).ok_or(Flaw::Value)?;
            }
            "start-method" => {
                options.start_method = StartMethod::from_name(&value).ok_or(Flaw::Value)?;
            }
            "seed" => options.seed = value.parse().map_err(|_| Flaw::Value)?,
            "cores" => options.cores = within(&value, u64::from(MAX_CORES))? as u32,
            "switch-interval" => {
                options.switch_interval_ns = within(&value, MAX_INTERVAL_US)? * 1_000;
            }
            "arg" => {
                options.args.push(value);
                let bytes: usize = options.args.iter().map(String::len).sum();
                if options.args.len() > MAX_ARGS || bytes > MAX_ARGS_BYTES {
                    return Err(Flaw::Size);
                }
            }
            "cursor" => self.cursor = Some(value.parse().map_err(|_| Flaw::Value)?),
            _ => return Err(Flaw::Value),
        }
        Ok(())
    }
}

/// A whole number from 1.
fn within(value: &str, most: u64) -> Result<u64, Flaw> {
    let number = value.parse().map_err(|_| Flaw::Value)?;
    (1..=most)
        .contains(&number)
        .then_some(number)
        .ok_or(Flaw::Value)
}

/// A name that is safe in a traceback, in a download and in a fence.
fn is_file(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    name.len() <= MAX_FILE
        && name.ends_with(".py")
        && !name.starts_with('.')
        && name.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setup() -> Setup {
        Setup {
            program: Program {
                file: "race.py".into(),
                source: "x = 1\nprint('два', x)\n".into(),
            },
            options: Options {
                preemption: Preemption::Bytecode,
                seed: 7,
                cores: 2,
                switch_interval_ns: 100_000,
                start_method: StartMethod::Spawn,
                args: vec!["a b".into(), String::new()],
                ..Options::default()
            },
            schedule: "m35 a7".into(),
            cursor: Some(12),
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let made = setup();
        assert_eq!(Setup::from_text(&made.to_text()), Ok(made.clone()));
        let plain = Setup {
            options: Options::default(),
            schedule: String::new(),
            cursor: None,
            ..made
        };
        assert_eq!(
            plain.to_text().split('&').count(),
            3,
            "what is as everywhere is left out"
        );
        assert_eq!(Setup::from_text(&plain.to_text()), Ok(plain));
    }

    #[test]
    fn hostile_texts_are_refused_with_a_reason() {
        let long = format!("v=1&source={}", "a".repeat(MAX_SOURCE + 1));
        let longer = format!("v=1&source={}", "a".repeat(MAX_TEXT));
        let steps = format!("v=1&schedule={}", "m1+".repeat(MAX_SCHEDULE / 3 + 1));
        let args = "v=1".to_owned() + &"&arg=x".repeat(MAX_ARGS + 1);
        for (text, flaw) in [
            ("", Flaw::Version),
            ("source=x", Flaw::Version),
            ("v=2&source=x", Flaw::Version),
            ("v=1&source=%ff", Flaw::Text),
            (&long, Flaw::Size),
            (&longer, Flaw::Size),
            (&steps, Flaw::Size),
            (&args, Flaw::Size),
            ("v=1&schedule=m1+Q", Flaw::Schedule),
            ("v=1&schedule=m9999999+a9999999", Flaw::Schedule),
            ("v=1&seed=-1", Flaw::Value),
            ("v=1&cores=0", Flaw::Value),
            ("v=1&cores=65", Flaw::Value),
            ("v=1&switch-interval=0", Flaw::Value),
            ("v=1&preemption=fast", Flaw::Value),
            ("v=1&start-method=", Flaw::Value),
            ("v=1&cursor=4294967296", Flaw::Value),
            ("v=1&file=../x.py", Flaw::Value),
            ("v=1&file=x.js", Flaw::Value),
            ("v=1&limits=9", Flaw::Value),
            ("v=1&seed=1&seed=2", Flaw::Value),
        ] {
            assert_eq!(
                Setup::from_text(text),
                Err(flaw),
                "{}",
                &text[..text.len().min(60)]
            );
        }
    }

    #[test]
    fn cutting_a_text_anywhere_never_panics() {
        let text = setup().to_text();
        for end in 0..text.len() {
            let _ = Setup::from_text(&text[..end]);
            let _ = Setup::from_text(&text[end..]);
        }
    }
}

//! Players: from a fence to a program, its run and a figure, with the bytes that the page takes it over by.

use super::assets;
use super::document::{Block, Figures};
use super::error::Problems;
use super::fence::Sim;
use super::front_matter::{Said, count_lines};
use super::text::{Lang, Word, word};
use crate::explore::Settings;
use crate::explore::grade::{Claim, Task, Verdict, grade};
use crate::explore::slices::unwatched;
use crate::lang::{CompileError, compile};
use crate::protocol::listing::listing;
use crate::protocol::{Program, Run};
use crate::trace::record::record;
use crate::trace::{Outcome, Trace};
use crate::ui::model::MODEL_VERSION;
use crate::ui::{PlayerModel, Section, figure_html};
use std::collections::{BTreeMap, BTreeSet};

/// Most states of the exploration that checks the claims of a fence: seconds in a build.
const MAX_STATES: u32 = 100_000;

/// A file that goes beside a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Makes the players of one page from its `.py` files.
pub struct Players<'a> {
    /// The Markdown file of the page, for messages.
    pub file: &'a str,
    /// The language of the page.
    pub lang: Lang,
    /// The `.py` files beside it.
    pub programs: &'a BTreeMap<String, String>,
    /// What the front matter says of the programs.
    pub claims: &'a [Said],
    /// Which of the files are in use.
    pub used: BTreeSet<String>,
    /// The ids of the players so far.
    pub ids: BTreeSet<String>,
    /// What goes beside the page.
    pub attachments: Vec<Attachment>,
}

/// Source in the three parts that a fence can name.
struct Parts {
    before: String,
    shown: String,
    after: String,
}

impl Figures for Players<'_> {
    fn player(&mut self, block: &Block<'_>, problems: &mut Problems) -> Option<String> {
        self.ids.insert(block.id.to_owned());
        let parts = self.parts(block, problems)?;
        let source = format!("{}{}{}", parts.before, parts.shown, parts.after);
        if let Some((line, message)) = syntax_error(&source) {
            let (file, line) = self.origin(block, &parts, line);
            problems.add(&file, line, message);
            return None;
        }
        let file = block
            .sim
            .file
            .clone()
            .unwrap_or_else(|| format!("{}.py", block.id));
        let program = Program { file, source };
        let trace = match run(&program, block.sim) {
            Ok(trace) => trace,
            Err(sentence) => {
                problems.add(self.file, block.line, sentence);
                return None;
            }
        };
        if let Some((line, message)) = refusal(&trace) {
            let (file, line) = self.origin(block, &parts, line.max(1));
            problems.add(&file, line, message);
            return None;
        }
        if let Some((line, sentence)) = self.objection(&program, block) {
            problems.add(self.file, line, sentence);
            return None;
        }
        let model = PlayerModel {
            version: MODEL_VERSION,
            language: self.lang,
            id: block.id.to_owned(),
            number: block.number.to_string(),
            title: block.sim.title.clone(),
            sections: sections(&parts, self.lang),
            code: listing(&program.source),
            program,
            options: block.sim.options.clone(),
            run: Run::of(trace),
        };
        let bytes = model.to_bytes();
        let name = format!("{}-{:016x}.bin", block.id, assets::hash(&bytes));
        let html = figure_html(&model, &name, None);
        self.attachments.push(Attachment { name, bytes });
        Some(html)
    }

    fn syntax_error(&self, source: &str) -> Option<(u32, String)> {
        syntax_error(source)
    }
}

impl Players<'_> {
    /// The program of a block. Every missing file is a problem.
    fn parts(&mut self, block: &Block<'_>, problems: &mut Problems) -> Option<Parts> {
        let Sim {
            file,
            before,
            after,
            ..
        } = block.sim;
        let own = !block.body.trim().is_empty();
        let mut problem = |message: String| problems.add(self.file, block.line, message);
        match file {
            Some(file) if own => problem(format!(
                "the block has both a text and `file={file}`: leave it empty"
            )),
            None if !own => {
                problem("the block is empty: write a program or name its `file`".to_owned())
            }
            _ => {}
        }
        let mut read = |name: &Option<String>| match name {
            None => Some(String::new()),
            Some(name) => {
                self.used.insert(name.clone());
                let text = self.programs.get(name);
                if text.is_none() {
                    problem(format!("there is no file `{name}` beside the lesson"));
                }
                text.map(|text| ended(text))
            }
        };
        // All are read before any is missed, so that every missing one is reported.
        let (before, shown, after) = (read(before), read(file), read(after));
        let shown = if file.is_some() {
            shown?
        } else {
            ended(block.body)
        };
        let parts = Parts {
            before: before?,
            shown,
            after: after?,
        };
        (file.is_some() != own).then_some(parts)
    }

    /// What is wrong with the claims about a block, in its fence or in the front matter, with the line.
    fn objection(&self, program: &Program, block: &Block<'_>) -> Option<(u32, String)> {
        let sim = block.sim;
        let is_about = |said: &&Said| match &said.player {
            Some(player) => player == block.id,
            None => !sim.repair,
        };
        let own = sim.claims.iter().map(|claim| (block.line, claim));
        let front = self.claims.iter().filter(is_about);
        let (lines, claims): (Vec<u32>, Vec<Claim>) = own
            .chain(front.map(|said| (said.line, &said.claim)))
            .map(|(line, claim)| (line, claim.clone()))
            .unzip();
        let (claim, sentence) = objection(program, sim, &claims)?;
        let line = claim.map_or(block.line, |claim| lines[claim]);
        Some(match line == block.line {
            true => (line, sentence),
            false => (line, format!("of the player `{}`: {sentence}", block.id)),
        })
    }

    /// Where a line of the whole program was written: a file and a line of it.
    fn origin(&self, block: &Block<'_>, parts: &Parts, line: u32) -> (String, u32) {
        let beside = |name: &Option<String>| {
            let folder = self.file.rsplit_once('/').map_or("", |(folder, _)| folder);
            format!("{folder}/{}", name.as_deref().unwrap_or_default())
        };
        let (first, last) = shown_lines(parts);
        if line < first {
            (beside(&block.sim.before), line)
        } else if line > last && block.sim.after.is_some() {
            (beside(&block.sim.after), line - last)
        } else if block.sim.file.is_some() {
            (beside(&block.sim.file), line - first + 1)
        } else {
            (self.file.to_owned(), block.line + line - first + 1)
        }
    }
}

/// The run that a player shows first.
fn run(program: &Program, sim: &Sim) -> Result<Trace, String> {
    record(
        &program.file,
        &program.source,
        &sim.options,
        &sim.schedule,
        None,
        sim.steps,
    )
}

/// What is wrong with claims: the number of the one that is, if it is one, and a sentence.
fn objection(program: &Program, sim: &Sim, claims: &[Claim]) -> Option<(Option<usize>, String)> {
    if claims.is_empty() {
        return None;
    }
    let task = Task {
        file: &program.file,
        source: &program.source,
        options: &sim.options,
        schedule: &sim.schedule,
    };
    let settings = Settings {
        max_states: MAX_STATES,
        ..Settings::default()
    };
    // That the program compiles has been seen before.
    let verdict = grade(&task, claims, &settings, &mut unwatched).ok()?;
    match (verdict, sim.repair) {
        (Verdict::Proof { .. }, false) | (Verdict::Fails { .. }, true) => None,
        (Verdict::Proof { .. }, true) => Some((
            None,
            "there is nothing to repair: the program fulfils all claims".to_owned(),
        )),
        (
            Verdict::Fails {
                claim,
                sentence,
                schedule,
            },
            false,
        ) => {
            let run = schedule.map_or(String::new(), |s| format!("; its schedule is \"{s}\""));
            let said = claims[claim].text();
            Some((Some(claim), format!("`{said}` is wrong: {sentence}{run}")))
        }
        (Verdict::NotComplete { sentence }, _) => Some((
            None,
            format!("the claims cannot be checked: {sentence}; make the program smaller"),
        )),
    }
}

/// Why a run is nothing to show: its line in the program, and a sentence.
fn refusal(trace: &Trace) -> Option<(u32, String)> {
    match &trace.outcome {
        Outcome::SyntaxError { line, message, .. } => {
            Some((*line, format!("syntax error: {message}")))
        }
        Outcome::Unsupported { line, message } => Some((*line, message.clone())),
        _ => None,
    }
}

/// The first syntax error of `source`: its line, from 1, and a sentence.
pub fn syntax_error(source: &str) -> Option<(u32, String)> {
    match compile("program.py", source.as_bytes()).err()? {
        CompileError::Syntax(error) => {
            Some((error.line, format!("syntax error: {}", error.message)))
        }
        CompileError::Unsupported { line, message } | CompileError::Limit { line, message } => {
            Some((line, message))
        }
    }
}

/// With a line break at the end, so that what follows begins a line of its own.
fn ended(text: &str) -> String {
    let mut text = text.to_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// The first and last line of the part that is not folded.
fn shown_lines(parts: &Parts) -> (u32, u32) {
    let first = count_lines(&parts.before) + 1;
    (first, first + count_lines(&parts.shown) - 1)
}

fn sections(parts: &Parts, lang: Lang) -> Vec<Section> {
    let (first, last) = shown_lines(parts);
    let folded = |first, last, title| Section {
        first,
        last,
        folded: Some(word(lang, title).to_owned()),
    };
    let mut sections = Vec::new();
    if first > 1 {
        sections.push(folded(1, first - 1, Word::Before));
    }
    sections.push(Section {
        first,
        last,
        folded: None,
    });
    let after = count_lines(&parts.after);
    if after > 0 {
        sections.push(folded(last + 1, last + after, Word::After));
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::options::Options;
    use crate::site::fence::{self, Fence};

    fn make(
        info: &str,
        body: &str,
        programs: &[(&str, &str)],
    ) -> (Option<String>, Vec<Attachment>, Vec<String>) {
        let Ok(Fence::Sim(sim)) = fence::parse(&format!("python sim title=T {info}")) else {
            panic!("{info}")
        };
        let programs = programs
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect();
        let mut players = Players {
            file: "content/en/x/index.md",
            lang: Lang::En,
            programs: &programs,
            claims: &[],
            used: BTreeSet::new(),
            ids: BTreeSet::new(),
            attachments: Vec::new(),
        };
        let mut problems = Problems::default();
        let block = Block {
            sim: &sim,
            body,
            line: 10,
            number: 1,
            id: "p",
        };
        let html = players.player(&block, &mut problems);
        let problems = problems
            .into_sorted()
            .iter()
            .map(ToString::to_string)
            .collect();
        (html, players.attachments, problems)
    }

    #[test]
    fn set_up_block_and_follow_up_are_one_program() {
        let programs = [("a.py", "a = 1\n\n"), ("b.py", "print(a, b)")];
        let (html, attachments, problems) = make("before=a.py after=b.py", "b = 2\n", &programs);
        assert!(problems.is_empty(), "{problems:?}");
        let [attachment] = attachments.as_slice() else {
            panic!("{attachments:?}")
        };
        assert!(html.unwrap().contains(&attachment.name));
        let model = PlayerModel::from_bytes(&attachment.bytes).unwrap();
        assert_eq!(model.program.source, "a = 1\n\nb = 2\nprint(a, b)\n");
        assert_eq!(model.program.file, "p.py");
        let lines: Vec<_> = model
            .sections
            .iter()
            .map(|s| (s.first, s.last, s.folded.is_some()))
            .collect();
        assert_eq!(lines, [(1, 2, true), (3, 3, false), (4, 4, true)]);
        assert_eq!(model.code.len(), 4);
    }

    #[test]
    fn a_block_has_a_text_or_a_file() {
        let problems = make("file=a.py", "x = 1\n", &[("a.py", "x = 1\n")]).2;
        assert_eq!(
            problems,
            ["content/en/x/index.md:10: the block has both a text and `file=a.py`: leave it empty"]
        );
        let problems = make("", "\n", &[]).2;
        assert_eq!(
            problems,
            ["content/en/x/index.md:10: the block is empty: write a program or name its `file`"]
        );
        let problems = make("before=a.py file=b.py", "", &[]).2;
        assert_eq!(
            problems,
            [
                "content/en/x/index.md:10: there is no file `a.py` beside the lesson",
                "content/en/x/index.md:10: there is no file `b.py` beside the lesson",
            ]
        );
    }

    #[test]
    fn a_syntax_error_is_reported_where_it_was_written() {
        let place = |info: &str, body: &str, programs: &[(&str, &str)]| {
            let problems = make(info, body, programs).2;
            let [problem] = problems.as_slice() else {
                panic!("{problems:?}")
            };
            problem.split(": ").next().unwrap().to_owned()
        };
        assert_eq!(
            place("", "x = 1\nx = = 2\n", &[]),
            "content/en/x/index.md:12"
        );
        let programs = [("a.py", "a = 1\n"), ("b.py", "b\nb = )\n")];
        assert_eq!(
            place("before=b.py", "x = 1\n", &programs),
            "content/en/x/b.py:2"
        );
        assert_eq!(
            place("before=a.py after=b.py", "x = 1\n", &programs),
            "content/en/x/b.py:2"
        );
        assert_eq!(
            place("before=a.py file=b.py", "", &programs),
            "content/en/x/b.py:2"
        );
        assert_eq!(
            place("before=a.py", "x = 1\nif x:\n", &programs),
            "content/en/x/index.md:12"
        );
    }

    #[test]
    fn a_program_that_the_machine_refuses_is_a_mistake() {
        let Ok(Fence::Sim(sim)) = fence::parse("python sim title=T") else {
            panic!("no fence")
        };
        let with = |outcome| {
            let program = Program {
                file: String::new(),
                source: String::new(),
            };
            refusal(&Trace {
                outcome,
                ..run(&program, &sim).expect("the empty schedule is one of any program")
            })
        };
        let message = "no sockets here: use a queue".to_owned();
        let refused = Outcome::Unsupported {
            line: 3,
            message: message.clone(),
        };
        assert_eq!(with(refused), Some((3, message)));
        let deadlock = Outcome::Deadlock {
            blocked: Vec::new(),
        };
        assert_eq!(
            with(deadlock),
            None,
            "a lesson may show how a program goes wrong"
        );
        assert_eq!(sim.options, Options::default());
    }
}

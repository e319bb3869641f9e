//! What a content file says about itself: TOML between two lines of `+++` at its beginning.

use super::error::Problems;
use crate::explore::grade::{self, Claim};
use toml::de::{DeTable, DeValue};

/// The facts at the beginning of a content file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The title of the page.
    pub title: String,
    /// One or two sentences for search engines and for the list of lessons.
    pub description: String,
    /// How long a lesson takes to read; only lessons say it.
    pub minutes: Option<u32>,
    /// What a lesson says of the programs of its players.
    pub claims: Vec<Said>,
}

/// A claim in the front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The line of the file.
    pub line: u32,
    /// The id of the player that it is about; `None`: all of the page but exercises.
    pub player: Option<String>,
    /// What is said.
    pub claim: Claim,
}

/// Whether a page may say how long it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It may.
    Lesson,
    /// It must not.
    Other,
}

/// A content file cut in two.
#[derive(Debug, PartialEq, Eq)]
pub struct Parts<'a> {
    /// What it says about itself.
    pub front: FrontMatter,
    /// The Markdown.
    pub body: &'a str,
    /// The line of the file on which `body` begins, from 1.
    pub body_line: u32,
}

/// The fence around the front matter.
const FENCE: &str = "+++";

/// Reads a content file. What is wrong with its front matter goes to `problems`; the body is returned all the
/// same, so that its own mistakes are found in the same run.
pub fn split<'a>(text: &'a str, kind: Kind, file: &str, problems: &mut Problems) -> Parts<'a> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let whole = Parts {
        front: FrontMatter::default(),
        body: text,
        body_line: 1,
    };
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == FENCE) else {
        problems.add(
            file,
            1,
            "the file must begin with front matter between two lines of `+++`",
        );
        return whole;
    };
    let mut end = first.len();
    // The line after a closing fence on line 2 is line 3.
    for (body_line, line) in (3..).zip(lines) {
        if line.trim_end() == FENCE {
            let front = parse(&text[first.len()..end], kind, file, problems);
            return Parts {
                front,
                body: &text[end + line.len()..],
                body_line,
            };
        }
        end += line.len();
    }
    problems.add(
        file,
        1,
        "the front matter is not closed: a line of `+++` is missing",
    );
    whole
}

fn parse(toml: &str, kind: Kind, file: &str, problems: &mut Problems) -> FrontMatter {
    // The opening fence is line 1.
    let line_at = |position: usize| 2 + count_lines(&toml[..position.min(toml.len())]);
    let (table, errors) = DeTable::parse_recoverable(toml);
    for error in &errors {
        let line = line_at(error.span().map_or(0, |span| span.start));
        problems.add(
            file,
            line,
            format!("front matter: {}", error.message().replace('\n', " ")),
        );
    }
    let mut front = FrontMatter::default();
    for (key, value) in table.get_ref() {
        let line = line_at(key.span().start);
        let result = match key.get_ref().as_ref() {
            "title" => text(value.get_ref()).map(|text| front.title = text),
            "description" => text(value.get_ref()).map(|text| front.description = text),
            "minutes" if kind == Kind::Lesson => {
                minutes(value.get_ref()).map(|minutes| front.minutes = Some(minutes))
            }
            "claims" if kind == Kind::Lesson => match value.get_ref() {
                DeValue::Table(table) => {
                    claims(table, None, &line_at, &mut |line, said| match said {
                        Ok(said) => front.claims.push(said),
                        Err(message) => {
                            problems.add(file, line, format!("front matter: {message}"));
                        }
                    });
                    Ok(())
                }
                _ => Err("must be a table: `[claims]`, or `[claims.id]` for one player"),
            },
            "minutes" | "claims" => Err("is for lessons only"),
            _ => Err("is not known here (title, description, minutes, claims)"),
        };
        if let Err(message) = result {
            problems.add(
                file,
                line,
                format!("front matter: `{}` {message}", key.get_ref()),
            );
        }
    }
    front.claims.sort_by_key(|said| said.line);
    let has = |name: &str| table.get_ref().iter().any(|(key, _)| key.get_ref() == name);
    for name in ["title", "description"] {
        if errors.is_empty() && !has(name) {
            problems.add(file, 1, format!("front matter: `{name}` is missing"));
        }
    }
    front
}

/// Reads `[claims]` and the tables within it, one for each player that is named.
fn claims(
    table: &DeTable<'_>,
    player: Option<&str>,
    line_at: &dyn Fn(usize) -> u32,
    each: &mut dyn FnMut(u32, Result<Said, String>),
) {
    for (key, value) in table {
        let (name, line) = (key.get_ref().as_ref(), line_at(key.span().start));
        let said = match (value.get_ref(), player) {
            (DeValue::Table(inner), None) => {
                claims(inner, Some(name), line_at, each);
                continue;
            }
            (DeValue::String(text), _) => Claim::parse(name, text).unwrap_or_else(|| {
                let keys = grade::KEYS;
                Err(format!("`{name}` is no claim: there are {keys}"))
            }),
            _ => Err(format!("`{name}` must be a text in quotes")),
        };
        let player = player.map(str::to_owned);
        let said = said.map(|claim| Said {
            line,
            player,
            claim,
        });
        each(line, said);
    }
}

fn text(value: &DeValue<'_>) -> Result<String, &'static str> {
    match value.as_str() {
        Some(text) if !text.trim().is_empty() && !text.contains('\n') => Ok(text.trim().to_owned()),
        _ => Err("must be a text of one line"),
    }
}

fn minutes(value: &DeValue<'_>) -> Result<u32, &'static str> {
    let number = value
        .as_integer()
        .and_then(|integer| u32::from_str_radix(integer.as_str(), integer.radix()).ok());
    number
        .filter(|minutes| (1..=600).contains(minutes))
        .ok_or("must be a whole number from 1 to 600")
}

/// How many line breaks there are in `text`.
pub fn count_lines(text: &str) -> u32 {
    text.bytes().filter(|byte| *byte == b'\n').count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str, kind: Kind) -> Vec<String> {
        let mut problems = Problems::default();
        split(text, kind, "x.md", &mut problems);
        problems
            .into_sorted()
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn a_lesson_says_up_to_three_things() {
        let mut problems = Problems::default();
        let text = "+++\ntitle = \"A\"\ndescription = 'B'\nminutes = 7\n+++\nBody\n";
        let parts = split(text, Kind::Lesson, "x.md", &mut problems);
        assert!(problems.is_empty());
        let front = FrontMatter {
            title: "A".into(),
            description: "B".into(),
            minutes: Some(7),
            claims: Vec::new(),
        };
        assert_eq!(
            parts,
            Parts {
                front,
                body: "Body\n",
                body_line: 6
            }
        );
    }

    #[test]
    fn every_wrong_key_is_named_with_its_line() {
        let text = "+++\ntitle = 1\ntitel = \"A\"\n\nminutes = 0\n+++\n";
        assert_eq!(
            messages(text, Kind::Lesson),
            [
                "x.md:1: front matter: `description` is missing",
                "x.md:2: front matter: `title` must be a text of one line",
                "x.md:3: front matter: `titel` is not known here (title, description, minutes, claims)",
                "x.md:5: front matter: `minutes` must be a whole number from 1 to 600",
            ]
        );
        let text = "+++\ntitle = 'A'\ndescription = 'B'\nminutes = 1\n+++\n";
        assert_eq!(
            messages(text, Kind::Other),
            ["x.md:4: front matter: `minutes` is for lessons only"]
        );
    }

    #[test]
    fn claims_are_about_all_players_or_about_one() {
        let mut problems = Problems::default();
        let text = "+++\ntitle = 'A'\ndescription = 'B'\n[claims]\ndeadlocks = 'never'\n\n[claims.race]\nrace = 'n'\n+++\n";
        let said = split(text, Kind::Lesson, "x.md", &mut problems)
            .front
            .claims;
        assert!(problems.is_empty());
        let race = Claim::parse("race", "n").expect("a claim").expect("names");
        let expected = [
            (5, None, Claim::Deadlocks(false)),
            (8, Some("race".to_owned()), race),
        ];
        let expected = expected.map(|(line, player, claim)| Said {
            line,
            player,
            claim,
        });
        assert_eq!(said, expected);
        let text = "+++\ntitle = 'A'\ndescription = 'B'\n[claims]\nspeed = 'high'\n[claims.a]\noutcomes = 1\ndeadlocks = 'no'\n+++\n";
        assert_eq!(
            messages(text, Kind::Lesson),
            [
                "x.md:5: front matter: `speed` is no claim: there are outcomes, deadlocks, livelocks, race, raises, prints",
                "x.md:7: front matter: `outcomes` must be a text in quotes",
                "x.md:8: front matter: `deadlocks` must be `never` or `possible`",
            ]
        );
        let text = "+++\ntitle = 'A'\ndescription = 'B'\nclaims = 'none'\n+++\n";
        assert_eq!(
            messages(text, Kind::Lesson),
            [
                "x.md:4: front matter: `claims` must be a table: `[claims]`, or `[claims.id]` for one player"
            ]
        );
    }

    #[test]
    fn broken_front_matter_is_found() {
        assert_eq!(
            messages("Text\n", Kind::Other),
            ["x.md:1: the file must begin with front matter between two lines of `+++`"]
        );
        assert_eq!(
            messages("+++\ntitle = 'A'\n", Kind::Other),
            ["x.md:1: the front matter is not closed: a line of `+++` is missing"]
        );
        let broken = messages("+++\ntitle = 'A'\ndescription = \n+++\n", Kind::Other);
        assert!(
            broken[0].starts_with("x.md:3: front matter: "),
            "{broken:?}"
        );
    }
}

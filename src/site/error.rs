//! Mistakes in the content, collected so that an author sees all of them at once.

use std::fmt;

/// One mistake, where it is and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, from the folder that holds the content: `content/ru/race/index.md`.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// A sentence without a full stop.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// The mistakes found so far.
#[derive(Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Notes a mistake.
    pub fn add(&mut self, file: &str, line: u32, message: impl Into<String>) {
        self.0.push(Problem {
            file: file.to_owned(),
            line,
            message: message.into(),
        });
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, by file and line, none twice.
    pub fn into_sorted(mut self) -> Vec<Problem> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_come_by_file_and_line_and_once() {
        let mut problems = Problems::default();
        for (file, line) in [("b.md", 1), ("a.md", 10), ("a.md", 9), ("a.md", 10)] {
            problems.add(file, line, "wrong");
        }
        let lines: Vec<String> = problems
            .into_sorted()
            .iter()
            .map(Problem::to_string)
            .collect();
        assert_eq!(lines, ["a.md:9: wrong", "a.md:10: wrong", "b.md:1: wrong"]);
    }
}

//! What an editor wants to know of a source while it is written: its pieces, and what is wrong where.

use crate::lang::CompileError;
use crate::machine::{self, Options};
use crate::protocol::Program;
use crate::protocol::in_russian::in_russian;
use crate::protocol::listing::listing;
use crate::trace::json;

/// The lines in pieces and the first mistake.
pub fn check(program: &Program) -> String {
    let lines = listing(&program.source).into_iter().map(|line| {
        json::list(
            line.into_iter()
                .map(|(class, text)| json::list([json::string(class.name()), json::string(&text)])),
        )
    });
    let error = match machine::load(
        &program.file,
        program.source.as_bytes(),
        &Options::default(),
    ) {
        Ok(_) => "null".into(),
        Err(error) => mistake(&error),
    };
    json::object(&[("lines", json::list(lines)), ("error", error)])
}

fn mistake(error: &CompileError) -> String {
    let (kind, message, line, column, end) = match error {
        CompileError::Syntax(e) => (e.kind, &e.message, e.line, e.column, e.end_column),
        CompileError::Unsupported { line, message } => ("unsupported", message, *line, 0, 0),
        CompileError::Limit { line, message } => ("limit", message, *line, 0, 0),
    };
    json::object(&[
        ("kind", json::string(kind)),
        ("message", json::string(message)),
        (
            "ru",
            in_russian(message).map_or_else(|| "null".into(), |text| json::string(&text)),
        ),
        ("line", line.to_string()),
        ("column", column.to_string()),
        ("end", end.to_string()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(source: &str) -> serde_json::Value {
        let program = Program {
            file: "x.py".into(),
            source: source.into(),
        };
        let answer: serde_json::Value = serde_json::from_str(&check(&program)).expect("it is JSON");
        answer["error"].clone()
    }

    #[test]
    fn a_mistake_has_its_place() {
        assert!(error("x = 1\n").is_null());
        let found = error("x = 1\nprint((x)\n");
        assert_eq!(
            (found["kind"].as_str(), found["message"].as_str()),
            (Some("SyntaxError"), Some("'(' was never closed"))
        );
        assert_eq!(
            (found["line"].as_u64(), found["column"].as_u64()),
            (Some(2), Some(6))
        );
        let found = error("import os\nx = 2j\n");
        assert_eq!(
            (found["kind"].as_str(), found["line"].as_u64()),
            (Some("unsupported"), Some(2))
        );
        let russian = found["ru"].as_str().unwrap_or_default();
        assert!(russian.starts_with("комплексные числа"), "{found}");
    }
}

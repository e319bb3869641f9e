//! What the parser refuses, said as CPython 3.13 says it: kind, message and place.
//!
//! The library's parser stops at the same tokens, but has messages of its own.

mod escapes;
mod extent;
mod numbers;
mod rules;
pub(super) mod scan;
mod targets;

use super::source::Source;
use super::{CompileError, SyntaxError};
use extent::Tokens;
use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{Mod, PythonVersion};
use ruff_python_parser::{LexicalErrorType, ParseError, ParseErrorType, Parsed};
use ruff_text_size::{Ranged, TextRange, TextSize};

/// The version whose grammar counts.
pub(super) const VERSION: PythonVersion = PythonVersion::PY313;

/// CPython's own limits of nesting; they are looked at before parsing, which would go too deep.
pub(super) fn check_nesting(source: &Source) -> Result<(), CompileError> {
    match scan::scan(source, &[]).error {
        Some((_, error)) if error.message.starts_with("too many") => {
            Err(CompileError::Syntax(error))
        }
        _ => Ok(()),
    }
}

/// The first error of a parsed program, if there is one.
pub(super) fn first_error(source: &Source, parsed: &Parsed<Mod>) -> Option<CompileError> {
    let strange: Vec<usize> = parsed
        .errors()
        .iter()
        .filter_map(strange_character)
        .collect();
    if let Some(error) = parsed.errors().first() {
        return Some(explain(
            source,
            parsed,
            error,
            &scan::scan(source, &strange),
        ));
    }
    if let Some((_, error)) = scan::scan(source, &[]).error {
        return Some(CompileError::Syntax(error));
    }
    if let Some(range) = escapes::surrogate(source, parsed.tokens()) {
        let message = "strings with lone surrogates are not supported: leave the escape out";
        return Some(super::unsupported(source, range, message));
    }
    if let Some(error) = parsed.unsupported_syntax_errors().first() {
        let text = error.to_string();
        let message = if text.contains("exception types") {
            "multiple exception types must be parenthesized"
        } else {
            "invalid syntax"
        };
        let unpacking = source.text[error.range()]
            .chars()
            .take_while(|c| *c == '*')
            .count() as u32;
        if unpacking > 0 {
            let (kind, whole) = if unpacking == 1 {
                ("iterable", "")
            } else {
                ("dict", "dict ")
            };
            let message = format!("{kind} unpacking cannot be used in {whole}comprehension");
            let length = TextSize::new(2);
            let range = TextRange::at(error.range().start(), length);
            return Some(super::syntax_error(source, range, message));
        }
        return Some(super::syntax_error(source, error.range(), message.into()));
    }
    None
}

fn strange_character(error: &ParseError) -> Option<usize> {
    let strange = matches!(
        &error.error,
        ParseErrorType::Lexical(LexicalErrorType::UnrecognizedToken { .. })
    );
    strange.then(|| error.location.start().to_usize())
}

fn explain(
    source: &Source,
    parsed: &Parsed<Mod>,
    error: &ParseError,
    scan: &scan::Scan,
) -> CompileError {
    let tokens = Tokens::new(source, parsed.tokens());
    let at = error.location.start();
    let before = scan
        .error
        .as_ref()
        .is_none_or(|(place, _)| at.to_usize() <= *place);
    let tabs = scan.error.as_ref().is_some_and(|(_, e)| {
        e.kind == "TabError" && e.line <= source.line_of(error.location.end())
    });
    if error.error == ParseErrorType::UnexpectedIndentation && before && !tabs {
        return unexpected_indent(source, error.location);
    }
    if let Some((_, found)) = &scan.error {
        // CPython reads the rest of the program for such errors, but not for wrong indentation.
        let indentation = matches!(found.kind, "IndentationError" | "TabError");
        if !indentation || found.line <= source.line_of(at) {
            return CompileError::Syntax(found.clone());
        }
    }
    if let Some((bracket, open)) = scan.open.filter(|(_, open)| *open <= at.to_usize()) {
        let open = TextSize::new(open as u32);
        let failing = tokens.find(at);
        // A line end within brackets is none to CPython: it reads on.
        let reads_on = error.error == ParseErrorType::Lexical(LexicalErrorType::Eof)
            || matches!(
                tokens.kind(failing),
                TokenKind::EndOfFile | TokenKind::Newline
            );
        if reads_on || source.line_of(at) > source.line_of(open) {
            let (line, column) = source.line_col(open);
            return CompileError::Syntax(SyntaxError {
                kind: "SyntaxError",
                message: format!("'{bracket}' was never closed"),
                line,
                column: column + 1,
                end_column: 0,
                text: source.line_text(line).to_owned(),
            });
        }
    }
    if let Some(error) = escapes::explain(source, &tokens, error) {
        return error;
    }
    let said = rules::explain(source, &tokens, error);
    CompileError::Syntax(said.unwrap_or_else(|| tokens.generic(tokens.find(at))))
}

fn unexpected_indent(source: &Source, range: TextRange) -> CompileError {
    let (line, column) = source.line_col(range.end());
    CompileError::Syntax(SyntaxError {
        kind: "IndentationError",
        message: "unexpected indent".into(),
        line,
        column: column.max(1),
        end_column: 0,
        text: source.line_text(line).to_owned(),
    })
}

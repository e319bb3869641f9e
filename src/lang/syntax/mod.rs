//! What the parser refuses, said as CPython 3.13 says it: kind, message and place.
//!
//! The library's parser makes the tree, but stops at other places, has messages of its own and takes some programs
//! that CPython does not. So whether a program is right, and what is wrong with it, is found out by reading its tokens
//! (`scan`) once more by CPython's grammar (`grammar.txt`, `reader`, `machine`), with the rules about mistakes that it has (`tell`).

mod escapes;
pub(crate) mod grammar;
mod machine;
mod numbers;
pub(crate) mod scan;
mod strings;
mod tell;

use super::CompileError;
use super::source::Source;
use ruff_python_ast::{Mod, PythonVersion};
use ruff_python_parser::{LexicalErrorType, ParseError, ParseErrorType, Parsed};
use ruff_text_size::{Ranged, TextRange};

/// The version whose grammar counts.
pub(super) const VERSION: PythonVersion = PythonVersion::PY313;

/// Most tokens of a program that is read again although the library's parser finds nothing wrong with it.
const MAX_TOKENS: usize = 100_000;

/// CPython's own limits of nesting; they are looked at before parsing, which would go too deep.
pub(super) fn check_nesting(source: &Source) -> Result<(), CompileError> {
    match scan::scan(source, &[]).error {
        Some(error) if error.message.starts_with("too many") => Err(CompileError::Syntax(error)),
        _ => Ok(()),
    }
}

/// Refuses a program that CPython refuses; answers with warnings about its numbers.
pub(super) fn check(
    source: &Source,
    parsed: &Parsed<Mod>,
) -> Result<Vec<(usize, String)>, CompileError> {
    let strange: Vec<usize> = parsed
        .errors()
        .iter()
        .filter_map(strange_character)
        .collect();
    let scan = scan::scan(source, &strange);
    let found = parsed.errors().first();
    if (found.is_some() || scan.error.is_some() || scan.tokens.len() <= MAX_TOKENS)
        && let Some(error) = machine::check(source, &scan)
    {
        return Err(CompileError::Syntax(error));
    }
    // The library takes a `match` behind a semicolon for a statement where it is a name.
    let is_name = |error: &&ParseError| {
        error.error == ParseErrorType::SimpleAndCompoundStatementOnSameLine
            && source.text[error.location] == *"match"
    };
    if let Some(error) = parsed.errors().iter().find(|error| !is_name(error)) {
        return Err(left(source, error));
    }
    if let Some(range) = escapes::surrogate(source, parsed.tokens()) {
        let message = "strings with lone surrogates are not supported: leave the escape out";
        return Err(super::unsupported(source, range, message));
    }
    if let Some(error) = parsed.unsupported_syntax_errors().first() {
        return Err(invalid(source, error.range()));
    }
    Ok(scan.warnings)
}

fn strange_character(error: &ParseError) -> Option<usize> {
    let strange = matches!(
        &error.error,
        ParseErrorType::Lexical(LexicalErrorType::UnrecognizedToken { .. })
    );
    strange.then(|| error.location.start().to_usize())
}

/// What the library's parser refuses, and CPython's grammar does not.
fn left(source: &Source, error: &ParseError) -> CompileError {
    if error.error == ParseErrorType::Lexical(LexicalErrorType::UnicodeError) {
        let message = "named characters (\\N{...}) are not supported: write the character itself";
        return super::unsupported(source, error.location, message);
    }
    invalid(source, error.location)
}

fn invalid(source: &Source, range: TextRange) -> CompileError {
    super::syntax_error(source, range, "invalid syntax".into())
}

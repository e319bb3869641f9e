//! Bytes to a syntax tree; what the parser refuses becomes CPython's message.

use super::source::Source;
use super::{CompileError, SyntaxError, syntax, syntax_error};
use ruff_python_ast::ModModule;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::TextRange;

/// Decodes a source, which must be UTF-8.
pub(super) fn decode(file: &str, bytes: &[u8]) -> Result<Source, CompileError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some(at) = bytes.iter().position(|b| *b == 0) {
        let text = String::from_utf8_lossy(&bytes[..at]);
        let line = text.rsplit('\n').next().unwrap_or_default().to_owned();
        return Err(unreadable(
            &bytes[..at],
            "source code cannot contain null bytes".into(),
            line,
        ));
    }
    std::str::from_utf8(bytes).map(Source::new).map_err(|error| {
        let (good, bad) = bytes.split_at(error.valid_up_to());
        let line = line_count(good);
        let message = format!(
            "Non-UTF-8 code starting with '\\x{:02x}' in file {file} on line {line}, but no encoding declared; \
             see https://peps.python.org/pep-0263/ for details",
            bad[0]
        );
        unreadable(good, message, String::new())
    })
}

fn line_count(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|b| **b == b'\n').count() as u32 + 1
}

/// An error without a column, after what could be read.
fn unreadable(read: &[u8], message: String, text: String) -> CompileError {
    let line = line_count(read);
    CompileError::Syntax(SyntaxError {
        kind: "SyntaxError",
        message,
        line,
        column: 0,
        end_column: 0,
        text,
    })
}

/// Parses a module.
pub(super) fn parse(source: &Source) -> Result<ModModule, CompileError> {
    let options = ParseOptions::from(Mode::Module).with_target_version(syntax::VERSION);
    let parsed = parse_unchecked(&source.text, options);
    if let Some(error) = syntax::first_error(source, &parsed) {
        return Err(error);
    }
    match parsed.try_into_module() {
        Some(module) => Ok(module.into_syntax()),
        None => Err(syntax_error(
            source,
            TextRange::default(),
            "invalid syntax".into(),
        )),
    }
}

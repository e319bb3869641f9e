//! Bytes to a syntax tree; what the parser refuses becomes CPython's message.

use super::source::Source;
use super::{CompileError, SyntaxError, syntax, syntax_error};
use ruff_python_ast::ModModule;
use ruff_text_size::TextRange;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};

/// Decodes UTF-8.
pub(super) fn decode(bytes: &[u8]) -> Result<Source, CompileError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(text)),
        Err(error) => Err(CompileError::Syntax(SyntaxError {
            kind: "SyntaxError",
            message: format!("(unicode error) 'utf-8' codec can't decode byte: {error}"),
            line: 1,
            column: 1,
            end_column: 0,
            text: String::new(),
        })),
    }
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
        None => Err(syntax_error(source, TextRange::default(), "invalid syntax".into())),
    }
}

//! Bytes to a syntax tree; what the parser refuses becomes CPython's message.

use super::source::Source;
use super::warnings::Warning;
use super::{CompileError, SyntaxError, syntax, syntax_error};
use ruff_python_ast::ModModule;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::{Ranged, TextRange};

/// Decodes a source: UTF-8, or what its coding cookie says.
pub(super) fn decode(file: &str, bytes: &[u8]) -> Result<Source, CompileError> {
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let marked = plain.len() < bytes.len();
    let bytes = plain;
    if let Some(at) = bytes.iter().position(|b| *b == 0) {
        let text = String::from_utf8_lossy(&bytes[..at]);
        let line = text.rsplit('\n').next().unwrap_or_default().to_owned();
        return Err(unreadable(
            &bytes[..at],
            "source code cannot contain null bytes".into(),
            line,
        ));
    }
    let encoding = match cookie(bytes) {
        Some((name, line)) => encoding(&name, line)?,
        None => "utf-8",
    };
    if marked && encoding != "utf-8" {
        let message = format!("encoding problem: {encoding} with BOM");
        return Err(problem(message));
    }
    if encoding == "iso-8859-1" {
        return Ok(Source::new(
            &bytes.iter().map(|b| char::from(*b)).collect::<String>(),
        ));
    }
    std::str::from_utf8(bytes).map(Source::new).map_err(|error| {
        let (good, bad) = bytes.split_at(error.valid_up_to());
        let line = line_count(good);
        problem(format!(
            "Non-UTF-8 code starting with '\\x{:02x}' in file {file} on line {line}, but no encoding declared; \
             see https://peps.python.org/pep-0263/ for details",
            bad[0]
        ))
    })
}

/// The encoding that a comment in one of the first two lines names, and that line.
fn cookie(bytes: &[u8]) -> Option<(String, u32)> {
    for (index, line) in bytes.split(|b| *b == b'\n').take(2).enumerate() {
        let text = String::from_utf8_lossy(line);
        let text = text
            .trim_start_matches([' ', '\t', '\x0c'])
            .trim_end_matches('\r');
        if let Some(comment) = text.strip_prefix('#') {
            let found = comment.match_indices("coding").find_map(|(at, word)| {
                let rest = comment[at + word.len()..].strip_prefix([':', '='])?;
                let rest = rest.trim_start_matches([' ', '\t']);
                let name: String = rest
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
                    .collect();
                (!name.is_empty()).then_some(name)
            });
            if let Some(name) = found {
                return Some((name, index as u32 + 1));
            }
        } else if !text.is_empty() {
            return None;
        }
    }
    None
}

/// An encoding by the name that Python knows it by.
fn encoding(name: &str, line: u32) -> Result<&'static str, CompileError> {
    let plain = name.to_lowercase().replace('_', "-");
    let is = |all: &[&str]| {
        all.iter()
            .any(|n| plain == *n || plain.starts_with(&format!("{n}-")))
    };
    // Ends such as `-unix` are heard of after these names alone; the others are known to Python's codecs.
    if is(&["utf-8"]) || ["utf8", "utf", "u8", "ascii", "us-ascii"].contains(&&*plain) {
        return Ok("utf-8");
    }
    let latin = ["latin1", "latin", "l1", "iso8859-1", "8859", "cp819"];
    if is(&["latin-1", "iso-8859-1", "iso-latin-1"]) || latin.contains(&&*plain) {
        return Ok("iso-8859-1");
    }
    if [
        "cp", "windows-", "koi8", "iso", "utf", "mac", "gb", "big5", "euc", "shift", "ibm",
    ]
    .iter()
    .any(|known| plain.starts_with(known))
    {
        let message = format!("the encoding {name} is not supported: save the program as UTF-8");
        return Err(CompileError::Unsupported { line, message });
    }
    Err(problem(format!("encoding problem: {name}")))
}

/// An error in no line.
fn problem(message: String) -> CompileError {
    CompileError::Syntax(SyntaxError {
        kind: "SyntaxError",
        message,
        line: 0,
        column: 0,
        end_column: 0,
        text: String::new(),
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

/// Parses a module. One that is `known` to be right is read by the library's parser alone, which is faster.
pub(super) fn parse(
    source: &Source,
    known: bool,
) -> Result<(ModModule, Vec<Warning>), CompileError> {
    let options = ParseOptions::from(Mode::Module).with_target_version(syntax::VERSION);
    let parsed = parse_unchecked(&source.text, options);
    let numbers = match known && parsed.errors().is_empty() {
        true => Vec::new(),
        false => syntax::check(source, &parsed)?,
    };
    match parsed.try_into_module() {
        Some(module) => {
            for token in module
                .tokens()
                .iter()
                .filter(|t| t.kind() == TokenKind::Int)
            {
                check_digits(source, token.range())?;
            }
            let warnings = super::warnings::find(source, module.tokens(), module.syntax(), numbers);
            Ok((module.into_syntax(), warnings))
        }
        None => Err(syntax_error(
            source,
            TextRange::default(),
            "invalid syntax".into(),
        )),
    }
}

/// CPython's limit of the digits of a decimal literal.
fn check_digits(source: &Source, range: TextRange) -> Result<(), CompileError> {
    const MAX_DIGITS: usize = 4300;
    let text = &source.text[range];
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let decimal = !text.starts_with('0') || text.chars().all(|c| matches!(c, '0' | '_'));
    if digits <= MAX_DIGITS || !decimal {
        return Ok(());
    }
    let message = format!(
        "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {digits} digits; \
         use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer \
         literals to avoid decimal conversion limits."
    );
    let (line, _) = source.line_col(range.start());
    Err(CompileError::Syntax(SyntaxError {
        kind: "SyntaxError",
        message,
        line,
        column: 0,
        end_column: 0,
        text: String::new(),
    }))
}

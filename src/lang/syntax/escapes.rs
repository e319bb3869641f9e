//! Escapes in string literals that mean no character.

use super::super::source::Source;
use super::super::{CompileError, unsupported};
use super::extent::Tokens;
use ruff_python_ast::token::{TokenKind, Tokens as AllTokens};
use ruff_python_parser::{LexicalErrorType, ParseError, ParseErrorType};
use ruff_text_size::{Ranged, TextRange};

/// The first string literal with an escape for half of a surrogate pair: Python has such strings, the machine
/// does not.
pub(in super::super) fn surrogate(source: &Source, tokens: &AllTokens) -> Option<TextRange> {
    let literals = tokens
        .iter()
        .filter(|t| matches!(t.kind(), TokenKind::String | TokenKind::FStringMiddle));
    literals
        .filter(|t| {
            t.string_flags()
                .is_none_or(|f| !f.is_raw_string() && !f.is_byte_string())
        })
        .map(|t| t.range())
        .find(|range| has_surrogate(&source.text[*range]))
}

fn has_surrogate(literal: &str) -> bool {
    let mut rest = literal;
    while let Some(at) = rest.find('\\') {
        let digits = match rest.as_bytes().get(at + 1) {
            Some(b'u') => rest.get(at + 2..at + 6),
            Some(b'U') => rest.get(at + 2..at + 10),
            _ => None,
        };
        if digits
            .and_then(|d| u32::from_str_radix(d, 16).ok())
            .is_some_and(|c| (0xd800..0xe000).contains(&c))
        {
            return true;
        }
        let skipped = rest[at + 1..].chars().next().map_or(0, char::len_utf8);
        rest = &rest[at + 1 + skipped..];
    }
    false
}

/// Explains an error within a string literal.
pub(super) fn explain(
    source: &Source,
    tokens: &Tokens,
    error: &ParseError,
) -> Option<CompileError> {
    let ParseErrorType::Lexical(kind) = &error.error else {
        return None;
    };
    if *kind == LexicalErrorType::InvalidByteLiteral {
        let token = tokens.find(error.location.start());
        let said = tokens.error(
            token,
            token,
            "bytes can only contain ASCII literal characters",
        );
        return Some(CompileError::Syntax(said));
    }
    if !matches!(
        kind,
        LexicalErrorType::UnicodeError
            | LexicalErrorType::MissingUnicodeRbrace
            | LexicalErrorType::MissingUnicodeLbrace
    ) {
        return None;
    }
    let mut token = tokens.find(error.location.start());
    // The place may be the end of the literal.
    if !tokens.text(token).contains(['"', '\'', '\\']) && token > 0 {
        token -= 1;
    }
    let text = tokens.text(token);
    let quote = text.find(['"', '\'']).unwrap_or(0);
    let triple = text[quote..].starts_with("\"\"\"") || text[quote..].starts_with("'''");
    let body = &text[(quote + if triple { 3 } else { 1 }).min(text.len())..];
    let Some((start, end, reason)) = bad_escape(body) else {
        let message = "named characters (\\N{...}) are not supported: write the character itself";
        return Some(unsupported(source, tokens.range(token), message));
    };
    let message = format!(
        "(unicode error) 'unicodeescape' codec can't decode bytes in position {start}-{end}: {reason}"
    );
    Some(CompileError::Syntax(tokens.error(token, token, message)))
}

/// The first escape that is cut short: its first and last byte as CPython counts them, and what is wrong.
fn bad_escape(body: &str) -> Option<(usize, usize, &'static str)> {
    let chars: Vec<char> = body.chars().collect();
    let mut bytes = 0;
    let mut at = 0;
    while at < chars.len() {
        if chars[at] != '\\' {
            // Other characters are written as \UXXXXXXXX before escapes are looked at.
            bytes += if chars[at].is_ascii() { 1 } else { 10 };
            at += 1;
            continue;
        }
        let (size, reason) = match chars.get(at + 1) {
            Some('x') => (2, "truncated \\xXX escape"),
            Some('u') => (4, "truncated \\uXXXX escape"),
            Some('U') => (8, "truncated \\UXXXXXXXX escape"),
            Some('N') => {
                let rest = &chars[at + 2..];
                let close = rest.iter().position(|c| *c == '}');
                if rest.first() == Some(&'{') && close.is_some_and(|c| c > 1) {
                    at += 3 + close.unwrap_or(0);
                    continue;
                }
                let length = rest
                    .iter()
                    .take_while(|c| !matches!(c, '"' | '\'' | '}'))
                    .count();
                return Some((bytes, bytes + 1 + length, "malformed \\N character escape"));
            }
            _ => (0, ""),
        };
        let digits = chars[at + 2..]
            .iter()
            .take(size)
            .take_while(|c| c.is_ascii_hexdigit())
            .count();
        if digits < size {
            return Some((bytes, bytes + 1 + digits, reason));
        }
        if size == 8 {
            let code: String = chars[at + 2..at + 10].iter().collect();
            if u32::from_str_radix(&code, 16).is_ok_and(|c| c > 0x10_ffff) {
                return Some((bytes, bytes + 9, "illegal Unicode character"));
            }
        }
        bytes += 2 + size;
        at += 2 + size;
    }
    None
}

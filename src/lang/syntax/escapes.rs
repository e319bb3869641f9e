//! Escapes in string literals that mean no character.

use super::super::source::Source;
use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_text_size::{Ranged, TextRange};

/// The first string literal with an escape for half of a surrogate pair: Python has such strings, the machine
/// does not.
pub(in super::super) fn surrogate(source: &Source, tokens: &Tokens) -> Option<TextRange> {
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

/// Whether a literal is one of bytes.
pub(super) fn is_bytes(literal: &str) -> bool {
    literal
        .chars()
        .take_while(|c| c.is_ascii_alphabetic())
        .any(|c| matches!(c, 'b' | 'B'))
}

/// What is wrong with a plain string literal, prefix and quotes included.
pub(super) fn mistake(literal: &str) -> Option<String> {
    let quote = literal.find(['"', '\''])?;
    let (prefix, rest) = literal.split_at(quote);
    let bytes = is_bytes(literal);
    if bytes && !rest.is_ascii() {
        return Some("bytes can only contain ASCII literal characters".into());
    }
    if prefix.contains(['r', 'R']) {
        return None;
    }
    let size = if rest.starts_with("\"\"\"") || rest.starts_with("'''") {
        3
    } else {
        1
    };
    let body = rest.get(size..rest.len() - size)?;
    if bytes {
        let at = bad_byte(body)?;
        return Some(format!("(value error) invalid \\x escape at position {at}"));
    }
    mistake_in(body)
}

/// What is wrong with the escapes of a text.
pub(super) fn mistake_in(body: &str) -> Option<String> {
    let (start, end, reason) = bad_escape(body)?;
    Some(unicode_error(start, end, reason))
}

fn unicode_error(start: usize, end: usize, reason: &str) -> String {
    let place = if start == end {
        format!("byte 0x5c in position {start}")
    } else {
        format!("bytes in position {start}-{end}")
    };
    format!("(unicode error) 'unicodeescape' codec can't decode {place}: {reason}")
}

/// Where a `\x` lacks a digit.
fn bad_byte(body: &str) -> Option<usize> {
    let bytes = body.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] != b'\\' {
            at += 1;
            continue;
        }
        let digits = bytes[at..].iter().skip(2).take(2);
        if bytes.get(at + 1) == Some(&b'x') && digits.filter(|b| b.is_ascii_hexdigit()).count() < 2
        {
            return Some(at);
        }
        at += 2;
    }
    None
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

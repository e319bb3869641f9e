//! `repr` and `ascii` of strings and `repr` of bytes.
//!
//! Must not know of formats: `format` and `%` call these, not the other way round.

use super::unicode::is_printable;

/// The quote that `repr` chooses: single, unless that means escaping and double does not.
fn quote_for(has_single: bool, has_double: bool) -> char {
    if has_single && !has_double { '"' } else { '\'' }
}

fn push_code(out: &mut String, code: u32) {
    let text = match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    };
    out.push_str(&text);
}

fn quoted(text: &str, shown: fn(char) -> bool) -> String {
    let quote = quote_for(text.contains('\''), text.contains('"'));
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            c if c == quote => {
                out.push('\\');
                out.push(c);
            }
            c if shown(c) => out.push(c),
            c => push_code(&mut out, c as u32),
        }
    }
    out.push(quote);
    out
}

/// `repr(text)`.
pub fn repr_str(text: &str) -> String {
    quoted(text, is_printable)
}

/// `ascii(text)`.
pub fn ascii_str(text: &str) -> String {
    quoted(text, |c| matches!(c, ' '..='~'))
}

/// `ascii(object)` from `repr(object)`: escapes what is not ASCII.
pub fn ascii_of_repr(repr: &str) -> String {
    let mut out = String::with_capacity(repr.len());
    for c in repr.chars() {
        if c.is_ascii() {
            out.push(c)
        } else {
            push_code(&mut out, c as u32)
        }
    }
    out
}

/// `repr(data)`.
pub fn repr_bytes(data: &[u8]) -> String {
    let quote = quote_for(data.contains(&b'\''), data.contains(&b'"'));
    let mut out = String::with_capacity(data.len() + 3);
    out.push('b');
    out.push(quote);
    for &byte in data {
        match byte {
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            b'\\' => out.push_str("\\\\"),
            _ if char::from(byte) == quote => {
                out.push('\\');
                out.push(quote);
            }
            b' '..=b'~' => out.push(char::from(byte)),
            _ => push_code(&mut out, u32::from(byte)),
        }
    }
    out.push(quote);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_as_recorded() {
        super::super::cases::check(
            include_str!("cases/quote.tsv"),
            200,
            |operation, arguments| {
                let text = arguments[0].as_str();
                let bytes: Vec<u8> = text.chars().map(|c| c as u32 as u8).collect();
                let got = match operation {
                    "repr" => repr_str(text),
                    "ascii" => ascii_str(text),
                    "ascii_of_repr" => ascii_of_repr(&repr_str(text)),
                    "bytes" => repr_bytes(&bytes),
                    other => panic!("unknown operation {other}"),
                };
                format!("={got}")
            },
        );
    }
}

//! What CPython's tokenizer refuses, found in the raw text: brackets, quotes, numbers, indentation.
//!
//! These errors come before those of the parser, wherever they are in the program.

use super::super::SyntaxError;
use super::super::source::Source;
use ruff_text_size::TextSize;

/// Most brackets open at once.
pub(in super::super) const MAX_BRACKETS: usize = 200;
/// Most levels of indentation.
pub(in super::super) const MAX_INDENTS: usize = 100;

/// What a look over the text found.
#[derive(Debug, Default)]
pub(in super::super) struct Scan {
    /// The first error and where it is.
    pub error: Option<(usize, SyntaxError)>,
    /// The innermost bracket that is never closed.
    pub open: Option<(char, usize)>,
}

/// Looks over a source. `strange` are the places of characters that can be in no token.
pub(in super::super) fn scan(source: &Source, strange: &[usize]) -> Scan {
    let mut scanner = Scanner {
        source,
        text: source.text.as_bytes(),
        at: 0,
        brackets: Vec::new(),
        strings: Vec::new(),
        indents: vec![(0, 0)],
        strange,
    };
    match scanner.run() {
        Ok(()) => Scan {
            error: None,
            open: scanner.brackets.last().map(|(c, at)| (*c as char, *at)),
        },
        Err(error) => Scan {
            error: Some(error),
            open: None,
        },
    }
}

pub(super) type Failure = (usize, SyntaxError);
pub(super) type Result<T = ()> = std::result::Result<T, Failure>;

/// An f-string whose replacement field is being read.
struct Interpolated {
    quote: u8,
    triple: bool,
    raw: bool,
    start: usize,
    /// Brackets open within each of its open fields: one in the string, others in format specifications.
    fields: Vec<usize>,
}

pub(super) struct Scanner<'s> {
    source: &'s Source,
    pub(super) text: &'s [u8],
    pub(super) at: usize,
    brackets: Vec<(u8, usize)>,
    strings: Vec<Interpolated>,
    indents: Vec<(usize, usize)>,
    strange: &'s [usize],
}

impl Scanner<'_> {
    pub(super) fn peek(&self, ahead: usize) -> u8 {
        self.text.get(self.at + ahead).copied().unwrap_or(0)
    }

    /// An error at the character that begins at `at`.
    pub(super) fn fail<T>(&self, at: usize, message: impl Into<String>) -> Result<T> {
        let mut error = self.error(at, "SyntaxError", message.into());
        error.end_column = error.column;
        Err((at, error))
    }

    pub(super) fn error(&self, at: usize, kind: &'static str, message: String) -> SyntaxError {
        let (line, column) = self.source.line_col(TextSize::new(at as u32));
        let text = self.source.line_text(line).to_owned();
        SyntaxError {
            kind,
            message,
            line,
            column: column + 1,
            end_column: 0,
            text,
        }
    }

    fn run(&mut self) -> Result {
        self.indentation()?;
        while self.at < self.text.len() {
            self.token()?;
        }
        Ok(())
    }

    fn line_at(&self, at: usize) -> u32 {
        self.source.line_of(TextSize::new(at as u32))
    }

    /// The indentation of the line that begins here; blank lines do not count.
    fn indentation(&mut self) -> Result {
        loop {
            let (mut column, mut other) = (0, 0);
            loop {
                match self.peek(0) {
                    b' ' => (column, other) = (column + 1, other + 1),
                    b'\t' => (column, other) = ((column / 8 + 1) * 8, other + 1),
                    b'\x0c' => (column, other) = (0, 0),
                    _ => break,
                }
                self.at += 1;
            }
            if self.at >= self.text.len() {
                return Ok(());
            }
            match self.peek(0) {
                b'\n' => self.at += 1,
                b'#' => self.comment(),
                _ => return self.indent(column, other),
            }
        }
    }

    fn indent(&mut self, column: usize, other: usize) -> Result {
        let line = self.line_at(self.at);
        let length = self.source.line_text(line).chars().count() as u32;
        let tab_error = |s: &Self| {
            let message = "inconsistent use of tabs and spaces in indentation".into();
            let at = s.source.line_start(line);
            Err((
                s.at,
                SyntaxError {
                    column: 1,
                    ..s.error(at, "TabError", message)
                },
            ))
        };
        let (top, top_other) = self.indents[self.indents.len() - 1];
        if column == top {
            return if other == top_other {
                Ok(())
            } else {
                tab_error(self)
            };
        }
        if column > top {
            if other <= top_other {
                return tab_error(self);
            }
            if self.indents.len() >= MAX_INDENTS {
                let message = "too many levels of indentation".into();
                let mut error = self.error(self.at, "IndentationError", message);
                (error.column, error.end_column) = (0, 0);
                return Err((self.at, error));
            }
            self.indents.push((column, other));
            return Ok(());
        }
        while self.indents.last().is_some_and(|(c, _)| *c > column) {
            self.indents.pop();
        }
        match self.indents.last() {
            Some((c, o)) if *c == column => {
                if *o == other {
                    Ok(())
                } else {
                    tab_error(self)
                }
            }
            _ => {
                let message = "unindent does not match any outer indentation level".into();
                let error = self.error(self.at, "IndentationError", message);
                Err((
                    self.at,
                    SyntaxError {
                        column: length + 1,
                        ..error
                    },
                ))
            }
        }
    }

    fn comment(&mut self) {
        while self.at < self.text.len() && self.text[self.at] != b'\n' {
            self.at += 1;
        }
    }

    fn token(&mut self) -> Result {
        let c = self.peek(0);
        match c {
            b'\n' => {
                self.at += 1;
                if self.brackets.is_empty() {
                    self.indentation()?;
                }
            }
            b' ' | b'\t' | b'\x0c' => self.at += 1,
            b'#' => self.comment(),
            b'\\' => self.continuation()?,
            b'\'' | b'"' => self.string(self.at)?,
            b'0'..=b'9' => self.number()?,
            b'.' if self.peek(1).is_ascii_digit() => self.number()?,
            b'(' | b'[' | b'{' => self.open(c)?,
            b')' | b']' | b'}' => self.close(c)?,
            b':' if self.in_field() => {
                self.at += 1;
                self.literal()?;
            }
            b'_' | b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => self.word()?,
            0..=0x1f | 0x7f => {
                return self.fail(
                    self.at,
                    format!("invalid non-printable character U+{c:04X}"),
                );
            }
            _ => self.at += 1,
        }
        Ok(())
    }

    /// Directly within a replacement field of an f-string, outside other brackets.
    fn in_field(&self) -> bool {
        self.strings
            .last()
            .and_then(|s| s.fields.last())
            .is_some_and(|level| *level == self.brackets.len())
    }

    fn continuation(&mut self) -> Result {
        let at = self.at;
        if at + 1 >= self.text.len() {
            let error = self.error(at, "SyntaxError", "unexpected EOF while parsing".into());
            return Err((
                at,
                SyntaxError {
                    column: error.column + 1,
                    ..error
                },
            ));
        }
        if self.peek(1) != b'\n' {
            let message = "unexpected character after line continuation character".into();
            let error = self.error(at, "SyntaxError", message);
            return Err((
                at,
                SyntaxError {
                    column: error.column + 1,
                    ..error
                },
            ));
        }
        self.at += 2;
        if self.at >= self.text.len() {
            return self.fail(at, "unexpected EOF while parsing");
        }
        Ok(())
    }

    fn open(&mut self, c: u8) -> Result {
        if self.brackets.len() >= MAX_BRACKETS {
            return self.fail(self.at, "too many nested parentheses");
        }
        self.brackets.push((c, self.at));
        self.at += 1;
        Ok(())
    }

    fn close(&mut self, c: u8) -> Result {
        let Some((open, at)) = self.brackets.last().copied() else {
            return self.fail(self.at, format!("unmatched '{}'", c as char));
        };
        if !matches!((open, c), (b'(', b')') | (b'[', b']') | (b'{', b'}')) {
            let (open_line, line) = (self.line_at(at), self.line_at(self.at));
            let prefix = if self.in_field() && c != b'}' {
                return self.fail(self.at, format!("f-string: unmatched '{}'", c as char));
            } else {
                format!(
                    "closing parenthesis '{}' does not match opening parenthesis '{}'",
                    c as char, open as char
                )
            };
            let suffix = if open_line == line {
                String::new()
            } else {
                format!(" on line {open_line}")
            };
            return self.fail(self.at, prefix + &suffix);
        }
        let ends_field = self.in_field();
        self.brackets.pop();
        self.at += 1;
        if !ends_field {
            return Ok(());
        }
        if let Some(string) = self.strings.last_mut() {
            string.fields.pop();
        }
        self.literal()
    }

    fn word(&mut self) -> Result {
        let start = self.at;
        while self.at < self.text.len() {
            let c = self.text[self.at];
            if c >= 0x80 && self.strange.contains(&self.at) {
                return self.strange_character();
            }
            if c == b'_' || c.is_ascii_alphanumeric() || c >= 0x80 {
                self.at += 1;
            } else {
                break;
            }
        }
        let prefix = self
            .source
            .text
            .get(start..self.at)
            .unwrap_or("")
            .to_ascii_lowercase();
        let is_prefix = matches!(&*prefix, "r" | "b" | "u" | "f" | "br" | "rb" | "fr" | "rf");
        if is_prefix && matches!(self.peek(0), b'\'' | b'"') {
            return if prefix.contains('f') {
                self.interpolated(start, prefix.contains('r'))
            } else {
                self.string(start)
            };
        }
        Ok(())
    }

    fn strange_character(&self) -> Result {
        let c = self.source.text[self.at..].chars().next().unwrap_or('\0');
        let hidden = c.is_control()
            || c.is_whitespace()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        if hidden {
            return self.fail(
                self.at,
                format!("invalid non-printable character U+{:04X}", c as u32),
            );
        }
        self.fail(
            self.at,
            format!("invalid character '{c}' (U+{:04X})", c as u32),
        )
    }

    fn unterminated<T>(&self, start: usize, triple: bool, f: bool, escaped: bool) -> Result<T> {
        let kind = if f { "f-string" } else { "string" };
        let kind = if triple {
            format!("triple-quoted {kind}")
        } else {
            kind.to_owned()
        };
        let line = if triple {
            self.source.line_count()
        } else {
            self.line_at(self.at.min(self.text.len()))
        };
        let hint = if escaped {
            "; perhaps you escaped the end quote?"
        } else {
            ""
        };
        self.fail(
            start,
            format!("unterminated {kind} literal (detected at line {line}){hint}"),
        )
    }

    /// A string whose quote is here and whose prefix begins at `start`.
    fn string(&mut self, start: usize) -> Result {
        let quote = self.peek(0);
        let triple = self.peek(1) == quote && self.peek(2) == quote;
        let quote_at = self.at;
        if !triple && self.peek(1) == quote {
            self.at += 2;
            return Ok(());
        }
        self.at += if triple { 3 } else { 1 };
        let mut escaped = false;
        loop {
            let c = self.peek(0);
            if self.at >= self.text.len() || (c == b'\n' && !triple) {
                if let Some(outer) = self.strings.last()
                    && outer.quote == quote
                    && outer.triple == triple
                {
                    return self.fail(quote_at, "f-string: expecting '}'");
                }
                return self.unterminated(start, triple, false, escaped);
            }
            if c == b'\\' {
                escaped |= self.peek(1) == quote;
                self.at += 2;
            } else if c == quote && (!triple || (self.peek(1) == quote && self.peek(2) == quote)) {
                self.at += if triple { 3 } else { 1 };
                return Ok(());
            } else {
                self.at += 1;
            }
        }
    }

    fn interpolated(&mut self, start: usize, raw: bool) -> Result {
        let quote = self.peek(0);
        let triple = self.peek(1) == quote && self.peek(2) == quote;
        self.at += if triple { 3 } else { 1 };
        self.strings.push(Interpolated {
            quote,
            triple,
            raw,
            start,
            fields: Vec::new(),
        });
        self.literal()
    }

    /// The literal part of the innermost f-string (or of a format specification): up to a `{`, or its end.
    fn literal(&mut self) -> Result {
        let Some(string) = self.strings.last() else {
            return Ok(());
        };
        let (quote, triple, raw, start) = (string.quote, string.triple, string.raw, string.start);
        let in_spec = !string.fields.is_empty();
        loop {
            let c = self.peek(0);
            if self.at >= self.text.len() || (c == b'\n' && !triple) {
                if in_spec {
                    return self.fail(self.at.min(self.text.len()), "f-string: expecting '}'");
                }
                return self.unterminated(start, triple, true, false);
            }
            let ends = c == quote && (!triple || (self.peek(1) == quote && self.peek(2) == quote));
            match c {
                b'{' if self.peek(1) == b'{' && !in_spec => self.at += 2,
                b'{' => {
                    if let Some(string) = self.strings.last_mut() {
                        string.fields.push(self.brackets.len() + 1);
                    }
                    return self.open(b'{');
                }
                b'}' if in_spec => return Ok(()),
                b'}' if self.peek(1) == b'}' => self.at += 2,
                b'}' => return self.fail(self.at, "f-string: single '}' is not allowed"),
                b'\\' if !raw && self.peek(1) == b'N' && self.peek(2) == b'{' => {
                    while self.at < self.text.len() && !matches!(self.peek(0), b'}' | b'\n') {
                        self.at += 1;
                    }
                    self.at += 1;
                }
                b'\\' => {
                    self.at += if matches!(self.peek(1), b'{' | b'}') {
                        1
                    } else {
                        2
                    }
                }
                _ if ends => {
                    if in_spec {
                        let message = "f-string: expecting '}', or format specs".into();
                        let error = self.error(self.at, "SyntaxError", message);
                        return Err((
                            self.at,
                            SyntaxError {
                                end_column: error.column + 1,
                                ..error
                            },
                        ));
                    }
                    self.at += if triple { 3 } else { 1 };
                    self.strings.pop();
                    return Ok(());
                }
                _ => self.at += 1,
            }
        }
    }
}

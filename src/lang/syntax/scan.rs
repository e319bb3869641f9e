//! The tokens of a program as CPython's tokenizer makes them, and what it refuses: brackets, quotes, numbers,
//! indentation.
//!
//! Most of these errors come before those of the parser, wherever they are in the program.

use super::super::SyntaxError;
use super::super::source::Source;
use super::strings::Interpolated;
use ruff_text_size::TextSize;

/// Most brackets open at once.
pub(in super::super) const MAX_BRACKETS: usize = 200;
/// Most levels of indentation.
pub(in super::super) const MAX_INDENTS: usize = 100;

/// What kind of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or a keyword.
    Name,
    Number,
    String,
    FStart,
    FMiddle,
    FEnd,
    Op,
    Newline,
    Indent,
    Dedent,
    /// The end of the program.
    End,
    /// Where the tokenizer gave up.
    Error,
}

/// A token: where it is and how many brackets are open after it.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Token {
    pub kind: Kind,
    pub start: u32,
    pub end: u32,
    pub level: u16,
}

/// What a look over the text found.
#[derive(Debug)]
pub(in super::super) struct Scan {
    /// All tokens up to the first error; the last one is `End` or `Error`.
    pub tokens: Vec<Token>,
    /// The first error.
    pub error: Option<SyntaxError>,
    /// Whether that error counts only if the parser comes to it: wrong indentation and continuation, and all within
    /// f-strings.
    pub late: bool,
    /// The innermost bracket that is not closed by then.
    pub open: Option<(char, usize)>,
    /// Numbers that run into a keyword: where, and what CPython warns.
    pub warnings: Vec<(usize, String)>,
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
        comment: None,
        tokens: Vec::new(),
        warnings: Vec::new(),
    };
    let error = scanner.run().err();
    let open = scanner.brackets.last().map(|(c, at)| (*c as char, *at));
    scanner.finish(error.is_none() && open.is_none());
    Scan {
        tokens: scanner.tokens,
        late: error.as_ref().is_some_and(|e| {
            e.kind != "SyntaxError"
                || e.message.starts_with("unexpected ")
                || !scanner.strings.is_empty()
        }),
        error,
        open,
        warnings: scanner.warnings,
    }
}

pub(super) type Result<T = ()> = std::result::Result<T, SyntaxError>;

pub(super) struct Scanner<'s> {
    pub(super) source: &'s Source,
    pub(super) text: &'s [u8],
    pub(super) at: usize,
    pub(super) brackets: Vec<(u8, usize)>,
    pub(super) strings: Vec<Interpolated>,
    indents: Vec<(usize, usize)>,
    strange: &'s [usize],
    /// Where the comment before the next line end begins.
    comment: Option<usize>,
    tokens: Vec<Token>,
    pub(super) warnings: Vec<(usize, String)>,
}

impl Scanner<'_> {
    pub(super) fn peek(&self, ahead: usize) -> u8 {
        self.text.get(self.at + ahead).copied().unwrap_or(0)
    }

    /// An error at the character that begins at `at`.
    pub(super) fn fail<T>(&self, at: usize, message: impl Into<String>) -> Result<T> {
        let mut error = self.error(at, "SyntaxError", message.into());
        error.end_column = error.column;
        Err(error)
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

    pub(super) fn push(&mut self, kind: Kind, start: usize) {
        self.tokens.push(Token {
            kind,
            start: start as u32,
            end: self.at as u32,
            level: self.brackets.len() as u16,
        });
    }

    /// What follows the last line: its end if it has none, and those of all blocks.
    fn finish(&mut self, good: bool) {
        if !good {
            return self.push(Kind::Error, self.at);
        }
        let last = self.tokens.last().map(|t| t.kind);
        if !matches!(
            last,
            None | Some(Kind::Newline | Kind::Indent | Kind::Dedent)
        ) {
            self.newline();
        }
        for _ in 1..self.indents.len() {
            self.push(Kind::Dedent, self.at);
        }
        self.push(Kind::End, self.at);
    }

    /// The end of a logical line, which begins with its comment.
    fn newline(&mut self) {
        let start = self.comment.take().unwrap_or(self.at);
        self.at += 1;
        self.push(Kind::Newline, start);
    }

    fn run(&mut self) -> Result {
        self.indentation()?;
        while self.at < self.text.len() {
            self.token()?;
        }
        Ok(())
    }

    pub(super) fn line_at(&self, at: usize) -> u32 {
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
                b'#' => {
                    self.comment();
                    self.comment = None;
                }
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
            Err(SyntaxError {
                column: 1,
                ..s.error(at, "TabError", message)
            })
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
                return Err(error);
            }
            self.indents.push((column, other));
            self.push(Kind::Indent, self.at);
            return Ok(());
        }
        let before = self.indents.len();
        while self.indents.last().is_some_and(|(c, _)| *c > column) {
            self.indents.pop();
        }
        match self.indents.last() {
            Some((c, o)) if *c == column => {
                if *o != other {
                    return tab_error(self);
                }
                for _ in self.indents.len()..before {
                    self.push(Kind::Dedent, self.at);
                }
                Ok(())
            }
            _ => {
                let message = "unindent does not match any outer indentation level".into();
                let error = self.error(self.at, "IndentationError", message);
                Err(SyntaxError {
                    column: length + 1,
                    ..error
                })
            }
        }
    }

    fn comment(&mut self) {
        self.comment = Some(self.at);
        while self.at < self.text.len() && self.text[self.at] != b'\n' {
            self.at += 1;
        }
    }

    fn token(&mut self) -> Result {
        let c = self.peek(0);
        match c {
            b'\n' => {
                if !self.brackets.is_empty() {
                    self.at += 1;
                    self.comment = None;
                    return Ok(());
                }
                self.newline();
                self.indentation()?;
            }
            b' ' | b'\t' | b'\x0c' => self.at += 1,
            b'#' => self.comment(),
            b'\\' => self.continuation()?,
            b'\'' | b'"' => self.string(self.at)?,
            b'0'..=b'9' | b'.' if c != b'.' || self.peek(1).is_ascii_digit() => {
                let start = self.at;
                self.number()?;
                self.push(Kind::Number, start);
            }
            b'(' | b'[' | b'{' => self.open(c)?,
            b')' | b']' | b'}' => self.close(c)?,
            b':' if self.in_field() => {
                self.at += 1;
                self.push(Kind::Op, self.at - 1);
                self.literal(true)?;
            }
            b'_' | b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => self.word()?,
            0..=0x1f | 0x7f => {
                return self.fail(
                    self.at,
                    format!("invalid non-printable character U+{c:04X}"),
                );
            }
            _ => self.operator(),
        }
        Ok(())
    }

    /// The longest operator that begins here.
    fn operator(&mut self) {
        const LONG: [&[u8]; 25] = [
            b"**=", b"//=", b">>=", b"<<=", b"...", b"!=", b"%=", b"&=", b"**", b"*=", b"+=",
            b"-=", b"->", b"//", b"/=", b":=", b"<<", b"<=", b"<>", b"==", b">=", b">>", b"@=",
            b"^=", b"|=",
        ];
        let start = self.at;
        let rest = &self.text[start..];
        let long = LONG.iter().find(|op| rest.starts_with(op));
        self.at += long.map_or(1, |op| op.len());
        self.push(Kind::Op, start);
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
            return Err(SyntaxError {
                column: error.column + 1,
                ..error
            });
        }
        if self.peek(1) != b'\n' {
            let message = "unexpected character after line continuation character".into();
            let error = self.error(at, "SyntaxError", message);
            return Err(SyntaxError {
                column: error.column + 1,
                ..error
            });
        }
        self.at += 2;
        if self.at >= self.text.len() {
            let error = self.error(at, "SyntaxError", "unexpected EOF while parsing".into());
            return Err(SyntaxError {
                column: error.column + 1,
                ..error
            });
        }
        Ok(())
    }

    pub(super) fn open(&mut self, c: u8) -> Result {
        if self.brackets.len() >= MAX_BRACKETS {
            return self.fail(self.at, "too many nested parentheses");
        }
        self.brackets.push((c, self.at));
        self.at += 1;
        self.push(Kind::Op, self.at - 1);
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
        self.push(Kind::Op, self.at - 1);
        if !ends_field {
            return Ok(());
        }
        if let Some(string) = self.strings.last_mut() {
            string.fields.pop();
        }
        let in_spec = self.strings.last().is_some_and(|s| !s.fields.is_empty());
        self.literal(in_spec)
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
        self.push(Kind::Name, start);
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
}

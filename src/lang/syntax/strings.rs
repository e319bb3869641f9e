//! Strings and f-strings, for `scan`.

use super::scan::{Kind, Result, Scanner};

/// An f-string whose replacement field is being read.
pub(super) struct Interpolated {
    quote: u8,
    triple: bool,
    raw: bool,
    start: usize,
    /// Brackets open within each of its open fields: one in the string, others in format specifications.
    pub fields: Vec<usize>,
}

impl Scanner<'_> {
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
    pub(super) fn string(&mut self, start: usize) -> Result {
        let quote = self.peek(0);
        let triple = self.peek(1) == quote && self.peek(2) == quote;
        if !triple && self.peek(1) == quote {
            self.at += 2;
            self.push(Kind::String, start);
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
                    return self.fail(start, "f-string: expecting '}'");
                }
                return self.unterminated(start, triple, false, escaped);
            }
            if c == b'\\' {
                escaped |= self.peek(1) == quote;
                self.at += 2;
            } else if c == quote && (!triple || (self.peek(1) == quote && self.peek(2) == quote)) {
                self.at += if triple { 3 } else { 1 };
                self.push(Kind::String, start);
                return Ok(());
            } else {
                self.at += 1;
            }
        }
    }

    pub(super) fn interpolated(&mut self, start: usize, raw: bool) -> Result {
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
        self.push(Kind::FStart, start);
        self.literal(false)
    }

    fn middle(&mut self, from: usize) {
        if self.at > from {
            self.push(Kind::FMiddle, from);
        }
    }

    /// The literal part of the innermost f-string (or of a format specification): up to a `{`, or its end.
    pub(super) fn literal(&mut self, in_spec: bool) -> Result {
        let Some(string) = self.strings.last() else {
            return Ok(());
        };
        let (quote, triple, raw, start) = (string.quote, string.triple, string.raw, string.start);
        let from = self.at;
        loop {
            let c = self.peek(0);
            if in_spec && c == b'\n' && !triple {
                self.push(Kind::FMiddle, from);
                return Ok(());
            }
            if self.at >= self.text.len() || (c == b'\n' && !triple) {
                return self.unterminated(start, triple, true, false);
            }
            let ends = c == quote && (!triple || (self.peek(1) == quote && self.peek(2) == quote));
            match c {
                b'{' if self.peek(1) == b'{' && !in_spec => self.at += 2,
                b'{' => {
                    self.middle(from);
                    if let Some(string) = self.strings.last_mut() {
                        string.fields.push(self.brackets.len() + 1);
                    }
                    return self.open(b'{');
                }
                b'}' if in_spec => {
                    self.middle(from);
                    return Ok(());
                }
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
                    self.middle(from);
                    self.at += if triple { 3 } else { 1 };
                    self.push(Kind::FEnd, self.at - if triple { 3 } else { 1 });
                    self.strings.pop();
                    return Ok(());
                }
                _ => self.at += 1,
            }
        }
    }
}

//! Numbers that are none, for `scan`.

use super::scan::{Result, Scanner};

impl Scanner<'_> {
    fn digits(&mut self, kind: &str, base: u32) -> Result {
        loop {
            while char::from(self.peek(0)).is_digit(base) {
                self.at += 1;
            }
            if self.peek(0) != b'_' {
                return Ok(());
            }
            self.at += 1;
            if !char::from(self.peek(0)).is_digit(base) {
                return self.fail(self.at - 1, format!("invalid {kind} literal"));
            }
        }
    }

    pub(super) fn number(&mut self) -> Result {
        let start = self.at;
        if self.peek(0) == b'0' {
            let radix = match self.peek(1).to_ascii_lowercase() {
                b'x' => Some((16, "hexadecimal")),
                b'o' => Some((8, "octal")),
                b'b' => Some((2, "binary")),
                _ => None,
            };
            if let Some((base, kind)) = radix {
                self.at += 2;
                if self.peek(0) != b'_' && !char::from(self.peek(0)).is_digit(base) {
                    return self.radix_failure(kind);
                }
                self.digits(kind, base)?;
                if self.peek(0).is_ascii_digit() {
                    return self.radix_failure(kind);
                }
                return self.end_of_number(kind);
            }
        }
        if self.peek(0) != b'.' {
            self.digits("decimal", 10)?;
        }
        let whole = self.at;
        let mut is_float = false;
        if self.peek(0) == b'.' {
            is_float = true;
            self.at += 1;
            if self.peek(0).is_ascii_digit() {
                self.digits("decimal", 10)?;
            }
        }
        if matches!(self.peek(0), b'e' | b'E') {
            let sign = usize::from(matches!(self.peek(1), b'+' | b'-'));
            if self.peek(1 + sign).is_ascii_digit() {
                is_float = true;
                self.at += 1 + sign;
                self.digits("decimal", 10)?;
            } else if sign == 1 {
                return self.fail(self.at + 1, "invalid decimal literal");
            }
        }
        if matches!(self.peek(0), b'j' | b'J') {
            self.at += 1;
            return self.end_of_number("imaginary");
        }
        if !is_float {
            self.leading_zeros(start, whole)?;
        }
        self.end_of_number("decimal")
    }

    fn radix_failure(&self, kind: &str) -> Result {
        if self.peek(0).is_ascii_digit() {
            return self.fail(
                self.at,
                format!("invalid digit '{}' in {kind} literal", self.peek(0) as char),
            );
        }
        self.fail(self.at - 1, format!("invalid {kind} literal"))
    }

    fn leading_zeros(&self, start: usize, end: usize) -> Result {
        let digits = &self.text[start..end];
        let zeros = digits
            .iter()
            .take_while(|c| matches!(c, b'0' | b'_'))
            .count();
        if zeros == 0 || zeros == digits.len() {
            return Ok(());
        }
        let message = "leading zeros in decimal integer literals are not permitted; \
                       use an 0o prefix for octal integers";
        let mut error = self.error(start, "SyntaxError", message.into());
        error.end_column = error.column + zeros as u32;
        Err(error)
    }

    /// A name may not follow a number at once; some keywords may, with a warning.
    fn end_of_number(&mut self, kind: &str) -> Result {
        let c = self.peek(0);
        let rest = &self.text[self.at..];
        let part = |c: &u8| *c == b'_' || c.is_ascii_alphanumeric() || *c >= 0x80;
        let whole =
            |k: &str| rest.starts_with(k.as_bytes()) && !rest.get(k.len()).is_some_and(part);
        let begins = |k: &str| rest.starts_with(k.as_bytes());
        let keyword = ["and", "else", "for", "or", "not"].iter().any(|k| whole(k))
            || ["if", "in", "is"].iter().any(|k| begins(k));
        if keyword {
            self.warnings
                .push((self.at, format!("invalid {kind} literal")));
        } else if c == b'_' || c.is_ascii_alphanumeric() {
            return self.fail(self.at - 1, format!("invalid {kind} literal"));
        }
        Ok(())
    }
}

//! `%` formatting: the pieces of a format and the layout of one converted value.
//!
//! The caller takes the arguments in order, checks their types and converts them; the constructors below word its
//! complaints. A `bytes` format goes through the same functions as text in Latin-1. Must not know of values.

use num_bigint::BigInt;
use num_traits::Signed;

use super::digits::{Layout, Style, print_float};
use super::int::{int_to_prefixed, int_to_str};
use super::{Error, check_len, cut};

/// The flags of a conversion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// a space
    pub blank: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
}

/// A width or a precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Written in the format.
    Fixed(usize),
    /// `*`: the next argument.
    Star,
}

/// A part of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text.
    Literal(&'a str),
    /// A conversion.
    Conversion(Conversion<'a>),
}

/// `%(key)flags width.precision code`. Arguments are taken in the order width, precision, value; an unknown code is
/// complained about after the value has been taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conversion<'a> {
    /// The key to look up in a mapping.
    pub key: Option<&'a str>,
    /// The flags.
    pub flags: Flags,
    /// The least width.
    pub width: Option<Size>,
    /// The precision.
    pub precision: Option<Size>,
    /// The type of the conversion, whichever it is; see [`unsupported_character`].
    pub code: char,
    /// Where `code` is, in characters.
    pub index: usize,
    /// The format ends before the code; [`Conversion::settle`] says so.
    pub incomplete: bool,
}

/// Iterates over the pieces of a format; an error ends it.
#[derive(Clone, Debug)]
pub struct Pieces<'a> {
    rest: &'a str,
    /// Characters before `rest`.
    index: usize,
    mapping: bool,
}

/// The pieces of `format`, to be filled from a mapping or not.
pub fn pieces(format: &str, mapping: bool) -> Pieces<'_> {
    Pieces {
        rest: format,
        index: 0,
        mapping,
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Result<Piece<'a>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        if let Some(rest) = self.rest.strip_prefix('%') {
            let start = self.rest;
            if let Some(after) = rest.strip_prefix('%') {
                self.rest = after;
                self.index += 2;
                return Some(Ok(Piece::Literal("%")));
            }
            self.rest = rest;
            let parsed = self.conversion();
            let used = start.len() - self.rest.len();
            self.index += start.get(..used).map_or(0, |text| text.chars().count());
            if parsed.is_err() {
                self.rest = "";
            }
            let index = self.index.saturating_sub(1);
            return Some(parsed.map(|conversion| {
                Piece::Conversion(Conversion {
                    index,
                    ..conversion
                })
            }));
        }
        let (literal, rest) = self
            .rest
            .split_at(self.rest.find('%').unwrap_or(self.rest.len()));
        self.rest = rest;
        self.index += literal.chars().count();
        Some(Ok(Piece::Literal(literal)))
    }
}

impl<'a> Pieces<'a> {
    fn take(&mut self, c: char) -> bool {
        match self.rest.strip_prefix(c) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn key(&mut self) -> Result<Option<&'a str>, Error> {
        if !self.take('(') {
            return Ok(None);
        }
        if !self.mapping {
            return Err(requires_mapping());
        }
        let mut depth = 1usize;
        for (at, c) in self.rest.char_indices() {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                let (key, rest) = self.rest.split_at(at);
                self.rest = rest.get(1..).unwrap_or_default();
                return Ok(Some(key));
            }
        }
        Err(Error::value("incomplete format key"))
    }

    fn flags(&mut self) -> Flags {
        let mut flags = Flags::default();
        loop {
            let flag = match self.rest.chars().next() {
                Some('-') => &mut flags.left,
                Some('+') => &mut flags.plus,
                Some(' ') => &mut flags.blank,
                Some('#') => &mut flags.alternate,
                Some('0') => &mut flags.zero,
                _ => return flags,
            };
            *flag = true;
            self.rest = self.rest.get(1..).unwrap_or_default();
        }
    }

    fn size(&mut self, greatest: i64, too_big: &str) -> Result<Option<Size>, Error> {
        if self.take('*') {
            return Ok(Some(Size::Star));
        }
        let mut value: Option<i64> = None;
        while let Some(digit) = self.rest.chars().next().and_then(|c| c.to_digit(10)) {
            let next = value
                .unwrap_or(0)
                .checked_mul(10)
                .and_then(|v| v.checked_add(i64::from(digit)));
            value = Some(
                next.filter(|&next| next <= greatest)
                    .ok_or_else(|| Error::value(too_big))?,
            );
            self.rest = self.rest.get(1..).unwrap_or_default();
        }
        Ok(value.map(|value| Size::Fixed(usize::try_from(value).unwrap_or(usize::MAX))))
    }

    fn conversion(&mut self) -> Result<Conversion<'a>, Error> {
        let key = self.key()?;
        let flags = self.flags();
        let width = self.size(i64::MAX, "width too big")?;
        let mut precision = None;
        if self.take('.') {
            precision = self
                .size(i64::from(i32::MAX), "precision too big")?
                .or(Some(Size::Fixed(0)));
        }
        let _ = self.take('h') || self.take('l') || self.take('L');
        let mut rest = self.rest.chars();
        let code = rest.next();
        self.rest = rest.as_str();
        let incomplete = code.is_none();
        Ok(Conversion {
            key,
            flags,
            width,
            precision,
            code: code.unwrap_or('\0'),
            index: 0,
            incomplete,
        })
    }
}

/// A conversion whose sizes are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The flags, with `left` set by a negative width.
    pub flags: Flags,
    /// The least width.
    pub width: usize,
    /// The precision.
    pub precision: Option<usize>,
    /// The type of the conversion.
    pub code: char,
}

impl Conversion<'_> {
    /// Settles the sizes with the arguments taken for `*`.
    pub fn settle(&self, star_width: i64, star_precision: i64) -> Result<Settled, Error> {
        if self.incomplete {
            return Err(Error::value("incomplete format"));
        }
        let mut flags = self.flags;
        let width = match self.width {
            None => 0,
            Some(Size::Fixed(width)) => width,
            Some(Size::Star) => {
                flags.left |= star_width < 0;
                usize::try_from(star_width.unsigned_abs()).unwrap_or(usize::MAX)
            }
        };
        let precision = self.precision.map(|precision| match precision {
            Size::Fixed(precision) => precision,
            Size::Star => usize::try_from(star_precision.max(0)).unwrap_or(usize::MAX),
        });
        Ok(Settled {
            flags,
            width,
            precision,
            code: self.code,
        })
    }
}

/// Pads a number: zeros go behind sign and prefix, spaces before.
fn lay_out_number(text: &str, settled: &Settled, max_len: usize) -> Result<String, Error> {
    let flags = settled.flags;
    let (sign, body) = match text.strip_prefix('-') {
        Some(body) => ("-", body),
        None if flags.plus => ("+", text),
        None if flags.blank => (" ", text),
        None => ("", text),
    };
    let prefix_len = if flags.alternate && matches!(settled.code, 'x' | 'X' | 'o') {
        2
    } else {
        0
    };
    let (prefix, digits) = body.split_at_checked(prefix_len).unwrap_or(("", body));
    let len = sign.len() + body.len();
    check_len(settled.width.max(len), max_len)?;
    let padding = settled.width.saturating_sub(len);
    let (spaces, zeros, behind) = match (flags.left, flags.zero) {
        (true, _) => ("", "", padding),
        (false, true) => ("", "0", 0),
        (false, false) => (" ", "", 0),
    };
    let (spaces, zeros) = (spaces.repeat(padding), zeros.repeat(padding));
    Ok(format!(
        "{spaces}{sign}{prefix}{zeros}{digits}{}",
        " ".repeat(behind)
    ))
}

/// `%d`, `%i`, `%u`, `%o`, `%x`, `%X` of an integer.
pub fn format_int(value: &BigInt, settled: &Settled, max_len: usize) -> Result<String, Error> {
    let radix = match settled.code {
        'o' => 8,
        'x' | 'X' => 16,
        _ => 10,
    };
    let text = if radix == 10 {
        int_to_str(&value.abs())?
    } else {
        int_to_prefixed(&value.abs(), radix, max_len)?
    };
    let (prefix, digits) = text.split_at(if radix == 10 { 0 } else { 2 });
    let prefix = if settled.flags.alternate { prefix } else { "" };
    let precision = settled.precision.unwrap_or(0);
    check_len(precision, max_len)?;
    let zeros = "0".repeat(precision.saturating_sub(digits.len()));
    let sign = if value.is_negative() { "-" } else { "" };
    let mut text = format!("{sign}{prefix}{zeros}{digits}");
    if settled.code == 'X' {
        text.make_ascii_uppercase();
    }
    lay_out_number(&text, settled, max_len)
}

/// `%e`, `%E`, `%f`, `%F`, `%g`, `%G` of a float.
pub fn format_float(value: f64, settled: &Settled, max_len: usize) -> Result<String, Error> {
    let layout = Layout {
        style: match settled.code {
            'e' | 'E' => Style::Exponent,
            'f' | 'F' => Style::Fixed,
            _ => Style::General,
        },
        precision: settled.precision.unwrap_or(6),
        alternate: settled.flags.alternate,
        dot_zero: false,
        upper: settled.code.is_ascii_uppercase(),
        no_negative_zero: false,
    };
    lay_out_number(&print_float(value, &layout, max_len)?, settled, max_len)
}

/// `%s`, `%r`, `%a`, `%b`, `%c` of the converted text; the precision cuts all but `%c`.
pub fn format_str(text: &str, settled: &Settled, max_len: usize) -> Result<String, Error> {
    let text = match settled.precision {
        Some(precision) if settled.code != 'c' => cut(text, precision),
        _ => text,
    };
    let len = text.chars().count();
    check_len(settled.width.max(len), max_len)?;
    let padding = " ".repeat(settled.width.saturating_sub(len));
    Ok(if settled.flags.left {
        format!("{text}{padding}")
    } else {
        format!("{padding}{text}")
    })
}

/// The character of `%c` of an integer.
pub fn character(code: Option<i64>) -> Result<char, Error> {
    let code = code.filter(|code| (0..=0x10ffff).contains(code));
    let code = code.ok_or_else(|| Error::overflow("%c arg not in range(0x110000)"))?;
    let c = u32::try_from(code).ok().and_then(char::from_u32);
    c.ok_or(Error::Unsupported("lone surrogates are not supported"))
}

/// Too few arguments.
pub fn not_enough_arguments() -> Error {
    Error::type_error("not enough arguments for format string")
}

/// Too many arguments; `kind` is `string` or `bytes`.
pub fn not_all_converted(kind: &str) -> Error {
    Error::Type(format!(
        "not all arguments converted during {kind} formatting"
    ))
}

/// A key, but no mapping.
pub fn requires_mapping() -> Error {
    Error::type_error("format requires a mapping")
}

/// `*` and no integer.
pub fn star_wants_int() -> Error {
    Error::type_error("* wants int")
}

/// An unknown code.
pub fn unsupported_character(conversion: &Conversion) -> Error {
    let shown = if matches!(conversion.code, ' '..='~') {
        conversion.code
    } else {
        '?'
    };
    let (code, index) = (conversion.code as u32, conversion.index);
    Error::Value(format!(
        "unsupported format character '{shown}' (0x{code:x}) at index {index}"
    ))
}

/// A number conversion of something else: an integer is required by `%o`, `%x` and `%X`, any real number by `%d`.
pub fn wrong_number(code: char, type_name: &str) -> Error {
    let wanted = if matches!(code, 'o' | 'x' | 'X') {
        "an integer"
    } else {
        "a real number"
    };
    Error::Type(format!(
        "%{code} format: {wanted} is required, not {type_name}"
    ))
}

/// `%b` or `%s` in a bytes format of what is no bytes.
pub fn wrong_bytes(type_name: &str) -> Error {
    let wanted = "a bytes-like object, or an object that implements __bytes__";
    Error::Type(format!("%b requires {wanted}, not '{type_name}'"))
}

/// `%c` in a bytes format of what is no byte.
pub fn wrong_byte() -> Error {
    Error::type_error("%c requires an integer in range(256) or a single byte")
}

/// `%c` in a bytes format of a number that is no byte.
pub fn byte_out_of_range() -> Error {
    Error::overflow("%c arg not in range(256)")
}

/// A float conversion of something else in a bytes format.
pub fn wrong_float_in_bytes(type_name: &str) -> Error {
    Error::Type(format!("float argument required, not {type_name}"))
}

/// A float conversion of something else in a string format.
pub fn wrong_float(type_name: &str) -> Error {
    Error::Type(format!("must be real number, not {type_name}"))
}

/// `%c` of something else.
pub fn wrong_character() -> Error {
    Error::type_error("%c requires int or char")
}

#[cfg(test)]
#[path = "percent_tests.rs"]
mod tests;

//! The format-specification mini-language: `format(value, spec)` for integers, floats and strings.
//!
//! An empty specification means `str(value)` and is the caller's business. Must not know of `str.format` templates
//! (see `brace`) nor of `%` (see `percent`).

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::digits::{Layout, Style, print_float};
use super::float::{int_to_float, int_too_large};
use super::int::int_to_str;
use super::unicode::decimal;
use super::{Error, check_len, cut};

/// Where the padding goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `^`
    Center,
    /// `=`: between sign and digits.
    AfterSign,
}

impl Align {
    fn from_char(c: char) -> Option<Align> {
        Some(match c {
            '<' => Align::Left,
            '>' => Align::Right,
            '^' => Align::Center,
            '=' => Align::AfterSign,
            _ => return None,
        })
    }
}

/// A parsed specification. What is absent is `None`; the defaults depend on the type of the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatSpec {
    /// The type of the value, for messages.
    pub type_name: String,
    /// The fill character.
    pub fill: Option<char>,
    /// The alignment.
    pub align: Option<Align>,
    /// `+`, `-` or a space.
    pub sign: Option<char>,
    /// `z`
    pub no_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    /// `0` before the width.
    pub zero_pad: bool,
    /// The least width.
    pub width: Option<usize>,
    /// `,` or `_`
    pub grouping: Option<char>,
    /// Digits after the point, or the greatest width of a string.
    pub precision: Option<usize>,
    /// The presentation type.
    pub code: Option<char>,
}

/// The characters of a specification with a position, for the parser.
struct Reader<'a> {
    chars: &'a [char],
}

impl Reader<'_> {
    fn take(&mut self, test: impl Fn(char) -> bool) -> Option<char> {
        match self.chars {
            [first, rest @ ..] if test(*first) => {
                self.chars = rest;
                Some(*first)
            }
            _ => None,
        }
    }

    fn number(&mut self) -> Result<Option<usize>, Error> {
        let mut value: Option<i64> = None;
        while let Some(digit) = self.chars.first().and_then(|&c| decimal(c)) {
            self.take(|_| true);
            let next = value
                .unwrap_or(0)
                .checked_mul(10)
                .and_then(|v| v.checked_add(i64::from(digit)));
            let next =
                next.ok_or_else(|| Error::value("Too many decimal digits in format string"))?;
            value = Some(next);
        }
        Ok(value.map(|value| usize::try_from(value).unwrap_or(usize::MAX)))
    }
}

impl FormatSpec {
    /// Parses `text` for a value of the type `type_name`; the presentation type is checked when formatting.
    pub fn parse(text: &str, type_name: &str) -> Result<FormatSpec, Error> {
        let chars: Vec<char> = text.chars().collect();
        let mut reader = Reader { chars: &chars };
        let (mut fill, mut align) = (None, None);
        if let [first, second, rest @ ..] = reader.chars
            && let Some(found) = Align::from_char(*second)
        {
            (fill, align) = (Some(*first), Some(found));
            reader.chars = rest;
        } else if let Some(c) = reader.take(|c| Align::from_char(c).is_some()) {
            align = Align::from_char(c);
        }
        let sign = reader.take(|c| matches!(c, '+' | '-' | ' '));
        let no_negative_zero = reader.take(|c| c == 'z').is_some();
        let alternate = reader.take(|c| c == '#').is_some();
        let zero_pad = fill.is_none() && reader.take(|c| c == '0').is_some();
        let width = reader.number()?;
        let comma = reader.take(|c| c == ',');
        let underscore = reader.take(|c| c == '_');
        if underscore.is_some() && (comma.is_some() || reader.chars.first() == Some(&',')) {
            return Err(Error::value("Cannot specify both ',' and '_'."));
        }
        let mut precision = None;
        if reader.take(|c| c == '.').is_some() {
            precision = reader.number()?;
            if precision.is_none() {
                return Err(Error::value("Format specifier missing precision"));
            }
        }
        let code = match reader.chars {
            [] => None,
            [code] => Some(*code),
            _ => {
                let name = cut(type_name, 200);
                return Err(Error::Value(format!(
                    "Invalid format specifier '{text}' for object of type '{name}'"
                )));
            }
        };
        let grouping = comma.or(underscore);
        let type_name = type_name.to_string();
        Ok(FormatSpec {
            type_name,
            fill,
            align,
            sign,
            no_negative_zero,
            alternate,
            zero_pad,
            width,
            grouping,
            precision,
            code,
        })
    }

    /// Grouping goes with some presentation types alone; CPython looks at it before anything else.
    fn check_grouping(&self, code: char) -> Result<(), Error> {
        let Some(separator) = self.grouping else {
            return Ok(());
        };
        let fits = match code {
            'd' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F' | '\0' => true,
            'b' | 'o' | 'x' | 'X' => separator == '_',
            _ => false,
        };
        if fits {
            return Ok(());
        }
        let code = if matches!(code, '!'..='\x7f') {
            code.to_string()
        } else {
            format!("\\x{:x}", code as u32)
        };
        Err(Error::Value(format!(
            "Cannot specify '{separator}' with '{code}'."
        )))
    }

    fn unknown_code(&self, code: char) -> Error {
        let code = if matches!(code, '!'..='\x7f') {
            code.to_string()
        } else {
            format!("\\x{:x}", code as u32)
        };
        let name = cut(&self.type_name, 200);
        Error::Value(format!(
            "Unknown format code '{code}' for object of type '{name}'"
        ))
    }

    fn fill(&self) -> char {
        self.fill.unwrap_or(if self.zero_pad { '0' } else { ' ' })
    }

    fn number_align(&self) -> Align {
        self.align.unwrap_or(if self.zero_pad {
            Align::AfterSign
        } else {
            Align::Right
        })
    }
}

/// A number taken apart for padding and grouping.
struct Parts<'a> {
    negative: bool,
    prefix: &'a str,
    digits: &'a str,
    tail: &'a str,
    group: usize,
}

/// Splits digits into groups from the right, with zeros in front up to `min_width`.
fn grouped(digits: &str, separator: Option<char>, group: usize, min_width: usize) -> String {
    let missing = min_width.saturating_sub(digits.len());
    let Some(separator) = separator else {
        return "0".repeat(missing) + digits;
    };
    let mut out = Vec::new();
    let mut rest = digits.bytes().rev();
    let mut in_group = 0;
    loop {
        let next = rest.next();
        if next.is_none() && out.len() >= min_width {
            break;
        }
        if in_group == group {
            out.push(separator as u8);
            in_group = 0;
            if next.is_none() && out.len() >= min_width {
                // A separator is never first: a zero goes before it.
                out.push(b'0');
                break;
            }
        }
        out.push(next.unwrap_or(b'0'));
        in_group += 1;
    }
    out.into_iter().rev().map(char::from).collect()
}

fn pad(out: &mut String, fill: char, count: usize) {
    out.extend(std::iter::repeat_n(fill, count));
}

/// Joins sign, prefix, digits and the rest, padded and grouped.
fn assemble(parts: &Parts, spec: &FormatSpec, max_len: usize) -> Result<String, Error> {
    let width = spec.width.unwrap_or(0);
    check_len(width, max_len)?;
    let sign = match (parts.negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        _ => "",
    };
    let fixed = sign.len() + parts.prefix.len() + parts.tail.len();
    let (fill, align) = (spec.fill(), spec.number_align());
    let zeros = fill == '0' && align == Align::AfterSign;
    let min_width = if zeros {
        width.saturating_sub(fixed)
    } else {
        0
    };
    let digits = match parts.digits {
        "" => String::new(),
        digits => grouped(digits, spec.grouping, parts.group, min_width),
    };
    let len = fixed + digits.len();
    check_len(len, max_len)?;
    let padding = width.saturating_sub(len);
    let (left, inner, right) = match align {
        Align::Left => (0, 0, padding),
        Align::Right => (padding, 0, 0),
        Align::Center => (padding / 2, 0, padding - padding / 2),
        Align::AfterSign => (0, padding, 0),
    };
    let mut out = String::with_capacity(len + padding);
    pad(&mut out, fill, left);
    out.push_str(sign);
    out.push_str(parts.prefix);
    pad(&mut out, fill, inner);
    out.push_str(&digits);
    out.push_str(parts.tail);
    pad(&mut out, fill, right);
    Ok(out)
}

/// `format(value, spec)` for an integer.
pub fn format_int(value: &BigInt, spec: &FormatSpec, max_len: usize) -> Result<String, Error> {
    let code = spec.code.unwrap_or('d');
    spec.check_grouping(code)?;
    match code {
        'b' | 'c' | 'd' | 'o' | 'x' | 'X' | 'n' => {}
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => {
            let float = int_to_float(value).ok_or_else(int_too_large)?;
            return format_float(float, spec, max_len);
        }
        other => return Err(spec.unknown_code(other)),
    }
    if spec.precision.is_some() {
        return Err(Error::value(
            "Precision not allowed in integer format specifier",
        ));
    }
    if spec.no_negative_zero {
        return Err(Error::value(
            "Negative zero coercion (z) not allowed in integer format specifier",
        ));
    }
    if code == 'c' {
        return format_character(value, spec, max_len);
    }
    let (radix, bits, prefix) = match code {
        'b' => (2, 1, "0b"),
        'o' => (8, 3, "0o"),
        'x' => (16, 4, "0x"),
        'X' => (16, 4, "0X"),
        _ => (10, 3, ""),
    };
    let mut digits = if radix == 10 {
        int_to_str(value)?.trim_start_matches('-').to_string()
    } else {
        if value.bits() / bits > max_len as u64 {
            return Err(Error::TooLong);
        }
        value.magnitude().to_str_radix(radix)
    };
    if code == 'X' {
        digits.make_ascii_uppercase();
    }
    let prefix = if spec.alternate { prefix } else { "" };
    let group = if radix == 10 { 3 } else { 4 };
    assemble(
        &Parts {
            negative: value.is_negative(),
            prefix,
            digits: &digits,
            tail: "",
            group,
        },
        spec,
        max_len,
    )
}

fn format_character(value: &BigInt, spec: &FormatSpec, max_len: usize) -> Result<String, Error> {
    if spec.sign.is_some() {
        return Err(Error::value(
            "Sign not allowed with integer format specifier 'c'",
        ));
    }
    if spec.alternate {
        return Err(Error::value(
            "Alternate form (#) not allowed with integer format specifier 'c'",
        ));
    }
    let code = value
        .to_i64()
        .ok_or_else(|| Error::overflow("Python int too large to convert to C long"))?;
    if !(0..=0x10ffff).contains(&code) {
        return Err(Error::overflow("%c arg not in range(0x110000)"));
    }
    let c = u32::try_from(code).ok().and_then(char::from_u32);
    let c = c.ok_or(Error::Unsupported("lone surrogates are not supported"))?;
    place(&c.to_string(), 1, spec.number_align(), spec, max_len)
}

/// Pads text of `len` characters.
fn place(
    text: &str,
    len: usize,
    align: Align,
    spec: &FormatSpec,
    max_len: usize,
) -> Result<String, Error> {
    let width = spec.width.unwrap_or(0);
    check_len(width.max(len), max_len)?;
    let padding = width.saturating_sub(len);
    let left = match align {
        Align::Left => 0,
        Align::Right | Align::AfterSign => padding,
        Align::Center => padding / 2,
    };
    let mut out = String::with_capacity(text.len() + padding);
    pad(&mut out, spec.fill(), left);
    out.push_str(text);
    pad(&mut out, spec.fill(), padding - left);
    Ok(out)
}

/// `format(value, spec)` for a small integer.
pub fn format_i64(value: i64, spec: &FormatSpec, max_len: usize) -> Result<String, Error> {
    let plain =
        matches!(spec.code, None | Some('d')) && spec.precision.is_none() && !spec.no_negative_zero;
    if !plain {
        return format_int(&BigInt::from(value), spec, max_len);
    }
    let digits = value.unsigned_abs().to_string();
    assemble(
        &Parts {
            negative: value < 0,
            prefix: "",
            digits: &digits,
            tail: "",
            group: 3,
        },
        spec,
        max_len,
    )
}

/// `format(value, spec)` for a float.
pub fn format_float(value: f64, spec: &FormatSpec, max_len: usize) -> Result<String, Error> {
    let code = spec.code.unwrap_or('\0');
    spec.check_grouping(code)?;
    let style = match code {
        '\0' if spec.precision.is_none() => Style::Repr,
        'e' | 'E' => Style::Exponent,
        'f' | 'F' | '%' => Style::Fixed,
        '\0' | 'g' | 'G' | 'n' => Style::General,
        other => return Err(spec.unknown_code(other)),
    };
    let precision = spec.precision.unwrap_or(6);
    if precision > i32::MAX as usize {
        return Err(Error::value("precision too big"));
    }
    let layout = Layout {
        style,
        precision,
        alternate: spec.alternate,
        dot_zero: code == '\0',
        upper: matches!(code, 'E' | 'F' | 'G'),
        no_negative_zero: spec.no_negative_zero,
    };
    let percent = code == '%';
    let mut text = print_float(
        if percent { value * 100.0 } else { value },
        &layout,
        max_len,
    )?;
    if percent {
        text.push('%');
    }
    let (negative, body) = match text.strip_prefix('-') {
        Some(body) => (true, body),
        None => (false, text.as_str()),
    };
    let end = body.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, tail) = body.split_at(end);
    assemble(
        &Parts {
            negative,
            prefix: "",
            digits,
            tail,
            group: 3,
        },
        spec,
        max_len,
    )
}

/// `format(value, spec)` for a string.
pub fn format_str(value: &str, spec: &FormatSpec, max_len: usize) -> Result<String, Error> {
    let code = spec.code.unwrap_or('s');
    spec.check_grouping(code)?;
    if code != 's' {
        return Err(spec.unknown_code(code));
    }
    let refuse = |what: &str| {
        Err(Error::Value(format!(
            "{what} not allowed in string format specifier"
        )))
    };
    match spec.sign {
        Some(' ') => return refuse("Space"),
        Some(_) => return refuse("Sign"),
        None => {}
    }
    if spec.no_negative_zero {
        return refuse("Negative zero coercion (z)");
    }
    if spec.alternate {
        return refuse("Alternate form (#)");
    }
    let align = spec.align.unwrap_or(Align::Left);
    if align == Align::AfterSign {
        return refuse("'=' alignment");
    }
    let shown = spec
        .precision
        .map_or(value, |precision| cut(value, precision));
    place(shown, shown.chars().count(), align, spec, max_len)
}

#[cfg(test)]
#[path = "spec_tests.rs"]
mod tests;

//! Decimal digits of a float and their layout: the part that `repr`, `format` and `%` share.
//!
//! Rust prints floats exactly, rounding half to even, and its shortest form is the one `repr` wants; this module only
//! arranges digits. It must not know of format specifications.

use super::{Error, check_len};

/// More decimal places than any finite double has; further ones are zeros.
const ALL_PLACES: usize = 1100;

/// How `layout` arranges the digits, as in C.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As few digits as identify the float.
    Repr,
    /// `d.ddde±dd`
    Exponent,
    /// `ddd.ddd`
    Fixed,
    /// `Fixed` or `Exponent`, by magnitude, without trailing zeros.
    General,
}

/// What to print of a float.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// The arrangement.
    pub style: Style,
    /// Digits after the point, or significant ones for `General`; unused by `Repr`.
    pub precision: usize,
    /// `#`: keep the point and, for `General`, the trailing zeros.
    pub alternate: bool,
    /// Make sure that the result looks like a float.
    pub dot_zero: bool,
    /// `E`, `INF`, `NAN`.
    pub upper: bool,
    /// Drop the sign of a zero, also of one that arises by rounding.
    pub no_negative_zero: bool,
}

impl Layout {
    /// What `repr` prints.
    pub const REPR: Layout = Layout {
        style: Style::Repr,
        precision: 0,
        alternate: false,
        dot_zero: true,
        upper: false,
        no_negative_zero: false,
    };
}

/// Significant digits and the position of the point: the value is `0.digits × 10^point`.
struct Digits {
    digits: String,
    point: i32,
}

impl Digits {
    /// From Rust's `d.ddde±x`.
    fn from_exponent_form(text: &str) -> Digits {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let exponent: i32 = exponent.parse().unwrap_or(0);
        Digits {
            digits: mantissa.chars().filter(char::is_ascii_digit).collect(),
            point: exponent + 1,
        }
    }

    /// Of two shortest forms equally close Rust takes the larger, CPython the even one.
    fn shortest(value: f64) -> Digits {
        let text = format!("{value:e}");
        let places = text
            .split('e')
            .next()
            .map_or(0, |mantissa| mantissa.len().saturating_sub(2));
        let nearest = format!("{value:.places$e}");
        Digits::from_exponent_form(if nearest.parse() == Ok(value) {
            &nearest
        } else {
            &text
        })
    }

    fn significant(value: f64, count: usize) -> Digits {
        let places = count.saturating_sub(1).min(ALL_PLACES);
        Digits::from_exponent_form(&format!("{value:.places$e}"))
    }

    fn strip_zeros(&mut self) {
        let kept = self.digits.trim_end_matches('0').len().max(1);
        self.digits.truncate(kept);
    }

    fn plain(&self) -> String {
        let len = self.digits.len() as i32;
        if self.point <= 0 {
            format!("0.{}{}", "0".repeat(-self.point as usize), self.digits)
        } else if self.point >= len {
            format!("{}{}", self.digits, "0".repeat((self.point - len) as usize))
        } else {
            let (whole, fraction) = self.digits.split_at(self.point as usize);
            format!("{whole}.{fraction}")
        }
    }

    fn scientific(&self) -> (String, i32) {
        let (first, rest) = self.digits.split_at(1);
        let mantissa = if rest.is_empty() {
            first.to_string()
        } else {
            format!("{first}.{rest}")
        };
        (mantissa, self.point - 1)
    }
}

/// Prints `value` as `layout` says, with `-` for a negative one and no other sign.
pub fn print_float(value: f64, layout: &Layout, max_len: usize) -> Result<String, Error> {
    let mut text = if value.is_nan() {
        "nan".to_string()
    } else if value.is_infinite() {
        "inf".to_string()
    } else {
        finite(value.abs(), layout, max_len)?
    };
    let zero = value.is_finite()
        && text
            .split('e')
            .next()
            .is_some_and(|m| !m.contains(|c: char| ('1'..='9').contains(&c)));
    if value.is_sign_negative() && !value.is_nan() && !(zero && layout.no_negative_zero) {
        text.insert(0, '-');
    }
    if layout.upper {
        text.make_ascii_uppercase();
    }
    check_len(text.len(), max_len)?;
    Ok(text)
}

fn finite(value: f64, layout: &Layout, max_len: usize) -> Result<String, Error> {
    let prints_all = matches!(layout.style, Style::Fixed | Style::Exponent);
    if prints_all || (layout.style == Style::General && layout.alternate) {
        check_len(layout.precision, max_len)?;
    }
    let precision = layout.precision;
    let mut exponent = None;
    let mut text = match layout.style {
        Style::Fixed => {
            let shown = precision.min(ALL_PLACES);
            let mut text = format!("{value:.shown$}");
            text.extend(std::iter::repeat_n('0', precision - shown));
            text
        }
        Style::Exponent => {
            let digits = Digits::significant(value, precision.saturating_add(1));
            let (mut mantissa, power) = digits.scientific();
            mantissa.extend(std::iter::repeat_n(
                '0',
                precision - precision.min(ALL_PLACES),
            ));
            exponent = Some(power);
            mantissa
        }
        Style::General => {
            let precision = precision.max(1);
            let mut digits = Digits::significant(value, precision);
            if layout.alternate {
                let missing = precision.saturating_sub(digits.digits.len());
                digits.digits.extend(std::iter::repeat_n('0', missing));
            } else {
                digits.strip_zeros();
            }
            let limit = i64::try_from(precision).unwrap_or(i64::MAX) - i64::from(layout.dot_zero);
            if digits.point <= -4 || i64::from(digits.point) > limit {
                let (mantissa, power) = digits.scientific();
                exponent = Some(power);
                mantissa
            } else {
                digits.plain()
            }
        }
        Style::Repr => {
            let digits = Digits::shortest(value);
            if digits.point <= -4 || digits.point > 16 {
                let (mantissa, power) = digits.scientific();
                exponent = Some(power);
                mantissa
            } else {
                digits.plain()
            }
        }
    };
    if !text.contains('.') {
        if layout.dot_zero && exponent.is_none() {
            text.push_str(".0");
        } else if layout.alternate {
            text.push('.');
        }
    }
    if let Some(power) = exponent {
        let sign = if power < 0 { '-' } else { '+' };
        text.push_str(&format!("e{sign}{:02}", power.unsigned_abs()));
    }
    Ok(text)
}

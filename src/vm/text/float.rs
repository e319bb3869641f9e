//! Floats as Python sees them: text, rounding, conversion from and to integers, division and powers.
//!
//! Must not know of format specifications (see `spec`) nor of the functions of `math`.

use std::cmp::Ordering;

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::digits::{Layout, print_float};
use super::int::{is_c_space, to_ascii};
use super::{Error, precise};

/// `repr(value)`.
pub fn repr_float(value: f64) -> String {
    print_float(value, &Layout::REPR, usize::MAX).unwrap_or_default()
}

/// `float(text)`; `None` where CPython raises `ValueError` (see [`invalid_float`]).
pub fn parse_float(text: &str) -> Option<f64> {
    parse_float_bytes(&to_ascii(text))
}

/// The message of the `ValueError` for text with the given `repr`.
pub fn invalid_float(repr: &str) -> Error {
    Error::Value(format!("could not convert string to float: {repr}"))
}

/// `float(data)` for bytes.
pub fn parse_float_bytes(data: &[u8]) -> Option<f64> {
    let start = data.iter().position(|&byte| !is_c_space(byte))?;
    let end = data.iter().rposition(|&byte| !is_c_space(byte))?;
    let body = data.get(start..=end)?;
    let mut plain = String::with_capacity(body.len());
    for (at, &byte) in body.iter().enumerate() {
        if byte != b'_' {
            plain.push(char::from(byte));
            continue;
        }
        let digit = |at: Option<usize>| {
            at.and_then(|at| body.get(at))
                .is_some_and(u8::is_ascii_digit)
        };
        if !digit(at.checked_sub(1)) || !digit(at.checked_add(1)) {
            return None;
        }
    }
    // Rust reads what Python reads, once a word that Rust alone might know is excluded.
    let unsigned = plain.strip_prefix(['+', '-']).unwrap_or(&plain);
    let word = unsigned.starts_with(|c: char| c.is_ascii_alphabetic());
    if word
        && !["inf", "infinity", "nan"]
            .iter()
            .any(|name| unsigned.eq_ignore_ascii_case(name))
    {
        return None;
    }
    plain.parse().ok()
}

/// `value.hex()`.
pub fn float_hex(value: f64) -> String {
    if !value.is_finite() {
        return repr_float(value);
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let bits = value.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    let exponent = (bits >> 52 & 0x7ff) as i64;
    match (exponent, fraction) {
        (0, 0) => format!("{sign}0x0.0p+0"),
        (0, _) => format!("{sign}0x0.{fraction:013x}p-1022"),
        _ => format!("{sign}0x1.{fraction:013x}p{:+}", exponent - 1023),
    }
}

/// `float.fromhex(text)`
pub fn from_hex(text: &str) -> Result<f64, Error> {
    let invalid = || Error::value("invalid hexadecimal floating-point string");
    let text = text.trim_matches(|c: char| c.is_ascii() && is_c_space(c as u8));
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let sign = if text.starts_with('-') { -1.0 } else { 1.0 };
    let lower = unsigned.to_ascii_lowercase();
    if matches!(lower.as_str(), "inf" | "infinity" | "nan") {
        return parse_float(&lower).map(|x| sign * x).ok_or_else(invalid);
    }
    let body = lower.strip_prefix("0x").unwrap_or(&lower);
    let (mantissa, exponent) = match body.split_once('p') {
        Some((mantissa, exponent)) => {
            let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
                return Err(invalid());
            }
            (mantissa, exponent.parse::<i64>().map_err(|_| invalid())?)
        }
        None => (body, 0),
    };
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{part}");
    let value = BigInt::parse_bytes(digits.as_bytes(), 16).ok_or_else(invalid)?;
    if digits.starts_with(['+', '-']) {
        return Err(invalid());
    }
    let exponent = exponent.saturating_sub(4 * part.len() as i64);
    let top = exponent.saturating_add(value.bits() as i64);
    if value.is_zero() || top < -1100 {
        return Ok(sign * 0.0);
    }
    let too_large = || Error::overflow("hexadecimal value too large to represent as a float");
    if top > 1100 {
        return Err(too_large());
    }
    let power = BigInt::from(1) << exponent.unsigned_abs() as u32;
    let result = if exponent >= 0 {
        int_true_divide(&(value * power), &BigInt::from(1))
    } else {
        int_true_divide(&value, &power)
    };
    result.map(|x| sign * x).map_err(|_| too_large())
}

/// A finite float as `mantissa × 2^exponent`.
fn decompose(value: f64) -> (i64, i64) {
    let bits = value.to_bits();
    let fraction = (bits & ((1 << 52) - 1)) as i64;
    let exponent = (bits >> 52 & 0x7ff) as i64;
    let (mantissa, exponent) = if exponent == 0 {
        (fraction, -1074)
    } else {
        (fraction | 1 << 52, exponent - 1075)
    };
    (
        if value.is_sign_negative() {
            -mantissa
        } else {
            mantissa
        },
        exponent,
    )
}

/// `int(value)`: toward zero.
pub fn float_to_int(value: f64) -> Result<BigInt, Error> {
    if value.is_nan() {
        return Err(Error::value("cannot convert float NaN to integer"));
    }
    if value.is_infinite() {
        return Err(Error::overflow("cannot convert float infinity to integer"));
    }
    let (mantissa, exponent) = decompose(value.trunc());
    let mantissa = BigInt::from(mantissa);
    Ok(if exponent >= 0 {
        mantissa << exponent as u32
    } else {
        mantissa >> exponent.unsigned_abs() as u32
    })
}

/// `value.as_integer_ratio()`.
pub fn as_integer_ratio(value: f64) -> Result<(BigInt, BigInt), Error> {
    if value.is_nan() {
        return Err(Error::value("cannot convert NaN to integer ratio"));
    }
    if value.is_infinite() {
        return Err(Error::overflow("cannot convert Infinity to integer ratio"));
    }
    let (mantissa, exponent) = decompose(value);
    if mantissa == 0 {
        return Ok((BigInt::zero(), BigInt::from(1)));
    }
    let shift = i64::from(mantissa.trailing_zeros());
    let (mantissa, exponent) = (BigInt::from(mantissa >> shift), exponent + shift);
    let power = BigInt::from(1) << exponent.unsigned_abs() as u32;
    Ok(if exponent >= 0 {
        (mantissa * power, BigInt::from(1))
    } else {
        (mantissa, power)
    })
}

/// `±mantissa × 2^exponent`, rounded half to even; infinite on overflow. The last bit of `mantissa` may stand for
/// any number of further bits if there are at least two more than a float holds.
fn round_scaled(sign: Sign, mantissa: u128, exponent: i64) -> f64 {
    let len = 128 - i64::from(mantissa.leading_zeros());
    let top = len.saturating_add(exponent);
    if mantissa == 0 || top < -1074 {
        return if sign == Sign::Minus { -0.0 } else { 0.0 };
    }
    let unit = (top - 53).max(-1074);
    let drop = unit - exponent;
    let rounded = if drop <= 0 {
        mantissa << drop.unsigned_abs().min(127)
    } else if drop > 127 {
        0
    } else {
        let kept = mantissa >> drop;
        let rest = mantissa & ((1u128 << drop) - 1);
        let half = 1u128 << (drop - 1);
        kept + u128::from(rest > half || (rest == half && kept & 1 == 1))
    };
    let magnitude = if top > 1024 {
        f64::INFINITY
    } else {
        libm::scalbn(rounded as f64, unit.clamp(-2000, 2000) as i32)
    };
    if sign == Sign::Minus {
        -magnitude
    } else {
        magnitude
    }
}

/// The 64 or more leading bits of a magnitude with a sticky last bit, and the exponent that goes with them.
fn leading_bits(value: &BigInt) -> (u128, i64) {
    let magnitude = value.magnitude();
    let drop = magnitude.bits().saturating_sub(100);
    let kept = (magnitude >> drop).to_u128().unwrap_or(0);
    let sticky = magnitude.trailing_zeros().is_some_and(|zeros| zeros < drop);
    (kept | u128::from(sticky), drop as i64)
}

/// `float(value)`, correctly rounded; `None` where CPython raises [`int_too_large`].
pub fn int_to_float(value: &BigInt) -> Option<f64> {
    let (mantissa, exponent) = leading_bits(value);
    let float = round_scaled(value.sign(), mantissa, exponent);
    float.is_finite().then_some(float)
}

/// The error of [`int_to_float`].
pub fn int_too_large() -> Error {
    Error::overflow("int too large to convert to float")
}

/// `a / b` of integers, correctly rounded.
pub fn int_true_divide(a: &BigInt, b: &BigInt) -> Result<f64, Error> {
    if b.is_zero() {
        return Err(Error::zero_division("division by zero"));
    }
    let sign = if a.is_negative() == b.is_negative() {
        Sign::Plus
    } else {
        Sign::Minus
    };
    let overflow = || Error::overflow("integer division result too large for a float");
    let size = a.bits() as i64 - b.bits() as i64;
    if size > 1025 {
        return Err(overflow());
    }
    if a.is_zero() || size < -1080 {
        return Ok(round_scaled(sign, 0, 0));
    }
    let shift = 100 - size;
    let (mut numerator, mut denominator) = (a.magnitude().clone(), b.magnitude().clone());
    if shift >= 0 {
        numerator <<= shift as u64;
    } else {
        denominator <<= shift.unsigned_abs();
    }
    let (quotient, rest) = numerator.div_rem(&denominator);
    let mantissa = quotient.to_u128().unwrap_or(0) | u128::from(!rest.is_zero());
    let result = round_scaled(sign, mantissa, -shift);
    if result.is_finite() {
        Ok(result)
    } else {
        Err(overflow())
    }
}

/// Compares an integer with a float exactly; `None` for a NaN.
pub fn compare_int_float(a: &BigInt, b: f64) -> Option<Ordering> {
    if b.is_nan() {
        return None;
    }
    let Ok(floor) = float_to_int(b.floor()) else {
        return Some(if b > 0.0 {
            Ordering::Less
        } else {
            Ordering::Greater
        });
    };
    let between = b != b.floor();
    Some(a.cmp(&floor).then(if between {
        Ordering::Less
    } else {
        Ordering::Equal
    }))
}

/// `round(value, ndigits)`: halves of the exact decimal value to even.
pub fn round_half_even(value: f64, ndigits: i64) -> Result<f64, Error> {
    if !value.is_finite() || ndigits > 323 || value == 0.0 {
        return Ok(value);
    }
    if ndigits < -308 {
        return Ok(0.0 * value);
    }
    let text = if ndigits >= 0 {
        format!("{value:.*}", ndigits as usize)
    } else {
        let places = ndigits.unsigned_abs() as u32;
        let (numerator, denominator) = as_integer_ratio(value)?;
        let unit = BigInt::from(10).pow(places) * denominator;
        let (quotient, rest) = numerator.magnitude().div_rem(unit.magnitude());
        let twice = rest * 2u32;
        let up = twice > *unit.magnitude() || (twice == *unit.magnitude() && quotient.is_odd());
        let quotient = if up { quotient + 1u32 } else { quotient };
        format!("{}{quotient}e{places}", if value < 0.0 { "-" } else { "" })
    };
    match text.parse::<f64>() {
        Ok(rounded) if rounded.is_finite() => Ok(rounded),
        _ => Err(Error::overflow("rounded value too large to represent")),
    }
}

/// `round(value)`: to an integer, halves to even.
pub fn round_to_int(value: f64) -> Result<BigInt, Error> {
    float_to_int(value.round_ties_even())
}

/// `a / b`.
pub fn float_divide(a: f64, b: f64) -> Result<f64, Error> {
    if b == 0.0 {
        Err(Error::zero_division("float division by zero"))
    } else {
        Ok(a / b)
    }
}

fn divide_to_floor(a: f64, b: f64) -> (f64, f64) {
    let mut rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = 0f64.copysign(b);
    } else if (b < 0.0) != (rest < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    let floor = if quotient == 0.0 {
        0f64.copysign(a / b)
    } else {
        let floor = quotient.floor();
        if quotient - floor > 0.5 {
            floor + 1.0
        } else {
            floor
        }
    };
    (floor, rest)
}

/// `divmod(a, b)`.
pub fn float_divmod(a: f64, b: f64) -> Result<(f64, f64), Error> {
    if b == 0.0 {
        Err(Error::zero_division("float divmod()"))
    } else {
        Ok(divide_to_floor(a, b))
    }
}

/// `a // b`.
pub fn float_floordiv(a: f64, b: f64) -> Result<f64, Error> {
    if b == 0.0 {
        Err(Error::zero_division("float floor division by zero"))
    } else {
        Ok(divide_to_floor(a, b).0)
    }
}

/// `a % b`.
pub fn float_mod(a: f64, b: f64) -> Result<f64, Error> {
    if b == 0.0 {
        Err(Error::zero_division("float modulo by zero"))
    } else {
        Ok(divide_to_floor(a, b).1)
    }
}

/// What `a ** b` gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Power {
    /// A float.
    Float(f64),
    /// A complex number: a negative base and a fractional exponent.
    Complex,
    /// `0.0` to a negative power.
    ZeroDivision,
    /// Beyond the largest float: `OverflowError(34, 'Numerical result out of range')`.
    Overflow,
}

impl Power {
    /// The float, or the exception. The arguments of the overflow's exception are `(34, message)`.
    pub fn into_result(self) -> Result<f64, Error> {
        match self {
            Power::Float(value) => Ok(value),
            Power::Complex => Err(Error::Unsupported("complex numbers are not supported")),
            Power::ZeroDivision => Err(Error::zero_division(
                "0.0 cannot be raised to a negative power",
            )),
            Power::Overflow => Err(Error::overflow("(34, 'Numerical result out of range')")),
        }
    }
}

/// `base ** exponent`; see `precise` for the last bit.
pub fn float_pow(base: f64, exponent: f64) -> Power {
    if exponent == 0.0 || base == 1.0 {
        return Power::Float(1.0);
    }
    if base.is_nan() || exponent.is_nan() {
        return Power::Float(f64::NAN);
    }
    if exponent.is_infinite() {
        let size = base.abs();
        let grows = (exponent > 0.0) == (size > 1.0);
        return Power::Float(if size == 1.0 {
            1.0
        } else if grows {
            f64::INFINITY
        } else {
            0.0
        });
    }
    let odd = exponent.abs() % 2.0 == 1.0;
    if base.is_infinite() {
        let size = if exponent > 0.0 { f64::INFINITY } else { 0.0 };
        return Power::Float(if odd { size.copysign(base) } else { size });
    }
    if base == 0.0 {
        return if exponent < 0.0 {
            Power::ZeroDivision
        } else {
            Power::Float(if odd { base } else { 0.0 })
        };
    }
    if base < 0.0 && exponent != exponent.floor() {
        return Power::Complex;
    }
    let size = precise::pow(base.abs(), exponent);
    if size.is_infinite() {
        return Power::Overflow;
    }
    Power::Float(if base < 0.0 && odd { -size } else { size })
}

#[cfg(test)]
mod tests {
    use super::super::cases::{bits, check, float, number, outcome};
    use super::*;

    fn pair((a, b): (f64, f64)) -> String {
        format!("{} {}", bits(a), bits(b))
    }

    fn answer(operation: &str, arguments: &[String]) -> String {
        let first = &arguments[0];
        let a = || float(first);
        let b = || float(&arguments[1]);
        let int = |at: usize| number::<BigInt>(&arguments[at]);
        match operation {
            "repr" => format!("={}", repr_float(a())),
            "parse" => {
                let repr = super::super::quote::repr_str(first);
                outcome(parse_float(first).ok_or_else(|| invalid_float(&repr)), bits)
            }
            "hex" => format!("={}", float_hex(a())),
            "int" => outcome(float_to_int(a()), |v| v.to_string()),
            "ratio" => outcome(as_integer_ratio(a()), |(n, d)| format!("({n}, {d})")),
            "from_int" => outcome(int_to_float(&int(0)).ok_or_else(int_too_large), bits),
            "truediv" => outcome(int_true_divide(&int(0), &int(1)), bits),
            "compare" => match compare_int_float(&int(0), b()) {
                None => "=None".to_string(),
                Some(order) => format!("={}", order as i8),
            },
            "round" => outcome(round_half_even(a(), number(&arguments[1])), bits),
            "round_int" => outcome(round_to_int(a()), |v| v.to_string()),
            "divide" => outcome(float_divide(a(), b()), bits),
            "divmod" => outcome(float_divmod(a(), b()), pair),
            "floordiv" => outcome(float_floordiv(a(), b()), bits),
            "mod" => outcome(float_mod(a(), b()), bits),
            "pow" => match float_pow(a(), b()) {
                Power::Complex => "=complex".to_string(),
                power => outcome(power.into_result(), bits),
            },
            other => panic!("unknown operation {other}"),
        }
    }

    #[test]
    fn computes_as_recorded() {
        check(include_str!("cases/float.tsv"), 300, answer);
    }
}

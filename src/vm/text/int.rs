//! Integer arithmetic with Python's semantics: floor division, shifts, powers, text in any base.
//!
//! Must not know of floats (see `float`) nor of format specifications (see `spec`).

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::quote::{repr_bytes, repr_str};
use super::unicode::{decimal, is_space};
use super::{Error, cut};

/// `sys.get_int_max_str_digits()`.
pub const MAX_STR_DIGITS: usize = 4300;

const LIMIT_ADVICE: &str = "use sys.set_int_max_str_digits() to increase the limit";

/// C's `isspace`.
pub(super) fn is_c_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// The ASCII form of a number written in any script's digits; what is neither digit nor space becomes `?`.
pub(super) fn to_ascii(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| match c {
            c if c.is_ascii() => c as u8,
            c if is_space(c) => b' ',
            c => decimal(c).map_or(b'?', |digit| b'0' + digit as u8),
        })
        .collect()
}

/// `int(text, base)`.
pub fn parse_int(text: &str, base: i64) -> Result<BigInt, Error> {
    parse(&to_ascii(text), base, || repr_str(text))
}

/// `int(data, base)` for bytes.
pub fn parse_int_bytes(data: &[u8], base: i64) -> Result<BigInt, Error> {
    parse(data, base, || repr_bytes(data))
}

fn parse(text: &[u8], base: i64, repr: impl Fn() -> String) -> Result<BigInt, Error> {
    if base != 0 && !(2..=36).contains(&base) {
        return Err(Error::value("int() base must be >= 2 and <= 36, or 0"));
    }
    match parse_literal(text, base as u32)? {
        Some(value) => Ok(value),
        None => Err(Error::Value(format!(
            "invalid literal for int() with base {base}: {}",
            cut(&repr(), 200)
        ))),
    }
}

/// `None` if the text is no literal.
fn parse_literal(text: &[u8], base: u32) -> Result<Option<BigInt>, Error> {
    let mut rest = text.trim_ascii_start();
    while let [first, tail @ ..] = rest
        && is_c_space(*first)
    {
        rest = tail;
    }
    let mut sign = Sign::Plus;
    if let [first @ (b'+' | b'-'), tail @ ..] = rest {
        sign = if *first == b'-' {
            Sign::Minus
        } else {
            Sign::Plus
        };
        rest = tail;
    }
    let prefix = match rest {
        [b'0', b'x' | b'X', ..] => Some(16),
        [b'0', b'o' | b'O', ..] => Some(8),
        [b'0', b'b' | b'B', ..] => Some(2),
        _ => None,
    };
    let mut radix = base;
    let mut only_zero = false;
    if base == 0 {
        radix = prefix.unwrap_or(10);
        only_zero = prefix.is_none() && rest.first() == Some(&b'0');
    }
    if prefix == Some(radix) {
        rest = rest.get(2..).unwrap_or_default();
        if let [b'_', tail @ ..] = rest {
            rest = tail;
        }
    }
    let Some((digits, tail)) = split_digits(rest, radix) else {
        return Ok(None);
    };
    if !radix.is_power_of_two() && digits.len() > MAX_STR_DIGITS {
        return Err(Error::Value(format!(
            "Exceeds the limit ({MAX_STR_DIGITS} digits) for integer string conversion: value has {} digits; {LIMIT_ADVICE}",
            digits.len()
        )));
    }
    if digits.is_empty() || !tail.iter().all(|&byte| is_c_space(byte)) {
        return Ok(None);
    }
    let magnitude = BigUint::from_radix_be(&digits, radix).unwrap_or_default();
    if only_zero && !magnitude.is_zero() {
        return Ok(None);
    }
    Ok(Some(BigInt::from_biguint(sign, magnitude)))
}

/// The values of the leading digits, without single underscores between them, and what follows them.
fn split_digits(text: &[u8], radix: u32) -> Option<(Vec<u8>, &[u8])> {
    let mut digits = Vec::new();
    let mut after_digit = false;
    for (at, &byte) in text.iter().enumerate() {
        if byte == b'_' {
            if !after_digit {
                return None;
            }
            after_digit = false;
        } else if let Some(digit) = char::from(byte).to_digit(radix) {
            digits.push(digit as u8);
            after_digit = true;
        } else {
            let complete = after_digit || digits.is_empty();
            return complete.then_some((digits, text.get(at..).unwrap_or_default()));
        }
    }
    (after_digit || digits.is_empty()).then_some((digits, &[]))
}

/// `str(value)`.
pub fn int_to_str(value: &BigInt) -> Result<String, Error> {
    let error = || {
        Error::Value(format!(
            "Exceeds the limit ({MAX_STR_DIGITS} digits) for integer string conversion; {LIMIT_ADVICE}"
        ))
    };
    // 10^4300 has 14285 bits; far larger numbers are not worth converting.
    if value.bits() > 14_300 {
        return Err(error());
    }
    let text = value.to_string();
    if text.trim_start_matches('-').len() > MAX_STR_DIGITS {
        Err(error())
    } else {
        Ok(text)
    }
}

/// `bin`, `oct`, `hex`: digits in base 2, 8 or 16 behind sign and prefix.
pub fn int_to_prefixed(value: &BigInt, radix: u32, max_len: usize) -> Result<String, Error> {
    let (prefix, bits) = match radix {
        2 => ("0b", 1),
        8 => ("0o", 3),
        _ => ("0x", 4),
    };
    if value.bits() / bits > max_len as u64 {
        return Err(Error::TooLong);
    }
    let sign = if value.is_negative() { "-" } else { "" };
    Ok(format!(
        "{sign}{prefix}{}",
        value.magnitude().to_str_radix(1 << bits)
    ))
}

/// `a // b`.
pub fn int_floordiv(a: &BigInt, b: &BigInt) -> Result<BigInt, Error> {
    int_divmod(a, b).map(|pair| pair.0)
}

/// `a % b`.
pub fn int_mod(a: &BigInt, b: &BigInt) -> Result<BigInt, Error> {
    if b.is_zero() {
        return Err(Error::zero_division("integer modulo by zero"));
    }
    Ok(a.mod_floor(b))
}

/// `divmod(a, b)`.
pub fn int_divmod(a: &BigInt, b: &BigInt) -> Result<(BigInt, BigInt), Error> {
    if b.is_zero() {
        return Err(Error::zero_division("integer division or modulo by zero"));
    }
    Ok(a.div_mod_floor(b))
}

/// `base ** exponent` for an exponent that is not negative (a negative one gives a float, see `float`).
pub fn int_pow(base: &BigInt, exponent: &BigInt, max_bits: u64) -> Result<BigInt, Error> {
    if exponent.is_zero() || base.is_one() {
        return Ok(BigInt::one());
    }
    if base.is_zero() {
        return Ok(BigInt::zero());
    }
    if base.magnitude().is_one() {
        return Ok(if exponent.is_even() {
            BigInt::one()
        } else {
            base.clone()
        });
    }
    let exponent = exponent.to_u64().ok_or(Error::TooLong)?;
    match (base.bits() - 1).checked_mul(exponent) {
        Some(bits) if bits <= max_bits => {}
        _ => return Err(Error::TooLong),
    }
    let exponent = u32::try_from(exponent).map_err(|_| Error::TooLong)?;
    Ok(base.pow(exponent))
}

/// `pow(base, exponent, modulus)`.
pub fn int_pow_mod(base: &BigInt, exponent: &BigInt, modulus: &BigInt) -> Result<BigInt, Error> {
    if modulus.is_zero() {
        return Err(Error::value("pow() 3rd argument cannot be 0"));
    }
    let positive = modulus.abs();
    let mut base = base.mod_floor(&positive);
    if exponent.is_negative() {
        let found = base.extended_gcd(&positive);
        if !found.gcd.is_one() {
            return Err(Error::value("base is not invertible for the given modulus"));
        }
        base = found.x.mod_floor(&positive);
    }
    if exponent.bits().saturating_mul(positive.bits().pow(2)) > MOST_WORK {
        return Err(Error::TooLong);
    }
    let result = base.modpow(&exponent.abs(), &positive);
    Ok(result.mod_floor(modulus))
}

/// Bits of the exponent times the square of those of the modulus that `pow` takes on: some seconds.
const MOST_WORK: u64 = 1 << 42;

/// `a << count`.
pub fn int_lshift(a: &BigInt, count: &BigInt, max_bits: u64) -> Result<BigInt, Error> {
    if count.is_negative() {
        return Err(Error::value("negative shift count"));
    }
    if a.is_zero() {
        return Ok(BigInt::zero());
    }
    match count.to_u64() {
        Some(count) if count.saturating_add(a.bits()) <= max_bits => Ok(a << count),
        _ => Err(Error::TooLong),
    }
}

/// `a >> count`.
pub fn int_rshift(a: &BigInt, count: &BigInt) -> Result<BigInt, Error> {
    if count.is_negative() {
        return Err(Error::value("negative shift count"));
    }
    match count.to_u64() {
        Some(count) if count < a.bits() => Ok(a >> count),
        _ => Ok(if a.is_negative() {
            BigInt::from(-1)
        } else {
            BigInt::zero()
        }),
    }
}

/// `~a`; `&`, `|` and `^` of `BigInt` are Python's already.
pub fn int_invert(a: &BigInt) -> BigInt {
    !a
}

/// `a.bit_length()`.
pub fn bit_length(a: &BigInt) -> u64 {
    a.bits()
}

/// `a.bit_count()`.
pub fn bit_count(a: &BigInt) -> u64 {
    a.magnitude().count_ones()
}

/// `math.isqrt(a)`.
pub fn isqrt(a: &BigInt) -> Result<BigInt, Error> {
    if a.is_negative() {
        return Err(Error::value("isqrt() argument must be nonnegative"));
    }
    Ok(a.sqrt())
}

/// `math.gcd(a, b)`.
pub fn gcd(a: &BigInt, b: &BigInt) -> BigInt {
    a.gcd(b).abs()
}

/// `math.lcm(a, b)`.
pub fn lcm(a: &BigInt, b: &BigInt) -> BigInt {
    a.lcm(b).abs()
}

/// `round(a, ndigits)`: to the nearest multiple of `10^-ndigits`, halves to even.
pub fn int_round(a: &BigInt, ndigits: &BigInt, max_bits: u64) -> Result<BigInt, Error> {
    if !ndigits.is_negative() || a.is_zero() {
        return Ok(a.clone());
    }
    let places = match (-ndigits).to_u64() {
        // Ten to this power is more than twice the number.
        Some(places) if places <= a.bits() => places,
        _ => return Ok(BigInt::zero()),
    };
    let unit = int_pow(
        &BigInt::from(10),
        &BigInt::from(places),
        max_bits.max(4 * a.bits()),
    )?;
    let (quotient, rest) = a.div_mod_floor(&unit);
    let twice = rest * 2;
    let up = twice > unit || (twice == unit && quotient.is_odd());
    Ok((if up { quotient + 1 } else { quotient }) * unit)
}

#[cfg(test)]
mod tests {
    use super::super::cases::{check, number, outcome};
    use super::*;

    fn answer(operation: &str, arguments: &[String]) -> String {
        if operation == "parse" {
            return outcome(parse_int(&arguments[0], number(&arguments[1])), |v| {
                v.to_string()
            });
        }
        if operation == "parse_bytes" {
            return outcome(
                parse_int_bytes(arguments[0].as_bytes(), number(&arguments[1])),
                |v| v.to_string(),
            );
        }
        let values: Vec<BigInt> = arguments.iter().map(|field| number(field)).collect();
        let a = &values[0];
        let b = values.get(1).unwrap_or(a);
        let shown = |v: BigInt| v.to_string();
        match operation {
            "floordiv" => outcome(int_floordiv(a, b), shown),
            "mod" => outcome(int_mod(a, b), shown),
            "divmod" => outcome(int_divmod(a, b), |(q, r)| format!("({q}, {r})")),
            "pow" => outcome(int_pow(a, b, 100_000), shown),
            "pow_mod" => outcome(int_pow_mod(a, b, &values[2]), shown),
            "lshift" => outcome(int_lshift(a, b, 100_000), shown),
            "rshift" => outcome(int_rshift(a, b), shown),
            "and" => shown(a & b),
            "or" => shown(a | b),
            "xor" => shown(a ^ b),
            "invert" => shown(int_invert(a)),
            "bit_length" => bit_length(a).to_string(),
            "bit_count" => bit_count(a).to_string(),
            "isqrt" => outcome(isqrt(a), shown),
            "gcd" => shown(gcd(a, b)),
            "lcm" => shown(lcm(a, b)),
            "round" => outcome(int_round(a, b, 100_000), shown),
            "bin" => outcome(int_to_prefixed(a, 2, 10_000), |v| v),
            "oct" => outcome(int_to_prefixed(a, 8, 10_000), |v| v),
            "hex" => outcome(int_to_prefixed(a, 16, 10_000), |v| v),
            other => panic!("unknown operation {other}"),
        }
    }

    #[test]
    fn computes_as_recorded() {
        check(
            include_str!("cases/int.tsv"),
            300,
            |operation, arguments| {
                let got = answer(operation, arguments);
                if got.starts_with(['=', '!']) {
                    got
                } else {
                    format!("={got}")
                }
            },
        );
    }

    #[test]
    fn sizes_are_bounded() {
        let huge = BigInt::one() << 100u32;
        assert_eq!(int_pow(&BigInt::from(3), &huge, 1000), Err(Error::TooLong));
        assert_eq!(
            int_pow(&BigInt::from(2), &BigInt::from(1001), 1000),
            Err(Error::TooLong)
        );
        assert_eq!(int_lshift(&BigInt::one(), &huge, 1000), Err(Error::TooLong));
        assert_eq!(
            int_to_prefixed(&(BigInt::one() << 4000u32), 2, 1000),
            Err(Error::TooLong)
        );
        assert_eq!(int_rshift(&BigInt::from(-5), &huge), Ok(BigInt::from(-1)));
    }

    #[test]
    fn long_decimal_text_is_refused_at_4300_digits() {
        let value = parse_int(&"9".repeat(4300), 10).unwrap();
        assert_eq!(int_to_str(&value).unwrap().len(), 4300);
        let error = int_to_str(&(value + 1)).unwrap_err();
        assert!(
            error
                .message()
                .starts_with("Exceeds the limit (4300 digits) for integer string conversion; use")
        );
        let error = parse_int(&"1".repeat(4301), 10).unwrap_err();
        assert!(error.message().contains("value has 4301 digits;"));
        assert!(parse_int(&"1".repeat(4301), 16).is_ok());
    }
}

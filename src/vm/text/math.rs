//! The functions of the module `math`.
//!
//! Results are glibc's nearly always (see `precise`). The hyperbolic functions, `expm1`, `log1p`, `cbrt`, `gamma`
//! and `lgamma` come from `libm` and may differ from CPython's in the last places. Integer functions beyond these
//! are in `int`. Must not know of objects: callers convert arguments first.

use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::float::{Power, float_divide, float_pow, float_to_int, int_to_float};
use super::{Error, precise};

fn domain() -> Error {
    Error::value("math domain error")
}

fn range() -> Error {
    Error::overflow("math range error")
}

/// Judges a result: a NaN from a number is a domain error, an infinity from a finite number a domain or range error.
fn judged(x: f64, result: f64, can_overflow: bool) -> Result<f64, Error> {
    if result.is_nan() && !x.is_nan() {
        return Err(domain());
    }
    if result.is_infinite() && x.is_finite() {
        return Err(if can_overflow { range() } else { domain() });
    }
    Ok(result)
}

/// A function of one float by its name in `math`; `None` if there is no such function (or it is not that simple).
pub fn unary(name: &str) -> Option<fn(f64) -> Result<f64, Error>> {
    Some(match name {
        "acos" => |x| judged(x, precise::acos(x), false),
        "acosh" => |x| judged(x, libm::acosh(x), false),
        "asin" => |x| judged(x, precise::asin(x), false),
        "asinh" => |x| judged(x, libm::asinh(x), false),
        "atan" => |x| judged(x, precise::atan(x), false),
        "atanh" => |x| judged(x, libm::atanh(x), false),
        "cbrt" => |x| judged(x, libm::cbrt(x), false),
        "cos" => |x| judged(x, precise::cos(x), false),
        "cosh" => |x| judged(x, libm::cosh(x), true),
        "degrees" => |x| Ok(x * (180.0 / std::f64::consts::PI)),
        "erf" => |x| Ok(libm::erf(x)),
        "erfc" => |x| Ok(libm::erfc(x)),
        "exp" => |x| judged(x, precise::exp(x), true),
        "exp2" => |x| judged(x, precise::exp2(x), true),
        "expm1" => |x| judged(x, libm::expm1(x), true),
        "fabs" => |x| Ok(x.abs()),
        "gamma" => gamma,
        "lgamma" => lgamma,
        "log1p" => |x| judged(x, libm::log1p(x), false),
        "log2" => |x| judged(x, precise::log2(x), false),
        "log10" => |x| judged(x, precise::log10(x), false),
        "radians" => |x| Ok(x * (std::f64::consts::PI / 180.0)),
        "sin" => |x| judged(x, precise::sin(x), false),
        "sinh" => |x| judged(x, libm::sinh(x), true),
        "sqrt" => |x| judged(x, x.sqrt(), false),
        "tan" => |x| judged(x, precise::tan(x), false),
        "tanh" => |x| judged(x, libm::tanh(x), false),
        "ulp" => |x| Ok(ulp(x)),
        _ => return None,
    })
}

fn gamma(x: f64) -> Result<f64, Error> {
    if x == 0.0 || x == f64::NEG_INFINITY || (x < 0.0 && x == x.floor()) {
        return Err(domain());
    }
    if x == x.floor() && x <= 23.0 {
        // Exact: the factorial of x - 1 fits.
        return Ok((1..x as u64).map(|n| n as f64).product());
    }
    judged(x, libm::tgamma(x), true)
}

fn lgamma(x: f64) -> Result<f64, Error> {
    if x.is_infinite() {
        return Ok(f64::INFINITY);
    }
    if x <= 0.0 && x == x.floor() {
        return Err(domain());
    }
    judged(x, libm::lgamma(x), true)
}

/// `math.log(x, base)` of floats.
pub fn log(x: f64, base: Option<f64>) -> Result<f64, Error> {
    let natural = |x| judged(x, precise::log(x), false);
    match base {
        None => natural(x),
        Some(base) => {
            let top = natural(x)?;
            float_divide(top, natural(base)?)
        }
    }
}

/// `log`, `log2` or `log10` of an integer of any size, with `function` the one for floats.
pub fn log_int(x: &BigInt, function: impl Fn(f64) -> Result<f64, Error>) -> Result<f64, Error> {
    if !x.is_positive() {
        return Err(domain());
    }
    match int_to_float(x) {
        Some(float) => function(float),
        None => {
            let exponent = x.bits() - 64;
            let head = (x >> exponent).to_u64().unwrap_or(u64::MAX);
            let sticky = u64::from(x.trailing_zeros().is_some_and(|zeros| zeros < exponent));
            let (fraction, power) = libm::frexp((head | sticky) as f64);
            Ok(function(fraction)? + function(2.0)? * (i64::from(power) as f64 + exponent as f64))
        }
    }
}

/// `math.pow(x, y)`
pub fn pow(x: f64, y: f64) -> Result<f64, Error> {
    match float_pow(x, y) {
        Power::Float(value) => Ok(value),
        Power::Complex | Power::ZeroDivision => Err(domain()),
        Power::Overflow => Err(range()),
    }
}

/// `math.atan2(y, x)`
pub fn atan2(y: f64, x: f64) -> f64 {
    precise::atan2(y, x)
}

/// `math.fmod(x, y)`
pub fn fmod(x: f64, y: f64) -> Result<f64, Error> {
    let result = x % y;
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        Err(domain())
    } else {
        Ok(result)
    }
}

/// `math.remainder(x, y)`: to the nearest multiple, halves to even.
pub fn remainder(x: f64, y: f64) -> Result<f64, Error> {
    if x.is_nan() || y.is_nan() {
        return Ok(f64::NAN);
    }
    if x.is_infinite() || y == 0.0 {
        return Err(domain());
    }
    Ok(if y.is_infinite() {
        x
    } else {
        libm::remainder(x, y)
    })
}

/// `math.modf(x)`: fraction and whole part.
pub fn modf(x: f64) -> (f64, f64) {
    if x.is_nan() {
        return (x, x);
    }
    let whole = x.trunc();
    (
        if x.is_infinite() {
            0f64.copysign(x)
        } else {
            (x - whole).copysign(x)
        },
        whole,
    )
}

/// `math.frexp(x)`
pub fn frexp(x: f64) -> (f64, i32) {
    if x == 0.0 || !x.is_finite() {
        (x, 0)
    } else {
        libm::frexp(x)
    }
}

/// `math.ldexp(x, exponent)`
pub fn ldexp(x: f64, exponent: &BigInt) -> Result<f64, Error> {
    if x == 0.0 || !x.is_finite() {
        return Ok(x);
    }
    let bound = BigInt::from(10_000);
    let exponent = exponent
        .clamp(&-bound.clone(), &bound)
        .to_i32()
        .unwrap_or(0);
    let result = libm::scalbn(x, exponent);
    if result.is_infinite() {
        Err(range())
    } else {
        Ok(result)
    }
}

/// The place of a float, not a NaN, on the line of all floats.
fn ordinal(x: f64) -> i64 {
    let bits = (x.to_bits() & (u64::MAX >> 1)) as i64;
    if x.is_sign_negative() { -bits } else { bits }
}

/// `math.nextafter(x, y, steps=…)`; more steps than there are floats arrive at `y`.
pub fn nextafter(x: f64, y: f64, steps: u64) -> f64 {
    if x.is_nan() || steps == 0 {
        return x;
    }
    if x == y || y.is_nan() {
        return y;
    }
    let (from, to) = (ordinal(x), ordinal(y));
    if from.abs_diff(to) <= steps {
        return y;
    }
    let at = if from < to {
        from.saturating_add_unsigned(steps)
    } else {
        from.saturating_sub_unsigned(steps)
    };
    let magnitude = f64::from_bits(at.unsigned_abs());
    if at < 0 || (at == 0 && x.is_sign_negative()) {
        -magnitude
    } else {
        magnitude
    }
}

/// `math.ulp(x)`
pub fn ulp(x: f64) -> f64 {
    if !x.is_finite() {
        return x.abs();
    }
    let next = nextafter(x.abs(), f64::INFINITY, 1);
    if next.is_infinite() {
        x.abs() - nextafter(x.abs(), 0.0, 1)
    } else {
        next - x.abs()
    }
}

/// `math.hypot(*values)`
pub fn hypot(values: &[f64]) -> f64 {
    if values.iter().any(|value| value.is_infinite()) {
        f64::INFINITY
    } else if values.iter().any(|value| value.is_nan()) {
        f64::NAN
    } else {
        precise::norm(values)
    }
}

/// `math.dist(p, q)`
pub fn dist(p: &[f64], q: &[f64]) -> Result<f64, Error> {
    if p.len() != q.len() {
        return Err(Error::value(
            "both points must have the same number of dimensions",
        ));
    }
    let differences: Vec<f64> = p.iter().zip(q).map(|(a, b)| a - b).collect();
    Ok(hypot(&differences))
}

/// `math.fma(x, y, z)`
pub fn fma(x: f64, y: f64, z: f64) -> Result<f64, Error> {
    let result = libm::fma(x, y, z);
    if result.is_nan() && ![x, y, z].iter().any(|value| value.is_nan()) {
        return Err(Error::value("invalid operation in fma"));
    }
    if result.is_infinite() && [x, y, z].iter().all(|value| value.is_finite()) {
        return Err(Error::overflow("overflow in fma"));
    }
    Ok(result)
}

/// `math.isclose(a, b, rel_tol=…, abs_tol=…)`; the usual tolerances are `1e-9` and `0.0`.
pub fn isclose(a: f64, b: f64, relative: f64, absolute: f64) -> Result<bool, Error> {
    if relative < 0.0 || absolute < 0.0 {
        return Err(Error::value("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(true);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(false);
    }
    let difference = (b - a).abs();
    Ok(difference <= (relative * b).abs()
        || difference <= (relative * a).abs()
        || difference <= absolute)
}

/// `math.floor(x)`
pub fn floor(x: f64) -> Result<BigInt, Error> {
    float_to_int(x.floor())
}

/// `math.ceil(x)`
pub fn ceil(x: f64) -> Result<BigInt, Error> {
    float_to_int(x.ceil())
}

/// `math.trunc(x)`
pub fn trunc(x: f64) -> Result<BigInt, Error> {
    float_to_int(x)
}

fn at_most_i64(value: &BigInt, message: &str) -> Result<u64, Error> {
    match value.to_i64() {
        Some(value) => Ok(value.unsigned_abs()),
        None => Err(Error::Overflow(format!("{message} {}", i64::MAX))),
    }
}

/// `from × (from - 1) × …`, `count` factors.
fn falling(from: &BigInt, count: u64, max_bits: u64) -> Result<BigInt, Error> {
    // Half of the factors are at least as long as the one in the middle.
    let middle = (from - count / 2).bits().saturating_sub(1);
    if count > MAX_FACTORS || middle.saturating_mul(count / 2) > max_bits {
        return Err(Error::TooLong);
    }
    let product = product_down(from, count);
    if product.bits() > max_bits {
        return Err(Error::TooLong);
    }
    Ok(product)
}

/// Most factors of a factorial: more would take too long.
const MAX_FACTORS: u64 = 2_000_000;

/// The product by halves: factors of like length are multiplied fastest.
fn product_down(from: &BigInt, count: u64) -> BigInt {
    if count <= 8 {
        return (0..count).fold(BigInt::one(), |all, step| all * (from - step));
    }
    let half = count / 2;
    product_down(from, half) * product_down(&(from - half), count - half)
}

/// `math.factorial(n)`
pub fn factorial(n: &BigInt, max_bits: u64) -> Result<BigInt, Error> {
    if n.is_negative() {
        return Err(Error::value("factorial() not defined for negative values"));
    }
    let count = at_most_i64(n, "factorial() argument should not exceed")?;
    falling(n, count, max_bits)
}

fn not_negative(value: &BigInt, name: &str) -> Result<(), Error> {
    if value.is_negative() {
        Err(Error::Value(format!(
            "{name} must be a non-negative integer"
        )))
    } else {
        Ok(())
    }
}

/// `math.perm(n, k)`
pub fn perm(n: &BigInt, k: Option<&BigInt>, max_bits: u64) -> Result<BigInt, Error> {
    let Some(k) = k else {
        return factorial(n, max_bits);
    };
    not_negative(n, "n")?;
    not_negative(k, "k")?;
    if k > n {
        return Ok(BigInt::zero());
    }
    let count = at_most_i64(k, "k must not exceed")?;
    falling(n, count, max_bits)
}

/// Up to here binomial coefficients are put together from primes.
pub const MAX_SIEVE: i64 = 4_000_000;

/// `n` over `k` from the powers of primes that divide it.
fn comb_of_primes(n: usize, k: usize) -> BigInt {
    let mut composite = vec![false; n + 1];
    let mut factors = Vec::new();
    for p in 2..=n {
        if composite[p] {
            continue;
        }
        // In 32 bits the square of a large prime has no room; it would be beyond n.
        for multiple in (p.saturating_mul(p)..=n).step_by(p) {
            composite[multiple] = true;
        }
        // Carries when k and n - k are added to the base p.
        let mut power = p;
        while power <= n {
            if n / power > k / power + (n - k) / power {
                factors.push(BigInt::from(p));
            }
            power = match power.checked_mul(p) {
                Some(next) => next,
                None => break,
            };
        }
    }
    product(factors)
}

/// The product of many numbers, in pairs, so that factors are of a size.
fn product(mut factors: Vec<BigInt>) -> BigInt {
    while factors.len() > 1 {
        factors = factors
            .chunks(2)
            .map(|pair| pair.iter().product())
            .collect();
    }
    factors.pop().unwrap_or_else(BigInt::one)
}

/// `math.comb(n, k)`
pub fn comb(n: &BigInt, k: &BigInt, max_bits: u64) -> Result<BigInt, Error> {
    not_negative(n, "n")?;
    not_negative(k, "k")?;
    if k > n {
        return Ok(BigInt::zero());
    }
    let other = n - k;
    let count = at_most_i64(k.min(&other), "min(n - k, k) must not exceed")?;
    if let Some(n) = n.to_i64().filter(|n| count > 1000 && *n <= MAX_SIEVE) {
        return Ok(comb_of_primes(n as usize, count as usize));
    }
    let below = BigInt::from(count);
    Ok(falling(n, count, max_bits)? / falling(&below, count, max_bits)?)
}

#[cfg(test)]
#[path = "math_tests.rs"]
mod tests;

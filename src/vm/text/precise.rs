//! Elementary functions computed with twice the digits and rounded once.
//!
//! CPython calls glibc, whose results are nearly always the correctly rounded ones; those of a plain `libm` are off
//! by one in the last place for some percent of arguments, which `repr` shows. Two-double arithmetic gives the
//! correctly rounded result but for about one argument in a million. Special values are the callers' business: every
//! function falls back to `libm` outside its range. Compared with glibc 2.36, one result in a thousand differs, for
//! `log10` (which glibc rounds less well) one in twenty.

use std::ops::{Add, Mul, Neg, Sub};

/// An unevaluated sum of two doubles, the second below half a unit in the last place of the first.
#[derive(Clone, Copy, Debug)]
struct Wide {
    hi: f64,
    lo: f64,
}

const LN_2: [f64; 3] = [
    std::f64::consts::LN_2,
    2.3190468138462996e-17,
    5.707708438416212e-34,
];
const HALF_PI: [f64; 3] = [
    std::f64::consts::FRAC_PI_2,
    6.123233995736766e-17,
    -1.4973849048591698e-33,
];
const LOG2_E: Wide = Wide {
    hi: std::f64::consts::LOG2_E,
    lo: 2.0355273740931033e-17,
};
const LOG10_E: Wide = Wide {
    hi: std::f64::consts::LOG10_E,
    lo: 1.098319650216765e-17,
};

/// The exact sum, for `|a| >= |b|`.
fn quick_sum(a: f64, b: f64) -> Wide {
    let hi = a + b;
    Wide {
        hi,
        lo: b - (hi - a),
    }
}

/// The exact sum.
fn sum(a: f64, b: f64) -> Wide {
    let hi = a + b;
    let part = hi - a;
    Wide {
        hi,
        lo: (a - (hi - part)) + (b - part),
    }
}

/// Two halves of a double, of 26 bits each.
fn split(a: f64) -> (f64, f64) {
    let scaled = a * 134_217_729.0;
    let high = scaled - (scaled - a);
    (high, a - high)
}

/// The exact product, far from overflow.
fn product(a: f64, b: f64) -> Wide {
    let hi = a * b;
    let (a_high, a_low) = split(a);
    let (b_high, b_low) = split(b);
    Wide {
        hi,
        lo: ((a_high * b_high - hi) + a_high * b_low + a_low * b_high) + a_low * b_low,
    }
}

impl From<f64> for Wide {
    fn from(hi: f64) -> Wide {
        Wide { hi, lo: 0.0 }
    }
}

impl Add for Wide {
    type Output = Wide;
    fn add(self, other: Wide) -> Wide {
        let high = sum(self.hi, other.hi);
        let low = sum(self.lo, other.lo);
        let first = quick_sum(high.hi, high.lo + low.hi);
        quick_sum(first.hi, first.lo + low.lo)
    }
}

impl Neg for Wide {
    type Output = Wide;
    fn neg(self) -> Wide {
        Wide {
            hi: -self.hi,
            lo: -self.lo,
        }
    }
}

impl Sub for Wide {
    type Output = Wide;
    fn sub(self, other: Wide) -> Wide {
        self + -other
    }
}

impl Mul for Wide {
    type Output = Wide;
    fn mul(self, other: Wide) -> Wide {
        let high = product(self.hi, other.hi);
        quick_sum(high.hi, high.lo + (self.hi * other.lo + self.lo * other.hi))
    }
}

impl Wide {
    /// Exact for powers of two.
    fn scale(self, factor: f64) -> Wide {
        Wide {
            hi: self.hi * factor,
            lo: self.lo * factor,
        }
    }

    fn divide(self, other: Wide) -> Wide {
        let first = self.hi / other.hi;
        let rest = self - other * Wide::from(first);
        let second = rest.hi / other.hi;
        let rest = rest - other * Wide::from(second);
        quick_sum(first, second) + Wide::from(rest.hi / other.hi)
    }

    fn value(self) -> f64 {
        self.hi + self.lo
    }
}

/// `count × constant`, for a constant in three parts.
fn multiple(count: f64, constant: [f64; 3]) -> [Wide; 3] {
    constant.map(|part| product(count, part))
}

/// `e^x` as a number near 1 and a power of two.
fn wide_exp(x: Wide) -> (Wide, i32) {
    let power = (x.hi * LOG2_E.hi).round();
    let reduced = multiple(power, LN_2)
        .into_iter()
        .fold(x, |rest, part| rest - part)
        .scale(1.0 / 256.0);
    let mut series = Wide::from(0.0);
    for n in (1..=9).rev() {
        series = (reduced + reduced * series).divide(Wide::from(f64::from(n)));
    }
    // The series is e^r - 1; squaring 1 + s eight times undoes the division by 256.
    for _ in 0..8 {
        series = series.scale(2.0) + series * series;
    }
    (Wide::from(1.0) + series, power as i32)
}

/// `ln(x)` for a positive finite `x`.
fn wide_ln(x: f64) -> Wide {
    let (mut mantissa, mut exponent) = libm::frexp(x);
    if mantissa < std::f64::consts::FRAC_1_SQRT_2 {
        mantissa *= 2.0;
        exponent -= 1;
    }
    let fraction = mantissa - 1.0;
    let log = if fraction.abs() < 0.1 {
        // 2 artanh(f / (2 + f))
        let ratio = Wide::from(fraction).divide(sum(2.0, fraction));
        let square = ratio * ratio;
        let mut series = Wide::from(0.0);
        for n in (0..14).rev() {
            series = series * square + Wide::from(1.0).divide(Wide::from(f64::from(2 * n + 1)));
        }
        (ratio * series).scale(2.0)
    } else {
        let guess = libm::log(mantissa);
        let (inverse, power) = wide_exp(Wide::from(-guess));
        let inverse = inverse.scale(libm::scalbn(1.0, power));
        let rest = Wide::from(mantissa) * inverse - Wide::from(1.0);
        Wide::from(guess) + (rest - (rest * rest).scale(0.5))
    };
    multiple(f64::from(exponent), LN_2)
        .into_iter()
        .rev()
        .fold(Wide::from(0.0), |total, part| total + part)
        + log
}

fn finish(value: (Wide, i32)) -> f64 {
    libm::scalbn(value.0.value(), value.1)
}

/// `e^x`
pub fn exp(x: f64) -> f64 {
    if x.abs() < 745.0 {
        finish(wide_exp(Wide::from(x)))
    } else {
        libm::exp(x)
    }
}

/// `2^x`
pub fn exp2(x: f64) -> f64 {
    if x == x.floor() || x.abs() >= 1022.0 {
        return libm::exp2(x);
    }
    let product = multiple(x, LN_2);
    finish(wide_exp(product[0] + product[1]))
}

fn has_log(x: f64) -> bool {
    x > 0.0 && x.is_finite()
}

/// The natural logarithm.
pub fn log(x: f64) -> f64 {
    if has_log(x) {
        wide_ln(x).value()
    } else {
        libm::log(x)
    }
}

/// The logarithm to base 2.
pub fn log2(x: f64) -> f64 {
    let (mantissa, exponent) = libm::frexp(x);
    if !has_log(x) {
        libm::log2(x)
    } else if mantissa == 0.5 {
        f64::from(exponent - 1)
    } else {
        (wide_ln(x) * LOG2_E).value()
    }
}

/// The logarithm to base 10.
pub fn log10(x: f64) -> f64 {
    if has_log(x) {
        (wide_ln(x) * LOG10_E).value()
    } else {
        libm::log10(x)
    }
}

/// `x^y` for a positive finite `x` and a finite `y`.
pub fn pow(x: f64, y: f64) -> f64 {
    let plain = libm::pow(x, y);
    // Overflow, underflow to few digits or to none, trivial powers: nothing to improve.
    if !has_log(x)
        || !(1e-300..1e300).contains(&plain)
        || x == 1.0
        || y.abs() > 1e100
        || y.abs() < 1e-100
    {
        return plain;
    }
    finish(wide_exp(wide_ln(x) * Wide::from(y)))
}

/// Sine and cosine for `|x|` up to a hundred million.
fn wide_sin_cos(x: Wide) -> (Wide, Wide) {
    let turns = (x.hi / HALF_PI[0]).round();
    let reduced = multiple(turns, HALF_PI)
        .into_iter()
        .fold(x, |rest, part| rest - part);
    let square = -(reduced * reduced);
    let (mut sin, mut cos) = (Wide::from(1.0), Wide::from(1.0));
    for n in (1..=14).rev() {
        let n = f64::from(n);
        sin = Wide::from(1.0) + (square * sin).divide(Wide::from(2.0 * n * (2.0 * n + 1.0)));
        cos = Wide::from(1.0) + (square * cos).divide(Wide::from(2.0 * n * (2.0 * n - 1.0)));
    }
    let sin = reduced * sin;
    match turns.rem_euclid(4.0) as u8 {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

fn is_moderate(x: f64) -> bool {
    (1e-100..1e8).contains(&x.abs())
}

/// The sine.
pub fn sin(x: f64) -> f64 {
    if is_moderate(x) {
        wide_sin_cos(Wide::from(x)).0.value()
    } else {
        libm::sin(x)
    }
}

/// The cosine.
pub fn cos(x: f64) -> f64 {
    if is_moderate(x) {
        wide_sin_cos(Wide::from(x)).1.value()
    } else {
        libm::cos(x)
    }
}

/// The tangent.
pub fn tan(x: f64) -> f64 {
    if !is_moderate(x) {
        return libm::tan(x);
    }
    let (sin, cos) = wide_sin_cos(Wide::from(x));
    sin.divide(cos).value()
}

/// The arc tangent.
pub fn atan(x: f64) -> f64 {
    let guess = libm::atan(x);
    if !is_moderate(x) {
        return guess;
    }
    let (sin, cos) = wide_sin_cos(Wide::from(guess));
    let x = Wide::from(x);
    (Wide::from(guess) + (x * cos - sin).divide(cos + x * sin)).value()
}

/// The angle of the point `(x, y)`.
pub fn atan2(y: f64, x: f64) -> f64 {
    let guess = libm::atan2(y, x);
    let fits = |value: f64| (1e-100..1e100).contains(&value.abs());
    if !fits(x) || !fits(y) || !fits(guess) {
        return guess;
    }
    let (sin, cos) = wide_sin_cos(Wide::from(guess));
    let (x, y) = (Wide::from(x), Wide::from(y));
    (Wide::from(guess) + (y * cos - x * sin).divide(x * cos + y * sin)).value()
}

/// The arc sine.
pub fn asin(x: f64) -> f64 {
    let guess = libm::asin(x);
    if !is_moderate(x) || x.abs() >= 1.0 {
        return guess;
    }
    let (sin, cos) = wide_sin_cos(Wide::from(guess));
    (Wide::from(guess) + (Wide::from(x) - sin).divide(cos)).value()
}

/// The arc cosine.
pub fn acos(x: f64) -> f64 {
    let guess = libm::acos(x);
    if !is_moderate(x) || x.abs() >= 1.0 {
        return guess;
    }
    let (sin, cos) = wide_sin_cos(Wide::from(guess));
    (Wide::from(guess) + (cos - Wide::from(x)).divide(sin)).value()
}

/// The square root of the sum of the squares of finite numbers, however large or small.
pub fn norm(values: &[f64]) -> f64 {
    let greatest = values
        .iter()
        .fold(0.0f64, |most, value| most.max(value.abs()));
    if greatest == 0.0 {
        return 0.0;
    }
    let (_, exponent) = libm::frexp(greatest);
    let square = |value: &f64| {
        let value = libm::scalbn(*value, -exponent);
        product(value, value)
    };
    let total = values
        .iter()
        .map(square)
        .fold(Wide::from(0.0), |total, square| total + square);
    let root = total.value().sqrt();
    let rest = (total - product(root, root)).value();
    libm::scalbn(root + rest / (2.0 * root), exponent)
}

#[cfg(test)]
mod tests {
    use super::super::cases::{bits, check, float};

    #[test]
    fn rounds_as_recorded() {
        check(
            include_str!("cases/precise.tsv"),
            300,
            |operation, arguments| {
                let x = float(&arguments[0]);
                let value = match operation {
                    "exp" => super::exp(x),
                    "exp2" => super::exp2(x),
                    "log" => super::log(x),
                    "log2" => super::log2(x),
                    "log10" => super::log10(x),
                    "sin" => super::sin(x),
                    "cos" => super::cos(x),
                    "tan" => super::tan(x),
                    "atan" => super::atan(x),
                    "asin" => super::asin(x),
                    "acos" => super::acos(x),
                    "pow" => super::pow(x, float(&arguments[1])),
                    other => panic!("unknown operation {other}"),
                };
                format!("={}", bits(value))
            },
        );
    }
}

//! The module `math`. Results come from the pure functions of `text::math`.

use crate::lang::code::BinaryOperator as B;
use crate::vm::calls::Args;
use crate::vm::exec::Vm;
use crate::vm::names;
use crate::vm::natives::{Table, by_name};
use crate::vm::operations::{MAX_INT_BITS, Number, number, work_of};
use crate::vm::signal::{Answer, Signal};
use crate::vm::text::sums::ExactSum;
use crate::vm::text::{Error, int, math as text};
use crate::vm::value::Value;
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

macro_rules! unary {
    ($($name:literal)*) => {
        /// Functions of one float.
        pub const UNARY: Table = &[$((concat!("math.", $name), |vm, args| unary(vm, args, $name)),)*];
    };
}

unary! {
    "acos" "acosh" "asin" "asinh" "atan" "atanh" "cbrt" "cos" "cosh" "degrees" "erf" "erfc" "exp" "exp2" "expm1"
    "fabs" "gamma" "lgamma" "log1p" "radians" "sin" "sinh" "sqrt" "tan" "tanh" "ulp"
}

/// The other functions.
pub const TABLE: Table = &[
    ("math.log", |vm, args| {
        let [x, base] = vm.parse(args, "log", ["/x", "/base"], 1)?;
        let top = logarithm(vm, args, "math.log", x)?;
        if base.is_null() {
            return Ok(Value::Float(top));
        }
        let bottom = logarithm(vm, args, "math.log", base)?;
        let result = crate::vm::text::float::float_divide(top, bottom);
        vm.checked(result).map(Value::Float)
    }),
    ("math.log2", |vm, args| log(vm, args, "log2")),
    ("math.log10", |vm, args| log(vm, args, "log10")),
    ("math.pow", |vm, args| two(vm, args, "pow", text::pow)),
    ("math.fmod", |vm, args| two(vm, args, "fmod", text::fmod)),
    ("math.remainder", |vm, args| {
        two(vm, args, "remainder", text::remainder)
    }),
    ("math.atan2", |vm, args| {
        two(vm, args, "atan2", |y, x| Ok(text::atan2(y, x)))
    }),
    ("math.copysign", |vm, args| {
        two(vm, args, "copysign", |x, y| Ok(x.copysign(y)))
    }),
    ("math.isnan", |vm, args| {
        check(vm, args, "isnan", f64::is_nan)
    }),
    ("math.isinf", |vm, args| {
        check(vm, args, "isinf", f64::is_infinite)
    }),
    ("math.isfinite", |vm, args| {
        check(vm, args, "isfinite", f64::is_finite)
    }),
    ("math.floor", |vm, args| {
        whole(vm, args, "floor", text::floor)
    }),
    ("math.ceil", |vm, args| whole(vm, args, "ceil", text::ceil)),
    ("math.trunc", |vm, args| {
        whole(vm, args, "trunc", text::trunc)
    }),
    ("math.modf", |vm, args| {
        let [x] = floats(vm, args, "modf", ["/x"])?;
        let (fraction, whole) = text::modf(x);
        Ok(vm.tuple(vec![Value::Float(fraction), Value::Float(whole)]))
    }),
    ("math.frexp", |vm, args| {
        let [x] = floats(vm, args, "frexp", ["/x"])?;
        let (mantissa, exponent) = text::frexp(x);
        let exponent = Value::Int(i64::from(exponent));
        Ok(vm.tuple(vec![Value::Float(mantissa), exponent]))
    }),
    ("math.ldexp", |vm, args| {
        let [x, exponent] = vm.parse(args, "ldexp", ["/x", "/i"], 2)?;
        let x = vm.float_arg(x)?;
        let Some(exponent) = number(vm.heap, exponent).and_then(|n| n.big()) else {
            return Err(vm.type_error("Expected an int as second argument to ldexp."));
        };
        let result = text::ldexp(x, &exponent);
        vm.checked(result).map(Value::Float)
    }),
    ("math.nextafter", |vm, args| {
        let [x, y, steps] = vm.parse(args, "nextafter", ["/x", "/y", "steps"], 2)?;
        let (x, y) = (vm.float_arg(x)?, vm.float_arg(y)?);
        let steps = if steps.is_null() {
            1
        } else {
            vm.int_arg(steps)?
        };
        match u64::try_from(steps) {
            Ok(steps) => Ok(Value::Float(text::nextafter(x, y, steps))),
            Err(_) => Err(vm.value_error("steps must be a non-negative integer")),
        }
    }),
    ("math.fma", |vm, args| {
        let [x, y, z] = floats(vm, args, "fma", ["/x", "/y", "/z"])?;
        let result = text::fma(x, y, z);
        vm.checked(result).map(Value::Float)
    }),
    ("math.hypot", |vm, args| {
        let mut values = Vec::new();
        for value in vm.positional(args) {
            values.push(float_of(vm, args, "math.hypot", value)?);
        }
        Ok(Value::Float(text::hypot(&values)))
    }),
    ("math.dist", |vm, args| {
        vm.parse(args, "dist", ["/p", "/q"], 2)?;
        let (p, q) = (
            vector(vm, args, 0, "math.dist")?,
            vector(vm, args, 1, "math.dist")?,
        );
        let result = text::dist(&p, &q);
        vm.checked(result).map(Value::Float)
    }),
    ("math.isclose", |vm, args| {
        let [a, b, relative, absolute] =
            vm.parse(args, "isclose", ["a", "b", "rel_tol", "abs_tol"], 2)?;
        let (a, b) = (vm.float_arg(a)?, vm.float_arg(b)?);
        let relative = if relative.is_null() {
            1e-9
        } else {
            vm.float_arg(relative)?
        };
        let absolute = if absolute.is_null() {
            0.0
        } else {
            vm.float_arg(absolute)?
        };
        let result = text::isclose(a, b, relative, absolute);
        vm.checked(result).map(Value::Bool)
    }),
    ("math.fsum", |vm, args| {
        vm.parse(args, "math.fsum", ["/seq"], 1)?;
        let mut sum = ExactSum::default();
        for x in vector(vm, args, 0, "math.fsum")? {
            let pushed = sum.push(x);
            vm.checked(pushed)?;
        }
        let result = sum.finish();
        vm.checked(result).map(Value::Float)
    }),
    ("math.prod", |vm, args| {
        let [_, start] = vm.parse(args, "prod", ["/iterable", "start"], 1)?;
        let items = vm.items_of(args, 0, "math.prod")?;
        let mut product = if start.is_null() {
            Value::Int(1)
        } else {
            start
        };
        for (i, item) in items.iter().enumerate() {
            product = match vm.binary(5, product, *item) {
                Ok(product) => product,
                Err(Signal::Call(_)) => {
                    let rest = vm.list(items[i..].to_vec());
                    return vm.in_python("_product", &[rest, product]);
                }
                Err(other) => return Err(other),
            };
        }
        Ok(product)
    }),
    ("math.sumprod", |vm, args| {
        let [p, q] = vm.parse(args, "sumprod", ["/p", "/q"], 2)?;
        vm.in_python("_sumprod", &[p, q])
    }),
    ("math.gcd", |vm, args| {
        integers(vm, args, BigInt::default(), int::gcd)
    }),
    ("math.lcm", |vm, args| {
        integers(vm, args, BigInt::from(1), int::lcm)
    }),
    ("math.isqrt", |vm, args| {
        let [n] = vm.parse(args, "math.isqrt", ["/n"], 1)?;
        let n = vm.big_arg(n)?;
        // Newton's steps, each a division.
        vm.works(8 * work_of(B::FloorDivide as u32, n.bits(), n.bits() / 2))?;
        vm.int_result(int::isqrt(&n))
    }),
    ("math.factorial", |vm, args| {
        let [n] = vm.parse(args, "math.factorial", ["/n"], 1)?;
        let n = vm.big_arg(n)?;
        products(vm, text::factorial(&n, MAX_INT_BITS))
    }),
    ("math.comb", |vm, args| {
        let [n, k] = vm.parse(args, "comb", ["/n", "/k"], 2)?;
        let (n, k) = (vm.big_arg(n)?, vm.big_arg(k)?);
        // The primes up to n are looked for.
        vm.works(n.to_u64().unwrap_or(0).min(text::MAX_SIEVE as u64) / 4)?;
        products(vm, text::comb(&n, &k, MAX_INT_BITS))
    }),
    ("math.perm", |vm, args| {
        let [n, k] = vm.parse(args, "perm", ["/n", "/k"], 1)?;
        let n = vm.big_arg(n)?;
        let k = if k.is_null() || k == Value::None {
            None
        } else {
            Some(vm.big_arg(k)?)
        };
        products(vm, text::perm(&n, k.as_ref(), MAX_INT_BITS))
    }),
];

/// A float argument. What has `__float__` in Python is converted first, and then the function called again.
fn float_of(vm: &mut Vm, args: &Args, this: &str, value: Value) -> Answer<f64> {
    if number(vm.heap, value).is_none()
        && (vm.special(value, names::FLOAT).is_some() || vm.special(value, names::INDEX).is_some())
    {
        let mut all = vec![by_name(this)];
        all.extend(vm.positional(args));
        return vm.in_python("_with_floats", &all);
    }
    vm.float_arg(value)
}

fn floats<const N: usize>(
    vm: &mut Vm,
    args: &Args,
    name: &str,
    names: [&str; N],
) -> Answer<[f64; N]> {
    // One argument is counted in words that name the module.
    let full = format!("math.{name}");
    let values = vm.parse(args, if N == 1 { &full } else { name }, names, N)?;
    let mut result = [0.0; N];
    for (slot, value) in result.iter_mut().zip(values) {
        *slot = float_of(vm, args, &full, value)?;
    }
    Ok(result)
}

fn unary(vm: &mut Vm, args: &Args, name: &str) -> Answer {
    let [x] = floats(vm, args, name, ["/x"])?;
    let result = match text::unary(name) {
        Some(function) => function(x),
        None => Err(Error::Unsupported("this function of math is not supported")),
    };
    vm.checked(result).map(Value::Float)
}

fn two(
    vm: &mut Vm,
    args: &Args,
    name: &str,
    function: fn(f64, f64) -> Result<f64, Error>,
) -> Answer {
    let [x, y] = floats(vm, args, name, ["/x", "/y"])?;
    let result = function(x, y);
    vm.checked(result).map(Value::Float)
}

fn check(vm: &mut Vm, args: &Args, name: &str, function: fn(f64) -> bool) -> Answer {
    let [x] = floats(vm, args, name, ["/x"])?;
    Ok(Value::Bool(function(x)))
}

fn whole(
    vm: &mut Vm,
    args: &Args,
    name: &str,
    function: fn(f64) -> Result<BigInt, Error>,
) -> Answer {
    let [x] = vm.parse(args, &format!("math.{name}"), ["/x"], 1)?;
    match number(vm.heap, x) {
        Some(Number::Float(value)) if !vm.is_instance_of_program(x) => {
            vm.int_result(function(value))
        }
        Some(other) if !vm.is_instance_of_program(x) => Ok(vm.int(other.big().unwrap_or_default())),
        _ => {
            let name = vm.new_str(name);
            vm.in_python("_math_whole", &[name, x])
        }
    }
}

/// The natural logarithm of a number of any size.
fn logarithm(vm: &mut Vm, args: &Args, this: &str, x: Value) -> Answer<f64> {
    let result = match number(vm.heap, x) {
        Some(Number::Big(big)) => text::log_int(&big, |x| text::log(x, None)),
        _ => {
            let x = float_of(vm, args, this, x)?;
            text::log(x, None)
        }
    };
    vm.checked(result)
}

fn log(vm: &mut Vm, args: &Args, name: &str) -> Answer {
    let full = format!("math.{name}");
    let [x] = vm.parse(args, &full, ["/x"], 1)?;
    let Some(function) = text::unary(name) else {
        return Ok(Value::None);
    };
    let result = match number(vm.heap, x) {
        Some(Number::Big(big)) => text::log_int(&big, function),
        _ => function(float_of(vm, args, &full, x)?),
    };
    vm.checked(result).map(Value::Float)
}

fn vector(vm: &mut Vm, args: &Args, i: usize, this: &str) -> Answer<Vec<f64>> {
    let mut values = Vec::new();
    for item in vm.items_of(args, i, this)? {
        values.push(vm.float_arg(item)?);
    }
    Ok(values)
}

/// A product of many numbers that has been made, half by half.
fn products(vm: &mut Vm, product: Result<BigInt, Error>) -> Answer {
    let half = product.as_ref().map_or(0, BigInt::bits) / 2;
    vm.works(8 * work_of(B::Multiply as u32, half, half))?;
    vm.int_result(product)
}

fn integers(
    vm: &mut Vm,
    args: &Args,
    start: BigInt,
    function: fn(&BigInt, &BigInt) -> BigInt,
) -> Answer {
    let mut result = start;
    for value in vm.positional(args) {
        let value = vm.big_arg(value)?;
        // Either takes the two apart bit by bit, each time over all words.
        vm.works(result.bits().saturating_mul(value.bits()) / 512)?;
        result = function(&result, &value);
    }
    Ok(vm.int(result.abs()))
}

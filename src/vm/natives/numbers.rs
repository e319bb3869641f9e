//! Numbers: `int`, `float`, `bool` and the built-in functions that work on them.

use crate::vm::calls::Args;
use crate::vm::exec::Vm;
use crate::vm::names;
use crate::vm::natives::Table;
use crate::vm::object::Kind;
use crate::vm::operations::{MAX_INT_BITS, MAX_OBJECT, Number, number};
use crate::vm::signal::{Answer, Signal};
use crate::vm::text::{Error, float, int, quote};
use crate::vm::types;
use crate::vm::value::Value;
use num_bigint::BigInt;
use num_traits::{Signed, Zero};

/// Functions and methods of numbers.
pub const TABLE: Table = &[
    ("bool.__new__", |vm, args| {
        let [value] = vm.parse(args, "bool", ["/object"], 0)?;
        if value.is_null() {
            return Ok(Value::Bool(false));
        }
        match vm.truth(value) {
            Ok(truth) => Ok(Value::Bool(truth)),
            Err(signal) => Err(crate::vm::exec::as_truth(signal, false)),
        }
    }),
    ("int.__new__", new_int),
    ("float.__new__", new_float),
    ("builtins.complex", |_, _| {
        Err(Signal::Unsupported(
            "complex numbers are not supported: keep the two parts in a tuple".into(),
        ))
    }),
    ("int.bit_length", |vm, args| {
        let this = receiver(vm, args, "int.bit_length")?;
        Ok(Value::Int(int::bit_length(&this) as i64))
    }),
    ("int.bit_count", |vm, args| {
        let this = receiver(vm, args, "int.bit_count")?;
        Ok(Value::Int(int::bit_count(&this) as i64))
    }),
    ("int.conjugate", |vm, args| {
        let this = receiver(vm, args, "int.conjugate")?;
        Ok(vm.int(this))
    }),
    ("int.is_integer", |vm, args| {
        receiver(vm, args, "int.is_integer")?;
        Ok(Value::Bool(true))
    }),
    ("int.as_integer_ratio", |vm, args| {
        let this = receiver(vm, args, "int.as_integer_ratio")?;
        let this = vm.int(this);
        Ok(vm.tuple(vec![this, Value::Int(1)]))
    }),
    ("int.to_bytes", to_bytes),
    ("int.from_bytes", from_bytes),
    ("float.is_integer", |vm, args| {
        let x = real(vm, args, "float.is_integer")?;
        Ok(Value::Bool(x.is_finite() && x == x.trunc()))
    }),
    ("float.conjugate", |vm, args| {
        Ok(Value::Float(real(vm, args, "float.conjugate")?))
    }),
    ("float.hex", |vm, args| {
        let x = real(vm, args, "float.hex")?;
        Ok(vm.string(float::float_hex(x)))
    }),
    ("float.as_integer_ratio", |vm, args| {
        let x = real(vm, args, "float.as_integer_ratio")?;
        let ratio = float::as_integer_ratio(x);
        let (a, b) = vm.checked(ratio)?;
        let (a, b) = (vm.int(a), vm.int(b));
        Ok(vm.tuple(vec![a, b]))
    }),
    ("float.fromhex", |vm, args| {
        let (_, [text]) = vm.method(args, "float.fromhex", ["/string"], 1)?;
        let text = vm.str_arg(text, "fromhex() argument")?;
        let result = float::from_hex(&text.s);
        vm.checked(result).map(Value::Float)
    }),
    ("builtins.abs", |vm, args| {
        let [value] = vm.parse(args, "abs", ["/x"], 1)?;
        if vm.has_own_methods(value) && vm.special(value, names::ABS).is_some() {
            return vm.in_python("_abs", &[value]);
        }
        match number(vm.heap, value) {
            Some(Number::Float(x)) => Ok(Value::Float(x.abs())),
            Some(other) => {
                let big = other.big().unwrap_or_default();
                Ok(vm.int(big.abs()))
            }
            None => {
                let name = vm.type_name(value);
                Err(vm.type_error(&format!("bad operand type for abs(): '{name}'")))
            }
        }
    }),
    ("builtins.round", round),
    ("builtins.divmod", |vm, args| {
        let [a, b] = vm.parse(args, "divmod", ["/x", "/y"], 2)?;
        if vm.has_own_methods(a) || vm.has_own_methods(b) {
            return vm.in_python("_divmod", &[a, b]);
        }
        divmod(vm, a, b)
    }),
    ("builtins.pow", |vm, args| {
        let [base, exponent, modulus] = vm.parse(args, "pow", ["base", "exp", "mod"], 2)?;
        if modulus.is_null() || modulus == Value::None {
            return vm.binary(8, base, exponent);
        }
        if vm.has_own_methods(base) {
            return vm.in_python("_pow", &[base, exponent, modulus]);
        }
        let parts = [base, exponent, modulus].map(|v| number(vm.heap, v).and_then(|n| n.big()));
        let [Some(base), Some(exponent), Some(modulus)] = parts else {
            return Err(
                vm.type_error("pow() 3rd argument not allowed unless all arguments are integers")
            );
        };
        vm.int_result(int::int_pow_mod(&base, &exponent, &modulus))
    }),
    ("builtins.bin", |vm, args| prefixed(vm, args, "bin", 2)),
    ("builtins.oct", |vm, args| prefixed(vm, args, "oct", 8)),
    ("builtins.hex", |vm, args| prefixed(vm, args, "hex", 16)),
    ("builtins.chr", |vm, args| {
        let [code] = vm.parse(args, "chr", ["/i"], 1)?;
        let code = vm.int_arg(code)?;
        if !(0..0x11_0000).contains(&code) {
            return Err(vm.value_error("chr() arg not in range(0x110000)"));
        }
        match u32::try_from(code).ok().and_then(char::from_u32) {
            Some(c) => Ok(vm.string(c.to_string())),
            None => Err(Signal::Unsupported(
                "lone surrogates are not supported".into(),
            )),
        }
    }),
    ("builtins.ord", |vm, args| {
        let [value] = vm.parse(args, "ord", ["/c"], 1)?;
        let (len, code) = match (vm.heap.str(value), vm.bytes_of(value)) {
            (Some(text), _) => (text.chars, text.s.chars().next().map(|c| c as u32)),
            (_, Some(data)) => (data.len(), data.first().map(|b| u32::from(*b))),
            _ => {
                let name = vm.type_name(value);
                return Err(vm.type_error(&format!(
                    "ord() expected string of length 1, but {name} found"
                )));
            }
        };
        match code {
            Some(code) if len == 1 => Ok(Value::Int(i64::from(code))),
            _ => Err(vm.type_error(&format!(
                "ord() expected a character, but string of length {len} found"
            ))),
        }
    }),
];

fn receiver(vm: &mut Vm, args: &Args, name: &str) -> Answer<BigInt> {
    let (this, []) = vm.method(args, name, [], 0)?;
    vm.big_arg(this)
}

fn real(vm: &mut Vm, args: &Args, name: &str) -> Answer<f64> {
    let (this, []) = vm.method(args, name, [], 0)?;
    vm.float_arg(this)
}

fn new_int(vm: &mut Vm, args: &Args) -> Answer {
    let [value, base] = vm.parse(args, "int", ["/x", "base"], 0)?;
    if value.is_null() {
        if !base.is_null() {
            return Err(vm.type_error("int() missing string argument"));
        }
        return Ok(Value::Int(0));
    }
    if !base.is_null() {
        let base = vm.int_arg(base)?;
        let parsed = match (vm.heap.str(value), vm.bytes_of(value)) {
            (Some(text), _) => int::parse_int(&text.s, base),
            (_, Some(data)) => int::parse_int_bytes(&data, base),
            _ => Err(Error::type_error(
                "int() can't convert non-string with explicit base",
            )),
        };
        return vm.int_result(parsed);
    }
    if vm.has_own_methods(value) {
        for name in [names::INT, names::INDEX] {
            if let Some((function, _)) = vm.special(value, name)
                && vm.is_own(vm.class_of(value), name, function)
            {
                return vm.in_python("_int", &[value]);
            }
        }
    }
    match number(vm.heap, value) {
        Some(Number::Float(x)) => return vm.int_result(float::float_to_int(x)),
        Some(Number::Int(i)) => return Ok(Value::Int(i)),
        Some(Number::Big(big)) => return Ok(vm.int((*big).clone())),
        None => {}
    }
    let parsed = match (vm.heap.str(value), vm.bytes_of(value)) {
        (Some(text), _) => int::parse_int(&text.s, 10),
        (_, Some(data)) => int::parse_int_bytes(&data, 10),
        _ => {
            let trunc = vm.intern("__trunc__");
            if vm.special(value, trunc).is_some() {
                return vm.in_python("_int", &[value]);
            }
            let name = vm.type_name(value);
            return Err(vm.type_error(&format!(
                "int() argument must be a string, a bytes-like object or a real number, not '{name}'"
            )));
        }
    };
    vm.int_result(parsed)
}

fn new_float(vm: &mut Vm, args: &Args) -> Answer {
    let [value] = vm.parse(args, "float", ["/x"], 0)?;
    if value.is_null() {
        return Ok(Value::Float(0.0));
    }
    if vm.has_own_methods(value) {
        for name in [names::FLOAT, names::INDEX] {
            if let Some((function, _)) = vm.special(value, name)
                && vm.is_own(vm.class_of(value), name, function)
            {
                return vm.in_python("_float", &[value]);
            }
        }
    }
    if number(vm.heap, value).is_some() {
        return vm.float_arg(value).map(Value::Float);
    }
    let parsed = match (vm.heap.str(value), vm.bytes_of(value)) {
        (Some(text), _) => (float::parse_float(&text.s), quote::repr_str(&text.s)),
        (_, Some(data)) => (float::parse_float_bytes(&data), quote::repr_bytes(&data)),
        _ => {
            let name = vm.type_name(value);
            return Err(vm.type_error(&format!(
                "float() argument must be a string or a real number, not '{name}'"
            )));
        }
    };
    match parsed {
        (Some(x), _) if x.is_nan() => Ok(Value::Float(vm.heap.new_nan(x))),
        (Some(x), _) => Ok(Value::Float(x)),
        (None, repr) => Err(vm.text_error(&float::invalid_float(&repr))),
    }
}

fn byte_order(vm: &mut Vm, order: Value, what: &str) -> Answer<bool> {
    if order.is_null() {
        return Ok(true);
    }
    match vm.heap.str(order).map(|t| &*t.s) {
        Some("big") => Ok(true),
        Some("little") => Ok(false),
        None => {
            let kind = vm.type_name(order);
            let message = format!("{what}() argument 'byteorder' must be str, not {kind}");
            Err(vm.type_error(&message))
        }
        _ => Err(vm.value_error("byteorder must be either 'little' or 'big'")),
    }
}

fn to_bytes(vm: &mut Vm, args: &Args) -> Answer {
    let (this, [length, order, signed]) = vm
        .method(args, "to_bytes", ["length", "byteorder", "/"], 0)
        .or_else(|_| vm.method(args, "to_bytes", ["length", "byteorder", "signed"], 0))?;
    let value = vm.big_arg(this)?;
    let length = if length.is_null() {
        1
    } else {
        vm.int_arg(length)?
    };
    let big = byte_order(vm, order, "to_bytes")?;
    let signed = !signed.is_null() && vm.truth(signed)?;
    let Ok(length) = u64::try_from(length) else {
        return Err(vm.value_error("length argument must be non-negative"));
    };
    vm.check_size(length)?;
    let length = length as usize;
    if value.is_negative() && !signed {
        return Err(vm.error(
            types::OVERFLOW_ERROR,
            "can't convert negative int to unsigned",
        ));
    }
    let mut data = if signed {
        value.to_signed_bytes_le()
    } else {
        value.to_bytes_le().1
    };
    if value.is_zero() {
        data.clear();
    }
    if data.len() > length {
        return Err(vm.error(types::OVERFLOW_ERROR, "int too big to convert"));
    }
    data.resize(length, if value.is_negative() { 0xff } else { 0 });
    if big {
        data.reverse();
    }
    Ok(vm.new_bytes(data))
}

fn from_bytes(vm: &mut Vm, args: &Args) -> Answer {
    let (class, [data, order, signed]) =
        vm.method(args, "from_bytes", ["bytes", "byteorder", "signed"], 1)?;
    let data: Vec<u8> = match vm.bytes_of(data) {
        Some(data) => data.to_vec(),
        None if data == Value::None
            || vm.heap.str(data).is_some()
            || number(vm.heap, data).is_some() =>
        {
            let message = format!("cannot convert '{}' object to bytes", vm.type_name(data));
            return Err(vm.type_error(&message));
        }
        None => {
            let mut bytes = Vec::new();
            for item in vm.items_of(args, 1, "int.from_bytes")? {
                match u8::try_from(vm.int_arg(item)?) {
                    Ok(byte) => bytes.push(byte),
                    Err(_) => return Err(vm.value_error("bytes must be in range(0, 256)")),
                }
            }
            bytes
        }
    };
    let big = byte_order(vm, order, "from_bytes")?;
    let signed = !signed.is_null() && vm.truth(signed)?;
    let value = match (big, signed) {
        (true, true) => BigInt::from_signed_bytes_be(&data),
        (true, false) => BigInt::from_bytes_be(num_bigint::Sign::Plus, &data),
        (false, true) => BigInt::from_signed_bytes_le(&data),
        (false, false) => BigInt::from_bytes_le(num_bigint::Sign::Plus, &data),
    };
    let value = vm.int(value);
    match class.object() {
        Some(id) if id != types::INT && matches!(vm.heap.get(id).kind, Kind::Class(_)) => {
            vm.in_python("_call1", &[class, value])
        }
        _ => Ok(value),
    }
}

fn round(vm: &mut Vm, args: &Args) -> Answer {
    let [value, digits] = vm.parse(args, "round", ["number", "ndigits"], 1)?;
    let digits = if digits.is_null() {
        Value::None
    } else {
        digits
    };
    if vm.has_own_methods(value)
        && let Some((function, _)) = vm.special(value, names::ROUND)
        && vm.is_own(vm.class_of(value), names::ROUND, function)
    {
        return vm.in_python("_round", &[value, digits]);
    }
    rounded(vm, value, digits)
}

/// `round` of a built-in number.
pub fn rounded(vm: &mut Vm, value: Value, digits: Value) -> Answer {
    let digits = if digits.is_null() {
        Value::None
    } else {
        digits
    };
    match number(vm.heap, value) {
        Some(Number::Float(x)) if digits == Value::None => vm.int_result(float::round_to_int(x)),
        Some(Number::Float(x)) => {
            let digits = vm.int_arg(digits)?;
            let rounded = float::round_half_even(x, digits);
            vm.checked(rounded).map(Value::Float)
        }
        Some(other) => {
            let big = other.big().unwrap_or_default();
            if digits == Value::None {
                return Ok(vm.int(big));
            }
            let digits = vm.big_arg(digits)?;
            vm.int_result(int::int_round(&big, &digits, MAX_INT_BITS))
        }
        None => {
            let name = vm.type_name(value);
            Err(vm.type_error(&format!("type {name} doesn't define __round__ method")))
        }
    }
}

/// `divmod` of built-in numbers.
pub fn divmod(vm: &mut Vm, a: Value, b: Value) -> Answer {
    let (Some(x), Some(y)) = (number(vm.heap, a), number(vm.heap, b)) else {
        let (a, b) = (vm.type_name(a), vm.type_name(b));
        return Err(vm.type_error(&format!(
            "unsupported operand type(s) for divmod(): '{a}' and '{b}'"
        )));
    };
    let (q, r) = match (x.big(), y.big()) {
        (Some(x), Some(y)) => {
            let result = int::int_divmod(&x, &y);
            let (q, r) = vm.checked(result)?;
            (vm.int(q), vm.int(r))
        }
        _ => {
            let (x, y) = (vm.float_arg(a)?, vm.float_arg(b)?);
            let result = float::float_divmod(x, y);
            let (q, r) = vm.checked(result)?;
            (Value::Float(q), Value::Float(r))
        }
    };
    Ok(vm.tuple(vec![q, r]))
}

fn prefixed(vm: &mut Vm, args: &Args, name: &str, radix: u32) -> Answer {
    let [value] = vm.parse(args, name, ["/number"], 1)?;
    if number(vm.heap, value).is_none() && vm.special(value, names::INDEX).is_some() {
        return vm.in_python("_prefixed", &[value, Value::Int(i64::from(radix))]);
    }
    let big = vm.big_arg(value)?;
    let text = int::int_to_prefixed(&big, radix, MAX_OBJECT);
    vm.text_result(text)
}

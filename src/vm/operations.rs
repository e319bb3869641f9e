//! Operators on built-in values: arithmetic, comparison, truth, hashes. What needs Python code
//! (special methods of a program's classes) is handed to the prelude.

use crate::lang::code::BinaryOperator as B;
use crate::vm::exec::Vm;
use crate::vm::heap::Heap;
use crate::vm::names;
use crate::vm::object::{Kind, Text};
use crate::vm::signal::{Answer, Signal};
use crate::vm::text::{float, hash, int};
use crate::vm::types;
use crate::vm::value::{ObjectId, Value};
use num_bigint::BigInt;
use num_traits::{FromPrimitive, Signed, ToPrimitive, Zero};
use std::cell::Cell;
use std::rc::Rc;

/// Bits of the largest int that the machine makes.
pub const MAX_INT_BITS: u64 = 8 << 20;
/// Bytes of the largest single object that the machine makes.
pub const MAX_OBJECT: usize = 128 << 20;

/// The symbols of [`B`], in order.
pub const SYMBOLS: [&str; 26] = [
    "+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^", "+=", "&=", "//=", "<<=",
    "@=", "*=", "%=", "|=", "**=", ">>=", "-=", "/=", "^=",
];

/// Arithmetic on small ints and floats that needs neither heap nor error.
#[inline]
pub fn fast_binary(operator: u32, left: Value, right: Value) -> Option<Value> {
    let plain = if operator >= B::InplaceAdd as u32 && operator < B::Subscript as u32 {
        operator - B::InplaceAdd as u32
    } else {
        operator
    };
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => match plain {
            0 => a.checked_add(b).map(Value::Int),
            10 => a.checked_sub(b).map(Value::Int),
            5 => a.checked_mul(b).map(Value::Int),
            2 if b != 0 => Some(Value::Int(floor_div(a, b)?)),
            6 if b != 0 => Some(Value::Int(floor_mod(a, b)?)),
            1 => Some(Value::Int(a & b)),
            7 => Some(Value::Int(a | b)),
            12 => Some(Value::Int(a ^ b)),
            9 if b >= 0 => Some(Value::Int(a >> b.min(63))),
            3 if (0..32).contains(&b) && a.unsigned_abs() < 1 << 30 => Some(Value::Int(a << b)),
            11 if b != 0 && a.unsigned_abs() < 1 << 53 && b.unsigned_abs() < 1 << 53 => {
                Some(Value::Float(a as f64 / b as f64))
            }
            _ => None,
        },
        (Value::Float(a), Value::Float(b)) => float_binary(plain, a, b),
        (Value::Float(a), Value::Int(b)) if b.unsigned_abs() < 1 << 53 => {
            float_binary(plain, a, b as f64)
        }
        (Value::Int(a), Value::Float(b)) if a.unsigned_abs() < 1 << 53 => {
            float_binary(plain, a as f64, b)
        }
        _ => None,
    }
}

fn float_binary(plain: u32, a: f64, b: f64) -> Option<Value> {
    Some(Value::Float(match plain {
        0 => a + b,
        10 => a - b,
        5 => a * b,
        11 if b != 0.0 => a / b,
        _ => return None,
    }))
}

fn floor_div(a: i64, b: i64) -> Option<i64> {
    let q = a.checked_div(b)?;
    Some(if a % b != 0 && (a < 0) != (b < 0) {
        q - 1
    } else {
        q
    })
}

fn floor_mod(a: i64, b: i64) -> Option<i64> {
    let r = a.checked_rem(b)?;
    Some(if r != 0 && (r < 0) != (b < 0) {
        r + b
    } else {
        r
    })
}

/// Comparison of small ints and floats.
#[inline]
pub fn fast_compare(operator: u32, left: Value, right: Value) -> Option<bool> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Some(ordered(operator, a.cmp(&b))),
        (Value::Float(a), Value::Float(b)) => Some(float_ordered(operator, a, b)),
        _ => None,
    }
}

/// What a comparison operator says of an ordering.
pub fn ordered(operator: u32, ordering: std::cmp::Ordering) -> bool {
    match operator {
        0 => ordering.is_lt(),
        1 => ordering.is_le(),
        2 => ordering.is_eq(),
        3 => ordering.is_ne(),
        4 => ordering.is_gt(),
        _ => ordering.is_ge(),
    }
}

fn float_ordered(operator: u32, a: f64, b: f64) -> bool {
    match operator {
        0 => a < b,
        1 => a <= b,
        2 => a == b,
        3 => a != b,
        4 => a > b,
        _ => a >= b,
    }
}

/// A number, whatever it is stored in.
#[derive(Clone, Debug)]
pub enum Number {
    /// An int of 64 bits.
    Int(i64),
    /// A larger one.
    Big(Rc<BigInt>),
    /// A float.
    Float(f64),
}

impl Number {
    /// As a big int, if it is an int.
    pub fn big(&self) -> Option<BigInt> {
        match self {
            Number::Int(i) => Some(BigInt::from(*i)),
            Number::Big(b) => Some((**b).clone()),
            Number::Float(_) => None,
        }
    }
}

/// The hash of a constant: what the compiler puts into frozensets.
pub fn hash_constant(heap: &Heap, value: Value) -> i64 {
    plain_hash(heap, value).unwrap_or(0)
}

/// Whether two constants are equal.
pub fn same_constant(heap: &Heap, a: Value, b: Value) -> bool {
    plain_equal(heap, a, b, 0).unwrap_or(false)
}

/// A number, if the value is one (bools and subclasses included).
pub fn number(heap: &Heap, value: Value) -> Option<Number> {
    match value {
        Value::Int(i) => Some(Number::Int(i)),
        Value::Bool(b) => Some(Number::Int(i64::from(b))),
        Value::Float(x) => Some(Number::Float(x)),
        Value::Object(id) => match &heap.get(id).kind {
            Kind::BigInt(b) => Some(Number::Big(Rc::clone(b))),
            Kind::Number(v) => number(heap, *v),
            _ => None,
        },
        _ => None,
    }
}

/// The order of two numbers; `None` with a NaN.
pub fn compare_numbers(a: &Number, b: &Number) -> Option<std::cmp::Ordering> {
    match (a, b) {
        (Number::Int(a), Number::Int(b)) => Some(a.cmp(b)),
        (Number::Float(a), Number::Float(b)) => a.partial_cmp(b),
        (Number::Float(x), other) => {
            compare_int_float(&other.big()?, *x).map(std::cmp::Ordering::reverse)
        }
        (other, Number::Float(x)) => compare_int_float(&other.big()?, *x),
        (a, b) => Some(a.big()?.cmp(&b.big()?)),
    }
}

fn compare_int_float(a: &BigInt, x: f64) -> Option<std::cmp::Ordering> {
    if x.is_nan() {
        return None;
    }
    if x.is_infinite() {
        return Some(if x > 0.0 {
            std::cmp::Ordering::Less
        } else {
            std::cmp::Ordering::Greater
        });
    }
    let whole = BigInt::from_f64(x.floor())?;
    Some(match a.cmp(&whole) {
        std::cmp::Ordering::Equal if x > x.floor() => std::cmp::Ordering::Less,
        other => other,
    })
}

/// How deep built-in operations follow containers within each other before Python code takes over.
pub const MAX_NESTING: usize = 100;

/// How many objects built-in operations look at in one go before Python code takes over, whose steps are counted: a
/// tuple that holds another one twice, forty levels deep, would never end.
const MOST_LOOKS: u32 = 2_000_000;
/// Most work of a stretch of a thread.
const MOST_WORK: u64 = 1_000_000_000;
/// What a look costs, in instructions' worth.
const LOOK: u64 = 4;

/// Python's hash of a value that needs no Python code; `None` if it does, or is not hashable.
pub fn plain_hash(heap: &Heap, value: Value) -> Option<i64> {
    hash_within(heap, value, 0, &mut { MOST_LOOKS })
}

/// As `plain_hash`; `None` for tuples that are nested deeper than Rust's stack bears, or hold more than `looks`.
fn hash_within(heap: &Heap, value: Value, depth: usize, looks: &mut u32) -> Option<i64> {
    if depth > MAX_NESTING {
        return None;
    }
    *looks = looks.checked_sub(1)?;
    match value {
        Value::Int(i) => Some(hash::hash_i64(i)),
        Value::Bool(b) => Some(i64::from(b)),
        Value::Float(x) => Some(hash::hash_float(x).unwrap_or(0)),
        Value::None => Some(hash::HASH_NONE),
        Value::Ellipsis => Some(0x7e11),
        Value::NotImplemented => Some(0x7e12),
        Value::Native(id) => Some(0x10_0000 + i64::from(id.0) * 16),
        Value::Null => None,
        Value::Object(id) => {
            let object = heap.get(id);
            if object.class.0 as usize >= types::TYPES.len() && overrides(heap, object.class, true)
            {
                return None;
            }
            match &object.kind {
                Kind::Str(text) => Some(str_hash(text)),
                Kind::BigInt(b) => Some(hash::hash_int(b)),
                Kind::Number(v) => hash_within(heap, *v, depth + 1, looks),
                Kind::Bytes(b) => Some(hash::hash_bytes(b)),
                Kind::Tuple(items) => {
                    let mut hashes = Vec::with_capacity(items.len());
                    for item in items.iter() {
                        hashes.push(hash_within(heap, *item, depth + 1, looks)?);
                    }
                    Some(hash::hash_tuple(hashes))
                }
                Kind::Range(r) => {
                    let len = crate::vm::containers::range_len(r);
                    let (start, step) = match len {
                        0 => (hash::HASH_NONE, hash::HASH_NONE),
                        1 => (hash::hash_i64(r[0]), hash::HASH_NONE),
                        _ => (hash::hash_i64(r[0]), hash::hash_i64(r[2])),
                    };
                    let len = hash::hash_int(&BigInt::from(len));
                    Some(hash::hash_tuple([len, start, step]))
                }
                Kind::Set(set) if heap_layout_is_frozen(heap, object.class) => {
                    Some(hash::hash_frozenset(set.iter().map(|(h, _)| h)))
                }
                Kind::List(_)
                | Kind::Dict(_)
                | Kind::Set(_)
                | Kind::ByteArray(_)
                | Kind::Slice(_) => None,
                // `def __eq__` without `__hash__` sets `__hash__ = None`: overrides() says so.
                _ => Some(0x5000_0000 + i64::from(id.0) * 16),
            }
        }
    }
}

fn heap_layout_is_frozen(heap: &Heap, class: ObjectId) -> bool {
    matches!(&heap.get(class).kind, Kind::Class(c) if c.layout == crate::vm::object::Layout::FrozenSet)
}

fn str_hash(text: &Text) -> i64 {
    if let Some(hash) = text.hash.get() {
        return hash;
    }
    let hash = hash::hash_str(&text.s);
    text.hash.set(Some(hash));
    hash
}

/// Whether a class defines `__hash__` (or `__eq__`) in Python.
pub fn overrides(heap: &Heap, class: ObjectId, hash: bool) -> bool {
    let flag = if hash {
        crate::vm::classes::HAS_HASH
    } else {
        crate::vm::classes::HAS_EQ
    };
    matches!(&heap.get(class).kind, Kind::Class(c) if c.specials & flag != 0)
}

/// Whether two values are equal; `None` if Python code has to say.
pub fn plain_equal(heap: &Heap, a: Value, b: Value, depth: u32) -> Option<bool> {
    equal_within(heap, a, b, depth, &Cell::new(MOST_LOOKS))
}

/// As `plain_equal`; `None` if there is more to look at than `looks`.
fn equal_within(heap: &Heap, a: Value, b: Value, depth: u32, looks: &Cell<u32>) -> Option<bool> {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => return Some(x == y),
        (Value::Object(x), Value::Object(y)) if x == y && depth > 0 => return Some(true),
        // Containers take the same object for equal; every NaN has a number of its own.
        (Value::Float(x), Value::Float(y)) if x.is_nan() && depth > 0 => {
            return Some(x.to_bits() == y.to_bits());
        }
        _ => {}
    }
    for value in [a, b] {
        if let Value::Object(id) = value {
            let class = heap.get(id).class;
            if class.0 as usize >= types::TYPES.len() && overrides(heap, class, false) {
                return None;
            }
        }
    }
    if let (Some(x), Some(y)) = (number(heap, a), number(heap, b)) {
        return Some(compare_numbers(&x, &y) == Some(std::cmp::Ordering::Equal));
    }
    let (Value::Object(x), Value::Object(y)) = (a, b) else {
        return Some(a == b);
    };
    if depth > 200 {
        return None;
    }
    looks.set(looks.get().checked_sub(1)?);
    let all = |xs: &[Value], ys: &[Value]| -> Option<bool> {
        if xs.len() != ys.len() {
            return Some(false);
        }
        for (x, y) in xs.iter().zip(ys) {
            if !equal_within(heap, *x, *y, depth + 1, looks)? {
                return Some(false);
            }
        }
        Some(true)
    };
    match (&heap.get(x).kind, &heap.get(y).kind) {
        (Kind::Str(s), Kind::Str(t)) => Some(s.s == t.s),
        (Kind::Bytes(s), Kind::Bytes(t)) => Some(s == t),
        (Kind::Bytes(s), Kind::ByteArray(t)) | (Kind::ByteArray(t), Kind::Bytes(s)) => {
            Some(s[..] == t[..])
        }
        (Kind::ByteArray(s), Kind::ByteArray(t)) => Some(s == t),
        (Kind::Tuple(s), Kind::Tuple(t)) => all(s, t),
        (Kind::List(s), Kind::List(t)) => all(s, t),
        (Kind::Dict(s), Kind::Dict(t)) => {
            if s.len() != t.len() {
                return Some(false);
            }
            for entry in s.iter() {
                let mut unsure = false;
                let found = t.find(entry.hash, |key| {
                    equal_within(heap, entry.key, key, depth + 1, looks).unwrap_or_else(|| {
                        unsure = true;
                        false
                    })
                });
                if unsure {
                    return None;
                }
                let Some(other) = found.and_then(|i| t.entry(i)) else {
                    return Some(false);
                };
                if !equal_within(heap, entry.value, other.value, depth + 1, looks)? {
                    return Some(false);
                }
            }
            Some(true)
        }
        (Kind::Set(s), Kind::Set(t)) => {
            if s.len() != t.len() {
                return Some(false);
            }
            for (h, item) in s.iter() {
                let mut unsure = false;
                let found = t.contains(h, |other| {
                    equal_within(heap, item, other, depth + 1, looks).unwrap_or_else(|| {
                        unsure = true;
                        false
                    })
                });
                if !found {
                    return if unsure { None } else { Some(false) };
                }
            }
            Some(true)
        }
        (Kind::Range(r), Kind::Range(s)) => Some(range_key(r) == range_key(s)),
        (Kind::Slice(s), Kind::Slice(t)) => all(&s[..], &t[..]),
        (
            Kind::Method {
                function: f,
                receiver: r,
            },
            Kind::Method {
                function: g,
                receiver: s,
            },
        ) => Some(f == g && r == s),
        (Kind::DictView { .. }, Kind::DictView { .. })
        | (Kind::DictView { .. }, Kind::Set(_))
        | (Kind::Set(_), Kind::DictView { .. }) => None,
        _ => Some(x == y),
    }
}

fn range_key(r: &[i64; 3]) -> (u64, i64, i64) {
    let len = crate::vm::containers::range_len(r);
    match len {
        0 => (0, 0, 0),
        1 => (1, r[0], 0),
        _ => (len, r[0], r[2]),
    }
}

/// What an operation on ints of so many bits costs, in instructions' worth: a product grows faster than its factors, a
/// quotient as their product.
fn work_of(operator: u32, a: u64, b: u64) -> u64 {
    let (a, b) = (a / 64, b / 64);
    let (small, large) = (a.min(b), a.max(b));
    match operator {
        5 => large * small.isqrt() / 2,
        2 | 6 | 11 => b * a.saturating_sub(b) / 8,
        _ => large / 16,
    }
}

impl Vm<'_> {
    /// Whether two values are the same object. Ints and floats count as the same when they are equal
    /// (content/limitations.md).
    pub fn is_same(&self, a: Value, b: Value) -> bool {
        match (a, b) {
            (Value::Float(x), Value::Float(y)) => x.to_bits() == y.to_bits(),
            (Value::Object(x), Value::Object(y)) if x != y => {
                let (x, y) = (self.heap.get(x), self.heap.get(y));
                match (&x.kind, &y.kind) {
                    // CPython keeps one object for each of these.
                    (Kind::Str(s), Kind::Str(t)) => {
                        x.class == types::STR
                            && y.class == types::STR
                            && s.chars <= 1
                            && s.s == t.s
                            && s.s.chars().all(|c| (c as u32) < 256)
                    }
                    // `globals() is globals()`: two pictures of the same attributes.
                    (Kind::Dict(_), Kind::Dict(_)) => {
                        x.class == y.class
                            && x.class != types::DICT
                            && x.attrs
                                .as_ref()
                                .zip(y.attrs.as_ref())
                                .is_some_and(|(x, y)| {
                                    let owner = x.get(crate::vm::names::OWNER);
                                    owner.is_some() && owner == y.get(crate::vm::names::OWNER)
                                })
                    }
                    (Kind::Tuple(s), Kind::Tuple(t)) => {
                        s.is_empty() && t.is_empty() && x.class == y.class
                    }
                    (Kind::Bytes(s), Kind::Bytes(t)) => s.is_empty() && t.is_empty(),
                    _ => false,
                }
            }
            _ => a == b,
        }
    }

    /// An int from a big one, small if it fits.
    pub fn int(&mut self, value: BigInt) -> Value {
        match value.to_i64() {
            Some(small) => Value::Int(small),
            None => self.heap.make(types::INT, Kind::BigInt(Rc::new(value))),
        }
    }

    /// An int result of the pure functions.
    pub fn int_result(&mut self, result: Result<BigInt, crate::vm::text::Error>) -> Answer {
        match result {
            Ok(value) => Ok(self.int(value)),
            Err(error) => Err(self.text_error(&error)),
        }
    }

    fn float_result(&mut self, result: Result<f64, crate::vm::text::Error>) -> Answer {
        match result {
            Ok(value) => Ok(Value::Float(value)),
            Err(error) => Err(self.text_error(&error)),
        }
    }

    /// Counts what a built-in operation has done, in instructions' worth.
    ///
    /// # Errors
    /// A limit where a single stretch of a thread has done more than a whole program may: nobody looks in between.
    pub fn works(&mut self, work: u64) -> Answer<()> {
        self.work += work;
        if self.work < MOST_WORK {
            return Ok(());
        }
        let text = format!("the program did the work of {MOST_WORK} instructions without ending");
        Err(Signal::Limit("steps", text.into()))
    }

    /// BINARY_OP beyond [`fast_binary`].
    pub fn binary(&mut self, operator: u32, left: Value, right: Value) -> Answer {
        if operator == B::Subscript as u32 {
            return self.get_item(left, right);
        }
        let inplace = operator >= B::InplaceAdd as u32;
        let plain = if inplace {
            operator - B::InplaceAdd as u32
        } else {
            operator
        };
        if plain == B::Remainder as u32 && self.formats(left, right) {
            return self.container_binary(operator, plain, inplace, left, right);
        }
        if self.is_instance_of_program(left) || self.is_instance_of_program(right) {
            return self.in_python("_binary", &[Value::Int(i64::from(operator)), left, right]);
        }
        if let (Some(a), Some(b)) = (number(self.heap, left), number(self.heap, right)) {
            if let (Value::Bool(x), Value::Bool(y)) = (left, right) {
                match plain {
                    1 => return Ok(Value::Bool(x & y)),
                    7 => return Ok(Value::Bool(x | y)),
                    12 => return Ok(Value::Bool(x ^ y)),
                    _ => {}
                }
            }
            return self.arithmetic(plain, operator, left, right, &a, &b);
        }
        self.container_binary(operator, plain, inplace, left, right)
    }

    /// Whether `left % right` is formatting whatever `right` is: `"%r" % obj`.
    fn formats(&self, left: Value, right: Value) -> bool {
        let reflected = self.names.lookup("__rmod__");
        self.heap.str(left).is_some()
            && !self.is_instance_of_program(left)
            && reflected.is_none_or(|name| self.class_lookup(self.class_of(right), name).is_none())
    }

    /// Whether the value is an instance of a class of the program (its operators may be Python code).
    pub fn is_instance_of_program(&self, value: Value) -> bool {
        match value {
            Value::Object(id) => {
                let object = self.heap.get(id);
                object.class.0 as usize >= types::TYPES.len()
                    && !matches!(object.kind, Kind::Class(_))
            }
            _ => false,
        }
    }

    fn arithmetic(
        &mut self,
        plain: u32,
        operator: u32,
        left: Value,
        right: Value,
        a: &Number,
        b: &Number,
    ) -> Answer {
        if let (Some(a), Some(b)) = (a.big(), b.big()) {
            self.works(work_of(plain, a.bits(), b.bits()))?;
            return match plain {
                0 => Ok(self.int(a + b)),
                10 => Ok(self.int(a - b)),
                5 => {
                    if a.bits() + b.bits() > MAX_INT_BITS {
                        return Err(too_large());
                    }
                    Ok(self.int(a * b))
                }
                11 => self.float_result(float::int_true_divide(&a, &b)),
                2 => self.int_result(int::int_floordiv(&a, &b)),
                6 => self.int_result(int::int_mod(&a, &b)),
                8 if b.is_negative() => {
                    if a.is_zero() {
                        return Err(self.error(
                            types::ZERO_DIVISION_ERROR,
                            "0.0 cannot be raised to a negative power",
                        ));
                    }
                    let (x, y) = (float::int_to_float(&a), float::int_to_float(&b));
                    match (x, y) {
                        (Some(x), Some(y)) => self.float_power(x, y),
                        _ => Err(self.text_error(&float::int_too_large())),
                    }
                }
                8 => self.int_result(int::int_pow(&a, &b, MAX_INT_BITS)),
                3 => self.int_result(int::int_lshift(&a, &b, MAX_INT_BITS)),
                9 => self.int_result(int::int_rshift(&a, &b)),
                1 => Ok(self.int(a & b)),
                7 => Ok(self.int(a | b)),
                12 => Ok(self.int(a ^ b)),
                _ => Err(self.unsupported_operands(operator, left, right)),
            };
        }
        let (Some(x), Some(y)) = (self.as_float(a), self.as_float(b)) else {
            return Err(self.text_error(&float::int_too_large()));
        };
        match plain {
            0 => Ok(Value::Float(x + y)),
            10 => Ok(Value::Float(x - y)),
            5 => Ok(Value::Float(x * y)),
            11 => self.float_result(float::float_divide(x, y)),
            2 => self.float_result(float::float_floordiv(x, y)),
            6 => self.float_result(float::float_mod(x, y)),
            8 => self.float_power(x, y),
            _ => Err(self.unsupported_operands(operator, left, right)),
        }
    }

    fn as_float(&self, number: &Number) -> Option<f64> {
        match number {
            Number::Int(i) => Some(*i as f64),
            Number::Big(b) => float::int_to_float(b),
            Number::Float(x) => Some(*x),
        }
    }

    fn float_power(&mut self, x: f64, y: f64) -> Answer {
        match float::float_pow(x, y) {
            float::Power::Complex => Err(Signal::Unsupported(
                "complex numbers are not supported: take the root of a positive number".into(),
            )),
            float::Power::Overflow => {
                let message = self.new_str("Numerical result out of range");
                let error = self.exception_of(types::OVERFLOW_ERROR, vec![Value::Int(34), message]);
                Err(Signal::Raise(error))
            }
            other => self.float_result(other.into_result()),
        }
    }

    /// TypeError of an operator.
    pub fn unsupported_operands(&mut self, operator: u32, left: Value, right: Value) -> Signal {
        let (a, b) = (self.type_name(left), self.type_name(right));
        let symbol = SYMBOLS[operator as usize % SYMBOLS.len()];
        let symbol = if symbol == "**" {
            "** or pow()"
        } else {
            symbol
        };
        self.type_error(&format!(
            "unsupported operand type(s) for {symbol}: '{a}' and '{b}'"
        ))
    }

    /// The truth of a value.
    pub fn truth(&mut self, value: Value) -> Answer<bool> {
        Ok(match value {
            Value::Bool(b) => b,
            Value::None | Value::Null => false,
            Value::Int(i) => i != 0,
            Value::Float(x) => x != 0.0,
            Value::Object(id) => {
                let object = self.heap.get(id);
                if object.class.0 as usize >= types::TYPES.len()
                    && !matches!(object.kind, Kind::Class(_))
                {
                    if self.class_lookup(object.class, names::BOOL).is_some()
                        || self.class_lookup(object.class, names::LEN).is_some()
                    {
                        return self.in_python("_truth", &[value]);
                    }
                    return Ok(true);
                }
                match &object.kind {
                    Kind::Str(t) => !t.s.is_empty(),
                    Kind::BigInt(_) => true,
                    Kind::Bytes(b) => !b.is_empty(),
                    Kind::ByteArray(b) => !b.is_empty(),
                    Kind::Tuple(t) => !t.is_empty(),
                    Kind::List(l) => !l.is_empty(),
                    Kind::Dict(d) => !d.is_empty(),
                    Kind::Set(s) => !s.is_empty(),
                    Kind::Range(r) => crate::vm::containers::range_len(r) > 0,
                    Kind::DictView { dict, .. } => {
                        matches!(&self.heap.get(*dict).kind, Kind::Dict(d) if !d.is_empty())
                    }
                    _ => true,
                }
            }
            _ => true,
        })
    }

    /// COMPARE_OP beyond [`fast_compare`].
    pub fn compare(&mut self, operator: u32, left: Value, right: Value) -> Answer {
        if let (Value::Object(a), Value::Object(b)) = (left, right) {
            let (a, b) = (self.heap.get(a), self.heap.get(b));
            if let (Kind::Str(s), Kind::Str(t)) = (&a.kind, &b.kind)
                && a.class == types::STR
                && b.class == types::STR
            {
                return Ok(Value::Bool(ordered(operator, s.s.cmp(&t.s))));
            }
        }
        if self.is_instance_of_program(left) || self.is_instance_of_program(right) {
            let plain = operator == 2 || operator == 3;
            if plain && let Some(equal) = plain_equal(self.heap, left, right, 0) {
                return Ok(Value::Bool(equal == (operator == 2)));
            }
            return self.in_python("_compare", &[Value::Int(i64::from(operator)), left, right]);
        }
        if let (Some(a), Some(b)) = (number(self.heap, left), number(self.heap, right)) {
            return Ok(Value::Bool(match compare_numbers(&a, &b) {
                Some(ordering) => ordered(operator, ordering),
                None => operator == 3,
            }));
        }
        if operator == 2 || operator == 3 {
            let looks = Cell::new(MOST_LOOKS);
            let equal = equal_within(self.heap, left, right, 0, &looks);
            self.works(u64::from(MOST_LOOKS - looks.get()) * LOOK)?;
            return match equal {
                Some(equal) => Ok(Value::Bool(equal == (operator == 2))),
                None => self.in_python(
                    "_compare_containers",
                    &[Value::Int(i64::from(operator)), left, right],
                ),
            };
        }
        match self.order(operator, left, right)? {
            Some(result) => Ok(Value::Bool(result)),
            None if self.is_set_like(left) && self.is_set_like(right) => {
                let operator = Value::Int(i64::from(operator));
                self.in_python("_compare_views", &[operator, left, right])
            }
            None => {
                let symbol = ["<", "<=", "==", "!=", ">", ">="][operator as usize % 6];
                let (a, b) = (self.type_name(left), self.type_name(right));
                Err(self.type_error(&format!(
                    "'{symbol}' not supported between instances of '{a}' and '{b}'"
                )))
            }
        }
    }

    /// A set, or the keys or items of a dict.
    fn is_set_like(&self, value: Value) -> bool {
        match value.object().map(|id| &self.heap.get(id).kind) {
            Some(Kind::Set(_)) => true,
            Some(Kind::DictView { part, .. }) => *part != crate::vm::object::DictPart::Values,
            _ => false,
        }
    }

    /// `<`, `<=`, `>`, `>=` of built-in values; `None` if they have no order.
    fn order(&mut self, operator: u32, left: Value, right: Value) -> Answer<Option<bool>> {
        let (Value::Object(x), Value::Object(y)) = (left, right) else {
            return Ok(None);
        };
        let (a, b): (Rc<[Value]>, Rc<[Value]>) =
            match (&self.heap.get(x).kind, &self.heap.get(y).kind) {
                (Kind::Str(s), Kind::Str(t)) => return Ok(Some(ordered(operator, s.s.cmp(&t.s)))),
                (Kind::Bytes(s), Kind::Bytes(t)) => return Ok(Some(ordered(operator, s.cmp(t)))),
                (Kind::Tuple(s), Kind::Tuple(t)) => (Rc::clone(s), Rc::clone(t)),
                (Kind::List(s), Kind::List(t)) => (s.as_slice().into(), t.as_slice().into()),
                (Kind::Set(s), Kind::Set(t)) => {
                    let heap = &*self.heap;
                    let unsure = std::cell::Cell::new(false);
                    let inside = |small: &crate::vm::set::Set, big: &crate::vm::set::Set| {
                        small.iter().all(|(h, item)| {
                            big.contains(h, |o| {
                                plain_equal(heap, item, o, 1).unwrap_or_else(|| {
                                    unsure.set(true);
                                    false
                                })
                            })
                        })
                    };
                    let result = match operator {
                        0 => s.len() < t.len() && inside(s, t),
                        1 => inside(s, t),
                        4 => t.len() < s.len() && inside(t, s),
                        _ => inside(t, s),
                    };
                    // Python code has to compare: see `_compare_views`.
                    return Ok((result || !unsure.get()).then_some(result));
                }
                _ => return Ok(None),
            };
        for (p, q) in a.iter().zip(b.iter()) {
            match plain_equal(self.heap, *p, *q, 1) {
                Some(true) => {}
                Some(false) => match self.compare(operator, *p, *q)? {
                    Value::Bool(result) => return Ok(Some(result)),
                    _ => return Ok(None),
                },
                None => {
                    let name = "_compare_containers";
                    let operator = Value::Int(i64::from(operator));
                    return self.in_python(name, &[operator, left, right]);
                }
            }
        }
        Ok(Some(ordered(operator, a.len().cmp(&b.len()))))
    }

    /// Python's hash; asks Python code where a class defines `__hash__`.
    pub fn hash(&mut self, value: Value) -> Answer<i64> {
        let mut looks = MOST_LOOKS;
        let hash = hash_within(self.heap, value, 0, &mut looks);
        self.works(u64::from(MOST_LOOKS - looks) * LOOK)?;
        if let Some(hash) = hash {
            return Ok(hash);
        }
        if let Some(name) = self.unhashable(value, 0, &mut { MOST_LOOKS }) {
            return Err(self.type_error(&format!("unhashable type: '{name}'")));
        }
        self.in_python("_hash", &[value])
    }

    /// The type's name if a value (or an item of a tuple) has no hash.
    fn unhashable(&mut self, value: Value, depth: usize, looks: &mut u32) -> Option<String> {
        let id = value.object().filter(|_| depth <= MAX_NESTING)?;
        *looks = looks.checked_sub(1)?;
        let class = self.heap.get(id).class;
        if class.0 as usize >= types::TYPES.len() {
            return match self.class_lookup(class, names::HASH) {
                Some(Value::None) => Some(self.type_name(value)),
                _ => None,
            };
        }
        match &self.heap.get(id).kind {
            Kind::List(_) | Kind::Dict(_) | Kind::Set(_) | Kind::ByteArray(_) => {
                Some(self.type_name(value))
            }
            Kind::Tuple(items) => Rc::clone(items)
                .iter()
                .find_map(|item| self.unhashable(*item, depth + 1, looks)),
            _ => None,
        }
    }

    /// `-x`
    pub fn negative(&mut self, value: Value) -> Answer {
        if self.is_instance_of_program(value) {
            return self.in_python("_unary", &[Value::Int(0), value]);
        }
        match number(self.heap, value) {
            Some(Number::Int(i)) => match i.checked_neg() {
                Some(negated) => Ok(Value::Int(negated)),
                None => Ok(self.int(-BigInt::from(i))),
            },
            Some(Number::Big(b)) => Ok(self.int(-(*b).clone())),
            Some(Number::Float(x)) => Ok(Value::Float(-x)),
            None => Err(self.bad_unary("-", value)),
        }
    }

    /// `+x`
    pub fn positive(&mut self, value: Value) -> Answer {
        if self.is_instance_of_program(value) {
            return self.in_python("_unary", &[Value::Int(1), value]);
        }
        match number(self.heap, value) {
            Some(Number::Int(i)) => Ok(Value::Int(i)),
            Some(Number::Float(x)) => Ok(Value::Float(x)),
            Some(Number::Big(_)) => Ok(value),
            None => Err(self.bad_unary("+", value)),
        }
    }

    /// `~x`
    pub fn invert(&mut self, value: Value) -> Answer {
        if self.is_instance_of_program(value) {
            return self.in_python("_unary", &[Value::Int(2), value]);
        }
        match number(self.heap, value) {
            Some(Number::Int(i)) => Ok(Value::Int(!i)),
            Some(Number::Big(b)) => Ok(self.int(int::int_invert(&b))),
            _ => Err(self.bad_unary("~", value)),
        }
    }

    fn bad_unary(&mut self, symbol: &str, value: Value) -> Signal {
        let name = self.type_name(value);
        self.type_error(&format!("bad operand type for unary {symbol}: '{name}'"))
    }
}

/// The limit on the size of ints.
pub fn too_large() -> Signal {
    Signal::Limit("memory", "an int of more than 8 million bits".into())
}

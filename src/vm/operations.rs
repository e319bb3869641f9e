//! Operators on built-in values: arithmetic and truth. What needs Python code (special methods of a
//! program's classes) is handed to the prelude.

use crate::lang::code::BinaryOperator as B;
use crate::vm::exec::Vm;
use crate::vm::heap::Heap;
use crate::vm::object::Kind;
use crate::vm::signal::{Answer, Signal};
use crate::vm::text::{float, int};
use crate::vm::value::Value;
use crate::vm::{names, types};
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};
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
/// Most work of a stretch of a thread.
const MOST_WORK: u64 = 1_000_000_000;
/// What an operation on ints of so many bits costs, in instructions' worth: a product grows faster than its factors, a
/// quotient as their product.
pub fn work_of(operator: u32, a: u64, b: u64) -> u64 {
    let (a, b) = (a / 64, b / 64);
    let (small, large) = (a.min(b), a.max(b));
    match operator {
        5 => large * small.isqrt() * 3 / 2,
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

    /// Counts items that a built-in operation has moved: eight take about as long as an instruction.
    ///
    /// # Errors
    /// As [`Vm::works`].
    pub fn moved(&mut self, items: i64) -> Answer<()> {
        self.works(items.unsigned_abs() / 8)
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
        if self.metaclass_has(left, plain, "") || self.metaclass_has(right, plain, "r") {
            return self.in_python("_binary", &[Value::Int(i64::from(operator)), left, right]);
        }
        self.container_binary(operator, plain, inplace, left, right)
    }

    /// Whether a value is a class whose metaclass has an operator.
    fn metaclass_has(&self, value: Value, plain: u32, reflected: &str) -> bool {
        const NAMES: [&str; 13] = [
            "add", "and", "floordiv", "lshift", "matmul", "mul", "mod", "or", "pow", "rshift",
            "sub", "truediv", "xor",
        ];
        if !self.has_metaclass(value) {
            return false;
        }
        let name = NAMES.get(plain as usize).copied().unwrap_or_default();
        let name = self.names.lookup(&format!("__{reflected}{name}__"));
        name.is_some_and(|name| self.class_lookup(self.class_of(value), name).is_some())
    }

    /// Whether a value is a class with another metaclass than `type`.
    #[inline]
    pub fn has_metaclass(&self, value: Value) -> bool {
        value.object().is_some_and(
            |id| matches!(&self.heap.get(id).kind, Kind::Class(c) if c.metaclass.is_some()),
        )
    }

    /// Whether special methods of a value may be the program's: it is an instance of a class of the program, or a
    /// class with a metaclass.
    pub fn has_own_methods(&self, value: Value) -> bool {
        self.is_instance_of_program(value) || self.has_metaclass(value)
    }

    /// Whether `left % right` is formatting whatever `right` is: `"%r" % obj`.
    fn formats(&self, left: Value, right: Value) -> bool {
        let reflected = self.names.lookup("__rmod__");
        self.heap.str(left).is_some()
            && !self.is_instance_of_program(left)
            && (self.heap.str(right).is_none()
                || reflected
                    .is_none_or(|name| self.class_lookup(self.class_of(right), name).is_none()))
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
                    Kind::Class(class)
                        if class.metaclass.is_some_and(|meta| {
                            self.class_lookup(meta, names::BOOL).is_some()
                                || self.class_lookup(meta, names::LEN).is_some()
                        }) =>
                    {
                        return self.in_python("_truth", &[value]);
                    }
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

    /// `-x`
    pub fn negative(&mut self, value: Value) -> Answer {
        if self.has_own_methods(value) {
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
        if self.has_own_methods(value) {
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
        if self.has_own_methods(value) {
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

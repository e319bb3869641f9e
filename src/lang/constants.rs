//! Constants: a table without duplicates, and the arithmetic that the compiler does in advance.
//!
//! Only what is certain is computed: whatever would raise, be large, or need complex numbers is left to run time.

use super::code::{BinaryOperator, Const};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};
use std::collections::HashMap;
use std::rc::Rc;

/// Most bits of a folded integer.
const MAX_INT_BITS: u64 = 128;
/// Most items of a folded tuple.
const MAX_ITEMS: usize = 256;
/// Most characters of a folded string.
const MAX_CHARS: usize = 4096;
/// Most items of a folded tuple, nested ones included.
const MAX_TOTAL_ITEMS: usize = 1024;

/// The constants of a code object, each once.
#[derive(Debug, Default)]
pub(super) struct ConstTable {
    pub list: Vec<Const>,
    index: HashMap<Vec<u8>, u32>,
}

impl ConstTable {
    /// The index of a constant, added if need be.
    pub fn add(&mut self, value: Const) -> u32 {
        let mut key = Vec::new();
        write_key(&value, &mut key);
        *self.index.entry(key).or_insert_with(|| {
            self.list.push(value);
            self.list.len() as u32 - 1
        })
    }
}

/// Tells constants apart by type and value.
fn write_key(value: &Const, out: &mut Vec<u8>) {
    let mut sized = |tag: u8, bytes: &[u8]| {
        out.push(tag);
        out.extend((bytes.len() as u32).to_le_bytes());
        out.extend(bytes);
    };
    match value {
        Const::None => sized(0, &[]),
        Const::Ellipsis => sized(1, &[]),
        Const::Bool(b) => sized(2, &[u8::from(*b)]),
        Const::Int(i) => sized(3, &i.to_le_bytes()),
        Const::BigInt(digits) => sized(4, digits.as_bytes()),
        Const::Float(f) => sized(5, &f.to_bits().to_le_bytes()),
        Const::Imaginary(f) => sized(6, &f.to_bits().to_le_bytes()),
        Const::Str(s) => sized(7, s.as_bytes()),
        Const::Bytes(b) => sized(8, b),
        Const::Tuple(items) => {
            sized(9, &(items.len() as u32).to_le_bytes());
            items.iter().for_each(|i| write_key(i, out));
        }
        Const::FrozenSet(items) => {
            sized(10, &(items.len() as u32).to_le_bytes());
            items.iter().for_each(|i| write_key(i, out));
        }
        Const::Code(id) => sized(11, &id.0.to_le_bytes()),
        Const::Slice(parts) => {
            sized(12, &[]);
            parts.iter().for_each(|i| write_key(i, out));
        }
    }
}

/// An integer constant of any size.
pub(super) fn int(value: BigInt) -> Const {
    match value.to_i64() {
        Some(small) => Const::Int(small),
        None => Const::BigInt(value.to_string().into()),
    }
}

/// Whether a constant is true; `None` if that is not known here.
pub(super) fn truth(value: &Const) -> Option<bool> {
    Some(match value {
        Const::None => false,
        Const::Ellipsis => true,
        Const::Bool(b) => *b,
        Const::Int(i) => *i != 0,
        Const::BigInt(_) => true,
        Const::Float(f) | Const::Imaginary(f) => *f != 0.0,
        Const::Str(s) => !s.is_empty(),
        Const::Bytes(b) => !b.is_empty(),
        Const::Tuple(items) | Const::FrozenSet(items) => !items.is_empty(),
        Const::Code(_) | Const::Slice(_) => true,
    })
}

fn big(value: &Const) -> Option<BigInt> {
    match value {
        Const::Bool(b) => Some(BigInt::from(u8::from(*b))),
        Const::Int(i) => Some(BigInt::from(*i)),
        Const::BigInt(digits) => digits.parse().ok(),
        _ => None,
    }
}

fn float(value: &Const) -> Option<f64> {
    match value {
        Const::Bool(b) => Some(f64::from(u8::from(*b))),
        Const::Int(i) => Some(*i as f64),
        Const::Float(f) => Some(*f),
        _ => None,
    }
}

/// `-x`
pub(super) fn negative(value: &Const) -> Option<Const> {
    match value {
        Const::Float(f) => Some(Const::Float(-f)),
        _ => big(value).map(|i| int(-i)),
    }
}

/// `+x`
pub(super) fn positive(value: &Const) -> Option<Const> {
    match value {
        Const::Float(f) => Some(Const::Float(*f)),
        Const::Imaginary(f) => Some(Const::Imaginary(*f)),
        _ => big(value).map(int),
    }
}

/// `~x`; not for bool, which warns at run time.
pub(super) fn invert(value: &Const) -> Option<Const> {
    match value {
        Const::Bool(_) => None,
        _ => big(value).map(|i| int(!i)),
    }
}

/// `left op right`
pub(super) fn binary(left: &Const, op: BinaryOperator, right: &Const) -> Option<Const> {
    if op == BinaryOperator::Subscript {
        return subscript(left, right);
    }
    if let (Const::Bool(a), Const::Bool(b)) = (left, right) {
        match op {
            BinaryOperator::And => return Some(Const::Bool(a & b)),
            BinaryOperator::Or => return Some(Const::Bool(a | b)),
            BinaryOperator::Xor => return Some(Const::Bool(a ^ b)),
            _ => {}
        }
    }
    if let (Some(a), Some(b)) = (big(left), big(right)) {
        return integers(a, op, b);
    }
    if let (Some(a), Some(b)) = (float(left), float(right)) {
        return floats(a, op, b)
            .filter(|f| op != BinaryOperator::Power || f.is_finite())
            .map(Const::Float);
    }
    match op {
        BinaryOperator::Add => concatenate(left, right),
        BinaryOperator::Multiply => repeat(left, right).or_else(|| repeat(right, left)),
        _ => None,
    }
}

fn integers(a: BigInt, op: BinaryOperator, b: BigInt) -> Option<Const> {
    use BinaryOperator as B;
    let zero = a.is_zero() || b.is_zero();
    Some(int(match op {
        B::Add => a + b,
        B::Subtract => a - b,
        B::Multiply if zero || a.bits() + b.bits() <= MAX_INT_BITS => a * b,
        B::FloorDivide if !b.is_zero() => a.div_floor(&b),
        B::Remainder if !b.is_zero() => a.mod_floor(&b),
        B::TrueDivide if !b.is_zero() => {
            let exact = |i: &BigInt| (i.bits() <= 53).then(|| i.to_f64()).flatten();
            return Some(Const::Float(exact(&a)? / exact(&b)?));
        }
        B::Power if b.is_negative() => {
            let (base, exponent) = (a.to_i32()?, b.to_i32()?);
            return (base != 0)
                .then(|| Const::Float(libm::pow(f64::from(base), f64::from(exponent))));
        }
        B::Power => {
            let exponent = b.to_u64()?;
            if !zero && a.bits() > MAX_INT_BITS / exponent {
                return None;
            }
            a.pow(exponent.to_u32()?)
        }
        B::LeftShift if !b.is_negative() => {
            let by = b.to_u64()?;
            if !zero && (by > MAX_INT_BITS || a.bits() > MAX_INT_BITS - by) {
                return None;
            }
            if a.is_zero() { a } else { a << by }
        }
        B::RightShift if !b.is_negative() => a >> b.to_u64()?,
        B::Or => a | b,
        B::Xor => a ^ b,
        B::And => a & b,
        _ => return None,
    }))
}

fn floats(a: f64, op: BinaryOperator, b: f64) -> Option<f64> {
    use BinaryOperator as B;
    let modulo = || {
        let rest = libm::fmod(a, b);
        if rest == 0.0 {
            0.0f64.copysign(b)
        } else if (rest < 0.0) != (b < 0.0) {
            rest + b
        } else {
            rest
        }
    };
    match op {
        B::Add => Some(a + b),
        B::Subtract => Some(a - b),
        B::Multiply => Some(a * b),
        B::TrueDivide if b != 0.0 => Some(a / b),
        B::Remainder if b != 0.0 => Some(modulo()),
        B::FloorDivide if b != 0.0 => {
            let quotient = (a - modulo()) / b;
            if quotient == 0.0 {
                return Some(0.0f64.copysign(a / b));
            }
            let floor = libm::floor(quotient);
            Some(if quotient - floor > 0.5 {
                floor + 1.0
            } else {
                floor
            })
        }
        B::Power if a > 0.0 || (a == 0.0 && b >= 0.0) || libm::floor(b) == b && a != 0.0 => {
            Some(libm::pow(a, b))
        }
        _ => None,
    }
}

fn concatenate(left: &Const, right: &Const) -> Option<Const> {
    match (left, right) {
        (Const::Str(a), Const::Str(b)) => Some(Const::Str(format!("{a}{b}").into())),
        (Const::Bytes(a), Const::Bytes(b)) => Some(Const::Bytes([&**a, &**b].concat().into())),
        (Const::Tuple(a), Const::Tuple(b)) => Some(Const::Tuple([&**a, &**b].concat().into())),
        _ => None,
    }
}

fn total_items(items: &[Const]) -> usize {
    items
        .iter()
        .map(|i| {
            if let Const::Tuple(t) = i {
                total_items(t)
            } else {
                0
            }
        })
        .sum::<usize>()
        + items.len()
}

fn repeat(value: &Const, times: &Const) -> Option<Const> {
    let times = big(times)?;
    let fits = |size: usize, most: usize| {
        if size == 0 {
            return Some(0);
        }
        times.to_usize().filter(|n| *n <= most / size)
    };
    match value {
        Const::Str(s) => fits(s.chars().count(), MAX_CHARS).map(|n| Const::Str(s.repeat(n).into())),
        Const::Bytes(b) => fits(b.len(), MAX_CHARS).map(|n| Const::Bytes(b.repeat(n).into())),
        Const::Tuple(t) => {
            let n = fits(t.len(), MAX_ITEMS)?;
            (n == 0 || total_items(t) <= MAX_TOTAL_ITEMS / n)
                .then(|| Const::Tuple(std::iter::repeat_n(&**t, n).flatten().cloned().collect()))
        }
        _ => None,
    }
}

fn subscript(value: &Const, key: &Const) -> Option<Const> {
    if let Const::Slice(parts) = key {
        return sliced(value, parts);
    }
    let at = big(key)?;
    let index = |size: usize| {
        let at = if at.is_negative() {
            at.clone() + size
        } else {
            at.clone()
        };
        at.to_usize().filter(|i| *i < size)
    };
    match value {
        Const::Str(s) => {
            let chars: Vec<char> = s.chars().collect();
            index(chars.len()).map(|i| Const::Str(chars[i].to_string().into()))
        }
        Const::Bytes(b) => index(b.len()).map(|i| Const::Int(i64::from(b[i]))),
        Const::Tuple(t) => index(t.len()).map(|i| t[i].clone()),
        _ => None,
    }
}

fn sliced(value: &Const, parts: &Rc<[Const; 3]>) -> Option<Const> {
    match value {
        Const::Str(s) => {
            let chars: Vec<char> = s.chars().collect();
            let picked: String = slice_indices(parts, chars.len())?
                .into_iter()
                .map(|i| chars[i])
                .collect();
            Some(Const::Str(picked.into()))
        }
        Const::Bytes(b) => {
            let picked: Vec<u8> = slice_indices(parts, b.len())?
                .into_iter()
                .map(|i| b[i])
                .collect();
            Some(Const::Bytes(picked.into()))
        }
        Const::Tuple(t) => {
            let picked: Vec<Const> = slice_indices(parts, t.len())?
                .into_iter()
                .map(|i| t[i].clone())
                .collect();
            Some(Const::Tuple(picked.into()))
        }
        _ => None,
    }
}

fn slice_indices(parts: &[Const; 3], size: usize) -> Option<Vec<usize>> {
    let part = |c: &Const| match c {
        Const::None => Some(None),
        other => big(other).and_then(|b| b.to_i64()).map(Some),
    };
    let (start, stop, step) = (
        part(&parts[0])?,
        part(&parts[1])?,
        part(&parts[2])?.unwrap_or(1),
    );
    let size = size as i64;
    if step == 0 || step == i64::MIN {
        return None;
    }
    let (low, high) = if step > 0 { (0, size) } else { (-1, size - 1) };
    let clamp = |i: i64| (if i < 0 { i.saturating_add(size) } else { i }).clamp(low, high);
    let mut at = start.map_or(if step > 0 { low } else { high }, clamp);
    let end = stop.map_or(if step > 0 { high } else { low }, clamp);
    let mut indices = Vec::new();
    while (step > 0 && at < end) || (step < 0 && at > end) {
        indices.push(at as usize);
        at = at.saturating_add(step);
    }
    Some(indices)
}

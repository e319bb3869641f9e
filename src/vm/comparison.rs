//! Equality, order and hashes of built-in values, as far as they need no Python code.

use crate::vm::exec::Vm;
use crate::vm::heap::Heap;
use crate::vm::object::{DictPart, Kind, Text};
use crate::vm::operations::{Number, number, ordered};
use crate::vm::signal::Answer;
use crate::vm::text::hash;
use crate::vm::value::{ObjectId, Value};
use crate::vm::{names, types};
use num_bigint::BigInt;
use num_traits::FromPrimitive;
use std::cell::Cell;
use std::rc::Rc;

/// How deep built-in operations follow containers within each other before Python code takes over.
pub const MAX_NESTING: usize = 100;

/// How many objects built-in operations look at in one go before Python code takes over, whose steps are counted: a
/// tuple that holds another one twice, forty levels deep, would never end.
const MOST_LOOKS: u32 = 2_000_000;

/// What a look costs, in instructions' worth.
pub const LOOK: u64 = 4;
/// Bytes that are compared in the time of an instruction.
const COMPARED: u64 = 128;
/// Bytes that are hashed for what a look costs.
const HASHED: usize = 64;

impl Vm<'_> {
    /// COMPARE_OP beyond [`fast_compare`].
    pub fn compare(&mut self, operator: u32, left: Value, right: Value) -> Answer {
        if let (Value::Object(a), Value::Object(b)) = (left, right) {
            let (a, b) = (self.heap.get(a), self.heap.get(b));
            if let (Kind::Str(s), Kind::Str(t)) = (&a.kind, &b.kind)
                && a.class == types::STR
                && b.class == types::STR
            {
                let work = s.s.len().min(t.s.len()) as u64 / COMPARED;
                let result = ordered(operator, s.s.cmp(&t.s));
                self.works(work)?;
                return Ok(Value::Bool(result));
            }
        }
        if self.is_instance_of_program(left)
            || self.is_instance_of_program(right)
            || self.has_metaclass(left)
            || self.has_metaclass(right)
        {
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
            Some(Kind::DictView { part, .. }) => *part != DictPart::Values,
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
                (Kind::Slice(s), Kind::Slice(t)) => (s[..].into(), t[..].into()),
                (s, t) if bytes_in(s).is_some() && bytes_in(t).is_some() => {
                    return Ok(Some(ordered(operator, bytes_in(s).cmp(&bytes_in(t)))));
                }
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
        let mut looks = 0;
        for (at, (p, q)) in a.iter().zip(b.iter()).enumerate() {
            let equal = equal_counted(self.heap, *p, *q, &mut looks);
            if equal != Some(true) || at + 1 == a.len().min(b.len()) {
                self.works(looks * LOOK + at as u64 + (a.len() + b.len()) as u64 / 4)?;
            }
            match equal {
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

    /// The place of the first item that equals another; `None` if Python code has to say. Counted as work.
    pub fn first_equal(&mut self, items: &[Value], item: Value) -> Answer<Option<Option<usize>>> {
        let (mut looks, mut found) = (0, None);
        for (at, other) in items.iter().enumerate() {
            match equal_counted(self.heap, *other, item, &mut looks) {
                Some(false) => {}
                Some(true) => {
                    found = Some(at);
                    break;
                }
                None => return Ok(None),
            }
        }
        self.works(looks * LOOK + found.unwrap_or(items.len()) as u64)?;
        Ok(Some(found))
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

    /// The hash by which a set looks for an item: a set is looked for as if it were frozen. `None` if Python code has
    /// to say.
    pub fn hash_in_set(&self, item: Value) -> Option<i64> {
        let frozen = || match &self.heap.get(item.object()?).kind {
            Kind::Set(set)
                if self.class_lookup(self.class_of(item), names::HASH) == Some(Value::None) =>
            {
                Some(hash::hash_frozenset(set.iter().map(|(h, _)| h)))
            }
            _ => None,
        };
        plain_hash(self.heap, item).or_else(frozen)
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
            Kind::DictView { part, .. } if *part != DictPart::Values => Some(self.type_name(value)),
            Kind::Slice(parts) => Rc::clone(parts)
                .iter()
                .find_map(|part| self.unhashable(*part, depth + 1, looks)),
            Kind::Tuple(items) => Rc::clone(items)
                .iter()
                .find_map(|item| self.unhashable(*item, depth + 1, looks)),
            _ => None,
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
            let (object, class) = (heap.get(id), class_in(heap, id));
            if class.0 as usize >= types::TYPES.len() && overrides(heap, class, true) {
                return None;
            }
            match &object.kind {
                Kind::Str(text) => {
                    if text.hash.get().is_none() {
                        *looks = looks.saturating_sub((text.s.len() / HASHED) as u32);
                    }
                    Some(str_hash(text))
                }
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
                Kind::Slice(parts) => {
                    let mut hashes = [0; 3];
                    for (hash, part) in hashes.iter_mut().zip(parts.iter()) {
                        *hash = hash_within(heap, *part, depth + 1, looks)?;
                    }
                    Some(hash::hash_tuple(hashes))
                }
                Kind::List(_) | Kind::Dict(_) | Kind::Set(_) | Kind::ByteArray(_) => None,
                Kind::DictView { part, .. } if *part != DictPart::Values => None,
                Kind::Code(code) => Some(0x4000_0000 + i64::from(code.0) * 16),
                Kind::Method { function, receiver } => {
                    let identity = |value: Value, looks: &mut u32| match value {
                        Value::Object(id) => Some(hash_of_identity(id)),
                        other => hash_within(heap, other, depth + 1, looks),
                    };
                    Some(identity(*function, looks)? ^ identity(*receiver, looks)?)
                }
                // `def __eq__` without `__hash__` sets `__hash__ = None`: overrides() says so.
                _ => Some(hash_of_identity(id)),
            }
        }
    }
}

fn bytes_in(kind: &Kind) -> Option<&[u8]> {
    match kind {
        Kind::Bytes(data) => Some(data),
        Kind::ByteArray(data) => Some(data),
        _ => None,
    }
}

fn hash_of_identity(id: ObjectId) -> i64 {
    0x5000_0000 + i64::from(id.0) * 16
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

/// The class of an object, a metaclass if it is a class itself.
#[inline]
pub fn class_in(heap: &Heap, id: ObjectId) -> ObjectId {
    let object = heap.get(id);
    match &object.kind {
        Kind::Class(class) => class.metaclass.unwrap_or(object.class),
        _ => object.class,
    }
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

/// As `plain_equal` of items of a container; counts the looks.
pub fn equal_counted(heap: &Heap, a: Value, b: Value, looks: &mut u64) -> Option<bool> {
    let left = Cell::new(MOST_LOOKS);
    let equal = equal_within(heap, a, b, 1, &left);
    *looks += u64::from(MOST_LOOKS - left.get());
    equal
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
            let class = class_in(heap, id);
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
        let mut equal = Some(true);
        let mut seen = 0;
        for (x, y) in xs.iter().zip(ys) {
            equal = equal_within(heap, *x, *y, depth + 1, looks);
            if equal != Some(true) {
                break;
            }
            seen += 1;
        }
        looks.set(looks.get().saturating_sub(seen / 4));
        equal
    };
    let compared = |bytes: usize| {
        let work = bytes as u64 / COMPARED / LOOK;
        looks.set(looks.get().saturating_sub(work as u32));
    };
    match (&heap.get(x).kind, &heap.get(y).kind) {
        (Kind::Str(s), Kind::Str(t)) => {
            if s.s.len() == t.s.len() {
                compared(s.s.len());
            }
            Some(s.s == t.s)
        }
        (Kind::Bytes(s), Kind::Bytes(t)) => {
            compared(s.len().min(t.len()));
            Some(s == t)
        }
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
            looks.set(looks.get().saturating_sub(s.len() as u32));
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
            looks.set(looks.get().saturating_sub(s.len() as u32));
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
        (Kind::Code(s), Kind::Code(t)) => Some(s == t),
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

//! Values: small, copied freely; everything larger lives in the heap and is named by index.

use std::fmt;

/// An object in a [`Heap`](crate::vm::heap::Heap).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectId(pub u32);

/// A name known to the whole program: identifiers, attributes, keyword names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(pub u32);

/// A code object of the linked program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodeRef(pub u32);

/// A built-in function: index into [`crate::vm::natives::NATIVES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NativeId(pub u16);

/// A Python value of 16 bytes.
#[derive(Clone, Copy, Default)]
pub enum Value {
    /// No value: an unbound local, the missing `self` of a call.
    Null,
    /// `None`
    #[default]
    None,
    /// `...`
    Ellipsis,
    /// `NotImplemented`
    NotImplemented,
    /// `True`, `False`
    Bool(bool),
    /// An int of 64 bits; larger ones are objects.
    Int(i64),
    /// A float.
    Float(f64),
    /// A built-in function or method.
    Native(NativeId),
    /// Everything else.
    Object(ObjectId),
}

/// The same value to the last bit: two zeros differ by their sign, and a NaN is itself.
impl PartialEq for Value {
    fn eq(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
            (Value::Native(a), Value::Native(b)) => a == b,
            (Value::Object(a), Value::Object(b)) => a == b,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

impl Eq for Value {}

impl Value {
    /// Whether this is `NULL` rather than a value.
    pub fn is_null(self) -> bool {
        matches!(self, Value::Null)
    }

    /// The object, if it is one.
    pub fn object(self) -> Option<ObjectId> {
        match self {
            Value::Object(id) => Some(id),
            _ => None,
        }
    }
}

impl fmt::Debug for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null => f.write_str("NULL"),
            Value::None => f.write_str("None"),
            Value::Ellipsis => f.write_str("..."),
            Value::NotImplemented => f.write_str("NotImplemented"),
            Value::Bool(b) => write!(f, "{b}"),
            Value::Int(i) => write!(f, "{i}"),
            Value::Float(x) => write!(f, "{x}"),
            Value::Native(n) => write!(f, "native{}", n.0),
            Value::Object(id) => write!(f, "{id:?}"),
        }
    }
}

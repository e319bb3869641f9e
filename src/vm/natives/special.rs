//! Special methods of built-in types as methods that can be called: `super().__setitem__(k, v)`, `int.__add__(a, b)`.
//!
//! Operators themselves do not come here. A receiver of a subclass counts as the built-in value inside it, so that an
//! overriding method is not asked again.

use crate::vm::calls::Args;
use crate::vm::exec::Vm;
use crate::vm::natives::Table;
use crate::vm::natives::core::as_value;
use crate::vm::object::Kind;
use crate::vm::operations::{Number, number};
use crate::vm::signal::{Answer, Signal};
use crate::vm::text::float;
use crate::vm::value::Value;

macro_rules! table {
    ($(#[$doc:meta])* $table:ident $class:literal $($name:literal => $function:expr,)*) => {
        $(#[$doc])*
        pub const $table: Table = &[
            (concat!($class, ".__eq__"), |vm, args| compare(vm, args, 2)),
            (concat!($class, ".__ne__"), |vm, args| compare(vm, args, 3)),
            (concat!($class, ".__repr__"), |vm, args| {
                let this = receiver(vm, args);
                vm.repr_as(this, vm.arg(args, 0).unwrap_or(this))
            }),
            $((concat!($class, ".", $name), $function),)*
        ];
    };
}

macro_rules! ordered {
    ($(#[$doc:meta])* $table:ident $($class:literal)*) => {
        $(#[$doc])*
        pub const $table: Table = &[$(
            (concat!($class, ".__lt__"), |vm, args| compare(vm, args, 0)),
            (concat!($class, ".__le__"), |vm, args| compare(vm, args, 1)),
            (concat!($class, ".__gt__"), |vm, args| compare(vm, args, 4)),
            (concat!($class, ".__ge__"), |vm, args| compare(vm, args, 5)),
        )*];
    };
}

macro_rules! hashed {
    ($(#[$doc:meta])* $table:ident $($class:literal)*) => {
        $(#[$doc])*
        pub const $table: Table = &[$(
            (concat!($class, ".__hash__"), |vm, args| {
                let this = receiver(vm, args);
                vm.hash(this).map(Value::Int)
            }),
        )*];
    };
}

macro_rules! sized {
    ($(#[$doc:meta])* $table:ident $($class:literal)*) => {
        $(#[$doc])*
        pub const $table: Table = &[$(
            (concat!($class, ".__len__"), |vm, args| {
                let this = receiver(vm, args);
                Ok(Value::Int(vm.native_len(this).unwrap_or(0) as i64))
            }),
            (concat!($class, ".__contains__"), |vm, args| {
                let (this, [item]) = vm.method(args, "__contains__", ["/item"], 1)?;
                let this = vm.base_value(this);
                vm.contains(this, item).map(Value::Bool)
            }),
            (concat!($class, ".__iter__"), |vm, args| {
                let this = vm.arg(args, 0).unwrap_or(Value::None);
                vm.plain_iterator(this)
            }),
        )*];
    };
}

macro_rules! sequence {
    ($(#[$doc:meta])* $table:ident $($class:literal)*) => {
        $(#[$doc])*
        pub const $table: Table = &[$(
            (concat!($class, ".__getitem__"), |vm, args| {
                let (this, [key]) = vm.method(args, "__getitem__", ["/key"], 1)?;
                let this = vm.base_value(this);
                vm.get_item(this, key)
            }),
            (concat!($class, ".__add__"), |vm, args| binary(vm, args, 0, false)),
            (concat!($class, ".__mul__"), |vm, args| binary(vm, args, 5, false)),
            (concat!($class, ".__rmul__"), |vm, args| binary(vm, args, 5, true)),
        )*];
    };
}

macro_rules! arithmetic {
    ($(#[$doc:meta])* $table:ident $($class:literal)*) => {
        $(#[$doc])*
        pub const $table: Table = &[$(
            (concat!($class, ".__add__"), |vm, args| binary(vm, args, 0, false)),
            (concat!($class, ".__radd__"), |vm, args| binary(vm, args, 0, true)),
            (concat!($class, ".__sub__"), |vm, args| binary(vm, args, 10, false)),
            (concat!($class, ".__rsub__"), |vm, args| binary(vm, args, 10, true)),
            (concat!($class, ".__mul__"), |vm, args| binary(vm, args, 5, false)),
            (concat!($class, ".__rmul__"), |vm, args| binary(vm, args, 5, true)),
            (concat!($class, ".__truediv__"), |vm, args| binary(vm, args, 11, false)),
            (concat!($class, ".__rtruediv__"), |vm, args| binary(vm, args, 11, true)),
            (concat!($class, ".__floordiv__"), |vm, args| binary(vm, args, 2, false)),
            (concat!($class, ".__rfloordiv__"), |vm, args| binary(vm, args, 2, true)),
            (concat!($class, ".__mod__"), |vm, args| binary(vm, args, 6, false)),
            (concat!($class, ".__rmod__"), |vm, args| binary(vm, args, 6, true)),
            (concat!($class, ".__pow__"), |vm, args| binary(vm, args, 8, false)),
            (concat!($class, ".__rpow__"), |vm, args| binary(vm, args, 8, true)),
            (concat!($class, ".__divmod__"), |vm, args| {
                let (this, [other]) = vm.method(args, "__divmod__", ["/other"], 1)?;
                let (this, other) = (vm.base_value(this), vm.base_value(other));
                if number(vm.heap, other).is_none() {
                    return Ok(Value::NotImplemented);
                }
                crate::vm::natives::numbers::divmod(vm, this, other)
            }),
            (concat!($class, ".__neg__"), |vm, args| {
                let this = receiver(vm, args);
                vm.negative(this)
            }),
            (concat!($class, ".__pos__"), |vm, args| {
                let this = receiver(vm, args);
                vm.positive(this)
            }),
            (concat!($class, ".__abs__"), |vm, args| {
                let this = receiver(vm, args);
                match number(vm.heap, this) {
                    Some(Number::Float(x)) => Ok(Value::Float(x.abs())),
                    Some(Number::Int(i)) if i >= 0 => Ok(this),
                    Some(Number::Big(b)) if b.sign() == num_bigint::Sign::Plus => Ok(this),
                    _ => vm.negative(this),
                }
            }),
            (concat!($class, ".__bool__"), |vm, args| {
                let this = receiver(vm, args);
                vm.truth(this).map(Value::Bool)
            }),
            (concat!($class, ".__int__"), integer),
            (concat!($class, ".__trunc__"), integer),
            (concat!($class, ".__float__"), |vm, args| {
                let this = receiver(vm, args);
                vm.float_arg(this).map(Value::Float)
            }),
            (concat!($class, ".__floor__"), |vm, args| whole(vm, args, f64::floor)),
            (concat!($class, ".__ceil__"), |vm, args| whole(vm, args, f64::ceil)),
            (concat!($class, ".__format__"), format),
        )*];
    };
}

macro_rules! iterators {
    ($(#[$doc:meta])* $table:ident $($class:literal)*) => {
        $(#[$doc])*
        pub const $table: Table = &[$(
            (concat!($class, ".__iter__"), |vm, args| {
                Ok(vm.arg(args, 0).unwrap_or(Value::None))
            }),
            (concat!($class, ".__next__"), |vm, args| {
                let (this, []) = vm.method(args, "__next__", [], 0)?;
                let next = match this.object() {
                    Some(id) => vm.iterator_next(id)?,
                    None => None,
                };
                match next {
                    Some(value) => Ok(value),
                    None => Err(vm.stop_iteration(Value::None)),
                }
            }),
        )*];
    };
}

ordered! {
    /// Comparisons.
    ORDERED "int" "float" "str" "bytes" "bytearray" "list" "tuple" "set" "frozenset"
}
hashed! {
    /// Hashes.
    HASHED "int" "float" "str" "bytes" "tuple" "frozenset" "range"
}
sized! {
    /// Size, membership, iteration.
    SIZED "str" "bytes" "bytearray" "list" "tuple" "set" "frozenset" "range"
}
sequence! {
    /// Items, concatenation, repetition.
    SEQUENCE "str" "bytes" "bytearray" "list" "tuple"
}
arithmetic! {
    /// Arithmetic.
    ARITHMETIC "int" "float"
}

iterators! {
    /// Iterators over built-in containers.
    ITERATORS "list_iterator" "list_reverseiterator" "tuple_iterator" "str_ascii_iterator" "bytes_iterator"
    "range_iterator" "dict_keyiterator" "dict_valueiterator" "dict_itemiterator" "set_iterator" "enumerate" "zip"
}

table! {
    /// `int`
    INT "int"
    "__index__" => integer,
    "__round__" => |vm, args| round(vm, args),
    "__and__" => |vm, args| binary(vm, args, 1, false),
    "__rand__" => |vm, args| binary(vm, args, 1, true),
    "__or__" => |vm, args| binary(vm, args, 7, false),
    "__ror__" => |vm, args| binary(vm, args, 7, true),
    "__xor__" => |vm, args| binary(vm, args, 12, false),
    "__rxor__" => |vm, args| binary(vm, args, 12, true),
    "__lshift__" => |vm, args| binary(vm, args, 3, false),
    "__rlshift__" => |vm, args| binary(vm, args, 3, true),
    "__rshift__" => |vm, args| binary(vm, args, 9, false),
    "__rrshift__" => |vm, args| binary(vm, args, 9, true),
    "__invert__" => |vm, args| {
        let this = receiver(vm, args);
        vm.invert(this)
    },
}
table! {
    /// `float`
    FLOAT "float"
    "__round__" => |vm, args| round(vm, args),
}
table! {
    /// `str`
    STR "str"
    "__str__" => |vm, args| Ok(receiver(vm, args)),
    "__format__" => format,
    "__mod__" => |vm, args| binary(vm, args, 6, false),
}
table! {
    /// `bytes`
    BYTES "bytes"
    "__bytes__" => |vm, args| Ok(receiver(vm, args)),
    "__mod__" => |vm, args| binary(vm, args, 6, false),
}
table! {
    /// `tuple`
    TUPLE "tuple"
}
table! {
    /// `bytearray`
    BYTEARRAY "bytearray"
    "__setitem__" => set_item,
}
table! {
    /// `list`
    LIST "list"
    "__setitem__" => set_item,
    "__delitem__" => |vm, args| {
        let (this, [key]) = vm.method(args, "__delitem__", ["/key"], 1)?;
        let result = vm.shared(this, |vm, base| vm.delete_item(base, key));
        as_value(result)
    },
    "__iadd__" => |vm, args| {
        let (this, [other]) = vm.method(args, "__iadd__", ["/other"], 1)?;
        match vm.extend_list(this, other) {
            Ok(()) => Ok(this),
            Err(Signal::Call(_)) => vm.in_python("_list_iadd", &[this, other]),
            Err(other) => Err(other),
        }
    },
    "__reversed__" => |vm, args| {
        let this = receiver(vm, args);
        vm.in_python("_Reversed", &[this])
    },
}
table! {
    /// `dict`
    DICT "dict"
    "__or__" => |vm, args| binary(vm, args, 7, false),
    "__ror__" => |vm, args| binary(vm, args, 7, true),
    "__ior__" => |vm, args| {
        let (this, [other]) = vm.method(args, "__ior__", ["/other"], 1)?;
        vm.in_python("_dict_or", &[this, other, Value::Bool(true)])
    },
}
table! {
    /// `set`
    SET "set"
    "__or__" => |vm, args| binary(vm, args, 7, false),
    "__and__" => |vm, args| binary(vm, args, 1, false),
    "__sub__" => |vm, args| binary(vm, args, 10, false),
    "__xor__" => |vm, args| binary(vm, args, 12, false),
    "__ior__" => |vm, args| in_place(vm, args, "update"),
    "__iand__" => |vm, args| in_place(vm, args, "intersection_update"),
    "__isub__" => |vm, args| in_place(vm, args, "difference_update"),
    "__ixor__" => |vm, args| in_place(vm, args, "symmetric_difference_update"),
}
table! {
    /// `frozenset`
    FROZENSET "frozenset"
    "__or__" => |vm, args| binary(vm, args, 7, false),
    "__and__" => |vm, args| binary(vm, args, 1, false),
    "__sub__" => |vm, args| binary(vm, args, 10, false),
    "__xor__" => |vm, args| binary(vm, args, 12, false),
}
table! {
    /// `range`
    RANGE "range"
    "__getitem__" => |vm, args| {
        let (this, [key]) = vm.method(args, "__getitem__", ["/key"], 1)?;
        vm.get_item(this, key)
    },
}

fn receiver(vm: &mut Vm, args: &Args) -> Value {
    let this = vm.arg(args, 0).unwrap_or(Value::None);
    vm.base_value(this)
}

/// What values of different types have in common so that they compare.
fn family(vm: &Vm, value: Value) -> u32 {
    if number(vm.heap, value).is_some() {
        return 1;
    }
    match value.object().map(|id| &vm.heap.get(id).kind) {
        Some(Kind::Str(_)) => 2,
        Some(Kind::Bytes(_) | Kind::ByteArray(_)) => 3,
        Some(Kind::List(_)) => 4,
        Some(Kind::Tuple(_)) => 5,
        Some(Kind::Dict(_)) => 6,
        Some(Kind::Set(_)) => 7,
        Some(Kind::Range(_)) => 8,
        _ => 0,
    }
}

fn is_float(vm: &Vm, value: Value) -> bool {
    matches!(number(vm.heap, value), Some(Number::Float(_)))
}

fn compare(vm: &mut Vm, args: &Args, operator: u32) -> Answer {
    let (this, [other]) = vm.method(args, "expected", ["/other"], 1)?;
    let (this, other) = (vm.base_value(this), vm.base_value(other));
    let apart = family(vm, this) != family(vm, other);
    if apart || (is_float(vm, other) && !is_float(vm, this)) {
        return Ok(Value::NotImplemented);
    }
    vm.compare(operator, this, other)
}

fn binary(vm: &mut Vm, args: &Args, operator: u32, reflected: bool) -> Answer {
    let (this, [other]) = vm.method(args, "expected", ["/other"], 1)?;
    let (this, other) = (vm.base_value(this), vm.base_value(other));
    let (mine, theirs) = (family(vm, this), family(vm, other));
    let fits = match mine {
        1 => theirs == 1 && (is_float(vm, this) || !is_float(vm, other)),
        6 | 7 => theirs == mine,
        // Sequences complain themselves.
        _ => !vm.is_instance_of_program(other),
    };
    if !fits {
        return Ok(Value::NotImplemented);
    }
    if reflected {
        vm.binary(operator, other, this)
    } else {
        vm.binary(operator, this, other)
    }
}

fn in_place(vm: &mut Vm, args: &Args, name: &str) -> Answer {
    let (this, [other]) = vm.method(args, "expected", ["/other"], 1)?;
    let theirs = vm.base_value(other);
    if family(vm, theirs) != 7 {
        return Ok(Value::NotImplemented);
    }
    let name = vm.new_str(name);
    vm.in_python("_set_inplace", &[name, this, other])
}

fn integer(vm: &mut Vm, args: &Args) -> Answer {
    let this = receiver(vm, args);
    match number(vm.heap, this) {
        Some(Number::Float(x)) => vm.int_result(float::float_to_int(x)),
        Some(other) => Ok(vm.int(other.big().unwrap_or_default())),
        None => Ok(Value::NotImplemented),
    }
}

fn whole(vm: &mut Vm, args: &Args, how: fn(f64) -> f64) -> Answer {
    let this = receiver(vm, args);
    match number(vm.heap, this) {
        Some(Number::Float(x)) => vm.int_result(float::float_to_int(how(x))),
        _ => Ok(this),
    }
}

fn round(vm: &mut Vm, args: &Args) -> Answer {
    let (this, [digits]) = vm.method(args, "__round__", ["/ndigits"], 0)?;
    let this = vm.base_value(this);
    crate::vm::natives::numbers::rounded(vm, this, digits)
}

fn format(vm: &mut Vm, args: &Args) -> Answer {
    let (this, [spec]) = vm.method(args, "__format__", ["/spec"], 1)?;
    let this = vm.base_value(this);
    vm.str_arg(spec, "__format__() argument")?;
    vm.format_value(this, Some(spec))
}

fn set_item(vm: &mut Vm, args: &Args) -> Answer {
    let (this, [key, value]) = vm.method(args, "__setitem__", ["/key", "/value"], 2)?;
    let result = vm.shared(this, |vm, base| vm.set_item(base, key, value));
    as_value(result)
}

impl Vm<'_> {
    /// Changes the built-in value inside an instance of a subclass, without asking methods of the subclass.
    fn shared(
        &mut self,
        this: Value,
        how: impl FnOnce(&mut Self, Value) -> Answer<()>,
    ) -> Answer<()> {
        let base = self.base_value(this);
        if base == this {
            return how(self, this);
        }
        let result = how(self, base);
        if let (Some(this), Some(base)) = (this.object(), base.object()) {
            let kind = self.heap.get(base).kind.clone();
            self.heap.get_mut(this).kind = kind;
        }
        result
    }

    /// The iterator over the built-in value inside an instance of a subclass. It watches the instance itself.
    fn plain_iterator(&mut self, this: Value) -> Answer {
        let base = self.base_value(this);
        let iterator = self.iterator(base)?;
        let (Some(own), Some(id)) = (this.object(), iterator.object()) else {
            return Ok(iterator);
        };
        if base != this
            && let Kind::Iterator(iter) = &mut self.heap.get_mut(id).kind
        {
            use crate::vm::object::Iter;
            match std::rc::Rc::make_mut(iter) {
                Iter::List { list, .. } => *list = own,
                Iter::Set { set, .. } => *set = own,
                _ => {}
            }
        }
        Ok(iterator)
    }
}

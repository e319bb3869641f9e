//! Methods and operators of sets.
//!
//! Sets whose items need no Python code are combined table by table, in CPython's order. As soon as some hash or
//! comparison is Python code, the prelude combines them item by item.

use crate::vm::calls::Args;
use crate::vm::comparison::{plain_equal, plain_hash};
use crate::vm::exec::Vm;
use crate::vm::natives::Table;
use crate::vm::natives::arguments::rest;
use crate::vm::object::{Kind, Layout};
use crate::vm::set::Set;
use crate::vm::signal::{Answer, Call, Signal};
use crate::vm::text::set_order::SetTable;
use crate::vm::types;
use crate::vm::value::{ObjectId, Value};
use std::rc::Rc;

macro_rules! methods {
    ($($name:literal => $function:expr,)*) => {
        /// What sets and frozensets have in common.
        pub const TABLE: Table = &[$((concat!("set.", $name), $function),)*];
        /// The same methods of frozensets.
        pub const FROZEN_TABLE: Table = &[$((concat!("frozenset.", $name), $function),)*];
    };
}

methods! {
    "copy" => |vm, args| {
        let this = vm.arg(args, 0).unwrap_or(Value::None);
        let table = table_of(vm, this).map(|t| t.copy());
        Ok(make(vm, this, table.unwrap_or_default()))
    },
    "union" => |vm, args| fold(vm, args, "union"),
    "intersection" => |vm, args| fold(vm, args, "intersection"),
    "difference" => |vm, args| fold(vm, args, "difference"),
    "symmetric_difference" => |vm, args| {
        vm.method(args, "set.symmetric_difference", ["/other"], 1)?;
        fold(vm, args, "symmetric_difference")
    },
    "issubset" => |vm, args| relation(vm, args, "issubset"),
    "issuperset" => |vm, args| relation(vm, args, "issuperset"),
    "isdisjoint" => |vm, args| relation(vm, args, "isdisjoint"),
}

/// Constructors, and what only sets have.
pub const CHANGES: Table = &[
    ("set.__new__", |vm, args| {
        if let Some(copy) = copied(vm, args, types::SET) {
            return Ok(copy);
        }
        let items = given(vm, args, "set", "set.__new__")?;
        let dict = vm
            .arg(args, 0)
            .is_some_and(|v| vm.class_of(v) == types::DICT);
        from_items(vm, items, (false, dict))
    }),
    ("set.__init__", |vm, args| {
        let (this, [iterable]) = vm.method(args, "set", ["/iterable"], 0)?;
        let items = if iterable.is_null() {
            vec![]
        } else {
            vm.items_of(args, 1, "set.__init__")?
        };
        if let Some(id) = this.object() {
            vm.heap.get_mut(id).kind = Kind::Set(Rc::new(Set::default()));
        }
        let whole =
            !iterable.is_null() && (is_set(vm, iterable) || vm.class_of(iterable) == types::DICT);
        let items = if whole { iterable } else { vm.list(items) };
        update_each(vm, this, &[items], "update")
    }),
    ("frozenset.__new__", |vm, args| {
        if args.len == 1
            && let Some(value) = vm.arg(args, 0)
            && vm.class_of(value) == types::FROZENSET
        {
            return Ok(value);
        }
        if let Some(copy) = copied(vm, args, types::FROZENSET) {
            return Ok(copy);
        }
        let items = given(vm, args, "frozenset", "frozenset.__new__")?;
        let dict = vm
            .arg(args, 0)
            .is_some_and(|v| vm.class_of(v) == types::DICT);
        from_items(vm, items, (true, dict))
    }),
    ("set.add", |vm, args| {
        let (this, [item]) = vm.method(args, "set.add", ["/item"], 1)?;
        if let Some(id) = this.object() {
            match vm.set_add(id, item) {
                Err(Signal::Call(mut call)) => {
                    call.ret = crate::vm::frame::Ret::None;
                    return Err(Signal::Call(call));
                }
                other => other?,
            };
        }
        Ok(Value::None)
    }),
    ("set.discard", |vm, args| {
        let (this, [item]) = vm.method(args, "set.discard", ["/item"], 1)?;
        remove(vm, this, item, "_set_discard_any").map(|_| Value::None)
    }),
    ("set.remove", |vm, args| {
        let (this, [item]) = vm.method(args, "set.remove", ["/item"], 1)?;
        if remove(vm, this, item, "_set_remove_any")? {
            return Ok(Value::None);
        }
        let error = vm.exception_of(types::KEY_ERROR, vec![item]);
        Err(Signal::Raise(error))
    }),
    ("set.pop", |vm, args| {
        let (this, []) = vm.method(args, "set.pop", [], 0)?;
        match change(vm, this, |table| table.pop()).flatten() {
            Some(item) => Ok(item),
            None => {
                let text = vm.new_str("pop from an empty set");
                let error = vm.exception_of(types::KEY_ERROR, vec![text]);
                Err(Signal::Raise(error))
            }
        }
    }),
    ("set.clear", |vm, args| {
        let (this, []) = vm.method(args, "set.clear", [], 0)?;
        change(vm, this, SetTable::clear);
        Ok(Value::None)
    }),
    ("set.update", |vm, args| update(vm, args, "update")),
    ("set.intersection_update", |vm, args| {
        update(vm, args, "intersection_update")
    }),
    ("set.difference_update", |vm, args| {
        update(vm, args, "difference_update")
    }),
    ("set.symmetric_difference_update", |vm, args| {
        vm.method(args, "set.symmetric_difference_update", ["/other"], 1)?;
        update(vm, args, "symmetric_difference_update")
    }),
];

type Values = SetTable<Value>;

/// A set of the items of another one, whose hashes are known.
fn copied(vm: &mut Vm, args: &Args, class: ObjectId) -> Option<Value> {
    if args.len != 1 || !args.keywords.is_empty() {
        return None;
    }
    let value = vm.arg(args, 0)?;
    let of = vm.class_of(value);
    if of != types::SET && of != types::FROZENSET {
        return None;
    }
    let table = table_of(vm, value)?.copy();
    vm.heap.charge(table.slot_count() * 24);
    Some(vm.heap.make(class, Kind::Set(Rc::new(Set { table }))))
}

fn given(vm: &mut Vm, args: &Args, name: &str, this: &str) -> Answer<Vec<Value>> {
    let [iterable] = vm.parse(args, name, ["/iterable"], 0)?;
    if iterable.is_null() {
        return Ok(vec![]);
    }
    vm.items_of(args, 0, this)
}

/// A copy of a set's table; what is done with each item of it then is counted as work, too.
fn table_of(vm: &mut Vm, value: Value) -> Option<Values> {
    let Kind::Set(set) = &vm.heap.get(value.object()?).kind else {
        return None;
    };
    let table = set.table.clone();
    vm.work += (table.slot_count() + 6 * table.len()) as u64;
    Some(table)
}

fn is_set(vm: &Vm, value: Value) -> bool {
    value
        .object()
        .is_some_and(|id| matches!(vm.heap.get(id).kind, Kind::Set(_)))
}

fn change<T>(vm: &mut Vm, this: Value, how: impl FnOnce(&mut Values) -> T) -> Option<T> {
    match &mut vm.heap.get_mut(this.object()?).kind {
        Kind::Set(set) => Some(how(&mut Rc::make_mut(set).table)),
        _ => None,
    }
}

/// A new set of the kind of the receiver.
fn make(vm: &mut Vm, like: Value, table: Values) -> Value {
    let class = match like.object() {
        Some(id) if vm.layout(vm.heap.get(id).class) == Layout::FrozenSet => types::FROZENSET,
        _ => types::SET,
    };
    vm.heap.make(class, Kind::Set(Rc::new(Set { table })))
}

/// A set of items, in the order in which they come; for those of a dict there is room from the beginning.
pub fn from_items(vm: &mut Vm, items: Vec<Value>, (frozen, dict): (bool, bool)) -> Answer {
    let class = if frozen { types::FROZENSET } else { types::SET };
    let mut set = Set::default();
    if dict {
        set.table.reserve_for_update(items.len());
    }
    let value = vm.heap.make(class, Kind::Set(Rc::new(set)));
    let Some(id) = value.object() else {
        return Ok(value);
    };
    for item in &items {
        match vm.set_add(id, *item) {
            Ok(_) => {}
            Err(Signal::Call(_)) => {
                let list = vm.list(items);
                return vm.in_python("_set_from", &[list, Value::Bool(frozen)]);
            }
            Err(other) => return Err(other),
        }
    }
    Ok(value)
}

/// A table of any values; `None` if Python code has to hash or compare.
fn table_from(vm: &mut Vm, value: Value) -> Answer<Option<Values>> {
    if let Some(table) = table_of(vm, value) {
        return Ok(Some(table));
    }
    let Some(items) = vm.native_items(value)? else {
        return Ok(None);
    };
    let mut table = Values::new();
    for item in items {
        let hash = match plain_hash(vm.heap, item) {
            Some(hash) => hash,
            None => match vm.hash(item) {
                Err(Signal::Call(_)) => return Ok(None),
                other => other?,
            },
        };
        let heap = &*vm.heap;
        table.add(item, hash, |a, b| {
            plain_equal(heap, *a, *b, 1).unwrap_or(false)
        });
    }
    Ok(Some(table))
}

/// Whether all items hash and compare without Python code.
fn is_plain(vm: &Vm, table: &Values) -> bool {
    table
        .iter()
        .all(|(item, _)| plain_hash(vm.heap, *item).is_some() && !needs_python(vm, *item))
}

fn needs_python(vm: &Vm, item: Value) -> bool {
    plain_equal(vm.heap, item, Value::None, 0).is_none()
        || matches!(item.object().map(|id| &vm.heap.get(id).kind), Some(Kind::Tuple(items))
            if items.iter().any(|i| needs_python(vm, *i)))
}

fn in_python(vm: &mut Vm, name: &str, this: Value, others: &[Value]) -> Signal {
    let name = vm.new_str(name);
    let others = vm.tuple(others.to_vec());
    Signal::Call(Box::new(Call {
        function: vm.prelude("_set_method"),
        args: vec![name, this, others],
        keywords: Vec::new(),
        ret: crate::vm::frame::Ret::Push,
    }))
}

fn no_keywords(vm: &mut Vm, args: &Args, name: &str) -> Answer<()> {
    if args.keywords.is_empty() {
        return Ok(());
    }
    let frozen = vm
        .arg(args, 0)
        .is_some_and(|this| vm.is_instance(this, types::FROZENSET));
    let class = if frozen { "frozenset" } else { "set" };
    Err(vm.type_error(&format!("{class}.{name}() takes no keyword arguments")))
}

/// `union` and the like: the receiver with one argument after the other.
fn fold(vm: &mut Vm, args: &Args, name: &str) -> Answer {
    no_keywords(vm, args, name)?;
    let this = vm.arg(args, 0).unwrap_or(Value::None);
    let others = vm.positional(&rest(args));
    let Some(mut table) = table_of(vm, this) else {
        return Err(vm.type_error("not a set"));
    };
    if !is_plain(vm, &table) {
        return Err(in_python(vm, name, this, &others));
    }
    if others.is_empty() {
        table = table.copy();
    }
    for (i, other) in others.iter().enumerate() {
        let Some(theirs) = operand(vm, *other)? else {
            // What iterates in Python is collected first, as `items_of` does.
            return Err(in_python(vm, name, this, &others));
        };
        table = combine(vm, (name, i > 0), table, &theirs);
    }
    vm.check_size((table.slot_count() * 24) as u64)?;
    Ok(make(vm, this, table))
}

/// The other side of an operation. What comes from it comes in its order, so a list is no set.
struct Operand {
    table: Values,
    /// Items with their hashes, of what is no set.
    items: Option<Vec<(Value, i64)>>,
    is_dict: bool,
}

/// What a method of sets is given; `None` if Python code has to iterate, hash or compare.
fn operand(vm: &mut Vm, value: Value) -> Answer<Option<Operand>> {
    if let Some(table) = table_of(vm, value) {
        return Ok(is_plain(vm, &table).then_some(Operand {
            table,
            items: None,
            is_dict: false,
        }));
    }
    let is_dict = vm.class_of(value) == types::DICT;
    let Some(values) = vm.native_items(value)? else {
        return Ok(None);
    };
    let mut items = Vec::with_capacity(values.len());
    for item in &values {
        match plain_hash(vm.heap, *item) {
            Some(hash) if !needs_python(vm, *item) => items.push((*item, hash)),
            Some(_) => return Ok(None),
            None => match vm.hash(*item) {
                Err(Signal::Call(_)) => return Ok(None),
                other => items.push((*item, other?)),
            },
        }
    }
    let mut table = Values::new();
    if is_dict {
        table.reserve_for_update(items.len());
    }
    for (item, hash) in &items {
        let heap = &*vm.heap;
        table.add(*item, *hash, |a, b| {
            plain_equal(heap, *a, *b, 1).unwrap_or(false)
        });
    }
    Ok(Some(Operand {
        table,
        items: Some(items),
        is_dict,
    }))
}

/// `name` of two operands; `later` if it is not the first of several.
fn combine(vm: &Vm, (name, later): (&str, bool), a: Values, b: &Operand) -> Values {
    let heap = &*vm.heap;
    let same = |x: &Value, y: &Value| plain_equal(heap, *x, *y, 1).unwrap_or(false);
    match (name, &b.items) {
        ("union", _) => {
            let mut result = if later { a } else { a.copy() };
            take_in(&mut result, b, same);
            result
        }
        ("intersection", None) => a.intersection(&b.table, same),
        ("intersection", Some(items)) => {
            let mut result = Values::new();
            for (item, hash) in items {
                if a.find(item, *hash, same).is_some() {
                    result.add(*item, *hash, same);
                }
            }
            result
        }
        ("difference", None) if !later => a.difference(&b.table, same),
        ("difference", Some(items)) if !later && b.is_dict && a.len() >> 2 <= items.len() => {
            let mut result = Values::new();
            for (item, hash) in a.iter() {
                if b.table.find(item, hash, same).is_none() {
                    result.add(*item, hash, same);
                }
            }
            result
        }
        ("difference", _) => {
            let mut result = if later { a } else { a.copy() };
            take_out(&mut result, b, same);
            result
        }
        ("symmetric_difference", Some(_)) => {
            let mut result = b.table.clone();
            result.symmetric_difference_update(&a, same);
            result
        }
        _ => a.symmetric_difference(&b.table, same),
    }
}

/// `a |= b`
fn take_in(a: &mut Values, b: &Operand, same: impl Fn(&Value, &Value) -> bool) {
    match &b.items {
        None => a.merge(&b.table, same),
        Some(items) => {
            if b.is_dict {
                a.reserve_for_update(items.len());
            }
            for (item, hash) in items {
                a.add(*item, *hash, &same);
            }
        }
    }
}

/// `a -= b`
fn take_out(a: &mut Values, b: &Operand, same: impl Fn(&Value, &Value) -> bool) {
    match &b.items {
        None => a.difference_update(&b.table, same),
        Some(items) => {
            for (item, hash) in items {
                a.discard(item, *hash, &same);
            }
            a.shrink_after_difference();
        }
    }
}

fn update(vm: &mut Vm, args: &Args, name: &str) -> Answer {
    no_keywords(vm, args, name)?;
    let this = vm.arg(args, 0).unwrap_or(Value::None);
    let others = vm.positional(&rest(args));
    update_each(vm, this, &others, name)
}

/// `this.update(other)`; a call if Python code has to do it, and then nothing is done yet.
pub fn update_with(vm: &mut Vm, this: Value, other: Value) -> Answer {
    update_each(vm, this, &[other], "update")
}

fn update_each(vm: &mut Vm, this: Value, others: &[Value], name: &str) -> Answer {
    let mut result = None;
    for (i, other) in others.iter().enumerate() {
        let own = table_of(vm, this).unwrap_or_default();
        let theirs = match operand(vm, *other)? {
            Some(theirs) if is_plain(vm, &own) => theirs,
            _ => return Err(in_python(vm, name, this, others)),
        };
        let heap = &*vm.heap;
        let same = |x: &Value, y: &Value| plain_equal(heap, *x, *y, 1).unwrap_or(false);
        let mut table = own;
        match name {
            "update" => take_in(&mut table, &theirs, same),
            "intersection_update" => {
                let before = result.take().unwrap_or(table);
                let both = combine(vm, ("intersection", i > 0), before, &theirs);
                if i + 1 < others.len() {
                    result = Some(both);
                    continue;
                }
                table = both;
            }
            "difference_update" => take_out(&mut table, &theirs, same),
            _ => match &theirs.items {
                Some(items) if theirs.is_dict => {
                    for (item, hash) in items {
                        if table.discard(item, *hash, same).is_none() {
                            table.add(*item, *hash, same);
                        }
                    }
                }
                _ => table.symmetric_difference_update(&theirs.table, same),
            },
        }
        vm.check_size((table.slot_count() * 24) as u64)?;
        let grown = table.len() * 24;
        vm.heap.charge(grown);
        change(vm, this, |own| {
            if name == "intersection_update" {
                own.take_body(table);
            } else {
                *own = table;
            }
        });
    }
    Ok(Value::None)
}

/// `issubset`, `issuperset`, `isdisjoint`.
fn relation(vm: &mut Vm, args: &Args, name: &str) -> Answer {
    let (this, [other]) = vm.method(args, &format!("set.{name}"), ["/other"], 1)?;
    let own = table_of(vm, this).unwrap_or_default();
    let theirs = match table_from(vm, other)? {
        Some(theirs) if is_plain(vm, &theirs) && is_plain(vm, &own) => theirs,
        _ => return Err(in_python(vm, name, this, &[other])),
    };
    let heap = &*vm.heap;
    let has = |table: &Values, item: &Value, hash: i64| {
        let same = |x: &Value, y: &Value| plain_equal(heap, *x, *y, 1).unwrap_or(false);
        table.find(item, hash, same).is_some()
    };
    Ok(Value::Bool(match name {
        "issubset" => own.iter().all(|(item, hash)| has(&theirs, item, hash)),
        "issuperset" => theirs.iter().all(|(item, hash)| has(&own, item, hash)),
        _ => !own.iter().any(|(item, hash)| has(&theirs, item, hash)),
    }))
}

/// Whether there was such an item to remove.
fn remove(vm: &mut Vm, this: Value, item: Value, python: &str) -> Answer<bool> {
    let hash = match vm.hash_in_set(item) {
        Some(hash) => hash,
        None => match vm.hash(item) {
            Err(Signal::Call(_)) => return vm.in_python(python, &[this, item]),
            other => other?,
        },
    };
    let heap = &*vm.heap;
    let mut unsure = false;
    let Some(Kind::Set(own)) = this.object().map(|id| &heap.get(id).kind) else {
        return Ok(false);
    };
    let found = own
        .table
        .find(&item, hash, |a, b| {
            plain_equal(heap, *a, *b, 1).unwrap_or_else(|| {
                unsure = true;
                false
            })
        })
        .copied();
    match found {
        Some(found) => {
            change(vm, this, |table| {
                table.discard(&found, hash, |a, b| is_identical(*a, *b))
            });
            Ok(true)
        }
        None if unsure => vm.in_python(python, &[this, item]),
        None => Ok(false),
    }
}

fn is_identical(a: Value, b: Value) -> bool {
    match (a, b) {
        (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
        _ => a == b,
    }
}

/// `|`, `&`, `-`, `^` of sets (and `|` of dicts).
pub fn operator(
    vm: &mut Vm,
    operator: u32,
    plain: u32,
    inplace: bool,
    left: Value,
    right: Value,
) -> Answer {
    let is_type = |vm: &Vm, v: Value| {
        v.object()
            .is_some_and(|id| matches!(vm.heap.get(id).kind, Kind::Class(_)))
    };
    let names_types = is_type(vm, left) || is_type(vm, right);
    let fits = |vm: &Vm, v: Value| v == Value::None || is_type(vm, v);
    if plain == 7 && names_types && fits(vm, left) && fits(vm, right) {
        return vm.in_python("_type_union", &[left, right]);
    }
    // As `update`, `|=` of a dict takes pairs too.
    if plain == 7 && inplace && left.object().is_some_and(|a| vm.dict_data(a).is_some()) {
        return vm.in_python("_dict_or", &[left, right, Value::Bool(true)]);
    }
    let (Some(a), Some(b)) = (left.object(), right.object()) else {
        return Err(vm.unsupported_operands(operator, left, right));
    };
    if !is_set(vm, left) || !is_set(vm, right) {
        return mixed(vm, operator, plain, a, b);
    }
    let name = match plain {
        7 => "union",
        1 => "intersection",
        10 => "difference",
        _ => "symmetric_difference",
    };
    let in_place = inplace && vm.layout(vm.heap.get(a).class) == Layout::Set;
    if in_place {
        let name = if plain == 7 {
            "update".into()
        } else {
            format!("{name}_update")
        };
        return match update_each(vm, left, &[right], &name) {
            Ok(_) => Ok(left),
            Err(Signal::Call(_)) => {
                let name = vm.string(name);
                vm.in_python("_set_inplace", &[name, left, right])
            }
            Err(other) => Err(other),
        };
    }
    let (Some(s), Some(t)) = (table_of(vm, left), table_of(vm, right)) else {
        return Ok(left);
    };
    if !is_plain(vm, &s) || !is_plain(vm, &t) {
        return Err(in_python(vm, name, left, &[right]));
    }
    let other = Operand {
        table: t,
        items: None,
        is_dict: false,
    };
    let table = combine(vm, (name, false), s, &other);
    Ok(make(vm, left, table))
}

/// Operators of dicts and of their views.
fn mixed(vm: &mut Vm, operator: u32, plain: u32, a: ObjectId, b: ObjectId) -> Answer {
    let (left, right) = (Value::Object(a), Value::Object(b));
    if plain == 7 && vm.dict_data(a).is_some() && vm.dict_data(b).is_some() {
        return vm.in_python("_dict_or", &[left, right, Value::Bool(false)]);
    }
    let view = |vm: &Vm, id: ObjectId| match &vm.heap.get(id).kind {
        Kind::DictView { part, .. } => *part != crate::vm::object::DictPart::Values,
        _ => false,
    };
    if view(vm, a) || (view(vm, b) && is_set(vm, left)) {
        let symbol = Value::Int(i64::from(plain));
        let keys = match &vm.heap.get(a).kind {
            Kind::DictView { dict, part } if *part == crate::vm::object::DictPart::Keys => *dict,
            _ => a,
        };
        // A set of keys is made of the dict itself, with room for all.
        return vm.in_python(
            "_view_operator",
            &[symbol, left, right, Value::Object(keys)],
        );
    }
    Err(vm.unsupported_operands(operator, left, right))
}

//! Methods of lists and tuples, and sorting.

use crate::vm::calls::Args;
use crate::vm::comparison::{LOOK, equal_counted};
use crate::vm::exec::Vm;
use crate::vm::natives::Table;
use crate::vm::natives::core::as_value;
use crate::vm::object::Kind;
use crate::vm::operations::fast_compare;
use crate::vm::signal::{Answer, Call, Signal};
use crate::vm::value::{ObjectId, Value};
use crate::vm::{names, types};
use std::cmp::Ordering;
use std::rc::Rc;

/// Methods of lists and tuples.
pub const TABLE: Table = &[
    ("list.__new__", |vm, args| {
        vm.parse(args, "list", ["/iterable"], 0)?;
        let items = if args.len == 0 {
            vec![]
        } else {
            vm.items_of(args, 0, "list.__new__")?
        };
        Ok(vm.list(items))
    }),
    ("list.__init__", |vm, args| {
        let [this, _] = vm.parse(args, "list", ["/self", "/iterable"], 1)?;
        let items = if args.len < 2 {
            vec![]
        } else {
            vm.items_of(args, 1, "list.__init__")?
        };
        if let Some(list) = list_mut(vm, this) {
            *list = items;
        }
        Ok(Value::None)
    }),
    ("list.append", |vm, args| {
        let [this, item] = vm.parse(args, "list.append", ["/self", "/item"], 2)?;
        if let Some(id) = this.object() {
            vm.list_push(id, item);
        }
        Ok(Value::None)
    }),
    ("list.extend", |vm, args| {
        let [this, iterable] = vm.parse(args, "list.extend", ["/self", "/iterable"], 2)?;
        as_value(vm.extend_list(this, iterable))
    }),
    ("list.insert", |vm, args| {
        let [this, at, item] = vm.parse(args, "insert", ["/self", "/index", "/item"], 3)?;
        let at = vm.int_arg(at)?;
        if let Some(list) = list_mut(vm, this) {
            let len = list.len() as i64;
            let at = if at < 0 {
                (at + len).max(0)
            } else {
                at.min(len)
            };
            list.insert(at as usize, item);
            vm.moved(len - at)?;
        }
        vm.heap.charge(16);
        Ok(Value::None)
    }),
    ("list.pop", |vm, args| {
        let [this, at] = vm.parse(args, "pop", ["/self", "/index"], 1)?;
        let at = if at.is_null() { -1 } else { vm.int_arg(at)? };
        if at == i64::MAX || at == i64::MIN {
            let text = "Python int too large to convert to C ssize_t";
            return Err(vm.error(types::OVERFLOW_ERROR, text));
        }
        let Some(list) = list_mut(vm, this) else {
            return Ok(Value::None);
        };
        let len = list.len() as i64;
        let index = if at < 0 { at + len } else { at };
        if len == 0 {
            return Err(vm.error(types::INDEX_ERROR, "pop from empty list"));
        }
        if index < 0 || index >= len {
            return Err(vm.error(types::INDEX_ERROR, "pop index out of range"));
        }
        let item = list.remove(index as usize);
        vm.moved(len - index)?;
        Ok(item)
    }),
    ("list.remove", |vm, args| {
        let [this, item] = vm.parse(args, "list.remove", ["/self", "/value"], 2)?;
        let found = match find(vm, this, item, 0, usize::MAX) {
            Err(Signal::Call(_)) => return vm.in_python("_list_remove", &[this, item]),
            other => other?,
        };
        match found {
            Some(at) => {
                if let Some(list) = list_mut(vm, this) {
                    list.remove(at);
                    let behind = list.len() - at;
                    vm.moved(behind as i64)?;
                }
                Ok(Value::None)
            }
            None => Err(vm.value_error("list.remove(x): x not in list")),
        }
    }),
    ("list.clear", |vm, args| {
        let this = vm.arg(args, 0).unwrap_or(Value::None);
        if let Some(list) = list_mut(vm, this) {
            let len = list.len();
            list.clear();
            vm.moved(len as i64)?;
        }
        Ok(Value::None)
    }),
    ("list.copy", |vm, args| {
        let this = vm.arg(args, 0).unwrap_or(Value::None);
        let items = items(vm, this);
        Ok(vm.list(items))
    }),
    ("list.reverse", |vm, args| {
        let this = vm.arg(args, 0).unwrap_or(Value::None);
        if let Some(list) = list_mut(vm, this) {
            list.reverse();
            let len = list.len();
            vm.moved(len as i64)?;
        }
        Ok(Value::None)
    }),
    ("list.index", |vm, args| index(vm, args, "list")),
    ("tuple.index", |vm, args| index(vm, args, "tuple")),
    ("list.count", count),
    ("tuple.count", count),
    ("list.sort", |vm, args| {
        if args.len > 1 {
            return Err(vm.type_error("sort() takes no positional arguments"));
        }
        check_sort_keywords(vm, args)?;
        let this = vm.arg(args, 0).unwrap_or(Value::None);
        let key = vm.keyword(args, names::KEY).unwrap_or(Value::None);
        let reverse = vm
            .keyword(args, names::REVERSE)
            .unwrap_or(Value::Bool(false));
        let items = items(vm, this);
        match sorted(vm, items, key, reverse) {
            Ok(list) => {
                let items = self::items(vm, list);
                if let Some(list) = list_mut(vm, this) {
                    *list = items;
                }
                Ok(Value::None)
            }
            Err(Signal::Call(_)) => vm.in_python("_list_sort", &[this, key, reverse]),
            Err(other) => Err(other),
        }
    }),
    ("tuple.__new__", |vm, args| {
        vm.parse(args, "tuple", ["/iterable"], 0)?;
        let Some(value) = vm.arg(args, 0) else {
            return Ok(vm.tuple(vec![]));
        };
        if vm.class_of(value) == types::TUPLE {
            return Ok(value);
        }
        let items = vm.items_of(args, 0, "tuple.__new__")?;
        Ok(vm.tuple(items))
    }),
];

/// `key` and `reverse` are all that can be said of an order.
pub fn check_sort_keywords(vm: &mut Vm, args: &Args) -> Answer<()> {
    for (keyword, _) in &args.keywords {
        if ![names::KEY, names::REVERSE].contains(keyword) {
            let text = vm.names.get(*keyword).clone();
            return Err(vm.type_error(&format!(
                "sort() got an unexpected keyword argument '{text}'"
            )));
        }
    }
    Ok(())
}

/// The items of a list or tuple.
pub fn items(vm: &Vm, value: Value) -> Vec<Value> {
    items_in(vm.heap, value)
}

/// As `items`, where there is only a heap.
pub fn items_in(heap: &crate::vm::heap::Heap, value: Value) -> Vec<Value> {
    match value.object().map(|id| &heap.get(id).kind) {
        Some(Kind::List(items)) => items.to_vec(),
        Some(Kind::Tuple(items)) => items.to_vec(),
        _ => vec![],
    }
}

/// The items of a list or tuple, which are not copied if it is a list.
fn shared(vm: &Vm, value: Value) -> Rc<Vec<Value>> {
    match value.object().map(|id| &vm.heap.get(id).kind) {
        Some(Kind::List(items)) => Rc::clone(items),
        _ => Rc::new(items(vm, value)),
    }
}

fn list_mut<'a>(vm: &'a mut Vm, value: Value) -> Option<&'a mut Vec<Value>> {
    match &mut vm.heap.get_mut(value.object()?).kind {
        Kind::List(items) => Some(Rc::make_mut(items)),
        _ => None,
    }
}

/// The position of an item; asks Python code through the prelude.
fn find(vm: &mut Vm, this: Value, item: Value, from: usize, to: usize) -> Answer<Option<usize>> {
    let all = shared(vm, this);
    let part = all.get(from..to.min(all.len())).unwrap_or_default();
    match vm.first_equal(part, item)? {
        Some(found) => Ok(found.map(|at| from + at)),
        None => vm.in_python("_list_find", &[this, item]),
    }
}

fn index(vm: &mut Vm, args: &Args, what: &str) -> Answer {
    let [this, item, from, to] =
        vm.parse(args, "index", ["/self", "/value", "/start", "/stop"], 2)?;
    let len = vm.native_len(this).unwrap_or(0) as i64;
    let mut bound = |value: Value, other: i64| -> Answer<usize> {
        if value.is_null() {
            return Ok(other as usize);
        }
        let Some(i) = vm.index(value) else {
            let text = "slice indices must be integers or have an __index__ method";
            return Err(vm.type_error(text));
        };
        Ok((if i < 0 {
            i.saturating_add(len).max(0)
        } else {
            i.min(len)
        }) as usize)
    };
    let (from, to) = (bound(from, 0)?, bound(to, len)?);
    match find(vm, this, item, from, to) {
        Ok(Some(at)) => Ok(Value::Int(at as i64)),
        Ok(None) if what == "tuple" => Err(vm.value_error("tuple.index(x): x not in tuple")),
        Ok(None) => match vm.repr_of(item) {
            Ok(text) => {
                let text = vm
                    .heap
                    .str(text)
                    .map(|t| t.s.to_string())
                    .unwrap_or_default();
                Err(vm.value_error(&format!("{text} is not in list")))
            }
            Err(signal) => Err(signal),
        },
        Err(Signal::Call(_)) => {
            let what = vm.new_str(what);
            let (from, to) = (Value::Int(from as i64), Value::Int(to as i64));
            vm.in_python("_list_index", &[this, item, from, to, what])
        }
        Err(other) => Err(other),
    }
}

fn count(vm: &mut Vm, args: &Args) -> Answer {
    let [this, item] = vm.parse(args, "count", ["/self", "/value"], 2)?;
    let mut found = 0;
    let all = shared(vm, this);
    let mut looks = 0;
    for other in all.iter() {
        match equal_counted(vm.heap, *other, item, &mut looks) {
            Some(equal) => found += i64::from(equal),
            None => return vm.in_python("_list_count", &[this, item]),
        }
    }
    vm.works(looks * LOOK + all.len() as u64)?;
    Ok(Value::Int(found))
}

/// A new sorted list. With a key, or where Python code compares, the prelude does it.
pub fn sorted(vm: &mut Vm, items: Vec<Value>, key: Value, reverse: Value) -> Answer {
    let reverse = vm.truth(reverse)?;
    if key != Value::None {
        let list = vm.list(items);
        return vm.in_python("_sorted", &[list, key, Value::Bool(reverse)]);
    }
    let order = match sort_order(vm, &items, reverse) {
        Ok(order) => order,
        Err(Signal::Call(_)) => {
            let list = vm.list(items);
            return vm.in_python("_merge_sort", &[list, Value::Bool(reverse)]);
        }
        Err(other) => return Err(other),
    };
    let result = order.into_iter().map(|i| items[i]).collect();
    Ok(vm.list(result))
}

/// The positions of items in sorted order: stable, also in reverse.
pub fn sort_order(vm: &mut Vm, items: &[Value], reverse: bool) -> Answer<Vec<usize>> {
    let len = items.len() as u64;
    vm.works(len * u64::from(len.checked_ilog2().unwrap_or(0)) / 2)?;
    let mut order: Vec<usize> = (0..items.len()).collect();
    // As CPython, which looks for a first run: what cannot be compared fails in this order.
    for pair in items.windows(2) {
        if fast_compare(0, pair[1], pair[0]).is_none() {
            vm.compare(0, pair[1], pair[0])?;
        }
    }
    if let Some(signal) = first_run(vm, items, reverse) {
        return Err(signal);
    }
    let mut failure = None;
    order.sort_by(|&a, &b| {
        if failure.is_some() {
            return Ordering::Equal;
        }
        let (a, b) = if reverse { (b, a) } else { (a, b) };
        let mut less = |x: Value, y: Value| -> bool {
            if let Some(less) = fast_compare(0, x, y) {
                return less;
            }
            match vm.compare(0, x, y) {
                Ok(Value::Bool(less)) => less,
                Ok(_) => false,
                Err(signal) => {
                    failure = Some(signal);
                    false
                }
            }
        };
        if less(items[a], items[b]) {
            Ordering::Less
        } else if less(items[b], items[a]) {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    });
    match failure {
        Some(signal) => Err(signal),
        None => Ok(order),
    }
}

/// What goes wrong while CPython looks for the run that a list begins with: the first comparison that fails
/// words the error.
fn first_run(vm: &mut Vm, items: &[Value], reverse: bool) -> Option<Signal> {
    let at = |i: usize| {
        if reverse {
            items[items.len() - 1 - i]
        } else {
            items[i]
        }
    };
    let mut falling = None;
    for i in 1..items.len() {
        let (later, earlier) = (at(i), at(i - 1));
        let less = match fast_compare(0, later, earlier) {
            Some(less) => less,
            None => match vm.compare(0, later, earlier) {
                Ok(value) => value == Value::Bool(true),
                Err(signal) => return Some(signal),
            },
        };
        if falling.is_some_and(|falling| falling != less) {
            return None;
        }
        falling = Some(less);
    }
    None
}

/// Calls a function with a list of arguments.
pub fn call(function: Value, args: Vec<Value>) -> Signal {
    Signal::Call(Box::new(Call {
        function,
        args,
        keywords: Vec::new(),
        ret: crate::vm::frame::Ret::Push,
    }))
}

/// `a + b`, `a * n` and the like of built-in containers.
impl Vm<'_> {
    /// BINARY_OP of values that are no numbers.
    pub fn container_binary(
        &mut self,
        operator: u32,
        plain: u32,
        inplace: bool,
        left: Value,
        right: Value,
    ) -> Answer {
        match plain {
            0 => self.concatenate(operator, inplace, left, right),
            5 => match (self.index(left), self.index(right)) {
                (None, Some(n)) => self.repeat(operator, inplace, left, n, (left, right)),
                (Some(n), None) => self.repeat(operator, false, right, n, (left, right)),
                _ => Err(self.cannot_repeat(operator, left, right)),
            },
            6 if self.heap.str(left).is_some()
                || matches!(
                    left.object().map(|id| &self.heap.get(id).kind),
                    Some(Kind::Bytes(_))
                ) =>
            {
                crate::vm::natives::strings::percent(self, left, right)
            }
            1 | 7 | 10 | 12 => {
                crate::vm::natives::sets::operator(self, operator, plain, inplace, left, right)
            }
            _ => Err(self.unsupported_operands(operator, left, right)),
        }
    }

    fn concatenate(&mut self, operator: u32, inplace: bool, left: Value, right: Value) -> Answer {
        let (Some(a), Some(b)) = (left.object(), right.object()) else {
            return self.cannot_concatenate(operator, inplace, left, right);
        };
        match (&self.heap.get(a).kind, &self.heap.get(b).kind) {
            (Kind::Str(s), Kind::Str(t)) => {
                self.check_size((s.s.len() + t.s.len()) as u64)?;
                let joined = format!("{}{}", s.s, t.s);
                Ok(self.string(joined))
            }
            (Kind::List(_), _) if inplace => match self.extend_list(left, right) {
                Ok(()) => Ok(left),
                Err(Signal::Call(_)) => self.in_python("_list_iadd", &[left, right]),
                Err(other) => Err(other),
            },
            (Kind::List(s), Kind::List(t)) => {
                let joined = [s.as_slice(), t.as_slice()].concat();
                self.check_size((joined.len() * 16) as u64)?;
                Ok(self.list(joined))
            }
            (Kind::Tuple(s), Kind::Tuple(t)) => {
                let joined = [&s[..], &t[..]].concat();
                self.check_size((joined.len() * 16) as u64)?;
                Ok(self.tuple(joined))
            }
            (Kind::Bytes(s), Kind::Bytes(t)) => {
                let joined: Rc<[u8]> = [&s[..], &t[..]].concat().into();
                self.check_size(joined.len() as u64)?;
                Ok(self.heap.make(types::BYTES, Kind::Bytes(joined)))
            }
            (Kind::Bytes(s), Kind::ByteArray(t)) => {
                let joined: Rc<[u8]> = [&s[..], &t[..]].concat().into();
                Ok(self.heap.make(types::BYTES, Kind::Bytes(joined)))
            }
            (Kind::ByteArray(s), Kind::Bytes(t)) if inplace => {
                self.check_size((s.len() + t.len()) as u64)?;
                let more = Rc::clone(t);
                if let Kind::ByteArray(own) = &mut self.heap.get_mut(a).kind {
                    Rc::make_mut(own).extend_from_slice(&more);
                }
                self.heap.charge(more.len());
                Ok(left)
            }
            (Kind::ByteArray(s), Kind::Bytes(t)) => {
                let joined = [&s[..], &t[..]].concat();
                self.byte_sum(inplace, a, joined)
            }
            (Kind::ByteArray(s), Kind::ByteArray(t)) => {
                let joined = [&s[..], &t[..]].concat();
                self.byte_sum(inplace, a, joined)
            }
            _ => self.cannot_concatenate(operator, inplace, left, right),
        }
    }

    fn byte_sum(&mut self, inplace: bool, left: ObjectId, joined: Vec<u8>) -> Answer {
        self.check_size(joined.len() as u64)?;
        if inplace {
            self.heap.get_mut(left).kind = Kind::ByteArray(Rc::new(joined));
            return Ok(Value::Object(left));
        }
        Ok(self
            .heap
            .make(types::BYTEARRAY, Kind::ByteArray(Rc::new(joined))))
    }

    pub fn cannot_concatenate(
        &mut self,
        operator: u32,
        inplace: bool,
        left: Value,
        right: Value,
    ) -> Answer {
        let name = self.type_name(right);
        let own = self.type_name(left);
        let message = match left.object().map(|id| &self.heap.get(id).kind) {
            Some(Kind::Str(_)) => format!("can only concatenate str (not \"{name}\") to str"),
            Some(Kind::List(_)) if inplace => format!("'{name}' object is not iterable"),
            Some(Kind::List(_)) => format!("can only concatenate list (not \"{name}\") to list"),
            Some(Kind::Tuple(_)) => format!("can only concatenate tuple (not \"{name}\") to tuple"),
            Some(Kind::Bytes(_) | Kind::ByteArray(_)) => format!("can't concat {name} to {own}"),
            _ => return Err(self.unsupported_operands(operator, left, right)),
        };
        Err(self.type_error(&message))
    }

    /// `sequence * x` for an `x` that is no int.
    pub fn cannot_repeat(&mut self, operator: u32, left: Value, right: Value) -> Signal {
        let is_sequence = |vm: &Self, v: Value| {
            matches!(
                v.object().map(|id| &vm.heap.get(id).kind),
                Some(
                    Kind::Str(_)
                        | Kind::List(_)
                        | Kind::Tuple(_)
                        | Kind::Bytes(_)
                        | Kind::ByteArray(_)
                )
            )
        };
        let other = match (is_sequence(self, left), is_sequence(self, right)) {
            (true, _) => right,
            (_, true) => left,
            _ => return self.unsupported_operands(operator, left, right),
        };
        let name = self.type_name(other);
        self.type_error(&format!(
            "can't multiply sequence by non-int of type '{name}'"
        ))
    }

    fn repeat(
        &mut self,
        operator: u32,
        inplace: bool,
        what: Value,
        n: i64,
        (left, right): (Value, Value),
    ) -> Answer {
        let count = if what == left { right } else { left };
        // Larger than the address space of 32 bits is refused like any other size that is too large.
        let n = u64::try_from(n).unwrap_or(0);
        let size = |len: usize, each: u64| (len as u64).saturating_mul(n).saturating_mul(each);
        let Some(id) = what.object() else {
            return Err(self.unsupported_operands(operator, left, right));
        };
        match &self.heap.get(id).kind {
            Kind::Str(s) => {
                let s = Rc::clone(s);
                self.check_size(size(s.s.len(), 1))?;
                Ok(self.string(s.s.repeat(n as usize)))
            }
            Kind::List(items) => {
                let items = Rc::clone(items);
                self.check_size(size(items.len(), 16))?;
                let repeated = items.repeat(n as usize);
                if inplace {
                    self.heap.charge(repeated.len() * 16);
                    self.heap.get_mut(id).kind = Kind::List(Rc::new(repeated));
                    return Ok(what);
                }
                Ok(self.list(repeated))
            }
            Kind::Tuple(items) => {
                let items = Rc::clone(items);
                self.check_size(size(items.len(), 16))?;
                Ok(self.tuple(items.repeat(n as usize)))
            }
            Kind::Bytes(data) => {
                let data = Rc::clone(data);
                self.check_size(size(data.len(), 1))?;
                Ok(self
                    .heap
                    .make(types::BYTES, Kind::Bytes(data.repeat(n as usize).into())))
            }
            Kind::ByteArray(data) => {
                let data = Rc::clone(data);
                self.check_size(size(data.len(), 1))?;
                Ok(self.heap.make(
                    types::BYTEARRAY,
                    Kind::ByteArray(Rc::new(data.repeat(n as usize))),
                ))
            }
            _ => {
                let name = self.type_name(what);
                if matches!(count, Value::Int(_) | Value::Bool(_)) {
                    return Err(self.unsupported_operands(operator, left, right));
                }
                Err(self.type_error(&format!(
                    "can't multiply sequence by non-int of type '{name}'"
                )))
            }
        }
    }
}

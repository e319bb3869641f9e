//! Built-ins that go through iterables: `next`, `enumerate`, `zip`, `range`, `sum` of a range, `min`, `max`, `any`, `all`.

use crate::vm::calls::Args;
use crate::vm::containers::range_len;
use crate::vm::exec::Vm;
use crate::vm::frame::Ret;
use crate::vm::natives::core::resume;
use crate::vm::object::{Iter, Kind};
use crate::vm::signal::{Answer, Call, Signal};
use crate::vm::value::Value;
use crate::vm::{names, types};
use num_bigint::BigInt;
use std::rc::Rc;

pub fn next(vm: &mut Vm, args: &Args) -> Answer {
    let [iterator, default] = vm.parse(args, "next", ["/iterator", "/default"], 1)?;
    if let Value::Object(id) = iterator {
        match &vm.heap.get(id).kind {
            Kind::Iterator(_) => {
                return match vm.iterator_next(id)? {
                    Some(value) => Ok(value),
                    None if !default.is_null() => Ok(default),
                    None => Err(vm.stop_iteration(Value::None)),
                };
            }
            Kind::Generator(_) if default.is_null() => {
                return resume(vm, iterator, Value::None, false);
            }
            _ => {}
        }
    }
    let Some((function, receiver)) = vm.special(iterator, names::NEXT) else {
        let name = vm.type_name(iterator);
        return Err(vm.type_error(&format!("'{name}' object is not an iterator")));
    };
    if !default.is_null() {
        return vm.in_python("_next_default", &[iterator, default]);
    }
    Err(Signal::Call(Box::new(Call {
        function,
        args: if receiver.is_null() {
            vec![]
        } else {
            vec![receiver]
        },
        keywords: Vec::new(),
        ret: Ret::Push,
    })))
}

pub fn enumerate(vm: &mut Vm, args: &Args) -> Answer {
    let [iterable, start] = vm.parse(args, "enumerate", ["iterable", "start"], 1)?;
    let count = if start.is_null() {
        0
    } else {
        vm.int_arg(start)?
    };
    // So far away one might count beyond 64 bits.
    if count.unsigned_abs() > 1 << 62 {
        return vm.in_python("_enumerate", &[iterable, start]);
    }
    let iterator = match vm.iterator(iterable) {
        Ok(iterator) => iterator,
        Err(Signal::Call(_)) => {
            return vm.in_python("_enumerate", &[iterable, Value::Int(count)]);
        }
        Err(other) => return Err(other),
    };
    match iterator.object() {
        Some(inner) if matches!(vm.heap.get(inner).kind, Kind::Iterator(_)) => {
            let kind = Kind::Iterator(Rc::new(Iter::Enumerate { inner, count }));
            Ok(vm.heap.make(types::ENUMERATE, kind))
        }
        _ => vm.in_python("_enumerate", &[iterable, Value::Int(count)]),
    }
}

pub fn zip(vm: &mut Vm, args: &Args) -> Answer {
    let strict = match vm.keyword(args, names::STRICT) {
        Some(value) => vm.truth(value)?,
        None => false,
    };
    let other = args
        .keywords
        .iter()
        .find(|(name, _)| *name != names::STRICT);
    if let Some((name, _)) = other {
        let name = vm.names.get(*name).clone();
        return Err(vm.no_parameter("zip", &name, &["strict"]));
    }
    let items = vm.positional(args);
    let mut inner = Vec::new();
    for item in &items {
        let iterator = match vm.iterator(*item) {
            Ok(iterator) => iterator,
            Err(Signal::Call(_)) => Value::None,
            Err(Signal::Raise(_)) => {
                let name = vm.type_name(*item);
                let message = format!("'{name}' object is not iterable");
                return Err(vm.type_error(&message));
            }
            Err(other) => return Err(other),
        };
        match iterator.object() {
            Some(id) if matches!(vm.heap.get(id).kind, Kind::Iterator(_)) => inner.push(id),
            _ => {
                let mut all = vec![Value::Bool(strict)];
                all.extend(items);
                return vm.in_python("_zip", &all);
            }
        }
    }
    let kind = Kind::Iterator(Rc::new(Iter::Zip {
        inner: inner.into(),
        strict,
    }));
    Ok(vm.heap.make(types::ZIP, kind))
}

pub fn range(vm: &mut Vm, args: &Args) -> Answer {
    let [a, b, c] = vm.parse(args, "range", ["/start", "/stop", "/step"], 1)?;
    for value in [a, b, c] {
        if matches!(
            value.object().map(|id| &vm.heap.get(id).kind),
            Some(Kind::BigInt(_))
        ) {
            return Err(Signal::Unsupported(
                "ranges beyond 64 bits are not supported: use smaller numbers".into(),
            ));
        }
    }
    let a = vm.int_arg(a)?;
    let (start, stop) = if b.is_null() {
        (0, a)
    } else {
        (a, vm.int_arg(b)?)
    };
    let step = if c.is_null() { 1 } else { vm.int_arg(c)? };
    if step == 0 {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    Ok(vm
        .heap
        .make(types::RANGE, Kind::Range(Rc::new([start, stop, step]))))
}

/// The sum of a range, without looking at its numbers.
pub fn sum_of_range(vm: &mut Vm, iterable: Value, start: Value) -> Option<Value> {
    let Kind::Range(range) = &vm.heap.get(iterable.object()?).kind else {
        return None;
    };
    let range = Rc::clone(range);
    let start = match start {
        Value::Null => 0,
        Value::Int(start) => start,
        _ => return None,
    };
    let (first, count) = (BigInt::from(range[0]), BigInt::from(range_len(&range)));
    let last = &first + BigInt::from(range[2]) * (&count - 1);
    let total = (first + last) * count / 2;
    Some(vm.int(total + start))
}

pub fn extreme(vm: &mut Vm, args: &Args, name: &str, operator: u32) -> Answer {
    let default = vm.keyword(args, names::DEFAULT);
    let key = vm.keyword(args, names::KEY).filter(|k| *k != Value::None);
    if args.len == 0 {
        return Err(vm.type_error(&format!("{name} expected at least 1 argument, got 0")));
    }
    for (keyword, _) in &args.keywords {
        if ![names::DEFAULT, names::KEY].contains(keyword) {
            let text = vm.names.get(*keyword).clone();
            return Err(vm.type_error(&format!(
                "{name}() got an unexpected keyword argument '{text}'"
            )));
        }
    }
    if args.len > 1 && default.is_some() {
        return Err(vm.type_error(&format!(
            "Cannot specify a default for {name}() with multiple positional arguments"
        )));
    }
    let operator_value = Value::Int(i64::from(operator));
    let only = vm.arg(args, 0).unwrap_or(Value::None);
    if args.len == 1
        && let Some(id) = only.object()
        && let Kind::Range(range) = &vm.heap.get(id).kind
        && key.is_none()
    {
        let range = Rc::clone(range);
        let count = range_len(&range);
        if count > 0 {
            let last = range[0] + range[2] * (count - 1) as i64;
            let (low, high) = (range[0].min(last), range[0].max(last));
            return Ok(Value::Int(if name == "min" { low } else { high }));
        }
    }
    let items = if args.len > 1 {
        vm.positional(args)
    } else {
        match vm.native_items(only)? {
            Some(items) => items,
            // Python code makes the items: each is compared before the next one is made.
            None => {
                let mut all = vec![operator_value, only, key.unwrap_or(Value::None)];
                all.extend(default);
                return vm.in_python("_extreme", &all);
            }
        }
    };
    if items.is_empty() {
        return match default {
            Some(value) => Ok(value),
            None => Err(vm.value_error(&format!("{name}() iterable argument is empty"))),
        };
    }
    if let Some(key) = key {
        let list = vm.list(items);
        return vm.in_python("_extreme", &[operator_value, list, key]);
    }
    vm.works(2 * items.len() as u64)?;
    let mut best = items[0];
    for item in &items[1..] {
        let better = match crate::vm::operations::fast_compare(operator, *item, best) {
            Some(better) => better,
            None => match vm.compare(operator, *item, best) {
                Ok(value) => vm.truth(value)?,
                Err(Signal::Call(_)) => {
                    let list = vm.list(items);
                    return vm.in_python("_extreme", &[operator_value, list, Value::None]);
                }
                Err(other) => return Err(other),
            },
        };
        if better {
            best = *item;
        }
    }
    Ok(best)
}

/// `any` stops at the first true item, `all` at the first false one.
pub fn all_or_any(vm: &mut Vm, args: &Args, any: bool) -> Answer {
    let name = if any { "_any" } else { "_all" };
    let [iterable] = vm.parse(args, if any { "any" } else { "all" }, ["/iterable"], 1)?;
    let plain = iterable.object().is_some_and(|id| {
        matches!(
            vm.heap.get(id).kind,
            Kind::List(_) | Kind::Tuple(_) | Kind::Set(_) | Kind::Range(_)
        )
    });
    if !plain {
        vm.loops_over(iterable);
        return vm.in_python(name, &[iterable]);
    }
    let Some(items) = vm.native_items(iterable)? else {
        return vm.in_python(name, &[iterable]);
    };
    vm.works(2 * items.len() as u64)?;
    for item in items {
        match vm.truth(item) {
            Ok(truth) if truth == any => return Ok(Value::Bool(any)),
            Ok(_) => {}
            Err(Signal::Call(_)) => return vm.in_python(name, &[iterable]),
            Err(other) => return Err(other),
        }
    }
    Ok(Value::Bool(!any))
}

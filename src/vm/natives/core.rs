//! Built-in functions.

use crate::vm::calls::Args;
use crate::vm::containers::range_len;
use crate::vm::exec::Vm;
use crate::vm::frame::Ret;
use crate::vm::library;
use crate::vm::natives::Table;
use crate::vm::natives::iterating::{
    all_or_any, enumerate, extreme, next, range, sum_of_range, zip,
};
use crate::vm::natives::printing::print;
use crate::vm::object::{Iter, Kind};
use crate::vm::signal::{Answer, Resume, Signal};
use crate::vm::text::sums::CarriedSum;
use crate::vm::value::{ObjectId, Value};
use crate::vm::{names, types};
use std::rc::Rc;

/// Built-in functions.
pub const TABLE: Table = &[
    ("builtins.print", print),
    ("builtins.len", |vm, args| {
        let [value] = vm.parse(args, "len", ["/obj"], 1)?;
        match vm.native_len(value) {
            Some(len) => Ok(Value::Int(len as i64)),
            None => vm.in_python("_len", &[value]),
        }
    }),
    ("builtins.isinstance", |vm, args| {
        let [value, class] = vm.parse(args, "isinstance", ["/obj", "/class"], 2)?;
        let of = vm.class_of(value);
        let answer = check_class(
            vm,
            (of, 0),
            class,
            "isinstance() arg 2 must be a type, a tuple of types, or a union",
        );
        if matches!(answer, Ok(Value::Bool(false))) && may_say_to_be(vm, of) {
            return vm.in_python("_says_to_be", &[value, class]);
        }
        answer.or_else(|signal| slow_check(vm, signal, "_isinstance", value, class))
    }),
    ("builtins.issubclass", |vm, args| {
        let [of, class] = vm.parse(args, "issubclass", ["/cls", "/class"], 2)?;
        let Some(id) = of
            .object()
            .filter(|id| matches!(vm.heap.get(*id).kind, Kind::Class(_)))
        else {
            return Err(vm.type_error("issubclass() arg 1 must be a class"));
        };
        check_class(
            vm,
            (id, 0),
            class,
            "issubclass() arg 2 must be a class, a tuple of classes, or a union",
        )
        .or_else(|signal| slow_check(vm, signal, "_issubclass", of, class))
    }),
    ("builtins.id", |vm, args| {
        let [value] = vm.parse(args, "id", ["/obj"], 1)?;
        Ok(Value::Int(match value {
            Value::Object(id) => 0x7f00_0000_0000 + i64::from(id.0) * 16,
            Value::Int(i) => 0x1000 + (i & 0xFFFF_FFFF) * 32,
            Value::None => 0x100,
            Value::Bool(b) => 0x110 + i64::from(b) * 16,
            Value::Native(id) => 0x10_0000 + i64::from(id.0) * 16,
            _ => 0x200,
        }))
    }),
    ("builtins.hash", |vm, args| {
        let [value] = vm.parse(args, "hash", ["/obj"], 1)?;
        vm.hash(value).map(Value::Int)
    }),
    ("builtins.repr", |vm, args| {
        let [value] = vm.parse(args, "repr", ["/obj"], 1)?;
        vm.repr_of(value)
    }),
    ("builtins.format", |vm, args| {
        let [value, spec] = vm.parse(args, "format", ["/value", "/spec"], 1)?;
        if !spec.is_null() && vm.heap.str(spec).is_none() {
            let kind = vm.type_name(spec);
            return Err(vm.type_error(&format!("format() argument 2 must be str, not {kind}")));
        }
        vm.format_value(value, Some(spec).filter(|s| !s.is_null()))
    }),
    ("builtins.callable", |vm, args| {
        let [value] = vm.parse(args, "callable", ["/obj"], 1)?;
        let yes = match value {
            Value::Native(_) => true,
            Value::Object(id) => match vm.heap.get(id).kind {
                Kind::Function(_) | Kind::Method { .. } | Kind::Class(_) => true,
                _ => vm.special(value, names::CALL).is_some(),
            },
            _ => false,
        };
        Ok(Value::Bool(yes))
    }),
    ("builtins.iter", |vm, args| {
        let [value, sentinel] = vm.parse(args, "iter", ["/obj", "/sentinel"], 1)?;
        if sentinel.is_null() {
            vm.iterator(value)
        } else {
            vm.in_python("_iter_sentinel", &[value, sentinel])
        }
    }),
    ("builtins.next", next),
    ("builtins.getattr", |vm, args| {
        let [owner, name, default] = vm.parse(args, "getattr", ["/obj", "/name", "/default"], 2)?;
        vm.attribute_name(name)?;
        let id = vm.name_of(name);
        match vm.get_attribute(owner, id) {
            Err(Signal::Raise(e))
                if !default.is_null() && vm.is_instance(e, types::ATTRIBUTE_ERROR) =>
            {
                Ok(default)
            }
            Err(Signal::Call(_)) if !default.is_null() => {
                vm.in_python("_getattr_default", &[owner, name, default])
            }
            other => other,
        }
    }),
    ("builtins.hasattr", |vm, args| {
        let [owner, name] = vm.parse(args, "hasattr", ["/obj", "/name"], 2)?;
        let id = vm.name_of(name);
        match vm.attribute(owner, id) {
            Ok(_) => Ok(Value::Bool(true)),
            Err(Signal::Raise(e)) if vm.is_instance(e, types::ATTRIBUTE_ERROR) => {
                Ok(Value::Bool(false))
            }
            Err(Signal::Call(_)) => vm.in_python("_hasattr", &[owner, name]),
            Err(other) => Err(other),
        }
    }),
    ("builtins.setattr", |vm, args| {
        let [owner, name, value] = vm.parse(args, "setattr", ["/obj", "/name", "/value"], 3)?;
        vm.attribute_name(name)?;
        let id = vm.name_of(name);
        as_value(vm.set_attribute(owner, id, value))
    }),
    ("builtins.delattr", |vm, args| {
        let [owner, name] = vm.parse(args, "delattr", ["/obj", "/name"], 2)?;
        vm.attribute_name(name)?;
        let id = vm.name_of(name);
        as_value(vm.delete_attribute(owner, id))
    }),
    ("enumerate.__new__", enumerate),
    ("zip.__new__", zip),
    ("range.__new__", range),
    ("range.count", |vm, args| {
        let [this, value] = vm.parse(args, "count", ["/self", "/value"], 2)?;
        vm.contains(this, value)
            .map(|found| Value::Int(i64::from(found)))
    }),
    ("range.index", |vm, args| {
        let [this, value] = vm.parse(args, "index", ["/self", "/value"], 2)?;
        let (Some(Kind::Range(r)), Some(i)) = (
            this.object().map(|id| vm.heap.get(id).kind.clone()),
            vm.index(value),
        ) else {
            return Err(vm.value_error("sequence.index(x): x not in sequence"));
        };
        if vm.contains(this, value)? {
            Ok(Value::Int((i - r[0]) / r[2]))
        } else {
            Err(vm.value_error(&format!("{i} is not in range")))
        }
    }),
    ("slice.__new__", |vm, args| {
        let [a, b, c] = vm.parse(args, "slice", ["/start", "/stop", "/step"], 1)?;
        let none = |v: Value| if v.is_null() { Value::None } else { v };
        Ok(if b.is_null() {
            vm.slice(Value::None, a, Value::None)
        } else {
            vm.slice(a, b, none(c))
        })
    }),
    ("slice.indices", |vm, args| {
        let [this, len] = vm.parse(args, "indices", ["/self", "/len"], 2)?;
        let len = vm.int_arg(len)?.max(0);
        let Some(parts) = vm.slice_parts(this) else {
            return Ok(Value::None);
        };
        let span = vm.span(&parts, len)?;
        let (low, high) = if span.step < 0 {
            (-1, len - 1)
        } else {
            (0, len)
        };
        let stop = match vm.index(parts[1]) {
            Some(i) if i < 0 => (i + len).max(low),
            Some(i) => i.min(high),
            None if span.step < 0 => low,
            None => high,
        };
        let places = [span.start, stop, span.step];
        Ok(vm.tuple(places.map(Value::Int).to_vec()))
    }),
    ("builtins.reversed", |vm, args| {
        let [value] = vm.parse(args, "reversed", ["/seq"], 1)?;
        let Some(id) = value.object() else {
            return Err(not_reversible(vm, value));
        };
        let method = vm.class_lookup(vm.class_of(value), names::REVERSED);
        if vm.is_instance_of_program(value)
            && method.is_some_and(|m| !matches!(m, Value::Native(_)))
        {
            return vm.in_python("_reversed", &[value]);
        }
        let (class, iter) = match &vm.heap.get(id).kind {
            Kind::List(items) => (
                types::LIST_REVERSE_ITERATOR,
                Iter::Reversed {
                    sequence: value,
                    next: items.len(),
                },
            ),
            Kind::Tuple(items) => (
                types::LIST_REVERSE_ITERATOR,
                Iter::Reversed {
                    sequence: value,
                    next: items.len(),
                },
            ),
            Kind::Str(text) => (
                types::LIST_REVERSE_ITERATOR,
                Iter::Reversed {
                    sequence: value,
                    next: text.chars,
                },
            ),
            Kind::Range(r) => {
                let len = range_len(r) as i64;
                let last = r[0] + (len - 1) * r[2];
                let iter = if len == 0 {
                    Iter::Done
                } else {
                    Iter::Range {
                        next: last,
                        stop: r[0] - r[2],
                        step: -r[2],
                    }
                };
                (types::RANGE_ITERATOR, iter)
            }
            Kind::Dict(dict) => (
                types::DICT_KEY_ITERATOR,
                Iter::DictReversed {
                    dict: id,
                    part: crate::vm::object::DictPart::Keys,
                    next: dict.end(),
                    len: dict.len(),
                },
            ),
            Kind::DictView { dict, part } => {
                let (dict, part) = (*dict, *part);
                let Some(data) = vm.dict_data(dict) else {
                    return Ok(value);
                };
                (
                    types::DICT_KEY_ITERATOR,
                    Iter::DictReversed {
                        dict,
                        part,
                        next: data.end(),
                        len: data.len(),
                    },
                )
            }
            _ => {
                if vm.special(value, names::REVERSED).is_some()
                    || vm.special(value, names::GETITEM).is_some()
                {
                    return vm.in_python("_reversed", &[value]);
                }
                return Err(not_reversible(vm, value));
            }
        };
        Ok(vm.heap.make(class, Kind::Iterator(Rc::new(iter))))
    }),
    ("builtins.sum", |vm, args| {
        let [iterable, start] = vm.parse(args, "sum", ["/iterable", "start"], 1)?;
        if let Some(total) = sum_of_range(vm, iterable, start) {
            return Ok(total);
        }
        let mut total = if start.is_null() {
            Value::Int(0)
        } else {
            start
        };
        if let Some(kind) = total.object().map(|id| &vm.heap.get(id).kind) {
            let text = match kind {
                Kind::Str(_) => "sum() can't sum strings [use ''.join(seq) instead]",
                Kind::Bytes(_) => "sum() can't sum bytes [use b''.join(seq) instead]",
                Kind::ByteArray(_) => "sum() can't sum bytearray [use b''.join(seq) instead]",
                _ => "",
            };
            if !text.is_empty() {
                return Err(vm.type_error(text));
            }
        }
        let Some(items) = vm.native_items(iterable)? else {
            return vm.in_python("_sum", &[iterable, total]);
        };
        // CPython 3.12 and newer add floats with compensation.
        let mut floats = CarriedSum::new(0.0);
        let mut float = false;
        for (i, item) in items.iter().enumerate() {
            if let (Value::Float(x), true) = (
                *item,
                float || matches!(total, Value::Float(_) | Value::Int(_)),
            ) {
                if !float {
                    floats = CarriedSum::new(match total {
                        Value::Float(t) => t,
                        Value::Int(t) => t as f64,
                        _ => 0.0,
                    });
                    float = true;
                }
                floats.push(x);
                continue;
            }
            if float {
                if let Value::Int(n) = item {
                    floats.push_int(*n);
                    continue;
                }
                total = Value::Float(floats.value());
                float = false;
            }
            total = match crate::vm::operations::fast_binary(0, total, *item) {
                Some(value) => value,
                None => match vm.binary(0, total, *item) {
                    Ok(value) => value,
                    Err(Signal::Call(_)) => {
                        let rest = vm.list(items[i..].to_vec());
                        return vm.in_python("_sum", &[rest, total]);
                    }
                    Err(other) => return Err(other),
                },
            };
        }
        Ok(if float {
            Value::Float(floats.value())
        } else {
            total
        })
    }),
    ("builtins.min", |vm, args| extreme(vm, args, "min", 0)),
    ("builtins.max", |vm, args| extreme(vm, args, "max", 4)),
    ("builtins.any", |vm, args| all_or_any(vm, args, true)),
    ("builtins.all", |vm, args| all_or_any(vm, args, false)),
    ("builtins.sorted", |vm, args| {
        if args.len != 1 {
            let given = args.len;
            return Err(vm.type_error(&format!("sorted expected 1 argument, got {given}")));
        }
        crate::vm::natives::lists::check_sort_keywords(vm, args)?;
        let items = vm.items_of(args, 0, "builtins.sorted")?;
        let key = vm.keyword(args, names::KEY).unwrap_or(Value::None);
        let reverse = vm
            .keyword(args, names::REVERSE)
            .unwrap_or(Value::Bool(false));
        crate::vm::natives::lists::sorted(vm, items, key, reverse)
    }),
    ("builtins.input", |_, _| Err(refused("input"))),
    ("builtins.open", |_, _| Err(refused("open"))),
    ("builtins.eval", |_, _| Err(refused("eval"))),
    ("builtins.exec", |_, _| Err(refused("exec"))),
    ("builtins.compile", |_, _| Err(refused("compile"))),
    ("builtins.memoryview", |_, _| {
        Err(Signal::Unsupported(
            "memoryview is not supported: use bytes or bytearray".into(),
        ))
    }),
    ("method.__new__", |vm, args| {
        let [function, receiver] = vm.parse(args, "method", ["/function", "/instance"], 2)?;
        if receiver == Value::None {
            return Err(vm.type_error("instance must not be None"));
        }
        Ok(vm.bind_method(function, receiver))
    }),
    ("builtins.breakpoint", |_, _| Err(refused("breakpoint"))),
    ("builtins.help", |_, _| Err(refused("help"))),
    ("builtins.__import__", |_, _| Err(refused("__import__"))),
    ("generator.send", |vm, args| {
        let [this, value] = vm.parse(args, "send", ["/self", "/value"], 2)?;
        resume(vm, this, value, false)
    }),
    ("generator.__next__", |vm, args| {
        let [this] = vm.parse(args, "__next__", ["/self"], 1)?;
        resume(vm, this, Value::None, false)
    }),
    ("generator.__iter__", |vm, args| {
        Ok(vm.arg(args, 0).unwrap_or(Value::None))
    }),
    ("generator.throw", |vm, args| generator_throw(vm, args)),
    ("generator.close", |vm, args| {
        let [this] = vm.parse(args, "close", ["/self"], 1)?;
        if this.object().is_some_and(|id| vm.close_plainly(id)) {
            return Ok(Value::None);
        }
        vm.in_python("_generator_close", &[this])
    }),
    ("async_generator.__aiter__", |vm, args| {
        Ok(vm.arg(args, 0).unwrap_or(Value::None))
    }),
    ("async_generator.__anext__", |vm, args| {
        let [this] = vm.parse(args, "__anext__", ["/self"], 1)?;
        vm.in_python("_async_step", &[this, Value::None, Value::None])
    }),
    ("async_generator.asend", |vm, args| {
        let [this, value] = vm.parse(args, "asend", ["/self", "/value"], 2)?;
        vm.in_python("_async_step", &[this, value, Value::None])
    }),
    ("async_generator.athrow", |vm, args| {
        let [this, error] = vm.parse(args, "athrow", ["/self", "/error"], 2)?;
        vm.in_python("_async_step", &[this, Value::None, error])
    }),
    ("async_generator.aclose", |vm, args| {
        let [this] = vm.parse(args, "aclose", ["/self"], 1)?;
        vm.in_python("_async_close", &[this])
    }),
    ("builtins._async_send", |vm, args| {
        let [this, value] = vm.parse(args, "asend", ["/self", "/value"], 2)?;
        resume(vm, this, value, false)
    }),
    ("builtins._async_throw", |vm, args| {
        let [this, error] = vm.parse(args, "athrow", ["/self", "/value"], 2)?;
        resume(vm, this, error, true)
    }),
    ("builtins._delegate", |vm, args| {
        // (iterator,) if a suspended generator waits for another in `yield from` or `await`.
        let id = vm.arg(args, 0).and_then(Value::object);
        let inner = match id.map(|id| &vm.heap.get(id).kind) {
            Some(Kind::Generator(g)) => g.frame.and_then(|frame| {
                let code = vm.program.code(frame.code);
                let next = code.instructions.get(frame.pc as usize)?;
                let waits = next.op == crate::lang::code::Op::Resume && next.arg & 3 >= 2;
                g.values.last().copied().filter(|_| waits)
            }),
            _ => None,
        };
        Ok(match inner {
            Some(inner) => vm.tuple(vec![inner]),
            None => Value::None,
        })
    }),
    ("builtins._async_item", |vm, args| {
        // (value,) for what an asynchronous generator yields, None for what it awaits.
        let value = vm.arg(args, 0).and_then(Value::object);
        Ok(match value.map(|id| &vm.heap.get(id).kind) {
            Some(Kind::Cell(item)) => {
                let item = *item;
                vm.tuple(vec![item])
            }
            _ => Value::None,
        })
    }),
    ("coroutine.__await__", |vm, args| {
        let [this] = vm.parse(args, "__await__", ["/self"], 1)?;
        vm.in_python("_coroutine_await", &[this])
    }),
    ("coroutine.send", |vm, args| {
        let [this, value] = vm.parse(args, "send", ["/self", "/value"], 2)?;
        resume(vm, this, value, false)
    }),
    ("coroutine.throw", |vm, args| generator_throw(vm, args)),
    ("coroutine.close", |vm, args| {
        let [this] = vm.parse(args, "close", ["/self"], 1)?;
        vm.in_python("_generator_close", &[this])
    }),
];

/// The result of an instruction without a value, as that of a built-in.
pub fn as_value(result: Answer<()>) -> Answer {
    match result {
        Ok(()) => Ok(Value::None),
        // The built-in gives None whatever the method gives.
        Err(Signal::Call(mut call)) if call.ret == Ret::Discard => {
            call.ret = Ret::None;
            Err(Signal::Call(call))
        }
        Err(signal) => Err(signal),
    }
}

/// The sentence for a built-in that Python has and whose call is refused.
pub fn refusal(name: &str) -> Option<String> {
    let sentence = match name {
        "input" => {
            "input() is not supported, since nobody sits at the keyboard of a simulated program: put the value into a variable"
        }
        "open" => "files are not supported: keep the data in a list or a string",
        "eval" | "exec" | "compile" => return Some(library::no_code(name)),
        "breakpoint" => "breakpoint() is not supported: step in the player",
        "help" => "help() is not supported: it is in Python's documentation, or in __doc__",
        "__import__" => "__import__() is not supported: use an import statement",
        _ => return None,
    };
    Some(sentence.into())
}

fn refused(name: &str) -> Signal {
    Signal::Unsupported(refusal(name).unwrap_or_default().into())
}

fn not_reversible(vm: &mut Vm, value: Value) -> Signal {
    let name = vm.type_name(value);
    vm.type_error(&format!("'{name}' object is not reversible"))
}

fn generator_throw(vm: &mut Vm, args: &Args) -> Answer {
    let items = vm.positional(args);
    vm.in_python("_generator_throw", &items)
}

pub fn resume(vm: &mut Vm, this: Value, value: Value, throw: bool) -> Answer {
    match this.object() {
        Some(generator) if matches!(vm.heap.get(generator).kind, Kind::Generator(_)) => {
            Err(Signal::Resume(Box::new(Resume {
                generator,
                value,
                throw,
            })))
        }
        _ => Err(vm.type_error("not a generator")),
    }
}

fn check_class(vm: &mut Vm, (of, depth): (ObjectId, usize), class: Value, message: &str) -> Answer {
    if depth > crate::vm::comparison::MAX_NESTING {
        let text = "maximum recursion depth exceeded in __instancecheck__";
        return Err(vm.error(types::RECURSION_ERROR, text));
    }
    if let Value::Object(id) = class {
        match &vm.heap.get(id).kind {
            Kind::Class(c) => {
                if c.metaclass.is_some() {
                    return vm.in_python("_", &[]);
                }
                return Ok(Value::Bool(vm.is_subclass(of, id)));
            }
            Kind::Tuple(items) => {
                for item in Rc::clone(items).iter() {
                    if check_class(vm, (of, depth + 1), *item, message)? == Value::Bool(true) {
                        return Ok(Value::Bool(true));
                    }
                }
                return Ok(Value::Bool(false));
            }
            _ => {}
        }
    }
    if vm.is_instance_of_program(class) && vm.special(class, names::INSTANCECHECK).is_some() {
        // A union of types, for one.
        return vm.in_python("_", &[]);
    }
    Err(vm.type_error(message))
}

/// Whether instances may have another `__class__` than their type.
fn may_say_to_be(vm: &Vm, class: ObjectId) -> bool {
    let own = |name| {
        let found = vm.class_lookup(class, name);
        found.is_some_and(|found| vm.is_own(class, name, found))
    };
    class.0 as usize >= types::TYPES.len() && (own(names::CLASS) || own(names::GETATTRIBUTE))
}

/// A metaclass may have `__instancecheck__` or `__subclasscheck__`.
fn slow_check(vm: &mut Vm, signal: Signal, name: &str, value: Value, class: Value) -> Answer {
    match signal {
        Signal::Call(_) => vm.in_python(name, &[value, class]),
        other => Err(other),
    }
}

//! Methods of dicts.

use crate::vm::calls::Args;
use crate::vm::containers::Found;
use crate::vm::dict::Dict;
use crate::vm::exec::Vm;
use crate::vm::frame::Ret;
use crate::vm::natives::Table;
use crate::vm::object::{DictPart, Kind};
use crate::vm::signal::{Answer, Call, Signal};
use crate::vm::types;
use crate::vm::value::{ObjectId, Value};
use std::rc::Rc;

/// Methods of dicts.
pub const TABLE: Table = &[
    ("dict.__new__", |vm, args| {
        let dict = vm.new_dict();
        if args.len == 0 && args.keywords.is_empty() {
            return Ok(dict);
        }
        if args.len == 0 {
            return Ok(vm.dict_of_names(&args.keywords));
        }
        if args.len == 1
            && args.keywords.is_empty()
            && let Some(source) = vm.arg(args, 0).and_then(Value::object)
            && vm.heap.get(source).class == types::DICT
            && let Some(data) = vm.dict_data(source)
        {
            return Ok(vm.heap.make(types::DICT, Kind::Dict(data)));
        }
        let mut all = vec![dict];
        all.extend(vm.positional(args));
        call(vm, "_dict_init", all, args)
    }),
    ("dict.__init__", |vm, args| {
        let items = vm.positional(args);
        if items.len() == 1 && args.keywords.is_empty() {
            return Ok(Value::None);
        }
        call(vm, "_dict_update_all", items, args)
    }),
    ("dict.update", |vm, args| {
        let items = vm.positional(args);
        if let [this, other] = items.as_slice()
            && args.keywords.is_empty()
            && let (Some(id), Some(source)) =
                (this.object(), other.object().and_then(|o| vm.dict_data(o)))
        {
            vm.works(12 * source.len() as u64)?;
            for entry in source.iter() {
                match vm.dict_set(id, entry.key, entry.value) {
                    Ok(()) => {}
                    Err(Signal::Call(_)) => return call(vm, "_dict_update_all", items, args),
                    Err(other) => return Err(other),
                }
            }
            return Ok(Value::None);
        }
        call(vm, "_dict_update_all", items, args)
    }),
    ("dict.get", |vm, args| {
        let [this, key, default] = vm.parse(args, "get", ["/self", "/key", "/default"], 2)?;
        let default = if default.is_null() {
            Value::None
        } else {
            default
        };
        vm.note_look_for_item(this, key);
        match lookup(vm, this, key)? {
            Some(Found::At(at)) => Ok(value_at(vm, this, at)),
            Some(Found::Missing(_)) => Ok(default),
            None => vm.in_python("_dict_get_default", &[this, key, default]),
        }
    }),
    ("dict.setdefault", |vm, args| {
        let [this, key, default] =
            vm.parse(args, "setdefault", ["/self", "/key", "/default"], 2)?;
        let default = if default.is_null() {
            Value::None
        } else {
            default
        };
        match lookup(vm, this, key)? {
            Some(Found::At(at)) => Ok(value_at(vm, this, at)),
            Some(Found::Missing(hash)) => {
                if let Some(id) = this.object() {
                    vm.dict_push(id, hash, key, default)?;
                }
                Ok(default)
            }
            None => vm.in_python("_dict_setdefault", &[this, key, default]),
        }
    }),
    ("dict.pop", |vm, args| {
        let [this, key, default] = vm.parse(args, "pop", ["/self", "/key", "/default"], 2)?;
        match lookup(vm, this, key)? {
            Some(Found::At(at)) => {
                let dict = this.object().and_then(|id| vm.dict_mut(id));
                Ok(dict.map_or(Value::None, |dict| dict.remove_at(at).value))
            }
            Some(Found::Missing(_)) if !default.is_null() => Ok(default),
            Some(Found::Missing(_)) => {
                let error = vm.exception_of(types::KEY_ERROR, vec![key]);
                Err(Signal::Raise(error))
            }
            None => vm.in_python("_dict_pop", &vm.positional(args)),
        }
    }),
    ("dict.popitem", |vm, args| {
        let this = vm.arg(args, 0).unwrap_or(Value::None);
        let last = this
            .object()
            .and_then(|id| vm.dict_mut(id))
            .and_then(Dict::pop_last);
        match last {
            Some(entry) => Ok(vm.tuple(vec![entry.key, entry.value])),
            None => {
                let text = vm.new_str("popitem(): dictionary is empty");
                let error = vm.exception_of(types::KEY_ERROR, vec![text]);
                Err(Signal::Raise(error))
            }
        }
    }),
    ("dict.clear", |vm, args| {
        if let Some(dict) = this_dict(vm, args) {
            let gone = std::mem::take(dict).end();
            vm.moved(4 * gone as i64)?;
        }
        Ok(Value::None)
    }),
    ("dict.copy", |vm, args| {
        let this = vm.arg(args, 0).and_then(Value::object);
        let data = this.and_then(|id| vm.dict_data(id)).unwrap_or_default();
        Ok(vm.heap.make(types::DICT, Kind::Dict(data)))
    }),
    ("dict.keys", |vm, args| {
        view(vm, args, types::DICT_KEYS, DictPart::Keys)
    }),
    ("dict.values", |vm, args| {
        view(vm, args, types::DICT_VALUES, DictPart::Values)
    }),
    ("dict.items", |vm, args| {
        view(vm, args, types::DICT_ITEMS, DictPart::Items)
    }),
    ("dict_keys.isdisjoint", is_disjoint),
    ("dict_items.isdisjoint", is_disjoint),
    ("dict.fromkeys", |vm, args| {
        let [class, _, value] = vm.parse(args, "fromkeys", ["/cls", "/iterable", "/value"], 2)?;
        let items = vm.items_of(args, 1, "dict.fromkeys")?;
        let value = if value.is_null() { Value::None } else { value };
        let own = class.object().filter(|class| {
            let method = vm.class_lookup(*class, crate::vm::names::SETITEM);
            method.is_some_and(|m| vm.is_own(*class, crate::vm::names::SETITEM, m))
        });
        if own.is_some() {
            let list = vm.list(items);
            return vm.in_python("_dict_fromkeys", &[class, list, value]);
        }
        let dict = vm.new_dict();
        let Some(id) = dict.object() else {
            return Ok(dict);
        };
        for item in &items {
            match vm.dict_set(id, *item, value) {
                Err(Signal::Call(_)) => {
                    let list = vm.list(items);
                    return vm.in_python("_dict_fromkeys", &[class, list, value]);
                }
                other => other?,
            }
        }
        match class.object() {
            Some(class) if class != types::DICT => {
                Ok(crate::vm::natives::classes::rewrap(vm, dict, class))
            }
            _ => Ok(dict),
        }
    }),
    ("dict.__getitem__", |vm, args| {
        let [this, key] = vm.parse(args, "__getitem__", ["/self", "/key"], 2)?;
        match lookup(vm, this, key)? {
            Some(Found::At(at)) => Ok(value_at(vm, this, at)),
            Some(Found::Missing(_)) => {
                let class = vm.class_of(this);
                if vm.class_lookup(class, crate::vm::names::MISSING).is_some() {
                    return vm.in_python("_missing", &[this, key]);
                }
                let error = vm.exception_of(types::KEY_ERROR, vec![key]);
                Err(Signal::Raise(error))
            }
            None => vm.in_python("_dict_get", &[this, key]),
        }
    }),
    ("dict.__setitem__", |vm, args| {
        let [this, key, value] = vm.parse(args, "__setitem__", ["/self", "/key", "/value"], 3)?;
        match this.object() {
            Some(id) => crate::vm::natives::core::as_value(vm.dict_set(id, key, value)),
            None => Ok(Value::None),
        }
    }),
    ("dict.__delitem__", |vm, args| {
        let [this, key] = vm.parse(args, "__delitem__", ["/self", "/key"], 2)?;
        match lookup(vm, this, key)? {
            Some(Found::At(at)) => {
                if let Some(dict) = this.object().and_then(|id| vm.dict_mut(id)) {
                    dict.remove_at(at);
                }
                Ok(Value::None)
            }
            Some(Found::Missing(_)) => {
                let error = vm.exception_of(types::KEY_ERROR, vec![key]);
                Err(Signal::Raise(error))
            }
            None => vm.in_python("_dict_del", &[this, key]),
        }
    }),
    ("dict.__contains__", |vm, args| {
        let [this, key] = vm.parse(args, "__contains__", ["/self", "/key"], 2)?;
        match lookup(vm, this, key)? {
            Some(Found::At(_)) => Ok(Value::Bool(true)),
            Some(Found::Missing(_)) => Ok(Value::Bool(false)),
            None => vm.in_python("_dict_contains", &[this, key]),
        }
    }),
    ("dict.__len__", |vm, args| {
        Ok(Value::Int(
            this_dict(vm, args).map_or(0, |d| d.len() as i64),
        ))
    }),
    ("dict.__iter__", |vm, args| {
        let keys = view(vm, args, types::DICT_KEYS, DictPart::Keys)?;
        vm.iterator(keys)
    }),
];

fn is_disjoint(vm: &mut Vm, args: &Args) -> Answer {
    let [this, other] = vm.parse(args, "isdisjoint", ["/self", "/other"], 2)?;
    vm.in_python("_view_isdisjoint", &[this, other])
}

fn call(vm: &mut Vm, name: &str, all: Vec<Value>, args: &Args) -> Answer {
    Err(Signal::Call(Box::new(Call {
        function: vm.prelude(name),
        args: all,
        keywords: args.keywords.clone(),
        ret: Ret::Push,
    })))
}

fn this_dict<'a>(vm: &'a mut Vm, args: &Args) -> Option<&'a mut Dict> {
    let id = vm.arg(args, 0).and_then(Value::object)?;
    vm.dict_mut(id)
}

fn lookup(vm: &mut Vm, this: Value, key: Value) -> Answer<Option<Found>> {
    let data: Rc<Dict> = match this.object().and_then(|id| vm.dict_data(id)) {
        Some(data) => data,
        None => return Err(vm.type_error("descriptor requires a 'dict' object")),
    };
    vm.dict_find(&data, key)
}

fn value_at(vm: &Vm, this: Value, at: usize) -> Value {
    this.object()
        .and_then(|id| vm.dict_data(id))
        .and_then(|dict| dict.entry(at).map(|e| e.value))
        .unwrap_or(Value::None)
}

fn view(vm: &mut Vm, args: &Args, class: ObjectId, part: DictPart) -> Answer {
    match vm.arg(args, 0).and_then(Value::object) {
        Some(dict) => Ok(vm.heap.make(class, Kind::DictView { dict, part })),
        None => Ok(Value::None),
    }
}

//! What the prelude (`library/builtins.py`) is built on: `builtins._…`. Programs never name these.

use crate::vm::comparison::plain_equal;
use crate::vm::effects::Variable;
use crate::vm::heap::Access;
use crate::vm::natives::{Table, by_name};
use crate::vm::object::Kind;
use crate::vm::operations::SYMBOLS;
use crate::vm::signal::Signal;
use crate::vm::value::Value;
use crate::vm::{names, types};
use std::rc::Rc;

/// Natives of the prelude.
pub const TABLE: Table = &[
    ("builtins._lookup", |vm, args| {
        // The special method of an object, bound; None if its class has none.
        let [owner, name] = vm.parse(args, "_lookup", ["/owner", "/name"], 2)?;
        let name = vm.name_of(name);
        Ok(match vm.special(owner, name) {
            Some((function, receiver)) => vm.bind_method(function, receiver),
            None => Value::None,
        })
    }),
    ("builtins._operator_error", |vm, args| {
        let [operator, left, right] = vm.parse(args, "_operator_error", ["/op", "/l", "/r"], 3)?;
        let operator = vm.int_arg(operator)? as u32;
        match operator % 13 {
            0 => vm.cannot_concatenate(operator, operator >= 13, left, right),
            5 => Err(vm.cannot_repeat(operator, left, right)),
            _ => Err(vm.unsupported_operands(operator, left, right)),
        }
    }),
    ("builtins._compare_error", |vm, args| {
        let [operator, left, right] = vm.parse(args, "_compare_error", ["/op", "/l", "/r"], 3)?;
        let operator = vm.int_arg(operator)?;
        let symbol = ["<", "<=", "==", "!=", ">", ">="][operator as usize % 6];
        let (a, b) = (vm.type_name(left), vm.type_name(right));
        Err(vm.type_error(&format!(
            "'{symbol}' not supported between instances of '{a}' and '{b}'"
        )))
    }),
    ("builtins._is_plain", |vm, args| {
        // Whether an operator of these values needs no special method of a program's class.
        let items = vm.positional(args);
        let plain = !items.iter().any(|v| vm.has_own_methods(*v));
        Ok(Value::Bool(plain))
    }),
    ("builtins._base_value", |vm, args| {
        // The built-in value inside an instance of a subclass of int, str, list, …; None if there is none.
        let value = vm.arg(args, 0).unwrap_or(Value::None);
        let Some(id) = value.object() else {
            return Ok(value);
        };
        let kind = vm.heap.get(id).kind.clone();
        Ok(match kind {
            Kind::Number(v) => v,
            Kind::Str(_) => vm.heap.make(types::STR, kind),
            Kind::BigInt(_) => vm.heap.make(types::INT, kind),
            Kind::Bytes(_) => vm.heap.make(types::BYTES, kind),
            Kind::Tuple(_) => vm.heap.make(types::TUPLE, kind),
            Kind::List(_) => vm.heap.make(types::LIST, kind),
            Kind::Dict(_) => vm.heap.make(types::DICT, kind),
            Kind::Set(_) => {
                let frozen =
                    vm.layout(vm.heap.get(id).class) == crate::vm::object::Layout::FrozenSet;
                vm.heap
                    .make(if frozen { types::FROZENSET } else { types::SET }, kind)
            }
            _ => Value::None,
        })
    }),
    ("builtins._in_subclass", |vm, args| {
        // A built-in value as an instance of a subclass.
        let [class, value] = vm.parse(args, "_in_subclass", ["/class", "/value"], 2)?;
        match class.object() {
            Some(class) => Ok(crate::vm::natives::classes::rewrap(vm, value, class)),
            None => Ok(value),
        }
    }),
    ("builtins._type_name", |vm, args| {
        let value = vm.arg(args, 0).unwrap_or(Value::None);
        let name = vm.type_name(value);
        Ok(vm.string(name))
    }),
    ("builtins._plain_hash", |vm, args| {
        let value = vm.arg(args, 0).unwrap_or(Value::None);
        Ok(match crate::vm::comparison::plain_hash(vm.heap, value) {
            Some(hash) => Value::Int(hash),
            None => Value::None,
        })
    }),
    ("builtins._hash_tuple", |vm, args| {
        let items = vm.arg(args, 0).unwrap_or(Value::None);
        let hashes: Vec<i64> = crate::vm::natives::lists::items(vm, items)
            .into_iter()
            .map(|v| vm.index(v).unwrap_or(0))
            .collect();
        Ok(Value::Int(crate::vm::text::hash::hash_tuple(hashes)))
    }),
    ("builtins._dict_candidates", |vm, args| {
        let [dict, hash] = vm.parse(args, "_dict_candidates", ["/dict", "/hash"], 2)?;
        let hash = vm.int_arg(hash)?;
        let data = dict
            .object()
            .and_then(|id| vm.dict_data(id))
            .unwrap_or_default();
        let items = data
            .candidates(hash)
            .into_iter()
            .filter_map(|at| data.entry(at).map(|e| (at, e.key)))
            .map(|(at, key)| vm.tuple(vec![Value::Int(at as i64), key]))
            .collect();
        Ok(vm.list(items))
    }),
    ("builtins._dict_value_at", |vm, args| {
        let [dict, at] = vm.parse(args, "_dict_value_at", ["/dict", "/at"], 2)?;
        let at = vm.int_arg(at)? as usize;
        let data = dict
            .object()
            .and_then(|id| vm.dict_data(id))
            .unwrap_or_default();
        Ok(data.entry(at).map_or(Value::None, |e| e.value))
    }),
    ("builtins._dict_put", |vm, args| {
        // At a position that is known, or (−1) as a new entry.
        let [dict, at, hash, key, value] = vm.parse(
            args,
            "_dict_put",
            ["/dict", "/at", "/hash", "/key", "/value"],
            5,
        )?;
        let (at, hash) = (vm.int_arg(at)?, vm.int_arg(hash)?);
        if let Some(dict) = dict.object().and_then(|id| vm.dict_mut(id)) {
            match usize::try_from(at) {
                Ok(at) => dict.set_at(at, value),
                Err(_) => dict.push(hash, key, value),
            }
        }
        vm.heap.charge(48);
        Ok(Value::None)
    }),
    ("builtins._dict_remove_at", |vm, args| {
        let [dict, at] = vm.parse(args, "_dict_remove_at", ["/dict", "/at"], 2)?;
        let at = vm.int_arg(at)? as usize;
        let dict = dict.object().and_then(|id| vm.dict_mut(id));
        Ok(dict.map_or(Value::None, |dict| dict.remove_at(at).value))
    }),
    ("builtins._set_candidates", |vm, args| {
        let [set, hash] = vm.parse(args, "_set_candidates", ["/set", "/hash"], 2)?;
        let hash = vm.int_arg(hash)?;
        let items: Vec<Value> = match set.object().map(|id| &vm.heap.get(id).kind) {
            Some(Kind::Set(set)) => set
                .iter()
                .filter(|(h, _)| *h == hash)
                .map(|(_, v)| v)
                .collect(),
            _ => vec![],
        };
        Ok(vm.list(items))
    }),
    ("builtins._set_put", |vm, args| {
        let [set, hash, item] = vm.parse(args, "_set_put", ["/set", "/hash", "/item"], 3)?;
        let hash = vm.int_arg(hash)?;
        if let Some(id) = set.object()
            && let Kind::Set(set) = &mut vm.heap.get_mut(id).kind
        {
            Rc::make_mut(set).insert(hash, item, |_| false);
        }
        vm.heap.charge(48);
        Ok(Value::None)
    }),
    ("builtins._set_remove", |vm, args| {
        let [set, hash, item] = vm.parse(args, "_set_remove", ["/set", "/hash", "/item"], 3)?;
        let hash = vm.int_arg(hash)?;
        if let Some(id) = set.object()
            && let Kind::Set(set) = &mut vm.heap.get_mut(id).kind
        {
            Rc::make_mut(set).remove(hash, |other| other == item);
        }
        Ok(Value::None)
    }),
    ("builtins._plain_equal", |vm, args| {
        let [a, b] = vm.parse(args, "_plain_equal", ["/a", "/b"], 2)?;
        Ok(plain_equal(vm.heap, a, b, 1).map_or(Value::None, Value::Bool))
    }),
    ("builtins._sort_by_keys", |vm, args| {
        // Items in the order of their keys; a list of positions is not needed by anyone else.
        let [items, keys, reverse] =
            vm.parse(args, "_sort_by_keys", ["/items", "/keys", "/reverse"], 3)?;
        let keys = crate::vm::natives::lists::items(vm, keys);
        let all = crate::vm::natives::lists::items(vm, items);
        let reverse = vm.truth(reverse)?;
        match crate::vm::natives::lists::sort_order(vm, &keys, reverse) {
            Ok(order) => {
                let sorted = order
                    .into_iter()
                    .filter_map(|i| all.get(i).copied())
                    .collect();
                Ok(vm.list(sorted))
            }
            // Some comparison is Python code.
            Err(Signal::Call(_)) => Ok(Value::None),
            Err(other) => Err(other),
        }
    }),
    ("builtins._replace_items", |vm, args| {
        let [list, items] = vm.parse(args, "_replace_items", ["/list", "/items"], 2)?;
        let items = crate::vm::natives::lists::items(vm, items);
        if let Some(id) = list.object() {
            vm.heap.get_mut(id).kind = Kind::List(Rc::new(items));
        }
        Ok(Value::None)
    }),
    ("builtins._raw_repr", |vm, args| {
        // `object.__repr__`
        match by_name("object.__repr__") {
            Value::Native(id) => crate::vm::natives::function(id)(vm, args),
            _ => Ok(Value::None),
        }
    }),
    ("builtins._class_attrs", |vm, args| {
        // (name, value) of the class's own attributes, in order.
        let Some(id) = vm.arg(args, 0).and_then(Value::object) else {
            return Ok(Value::None);
        };
        let items: Vec<_> = match &vm.heap.get(id).kind {
            Kind::Class(class) => class.attrs.iter().collect(),
            _ => vec![],
        };
        let pairs = items
            .into_iter()
            .map(|(name, value)| {
                let name = vm.name_str(name);
                vm.tuple(vec![name, value])
            })
            .collect();
        Ok(vm.list(pairs))
    }),
    ("builtins._instance_attrs", |vm, args| {
        // The object's own attributes as a new dict.
        let Some(id) = vm.arg(args, 0).and_then(Value::object) else {
            return Ok(vm.new_dict());
        };
        vm.heap.note(id, Access::Attributes);
        let class = vm.heap.get(id).class;
        let items: Vec<_> = match &vm.heap.get(id).attrs {
            Some(attrs) => attrs.iter().collect(),
            None => vec![],
        };
        // What lies in a slot is no part of `__dict__`.
        let slots = matches!(&vm.heap.get(class).kind, Kind::Class(c)
            if c.specials & crate::vm::classes::HAS_SLOTS != 0);
        let kept = match &vm.heap.get(id).kind {
            Kind::Function(_) => &[names::MODULE],
            Kind::Exception(_) => crate::vm::pickle_reduce::kept_apart(vm, class),
            _ => &[],
        };
        let items: Vec<_> = items
            .into_iter()
            .filter(|(n, _)| !vm.names.get(*n).starts_with("__lockstep"))
            .filter(|(n, _)| !slots || vm.slot_owner(class, *n).is_none())
            .filter(|(n, _)| !kept.contains(n))
            .collect();
        Ok(vm.dict_of_names(&items))
    }),
    ("builtins._module_attrs", |vm, args| {
        let Some(id) = vm.arg(args, 0).and_then(Value::object) else {
            return Ok(Value::None);
        };
        let items = crate::vm::natives::frames::module_pairs(vm, id);
        Ok(vm.dict_of_names(&items))
    }),
    ("builtins._is_module", |vm, args| {
        let id = vm.arg(args, 0).and_then(Value::object);
        let module = id.is_some_and(|id| matches!(vm.heap.get(id).kind, Kind::Module(_)));
        Ok(Value::Bool(module))
    }),
    ("builtins._own_attribute", |vm, args| {
        // An attribute of a module, or of an object itself; a default if there is none.
        let [owner, name, default] =
            vm.parse(args, "_own_attribute", ["/owner", "/name", "/default"], 3)?;
        let (Some(id), Some(_)) = (owner.object(), vm.heap.str(name)) else {
            return Ok(default);
        };
        let name = vm.name_of(name);
        if matches!(vm.heap.get(id).kind, Kind::Module(_)) {
            return Ok(vm.module_value(id, name).unwrap_or(default));
        }
        vm.heap.note(id, Access::Attribute(name, false));
        let found = vm.heap.get(id).attrs.as_ref().and_then(|a| a.get(name));
        if let Some(value) = found
            && vm.log.is_some()
        {
            vm.note(Variable::Attribute(id, name), value, false);
        }
        Ok(found.unwrap_or(default))
    }),
    ("builtins._set_own_dict", |vm, args| {
        let [owner, items] = vm.parse(args, "_set_own_dict", ["/owner", "/items"], 2)?;
        if let Some(id) = owner.object() {
            vm.heap.note(id, Access::Attributes);
            let mut attrs = crate::vm::name_map::NameMap::new();
            attrs.set(names::OWN_DICT, items);
            vm.heap.get_mut(id).attrs = Some(Rc::new(attrs));
        }
        Ok(Value::None)
    }),
    ("builtins._take_items", |vm, args| {
        // A dict gets what another has, if that is not the same already.
        let [own, other] = vm.parse(args, "_take_items", ["/own", "/other"], 2)?;
        let (Some(own), Some(other)) = (own.object(), other.object()) else {
            return Ok(Value::None);
        };
        let (Kind::Dict(old), Kind::Dict(new)) = (&vm.heap.get(own).kind, &vm.heap.get(other).kind)
        else {
            return Ok(Value::None);
        };
        let pair = |e: &crate::vm::dict::Entry| (e.key, e.value);
        if !old.iter().map(pair).eq(new.iter().map(pair)) {
            let new = Kind::Dict(Rc::clone(new));
            vm.heap.get_mut(own).kind = new;
        }
        Ok(Value::None)
    }),
    ("builtins._name_of", |vm, args| {
        let id = vm.arg(args, 0).map_or(0, |v| vm.index(v).unwrap_or(0));
        Ok(vm.name_str(crate::vm::value::NameId(id as u32)))
    }),
    ("builtins._in_dict", |vm, args| {
        // What an object holds under a name, set or (without a value) taken away, past all descriptors.
        let [owner, name, value] = vm.parse(args, "_in_dict", ["/owner", "/name", "/value"], 2)?;
        if vm.heap.str(name).is_none() {
            let message = "keys of `__dict__` that are no strings are not supported: keep them in a dict of your own";
            return Err(Signal::Unsupported(message.into()));
        }
        let name = vm.name_of(name);
        let Some(id) = owner.object() else {
            return Err(vm.no_attribute(owner, name));
        };
        if !value.is_null() {
            vm.set_generic(owner, id, name, value)?;
        } else if matches!(vm.heap.get(id).kind, Kind::Module(_)) {
            vm.delete_plainly(owner, name)?;
        } else {
            vm.heap.note(id, Access::Attribute(name, true));
            if let Some(attrs) = &mut vm.heap.get_mut(id).attrs {
                Rc::make_mut(attrs).remove(name);
            }
        }
        Ok(Value::None)
    }),
    ("builtins._default_new", |vm, args| {
        // What `cls(*args)` makes before `__init__`, where no `__new__` is defined in Python.
        match by_name("object.__new__") {
            Value::Native(id) => crate::vm::natives::function(id)(vm, args),
            _ => Ok(Value::None),
        }
    }),
    ("builtins._symbol", |vm, args| {
        let operator = vm.arg(args, 0).map_or(0, |v| vm.index(v).unwrap_or(0)) as usize;
        Ok(vm.new_str(SYMBOLS[operator % SYMBOLS.len()]))
    }),
    ("builtins._exception_new", |vm, args| {
        let items = vm.positional(args);
        match items.first().and_then(|v| v.object()) {
            Some(class) => Ok(vm.exception_of(class, items[1..].to_vec())),
            None => Ok(Value::None),
        }
    }),
    ("builtins._set_cause", |vm, args| {
        let [error, cause] = vm.parse(args, "_set_cause", ["/error", "/cause"], 2)?;
        if let Some(data) = vm.exception_data(error) {
            data.cause = cause;
            data.suppress_context = true;
        }
        Ok(Value::None)
    }),
    ("builtins._unsupported", |vm, args| {
        let text = vm.arg(args, 0).unwrap_or(Value::None);
        let text = vm.heap.str(text).map(|t| t.s.clone()).unwrap_or_default();
        Err(Signal::Unsupported(text))
    }),
];

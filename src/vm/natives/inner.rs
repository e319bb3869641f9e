//! What the prelude and the library modules are built on: `builtins._…` for the prelude,
//! `_lockstep.…` and the methods of locks for the library. Programs never name these.

use crate::vm::calls::Args;
use crate::vm::exec::{Effect, Variable, Vm};
use crate::vm::heap::Access;
use crate::vm::names;
use crate::vm::natives::{Table, by_name};
use crate::vm::object::{Kind, Waiter};
use crate::vm::operations::{SYMBOLS, plain_equal};
use crate::vm::signal::{Answer, Call, Clock, Request, Signal};
use crate::vm::types;
use crate::vm::value::{ObjectId, Value};
use std::rc::Rc;

/// See the module.
pub const TABLE: Table = &[
    // ---- for the prelude
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
        let plain = items.iter().all(|v| !vm.is_instance_of_program(*v));
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
        Ok(match crate::vm::operations::plain_hash(vm.heap, value) {
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
        let items: Vec<_> = items
            .into_iter()
            .filter(|(n, _)| !vm.names.get(*n).starts_with("__lockstep"))
            .filter(|(n, _)| !slots || vm.slot_owner(class, *n).is_none())
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
    ("builtins._generic_getattr", |vm, args| {
        let [owner, name] = vm.parse(args, "_generic_getattr", ["/owner", "/name"], 2)?;
        let name = vm.name_of(name);
        let class = vm.class_of(owner);
        let (value, receiver) = vm.generic_attribute(owner, class, name)?;
        Ok(vm.bind_method(value, receiver))
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
    // ---- locks
    ("lock.__new__", |vm, args| {
        let given = args.len;
        if given > 0 {
            let message = format!("lock expected 0 arguments, got {given}");
            return Err(vm.type_error(&message));
        }
        Ok(vm.heap.make(types::LOCK, Kind::Lock { owner: None }))
    }),
    ("_lockstep.allocate_lock", |vm, _| {
        Ok(vm.heap.make(types::LOCK, Kind::Lock { owner: None }))
    }),
    ("RLock.__new__", |vm, _| {
        Ok(vm.heap.make(
            types::RLOCK,
            Kind::RLock {
                owner: None,
                count: 0,
            },
        ))
    }),
    ("lock.acquire", acquire),
    ("lock.acquire_lock", acquire),
    ("lock.locked_lock", |vm, args| locked(vm, args)),
    ("RLock.acquire", acquire),
    ("lock.__enter__", acquire),
    ("RLock.__enter__", acquire),
    ("lock.release", |vm, args| release(vm, args)),
    ("lock.release_lock", |vm, args| release(vm, args)),
    ("RLock.release", |vm, args| release(vm, args)),
    ("lock.__exit__", |vm, args| release(vm, args)),
    ("RLock.__exit__", |vm, args| release(vm, args)),
    ("lock.locked", |vm, args| locked(vm, args)),
    ("RLock._is_owned", |vm, args| {
        let me = vm.stack.thread;
        let owned = match this(vm, args).map(|id| &vm.heap.get(id).kind) {
            Some(Kind::RLock { owner, .. }) => *owner == Some(me),
            _ => false,
        };
        Ok(Value::Bool(owned))
    }),
    ("RLock._recursion_count", |vm, args| {
        let me = vm.stack.thread;
        Ok(Value::Int(
            match this(vm, args).map(|id| &vm.heap.get(id).kind) {
                Some(Kind::RLock { owner, count }) if *owner == Some(me) => i64::from(*count),
                _ => 0,
            },
        ))
    }),
    ("RLock._release_save", |vm, args| {
        // Gives up all holds at once; the answer is what `_acquire_restore` needs.
        let Some(id) = this(vm, args) else {
            return Ok(Value::None);
        };
        let me = vm.stack.thread;
        let count = match &vm.heap.get(id).kind {
            Kind::RLock { owner, count } if *owner == Some(me) => *count,
            _ => {
                return Err(vm.error(types::RUNTIME_ERROR, "cannot release un-acquired lock"));
            }
        };
        vm.heap.get_mut(id).kind = Kind::RLock {
            owner: None,
            count: 0,
        };
        vm.effect(Effect::Release(id));
        Ok(Value::Int(i64::from(count)))
    }),
    ("RLock._set_count", |vm, args| {
        let [this, count] = vm.parse(args, "_set_count", ["/self", "/count"], 2)?;
        let (me, count) = (vm.stack.thread, vm.int_arg(count)? as u32);
        if let Some(id) = this.object() {
            vm.heap.get_mut(id).kind = Kind::RLock {
                owner: Some(me),
                count,
            };
        }
        Ok(Value::None)
    }),
    ("lock._at_fork_reinit", |vm, args| {
        if let Some(id) = this(vm, args) {
            vm.heap.get_mut(id).kind = Kind::Lock { owner: None };
        }
        Ok(Value::None)
    }),
    // ---- waiting lines
    ("_lockstep.async_generators", |vm, _| {
        let all = vm.async_generators();
        Ok(vm.list(all))
    }),
    ("_lockstep.waiters", |vm, _| {
        Ok(vm
            .heap
            .make(types::WAITERS, Kind::Waiters(Rc::new(Vec::new()))))
    }),
    ("_lockstep.enqueue", |vm, args| {
        let me = vm.stack.thread;
        if let Some(list) = waiters(vm, args) {
            list.push(Waiter {
                thread: me,
                notified: false,
            });
        }
        Ok(Value::None)
    }),
    ("_lockstep.notify", |vm, args| {
        let [line, count, owner] = vm.parse(args, "notify", ["/line", "/count", "/owner"], 2)?;
        let count = vm.int_arg(count)?;
        let mut told = 0;
        if let Some(list) = waiters(vm, args) {
            for waiter in list.iter_mut() {
                if told < count && !waiter.notified {
                    waiter.notified = true;
                    told += 1;
                }
            }
        }
        if let Some(id) = line.object() {
            let owner = if owner.is_null() { line } else { owner };
            vm.effect(Effect::Notify(id, owner));
        }
        Ok(Value::Int(told))
    }),
    ("_lockstep.waiting", |vm, args| {
        let count = waiters(vm, args).map_or(0, |l| l.iter().filter(|w| !w.notified).count());
        Ok(Value::Int(count as i64))
    }),
    ("_lockstep.wait", |vm, args| {
        let [line, timeout, owner, operation] = vm.parse(
            args,
            "wait",
            ["/line", "/timeout", "/owner", "/operation"],
            4,
        )?;
        let timeout = seconds(vm, timeout)?;
        match line.object() {
            Some(waiters) => Err(request(Request::Await {
                waiters,
                timeout,
                owner,
                operation,
            })),
            None => Ok(Value::None),
        }
    }),
    ("_lockstep.put", |vm, args| {
        let [queue, item] = vm.parse(args, "put", ["/queue", "/item"], 2)?;
        vm.effect(Effect::Put(queue, item));
        Ok(Value::None)
    }),
    ("_lockstep.get", |vm, args| {
        let [queue, item] = vm.parse(args, "get", ["/queue", "/item"], 2)?;
        vm.effect(Effect::Get(queue, item));
        Ok(Value::None)
    }),
    // ---- threads and time
    ("_lockstep.start_thread", |vm, args| {
        let [function, items, name, daemon] = vm.parse(
            args,
            "start_thread",
            ["/function", "/args", "/name", "/daemon"],
            4,
        )?;
        let daemon = vm.truth(daemon)?;
        let name = vm
            .heap
            .str(name)
            .map(|t| t.s.to_string())
            .unwrap_or_default();
        let args = crate::vm::natives::lists::items(vm, items);
        Err(request(Request::StartThread {
            function,
            args,
            name,
            daemon,
        }))
    }),
    ("_lockstep.join_thread", |vm, args| {
        let [thread, timeout, shutdown] =
            vm.parse(args, "join_thread", ["/thread", "/timeout", "/shutdown"], 3)?;
        let thread = vm.int_arg(thread)? as u32;
        let timeout = seconds(vm, timeout)?;
        let shutdown = vm.truth(shutdown)?;
        Err(request(Request::JoinThread {
            thread,
            timeout,
            shutdown,
        }))
    }),
    ("_lockstep.thread_ended", |vm, args| {
        let thread = vm.arg(args, 0).map_or(0, |v| vm.index(v).unwrap_or(0)) as u32;
        Err(request(Request::ThreadEnded { thread }))
    }),
    ("_lockstep.name_thread", |vm, args| {
        let [thread, name, daemon] =
            vm.parse(args, "name_thread", ["/thread", "/name", "/daemon"], 3)?;
        let thread = vm.int_arg(thread)? as u32;
        let daemon = vm.truth(daemon)?;
        let name = vm
            .heap
            .str(name)
            .map(|t| t.s.to_string())
            .unwrap_or_default();
        Err(request(Request::NameThread {
            thread,
            name,
            daemon,
        }))
    }),
    ("_lockstep.begin", |vm, args| {
        // The beginning of a thread is a step of its own, unless its own code is the program's: that is entered.
        let [run, target] = vm.parse(args, "begin", ["/run", "/target"], 2)?;
        if is_of_program(vm, run) || is_of_program(vm, target) {
            return Ok(Value::None);
        }
        Err(request(Request::Pause))
    }),
    ("_lockstep.current", |vm, _| {
        note_identity(vm);
        Ok(Value::Int(i64::from(vm.stack.thread)))
    }),
    ("_lockstep.sleep", |vm, args| {
        let [time] = vm.parse(args, "sleep", ["/seconds"], 1)?;
        if matches!(time, Value::None) || vm.heap.str(time).is_some() {
            let name = vm.type_name(time);
            return Err(vm.type_error(&format!(
                "'{name}' object cannot be interpreted as an integer"
            )));
        }
        if is_negative(vm, time) {
            return Err(vm.value_error("sleep length must be non-negative"));
        }
        let ns = seconds(vm, time)?.unwrap_or(0);
        Err(request(Request::Sleep { ns }))
    }),
    ("_lockstep.compute", |vm, args| {
        let [time] = vm.parse(args, "compute", ["/seconds"], 1)?;
        let ns = seconds(vm, time)?.unwrap_or(0);
        Err(request(Request::Compute { ns }))
    }),
    ("_lockstep.clock", |vm, args| {
        let which = vm.arg(args, 0).map_or(0, |v| vm.index(v).unwrap_or(0));
        Err(request(Request::Clock(match which {
            0 => Clock::Real,
            1 => Clock::Monotonic,
            2 => Clock::Process,
            _ => Clock::Thread,
        })))
    }),
    ("_lockstep.write", |vm, args| {
        let [error, text] = vm.parse(args, "write", ["/error", "/text"], 2)?;
        let error = vm.truth(error)?;
        let text = vm.str_arg(text, "write() argument")?.s.to_string();
        Err(request(Request::Write { error, text }))
    }),
    ("_lockstep.exit_process", |vm, args| {
        let code = vm.arg(args, 0).map_or(0, |v| vm.index(v).unwrap_or(0)) as i32;
        Err(request(Request::ExitProcess { code }))
    }),
    ("_lockstep.handled", |vm, _| Ok(vm.stack.handled)),
    ("_lockstep.argv", |vm, _| {
        let items = vm.program.settings.argv.clone();
        let items = items.iter().map(|s| vm.new_str(s)).collect();
        Ok(vm.list(items))
    }),
];

impl Vm<'_> {
    /// Notes something for the record.
    pub fn effect(&mut self, effect: Effect) {
        match effect {
            Effect::Acquire(id) => self.heap.note(id, Access::Acquire),
            Effect::Release(id) => self.heap.note(id, Access::Release),
            _ => {}
        }
        self.woke |= matches!(effect, Effect::Release(_) | Effect::Notify(..));
        if let Some(log) = &mut self.log {
            log.push(effect);
        }
    }
}

/// Whether a callable is a function or method of the program.
fn is_of_program(vm: &Vm, callable: Value) -> bool {
    match callable.object().map(|id| &vm.heap.get(id).kind) {
        Some(Kind::Function(f)) => !vm.program.code(f.code).library,
        Some(Kind::Method { function, .. }) => is_of_program(vm, *function),
        _ => false,
    }
}

/// Notes, in exploration, that the program asks which thread it is; the books of threads do so all the time.
fn note_identity(vm: &mut Vm) {
    let Some(exploring) = &mut vm.exploring else {
        return;
    };
    let program = vm.program;
    let asks = vm.stack.frames.iter().rev().find(|frame| {
        let code = program.code(frame.code);
        !(code.quiet && &*code.code.qualname == "current_thread")
    });
    if asks.is_some_and(|frame| !program.code(frame.code).quiet) {
        exploring.touched.identity = true;
    }
}

/// The signal that asks the machine.
pub fn request(request: Request) -> Signal {
    Signal::Request(Box::new(request))
}

fn this(vm: &Vm, args: &Args) -> Option<ObjectId> {
    vm.arg(args, 0).and_then(Value::object)
}

fn waiters<'a>(vm: &'a mut Vm, args: &Args) -> Option<&'a mut Vec<Waiter>> {
    let id = vm.arg(args, 0)?.object()?;
    match &mut vm.heap.get_mut(id).kind {
        Kind::Waiters(list) => Some(Rc::make_mut(list)),
        _ => None,
    }
}

fn is_negative(vm: &Vm, value: Value) -> bool {
    match crate::vm::operations::number(vm.heap, value) {
        Some(crate::vm::operations::Number::Int(i)) => i < 0,
        Some(crate::vm::operations::Number::Float(x)) => x < 0.0,
        _ => false,
    }
}

/// The longest time that CPython's clock type holds: some 292 years.
const MAX_SECONDS: i64 = i64::MAX / 1_000_000_000;

/// A number of seconds as nanoseconds; `None` for None and for negative ones.
pub fn seconds(vm: &mut Vm, value: Value) -> Answer<Option<u64>> {
    use crate::vm::operations::{Number, number};
    Ok(match number(vm.heap, value) {
        None if value == Value::None || value.is_null() => None,
        None => {
            let name = vm.type_name(value);
            return Err(vm.type_error(&format!(
                "'{name}' object cannot be interpreted as an integer"
            )));
        }
        Some(Number::Int(i)) if i < 0 => None,
        Some(Number::Int(i)) if i <= MAX_SECONDS => Some(i as u64 * 1_000_000_000),
        Some(Number::Float(x)) if x < 0.0 => None,
        Some(Number::Float(x)) if x > MAX_SECONDS as f64 => {
            return Err(vm.error(
                types::OVERFLOW_ERROR,
                "timestamp out of range for platform time_t",
            ));
        }
        Some(Number::Float(x)) if x.is_nan() => {
            return Err(vm.value_error("Invalid value NaN (not a number)"));
        }
        Some(Number::Float(x)) => Some((x * 1e9).round() as u64),
        Some(Number::Int(_) | Number::Big(_)) => {
            return Err(vm.error(
                types::OVERFLOW_ERROR,
                "timestamp too large to convert to C PyTime_t",
            ));
        }
    })
}

fn acquire(vm: &mut Vm, args: &Args) -> Answer {
    // CPython does not count the lock itself.
    let given = args.len + args.keywords.len();
    if given > 3 {
        let message = format!("acquire() takes at most 2 arguments ({} given)", given - 1);
        return Err(vm.type_error(&message));
    }
    let [lock, blocking, timeout] =
        vm.parse(args, "acquire", ["/self", "blocking", "timeout"], 1)?;
    let blocking = if blocking.is_null() {
        true
    } else {
        vm.truth(blocking)?
    };
    let has_timeout =
        !timeout.is_null() && timeout != Value::Int(-1) && timeout != Value::Float(-1.0);
    if !blocking && has_timeout {
        return Err(vm.value_error("can't specify a timeout for a non-blocking call"));
    }
    if has_timeout && is_negative(vm, timeout) {
        return Err(vm.value_error("timeout value must be a non-negative number"));
    }
    let timeout = if has_timeout {
        seconds(vm, timeout)?
    } else {
        None
    };
    let Some(id) = lock.object() else {
        return Ok(Value::None);
    };
    let waits = blocking && timeout != Some(0);
    if !waits && let Some(exploring) = &mut vm.exploring {
        exploring.touched.tried.push(id);
    }
    if !(vm.pends && waits && !vm.owns(id)) && vm.try_acquire(id) {
        return Ok(Value::Bool(true));
    }
    if !blocking || timeout == Some(0) {
        return Ok(Value::Bool(false));
    }
    Err(request(Request::Acquire {
        lock: id,
        timeout,
        context: Value::None,
    }))
}

impl Vm<'_> {
    /// Whether a lock is an RLock of this thread.
    fn owns(&self, id: ObjectId) -> bool {
        matches!(&self.heap.get(id).kind, Kind::RLock { owner, .. } if *owner == Some(self.stack.thread))
    }

    /// Takes a lock for this thread if it is free (or, for an RLock, its own).
    pub fn try_acquire(&mut self, id: ObjectId) -> bool {
        let me = self.stack.thread;
        let kind = match &self.heap.get(id).kind {
            Kind::Lock { owner: None } => Kind::Lock { owner: Some(me) },
            Kind::RLock { owner: None, .. } => Kind::RLock {
                owner: Some(me),
                count: 1,
            },
            Kind::RLock {
                owner: Some(owner),
                count,
            } if *owner == me => {
                let count = count + 1;
                self.heap.get_mut(id).kind = Kind::RLock {
                    owner: Some(me),
                    count,
                };
                return true;
            }
            _ => return false,
        };
        self.heap.get_mut(id).kind = kind;
        self.effect(Effect::Acquire(id));
        true
    }
}

fn release(vm: &mut Vm, args: &Args) -> Answer {
    let Some(id) = this(vm, args) else {
        return Ok(Value::None);
    };
    let me = vm.stack.thread;
    match &vm.heap.get(id).kind {
        Kind::Lock { owner: Some(_) } => {
            vm.heap.get_mut(id).kind = Kind::Lock { owner: None };
            vm.effect(Effect::Release(id));
            Ok(Value::None)
        }
        Kind::Lock { owner: None } => Err(vm.error(types::RUNTIME_ERROR, "release unlocked lock")),
        Kind::RLock {
            owner: Some(owner),
            count,
        } if *owner == me => {
            let count = count - 1;
            if count == 0 {
                vm.heap.get_mut(id).kind = Kind::RLock {
                    owner: None,
                    count: 0,
                };
                vm.effect(Effect::Release(id));
            } else {
                vm.heap.get_mut(id).kind = Kind::RLock {
                    owner: Some(me),
                    count,
                };
            }
            Ok(Value::None)
        }
        _ => Err(vm.error(types::RUNTIME_ERROR, "cannot release un-acquired lock")),
    }
}

fn locked(vm: &mut Vm, args: &Args) -> Answer {
    if let (Some(id), Some(exploring)) = (this(vm, args), &mut vm.exploring) {
        exploring.touched.tried.push(id);
    }
    let taken = match this(vm, args).map(|id| &vm.heap.get(id).kind) {
        Some(Kind::Lock { owner }) => owner.is_some(),
        Some(Kind::RLock { owner, .. }) => owner.is_some(),
        _ => false,
    };
    Ok(Value::Bool(taken))
}

/// The signal that calls a function of the prelude.
pub fn call_prelude(vm: &Vm, name: &str, args: Vec<Value>, like: &Args) -> Signal {
    Signal::Call(Box::new(Call {
        function: vm.prelude(name),
        args,
        keywords: like.keywords.clone(),
        ret: crate::vm::frame::Ret::Push,
    }))
}

//! What the library module `_pickle` and the hooks of `object` are built on: see [`crate::vm::pickle`].

use crate::vm::exec::Vm;
use crate::vm::names;
use crate::vm::natives::{Table, lists};
use crate::vm::object::Kind;
use crate::vm::pickle::{self, Pickled};
use crate::vm::pickle_load::{Loader, Step};
use crate::vm::pickle_reduce;
use crate::vm::signal::{Answer, Signal};
use crate::vm::value::{CodeRef, Value};
use std::rc::Rc;

/// See the module.
pub const TABLE: Table = &[
    ("_lockstep.pickle", |vm, args| {
        // Bytes; a list of objects to reduce in Python first; or the message of a PicklingError.
        let [value, protocol, reduced] =
            vm.parse(args, "pickle", ["/value", "/protocol", "/reduced"], 3)?;
        let protocol = vm.int_arg(protocol)?.clamp(0, 5) as u8;
        let reductions = pickle::reductions(vm, reduced);
        Ok(match pickle::dumps(vm, value, protocol, reductions)? {
            Pickled::Bytes(data) => vm.new_bytes(data),
            Pickled::Ask(objects) => vm.list(objects),
            Pickled::Refused(message) => vm.string(message),
        })
    }),
    ("_lockstep.unpickle", |vm, args| {
        let [data, at, stack, memo, marks] = vm.parse(
            args,
            "unpickle",
            ["/data", "/at", "/stack", "/memo", "/marks"],
            5,
        )?;
        let Some(data) = vm.bytes_of(data) else {
            let name = vm.type_name(data);
            return Err(vm.type_error(&format!("a bytes-like object is required, not '{name}'")));
        };
        let mut loader = Loader {
            at: vm.int_arg(at)? as usize,
            stack: take_list(vm, stack),
            memo: take_list(vm, memo),
            marks: take_list(vm, marks)
                .into_iter()
                .map(|v| vm.index(v).unwrap_or(0) as usize)
                .collect(),
        };
        let step = loader.run(vm, &data)?;
        put_list(vm, stack, loader.stack);
        put_list(vm, memo, loader.memo);
        let kept = loader.marks.iter().map(|m| Value::Int(*m as i64)).collect();
        put_list(vm, marks, kept);
        let (code, a, b) = match step {
            Step::Done(value) => (0, value, Value::None),
            Step::Call(function, args) => (1, function, args),
            Step::SetState(target, state) => (2, target, state),
            Step::SetItems(target, pairs) => (3, target, pairs),
            Step::Add(target, items) => (4, target, items),
            Step::Frozen(items) => (5, items, Value::None),
            Step::Find(module, name) => (6, module, name),
            Step::New(class, args) => (7, class, args),
            Step::NewEx(class, args) => (8, class, args),
            Step::Bad(message) => (9, vm.string(message), Value::None),
        };
        let at = Value::Int(loader.at as i64);
        Ok(vm.tuple(vec![at, Value::Int(code), a, b]))
    }),
    ("_lockstep.find", |vm, args| {
        // (object,) for a module's dotted attribute, or None.
        let [module, name] = vm.parse(args, "find", ["/module", "/name"], 2)?;
        let text = |vm: &Vm, v: Value| vm.heap.str(v).map(|t| t.s.to_string());
        let (Some(module), Some(name)) = (text(vm, module), text(vm, name)) else {
            return Ok(Value::None);
        };
        Ok(match pickle_reduce::resolve(vm, &module, &name) {
            Some(value) => vm.tuple(vec![value]),
            None => Value::None,
        })
    }),
    ("_lockstep.import_module", |vm, args| {
        // Runs the code of a module that is part of the program, unless it has run.
        let name = vm.arg(args, 0).unwrap_or(Value::None);
        let name = vm.str_arg(name, "module name")?;
        let wanted = if &*name.s == "__mp_main__" {
            "__main__"
        } else {
            &*name.s
        };
        let Some(&id) = vm.program.modules.get(wanted) else {
            let error = vm.exception(
                crate::vm::types::MODULE_NOT_FOUND_ERROR,
                &format!("No module named '{}'", name.s),
            );
            return Err(Signal::Raise(error));
        };
        let Kind::Module(module) = &mut vm.heap.get_mut(id).kind else {
            return Ok(Value::None);
        };
        let runs = std::mem::replace(&mut Rc::make_mut(module).imported, true);
        if runs || wanted == "__main__" {
            return Ok(Value::Object(id));
        }
        let first = vm.program.units[module.unit as usize].first_code;
        let body = crate::vm::program::function(vm.heap, CodeRef(first), id);
        Err(lists::call(body, vec![]))
    }),
    ("copyreg.__newobj__", |vm, args| {
        let class = vm.arg(args, 0).unwrap_or(Value::None);
        let new = vm.get_attribute(class, names::NEW)?;
        let all = vm.positional(args);
        Err(lists::call(new, all))
    }),
    ("builtins._default_reduction", |vm, args| {
        let value = vm.arg(args, 0).unwrap_or(Value::None);
        default_reduction(vm, value)
    }),
    ("object.__reduce_ex__", |vm, args| {
        let all = vm.positional(args);
        vm.in_python("_reduce_ex", &all)
    }),
    ("object.__reduce__", |vm, args| {
        let value = vm.arg(args, 0).unwrap_or(Value::None);
        vm.in_python("_reduce_ex", &[value, Value::None])
    }),
    ("object.__getstate__", |vm, args| {
        let state = vm
            .arg(args, 0)
            .and_then(Value::object)
            .and_then(|id| pickle_reduce::state(vm, id));
        Ok(state.unwrap_or(Value::None))
    }),
];

fn take_list(vm: &mut Vm, list: Value) -> Vec<Value> {
    match list.object().map(|id| &mut vm.heap.get_mut(id).kind) {
        Some(Kind::List(items)) => std::mem::take(Rc::make_mut(items)),
        _ => Vec::new(),
    }
}

fn put_list(vm: &mut Vm, list: Value, items: Vec<Value>) {
    if let Some(id) = list.object() {
        vm.heap.get_mut(id).kind = Kind::List(Rc::new(items));
    }
}

/// (function, args, state, items, pairs), the last three None if there are none.
fn default_reduction(vm: &mut Vm, value: Value) -> Answer {
    let Some(id) = value.object() else {
        let name = vm.type_name(value);
        return Err(vm.type_error(&format!("cannot pickle '{name}' object")));
    };
    let parts = pickle_reduce::default(vm, id)?;
    let args = match parts.tuple {
        Value::Null => vm.tuple(parts.args),
        given => given,
    };
    let list = match parts.items {
        Some(list) => vm.list(list),
        None => Value::None,
    };
    let pairs = match parts.pairs {
        Some(pairs) => {
            let pairs = pairs
                .into_iter()
                .map(|(k, v)| vm.tuple(vec![k, v]))
                .collect();
            vm.list(pairs)
        }
        None => Value::None,
    };
    let state = parts.state.unwrap_or(Value::None);
    Ok(vm.tuple(vec![parts.function, args, state, list, pairs]))
}

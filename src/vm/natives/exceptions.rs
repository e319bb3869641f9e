//! Methods of exceptions.

use crate::vm::natives::Table;
use crate::vm::object::Kind;
use crate::vm::types;
use crate::vm::value::Value;
use std::rc::Rc;

/// Methods of exceptions.
pub const TABLE: Table = &[
    ("BaseException.__init__", |vm, args| {
        let items = vm.positional(args);
        if let [this, rest @ ..] = items.as_slice() {
            let tuple = vm.tuple(rest.to_vec());
            if let Some(data) = vm.exception_data(*this) {
                data.args = tuple;
            }
        }
        Ok(Value::None)
    }),
    ("BaseException.__str__", |vm, args| {
        let value = vm.arg(args, 0).unwrap_or(Value::None);
        vm.str_of_exception(value)
    }),
    ("BaseException.with_traceback", |vm, args| {
        let [this, traceback] = vm.parse(args, "with_traceback", ["/self", "/tb"], 2)?;
        if traceback != Value::None {
            return vm.in_python("_with_traceback", &[this, traceback]);
        }
        if let Some(data) = vm.exception_data(this) {
            data.traceback.clear();
        }
        Ok(this)
    }),
    ("BaseException.add_note", |vm, args| {
        let [this, note] = vm.parse(args, "add_note", ["/self", "/note"], 2)?;
        let existing = vm.exception_data(this).map_or(Value::None, |e| e.notes);
        let list = if existing == Value::None {
            vm.list(vec![])
        } else {
            existing
        };
        if let Some(id) = list.object() {
            vm.list_push(id, note);
        }
        if let Some(data) = vm.exception_data(this) {
            data.notes = list;
        }
        Ok(Value::None)
    }),
    ("BaseException.__new__", |vm, args| {
        let items = vm.positional(args);
        let class = items
            .first()
            .and_then(|v| v.object())
            .unwrap_or(types::EXCEPTION);
        Ok(vm.exception_of(class, items.get(1..).unwrap_or_default().to_vec()))
    }),
    ("BaseException.__reduce__", |vm, args| {
        let value = vm.arg(args, 0).unwrap_or(Value::None);
        let class = Value::Object(vm.class_of(value));
        let data = vm.exception_data(value).map_or(Value::None, |e| e.args);
        let items = match data.object().map(|id| &vm.heap.get(id).kind) {
            Some(Kind::Tuple(items)) => Rc::clone(items),
            _ => Rc::new([]),
        };
        let args = vm.tuple(items.to_vec());
        Ok(vm.tuple(vec![class, args]))
    }),
];

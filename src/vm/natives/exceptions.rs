//! Methods of exceptions.

use crate::vm::names;
use crate::vm::natives::Table;
use crate::vm::object::Kind;
use crate::vm::types;
use crate::vm::value::Value;

/// Methods of exceptions.
pub const TABLE: Table = &[
    ("BaseException.__init__", |vm, args| {
        let items = vm.positional(args);
        if let [this, rest @ ..] = items.as_slice() {
            let rest = vm.os_error_parts(*this, rest.to_vec());
            let tuple = vm.tuple(rest);
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
        if !vm.is_instance(note, types::STR) {
            let kind = vm.type_name(note);
            return Err(vm.type_error(&format!("note must be a str, not '{kind}'")));
        }
        match vm.plain_attr(this, names::NOTES) {
            None => {
                let list = vm.list(vec![note]);
                vm.set_plain_attr(this, names::NOTES, list);
            }
            Some(Value::Object(id)) if matches!(vm.heap.get(id).kind, Kind::List(_)) => {
                vm.list_push(id, note);
            }
            Some(_) => return Err(vm.type_error("Cannot add note: __notes__ is not a list")),
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
        let args = vm.exception_args(value);
        Ok(vm.tuple(vec![class, args]))
    }),
];

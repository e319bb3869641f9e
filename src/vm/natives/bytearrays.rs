//! How bytes and bytearrays are made, and what only bytearrays have.

use crate::vm::calls::Args;
use crate::vm::exec::Vm;
use crate::vm::natives::Table;
use crate::vm::natives::bytes::{array, byte_arg, change, contents, receiver};
use crate::vm::signal::Answer;
use crate::vm::types;
use crate::vm::value::Value;

/// Constructors, and what only bytearrays have.
pub const CHANGES: Table = &[
    ("bytes.__new__", new_bytes),
    ("bytearray.__new__", |vm, args| {
        let data = contents(vm, args, true)?;
        Ok(array(vm, data))
    }),
    ("bytearray.append", |vm, args| {
        let (this, [item]) = vm.method(args, "append", ["/item"], 1)?;
        let byte = byte_arg(vm, item, true)?;
        change(vm, this, |data| data.push(byte));
        Ok(Value::None)
    }),
    ("bytearray.extend", |vm, args| {
        let this = vm.arg(args, 0).unwrap_or(Value::None);
        let more = match vm.arg(args, 1).and_then(|v| vm.bytes_of(v)) {
            Some(data) => data.to_vec(),
            None => {
                let items = vm.items_of(args, 1, "bytearray.extend")?;
                let mut data = Vec::new();
                for item in items {
                    data.push(byte_arg(vm, item, true)?);
                }
                data
            }
        };
        vm.check_size(more.len() as u64)?;
        change(vm, this, |data| data.extend_from_slice(&more));
        Ok(Value::None)
    }),
    ("bytearray.insert", |vm, args| {
        let (this, [at, item]) = vm.method(args, "insert", ["/index", "/item"], 2)?;
        let (at, byte) = (vm.int_arg(at)?, byte_arg(vm, item, true)?);
        change(vm, this, |data| {
            let len = data.len() as i64;
            let at = if at < 0 {
                (at + len).max(0)
            } else {
                at.min(len)
            };
            data.insert(at as usize, byte);
        });
        Ok(Value::None)
    }),
    ("bytearray.pop", |vm, args| {
        let (this, [at]) = vm.method(args, "pop", ["/index"], 0)?;
        let len = receiver(vm, this)?.len() as i64;
        if len == 0 {
            return Err(vm.error(types::INDEX_ERROR, "pop from empty bytearray"));
        }
        let at = if at.is_null() { -1 } else { vm.int_arg(at)? };
        let at = if at < 0 { at + len } else { at };
        if at < 0 || at >= len {
            return Err(vm.error(types::INDEX_ERROR, "pop index out of range"));
        }
        let mut byte = 0;
        change(vm, this, |data| byte = data.remove(at as usize));
        Ok(Value::Int(i64::from(byte)))
    }),
    ("bytearray.remove", |vm, args| {
        let (this, [item]) = vm.method(args, "remove", ["/value"], 1)?;
        let byte = byte_arg(vm, item, true)?;
        let data = receiver(vm, this)?;
        match data.iter().position(|b| *b == byte) {
            Some(at) => change(vm, this, |data| {
                data.remove(at);
            }),
            None => return Err(vm.value_error("value not found in bytearray")),
        }
        Ok(Value::None)
    }),
    ("bytearray.clear", |vm, args| {
        let this = vm.arg(args, 0).unwrap_or(Value::None);
        change(vm, this, Vec::clear);
        Ok(Value::None)
    }),
    ("bytearray.reverse", |vm, args| {
        let this = vm.arg(args, 0).unwrap_or(Value::None);
        change(vm, this, |data| data.reverse());
        Ok(Value::None)
    }),
    ("bytearray.copy", |vm, args| {
        let this = vm.arg(args, 0).unwrap_or(Value::None);
        let data = receiver(vm, this)?;
        Ok(array(vm, data.to_vec()))
    }),
];

fn new_bytes(vm: &mut Vm, args: &Args) -> Answer {
    if args.len == 1
        && args.keywords.is_empty()
        && let Some(value) = vm.arg(args, 0)
        && vm.class_of(value) == types::BYTES
    {
        return Ok(value);
    }
    let data = contents(vm, args, false)?;
    Ok(vm.new_bytes(data))
}

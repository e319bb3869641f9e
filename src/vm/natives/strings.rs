//! Methods of strings and bytes.

use crate::vm::exec::Vm;
use crate::vm::natives::Table;
use crate::vm::signal::{Answer, Signal};
use crate::vm::value::Value;

/// Methods of strings and bytes.
pub const TABLE: Table = &[
    ("str.__new__", |vm, args| {
        let [value, _, _] = vm.parse(args, "str", ["object", "encoding", "errors"], 0)?;
        if value.is_null() {
            return Ok(vm.new_str(""));
        }
        vm.str_of(value)
    }),
    ("str.join", |vm, args| {
        let [this, _] = vm.parse(args, "str.join", ["/self", "/iterable"], 2)?;
        let separator = vm.str_arg(this, "self")?;
        let items = vm.items_of(args, 1, "str.join")?;
        let mut out = String::new();
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                out.push_str(&separator.s);
            }
            match vm.heap.str(*item) {
                Some(text) => out.push_str(&text.s),
                None => {
                    let name = vm.type_name(*item);
                    return Err(vm.type_error(&format!(
                        "sequence item {i}: expected str instance, {name} found"
                    )));
                }
            }
            vm.check_size(out.len())?;
        }
        Ok(vm.string(out))
    }),
];

/// `text % values`
pub fn percent(_vm: &mut Vm, _left: Value, _right: Value) -> Answer {
    Err(Signal::Unsupported(
        "% formatting is not supported yet: use an f-string".into(),
    ))
}

//! Methods and operators of sets.

use crate::vm::exec::Vm;
use crate::vm::natives::Table;
use crate::vm::object::{Kind, Layout};
use crate::vm::operations::plain_equal;
use crate::vm::set::Set;
use crate::vm::signal::{Answer, Signal};
use crate::vm::types;
use crate::vm::value::Value;
use std::rc::Rc;

/// Methods of sets.
pub const TABLE: Table = &[
    ("set.__new__", |vm, args| {
        vm.parse(args, "set", ["/iterable"], 0)?;
        let items = if args.len == 0 {
            vec![]
        } else {
            vm.items_of(args, 0, "set.__new__")?
        };
        from_items(vm, items, false)
    }),
    ("frozenset.__new__", |vm, args| {
        vm.parse(args, "frozenset", ["/iterable"], 0)?;
        let items = if args.len == 0 {
            vec![]
        } else {
            vm.items_of(args, 0, "frozenset.__new__")?
        };
        from_items(vm, items, true)
    }),
    ("set.add", |vm, args| {
        let [this, item] = vm.parse(args, "set.add", ["/self", "/item"], 2)?;
        if let Some(id) = this.object() {
            vm.set_add(id, item)?;
        }
        Ok(Value::None)
    }),
];

/// A set of items, in the order in which they come.
pub fn from_items(vm: &mut Vm, items: Vec<Value>, frozen: bool) -> Answer {
    let class = if frozen { types::FROZENSET } else { types::SET };
    let value = vm.heap.make(class, Kind::Set(Rc::new(Set::default())));
    let Some(id) = value.object() else {
        return Ok(value);
    };
    for item in &items {
        match vm.set_add(id, *item) {
            Ok(_) => {}
            Err(Signal::Call(_)) => {
                let list = vm.list(items);
                return vm.in_python("_set_from", &[list, Value::Bool(frozen)]);
            }
            Err(other) => return Err(other),
        }
    }
    Ok(value)
}

/// `|`, `&`, `-`, `^` of sets (and `|` of dicts).
pub fn operator(
    vm: &mut Vm,
    operator: u32,
    plain: u32,
    inplace: bool,
    left: Value,
    right: Value,
) -> Answer {
    let (Some(a), Some(b)) = (left.object(), right.object()) else {
        return Err(vm.unsupported_operands(operator, left, right));
    };
    let (Kind::Set(s), Kind::Set(t)) = (&vm.heap.get(a).kind, &vm.heap.get(b).kind) else {
        if plain == 7 && vm.dict_data(a).is_some() && vm.dict_data(b).is_some() {
            return vm.in_python("_dict_or", &[left, right, Value::Bool(inplace)]);
        }
        if matches!(vm.heap.get(a).kind, Kind::DictView { .. } | Kind::Set(_))
            && matches!(vm.heap.get(b).kind, Kind::DictView { .. } | Kind::Set(_))
        {
            let symbol = Value::Int(i64::from(plain));
            return vm.in_python("_view_operator", &[symbol, left, right]);
        }
        return Err(vm.unsupported_operands(operator, left, right));
    };
    let heap = &*vm.heap;
    let same = |x: &Value, y: &Value| plain_equal(heap, *x, *y, 1).unwrap_or(false);
    let table = match plain {
        7 => s.table.union(&t.table, same),
        1 => s.table.intersection(&t.table, same),
        10 => s.table.difference(&t.table, same),
        _ => s.table.symmetric_difference(&t.table, same),
    };
    let kind = Kind::Set(Rc::new(Set { table }));
    if inplace && vm.layout(vm.heap.get(a).class) == Layout::Set {
        vm.heap.get_mut(a).kind = kind;
        return Ok(left);
    }
    let class = if vm.layout(vm.heap.get(a).class) == Layout::FrozenSet {
        types::FROZENSET
    } else {
        types::SET
    };
    Ok(vm.heap.make(class, kind))
}

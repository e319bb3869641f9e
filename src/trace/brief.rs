//! Values in a few characters, for pictures.

use crate::machine::{ProcessId, State, ThreadId};
use crate::vm::exec::Vm;
use crate::vm::object::Kind;
use crate::vm::value::Value;
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

/// Most characters of a value.
const WIDTH: usize = 48;
/// Bytes from which on a value is long.
const LONG: usize = 1000;
/// Most items of a container.
const ITEMS: usize = 8;

/// The repr of a value, shortened; objects whose repr is Python code are named by their class.
pub fn brief(state: &State, process: ProcessId, value: Value) -> String {
    // Reprs allocate: that must not show in the run itself.
    let mut scratch = state.clone();
    let main = scratch.process(process).main;
    let text = scratch.with_vm(main, |vm| write(vm, value, 0));
    shorten(text)
}

fn shorten(text: String) -> String {
    if text.chars().count() <= WIDTH {
        return text;
    }
    let mut short: String = text.chars().take(WIDTH - 1).collect();
    short.push('…');
    short
}

fn write(vm: &mut Vm, value: Value, depth: u32) -> String {
    let Some(id) = value.object() else {
        return vm.plain_repr(value);
    };
    let object = vm.heap.get(id).clone();
    let mut list = |items: &[Value], open: &str, close: &str| {
        let mut parts: Vec<String> = items
            .iter()
            .take(ITEMS)
            .map(|v| write(vm, *v, depth + 1))
            .collect();
        if items.len() > ITEMS {
            parts.push("…".into());
        }
        format!("{open}{}{close}", parts.join(", "))
    };
    if depth > 3 {
        return "…".into();
    }
    match &object.kind {
        Kind::List(items) => list(items, "[", "]"),
        Kind::Tuple(items) if items.len() == 1 => list(items, "(", ",)"),
        Kind::Tuple(items) => list(items, "(", ")"),
        Kind::Dict(dict) => {
            let entries: Vec<_> = dict.iter().take(ITEMS).copied().collect();
            let mut parts = Vec::new();
            for entry in entries {
                let key = write(vm, entry.key, depth + 1);
                let value = write(vm, entry.value, depth + 1);
                parts.push(format!("{key}: {value}"));
            }
            if dict.len() > ITEMS {
                parts.push("…".into());
            }
            format!("{{{}}}", parts.join(", "))
        }
        Kind::Plain | Kind::Lock { .. } | Kind::RLock { .. } => {
            let class = vm.class_of(value);
            format!("<{}>", vm.class_name(class))
        }
        // What is long is not written out to be cut: that would be done anew at every step.
        Kind::Str(text) if text.s.len() > LONG => {
            let start = text.s.chars().take(2 * WIDTH).collect();
            let start = vm.string(start);
            vm.plain_repr(start)
        }
        Kind::Bytes(data) if data.len() > LONG => {
            let start = Kind::Bytes(data[..2 * WIDTH].into());
            let start = vm.heap.make(object.class, start);
            vm.plain_repr(start)
        }
        Kind::BigInt(n) if n.bits() > 8 * LONG as u64 => about(n),
        _ => vm.plain_repr(value),
    }
}

/// A large int in powers of ten: `≈1.27e+30103`.
fn about(n: &BigInt) -> String {
    let shift = n.bits().saturating_sub(64);
    let top = (n.magnitude() >> shift).to_f64().unwrap_or(f64::MAX);
    let log = libm::log10(top) + shift as f64 * std::f64::consts::LOG10_2;
    let sign = if n.is_negative() { "-" } else { "" };
    format!(
        "≈{sign}{:.2}e+{}",
        libm::pow(10.0, log.fract()),
        log.trunc()
    )
}

/// Whether a value is worth showing among the variables: no module, function or class.
pub fn is_data(state: &State, process: ProcessId, value: Value) -> bool {
    match value {
        Value::Null | Value::Native(_) | Value::NotImplemented => false,
        Value::Object(id) => {
            let heap = &state.process(process).heap;
            let object = heap.get(id);
            match &object.kind {
                Kind::Module(_)
                | Kind::Function(_)
                | Kind::Method { .. }
                | Kind::Class(_)
                | Kind::Code(_)
                | Kind::Cell(_)
                | Kind::Iterator(_)
                | Kind::Lock { .. }
                | Kind::RLock { .. }
                | Kind::StaticMethod(_)
                | Kind::ClassMethod(_) => false,
                Kind::Plain => matches!(
                    &heap.get(object.class).kind,
                    Kind::Class(class) if &*class.module == "__main__"
                ),
                _ => true,
            }
        }
        _ => true,
    }
}

/// The process of a thread.
pub fn process_of(state: &State, thread: ThreadId) -> ProcessId {
    state.thread(thread).process
}

//! The names that a program has for what its processes share: a pipe or semaphore is known by the queue,
//! connection or lock that stands for it.

use crate::machine::State;
use crate::trace::snapshot::SyncKey;
use crate::vm::heap::Heap;
use crate::vm::object::Kind;
use crate::vm::value::Value;

/// The class and the name of what stands for a pipe or semaphore, if the source has a name for it.
pub fn named(state: &State, key: SyncKey) -> Option<(String, String)> {
    let mut second = None;
    for (heap, name, value) in variables(state) {
        let attr = |value: Value, name: &str| {
            let name = state.names.lookup(name)?;
            heap.get(value.object()?).attrs.as_ref()?.get(name)
        };
        let is = |value: Option<Value>, number: u32| value == Some(Value::Int(i64::from(number)));
        let (first, other) = match key {
            SyncKey::Semaphore(number) => {
                let inner = attr(value, "_semlock");
                (is(inner.and_then(|s| attr(s, "handle")), number), false)
            }
            SyncKey::Pipe(number) => {
                let reader = attr(value, "_reader").and_then(|r| attr(r, "_reader_pipe"));
                let reads = is(reader, number) || is(attr(value, "_reader_pipe"), number);
                (reads, is(attr(value, "_writer_pipe"), number))
            }
            SyncKey::Object(..) => return None,
        };
        if first {
            return Some((class(heap, value), name.to_string()));
        }
        if other && second.is_none() {
            second = Some((class(heap, value), name.to_string()));
        }
    }
    second
}

fn class(heap: &Heap, value: Value) -> String {
    let class = value.object().map(|id| heap.get(id).class);
    match class.map(|class| &heap.get(class).kind) {
        Some(Kind::Class(class)) => class.name.to_string(),
        _ => "object".into(),
    }
}

/// The variables of the program's own code, globals first, in all processes.
fn variables(state: &State) -> Vec<(&Heap, &str, Value)> {
    let mut found: Vec<(&Heap, &str, Value)> = Vec::new();
    for process in &state.processes {
        for unit in state.program.units.iter().filter(|unit| !unit.library) {
            let Kind::Module(module) = &process.heap.get(unit.module).kind else {
                continue;
            };
            for (slot, value) in module.slots.iter().enumerate() {
                found.push((&process.heap, state.names.get(unit.slots[slot]), *value));
            }
        }
    }
    for thread in &state.threads {
        let heap = &state.process(thread.process).heap;
        for frame in &thread.stack.frames {
            let code = state.program.code(frame.code);
            if code.library {
                continue;
            }
            for (i, name) in code.code.locals.iter().enumerate() {
                let value = thread.stack.values[frame.base as usize + i];
                found.push((heap, name, value));
            }
        }
    }
    found.retain(|(_, _, value)| value.object().is_some());
    found
}

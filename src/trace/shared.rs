//! The names that a program has for what its processes share: a pipe or semaphore is known by the queue,
//! connection or lock that stands for it, a cell of shared memory by its `Value` or `Array`.

use crate::machine::{ProcessId, State};
use crate::trace::brief::brief;
use crate::trace::snapshot::SyncKey;
use crate::vm::heap::Heap;
use crate::vm::object::Kind;
use crate::vm::value::Value;

/// The class and the name of what stands for a pipe or semaphore, if the source has a name for it.
pub fn named(state: &State, key: SyncKey) -> Option<(String, String)> {
    let mut second = None;
    for (heap, name, value) in variables(state) {
        let attr = |value: Value, name: &str| attribute(state, heap, value, name);
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
            SyncKey::Object(..) | SyncKey::Nothing => return None,
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

/// A cell of shared memory as the source names it (`total.value`, `cells[2]`, `point.x`), and what it holds as the
/// source sees it; `None` for what the library keeps there for itself.
pub fn cell(state: &State, memory: u32, index: usize, value: Value) -> Option<(String, String)> {
    let found = variables(state);
    let direct = found.iter().find_map(|(heap, name, holder)| {
        path(state, heap, *holder, memory, index).map(|p| (name.to_string(), p))
    });
    let (name, (path, kind)) = direct.or_else(|| {
        found.iter().find_map(|(heap, name, holder)| {
            let inside = parts(state, heap, *holder);
            inside.into_iter().find_map(|(part, value)| {
                path(state, heap, value, memory, index).map(|p| (format!("{name}{part}"), p))
            })
        })
    })?;
    Some((format!("{name}{path}"), shown(state, &kind, value)))
}

/// What an object of the program, a list or a tuple holds directly: `.total`, `[0]`.
fn parts(state: &State, heap: &Heap, value: Value) -> Vec<(String, Value)> {
    let Some(id) = value.object() else {
        return Vec::new();
    };
    let object = heap.get(id);
    let own = matches!(
        &heap.get(object.class).kind,
        Kind::Class(class) if &*class.module == "__main__"
    );
    match (&object.kind, &object.attrs) {
        (Kind::List(items), _) => numbered(items),
        (Kind::Tuple(items), _) => numbered(items),
        (_, Some(attrs)) if own => attrs
            .iter()
            .map(|(name, value)| (format!(".{}", state.names.get(name)), value))
            .collect(),
        _ => Vec::new(),
    }
}

fn numbered(items: &[Value]) -> Vec<(String, Value)> {
    let items = items.iter().enumerate();
    items.map(|(i, value)| (format!("[{i}]"), *value)).collect()
}

/// Where in a `Value` or `Array` a cell is: `.value`, `[2]`, `.x`; and the name of its C type.
fn path(
    state: &State,
    heap: &Heap,
    holder: Value,
    memory: u32,
    index: usize,
) -> Option<(String, String)> {
    let attr = |value: Value, name: &str| attribute(state, heap, value, name);
    let stored = attr(holder, "_obj").unwrap_or(holder);
    let number = attr(attr(stored, "_cells")?, "number");
    if number != Some(Value::Int(i64::from(memory))) {
        return None;
    }
    let (place, kind, start) = match attr(stored, "_type_") {
        Some(kind) => {
            let size = fields(state, heap, kind).map_or(1, |fields| fields.len().max(1));
            let item = index / size;
            (format!("[{item}]"), kind, item * size)
        }
        None => {
            let kind = Value::Object(heap.get(stored.object()?).class);
            let Some(Value::Int(at)) = attr(stored, "_at") else {
                return None;
            };
            (String::new(), kind, at as usize)
        }
    };
    let simple = |kind: Value| match &heap.get(kind.object()?).kind {
        Kind::Class(class) => Some(class.name.to_string()),
        _ => None,
    };
    match fields(state, heap, kind) {
        Some(fields) => {
            let (name, kind) = fields.get(index.checked_sub(start)?)?;
            Some((format!("{place}.{name}"), simple(*kind)?))
        }
        None if place.is_empty() => Some((".value".into(), simple(kind)?)),
        None => Some((place, simple(kind)?)),
    }
}

/// The fields of a structure, in order; `None` for a simple type.
fn fields(state: &State, heap: &Heap, kind: Value) -> Option<Vec<(String, Value)>> {
    let Kind::Class(class) = &heap.get(kind.object()?).kind else {
        return None;
    };
    let list = class.attrs.get(state.names.lookup("_fields_")?)?;
    let items = |value: Value| match &heap.get(value.object()?).kind {
        Kind::List(items) => Some(items.to_vec()),
        Kind::Tuple(items) => Some(items.to_vec()),
        _ => None,
    };
    let pair = |value: &Value| {
        let pair = items(*value)?;
        Some((heap.str(*pair.first()?)?.s.to_string(), *pair.get(1)?))
    };
    items(list)?.iter().map(pair).collect()
}

/// A cell as its C type shows it.
fn shown(state: &State, kind: &str, value: Value) -> String {
    match (kind, value) {
        ("c_char", Value::Int(byte)) => format!("b'{}'", std::ascii::escape_default(byte as u8)),
        ("c_wchar", Value::Int(code)) => match char::from_u32(code as u32) {
            Some(letter) => format!("'{letter}'"),
            None => "''".into(),
        },
        ("c_ulong", Value::Int(word)) => (word as u64).to_string(),
        _ => brief(state, ProcessId(0), value),
    }
}

fn attribute(state: &State, heap: &Heap, value: Value, name: &str) -> Option<Value> {
    let name = state.names.lookup(name)?;
    heap.get(value.object()?).attrs.as_ref()?.get(name)
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

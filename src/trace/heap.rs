//! Objects that several threads can reach by names of their own: what is shared though no global says so.

use crate::machine::{ProcessId, State, ThreadId};
use crate::trace::brief::{brief, is_data};
use crate::trace::view::SharedView;
use crate::vm::object::Kind;
use crate::vm::value::{ObjectId, Value};

/// Most such objects that a view has.
const MOST: usize = 8;

/// Most attributes of an object that are shown.
const MOST_ATTRIBUTES: usize = 4;

/// An object and where it is known: by whom, under which name.
type Known = (ObjectId, Vec<(Option<ThreadId>, String)>);

/// The mutable objects of a process that local variables of one thread and variables of another, or
/// globals, both name.
pub fn shared(state: &State, process: ProcessId) -> Vec<SharedView> {
    let mut known: Vec<Known> = Vec::new();
    for thread in state.threads.iter().filter(|t| t.process == process) {
        if thread.ended.is_some() {
            continue;
        }
        for frame in &thread.stack.frames {
            let code = state.program.code(frame.code);
            if code.library {
                continue;
            }
            for (i, name) in code.code.locals.iter().enumerate() {
                let value = thread.stack.values.get(frame.base as usize + i);
                if let Some(id) = value.and_then(|value| mutable(state, process, *value)) {
                    note(&mut known, id, Some(thread.id), name);
                }
            }
        }
    }
    if known.is_empty() {
        return Vec::new();
    }
    globals(state, process, &mut known);
    let several =
        |names: &[(Option<ThreadId>, String)]| names.iter().any(|(who, _)| *who != names[0].0);
    let shared = known.into_iter().filter(|(_, names)| several(names));
    shared
        .take(MOST)
        .map(|(id, names)| SharedView {
            value: describe(state, process, id),
            names,
        })
        .collect()
}

/// The globals that name one of the objects.
fn globals(state: &State, process: ProcessId, known: &mut [Known]) {
    let heap = &state.process(process).heap;
    for unit in state.program.units.iter().filter(|unit| !unit.library) {
        let Kind::Module(module) = &heap.get(unit.module).kind else {
            continue;
        };
        for (slot, value) in module.slots.iter().enumerate() {
            let found = value
                .object()
                .and_then(|id| known.iter_mut().find(|k| k.0 == id));
            if let Some((_, names)) = found {
                names.push((None, state.names.get(unit.slots[slot]).to_string()));
            }
        }
    }
}

fn note(known: &mut Vec<Known>, id: ObjectId, who: Option<ThreadId>, name: &str) {
    let entry = (who, name.to_string());
    match known.iter_mut().find(|(other, _)| *other == id) {
        Some((_, names)) if names.contains(&entry) => {}
        Some((_, names)) => names.push(entry),
        None => known.push((id, vec![entry])),
    }
}

/// The object of a value, through a cell, if it can change and is worth showing.
fn mutable(state: &State, process: ProcessId, value: Value) -> Option<ObjectId> {
    let heap = &state.process(process).heap;
    let value = match &heap.get(value.object()?).kind {
        Kind::Cell(inner) => *inner,
        _ => value,
    };
    let id = value.object()?;
    let changes = matches!(
        heap.get(id).kind,
        Kind::List(_) | Kind::Dict(_) | Kind::Set(_) | Kind::ByteArray(_) | Kind::Plain
    );
    (changes && is_data(state, process, value)).then_some(id)
}

/// What is in it: its repr, or its class with its attributes.
fn describe(state: &State, process: ProcessId, id: ObjectId) -> String {
    let object = state.process(process).heap.get(id);
    let text = brief(state, process, Value::Object(id));
    let Some(attributes) = object
        .attrs
        .as_ref()
        .filter(|_| matches!(object.kind, Kind::Plain))
    else {
        return text;
    };
    let data = attributes
        .iter()
        .filter(|(_, value)| is_data(state, process, *value));
    let shown: Vec<String> = data
        .take(MOST_ATTRIBUTES)
        .map(|(name, value)| format!("{}={}", state.names.get(name), brief(state, process, value)))
        .collect();
    format!("{text} {}", shown.join(", "))
}

//! From what the machine noted in a step to the events of a trace.

use crate::machine::step::Note;
use crate::machine::{Report, State, ThreadId};
use crate::trace::brief::{brief, is_data, process_of};
use crate::trace::model::{Event, SyncInfo, Trace};
use crate::trace::shared;
use crate::trace::snapshot::{Snapshots, SyncKey};
use crate::vm::effects::{Effect, Variable};
use crate::vm::object::Kind;
use crate::vm::value::Value;

/// The events of a step.
pub fn events(
    state: &State,
    thread: ThreadId,
    report: &Report,
    snapshots: &mut Snapshots,
    trace: &mut Trace,
) -> Vec<Event> {
    let syncs = &mut trace.syncs;
    let mut events = Vec::new();
    for note in &report.notes {
        let event = match note {
            Note::Effect(effect) => effect_event(state, thread, effect, snapshots, syncs),
            Note::Output(error, text) => Some(Event::Output {
                error: *error,
                text: text.to_string(),
            }),
            Note::Start(child) => Some(Event::Start { thread: *child }),
            Note::StartProcess(child) => Some(Event::StartProcess {
                process: *child,
                thread: state.process(*child).main,
            }),
            Note::Join(other) => Some(Event::Join { thread: *other }),
            Note::Block => Some(Event::Block),
            Note::Timeout => Some(Event::Timeout),
            Note::Send(pipe, repr, bytes) => {
                let sync = snapshots.sync(state, SyncKey::Pipe(*pipe), syncs);
                sync.map(|sync| Event::Put {
                    sync,
                    item: repr.clone(),
                    bytes: *bytes,
                })
            }
            Note::Receive(pipe, repr, bytes) => {
                let sync = snapshots.sync(state, SyncKey::Pipe(*pipe), syncs);
                sync.map(|sync| Event::Get {
                    sync,
                    item: repr.clone(),
                    bytes: *bytes,
                })
            }
            Note::CellRead(memory, index, value) => {
                cell(state, *memory, *index, *value, &mut trace.shared)
                    .map(|(variable, value)| Event::Read { variable, value })
            }
            Note::CellWrite(memory, index, value) => {
                cell(state, *memory, *index, *value, &mut trace.shared)
                    .map(|(variable, value)| Event::Write { variable, value })
            }
            Note::SemAcquire(semaphore) => snapshots
                .sync(state, SyncKey::Semaphore(*semaphore), syncs)
                .map(|sync| Event::Acquire { sync }),
            Note::SemRelease(semaphore) => snapshots
                .sync(state, SyncKey::Semaphore(*semaphore), syncs)
                .map(|sync| Event::Release { sync }),
            Note::Finish => Some(Event::Finish),
            Note::Kill(other) => Some(Event::Kill { thread: *other }),
            Note::Exit(process, code) => Some(Event::Exit {
                process: *process,
                code: *code,
            }),
        };
        events.extend(event);
    }
    // A wait that came after a failed try, or one within a step, is one event.
    events.dedup();
    events
}

/// The name and value of a cell of shared memory, and that it is one.
fn cell(
    state: &State,
    memory: u32,
    index: usize,
    value: Value,
    known: &mut Vec<String>,
) -> Option<(String, String)> {
    let (name, value) = shared::cell(state, memory, index, value)?;
    if !known.contains(&name) {
        known.push(name.clone());
    }
    Some((name, value))
}

fn effect_event(
    state: &State,
    thread: ThreadId,
    effect: &Effect,
    snapshots: &mut Snapshots,
    syncs: &mut Vec<SyncInfo>,
) -> Option<Event> {
    let process = process_of(state, thread);
    let key = |value: Value| value.object().map(|id| SyncKey::Object(process, id));
    match effect {
        Effect::Read(variable, value) => Some(Event::Read {
            variable: variable_name(state, thread, variable, *value)?,
            value: brief(state, process, *value),
        }),
        Effect::Write(variable, value) => Some(Event::Write {
            variable: variable_name(state, thread, variable, *value)?,
            value: brief(state, process, *value),
        }),
        Effect::Acquire(lock) => snapshots
            .sync(state, SyncKey::Object(process, *lock), syncs)
            .map(|sync| Event::Acquire { sync }),
        Effect::Release(lock) => snapshots
            .sync(state, SyncKey::Object(process, *lock), syncs)
            .map(|sync| Event::Release { sync }),
        Effect::Notify(_, owner) => snapshots
            .sync(state, key(*owner)?, syncs)
            .map(|sync| Event::Notify { sync }),
        Effect::Put(queue, item) => {
            let sync = snapshots.sync(state, key(*queue)?, syncs)?;
            Some(Event::Put {
                sync,
                item: brief(state, process, *item),
                bytes: 0,
            })
        }
        Effect::Get(queue, item) => {
            let sync = snapshots.sync(state, key(*queue)?, syncs)?;
            Some(Event::Get {
                sync,
                item: brief(state, process, *item),
                bytes: 0,
            })
        }
        Effect::Raise(exception) => raised(state, thread, *exception),
    }
}

/// An exception, if it was raised in the program's own code.
fn raised(state: &State, thread: ThreadId, exception: Value) -> Option<Event> {
    let heap = &state.process(process_of(state, thread)).heap;
    let Kind::Exception(data) = &heap.get(exception.object()?).kind else {
        return None;
    };
    let own = data
        .traceback
        .iter()
        .any(|e| !state.program.code(e.code).library);
    if !own {
        return None;
    }
    let mut scratch = state.clone();
    let text = scratch.with_vm(thread, |vm| crate::vm::traceback::last_line(vm, exception));
    Some(Event::Raise {
        text: text.trim_end().to_string(),
    })
}

/// The name of a shared variable as the source has it; `None` for what is no data.
fn variable_name(
    state: &State,
    thread: ThreadId,
    variable: &Variable,
    value: Value,
) -> Option<String> {
    let process = process_of(state, thread);
    if !is_data(state, process, value) {
        return None;
    }
    match variable {
        Variable::Global(_, name) => {
            let text = state.names.get(*name);
            (!text.starts_with("__")).then(|| text.to_string())
        }
        Variable::Attribute(object, name) => {
            let class = state.process(process).heap.get(*object).class;
            let Kind::Class(class) = &state.process(process).heap.get(class).kind else {
                return None;
            };
            if &*class.module != "__main__" {
                return None;
            }
            let label = state.label_if_known(process, *object)?;
            Some(format!("{label}.{}", state.names.get(*name)))
        }
        Variable::Cell(..) => None,
        Variable::Item(object, key) => {
            let label = state.label_if_known(process, *object)?;
            Some(format!("{label}[{}]", brief(state, process, *key)))
        }
    }
}

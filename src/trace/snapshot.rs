//! The view of a state: threads with their frames, processes with their globals, locks and queues.

use crate::machine::step::Note;
use crate::machine::{Pending, ProcessId, Report, State, Thread, ThreadId};
use crate::trace::brief::{brief, is_data};
use crate::trace::codes::Codes;
use crate::trace::model::{BlockedOn, CodeInfo, Status, SyncId, SyncInfo, Trace};
use crate::trace::view::*;
use crate::trace::{heap, shared};
use crate::vm::effects::{Effect, Variable};
use crate::vm::frame::Frame;
use crate::vm::object::Kind;
use crate::vm::value::{NameId, ObjectId, Value};
use std::collections::HashMap;
use std::sync::Arc;

/// What threads can meet at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SyncKey {
    /// An object of a process.
    Object(ProcessId, ObjectId),
    /// A pipe.
    Pipe(u32),
    /// A semaphore shared by processes.
    Semaphore(u32),
    /// What no thread can meet another at: a wait for none of nothing.
    Nothing,
}

/// A value on a stack that was loaded from a global.
#[derive(Clone, Copy, Debug)]
struct Load {
    thread: ThreadId,
    at: usize,
    module: ObjectId,
    name: NameId,
    value: Value,
}

/// Makes views, and remembers what they need from step to step.
#[derive(Clone, Debug, Default)]
pub struct Snapshots {
    syncs: Vec<SyncKey>,
    /// Where in `syncs`.
    numbers: HashMap<SyncKey, SyncId>,
    loads: Vec<Load>,
}

impl Snapshots {
    /// The number of a thing that threads meet at; `None` for what the source has no name for.
    pub fn sync(
        &mut self,
        state: &State,
        key: SyncKey,
        list: &mut Vec<SyncInfo>,
    ) -> Option<SyncId> {
        if let Some(number) = self.numbers.get(&key) {
            return Some(*number);
        }
        let info = match key {
            SyncKey::Object(process, id) => {
                let label = state.label_if_known(process, id)?;
                let heap = &state.process(process).heap;
                let class = heap.get(id).class;
                let kind = match &heap.get(class).kind {
                    Kind::Class(class) if &*class.name == "lock" => "Lock".to_string(),
                    Kind::Class(class) => class.name.to_string(),
                    _ => "object".into(),
                };
                SyncInfo {
                    kind,
                    label,
                    process: Some(process),
                }
            }
            SyncKey::Pipe(pipe) => SyncInfo {
                kind: "Pipe".into(),
                label: state.os.pipes[pipe as usize].name.clone(),
                process: None,
            },
            SyncKey::Semaphore(number) => SyncInfo {
                kind: "Semaphore".into(),
                label: state.os.semaphores[number as usize].name.clone(),
                process: None,
            },
            SyncKey::Nothing => return None,
        };
        let info = match shared::named(state, key) {
            Some((kind, label)) => SyncInfo {
                kind,
                label,
                process: None,
            },
            None => info,
        };
        list.push(info);
        Some(self.number(key))
    }

    fn number(&mut self, key: SyncKey) -> SyncId {
        let number = SyncId(self.syncs.len() as u32);
        self.syncs.push(key);
        self.numbers.insert(key, number);
        number
    }

    /// Notes which values on the stack of a thread come from globals.
    pub fn note_loads(&mut self, state: &State, thread: ThreadId, report: &Report) {
        let values = &state.thread(thread).stack.values;
        self.loads
            .retain(|l| l.thread != thread || values.get(l.at) == Some(&l.value));
        for note in &report.notes {
            if let Note::Effect(Effect::Read(Variable::Global(module, name), value)) = note
                && values.last() == Some(value)
            {
                self.loads.push(Load {
                    thread,
                    at: values.len() - 1,
                    module: *module,
                    name: *name,
                    value: *value,
                });
            }
        }
    }

    /// The view of a state.
    pub fn view(&mut self, state: &State, codes: &mut Codes, trace: &mut Trace) -> View {
        let mut able = vec![false; state.threads.len()];
        for ready in state.moves().iter().filter(|m| !m.timeout) {
            able[ready.thread.index()] = true;
        }
        let mut threads = Vec::with_capacity(state.threads.len());
        for thread in &state.threads {
            let can_move = able[thread.id.index()];
            let status = self.status(state, thread, can_move, &mut trace.syncs);
            let (frames, hidden) = if thread.ended.is_some() {
                (Vec::new(), 0)
            } else {
                self.frames(state, thread, codes, &mut trace.codes)
            };
            threads.push(Arc::new(ThreadView {
                status,
                frames,
                hidden,
            }));
        }
        let processes = state
            .processes
            .iter()
            .map(|p| Arc::new(process_view(state, p.id)))
            .collect();
        let mut waiting: Vec<(&Thread, SyncKey)> = state
            .threads
            .iter()
            .filter_map(|thread| Some((&**thread, waits_at(thread)?)))
            .collect();
        waiting.sort_by_key(|(thread, _)| (thread.clock, thread.id));
        let mut waiters: HashMap<SyncKey, Vec<ThreadId>> = HashMap::new();
        for (thread, key) in waiting {
            waiters.entry(key).or_default().push(thread.id);
        }
        let syncs = self
            .syncs
            .iter()
            .map(|key| {
                let waiters = waiters.get(key).cloned().unwrap_or_default();
                Arc::new(sync_view(state, *key, waiters))
            })
            .collect();
        View {
            threads,
            processes,
            syncs,
        }
    }

    fn status(
        &mut self,
        state: &State,
        thread: &Thread,
        can_move: bool,
        syncs: &mut Vec<SyncInfo>,
    ) -> Status {
        use crate::machine::state::Ended;
        match (thread.ended, &thread.pending) {
            (Some(Ended::Finished), _) => Status::Finished,
            (Some(Ended::Killed), _) => Status::Killed,
            (None, None) if can_move => Status::Ready,
            (None, None) => Status::NotNow,
            (None, Some(Pending::Sleep { until })) => Status::Sleeping { until_ns: *until },
            (None, Some(_)) if can_move => Status::Ready,
            (None, Some(pending)) if state.is_satisfied(thread.id, pending) => Status::NotNow,
            (None, Some(pending)) => Status::Blocked {
                on: self.blocked_on(state, thread, pending, syncs),
                until_ns: pending.until(),
            },
        }
    }

    fn blocked_on(
        &mut self,
        state: &State,
        thread: &Thread,
        pending: &Pending,
        syncs: &mut Vec<SyncInfo>,
    ) -> BlockedOn {
        let process = thread.process;
        let (key, operation) = match pending {
            Pending::Join {
                thread,
                shutdown: false,
                ..
            } => {
                return BlockedOn::Join { thread: *thread };
            }
            Pending::Join {
                thread,
                shutdown: true,
                ..
            } => {
                return BlockedOn::Shutdown { thread: *thread };
            }
            Pending::Wait { process, .. } => {
                return BlockedOn::Join {
                    thread: state.process(*process).main,
                };
            }
            Pending::Pipes {
                pipes, processes, ..
            } => match (pipes.first(), processes.first()) {
                (None, Some(process)) => {
                    return BlockedOn::Join {
                        thread: state.process(*process).main,
                    };
                }
                (Some(pipe), _) => (SyncKey::Pipe(*pipe), "wait".into()),
                (None, None) => (SyncKey::Nothing, "wait".into()),
            },
            Pending::Acquire { lock, .. } => (SyncKey::Object(process, *lock), "acquire".into()),
            Pending::Await {
                waiters,
                owner,
                operation,
                ..
            } => {
                let object = owner.object().unwrap_or(*waiters);
                let text = state.process(process).heap.str(*operation);
                let text = text.map_or_else(|| "wait".to_string(), |t| t.s.to_string());
                (SyncKey::Object(process, object), text)
            }
            Pending::Send { pipe, .. } => (SyncKey::Pipe(*pipe), "put".into()),
            Pending::Receive { pipe, .. } => (SyncKey::Pipe(*pipe), "get".into()),
            Pending::Semaphore { semaphore, .. } => {
                (SyncKey::Semaphore(*semaphore), "acquire".into())
            }
            Pending::Sleep { .. } => (SyncKey::Nothing, "sleep".into()),
        };
        let (_, owners) = state.describe(thread.id, pending);
        // A thread waits for one that it has just started: that it has no name for is no matter.
        let sync = self.sync(state, key, syncs).unwrap_or_else(|| {
            syncs.push(SyncInfo {
                kind: unnamed_kind(state, key),
                label: unnamed_kind(state, key),
                process: Some(process),
            });
            self.number(key)
        });
        BlockedOn::Sync {
            sync,
            owners,
            operation,
        }
    }

    fn frames(
        &self,
        state: &State,
        thread: &Thread,
        codes: &mut Codes,
        list: &mut Vec<CodeInfo>,
    ) -> (Vec<FrameView>, u32) {
        let frames = &thread.stack.frames;
        let mut views = Vec::new();
        let own = |frame: &Frame| !state.program.code(frame.code).library;
        let hidden = frames.iter().filter(|frame| own(frame)).count();
        let hidden = hidden.saturating_sub(MOST_FRAMES);
        let shown = frames.iter().enumerate().filter(|(_, frame)| own(frame));
        for (depth, frame) in shown.skip(hidden) {
            let code = state.program.code(frame.code);
            let inner = depth + 1 == frames.len();
            let place = codes.place_of(state, frame, inner && thread.pending.is_none(), list);
            let bottom = frame.base as usize + code.code.locals.len();
            let top = frames
                .get(depth + 1)
                .map_or(thread.stack.values.len(), |f| f.bottom as usize);
            let mut locals = Vec::new();
            for (i, name) in code.code.locals.iter().enumerate() {
                let value = thread.stack.values[frame.base as usize + i];
                let heap = &state.process(thread.process).heap;
                let value = match value.object().map(|id| &heap.get(id).kind) {
                    Some(Kind::Cell(inner)) => *inner,
                    _ => value,
                };
                if is_data(state, thread.process, value) {
                    locals.push(Variable_ {
                        name: name.to_string(),
                        value: brief(state, thread.process, value),
                    });
                }
            }
            let stack = (bottom..top.max(bottom))
                .filter_map(|at| self.stack_value(state, thread, at))
                .collect();
            views.push(FrameView {
                place,
                locals,
                stack,
            });
        }
        (views, hidden as u32)
    }

    fn stack_value(&self, state: &State, thread: &Thread, at: usize) -> Option<StackValue> {
        let value = *thread.stack.values.get(at)?;
        if !is_data(state, thread.process, value) {
            return None;
        }
        let load = self
            .loads
            .iter()
            .find(|l| l.thread == thread.id && l.at == at);
        let stale = load.and_then(|load| {
            let Kind::Module(module) = &state.process(thread.process).heap.get(load.module).kind
            else {
                return None;
            };
            let unit = &state.program.units[module.unit as usize];
            let slot = *unit.slot_of.get(&load.name)?;
            let now = module.slots[slot as usize];
            (now != load.value).then(|| state.names.get(load.name).to_string())
        });
        Some(StackValue {
            value: brief(state, thread.process, value),
            stale,
        })
    }
}

use crate::trace::view::Variable as Variable_;

fn unnamed_kind(state: &State, key: SyncKey) -> String {
    match key {
        SyncKey::Object(process, id) => {
            let heap = &state.process(process).heap;
            match &heap.get(heap.get(id).class).kind {
                Kind::Class(class) if &*class.name == "lock" => "Lock".into(),
                Kind::Class(class) => class.name.to_string(),
                _ => "object".into(),
            }
        }
        SyncKey::Pipe(_) => "Pipe".into(),
        SyncKey::Semaphore(_) => "Semaphore".into(),
        SyncKey::Nothing => "nothing".into(),
    }
}

fn process_view(state: &State, id: ProcessId) -> ProcessView {
    let process = state.process(id);
    let mut globals = Vec::new();
    for unit in state.program.units.iter().filter(|u| !u.library) {
        let Kind::Module(module) = &process.heap.get(unit.module).kind else {
            continue;
        };
        for (slot, value) in module.slots.iter().enumerate() {
            let name = state.names.get(unit.slots[slot]);
            if !name.starts_with("__") && is_data(state, id, *value) {
                globals.push(Variable_ {
                    name: name.to_string(),
                    value: brief(state, id, *value),
                });
            }
        }
    }
    ProcessView {
        globals,
        gil: if state.has_gil() { process.gil } else { None },
        exit_code: process.exit_code,
        shared: match process.exit_code {
            None => heap::shared(state, id),
            Some(_) => Vec::new(),
        },
    }
}

fn sync_view(state: &State, key: SyncKey, waiters: Vec<ThreadId>) -> SyncView {
    let (owners, items) = match key {
        SyncKey::Pipe(pipe) => {
            let pipe = &state.os.pipes[pipe as usize];
            (
                vec![],
                pipe.messages.iter().map(|m| m.repr.clone()).collect(),
            )
        }
        SyncKey::Semaphore(number) => {
            let s = &state.os.semaphores[number as usize];
            let owner = s.owner.filter(|_| s.max == 1);
            let owner = owner.and_then(|(p, ident)| state.by_ident(ProcessId(p), ident));
            let items = if s.max == 1 {
                vec![]
            } else {
                vec![s.value.to_string()]
            };
            (owner.into_iter().collect(), items)
        }
        SyncKey::Object(process, id) => object_view(state, process, id),
        SyncKey::Nothing => (vec![], vec![]),
    };
    SyncView {
        owners,
        waiters,
        items,
    }
}

/// Where a thread waits, among what threads meet at.
fn waits_at(thread: &Thread) -> Option<SyncKey> {
    if thread.ended.is_some() {
        return None;
    }
    match thread.pending.as_ref()? {
        Pending::Acquire { lock, .. } => Some(SyncKey::Object(thread.process, *lock)),
        Pending::Await { owner, waiters, .. } => {
            let object = owner.object().unwrap_or(*waiters);
            Some(SyncKey::Object(thread.process, object))
        }
        Pending::Send { pipe, .. } | Pending::Receive { pipe, .. } => Some(SyncKey::Pipe(*pipe)),
        Pending::Semaphore { semaphore, .. } => Some(SyncKey::Semaphore(*semaphore)),
        _ => None,
    }
}

fn object_view(state: &State, process: ProcessId, id: ObjectId) -> (Vec<ThreadId>, Vec<String>) {
    let heap = &state.process(process).heap;
    let object = heap.get(id);
    let owner = |ident: Option<u32>| -> Vec<ThreadId> {
        ident
            .and_then(|ident| state.by_ident(process, ident))
            .into_iter()
            .collect()
    };
    match &object.kind {
        Kind::Lock { owner: ident } => return (owner(*ident), vec![]),
        Kind::RLock { owner: ident, .. } => return (owner(*ident), vec![]),
        _ => {}
    }
    let attr = |name: &str| -> Option<Value> {
        let name = state.names.lookup(name)?;
        object.attrs.as_ref()?.get(name)
    };
    // Queues, semaphores, events and barriers of the library keep their state in attributes.
    if let Some(items) = attr("queue").or_else(|| attr("_items"))
        && let Some(Kind::List(items)) = items.object().map(|id| &heap.get(id).kind)
    {
        let shown = items
            .iter()
            .take(12)
            .map(|v| brief(state, process, *v))
            .collect();
        return (vec![], shown);
    }
    if let Some(Value::Int(value)) = attr("_value") {
        return (vec![], vec![value.to_string()]);
    }
    match attr("_flag") {
        Some(Value::Bool(true)) => (vec![], vec!["set".into()]),
        Some(Value::Bool(false)) => (vec![], vec!["not set".into()]),
        _ => (vec![], vec![]),
    }
}

//! Blocked threads and the things they wait for, in words.

use crate::machine::ids::{ProcessId, ThreadId};
use crate::machine::state::{Pending, State};
use crate::vm::heap::Heap;
use crate::vm::object::Kind;
use crate::vm::value::{CodeRef, ObjectId, Value};

/// A thread that cannot move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// Who.
    pub thread: ThreadId,
    /// What it waits for: `lock a`, `the end of Thread-1 (worker)`.
    pub on: String,
    /// Who holds that, if anyone does.
    pub holders: Vec<ThreadId>,
    /// The line where it waits; 0 if unknown.
    pub line: u32,
}

impl State {
    /// All threads that have not ended and wait, but those of the library that only wait for work.
    pub fn blocked(&self) -> Vec<Blocked> {
        let living = self.threads.iter().filter(|t| {
            t.ended.is_none() && self.process(t.process).exit_code.is_none() && t.pending.is_some()
        });
        let all: Vec<ThreadId> = living.map(|t| t.id).collect();
        let mut telling = all.clone();
        telling.retain(|id| !self.says_nothing(*id));
        let told = if telling.is_empty() { all } else { telling };
        let told = told.into_iter().filter_map(|id| {
            let (on, holders) = self.describe(id, self.thread(id).pending.as_ref()?);
            Some(Blocked {
                thread: id,
                on: self.on_shared(id).unwrap_or(on),
                holders,
                line: self.line_of(id),
            })
        });
        told.collect()
    }

    /// Threads that wait for ever if nobody who waits goes on: daemons are not counted, nor who waits for the end of a
    /// thread or process that runs.
    pub fn stuck(&self) -> Vec<ThreadId> {
        let runs = |mut thread: ThreadId| {
            for _ in &self.threads {
                if self.move_of(thread).is_some() {
                    return true;
                }
                match self.thread(thread).pending {
                    Some(Pending::Join { thread: other, .. }) => thread = other,
                    Some(Pending::Wait { process, .. }) => thread = self.process(process).main,
                    _ => return false,
                }
            }
            false
        };
        let waits = self
            .threads
            .iter()
            .filter(|t| t.ended.is_none() && t.pending.is_some() && !t.daemon && !runs(t.id));
        waits.map(|t| t.id).collect()
    }

    /// The object that a waiting line belongs to (the line itself if nobody said), and what is waited for in it.
    pub(super) fn awaited(
        &self,
        process: ProcessId,
        owner: Value,
        waiters: ObjectId,
        operation: Value,
    ) -> (ObjectId, String) {
        let operation = self.process(process).heap.str(operation);
        let operation = operation.map(|t| t.s.to_string()).unwrap_or_default();
        (owner.object().unwrap_or(waiters), operation)
    }

    /// What a wait is for, and who holds it.
    pub fn describe(&self, id: ThreadId, pending: &Pending) -> (String, Vec<ThreadId>) {
        let process = self.thread(id).process;
        let owner_of = |ident: Option<u32>| -> Vec<ThreadId> {
            ident
                .and_then(|ident| self.by_ident(process, ident))
                .into_iter()
                .collect()
        };
        match pending {
            Pending::Sleep { .. } => ("a sleep".into(), vec![]),
            Pending::Acquire { lock, .. } => {
                let ident = match &self.process(process).heap.get(*lock).kind {
                    Kind::Lock { owner } | Kind::RLock { owner, .. } => *owner,
                    _ => None,
                };
                (self.label(process, *lock), owner_of(ident))
            }
            Pending::Await {
                owner,
                operation,
                waiters,
                ..
            } => {
                let (object, operation) = self.awaited(process, *owner, *waiters, *operation);
                let on = match &*self.library_class(process, object).0 {
                    "BaseEventLoop" => "a task that can go on in the event loop".to_owned(),
                    _ => format!("{}.{operation}()", self.label(process, object)),
                };
                (on, vec![])
            }
            Pending::Join { thread, .. } => (
                format!("the end of {}", self.thread(*thread).name),
                vec![*thread],
            ),
            Pending::Wait { process, .. } => {
                let other = self.process(*process);
                (format!("the end of {}", other.name), vec![other.main])
            }
            Pending::Send { pipe, .. } => (
                format!("room in {}", self.os.pipes[*pipe as usize].name),
                vec![],
            ),
            Pending::Receive { pipe, .. } => (
                format!("a message in {}", self.os.pipes[*pipe as usize].name),
                vec![],
            ),
            Pending::Pipes {
                pipes, processes, ..
            } => match (&pipes[..], &processes[..]) {
                ([], [process]) => {
                    let other = self.process(*process);
                    (format!("the end of {}", other.name), vec![other.main])
                }
                ([], []) => ("nothing at all".into(), vec![]),
                ([], several) => (
                    "the end of one of several processes".into(),
                    several.iter().map(|p| self.process(*p).main).collect(),
                ),
                _ => ("a message in one of several pipes".into(), vec![]),
            },
            Pending::Semaphore { semaphore, .. } => {
                let semaphore = &self.os.semaphores[*semaphore as usize];
                let holder = semaphore
                    .owner
                    .filter(|_| semaphore.max == 1)
                    .and_then(|(process, ident)| self.by_ident(ProcessId(process), ident));
                (semaphore.name.clone(), holder.into_iter().collect())
            }
        }
    }

    /// The name by which the source knows an object, or else its class.
    pub fn label(&self, process: ProcessId, object: ObjectId) -> String {
        self.label_if_known(process, object).unwrap_or_else(|| {
            let heap = &self.process(process).heap;
            match &heap.get(heap.get(object).class).kind {
                Kind::Class(class) if class.name.starts_with(['A', 'E', 'I', 'O']) => {
                    format!("an {}", class.name)
                }
                Kind::Class(class) => format!("a {}", class.name),
                _ => "an object".into(),
            }
        })
    }

    /// The name by which the source knows an object: a variable, or an attribute or item of one.
    pub fn label_if_known(&self, process: ProcessId, object: ObjectId) -> Option<String> {
        let wanted = Value::Object(object);
        self.label_of(process, &|value| value == wanted)
    }

    /// Likewise of whatever is meant.
    pub fn label_of(&self, process: ProcessId, meant: &dyn Fn(Value) -> bool) -> Option<String> {
        let heap = &self.process(process).heap;
        for unit in self.program.units.iter().filter(|u| !u.library) {
            let Kind::Module(module) = &heap.get(unit.module).kind else {
                continue;
            };
            let name = |slot: usize| self.names.get(unit.slots[slot]);
            for (slot, value) in module.slots.iter().enumerate() {
                if meant(*value) {
                    return Some(name(slot).to_string());
                }
            }
            for (slot, value) in module.slots.iter().enumerate() {
                if let Some(path) = self.path_inside(heap, *value, meant) {
                    return Some(format!("{}{path}", name(slot)));
                }
            }
        }
        for thread in self.threads.iter().filter(|t| t.process == process) {
            for frame in &thread.stack.frames {
                let values = &thread.stack.values[frame.base as usize..];
                if let Some(label) = self.label_in_frame(heap, frame.code, values, meant) {
                    return Some(label);
                }
            }
        }
        None
    }

    /// Likewise among the variables of one frame.
    pub(super) fn label_in_frame(
        &self,
        heap: &Heap,
        code: CodeRef,
        values: &[Value],
        meant: &dyn Fn(Value) -> bool,
    ) -> Option<String> {
        let code = self.program.code(code);
        if code.library {
            return None;
        }
        for (name, value) in code.code.locals.iter().zip(values) {
            let value = uncelled(heap, *value);
            if meant(value) {
                return Some(name.to_string());
            }
            if let Some(path) = self.path_inside(heap, value, meant) {
                return Some(format!("{name}{path}"));
            }
        }
        None
    }

    /// `.lock` or `[0]` if an object holds what is meant directly.
    fn path_inside(
        &self,
        heap: &Heap,
        outer: Value,
        meant: &dyn Fn(Value) -> bool,
    ) -> Option<String> {
        let object = heap.get(outer.object()?);
        // What library objects and classes keep inside is no matter of the program's.
        let own = |kind: &Kind| matches!(kind, Kind::Class(c) if &*c.module == "__main__");
        let attributes = object.attrs.as_deref();
        let attributes = attributes.filter(|_| own(&heap.get(object.class).kind));
        let of_class = match &object.kind {
            Kind::Class(class) if own(&object.kind) => Some(&class.attrs),
            _ => None,
        };
        let mut held = attributes
            .into_iter()
            .chain(of_class)
            .flat_map(|a| a.iter());
        if let Some((name, _)) = held.find(|(_, v)| meant(*v)) {
            return Some(format!(".{}", self.names.get(name)));
        }
        let position = match &object.kind {
            Kind::List(items) => items.iter().position(|v| meant(*v)),
            Kind::Tuple(items) => items.iter().position(|v| meant(*v)),
            _ => None,
        };
        if let Some(i) = position {
            return Some(format!("[{i}]"));
        }
        if let Kind::Dict(dict) = &object.kind {
            let entry = dict.iter().find(|e| meant(e.value))?;
            return Some(match (entry.key, heap.str(entry.key)) {
                (_, Some(text)) => format!("['{}']", text.s),
                (Value::Int(i), _) => format!("[{i}]"),
                _ => "[…]".into(),
            });
        }
        None
    }
}

/// A variable's value, also where functions inside share the variable.
pub(super) fn uncelled(heap: &Heap, value: Value) -> Value {
    match value.object().map(|id| &heap.get(id).kind) {
        Some(Kind::Cell(inner)) => *inner,
        _ => value,
    }
}

//! Blocked threads and the things they wait for, in words.

use crate::machine::ids::{ProcessId, ThreadId};
use crate::machine::state::{Pending, State};
use crate::vm::object::Kind;
use crate::vm::value::{ObjectId, Value};

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
    /// All threads that have not ended and wait.
    pub fn blocked(&self) -> Vec<Blocked> {
        self.threads
            .iter()
            .filter(|t| t.ended.is_none() && self.process(t.process).exit_code.is_none())
            .filter_map(|t| {
                let pending = t.pending.as_ref()?;
                let (on, holders) = self.describe(t.process, pending);
                Some(Blocked {
                    thread: t.id,
                    on,
                    holders,
                    line: self.line_of(t.id),
                })
            })
            .collect()
    }

    /// What a wait is for, and who holds it.
    pub fn describe(&self, process: ProcessId, pending: &Pending) -> (String, Vec<ThreadId>) {
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
                let object = owner.object().unwrap_or(*waiters);
                let operation = self.process(process).heap.str(*operation);
                let operation = operation.map(|t| t.s.to_string()).unwrap_or_default();
                (
                    format!("{}.{operation}()", self.label(process, object)),
                    vec![],
                )
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
            Pending::Pipes { .. } => ("a message in one of several pipes".into(), vec![]),
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
                Kind::Class(class) => format!("a {}", class.name),
                _ => "an object".into(),
            }
        })
    }

    /// The name by which the source knows an object: a variable, or an attribute or item of one.
    pub fn label_if_known(&self, process: ProcessId, object: ObjectId) -> Option<String> {
        let heap = &self.process(process).heap;
        let wanted = Value::Object(object);
        for unit in self.program.units.iter().filter(|u| !u.library) {
            let Kind::Module(module) = &heap.get(unit.module).kind else {
                continue;
            };
            for (slot, value) in module.slots.iter().enumerate() {
                let name = self.names.get(unit.slots[slot]);
                if *value == wanted {
                    return Some(name.to_string());
                }
            }
            for (slot, value) in module.slots.iter().enumerate() {
                let name = self.names.get(unit.slots[slot]);
                if let Some(path) = self.path_inside(heap, *value, wanted) {
                    return Some(format!("{name}{path}"));
                }
            }
        }
        for thread in self.threads.iter().filter(|t| t.process == process) {
            for frame in &thread.stack.frames {
                let code = self.program.code(frame.code);
                if code.library {
                    continue;
                }
                for (i, name) in code.code.locals.iter().enumerate() {
                    let value = thread.stack.values[frame.base as usize + i];
                    let value = match value.object().map(|id| &heap.get(id).kind) {
                        Some(Kind::Cell(inner)) => *inner,
                        _ => value,
                    };
                    if value == wanted {
                        return Some(name.to_string());
                    }
                    if let Some(path) = self.path_inside(heap, value, wanted) {
                        return Some(format!("{name}{path}"));
                    }
                }
            }
        }
        None
    }

    /// `.lock` or `[0]` if an object holds another directly.
    fn path_inside(
        &self,
        heap: &crate::vm::heap::Heap,
        outer: Value,
        wanted: Value,
    ) -> Option<String> {
        let object = heap.get(outer.object()?);
        // What library objects keep inside is no matter of the program's.
        let own = matches!(
            &heap.get(object.class).kind,
            Kind::Class(class) if &*class.module == "__main__"
        );
        if own
            && let Some(attrs) = &object.attrs
            && let Some((name, _)) = attrs.iter().find(|(_, v)| *v == wanted)
        {
            return Some(format!(".{}", self.names.get(name)));
        }
        let position = match &object.kind {
            Kind::List(items) => items.iter().position(|v| *v == wanted),
            Kind::Tuple(items) => items.iter().position(|v| *v == wanted),
            _ => None,
        };
        if let Some(i) = position {
            return Some(format!("[{i}]"));
        }
        if let Kind::Dict(dict) = &object.kind {
            let entry = dict.iter().find(|e| e.value == wanted)?;
            return Some(match (entry.key, heap.str(entry.key)) {
                (_, Some(text)) => format!("['{}']", text.s),
                (Value::Int(i), _) => format!("[{i}]"),
                _ => "[…]".into(),
            });
        }
        None
    }
}

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

    /// Threads that wait for ever if nobody who waits goes on: daemons are not counted, nor who waits for the end of a
    /// thread that runs.
    pub fn stuck(&self) -> Vec<ThreadId> {
        let runs = |mut thread: ThreadId| {
            for _ in &self.threads {
                if self.move_of(thread).is_some() {
                    return true;
                }
                match self.thread(thread).pending {
                    Some(Pending::Join { thread: other, .. }) => thread = other,
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
                let on = match self.library_class(process, object).as_str() {
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
            Pending::Semaphore {
                semaphore: number, ..
            } => {
                let semaphore = &self.os.semaphores[*number as usize];
                let holder = semaphore
                    .owner
                    .filter(|_| semaphore.max == 1)
                    .and_then(|(process, ident)| self.by_ident(ProcessId(process), ident));
                let label = self.semaphore_label(process, *number);
                let label = label.unwrap_or_else(|| semaphore.name.clone());
                (label, holder.into_iter().collect())
            }
        }
    }

    /// What a blocked thread waits for, as a clause: `waits for the Lock b, held by two`.
    pub fn plight(&self, id: ThreadId) -> String {
        let thread = self.thread(id);
        let Some(pending) = &thread.pending else {
            return "can move".into();
        };
        let name = |id: &ThreadId| match () {
            () if *id == thread.id => "itself".to_string(),
            () if self.thread(*id).process == thread.process => self.thread(*id).name.to_string(),
            () => {
                let other = self.thread(*id);
                format!("{} of {}", other.name, self.process(other.process).name)
            }
        };
        let (on, holders) = self.describe(thread.process, pending);
        let held = match holders.first() {
            Some(holder) => format!(", held by {}", name(holder)),
            None => String::new(),
        };
        match pending {
            Pending::Sleep { .. } => "sleeps".into(),
            Pending::Acquire { lock, .. } => {
                let rlock = matches!(
                    self.process(thread.process).heap.get(*lock).kind,
                    Kind::RLock { .. }
                );
                let class = if rlock { "RLock" } else { "Lock" };
                match self.label_if_known(thread.process, *lock) {
                    Some(label) => format!("waits for the {class} {label}{held}"),
                    None => format!("waits for a {class}{held}"),
                }
            }
            Pending::Await {
                owner,
                operation,
                waiters,
                ..
            } => {
                let object = owner.object().unwrap_or(*waiters);
                let operation = self.process(thread.process).heap.str(*operation);
                let operation = operation.map(|t| t.s.to_string()).unwrap_or_default();
                self.awaits(thread.process, object, &operation)
            }
            Pending::Join {
                thread: other,
                shutdown,
                ..
            } => {
                let other = &self.thread(*other).name;
                if *shutdown {
                    format!("has run its code and waits for {other} to end")
                } else {
                    format!("waits in join() for {other} to end")
                }
            }
            Pending::Wait { process, .. } => {
                format!("waits in join() for {} to end", self.process(*process).name)
            }
            Pending::Send { .. } => format!("waits for {on}: nobody reads from it"),
            Pending::Receive { .. } => format!("waits for {on}: nobody sends one"),
            Pending::Pipes { pipes, .. } if pipes.is_empty() => format!("waits for {on}"),
            Pending::Pipes { .. } => format!("waits for {on}: nobody sends one"),
            Pending::Semaphore { .. } => format!("waits for {on}{held}"),
        }
    }

    /// What somebody waits for in an operation of a library object.
    fn awaits(&self, process: ProcessId, object: ObjectId, operation: &str) -> String {
        let call = match self.label_if_known(process, object) {
            Some(label) => format!("{label}.{operation}()"),
            None => format!("{operation}() of {}", self.label(process, object)),
        };
        let number = |name: &str| self.int_attribute(process, object, name).unwrap_or(0);
        match (self.library_class(process, object).as_str(), operation) {
            ("Thread", "start") => "waits for the new thread to begin".into(),
            ("Condition", _) => format!("waits in {call} for somebody to notify it"),
            ("Semaphore" | "BoundedSemaphore", _) => {
                format!("waits in {call} for somebody to release the semaphore")
            }
            ("Event", _) => format!("waits in {call} for somebody to set the event"),
            ("Barrier", _) => format!(
                "waits in {call} for more threads: {} of {} have come",
                number("_count"),
                number("_parties")
            ),
            (_, "get") => {
                format!("waits in {call} for somebody to put an item: the queue is empty")
            }
            (_, "put") => format!("waits in {call} for somebody to get an item: the queue is full"),
            (_, "join") => format!(
                "waits in {call} for task_done(): {} unfinished",
                number("unfinished_tasks")
            ),
            ("Future", _) => format!("waits in {call} for the future to be done"),
            ("_Waiter", _) => "waits for futures to be done".into(),
            ("BaseEventLoop", _) => "waits in the event loop: no task can ever go on".into(),
            _ => format!("waits in {call}"),
        }
    }

    /// The first class of the library among those of an object; empty if there is none.
    fn library_class(&self, process: ProcessId, object: ObjectId) -> String {
        let heap = &self.process(process).heap;
        let Kind::Class(class) = &heap.get(heap.get(object).class).kind else {
            return String::new();
        };
        let class_of = |id: &ObjectId| match &heap.get(*id).kind {
            Kind::Class(class) if &*class.module != "__main__" => Some(class.name.to_string()),
            _ => None,
        };
        class.mro.iter().find_map(class_of).unwrap_or_default()
    }

    fn int_attribute(&self, process: ProcessId, object: ObjectId, name: &str) -> Option<i64> {
        let heap = &self.process(process).heap;
        let name = self.names.lookup(name)?;
        match heap.get(object).attrs.as_ref()?.get(name)? {
            Value::Int(i) => Some(i),
            _ => None,
        }
    }

    /// The name by which the source knows the lock that is a semaphore of the system.
    fn semaphore_label(&self, process: ProcessId, number: u32) -> Option<String> {
        let heap = &self.process(process).heap;
        let holder = |name: &str, held: Value| {
            let name = self.names.lookup(name)?;
            let mut all = (0..heap.len()).map(ObjectId);
            all.find(|id| {
                let attrs = heap.look(*id).attrs.as_ref();
                attrs.is_some_and(|attrs| attrs.get(name) == Some(held))
            })
        };
        let inner = holder("handle", Value::Int(i64::from(number)))?;
        self.label_if_known(process, holder("_semlock", Value::Object(inner))?)
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

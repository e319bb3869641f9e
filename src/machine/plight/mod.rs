//! What a blocked thread waits for, as a clause for people: `waits for the Lock b, held by two`. What the library
//! waits for inside (a semaphore, a pipe, a thread that serves a proxy) is told as what the program asked of it.

use crate::lang::code::Op;
use crate::machine::describe::uncelled;
use crate::machine::ids::{ProcessId, ThreadId};
use crate::machine::state::{Pending, State, Thread};
use crate::vm::heap::Heap;
use crate::vm::object::Kind;
use crate::vm::value::{ObjectId, Value};
use std::rc::Rc;

mod managers;
mod shared;
mod tasks;

impl State {
    /// What a blocked thread waits for, as a clause: `waits for the Lock b, held by two`.
    pub fn plight(&self, id: ThreadId) -> String {
        let thread = self.thread(id);
        let Some(pending) = &thread.pending else {
            return "can move".into();
        };
        if let Some(meeting) = self.meeting(id)
            && let Some(text) = self.at_meeting(id, pending, &meeting)
        {
            return text;
        }
        let (on, holders) = self.describe(id, pending);
        let held = self.held(id, &holders);
        match pending {
            Pending::Sleep { .. } => "sleeps".into(),
            Pending::Acquire { lock, .. } => {
                let label = self.label_if_known(thread.process, *lock);
                let what = self.lock(thread.process, *lock, label);
                let held = match self.holder_at_fork(thread.process, *lock) {
                    Some(name) => format!(", held by {name} when the process was forked"),
                    None => held,
                };
                format!("waits for {what}{held}")
            }
            Pending::Await {
                owner,
                operation,
                waiters,
                ..
            } => {
                let (object, operation) =
                    self.awaited(thread.process, *owner, *waiters, *operation);
                let label = self.label_if_known(thread.process, object);
                let text = self.awaits(thread.process, object, &operation, label);
                let taken = self.taken_by(id, object);
                match taken.is_empty() {
                    true => text,
                    false => format!("{text}, taken by {}", taken.join(" and ")),
                }
            }
            Pending::Join {
                thread: other,
                shutdown,
                ..
            } => {
                let other = &self.thread(*other).name;
                // Outside of the program's code a main thread joins what the library has at its exit.
                let ends = id == self.process(thread.process).main && self.line_of(id) == 0;
                if *shutdown || ends {
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

    /// `, held by two`, as a thread sees it.
    fn held(&self, id: ThreadId, holders: &[ThreadId]) -> String {
        let Some(holder) = holders.first() else {
            return String::new();
        };
        let (thread, other) = (self.thread(id), self.thread(*holder));
        let whose = match other.process == thread.process {
            true => String::new(),
            false => format!(" of {}", self.process(other.process).name),
        };
        match other.ended {
            _ if *holder == id => ", held by itself".into(),
            Some(_) => format!(", held by {}{whose}, which has ended", other.name),
            None => format!(", held by {}{whose}", other.name),
        }
    }

    /// Who is in the body of a `with` of a semaphore that a thread waits for, by name.
    fn taken_by(&self, id: ThreadId, semaphore: ObjectId) -> Vec<String> {
        let process = self.thread(id).process;
        let class = self.library_class(process, semaphore).0;
        if !matches!(&*class, "Semaphore" | "BoundedSemaphore") {
            return Vec::new();
        }
        let there = |t: &&Rc<Thread>| t.process == process && t.ended.is_none();
        let mut names = Vec::new();
        for thread in self.threads.iter().filter(there) {
            // The body's end is on the stack as `__exit__` and the semaphore.
            let pairs = thread.stack.values.windows(2);
            let taken = pairs.filter(|pair| {
                pair[1] == Value::Object(semaphore) && self.is_exit(process, pair[0])
            });
            let entering = usize::from(self.enters(thread, semaphore));
            let taken = taken.count().saturating_sub(entering);
            let name = match thread.id == id {
                true => "itself".to_owned(),
                false => thread.name.to_string(),
            };
            match taken {
                0 => {}
                1 => names.push(name),
                several => names.push(format!("{name} {several} times")),
            }
        }
        names
    }

    /// Whether a value is a library's function `__exit__`.
    fn is_exit(&self, process: ProcessId, value: Value) -> bool {
        let kind = value
            .object()
            .map(|id| &self.process(process).heap.get(id).kind);
        matches!(kind, Some(Kind::Function(f)) if {
            let code = self.program.code(f.code);
            code.library && &*code.code.name == "__exit__"
        })
    }

    /// Whether a thread waits at the head of a `with` of an object: its `__exit__` lies on the stack already.
    fn enters(&self, thread: &Thread, object: ObjectId) -> bool {
        let frames = &thread.stack.frames;
        let own = frames
            .iter()
            .rposition(|f| !self.program.code(f.code).library);
        let Some([at, called, ..]) = own.map(|at| &frames[at..]) else {
            return false;
        };
        let instructions = &self.program.code(at.code).instructions;
        let before = (at.pc as usize)
            .checked_sub(2)
            .and_then(|pc| instructions.get(pc));
        let heap = &self.process(thread.process).heap;
        let receiver = thread.stack.values.get(called.base as usize);
        before.is_some_and(|i| i.op == Op::LoadSpecial)
            && receiver.map(|value| uncelled(heap, *value)) == Some(Value::Object(object))
    }

    /// Who held a lock when the process was forked, and is not in this process: nobody here will give it back.
    fn holder_at_fork(&self, process: ProcessId, lock: ObjectId) -> Option<&str> {
        let ident = match &self.process(process).heap.get(lock).kind {
            Kind::Lock { owner } | Kind::RLock { owner, .. } => (*owner)?,
            _ => return None,
        };
        let mut at = Some(process);
        while let Some(here) = at {
            if let Some(holder) = self.by_ident(here, ident) {
                return (here != process).then(|| &*self.thread(holder).name);
            }
            at = self.process(here).parent;
        }
        None
    }

    /// `the RLock b`, `a Lock`
    fn lock(&self, process: ProcessId, lock: ObjectId, label: Option<String>) -> String {
        let rlock = matches!(
            self.process(process).heap.get(lock).kind,
            Kind::RLock { .. }
        );
        let class = if rlock { "RLock" } else { "Lock" };
        match label {
            Some(label) => format!("the {class} {label}"),
            None => format!("a {class}"),
        }
    }

    /// What somebody waits for in an operation of a library object.
    fn awaits(
        &self,
        process: ProcessId,
        object: ObjectId,
        operation: &str,
        label: Option<String>,
    ) -> String {
        let call = match label {
            Some(label) => format!("{label}.{operation}()"),
            None => format!("{operation}() of {}", self.label(process, object)),
        };
        let number = |name: &str| self.int_attribute(process, object, name).unwrap_or(0);
        match (&*self.library_class(process, object).0, operation) {
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
                number("unfinished_tasks").max(number("_unfinished_tasks"))
            ),
            ("Future", _) => format!("waits in {call} for the future to be done"),
            ("_Waiter", _) => "waits for futures to be done".into(),
            ("BaseEventLoop", _) => "waits in the event loop: no task can ever go on".into(),
            _ => format!("waits in {call}"),
        }
    }

    /// The first class of the library among those of an object, and its module; empty if there is none.
    pub(crate) fn library_class(&self, process: ProcessId, object: ObjectId) -> (String, String) {
        let heap = &self.process(process).heap;
        let Kind::Class(class) = &heap.get(heap.get(object).class).kind else {
            return Default::default();
        };
        let class_of = |id: &ObjectId| match &heap.get(*id).kind {
            Kind::Class(class) if &*class.module != "__main__" => {
                Some((class.name.to_string(), class.module.to_string()))
            }
            _ => None,
        };
        class.mro.iter().find_map(class_of).unwrap_or_default()
    }

    fn int_attribute(&self, process: ProcessId, object: ObjectId, name: &str) -> Option<i64> {
        let heap = &self.process(process).heap;
        match self.attribute(heap, Value::Object(object), name)? {
            Value::Int(i) => Some(i),
            _ => None,
        }
    }

    /// An attribute of an object itself.
    pub(crate) fn attribute(&self, heap: &Heap, of: Value, name: &str) -> Option<Value> {
        let name = self.names.lookup(name)?;
        heap.get(of.object()?).attrs.as_ref()?.get(name)
    }
}

//! Waits at what processes share: what the library waits for inside (a semaphore, a pipe) is told as the operation
//! that the program called.

use crate::machine::describe::uncelled;
use crate::machine::ids::ThreadId;
use crate::machine::state::{Pending, State};
use crate::vm::value::{ObjectId, Value};

/// An operation of a library object that a thread waits in.
pub(super) struct Meeting {
    /// The object.
    pub(super) object: ObjectId,
    /// `get`, `__enter__`
    pub(super) operation: String,
    /// The object's class in the library, and that class's module.
    pub(super) class: String,
    pub(super) module: String,
}

impl State {
    /// What the program's own code called last, if that is an operation of what processes share.
    pub(super) fn meeting(&self, id: ThreadId) -> Option<Meeting> {
        let thread = self.thread(id);
        let heap = &self.process(thread.process).heap;
        let library = |code| self.program.code(code).library;
        let frames = &thread.stack.frames;
        let own = frames.iter().rposition(|f| !library(f.code));
        frames[own.map_or(0, |i| i + 1)..].iter().find_map(|frame| {
            let code = &self.program.code(frame.code).code;
            if code.locals.first().map(|name| &**name) != Some("self") {
                return None;
            }
            let value = *thread.stack.values.get(frame.base as usize)?;
            let object = uncelled(heap, value).object()?;
            let (class, module) = self.library_class(thread.process, object);
            let shared = matches!(
                &*module,
                "_multiprocessing"
                    | "multiprocessing.synchronize"
                    | "multiprocessing.queues"
                    | "multiprocessing.connection"
                    | "multiprocessing.pool"
            ) || module == "multiprocessing.managers" && class.contains("Proxy");
            shared.then(|| Meeting {
                object,
                operation: code.name.to_string(),
                class,
                module,
            })
        })
    }

    /// The name by which the source knows what a thread meets others at.
    pub(super) fn name_of_meeting(&self, id: ThreadId, meeting: &Meeting) -> Option<String> {
        let process = self.thread(id).process;
        let heap = &self.process(process).heap;
        let wanted = Value::Object(meeting.object);
        self.label_of(process, &|value| {
            // A lock's acquire is a method of what the lock stands for.
            value == wanted
                || meeting.module == "_multiprocessing"
                    && self.attribute(heap, value, "_semlock") == Some(wanted)
        })
    }

    /// What a thread waits for at something that processes share, by the source's name for it: a lock, `a message in
    /// conn`, `event.wait()`.
    pub(in crate::machine) fn on_shared(&self, id: ThreadId) -> Option<String> {
        let pending = self.thread(id).pending.as_ref()?;
        let meeting = self.meeting(id)?;
        let label = self.name_of_meeting(id, &meeting)?;
        Some(match pending {
            Pending::Receive { .. } | Pending::Pipes { .. } if meeting.class == "Connection" => {
                format!("a message in {label}")
            }
            Pending::Send { .. } => format!("room in {label}"),
            Pending::Semaphore { semaphore, .. }
                if matches!(&*meeting.class, "Lock" | "RLock" | "SemLock")
                    && self.os.semaphores[*semaphore as usize].max == 1 =>
            {
                label
            }
            _ => match &*meeting.operation {
                "__enter__" => format!("{label}.acquire()"),
                operation => format!("{label}.{operation}()"),
            },
        })
    }

    /// The clause for a wait in such an operation; `None` if there is nothing better to say than what it waits for.
    pub(super) fn at_meeting(
        &self,
        id: ThreadId,
        pending: &Pending,
        meeting: &Meeting,
    ) -> Option<String> {
        let label = self.name_of_meeting(id, meeting);
        if meeting.module == "multiprocessing.managers" {
            return self.at_proxy(pending, meeting, label);
        }
        let operation = &*meeting.operation;
        let call = match &label {
            Some(label) => format!("{label}.{operation}()"),
            None => format!("{operation}() of a multiprocessing.{}", meeting.class),
        };
        let (_, holders) = self.describe(id, pending);
        let held = self.held(id, &holders);
        let why = match pending {
            Pending::Semaphore { semaphore, .. } => {
                let inside = &self.os.semaphores[*semaphore as usize];
                let kind = inside.name.trim_start_matches("a multiprocessing.");
                match &*meeting.class {
                    "Lock" | "RLock" | "SemLock" if kind.ends_with("Lock") => {
                        return Some(match label {
                            Some(label) => {
                                format!("waits for the multiprocessing.{kind} {label}{held}")
                            }
                            None => format!("waits for a multiprocessing.{kind}{held}"),
                        });
                    }
                    "Semaphore" | "BoundedSemaphore" | "SemLock" => {
                        let call = label.map_or(format!("a multiprocessing.{kind}"), |label| {
                            format!("{label}.acquire()")
                        });
                        return Some(format!(
                            "waits in {call} for somebody to release the semaphore"
                        ));
                    }
                    _ if kind.ends_with("Lock") => format!("the lock inside{held}"),
                    "Condition" => "somebody to notify it".into(),
                    "Event" => "somebody to set the event".into(),
                    "Barrier" => self.barrier_short(id, meeting)?,
                    _ if operation == "join" => {
                        let left = self.unfinished(id, meeting)?;
                        format!("task_done(): {left} unfinished")
                    }
                    _ => "somebody to get an item: the queue is full".into(),
                }
            }
            Pending::Receive { .. } | Pending::Pipes { .. } => match &*meeting.class {
                "Connection" => "a message: nobody sends one".into(),
                _ => "somebody to put an item: the queue is empty".into(),
            },
            Pending::Send { .. } if operation == "_feed" => {
                let label = label.unwrap_or_else(|| "a multiprocessing.Queue".into());
                return Some(format!(
                    "waits for room in the pipe of {label}: nobody gets what is in it"
                ));
            }
            _ if meeting.module == "multiprocessing.pool" => match (&*meeting.class, pending) {
                ("Pool" | "ThreadPool", Pending::Join { .. }) => "the workers to end".into(),
                (_, Pending::Await { .. }) => "the pool to have the result".into(),
                _ => return None,
            },
            Pending::Send { .. } => match &*meeting.class {
                "Connection" => "room in the pipe: nobody reads from it".into(),
                _ => "somebody to get an item: the pipe of the queue is full".into(),
            },
            _ => return None,
        };
        Some(format!("waits in {call} for {why}"))
    }

    fn barrier_short(&self, id: ThreadId, meeting: &Meeting) -> Option<String> {
        let process = self.thread(id).process;
        let number = |name| self.int_attribute(process, meeting.object, name);
        let cells = self.os.shared.get(number("_cells")? as usize)?;
        let Some(Value::Int(come)) = cells.get(1) else {
            return None;
        };
        let parties = number("_parties")?;
        Some(format!("more processes: {come} of {parties} have come"))
    }

    fn unfinished(&self, id: ThreadId, meeting: &Meeting) -> Option<u32> {
        let process = self.thread(id).process;
        let heap = &self.process(process).heap;
        let count = Value::Object(meeting.object);
        let count = self.attribute(heap, count, "_unfinished_tasks")?;
        let count = self.attribute(heap, count, "_semlock")?;
        let number = self.int_attribute(process, count.object()?, "handle")?;
        Some(self.os.semaphores.get(number as usize)?.value)
    }
}

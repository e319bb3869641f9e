//! Waits of those who use a manager's objects through proxies: what a proxy's call waits for is what the thread waits
//! for that serves it in the manager; and who waits for work alone says nothing.

use crate::machine::describe::uncelled;
use crate::machine::ids::ThreadId;
use crate::machine::plight::shared::Meeting;
use crate::machine::state::{Pending, State};
use crate::vm::value::{ObjectId, Value};

/// The library's own threads and processes, while nobody has given them anything to do.
const WORKERS: [&str; 10] = [
    "Queue._feed",
    "Server.serve_forever",
    SERVES,
    "Pool._handle_workers",
    "Pool._handle_tasks",
    "Pool._handle_results",
    "_ExecutorManagerThread.run",
    "_process_worker",
    "_worker",
    "worker",
];

/// Serves the connection of one client.
const SERVES: &str = "Server.serve_client";

impl State {
    /// Whether a blocked thread is one of the library's that waits for something to do, or for another whose wait is
    /// told as what that one waits for.
    pub(in crate::machine) fn says_nothing(&self, id: ThreadId) -> bool {
        let thread = self.thread(id);
        let works = |code| {
            let code = self.program.code(code);
            code.library && WORKERS.contains(&&*code.code.qualname)
        };
        let frames = &thread.stack.frames;
        let idle = match &thread.pending {
            Some(Pending::Await { .. } | Pending::Receive { .. } | Pending::Pipes { .. }) => true,
            // Of several who wait at one queue all but one wait for the right to read.
            Some(Pending::Semaphore { .. }) => {
                self.meeting(id).is_some_and(|m| m.operation == "get")
            }
            _ => false,
        };
        let served = || self.client_of(id).is_some();
        // What it was given to do may be no code of the program: `submit(event.wait)`.
        let is_busy = |code| &*self.program.code(code).code.qualname == "_WorkItem.run";
        let is_idle = || {
            idle && self.line_of(id) == 0
                && frames.iter().any(|frame| works(frame.code))
                && !frames.iter().any(|frame| is_busy(frame.code))
        };
        served() || is_idle()
    }

    /// A variable of the frame that serves a client.
    fn in_service(&self, id: ThreadId, name: &str) -> Option<Value> {
        let thread = self.thread(id);
        let heap = &self.process(thread.process).heap;
        thread.stack.frames.iter().find_map(|frame| {
            let code = self.program.code(frame.code);
            if !code.library || &*code.code.qualname != SERVES {
                return None;
            }
            let local = code.code.locals.iter().position(|local| &**local == name)?;
            let value = *thread.stack.values.get(frame.base as usize + local)?;
            Some(uncelled(heap, value))
        })
    }

    /// The pipes of the connection that a thread of a manager serves: it reads from the first and answers into the other.
    fn service(&self, id: ThreadId) -> Option<(u32, u32)> {
        let connection = self.in_service(id, "conn")?.object()?;
        let process = self.thread(id).process;
        let pipe = |name| self.int_attribute(process, connection, name);
        Some((pipe("_reader_pipe")? as u32, pipe("_writer_pipe")? as u32))
    }

    /// Who waits for the answer of a manager's thread.
    fn client_of(&self, server: ThreadId) -> Option<ThreadId> {
        let (_, answers) = self.service(server)?;
        let waits = |pending: &Pending| matches!(pending, Pending::Receive { pipe, .. } if *pipe == answers);
        let mut threads = self.threads.iter();
        let client = threads.find(|t| t.ended.is_none() && t.pending.as_ref().is_some_and(waits));
        client.map(|client| client.id)
    }

    /// What a call of a proxy waits for.
    pub(super) fn at_proxy(
        &self,
        pending: &Pending,
        meeting: &Meeting,
        label: Option<String>,
    ) -> Option<String> {
        let Pending::Receive { pipe, .. } = pending else {
            return None;
        };
        let living = self.threads.iter().filter(|t| t.ended.is_none());
        let server = living.map(|t| t.id);
        let server = server.into_iter().find(|t| {
            self.service(*t)
                .is_some_and(|(_, answers)| answers == *pipe)
        })?;
        let manager = self.thread(server).process;
        let whose = format!(" of {}", self.process(manager).name);
        match &self.thread(server).pending {
            Some(Pending::Acquire { lock, .. }) => {
                let (_, holders) = self.describe(server, self.thread(server).pending.as_ref()?);
                let held = match holders.first() {
                    Some(holder) => format!(", held by {}", self.whom_it_serves(*holder)),
                    None => String::new(),
                };
                Some(format!(
                    "waits for {}{whose}{held}",
                    self.lock(manager, *lock, label)
                ))
            }
            Some(Pending::Await {
                owner,
                operation,
                waiters,
                ..
            }) => {
                let object: ObjectId = owner.object().unwrap_or(*waiters);
                let operation = self.process(manager).heap.str(*operation)?.s.to_string();
                let label = label.unwrap_or_else(|| format!("a {}{whose}", meeting.class));
                Some(self.awaits(manager, object, &operation, Some(label)))
            }
            _ => None,
        }
    }

    /// For whom a thread of a manager holds what it holds.
    fn whom_it_serves(&self, server: ThreadId) -> String {
        if let Some(client) = self.client_of(server) {
            let client = self.thread(client);
            return format!("{} of {}", client.name, self.process(client.process).name);
        }
        let manager = self.thread(server).process;
        let asks = self.service(server).map(|(asks, _)| asks);
        let open = asks.and_then(|pipe| {
            let mut open = self.os.pipes[pipe as usize].writers.iter();
            open.find(|(process, _)| *process != manager.0)
        });
        match open {
            Some((process, _)) => self.processes[process as usize].name.to_string(),
            None => self.thread(server).name.to_string(),
        }
    }
}

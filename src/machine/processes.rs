//! Requests about processes and what they share.

use crate::machine::clock;
use crate::machine::ids::{ProcessId, ThreadId};
use crate::machine::os::{Ends, Message, Os, Pipe, Semaphore, UNDER_WAY};
use crate::machine::requests::Reply;
use crate::machine::state::{End, Pending, Process, Shared, State};
use crate::machine::step::{Note, Report};
use crate::machine::work;
use crate::vm::signal::{ProcessRequest, SignalAction};
use crate::vm::types;
use crate::vm::value::Value;
use std::collections::VecDeque;
use std::rc::Rc;

/// Processes in one run, one after the other.
const MOST_PROCESSES: usize = 5_000;
/// Pipes, semaphores and pieces of shared memory in one run.
const MOST_SHARED: usize = 50_000;

impl State {
    fn os_mut(&mut self) -> &mut Os {
        Rc::make_mut(&mut self.os)
    }

    /// Serves a request; `None` if the thread has to wait (or has got its answer).
    pub fn process_request(
        &mut self,
        id: ThreadId,
        request: ProcessRequest,
        report: Option<&mut Report>,
    ) -> Option<Reply> {
        if !self.knows(&request) {
            return Some(Err(self.with_vm(id, |vm| {
                let text = vm.new_str("Bad file descriptor");
                vm.exception_of(types::OS_ERROR, vec![Value::Int(9), text])
            })));
        }
        let now = self.thread(id).clock;
        let after = |timeout: Option<u64>| timeout.map(|ns| now.saturating_add(ns));
        let pending = match request {
            ProcessRequest::Fork {
                function,
                args,
                name,
                daemon,
            } => {
                return Some(self.fork(id, function, &args, name, daemon, report));
            }
            ProcessRequest::Spawn {
                data,
                name,
                daemon,
                forkserver,
            } => {
                return Some(self.spawn(id, &data, name, daemon, forkserver, report));
            }
            ProcessRequest::Wait { process, timeout } => {
                if timeout.is_some() {
                    self.share_note(Shared::Lives);
                }
                Pending::Wait {
                    process: ProcessId(process),
                    until: after(timeout),
                }
            }
            ProcessRequest::Poll { process } => {
                self.share_note(Shared::Lives);
                let asked = self.process_of(process).map(|p| self.process(p));
                let end = asked.and_then(|p| Some((p.exit_code?, p.busy_until)));
                // A process that was sent a signal takes a moment to die; the end of others is met in time.
                let code = match end {
                    Some((code, at)) if code >= 0 => {
                        let thread = self.thread_mut(id);
                        thread.clock = thread.clock.max(at);
                        Some(code)
                    }
                    Some((code, at)) if at <= now => Some(code),
                    _ => None,
                };
                if code.is_some() {
                    self.reap(id, ProcessId(process));
                }
                return Some(Ok(code.map_or(Value::None, |c| Value::Int(i64::from(c)))));
            }
            ProcessRequest::Kill {
                process,
                signal,
                wakes,
            } => {
                self.share_note(Shared::Ends);
                self.spend(id, clock::SYSTEM_CALL);
                let target = self.process_of(process).filter(|p| self.has_pid(*p));
                if let Some(process) = target {
                    self.signal_process(id, process, signal, wakes, report);
                }
                return Some(Ok(Value::Bool(target.is_some())));
            }
            ProcessRequest::Send { pipe, data, repr } => {
                let message = Rc::new(Message { data, repr });
                self.work += message.size() as u64 / work::BYTES;
                let pending = Pending::Send {
                    pipe,
                    message,
                    begun: None,
                };
                match self.begin_sending(id, pending) {
                    Some(pending) => pending,
                    None => {
                        if let Some(report) = report {
                            report.notes.push(Note::Block);
                        }
                        return None;
                    }
                }
            }
            ProcessRequest::Receive { pipe, timeout } => Pending::Receive {
                pipe,
                until: after(timeout),
            },
            ProcessRequest::WaitPipes {
                pipes,
                processes,
                timeout,
            } => Pending::Pipes {
                pipes: pipes.into(),
                processes: processes.into_iter().map(ProcessId).collect(),
                until: after(timeout),
            },
            ProcessRequest::SemAcquire { semaphore, timeout } => {
                if timeout.is_some() {
                    self.share_note(Shared::Tried(semaphore));
                }
                if let Some(reply) = self.take_recursive(id, semaphore) {
                    return Some(reply);
                }
                Pending::Semaphore {
                    semaphore,
                    until: after(timeout),
                }
            }
            other => return Some(self.share(id, other, report)),
        };
        self.wait_or_answer(id, pending, report);
        None
    }

    /// Notes that the one who started a process knows how it ended.
    fn reap(&mut self, id: ThreadId, process: ProcessId) {
        if self.process(process).parent == Some(self.thread(id).process) {
            self.process_mut(process).reaped = true;
        }
    }

    /// Whether a process can be signalled: it lives, or nobody has asked yet how it ended.
    fn has_pid(&self, process: ProcessId) -> bool {
        let asked = self.process(process);
        let parent_lives = |parent| self.process(parent).exit_code.is_none();
        asked.exit_code.is_none() || !asked.reaped && asked.parent.is_some_and(parent_lives)
    }

    /// Whether there is what a request names by number.
    fn knows(&self, request: &ProcessRequest) -> bool {
        let is_pipe = |pipe: &u32| (*pipe as usize) < self.os.pipes.len();
        let is_process = |process: &u32| self.process_of(*process).is_some();
        match request {
            ProcessRequest::Send { pipe, .. }
            | ProcessRequest::Receive { pipe, .. }
            | ProcessRequest::HasMessage { pipe }
            | ProcessRequest::Ends { pipe, .. } => is_pipe(pipe),
            ProcessRequest::WaitPipes {
                pipes, processes, ..
            } => pipes.iter().all(is_pipe) && processes.iter().all(is_process),
            ProcessRequest::Wait { process, .. } => is_process(process),
            ProcessRequest::SemAcquire { semaphore, .. }
            | ProcessRequest::SemRelease { semaphore }
            | ProcessRequest::SemState { semaphore } => {
                (*semaphore as usize) < self.os.semaphores.len()
            }
            ProcessRequest::SharedGet { memory, .. } | ProcessRequest::SharedSet { memory, .. } => {
                (*memory as usize) < self.os.shared.len()
            }
            _ => true,
        }
    }

    /// Waits, unless what is waited for is there already.
    fn wait_or_answer(&mut self, id: ThreadId, pending: Pending, report: Option<&mut Report>) {
        let at_once = matches!(pending.until(), Some(until) if until <= self.thread(id).clock);
        if self.pends && !at_once {
            self.block(id, pending, report);
        } else if self.is_satisfied(id, &pending) {
            let reply = self.answer_process_pending(id, pending, false, report);
            self.reply(id, reply);
        } else if at_once {
            let reply = self.answer_process_pending(id, pending, true, report);
            self.reply(id, reply);
        } else {
            self.block(id, pending, report);
        }
    }

    fn take_recursive(&mut self, id: ThreadId, semaphore: u32) -> Option<Reply> {
        let me = (self.thread(id).process.0, self.thread(id).ident);
        let semaphore = &mut self.os_mut().semaphores[semaphore as usize];
        if semaphore.recursive && semaphore.count > 0 && semaphore.owner == Some(me) {
            semaphore.count += 1;
            return Some(Ok(Value::Bool(true)));
        }
        None
    }

    /// Requests that are answered at once.
    fn share(
        &mut self,
        id: ThreadId,
        request: ProcessRequest,
        report: Option<&mut Report>,
    ) -> Reply {
        let now = self.thread(id).clock;
        let os = &self.os;
        if os.pipes.len() + os.semaphores.len() + os.shared.len() > MOST_SHARED
            && self.end.is_none()
        {
            self.end = Some(End::Limit {
                name: "shared",
                message: format!(
                    "more than {MOST_SHARED} pipes, locks and values that processes share"
                ),
            });
        }
        match request {
            ProcessRequest::NewPipe { capacity, name } => {
                let me = self.thread(id).process.0;
                let pipes = &mut self.os_mut().pipes;
                pipes.push(Rc::new(Pipe {
                    name,
                    capacity,
                    messages: VecDeque::new(),
                    bytes: 0,
                    taken: 0,
                    readers: Ends::of(me),
                    writers: Ends::of(me),
                    changed_ns: now,
                }));
                Ok(Value::Int(pipes.len() as i64 - 1))
            }
            ProcessRequest::HasMessage { pipe } => {
                self.share_note(Shared::Other);
                Ok(Value::Bool(self.os.pipes[pipe as usize].is_readable()))
            }
            ProcessRequest::Ends {
                pipe,
                readers,
                writers,
                under_way,
            } => {
                self.share_note(Shared::Other);
                let me = match under_way {
                    true => UNDER_WAY,
                    false => self.thread(id).process.0,
                };
                let pipe = Rc::make_mut(&mut self.os_mut().pipes[pipe as usize]);
                pipe.readers.change(me, readers);
                pipe.writers.change(me, writers);
                pipe.changed_ns = now;
                Ok(Value::None)
            }
            ProcessRequest::NewSemaphore {
                value,
                max,
                recursive,
                name,
            } => {
                let semaphores = &mut self.os_mut().semaphores;
                semaphores.push(Semaphore {
                    name,
                    value,
                    max,
                    recursive,
                    owner: None,
                    count: 0,
                    changed_ns: now,
                });
                Ok(Value::Int(semaphores.len() as i64 - 1))
            }
            ProcessRequest::SemRelease { semaphore } => {
                self.share_note(Shared::Gave(semaphore));
                self.release(id, semaphore, report)
            }
            ProcessRequest::SemState { semaphore } => {
                self.share_note(Shared::Tried(semaphore));
                let s = self.os.semaphores[semaphore as usize].clone();
                let (process, ident) = (self.thread(id).process.0, self.thread(id).ident);
                let mine = s.owner == Some((process, ident));
                let here = s.owner.is_some_and(|(owner, _)| owner == process);
                let items = vec![
                    Value::Int(i64::from(s.value)),
                    Value::Bool(mine && s.count > 0),
                    Value::Int(if here { i64::from(s.count) } else { 0 }),
                ];
                Ok(self.tuple(id, items))
            }
            ProcessRequest::NewShared { cells } => {
                let shared = &mut self.os_mut().shared;
                shared.push(Rc::new(cells));
                Ok(Value::Int(shared.len() as i64 - 1))
            }
            ProcessRequest::SharedGet { memory, index } => {
                self.share_note(Shared::Cell {
                    memory,
                    index,
                    write: false,
                });
                let cells = &self.os.shared[memory as usize];
                let value = cells.get(index).copied().unwrap_or(Value::None);
                if let Some(report) = report {
                    report.notes.push(Note::CellRead(memory, index, value));
                }
                Ok(value)
            }
            ProcessRequest::SharedSet {
                memory,
                index,
                value,
            } => {
                self.share_note(Shared::Cell {
                    memory,
                    index,
                    write: true,
                });
                let cells = Rc::make_mut(&mut self.os_mut().shared[memory as usize]);
                if let Some(cell) = cells.get_mut(index) {
                    *cell = value;
                }
                if let Some(report) = report {
                    report.notes.push(Note::CellWrite(memory, index, value));
                }
                Ok(Value::None)
            }
            ProcessRequest::OnSignal { signal, action } => {
                let process = self.thread(id).process;
                let signals = &mut self.process_mut(process).signals;
                signals.retain(|(number, _)| *number != signal);
                if action != SignalAction::Default {
                    signals.push((signal, action));
                }
                Ok(Value::None)
            }
            ProcessRequest::Current => {
                let process = self.process(self.thread(id).process);
                let parent = process.parent.map_or(1, |p| self.process(p).pid);
                let items = vec![
                    Value::Int(i64::from(process.id.0)),
                    Value::Int(i64::from(process.pid)),
                    Value::Int(i64::from(parent)),
                ];
                Ok(self.tuple(id, items))
            }
            _ => Ok(Value::None),
        }
    }

    fn release(&mut self, id: ThreadId, semaphore: u32, report: Option<&mut Report>) -> Reply {
        let (now, me) = (
            self.thread(id).clock,
            (self.thread(id).process.0, self.thread(id).ident),
        );
        let number = semaphore;
        let semaphore = &mut self.os_mut().semaphores[semaphore as usize];
        if semaphore.recursive {
            if semaphore.owner != Some(me) || semaphore.count == 0 {
                return Ok(Value::Bool(false));
            }
            semaphore.count -= 1;
            if semaphore.count > 0 {
                return Ok(Value::Bool(true));
            }
        } else if semaphore.value >= semaphore.max {
            self.share_note(Shared::Tried(number));
            return Ok(Value::Bool(false));
        }
        semaphore.value += 1;
        semaphore.owner = None;
        semaphore.changed_ns = now;
        if let Some(report) = report {
            report.notes.push(Note::SemRelease(number));
        }
        Ok(Value::Bool(true))
    }

    /// How many may still take a semaphore.
    pub fn permits_of(&self, semaphore: u32) -> u32 {
        self.os.semaphores[semaphore as usize].value
    }

    /// The answer to a wait for something between processes.
    pub fn answer_process_pending(
        &mut self,
        id: ThreadId,
        pending: Pending,
        timeout: bool,
        report: Option<&mut Report>,
    ) -> Reply {
        self.spend(id, clock::SYSTEM_CALL);
        match &pending {
            Pending::Wait { .. } => {}
            Pending::Semaphore { semaphore, .. } if timeout => {
                self.share_note(Shared::Tried(*semaphore));
            }
            Pending::Semaphore { semaphore, .. } => self.share_note(Shared::Took(*semaphore)),
            _ => self.share_note(Shared::Other),
        }
        let now = self.thread(id).clock;
        let note = |note: Note| {
            if let Some(report) = report {
                report.notes.push(note);
            }
        };
        match pending {
            Pending::Wait { .. } if timeout => Ok(Value::None),
            Pending::Wait { process, .. } => {
                note(Note::Join(self.process(process).main));
                let code = self.process(process).exit_code.unwrap_or(0);
                self.reap(id, process);
                Ok(Value::Int(i64::from(code)))
            }
            Pending::Send {
                pipe: number,
                message,
                begun,
            } => {
                let pipe = Rc::make_mut(&mut self.os_mut().pipes[number as usize]);
                let taken = begun.is_some_and(|at| pipe.taken > at);
                if pipe.readers.is_empty() && !taken {
                    return Err(self.broken_pipe(id));
                }
                note(Note::Send(
                    number,
                    message.repr.clone(),
                    message.size() as u32,
                ));
                if begun.is_none() {
                    pipe.bytes += message.size();
                    pipe.messages.push_back(message);
                    pipe.changed_ns = now;
                }
                Ok(Value::None)
            }
            Pending::Receive { .. } if timeout => Ok(Value::None),
            Pending::Receive { pipe: number, .. } => {
                let pipe = Rc::make_mut(&mut self.os_mut().pipes[number as usize]);
                match pipe.messages.pop_front() {
                    Some(message) => {
                        pipe.bytes -= message.size();
                        pipe.taken += 1;
                        pipe.changed_ns = now;
                        note(Note::Receive(
                            number,
                            message.repr.clone(),
                            message.size() as u32,
                        ));
                        Ok(self.bytes(id, &message.data))
                    }
                    None => Err(self.with_vm(id, |vm| vm.exception_of(types::EOF_ERROR, vec![]))),
                }
            }
            Pending::Pipes { .. } if timeout => Ok(Value::None),
            Pending::Pipes {
                pipes, processes, ..
            } => {
                // The places of all that are ready, pipes first.
                let pipes = pipes
                    .iter()
                    .map(|p| self.os.pipes[*p as usize].is_readable());
                let ready: Vec<Value> = pipes
                    .chain(
                        processes
                            .iter()
                            .map(|p| self.process(*p).exit_code.is_some()),
                    )
                    .enumerate()
                    .filter(|(_, ready)| *ready)
                    .map(|(i, _)| Value::Int(i as i64))
                    .collect();
                Ok(self.tuple(id, ready))
            }
            Pending::Semaphore { .. } if timeout => Ok(Value::Bool(false)),
            Pending::Semaphore {
                semaphore: number, ..
            } => {
                let me = (self.thread(id).process.0, self.thread(id).ident);
                let semaphore = &mut self.os_mut().semaphores[number as usize];
                semaphore.value -= 1;
                semaphore.owner = Some(me);
                semaphore.count = 1;
                note(Note::SemAcquire(number));
                Ok(Value::Bool(true))
            }
            _ => Ok(Value::None),
        }
    }

    /// A copy of a process is a matter of its other threads.
    fn note_copy(&mut self, id: ThreadId) {
        let process = self.thread(id).process;
        let alive = |t: &&Rc<crate::machine::Thread>| t.process == process && t.ended.is_none();
        if self.threads.iter().filter(alive).count() > 1 {
            self.share_note(Shared::Other);
        }
    }

    fn broken_pipe(&mut self, id: ThreadId) -> Value {
        self.with_vm(id, |vm| {
            let text = vm.new_str("Broken pipe");
            vm.exception_of(types::BROKEN_PIPE_ERROR, vec![Value::Int(32), text])
        })
    }

    fn too_many_processes(&mut self) -> bool {
        let alive = self
            .processes
            .iter()
            .filter(|p| p.exit_code.is_none())
            .count();
        let limit = self.options.limits.processes;
        let message = if alive >= limit as usize {
            format!("more than {limit} processes at once")
        } else if self.processes.len() >= MOST_PROCESSES {
            format!("more than {MOST_PROCESSES} processes in one run")
        } else {
            return false;
        };
        self.end = Some(End::Limit {
            name: "processes",
            message,
        });
        true
    }

    fn fork(
        &mut self,
        id: ThreadId,
        function: Value,
        args: &[Value],
        name: String,
        daemon: bool,
        report: Option<&mut Report>,
    ) -> Reply {
        if self.too_many_processes() {
            return Ok(Value::None);
        }
        self.note_copy(id);
        self.spend(id, clock::FORK);
        self.share_note(Shared::Forked);
        let parent = self.thread(id).process;
        let heap = self.process(parent).heap.forked();
        let ident = self.thread(id).ident;
        let signals = self.process(parent).signals.clone();
        let (child, main) = self.add_process(id, heap, name, daemon, false);
        self.process_mut(child).signals = signals;
        // The calling thread goes on as the child's main thread, under the ident it had.
        let thread = self.thread_mut(main);
        thread.ident = ident;
        thread.stack.thread = ident;
        let next = self.process(parent).next_ident;
        self.process_mut(child).next_ident = next;
        self.inherit_ends(parent, child);
        self.begin_call(main, function, args);
        if let Some(report) = report {
            report.notes.push(Note::StartProcess(child));
        }
        Ok(Value::Int(i64::from(child.0)))
    }

    fn spawn(
        &mut self,
        id: ThreadId,
        data: &[u8],
        name: String,
        daemon: bool,
        forkserver: bool,
        report: Option<&mut Report>,
    ) -> Reply {
        if self.too_many_processes() {
            return Ok(Value::None);
        }
        self.spend(
            id,
            if forkserver {
                clock::FORK
            } else {
                clock::SYSTEM_CALL
            },
        );
        let heap = (*self.fresh_heap).clone();
        let (child, main) = self.add_process(id, heap, name, daemon, true);
        if !forkserver {
            self.thread_mut(main).clock += clock::SPAWN;
        }
        let data = self.bytes(main, data);
        let function = self.program.prelude("_spawn_main");
        self.begin_call(main, function, &[data]);
        if let Some(report) = report {
            report.notes.push(Note::StartProcess(child));
        }
        Ok(Value::Int(i64::from(child.0)))
    }

    fn add_process(
        &mut self,
        id: ThreadId,
        heap: crate::vm::heap::Heap,
        name: String,
        daemon: bool,
        spawned: bool,
    ) -> (ProcessId, ThreadId) {
        let (parent, now) = (self.thread(id).process, self.thread(id).clock);
        let child = ProcessId(self.processes.len() as u32);
        let main = ThreadId(self.threads.len() as u32);
        self.processes.push(Rc::new(Process {
            id: child,
            name: name.into(),
            pid: 1000 + child.0,
            parent: Some(parent),
            daemon,
            heap,
            main,
            gil: None,
            gil_since: now,
            busy_until: now,
            synced_ns: now,
            exit_code: None,
            reaped: false,
            exiting: None,
            signals: Vec::new(),
            arrived: Vec::new(),
            uncaught: None,
            next_ident: 1,
            spawned,
        }));
        let thread = self.new_thread(child, "MainThread".into(), false, Some(id), now);
        self.add_thread(thread);
        (child, main)
    }

    /// A forked child has the same ends of pipes open as its parent.
    fn inherit_ends(&mut self, parent: ProcessId, child: ProcessId) {
        for pipe in &mut self.os_mut().pipes {
            let pipe = Rc::make_mut(pipe);
            pipe.readers.fork(parent.0, child.0);
            pipe.writers.fork(parent.0, child.0);
        }
    }

    /// A message that does not fit: as much as there is room for goes in, and the thread waits for a
    /// reader to take it. Gives back what can be finished at once.
    fn begin_sending(&mut self, id: ThreadId, pending: Pending) -> Option<Pending> {
        let Pending::Send {
            pipe: number,
            message,
            begun: None,
        } = &pending
        else {
            return Some(pending);
        };
        let now = self.thread(id).clock;
        let pipe = &self.os.pipes[*number as usize];
        if pipe.readers.is_empty() || pipe.has_room(message) || !pipe.has_some_room(message) {
            return Some(pending);
        }
        let (number, message) = (*number, Rc::clone(message));
        let pipe = Rc::make_mut(&mut self.os_mut().pipes[number as usize]);
        let place = pipe.taken + pipe.messages.len() as u64;
        pipe.bytes += message.size();
        pipe.messages.push_back(Rc::clone(&message));
        pipe.changed_ns = now;
        let pending = Pending::Send {
            pipe: number,
            message,
            begun: Some(place),
        };
        self.thread_mut(id).pending = Some(pending);
        None
    }

    /// The wait of a sender is over; gives it back unless the thread has to go on waiting.
    pub fn go_on_sending(&mut self, id: ThreadId, pending: Pending) -> Option<Pending> {
        match pending {
            Pending::Send { .. } => self.begin_sending(id, pending),
            other => Some(other),
        }
    }
}

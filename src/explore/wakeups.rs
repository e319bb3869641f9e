//! Lost wakeups: who waits for ever for a notification that came when nobody waited, or woke another.
//!
//! What matters of a run is noted while it goes; who waits for ever is known only at its end.

use crate::explore::remarks::{Remark, Verdict};
use crate::machine::step::Note;
use crate::machine::{Pending, ProcessId, Report, State, ThreadId};
use crate::vm::effects::Effect;
use crate::vm::object::Kind;
use crate::vm::value::ObjectId;
use std::rc::Rc;

/// Most notifications and releases that are kept of a run: of a longer one nothing is said.
const MOST: usize = 50_000;
/// Most steps that a thread is followed to see whether it would wait again.
const MOST_STEPS: u64 = 100_000;

/// The notifications and releases of a run, in order.
#[derive(Clone, Debug, Default)]
pub struct Wakeups(Vec<Wakeup>);

#[derive(Clone, Debug)]
struct Wakeup {
    by: ThreadId,
    process: ProcessId,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    /// Waiters were notified.
    Notify {
        /// The condition, the event or whatever has them.
        owner: ObjectId,
        /// The identifiers of all that waited.
        waiting: Rc<[u32]>,
        /// Who was woken of them.
        woken: Rc<[ThreadId]>,
        line: u32,
    },
    /// A lock was given back.
    Release(ObjectId),
}

impl Wakeups {
    /// How many have been noted: where to go back to.
    pub fn noted(&self) -> usize {
        self.0.len()
    }

    /// Forgets what was noted later.
    pub fn go_back(&mut self, noted: usize) {
        self.0.truncate(noted);
    }

    /// Takes in a step; the state is that after it.
    pub fn note(&mut self, state: &State, by: ThreadId, report: &Report) {
        let process = state.thread(by).process;
        for note in &report.notes {
            let Note::Effect(effect) = note else { continue };
            let what = match effect {
                Effect::Notify(line, owner) => {
                    let heap = &state.process(process).heap;
                    let Kind::Waiters(waiting) = &heap.get(*line).kind else {
                        continue;
                    };
                    let woken = waiting.iter().filter(|w| w.notified);
                    What::Notify {
                        owner: owner.object().unwrap_or(*line),
                        waiting: waiting.iter().map(|w| w.thread).collect(),
                        woken: woken
                            .filter_map(|w| state.by_ident(process, w.thread))
                            .collect(),
                        line: state.line_of(by),
                    }
                }
                Effect::Release(lock) => What::Release(*lock),
                _ => continue,
            };
            if self.0.len() <= MOST {
                self.0.push(Wakeup { by, process, what });
            }
        }
    }

    /// What is to be said of those who wait for ever at the end of the run.
    pub fn lost(&self, end: &State) -> Vec<Remark> {
        if self.0.len() > MOST {
            return Vec::new();
        }
        let stuck = end.threads.iter().filter(|t| t.ended.is_none());
        let waits = stuck.filter_map(|t| Waits::of(end, t.id));
        waits
            .filter_map(|mut waits| {
                self.0.iter().for_each(|wakeup| waits.note(wakeup));
                waits.remark(end)
            })
            .collect()
    }
}

/// A thread that waits for ever on a condition or an event.
struct Waits {
    thread: ThreadId,
    /// Its process, and its number among the waiters there.
    process: ProcessId,
    ident: u32,
    /// The condition or event.
    on: ObjectId,
    /// Whether it is an event.
    is_event: bool,
    /// The lock of the condition.
    lock: Option<ObjectId>,
    /// The last notification, if nobody waited then and the thread has not looked since, or it woke others.
    missed: Option<Missed>,
    /// How often it has given the lock back since: once, to wait.
    released: u32,
}

/// A notification that did not wake a thread.
struct Missed {
    by: ThreadId,
    line: u32,
    /// Who was woken, of those that waited.
    woken: Vec<ThreadId>,
}

impl Waits {
    fn of(state: &State, thread: ThreadId) -> Option<Waits> {
        let Some(Pending::Await { owner, .. }) = state.thread(thread).pending else {
            return None;
        };
        let process = state.thread(thread).process;
        let heap = &state.process(process).heap;
        let class = state.library_class(process, owner.object()?).0;
        let condition = match &*class {
            "Condition" => owner,
            "Event" => state.attribute(heap, owner, "_cond")?,
            _ => return None,
        };
        Some(Waits {
            thread,
            process,
            ident: state.thread(thread).ident,
            on: owner.object()?,
            is_event: &*class == "Event",
            lock: state.attribute(heap, condition, "_lock")?.object(),
            missed: None,
            released: 0,
        })
    }

    /// Takes in a notification or a release.
    fn note(&mut self, wakeup: &Wakeup) {
        if wakeup.process != self.process {
            return;
        }
        let by = wakeup.by;
        match &wakeup.what {
            What::Notify {
                owner,
                waiting,
                woken,
                line,
            } => {
                if *owner != self.on || by == self.thread {
                    return;
                }
                let missed = match waiting.contains(&self.ident) {
                    true => !woken.contains(&self.thread) && !woken.is_empty(),
                    false => waiting.is_empty(),
                };
                self.missed = missed.then(|| Missed {
                    by,
                    line: *line,
                    woken: woken.to_vec(),
                });
                self.released = 0;
            }
            What::Release(lock) if Some(*lock) == self.lock => {
                // Who waits for an event and finds it set may take that for itself.
                let others = self.is_event && self.missed.as_ref().is_some_and(|m| m.by != by);
                match by == self.thread {
                    true => self.released += 1,
                    false if others => self.missed = None,
                    false => {}
                }
            }
            What::Release(_) => {}
        }
    }

    fn remark(self, end: &State) -> Option<Remark> {
        let missed = self.missed.as_ref().filter(|_| self.released < 2)?;
        if self.would_wait_again(end) {
            return None;
        }
        let thread = end.thread(self.thread);
        let name = &thread.name;
        let (by, line) = (&end.thread(missed.by).name, missed.line);
        let woken: Vec<&str> = missed
            .woken
            .iter()
            .map(|id| &*end.thread(*id).name)
            .collect();
        let text = match woken.is_empty() {
            true => format!(
                "{by} woke the waiters of {} at line {line}, and {name} was not among them yet.",
                end.label(thread.process, self.on)
            ),
            false => format!(
                "{by} woke {} at line {line}, not {name}, which could have gone on.",
                woken.join(", ")
            ),
        };
        let threads = vec![name.to_string(), by.to_string()];
        Some(Remark::new(Verdict::LostWakeup, threads, text))
    }

    /// Whether the thread, woken now, would only come back to its wait.
    fn would_wait_again(&self, end: &State) -> bool {
        let Some(Pending::Await { waiters, .. }) = end.thread(self.thread).pending else {
            return false;
        };
        let mut state = end.clone();
        state.end = None;
        if let Kind::Waiters(list) = &mut state.process_mut(self.process).heap.get_mut(waiters).kind
        {
            let mut own = Rc::make_mut(list).iter_mut();
            if let Some(own) = own.find(|w| w.thread == self.ident) {
                own.notified = true;
            }
        }
        for _ in 0..MOST_STEPS {
            let next = state.move_of(self.thread);
            if !state.can_move(self.thread) || next.is_none_or(|m| m.timeout) {
                break;
            }
            state.step(self.thread, None);
        }
        let again = &state.thread(self.thread).pending;
        matches!(again, Some(Pending::Await { waiters: other, .. }) if *other == waiters)
    }
}

//! What is to be said of an outcome, or of a program, besides how it ends: which kind of deadlock it is, whether somebody
//! was notified in vain, who is never joined, who may starve.
//!
//! In English, with Python's names of threads; `protocol` has the same in Russian.

use crate::explore::cycles::{Starved, starved};
use crate::explore::emit::{self, Trail};
use crate::explore::graph::NodeId;
use crate::explore::knowledge::bit;
use crate::explore::outcome::{Ending, Kind};
use crate::explore::paths::{self, Minimise};
use crate::explore::search::Found;
use crate::explore::start::Start;
use crate::machine::step::Note;
use crate::machine::{Pending, ProcessId, State, ThreadId};
use crate::schedule::{Schedule, play};
use crate::vm::effects::Effect;
use crate::vm::object::Kind as ObjectKind;
use crate::vm::value::ObjectId;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What a remark is about, by the field's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// No thread can ever move again.
    TotalDeadlock,
    /// Some can never move again, others go on for ever.
    PartialDeadlock,
    /// A thread waits for what it holds itself.
    SelfDeadlock,
    /// A notification came when nobody waited, or woke another: who waits now could go on with it.
    LostWakeup,
    /// A thread that others keep from its turn.
    Starvation,
    /// A thread that no `join` waits for.
    NeverJoined,
}

impl Verdict {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::TotalDeadlock => "total deadlock",
            Verdict::PartialDeadlock => "partial deadlock",
            Verdict::SelfDeadlock => "self-deadlock",
            Verdict::LostWakeup => "lost wakeup",
            Verdict::Starvation => "starvation",
            Verdict::NeverJoined => "never joined",
        }
    }
}

/// A remark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// What it is about.
    pub verdict: Verdict,
    /// Python names of the threads that it is about.
    pub threads: Vec<String>,
    /// A sentence.
    pub text: String,
    /// The same in Russian, once `protocol` has put it in.
    pub russian: String,
    /// A schedule that leads there; empty if it is that of the outcome.
    pub schedule: String,
}

impl Remark {
    fn new(verdict: Verdict, threads: Vec<String>, text: String) -> Remark {
        Remark {
            verdict,
            threads,
            text,
            russian: String::new(),
            schedule: String::new(),
        }
    }
}

/// Longest schedule that is gone through again in search of a lost wakeup.
const MOST_STEPS: u64 = 100_000;

/// What is to be said of an ending and of the run of the machine that leads there.
pub fn of_ending(start: &Start, ending: &Ending, schedule: &Schedule, end: &State) -> Vec<Remark> {
    if ending.kind != Kind::Deadlock {
        return Vec::new();
    }
    let mut remarks = Vec::new();
    // The kind of deadlock comes first: reports call the outcome so.
    let names: Vec<String> = ending.blocked.iter().map(|b| b.thread.clone()).collect();
    remarks.push(match ending.in_cycle || !end.moves().is_empty() {
        true => Remark::new(
            Verdict::PartialDeadlock,
            names,
            "Some threads can never move again, others go on for ever.".into(),
        ),
        false => Remark::new(
            Verdict::TotalDeadlock,
            names,
            "No thread can ever move again.".into(),
        ),
    });
    for blocked in &ending.blocked {
        if blocked.holders.contains(&blocked.thread) && !blocked.on.starts_with("the end of") {
            remarks.push(Remark::new(
                Verdict::SelfDeadlock,
                vec![blocked.thread.clone()],
                format!("{} waits for itself.", blocked.thread),
            ));
        }
    }
    remarks.extend(lost_wakeups(start, schedule, end));
    remarks
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

    /// Takes in what others can notice of a step of a thread of the same process.
    fn note(&mut self, state: &State, by: ThreadId, effect: &Effect) {
        match effect {
            Effect::Notify(line, owner) => {
                let owner = owner.object().unwrap_or(*line);
                if owner != self.on || by == self.thread {
                    return;
                }
                let heap = &state.process(state.thread(by).process).heap;
                let ObjectKind::Waiters(waiting) = &heap.get(*line).kind else {
                    return;
                };
                let woken = waiting.iter().filter(|w| w.notified);
                let woken = woken.filter_map(|w| state.by_ident(self.process, w.thread));
                let woken: Vec<ThreadId> = woken.collect();
                let passed_over = waiting.iter().any(|w| w.thread == self.ident);
                let missed = match passed_over {
                    true => !woken.contains(&self.thread) && !woken.is_empty(),
                    false => waiting.is_empty(),
                };
                let line = state.line_of(by);
                self.missed = missed.then_some(Missed { by, line, woken });
                self.released = 0;
            }
            Effect::Release(lock) if Some(*lock) == self.lock => {
                // Who waits for an event and finds it set may take that for itself.
                let others = self.is_event && self.missed.as_ref().is_some_and(|m| m.by != by);
                match by == self.thread {
                    true => self.released += 1,
                    false if others => self.missed = None,
                    false => {}
                }
            }
            _ => {}
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
        if let ObjectKind::Waiters(list) =
            &mut state.process_mut(self.process).heap.get_mut(waiters).kind
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

/// Who waits for ever for a notification that came when nobody waited, or woke another.
fn lost_wakeups(start: &Start, schedule: &Schedule, end: &State) -> Vec<Remark> {
    let stuck = end.threads.iter().filter(|t| t.ended.is_none());
    let mut waits: Vec<Waits> = stuck.filter_map(|t| Waits::of(end, t.id)).collect();
    if waits.is_empty() || schedule.len() > MOST_STEPS {
        return Vec::new();
    }
    let followed = play(&mut start.state.clone(), schedule, |state, by, report| {
        for note in report.map_or_else(Vec::new, |report| report.notes) {
            let Note::Effect(effect) = note else { continue };
            for waits in &mut waits {
                let process = |id: ThreadId| state.threads.get(id.index()).map(|t| t.process);
                if process(waits.thread).is_none_or(|p| Some(p) == process(by)) {
                    waits.note(state, by, &effect);
                }
            }
        }
    });
    match followed {
        Ok(_) => waits.into_iter().filter_map(|w| w.remark(end)).collect(),
        Err(_) => Vec::new(),
    }
}

/// Threads of the program, by name, and whether a `join` has waited for them in some run.
pub type Joins = Vec<(String, bool)>;

/// Adds the threads of a run that has ended.
pub fn note_joins(joins: &mut Joins, end: &State) {
    let main = end.process(ProcessId(0)).main;
    let own = end.threads.iter();
    let own = own.filter(|t| !t.daemon && t.id != main && t.process == ProcessId(0));
    for thread in own {
        match joins.iter_mut().find(|(name, _)| **name == *thread.name) {
            Some((_, joined)) => *joined |= thread.joined,
            None => joins.push((thread.name.to_string(), thread.joined)),
        }
    }
}

/// Threads that no `join` waits for in any of the runs.
pub fn unjoined(joins: Joins) -> Option<Remark> {
    let names = joins.into_iter().filter(|(_, joined)| !joined);
    let names: Vec<String> = names.map(|(name, _)| name).collect();
    let text = format!(
        "No join() waits for {}: the main thread's own code may be over before.",
        names.join(", ")
    );
    (!names.is_empty()).then(|| Remark::new(Verdict::NeverJoined, names, text))
}

/// Threads that others may keep from their turn for ever.
pub fn starvation(start: &Start, found: &mut Found) -> Vec<Remark> {
    let all = starved(&found.graph);
    let mut trail = Trail::default();
    all.iter()
        .filter_map(|starved| starving(start, found, starved, &mut trail))
        .collect()
}

fn starving(
    start: &Start,
    found: &mut Found,
    starved: &Starved,
    trail: &mut Trail,
) -> Option<Remark> {
    let wanted = |node: NodeId| (node == starved.at).then_some(0);
    let path = paths::simplest(&found.graph, Minimise::Preemptions, 1, wanted).pop()??;
    let emitted = emit::emit(start, &mut found.knowledge, &path.threads, false, trail).ok()?;
    let state = &emitted.world.state;
    let waits = state.blocked().into_iter();
    let on = waits
        .filter(|b| b.thread == starved.thread)
        .map(|b| b.on)
        .next()?;
    let name = |id: ThreadId| state.thread(id).name.to_string();
    let going = state
        .threads
        .iter()
        .filter(|t| starved.going & bit(t.id) != 0);
    let going: Vec<String> = going.map(|t| t.name.to_string()).collect();
    let text = format!(
        "{} can be kept waiting for {on} for ever while others go on ({}): it could move again and again, but a scheduler need not be fair.",
        name(starved.thread),
        going.join(", ")
    );
    let mut threads = vec![name(starved.thread)];
    threads.extend(going);
    Some(Remark {
        schedule: emitted.schedule.to_string(),
        ..Remark::new(Verdict::Starvation, threads, text)
    })
}

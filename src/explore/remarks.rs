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
use crate::explore::wakeups::Wakeups;
use crate::machine::{ProcessId, State, ThreadId};
use serde::{Deserialize, Serialize};

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
    pub(super) fn new(verdict: Verdict, threads: Vec<String>, text: String) -> Remark {
        Remark {
            verdict,
            threads,
            text,
            russian: String::new(),
            schedule: String::new(),
        }
    }
}

/// What is to be said of an ending and of the run of the machine that leads there.
pub fn of_ending(ending: &Ending, wakeups: &Wakeups, end: &State) -> Vec<Remark> {
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
    remarks.extend(wakeups.lost(end));
    remarks
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

//! Reading the rows off a trace, slot by slot.

use super::rows::{
    End, Flow, GilSegment, Hold, ItemMark, Rows, Segment, SyncRow, ThreadRow, ThreadState,
    VariableMark, VariableRow,
};
use crate::machine::ids::{ProcessId, ThreadId};
use crate::machine::options::Preemption;
use crate::trace::{BlockedOn, Event, Outcome, Status, Step, Trace, View};
use std::collections::{BTreeMap, BTreeSet};

/// A slice that goes on is looked for among so many of the latest: at worst it is drawn as two.
pub(super) const NEAR: usize = 64;

impl Rows {
    /// Reads the lanes off a trace.
    pub fn new(trace: &Trace) -> Self {
        let mut rows = Rows {
            steps: trace.steps.len() as u32,
            threads: trace
                .threads
                .iter()
                .map(|t| ThreadRow {
                    process: t.process,
                    segments: Vec::new(),
                    end: None,
                })
                .collect(),
            gils: vec![Vec::new(); trace.processes.len()],
            syncs: trace
                .syncs
                .iter()
                .map(|info| SyncRow {
                    hidden: info.is_thread() || info.is_inner(),
                    ..SyncRow::default()
                })
                .collect(),
            ..Rows::default()
        };
        let mut before = View::default();
        rows.times.push(0);
        for (index, step) in trace.steps.iter().enumerate() {
            let slot = index as u32 + 1;
            rows.slot_of_columns(slot, step);
            let mut after = before.clone();
            step.changes.iter().for_each(|change| after.apply(change));
            rows.slot_of_threads(trace, slot, step, &before, &after);
            rows.slot_of_gils(trace, slot, step, &after);
            rows.slot_of_syncs(slot, step, &after);
            rows.slot_of_flows(trace, slot, step, &after);
            before = after;
        }
        rows.variables = variables(trace);
        rows.notable = rows.notable(trace);
        if let Outcome::Deadlock { blocked } | Outcome::Livelock { blocked, .. } = &trace.outcome {
            for thread in blocked {
                if let Some(row) = rows.threads.get_mut(thread.index()) {
                    row.end = Some((rows.steps, End::Never));
                }
            }
        }
        rows.gils
            .iter_mut()
            .filter(|gil| gil.iter().all(|part| part.holder.is_none()))
            .for_each(Vec::clear);
        rows
    }

    fn slot_of_columns(&mut self, slot: u32, step: &Step) {
        match self.runs.last_mut() {
            Some((last, to)) if *last == step.thread => *to = slot,
            _ => self.runs.push((step.thread, slot)),
        }
        let now = self.times.last().copied().unwrap_or(0);
        self.times.push(now.max(step.end_ns));
    }

    fn slot_of_threads(
        &mut self,
        trace: &Trace,
        slot: u32,
        step: &Step,
        before: &View,
        after: &View,
    ) {
        for (index, row) in self.threads.iter_mut().enumerate() {
            let id = ThreadId(index as u32);
            let gil = after
                .processes
                .get(row.process.index())
                .and_then(|process| process.gil);
            let was = before.threads.get(index).map(|thread| &thread.status);
            let state = if step.thread == id {
                Some(ThreadState::Running)
            } else {
                was.and_then(|status| waiting_state(status, id, gil, trace.options.preemption))
            };
            if let Some(state) = state {
                extend(&mut row.segments, slot, state);
            }
            let ended = match after.threads.get(index).map(|thread| &thread.status) {
                Some(Status::Finished) => Some(End::Finished),
                Some(Status::Killed) => Some(End::Killed),
                _ => None,
            };
            if let (Some(end), None) = (ended, row.end) {
                row.end = Some((slot, end));
            }
        }
    }

    fn slot_of_gils(&mut self, trace: &Trace, slot: u32, step: &Step, after: &View) {
        let mover = trace
            .threads
            .get(step.thread.index())
            .map(|thread| thread.process);
        for (index, gil) in self.gils.iter_mut().enumerate() {
            let Some(process) = after.processes.get(index) else {
                continue;
            };
            if process.exit_code.is_some() && mover != Some(ProcessId(index as u32)) {
                continue;
            }
            let ever = process.gil.is_some() || gil.iter().any(|part| part.holder.is_some());
            let holder = match mover == Some(ProcessId(index as u32)) && ever {
                true => Some(step.thread),
                false => process.gil,
            };
            match gil.last_mut() {
                Some(last) if last.holder == holder && last.to + 1 == slot => last.to = slot,
                _ => gil.push(GilSegment {
                    from: slot - 1,
                    to: slot,
                    holder,
                }),
            }
        }
    }

    fn slot_of_syncs(&mut self, slot: u32, step: &Step, after: &View) {
        for (row, view) in self.syncs.iter_mut().zip(&after.syncs) {
            // A lock taken in this slot shows as held from its end on: so does one given back.
            for owner in &view.owners {
                stretch(&mut row.owners, slot, *owner);
            }
            for (rank, waiter) in view.waiters.iter().enumerate() {
                let rank = rank as u32;
                let last = row.waiters.iter_mut().rev().take(NEAR).find(|(r, part)| {
                    *r == rank && part.holder == Some(*waiter) && part.to == slot
                });
                match last {
                    Some((_, part)) => part.to = slot + 1,
                    None => row.waiters.push((
                        rank,
                        GilSegment {
                            from: slot,
                            to: slot + 1,
                            holder: Some(*waiter),
                        },
                    )),
                }
            }
            let text = view.items.join(", ");
            let known = row
                .contents
                .last()
                .map(|(_, text)| text.as_str())
                .unwrap_or("");
            if text != known {
                row.contents.push((slot, text));
            }
        }
        for event in &step.events {
            let (sync, mark) = match event {
                Event::Put { sync, item, .. } => (sync, Some((true, item))),
                Event::Get { sync, item, .. } => (sync, Some((false, item))),
                Event::Acquire { sync } | Event::Release { sync } | Event::Notify { sync } => {
                    (sync, None)
                }
                _ => continue,
            };
            let Some(row) = self.syncs.get_mut(sync.0 as usize) else {
                continue;
            };
            row.used = true;
            if let Some((put, item)) = mark {
                row.items.push(ItemMark {
                    step: slot,
                    thread: step.thread,
                    put,
                    item: item.clone(),
                });
            }
        }
        for thread in &after.threads {
            if let Status::Blocked {
                on: BlockedOn::Sync { sync, .. },
                ..
            } = &thread.status
                && let Some(row) = self.syncs.get_mut(sync.0 as usize)
            {
                row.used = true;
            }
        }
    }

    fn slot_of_flows(&mut self, trace: &Trace, slot: u32, step: &Step, after: &View) {
        let before = self.flows.len();
        for event in &step.events {
            let to = match event {
                Event::Start { thread }
                | Event::StartProcess { thread, .. }
                | Event::Wake { thread }
                | Event::Kill { thread } => *thread,
                _ => continue,
            };
            let known = self.flows[before..].iter().any(|flow| flow.to == to);
            if to != step.thread && !known {
                self.flows.push(Flow {
                    at: slot,
                    from: step.thread,
                    to,
                    switch: false,
                });
            }
        }
        // A hand-over of the GIL by a thread that could have gone on.
        let Some(next) = trace.steps.get(slot as usize) else {
            return;
        };
        let process = |thread: ThreadId| trace.threads.get(thread.index()).map(|info| info.process);
        let could = after
            .threads
            .get(step.thread.index())
            .is_some_and(|t| matches!(t.status, Status::Ready | Status::NotNow));
        let gil = process(step.thread)
            .and_then(|p| self.gils.get(p.index()))
            .is_some_and(|gil| gil.iter().any(|part| part.holder.is_some()));
        let known = self.flows[before..]
            .iter()
            .any(|flow| flow.to == next.thread);
        if could
            && gil
            && !known
            && next.thread != step.thread
            && process(next.thread) == process(step.thread)
        {
            self.flows.push(Flow {
                at: slot,
                from: step.thread,
                to: next.thread,
                switch: true,
            });
        }
    }
}

impl Rows {
    /// What is told in the list of events: what others can notice, of variables only the shared ones.
    fn notable(&self, trace: &Trace) -> Vec<u32> {
        let names: BTreeSet<&str> = self.variables.iter().map(|row| row.name.as_str()).collect();
        let told = |event: &Event| match event {
            Event::Read { variable, .. } | Event::Write { variable, .. } => {
                names.contains(variable.as_str())
            }
            _ => true,
        };
        let steps = trace.steps.iter().enumerate();
        let told = steps.filter(|(_, step)| step.events.iter().any(told));
        told.map(|(index, _)| index as u32 + 1).collect()
    }
}

fn waiting_state(
    status: &Status,
    thread: ThreadId,
    gil: Option<ThreadId>,
    model: Preemption,
) -> Option<ThreadState> {
    let free = model == Preemption::FreeThreaded;
    match status {
        Status::Ready | Status::NotNow if gil == Some(thread) || free => {
            Some(ThreadState::Parallel)
        }
        Status::Ready | Status::NotNow => Some(ThreadState::Ready { holder: gil }),
        Status::Blocked { on, .. } => Some(ThreadState::Blocked(on.clone())),
        Status::Sleeping { .. } => Some(ThreadState::Sleeping),
        Status::Finished | Status::Killed => None,
    }
}

/// Whether two states are the same to the eye, so that one slice covers both.
fn alike(a: &ThreadState, b: &ThreadState) -> bool {
    use ThreadState::*;
    match (a, b) {
        (Ready { .. }, Ready { .. }) => true,
        (
            Blocked(BlockedOn::Sync {
                sync: x,
                operation: p,
                ..
            }),
            Blocked(BlockedOn::Sync {
                sync: y,
                operation: q,
                ..
            }),
        ) => x == y && p == q,
        (a, b) => a == b,
    }
}

fn extend(segments: &mut Vec<Segment>, slot: u32, state: ThreadState) {
    match segments.last_mut() {
        Some(last) if last.to + 1 == slot && alike(&last.state, &state) => {
            last.to = slot;
            if last.state != state {
                last.state = without_holder(state);
            }
        }
        _ => segments.push(Segment {
            from: slot - 1,
            to: slot,
            state,
        }),
    }
}

/// What is true of a slice in which the holder changed.
fn without_holder(state: ThreadState) -> ThreadState {
    match state {
        ThreadState::Ready { .. } => ThreadState::Ready { holder: None },
        ThreadState::Blocked(BlockedOn::Sync {
            sync, operation, ..
        }) => ThreadState::Blocked(BlockedOn::Sync {
            sync,
            owners: Vec::new(),
            operation,
        }),
        other => other,
    }
}

/// A lock shows as held from the end of the slot that took it to the end of the slot that gave it back.
fn stretch(parts: &mut Vec<GilSegment>, position: u32, owner: ThreadId) {
    let last = parts
        .iter_mut()
        .rev()
        .take(NEAR)
        .find(|part| part.holder == Some(owner) && part.to == position);
    match last {
        Some(part) => part.to = position + 1,
        None => parts.push(GilSegment {
            from: position,
            to: position + 1,
            holder: Some(owner),
        }),
    }
}

fn variables(trace: &Trace) -> Vec<VariableRow> {
    let mut rows: Vec<VariableRow> = Vec::new();
    let mut known: BTreeMap<(ProcessId, &str), usize> = BTreeMap::new();
    for (index, step) in trace.steps.iter().enumerate() {
        let Some(process) = trace
            .threads
            .get(step.thread.index())
            .map(|thread| thread.process)
        else {
            continue;
        };
        for event in &step.events {
            let (write, name, value) = match event {
                Event::Read { variable, value } => (false, variable, value),
                Event::Write { variable, value } => (true, variable, value),
                _ => continue,
            };
            // What processes share is one variable, shown with the program's own process.
            let process = match trace.shared.contains(name) {
                true => ProcessId(0),
                false => process,
            };
            let row = *known.entry((process, name)).or_insert_with(|| {
                rows.push(VariableRow {
                    process,
                    name: name.clone(),
                    marks: Vec::new(),
                    holds: Vec::new(),
                });
                rows.len() - 1
            });
            rows[row].marks.push(VariableMark {
                step: index as u32 + 1,
                thread: step.thread,
                write,
                value: value.clone(),
            });
        }
    }
    rows.retain(shared);
    for row in &mut rows {
        row.holds = holds(trace, &row.marks);
    }
    rows
}

/// Touched by more than one thread, and written after somebody else had touched it: set-up by the
/// main thread that others then only read is no meeting.
fn shared(row: &VariableRow) -> bool {
    let Some(first) = row.marks.first().map(|mark| mark.thread) else {
        return false;
    };
    let mut several = false;
    row.marks.iter().any(|mark| {
        // Somebody else than the writer has touched it: the first one, or one after it.
        let met = mark.write && (several || mark.thread != first);
        several |= mark.thread != first;
        met
    })
}

fn holds(trace: &Trace, marks: &[VariableMark]) -> Vec<Hold> {
    let line = |step: u32| {
        let place = trace.steps.get(step as usize - 1)?.place;
        Some((
            place.code,
            trace
                .codes
                .get(place.code.0 as usize)?
                .instructions
                .get(place.instruction as usize)?
                .line,
        ))
    };
    let mut found = Vec::new();
    for (index, write) in marks.iter().enumerate().filter(|(_, mark)| mark.write) {
        let Some(start) = marks[..index]
            .iter()
            .rposition(|mark| mark.thread == write.thread)
        else {
            continue;
        };
        let read = &marks[start];
        let stale = marks[start..index]
            .iter()
            .find(|mark| mark.write && mark.thread != write.thread);
        if let Some(stale) = stale
            && !read.write
            && line(read.step) == line(write.step)
        {
            found.push(Hold {
                thread: write.thread,
                read: read.step,
                stale: stale.step,
                write: write.step,
                value: read.value.clone(),
            });
        }
    }
    found
}

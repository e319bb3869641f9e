//! A trace in the trace-event format, which ui.perfetto.dev and chrome://tracing open: a track for each
//! thread, slices with reasons, flows between them, instants. Times are virtual.

use crate::machine::ids::ThreadId;
use crate::trace::model::*;
use crate::trace::view::View;
use std::collections::VecDeque;
use std::fmt::Write;

/// The trace as one JSON object.
pub fn perfetto(trace: &Trace) -> String {
    let mut writer = Writer {
        trace,
        events: Vec::new(),
        view: View::default(),
        lanes: vec![Lane::default(); trace.threads.len()],
        released: vec![None; trace.syncs.len()],
        items: vec![VecDeque::new(); trace.syncs.len()],
        flows: 0,
    };
    writer.names();
    trace.steps.iter().for_each(|step| writer.step(step));
    writer.finish()
}

/// What is under way on the track of a thread.
#[derive(Clone, Default)]
struct Lane {
    /// The slice that is not written yet.
    open: Option<Slice>,
    /// Waits that have ended, and where they are to be written: who ended one may be in another process,
    /// and be later than the one who waited, who cannot wait any longer once it runs.
    waits: Vec<(usize, Slice)>,
    /// When its last step began.
    last: u64,
    /// Flows that end at its next step: number and name.
    awaited: Vec<(u32, &'static str)>,
}

#[derive(Clone)]
struct Slice {
    name: String,
    running: bool,
    from: u64,
    to: u64,
}

struct Writer<'a> {
    trace: &'a Trace,
    /// Time, and the text of the event.
    events: Vec<(u64, String)>,
    view: View,
    lanes: Vec<Lane>,
    /// Who gave each lock back last, and when.
    released: Vec<Option<(ThreadId, u64)>>,
    /// Who put each item that has not been taken yet, and when.
    items: Vec<VecDeque<(ThreadId, u64)>>,
    flows: u32,
}

impl Writer<'_> {
    fn names(&mut self) {
        for (number, process) in self.trace.processes.iter().enumerate() {
            let name = quoted(&process.name);
            self.events.push((
                0,
                format!(
                    "{{\"ph\":\"M\",\"name\":\"process_name\",\"pid\":{},\"args\":{{\"name\":{name}}}}}",
                    number + 1
                ),
            ));
        }
        for (number, thread) in self.trace.threads.iter().enumerate() {
            let name = quoted(&format!("{} {}", thread.label, thread.name));
            let track = self.track(ThreadId(number as u32));
            self.events.push((
                0,
                format!(
                    "{{\"ph\":\"M\",\"name\":\"thread_name\",{track},\"args\":{{\"name\":{name}}}}}"
                ),
            ));
        }
    }

    /// Which track a thread has.
    fn track(&self, thread: ThreadId) -> String {
        let process = self
            .trace
            .threads
            .get(thread.index())
            .map_or(0, |info| info.process.index());
        format!("\"pid\":{},\"tid\":{}", process + 1, thread.index() + 1)
    }

    fn step(&mut self, step: &Step) {
        let thread = step.thread;
        let function = self
            .trace
            .codes
            .get(step.place.code.0 as usize)
            .map_or("", |code| &code.name);
        self.run(thread, function, step.start_ns, step.end_ns);
        for (number, name) in std::mem::take(&mut self.lanes[thread.index()].awaited) {
            self.flow('f', number, name, thread, step.start_ns);
        }
        self.lanes[thread.index()].last = step.start_ns;
        step.events.iter().for_each(|event| self.event(step, event));
        for change in &step.changes {
            self.view.apply(change);
        }
        for index in 0..self.view.threads.len().min(self.lanes.len()) {
            self.wait(ThreadId(index as u32), step.end_ns);
        }
    }

    /// A thread executes: its slice goes on if it was in the same function without a break.
    fn run(&mut self, thread: ThreadId, function: &str, from: u64, to: u64) {
        let open = &mut self.lanes[thread.index()].open;
        if let Some(slice) = open
            && slice.running
            && slice.to == from
            && slice.name == function
        {
            slice.to = to;
            return;
        }
        let next = Slice {
            name: function.to_string(),
            running: true,
            from,
            to,
        };
        let last = open.replace(next);
        self.close(thread, last, from);
        self.write_waits(thread, from);
    }

    /// After a step: what a thread waits for from now on, if that is something new.
    fn wait(&mut self, thread: ThreadId, now: u64) {
        let reason = self.reason(thread);
        let lane = &mut self.lanes[thread.index()];
        match (&lane.open, &reason) {
            // It may be its turn again at once: then the slice goes on.
            (Some(slice), Some(name)) if slice.running && slice.to >= now && is_ready(name) => {}
            (Some(slice), Some(_)) if slice.running && slice.to >= now => {
                let from = slice.to;
                let last = lane.open.take();
                self.close(thread, last, from);
                self.open(thread, reason, from);
            }
            (Some(slice), Some(name)) if slice.name == *name && !slice.running => {}
            (None, None) => {}
            _ => {
                let last = lane.open.take();
                // A process that is ahead of the others has not waited before it began to.
                let from = last.as_ref().map_or(now, |slice| match slice.running {
                    true => slice.to,
                    false => slice.from.max(now),
                });
                self.close(thread, last, now);
                self.open(thread, reason, from);
            }
        }
    }

    fn open(&mut self, thread: ThreadId, reason: Option<String>, from: u64) {
        self.lanes[thread.index()].open = reason.map(|name| Slice {
            name,
            running: false,
            from,
            to: from,
        });
    }

    /// A slice has ended; one that waited ends now.
    fn close(&mut self, thread: ThreadId, slice: Option<Slice>, now: u64) {
        let Some(slice) = slice else { return };
        let place = self.events.len();
        self.events.push((slice.from, String::new()));
        match slice.running {
            true => self.write(thread, place, &slice),
            false => self.lanes[thread.index()]
                .waits
                .push((place, Slice { to: now, ..slice })),
        }
    }

    /// Writes the waits of a thread up to when it goes on.
    fn write_waits(&mut self, thread: ThreadId, until: u64) {
        for (place, wait) in std::mem::take(&mut self.lanes[thread.index()].waits) {
            let to = wait.to.min(until);
            self.write(thread, place, &Slice { to, ..wait });
        }
    }

    /// Nothing where a slice takes no time.
    fn write(&mut self, thread: ThreadId, place: usize, slice: &Slice) {
        if slice.to <= slice.from {
            return;
        }
        let kind = if slice.running { "running" } else { "waiting" };
        self.events[place].1 = format!(
            "{{\"ph\":\"X\",\"cat\":\"{kind}\",\"name\":{},{},\"ts\":{},\"dur\":{}}}",
            quoted(&slice.name),
            self.track(thread),
            micros(slice.from),
            micros(slice.to - slice.from)
        );
    }

    /// Why a thread does not go on; `None` if it has ended.
    fn reason(&self, thread: ThreadId) -> Option<String> {
        let view = self.view.threads.get(thread.index())?;
        let process = self.trace.threads.get(thread.index())?.process;
        let gil = self.view.processes.get(process.index())?.gil;
        Some(match &view.status {
            Status::Finished | Status::Killed => return None,
            Status::Sleeping { .. } => "sleeping".into(),
            Status::Ready | Status::NotNow => match gil.filter(|holder| *holder != thread) {
                Some(holder) => format!("ready, {} has the GIL", self.label(holder)),
                None => "ready".into(),
            },
            Status::Blocked { on, .. } => match on {
                BlockedOn::Join { thread } => {
                    format!("waiting for the end of {}", self.label(*thread))
                }
                BlockedOn::Shutdown { thread } => {
                    format!("waiting at exit for the end of {}", self.label(*thread))
                }
                BlockedOn::Sync {
                    sync,
                    owners,
                    operation,
                } => {
                    let (kind, label) = self
                        .trace
                        .syncs
                        .get(sync.0 as usize)
                        .map_or(("", "?"), |info| (&info.kind, &info.label));
                    let holders: Vec<&str> = owners.iter().map(|o| self.label(*o)).collect();
                    match (kind, holders.as_slice()) {
                        ("Thread", _) => "waiting for the start of a thread".into(),
                        (_, []) => format!("waiting in {label}.{operation}()"),
                        _ => format!("waiting for {label}, held by {}", holders.join(", ")),
                    }
                }
            },
        })
    }

    fn label(&self, thread: ThreadId) -> &str {
        self.trace
            .threads
            .get(thread.index())
            .map_or("?", |info| &info.label)
    }

    fn event(&mut self, step: &Step, event: &Event) {
        let (thread, now) = (step.thread, step.start_ns);
        match event {
            Event::Start { thread: new } | Event::StartProcess { thread: new, .. } => {
                self.lead(thread, now, *new, "start");
            }
            Event::Join { thread: ended } => {
                let from = self.lanes.get(ended.index()).map_or(0, |lane| lane.last);
                self.connect((*ended, from), (thread, now), "join");
            }
            Event::Release { sync } => {
                if let Some(last) = self.released.get_mut(sync.0 as usize) {
                    *last = Some((thread, now));
                }
            }
            Event::Acquire { sync } => {
                let last = self.released.get(sync.0 as usize).copied().flatten();
                if let Some(from) = last.filter(|(other, _)| *other != thread) {
                    self.connect(from, (thread, now), "release");
                }
            }
            Event::Put { sync, .. } => {
                if let Some(items) = self.items.get_mut(sync.0 as usize) {
                    items.push_back((thread, now));
                }
            }
            Event::Get { sync, .. } => {
                let put = self
                    .items
                    .get_mut(sync.0 as usize)
                    .and_then(VecDeque::pop_front);
                if let Some(from) = put {
                    self.connect(from, (thread, now), "item");
                }
            }
            Event::Wake { thread: woken } => {
                let notifies = |event: &Event| matches!(event, Event::Notify { .. });
                if step.events.iter().any(notifies) {
                    self.lead(thread, now, *woken, "notify");
                }
            }
            Event::Output { text, .. } => self.instant(thread, now, "output", text),
            Event::Raise { text } => self.instant(thread, now, "exception", text),
            Event::Timeout => self.instant(thread, now, "timeout", "time is up"),
            Event::Kill { thread: other } => self.instant(*other, now, "end", "killed"),
            Event::Exit { code, .. } => {
                self.instant(thread, now, "end", &format!("exit code {code}"));
            }
            Event::Read { .. }
            | Event::Write { .. }
            | Event::Notify { .. }
            | Event::Block
            | Event::Finish => {}
        }
    }

    fn instant(&mut self, thread: ThreadId, now: u64, kind: &str, text: &str) {
        let event = format!(
            "{{\"ph\":\"i\",\"s\":\"t\",\"cat\":\"{kind}\",\"name\":{},{},\"ts\":{}}}",
            quoted(text.trim_end_matches('\n')),
            self.track(thread),
            micros(now)
        );
        self.events.push((now, event));
    }

    /// A flow from here to the next step of another thread.
    fn lead(&mut self, from: ThreadId, now: u64, to: ThreadId, name: &'static str) {
        self.flows += 1;
        self.flow('s', self.flows, name, from, now);
        if let Some(lane) = self.lanes.get_mut(to.index()) {
            lane.awaited.push((self.flows, name));
        }
    }

    /// A flow between two steps that are both known.
    fn connect(&mut self, from: (ThreadId, u64), to: (ThreadId, u64), name: &'static str) {
        self.flows += 1;
        self.flow('s', self.flows, name, from.0, from.1);
        self.flow('f', self.flows, name, to.0, to.1);
    }

    fn flow(&mut self, phase: char, number: u32, name: &str, thread: ThreadId, now: u64) {
        let end = if phase == 'f' { "\"bp\":\"e\"," } else { "" };
        let event = format!(
            "{{\"ph\":\"{phase}\",{end}\"cat\":\"flow\",\"id\":{number},\"name\":\"{name}\",{},\"ts\":{}}}",
            self.track(thread),
            micros(now)
        );
        self.events.push((now, event));
    }

    fn finish(mut self) -> String {
        let end = self.trace.steps.iter().map(|step| step.end_ns).max();
        for index in 0..self.lanes.len() {
            let last = self.lanes[index].open.take();
            self.close(ThreadId(index as u32), last, end.unwrap_or(0));
            self.write_waits(ThreadId(index as u32), end.unwrap_or(0));
        }
        self.events.retain(|(_, text)| !text.is_empty());
        self.events.sort_by_key(|(time, _)| *time);
        let events: Vec<String> = self.events.into_iter().map(|(_, text)| text).collect();
        format!(
            "{{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n{}\n]}}",
            events.join(",\n")
        )
    }
}

/// Whether a reason is no reason to stand still.
fn is_ready(reason: &str) -> bool {
    reason.starts_with("ready")
}

/// Nanoseconds in the format's unit, without a rounding error.
fn micros(ns: u64) -> String {
    match ns % 1000 {
        0 => (ns / 1000).to_string(),
        rest => format!("{}.{rest:03}", ns / 1000),
    }
}

/// A string as JSON writes it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            // Writing to a string cannot fail.
            c if (c as u32) < 0x20 => drop(write!(out, "\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

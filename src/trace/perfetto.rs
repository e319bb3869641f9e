//! An execution as JSON in the trace event format, which ui.perfetto.dev and Chrome's own viewer open.
//!
//! A process is a process there and a thread a thread: slices while it runs and while it waits, instants for
//! output and exceptions, flows from a start or a wake to what follows.

use crate::machine::ids::ThreadId;
use crate::trace::json::{list, object, string};
use crate::trace::model::{BlockedOn, Event, Status, Trace};
use crate::trace::view::View;

/// What a thread is doing since when.
struct Slice {
    name: String,
    start_ns: u64,
    end_ns: u64,
}

/// Begins a slice; the one before it ends then at the latest: threads of several processes have clocks of their
/// own, and a wait is noticed at the end of somebody else's step.
fn put(slot: &mut Option<Slice>, fresh: Slice) -> Option<Slice> {
    let start_ns = fresh.start_ns;
    let mut last = slot.replace(fresh)?;
    last.end_ns = last.end_ns.min(start_ns);
    Some(last)
}

/// The whole file.
pub fn perfetto(trace: &Trace) -> String {
    let mut writer = Writer {
        trace,
        events: Vec::new(),
        flows: 0,
    };
    writer.names();
    writer.steps();
    object(&[
        ("displayTimeUnit", string("ns")),
        ("traceEvents", list(writer.events)),
    ])
}

struct Writer<'a> {
    trace: &'a Trace,
    events: Vec<String>,
    flows: u32,
}

/// Microseconds, as the format wants them, to the nanosecond.
fn micros(ns: u64) -> String {
    format!("{}.{:03}", ns / 1_000, ns % 1_000)
}

impl Writer<'_> {
    fn names(&mut self) {
        for process in &self.trace.processes {
            self.events.push(object(&[
                ("ph", string("M")),
                ("name", string("process_name")),
                ("pid", process.pid.to_string()),
                ("args", object(&[("name", string(&process.name))])),
            ]));
        }
        for (index, thread) in self.trace.threads.iter().enumerate() {
            let name = format!("{} {}", thread.label, thread.name);
            let mut event = vec![("ph", string("M")), ("name", string("thread_name"))];
            event.extend(self.track(ThreadId(index as u32)));
            event.push(("args", object(&[("name", string(&name))])));
            self.events.push(object(&event));
        }
    }

    /// The numbers of a thread: of its process, and its own, which are unique over all processes.
    fn track(&self, thread: ThreadId) -> [(&'static str, String); 2] {
        let info = self.trace.threads.get(thread.index());
        let process = info.and_then(|info| self.trace.processes.get(info.process.index()));
        [
            ("pid", process.map_or(0, |process| process.pid).to_string()),
            ("tid", (thread.0 + 1).to_string()),
        ]
    }

    fn steps(&mut self) {
        let mut view = View::default();
        let mut open: Vec<Option<Slice>> = Vec::new();
        open.resize_with(self.trace.threads.len(), || None);
        for step in &self.trace.steps {
            step.changes.iter().for_each(|change| view.apply(change));
            let code = self.trace.codes.get(step.place.code.0 as usize);
            let name = code.map_or("?", |code| code.name.as_str());
            if let Some(slot) = open.get_mut(step.thread.index()) {
                match slot {
                    Some(slice) if slice.name == name && slice.end_ns >= step.start_ns => {
                        slice.end_ns = step.end_ns;
                    }
                    _ => {
                        let fresh = Slice {
                            name: name.to_owned(),
                            start_ns: step.start_ns,
                            end_ns: step.end_ns,
                        };
                        let last = put(slot, fresh);
                        self.slice(step.thread, last);
                    }
                }
            }
            self.notes(step.thread, step.end_ns, &step.events);
            // Who waits now and did not before.
            for (index, thread) in view.threads.iter().enumerate() {
                let Some(name) = self.wait(&thread.status) else {
                    continue;
                };
                let id = ThreadId(index as u32);
                match open.get_mut(index) {
                    Some(Some(slice)) if slice.name == name => {
                        slice.end_ns = slice.end_ns.max(step.end_ns);
                    }
                    Some(slot) => {
                        let start_ns = step.end_ns;
                        let fresh = Slice {
                            name,
                            start_ns,
                            end_ns: start_ns,
                        };
                        let last = put(slot, fresh);
                        self.slice(id, last);
                    }
                    None => {}
                }
            }
        }
        for (index, slice) in open.into_iter().enumerate() {
            self.slice(ThreadId(index as u32), slice);
        }
    }

    fn slice(&mut self, thread: ThreadId, slice: Option<Slice>) {
        let Some(slice) = slice else { return };
        let mut event = vec![
            ("ph", string("X")),
            ("name", string(&slice.name)),
            ("ts", micros(slice.start_ns)),
            ("dur", micros(slice.end_ns.saturating_sub(slice.start_ns))),
        ];
        event.extend(self.track(thread));
        self.events.push(object(&event));
    }

    /// What a thread waits for; `None` if it does not wait.
    fn wait(&self, status: &Status) -> Option<String> {
        match status {
            Status::Sleeping { .. } => Some("sleep".into()),
            Status::Blocked { on, .. } => Some(match on {
                BlockedOn::Sync { sync, .. } => {
                    let info = self.trace.syncs.get(sync.0 as usize);
                    format!("wait: {}", info.map_or("?", |info| info.label.as_str()))
                }
                BlockedOn::Join { thread } | BlockedOn::Shutdown { thread } => {
                    let info = self.trace.threads.get(thread.index());
                    format!("join: {}", info.map_or("?", |info| info.label.as_str()))
                }
            }),
            _ => None,
        }
    }

    fn notes(&mut self, thread: ThreadId, at_ns: u64, events: &[Event]) {
        for event in events {
            match event {
                Event::Output { text, .. } => self.instant(thread, at_ns, text.trim_end()),
                Event::Raise { text } => self.instant(thread, at_ns, text),
                Event::Start { thread: other }
                | Event::StartProcess { thread: other, .. }
                | Event::Wake { thread: other } => self.flow(thread, *other, at_ns),
                _ => {}
            }
        }
    }

    fn instant(&mut self, thread: ThreadId, at_ns: u64, name: &str) {
        let mut event = vec![
            ("ph", string("i")),
            ("s", string("t")),
            ("name", string(name)),
            ("ts", micros(at_ns)),
        ];
        event.extend(self.track(thread));
        self.events.push(object(&event));
    }

    fn flow(&mut self, from: ThreadId, to: ThreadId, at_ns: u64) {
        self.flows += 1;
        for (phase, thread) in [("s", from), ("f", to)] {
            let mut event = vec![
                ("ph", string(phase)),
                ("id", self.flows.to_string()),
                ("name", string("wake")),
                ("cat", string("flow")),
                ("ts", micros(at_ns)),
            ];
            event.extend(self.track(thread));
            self.events.push(object(&event));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::Options;
    use crate::trace::record::record;

    #[test]
    fn a_run_is_threads_slices_and_flows() {
        let source = "import threading, time\ndef f():\n    print('hi')\n    time.sleep(1)\nt = threading.Thread(target=f)\nt.start()\nt.join()\n";
        let trace = record("f.py", source, &Options::default(), "", None, 1_000);
        let text = perfetto(&trace.expect("the empty schedule is one of any program"));
        let file: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        let events = file["traceEvents"].as_array().expect("events");
        let count = |phase: &str, name: &str| {
            let same = |e: &&serde_json::Value| e["ph"] == phase && e["name"] == name;
            events.iter().filter(same).count()
        };
        assert_eq!(count("M", "thread_name"), 2);
        assert_eq!(count("i", "hi"), 1);
        assert_eq!(count("X", "sleep"), 1);
        assert_eq!(count("X", "join: T1"), 1);
        assert!(count("s", "wake") > 0 && count("s", "wake") == count("f", "wake"));
        // On a thread's own track nothing overlaps.
        for tid in [1, 2] {
            let mut end = 0.0_f64;
            for slice in events.iter().filter(|e| e["ph"] == "X" && e["tid"] == tid) {
                let at = slice["ts"].as_f64().expect("a time");
                // Decimal fractions: a millionth of a nanosecond is rounding.
                assert!(at >= end - 1e-9, "{slice} begins before {end}");
                end = at + slice["dur"].as_f64().expect("a time");
            }
        }
    }
}

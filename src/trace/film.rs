//! A trace packed for the page: what is needed all the time as columns, the steps in blocks that are read
//! only when somebody looks at them. So a run of a hundred thousand steps costs the page next to nothing
//! before its first picture.
//!
//! Must not know the browser, nor how the bytes travel.

use crate::machine::ids::ProcessId;
use crate::machine::options::Options;
use crate::trace::model::{
    CodeInfo, Event, Outcome, ProcessInfo, Status, Step, SyncInfo, ThreadInfo, Trace,
};
use crate::trace::view::View;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// So many steps are packed together.
pub const BLOCK: usize = 64;

/// Most bytes of packed steps; where they are used up the film ends.
pub const MAX_BYTES: usize = 64 << 20;

/// What a trace says of the whole run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// What the run depended on.
    pub options: Options,
    /// The choices, as text that replays this execution.
    pub schedule: String,
    /// In order of creation.
    pub processes: Vec<ProcessInfo>,
    /// In order of creation.
    pub threads: Vec<ThreadInfo>,
    /// In order of first use.
    pub syncs: Vec<SyncInfo>,
    /// The variables in memory that processes share.
    pub shared: Vec<String>,
    /// The code objects that ran.
    pub codes: Vec<CodeInfo>,
    /// How it ended.
    pub outcome: Outcome,
}

/// A text that was printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Printed {
    /// After so many steps.
    pub position: u32,
    /// To stderr rather than stdout.
    pub error: bool,
    /// What was written.
    pub text: String,
}

/// Consecutive steps with the view before the first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// The view before the first of the steps.
    pub before: View,
    /// The steps.
    pub steps: Vec<Step>,
}

/// A packed trace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Film {
    /// The whole run.
    pub head: Head,
    /// How many steps there are.
    steps: u32,
    /// Everything printed, in order.
    pub printed: Vec<Printed>,
    /// Names of globals per process, in order of first appearance.
    pub globals: Vec<Vec<String>>,
    /// The longest list of live threads.
    pub most_alive: u32,
    /// The most objects that threads of one process share at a time, by local names.
    pub most_shared: u32,
    /// Where each block begins in `bytes`.
    starts: Vec<u32>,
    /// The blocks.
    bytes: Bytes,
}

/// Bytes that are copied as a whole, not one by one.
#[derive(Clone, Default, PartialEq)]
struct Bytes(Vec<u8>);

impl Film {
    /// Packs a trace.
    pub fn of(trace: Trace) -> Film {
        let Trace {
            version: _,
            options,
            schedule,
            processes,
            threads,
            syncs,
            shared,
            codes,
            steps,
            outcome,
        } = trace;
        let mut film = Film {
            globals: vec![Vec::new(); processes.len()],
            head: Head {
                options,
                schedule,
                processes,
                threads,
                syncs,
                shared,
                codes,
                outcome,
            },
            steps: 0,
            printed: Vec::new(),
            most_alive: 1,
            most_shared: 0,
            starts: Vec::new(),
            bytes: Bytes::default(),
        };
        film.pack(steps);
        film
    }

    fn pack(&mut self, steps: Vec<Step>) {
        let mut view = View::default();
        let mut steps = steps.into_iter();
        loop {
            let block = Block {
                before: view.clone(),
                steps: steps.by_ref().take(BLOCK).collect(),
            };
            // Cannot fail: plain data into a growing vector.
            let packed = postcard::to_allocvec(&block).unwrap_or_default();
            if block.steps.is_empty() {
                return;
            }
            if self.bytes.0.len() + packed.len() > MAX_BYTES {
                return self.cut();
            }
            self.starts.push(self.bytes.0.len() as u32);
            self.bytes.0.extend(packed);
            for step in &block.steps {
                self.steps += 1;
                step.changes.iter().for_each(|change| view.apply(change));
                self.note(step);
                self.count(&view, step);
            }
        }
    }

    /// The film ends before the run does.
    fn cut(&mut self) {
        self.head.outcome = Outcome::Limit {
            limit: "steps".into(),
            message: format!("the picture ends after {} steps", self.steps),
        };
    }

    fn note(&mut self, step: &Step) {
        let position = self.steps;
        for event in &step.events {
            if let Event::Output { error, text } = event {
                self.printed.push(Printed {
                    position,
                    error: *error,
                    text: text.clone(),
                });
            }
        }
    }

    /// What room the state will need.
    fn count(&mut self, view: &View, step: &Step) {
        use crate::trace::view::Change;
        let mut threads = false;
        for change in &step.changes {
            match change {
                Change::Process(ProcessId(id), process) => {
                    self.most_shared = self.most_shared.max(process.shared.len() as u32);
                    let Some(names) = self.globals.get_mut(*id as usize) else {
                        continue;
                    };
                    for variable in &process.globals {
                        if !names.contains(&variable.name) {
                            names.push(variable.name.clone());
                        }
                    }
                }
                Change::Thread(..) => threads = true,
                Change::Sync(..) => {}
            }
        }
        if threads {
            let ended = |status: &Status| matches!(status, Status::Finished | Status::Killed);
            let alive = view.threads.iter().filter(|t| !ended(&t.status)).count();
            self.most_alive = self.most_alive.max(alive as u32);
        }
    }

    /// How many steps there are.
    pub fn len(&self) -> u32 {
        self.steps
    }

    /// Whether nothing ran.
    pub fn is_empty(&self) -> bool {
        self.steps == 0
    }

    /// The block that the step after a position is in; empty beyond the end, or if the film is damaged.
    pub fn block(&self, position: u32) -> Block {
        let index = position as usize / BLOCK;
        let start = self.starts.get(index).map(|start| *start as usize);
        let end = self.starts.get(index + 1).map(|start| *start as usize);
        start
            .and_then(|start| self.bytes.0.get(start..end.unwrap_or(self.bytes.0.len())))
            .and_then(|bytes| postcard::from_bytes(bytes).ok())
            .unwrap_or_default()
    }

    /// The trace again, unpacked.
    pub fn trace(&self) -> Trace {
        let head = self.head.clone();
        let blocks = (0..self.starts.len()).map(|index| self.block((index * BLOCK) as u32));
        Trace {
            version: crate::trace::model::TRACE_VERSION,
            options: head.options,
            schedule: head.schedule,
            processes: head.processes,
            threads: head.threads,
            syncs: head.syncs,
            shared: head.shared,
            codes: head.codes,
            steps: blocks.flat_map(|block| block.steps).collect(),
            outcome: head.outcome,
        }
    }

    /// How many bytes the packed steps take.
    pub fn size(&self) -> usize {
        self.bytes.0.len()
    }
}

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Whole;
        impl Visitor<'_> for Whole {
            type Value = Bytes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }
        }
        deserializer.deserialize_bytes(Whole)
    }
}

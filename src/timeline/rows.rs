//! What happened on each lane, counted in steps. Position `p` is the state after `p` steps; slot `p`
//! is the step between the positions `p - 1` and `p`.

use crate::machine::ids::{ProcessId, ThreadId};
use crate::trace::{BlockedOn, SyncId};
use serde::{Deserialize, Serialize};

/// Every lane of a run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rows {
    /// How many steps the run has.
    pub steps: u32,
    /// One per thread; index is [`ThreadId`].
    pub threads: Vec<ThreadRow>,
    /// Who held the GIL; index is [`ProcessId`]. Empty for a process that has none.
    pub gils: Vec<Vec<GilSegment>>,
    /// Variables that more than one thread touched.
    pub variables: Vec<VariableRow>,
    /// Locks, queues and so on; index is [`SyncId`].
    pub syncs: Vec<SyncRow>,
    /// Arrows between threads.
    pub flows: Vec<Flow>,
    /// Who moved, up to which position, in order.
    pub runs: Vec<(ThreadId, u32)>,
    /// The latest virtual time at each position, in nanoseconds.
    pub times: Vec<u64>,
    /// The steps that others can notice, as positions.
    pub notable: Vec<u32>,
}

/// The life of a thread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ThreadRow {
    /// Where it belongs.
    pub process: ProcessId,
    /// What it did, in order, without gaps from its birth to its end.
    pub segments: Vec<Segment>,
    /// Where it ended, and how; `None` if the record stops before.
    pub end: Option<(u32, End)>,
}

/// A stretch between two positions in which a thread did one thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    /// The position where it begins.
    pub from: u32,
    /// The position where it ends.
    pub to: u32,
    /// What the thread did.
    pub state: ThreadState,
}

/// What a thread does during a slot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ThreadState {
    /// It executes the step.
    Running,
    /// It is on another core at the same time; the step is another's.
    Parallel,
    /// It could run but has no GIL, or no core; `holder` has the GIL.
    Ready {
        /// Who has the GIL instead.
        holder: Option<ThreadId>,
    },
    /// It waits for something.
    Blocked(BlockedOn),
    /// It sleeps or waits for simulated I/O.
    Sleeping,
}

/// How the life of a thread ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// By itself.
    Finished,
    /// Cut off.
    Killed,
    /// It waits for ever.
    Never,
}

/// A stretch in which one thread held the GIL, or nobody did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GilSegment {
    /// The position where it begins.
    pub from: u32,
    /// The position where it ends.
    pub to: u32,
    /// Who held it.
    pub holder: Option<ThreadId>,
}

/// A variable that more than one thread touched.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VariableRow {
    /// Whose memory it is in.
    pub process: ProcessId,
    /// Its name.
    pub name: String,
    /// Its reads and writes, in order.
    pub marks: Vec<VariableMark>,
    /// Values that were read, and written back after someone else had changed them.
    pub holds: Vec<Hold>,
}

/// One read or write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VariableMark {
    /// In which slot.
    pub step: u32,
    /// By whom.
    pub thread: ThreadId,
    /// A write rather than a read.
    pub write: bool,
    /// The value.
    pub value: String,
}

/// A value that a thread kept from its read to its write on the same line, while it went stale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hold {
    /// Who kept it.
    pub thread: ThreadId,
    /// The slot of the read.
    pub read: u32,
    /// The slot of the write by another thread that made it stale.
    pub stale: u32,
    /// The slot of its own write.
    pub write: u32,
    /// The value that was read.
    pub value: String,
}

/// A lock, queue, event and the like.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SyncRow {
    /// Who held it when; stretches without an owner are left out.
    pub owners: Vec<GilSegment>,
    /// Who waited for it when, with the place in the queue.
    pub waiters: Vec<(u32, GilSegment)>,
    /// Items that were put and taken.
    pub items: Vec<ItemMark>,
    /// What it held, where that changed: position and text.
    pub contents: Vec<(u32, String)>,
    /// Whether anything ever happened to it.
    pub used: bool,
    /// What the library made for itself, and the start of threads: no lane.
    pub hidden: bool,
}

/// An item put into a queue or taken from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemMark {
    /// In which slot.
    pub step: u32,
    /// By whom.
    pub thread: ThreadId,
    /// Put rather than taken.
    pub put: bool,
    /// The item.
    pub item: String,
}

/// An arrow from one thread to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flow {
    /// The position at which it is drawn.
    pub at: u32,
    /// Whose step caused it.
    pub from: ThreadId,
    /// Whom it lets go on.
    pub to: ThreadId,
    /// A mere hand-over of the GIL: shown where there is room.
    pub switch: bool,
}

impl Rows {
    /// Who made the step that leads to a position.
    pub fn mover(&self, position: u32) -> Option<ThreadId> {
        let run = self.runs.partition_point(|(_, to)| *to < position);
        let run = self.runs.get(run).filter(|_| position > 0);
        run.map(|(thread, _)| *thread)
    }

    /// The position of the first step of a thread after a position.
    pub fn next_of(&self, thread: ThreadId, position: u32) -> Option<u32> {
        let first = self.runs.partition_point(|(_, to)| *to <= position);
        let run = self.runs[first..]
            .iter()
            .position(|(who, _)| *who == thread)?;
        let begins = (first + run).checked_sub(1);
        let begins = begins.map_or(0, |before| self.runs[before].1);
        Some(begins.max(position) + 1)
    }

    /// The latest virtual time at a position.
    pub fn time(&self, position: u32) -> u64 {
        let last = self.times.len().saturating_sub(1);
        let at = self.times.get((position as usize).min(last));
        at.copied().unwrap_or(0)
    }

    /// The position of the last step of a thread up to a position.
    pub fn last_of(&self, thread: ThreadId, position: u32) -> Option<u32> {
        let run = self.runs.partition_point(|(_, to)| *to < position);
        let runs = self.runs.get(..=run.min(self.runs.len().checked_sub(1)?))?;
        let run = runs.iter().rposition(|(who, _)| *who == thread)?;
        let found = runs[run].1.min(position);
        let begins = run.checked_sub(1).map_or(0, |before| runs[before].1);
        (found > begins).then_some(found)
    }

    /// Which syncs deserve a lane.
    pub fn used_syncs(&self) -> impl Iterator<Item = (SyncId, &SyncRow)> {
        self.syncs
            .iter()
            .enumerate()
            .filter(|(_, row)| row.used && !row.hidden)
            .map(|(index, row)| (SyncId(index as u32), row))
    }
}

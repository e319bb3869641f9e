//! The state as the reader sees it between two steps, and the changes that lead from one to the next.
//!
//! Values are text here (their repr, shortened). `View::apply` is the only way forward; going back
//! is going forward from an earlier view, which is why views are cheap to clone.

use crate::machine::ids::{ProcessId, ThreadId};
use crate::trace::model::{Place, Status, SyncId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The state between two steps.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// Threads that exist so far; index is [`ThreadId`].
    pub threads: Vec<Arc<ThreadView>>,
    /// Processes that exist so far; index is [`ProcessId`].
    pub processes: Vec<Arc<ProcessView>>,
    /// Things met at so far; index is [`SyncId`].
    pub syncs: Vec<Arc<SyncView>>,
}

/// A thread between two steps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ThreadView {
    /// What it is doing.
    pub status: Status,
    /// Its frames of the program's own code, outermost first; empty once it has ended. Of a deep
    /// recursion the innermost alone.
    pub frames: Vec<FrameView>,
    /// How many outer frames are left out.
    pub hidden: u32,
}

/// A frame of a thread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FrameView {
    /// The instruction that it executes next; in outer frames the call that it is in.
    pub place: Place,
    /// Local variables in order of appearance; empty at module level.
    pub locals: Vec<Variable>,
    /// Temporary values on the frame's stack, bottom first: what was read and not yet used.
    pub stack: Vec<StackValue>,
}

/// A value on a frame's stack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StackValue {
    /// Its repr, shortened.
    pub value: String,
    /// The global that it was loaded from, if that global has been given another value since.
    pub stale: Option<String>,
}

/// A name and the repr of its value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Variable {
    /// The name in the source.
    pub name: String,
    /// The repr of the value, shortened.
    pub value: String,
}

/// A process between two steps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProcessView {
    /// The program's own global variables in order of appearance, without modules, functions and classes.
    pub globals: Vec<Variable>,
    /// Who holds its GIL; always `None` without a GIL.
    pub gil: Option<ThreadId>,
    /// Its exit code, once it has ended.
    pub exit_code: Option<i32>,
    /// Objects that several of its threads can reach by local names.
    pub shared: Vec<SharedView>,
}

/// An object that several threads can reach.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SharedView {
    /// What is in it, shortened.
    pub value: String,
    /// By which names: local ones with their thread, global ones without.
    pub names: Vec<(Option<ThreadId>, String)>,
}

/// A lock, queue, event, … between two steps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SyncView {
    /// Who holds it.
    pub owners: Vec<ThreadId>,
    /// Who waits for it, in the order in which they came.
    pub waiters: Vec<ThreadId>,
    /// The items in it, first out first; for a semaphore its value, for an event `set` or `not set`.
    pub items: Vec<String>,
}

/// How one part of the view changed: the new value of that part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// A thread changed or appeared (then its id is the next one).
    Thread(ThreadId, Arc<ThreadView>),
    /// A process changed or appeared.
    Process(ProcessId, Arc<ProcessView>),
    /// A lock, queue, … changed or appeared.
    Sync(SyncId, Arc<SyncView>),
}

/// Most frames of a thread that a view has.
pub const MOST_FRAMES: usize = 24;

impl ThreadView {
    /// How many frames of the program's own code it has.
    pub fn depth(&self) -> usize {
        self.frames.len() + self.hidden as usize
    }
}

impl View {
    /// Makes one change. Ids beyond the end are ignored unless they are the next one, so that a
    /// damaged trace cannot panic.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::Thread(id, view) => put(&mut self.threads, id.0, view),
            Change::Process(id, view) => put(&mut self.processes, id.0, view),
            Change::Sync(id, view) => put(&mut self.syncs, id.0, view),
        }
    }

    /// The changes that lead from `self` to `next`.
    pub fn changes_to(&self, next: &View) -> Vec<Change> {
        let mut changes = Vec::new();
        diff(&self.processes, &next.processes, |i, v| {
            changes.push(Change::Process(ProcessId(i), v))
        });
        diff(&self.syncs, &next.syncs, |i, v| {
            changes.push(Change::Sync(SyncId(i), v))
        });
        diff(&self.threads, &next.threads, |i, v| {
            changes.push(Change::Thread(ThreadId(i), v))
        });
        changes
    }
}

fn put<T>(list: &mut Vec<Arc<T>>, index: u32, value: &Arc<T>) {
    let index = index as usize;
    if index < list.len() {
        list[index] = Arc::clone(value);
    } else if index == list.len() {
        list.push(Arc::clone(value));
    }
}

fn diff<T: PartialEq>(old: &[Arc<T>], new: &[Arc<T>], mut changed: impl FnMut(u32, Arc<T>)) {
    for (index, value) in new.iter().enumerate() {
        if old.get(index).is_none_or(|before| before != value) {
            changed(index as u32, Arc::clone(value));
        }
    }
}

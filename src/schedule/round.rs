//! A round that is said to go on for ever: whether it does. After it the state has to be what it was before it, and
//! every thread that could move in it has to have moved, or no fair scheduler would go on like that.
//!
//! Never takes a schedule's word for it. Must not know the explorer.

use crate::machine::{Key, Move, State, ThreadId};
use rustc_hash::FxHashSet as HashSet;
use std::collections::VecDeque;

/// Most states that are looked at to find out whether who waits in a round does so for ever.
const MOST_STATES: usize = 500;

/// A round that a fair scheduler may go for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Who goes round, and where.
    pub going: Vec<Going>,
    /// Whether it is a deadlock: a thread that is no daemon waits, and nothing that the others can do ends that.
    pub deadlock: bool,
}

/// A thread that goes round for ever, and the lines of the outermost function of the program in which it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Going {
    /// Who.
    pub thread: ThreadId,
    /// The first of the lines; 0 if they are unknown.
    pub first: u32,
    /// The last of them.
    pub last: u32,
}

/// Watches the steps of a round.
pub struct Watcher {
    start: State,
    key: Key,
    /// By thread: whether it was in the middle of a call of the library.
    calling: Vec<bool>,
    /// Who could move.
    able: Vec<ThreadId>,
    /// Who moved, and how deep in the program's own functions.
    moved: Vec<(Going, usize)>,
    looks: (u64, u64),
    looked: bool,
}

impl Watcher {
    /// Before the first step of the round.
    pub fn new(state: &State) -> Self {
        let threads = 0..state.threads.len() as u32;
        Watcher {
            key: state.key(),
            calling: threads.map(|id| is_calling(state, ThreadId(id))).collect(),
            able: Vec::new(),
            moved: Vec::new(),
            looks: state.clock_looks,
            looked: false,
            start: state.clone(),
        }
    }

    /// Before every step.
    pub fn before(&mut self, state: &State, moves: &[Move], thread: ThreadId) {
        for m in moves {
            if !self.able.contains(&m.thread) {
                self.able.push(m.thread);
            }
        }
        let (line, depth) = line_and_depth(state, thread);
        let new = Going {
            thread,
            first: line,
            last: line,
        };
        match self.moved.iter_mut().find(|(g, _)| g.thread == thread) {
            None => self.moved.push((new, depth)),
            Some((going, least)) if depth < *least => (*going, *least) = (new, depth),
            // What cleans up has no line.
            Some((going, least)) if depth == *least && line > 0 => {
                going.first = match going.first {
                    0 => line,
                    first => first.min(line),
                };
                going.last = going.last.max(line);
            }
            Some(_) => {}
        }
    }

    /// After every step. What the clock says is never the same again, but to the timeout of a call that begins and ends
    /// in the round it does not matter.
    pub fn after(&mut self, state: &State, thread: ThreadId) {
        let calling = self.calling.get(thread.index()).copied().unwrap_or(true);
        let (others, timeouts) = state.clock_looks;
        self.looked |= others != self.looks.0 || calling && timeouts != self.looks.1;
        self.looks = state.clock_looks;
    }

    /// After the last step.
    ///
    /// # Errors
    /// A sentence if it is no round that goes on for ever.
    pub fn finish(self, state: &State) -> Result<Round, String> {
        if state.key() != self.key {
            return Err(
                "after the round in the schedule the state is not what it was before".into(),
            );
        }
        if self.looked {
            return Err(
                "in the round in the schedule the program looks at a clock, which goes on".into(),
            );
        }
        let idle = |id: &&ThreadId| self.moved.iter().all(|(going, _)| going.thread != **id);
        if let Some(id) = self.able.iter().find(idle) {
            return Err(format!(
                "the round in the schedule is not fair: {} could move and does not",
                state.thread(*id).name
            ));
        }
        let mut going: Vec<Going> = self.moved.into_iter().map(|(going, _)| going).collect();
        going.sort_by_key(|g| g.thread);
        Ok(Round {
            going,
            deadlock: wait_for_ever(self.start),
        })
    }
}

/// Whether some thread that is no daemon waits whatever the others do. That is looked up in all that can follow; if it
/// is too much, nothing is claimed.
fn wait_for_ever(start: State) -> bool {
    let mut stuck = start.stuck();
    let mut known = HashSet::from_iter([start.key()]);
    let mut todo = VecDeque::from([start]);
    while let Some(state) = todo.pop_front() {
        let here = state.stuck();
        stuck.retain(|id| here.contains(id));
        if stuck.is_empty() || state.end.is_some() || known.len() > MOST_STATES {
            return false;
        }
        for m in state.moves() {
            let mut next = state.clone();
            next.step(m.thread, None);
            if known.insert(next.key()) {
                todo.push_back(next);
            }
        }
    }
    true
}

/// Whether a thread is in a call of the library that the program has made, or in the library's code from its beginning.
fn is_calling(state: &State, id: ThreadId) -> bool {
    let frames = &state.thread(id).stack.frames;
    let mut kinds = frames.iter().map(|f| state.program.code(f.code).library);
    // What starts a thread is the library's.
    kinds.by_ref().all(|library| library) || kinds.any(|library| library)
}

/// The line of the instruction at hand of the innermost function of the program, and how many of those there are.
fn line_and_depth(state: &State, id: ThreadId) -> (u32, usize) {
    let thread = state.thread(id);
    let frames = &thread.stack.frames;
    let own = |f: &&crate::vm::frame::Frame| !state.program.code(f.code).library;
    let depth = frames.iter().filter(own).count();
    let Some(frame) = frames.iter().rfind(own) else {
        return (0, 0);
    };
    let is_next = thread.pending.is_none() && frames.last().is_some_and(|last| own(&last));
    let at = match is_next {
        true => frame.pc,
        false => frame.pc.saturating_sub(1),
    };
    let positions = &state.program.code(frame.code).code.positions;
    (positions.get(at as usize).map_or(0, |p| p.line), depth)
}

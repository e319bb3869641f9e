//! A state between visible operations, and what a thread's next visible operation makes of it.
//!
//! A thread *stands* where others could notice its next instruction, or where it waits. Everything local up to
//! there has been executed. The only thing that executes is [`State::step`] and its faster form.

mod ahead;
mod look;
mod roles;
mod settle;

use crate::explore::knowledge::{Knowledge, LockId, bit};
use crate::explore::start::Start;
use crate::machine::key::{Digests, Roles};
use crate::machine::{Key, Move, Options, Preemption, ProcessId, State, Thread, ThreadId};
use crate::vm::effects::Variable;
use crate::vm::value::{ObjectId, Value};
use std::rc::Rc;

/// Most local instructions between two visible operations of a thread.
pub const MAX_LOCAL: u64 = 3_000_000;
/// What an instruction that has to be looked at counts among them.
const PROBE: u64 = 30;

/// Where a thread is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Not looked at yet.
    Fresh,
    /// Before an instruction that others can notice.
    Visible,
    /// Waiting, or at its end.
    Waiting,
}

/// An access of a thread to a variable, for races.
#[derive(Clone, Debug, PartialEq)]
pub struct Use {
    /// Who.
    pub thread: ThreadId,
    /// The variable, of the thread's process.
    pub variable: Variable,
    /// The name of a variable that has one: its number may be another one elsewhere, or nobody's.
    pub name: Option<Rc<str>>,
    /// Whether it wrote.
    pub write: bool,
    /// The line.
    pub line: u32,
    /// The locks that the thread held.
    pub held: Vec<LockId>,
}

/// A state between visible operations.
#[derive(Clone)]
pub struct World {
    /// The state; instructions cost no time in it.
    pub state: State,
    /// Where each thread stands.
    stands: Vec<Stand>,
    /// Which locks are held, and by whom.
    held: Vec<(ThreadId, LockId)>,
    /// Who made the objects made since the second thread began, by process.
    makers: Vec<Rc<Vec<u8>>>,
    /// Whether there ever was a second thread.
    sealed: bool,
    /// Threads whose end another has waited for, as bits: what they did lies before what is done now.
    joined: u64,
    /// Threads that go on for ever without anything that others could notice, as bits.
    endless: u64,
    /// Joins that a thread has gone on from before the other's end, which it now has to wait for.
    owed: Vec<(ThreadId, ThreadId)>,
    /// Who may change places with whom.
    roles: Rc<Roles>,
    /// What the threads of each group began with.
    beginnings: Rc<Vec<Vec<Value>>>,
    /// The books of `threading`, by process.
    books: Rc<Vec<(ProcessId, ObjectId)>>,
    /// What is known of the key.
    digests: Digests,
    /// Where each thread is, counted; kept only for paths.
    places: Option<Rc<Vec<Place>>>,
}

/// Where a thread is, counted from its beginning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Instructions of the program's own code that it has begun.
    pub begun: u64,
    /// Waits that are over within the instruction begun last.
    pub waits: u32,
}

/// What a step did that others can notice.
#[derive(Default)]
struct Seen {
    visible: bool,
    /// Whether another thread was cut off.
    cut_off: bool,
    uses: Vec<Use>,
}

impl World {
    /// The first state of an exploration: everything local of the first thread has been executed.
    pub fn new(start: &Start, knowledge: &mut Knowledge) -> World {
        let mut world = start.alone.clone();
        world.places = None;
        world.begin(knowledge)
    }

    /// As [`World::new`], and counts where each thread is.
    pub fn counted(start: &Start, knowledge: &mut Knowledge) -> World {
        start.alone.clone().begin(knowledge)
    }

    fn begin(mut self, knowledge: &mut Knowledge) -> World {
        self.state.globals = Some(Rc::clone(&knowledge.globals));
        self.settle(knowledge);
        self.note_choice_of_joins(knowledge);
        self
    }

    /// A state that has not moved yet; if `run`, with what the first thread does before there is a second one.
    pub fn alone(mut state: State, run: bool) -> World {
        // Of what nobody else can notice nothing is learnt.
        let mut knowledge = Knowledge::default();
        state.timed = false;
        state.globals = Some(Rc::clone(&knowledge.globals));
        let world = World {
            state,
            stands: Vec::new(),
            held: Vec::new(),
            makers: Vec::new(),
            sealed: false,
            joined: 0,
            endless: 0,
            owed: Vec::new(),
            roles: Rc::default(),
            beginnings: Rc::default(),
            books: Rc::default(),
            digests: Digests::default(),
            places: Some(Rc::default()),
        };
        if !run {
            return world;
        }
        let first = world.clone();
        world.run_alone(&mut knowledge).unwrap_or(first)
    }

    /// Goes on to the last moment before anything but the first thread matters; `None` if that takes too long.
    fn run_alone(mut self, knowledge: &mut Knowledge) -> Option<World> {
        let mut budget = MAX_LOCAL / 2;
        // From copy to copy twice as far: what a list has grown to is not copied for every `append`.
        let mut stride = 1;
        while budget > 0 {
            let before = self.clone();
            let mut steps = 0;
            while steps < stride && budget > 0 && self.step_alone(knowledge, &mut budget) {
                steps += 1;
            }
            if steps < stride && budget > 0 {
                self = before;
                (0..steps).for_each(|_| {
                    self.step_alone(knowledge, &mut budget);
                });
                self.run_local_alone(knowledge);
                return Some(self);
            }
            stride *= 2;
        }
        None
    }

    /// What is surely local of the first thread, and one step; whether still nothing else matters.
    fn step_alone(&mut self, knowledge: &mut Knowledge, budget: &mut u64) -> bool {
        let executed = self.run_local_alone(knowledge);
        *budget = budget.saturating_sub(executed + PROBE);
        let id = ThreadId(0);
        self.step(id, knowledge);
        self.state.end.is_none()
            && self.state.threads.len() == 1
            && self.state.processes.len() == 1
            && !self.state.has_ended(id)
            && self.state.thread(id).pending.is_none()
            && self.state.process(ProcessId(0)).exiting.is_none()
    }

    fn run_local_alone(&mut self, knowledge: &mut Knowledge) -> u64 {
        let before = self.state.instructions;
        self.run_local(ThreadId(0), knowledge);
        let executed = self.state.instructions - before;
        self.count(ThreadId(0), executed, 0);
        executed
    }

    /// Where a thread is, if that is counted.
    pub fn place(&self, id: ThreadId) -> Place {
        let places = self.places.as_ref();
        places
            .and_then(|p| p.get(id.index()))
            .copied()
            .unwrap_or_default()
    }

    fn count(&mut self, id: ThreadId, begun: u64, waits: u32) {
        if let Some(places) = &mut self.places {
            let places = Rc::make_mut(places);
            if places.len() <= id.index() {
                places.resize(id.index() + 1, Place::default());
            }
            let place = &mut places[id.index()];
            place.begun += begun;
            place.waits = if begun > 0 { 0 } else { place.waits + waits };
        }
    }

    /// The options of the run.
    pub fn options(&self) -> &Options {
        &self.state.options
    }

    /// The threads that can move, in order.
    pub fn moves(&self) -> Vec<Move> {
        if self.state.end.is_some() {
            return Vec::new();
        }
        (0..self.state.threads.len() as u32)
            .map(ThreadId)
            .filter(|id| !self.owes(*id) && self.endless & bit(*id) == 0)
            .filter_map(|id| self.state.move_of(id))
            .collect()
    }

    /// The key for matching, and the order in which the members of groups were taken.
    pub fn key(&mut self) -> (Key, Vec<ThreadId>) {
        let (mut key, order) = self.state.key_by(&self.roles, &mut self.digests);
        // Who has gone on from a `join` too early waits for other ends than who has not.
        let place = |id: ThreadId| match order.iter().position(|other| *other == id) {
            Some(place) => 1 << 32 | place as u64,
            None => u64::from(id.0),
        };
        let open = self
            .owed
            .iter()
            .filter(|(_, other)| !self.state.has_ended(*other));
        let mut owed: Vec<(u64, u64)> = open
            .map(|(who, other)| (place(*who), place(*other)))
            .collect();
        owed.sort_unstable();
        for (who, other) in owed {
            key = key.with(who).with(other);
        }
        // Where only one thread is left it stops nowhere.
        key = key.with(u64::from(self.is_shared_by_threads()));
        (key, order)
    }

    /// Whether a thread goes on for ever without anything that others could notice.
    pub fn is_endless(&self, id: ThreadId) -> bool {
        self.endless & bit(id) != 0
    }

    /// Whether any thread does.
    pub fn has_endless(&self) -> bool {
        self.endless != 0
    }

    /// The groups of threads that may change places.
    pub fn groups(&self) -> &[Vec<ThreadId>] {
        &self.roles.groups
    }

    /// Whether a thread has gone on from a `join` of another before its end.
    pub fn owes_to(&self, id: ThreadId, other: ThreadId) -> bool {
        self.owed.contains(&(id, other))
    }

    /// Whether a thread has to wait for the end of others before it does anything.
    fn owes(&self, id: ThreadId) -> bool {
        self.owed.iter().any(|(who, _)| *who == id)
    }

    /// The world after the next visible operation of a thread, and its uses of variables.
    pub fn fire(&self, thread: ThreadId, knowledge: &mut Knowledge) -> (World, Vec<Use>) {
        debug_assert!(
            self.moves().iter().any(|m| m.thread == thread),
            "{thread:?} owes {:?}",
            self.owed
        );
        let mut next = self.clone();
        let stands = self.stand(thread) == Stand::Visible && self.is_shared_by_threads();
        let place = stands.then(|| self.place_in_text(thread)).flatten();
        let mut seen = next.step(thread, knowledge);
        if !seen.visible && knowledge.always(place) == Some(true) {
            knowledge.note_try(place, false);
        }
        let free = next.at_switch(thread);
        next.settle_thread(thread, knowledge, free, Some(&mut seen.uses));
        next.settle(knowledge);
        next.note_choice_of_joins(knowledge);
        (next, seen.uses)
    }

    /// Whether another thread may go on where this one is now.
    fn at_switch(&self, id: ThreadId) -> bool {
        self.state.options.preemption != Preemption::Cpython || self.state.thread(id).switch_point
    }

    /// More than one thread is alive, or has ended without anybody having waited for that.
    fn is_shared_by_threads(&self) -> bool {
        let all = self.state.threads.iter();
        all.filter(|t| self.matters(t)).take(2).count() > 1
    }

    /// Whether the process of a thread has others, or had one that nobody has waited for.
    fn has_others(&self, id: ThreadId) -> bool {
        let process = self.state.thread(id).process;
        let mut all = self.state.threads.iter();
        all.any(|t| t.id != id && t.process == process && self.matters(t))
    }

    /// Whether a thread is alive, or has ended without anybody having waited for that.
    fn matters(&self, thread: &Thread) -> bool {
        thread.ended.is_none() || self.joined & bit(thread.id) == 0
    }

    fn held_by(&self, id: ThreadId) -> Vec<LockId> {
        let own = self.held.iter().filter(|(who, _)| *who == id);
        own.map(|(_, lock)| *lock).collect()
    }

    /// When the second thread begins, all objects so far are called by their names.
    fn seal_if_second(&mut self) {
        if !self.sealed && self.state.threads.len() > 1 {
            self.sealed = true;
            self.digests = Digests::default();
            // Up to here nothing could come otherwise, in a second process neither.
            for process in &mut self.state.processes {
                Rc::make_mut(process).heap.seal();
            }
        }
    }

    /// Whether two uses of variables are in each other's way: no lock keeps them apart.
    pub fn is_race(&self, a: &Use, b: &Use) -> bool {
        let process = |u: &Use| self.state.thread(u.thread).process;
        let apart = a.held.iter().any(|lock| b.held.contains(lock));
        // Objects that both make in this step may get the same number.
        let is_there = |u: &Use| match u.variable {
            Variable::Global(..) => true,
            Variable::Attribute(object, _)
            | Variable::Cell(object, _)
            | Variable::Item(object, _) => self.state.process(process(u)).heap.has(object),
        };
        let same = a.variable == b.variable && a.name == b.name;
        let conflict = a.thread != b.thread && (a.write || b.write) && same && !apart;
        conflict && process(a) == process(b) && is_there(a)
    }

    /// Where a thread stands.
    pub fn stand(&self, id: ThreadId) -> Stand {
        self.stands.get(id.index()).copied().unwrap_or(Stand::Fresh)
    }
}

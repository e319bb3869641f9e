//! What an exploration has learnt of a program: which things threads share in earnest.
//!
//! Only there does it matter who moves first; everything else is executed with what came before. At first
//! nothing is taken for shared. When two threads turn out to use a thing, one of them changing it, with no lock
//! that both hold, it becomes *visible*, and the exploration begins anew. Sound, since the first such pair of
//! accesses of any execution also occurs on an explored path (before it nothing hidden has mattered).

use crate::machine::ThreadId;
use crate::vm::heap::{Access, Marks};
use crate::vm::local::{GlobalSlot, Globals};
use crate::vm::value::{CodeRef, NameId, ObjectId};
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::rc::Rc;

/// A thing that threads may share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    /// A global of a process.
    Global(u32, GlobalSlot),
    /// An object of a process that was there when its second thread began, or one attribute of it.
    Object(u32, ObjectId, Option<NameId>),
    /// An object made later, by its class and who made it, or one attribute of it.
    Young(u32, ObjectId, ThreadId, Option<NameId>),
    /// Stdout (false) or stderr.
    Output(bool),
    /// A cell of shared memory.
    Cell(u32, usize),
    /// Whether threads live.
    Lives,
    /// Who starts threads and processes in which order: they are numbered.
    Starts,
}

impl Thing {
    /// The process whose memory it lies in, if it does in one.
    fn process(self) -> Option<u32> {
        match self {
            Thing::Global(process, _) | Thing::Object(process, ..) | Thing::Young(process, ..) => {
                Some(process)
            }
            Thing::Output(_) | Thing::Cell(..) | Thing::Lives | Thing::Starts => None,
        }
    }
}

/// A lock: its process and object, or (`u32::MAX`) a semaphore of the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LockId(pub u32, pub u32);

/// The system's semaphore of a number.
pub fn semaphore(number: u32) -> LockId {
    LockId(u32::MAX, number)
}

/// Who used a thing, and under which locks every time.
#[derive(Clone, Debug, Default)]
struct Record {
    readers: u64,
    writers: u64,
    locks: Vec<LockId>,
    /// Whether it was ever changed while there was more than one thread.
    written: bool,
    visible: bool,
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    /// Visible globals, as the virtual machine wants to know them.
    pub globals: Rc<Globals>,
    records: HashMap<Thing, Record>,
    /// Whether an object is visible or was changed, or is to be looked at for another reason: of all others a look need
    /// not be noted.
    pub marks: Rc<Marks>,
    /// Who took a lock; those with more than one taker are visible.
    takers: HashMap<LockId, u64>,
    /// Locks whose state is looked at without waiting: giving them back is visible too.
    tried: HashSet<LockId>,
    /// Locks and semaphores that do not keep others out: they were given back by another thread than had taken them,
    /// or let more than one in.
    loose: HashSet<LockId>,
    /// By process, which threads have forked it, and the locks that they held every time: a child sees everything.
    forks: HashMap<u32, (u64, Vec<LockId>)>,
    /// Whether a thread's identity matters: it asked who it is, or its `Thread` object was used otherwise than for
    /// joining it.
    pub identity: bool,
    /// Whether threads that do the same may change places, and joins are put off.
    pub symmetric: bool,
    /// Whether attributes are looked at all at once, so that they are not told apart.
    pub coarse: bool,
    /// By place, what came of instructions of which it could not be told beforehand whether others notice them.
    places: HashMap<(CodeRef, u32), Tried>,
    /// A call of the library that is one step here although CPython could be interrupted within it: the function and the
    /// line.
    pub merged: Option<(Rc<str>, u32)>,
    /// Whether anything was learnt since the last [`Knowledge::fresh`].
    learnt: bool,
    /// Room for the accesses of a step: kept, so that not every step has to make it.
    pub room: Vec<(ObjectId, Access)>,
    /// What was noted of the thread at hand, where that is asked for.
    log: Option<Vec<Noted>>,
}

/// What came of the instruction at a place: how often others noticed it, and how often not; neither is counted beyond
/// [`SURE`].
#[derive(Clone, Copy, Debug, Default)]
struct Tried {
    noticed: u8,
    unnoticed: u8,
    /// Whether it came otherwise than was taken for sure.
    unsure: bool,
}

/// So often the same, and an instruction is taken for what it always was.
const SURE: u8 = 3;

impl Tried {
    /// Whether it is sure that others notice it, or that they do not.
    fn always(&self) -> Option<bool> {
        match (self.noticed, self.unnoticed) {
            _ if self.unsure => None,
            (SURE, 0) => Some(true),
            (0, SURE) => Some(false),
            _ => None,
        }
    }
}

/// What was noted of one thread, so that it can be noted of another that does the same.
#[derive(Clone, Debug)]
pub enum Noted {
    /// An access to what is not visible, and the locks held then.
    Access(Thing, bool, Vec<LockId>),
    /// A lock was taken.
    Take(LockId),
}

/// Most threads that are told from each other in a [`bit`] set.
pub const MOST_TOLD_APART: u32 = u64::BITS;

/// The thread's bit in a set of threads.
pub fn bit(thread: ThreadId) -> u64 {
    1 << (thread.0 % MOST_TOLD_APART)
}

fn set(marks: &mut Vec<bool>, id: ObjectId) {
    let at = id.0 as usize;
    if marks.len() <= at {
        marks.resize(at + 1, false);
    }
    marks[at] = true;
}

impl Knowledge {
    /// Begins anew with what was learnt since the last call.
    pub fn fresh(&mut self) {
        if std::mem::take(&mut self.learnt) {
            // What others notice now they may not have noticed before.
            self.places.retain(|_, tried| tried.unsure);
        }
    }

    /// Whether anything was learnt that asks for a new beginning.
    pub fn has_learnt(&self) -> bool {
        self.learnt
    }

    /// Notes an access; whether the thing is visible.
    pub fn access(&mut self, thing: Thing, thread: ThreadId, write: bool, held: &[LockId]) -> bool {
        let is_global = matches!(thing, Thing::Global(..));
        let there = self.records.get_mut(&thing);
        if there.as_ref().is_some_and(|record| record.visible) {
            return true;
        }
        if let Some(log) = &mut self.log {
            log.push(Noted::Access(thing, write, held.to_vec()));
        }
        if !write && !is_global && !there.as_ref().is_some_and(|record| record.written) {
            return false;
        }
        let record = match there {
            Some(record) => record,
            None => self.records.entry(thing).or_default(),
        };
        if record.readers | record.writers == 0 {
            record.locks = held.to_vec();
        }
        // Who read an object before it was changed was not noted.
        let is_news = write && !record.written;
        record.written |= write;
        self.learnt |= is_news && !is_global;
        if write {
            record.writers |= bit(thread);
        } else {
            record.readers |= bit(thread);
        }
        record.locks.retain(|lock| held.contains(lock));
        if let Some((threads, locks)) = thing.process().and_then(|of| self.forks.get(&of)) {
            record.readers |= threads;
            record.locks.retain(|lock| locks.contains(lock));
        }
        let users = record.readers | record.writers;
        let shared = record.writers != 0 && users.count_ones() > 1 && record.locks.is_empty();
        if is_news {
            self.mark(thing);
        }
        if shared {
            self.show(thing);
        }
        false
    }

    /// Notes that a function of the library uses what threads share more than once, in one step.
    pub fn is_one_step_here(&mut self, function: &Rc<str>, line: u32) {
        self.merged.get_or_insert((Rc::clone(function), line));
    }

    /// Notes whether others noticed an instruction, at that place, of which this could not be told beforehand. If it was
    /// taken for sure to be otherwise, a thread has stopped where it should not have, or not where it should: that asks
    /// for a new beginning.
    pub fn note_try(&mut self, place: Option<(CodeRef, u32)>, noticed: bool) {
        let Some(place) = place else { return };
        let tried = self.places.entry(place).or_default();
        let is_news = tried.always() == Some(!noticed);
        tried.unsure |= is_news;
        self.learnt |= is_news;
        let count = match noticed {
            true => &mut tried.noticed,
            false => &mut tried.unnoticed,
        };
        *count = SURE.min(*count + 1);
    }

    /// Whether an instruction at that place was noticed before. Only what it costs to go back hangs on it.
    pub fn stops_at(&self, place: Option<(CodeRef, u32)>) -> bool {
        let tried = place.and_then(|place| self.places.get(&place));
        tried.is_some_and(|tried| tried.noticed > 0)
    }

    /// Whether others notice an instruction at that place, if they always have or never.
    pub fn always(&self, place: Option<(CodeRef, u32)>) -> Option<bool> {
        self.places.get(&place?)?.always()
    }

    /// Begins a list of what is noted, or gives it.
    pub fn log(&mut self, on: bool) -> Vec<Noted> {
        std::mem::replace(&mut self.log, on.then(Vec::new)).unwrap_or_default()
    }

    /// Notes of a thread what was noted of another that does the same.
    pub fn repeat(&mut self, noted: &[Noted], thread: ThreadId) {
        for noted in noted {
            match noted {
                Noted::Access(thing, write, held) => {
                    self.access(*thing, thread, *write, held);
                }
                Noted::Take(lock) => {
                    self.take(*lock, thread);
                }
            }
        }
    }

    /// Notes that all attributes of an object are looked at together.
    pub fn looks_at_whole_objects(&mut self) {
        if !self.coarse {
            self.coarse = true;
            self.learnt = true;
        }
    }

    /// Notes that it matters which thread is which.
    pub fn tells_threads_apart(&mut self) {
        if !self.identity {
            self.identity = true;
            self.learnt |= self.symmetric;
        }
    }

    /// Whether nobody but this thread has used a thing in a way that conflicts with this one.
    pub fn is_private(&self, thing: Thing, thread: ThreadId, write: bool) -> bool {
        if self.is_visible(thing) {
            return false;
        }
        if write && self.forkers(thing.process()) & !bit(thread) != 0 {
            return false;
        }
        match self.records.get(&thing) {
            None => true,
            Some(record) => {
                let others = if write {
                    record.readers | record.writers
                } else {
                    record.writers
                };
                others & !bit(thread) == 0
            }
        }
    }

    /// Whether threads can notice of each other what they do with it.
    pub fn is_visible(&self, thing: Thing) -> bool {
        self.records
            .get(&thing)
            .is_some_and(|record| record.visible)
    }

    fn mark(&mut self, thing: Thing) {
        match thing {
            Thing::Object(_, id, _) => self.mark_object(id),
            Thing::Young(_, class, ..) => self.mark_class(class),
            _ => {}
        }
    }

    /// Notes that looks at an object may matter.
    pub fn mark_object(&mut self, id: ObjectId) {
        set(&mut Rc::make_mut(&mut self.marks).objects, id);
    }

    /// Notes that looks at objects of a class may matter, if they were made since the second thread began.
    pub fn mark_class(&mut self, class: ObjectId) {
        set(&mut Rc::make_mut(&mut self.marks).classes, class);
    }

    /// Makes a thing visible.
    pub fn show(&mut self, thing: Thing) {
        self.mark(thing);
        let record = self.records.entry(thing).or_default();
        self.learnt |= !std::mem::replace(&mut record.visible, true);
        if let Thing::Global(_, slot) = thing {
            Rc::make_mut(&mut self.globals).show(slot);
        }
    }

    /// Notes that it matters what was written when others are cut off.
    pub fn show_output(&mut self) {
        self.show(Thing::Output(false));
        self.show(Thing::Output(true));
    }

    /// From now on loops over a `range` are looked at: somebody iterates over an iterator.
    pub fn iterators_are_shared(&mut self) {
        if !self.globals.shared_iterators {
            Rc::make_mut(&mut self.globals).shared_iterators = true;
            self.learnt = true;
        }
    }

    /// Notes who takes a lock; whether more than one thread does.
    pub fn take(&mut self, lock: LockId, thread: ThreadId) -> bool {
        if let Some(log) = &mut self.log {
            log.push(Noted::Take(lock));
        }
        let seen = self.forkers(Some(lock.0));
        let takers = self.takers.entry(lock).or_insert(0);
        let before = (*takers | seen).count_ones();
        *takers |= bit(thread);
        let now = (*takers | seen).count_ones();
        if before == 1 && now == 2 {
            self.learnt = true;
        }
        now > 1 || self.is_tried(lock)
    }

    /// Notes that a thread gives back a lock that it does not hold, or fails to.
    pub fn gives_of_another(&mut self, lock: LockId, thread: ThreadId) {
        self.take(lock, thread);
        self.tries(lock);
        self.loosen(lock);
    }

    /// Notes that a lock does not keep others out.
    pub fn loosen(&mut self, lock: LockId) {
        if self.loose.insert(lock) {
            self.learnt = true;
        }
    }

    /// Whether whoever holds a lock keeps others out.
    pub fn excludes(&self, lock: LockId) -> bool {
        !self.loose.contains(&lock)
    }

    /// Notes that a thread has forked its process while it had others, under these locks.
    pub fn forks(&mut self, process: u32, thread: ThreadId, held: &[LockId]) {
        let (threads, locks) = self
            .forks
            .entry(process)
            .or_insert_with(|| (0, held.to_vec()));
        let before = (*threads, locks.len());
        *threads |= bit(thread);
        locks.retain(|lock| held.contains(lock));
        if before != (*threads, locks.len()) {
            self.learnt = true;
        }
    }

    fn forkers(&self, process: Option<u32>) -> u64 {
        let forks = process.and_then(|of| self.forks.get(&of));
        forks.map_or(0, |(threads, _)| *threads)
    }

    /// Notes that somebody looks at a lock without waiting for it.
    pub fn tries(&mut self, lock: LockId) {
        if self.tried.insert(lock) {
            self.learnt = true;
        }
    }

    /// As [`Knowledge::tries`], of a lock that more than one thread takes.
    pub fn tries_if_shared(&mut self, lock: LockId) {
        if self
            .takers
            .get(&lock)
            .is_some_and(|takers| takers.count_ones() > 1)
        {
            self.tries(lock);
        }
    }

    /// Whether giving a lock back is visible.
    pub fn is_tried(&self, lock: LockId) -> bool {
        self.tried.contains(&lock) || self.forks.contains_key(&lock.0)
    }
}

//! A state between visible operations, and what a thread's next visible operation makes of it.
//!
//! A thread *stands* where others could notice its next instruction, or where it waits. Everything local up to
//! there has been executed. The only thing that executes is [`State::step`] and its faster form.

use crate::explore::knowledge::{Knowledge, LockId, Noted, Thing, bit, semaphore};
use crate::explore::start::Start;
use crate::machine::key::{Digests, Roles};
use crate::machine::{
    End, Key, Move, Options, Pending, Preemption, ProcessId, Report, Shared, State, ThreadId,
    step::Note,
};
use crate::vm::exec::{Effect, Pace, Variable};
use crate::vm::heap::Access;
use crate::vm::object::Kind;
use crate::vm::value::{ObjectId, Value};
use std::rc::Rc;

/// Most local instructions between two visible operations of a thread.
pub const MAX_LOCAL: u64 = 3_000_000;
/// What an instruction that has to be looked at counts among them.
const PROBE: u64 = 30;
/// Most instructions of one round of an endless loop.
const MAX_ROUND: u32 = 3_000;
/// Most instructions that a thread goes on beyond a `join`.
const MAX_AHEAD: u32 = 10_000;
/// Most instructions that are executed at a time before the budget is looked at.
const FUEL: u64 = 100_000;

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
    /// Whether it wrote.
    pub write: bool,
    /// The line.
    pub line: u32,
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
    uses: Vec<Use>,
}

fn is_write(access: Access) -> bool {
    matches!(access, Access::Write | Access::Attribute(_, true))
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
        let id = ThreadId(0);
        let mut budget = MAX_LOCAL / 2;
        while budget > 0 {
            let before = self.state.instructions;
            self.run_local(id, knowledge);
            let executed = self.state.instructions - before;
            self.count(id, executed, 0);
            budget = budget.saturating_sub(executed + PROBE);
            let mut trial = self.clone();
            trial.step(id, knowledge);
            let goes_on = trial.state.end.is_none()
                && trial.state.threads.len() == 1
                && trial.state.processes.len() == 1
                && !trial.state.has_ended(id)
                && trial.state.thread(id).pending.is_none()
                && trial.state.process(ProcessId(0)).exiting.is_none();
            if !goes_on {
                return Some(self);
            }
            self = trial;
        }
        None
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

    /// Whether it is all one which of two threads moves: what the one does the other would do.
    pub fn are_alike(&self, a: ThreadId, b: ThreadId) -> bool {
        let mut groups = self.roles.groups.iter();
        let owed = |other: ThreadId| self.owed.iter().filter(move |(_, o)| *o == other);
        self.state.processes.len() == 1
            && groups.any(|group| group.contains(&a) && group.contains(&b))
            && self.digests.are_alike(a, b)
            && owed(a).map(|(who, _)| who).eq(owed(b).map(|(who, _)| who))
    }

    /// Whether what a thread did was about objects that have names, so that it can be said of another as well.
    pub fn is_only_of_old(&self, uses: &[Use], noted: &[Noted]) -> bool {
        let old = self.state.process(ProcessId(0)).heap.permanent();
        let is_old = |u: &Use| match u.variable {
            Variable::Global(..) => true,
            Variable::Attribute(object, _) => object.0 < old,
            Variable::Item(object, key) => {
                object.0 < old && key.object().is_none_or(|key| key.0 < old)
            }
        };
        let is_young = |n: &Noted| match n {
            Noted::Access(thing, _, held) => {
                matches!(thing, Thing::Young(..)) || held.iter().any(|lock| lock.1 >= old)
            }
            Noted::Take(lock) => lock.1 >= old,
        };
        uses.iter().all(is_old) && !noted.iter().any(is_young)
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
        let mut seen = next.step(thread, knowledge);
        let free = next.at_switch(thread);
        next.settle_thread(thread, knowledge, free, Some(&mut seen.uses));
        next.settle(knowledge);
        next.note_choice_of_joins(knowledge);
        (next, seen.uses)
    }

    /// Whoever has joined some threads of a group and comes to something else before the others tells them apart.
    fn note_choice_of_joins(&self, knowledge: &mut Knowledge) {
        let owed = self.owed.iter();
        let joined = owed.fold(self.joined, |bits, (_, other)| bits | bit(*other));
        let some_of = |group: &&Vec<ThreadId>| {
            let all = group.iter().fold(0, |bits, id| bits | bit(*id));
            joined & all != 0 && joined & all != all
        };
        if self.state.end.is_none() && self.roles.groups.iter().any(|group| some_of(&group)) {
            knowledge.tells_threads_apart();
        }
    }

    /// Whether another thread may go on where this one is now.
    fn at_switch(&self, id: ThreadId) -> bool {
        self.state.options.preemption != Preemption::Cpython || self.state.thread(id).switch_point
    }

    /// Executes everything local of all threads.
    fn settle(&mut self, knowledge: &mut Knowledge) {
        let mut again = true;
        while again && self.state.end.is_none() {
            again = false;
            for index in 0..self.state.threads.len() {
                let id = ThreadId(index as u32);
                self.stands.resize(self.state.threads.len(), Stand::Fresh);
                if self.owes(id) {
                    if !self.is_paid(id) {
                        continue;
                    }
                    let paid = self.owed.iter().filter(|(who, _)| *who == id);
                    self.joined |= paid.fold(0, |bits, (_, other)| bits | bit(*other));
                    self.owed.retain(|(who, _)| *who != id);
                    self.stands[index] = Stand::Fresh;
                }
                if self.stands[index] == Stand::Fresh || self.is_over_for_sure(id) {
                    self.settle_thread(id, knowledge, true, None);
                    again = true;
                }
                if self.state.end.is_some() {
                    return;
                }
            }
        }
    }

    /// Whether a thread's wait is over and cannot become otherwise: to go on is a local matter.
    fn is_over_for_sure(&self, id: ThreadId) -> bool {
        let thread = self.state.thread(id);
        let (None, Some(pending)) = (thread.ended, &thread.pending) else {
            return false;
        };
        if self.state.process(thread.process).exit_code.is_some() {
            return false;
        }
        let sleeps = matches!(pending, Pending::Sleep { .. });
        sleeps || pending.takes_nothing() && self.state.is_satisfied(id, pending)
    }

    /// Whether all the ends that a thread waits for have come.
    fn is_paid(&self, id: ThreadId) -> bool {
        let mut own = self.owed.iter().filter(|(who, _)| *who == id);
        own.all(|(_, other)| self.state.has_ended(*other))
    }

    /// Whether a thread waits in a plain `join`, and it makes no difference in which order it joins.
    fn joins_early(&self, id: ThreadId, knowledge: &Knowledge) -> bool {
        let joins = matches!(
            self.state.thread(id).pending,
            Some(Pending::Join {
                until: None,
                shutdown: false,
                ..
            })
        );
        joins && knowledge.symmetric
    }

    /// Goes on from a `join` whose thread has not ended, as far as nobody could notice or influence it.
    fn run_ahead(&mut self, id: ThreadId, knowledge: &mut Knowledge) {
        for _ in 0..MAX_AHEAD {
            if let Some(Pending::Join { thread, .. }) = self.state.thread(id).pending
                && self.joins_early(id, knowledge)
            {
                self.count(id, 0, 1);
                self.state.join_early(id);
                self.owed.push((id, thread));
            }
            self.stands[id.index()] = Stand::Waiting;
            if self.state.thread(id).pending.is_some() || self.state.has_ended(id) {
                return;
            }
            let mut trial = self.clone();
            if !trial.step_in_private(id, knowledge) {
                return;
            }
            *self = trial;
        }
    }

    /// One step of a thread, if nobody could notice or influence it; otherwise the world is of no use any more.
    fn step_in_private(&mut self, id: ThreadId, knowledge: &Knowledge) -> bool {
        let process = self.state.thread(id).process;
        self.count(id, 1, 0);
        let mut report = Report::default();
        self.state.process_mut(process).heap.watch(true);
        self.state.step(id, Some(&mut report));
        let accesses = self.state.process_mut(process).heap.watch(false);
        let touched = std::mem::take(&mut self.state.touched);
        let shared = std::mem::take(&mut self.state.shared);
        self.note_makers(id);
        let noticed = report.notes.iter().any(|note| {
            !matches!(
                note,
                Note::Block | Note::Join(_) | Note::Effect(Effect::Read(..) | Effect::Write(..))
            )
        });
        let joins = match &self.state.thread(id).pending {
            None => true,
            Some(pending) => matches!(pending, Pending::Join { .. }),
        };
        let objects = accesses.iter().all(|(object, access)| {
            let whole = *access == Access::Attributes;
            let thing = self.thing_of(id, *object, *access, knowledge.coarse);
            !whole && thing.is_none_or(|thing| knowledge.is_private(thing, id, is_write(*access)))
        });
        let globals = touched
            .globals
            .iter()
            .all(|(slot, write)| knowledge.is_private(Thing::Global(process.0, *slot), id, *write));
        let quiet = shared.is_empty() && touched.tried.is_empty() && !touched.identity;
        !noticed && joins && objects && globals && quiet && self.state.end.is_none()
    }

    /// A thread does not come to anything that others could notice: perhaps it waits for a variable that nobody has
    /// written yet; perhaps it goes round for ever; perhaps it only computes for long.
    fn give_up(&mut self, id: ThreadId, knowledge: &mut Knowledge) {
        self.stands[id.index()] = Stand::Waiting;
        let process = self.state.thread(id).process;
        let begin = self.state.key();
        for _ in 0..MAX_ROUND {
            let mut report = Report::default();
            self.state.process_mut(process).heap.watch(true);
            self.state.step(id, Some(&mut report));
            let accesses = self.state.process_mut(process).heap.watch(false);
            let touched = std::mem::take(&mut self.state.touched);
            self.state.shared.clear();
            for (slot, _) in touched.globals {
                if !self.state.program.units[slot.unit as usize].library {
                    knowledge.show(Thing::Global(process.0, slot));
                }
            }
            for (object, access) in accesses {
                if !self.is_changeable(process, object) {
                    continue;
                }
                if let Some(thing) = self.thing_of(id, object, access, knowledge.coarse) {
                    knowledge.show(thing);
                }
            }
            if self.state.thread(id).pending.is_some() || self.state.end.is_some() {
                break;
            }
            if self.state.key() == begin {
                self.endless |= bit(id);
                return;
            }
        }
        let line = self.state.line_of(id);
        self.state.end = Some(End::Limit {
            name: "local steps",
            message: format!(
                "a thread executed {MAX_LOCAL} instructions up to line {line} without anything that others could notice"
            ),
        });
    }

    /// Whether an object is of a kind that programs change while they run.
    fn is_changeable(&self, process: ProcessId, object: ObjectId) -> bool {
        matches!(
            self.state.process(process).heap.get(object).kind,
            Kind::Plain
                | Kind::List(_)
                | Kind::Dict(_)
                | Kind::Set(_)
                | Kind::ByteArray(_)
                | Kind::Cell(_)
        )
    }

    fn can_go_on(&self, id: ThreadId) -> bool {
        let pending = &self.state.thread(id).pending;
        pending
            .as_ref()
            .is_some_and(|p| self.state.is_satisfied(id, p))
    }

    /// Executes everything local of a thread. `free`: whether it may stop at once; otherwise only after the next
    /// point where the GIL can be handed over.
    fn settle_thread(
        &mut self,
        id: ThreadId,
        knowledge: &mut Knowledge,
        mut free: bool,
        mut uses: Option<&mut Vec<Use>>,
    ) {
        let mut budget = MAX_LOCAL;
        self.stands.resize(self.state.threads.len(), Stand::Fresh);
        loop {
            self.stands[id.index()] = Stand::Waiting;
            if self.state.end.is_some() || self.state.has_ended(id) {
                return;
            }
            if self.state.thread(id).pending.is_some() {
                if self.is_over_for_sure(id) {
                    self.step(id, knowledge);
                    free = true;
                } else if self.joins_early(id, knowledge) {
                    return self.run_ahead(id, knowledge);
                } else if free || !self.can_go_on(id) {
                    return;
                } else {
                    // CPython cannot hand over the GIL before it takes a lock that is free.
                    self.step(id, knowledge);
                    free = self.at_switch(id);
                }
                continue;
            }
            let before = self.state.instructions;
            free |= self.run_local(id, knowledge);
            let executed = self.state.instructions - before;
            self.count(id, executed, 0);
            budget = budget.saturating_sub(executed + PROBE);
            if budget == 0 {
                return self.give_up(id, knowledge);
            }
            if self.state.end.is_some() || self.state.has_ended(id) {
                return;
            }
            if free && self.is_shared_by_threads() && self.is_at_visible_global(id) {
                self.stands[id.index()] = Stand::Visible;
                self.state.thread_mut(id).switch_point = true;
                return;
            }
            let mut trial = self.clone();
            let seen = trial.step(id, knowledge);
            if seen.visible && free {
                self.stands[id.index()] = Stand::Visible;
                self.state.thread_mut(id).switch_point = true;
                return;
            }
            *self = trial;
            self.stands.resize(self.state.threads.len(), Stand::Fresh);
            if let Some(uses) = &mut uses {
                uses.extend(seen.uses);
            }
            if self.state.thread(id).pending.is_some() && !seen.visible {
                continue;
            }
            let switch = self.at_switch(id);
            free = if seen.visible { switch } else { free || switch };
        }
    }

    /// Executes what is surely local; whether a point where the GIL can be handed over was passed.
    fn run_local(&mut self, id: ThreadId, knowledge: &mut Knowledge) -> bool {
        self.state.advance(id, FUEL, Pace::Local, None);
        let touched = std::mem::take(&mut self.state.touched);
        let process = self.state.thread(id).process;
        if self.is_shared_by_threads() && !touched.globals.is_empty() {
            let held = self.held_by(id);
            for (slot, write) in touched.globals {
                knowledge.access(Thing::Global(process.0, slot), id, write, &held);
            }
        }
        self.note_makers(id);
        self.at_switch(id)
    }

    fn is_at_visible_global(&self, id: ThreadId) -> bool {
        let thread = self.state.thread(id);
        let Some(frame) = thread.stack.frames.last() else {
            return false;
        };
        let code = self.state.program.code(frame.code);
        if code.library {
            return false;
        }
        let i = code.instructions[frame.pc as usize];
        let Some(globals) = &self.state.globals else {
            return false;
        };
        crate::vm::local::global_of(code, i)
            .is_some_and(|(at, _)| globals.is_visible(at.unit, at.slot))
    }

    /// More than one thread is alive, or has ended without anybody having waited for that.
    fn is_shared_by_threads(&self) -> bool {
        let all = self.state.threads.iter();
        let counted = all.filter(|t| t.ended.is_none() || self.joined & bit(t.id) == 0);
        counted.take(2).count() > 1
    }

    fn held_by(&self, id: ThreadId) -> Vec<LockId> {
        let own = self.held.iter().filter(|(who, _)| *who == id);
        own.map(|(_, lock)| *lock).collect()
    }

    /// One step of a thread, with an eye on what it touches.
    fn step(&mut self, id: ThreadId, knowledge: &mut Knowledge) -> Seen {
        let alone = !self.is_shared_by_threads();
        let process = self.state.thread(id).process;
        let mut report = Report::default();
        let was_pending = self.state.thread(id).pending.clone();
        let begins = self.is_at_its_beginning(id);
        if !alone {
            self.note_shared_iteration(id, knowledge);
        }
        self.state.process_mut(process).heap.watch(!alone);
        match &was_pending {
            None => self.count(id, 1, 0),
            Some(_) => self.count(id, 0, 1),
        }
        self.state.step(id, Some(&mut report));
        let accesses = self.state.process_mut(process).heap.watch(false);
        let touched = std::mem::take(&mut self.state.touched);
        let shared = std::mem::take(&mut self.state.shared);
        self.seal_if_second();
        self.note_makers(id);
        // A thread that begins enters the books.
        let mut seen = Seen {
            visible: begins && knowledge.is_visible(Thing::Lives),
            ..Seen::default()
        };
        let mut held = self.held_by(id);
        // A lock that was waited for was taken before anything else; it is among the accesses too.
        for (object, access) in accesses {
            let reads = matches!(access, Access::Read | Access::Attribute(_, false));
            if reads && self.is_of_no_interest(process, object, knowledge) {
                continue;
            }
            self.look(id, object, access, &mut held, knowledge, &mut seen);
        }
        for note in shared {
            self.look_at_shared(id, note, &mut held, knowledge, &mut seen);
        }
        if !alone {
            if touched.identity {
                knowledge.tells_threads_apart();
            }
            for lock in touched.tried {
                knowledge.tries(LockId(process.0, lock.0));
                seen.visible = true;
            }
            for (slot, write) in touched.globals {
                seen.visible |= knowledge.access(Thing::Global(process.0, slot), id, write, &held);
            }
        }
        self.take_notes(
            id,
            &report,
            alone,
            was_pending.as_ref(),
            knowledge,
            &mut seen,
        );
        if alone {
            seen = Seen::default();
        }
        seen
    }

    /// Whether a thread has not executed anything yet.
    fn is_at_its_beginning(&self, id: ThreadId) -> bool {
        let thread = self.state.thread(id);
        let entered = thread.stack.frames.len() == 1 && thread.pending.is_none();
        entered && thread.stack.frames[0].pc == 0
    }

    /// `iter(x)` of an iterator: whoever has it may share it.
    fn note_shared_iteration(&self, id: ThreadId, knowledge: &mut Knowledge) {
        use crate::lang::code::Op;
        let stack = &self.state.thread(id).stack;
        let Some(frame) = stack.frames.last() else {
            return;
        };
        let code = self.state.program.code(frame.code);
        let at = code.instructions.get(frame.pc as usize);
        let top = stack.values.last().and_then(|v| v.object());
        if let (Some(i), Some(top)) = (at, top)
            && i.op == Op::GetIter
            && !code.library
        {
            let heap = &self.state.process(self.state.thread(id).process).heap;
            if matches!(heap.get(top).kind, Kind::Iterator(_)) {
                knowledge.iterators_are_shared();
            }
        }
    }

    /// Whether a look at an object is surely nothing to note: nobody has ever changed one like it.
    fn is_of_no_interest(
        &self,
        process: ProcessId,
        object: ObjectId,
        knowledge: &Knowledge,
    ) -> bool {
        let heap = &self.state.process(process).heap;
        match object.0 < heap.permanent() {
            true => !knowledge.marks_object(object),
            false => !knowledge.marks_class(heap.look(object).class),
        }
    }

    fn look(
        &mut self,
        id: ThreadId,
        object: ObjectId,
        access: Access,
        held: &mut Vec<LockId>,
        knowledge: &mut Knowledge,
        seen: &mut Seen,
    ) {
        let process = self.state.thread(id).process;
        let lock = LockId(process.0, object.0);
        match access {
            Access::Acquire => {
                held.push(lock);
                self.held.push((id, lock));
                seen.visible |= knowledge.take(lock, id);
            }
            Access::Release => {
                held.retain(|l| *l != lock);
                self.held.retain(|(_, l)| *l != lock);
                seen.visible |= knowledge.is_tried(lock);
            }
            Access::Attributes => knowledge.looks_at_whole_objects(),
            Access::Read | Access::Write | Access::Attribute(..) => {
                let write = is_write(access);
                if self.books.contains(&(process, object)) {
                    // The program counts its threads, or lists them.
                    knowledge.show(Thing::Lives);
                    seen.visible = true;
                }
                let handle = self.roles.handles.iter().any(|(_, h)| *h == object);
                if handle && (write || self.is_member(id)) {
                    knowledge.tells_threads_apart();
                }
                if let Some(thing) = self.thing_of(id, object, access, knowledge.coarse) {
                    seen.visible |= knowledge.access(thing, id, write, held);
                }
            }
        }
    }

    /// Whether a thread may change places with others.
    fn is_member(&self, id: ThreadId) -> bool {
        self.roles.handles.iter().any(|(who, _)| *who == id)
    }

    /// An object as a thing that threads may share; `None` for what is looked at otherwise.
    fn thing_of(
        &self,
        id: ThreadId,
        object: ObjectId,
        access: Access,
        coarse: bool,
    ) -> Option<Thing> {
        let process = self.state.thread(id).process;
        let heap = &self.state.process(process).heap;
        let target = heap.get(object);
        if matches!(
            target.kind,
            Kind::Lock { .. } | Kind::RLock { .. } | Kind::Waiters(_)
        ) {
            return None;
        }
        let part = match (&target.kind, access) {
            // Globals are noted as such; here are the names that a module's text does not have.
            (Kind::Module(_), Access::Attribute(name, _)) => Some(name),
            (Kind::Module(_), _) => return None,
            (Kind::Plain, Access::Attribute(name, _)) if !coarse => Some(name),
            // Of plain objects only attributes are ever used, and these are noted each.
            (Kind::Plain, _) if !coarse => return None,
            (_, Access::Attribute(..)) => return None,
            _ => None,
        };
        if object.0 < heap.permanent() {
            return Some(Thing::Object(process.0, object, part));
        }
        let at = (object.0 - heap.permanent()) as usize;
        let makers = self.makers.get(process.index());
        let maker = makers.and_then(|m| m.get(at)).copied().unwrap_or(0);
        let maker = ThreadId(u32::from(maker));
        Some(Thing::Young(process.0, target.class, maker, part))
    }

    fn look_at_shared(
        &mut self,
        id: ThreadId,
        note: Shared,
        held: &mut Vec<LockId>,
        knowledge: &mut Knowledge,
        seen: &mut Seen,
    ) {
        match note {
            Shared::Lives => {
                knowledge.show(Thing::Lives);
                seen.visible = true;
            }
            Shared::Cell {
                memory,
                index,
                write,
            } => seen.visible |= knowledge.access(Thing::Cell(memory, index), id, write, held),
            Shared::Took(number) => {
                held.push(semaphore(number));
                self.held.push((id, semaphore(number)));
                seen.visible = true;
            }
            Shared::Gave(number) => {
                let lock = semaphore(number);
                held.retain(|l| *l != lock);
                self.held.retain(|(_, l)| *l != lock);
                seen.visible |= knowledge.is_tried(lock);
            }
            Shared::Tried(number) => {
                knowledge.tries(semaphore(number));
                seen.visible = true;
            }
            Shared::Other => seen.visible = true,
        }
    }

    /// What the notes of a step say: output, ends, starts, and uses of variables.
    fn take_notes(
        &mut self,
        id: ThreadId,
        report: &Report,
        alone: bool,
        was_pending: Option<&Pending>,
        knowledge: &mut Knowledge,
        seen: &mut Seen,
    ) {
        let line = self.state.line_of(id);
        let process = self.state.thread(id).process;
        for note in &report.notes {
            match note {
                Note::Effect(Effect::Read(variable, _)) => seen.uses.push(Use {
                    thread: id,
                    variable: *variable,
                    write: false,
                    line,
                }),
                Note::Effect(Effect::Write(variable, _)) => seen.uses.push(Use {
                    thread: id,
                    variable: *variable,
                    write: true,
                    line,
                }),
                Note::Output(error, _) if !alone => {
                    let held = self.held_by(id);
                    seen.visible |= knowledge.access(Thing::Output(*error), id, true, &held);
                }
                Note::Finish if !alone => {
                    // The ends of two threads are no matter of each other.
                    seen.visible |= knowledge.is_visible(Thing::Lives);
                }
                Note::Start(_) | Note::StartProcess(_) => {
                    let held = self.held_by(id);
                    seen.visible |= knowledge.access(Thing::Starts, id, true, &held);
                    seen.visible |= knowledge.is_visible(Thing::Lives);
                    if let Note::Start(started) = note {
                        self.find_books(process, knowledge);
                        if knowledge.symmetric {
                            self.give_role(*started, knowledge);
                        }
                    }
                }
                Note::Join(other) => self.note_joined(*other),
                Note::Kill(_) | Note::Exit(..) => seen.visible = true,
                _ => {}
            }
        }
        // Who gives up waiting for an end sees whether it has come.
        if let Some(Pending::Join { until: Some(_), .. } | Pending::Wait { until: Some(_), .. }) =
            was_pending
        {
            knowledge.show(Thing::Lives);
        }
        if let Some(Pending::Acquire {
            lock,
            until: Some(_),
            ..
        }) = was_pending
        {
            knowledge.tries(LockId(self.state.thread(id).process.0, lock.0));
        }
        if let Some(Pending::Semaphore {
            semaphore: number,
            until: Some(_),
        }) = was_pending
        {
            knowledge.tries(semaphore(*number));
        }
        if report
            .notes
            .iter()
            .any(|n| matches!(n, Note::Kill(_) | Note::Exit(..)))
        {
            let threads = &self.state.threads;
            self.held
                .retain(|(who, _)| threads[who.index()].ended.is_none());
        }
    }

    /// A wait for the end of a thread, or of a process with all its threads, is over.
    fn note_joined(&mut self, other: ThreadId) {
        self.joined |= bit(other);
        let process = self.state.process(self.state.thread(other).process);
        if process.main == other && process.exit_code.is_some() {
            let own = self
                .state
                .threads
                .iter()
                .filter(|t| t.process == process.id);
            self.joined |= own.fold(0, |bits, t| bits | bit(t.id));
        }
    }

    /// What the books of `threading` say the threads say too, unless somebody asks.
    fn find_books(&mut self, process: ProcessId, knowledge: &mut Knowledge) {
        if self.books.iter().any(|(of, _)| *of == process) {
            return;
        }
        let state = &self.state;
        let Some(module) = state.program.modules.get("threading") else {
            return;
        };
        let unit = state.program.units.iter().find(|u| u.module == *module);
        let heap = &state.process(process).heap;
        let (Some(unit), Kind::Module(data)) = (unit, &heap.get(*module).kind) else {
            return;
        };
        let found = ["_threads", "_limbo"].iter().filter_map(|name| {
            let name = state.names.lookup(name)?;
            let slot = *unit.slot_of.get(&name)?;
            data.slots[slot as usize].object()
        });
        let found: Vec<(ProcessId, ObjectId)> = found.map(|id| (process, id)).collect();
        found.iter().for_each(|(_, id)| knowledge.mark_object(*id));
        Rc::make_mut(&mut self.books).extend(found);
    }

    /// Puts a new thread into the group of those that began with the same.
    fn give_role(&mut self, id: ThreadId, knowledge: &mut Knowledge) {
        if knowledge.is_visible(Thing::Lives) || id.0 >= 64 {
            return;
        }
        self.digests.forget_objects();
        if self.roles.ignored.is_empty() {
            let first = self.books.iter().filter(|(of, _)| *of == ProcessId(0));
            let books = first.map(|(_, id)| *id).collect();
            Rc::make_mut(&mut self.roles).ignored = books;
        }
        let Some((handle, beginning)) = self.beginning(id) else {
            return;
        };
        let group = self.beginnings.iter().position(|b| *b == beginning);
        let heap = &self.state.process(self.state.thread(id).process).heap;
        match handle.0 < heap.permanent() {
            true => knowledge.mark_object(handle),
            false => knowledge.mark_class(heap.look(handle).class),
        }
        let roles = Rc::make_mut(&mut self.roles);
        roles.handles.push((id, handle));
        roles.ignored.push(handle);
        match group {
            Some(group) => roles.groups[group].push(id),
            None => {
                Rc::make_mut(&mut self.beginnings).push(beginning);
                roles.groups.push(vec![id]);
            }
        }
    }

    /// The `Thread` object of a new thread, and what it begins with: class, target and arguments.
    fn beginning(&self, id: ThreadId) -> Option<(ObjectId, Vec<Value>)> {
        let state = &self.state;
        let thread = state.thread(id);
        let heap = &state.process(thread.process).heap;
        let base = thread.stack.frames.first()?.base as usize;
        let handle = thread.stack.values.get(base)?.object()?;
        let object = heap.get(handle);
        let attrs = object.attrs.as_ref()?;
        let mut beginning = vec![Value::Object(object.class), Value::Bool(thread.daemon)];
        for name in ["_target", "_args", "_kwargs"] {
            let value = attrs.get(state.names.lookup(name)?)?;
            match value.object().map(|id| &heap.get(id).kind) {
                Some(Kind::Tuple(items)) => beginning.extend(items.iter().copied()),
                Some(Kind::Method { function, receiver }) => {
                    beginning.extend([*function, *receiver]);
                }
                Some(Kind::Dict(dict)) if dict.is_empty() => {}
                _ => beginning.push(value),
            }
            beginning.push(Value::Null);
        }
        Some((handle, beginning))
    }

    /// When the second thread begins, all objects so far are called by their names.
    fn seal_if_second(&mut self) {
        if !self.sealed && self.state.threads.len() > 1 {
            self.sealed = true;
            self.digests = Digests::default();
            self.state.process_mut(ProcessId(0)).heap.seal();
        }
    }

    /// Objects that were made since the last look were made by that thread.
    fn note_makers(&mut self, id: ThreadId) {
        let process = self.state.thread(id).process;
        let heap = &self.state.process(process).heap;
        let young = heap.len().saturating_sub(heap.permanent()) as usize;
        if self.makers.len() <= process.index() {
            self.makers.resize(process.index() + 1, Rc::default());
        }
        let makers = &mut self.makers[process.index()];
        if self.sealed && makers.len() < young {
            Rc::make_mut(makers).resize(young, id.0.min(255) as u8);
        }
    }

    /// Whether two uses of variables are in each other's way, none being a single operation on a container.
    pub fn is_race(&self, a: &Use, b: &Use) -> bool {
        let process = |u: &Use| self.state.thread(u.thread).process;
        let same_item = |x: Value, y: Value| x == y;
        let same = match (&a.variable, &b.variable) {
            (Variable::Item(x, i), Variable::Item(y, j)) => x == y && same_item(*i, *j),
            (x, y) => x == y,
        };
        a.thread != b.thread && (a.write || b.write) && same && process(a) == process(b)
    }

    /// Where a thread stands.
    pub fn stand(&self, id: ThreadId) -> Stand {
        self.stands.get(id.index()).copied().unwrap_or(Stand::Fresh)
    }
}

//! Executes what is local of threads, up to where others could notice the next instruction.

use super::{MAX_LOCAL, PROBE, Stand, Use, World};
use crate::explore::knowledge::{Knowledge, LockId, Thing, bit, semaphore};
use crate::machine::{End, Pending, Preemption, ProcessId, Report, ThreadId};
use crate::vm::exec::Pace;
use crate::vm::local::may_be_local;
use crate::vm::object::Kind;
use crate::vm::value::{CodeRef, ObjectId};

/// Most instructions of one round of an endless loop.
const MAX_ROUND: u32 = 3_000;
/// Most bytes of objects that are looked at to find out whether a loop is endless: each round takes a look at all.
const MAX_KEYED: usize = 1 << 28;
/// Most looks at all objects of an attempt to find that out early.
const FEW_KEYS: usize = 4;
/// So many steps without anything that others could notice, and it is attempted; then at ten times as many.
const EARLY: u32 = 300;
/// So many sleeps in a row, and a thread may go round for ever.
const MANY_SLEEPS: u32 = 50;
/// Most instructions that are executed at a time before the budget is looked at.
const FUEL: u64 = 10_000;

/// How many steps are done between two copies of the world after so many: what a list or the output has grown to is
/// not copied for every step of a long stretch.
fn stride(probes: u32) -> u32 {
    match probes {
        0..128 => 16,
        _ => (probes / 8).min(4_096),
    }
}

impl World {
    /// Executes everything local of all threads.
    pub(super) fn settle(&mut self, knowledge: &mut Knowledge) {
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
                let stand = self.stands[index];
                if stand == Stand::Fresh || stand == Stand::Waiting && self.is_over_for_sure(id) {
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
    pub(super) fn is_over_for_sure(&self, id: ThreadId) -> bool {
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
    pub(super) fn is_paid(&self, id: ThreadId) -> bool {
        let mut own = self.owed.iter().filter(|(who, _)| *who == id);
        own.all(|(_, other)| self.state.has_ended(*other))
    }

    /// A thread does not come to anything that others could notice: perhaps it waits for a variable that nobody has
    /// written yet; perhaps it goes round for ever; perhaps it only computes for long.
    pub(super) fn give_up(&mut self, id: ThreadId, knowledge: &mut Knowledge) {
        self.stands[id.index()] = Stand::Waiting;
        if self.goes_round(id, knowledge, true) {
            return;
        }
        let place = match self.state.line_of(id) {
            0 => String::new(),
            line => format!(" up to line {line}"),
        };
        self.state.end = Some(End::Limit {
            name: "local steps",
            message: format!(
                "a thread executed {MAX_LOCAL} instructions{place} without anything that others could notice"
            ),
        });
    }

    /// Whether a thread goes round for ever without anything that others could notice. What it looks at meanwhile they
    /// may write: that is learnt. An attempt that is not `thorough` takes few looks at all objects, and learns nothing
    /// of a thread that it does not see go round.
    fn goes_round(&mut self, id: ThreadId, knowledge: &mut Knowledge, thorough: bool) -> bool {
        let process = self.state.thread(id).process;
        let place = self.place_in_code(id);
        let mut keys = match thorough {
            true => MAX_KEYED / (self.state.process(process).heap.own_bytes() + 1),
            false => FEW_KEYS,
        };
        let begin = self.state.key();
        // A long stretch may have left other marks than single steps do.
        let mut after_a_round = None;
        let (mut looked_at, mut round) = (Vec::new(), false);
        for _ in 0..MAX_ROUND {
            let mut report = Report::default();
            self.state.process_mut(process).heap.watch(Vec::new(), None);
            self.state.step(id, Some(&mut report));
            let accesses = self.state.process_mut(process).heap.watched();
            let touched = std::mem::take(&mut self.state.touched);
            self.state.shared.clear();
            for (slot, _) in touched.globals {
                if !self.state.program.units[slot.unit as usize].library {
                    looked_at.push(Thing::Global(process.0, slot));
                }
            }
            for (object, access) in accesses {
                if self.is_changeable(process, object) {
                    looked_at.extend(self.thing_of(id, object, access, knowledge.coarse));
                }
            }
            let waits = self.state.thread(id).pending.is_some();
            if self.state.end.is_some() || waits && !self.is_over_for_sure(id) {
                break;
            }
            if waits || self.place_in_code(id) != place {
                continue;
            }
            let key = self.state.key();
            if key == begin || after_a_round == Some(key) {
                self.endless |= bit(id);
                round = true;
                break;
            }
            after_a_round.get_or_insert(key);
            if keys == 0 {
                break;
            }
            keys -= 1;
        }
        if round || thorough {
            looked_at.into_iter().for_each(|t| knowledge.show(t));
        }
        round
    }

    /// Who comes to a lock where the GIL cannot be handed over before it waits for it after all if it is taken, and what
    /// it did before is done then: whether somebody has the lock matters.
    fn note_lock_in_stretch(&self, id: ThreadId, knowledge: &mut Knowledge) {
        let thread = self.state.thread(id);
        match &thread.pending {
            Some(Pending::Acquire { lock, .. }) => {
                knowledge.tries_if_shared(LockId(thread.process.0, lock.0));
            }
            Some(Pending::Semaphore {
                semaphore: number, ..
            }) => {
                knowledge.tries_if_shared(semaphore(*number));
            }
            _ => {}
        }
    }

    /// How deep a thread is in functions, and at which instruction.
    fn place_in_code(&self, id: ThreadId) -> (usize, Option<u32>) {
        let frames = &self.state.thread(id).stack.frames;
        (frames.len(), frames.last().map(|frame| frame.pc))
    }

    /// Which instruction of the program a thread executes next.
    pub(super) fn place_in_text(&self, id: ThreadId) -> Option<(CodeRef, u32)> {
        let frame = self.state.thread(id).stack.frames.last()?;
        Some((frame.code, frame.pc))
    }

    /// Whether an object is of a kind that programs change while they run.
    pub(super) fn is_changeable(&self, process: ProcessId, object: ObjectId) -> bool {
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

    pub(super) fn can_go_on(&self, id: ThreadId) -> bool {
        let pending = &self.state.thread(id).pending;
        pending
            .as_ref()
            .is_some_and(|p| self.state.is_satisfied(id, p))
    }

    /// Executes everything local of a thread. `free`: whether it may stop at once; otherwise only after the next
    /// point where the GIL can be handed over.
    pub(super) fn settle_thread(
        &mut self,
        id: ThreadId,
        knowledge: &mut Knowledge,
        mut free: bool,
        mut uses: Option<&mut Vec<Use>>,
    ) {
        let (mut budget, mut sleeps) = (MAX_LOCAL, 0);
        // Steps without anything that others could notice, and at how many it is looked whether the thread goes round.
        let (mut quiet, mut attempt) = (0_u32, EARLY);
        // The way back, with what was known there; steps since then; steps to do again after having gone back.
        let mut back: Option<(World, bool, usize)> = None;
        let (mut since, mut again, mut probes) = (0_u32, 0_u32, 0_u32);
        self.stands.resize(self.state.threads.len(), Stand::Fresh);
        loop {
            self.stands[id.index()] = Stand::Waiting;
            if self.state.end.is_some() || self.state.has_ended(id) {
                return;
            }
            if self.state.thread(id).pending.is_some() {
                if self.is_over_for_sure(id) {
                    // Behind the wait for the last thread the program ends: daemons may still have done something.
                    let before = self.is_shared_by_threads().then(|| self.clone());
                    let seen = self.step(id, knowledge);
                    if seen.cut_off
                        && let Some(before) = before
                    {
                        *self = before;
                        self.stands[id.index()] = Stand::Visible;
                        return;
                    }
                    free = true;
                    // Who sleeps again and again may wait for what others do.
                    sleeps += 1;
                    if sleeps % MANY_SLEEPS == 0 {
                        let mut trial = self.clone();
                        if trial.goes_round(id, knowledge, true) {
                            *self = trial;
                        }
                        if self.is_endless(id) || knowledge.has_learnt() {
                            self.stands[id.index()] = Stand::Waiting;
                            return;
                        }
                    }
                } else if self.joins_early(id, knowledge) {
                    return self.run_ahead(id, knowledge);
                } else if free || !self.can_go_on(id) {
                    return;
                } else {
                    // CPython cannot hand over the GIL before it takes a lock that is free.
                    self.note_lock_in_stretch(id, knowledge);
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
            quiet += if executed >= FUEL { EARLY } else { 1 };
            if quiet >= attempt {
                attempt = attempt.saturating_mul(10);
                let mut trial = self.clone();
                if trial.goes_round(id, knowledge, false) {
                    *self = trial;
                    return;
                }
            }
            if free && self.is_shared_by_threads() && self.is_at_visible_global(id) {
                self.stands[id.index()] = Stand::Visible;
                self.state.thread_mut(id).switch_point = true;
                return;
            }
            // Only where it may stop is there a way back: otherwise nobody could notice, or nobody could go on.
            let may_stop = free && self.is_shared_by_threads();
            let place = self.place_in_text(id);
            let always = knowledge.always(place).filter(|_| may_stop && again == 0);
            if always == Some(true) {
                self.stands[id.index()] = Stand::Visible;
                self.state.thread_mut(id).switch_point = true;
                return;
            }
            let fresh = back.is_none() || since > 0 && knowledge.stops_at(place);
            if may_stop && fresh && again == 0 && always.is_none() {
                let used = uses.as_ref().map_or(0, |uses| uses.len());
                back = Some((self.clone(), free, used));
                since = 0;
            }
            let seen = self.step(id, knowledge);
            if seen.visible
                && may_stop
                && let Some((world, was_free, used)) = back.take()
            {
                *self = world;
                knowledge.note_try(place, true);
                if since == 0 {
                    self.stands[id.index()] = Stand::Visible;
                    self.state.thread_mut(id).switch_point = true;
                    return;
                }
                (free, again) = (was_free, since);
                if let Some(uses) = &mut uses {
                    uses.truncate(used);
                }
                continue;
            }
            if may_stop && again == 0 {
                knowledge.note_try(place, seen.visible);
            }
            probes += 1;
            since += 1;
            again = again.saturating_sub(1);
            if since >= stride(probes) {
                back = None;
            }
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
    pub(super) fn run_local(&mut self, id: ThreadId, knowledge: &mut Knowledge) -> bool {
        if self.is_surely_not_local(id) {
            return true;
        }
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

    /// Whether nothing local comes next. In the model `cpython` it also has to be found out whether the GIL can be
    /// handed over here.
    fn is_surely_not_local(&self, id: ThreadId) -> bool {
        let thread = self.state.thread(id);
        if self.state.options.preemption == Preemption::Cpython || thread.pending.is_some() {
            return false;
        }
        thread.stack.frames.last().is_some_and(|frame| {
            let code = self.state.program.code(frame.code);
            let next = code.instructions.get(frame.pc as usize);
            next.is_some_and(|next| !may_be_local(code, next.op)) || self.is_at_visible_global(id)
        })
    }

    pub(super) fn is_at_visible_global(&self, id: ThreadId) -> bool {
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
}

//! One step of a thread, with an eye on what it touches: what others could notice, and what is learnt from it.

use super::{Seen, Use, World};
use crate::explore::knowledge::{Knowledge, LockId, Thing, bit, semaphore};
use crate::machine::{Pending, Report, Shared, ThreadId, step::Note};
use crate::vm::effects::Effect;
use crate::vm::heap::Access;
use crate::vm::object::Kind;
use crate::vm::value::ObjectId;
use std::rc::Rc;

/// Whether an access changes the object.
pub(super) fn is_write(access: Access) -> bool {
    matches!(access, Access::Write | Access::Attribute(_, true))
}

impl World {
    /// One step of a thread, with an eye on what it touches.
    pub(super) fn step(&mut self, id: ThreadId, knowledge: &mut Knowledge) -> Seen {
        let alone = !self.is_shared_by_threads();
        let process = self.state.thread(id).process;
        let mut report = Report::default();
        let was_pending = self.state.thread(id).pending.clone();
        let begins = self.is_at_its_beginning(id);
        if !alone {
            self.note_shared_iteration(id, knowledge);
        }
        if !alone {
            let room = std::mem::take(&mut knowledge.room);
            let marks = Rc::clone(&knowledge.marks);
            self.state
                .process_mut(process)
                .heap
                .watch(room, Some(marks));
        }
        match &was_pending {
            None => self.count(id, 1, 0),
            Some(_) => self.count(id, 0, 1),
        }
        self.state.step(id, Some(&mut report));
        let accesses = match alone {
            true => Vec::new(),
            false => self.state.process_mut(process).heap.watched(),
        };
        if self.state.process(process).heap.was_looked_at_whole() {
            knowledge.looks_at_whole_objects();
        }
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
        let mut shared_data = 0;
        for (object, access) in accesses.iter().copied() {
            if self.look(id, object, access, &mut held, knowledge) {
                seen.visible = true;
                let counts = touched.compound.is_some() && self.is_changeable(process, object);
                shared_data += u32::from(counts);
            }
        }
        knowledge.room = accesses;
        if let Some(code) = touched.compound
            && shared_data > 1
            && !alone
        {
            let name = &self.state.program.code(code).code.qualname;
            knowledge.is_one_step_here(name, self.state.line_of(id));
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
            for lock in touched.given {
                knowledge.gives_of_another(LockId(process.0, lock.0), id);
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
    pub(super) fn is_at_its_beginning(&self, id: ThreadId) -> bool {
        let thread = self.state.thread(id);
        let entered = thread.stack.frames.len() == 1 && thread.pending.is_none();
        entered && thread.stack.frames[0].pc == 0
    }

    /// `iter(x)` of an iterator: whoever has it may share it.
    pub(super) fn note_shared_iteration(&self, id: ThreadId, knowledge: &mut Knowledge) {
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

    /// Takes in one access of a thread to an object; whether others can notice it.
    fn look(
        &mut self,
        id: ThreadId,
        object: ObjectId,
        access: Access,
        held: &mut Vec<LockId>,
        knowledge: &mut Knowledge,
    ) -> bool {
        let process = self.state.thread(id).process;
        let lock = LockId(process.0, object.0);
        match access {
            Access::Acquire => {
                self.hold(id, lock, held, knowledge);
                knowledge.take(lock, id)
            }
            Access::Release => {
                self.let_go(lock, held);
                knowledge.is_tried(lock)
            }
            // Who looks at all of them was noted by the heap.
            Access::Attributes => false,
            Access::Read | Access::Write | Access::Attribute(..) => {
                let write = is_write(access);
                let in_books = self.books.contains(&(process, object));
                if in_books {
                    // The program counts its threads, or lists them.
                    knowledge.show(Thing::Lives);
                }
                let handle = self.roles.handles.iter().any(|(_, h)| *h == object);
                if handle && (write || self.is_member(id)) {
                    knowledge.tells_threads_apart();
                }
                let thing = self.thing_of(id, object, access, knowledge.coarse);
                thing.is_some_and(|thing| knowledge.access(thing, id, write, held)) || in_books
            }
        }
    }

    /// Notes that a thread has a lock, if whoever has it keeps others out.
    fn hold(&mut self, id: ThreadId, lock: LockId, held: &mut Vec<LockId>, knowledge: &Knowledge) {
        if knowledge.excludes(lock) {
            held.push(lock);
            self.held.push((id, lock));
        }
    }

    /// Notes that nobody has a lock.
    fn let_go(&mut self, lock: LockId, held: &mut Vec<LockId>) {
        held.retain(|l| *l != lock);
        self.held.retain(|(_, l)| *l != lock);
    }

    /// An object as a thing that threads may share; `None` for what is looked at otherwise.
    pub(super) fn thing_of(
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

    pub(super) fn look_at_shared(
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
                let lock = semaphore(number);
                if self.state.permits_of(number) > 0 {
                    knowledge.loosen(lock);
                }
                self.hold(id, lock, held, knowledge);
                seen.visible = true;
            }
            Shared::Forked => {
                if self.has_others(id) {
                    let process = self.state.thread(id).process;
                    knowledge.forks(process.0, id, held);
                    seen.visible = true;
                }
            }
            Shared::Gave(number) => {
                let lock = semaphore(number);
                if !self.held.contains(&(id, lock)) {
                    knowledge.loosen(lock);
                }
                self.let_go(lock, held);
                seen.visible |= knowledge.is_tried(lock);
            }
            Shared::Tried(number) => {
                knowledge.tries(semaphore(number));
                seen.visible = true;
            }
            Shared::Ends => {
                knowledge.show_output();
                seen.visible = true;
            }
            Shared::Other => seen.visible = true,
        }
    }

    /// What the notes of a step say: output, ends, starts, and uses of variables.
    pub(super) fn take_notes(
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
        let held = self.held_by(id);
        for note in &report.notes {
            match note {
                Note::Effect(effect @ (Effect::Read(variable, _) | Effect::Write(variable, _))) => {
                    seen.uses.push(Use {
                        thread: id,
                        variable: *variable,
                        name: variable
                            .name()
                            .map(|id| Rc::clone(self.state.names.get(id))),
                        write: matches!(effect, Effect::Write(..)),
                        line,
                        held: held.clone(),
                    });
                }
                Note::Output(..) if !alone && self.may_be_cut_off(id) => {
                    knowledge.show_output();
                    seen.visible = true;
                }
                Note::Output(error, _) if !alone => {
                    seen.visible |= knowledge.access(Thing::Output(*error), id, true, &held);
                }
                Note::Finish if !alone => {
                    // The ends of two threads are no matter of each other.
                    seen.visible |= knowledge.is_visible(Thing::Lives);
                }
                Note::Start(_) | Note::StartProcess(_) => {
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
                // With the first process all ends: nobody is left to notice, but for those who are cut off.
                Note::Exit(process, _) => seen.visible |= process.0 != 0,
                Note::Kill(_) => (seen.visible, seen.cut_off) = (true, true),
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

    /// Whether the end of another may be that of a thread: of a daemon, or of the threads of a daemon process.
    fn may_be_cut_off(&self, id: ThreadId) -> bool {
        let thread = self.state.thread(id);
        let main = self.state.process(thread.process).main;
        thread.daemon || self.state.thread(main).daemon
    }

    /// A wait for the end of a thread, or of a process with all its threads, is over.
    pub(super) fn note_joined(&mut self, other: ThreadId) {
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

    /// Objects that were made since the last look were made by that thread.
    pub(super) fn note_makers(&mut self, id: ThreadId) {
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
}

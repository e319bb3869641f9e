//! A thread that waits for the end of another goes on beyond its `join` as far as nobody could notice, so that the
//! order in which threads are joined makes no states.

use super::look::is_write;
use super::{Stand, World};
use crate::explore::knowledge::{Knowledge, Thing, bit};
use crate::machine::{Pending, Report, ThreadId, step::Note};
use crate::vm::effects::Effect;
use crate::vm::heap::Access;
use crate::vm::value::ObjectId;
use std::rc::Rc;

/// Most instructions that a thread goes on beyond a `join`.
const MAX_AHEAD: u32 = 10_000;

impl World {
    /// Whoever has joined some threads of a group and comes to something else before the others tells them apart.
    pub(super) fn note_choice_of_joins(&self, knowledge: &mut Knowledge) {
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

    /// Whether a thread waits in a plain `join`, and it makes no difference in which order it joins.
    pub(super) fn joins_early(&self, id: ThreadId, knowledge: &Knowledge) -> bool {
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
    pub(super) fn run_ahead(&mut self, id: ThreadId, knowledge: &mut Knowledge) {
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
    pub(super) fn step_in_private(&mut self, id: ThreadId, knowledge: &mut Knowledge) -> bool {
        let process = self.state.thread(id).process;
        self.count(id, 1, 0);
        let mut report = Report::default();
        self.state.process_mut(process).heap.watch(Vec::new(), None);
        self.state.step(id, Some(&mut report));
        let accesses = self.state.process_mut(process).heap.watched();
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
        // Who is in the books depends on whether the other has ended.
        let looks_it_up =
            |(object, _): &(ObjectId, Access)| self.books.contains(&(process, *object));
        let objects = !accesses.iter().any(looks_it_up)
            && accesses.iter().all(|(object, access)| {
                let whole = *access == Access::Attributes;
                let thing = self.thing_of(id, *object, *access, knowledge.coarse);
                !whole
                    && thing.is_none_or(|thing| knowledge.is_private(thing, id, is_write(*access)))
            });
        let globals = touched
            .globals
            .iter()
            .all(|(slot, write)| knowledge.is_private(Thing::Global(process.0, *slot), id, *write));
        let quiet = shared.is_empty()
            && touched.tried.is_empty()
            && touched.given.is_empty()
            && !touched.identity;
        let private = !noticed && joins && objects && globals && quiet && self.state.end.is_none();
        if private {
            // Whoever changes later what was looked at here has to know.
            let held = self.held_by(id);
            for (slot, write) in touched.globals {
                knowledge.access(Thing::Global(process.0, slot), id, write, &held);
            }
            let heap = &self.state.process(process).heap;
            let marks = Rc::clone(&knowledge.marks);
            let matters = |object: ObjectId, access: Access| {
                let class = heap.look(object).class;
                !access.is_look() || marks.matter(object, class, heap.permanent())
            };
            for (object, access) in accesses {
                if matters(object, access)
                    && let Some(thing) = self.thing_of(id, object, access, knowledge.coarse)
                {
                    knowledge.access(thing, id, is_write(access), &held);
                }
            }
        }
        private
    }
}

//! Threads that do the same may change places: which they are, and when two are surely up to the same.

use super::{Use, World};
use crate::explore::knowledge::{Knowledge, LockId, Noted, Thing};
use crate::machine::{ProcessId, ThreadId};
use crate::vm::effects::Variable;
use crate::vm::object::Kind;
use crate::vm::value::{ObjectId, Value};
use std::rc::Rc;

impl World {
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
        let is_old_lock = |lock: &LockId| lock.0 == u32::MAX || lock.1 < old;
        let is_old = |u: &Use| {
            u.held.iter().all(is_old_lock)
                && match u.variable {
                    Variable::Global(..) => true,
                    Variable::Attribute(object, _) | Variable::Cell(object, _) => object.0 < old,
                    Variable::Item(object, key) => {
                        object.0 < old && key.object().is_none_or(|key| key.0 < old)
                    }
                }
        };
        let is_young = |n: &Noted| match n {
            Noted::Access(thing, _, held) => {
                matches!(thing, Thing::Young(..)) || !held.iter().all(is_old_lock)
            }
            Noted::Take(lock) => !is_old_lock(lock),
        };
        uses.iter().all(is_old) && !noted.iter().any(is_young)
    }

    /// Whether a thread may change places with others.
    pub(super) fn is_member(&self, id: ThreadId) -> bool {
        self.roles.handles.iter().any(|(who, _)| *who == id)
    }

    /// What the books of `threading` say the threads say too, unless somebody asks.
    pub(super) fn find_books(&mut self, process: ProcessId, knowledge: &mut Knowledge) {
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
    pub(super) fn give_role(&mut self, id: ThreadId, knowledge: &mut Knowledge) {
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
    pub(super) fn beginning(&self, id: ThreadId) -> Option<(ObjectId, Vec<Value>)> {
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
}

//! The heap of one process: an arena of objects named by index, in chunks that clones share.
//!
//! Cloning copies the list of nodes; a node and a chunk are copied at the first write after that. Garbage is
//! collected by marking from the roots that the owner gives, at deterministic moments.

use crate::vm::object::{Kind, Object, Text};
use crate::vm::value::{NameId, ObjectId, Value};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Objects that are copied together when one of them is written to after a clone.
const CHUNK: usize = 8;
/// Chunks that a node names.
const NODE: usize = 16;

/// Objects side by side.
pub type Chunk = [Object; CHUNK];

/// Chunks side by side, and which of them may have changed since the heap was sealed, as bits.
#[derive(Clone, Debug)]
struct Node {
    chunks: [Rc<Chunk>; NODE],
    changed: u16,
}

const NO_SLOT: u32 = u32::MAX;

/// An arena of objects: a tree of two levels, so that neither a clone nor the first write after it copies much.
#[derive(Clone, Debug)]
pub struct Heap {
    nodes: Vec<Rc<Node>>,
    /// First free slot of a chain, `NO_SLOT` if none.
    free: u32,
    /// Objects below this index belong to the program and live for ever.
    permanent: u32,
    /// Slots ever used.
    len: u32,
    /// Estimated bytes allocated since the last collection, and live after it.
    pub fresh_bytes: usize,
    /// See `fresh_bytes`.
    pub live_bytes: usize,
    /// What it had in common with the parent when the process was forked: counted there.
    inherited_bytes: usize,
    /// Estimated bytes allocated since the beginning.
    pub made_bytes: u64,
    fresh_objects: usize,
    live_objects: usize,
    /// The nodes as they were when the heap was last sealed: what has not changed since needs no look.
    base: Option<Rc<Vec<Rc<Node>>>>,
    /// Whether accesses are to be noted: in exploration, while one instruction is looked at.
    wanted: bool,
    /// Whether they are noted now: not while the library is about its own matters.
    watching: bool,
    /// What was accessed while `watching`: the object, and whether it was to be changed.
    accesses: RefCell<Vec<(ObjectId, Access)>>,
    /// Whether all attributes of an object were looked at, watching or not: in which order they were made shows for ever.
    whole: Cell<bool>,
    /// Which looks matter; `None` if all do.
    marks: Option<Rc<Marks>>,
    /// Deepest nesting of frames before RecursionError, as the process has set it.
    pub recursion_limit: usize,
    /// NaNs made so far: each has its number among its bits, so that it is the same only as itself.
    nans: u32,
    /// Classes made so far, so that subclasses are listed in the order of their making.
    pub classes: u32,
    /// The coroutine made last, if it was by a call: with the depth and the place of who called.
    pub fresh: Option<(ObjectId, usize, u32)>,
    /// The same of generators.
    pub generator: Option<(ObjectId, usize, u32)>,
    /// Whether there are generators that only a loop has.
    pub temporaries: bool,
    /// How many coroutines have been made and did not begin to run.
    pub unawaited: u32,
    /// How often the heap was looked through for coroutines that were let go.
    pub looks: u32,
}

/// Node, chunk and slot of an object.
#[inline]
fn place(id: ObjectId) -> (usize, usize, usize) {
    let index = id.0 as usize;
    (index / (CHUNK * NODE), index / CHUNK % NODE, index % CHUNK)
}

/// A free slot.
fn free(next: u32) -> Object {
    Object {
        class: ObjectId(0),
        kind: Kind::Free(next),
        attrs: None,
    }
}

impl Default for Heap {
    fn default() -> Self {
        Heap {
            nodes: Vec::new(),
            free: NO_SLOT,
            permanent: 0,
            len: 0,
            fresh_bytes: 0,
            live_bytes: 0,
            inherited_bytes: 0,
            made_bytes: 0,
            fresh_objects: 0,
            live_objects: 0,
            base: None,
            wanted: false,
            watching: false,
            accesses: RefCell::default(),
            whole: Cell::new(false),
            marks: None,
            recursion_limit: crate::vm::calls::RECURSION_LIMIT,
            nans: 0,
            classes: 0,
            fresh: None,
            generator: None,
            temporaries: false,
            unawaited: 0,
            looks: 0,
        }
    }
}

/// What was done with an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// It was looked at.
    Read,
    /// It was changed, or could have been.
    Write,
    /// One of its attributes was looked at (false) or set.
    Attribute(NameId, bool),
    /// All of its attributes were looked at.
    Attributes,
    /// A lock: taken.
    Acquire,
    /// A lock: given back.
    Release,
}

impl Access {
    /// Whether the object is only looked at.
    pub fn is_look(self) -> bool {
        matches!(self, Access::Read | Access::Attribute(_, false))
    }
}

/// Objects at which a look matters. Nearly none are ever changed by anybody.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// By id, of the objects that were there when the heap was sealed.
    pub objects: Vec<bool>,
    /// By the id of their class, of those made later.
    pub classes: Vec<bool>,
}

impl Marks {
    /// Whether a look at an object of a class matters; `permanent`: see [`Heap::permanent`].
    #[inline]
    pub fn matter(&self, id: ObjectId, class: ObjectId, permanent: u32) -> bool {
        let (marks, at) = match id.0 < permanent {
            true => (&self.objects, id.0),
            false => (&self.classes, class.0),
        };
        marks.get(at as usize).copied().unwrap_or(false)
    }
}

/// Calls its argument with every value that is in use.
pub type Roots<'a> = dyn FnMut(&mut dyn FnMut(Value)) + 'a;

impl Heap {
    /// The object of that id.
    #[inline]
    pub fn get(&self, id: ObjectId) -> &Object {
        let object = self.look(id);
        if self.watching {
            self.note_look(id, object.class, Access::Read);
        }
        object
    }

    /// Apart, so that it does not make [`Heap::get`] too long to be put in where it is called.
    #[inline(never)]
    fn note_look(&self, id: ObjectId, class: ObjectId, access: Access) {
        if self.matters(id, class) {
            self.push(id, access);
        }
    }

    #[inline]
    fn matters(&self, id: ObjectId, class: ObjectId) -> bool {
        let marks = self.marks.as_ref();
        marks.is_none_or(|marks| marks.matter(id, class, self.permanent))
    }

    /// Twice in a row is as good as once.
    #[inline(never)]
    fn push(&self, id: ObjectId, access: Access) {
        let mut accesses = self.accesses.borrow_mut();
        if accesses.last() != Some(&(id, access)) {
            accesses.push((id, access));
        }
    }

    /// The object of that id, for the machine's own purposes: no access of the program.
    #[inline]
    pub fn look(&self, id: ObjectId) -> &Object {
        let (node, chunk, slot) = place(id);
        &self.nodes[node].chunks[chunk][slot]
    }

    /// The object of that id, to change it.
    #[inline]
    pub fn get_mut(&mut self, id: ObjectId) -> &mut Object {
        if self.watching {
            self.push(id, Access::Write);
        }
        let (node, chunk, slot) = place(id);
        let node = Rc::make_mut(&mut self.nodes[node]);
        node.changed |= 1 << chunk;
        &mut Rc::make_mut(&mut node.chunks[chunk])[slot]
    }

    /// A new object.
    pub fn alloc(&mut self, object: Object) -> ObjectId {
        self.charge(object.size());
        self.fresh_objects += 1;
        if self.free != NO_SLOT {
            let id = ObjectId(self.free);
            let slot = self.get_mut(id);
            if let Kind::Free(next) = slot.kind {
                *slot = object;
                self.free = next;
                return id;
            }
        }
        let id = ObjectId(self.len);
        self.len += 1;
        if place(id).0 == self.nodes.len() {
            // All chunks of a new node are one, until something is written to them.
            let empty: Rc<Chunk> = Rc::new(std::array::from_fn(|_| free(NO_SLOT)));
            let chunks = std::array::from_fn(|_| Rc::clone(&empty));
            self.nodes.push(Rc::new(Node { chunks, changed: 0 }));
        }
        *self.get_mut(id) = object;
        id
    }

    /// An object of a class without attributes of its own.
    pub fn make(&mut self, class: ObjectId, kind: Kind) -> Value {
        Value::Object(self.alloc(Object {
            class,
            kind,
            attrs: None,
        }))
    }

    /// Whether there is an object of that id.
    pub fn has(&self, id: ObjectId) -> bool {
        id.0 < self.len && !matches!(self.look(id).kind, Kind::Free(_))
    }

    /// Notes that an object has grown by that many bytes.
    pub fn charge(&mut self, bytes: usize) {
        self.fresh_bytes += bytes;
        self.made_bytes += bytes as u64;
    }

    /// A NaN that is the same object as no other.
    pub fn new_nan(&mut self, like: f64) -> f64 {
        self.nans += 1;
        f64::from_bits(like.to_bits() | u64::from(self.nans))
    }

    /// Estimated bytes that are the process's own.
    pub fn own_bytes(&self) -> usize {
        (self.live_bytes + self.fresh_bytes).saturating_sub(self.inherited_bytes)
    }

    /// The heap of a forked child.
    pub fn forked(&self) -> Self {
        let mut heap = self.clone();
        heap.inherited_bytes = heap.live_bytes + heap.fresh_bytes;
        heap
    }

    /// All objects so far live for ever: called once, when the program has been loaded.
    pub fn seal(&mut self) {
        self.permanent = self.len;
        self.free = NO_SLOT;
        self.fresh_bytes = 0;
        self.fresh_objects = 0;
        for node in self.nodes.iter_mut().filter(|node| node.changed != 0) {
            Rc::make_mut(node).changed = 0;
        }
        self.base = Some(Rc::new(self.nodes.clone()));
    }

    /// How many slots were ever used: ids are below this.
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Whether there is no object.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Begins to note accesses, in a list that is emptied first: of looks those that matter.
    pub fn watch(&mut self, mut accesses: Vec<(ObjectId, Access)>, marks: Option<Rc<Marks>>) {
        (self.wanted, self.watching) = (true, true);
        self.marks = marks;
        accesses.clear();
        *self.accesses.get_mut() = accesses;
    }

    /// Stops to note accesses; gives what was noted.
    pub fn watched(&mut self) -> Vec<(ObjectId, Access)> {
        (self.wanted, self.watching) = (false, false);
        self.marks = None;
        std::mem::take(self.accesses.get_mut())
    }

    /// Whether all attributes of an object were looked at since this was asked last.
    pub fn was_looked_at_whole(&self) -> bool {
        self.whole.replace(false)
    }

    /// Whether accesses are noted now.
    #[inline]
    pub fn is_watching(&self) -> bool {
        self.watching
    }

    /// Notes what cannot be told from the look at an object.
    #[inline]
    pub fn note(&self, id: ObjectId, access: Access) {
        if access == Access::Attributes {
            self.whole.set(true);
        }
        if self.watching {
            match access.is_look() {
                true => self.note_look(id, self.look(id).class, access),
                false => self.push(id, access),
            }
        }
    }

    /// Notes nothing (or something again) while library code runs whose accesses are no matter of
    /// the program's.
    pub fn mute(&mut self, muted: bool) {
        self.watching = self.wanted && !muted;
    }

    /// Calls `each` with every chunk that may have changed since the heap was sealed: its first object, and what it
    /// was then.
    pub fn changed<'a>(&'a self, mut each: impl FnMut(ObjectId, &'a Rc<Chunk>, &'a Rc<Chunk>)) {
        let Some(base) = &self.base else { return };
        for (node, (now, then)) in self.nodes.iter().zip(base.iter()).enumerate() {
            if Rc::ptr_eq(now, then) {
                continue;
            }
            let mut changed = now.changed;
            while changed != 0 {
                let chunk = changed.trailing_zeros() as usize;
                changed &= changed - 1;
                let (now, then) = (&now.chunks[chunk], &then.chunks[chunk]);
                let first = (node * NODE + chunk) * CHUNK;
                if first < self.permanent as usize {
                    each(ObjectId(first as u32), now, then);
                }
            }
        }
    }

    /// The chunk of an object.
    pub fn chunk(&self, id: ObjectId) -> &Rc<Chunk> {
        let (node, chunk, _) = place(id);
        &self.nodes[node].chunks[chunk]
    }

    /// An object in its chunk.
    pub fn within(chunk: &Chunk, id: ObjectId) -> &Object {
        &chunk[place(id).2]
    }

    /// The sealed objects of a chunk, now and then.
    pub fn sealed<'a>(
        &self,
        first: ObjectId,
        now: &'a Chunk,
        then: &'a Chunk,
    ) -> impl Iterator<Item = (ObjectId, &'a Object, &'a Object)> {
        let sealed = self.permanent.saturating_sub(first.0) as usize;
        let both = now.iter().zip(then.iter()).enumerate().take(sealed);
        both.map(move |(i, (now, then))| (ObjectId(first.0 + i as u32), now, then))
    }

    /// Objects below this index are the program's own.
    pub fn permanent(&self) -> u32 {
        self.permanent
    }

    /// All objects, free slots included.
    pub fn objects(&self) -> impl Iterator<Item = (ObjectId, &Object)> {
        let all = self.nodes.iter().flat_map(|node| node.chunks.iter());
        let all = all.flat_map(|chunk| chunk.iter());
        all.enumerate()
            .map(|(i, object)| (ObjectId(i as u32), object))
    }

    /// Whether enough was allocated to make a collection worth it: as much as there was (long lists of few objects
    /// take as long to look through), or what may be more than the limit.
    pub fn wants_collection(&self, limit: usize) -> bool {
        let full = self.fresh_bytes > limit / 16 && self.live_bytes + self.fresh_bytes > limit;
        self.fresh_objects > 20_000.max(self.live_objects).max(self.live_bytes / 256)
            || self.fresh_bytes > (8 << 20).max(self.live_bytes)
            || full
    }

    /// Frees what cannot be reached from `roots` or from the program's own objects.
    pub fn collect(&mut self, roots: &mut Roots) {
        let marks = self.mark(roots);
        self.sweep(&marks);
    }

    /// What can be reached from `roots` or from the program's own objects, by slot.
    pub fn mark(&self, roots: &mut Roots) -> Vec<bool> {
        let mut marks = vec![false; self.len as usize];
        let mut todo: Vec<ObjectId> = Vec::new();
        for id in 0..self.permanent {
            marks[id as usize] = true;
            todo.push(ObjectId(id));
        }
        {
            let mut visit = |value: Value| {
                if let Value::Object(id) = value
                    && !std::mem::replace(&mut marks[id.0 as usize], true)
                {
                    todo.push(id);
                }
            };
            roots(&mut visit);
        }
        while let Some(id) = todo.pop() {
            let mut visit = |value: Value| {
                if let Value::Object(id) = value
                    && !std::mem::replace(&mut marks[id.0 as usize], true)
                {
                    todo.push(id);
                }
            };
            crate::vm::visit::children(self.get(id), &mut visit);
        }
        marks
    }

    fn sweep(&mut self, marks: &[bool]) {
        let (mut bytes, mut objects) = (0, 0);
        for index in (self.permanent..self.len).rev() {
            let id = ObjectId(index);
            if marks[index as usize] {
                bytes += self.get(id).size();
                objects += 1;
            } else {
                let next = self.free;
                if !matches!(self.get(id).kind, Kind::Free(n) if n == next) {
                    let slot = self.get_mut(id);
                    *slot = free(next);
                }
                self.free = index;
            }
        }
        self.live_bytes = bytes;
        self.live_objects = objects;
        self.fresh_bytes = 0;
        self.fresh_objects = 0;
    }

    /// A string's characters, if the value is one.
    pub fn str(&self, value: Value) -> Option<&Rc<Text>> {
        match &self.get(value.object()?).kind {
            Kind::Str(text) => Some(text),
            _ => None,
        }
    }
}

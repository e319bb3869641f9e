//! What a state is for matching: a number that two states share exactly if they behave alike from here on.
//!
//! Canonical: objects made since the heap was sealed are numbered in the order in which they are reached, so
//! that the order of allocation does not count. Without step counts, time and the GIL's holder; with the
//! output so far, generators of random numbers, and the clocks once the program has looked at one.

mod young;

use self::young::Young;
use crate::machine::ids::ThreadId;
use crate::machine::state::{Process, State, Thread};
use crate::vm::heap::{Chunk, Heap};
use crate::vm::object::{Kind, Object};
use crate::vm::value::{ObjectId, Value};
use std::rc::Rc;

/// The key of a state; two different states share one with a chance of 2⁻¹²⁸.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u64, pub u64);

impl Key {
    /// The key of a state with something else to it.
    pub fn with(self, word: u64) -> Key {
        let mut mixer = Mixer(self.0, self.1);
        mixer.add(word);
        Key(mixer.0, mixer.1)
    }
}

/// What is known of the threads of a program, so that states in which they have changed places match.
#[derive(Clone, Debug, Default)]
pub struct Roles {
    /// Threads that do the same with the same arguments, by group.
    pub groups: Vec<Vec<ThreadId>>,
    /// The `Thread` objects of those in groups.
    pub handles: Vec<(ThreadId, ObjectId)>,
    /// Objects of the first process that say nothing that the threads do not say: the books of `threading`.
    pub ignored: Vec<ObjectId>,
}

/// What a thread and all that it reaches came to.
struct Known {
    thread: Rc<Thread>,
    key: Key,
    /// The young objects that it reaches, as they were.
    young: Vec<(ObjectId, Rc<Chunk>)>,
    /// Whether threads are told from each other among it.
    names_threads: bool,
}

impl Known {
    fn holds(&self, thread: &Rc<Thread>, heap: &Heap) -> bool {
        let same = |(id, then): &(ObjectId, Rc<Chunk>)| {
            let now = heap.chunk(*id);
            Rc::ptr_eq(now, then) || same(heap.look(*id), Heap::within(then, *id))
        };
        Rc::ptr_eq(&self.thread, thread) && self.young.iter().all(same)
    }
}

/// What a process with its threads came to.
struct KnownProcess {
    process: Rc<Process>,
    threads: Vec<Rc<Thread>>,
    /// Who held the GIL where it cannot be handed over.
    holder: Option<ThreadId>,
    taken: Vec<ThreadId>,
    key: Key,
    comparable: bool,
}

impl KnownProcess {
    fn is_of(
        &self,
        process: &Rc<Process>,
        threads: &[&Rc<Thread>],
        holder: Option<ThreadId>,
        taken: &[ThreadId],
    ) -> bool {
        let same_threads = self.threads.len() == threads.len()
            && self
                .threads
                .iter()
                .zip(threads)
                .all(|(a, b)| Rc::ptr_eq(a, b));
        Rc::ptr_eq(&self.process, process)
            && same_threads
            && self.holder == holder
            && self.taken == taken
    }
}

/// What is known of the threads of a state and of its changed objects: in the next state only a little is new.
#[derive(Clone, Default)]
pub struct Digests {
    /// By thread.
    threads: Vec<Option<Rc<Known>>>,
    /// By process, where there are several: most moves are no matter of the others.
    processes: Vec<Option<Rc<KnownProcess>>>,
    /// What changed chunks of the first process's heap came to, in order, each with its first object; `None`:
    /// nothing.
    chunks: Vec<(Rc<Chunk>, ObjectId, Option<Key>)>,
    /// Whether nothing in the state that was looked at last tells threads apart that come to the same.
    comparable: bool,
}

impl Digests {
    /// Forgets the objects: others are to be left out now.
    pub fn forget_objects(&mut self) {
        self.chunks.clear();
        self.processes.clear();
    }

    /// Whether two threads of a group are surely up to the same, so that it is all one which of them moves.
    pub fn are_alike(&self, a: ThreadId, b: ThreadId) -> bool {
        let key = |id: ThreadId| {
            self.threads
                .get(id.index())?
                .as_ref()
                .map(|known| known.key)
        };
        self.comparable && key(a).is_some() && key(a) == key(b)
    }
}

/// Two lanes of multiply-and-rotate over 64-bit words.
#[derive(Clone, Copy)]
struct Mixer(u64, u64);

impl Mixer {
    fn new() -> Self {
        Mixer(0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344)
    }

    #[inline]
    fn add(&mut self, word: u64) {
        self.0 = (self.0 ^ word)
            .wrapping_mul(0x9E37_79B9_7F4A_7C15)
            .rotate_left(29);
        self.1 = (self.1.rotate_left(23) ^ word).wrapping_mul(0xC2B2_AE3D_27D4_EB4F);
    }

    fn key(&mut self, key: Key) {
        self.add(key.0);
        self.add(key.1);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.add(bytes.len() as u64);
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.add(u64::from_le_bytes(word));
        }
    }

    fn finish(mut self) -> Key {
        for _ in 0..2 {
            self.add(self.0.wrapping_add(self.1));
        }
        self.0 ^= self.0 >> 31;
        self.1 ^= self.1 >> 29;
        Key(self.0, self.1)
    }
}

impl State {
    /// The key for matching: see the module.
    pub fn key(&self) -> Key {
        self.key_by(&Roles::default(), &mut Digests::default()).0
    }

    /// As [`State::key`], the same for states in which threads of one group have changed places; and the order in
    /// which the members of the groups were taken, and, if there are several processes, all other threads.
    pub fn key_by(&self, roles: &Roles, known: &mut Digests) -> (Key, Vec<ThreadId>) {
        let mut out = Mixer::new();
        if self.clock_seen {
            // What a thread comes to is not up to the thread alone then.
            known.threads.clear();
            known.processes.clear();
        }
        known.comparable = true;
        let all: Vec<Rc<Known>> = self
            .threads
            .iter()
            .map(|thread| self.known(thread.id, roles, known))
            .collect();
        let taken = take_in_order(roles, &all);
        for process in &self.processes {
            out.key(self.process_key(process, roles, (&all, &taken), known));
        }
        self.os_key(&mut out);
        for stream in [false, true] {
            for (error, text) in self.output.iter() {
                if *error == stream {
                    out.bytes(text.as_bytes());
                }
            }
            out.add(u64::MAX);
        }
        let mut order = taken;
        if self.processes.len() > 1 {
            // Threads of several processes may have been made in another order, and have other numbers.
            let mut others: Vec<&Rc<Thread>> = self.threads.iter().collect();
            others.retain(|thread| !order.contains(&thread.id));
            others.sort_by_key(|thread| thread.process);
            order.extend(others.iter().map(|thread| thread.id));
        }
        (out.finish(), order)
    }

    /// What one thread is up to, whoever it is.
    fn known(&self, id: ThreadId, roles: &Roles, known: &mut Digests) -> Rc<Known> {
        let thread = &self.threads[id.index()];
        let heap = &self.process(thread.process).heap;
        if known.threads.len() < self.threads.len() {
            known.threads.resize(self.threads.len(), None);
        }
        let there = &mut known.threads[id.index()];
        if let Some(there) = there
            && there.holds(thread, heap)
        {
            return Rc::clone(there);
        }
        let mut out = Mixer::new();
        let mut young = Young::new(heap, &self.names);
        // Of others' places nothing is known yet: of a lock only whether it is its own.
        young.only = Some(thread.ident);
        young.own = handle(roles, id).filter(|_| thread.process.0 == 0);
        young.thread(thread, self.clock_seen, &self.program, &mut out);
        // Objects that name it may name the others too, such as a copy of all globals.
        young.own = None;
        young.rest(&mut out);
        let reached = young.order.iter();
        let new = Rc::new(Known {
            thread: Rc::clone(thread),
            key: out.finish(),
            young: reached
                .map(|id| (*id, Rc::clone(heap.chunk(*id))))
                .collect(),
            names_threads: young.names_threads,
        });
        *there = Some(Rc::clone(&new));
        new
    }

    fn process_key(
        &self,
        process: &Rc<Process>,
        roles: &Roles,
        (all, taken): (&[Rc<Known>], &[ThreadId]),
        known: &mut Digests,
    ) -> Key {
        let mut out = Mixer::new();
        out.add(process.exit_code.map_or(1, |code| 2 + code as u64));
        if process.exit_code.is_some() {
            out.add(u64::from(process.reaped));
            return out.finish();
        }
        let own = self.threads.iter().filter(|t| t.process == process.id);
        let threads: Vec<&Rc<Thread>> = own.collect();
        let taken = if process.id.0 == 0 { taken } else { &[] };
        let holder = self.held_stretch(process);
        let number = process.id.index();
        let several = self.processes.len() > 1 && !self.clock_seen;
        if several
            && let Some(Some(there)) = known.processes.get(number)
            && there.is_of(process, &threads, holder, taken)
        {
            known.comparable &= there.comparable;
            return there.key;
        }
        let comparable = self.parts_of(
            process,
            threads.clone(),
            roles,
            (all, taken),
            known,
            &mut out,
        );
        let comparable = comparable && holder.is_none();
        known.comparable &= comparable;
        if let Some(holder) = holder {
            out.add(u64::from(holder.0) + 1);
        }
        let key = out.finish();
        if several {
            known.processes.resize(self.processes.len(), None);
            known.processes[number] = Some(Rc::new(KnownProcess {
                process: Rc::clone(process),
                threads: threads.into_iter().map(Rc::clone).collect(),
                holder,
                taken: taken.to_vec(),
                key,
                comparable,
            }));
        }
        key
    }

    /// What a living process with its threads is up to; whether its threads can be compared by what each comes to.
    fn parts_of<'a>(
        &'a self,
        process: &Process,
        mut order: Vec<&'a Rc<Thread>>,
        roles: &Roles,
        (all, taken): (&[Rc<Known>], &[ThreadId]),
        known: &mut Digests,
        out: &mut Mixer,
    ) -> bool {
        out.add(process.exiting.map_or(1, |code| 2 + code as u64));
        for (signal, action) in &process.signals {
            out.add(*signal as u64 * 4 + *action as u64);
        }
        out.add(u64::from(process.next_ident));
        let heap = &process.heap;
        out.add(heap.recursion_limit as u64);
        let mut young = Young::new(heap, &self.names);
        if !taken.is_empty() {
            order.retain(|t| !taken.contains(&t.id));
            order.extend(taken.iter().map(|id| &self.threads[id.index()]));
            young.places.resize(process.next_ident as usize, u32::MAX);
            young.threads.resize(self.threads.len(), u32::MAX);
            for (place, thread) in order.iter().enumerate() {
                young.threads[thread.id.index()] = place as u32;
                if let Some(at) = young.places.get_mut(thread.ident.wrapping_sub(1) as usize) {
                    *at = place as u32;
                }
            }
        }
        let order: Vec<(&Rc<Thread>, &Known)> = order
            .into_iter()
            .map(|t| (t, &*all[t.id.index()]))
            .collect();
        // Young objects that one thread alone reaches are part of what it comes to. If others reach them after all,
        // it is done again, and all are looked at together.
        let mut trial = *out;
        let apart = young.claim(&order)
            && self.parts_key(process, roles, &order, true, &mut young, known, &mut trial);
        if !apart {
            trial = *out;
            young.forget();
            self.parts_key(process, roles, &order, false, &mut young, known, &mut trial);
        }
        *out = trial;
        apart && !young.names_threads
    }

    /// Threads and changed objects of a process; whether no thread's own objects were met elsewhere. `apart`: they
    /// are taken to be its own.
    #[allow(
        clippy::too_many_arguments,
        reason = "the two attempts of `process_key`"
    )]
    fn parts_key(
        &self,
        process: &Process,
        roles: &Roles,
        order: &[(&Rc<Thread>, &Known)],
        apart: bool,
        young: &mut Young,
        known: &mut Digests,
        out: &mut Mixer,
    ) -> bool {
        let heap = &process.heap;
        let is_first = process.id.0 == 0;
        for (thread, own) in order {
            if !own.names_threads && (apart || own.young.is_empty()) {
                out.key(own.key);
                continue;
            }
            young.own = handle(roles, thread.id).filter(|_| is_first);
            young.thread(thread, self.clock_seen, &self.program, out);
        }
        young.own = None;
        let before = match is_first {
            true => std::mem::take(&mut known.chunks),
            false => Vec::new(),
        };
        let mut before = before.into_iter().peekable();
        heap.changed(|first, now, then| {
            // Both are in the order of the heap, so that it is enough to look once.
            while before.next_if(|(_, at, _)| *at < first).is_some() {}
            let there = before.next_if(|(chunk, at, _)| *at == first && Rc::ptr_eq(chunk, now));
            if let Some(chunk) = there {
                chunk.2.into_iter().for_each(|key| out.key(key));
                known.chunks.push(chunk);
                return;
            }
            let mut own = Mixer::new();
            let mut differs = false;
            young.alone = true;
            for (id, now, then) in heap.sealed(first, now, then) {
                let said = || is_first && roles.ignored.contains(&id);
                if !same(now, then) && !said() {
                    differs = true;
                    own.add(u64::from(id.0));
                    young.contents(now, &mut own);
                }
            }
            let key = differs.then(|| own.finish());
            key.into_iter().for_each(|key| out.key(key));
            if is_first && young.alone {
                known.chunks.push((Rc::clone(now), first, key));
            }
        });
        young.rest(out);
        !young.met_claimed
    }

    /// Who holds the GIL where it cannot be handed over.
    fn held_stretch(&self, process: &Process) -> Option<ThreadId> {
        let holder = process.gil?;
        let cpython = self.options.preemption == crate::machine::Preemption::Cpython;
        (cpython && self.is_in_stretch(holder)).then_some(holder)
    }

    fn os_key(&self, out: &mut Mixer) {
        for pipe in &self.os.pipes {
            out.add(pipe.messages.len() as u64);
            for message in &pipe.messages {
                out.bytes(&message.data);
            }
            for ends in [&pipe.readers, &pipe.writers] {
                for (process, count) in ends.iter() {
                    out.add(u64::from(process) << 32 | count as u64);
                }
                out.add(1);
            }
        }
        for s in &self.os.semaphores {
            out.add(u64::from(s.value) << 32 | u64::from(s.count));
            out.add(
                s.owner
                    .map_or(0, |(p, t)| 1 << 63 | u64::from(p) << 32 | u64::from(t)),
            );
        }
        for cells in &self.os.shared {
            for cell in cells.iter() {
                match cell {
                    Value::Float(x) => out.add(x.to_bits()),
                    Value::Int(i) => out.add(*i as u64),
                    other => out.bytes(format!("{other:?}").as_bytes()),
                }
            }
        }
    }
}

/// The members of the groups, each group sorted by what its threads are up to.
fn take_in_order(roles: &Roles, known: &[Rc<Known>]) -> Vec<ThreadId> {
    let mut all: Vec<ThreadId> = Vec::with_capacity(known.len());
    for group in &roles.groups {
        let first = all.len();
        all.extend(group);
        all[first..].sort_unstable_by_key(|id| (known[id.index()].key, *id));
    }
    all
}

fn handle(roles: &Roles, id: ThreadId) -> Option<ObjectId> {
    let found = roles.handles.iter().find(|(who, _)| *who == id);
    found.map(|(_, handle)| *handle)
}

/// Whether an object is what it was when the heap was sealed.
fn same(now: &Object, then: &Object) -> bool {
    let attrs = match (&now.attrs, &then.attrs) {
        (None, None) => true,
        (Some(a), Some(b)) => Rc::ptr_eq(a, b) || a.iter().eq(b.iter()),
        _ => false,
    };
    attrs && now.class == then.class && same_kind(&now.kind, &then.kind)
}

fn same_kind(now: &Kind, then: &Kind) -> bool {
    match (now, then) {
        (Kind::Plain, Kind::Plain) => true,
        (Kind::Free(_), Kind::Free(_)) => true,
        (Kind::Str(a), Kind::Str(b)) => Rc::ptr_eq(a, b) || a.s == b.s,
        (Kind::BigInt(a), Kind::BigInt(b)) => a == b,
        (Kind::Number(a), Kind::Number(b)) | (Kind::Cell(a), Kind::Cell(b)) => a == b,
        (Kind::StaticMethod(a), Kind::StaticMethod(b))
        | (Kind::ClassMethod(a), Kind::ClassMethod(b)) => a == b,
        (Kind::Bytes(a), Kind::Bytes(b)) => a == b,
        (Kind::ByteArray(a), Kind::ByteArray(b)) => Rc::ptr_eq(a, b) || a == b,
        (Kind::Tuple(a), Kind::Tuple(b)) => Rc::ptr_eq(a, b) || a == b,
        (Kind::List(a), Kind::List(b)) => Rc::ptr_eq(a, b) || a == b,
        (Kind::Dict(a), Kind::Dict(b)) => {
            let same = |(x, y): (&crate::vm::dict::Entry, &crate::vm::dict::Entry)| {
                x.key == y.key && x.value == y.value
            };
            Rc::ptr_eq(a, b) || a.len() == b.len() && a.iter().zip(b.iter()).all(same)
        }
        (Kind::Set(a), Kind::Set(b)) => Rc::ptr_eq(a, b) || a.iter().eq(b.iter()),
        (Kind::Range(a), Kind::Range(b)) => a == b,
        (Kind::Slice(a), Kind::Slice(b)) => a == b,
        (Kind::Function(a), Kind::Function(b)) => Rc::ptr_eq(a, b),
        (
            Kind::Method { function, receiver },
            Kind::Method {
                function: f,
                receiver: r,
            },
        ) => function == f && receiver == r,
        (Kind::Code(a), Kind::Code(b)) => a == b,
        (Kind::Class(a), Kind::Class(b)) => {
            Rc::ptr_eq(a, b) || a.attrs.iter().eq(b.attrs.iter()) && a.mro == b.mro
        }
        (Kind::Module(a), Kind::Module(b)) => {
            let slots = || a.slots == b.slots && a.imported == b.imported;
            Rc::ptr_eq(a, b) || slots() && a.extra.iter().eq(b.extra.iter())
        }
        (Kind::Namespace(a), Kind::Namespace(b)) => Rc::ptr_eq(a, b) || a.iter().eq(b.iter()),
        (Kind::Property(a), Kind::Property(b)) => a == b,
        (Kind::Exception(a), Kind::Exception(b)) => Rc::ptr_eq(a, b),
        (Kind::Generator(a), Kind::Generator(b)) => Rc::ptr_eq(a, b),
        (Kind::Iterator(a), Kind::Iterator(b)) => Rc::ptr_eq(a, b),
        (Kind::DictView { dict, part }, Kind::DictView { dict: d, part: p }) => {
            dict == d && part == p
        }
        (Kind::Lock { owner }, Kind::Lock { owner: o }) => owner == o,
        (Kind::RLock { owner, count }, Kind::RLock { owner: o, count: c }) => {
            owner == o && count == c
        }
        (Kind::Waiters(a), Kind::Waiters(b)) => a == b,
        (Kind::Random(a), Kind::Random(b)) => Rc::ptr_eq(a, b),
        (Kind::Handle(a), Kind::Handle(b)) => a == b,
        _ => false,
    }
}

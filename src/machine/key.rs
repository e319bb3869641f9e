//! What a state is for matching: a number that two states share exactly if they behave alike from here on.
//!
//! Canonical: objects made since the heap was sealed are numbered in the order in which they are reached, so
//! that the order of allocation does not count. Without step counts, time and the GIL's holder; with the
//! output so far, generators of random numbers, and the clocks once the program has looked at one.

use crate::machine::ids::ThreadId;
use crate::machine::state::{Ended, Pending, Process, State, Thread};
use crate::vm::frame::{Frame, Ret, Stack};
use crate::vm::heap::{Chunk, Heap};
use crate::vm::object::{Class, Exception, Generator, Iter, Kind, Object};
use crate::vm::program::Program;
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

/// What is known of the threads of a state and of its changed objects: in the next state only a little is new.
#[derive(Clone, Default)]
pub struct Digests {
    /// By thread.
    threads: Vec<Option<Rc<Known>>>,
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

/// Objects of one process that were made since the heap was sealed, in the order in which they were reached.
struct Young<'a> {
    heap: &'a Heap,
    /// Ids from here on are young.
    from: u32,
    /// By id less `from`: the number plus one, 0 if not reached yet.
    number: Vec<u32>,
    order: Vec<ObjectId>,
    /// Places of threads, by ident less one; empty if every thread has its own.
    places: Vec<u32>,
    /// The same, by thread.
    threads: Vec<u32>,
    /// The one ident of a process that is told from the others, if they have no places yet.
    only: Option<u32>,
    /// The `Thread` object of the thread at hand.
    own: Option<ObjectId>,
    /// Whether nothing was met that says more than itself: young objects, and numbers of threads.
    alone: bool,
    /// Whether a thread's number was met.
    names_threads: bool,
    /// Whether an object was met that one thread was taken to have for itself.
    met_claimed: bool,
}

/// In place of the number of an object: one thread has it for itself.
const CLAIMED: u32 = u32::MAX;

impl Young<'_> {
    fn new(heap: &Heap) -> Young<'_> {
        let from = heap.permanent();
        Young {
            heap,
            from,
            number: Vec::new(),
            order: Vec::new(),
            places: Vec::new(),
            threads: Vec::new(),
            only: None,
            own: None,
            alone: true,
            names_threads: false,
            met_claimed: false,
        }
    }

    /// Notes which young objects each thread has for itself; whether that is so.
    fn claim(&mut self, order: &[(&Rc<Thread>, Rc<Known>)]) -> bool {
        let own = order.iter().filter(|(_, known)| !known.names_threads);
        for (id, _) in own.flat_map(|(_, known)| &known.young) {
            let number = self.number_of(*id);
            if std::mem::replace(number, CLAIMED) == CLAIMED {
                return false;
            }
        }
        true
    }

    /// Begins anew.
    fn forget(&mut self) {
        self.number.clear();
        self.order.clear();
        self.names_threads = false;
    }

    fn number_of(&mut self, id: ObjectId) -> &mut u32 {
        if self.number.is_empty() {
            let young = self.heap.len() - self.from;
            self.number.resize(young as usize, 0);
        }
        &mut self.number[(id.0 - self.from) as usize]
    }

    /// What stands for a thread's ident.
    fn ident(&mut self, ident: u32) -> u64 {
        self.alone = false;
        self.names_threads = true;
        if let Some(only) = self.only {
            return if only == ident {
                0
            } else {
                u64::from(u32::MAX)
            };
        }
        let place = self.places.get(ident.wrapping_sub(1) as usize);
        u64::from(place.copied().unwrap_or(ident))
    }

    fn rest(&mut self, out: &mut Mixer) {
        let mut next = 0;
        while next < self.order.len() {
            let object = self.heap.get(self.order[next]);
            next += 1;
            self.contents(object, out);
        }
    }

    fn value(&mut self, value: Value, out: &mut Mixer) {
        match value {
            Value::Null => out.add(1),
            Value::None => out.add(2),
            Value::Ellipsis => out.add(3),
            Value::NotImplemented => out.add(4),
            Value::Bool(b) => out.add(5 + u64::from(b)),
            Value::Int(i) => {
                out.add(7);
                out.add(i as u64);
            }
            Value::Float(x) => {
                out.add(8);
                out.add(x.to_bits());
            }
            Value::Native(n) => out.add(0x100 + u64::from(n.0)),
            Value::Object(id) => self.object(id, out),
        }
    }

    fn object(&mut self, id: ObjectId, out: &mut Mixer) {
        if Some(id) == self.own {
            return out.add(4 << 32);
        }
        if id.0 < self.from {
            out.add(1 << 32 | u64::from(id.0));
            return;
        }
        // Strings are values: one made anew is as good as one that was there.
        if let Kind::Str(text) = &self.heap.get(id).kind {
            out.add(2 << 32);
            out.bytes(text.s.as_bytes());
            return;
        }
        self.alone = false;
        let next = self.order.len() as u32 + 1;
        let number = self.number_of(id);
        if *number == 0 {
            *number = next;
            self.order.push(id);
            return out.add(3 << 32 | u64::from(next));
        }
        let number = *number;
        self.met_claimed |= number == CLAIMED;
        out.add(3 << 32 | u64::from(number));
    }

    fn values(&mut self, values: &[Value], out: &mut Mixer) {
        out.add(values.len() as u64);
        for value in values {
            self.value(*value, out);
        }
    }

    fn contents(&mut self, object: &Object, out: &mut Mixer) {
        self.object(object.class, out);
        if let Some(attrs) = &object.attrs {
            out.add(attrs.len() as u64);
            for (name, value) in attrs.iter() {
                out.add(u64::from(name.0));
                self.value(value, out);
            }
        }
        self.kind(&object.kind, out);
    }

    fn kind(&mut self, kind: &Kind, out: &mut Mixer) {
        match kind {
            Kind::Free(_) => out.add(10),
            Kind::Plain => out.add(11),
            Kind::Str(text) => out.bytes(text.s.as_bytes()),
            Kind::BigInt(i) => out.bytes(&i.to_signed_bytes_le()),
            Kind::Number(v) | Kind::Cell(v) | Kind::StaticMethod(v) | Kind::ClassMethod(v) => {
                self.value(*v, out);
            }
            Kind::Bytes(bytes) => out.bytes(bytes),
            Kind::ByteArray(bytes) => out.bytes(bytes),
            Kind::Tuple(items) => self.values(items, out),
            Kind::List(items) => self.values(items, out),
            Kind::Dict(dict) => {
                out.add(dict.len() as u64);
                for entry in dict.iter() {
                    self.value(entry.key, out);
                    self.value(entry.value, out);
                }
            }
            Kind::Set(set) => {
                out.add(set.len() as u64);
                for (_, item) in set.iter() {
                    self.value(item, out);
                }
            }
            Kind::Range(parts) => parts.iter().for_each(|i| out.add(*i as u64)),
            Kind::Slice(parts) => self.values(&parts[..], out),
            Kind::Function(f) => {
                out.add(u64::from(f.code.0));
                let parts = [
                    Value::Object(f.module),
                    f.defaults,
                    f.kwdefaults,
                    f.annotations,
                    f.name,
                    f.qualname,
                    f.doc,
                ];
                self.values(&parts, out);
                for cell in f.closure.iter() {
                    self.object(*cell, out);
                }
            }
            Kind::Method { function, receiver } => self.values(&[*function, *receiver], out),
            Kind::Code(code) => out.add(u64::from(code.0)),
            Kind::Class(class) => self.class(class, out),
            Kind::Module(module) => {
                self.values(&module.slots, out);
                for (name, value) in module.extra.iter() {
                    out.add(u64::from(name.0));
                    self.value(value, out);
                }
                out.add(u64::from(module.imported));
            }
            Kind::Namespace(map) => {
                for (name, value) in map.iter() {
                    out.add(u64::from(name.0));
                    self.value(value, out);
                }
            }
            Kind::Property(parts) => self.values(&parts[..], out),
            Kind::Super { class, receiver } => {
                self.object(*class, out);
                self.value(*receiver, out);
            }
            Kind::Exception(exception) => self.exception(exception, out),
            Kind::Generator(generator) => self.generator(generator, out),
            Kind::Iterator(iter) => self.iterator(iter, out),
            Kind::DictView { dict, part } => {
                self.object(*dict, out);
                out.add(*part as u64);
            }
            Kind::Lock { owner } => out.add(owner.map_or(20, |o| 21 + self.ident(o))),
            Kind::RLock { owner, count } => {
                out.add(owner.map_or(20, |o| 21 + self.ident(o)));
                out.add(u64::from(*count));
            }
            Kind::Waiters(list) => {
                out.add(list.len() as u64);
                for waiter in list.iter() {
                    out.add(self.ident(waiter.thread) << 1 | u64::from(waiter.notified));
                }
            }
            Kind::Random(generator) => generator.random.state().for_each(|word| out.add(word)),
            Kind::Handle(number) => out.add(u64::from(*number)),
        }
    }

    fn class(&mut self, class: &Class, out: &mut Mixer) {
        out.bytes(class.qualname.as_bytes());
        for base in class.mro.iter() {
            self.object(*base, out);
        }
        for (name, value) in class.attrs.iter() {
            out.add(u64::from(name.0));
            self.value(value, out);
        }
    }

    fn exception(&mut self, e: &Exception, out: &mut Mixer) {
        self.values(&[e.args, e.cause, e.context, e.notes], out);
        out.add(u64::from(e.suppress_context));
        for entry in &e.traceback {
            out.add(u64::from(entry.code.0) << 32 | u64::from(entry.instruction));
        }
    }

    fn generator(&mut self, g: &Generator, out: &mut Mixer) {
        out.add(u64::from(g.code.0));
        out.add(u64::from(g.started) << 1 | u64::from(g.running));
        self.values(&g.values, out);
        self.value(g.exc, out);
        if let Some(frame) = &g.frame {
            self.frame(frame, out);
        }
    }

    fn iterator(&mut self, iter: &Iter, out: &mut Mixer) {
        let mut at = |tag: u64, next: usize| {
            out.add(tag);
            out.add(next as u64);
        };
        match iter {
            Iter::List { list, next } => {
                at(1, *next);
                self.object(*list, out);
            }
            Iter::Reversed { sequence, next } => {
                at(2, *next);
                self.value(*sequence, out);
            }
            Iter::Tuple { items, next } => {
                at(3, *next);
                self.values(items, out);
            }
            Iter::Str { text, next } => {
                at(4, *next);
                out.bytes(text.s.as_bytes());
            }
            Iter::Bytes { data, next } => {
                at(5, *next);
                out.bytes(data);
            }
            Iter::Range { next, stop, step } => {
                at(6, *next as usize);
                out.add(*stop as u64);
                out.add(*step as u64);
            }
            Iter::Dict {
                dict,
                part,
                next,
                len,
            }
            | Iter::DictReversed {
                dict,
                part,
                next,
                len,
            } => {
                let reversed = matches!(iter, Iter::DictReversed { .. });
                at(7 + u64::from(reversed), *next);
                out.add((*part as u64) << 32 | *len as u64);
                self.object(*dict, out);
            }
            Iter::Set { set, next, len } => {
                at(9, *next);
                out.add(*len as u64);
                self.object(*set, out);
            }
            Iter::Enumerate { inner, count } => {
                at(10, *count as usize);
                self.object(*inner, out);
            }
            Iter::Zip { inner, strict } => {
                at(11, usize::from(*strict));
                for iterator in inner.iter() {
                    self.object(*iterator, out);
                }
            }
            Iter::Sequence { owner, next } => {
                at(12, *next as usize);
                self.value(*owner, out);
            }
            Iter::Done => at(13, 0),
        }
    }

    fn frame(&mut self, frame: &Frame, out: &mut Mixer) {
        out.add(u64::from(frame.code.0) << 32 | u64::from(frame.pc));
        out.add(u64::from(frame.base) << 32 | u64::from(frame.bottom));
        if let Some(function) = frame.function {
            self.object(function, out);
        }
        self.object(frame.module, out);
        self.value(frame.namespace, out);
        self.value(frame.generator, out);
        out.add(match frame.ret {
            Ret::ForIter { exit } => 1 << 32 | u64::from(exit),
            Ret::Send { exit } => 2 << 32 | u64::from(exit),
            Ret::Truth { negate } => 3 << 32 | u64::from(negate),
            Ret::Text { repr } => 4 << 32 | u64::from(repr),
            Ret::Push => 5,
            Ret::Discard => 6,
            Ret::None => 7,
            Ret::Method => 8,
            Ret::Init => 9,
            Ret::ClassBody => 10,
            Ret::Import => 11,
            Ret::Entry => 12,
            Ret::Match => 13,
        });
    }

    /// The values of a thread's frames; locals that are not read any more make no difference.
    fn stack(&mut self, stack: &Stack, program: &Program, out: &mut Mixer) {
        let mut at = 0;
        for frame in &stack.frames {
            let base = frame.base as usize;
            while at < base {
                self.value(stack.values[at], out);
                at += 1;
            }
            let code = program.code(frame.code);
            let Some(live) = code.live.get(frame.pc as usize) else {
                continue;
            };
            let locals = code.local_names.len();
            for local in 0..locals {
                if local < 64 && live >> local & 1 == 0 {
                    out.add(0);
                } else {
                    self.value(stack.values[base + local], out);
                }
            }
            at = base + locals;
        }
        while at < stack.values.len() {
            self.value(stack.values[at], out);
            at += 1;
        }
    }

    fn thread(&mut self, thread: &Thread, with_clock: bool, program: &Program, out: &mut Mixer) {
        match thread.ended {
            Some(Ended::Finished) => return out.add(1),
            Some(Ended::Killed) => return out.add(2),
            None => out.add(3 + thread.expired.map_or(0, |caller| 1 + u64::from(caller))),
        }
        if with_clock {
            out.add(thread.clock);
        }
        for frame in &thread.stack.frames {
            self.frame(frame, out);
        }
        self.stack(&thread.stack, program, out);
        self.value(thread.stack.handled, out);
        for class in &thread.stack.classes {
            self.value(class.name, out);
            self.values(&class.bases, out);
            for (name, value) in &class.keywords {
                out.add(u64::from(name.0));
                self.value(*value, out);
            }
        }
        match &thread.pending {
            Some(pending) => self.pending(pending, out),
            None => out.add(0),
        }
    }

    fn pending(&mut self, pending: &Pending, out: &mut Mixer) {
        out.add(1 + u64::from(pending.until().is_some()));
        match pending {
            Pending::Sleep { .. } => out.add(1),
            Pending::Acquire { lock, context, .. } => {
                out.add(2);
                self.object(*lock, out);
                self.value(*context, out);
            }
            Pending::Await { waiters, owner, .. } => {
                out.add(3);
                self.object(*waiters, out);
                self.value(*owner, out);
            }
            Pending::Join {
                thread, shutdown, ..
            } => {
                out.add(4 + u64::from(*shutdown));
                self.alone = false;
                self.names_threads = true;
                let place = match self.only {
                    Some(_) => Some(u32::MAX),
                    None => self.threads.get(thread.index()).copied(),
                };
                out.add(u64::from(place.unwrap_or(thread.0)));
            }
            Pending::Wait { process, .. } => {
                out.add(6);
                out.add(u64::from(process.0));
            }
            Pending::Send {
                pipe,
                message,
                begun,
            } => {
                out.add(7);
                out.add(u64::from(*pipe));
                out.bytes(&message.data);
                out.add(begun.map_or(0, |n| n + 1));
            }
            Pending::Receive { pipe, .. } => {
                out.add(8);
                out.add(u64::from(*pipe));
            }
            Pending::Pipes {
                pipes, processes, ..
            } => {
                out.add(9);
                pipes.iter().for_each(|p| out.add(u64::from(*p)));
                processes.iter().for_each(|p| out.add(u64::from(p.0)));
            }
            Pending::Semaphore { semaphore, .. } => {
                out.add(10);
                out.add(u64::from(*semaphore));
            }
        }
    }
}

impl State {
    /// The key for matching: see the module.
    pub fn key(&self) -> Key {
        self.key_by(&Roles::default(), &mut Digests::default()).0
    }

    /// As [`State::key`], the same for states in which threads of one group have changed places; and the order in
    /// which the members of the groups were taken.
    pub fn key_by(&self, roles: &Roles, known: &mut Digests) -> (Key, Vec<ThreadId>) {
        let mut out = Mixer::new();
        if self.clock_seen {
            // What a thread comes to is not up to the thread alone then.
            known.threads.clear();
        }
        known.comparable = true;
        let taken = self.take_in_order(roles, known);
        for process in &self.processes {
            self.process_key(process, roles, &taken, known, &mut out);
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
        (out.finish(), taken)
    }

    /// The members of the groups, each group sorted by what its threads are up to.
    fn take_in_order(&self, roles: &Roles, known: &mut Digests) -> Vec<ThreadId> {
        let mut all = Vec::new();
        let mut digests: Vec<(Key, ThreadId)> = Vec::new();
        for group in &roles.groups {
            digests.clear();
            digests.extend(
                group
                    .iter()
                    .map(|id| (self.known(*id, roles, known).key, *id)),
            );
            digests.sort_unstable();
            all.extend(digests.iter().map(|(_, id)| *id));
        }
        all
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
        let mut young = Young::new(heap);
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
        process: &Process,
        roles: &Roles,
        taken: &[ThreadId],
        known: &mut Digests,
        out: &mut Mixer,
    ) {
        out.add(process.exit_code.map_or(1, |code| 2 + code as u64));
        if process.exit_code.is_some() {
            return;
        }
        out.add(process.exiting.map_or(1, |code| 2 + code as u64));
        for (signal, action) in &process.signals {
            out.add(*signal as u64 * 4 + *action as u64);
        }
        out.add(u64::from(process.next_ident));
        let heap = &process.heap;
        out.add(heap.recursion_limit as u64);
        let mut young = Young::new(heap);
        let is_first = process.id.0 == 0;
        let own = self.threads.iter().filter(|t| t.process == process.id);
        let mut order: Vec<&Rc<Thread>> = own.collect();
        if is_first && !taken.is_empty() {
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
        let order: Vec<(&Rc<Thread>, Rc<Known>)> = order
            .into_iter()
            .map(|t| (t, self.known(t.id, roles, known)))
            .collect();
        let holder = self.held_stretch(process);
        if let Some(holder) = holder {
            out.add(u64::from(holder.0) + 1);
        }
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
        known.comparable &= apart && holder.is_none() && !young.names_threads;
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
        order: &[(&Rc<Thread>, Rc<Known>)],
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
                let said = is_first && roles.ignored.contains(&id);
                if !said && !same(now, then) {
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

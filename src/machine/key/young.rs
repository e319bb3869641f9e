//! The young objects of a process as a key has them: numbered in the order in which they are reached, with what
//! frames, threads and waits hold. Must not know how the keys of processes and states are put together.

use super::{Known, Mixer};
use crate::machine::state::{Ended, Pending, Thread};
use crate::vm::frame::{Frame, Ret, Stack};
use crate::vm::heap::Heap;
use crate::vm::names::Names;
use crate::vm::object::{Class, Exception, Generator, Iter, Kind, Object};
use crate::vm::program::Program;
use crate::vm::value::{ObjectId, Value};
use std::rc::Rc;

/// Objects of one process that were made since the heap was sealed, in the order in which they were reached.
pub(super) struct Young<'a> {
    pub(super) heap: &'a Heap,
    names: &'a Names,
    /// Ids from here on are young.
    pub(super) from: u32,
    /// By id less `from`: the number plus one, 0 if not reached yet.
    pub(super) number: Vec<u32>,
    pub(super) order: Vec<ObjectId>,
    /// Places of threads, by ident less one; empty if every thread has its own.
    pub(super) places: Vec<u32>,
    /// The same, by thread.
    pub(super) threads: Vec<u32>,
    /// The one ident of a process that is told from the others, if they have no places yet.
    pub(super) only: Option<u32>,
    /// The `Thread` object of the thread at hand.
    pub(super) own: Option<ObjectId>,
    /// Whether nothing was met that says more than itself: young objects, and numbers of threads.
    pub(super) alone: bool,
    /// Whether a thread's number was met.
    pub(super) names_threads: bool,
    /// Whether an object was met that one thread was taken to have for itself.
    pub(super) met_claimed: bool,
}

/// In place of the number of an object: one thread has it for itself.
const CLAIMED: u32 = u32::MAX;

impl<'a> Young<'a> {
    pub(super) fn new(heap: &'a Heap, names: &'a Names) -> Self {
        let from = heap.permanent();
        Young {
            heap,
            names,
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
    pub(super) fn claim(&mut self, order: &[(&Rc<Thread>, &Known)]) -> bool {
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
    pub(super) fn forget(&mut self) {
        self.number.clear();
        self.order.clear();
        self.names_threads = false;
    }

    pub(super) fn number_of(&mut self, id: ObjectId) -> &mut u32 {
        if self.number.is_empty() {
            let young = self.heap.len() - self.from;
            self.number.resize(young as usize, 0);
        }
        &mut self.number[(id.0 - self.from) as usize]
    }

    /// What stands for a thread's ident.
    pub(super) fn ident(&mut self, ident: u32) -> u64 {
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

    pub(super) fn rest(&mut self, out: &mut Mixer) {
        let mut next = 0;
        while next < self.order.len() {
            let object = self.heap.get(self.order[next]);
            next += 1;
            self.contents(object, out);
        }
    }

    pub(super) fn value(&mut self, value: Value, out: &mut Mixer) {
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

    pub(super) fn object(&mut self, id: ObjectId, out: &mut Mixer) {
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

    pub(super) fn values(&mut self, values: &[Value], out: &mut Mixer) {
        out.add(values.len() as u64);
        for value in values {
            self.value(*value, out);
        }
    }

    pub(super) fn contents(&mut self, object: &Object, out: &mut Mixer) {
        self.object(object.class, out);
        if let Some(attrs) = &object.attrs {
            out.add(attrs.len() as u64);
            for (name, value) in attrs.iter() {
                out.add(self.names.mark(name));
                self.value(value, out);
            }
        }
        self.kind(&object.kind, out);
    }

    pub(super) fn kind(&mut self, kind: &Kind, out: &mut Mixer) {
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
                for removed in set.table.dummies() {
                    out.add(removed as u64);
                }
            }
            Kind::Range(parts) => parts.iter().for_each(|i| out.add(*i as u64)),
            Kind::Slice(parts) => self.values(&parts[..], out),
            Kind::Function(f) => {
                out.add(u64::from(f.code.0));
                self.values(&f.values(), out);
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
                    out.add(self.names.mark(name));
                    self.value(value, out);
                }
                out.add(u64::from(module.imported));
            }
            Kind::Namespace(map) => {
                for (name, value) in map.iter() {
                    out.add(self.names.mark(name));
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

    pub(super) fn class(&mut self, class: &Class, out: &mut Mixer) {
        out.bytes(class.qualname.as_bytes());
        // `__subclasses__` lists them in the order of their making.
        out.add(u64::from(class.serial));
        for base in class.mro.iter() {
            self.object(*base, out);
        }
        for (name, value) in class.attrs.iter() {
            out.add(self.names.mark(name));
            self.value(value, out);
        }
    }

    pub(super) fn exception(&mut self, e: &Exception, out: &mut Mixer) {
        self.values(&[e.args, e.cause, e.context], out);
        out.add(u64::from(e.suppress_context));
        for entry in &e.traceback {
            out.add(u64::from(entry.code.0) << 32 | u64::from(entry.instruction));
        }
    }

    pub(super) fn generator(&mut self, g: &Generator, out: &mut Mixer) {
        out.add(u64::from(g.code.0));
        out.add(u64::from(g.started) << 1 | u64::from(g.running));
        self.values(&g.values, out);
        self.value(g.exc, out);
        if let Some(frame) = &g.frame {
            self.frame(frame, out);
        }
    }

    pub(super) fn iterator(&mut self, iter: &Iter, out: &mut Mixer) {
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
                left,
            } => {
                at(7, *next);
                out.add((*part as u64) << 32 | *len as u64);
                out.add(*left as u64);
                self.object(*dict, out);
            }
            Iter::DictReversed {
                dict,
                part,
                next,
                len,
            } => {
                at(8, *next);
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

    pub(super) fn frame(&mut self, frame: &Frame, out: &mut Mixer) {
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
            Ret::Closed => 14,
            Ret::ThroughC => 15,
            Ret::Handler => 16,
        });
    }

    /// The values of a thread's frames; locals that are not read any more make no difference.
    pub(super) fn stack(&mut self, stack: &Stack, program: &Program, out: &mut Mixer) {
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

    pub(super) fn thread(
        &mut self,
        thread: &Thread,
        with_clock: bool,
        program: &Program,
        out: &mut Mixer,
    ) {
        match thread.ended {
            Some(Ended::Finished) => return out.add(1),
            Some(Ended::Killed) => return out.add(2),
            None => out.add(3 + thread.expired.len() as u64),
        }
        thread.expired.iter().for_each(|at| out.add(u64::from(*at)));
        // Handlers that interrupt are not explored.
        out.add(thread.interrupted.len() as u64);
        if let Some(idle) = thread.idle.filter(|idle| *idle > 0) {
            out.add(idle);
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
                out.add(self.names.mark(*name));
                self.value(*value, out);
            }
        }
        match &thread.pending {
            Some(pending) => self.pending(pending, out),
            None => out.add(0),
        }
    }

    pub(super) fn pending(&mut self, pending: &Pending, out: &mut Mixer) {
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

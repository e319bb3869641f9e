//! Frames, and the stack of one thread: values and frames in two vectors, so that it is cheap to clone.

use crate::vm::value::{CodeRef, ObjectId, Value};
use std::rc::Rc;

/// What happens to the value that a frame returns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ret {
    /// It is pushed onto the caller's stack.
    Push,
    /// As `Push`, through a built-in that called it: behind that CPython can hand over the GIL.
    ThroughC,
    /// It is dropped (`__setattr__`, `__setitem__`, a class body's end is its own case).
    Discard,
    /// It is dropped and `None` pushed (`setattr`).
    None,
    /// It is pushed, and `NULL` above it: a property gave what is called next.
    Method,
    /// `__init__`: it must be `None`; the instance lies on the caller's stack already.
    Init,
    /// Its truth is pushed, or the contrary.
    Truth { negate: bool },
    /// It is `__next__` or a generator of a `for`: pushed; StopIteration ends the loop at that instruction.
    ForIter { exit: u32 },
    /// It is `__next__` or a generator of a `yield from`: as `ForIter`, with the result of the iteration.
    Send { exit: u32 },
    /// The body of a class: the class is made from the namespace, name, bases and keywords below.
    ClassBody,
    /// The code of a module: the module is pushed.
    Import,
    /// It must be a string; otherwise TypeError naming the method.
    Text { repr: bool },
    /// It is a tuple of the rest and the matching part of an exception (group): both are pushed, and the
    /// matching part is what is being handled now.
    Match,
    /// It never comes: generators were closed on the way of an exception, which goes on.
    Closed,
    /// It is dropped: the handler of a signal has come to its end, and what it interrupted goes on.
    Handler,
    /// The thread ends with it.
    Entry,
}

impl Ret {
    /// Whether the value is pushed, and nothing else comes of it.
    pub fn is_pushed(self) -> bool {
        matches!(self, Ret::Push | Ret::ThroughC)
    }
}

/// A frame.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// Its code.
    pub code: CodeRef,
    /// The next instruction.
    pub pc: u32,
    /// Index of its first local among the thread's values.
    pub base: u32,
    /// Where the thread's values are cut when it returns.
    pub bottom: u32,
    /// The function, for its closure; `None` at module level.
    pub function: Option<ObjectId>,
    /// The module whose globals it uses.
    pub module: ObjectId,
    /// The namespace of a class body, else `NULL`.
    pub namespace: Value,
    /// The generator that it belongs to, else `NULL`.
    pub generator: Value,
    /// What happens to its result.
    pub ret: Ret,
}

/// The stack of one thread.
#[derive(Debug, Default)]
pub struct Stack {
    /// Whose stack: a `ThreadId` of the machine, opaque here.
    pub thread: u32,
    /// Locals and temporaries of all frames.
    pub values: Vec<Value>,
    /// The frames, outermost first.
    pub frames: Vec<Frame>,
    /// The exception being handled, or `None`; `NULL` in a generator that handles none itself.
    pub handled: Value,
    /// Arguments of a class body under way: (name, bases, keywords) per nesting.
    pub classes: Vec<Rc<PendingClass>>,
}

/// Room for a few more values and frames: a copy is made to be stepped on, and growing would double it.
impl Clone for Stack {
    fn clone(&self) -> Self {
        let mut values = Vec::with_capacity(self.values.len() + 6);
        values.extend_from_slice(&self.values);
        let mut frames = Vec::with_capacity(self.frames.len() + 1);
        frames.extend_from_slice(&self.frames);
        Stack {
            thread: self.thread,
            values,
            frames,
            handled: self.handled,
            classes: self.classes.clone(),
        }
    }
}

/// What a class statement needs when its body has run.
#[derive(Clone, Debug)]
pub struct PendingClass {
    /// `__name__`
    pub name: Value,
    /// The bases as given.
    pub bases: Vec<Value>,
    /// Keyword arguments.
    pub keywords: Vec<crate::vm::object::Named>,
}

impl Stack {
    /// An empty stack for that thread.
    pub fn new(thread: u32) -> Self {
        Stack {
            thread,
            handled: Value::None,
            ..Stack::default()
        }
    }

    /// The exception being handled, or `None`: in a generator that handles none, what whoever resumed it
    /// handles (CPython walks `exc_info` likewise).
    pub fn topmost_handled(&self) -> Value {
        let generators = self.frames.iter().rev().filter(|f| !f.generator.is_null());
        let outer = generators.map(|f| self.values[f.bottom as usize]);
        let mut handled = std::iter::once(self.handled).chain(outer);
        handled
            .find(|value| !value.is_null())
            .unwrap_or(Value::None)
    }
}

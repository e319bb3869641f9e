//! Objects of the heap: a class, attributes, and what the object is made of.
//!
//! Payloads are shared (`Rc`) and copied on the first write after a state was cloned, so that
//! keeping many states is cheap.

use crate::vm::dict::Dict;
use crate::vm::name_map::NameMap;
use crate::vm::set::Set;
use crate::vm::value::{CodeRef, NameId, ObjectId, Value};
use num_bigint::BigInt;
use std::rc::Rc;

/// An object.
#[derive(Clone, Debug)]
pub struct Object {
    /// Its class; index of a `Kind::Class` object.
    pub class: ObjectId,
    /// What it is made of.
    pub kind: Kind,
    /// Instance attributes, for those that have them.
    pub attrs: Option<Rc<NameMap>>,
}

impl Object {
    /// Estimated bytes.
    pub fn size(&self) -> usize {
        let attrs = self
            .attrs
            .as_ref()
            .map_or(0, |attrs| 80 + attrs.len().max(4) * 24);
        self.kind.size() + attrs
    }
}

/// What an object is made of. Subclasses of built-in classes have the kind of their base.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A free slot; the next free one.
    Free(u32),
    /// Nothing but attributes.
    Plain,
    /// `str`
    Str(Rc<Text>),
    /// `int` beyond 64 bits.
    BigInt(Rc<BigInt>),
    /// A number of a subclass of `int` or `float` (`IntEnum`, `class Celsius(float)`).
    Number(Value),
    /// `bytes`
    Bytes(Rc<[u8]>),
    /// `bytearray`
    ByteArray(Rc<Vec<u8>>),
    /// `tuple`
    Tuple(Rc<[Value]>),
    /// `list`
    List(Rc<Vec<Value>>),
    /// `dict`
    Dict(Rc<Dict>),
    /// `set` and `frozenset`
    Set(Rc<Set>),
    /// `range`
    Range(Rc<[i64; 3]>),
    /// `slice`
    Slice(Rc<[Value; 3]>),
    /// A Python function.
    Function(Rc<Function>),
    /// A function bound to its first argument.
    Method { function: Value, receiver: Value },
    /// A code object, as a constant.
    Code(CodeRef),
    /// A variable shared by functions.
    Cell(Value),
    /// A class.
    Class(Rc<Class>),
    /// A module.
    Module(Rc<Module>),
    /// The namespace of a class body while it runs.
    Namespace(Rc<NameMap>),
    /// `property`
    Property(Rc<[Value; 4]>),
    /// `staticmethod`
    StaticMethod(Value),
    /// `classmethod`
    ClassMethod(Value),
    /// `super(class, receiver)`
    Super { class: ObjectId, receiver: Value },
    /// An exception.
    Exception(Rc<Exception>),
    /// A generator or coroutine.
    Generator(Rc<Generator>),
    /// An iterator over a built-in container.
    Iterator(Rc<Iter>),
    /// `dict.keys()`, `.values()`, `.items()`
    DictView { dict: ObjectId, part: DictPart },
    /// `_thread.lock`; who took it, if it is taken.
    Lock { owner: Option<u32> },
    /// `_thread.RLock`
    RLock { owner: Option<u32>, count: u32 },
    /// The waiting line of a condition variable: who waits, in order, and whether they were notified.
    Waiters(Rc<Vec<Waiter>>),
    /// A random number generator.
    Random(Rc<crate::vm::natives::random::Generator>),
    /// A handle of something that the machine keeps outside of the heap (thread, process, pipe, semaphore).
    Handle(u32),
}

/// One who waits on a condition variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiter {
    /// The thread.
    pub thread: u32,
    /// Whether it may go on.
    pub notified: bool,
}

/// Which part of a dict a view shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DictPart {
    /// `keys()`
    Keys,
    /// `values()`
    Values,
    /// `items()`
    Items,
}

/// A string and what is worth knowing about it at once.
#[derive(Clone, Debug)]
pub struct Text {
    /// The characters.
    pub s: Box<str>,
    /// How many code points; equal to the bytes if all are ASCII.
    pub chars: usize,
    /// Python's hash, computed once.
    pub hash: std::cell::Cell<Option<i64>>,
    /// Where every so many characters begin, found at the first question; see [`Text::byte_at`].
    marks: std::cell::OnceCell<Box<[u32]>>,
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        self.s == other.s
    }
}

impl Eq for Text {}

/// Characters from mark to mark in a [`Text`].
const MARK: usize = 64;

impl Text {
    /// From characters.
    pub fn new(s: impl Into<Box<str>>) -> Self {
        let s = s.into();
        let chars = if s.is_ascii() {
            s.len()
        } else {
            s.chars().count()
        };
        Text {
            s,
            chars,
            hash: std::cell::Cell::new(None),
            marks: std::cell::OnceCell::new(),
        }
    }

    /// The byte where the character `index` begins, or the end: at once, so that going through a text by index takes
    /// no longer in Russian than in English.
    pub fn byte_at(&self, index: usize) -> usize {
        if self.is_ascii() {
            return index.min(self.s.len());
        }
        if index >= self.chars {
            return self.s.len();
        }
        let marks = self.marks.get_or_init(|| {
            let all = self.s.char_indices().step_by(MARK);
            all.map(|(at, _)| at as u32).collect()
        });
        let from = marks[index / MARK] as usize;
        let mut rest = self.s[from..].char_indices();
        rest.nth(index % MARK)
            .map_or(self.s.len(), |(at, _)| from + at)
    }

    /// The character at an index.
    pub fn char_at(&self, index: usize) -> Option<char> {
        self.s[self.byte_at(index)..].chars().next()
    }

    /// The characters from one index to another.
    pub fn part(&self, from: usize, to: usize) -> &str {
        &self.s[self.byte_at(from)..self.byte_at(to.max(from))]
    }

    /// Whether every code point is one byte.
    pub fn is_ascii(&self) -> bool {
        self.chars == self.s.len()
    }
}

/// A Python function.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its code.
    pub code: CodeRef,
    /// The module whose globals it uses.
    pub module: ObjectId,
    /// Defaults of positional parameters: a tuple or `None`.
    pub defaults: Value,
    /// Defaults of keyword-only parameters: a dict or `None`.
    pub kwdefaults: Value,
    /// Cells of free variables.
    pub closure: Rc<[ObjectId]>,
    /// Annotations: a tuple of names and values, a dict, or `None`.
    pub annotations: Value,
    /// `__name__`, if it was changed.
    pub name: Value,
    /// `__qualname__`, if it was changed.
    pub qualname: Value,
    /// `__doc__`, if it was changed.
    pub doc: Value,
}

impl Function {
    /// The values that it holds, the cells apart.
    pub fn values(&self) -> [Value; 7] {
        [
            Value::Object(self.module),
            self.defaults,
            self.kwdefaults,
            self.annotations,
            self.name,
            self.qualname,
            self.doc,
        ]
    }
}

/// A class.
#[derive(Clone, Debug)]
pub struct Class {
    /// `__name__`
    pub name: Rc<str>,
    /// `__qualname__`
    pub qualname: Rc<str>,
    /// `__module__`
    pub module: Rc<str>,
    /// Direct bases.
    pub bases: Vec<ObjectId>,
    /// Method resolution order, itself first.
    pub mro: Rc<[ObjectId]>,
    /// Its own attributes.
    pub attrs: NameMap,
    /// What its instances are made of.
    pub layout: Layout,
    /// Defined by a program rather than built in.
    pub heap: bool,
    /// Which special methods are defined by Python code somewhere in the mro: see [`crate::vm::classes`].
    pub specials: u32,
    /// Its number among the classes of its heap.
    pub serial: u32,
    /// The metaclass when it is not `type`.
    pub metaclass: Option<ObjectId>,
}

/// What instances of a class are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Layout {
    Plain,
    Str,
    Int,
    Float,
    Bool,
    Bytes,
    ByteArray,
    Tuple,
    List,
    Dict,
    Set,
    FrozenSet,
    Exception,
    Class,
    Lock,
    RLock,
    Waiters,
    Random,
    /// Made by the machine only: `object.__new__` refuses.
    Internal,
}

/// A module and its globals.
#[derive(Clone, Debug)]
pub struct Module {
    /// Which unit of the program.
    pub unit: u32,
    /// Values by slot; the names are in the program's unit.
    pub slots: Vec<Value>,
    /// Globals that the compiler did not foresee (`setattr(module, …)`), and attributes of native modules.
    pub extra: NameMap,
    /// Whether its code has run (or runs).
    pub imported: bool,
}

/// An exception.
#[derive(Clone, Debug)]
pub struct Exception {
    /// `args`: a tuple.
    pub args: Value,
    /// `__cause__`
    pub cause: Value,
    /// `__context__`
    pub context: Value,
    /// `__suppress_context__`
    pub suppress_context: bool,
    /// Where it passed, innermost first. `value` of StopIteration, `code` of SystemExit, `name` of NameError… live in
    /// attrs.
    pub traceback: Vec<TraceEntry>,
}

/// One line of a traceback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TraceEntry {
    /// Whose code.
    pub code: CodeRef,
    /// The instruction; from [`FROM_TEXT`] on, a line of the text of which CPython makes the function; from
    /// [`NAMED_TEXT`] on, the name of such a function, at the second line of its text.
    pub instruction: u32,
}

/// See [`TraceEntry::instruction`].
pub const FROM_TEXT: u32 = 1 << 30;

/// See [`TraceEntry::instruction`].
pub const NAMED_TEXT: u32 = 1 << 31;

/// A generator or coroutine: a frame that is not on any stack.
#[derive(Clone, Debug)]
pub struct Generator {
    /// The suspended frame; `None` while it runs and after its end.
    pub frame: Option<crate::vm::frame::Frame>,
    /// The frame's locals and stack.
    pub values: Vec<Value>,
    /// Its code, for its name.
    pub code: CodeRef,
    /// Whether it has begun.
    pub started: bool,
    /// Whether it runs now.
    pub running: bool,
    /// Whether only the loop over it has it.
    pub temporary: bool,
    /// The exception that it was handling at its `yield`; `NULL` if it handled none.
    pub exc: Value,
}

/// Iterators over built-in containers.
#[derive(Clone, Debug)]
pub enum Iter {
    /// Over a list (watches its length), by position.
    List { list: ObjectId, next: usize },
    /// Backwards over a list or tuple; `next` counts down, 0: at its end.
    Reversed { sequence: Value, next: usize },
    /// Over a tuple.
    Tuple { items: Rc<[Value]>, next: usize },
    /// Over a string, by byte offset.
    Str { text: Rc<Text>, next: usize },
    /// Over bytes.
    Bytes { data: Rc<[u8]>, next: usize },
    /// Over a range.
    Range { next: i64, stop: i64, step: i64 },
    /// Over a dict: position among its entries, the length at the start and how many are to come.
    Dict {
        dict: ObjectId,
        part: DictPart,
        next: usize,
        len: usize,
        left: usize,
    },
    /// Backwards over a dict's keys.
    DictReversed {
        dict: ObjectId,
        part: DictPart,
        next: usize,
        len: usize,
    },
    /// Over a set: position in its table and the length at the start.
    Set {
        set: ObjectId,
        next: usize,
        len: usize,
    },
    /// `enumerate` over another native iterator.
    Enumerate { inner: ObjectId, count: i64 },
    /// `zip` over native iterators.
    Zip { inner: Rc<[ObjectId]>, strict: bool },
    /// Over anything with `__getitem__` by position.
    Sequence { owner: Value, next: i64 },
    /// Ran out.
    Done,
}

/// The names that `Kind` goes by in messages about missing support.
impl Kind {
    /// A rough size in bytes, for the limit on live memory.
    pub fn size(&self) -> usize {
        64 + match self {
            Kind::Str(t) => 80 + t.s.len(),
            Kind::BigInt(i) => 64 + (i.bits() / 8) as usize,
            Kind::Bytes(b) => 16 + b.len(),
            Kind::ByteArray(b) => 48 + b.capacity(),
            Kind::Tuple(t) => 16 + t.len() * 16,
            Kind::List(l) => 48 + l.capacity() * 16,
            Kind::Dict(d) => 128 + d.size(),
            Kind::Set(s) => 64 + s.size(),
            Kind::Generator(g) => 192 + g.values.len() * 16,
            Kind::Function(_) => 144,
            Kind::Iterator(_) | Kind::Slice(_) | Kind::Range(_) => 64,
            Kind::Exception(e) => 128 + e.traceback.len() * 8,
            Kind::Class(class) => 512 + class.attrs.len() * 24,
            _ => 0,
        }
    }
}

/// A name and a value, where order matters.
pub type Named = (NameId, Value);

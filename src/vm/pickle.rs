//! Pickling: protocol 4 (CPython 3.13's default) byte for byte, so that what crosses between
//! processes has the size it has there; 5 as well, and the older ones for plain values.
//!
//! Never calls Python code. Where an object wants to (`__reduce__`, `__getstate__`), the caller gets
//! the objects that ask for it, has them reduced in Python, and pickles again. Knows nothing of
//! processes.

use crate::vm::exec::Vm;
use crate::vm::natives::lists::items;
use crate::vm::object::{Kind, Text};
use crate::vm::pickle_reduce::{Global, Parts, Reduction};
use crate::vm::pickle_writer::{Key, Writer, op};
use crate::vm::signal::Answer;
use crate::vm::types;
use crate::vm::value::{NameId, ObjectId, Value};
use std::collections::HashMap;
use std::rc::Rc;

/// CPython's `DEFAULT_PROTOCOL`.
pub const DEFAULT_PROTOCOL: u8 = 4;
/// CPython's `HIGHEST_PROTOCOL`.
pub const HIGHEST_PROTOCOL: u8 = 5;
/// Items per batch of a container.
const BATCH: usize = 1000;
/// Nested values before CPython's C stack counts as exhausted.
const MAX_DEPTH: u32 = 4990;

/// What pickling gives.
pub enum Pickled {
    /// The bytes.
    Bytes(Vec<u8>),
    /// Objects that have to be reduced in Python first.
    Ask(Vec<Value>),
    /// PicklingError with that message.
    Refused(String),
}

/// What is left to write, the next on top.
enum Task {
    Save(Value),
    /// A string and what it is shared by.
    Name(Key, Rc<str>),
    Raw(Vec<u8>),
    Op(u8),
    Memo(Key),
    EndTuple(ObjectId, usize),
    EndFrozen(ObjectId),
    /// Items from a position on; whether the container is an exact list.
    Items(Rc<[Value]>, usize, bool),
    /// Pairs from a position on; exact dict; whether its keys are names.
    Pairs(Rc<[(Value, Value)]>, usize, bool, bool),
    Elements(Rc<[Value]>, usize),
    /// A dict whose keys are names of attributes.
    State(ObjectId),
    Leave,
}

/// Objects already reduced in Python: the object, and what its reduction gave.
pub type Reductions = HashMap<ObjectId, Value>;

pub(crate) struct Pickler {
    writer: Writer,
    todo: Vec<Task>,
    depth: u32,
    reductions: Reductions,
    asked: Vec<Value>,
    pub(crate) refused: Option<String>,
}

/// Pickles a value.
///
/// # Errors
/// What cannot be pickled raises as in CPython.
pub fn dumps(vm: &mut Vm, value: Value, protocol: u8, reductions: Reductions) -> Answer<Pickled> {
    let mut pickler = Pickler {
        writer: Writer::new(protocol),
        todo: vec![Task::Save(value)],
        depth: 0,
        reductions,
        asked: Vec::new(),
        refused: None,
    };
    while let Some(task) = pickler.todo.pop() {
        let result = pickler.perform(vm, task);
        if !pickler.asked.is_empty() && (result.is_err() || pickler.refused.is_some()) {
            // What Python code does comes first: it was reached first.
            return Ok(Pickled::Ask(pickler.asked));
        }
        result?;
        if let Some(message) = pickler.refused {
            return Ok(Pickled::Refused(message));
        }
        vm.check_size(pickler.writer.size() as u64)?;
    }
    if !pickler.asked.is_empty() {
        return Ok(Pickled::Ask(pickler.asked));
    }
    Ok(Pickled::Bytes(pickler.writer.finish()))
}

impl Pickler {
    fn perform(&mut self, vm: &mut Vm, task: Task) -> Answer<()> {
        match task {
            Task::Save(value) => return self.save(vm, value),
            Task::Name(key, text) => {
                self.writer.boundary();
                self.writer.text(key, &text);
            }
            Task::Raw(bytes) => self.writer.write(&bytes),
            Task::Op(op) => self.writer.write(&[op]),
            Task::Memo(key) => self.writer.memoize(key),
            Task::EndTuple(id, len) => self.end_tuple(id, len),
            Task::EndFrozen(id) => {
                let key = Key::Object(id);
                if self.writer.knows(&key) {
                    self.writer.write(&[op::POP_MARK]);
                    self.writer.recall(&key);
                } else {
                    self.writer.write(&[op::FROZENSET]);
                    self.writer.memoize(key);
                }
            }
            Task::Items(list, at, exact) => self.batch_items(list, at, exact),
            Task::Pairs(pairs, at, exact, named) => self.batch_pairs(vm, pairs, at, exact, named),
            Task::Elements(list, at) => {
                let end = (at + BATCH).min(list.len());
                if end - at == BATCH {
                    self.todo.push(Task::Elements(Rc::clone(&list), end));
                }
                self.writer.write(&[op::MARK]);
                self.todo.push(Task::Op(op::ADDITEMS));
                self.push_all(&list[at..end]);
            }
            Task::State(id) => {
                let key = Key::Object(id);
                self.writer.boundary();
                if self.writer.knows(&key) {
                    self.writer.recall(&key);
                } else {
                    self.save_dict(vm, id, true);
                }
            }
            Task::Leave => self.depth -= 1,
        }
        Ok(())
    }

    fn push_all(&mut self, values: &[Value]) {
        self.todo
            .extend(values.iter().rev().map(|v| Task::Save(*v)));
    }

    fn save(&mut self, vm: &mut Vm, value: Value) -> Answer<()> {
        self.writer.boundary();
        match value {
            Value::Null | Value::None => self.writer.write(&[op::NONE]),
            Value::Bool(b) => self.writer.bool(b),
            Value::Int(i) => self.writer.int(i),
            Value::Float(x) => self.writer.float(x),
            Value::Ellipsis => self.push_global(Global::new("builtins", "Ellipsis"), Key::Fresh),
            Value::NotImplemented => {
                self.push_global(Global::new("builtins", "NotImplemented"), Key::Fresh);
            }
            Value::Native(id) => {
                let key = Key::Native(id);
                if self.writer.knows(&key) {
                    self.writer.recall(&key);
                    return Ok(());
                }
                let reduction = self.native(vm, id)?;
                self.push_reduction(vm, reduction, key, Value::Null);
            }
            Value::Object(id) => return self.save_object(vm, id),
        }
        Ok(())
    }

    fn save_object(&mut self, vm: &mut Vm, id: ObjectId) -> Answer<()> {
        let object = vm.heap.get(id);
        let (class, kind) = (object.class, object.kind.clone());
        let exact = (class.0 as usize) < types::TYPES.len()
            || vm.attributes_owner(Value::Object(id)).is_some();
        if let (Kind::BigInt(value), true) = (&kind, exact) {
            self.writer.big_int(value);
            return Ok(());
        }
        let key = match &kind {
            Kind::Str(text) if exact => string_key(vm, id, text),
            Kind::Bytes(data) if exact && data.len() < 2 => Key::Bytes(data.first().copied()),
            _ => Key::Object(id),
        };
        if self.writer.knows(&key) {
            self.writer.recall(&key);
            return Ok(());
        }
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(vm.error(
                types::RECURSION_ERROR,
                "maximum recursion depth exceeded while pickling an object",
            ));
        }
        self.todo.push(Task::Leave);
        match &kind {
            Kind::Str(text) if exact => self.writer.text(key, &text.s),
            Kind::Bytes(data) if exact && self.writer.protocol >= 3 => {
                self.writer.bytes(data);
                self.writer.memoize(key);
            }
            Kind::Tuple(list) if exact => self.save_tuple(id, list),
            Kind::List(list) if exact => {
                self.writer.empty(op::EMPTY_LIST, b"(l");
                self.writer.memoize(key);
                self.todo.push(Task::Items(list.as_slice().into(), 0, true));
            }
            Kind::Dict(_) if exact => self.save_dict(vm, id, false),
            Kind::Set(set) if exact && self.writer.protocol >= 4 => {
                let list: Rc<[Value]> = set.iter().map(|(_, v)| v).collect();
                if class == types::FROZENSET {
                    self.writer.write(&[op::MARK]);
                    self.todo.push(Task::EndFrozen(id));
                    self.push_all(&list);
                } else {
                    self.writer.write(&[op::EMPTY_SET]);
                    self.writer.memoize(key);
                    if !list.is_empty() {
                        self.todo.push(Task::Elements(list, 0));
                    }
                }
            }
            Kind::ByteArray(data) if exact && self.writer.protocol >= 5 => {
                self.writer.bytearray(data);
                self.writer.memoize(key);
            }
            _ => {
                let reduction = match self.reductions.get(&id) {
                    Some(given) => self.given(vm, Value::Object(id), *given)?,
                    None => self.reduce(vm, id)?,
                };
                self.push_reduction(vm, reduction, key, Value::Object(id));
            }
        }
        Ok(())
    }

    fn save_tuple(&mut self, id: ObjectId, list: &Rc<[Value]>) {
        if list.is_empty() {
            self.writer.empty(op::EMPTY_TUPLE, b"(t");
            return;
        }
        if list.len() > 3 || self.writer.protocol < 2 {
            self.writer.write(&[op::MARK]);
        }
        self.todo.push(Task::EndTuple(id, list.len()));
        self.push_all(list);
    }

    fn end_tuple(&mut self, id: ObjectId, len: usize) {
        let key = Key::Object(id);
        let marked = len > 3 || self.writer.protocol < 2;
        if self.writer.knows(&key) {
            // It contains itself: what was built is thrown away.
            if marked {
                self.writer.write(&[op::POP_MARK]);
            } else {
                self.writer.write(&vec![op::POP; len]);
            }
            self.writer.recall(&key);
            return;
        }
        let code = match len {
            1 if !marked => op::TUPLE1,
            2 if !marked => op::TUPLE2,
            3 if !marked => op::TUPLE3,
            _ => op::TUPLE,
        };
        self.writer.write(&[code]);
        self.writer.memoize(key);
    }

    fn save_dict(&mut self, vm: &mut Vm, id: ObjectId, named: bool) {
        self.writer.empty(op::EMPTY_DICT, b"(d");
        self.writer.memoize(Key::Object(id));
        let source = match vm.attributes_owner(Value::Object(id)) {
            Some(owner) => {
                let attributes = own_attributes(vm, owner);
                vm.dict_of_names(&attributes).object().unwrap_or(id)
            }
            None => id,
        };
        let data = vm.dict_data(source).unwrap_or_default();
        let pairs: Rc<[(Value, Value)]> = data.iter().map(|e| (e.key, e.value)).collect();
        if !pairs.is_empty() {
            self.todo.push(Task::Pairs(pairs, 0, true, named));
        }
    }

    /// The next items of a list: one alone has an operation of its own. In an exact list that is one in
    /// all, elsewhere one in its batch.
    fn batch_items(&mut self, list: Rc<[Value]>, at: usize, exact: bool) {
        let left = list.len() - at;
        if left == 0 {
            return;
        }
        if self.writer.protocol == 0 {
            for value in list.iter().rev() {
                self.todo.push(Task::Op(op::APPEND));
                self.todo.push(Task::Save(*value));
            }
            return;
        }
        if left == 1 && (at == 0 || !exact) {
            self.todo.push(Task::Op(op::APPEND));
            self.todo.push(Task::Save(list[at]));
            return;
        }
        let end = (at + BATCH).min(list.len());
        self.todo.push(Task::Items(Rc::clone(&list), end, exact));
        self.writer.write(&[op::MARK]);
        self.todo.push(Task::Op(op::APPENDS));
        self.push_all(&list[at..end]);
    }

    fn batch_pairs(
        &mut self,
        vm: &mut Vm,
        pairs: Rc<[(Value, Value)]>,
        at: usize,
        exact: bool,
        named: bool,
    ) {
        let left = pairs.len() - at;
        let single = left == 1 && (at == 0 || !exact);
        if left == 0 && !exact {
            return;
        }
        let one_by_one = self.writer.protocol == 0;
        let end = if one_by_one {
            pairs.len()
        } else {
            (at + BATCH).min(pairs.len())
        };
        // As CPython: a full batch of an exact dict is followed by another, be it empty.
        if end - at == BATCH && !one_by_one {
            self.todo
                .push(Task::Pairs(Rc::clone(&pairs), end, exact, named));
        }
        if !single && !one_by_one {
            self.writer.write(&[op::MARK]);
            self.todo.push(Task::Op(op::SETITEMS));
        }
        for (key, value) in pairs[at..end].iter().rev() {
            if single || one_by_one {
                self.todo.push(Task::Op(op::SETITEM));
            }
            self.todo.push(Task::Save(*value));
            self.todo.push(match vm.heap.str(*key) {
                Some(text) if named => Task::Name(Key::Text((*text.s).into()), (*text.s).into()),
                _ => Task::Save(*key),
            });
        }
    }

    /// Schedules what a reduction says.
    fn push_reduction(&mut self, vm: &mut Vm, reduction: Reduction, key: Key, whole: Value) {
        match reduction {
            Reduction::Global(global) => self.push_global(global, key),
            Reduction::Ask => {
                self.asked.push(whole);
                self.writer.write(&[op::NONE]);
                self.writer.memoize(key);
            }
            Reduction::Parts(parts) => self.push_parts(vm, *parts, key),
        }
    }

    fn push_parts(&mut self, vm: &mut Vm, parts: Parts, key: Key) {
        let mut tasks: Vec<Task> = Vec::new();
        if parts.new && self.writer.protocol >= 2 {
            let class = parts.args.first().copied().unwrap_or(Value::None);
            let rest = vm.tuple(parts.args.get(1..).unwrap_or_default().to_vec());
            tasks.extend([Task::Save(class), Task::Save(rest), Task::Op(op::NEWOBJ)]);
        } else {
            let args = match parts.tuple {
                Value::Null => vm.tuple(parts.args),
                given => given,
            };
            tasks.extend([
                Task::Save(parts.function),
                Task::Save(args),
                Task::Op(op::REDUCE),
            ]);
        }
        tasks.push(Task::Memo(key));
        if let Some(list) = parts.items {
            tasks.push(Task::Items(list.into(), 0, false));
        }
        if let Some(pairs) = parts.pairs {
            tasks.push(Task::Pairs(pairs.into(), 0, false, false));
        }
        if let Some(state) = parts.state {
            let is_dict = state
                .object()
                .is_some_and(|id| vm.heap.get(id).class == types::DICT);
            match state.object() {
                Some(id) if is_dict => tasks.push(Task::State(id)),
                _ => tasks.push(Task::Save(state)),
            }
            tasks.push(Task::Op(op::BUILD));
        }
        self.todo.extend(tasks.into_iter().rev());
    }

    fn push_global(&mut self, global: Global, key: Key) {
        if self.writer.protocol < 4 {
            let module = match &*global.module {
                "builtins" if self.writer.protocol < 3 => "__builtin__",
                other => other,
            };
            let mut line = vec![op::GLOBAL];
            line.extend(format!("{module}\n{}\n", global.name).bytes());
            self.todo.push(Task::Memo(key));
            self.todo.push(Task::Raw(line));
            return;
        }
        self.todo.push(Task::Memo(key));
        self.todo.push(Task::Op(op::STACK_GLOBAL));
        let own = Rc::clone(&global.name);
        self.todo.push(Task::Name(
            // Built-in classes and functions keep their names in strings of their own.
            if global.shared {
                Key::Text(own)
            } else {
                Key::Fresh
            },
            global.name,
        ));
        let own = Rc::clone(&global.module);
        self.todo.push(Task::Name(
            if global.native {
                Key::NativeText(own)
            } else {
                Key::Text(own)
            },
            global.module,
        ));
    }
}

/// What a string is shared by: CPython keeps one object for equal identifiers of the program's text
/// and for single characters of Latin-1.
fn string_key(vm: &Vm, id: ObjectId, text: &Rc<Text>) -> Key {
    let identifier = |s: &str| s.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let single = text.chars <= 1 && text.s.chars().all(|c| (c as u32) < 256);
    if single || id.0 < vm.heap.permanent() && identifier(&text.s) {
        return Key::Text((*text.s).into());
    }
    Key::Object(id)
}

/// The names of an object's own attributes with their values, without the machine's.
pub(crate) fn own_attributes(vm: &Vm, id: ObjectId) -> Vec<(NameId, Value)> {
    vm.heap.note(id, crate::vm::heap::Access::Attributes);
    if let Some(dict) = vm.own_dict(id).and_then(|dict| vm.dict_data(dict)) {
        let named = |key: Value| vm.names.lookup(&vm.heap.str(key)?.s);
        let pairs = dict.iter().map(|e| Some((named(e.key)?, e.value)));
        return pairs.flatten().collect();
    }
    match &vm.heap.get(id).attrs {
        Some(attrs) => attrs
            .iter()
            .filter(|(n, _)| !vm.names.get(*n).starts_with("__lockstep"))
            .collect(),
        None => Vec::new(),
    }
}

/// The reductions that Python gives as a list: object, reduction, object, reduction, …
pub fn reductions(vm: &Vm, list: Value) -> Reductions {
    items(vm, list)
        .chunks(2)
        .filter_map(|pair| Some((pair.first()?.object()?, *pair.get(1)?)))
        .collect()
}

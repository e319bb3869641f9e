//! Items of containers: subscripts, slices, membership, iteration.

use crate::vm::dict::Dict;
use crate::vm::exec::{Variable, Vm};
use crate::vm::names;
use crate::vm::object::{DictPart, Iter, Kind, Text};
use crate::vm::operations::{MAX_OBJECT, plain_equal, plain_hash};
use crate::vm::set::Set;
use crate::vm::signal::{Answer, Signal};
use crate::vm::types;
use crate::vm::value::{NameId, ObjectId, Value};
use std::rc::Rc;

/// How deep iterators over iterators (`zip`, `enumerate`) may nest.
const ITERATOR_DEPTH: u32 = 200;

/// How many numbers a range has.
pub fn range_len(r: &[i64; 3]) -> u64 {
    let (start, stop, step) = (i128::from(r[0]), i128::from(r[1]), i128::from(r[2]));
    let len = if step > 0 && start < stop {
        (stop - start - 1) / step + 1
    } else if step < 0 && start > stop {
        (start - stop - 1) / -step + 1
    } else {
        0
    };
    u64::try_from(len).unwrap_or(u64::MAX)
}

/// The positions that a slice selects: first, step, how many.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// The first position.
    pub start: i64,
    /// Where it ends, as the slice says.
    pub stop: i64,
    /// The distance to the next.
    pub step: i64,
    /// How many.
    pub len: i64,
}

impl Span {
    /// Puts new items in the place of those at the positions; only a step of 1 may change their number.
    fn replace<T>(self, items: &mut Vec<T>, new: Vec<T>) {
        if self.step == 1 {
            let start = self.start as usize;
            items.splice(start..start + self.len as usize, new);
        } else {
            for (i, item) in self.positions().zip(new) {
                items[i] = item;
            }
        }
    }

    /// The positions.
    pub fn positions(self) -> impl Iterator<Item = usize> {
        (0..self.len).map(move |i| (self.start + i * self.step) as usize)
    }
}

/// Where a key is in a dict.
pub enum Found {
    /// At that position.
    At(usize),
    /// Nowhere; the key's hash.
    Missing(i64),
}

impl Vm<'_> {
    /// A new string.
    pub fn new_str(&mut self, s: &str) -> Value {
        self.heap.make(types::STR, Kind::Str(Rc::new(Text::new(s))))
    }

    /// A new string from an owned one.
    pub fn string(&mut self, s: String) -> Value {
        self.heap.make(types::STR, Kind::Str(Rc::new(Text::new(s))))
    }

    /// A new tuple.
    pub fn tuple(&mut self, items: Vec<Value>) -> Value {
        self.heap.make(types::TUPLE, Kind::Tuple(items.into()))
    }

    /// A new list.
    pub fn list(&mut self, items: Vec<Value>) -> Value {
        self.heap.make(types::LIST, Kind::List(Rc::new(items)))
    }

    /// A new empty dict.
    pub fn new_dict(&mut self) -> Value {
        self.heap
            .make(types::DICT, Kind::Dict(Rc::new(Dict::default())))
    }

    /// A dict from names to values.
    pub fn dict_of_names(&mut self, items: &[(NameId, Value)]) -> Value {
        let mut dict = Dict::default();
        for (name, value) in items {
            let key = self.name_str(*name);
            let hash = plain_hash(self.heap, key).unwrap_or(0);
            dict.push(hash, key, *value);
        }
        self.heap.make(types::DICT, Kind::Dict(Rc::new(dict)))
    }

    /// A name as a string object.
    pub fn name_str(&mut self, name: NameId) -> Value {
        let text = self.names.get(name).clone();
        self.new_str(&text)
    }

    /// The name that a string object spells.
    pub fn name_of(&mut self, value: Value) -> NameId {
        let text = match self.heap.str(value) {
            Some(text) => Rc::clone(text),
            None => return names::NAME,
        };
        self.intern(&text.s)
    }

    /// The number of a name. Only a new one copies the names, should a kept state share them.
    pub fn intern(&mut self, text: &str) -> NameId {
        match self.names.lookup(text) {
            Some(name) => name,
            None => Rc::make_mut(self.names).intern(text),
        }
    }

    /// A slice object.
    pub fn slice(&mut self, start: Value, stop: Value, step: Value) -> Value {
        self.heap
            .make(types::SLICE, Kind::Slice(Rc::new([start, stop, step])))
    }

    /// An int that can be an index; `None` if the value is none (an object with `__index__` is not one here).
    pub fn index(&self, value: Value) -> Option<i64> {
        match crate::vm::operations::number(self.heap, value)? {
            crate::vm::operations::Number::Int(i) => Some(i),
            crate::vm::operations::Number::Big(b) => Some(if b.sign() == num_bigint::Sign::Minus {
                i64::MIN
            } else {
                i64::MAX
            }),
            crate::vm::operations::Number::Float(_) => None,
        }
    }

    /// Whether only Python code can tell which index this is: an object with `__index__`, or a slice with one.
    pub fn needs_index(&self, key: Value) -> bool {
        let Some(id) = key.object() else {
            return false;
        };
        let object = self.heap.get(id);
        match &object.kind {
            Kind::Slice(parts) => parts.iter().any(|part| self.needs_index(*part)),
            Kind::Plain => {
                let method = self.class_lookup(object.class, names::INDEX);
                method.is_some_and(|m| !matches!(m, Value::Native(_)))
            }
            _ => false,
        }
    }

    /// Whether `container[key]` needs Python code to know the index.
    fn is_asked_by_index(&self, container: ObjectId, key: Value) -> bool {
        matches!(
            self.heap.get(container).kind,
            Kind::List(_)
                | Kind::Tuple(_)
                | Kind::Str(_)
                | Kind::Bytes(_)
                | Kind::ByteArray(_)
                | Kind::Range(_)
        ) && self.needs_index(key)
    }

    /// The positions of a slice in a sequence of that length.
    pub fn span(&mut self, parts: &[Value; 3], len: i64) -> Answer<Span> {
        let mut bounds = [None; 3];
        for (bound, part) in bounds.iter_mut().zip(parts) {
            if *part != Value::None {
                match self.index(*part) {
                    Some(i) => *bound = Some(i),
                    None => {
                        return Err(self.type_error(
                            "slice indices must be integers or None or have an __index__ method",
                        ));
                    }
                }
            }
        }
        let step = bounds[2].unwrap_or(1);
        if step == 0 {
            return Err(self.value_error("slice step cannot be zero"));
        }
        let (low, high) = if step > 0 { (0, len) } else { (-1, len - 1) };
        let clamp = |i: i64| (if i < 0 { i.saturating_add(len) } else { i }).clamp(low, high);
        let start = bounds[0].map_or(if step > 0 { low } else { high }, clamp);
        let stop = bounds[1].map_or(if step > 0 { high } else { low }, clamp);
        let len = range_len(&[start, stop, step]) as i64;
        Ok(Span {
            start,
            stop,
            step,
            len,
        })
    }

    /// Finds a key; Python code is asked only through the prelude, so its answer may be a signal.
    pub fn dict_find(&mut self, dict: &Dict, key: Value) -> Answer<Option<Found>> {
        let Some(hash) = plain_hash(self.heap, key) else {
            // TypeError for what has no hash at all; otherwise Python code is needed.
            return match self.hash(key) {
                Ok(hash) => Ok(Some(Found::Missing(hash))),
                Err(Signal::Call(_)) => Ok(None),
                Err(other) => Err(other),
            };
        };
        let heap = &*self.heap;
        let mut unsure = false;
        let found = dict.find(hash, |other| {
            other == key && !matches!(other, Value::Float(_))
                || plain_equal(heap, other, key, 1).unwrap_or_else(|| {
                    unsure = true;
                    false
                })
        });
        Ok(match found {
            Some(at) => Some(Found::At(at)),
            None if unsure => None,
            None => Some(Found::Missing(hash)),
        })
    }

    /// The value of a string key.
    pub fn dict_get_str(&self, dict: ObjectId, key: &str) -> Option<Value> {
        let Kind::Dict(dict) = &self.heap.get(dict).kind else {
            return None;
        };
        let hash = crate::vm::text::hash::hash_str(key);
        let at = dict.find(hash, |other| {
            self.heap.str(other).is_some_and(|t| &*t.s == key)
        })?;
        dict.entry(at).map(|e| e.value)
    }

    /// The dict behind an object.
    pub fn dict_data(&self, id: ObjectId) -> Option<Rc<Dict>> {
        match &self.heap.get(id).kind {
            Kind::Dict(dict) => Some(Rc::clone(dict)),
            _ => None,
        }
    }

    /// Changes the dict behind an object.
    pub fn dict_mut(&mut self, id: ObjectId) -> Option<&mut Dict> {
        match &mut self.heap.get_mut(id).kind {
            Kind::Dict(dict) => Some(Rc::make_mut(dict)),
            _ => None,
        }
    }

    /// `dict[key] = value` for a real dict.
    pub fn dict_set(&mut self, id: ObjectId, key: Value, value: Value) -> Answer<()> {
        let Some(dict) = self.dict_data(id) else {
            return Ok(());
        };
        let found = self.dict_find(&dict, key)?;
        drop(dict);
        match found {
            Some(Found::At(at)) => {
                if let Some(dict) = self.dict_mut(id) {
                    dict.set_at(at, value);
                }
            }
            Some(Found::Missing(hash)) => {
                self.heap.charge(48);
                if let Some(dict) = self.dict_mut(id) {
                    dict.push(hash, key, value);
                }
            }
            None => {
                let function = self.prelude("_dict_set");
                return self.discard(function, vec![Value::Object(id), key, value]);
            }
        }
        Ok(())
    }

    /// `container[key]`
    pub fn get_item(&mut self, container: Value, key: Value) -> Answer {
        let Value::Object(id) = container else {
            return Err(self.not_subscriptable(container));
        };
        let object = self.heap.get(id);
        if object.class.0 as usize >= types::TYPES.len()
            && !matches!(object.kind, Kind::Class(_))
            && let Some(method) = self.class_lookup(object.class, names::GETITEM)
            && !matches!(method, Value::Native(_))
        {
            return self.in_python("_get_item", &[container, key]);
        }
        let noted =
            self.log.is_some() && matches!(self.heap.get(id).kind, Kind::List(_) | Kind::Dict(_));
        let value = self.get_item_of(id, key)?;
        if noted {
            self.note(Variable::Item(id, key), value, false);
        }
        Ok(value)
    }

    fn get_item_of(&mut self, id: ObjectId, key: Value) -> Answer {
        let container = Value::Object(id);
        if self.is_asked_by_index(id, key) {
            return self.in_python("_item_at", &[container, key]);
        }
        match &self.heap.get(id).kind {
            Kind::List(items) => match self.position(key, items.len()) {
                Position::At(i) => Ok(items[i]),
                Position::Outside => Err(self.error(types::INDEX_ERROR, "list index out of range")),
                Position::Other => {
                    let items = Rc::clone(items);
                    let picked = self.pick(&items, key, "list")?;
                    Ok(self.list(picked))
                }
            },
            Kind::Tuple(items) => match self.position(key, items.len()) {
                Position::At(i) => Ok(items[i]),
                Position::Outside => {
                    Err(self.error(types::INDEX_ERROR, "tuple index out of range"))
                }
                Position::Other => {
                    let items = Rc::clone(items);
                    let picked = self.pick(&items, key, "tuple")?;
                    Ok(self.tuple(picked))
                }
            },
            Kind::Dict(dict) => {
                let dict = Rc::clone(dict);
                match self.dict_find(&dict, key)? {
                    Some(Found::At(at)) => Ok(dict.entry(at).map_or(Value::None, |e| e.value)),
                    Some(Found::Missing(_)) => self.missing_key(id, key),
                    None => self.in_python("_dict_get", &[container, key]),
                }
            }
            Kind::Str(text) => {
                let text = Rc::clone(text);
                self.str_item(&text, key)
            }
            Kind::Bytes(data) => {
                let data = Rc::clone(data);
                self.bytes_item(&data, key, false)
            }
            Kind::ByteArray(data) => {
                let data: Rc<[u8]> = data.as_slice().into();
                self.bytes_item(&data, key, true)
            }
            Kind::Range(r) => {
                let r = Rc::clone(r);
                self.range_item(&r, key)
            }
            Kind::Class(_) => self.class_item(id, key),
            _ => match self.special(container, names::GETITEM) {
                Some((function, receiver)) => {
                    let bound = self.bind_method(function, receiver);
                    self.in_python("_call1", &[bound, key])
                }
                None => Err(self.not_subscriptable(container)),
            },
        }
    }

    fn missing_key(&mut self, id: ObjectId, key: Value) -> Answer {
        let class = self.heap.get(id).class;
        if class != types::DICT && self.class_lookup(class, names::MISSING).is_some() {
            return self.in_python("_missing", &[Value::Object(id), key]);
        }
        let error = self.exception_of(types::KEY_ERROR, vec![key]);
        Err(Signal::Raise(error))
    }

    fn class_item(&mut self, id: ObjectId, key: Value) -> Answer {
        // A metaclass with `__getitem__` (enums).
        if let Some((function, receiver)) = self.special(Value::Object(id), names::GETITEM) {
            let bound = self.bind_method(function, receiver);
            return self.in_python("_call1", &[bound, key]);
        }
        if self.class_lookup(id, names::CLASS_GETITEM).is_some() {
            return self.in_python("_class_getitem", &[Value::Object(id), key]);
        }
        if matches!(
            id,
            types::LIST | types::DICT | types::TUPLE | types::SET | types::FROZENSET | types::TYPE
        ) {
            return self.in_python("_generic_alias", &[Value::Object(id), key]);
        }
        if self.is_generic_of_library(id) {
            return self.in_python("_generic_alias", &[Value::Object(id), key]);
        }
        let class = match &self.heap.get(id).kind {
            Kind::Class(c) => c.name.clone(),
            _ => "type".into(),
        };
        Err(self.type_error(&format!("type '{class}' is not subscriptable")))
    }

    /// Whether a class is one of the library's, or of its children, that CPython lets be subscribed by types.
    fn is_generic_of_library(&self, id: ObjectId) -> bool {
        let Kind::Class(class) = &self.heap.get(id).kind else {
            return false;
        };
        class.mro.iter().any(|base| {
            let Kind::Class(base) = &self.heap.get(*base).kind else {
                return false;
            };
            let module = base.attrs.get(names::MODULE);
            let module = module.and_then(|value| self.heap.str(value));
            module.is_some_and(|module| crate::vm::library::is_generic(&module.s, &base.name))
        })
    }

    fn not_subscriptable(&mut self, value: Value) -> Signal {
        let name = self.type_name(value);
        self.type_error(&format!("'{name}' object is not subscriptable"))
    }

    fn position(&self, key: Value, len: usize) -> Position {
        match key {
            Value::Int(i) => {
                let at = if i < 0 {
                    i.saturating_add(len as i64)
                } else {
                    i
                };
                if (0..len as i64).contains(&at) {
                    Position::At(at as usize)
                } else {
                    Position::Outside
                }
            }
            other => match self.index(other) {
                Some(i) => self.position(Value::Int(i), len),
                None => Position::Other,
            },
        }
    }

    /// The three parts of a slice object.
    pub fn slice_parts(&self, key: Value) -> Option<Rc<[Value; 3]>> {
        match &self.heap.get(key.object()?).kind {
            Kind::Slice(parts) => Some(Rc::clone(parts)),
            _ => None,
        }
    }

    fn pick(&mut self, items: &[Value], key: Value, what: &str) -> Answer<Vec<Value>> {
        match self.slice_parts(key) {
            Some(parts) => {
                let span = self.span(&parts, items.len() as i64)?;
                Ok(span.positions().map(|i| items[i]).collect())
            }
            None => Err(self.bad_index(key, what)),
        }
    }

    fn bad_index(&mut self, key: Value, what: &str) -> Signal {
        let name = self.type_name(key);
        let message = match what {
            "string" => format!("string indices must be integers, not '{name}'"),
            "byte" | "bytearray" => {
                format!("{what} indices must be integers or slices, not {name}")
            }
            _ => format!("{what} indices must be integers or slices, not {name}"),
        };
        self.type_error(&message)
    }

    fn str_item(&mut self, text: &Text, key: Value) -> Answer {
        match self.position(key, text.chars) {
            Position::At(i) => {
                let c = text.char_at(i).map(String::from).unwrap_or_default();
                Ok(self.string(c))
            }
            Position::Outside => Err(self.error(types::INDEX_ERROR, "string index out of range")),
            Position::Other => match self.slice_parts(key) {
                Some(parts) => {
                    let span = self.span(&parts, text.chars as i64)?;
                    let picked: String = if span.step == 1 {
                        let from = span.start as usize;
                        text.part(from, from + span.len as usize).to_string()
                    } else {
                        span.positions().filter_map(|i| text.char_at(i)).collect()
                    };
                    Ok(self.string(picked))
                }
                None => Err(self.bad_index(key, "string")),
            },
        }
    }

    fn bytes_item(&mut self, data: &[u8], key: Value, array: bool) -> Answer {
        match self.position(key, data.len()) {
            Position::At(i) => Ok(Value::Int(i64::from(data[i]))),
            Position::Outside => {
                let what = if array {
                    "bytearray index out of range"
                } else {
                    "index out of range"
                };
                Err(self.error(types::INDEX_ERROR, what))
            }
            Position::Other => match self.slice_parts(key) {
                Some(parts) => {
                    let span = self.span(&parts, data.len() as i64)?;
                    let picked: Vec<u8> = span.positions().map(|i| data[i]).collect();
                    Ok(if array {
                        self.heap
                            .make(types::BYTEARRAY, Kind::ByteArray(Rc::new(picked)))
                    } else {
                        self.heap.make(types::BYTES, Kind::Bytes(picked.into()))
                    })
                }
                None => Err(self.bad_index(key, if array { "bytearray" } else { "byte" })),
            },
        }
    }

    /// An item or a part of a range, which may be longer than anything that is stored.
    fn range_item(&mut self, r: &[i64; 3], key: Value) -> Answer {
        let len = range_len(r) as i64;
        if let Some(i) = self.index(key) {
            let at = if i < 0 { i.saturating_add(len) } else { i };
            return if (0..len).contains(&at) {
                Ok(Value::Int(r[0] + at * r[2]))
            } else {
                Err(self.error(types::INDEX_ERROR, "range object index out of range"))
            };
        }
        let Some(parts) = self.slice_parts(key) else {
            return Err(self.bad_index(key, "range"));
        };
        let span = self.span(&parts, len)?;
        let start = r[0] + span.start * r[2];
        let step = r[2] * span.step;
        // As CPython: the end of the slice, not the first number that is left out.
        let stop = r[0] + span.stop * r[2];
        let kind = Kind::Range(Rc::new([start, stop, step]));
        Ok(self.heap.make(types::RANGE, kind))
    }

    /// `container[key] = value`
    pub fn set_item(&mut self, container: Value, key: Value, value: Value) -> Answer<()> {
        let Value::Object(id) = container else {
            let name = self.type_name(container);
            return Err(
                self.type_error(&format!("'{name}' object does not support item assignment"))
            );
        };
        let class = self.heap.get(id).class;
        if class.0 as usize >= types::TYPES.len()
            && let Some(method) = self.class_lookup(class, names::SETITEM)
            && !matches!(method, Value::Native(_))
        {
            let function = self.prelude("_set_item");
            return self.discard(function, vec![container, key, value]);
        }
        if self.is_asked_by_index(id, key) {
            let function = self.prelude("_set_item_at");
            return self.discard(function, vec![container, key, value]);
        }
        match &self.heap.get(id).kind {
            Kind::List(items) => {
                match self.position(key, items.len()) {
                    Position::At(i) => {
                        if let Kind::List(items) = &mut self.heap.get_mut(id).kind {
                            Rc::make_mut(items)[i] = value;
                        }
                    }
                    Position::Outside => {
                        return Err(
                            self.error(types::INDEX_ERROR, "list assignment index out of range")
                        );
                    }
                    Position::Other => return self.set_slice(id, key, value),
                }
                self.note(Variable::Item(id, key), value, true);
                Ok(())
            }
            Kind::Dict(_) => {
                self.dict_set(id, key, value)?;
                self.note(Variable::Item(id, key), value, true);
                Ok(())
            }
            Kind::ByteArray(data) => {
                let len = data.len();
                match self.position(key, len) {
                    Position::At(i) => {
                        let byte = self.byte(value)?;
                        if let Kind::ByteArray(data) = &mut self.heap.get_mut(id).kind {
                            Rc::make_mut(data)[i] = byte;
                        }
                        Ok(())
                    }
                    Position::Outside => {
                        Err(self.error(types::INDEX_ERROR, "bytearray index out of range"))
                    }
                    Position::Other => self.set_bytes(id, key, value, len),
                }
            }
            _ => {
                if let Some((function, receiver)) = self.special(container, names::SETITEM) {
                    let bound = self.bind_method(function, receiver);
                    let function = self.prelude("_call2");
                    return self.discard(function, vec![bound, key, value]);
                }
                let name = self.type_name(container);
                Err(self.type_error(&format!("'{name}' object does not support item assignment")))
            }
        }
    }

    fn byte(&mut self, value: Value) -> Answer<u8> {
        let byte = self.int_arg(value)?;
        u8::try_from(byte).map_err(|_| self.value_error("byte must be in range(0, 256)"))
    }

    /// `bytearray[a:b] = value`
    fn set_bytes(&mut self, id: ObjectId, key: Value, value: Value, len: usize) -> Answer<()> {
        let Some(parts) = self.slice_parts(key) else {
            return Err(self.bad_index(key, "bytearray"));
        };
        let new = match self.bytes_of(value) {
            Some(data) => data.to_vec(),
            None => {
                let Some(items) = self.native_items(value)? else {
                    let function = self.prelude("_set_slice");
                    return self.discard(function, vec![Value::Object(id), key, value]);
                };
                let mut data = Vec::new();
                for item in items {
                    data.push(self.byte(item)?);
                }
                data
            }
        };
        let span = self.span(&parts, len as i64)?;
        if span.step != 1 && new.len() as i64 != span.len {
            return Err(self.value_error(&format!(
                "attempt to assign bytes of size {} to extended slice of size {}",
                new.len(),
                span.len
            )));
        }
        self.heap.charge(new.len());
        if let Kind::ByteArray(data) = &mut self.heap.get_mut(id).kind {
            span.replace(Rc::make_mut(data), new);
        }
        Ok(())
    }

    fn set_slice(&mut self, id: ObjectId, key: Value, value: Value) -> Answer<()> {
        let Some(parts) = self.slice_parts(key) else {
            return Err(self.bad_index(key, "list"));
        };
        let Some(new) = self.native_items(value)? else {
            let function = self.prelude("_set_slice");
            return self.discard(function, vec![Value::Object(id), key, value]);
        };
        let Kind::List(items) = &self.heap.get(id).kind else {
            return Ok(());
        };
        let len = items.len();
        let span = self.span(&parts, len as i64)?;
        if span.step != 1 && new.len() as i64 != span.len {
            return Err(self.value_error(&format!(
                "attempt to assign sequence of size {} to extended slice of size {}",
                new.len(),
                span.len
            )));
        }
        self.heap.charge(new.len() * 16);
        if let Kind::List(items) = &mut self.heap.get_mut(id).kind {
            span.replace(Rc::make_mut(items), new);
        }
        Ok(())
    }

    /// `del container[key]`
    pub fn delete_item(&mut self, container: Value, key: Value) -> Answer<()> {
        let Value::Object(id) = container else {
            let name = self.type_name(container);
            return Err(self.type_error(&format!("'{name}' object does not support item deletion")));
        };
        let class = self.heap.get(id).class;
        if class.0 as usize >= types::TYPES.len()
            && let Some(method) = self.class_lookup(class, names::DELITEM)
            && !matches!(method, Value::Native(_))
        {
            let function = self.prelude("_del_item");
            return self.discard(function, vec![container, key]);
        }
        if self.is_asked_by_index(id, key) {
            let function = self.prelude("_del_item_at");
            return self.discard(function, vec![container, key]);
        }
        match &self.heap.get(id).kind {
            Kind::List(_) | Kind::ByteArray(_) => {
                let (len, what) = match &self.heap.get(id).kind {
                    Kind::List(items) => (items.len(), "list"),
                    Kind::ByteArray(data) => (data.len(), "bytearray"),
                    _ => (0, ""),
                };
                let span = match self.position(key, len) {
                    Position::At(i) => Span {
                        start: i as i64,
                        stop: i as i64 + 1,
                        step: 1,
                        len: 1,
                    },
                    Position::Outside => {
                        let message = match what {
                            "list" => "list assignment index out of range",
                            _ => "bytearray index out of range",
                        };
                        return Err(self.error(types::INDEX_ERROR, message));
                    }
                    Position::Other => match self.slice_parts(key) {
                        Some(parts) => self.span(&parts, len as i64)?,
                        None => return Err(self.bad_index(key, what)),
                    },
                };
                let mut gone: Vec<usize> = span.positions().collect();
                gone.sort_unstable();
                match &mut self.heap.get_mut(id).kind {
                    Kind::List(items) => {
                        remove_all(Rc::make_mut(items), &gone);
                    }
                    Kind::ByteArray(data) => {
                        remove_all(Rc::make_mut(data), &gone);
                    }
                    _ => {}
                }
                Ok(())
            }
            Kind::Dict(dict) => {
                let dict = Rc::clone(dict);
                match self.dict_find(&dict, key)? {
                    Some(Found::At(at)) => {
                        drop(dict);
                        if let Some(dict) = self.dict_mut(id) {
                            dict.remove_at(at);
                        }
                        Ok(())
                    }
                    Some(Found::Missing(_)) => {
                        let error = self.exception_of(types::KEY_ERROR, vec![key]);
                        Err(Signal::Raise(error))
                    }
                    None => {
                        let function = self.prelude("_dict_del");
                        self.discard(function, vec![container, key])
                    }
                }
            }
            _ => {
                if let Some((function, receiver)) = self.special(container, names::DELITEM) {
                    let bound = self.bind_method(function, receiver);
                    let function = self.prelude("_call1");
                    return self.discard(function, vec![bound, key]);
                }
                // As CPython: what is indexed like a sequence has another text.
                let does = match (key, &self.heap.get(id).kind) {
                    (_, Kind::Function(_) | Kind::Generator(_) | Kind::Module(_)) => "does not",
                    (Value::Int(_) | Value::Bool(_), _) => "doesn't",
                    _ => "does not",
                };
                let name = self.type_name(container);
                Err(self.type_error(&format!("'{name}' object {does} support item deletion")))
            }
        }
    }

    /// `item in container`
    pub fn contains(&mut self, container: Value, item: Value) -> Answer<bool> {
        let Value::Object(id) = container else {
            return Err(self.not_iterable_in(container));
        };
        let object = self.heap.get(id);
        if object.class.0 as usize >= types::TYPES.len() {
            let found = self.class_lookup(object.class, names::CONTAINS);
            if !matches!(found, Some(Value::Native(_))) {
                return self.in_python("_contains", &[container, item]);
            }
        }
        match &self.heap.get(id).kind {
            Kind::List(items) => {
                let items = Rc::clone(items);
                self.contains_linear(&items, container, item)
            }
            Kind::Tuple(items) => {
                let items = Rc::clone(items);
                self.contains_linear(&items, container, item)
            }
            Kind::Dict(dict) => {
                let dict = Rc::clone(dict);
                match self.dict_find(&dict, item)? {
                    Some(Found::At(_)) => Ok(true),
                    Some(Found::Missing(_)) => Ok(false),
                    None => self.in_python("_dict_contains", &[container, item]),
                }
            }
            Kind::Set(set) => {
                let set = Rc::clone(set);
                self.set_contains(&set, container, item)
            }
            Kind::Str(text) => {
                let text = Rc::clone(text);
                match self.heap.str(item) {
                    Some(part) => {
                        let found = text.s.contains(&*part.s);
                        self.works(text.s.len() as u64 / 16)?;
                        Ok(found)
                    }
                    None => {
                        let name = self.type_name(item);
                        Err(self.type_error(&format!(
                            "'in <string>' requires string as left operand, not {name}"
                        )))
                    }
                }
            }
            Kind::Range(r) => match item {
                Value::Int(i) => {
                    let (start, step) = (r[0], r[2]);
                    let len = range_len(r) as i128;
                    let offset = i128::from(i) - i128::from(start);
                    let step = i128::from(step);
                    Ok(offset % step == 0 && (0..len).contains(&(offset / step)))
                }
                // A range that is too long to be looked through for what is no int.
                Value::Float(x) if x.fract() == 0.0 && x.abs() < 9e15 => {
                    self.contains(container, Value::Int(x as i64))
                }
                Value::Float(_) | Value::None => Ok(false),
                Value::Object(other) if self.heap.get(other).class == types::STR => Ok(false),
                _ => self.in_python("_contains_linear", &[container, item]),
            },
            Kind::ByteArray(data) => {
                let data: Rc<[u8]> = data.as_slice().into();
                let data = self.heap.make(types::BYTES, Kind::Bytes(data));
                self.contains(data, item)
            }
            Kind::Bytes(data) => match self.index(item) {
                Some(i) => Ok(data.iter().any(|b| i64::from(*b) == i)),
                None => match item.object().map(|o| &self.heap.get(o).kind) {
                    Some(Kind::Bytes(part)) => {
                        Ok(part.is_empty() || data.windows(part.len()).any(|w| w == &part[..]))
                    }
                    Some(Kind::ByteArray(part)) => {
                        Ok(part.is_empty() || data.windows(part.len()).any(|w| w == &part[..]))
                    }
                    _ => {
                        let name = self.type_name(item);
                        let message = format!("a bytes-like object is required, not '{name}'");
                        Err(self.type_error(&message))
                    }
                },
            },
            Kind::DictView { dict, part } => {
                let (dict, part) = (*dict, *part);
                if part == DictPart::Keys {
                    return self.contains(Value::Object(dict), item);
                }
                self.in_python("_contains_linear", &[container, item])
            }
            _ => self.in_python("_contains", &[container, item]),
        }
    }

    fn contains_linear(&mut self, items: &[Value], container: Value, item: Value) -> Answer<bool> {
        for other in items {
            match plain_equal(self.heap, *other, item, 1) {
                Some(true) => return Ok(true),
                Some(false) => {}
                None => return self.in_python("_contains_linear", &[container, item]),
            }
        }
        Ok(false)
    }

    fn set_contains(&mut self, set: &Set, container: Value, item: Value) -> Answer<bool> {
        let Some(hash) = plain_hash(self.heap, item) else {
            return match self.hash(item) {
                Ok(_) => Ok(false),
                Err(Signal::Call(_)) => self.in_python("_set_contains", &[container, item]),
                Err(other) => Err(other),
            };
        };
        let heap = &*self.heap;
        let mut unsure = false;
        let found = set.contains(hash, |other| {
            plain_equal(heap, other, item, 1).unwrap_or_else(|| {
                unsure = true;
                false
            })
        });
        if unsure && !found {
            return self.in_python("_set_contains", &[container, item]);
        }
        Ok(found)
    }

    /// Adds to a set; whether it was new.
    pub fn set_add(&mut self, id: ObjectId, item: Value) -> Answer<bool> {
        let Some(hash) = plain_hash(self.heap, item) else {
            return match self.hash(item) {
                Ok(_) => Ok(false),
                Err(Signal::Call(_)) => self.in_python("_set_add", &[Value::Object(id), item]),
                Err(other) => Err(other),
            };
        };
        let Kind::Set(set) = &self.heap.get(id).kind else {
            return Ok(false);
        };
        let set = Rc::clone(set);
        let heap = &*self.heap;
        let mut unsure = false;
        let found = set.contains(hash, |other| {
            plain_equal(heap, other, item, 1).unwrap_or_else(|| {
                unsure = true;
                false
            })
        });
        drop(set);
        if found {
            return Ok(false);
        }
        if unsure {
            return self.in_python("_set_add", &[Value::Object(id), item]);
        }
        self.heap.charge(48);
        if let Kind::Set(set) = &mut self.heap.get_mut(id).kind {
            Rc::make_mut(set).insert(hash, item, |_| false);
        }
        Ok(true)
    }

    fn not_iterable_in(&mut self, value: Value) -> Signal {
        let name = self.type_name(value);
        self.type_error(&format!("argument of type '{name}' is not iterable"))
    }

    /// The limit on the size of one object.
    pub fn check_size(&self, bytes: u64) -> Answer<()> {
        if bytes > MAX_OBJECT.min(self.heap_limit) as u64 {
            let megabytes = bytes >> 20;
            return Err(Signal::Limit(
                "memory",
                format!("one object of {megabytes} MB is larger than the machine allows").into(),
            ));
        }
        Ok(())
    }

    /// The iterator of a value.
    pub fn iterator(&mut self, value: Value) -> Answer {
        let Value::Object(id) = value else {
            return Err(self.not_iterable(value));
        };
        let object = self.heap.get(id);
        if object.class.0 as usize >= types::TYPES.len()
            && let Some(method) = self.class_lookup(object.class, names::ITER)
            && !matches!(method, Value::Native(_))
        {
            return self.in_python("_iter", &[value]);
        }
        let (class, iter) = match &self.heap.get(id).kind {
            Kind::List(_) => (types::LIST_ITERATOR, Iter::List { list: id, next: 0 }),
            Kind::Tuple(items) => (
                types::TUPLE_ITERATOR,
                Iter::Tuple {
                    items: Rc::clone(items),
                    next: 0,
                },
            ),
            Kind::Str(text) => (
                types::STR_ITERATOR,
                Iter::Str {
                    text: Rc::clone(text),
                    next: 0,
                },
            ),
            Kind::Bytes(data) => (
                types::BYTES_ITERATOR,
                Iter::Bytes {
                    data: Rc::clone(data),
                    next: 0,
                },
            ),
            Kind::ByteArray(data) => (
                types::BYTES_ITERATOR,
                Iter::Bytes {
                    data: data.as_slice().into(),
                    next: 0,
                },
            ),
            Kind::Range(r) => (
                types::RANGE_ITERATOR,
                Iter::Range {
                    next: r[0],
                    stop: r[1],
                    step: r[2],
                },
            ),
            Kind::Dict(dict) => (
                types::DICT_KEY_ITERATOR,
                Iter::Dict {
                    dict: id,
                    part: DictPart::Keys,
                    next: 0,
                    len: dict.len(),
                },
            ),
            Kind::DictView { dict, part } => {
                let (dict, part) = (*dict, *part);
                let Kind::Dict(d) = &self.heap.get(dict).kind else {
                    return Ok(value);
                };
                let class = match part {
                    DictPart::Keys => types::DICT_KEY_ITERATOR,
                    DictPart::Values => types::DICT_VALUE_ITERATOR,
                    DictPart::Items => types::DICT_ITEM_ITERATOR,
                };
                (
                    class,
                    Iter::Dict {
                        dict,
                        part,
                        next: 0,
                        len: d.len(),
                    },
                )
            }
            Kind::Set(set) => (
                types::SET_ITERATOR,
                Iter::Set {
                    set: id,
                    next: 0,
                    len: set.len(),
                },
            ),
            Kind::Iterator(_) => return Ok(value),
            Kind::Generator(_) if self.heap.get(id).class == types::GENERATOR => return Ok(value),
            _ => {
                let is_class = matches!(self.heap.get(id).kind, Kind::Class(_));
                if is_class && self.special(value, names::ITER).is_some() {
                    return self.in_python("_iter", &[value]);
                }
                if !is_class && self.special(value, names::GETITEM).is_some() {
                    return self.in_python("_iter_sequence", &[value]);
                }
                return Err(self.not_iterable(value));
            }
        };
        Ok(self.heap.make(class, Kind::Iterator(Rc::new(iter))))
    }

    /// TypeError of what cannot be iterated over.
    pub fn not_iterable(&mut self, value: Value) -> Signal {
        let name = self.type_name(value);
        self.type_error(&format!("'{name}' object is not iterable"))
    }

    /// The next value of a built-in iterator.
    pub fn iterator_next(&mut self, id: ObjectId) -> Answer<Option<Value>> {
        self.iterator_next_at(id, 0)
    }

    fn iterator_next_at(&mut self, id: ObjectId, depth: u32) -> Answer<Option<Value>> {
        let Kind::Iterator(iter) = &self.heap.get(id).kind else {
            return Ok(None);
        };
        if depth > ITERATOR_DEPTH {
            return Err(self.error(types::RECURSION_ERROR, "maximum recursion depth exceeded"));
        }
        let mut iter = (**iter).clone();
        let value = self.advance(&mut iter, depth)?;
        let iter = if value.is_none() { Iter::Done } else { iter };
        if let Kind::Iterator(slot) = &mut self.heap.get_mut(id).kind {
            *Rc::make_mut(slot) = iter;
        }
        Ok(value)
    }

    fn advance(&mut self, iter: &mut Iter, depth: u32) -> Answer<Option<Value>> {
        Ok(match iter {
            Iter::Done => None,
            Iter::List { list, next } => {
                let Kind::List(items) = &self.heap.get(*list).kind else {
                    return Ok(None);
                };
                *next += 1;
                items.get(*next - 1).copied()
            }
            Iter::Tuple { items, next } => {
                *next += 1;
                items.get(*next - 1).copied()
            }
            Iter::Reversed { sequence, next } => {
                if *next == 0 {
                    return Ok(None);
                }
                *next -= 1;
                match sequence.object().map(|o| &self.heap.get(o).kind) {
                    Some(Kind::List(items)) => items.get(*next).copied(),
                    Some(Kind::Tuple(items)) => items.get(*next).copied(),
                    Some(Kind::Str(text)) => {
                        let c = text.char_at(*next).map(String::from);
                        c.map(|c| self.string(c))
                    }
                    _ => None,
                }
            }
            Iter::Str { text, next } => match text.s[*next..].chars().next() {
                Some(c) => {
                    *next += c.len_utf8();
                    Some(self.string(c.to_string()))
                }
                None => None,
            },
            Iter::Bytes { data, next } => {
                *next += 1;
                data.get(*next - 1).map(|b| Value::Int(i64::from(*b)))
            }
            Iter::Range { next, stop, step } => {
                if (*step > 0 && *next >= *stop) || (*step < 0 && *next <= *stop) {
                    return Ok(None);
                }
                let value = *next;
                *next = next.saturating_add(*step);
                Some(Value::Int(value))
            }
            Iter::Dict { .. } | Iter::DictReversed { .. } => return self.advance_dict(iter),
            Iter::Set { set, next, len } => {
                let Kind::Set(items) = &self.heap.get(*set).kind else {
                    return Ok(None);
                };
                if items.len() != *len {
                    return Err(
                        self.error(types::RUNTIME_ERROR, "Set changed size during iteration")
                    );
                }
                match items.next_from(*next) {
                    Some((value, after)) => {
                        *next = after;
                        Some(value)
                    }
                    None => None,
                }
            }
            Iter::Enumerate { inner, count } => match self.iterator_next_at(*inner, depth + 1)? {
                Some(value) => {
                    *count += 1;
                    Some(self.tuple(vec![Value::Int(*count - 1), value]))
                }
                None => None,
            },
            Iter::Zip { inner, strict } => {
                let (inner, strict) = (Rc::clone(inner), *strict);
                return self.advance_zip(&inner, strict, depth);
            }
            Iter::Sequence { .. } => None,
        })
    }

    fn advance_zip(
        &mut self,
        inner: &[ObjectId],
        strict: bool,
        depth: u32,
    ) -> Answer<Option<Value>> {
        let mut row = Vec::with_capacity(inner.len());
        for (i, iterator) in inner.iter().enumerate() {
            match self.iterator_next_at(*iterator, depth + 1)? {
                Some(value) => row.push(value),
                None if strict && i > 0 => {
                    let others = if i == 1 {
                        "argument 1".into()
                    } else {
                        format!("arguments 1-{i}")
                    };
                    return Err(self.value_error(&format!(
                        "zip() argument {} is shorter than {others}",
                        i + 1
                    )));
                }
                None => {
                    if strict {
                        for (j, other) in inner.iter().enumerate().skip(1) {
                            if self.iterator_next_at(*other, depth + 1)?.is_some() {
                                let others = if j == 1 {
                                    "argument 1".to_string()
                                } else {
                                    format!("arguments 1-{j}")
                                };
                                return Err(self.value_error(&format!(
                                    "zip() argument {} is longer than {others}",
                                    j + 1
                                )));
                            }
                        }
                    }
                    return Ok(None);
                }
            }
        }
        if inner.is_empty() {
            Ok(None)
        } else {
            Ok(Some(self.tuple(row)))
        }
    }

    fn advance_dict(&mut self, iter: &mut Iter) -> Answer<Option<Value>> {
        let (dict, part, next, len, backwards) = match iter {
            Iter::Dict {
                dict,
                part,
                next,
                len,
            } => (*dict, *part, next, *len, false),
            Iter::DictReversed {
                dict,
                part,
                next,
                len,
            } => (*dict, *part, next, *len, true),
            _ => return Ok(None),
        };
        let Kind::Dict(data) = &self.heap.get(dict).kind else {
            return Ok(None);
        };
        if data.len() != len {
            return Err(self.error(
                types::RUNTIME_ERROR,
                "dictionary changed size during iteration",
            ));
        }
        let entry = loop {
            if backwards {
                if *next == 0 {
                    return Ok(None);
                }
                *next -= 1;
                if let Some(entry) = data.entry(*next) {
                    break *entry;
                }
            } else {
                if *next >= data.end() {
                    return Ok(None);
                }
                *next += 1;
                if let Some(entry) = data.entry(*next - 1) {
                    break *entry;
                }
            }
        };
        Ok(Some(match part {
            DictPart::Keys => entry.key,
            DictPart::Values => entry.value,
            DictPart::Items => self.tuple(vec![entry.key, entry.value]),
        }))
    }

    /// All items of something that iterates without Python code; `None` if Python code has to run.
    pub fn native_items(&mut self, value: Value) -> Answer<Option<Vec<Value>>> {
        let iterator = match self.iterator(value) {
            Ok(iterator) => iterator,
            Err(Signal::Call(_)) => return Ok(None),
            Err(other) => return Err(other),
        };
        let Some(id) = iterator.object() else {
            return Ok(None);
        };
        let mut iter = match &self.heap.get(id).kind {
            Kind::Iterator(iter) => (**iter).clone(),
            _ => return Ok(None),
        };
        if let Iter::Range { next, stop, step } = &iter {
            let len = range_len(&[*next, *stop, *step]);
            self.check_size(len.saturating_mul(16))?;
        }
        if let Iter::List { list, next } = iter
            && let Kind::List(items) = &self.heap.get(list).kind
        {
            let rest = items.get(next..).unwrap_or_default().to_vec();
            if let Kind::Iterator(slot) = &mut self.heap.get_mut(id).kind {
                *Rc::make_mut(slot) = Iter::Done;
            }
            return Ok(Some(rest));
        }
        let mut items = Vec::new();
        while let Some(item) = self.advance(&mut iter, 0)? {
            items.push(item);
        }
        if let Kind::Iterator(slot) = &mut self.heap.get_mut(id).kind {
            *Rc::make_mut(slot) = Iter::Done;
        }
        Ok(Some(items))
    }
}

enum Position {
    At(usize),
    Outside,
    /// Not an int.
    Other,
}

/// Removes the items at places that are sorted.
fn remove_all<T>(items: &mut Vec<T>, gone: &[usize]) {
    if let [only] = gone {
        items.remove(*only);
        return;
    }
    let (mut at, mut next) = (0, 0);
    items.retain(|_| {
        let goes = gone.get(next) == Some(&at);
        next += usize::from(goes);
        at += 1;
        !goes
    });
}

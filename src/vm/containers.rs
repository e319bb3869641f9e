//! Built-in containers: made, counted and asked whether they hold something; dicts by key.

use crate::vm::comparison::{plain_equal, plain_hash};
use crate::vm::dict::Dict;
use crate::vm::exec::Vm;
use crate::vm::object::{DictPart, Kind, Text};
use crate::vm::operations::MAX_OBJECT;
use crate::vm::set::Set;
use crate::vm::signal::{Answer, Signal};
use crate::vm::value::{NameId, ObjectId, Value};
use crate::vm::{names, types};
use std::rc::Rc;

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
                method
                    .is_some_and(|m| m != Value::None && self.is_own(object.class, names::INDEX, m))
            }
            _ => false,
        }
    }

    /// Whether `container[key]` needs Python code to know the index.
    pub fn is_asked_by_index(&self, container: ObjectId, key: Value) -> bool {
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
                self.dict_push(id, hash, key, value)?;
            }
            None => {
                let function = self.prelude("_dict_set");
                return self.discard(function, vec![Value::Object(id), key, value]);
            }
        }
        Ok(())
    }

    /// Before a table grows, not after: one twice as large may be more than there is.
    pub fn check_growth(&self, growth: usize) -> Answer<()> {
        if growth <= self.heap_limit {
            return Ok(());
        }
        let megabytes = self.heap_limit >> 20;
        let text = format!("the program keeps more than {megabytes} MB of objects");
        Err(Signal::Limit("memory", text.into()))
    }

    /// Appends a key that is not there yet.
    pub fn dict_push(&mut self, id: ObjectId, hash: i64, key: Value, value: Value) -> Answer<()> {
        let growth = self.dict_data(id).map_or(0, |dict| dict.growth());
        self.check_growth(growth)?;
        self.heap.charge(48);
        if let Some(dict) = self.dict_mut(id) {
            dict.push(hash, key, value);
        }
        Ok(())
    }

    /// `item in container`
    pub fn contains(&mut self, container: Value, item: Value) -> Answer<bool> {
        let Value::Object(id) = container else {
            return Err(self.not_iterable_in(container));
        };
        let object = self.heap.get(id);
        if object.class.0 as usize >= types::TYPES.len() {
            let found = self.class_lookup(object.class, names::CONTAINS);
            if found.is_none_or(|method| self.is_own(object.class, names::CONTAINS, method)) {
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
                self.dict_contains(&dict, container, item)
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
                    let dict = Value::Object(dict);
                    return match dict.object().and_then(|id| self.dict_data(id)) {
                        Some(data) => self.dict_contains(&data, dict, item),
                        None => self.contains(dict, item),
                    };
                }
                self.in_python("_contains_linear", &[container, item])
            }
            _ => self.in_python("_contains", &[container, item]),
        }
    }

    fn dict_contains(&mut self, dict: &Dict, container: Value, item: Value) -> Answer<bool> {
        match self.dict_find(dict, item)? {
            Some(Found::At(_)) => Ok(true),
            Some(Found::Missing(_)) => Ok(false),
            None => self.in_python("_dict_contains", &[container, item]),
        }
    }

    fn contains_linear(&mut self, items: &[Value], container: Value, item: Value) -> Answer<bool> {
        match self.first_equal(items, item)? {
            Some(found) => Ok(found.is_some()),
            None => self.in_python("_contains_linear", &[container, item]),
        }
    }

    fn set_contains(&mut self, set: &Set, container: Value, item: Value) -> Answer<bool> {
        let Some(hash) = self.hash_in_set(item) else {
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
        let growth = set.growth();
        drop(set);
        if found {
            return Ok(false);
        }
        self.check_growth(growth)?;
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
}

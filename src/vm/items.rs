//! Items of containers: subscripts and slices, read, set and deleted.

use crate::vm::containers::{Found, range_len};
use crate::vm::effects::Variable;
use crate::vm::exec::Vm;
use crate::vm::object::{Kind, Text};
use crate::vm::signal::{Answer, Signal};
use crate::vm::value::{ObjectId, Value};
use crate::vm::{names, types};
use std::rc::Rc;

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

enum Position {
    At(usize),
    Outside,
    /// Not an int.
    Other,
}

impl Vm<'_> {
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

    /// `container[key]`
    pub fn get_item(&mut self, container: Value, key: Value) -> Answer {
        let Value::Object(id) = container else {
            return Err(self.not_subscriptable(container));
        };
        let object = self.heap.get(id);
        if object.class.0 as usize >= types::TYPES.len()
            && !matches!(object.kind, Kind::Class(_))
            && let Some(method) = self.class_lookup(object.class, names::GETITEM)
            && self.is_own(object.class, names::GETITEM, method)
        {
            self.note_item_in_library(id, key, false);
            return self.in_python("_get_item", &[container, key]);
        }
        let noted = match &self.heap.get(id).kind {
            Kind::List(_) | Kind::Dict(_) => self.log.is_some(),
            Kind::ByteArray(_) => self.exploring.is_some(),
            _ => false,
        };
        let value = self.get_item_of(id, key);
        match &value {
            Ok(value) if noted => self.note(self.item(id, key), *value, false),
            // Whether it is there is read too.
            Err(Signal::Raise(_)) if noted => self.note_if_exploring(self.item(id, key), false),
            _ => {}
        }
        value
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
            && self.is_own(class, names::SETITEM, method)
        {
            self.note_item_in_library(id, key, true);
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
                self.note(self.item(id, key), value, true);
                Ok(())
            }
            Kind::Dict(_) => {
                self.dict_set(id, key, value)?;
                self.note(self.item(id, key), value, true);
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
                        if self.exploring.is_some() {
                            self.note(self.item(id, key), value, true);
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

    /// An item, by whatever way it is named: `a[-1]` is the last one, `d[1.0]` is `d[1]`.
    fn item(&self, id: ObjectId, key: Value) -> Variable {
        let length = match &self.heap.look(id).kind {
            Kind::List(items) => Some(items.len()),
            Kind::ByteArray(data) => Some(data.len()),
            _ => None,
        };
        let key = match (key, length) {
            (Value::Bool(b), _) => Value::Int(i64::from(b)),
            (Value::Float(x), _) if x as i64 as f64 == x => Value::Int(x as i64),
            (Value::Int(i), Some(length)) if i < 0 => Value::Int(i.wrapping_add(length as i64)),
            (key, _) => key,
        };
        Variable::Item(id, key)
    }

    /// Notes a look for an item of a dict that is not by `d[key]`, for the races that an exploration finds.
    pub fn note_look_for_item(&mut self, container: Value, key: Value) {
        if self.exploring.is_some()
            && let Some(id) = container.object()
            && matches!(self.heap.look(id).kind, Kind::Dict(_))
        {
            self.note(self.item(id, key), Value::None, false);
        }
    }

    /// Notes the use of an item of a container that is the library's, for the races that an exploration finds.
    fn note_item_in_library(&mut self, id: ObjectId, key: Value, write: bool) {
        if self.exploring.is_none() {
            return;
        }
        if let Kind::Class(class) = &self.heap.look(self.heap.look(id).class).kind
            && matches!(
                (&*class.module, &*class.name),
                ("collections", "deque") | ("array", "array")
            )
        {
            self.note(Variable::Item(id, key), Value::None, write);
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
        self.moved((len - span.start as usize) as i64 / 8)?;
        if let Kind::ByteArray(data) = &mut self.heap.get_mut(id).kind {
            span.replace(Rc::make_mut(data), new);
        }
        Ok(())
    }

    fn set_slice(&mut self, id: ObjectId, key: Value, value: Value) -> Answer<()> {
        let Some(parts) = self.slice_parts(key) else {
            return Err(self.bad_index(key, "list"));
        };
        let new = match self.native_items(value) {
            Err(Signal::Raise(_)) => {
                return Err(self.type_error("must assign iterable to extended slice"));
            }
            new => new?,
        };
        let Some(new) = new else {
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
        self.moved(len as i64 - span.start)?;
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
            && self.is_own(class, names::DELITEM, method)
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
                let first = gone.first().copied().unwrap_or(len);
                self.moved((len - first.min(len) + 8 * gone.len()) as i64)?;
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
                self.note_if_exploring(self.item(id, key), true);
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

//! Iterators over built-in containers: made, moved on, exhausted at once.

use crate::vm::containers::range_len;
use crate::vm::exec::Vm;
use crate::vm::object::{DictPart, Iter, Kind};
use crate::vm::signal::{Answer, Signal};
use crate::vm::value::{ObjectId, Value};
use crate::vm::{names, types};
use std::rc::Rc;

/// How deep iterators over iterators (`zip`, `enumerate`) may nest.
const ITERATOR_DEPTH: u32 = 200;

impl Vm<'_> {
    /// The iterator of a value.
    pub fn iterator(&mut self, value: Value) -> Answer {
        let Value::Object(id) = value else {
            return Err(self.not_iterable(value));
        };
        let object = self.heap.get(id);
        if object.class.0 as usize >= types::TYPES.len()
            && let Some(method) = self.class_lookup(object.class, names::ITER)
            && self.is_own(object.class, names::ITER, method)
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
                    left: dict.len(),
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
                        left: d.len(),
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
                        self.works((after - *next) as u64 / 8)?;
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
        let (dict, part, next, len, left) = match iter {
            Iter::Dict {
                dict,
                part,
                next,
                len,
                left,
            } => (*dict, *part, next, *len, Some(left)),
            Iter::DictReversed {
                dict,
                part,
                next,
                len,
            } => (*dict, *part, next, *len, None),
            _ => return Ok(None),
        };
        let Kind::Dict(data) = &self.heap.get(dict).kind else {
            return Ok(None);
        };
        if data.len() != len {
            return Err(self.changed_under_iterator(dict, "changed size"));
        }
        let from = *next;
        let entry = loop {
            if left.is_none() {
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
        // What was removed is passed over.
        self.works(from.abs_diff(*next) as u64 / 4)?;
        if let Some(left) = left {
            if *left == 0 {
                return Err(self.changed_under_iterator(dict, "keys changed"));
            }
            *left -= 1;
        }
        Ok(Some(match part {
            DictPart::Keys => entry.key,
            DictPart::Values => entry.value,
            DictPart::Items => self.tuple(vec![entry.key, entry.value]),
        }))
    }

    /// RuntimeError: what has become of a dict that is being iterated. An `OrderedDict` says the same of all changes.
    fn changed_under_iterator(&mut self, dict: ObjectId, what: &str) -> Signal {
        let is_ordered = |id: &ObjectId| {
            matches!(&self.heap.get(*id).kind, Kind::Class(class)
                if &*class.name == "OrderedDict" && &*class.module == "collections")
        };
        let ordered = match &self.heap.get(self.heap.get(dict).class).kind {
            Kind::Class(class) => class.mro.iter().any(is_ordered),
            _ => false,
        };
        let message = match ordered {
            true => "OrderedDict mutated during iteration".into(),
            false => format!("dictionary {what} during iteration"),
        };
        self.error(types::RUNTIME_ERROR, &message)
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
            self.works(rest.len() as u64 / 2)?;
            return Ok(Some(rest));
        }
        let mut items = Vec::new();
        let before = self.heap.made_bytes;
        while let Some(item) = self.advance(&mut iter, 0)? {
            items.push(item);
            self.check_growth((self.heap.made_bytes - before) as usize + 24 * items.len())?;
        }
        if let Kind::Iterator(slot) = &mut self.heap.get_mut(id).kind {
            *Rc::make_mut(slot) = Iter::Done;
        }
        self.works(2 * items.len() as u64)?;
        Ok(Some(items))
    }
}

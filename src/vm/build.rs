//! Instructions that build and take apart containers.

use crate::lang::code::{Instruction, Op};
use crate::vm::dict::Dict;
use crate::vm::exec::Vm;
use crate::vm::object::Kind;
use crate::vm::set::Set;
use crate::vm::signal::{Answer, Signal};
use crate::vm::types;
use crate::vm::value::Value;
use std::rc::Rc;

impl Vm<'_> {
    fn take(&mut self, count: u32) -> Vec<Value> {
        let first = self.stack.values.len() - count as usize;
        self.stack.values.split_off(first)
    }

    /// BUILD_*, *_APPEND, *_UPDATE, UNPACK_*.
    pub fn build(&mut self, i: Instruction) -> Answer<()> {
        let arg = i.arg;
        match i.op {
            Op::BuildTuple => {
                let items = self.take(arg);
                let value = self.tuple(items);
                self.push(value);
            }
            Op::BuildList => {
                let items = self.take(arg);
                let value = self.list(items);
                self.push(value);
            }
            Op::BuildSet => {
                let items = self.take(arg);
                let set = self
                    .heap
                    .make(types::SET, Kind::Set(Rc::new(Set::default())));
                self.push(set);
                return self.update_set(set, items);
            }
            Op::BuildMap => {
                let items = self.take(arg * 2);
                let dict = self
                    .heap
                    .make(types::DICT, Kind::Dict(Rc::new(Dict::default())));
                self.push(dict);
                return self.update_dict(dict, items);
            }
            Op::BuildString => {
                let items = self.take(arg);
                let mut text = String::new();
                for item in items {
                    if let Some(t) = self.heap.str(item) {
                        text.push_str(&t.s);
                    }
                }
                let value = self.string(text);
                self.push(value);
            }
            Op::BuildSlice => {
                let step = if arg == 3 { self.pop() } else { Value::None };
                let (stop, start) = (self.pop(), self.pop());
                let value = self.slice(start, stop, step);
                self.push(value);
            }
            Op::ListAppend => {
                let item = self.pop();
                if let Value::Object(id) = self.peek(arg as usize) {
                    self.list_push(id, item);
                }
            }
            Op::SetAdd => {
                let item = self.pop();
                let set = self.peek(arg as usize);
                return self.update_set(set, vec![item]);
            }
            Op::MapAdd => {
                let (value, key) = (self.pop(), self.pop());
                let dict = self.peek(arg as usize);
                return self.update_dict(dict, vec![key, value]);
            }
            Op::ListExtend => {
                let iterable = self.pop();
                let list = self.peek(arg as usize);
                let known = self.special(iterable, crate::vm::names::ITER).is_some()
                    || self.special(iterable, crate::vm::names::GETITEM).is_some();
                return match self.extend_list(list, iterable) {
                    Err(Signal::Raise(_)) if !known => {
                        let name = self.type_name(iterable);
                        Err(self
                            .type_error(&format!("Value after * must be an iterable, not {name}")))
                    }
                    other => other,
                };
            }
            Op::SetUpdate => {
                let iterable = self.pop();
                let set = self.peek(arg as usize);
                return match crate::vm::natives::sets::update_with(self, set, iterable) {
                    Err(Signal::Call(_)) => {
                        let function = self.prelude("_set_update");
                        self.discard(function, vec![set, iterable])
                    }
                    other => other.map(drop),
                };
            }
            Op::DictUpdate | Op::DictMerge => {
                let mapping = self.pop();
                let dict = self.peek(arg as usize);
                let whom = (i.op == Op::DictMerge).then(|| self.peek(arg as usize + 3));
                return self.merge_dict(dict, mapping, whom);
            }
            Op::UnpackSequence => return self.unpack_sequence(arg),
            _ => return self.unpack_ex(arg),
        }
        Ok(())
    }

    /// Appends to a list.
    pub fn list_push(&mut self, id: crate::vm::value::ObjectId, item: Value) {
        let mut grown = 0;
        if let Kind::List(items) = &mut self.heap.get_mut(id).kind {
            let items = Rc::make_mut(items);
            let before = items.capacity();
            items.push(item);
            grown = items.capacity() - before;
        }
        if grown > 0 {
            self.heap.charge(grown * 16);
        }
    }

    fn update_set(&mut self, set: Value, items: Vec<Value>) -> Answer<()> {
        let Some(id) = set.object() else {
            return Ok(());
        };
        for (i, item) in items.iter().enumerate() {
            match self.set_add(id, *item) {
                Ok(_) => {}
                Err(Signal::Call(_)) => {
                    let rest = self.list(items[i..].to_vec());
                    let function = self.prelude("_set_update");
                    return self.discard(function, vec![set, rest]);
                }
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    fn update_dict(&mut self, dict: Value, items: Vec<Value>) -> Answer<()> {
        let Some(id) = dict.object() else {
            return Ok(());
        };
        for (i, pair) in items.chunks(2).enumerate() {
            let [key, value] = pair else { continue };
            match self.dict_set(id, *key, *value) {
                Ok(()) => {}
                Err(Signal::Call(_)) => {
                    let rest = self.list(items[i * 2..].to_vec());
                    let function = self.prelude("_dict_update_flat");
                    return self.discard(function, vec![dict, rest]);
                }
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    /// `list.extend(iterable)`
    pub fn extend_list(&mut self, list: Value, iterable: Value) -> Answer<()> {
        let Some(id) = list.object() else {
            return Ok(());
        };
        match self.native_items(iterable) {
            Ok(Some(items)) => {
                self.heap.charge(items.len() * 16);
                if let Kind::List(list) = &mut self.heap.get_mut(id).kind {
                    Rc::make_mut(list).extend_from_slice(&items);
                }
                Ok(())
            }
            Ok(None) => {
                let function = self.prelude("_list_extend");
                self.discard(function, vec![list, iterable])
            }
            Err(signal) => Err(signal),
        }
    }

    fn merge_dict(&mut self, dict: Value, mapping: Value, whom: Option<Value>) -> Answer<()> {
        let Some(id) = dict.object() else {
            return Ok(());
        };
        let merge = whom.is_some();
        let whom = whom.map_or_else(String::new, |f| self.callable_name(f));
        let source = mapping.object().and_then(|m| self.dict_data(m));
        let Some(source) = source else {
            let keys = self.intern("keys");
            let class = self.class_of(mapping);
            if self.special(mapping, crate::vm::names::GETITEM).is_none()
                || self.class_lookup(class, keys).is_none() && !self.is_instance_of_program(mapping)
            {
                let name = self.type_name(mapping);
                return Err(self.type_error(&if merge {
                    format!("{whom} argument after ** must be a mapping, not {name}")
                } else {
                    format!("'{name}' object is not a mapping")
                }));
            }
            let function = self.prelude("_dict_update");
            return self.discard(function, vec![dict, mapping]);
        };
        for entry in source.iter() {
            if merge {
                let Some(target) = self.dict_data(id) else {
                    return Ok(());
                };
                if target.find(entry.hash, |k| k == entry.key).is_some()
                    || self.heap.str(entry.key).is_some_and(|t| {
                        let text = t.s.clone();
                        self.dict_get_str(id, &text).is_some()
                    })
                {
                    let key = self
                        .heap
                        .str(entry.key)
                        .map(|t| t.s.to_string())
                        .unwrap_or_default();
                    return Err(self.type_error(&format!(
                        "{whom} got multiple values for keyword argument '{key}'"
                    )));
                }
            }
            self.dict_set(id, entry.key, entry.value)?;
        }
        Ok(())
    }

    fn unpack_sequence(&mut self, count: u32) -> Answer<()> {
        let value = self.pop();
        let items: Vec<Value> = match value.object().map(|id| &self.heap.get(id).kind) {
            Some(Kind::Tuple(items)) => items.to_vec(),
            Some(Kind::List(items)) => items.to_vec(),
            _ => match self.unpackable(value, count, false)? {
                Some(items) => items,
                None => return Ok(()),
            },
        };
        if items.len() > count as usize {
            return Err(self.value_error(&format!("too many values to unpack (expected {count})")));
        }
        if items.len() < count as usize {
            return Err(self.value_error(&format!(
                "not enough values to unpack (expected {count}, got {})",
                items.len()
            )));
        }
        self.stack.values.extend(items.into_iter().rev());
        Ok(())
    }

    /// Items of something to unpack; `None` if Python code has been set going, which ends with this
    /// instruction executed again on a list.
    fn unpackable(&mut self, value: Value, _count: u32, _rest: bool) -> Answer<Option<Vec<Value>>> {
        match self.native_items(value) {
            Ok(Some(items)) => Ok(Some(items)),
            Ok(None) => {
                // The same instruction runs again, on the list that Python code collects.
                self.frame().pc -= 1;
                let limit = Value::Int(i64::from(_count) + 1);
                let limit = if _rest { Value::None } else { limit };
                self.in_python("_collect", &[value, limit])
            }
            Err(Signal::Raise(error))
                if self.is_instance(error, types::TYPE_ERROR)
                    && self.special(value, crate::vm::names::ITER).is_none() =>
            {
                let name = self.type_name(value);
                Err(self.type_error(&format!("cannot unpack non-iterable {name} object")))
            }
            Err(other) => Err(other),
        }
    }

    fn unpack_ex(&mut self, arg: u32) -> Answer<()> {
        let (before, after) = ((arg & 0xFF) as usize, (arg >> 8) as usize);
        let value = self.pop();
        let Some(items) = self.unpackable(value, 0, true)? else {
            return Ok(());
        };
        if items.len() < before + after {
            return Err(self.value_error(&format!(
                "not enough values to unpack (expected at least {}, got {})",
                before + after,
                items.len()
            )));
        }
        let middle = self.list(items[before..items.len() - after].to_vec());
        self.stack
            .values
            .extend(items[items.len() - after..].iter().rev());
        self.push(middle);
        self.stack.values.extend(items[..before].iter().rev());
        Ok(())
    }
}

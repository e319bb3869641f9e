//! Instructions of the `match` statement.

use crate::lang::code::{Instruction, Op};
use crate::vm::containers::Found;
use crate::vm::exec::Vm;
use crate::vm::names;
use crate::vm::object::{Kind, Layout};
use crate::vm::signal::Answer;
use crate::vm::types;
use crate::vm::value::{ObjectId, Value};
use std::rc::Rc;

impl Vm<'_> {
    /// GET_LEN and MATCH_*.
    pub fn matching(&mut self, i: Instruction) -> Answer<()> {
        match i.op {
            Op::GetLen => {
                let subject = self.peek(1);
                match self.native_len(subject) {
                    Some(len) => {
                        self.push(Value::Int(len as i64));
                        Ok(())
                    }
                    None => self.in_python("_len", &[subject]),
                }
            }
            Op::MatchMapping => {
                let kind = self.peek(1).object().map(|id| &self.heap.get(id).kind);
                let yes = matches!(kind, Some(Kind::Dict(_)));
                self.matches_kind(yes, "Mapping")
            }
            Op::MatchSequence => {
                let kind = self.peek(1).object().map(|id| &self.heap.get(id).kind);
                let yes = matches!(kind, Some(Kind::List(_) | Kind::Tuple(_) | Kind::Range(_)));
                self.matches_kind(yes, "Sequence")
            }
            Op::MatchKeys => self.match_keys(),
            _ => self.match_class(i.arg as usize),
        }
    }

    /// Pushes whether the subject is of a kind: what is no built-in container asks `collections.abc`.
    fn matches_kind(&mut self, yes: bool, kind: &str) -> Answer<()> {
        let subject = self.peek(1);
        if !yes && self.is_instance_of_program(subject) {
            let kind = self.new_str(kind);
            return self.in_python("_match_kind", &[subject, kind]);
        }
        self.push(Value::Bool(yes));
        Ok(())
    }

    fn match_keys(&mut self) -> Answer<()> {
        let (keys, subject) = (self.peek(1), self.peek(2));
        if self.is_instance_of_program(subject) {
            return self.in_python("_match_keys", &[subject, keys]);
        }
        let (Some(Kind::Tuple(keys)), Some(dict)) = (
            keys.object().map(|id| self.heap.get(id).kind.clone()),
            subject.object().and_then(|id| self.dict_data(id)),
        ) else {
            self.push(Value::None);
            return Ok(());
        };
        let mut values = Vec::new();
        for key in keys.iter() {
            match self.dict_find(&dict, *key)? {
                Some(Found::At(at)) => values.extend(dict.entry(at).map(|e| e.value)),
                _ => {
                    self.push(Value::None);
                    return Ok(());
                }
            }
        }
        let tuple = self.tuple(values);
        self.push(tuple);
        Ok(())
    }

    fn match_class(&mut self, positional: usize) -> Answer<()> {
        let (keywords, class, subject) = (self.pop(), self.pop(), self.pop());
        let Some(id) = class
            .object()
            .filter(|id| matches!(self.heap.get(*id).kind, Kind::Class(_)))
        else {
            return Err(self.type_error("called match pattern must be a class"));
        };
        if !self.is_instance(subject, id) {
            self.push(Value::None);
            return Ok(());
        }
        let keywords: Rc<[Value]> = match keywords.object().map(|id| &self.heap.get(id).kind) {
            Some(Kind::Tuple(items)) => Rc::clone(items),
            _ => Rc::new([]),
        };
        let mut wanted: Vec<Value> = Vec::new();
        if positional > 0 {
            if self.matches_itself(id) && self.class_lookup(id, names::MATCH_ARGS).is_none() {
                if positional > 1 {
                    let name = self.class_name(id);
                    return Err(self.type_error(&format!(
                        "{name}() accepts 1 positional sub-pattern ({positional} given)"
                    )));
                }
                wanted.push(Value::Null);
            } else {
                wanted.extend(self.match_args(id, positional)?);
            }
        }
        for keyword in keywords.iter() {
            let same = |other: &Value| match (self.heap.str(*other), self.heap.str(*keyword)) {
                (Some(a), Some(b)) => a.s == b.s,
                _ => false,
            };
            if wanted.iter().any(same) {
                let name = self.class_name(id);
                let text = self
                    .heap
                    .str(*keyword)
                    .map_or(String::new(), |t| t.s.to_string());
                return Err(self.type_error(&format!(
                    "{name}() got multiple sub-patterns for attribute '{text}'"
                )));
            }
            wanted.push(*keyword);
        }
        let names = self.list(wanted.iter().copied().filter(|v| !v.is_null()).collect());
        if wanted.first().is_some_and(|v| v.is_null()) {
            return self.in_python("_match_attributes", &[subject, names, Value::Bool(true)]);
        }
        self.in_python("_match_attributes", &[subject, names, Value::Bool(false)])
    }

    fn match_args(&mut self, class: ObjectId, positional: usize) -> Answer<Vec<Value>> {
        let found = self.class_lookup(class, names::MATCH_ARGS);
        let items: Rc<[Value]> = match found
            .and_then(Value::object)
            .map(|o| &self.heap.get(o).kind)
        {
            Some(Kind::Tuple(items)) => Rc::clone(items),
            _ => match found {
                Some(other) => {
                    let (name, kind) = (self.class_name(class), self.type_name(other));
                    return Err(self.type_error(&format!(
                        "{name}.__match_args__ must be a tuple (got {kind})"
                    )));
                }
                None => Rc::new([]),
            },
        };
        if items.len() < positional {
            let name = self.class_name(class);
            let plural = if items.len() == 1 { "" } else { "s" };
            return Err(self.type_error(&format!(
                "{name}() accepts {} positional sub-pattern{plural} ({positional} given)",
                items.len()
            )));
        }
        let odd = items[..positional]
            .iter()
            .find(|item| self.heap.str(**item).is_none());
        if let Some(odd) = odd {
            let kind = self.type_name(*odd);
            return Err(self.type_error(&format!(
                "__match_args__ elements must be strings (got {kind})"
            )));
        }
        Ok(items[..positional].to_vec())
    }

    /// Classes whose single positional pattern is the subject itself: `int(x)`, `str(s)`.
    fn matches_itself(&self, class: ObjectId) -> bool {
        match &self.heap.get(class).kind {
            Kind::Class(c) => {
                !matches!(
                    c.layout,
                    Layout::Plain | Layout::Internal | Layout::Exception | Layout::Class
                ) && class != types::OBJECT
            }
            _ => false,
        }
    }
}

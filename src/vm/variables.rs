//! Instructions on variables that are neither fast locals nor plain globals, and names that are not defined.

use crate::lang::code::{Instruction, Op};
use crate::vm::effects::Variable;
use crate::vm::exec::Vm;
use crate::vm::object::{Kind, Object};
use crate::vm::program::LinkedCode;
use crate::vm::signal::{Answer, Signal};
use crate::vm::value::{NameId, ObjectId, Value};
use crate::vm::{names, types};
use std::rc::Rc;

impl Vm<'_> {
    fn cell(&self, base: usize, arg: u32) -> Option<ObjectId> {
        self.stack.values[base + arg as usize].object()
    }

    pub fn variables(&mut self, i: Instruction, code: &LinkedCode, base: usize) -> Answer<()> {
        let arg = i.arg;
        match i.op {
            Op::LoadFastCheck => {
                let value = self.stack.values[base + arg as usize];
                if value.is_null() {
                    return Err(self.unbound(code, arg));
                }
                self.push(value);
            }
            Op::LoadFastAndClear => {
                let slot = &mut self.stack.values[base + arg as usize];
                let value = std::mem::replace(slot, Value::Null);
                self.push(value);
            }
            Op::DeleteFast => {
                let slot = &mut self.stack.values[base + arg as usize];
                if std::mem::replace(slot, Value::Null).is_null() {
                    return Err(self.unbound(code, arg));
                }
            }
            Op::MakeCell => {
                let value = self.stack.values[base + arg as usize];
                let cell = self.heap.make(types::CELL, Kind::Cell(value));
                self.stack.values[base + arg as usize] = cell;
            }
            Op::CopyFreeVars => {
                let function = self.frame().function;
                if let Some(Kind::Function(f)) = function.map(|id| &self.heap.get(id).kind) {
                    let closure = Rc::clone(&f.closure);
                    let first = base + code.code.locals.len() - arg as usize;
                    for (offset, cell) in closure.iter().take(arg as usize).enumerate() {
                        self.stack.values[first + offset] = Value::Object(*cell);
                    }
                }
            }
            Op::LoadDeref | Op::DeleteDeref => {
                let value = match self.cell(base, arg).map(|id| &self.heap.get(id).kind) {
                    Some(Kind::Cell(value)) => *value,
                    _ => Value::Null,
                };
                if value.is_null() {
                    return Err(self.unbound(code, arg));
                }
                if i.op == Op::LoadDeref {
                    self.note_cell(code, base, arg, value, false);
                    self.push(value);
                } else if let Some(id) = self.cell(base, arg) {
                    self.heap.get_mut(id).kind = Kind::Cell(Value::Null);
                }
            }
            Op::StoreDeref => {
                let value = self.pop();
                if let Some(id) = self.cell(base, arg) {
                    self.heap.get_mut(id).kind = Kind::Cell(value);
                    self.note_cell(code, base, arg, value, true);
                }
            }
            Op::LoadFromDictOrDeref => {
                let namespace = self.pop();
                let name = code.local_names[arg as usize];
                if let Some(value) = self.namespace_get(namespace, name) {
                    self.push(value);
                    return Ok(());
                }
                return self.variables(
                    Instruction {
                        op: Op::LoadDeref,
                        arg,
                    },
                    code,
                    base,
                );
            }
            Op::LoadLocals => {
                let frame = self.frame();
                let value = if frame.namespace.is_null() {
                    Value::Object(frame.module)
                } else {
                    frame.namespace
                };
                self.push(value);
            }
            _ => return self.named_variables(i, code),
        }
        Ok(())
    }

    fn unbound(&mut self, code: &LinkedCode, local: u32) -> Signal {
        let name = code.code.locals[local as usize].clone();
        let kind = code.code.local_kinds[local as usize];
        if kind == crate::lang::code::LocalKind::Free {
            return self.error(
                types::NAME_ERROR,
                &format!(
                    "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
                ),
            );
        }
        self.error(
            types::UNBOUND_LOCAL_ERROR,
            &format!(
                "cannot access local variable '{name}' where it is not associated with a value"
            ),
        )
    }

    /// Notes a use of a variable of an enclosing function, for the races that an exploration finds.
    fn note_cell(&mut self, code: &LinkedCode, base: usize, local: u32, value: Value, write: bool) {
        if self.log.is_some()
            && self.exploring.is_some()
            && let Some(id) = self.cell(base, local)
        {
            let name = code.local_names[local as usize];
            self.note(Variable::Cell(id, name), value, write);
        }
    }

    fn namespace_get(&self, namespace: Value, name: NameId) -> Option<Value> {
        match &self.heap.get(namespace.object()?).kind {
            Kind::Namespace(map) => map.get(name),
            _ => None,
        }
    }

    fn named_variables(&mut self, i: Instruction, code: &LinkedCode) -> Answer<()> {
        let frame = *self.frame();
        let in_class = !frame.namespace.is_null();
        let module = frame.module;
        match i.op {
            Op::LoadName if !in_class => match self.module_slot(module, code.unit, i.arg) {
                Some(value) => self.push(value),
                None => return Err(self.unknown_name(code, i.arg as usize)),
            },
            Op::LoadName | Op::LoadFromDictOrGlobals => {
                let name = NameId(i.arg);
                if i.op == Op::LoadFromDictOrGlobals {
                    self.pop();
                }
                let found = self.namespace_get(frame.namespace, name).or_else(|| {
                    let slot = self.program.units[code.unit as usize]
                        .slot_of
                        .get(&name)
                        .copied();
                    slot.and_then(|slot| self.module_slot(module, code.unit, slot))
                });
                match found {
                    Some(value) => self.push(value),
                    None => return Err(self.name_error(name)),
                }
            }
            Op::StoreName if in_class => {
                let value = self.pop();
                let Some(id) = frame.namespace.object() else {
                    return Ok(());
                };
                let Kind::Namespace(map) = &mut self.heap.get_mut(id).kind else {
                    return Ok(());
                };
                let was = map.get(NameId(i.arg));
                Rc::make_mut(map).set(NameId(i.arg), value);
                if let Some(was) = was {
                    self.name_set_again(NameId(i.arg), was, value)?;
                }
            }
            Op::StoreName | Op::StoreGlobal => {
                let value = self.pop();
                self.set_slot(module, i.arg as usize, value);
                if self.log.is_some() {
                    self.note_global(module, code.unit, i.arg as usize, value, true);
                }
                if let Some(exploring) = &mut self.exploring {
                    exploring.touched.global(code.unit, i.arg, true);
                }
            }
            Op::DeleteName if in_class => {
                let name = NameId(i.arg);
                let removed = match frame.namespace.object().map(|id| self.heap.get_mut(id)) {
                    Some(Object {
                        kind: Kind::Namespace(map),
                        ..
                    }) => Rc::make_mut(map).remove(name),
                    _ => None,
                };
                if removed.is_none() {
                    return Err(self.name_error(name));
                }
            }
            _ => {
                let Kind::Module(m) = &self.heap.get(module).kind else {
                    return Ok(());
                };
                let bound = !m.slots[i.arg as usize].is_null();
                if let Some(exploring) = &mut self.exploring {
                    exploring.touched.global(code.unit, i.arg, true);
                }
                let name = self.program.units[code.unit as usize].slots[i.arg as usize];
                self.note_if_exploring(Variable::Global(module, name), true);
                if !bound {
                    return Err(self.unknown_name(code, i.arg as usize));
                }
                self.set_slot(module, i.arg as usize, Value::Null);
            }
        }
        Ok(())
    }

    fn module_slot(&mut self, module: ObjectId, unit: u32, slot: u32) -> Option<Value> {
        let Kind::Module(m) = &self.heap.get(module).kind else {
            return None;
        };
        let value = m.slots[slot as usize];
        if let Some(exploring) = &mut self.exploring {
            exploring.touched.global(unit, slot, false);
        }
        if value.is_null() {
            let unit = &self.program.units[unit as usize];
            let built_in = unit.builtins[slot as usize];
            if !built_in.is_null() {
                return Some(built_in);
            }
            return m.extra.get(unit.slots[slot as usize]);
        }
        if self.log.is_some() {
            self.note_global(module, unit, slot as usize, value, false);
        }
        Some(value)
    }

    fn set_slot(&mut self, module: ObjectId, slot: usize, value: Value) {
        if let Kind::Module(m) = &mut self.heap.get_mut(module).kind {
            Rc::make_mut(m).slots[slot] = value;
        }
    }

    pub fn setup_annotations(&mut self) -> Answer<()> {
        let frame = *self.frame();
        if let Some(id) = frame.namespace.object() {
            let dict = self.new_dict();
            if let Kind::Namespace(map) = &mut self.heap.get_mut(id).kind
                && map.get(names::ANNOTATIONS).is_none()
            {
                Rc::make_mut(map).set(names::ANNOTATIONS, dict);
            }
            return Ok(());
        }
        let dict = self.new_dict();
        let code = self.program.code(frame.code);
        let slot = self.program.units[code.unit as usize]
            .slot_of
            .get(&names::ANNOTATIONS);
        if let (Some(&slot), Kind::Module(m)) = (slot, &mut self.heap.get_mut(frame.module).kind)
            && m.slots[slot as usize].is_null()
        {
            Rc::make_mut(m).slots[slot as usize] = dict;
        }
        Ok(())
    }
}

impl Vm<'_> {
    /// NameError for a slot.
    pub fn unknown_name(&mut self, code: &LinkedCode, slot: usize) -> Signal {
        let name = self.program.units[code.unit as usize].slots[slot];
        self.name_error(name)
    }

    /// NameError, with CPython's message.
    pub fn name_error(&mut self, name: NameId) -> Signal {
        let text = self.names.get(name).clone();
        let near = if self.self_has(name) {
            Some(format!("self.{text}"))
        } else {
            let known = self.names_in_reach();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            crate::vm::suggest::closest(&text, &known).map(str::to_string)
        };
        let hint = match (near, crate::vm::library::exists(&text)) {
            (None, true) => format!(". Did you forget to import '{text}'?"),
            (Some(near), true) => {
                format!(". Did you mean: '{near}'? Or did you forget to import '{text}'?")
            }
            (Some(near), false) => format!(". Did you mean: '{near}'?"),
            (None, false) => String::new(),
        };
        let exception = self.exception(types::NAME_ERROR, &format!("name '{text}' is not defined"));
        let text = self.new_str(&text);
        self.set_plain_attr(exception, crate::vm::names::NAME_ATTR, text);
        if !hint.is_empty() {
            let hint = self.new_str(&hint);
            self.set_hint(exception, hint);
        }
        Signal::Raise(exception)
    }

    /// The running method's `self`.
    pub fn own_self(&self) -> Option<Value> {
        let frame = self.stack.frames.last()?;
        let code = self.program.code(frame.code);
        let at = code.code.locals.iter().position(|l| &**l == "self")?;
        let mut this = *self.stack.values.get(frame.base as usize + at)?;
        if let Some(Kind::Cell(inner)) = this.object().map(|id| &self.heap.get(id).kind) {
            this = *inner;
        }
        (!this.is_null()).then_some(this)
    }

    /// The variables of handlers around the running instruction: gone when a traceback is shown.
    fn names_of_handlers(&self) -> Vec<String> {
        let mut names = Vec::new();
        let Some(frame) = self.stack.frames.last() else {
            return names;
        };
        let code = self.program.code(frame.code);
        let unit = &self.program.units[code.unit as usize].unit;
        let mut at = frame.pc.saturating_sub(1);
        let handler_of = |at: u32| {
            let covers = |e: &&crate::lang::code::ExceptionEntry| e.start <= at && at < e.end;
            code.code
                .exception_table
                .iter()
                .find(covers)
                .map(|e| e.target)
        };
        while let Some(handler) = handler_of(at).filter(|&h| h > at) {
            at = handler;
            let next = |n: u32| code.code.instructions.get((handler + n) as usize);
            if let (Some(store), Some(delete)) = (next(1), next(2)) {
                match (store.op, delete.op) {
                    (Op::StoreName | Op::StoreGlobal, Op::DeleteName | Op::DeleteGlobal) => {
                        names.extend(unit.names.get(store.arg as usize).map(|n| n.to_string()));
                    }
                    (Op::StoreFast, Op::DeleteFast) => {
                        names.extend(
                            code.code
                                .locals
                                .get(store.arg as usize)
                                .map(|n| n.to_string()),
                        );
                    }
                    _ => {}
                }
            }
        }
        names
    }

    /// Whether the running method's `self` has an attribute of that name.
    fn self_has(&mut self, name: NameId) -> bool {
        let Some(this) = self.own_self() else {
            return false;
        };
        let text = self.names.get(name).clone();
        self.known_attributes(this)
            .iter()
            .any(|known| **known == *text)
    }

    /// Names that the running code could have meant: its locals, the globals, the built-ins.
    fn names_in_reach(&mut self) -> Vec<String> {
        let frame = *self.frame();
        let code = self.program.code(frame.code);
        let mut known: Vec<String> = Vec::new();
        for (i, name) in code.code.locals.iter().enumerate() {
            if !self.stack.values[frame.base as usize + i].is_null() {
                known.push(name.to_string());
            }
        }
        if let Kind::Module(module) = &self.heap.get(frame.module).kind {
            let unit = &self.program.units[module.unit as usize];
            let bound = unit
                .slots
                .iter()
                .zip(&module.slots)
                .filter(|(_, v)| !v.is_null());
            known.extend(bound.map(|(n, _)| self.names.get(*n).to_string()));
        }
        let gone = self.names_of_handlers();
        known.retain(|name| !gone.contains(name));
        let built_in = self.program.builtins.iter();
        let built_in: Vec<String> = built_in
            .map(|(n, _)| self.names.get(n).to_string())
            .collect();
        known.extend(crate::vm::suggest::built_ins(&built_in));
        known
    }
}

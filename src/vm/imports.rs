//! `import`: modules of the program and of the library; what is not there is ModuleNotFoundError.

use crate::vm::exec::Vm;
use crate::vm::frame::Ret;
use crate::vm::library;
use crate::vm::names;
use crate::vm::object::Kind;
use crate::vm::signal::{Answer, Signal};
use crate::vm::types;
use crate::vm::value::{CodeRef, NameId, ObjectId, Value};
use std::rc::Rc;

impl Vm<'_> {
    /// IMPORT_NAME: the from list has been dropped, so the caller's next instruction tells whether the
    /// package or the module itself is wanted.
    pub fn import_name(&mut self, name: NameId, level: Value) -> Answer<()> {
        let text = self.names.get(name).clone();
        if level != Value::Int(0) {
            return Err(self.error(
                types::IMPORT_ERROR,
                "attempted relative import with no known parent package",
            ));
        }
        // What the library is built on is not there for programs.
        let frame = self.frame().code;
        let inner = library::is_inner(&text) && !self.program.code(frame).library;
        let known = self.program.modules.get(&text).filter(|_| !inner);
        let Some(&module) = known else {
            if let Some(reason) = library::refusal(&text) {
                return Err(Signal::Unsupported(reason.into()));
            }
            // Of `a.b` without an `a`, `a` is what is missed.
            let text: std::rc::Rc<str> = match text.split_once('.') {
                Some((top, _)) if library::source(top).is_none() => top.into(),
                _ => text.as_ref().into(),
            };
            let exception = self.exception(
                types::MODULE_NOT_FOUND_ERROR,
                &match text.rsplit_once('.') {
                    Some((parent, _))
                        if library::source(parent).is_some() && !library::is_package(parent) =>
                    {
                        format!("No module named '{text}'; '{parent}' is not a package")
                    }
                    _ => format!("No module named '{text}'"),
                },
            );
            let value = self.new_str(&text);
            self.set_plain_attr(exception, names::NAME_ATTR, value);
            return Err(Signal::Raise(exception));
        };
        if let Some(package) = self.waiting_package(&text) {
            // It runs to its end first; then this instruction is executed again.
            self.push(level);
            self.push(Value::None);
            self.frame().pc -= 1;
            self.start_import(package);
            return Ok(());
        }
        // `import a.b` binds `a`; `from a.b import c` and `import a.b as c` use IMPORT_FROM or the module.
        let whole = self.wants_whole(&text);
        let result = if whole {
            module
        } else {
            self.top_package(&text).unwrap_or(module)
        };
        self.push(Value::Object(result));
        self.start_import(module);
        Ok(())
    }

    /// The outermost package of a dotted name whose code has not run yet.
    fn waiting_package(&self, name: &str) -> Option<ObjectId> {
        name.match_indices('.')
            .filter_map(|(at, _)| self.program.modules.get(&name[..at]).copied())
            .find(|id| matches!(&self.heap.get(*id).kind, Kind::Module(m) if !m.imported))
    }

    fn top_package(&self, name: &str) -> Option<ObjectId> {
        let top = name.split('.').next()?;
        self.program.modules.get(top).copied()
    }

    /// Whether the importing code goes on with the dotted module itself.
    fn wants_whole(&mut self, name: &str) -> bool {
        if !name.contains('.') {
            return true;
        }
        let frame = *self.frame();
        let code = self.program.code(frame.code);
        // The constant before IMPORT_NAME is the from list: a tuple or None.
        let from = (frame.pc as usize)
            .checked_sub(2)
            .and_then(|i| code.instructions.get(i))
            .filter(|i| i.op == crate::lang::code::Op::LoadConst)
            .map(|i| code.consts[i.arg as usize]);
        // `import a.b as c` has none: it starts from the package and takes what is in it.
        from.is_some_and(|value| value != Value::None)
    }

    fn start_import(&mut self, id: ObjectId) {
        let Kind::Module(module) = &mut self.heap.get_mut(id).kind else {
            return;
        };
        if std::mem::replace(&mut Rc::make_mut(module).imported, true) {
            return;
        }
        let unit = module.unit;
        let first = self.program.units[unit as usize].first_code;
        self.enter(CodeRef(first), id, None, Value::Null, Ret::Import);
    }

    /// IMPORT_FROM
    pub fn import_from(&mut self, name: NameId) -> Answer<()> {
        let module = self.peek(1);
        match self.get_attribute(module, name) {
            Ok(value) => {
                self.push(value);
                Ok(())
            }
            Err(Signal::Call(_)) => {
                let getter = module.object().and_then(|id| self.module_getter(id));
                let name = self.name_str(name);
                let all = [getter.unwrap_or(Value::None), module, name];
                self.in_python("_import_from", &all)
            }
            Err(Signal::Raise(_)) => {
                let Some(id) = module.object() else {
                    return Ok(());
                };
                let Kind::Module(m) = &self.heap.get(id).kind else {
                    return Ok(());
                };
                let module_unit = &self.program.units[m.unit as usize];
                let unit = module_unit.name.clone();
                let file = library::has_file(&unit).then(|| module_unit.unit.file.to_string());
                let text = self.names.get(name).clone();
                // `from concurrent import futures`
                if let Some(&sub) = self.program.modules.get(format!("{unit}.{text}").as_str()) {
                    self.push(Value::Object(sub));
                    self.start_import(sub);
                    return Ok(());
                }
                let known = self.known_attributes(module);
                let hint = match crate::vm::suggest::attribute(&text, &known, false) {
                    Some(near) => format!(". Did you mean: '{near}'?"),
                    None => String::new(),
                };
                let exception = self.exception(
                    types::IMPORT_ERROR,
                    &format!(
                        "cannot import name '{text}' from '{unit}' ({})",
                        file.as_deref().unwrap_or("unknown location")
                    ),
                );
                let text = self.new_str(&text);
                let name_from = self.intern("name_from");
                self.set_plain_attr(exception, name_from, text);
                if let Some(file) = file {
                    let file = self.string(file);
                    self.set_plain_attr(exception, names::PATH, file);
                }
                if !hint.is_empty() {
                    let hint = self.string(hint);
                    self.set_hint(exception, hint);
                }
                let value = self.new_str(&unit);
                self.set_plain_attr(exception, names::NAME_ATTR, value);
                Err(Signal::Raise(exception))
            }
            Err(other) => Err(other),
        }
    }

    /// `from module import *`
    pub fn import_star(&mut self, module: Value) -> Answer<()> {
        let Some(id) = module.object() else {
            return Ok(());
        };
        let Kind::Module(m) = &self.heap.get(id).kind else {
            return Ok(());
        };
        let unit = &self.program.units[m.unit as usize];
        let mut items: Vec<(NameId, Value)> = unit
            .slots
            .iter()
            .copied()
            .zip(m.slots.iter().copied())
            .chain(m.extra.iter())
            .filter(|(_, v)| !v.is_null())
            .collect();
        let target = self.frame().module;
        let all = self.names.lookup("__all__");
        let all = all.and_then(|all| items.iter().find(|(n, _)| *n == all).map(|(_, v)| *v));
        if let Some(all) = all {
            // What only the module's `__getattr__` can give comes last, in Python.
            let wanted: Vec<NameId> = crate::vm::natives::lists::items(self, all)
                .into_iter()
                .map(|name| self.name_of(name))
                .collect();
            items.retain(|(n, _)| wanted.contains(n));
            let rest: Vec<NameId> = wanted
                .into_iter()
                .filter(|n| !items.iter().any(|(found, _)| found == n))
                .collect();
            for (name, value) in items {
                self.set_generic(Value::Object(target), target, name, value)?;
            }
            if rest.is_empty() {
                return Ok(());
            }
            let rest = rest.into_iter().map(|name| self.name_str(name)).collect();
            let rest = self.list(rest);
            return self.in_python("_import_rest", &[module, Value::Object(target), rest]);
        }
        items.retain(|(n, _)| !self.names.get(*n).starts_with('_'));
        let own = Value::Object(target);
        for (name, value) in items {
            self.set_generic(own, target, name, value)?;
        }
        Ok(())
    }
}

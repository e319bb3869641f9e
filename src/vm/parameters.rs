//! Arguments of a call brought to the parameters of a function, and what is wrong with those that do not fit.

use crate::vm::calls::Keywords;
use crate::vm::exec::Vm;
use crate::vm::object::Kind;
use crate::vm::program::LinkedCode;
use crate::vm::signal::{Answer, Signal};
use crate::vm::types;
use crate::vm::value::{NameId, ObjectId, Value};
use std::rc::Rc;

impl Vm<'_> {
    /// Lays the arguments of a call out as the locals of the function.
    pub fn bind(
        &mut self,
        id: ObjectId,
        code: &LinkedCode,
        base: usize,
        keywords: Keywords,
    ) -> Answer<()> {
        let c = &code.code;
        let (positional, kwonly) = (c.arg_count as usize, c.kwonly_count as usize);
        if code.library && self.is_wrong_for_c(id, code, base, &keywords) {
            return Err(self.c_call_error(id, code, base, &keywords));
        }
        let given: Vec<Value> = self.stack.values.drain(base..).collect();
        let mut locals = vec![Value::Null; c.locals.len()];
        let taken = given.len().min(positional);
        locals[..taken].copy_from_slice(&given[..taken]);
        let mut next = positional + kwonly;
        if c.flags.varargs {
            let rest: Rc<[Value]> = given[taken..].into();
            locals[next] = self.heap.make(types::TUPLE, Kind::Tuple(rest));
            next += 1;
        }
        let extra = if c.flags.varkeywords {
            Some(next)
        } else {
            None
        };
        let mut rest = Vec::new();
        for &(name, value) in &keywords {
            let slot = (c.posonly_count as usize..positional + kwonly)
                .find(|&i| code.local_names[i] == name);
            match slot {
                Some(i) if locals[i].is_null() => locals[i] = value,
                Some(i) => {
                    let message = format!(
                        "{}() got multiple values for argument '{}'",
                        c.qualname, c.locals[i]
                    );
                    return Err(self.type_error(&message));
                }
                None if extra.is_some() => rest.push((name, value)),
                None => return Err(self.unexpected_keyword(code, name, &keywords)),
            }
        }
        if given.len() > positional && !c.flags.varargs {
            return Err(self.too_many_arguments(id, code, given.len(), &locals));
        }
        self.fill_defaults(id, code, &mut locals)?;
        if let Some(slot) = extra {
            locals[slot] = self.dict_of_names(&rest);
        }
        self.stack.values.extend_from_slice(&locals);
        Ok(())
    }

    /// Whether arguments do not fit a function that is C in CPython and takes no keywords.
    fn is_wrong_for_c(
        &self,
        id: ObjectId,
        code: &LinkedCode,
        base: usize,
        keywords: &Keywords,
    ) -> bool {
        let c = &code.code;
        let plain = c.posonly_count == c.arg_count && c.kwonly_count == 0;
        if !plain || c.flags.varargs || c.flags.varkeywords {
            return false;
        }
        let unit = &self.program.units[code.unit as usize];
        let most = c.arg_count as usize;
        let given = self.stack.values.len() - base;
        let wrong = given > most || given + self.defaults_of(id) < most || !keywords.is_empty();
        wrong && crate::vm::library::is_c(&unit.name, &c.qualname)
    }

    fn defaults_of(&self, id: ObjectId) -> usize {
        let Kind::Function(function) = &self.heap.get(id).kind else {
            return 0;
        };
        match function.defaults.object().map(|d| &self.heap.get(d).kind) {
            Some(Kind::Tuple(items)) => items.len(),
            _ => 0,
        }
    }

    /// CPython's words for such a call.
    fn c_call_error(
        &mut self,
        id: ObjectId,
        code: &LinkedCode,
        base: usize,
        keywords: &Keywords,
    ) -> Signal {
        let c = &code.code;
        let unit = &self.program.units[code.unit as usize].name;
        // A method is named with its class and does not count its object.
        let (name, own) = match c.qualname.contains('.') {
            true => (c.qualname.to_string(), 1),
            false => (format!("{unit}.{}", c.name), 0),
        };
        let most = (c.arg_count as usize).saturating_sub(own);
        let least = most.saturating_sub(self.defaults_of(id));
        let given = (self.stack.values.len() - base).saturating_sub(own);
        self.type_error(&if !keywords.is_empty() {
            format!("{name}() takes no keyword arguments")
        } else if most == 0 {
            format!("{name}() takes no arguments ({given} given)")
        } else if most == 1 && least == 1 {
            format!("{name}() takes exactly one argument ({given} given)")
        } else {
            let (word, count) = match () {
                () if least == most => ("", most),
                () if given < least => ("at least ", least),
                () => ("at most ", most),
            };
            let s = if count == 1 { "" } else { "s" };
            format!("{} expected {word}{count} argument{s}, got {given}", c.name)
        })
    }

    fn fill_defaults(
        &mut self,
        id: ObjectId,
        code: &LinkedCode,
        locals: &mut [Value],
    ) -> Answer<()> {
        let c = &code.code;
        let positional = c.arg_count as usize;
        let Kind::Function(function) = &self.heap.get(id).kind else {
            return Ok(());
        };
        let (defaults, kwdefaults) = (function.defaults, function.kwdefaults);
        if locals[..positional].iter().any(|v| v.is_null()) {
            let defaults: Rc<[Value]> = match defaults.object().map(|d| &self.heap.get(d).kind) {
                Some(Kind::Tuple(items)) => Rc::clone(items),
                _ => Rc::new([]),
            };
            let first = positional - defaults.len().min(positional);
            for (local, default) in locals[first..positional].iter_mut().zip(defaults.iter()) {
                if local.is_null() {
                    *local = *default;
                }
            }
            let missing: Vec<&str> = (0..positional)
                .filter(|&i| locals[i].is_null())
                .map(|i| &*c.locals[i])
                .collect();
            if !missing.is_empty() {
                return Err(self.missing_arguments(code, &missing, "positional"));
            }
        }
        let mut missing: Vec<&str> = Vec::new();
        let keyword_only = positional..positional + c.kwonly_count as usize;
        let names = &c.locals[keyword_only.clone()];
        for (local, name) in locals[keyword_only].iter_mut().zip(names) {
            if local.is_null() {
                match kwdefaults.object().and_then(|d| self.dict_get_str(d, name)) {
                    Some(value) => *local = value,
                    None => missing.push(name),
                }
            }
        }
        if missing.is_empty() {
            Ok(())
        } else {
            Err(self.missing_arguments(code, &missing, "keyword-only"))
        }
    }

    fn missing_arguments(&mut self, code: &LinkedCode, missing: &[&str], kind: &str) -> Signal {
        let quoted: Vec<String> = missing.iter().map(|n| format!("'{n}'")).collect();
        let list = match quoted.as_slice() {
            [one] => one.clone(),
            [a, b] => format!("{a} and {b}"),
            [init @ .., last] => format!("{}, and {last}", init.join(", ")),
            [] => String::new(),
        };
        let s = if missing.len() == 1 { "" } else { "s" };
        let message = format!(
            "{}() missing {} required {kind} argument{s}: {list}",
            code.code.qualname,
            missing.len()
        );
        self.type_error(&message)
    }

    /// TypeError for a keyword that is no parameter, with the one that may have been meant.
    pub fn no_parameter(&mut self, function: &str, keyword: &str, known: &[&str]) -> Signal {
        let hint = match crate::vm::suggest::closest(keyword, known) {
            Some(near) => format!(". Did you mean '{near}'?"),
            None => String::new(),
        };
        self.type_error(&format!(
            "{function}() got an unexpected keyword argument '{keyword}'{hint}"
        ))
    }

    fn unexpected_keyword(&mut self, code: &LinkedCode, name: NameId, all: &Keywords) -> Signal {
        let c = &code.code;
        let text = self.names.get(name).clone();
        let positional = &code.local_names[..c.posonly_count as usize];
        let wrong = positional
            .iter()
            .filter(|n| all.iter().any(|(given, _)| given == *n));
        let wrong: Vec<String> = wrong.map(|n| self.names.get(*n).to_string()).collect();
        if !wrong.is_empty() {
            return self.type_error(&format!(
                "{}() got some positional-only arguments passed as keyword arguments: '{}'",
                c.qualname,
                wrong.join(", ")
            ));
        }
        let known: Vec<&str> = c.locals
            [c.posonly_count as usize..(c.arg_count + c.kwonly_count) as usize]
            .iter()
            .map(|n| &**n)
            .collect();
        self.no_parameter(&c.qualname, &text, &known)
    }

    fn too_many_arguments(
        &mut self,
        id: ObjectId,
        code: &LinkedCode,
        given: usize,
        locals: &[Value],
    ) -> Signal {
        let c = &code.code;
        let positional = c.arg_count as usize;
        let Kind::Function(function) = &self.heap.get(id).kind else {
            return self.type_error("call");
        };
        let defaults = match function.defaults.object().map(|d| &self.heap.get(d).kind) {
            Some(Kind::Tuple(items)) => items.len(),
            _ => 0,
        };
        let takes = if defaults > 0 {
            format!("from {} to {positional}", positional - defaults)
        } else {
            positional.to_string()
        };
        let plural = if positional == 1 && defaults == 0 {
            ""
        } else {
            "s"
        };
        let named = locals[positional..positional + c.kwonly_count as usize]
            .iter()
            .filter(|v| !v.is_null())
            .count();
        let (tail, were) = if named > 0 {
            let s = if named == 1 { "" } else { "s" };
            let p = if given == 1 { "" } else { "s" };
            (
                format!(" positional argument{p} (and {named} keyword-only argument{s})"),
                "were",
            )
        } else {
            (String::new(), if given == 1 { "was" } else { "were" })
        };
        self.type_error(&format!(
            "{}() takes {takes} positional argument{plural} but {given}{tail} {were} given",
            c.qualname
        ))
    }
}

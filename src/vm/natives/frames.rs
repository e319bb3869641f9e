//! What programs ask about names and running code: `globals()`, `locals()`, tracebacks, code objects.

use crate::lang::code::LocalKind;
use crate::vm::calls::Args;
use crate::vm::exec::Vm;
use crate::vm::frame::Frame;
use crate::vm::natives::Table;
use crate::vm::object::{Kind, TraceEntry};
use crate::vm::signal::{Answer, Signal};
use crate::vm::value::{CodeRef, NameId, ObjectId, Value};
use crate::vm::{names, types};
use std::rc::Rc;

/// Built-ins about names and running code.
pub const TABLE: Table = &[
    ("builtins.globals", |vm, _| {
        let module = Value::Object(vm.frame().module);
        vm.in_python("_module_dict", &[module])
    }),
    ("builtins.locals", |vm, _| locals(vm)),
    ("builtins.vars", |vm, args| match vm.arg(args, 0) {
        Some(value) => vars(vm, value),
        None => locals(vm),
    }),
    ("builtins.dir", |vm, args| {
        let found = match vm.arg(args, 0) {
            Some(value) => {
                let class = vm.class_of(value);
                let own = vm.class_lookup(class, vm.names.lookup("__dir__").unwrap_or(names::DICT));
                if own.is_some_and(|method| !matches!(method, Value::Native(_))) {
                    return vm.in_python("_dir", &[value]);
                }
                let mut found = vm.listed_attributes(value);
                found.retain(|name| !name.starts_with("__lockstep"));
                found.sort();
                found.dedup();
                found
            }
            None => {
                let pairs = local_pairs(vm);
                let mut found: Vec<String> = pairs
                    .iter()
                    .map(|(n, _)| vm.names.get(*n).to_string())
                    .collect();
                let frame = *vm.frame();
                if frame.namespace.is_null() && !vm.program.code(frame.code).code.flags.optimized {
                    let module = Value::Object(frame.module);
                    vm.extend_with_hidden(&mut found, types::MODULE, module, true);
                }
                found.sort();
                found.dedup();
                found
            }
        };
        let items = found.into_iter().map(|n| vm.string(n)).collect();
        Ok(vm.list(items))
    }),
    ("_lockstep.recursion_limit", |vm, args| {
        if let Some(sys) = vm.program.modules.get("sys").copied() {
            vm.note_more_names(sys, vm.arg(args, 0).is_some());
        }
        if let Some(limit) = vm.arg(args, 0).and_then(|v| vm.index(v)) {
            let depth = vm.stack.frames.len();
            if limit < 1 {
                return Err(vm.value_error("recursion limit must be greater or equal than 1"));
            }
            if limit as usize <= depth {
                let message = format!(
                    "cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low"
                );
                return Err(vm.error(types::RECURSION_ERROR, &message));
            }
            vm.heap.recursion_limit = limit as usize;
        }
        Ok(Value::Int(vm.heap.recursion_limit as i64))
    }),
    ("builtins._again", again),
    ("builtins._not_implemented", |_, _| {
        Ok(Value::NotImplemented)
    }),
    ("builtins._hidden", |_, _| {
        let text = "this special method cannot be called by its name here: use the operator or the built-in function";
        Err(Signal::Unsupported(text.into()))
    }),
    ("_lockstep.again", again),
    ("builtins._unsupported", |vm, args| {
        let sentence = vm.arg(args, 0).unwrap_or(Value::None);
        let text = vm.heap.str(sentence).map(|t| t.s.clone());
        Err(Signal::Unsupported(text.unwrap_or_default()))
    }),
    ("builtins._set_traceback", |vm, args| {
        let [error, rows] = vm.parse(args, "_set_traceback", ["/error", "/rows"], 2)?;
        let entries = entries(vm, rows);
        if let Some(data) = vm.exception_data(error) {
            data.traceback = entries;
        }
        Ok(Value::None)
    }),
    ("builtins._same_origin", |vm, args| {
        let [a, b] = vm.parse(args, "_same_origin", ["/a", "/b"], 2)?;
        let (Some(a), Some(b)) = (vm.exception_data(a).cloned(), vm.exception_data(b).cloned())
        else {
            return Ok(Value::Bool(false));
        };
        Ok(Value::Bool(
            a.traceback == b.traceback && a.cause == b.cause && a.context == b.context,
        ))
    }),
    ("builtins._set_origin", |vm, args| {
        let [new, before] = vm.parse(args, "_set_origin", ["/new", "/old"], 2)?;
        let Some(old) = vm.exception_data(before).cloned() else {
            return Ok(Value::None);
        };
        if let Some(notes) = vm.plain_attr(before, names::NOTES) {
            let items = crate::vm::natives::lists::items(vm, notes);
            let notes = vm.list(items);
            vm.set_plain_attr(new, names::NOTES, notes);
        }
        if let Some(data) = vm.exception_data(new) {
            data.traceback = old.traceback;
            data.cause = old.cause;
            data.context = old.context;
            data.suppress_context = old.suppress_context;
        }
        Ok(new)
    }),
    ("builtins._imported", |vm, args| {
        let name = vm.arg(args, 0).unwrap_or(Value::None);
        let name = vm
            .heap
            .str(name)
            .map(|t| t.s.to_string())
            .unwrap_or_default();
        let module = vm.program.modules.get(name.as_str()).copied();
        let imported =
            |id: &ObjectId| matches!(&vm.heap.get(*id).kind, Kind::Module(m) if m.imported);
        Ok(module.filter(imported).map_or(Value::None, Value::Object))
    }),
    ("builtins._unawaited", |vm, _| {
        let names = vm.unawaited();
        Ok(vm.list(names))
    }),
    ("builtins._set_text", |vm, args| {
        let [error, text] = vm.parse(args, "_set_text", ["/error", "/text"], 2)?;
        let name = vm.intern(crate::vm::traceback::TEXT);
        vm.set_plain_attr(error, name, text);
        Ok(Value::None)
    }),
    ("builtins._traceback", traceback),
    ("_lockstep.traceback", traceback),
    ("_lockstep.frames", |vm, args| {
        let rows = vm.arg(args, 0).unwrap_or(Value::None);
        let entries = entries(vm, rows);
        let texts = crate::vm::traceback::frame_texts(vm, &entries);
        let items = texts.into_iter().map(|t| vm.string(t)).collect();
        Ok(vm.list(items))
    }),
    ("builtins._write_error", |vm, args| {
        let text = vm.arg(args, 0).unwrap_or(Value::None);
        let text = vm.str_arg(text, "write() argument")?.s.to_string();
        Err(crate::vm::natives::requests::request(
            crate::vm::signal::Request::Write { error: true, text },
        ))
    }),
    ("_lockstep.generator_state", |vm, args| {
        let generator = vm.arg(args, 0).and_then(Value::object);
        let state = match generator.map(|id| &vm.heap.get(id).kind) {
            Some(Kind::Generator(g)) if g.running => "RUNNING",
            Some(Kind::Generator(g)) if g.frame.is_none() => "CLOSED",
            Some(Kind::Generator(g)) if g.started => "SUSPENDED",
            _ => "CREATED",
        };
        Ok(vm.new_str(state))
    }),
    ("_lockstep.modules", |vm, _| {
        // Names and modules that have been imported, in the order of their names.
        let mut found: Vec<(Rc<str>, ObjectId)> = vm
            .program
            .modules
            .iter()
            .filter(|(name, id)| {
                &***name == "__main__"
                    || matches!(&vm.heap.get(**id).kind, Kind::Module(m) if m.imported)
            })
            .map(|(name, id)| (Rc::clone(name), *id))
            .collect();
        found.sort();
        let pairs: Vec<Value> = found
            .into_iter()
            .filter(|(name, _)| !name.starts_with("_lockstep"))
            .map(|(name, id)| {
                let name = vm.new_str(&name);
                vm.tuple(vec![name, Value::Object(id)])
            })
            .collect();
        Ok(vm.list(pairs))
    }),
];

/// Whether the function that asks is already running further out for the same first argument: a repr that came
/// back to itself.
fn again(vm: &mut Vm, _: &Args) -> Answer {
    let (asks, outer) = match vm.stack.frames.split_last() {
        Some((asks, outer)) => (*asks, outer),
        None => return Ok(Value::Bool(false)),
    };
    let first = |frame: &Frame| vm.stack.values.get(frame.base as usize).copied();
    let same = |f: &&Frame| f.code == asks.code && f.function == asks.function;
    let found = outer.iter().filter(same).any(|f| first(f) == first(&asks));
    Ok(Value::Bool(found))
}

/// The text of a traceback; what an exception says in Python is asked for first.
fn traceback(vm: &mut Vm, args: &crate::vm::calls::Args) -> Answer {
    let value = vm.arg(args, 0).unwrap_or(Value::None);
    let limit = vm.arg(args, 1).unwrap_or(Value::None);
    let chained = vm.arg(args, 2).unwrap_or(Value::Bool(true));
    let mute = crate::vm::traceback::without_text(vm, value);
    if !mute.is_empty() {
        let list = vm.list(mute);
        return vm.in_python("_with_texts", &[value, list, limit, chained]);
    }
    let limit = match limit {
        // Nobody caught it.
        Value::Bool(true) => {
            let text = crate::vm::traceback::format(vm, value);
            return Ok(vm.string(text));
        }
        Value::None => None,
        limit => Some(vm.int_arg(limit)?),
    };
    let chained = vm.truth(chained)?;
    let text = crate::vm::traceback::format_part(vm, value, limit, chained);
    Ok(vm.string(text))
}

fn vars(vm: &mut Vm, value: Value) -> Answer {
    match vm.get_attribute(value, names::DICT) {
        Err(Signal::Raise(error)) if vm.is_instance(error, types::ATTRIBUTE_ERROR) => {
            Err(vm.type_error("vars() argument must have __dict__ attribute"))
        }
        other => other,
    }
}

/// `locals()`: a new dict of what is bound in the running frame; the module's own at module level.
fn locals(vm: &mut Vm) -> Answer {
    let frame = *vm.frame();
    if !vm.program.code(frame.code).code.flags.optimized && frame.namespace.is_null() {
        return vm.in_python("_module_dict", &[Value::Object(frame.module)]);
    }
    let pairs = local_pairs(vm);
    Ok(vm.dict_of_names(&pairs))
}

fn local_pairs(vm: &mut Vm) -> Vec<(NameId, Value)> {
    let frame = *vm.frame();
    let code = vm.program.code(frame.code);
    if let Some(Kind::Namespace(map)) = frame.namespace.object().map(|id| &vm.heap.get(id).kind) {
        return map.iter().collect();
    }
    if !code.code.flags.optimized {
        return module_pairs(vm, frame.module);
    }
    let mut pairs = Vec::new();
    for (i, name) in code.local_names.iter().enumerate() {
        let mut value = vm.stack.values[frame.base as usize + i];
        if code.code.local_kinds[i] != LocalKind::Local
            && let Some(Kind::Cell(inner)) = value.object().map(|id| &vm.heap.get(id).kind)
        {
            value = *inner;
        }
        if !value.is_null() && !vm.names.get(*name).starts_with('.') {
            pairs.push((*name, value));
        }
    }
    pairs
}

/// Names and values of a module, in the order of their first assignment in its text.
pub fn module_pairs(vm: &mut Vm, id: ObjectId) -> Vec<(NameId, Value)> {
    let Kind::Module(module) = &vm.heap.get(id).kind else {
        return Vec::new();
    };
    let unit = &vm.program.units[module.unit as usize];
    let pairs: Vec<(NameId, Value)> = unit
        .slots
        .iter()
        .copied()
        .zip(module.slots.iter().copied())
        .chain(module.extra.iter())
        .filter(|(_, v)| !v.is_null())
        .collect();
    if vm.exploring.is_some() {
        // What has no value now may get one.
        for name in &unit.slots {
            vm.note_in_module(id, *name, Value::Null, false);
        }
        for (name, value) in &pairs {
            vm.note_in_module(id, *name, *value, false);
        }
        vm.note_more_names(id, false);
    }
    pairs
}

/// What `_rows` made, as the machine keeps it.
fn entries(vm: &Vm, rows: Value) -> Vec<TraceEntry> {
    crate::vm::natives::lists::items(vm, rows)
        .into_iter()
        .filter_map(|row| {
            let parts = crate::vm::natives::lists::items(vm, row);
            let (code, instruction) = (vm.index(*parts.first()?)?, vm.index(*parts.get(1)?)?);
            let known = (0..vm.program.codes.len() as i64).contains(&code);
            known.then_some(TraceEntry {
                code: CodeRef(code as u32),
                instruction: instruction as u32,
            })
        })
        .collect()
}

impl Vm<'_> {
    /// `error.__traceback__`: the same objects every time, with new ones in front as the exception rises.
    pub fn traceback_object(&mut self, error: Value) -> Value {
        let entries = self
            .exception_data(error)
            .map(|e| e.traceback.clone())
            .unwrap_or_default();
        let entries = crate::vm::traceback::visible(self, &entries);
        let memory = names::TRACEBACK_OBJECTS;
        let attrs = error.object().map(|id| &self.heap.get(id).attrs);
        let known = attrs.and_then(|a| a.as_ref()?.get(memory));
        let known = known.map(|v| crate::vm::natives::lists::items(self, v));
        let (mut count, mut head) = match known.as_deref() {
            Some([Value::Int(count), head]) => (*count as usize, *head),
            _ => (0, Value::None),
        };
        if count == entries.len() {
            return head;
        }
        if count > entries.len() {
            (count, head) = (0, Value::None);
        }
        for entry in &entries[count..] {
            head = self.traceback_entry(*entry, head);
        }
        let known = self.tuple(vec![Value::Int(entries.len() as i64), head]);
        self.set_plain_attr(error, memory, known);
        head
    }

    fn traceback_entry(&mut self, entry: TraceEntry, following: Value) -> Value {
        let linked = self.program.code(entry.code);
        let line = Value::Int(i64::from(crate::vm::traceback::position(self, &entry).line));
        let last = Value::Int(i64::from(entry.instruction) * 2);
        let module = Value::Object(self.program.units[linked.unit as usize].module);
        let code = self.heap.make(types::CODE, Kind::Code(entry.code));
        let row = self.tuple(vec![
            Value::Int(i64::from(entry.code.0)),
            Value::Int(i64::from(entry.instruction)),
        ]);
        let frame = [
            (names::HIDDEN_MODULE, module),
            (names::F_CODE, code),
            (names::F_LINENO, line),
            (names::F_LASTI, last),
        ];
        let frame = self.instance_with("_Frame", &frame);
        let traceback = [
            (names::HIDDEN_ROW, row),
            (names::TB_FRAME, frame),
            (names::TB_LINENO, line),
            (names::TB_LASTI, last),
            (names::TB_NEXT, following),
        ];
        self.instance_with("_Traceback", &traceback)
    }

    /// An instance of a class of the prelude with these attributes.
    pub fn instance_with(&mut self, class: &str, attributes: &[(NameId, Value)]) -> Value {
        let class = self.prelude(class).object().unwrap_or(types::OBJECT);
        let instance = self.new_instance(class);
        for (name, value) in attributes {
            self.set_plain_attr(instance, *name, *value);
        }
        instance
    }

    /// Attributes of code objects.
    pub fn code_attribute(&mut self, code: CodeRef, name: NameId) -> Option<Value> {
        let linked = self.program.code(code);
        let code = &linked.code;
        let int = |n: u32| Some(Value::Int(i64::from(n)));
        let locals = |vm: &mut Self, want: fn(usize, LocalKind, usize) -> bool| {
            let params = (code.arg_count
                + code.kwonly_count
                + u32::from(code.flags.varargs)
                + u32::from(code.flags.varkeywords)) as usize;
            let found: Vec<Value> = code
                .locals
                .iter()
                .zip(&code.local_kinds)
                .enumerate()
                .filter(|(i, (_, kind))| want(*i, **kind, params))
                .map(|(_, (name, _))| vm.new_str(name))
                .collect();
            Some(vm.tuple(found))
        };
        match &**self.names.get(name) {
            "co_name" => Some(self.new_str(&code.name)),
            "co_qualname" => Some(self.new_str(&code.qualname)),
            "co_filename" => {
                let file = self.program.units[linked.unit as usize].unit.file.clone();
                Some(self.new_str(&file))
            }
            "co_argcount" => int(code.arg_count),
            "co_posonlyargcount" => int(code.posonly_count),
            "co_kwonlyargcount" => int(code.kwonly_count),
            "co_nlocals" => int(code
                .local_kinds
                .iter()
                .enumerate()
                .filter(|(_, k)| **k == LocalKind::Local)
                .count() as u32),
            "co_stacksize" => int(code.stack_size),
            "co_firstlineno" => int(code.first_line),
            "co_varnames" => locals(self, |i, kind, params| {
                kind == LocalKind::Local || i < params
            }),
            "co_cellvars" => locals(self, |_, kind, _| kind == LocalKind::Cell),
            "co_freevars" => locals(self, |_, kind, _| kind == LocalKind::Free),
            "co_flags" => {
                let flags = code.flags;
                let bit = |on: bool, value: u32| if on { value } else { 0 };
                int(bit(flags.optimized, 3)
                    | bit(flags.varargs, 4)
                    | bit(flags.varkeywords, 8)
                    | bit(flags.generator, 0x20)
                    | bit(flags.coroutine, 0x80)
                    | bit(flags.async_generator, 0x200))
            }
            _ => None,
        }
    }
}

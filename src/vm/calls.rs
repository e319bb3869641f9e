//! Calls and returns: functions, methods, classes, built-ins, generators.

use crate::vm::exec::{CALL_WORK, NATIVE_WORK, Vm};
use crate::vm::frame::{Frame, Ret};
use crate::vm::name_map::NameMap;
use crate::vm::names;
use crate::vm::object::{Class, Generator, Kind, Layout, Named, Object};
use crate::vm::program::LinkedCode;
use crate::vm::signal::{Answer, Call, Signal};
use crate::vm::types;
use crate::vm::value::{ObjectId, Value};
use std::rc::Rc;

/// Keyword arguments of a call, in order.
pub type Keywords = Vec<Named>;

/// Deepest nesting of frames before RecursionError (CPython's default).
pub const RECURSION_LIMIT: usize = 1000;

/// Most frames, whatever `sys.setrecursionlimit` says.
const MAX_FRAMES: usize = 200_000;

/// Where the arguments of a built-in lie on the stack, and its keyword arguments.
#[derive(Debug)]
pub struct Args {
    /// Index of the first positional argument (`self` included).
    pub start: usize,
    /// How many positional arguments.
    pub len: usize,
    /// Keyword arguments.
    pub keywords: Keywords,
}

impl Vm<'_> {
    /// Calls `values[at]` with `values[at + 1]` as receiver (or NULL) and the arguments above.
    /// The result, or the frame that will give it, replaces all of them.
    pub fn invoke(&mut self, at: usize, keywords: Keywords, ret: Ret) -> Answer<()> {
        loop {
            let callable = self.stack.values[at];
            let result = match callable {
                Value::Native(id) => {
                    self.work += NATIVE_WORK;
                    let start = if self.stack.values[at + 1].is_null() {
                        at + 2
                    } else {
                        at + 1
                    };
                    let args = Args {
                        start,
                        len: self.stack.values.len() - start,
                        keywords,
                    };
                    let result = match crate::vm::natives::call(self, id, &args) {
                        Err(Signal::Raise(error)) => self.with_ints(callable, &args, error),
                        other => other,
                    };
                    self.stack.values.truncate(at);
                    result
                }
                Value::Object(id) => match &self.heap.get(id).kind {
                    Kind::Function(_) => return self.call_function(id, at, keywords, ret),
                    Kind::Method { function, receiver } => {
                        let (function, receiver) = (*function, *receiver);
                        self.stack.values[at] = function;
                        if self.stack.values[at + 1].is_null() {
                            self.stack.values[at + 1] = receiver;
                        } else {
                            self.stack.values.insert(at + 1, receiver);
                        }
                        continue;
                    }
                    Kind::Class(_) => return self.instantiate(id, at, keywords, ret),
                    _ => match self.special(callable, names::CALL) {
                        Some((function, receiver)) => {
                            self.stack.values[at] = function;
                            if self.stack.values[at + 1].is_null() {
                                self.stack.values[at + 1] = receiver;
                            } else {
                                self.stack.values.insert(at + 1, receiver);
                            }
                            continue;
                        }
                        None => {
                            self.stack.values.truncate(at);
                            Err(self.not_callable(callable))
                        }
                    },
                },
                _ => {
                    self.stack.values.truncate(at);
                    Err(self.not_callable(callable))
                }
            };
            return match result {
                Ok(value) => self.deliver(value, ret),
                Err(Signal::Call(mut call)) => {
                    if call.ret == Ret::Push {
                        call.ret = ret;
                    }
                    Err(Signal::Call(call))
                }
                Err(Signal::Resume(resume)) => {
                    self.resume(resume.generator, resume.value, resume.throw, ret)
                }
                Err(signal) => Err(signal),
            };
        }
    }

    /// A built-in function has raised: if that was since it wants ints and got objects with `__index__`,
    /// it is called again with what these give.
    fn with_ints(&mut self, function: Value, args: &Args, error: Value) -> Answer {
        let given = self.positional(args);
        let kind = error.object().map(|id| self.heap.get(id).class);
        if kind != Some(types::TYPE_ERROR) || !given.iter().any(|v| self.needs_index(*v)) {
            return Err(Signal::Raise(error));
        }
        let message = crate::vm::traceback::message(self, error);
        if !message.contains("integer") && !message.contains("to bytes") {
            return Err(Signal::Raise(error));
        }
        let given = self.list(given);
        let keywords = self.dict_of_names(&args.keywords);
        self.in_python("_with_ints", &[function, given, keywords])
    }

    /// `datetime(2026, 1, 1)` where `datetime` is the module: what was meant.
    fn callable_of_module(&mut self, value: Value) -> Option<String> {
        let id = value.object()?;
        let Kind::Module(_) = &self.heap.get(id).kind else {
            return None;
        };
        let pairs = crate::vm::natives::frames::module_pairs(self, id);
        let named = |name: &str| pairs.iter().find(|(n, _)| &**self.names.get(*n) == name);
        let module = self.heap.str(named("__name__")?.1)?.s.to_string();
        let last = module.rsplit('.').next()?;
        let callable = match named(last)?.1 {
            Value::Native(_) => true,
            Value::Object(id) => matches!(
                self.heap.get(id).kind,
                Kind::Function(_) | Kind::Class(_) | Kind::Method { .. }
            ),
            _ => false,
        };
        callable.then(|| format!(". Did you mean: '{module}.{last}(...)'?"))
    }

    fn not_callable(&mut self, value: Value) -> Signal {
        let name = self.type_name(value);
        let hint = self.callable_of_module(value).unwrap_or_default();
        self.type_error(&format!("'{name}' object is not callable{hint}"))
    }

    fn call_function(
        &mut self,
        id: ObjectId,
        at: usize,
        keywords: Keywords,
        ret: Ret,
    ) -> Answer<()> {
        self.work += CALL_WORK;
        let Kind::Function(function) = &self.heap.get(id).kind else {
            return Ok(());
        };
        let (code_ref, module) = (function.code, function.module);
        let code = self.program.code(code_ref);
        if let Err(signal) = self.check_depth() {
            self.stack.values.truncate(at);
            return Err(signal);
        }
        let base = if self.stack.values[at + 1].is_null() {
            at + 2
        } else {
            at + 1
        };
        let given = self.stack.values.len() - base;
        if code.simple && given as u32 == code.code.arg_count && keywords.is_empty() {
            let locals = code.code.locals.len();
            self.stack.values.resize(base + locals, Value::Null);
        } else if let Err(signal) = self.bind(id, code, base, keywords) {
            self.stack.values.truncate(at);
            return Err(signal);
        }
        self.stack.frames.push(Frame {
            code: code_ref,
            pc: 0,
            base: base as u32,
            bottom: at as u32,
            function: Some(id),
            module,
            namespace: Value::Null,
            generator: Value::Null,
            ret,
        });
        Ok(())
    }

    /// Pushes a frame for a code object without arguments (a module or the body of a class).
    pub fn enter(
        &mut self,
        code: crate::vm::value::CodeRef,
        module: ObjectId,
        function: Option<ObjectId>,
        namespace: Value,
        ret: Ret,
    ) {
        let base = self.stack.values.len();
        let locals = self.program.code(code).code.locals.len();
        self.stack.values.resize(base + locals, Value::Null);
        self.stack.frames.push(Frame {
            code,
            pc: 0,
            base: base as u32,
            bottom: base as u32,
            function,
            module,
            namespace,
            generator: Value::Null,
            ret,
        });
    }

    /// Lays the arguments of a call out as the locals of the function.
    fn bind(
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
        for (name, value) in keywords {
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
                None => return Err(self.unexpected_keyword(code, name)),
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

    fn unexpected_keyword(&mut self, code: &LinkedCode, name: crate::vm::value::NameId) -> Signal {
        let c = &code.code;
        let text = self.names.get(name).clone();
        let posonly = (0..c.posonly_count as usize).any(|i| code.local_names[i] == name);
        if posonly {
            return self.type_error(&format!(
                "{}() got some positional-only arguments passed as keyword arguments: '{text}'",
                c.qualname
            ));
        }
        let known: Vec<&str> = c.locals
            [c.posonly_count as usize..(c.arg_count + c.kwonly_count) as usize]
            .iter()
            .map(|n| &**n)
            .collect();
        let hint = match crate::vm::suggest::closest(&text, &known) {
            Some(near) => format!(". Did you mean '{near}'?"),
            None => String::new(),
        };
        self.type_error(&format!(
            "{}() got an unexpected keyword argument '{text}'{hint}",
            c.qualname
        ))
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

    /// Ends the running frame and cuts the stack to where it began.
    pub fn leave(&mut self) -> Option<Frame> {
        let frame = self.stack.frames.pop()?;
        if !frame.generator.is_null() {
            // Beneath a generator's frame lies what the caller was handling.
            self.stack.handled = self.stack.values[frame.bottom as usize];
        }
        self.stack.values.truncate(frame.bottom as usize);
        Some(frame)
    }

    /// Returns a value from the running frame.
    pub fn return_value(&mut self, value: Value) -> Answer<()> {
        let Some(frame) = self.leave() else {
            return Ok(());
        };
        if frame.generator.is_null() {
            let value = if frame.ret == Ret::ClassBody {
                frame.namespace
            } else {
                value
            };
            return self.deliver(value, frame.ret);
        }
        self.finish_generator(frame.generator);
        match frame.ret {
            Ret::ForIter { exit } => {
                self.frame().pc = exit;
                Ok(())
            }
            Ret::Send { exit } => {
                self.push(value);
                self.frame().pc = exit;
                Ok(())
            }
            _ => Err(self.stop_iteration(value)),
        }
    }

    /// StopIteration with a value.
    pub fn stop_iteration(&mut self, value: Value) -> Signal {
        let args: Vec<Value> = if value == Value::None {
            vec![]
        } else {
            vec![value]
        };
        let exception = self.exception_of(types::STOP_ITERATION, args);
        Signal::Raise(exception)
    }

    /// Gives a result to the frame on top, as its call asked for.
    pub fn deliver(&mut self, value: Value, ret: Ret) -> Answer<()> {
        match ret {
            Ret::Push | Ret::ForIter { .. } | Ret::Send { .. } => self.push(value),
            Ret::None => self.push(Value::None),
            Ret::Method => {
                self.push(value);
                self.push(Value::Null);
            }
            Ret::Discard | Ret::Import | Ret::Entry => {}
            Ret::Init => {
                if value != Value::None {
                    let name = self.type_name(value);
                    let message = format!("__init__() should return None, not '{name}'");
                    return Err(self.type_error(&message));
                }
            }
            Ret::Truth { negate } => return self.push_truth(value, negate),
            Ret::Text { repr } => {
                if self.heap.str(value).is_none() {
                    let name = self.type_name(value);
                    let method = if repr { "__repr__" } else { "__str__" };
                    let message = format!("{method} returned non-string (type {name})");
                    return Err(self.type_error(&message));
                }
                self.push(value);
            }
            Ret::Match => {
                let parts = crate::vm::natives::lists::items(self, value);
                self.push_match(
                    parts.first().copied().unwrap_or_default(),
                    parts.get(1).copied().unwrap_or_default(),
                );
            }
            Ret::ClassBody => return self.finish_class(value),
        }
        Ok(())
    }

    /// Makes an instance of a class: `class, NULL, args…` lie on the stack from `at`.
    fn instantiate(&mut self, id: ObjectId, at: usize, keywords: Keywords, ret: Ret) -> Answer<()> {
        let Kind::Class(class) = &self.heap.get(id).kind else {
            return Ok(());
        };
        let class = Rc::clone(class);
        // `Class(...)` through a bound class method has the class below as receiver.
        if !self.stack.values[at + 1].is_null() {
            let receiver = self.stack.values[at + 1];
            self.stack.values.insert(at + 2, receiver);
            self.stack.values[at + 1] = Value::Null;
        }
        if class.heap
            && (class.specials & crate::vm::classes::HAS_NEW != 0 || class.metaclass.is_some())
        {
            let args: Vec<Value> = self.stack.values.drain(at + 2..).collect();
            self.stack.values.truncate(at);
            return self.instantiate_in_python(id, args, keywords, ret);
        }
        let start = at + 2;
        let len = self.stack.values.len() - start;
        let has_init = class.specials & crate::vm::classes::HAS_INIT != 0;
        let args = Args {
            start,
            len,
            keywords,
        };
        let instance = match class.layout {
            Layout::Plain => {
                if (class.heap || id == types::OBJECT)
                    && !has_init
                    && (len > 0 || !args.keywords.is_empty())
                {
                    self.stack.values.truncate(at);
                    return Err(self.type_error(&format!("{}() takes no arguments", class.name)));
                }
                if class.heap {
                    self.check_abstract(id, &class, at)?;
                }
                Ok(self.new_instance(id))
            }
            Layout::Internal if class.heap => Ok(self.new_instance(id)),
            _ => match crate::vm::natives::classes::construct(self, id, &class, &args, has_init) {
                Err(Signal::Raise(error)) if !class.heap => {
                    self.with_ints(Value::Object(id), &args, error)
                }
                made => made,
            },
        };
        let instance = match instance {
            Ok(value) => value,
            Err(signal) => {
                self.stack.values.truncate(at);
                return Err(match signal {
                    Signal::Call(mut call) if call.ret == Ret::Push => {
                        call.ret = ret;
                        Signal::Call(call)
                    }
                    other => other,
                });
            }
        };
        if !has_init {
            self.stack.values.truncate(at);
            return self.deliver(instance, ret);
        }
        let keywords = args.keywords;
        if ret != Ret::Push {
            let args: Vec<Value> = self.stack.values.drain(at + 2..).collect();
            self.stack.values.truncate(at);
            let init = self.prelude("_init_instance");
            let mut all = vec![instance];
            all.extend(args);
            return Err(Signal::Call(Box::new(Call {
                function: init,
                args: all,
                keywords,
                ret,
            })));
        }
        let init = self.class_lookup(id, names::INIT).unwrap_or(Value::None);
        // instance (the result), __init__, instance, args…
        self.stack.values[at] = instance;
        self.stack.values[at + 1] = init;
        self.stack.values.insert(at + 2, instance);
        self.invoke(at + 1, keywords, Ret::Init)
    }

    fn check_abstract(&mut self, id: ObjectId, class: &Class, at: usize) -> Answer<()> {
        match self.abstract_class(id, class) {
            None => Ok(()),
            Some(signal) => {
                self.stack.values.truncate(at);
                Err(signal)
            }
        }
    }

    /// TypeError if methods of a class are still abstract.
    pub fn abstract_class(&mut self, id: ObjectId, class: &Class) -> Option<Signal> {
        let name = self.names.lookup("__abstractmethods__")?;
        let set = self.class_lookup(id, name)?.object()?;
        let Kind::Set(set) = &self.heap.get(set).kind else {
            return None;
        };
        let mut missing: Vec<String> = set
            .iter()
            .filter_map(|(_, v)| self.heap.str(v).map(|t| format!("'{}'", t.s)))
            .collect();
        if missing.is_empty() {
            return None;
        }
        missing.sort();
        let s = if missing.len() == 1 { "" } else { "s" };
        Some(self.type_error(&format!(
            "Can't instantiate abstract class {} without an implementation for abstract method{s} {}",
            class.name,
            missing.join(", ")
        )))
    }

    /// `cls.__new__` and then `__init__`, in Python.
    fn instantiate_in_python(
        &mut self,
        class: ObjectId,
        args: Vec<Value>,
        keywords: Keywords,
        ret: Ret,
    ) -> Answer<()> {
        let mut all = vec![Value::Object(class)];
        all.extend(args);
        let function = self.prelude("_instantiate");
        Err(Signal::Call(Box::new(Call {
            function,
            args: all,
            keywords,
            ret,
        })))
    }

    /// A new instance without anything in it.
    pub fn new_instance(&mut self, class: ObjectId) -> Value {
        Value::Object(self.heap.alloc(Object {
            class,
            kind: Kind::Plain,
            attrs: Some(Rc::new(NameMap::new())),
        }))
    }

    /// The keyword arguments whose names are in a tuple; their values lie on the stack.
    pub fn take_keywords(&mut self, names: Value) -> Keywords {
        let names: Rc<[Value]> = match names.object().map(|id| &self.heap.get(id).kind) {
            Some(Kind::Tuple(items)) => Rc::clone(items),
            _ => Rc::new([]),
        };
        let first = self.stack.values.len() - names.len();
        let values: Vec<Value> = self.stack.values.drain(first..).collect();
        names
            .iter()
            .zip(values)
            .map(|(name, value)| (self.name_of(*name), value))
            .collect()
    }

    /// `callable, NULL, args tuple, kwargs dict or NULL` on the stack.
    pub fn call_function_ex(&mut self) -> Answer<()> {
        let kwargs = self.pop();
        let args = self.pop();
        let at = self.stack.values.len() - 2;
        let mut keywords = Keywords::new();
        if let Some(id) = kwargs.object()
            && let Kind::Dict(dict) = &self.heap.get(id).kind
        {
            for entry in Rc::clone(dict).iter() {
                if self.heap.str(entry.key).is_none() {
                    return Err(self.type_error("keywords must be strings"));
                }
                keywords.push((self.name_of(entry.key), entry.value));
            }
        }
        let items: Rc<[Value]> = match args.object().map(|id| &self.heap.get(id).kind) {
            Some(Kind::Tuple(items)) => Rc::clone(items),
            Some(Kind::List(items)) => items.as_slice().into(),
            _ => match self.native_items(args) {
                Err(Signal::Raise(error)) if self.is_instance(error, types::TYPE_ERROR) => {
                    let whom = self.callable_name(self.stack.values[at]);
                    let name = self.type_name(args);
                    return Err(self.type_error(&format!(
                        "{whom} argument after * must be an iterable, not {name}"
                    )));
                }
                Err(signal) => return Err(signal),
                Ok(Some(items)) => items.into(),
                Ok(None) => {
                    let callable = self.stack.values[at];
                    self.stack.values.truncate(at);
                    let function = self.prelude("_call_with");
                    let all = vec![callable, args];
                    return Err(Signal::Call(Box::new(Call {
                        function,
                        args: all,
                        keywords,
                        ret: Ret::Push,
                    })));
                }
            },
        };
        self.stack.values.extend_from_slice(&items);
        self.invoke(at, keywords, Ret::Push)
    }

    /// `__main__.f()`, as messages about calls name a callable.
    pub fn callable_name(&mut self, callable: Value) -> String {
        match callable.object().map(|id| &self.heap.get(id).kind) {
            Some(Kind::Function(f)) => {
                let code = self.program.code(f.code);
                let module = &self.program.units[code.unit as usize].name;
                format!("{module}.{}()", code.code.qualname)
            }
            None if matches!(callable, Value::Native(_)) => {
                let Value::Native(native) = callable else {
                    return String::new();
                };
                let name = crate::vm::natives::name(native);
                format!("{}()", name.strip_prefix("builtins.").unwrap_or(name))
            }
            Some(Kind::Class(class)) => {
                let (module, name) = (class.module.clone(), class.qualname.clone());
                match &*module {
                    "builtins" => format!("{name}()"),
                    _ => format!("{module}.{name}()"),
                }
            }
            _ => format!("{}()", self.plain_repr(callable)),
        }
    }

    /// Turns the running frame into a generator and returns that.
    pub fn return_generator(&mut self) -> Answer<()> {
        let Some(mut frame) = self.stack.frames.pop() else {
            return Ok(());
        };
        let values: Vec<Value> = self.stack.values.drain(frame.base as usize..).collect();
        self.stack.values.truncate(frame.bottom as usize);
        let code = frame.code;
        let ret = frame.ret;
        let flags = self.program.code(code).code.flags;
        let class = if flags.coroutine {
            types::COROUTINE
        } else if flags.async_generator {
            types::ASYNC_GENERATOR
        } else {
            types::GENERATOR
        };
        frame.ret = Ret::Push;
        let generator = Generator {
            frame: Some(frame),
            values,
            code,
            started: false,
            running: false,
            temporary: false,
            exc: Value::None,
        };
        let value = self.heap.make(class, Kind::Generator(Rc::new(generator)));
        if flags.coroutine {
            self.heap.unawaited += 1;
        }
        if ret == Ret::Push
            && let (Value::Object(id), Some(caller)) = (value, self.stack.frames.last())
        {
            let made = Some((id, self.stack.frames.len(), caller.pc));
            match flags.coroutine {
                true => self.heap.fresh = made,
                false => self.heap.generator = made,
            }
        }
        self.deliver(value, ret)
    }

    /// Lets a generator go on: its frame is on top afterwards.
    pub fn resume(&mut self, id: ObjectId, value: Value, throw: bool, ret: Ret) -> Answer<()> {
        self.work += NATIVE_WORK;
        let depth = self.check_depth();
        let class = self.heap.get(id).class;
        let Kind::Generator(generator) = &mut self.heap.get_mut(id).kind else {
            return Err(self.type_error("not a generator"));
        };
        let what = if class == types::COROUTINE {
            "coroutine"
        } else {
            "generator"
        };
        if generator.running {
            return Err(self.error(types::VALUE_ERROR, &format!("{what} already executing")));
        }
        let generator = Rc::make_mut(generator);
        let Some(mut frame) = generator.frame else {
            return self.resume_finished(class, value, throw, ret);
        };
        if !generator.started && !throw && value != Value::None {
            let what = match class == types::ASYNC_GENERATOR {
                true => "async generator",
                false => what,
            };
            return Err(self.type_error(&format!(
                "can't send non-None value to a just-started {what}"
            )));
        }
        if depth.is_err() {
            // It was entered, and died of it.
            generator.frame = None;
            generator.values.clear();
            return depth;
        }
        let started = std::mem::replace(&mut generator.started, true);
        generator.running = true;
        generator.frame = None;
        // Emptied, not dropped: the next `yield` fills it again.
        let mut values = std::mem::take(&mut generator.values);
        let handled = std::mem::replace(&mut generator.exc, Value::None);
        if !started && class == types::COROUTINE {
            self.heap.unawaited = self.heap.unawaited.saturating_sub(1);
        }
        let bottom = self.stack.values.len();
        self.stack.values.push(self.stack.handled);
        self.stack.handled = if started { handled } else { self.stack.handled };
        frame.bottom = bottom as u32;
        frame.base = bottom as u32 + 1;
        frame.generator = Value::Object(id);
        frame.ret = ret;
        self.stack.values.append(&mut values);
        if let Kind::Generator(generator) = &mut self.heap.get_mut(id).kind {
            Rc::make_mut(generator).values = values;
        }
        self.stack.frames.push(frame);
        if throw {
            if !started {
                // Not begun: the exception leaves at once, from the line of the `def`.
                self.frame().pc = frame.pc.max(1);
            }
            // The place for what is sent is there too: CLEANUP_THROW counts on it.
            self.push(Value::None);
            return Err(Signal::Raise(value));
        }
        // RETURN_GENERATOR and `yield` leave a place for what is sent; the first is popped by POP_TOP.
        self.push(value);
        Ok(())
    }

    fn resume_finished(
        &mut self,
        class: ObjectId,
        value: Value,
        throw: bool,
        ret: Ret,
    ) -> Answer<()> {
        if throw {
            return Err(Signal::Raise(value));
        }
        if class == types::COROUTINE {
            return Err(self.error(
                types::RUNTIME_ERROR,
                "cannot reuse already awaited coroutine",
            ));
        }
        match ret {
            Ret::ForIter { exit } => {
                self.frame().pc = exit;
                Ok(())
            }
            Ret::Send { exit } => {
                self.push(Value::None);
                self.frame().pc = exit;
                Ok(())
            }
            _ => Err(self.stop_iteration(Value::None)),
        }
    }

    /// Suspends the running generator and gives its value to whoever resumed it.
    pub fn yield_value(&mut self, value: Value) -> Answer<()> {
        let Some(mut frame) = self.stack.frames.pop() else {
            return Ok(());
        };
        let outer = self.stack.values[frame.bottom as usize];
        let own = std::mem::replace(&mut self.stack.handled, outer);
        let ret = frame.ret;
        if let Some(id) = frame.generator.object()
            && let Kind::Generator(generator) = &mut self.heap.get_mut(id).kind
        {
            let generator = Rc::make_mut(generator);
            frame.generator = Value::Null;
            generator.frame = Some(frame);
            generator.values.clear();
            let values = &self.stack.values[frame.base as usize..];
            generator.values.extend_from_slice(values);
            generator.running = false;
            generator.exc = own;
        }
        self.stack.values.truncate(frame.bottom as usize);
        self.deliver(value, ret)
    }

    /// Marks a generator as ended.
    pub fn finish_generator(&mut self, generator: Value) {
        if let Some(id) = generator.object()
            && let Kind::Generator(generator) = &mut self.heap.get_mut(id).kind
        {
            let generator = Rc::make_mut(generator);
            generator.running = false;
            generator.frame = None;
            generator.values = Vec::new();
            generator.exc = Value::None;
        }
    }

    /// SEND: `receiver, value` on the stack.
    pub fn send_value(&mut self, exit: u32) -> Answer<()> {
        let value = self.pop();
        let receiver = self.peek(1);
        if let Value::Object(id) = receiver {
            match &self.heap.get(id).kind {
                Kind::Generator(_) => return self.resume(id, value, false, Ret::Send { exit }),
                Kind::Iterator(_) => {
                    match self.iterator_next(id)? {
                        Some(value) => self.push(value),
                        None => {
                            self.push(Value::None);
                            self.frame().pc = exit;
                        }
                    }
                    return Ok(());
                }
                _ => {}
            }
        }
        let name = if value == Value::None {
            "__next__"
        } else {
            "send"
        };
        let name = self.intern(name);
        let Some((function, this)) = self.special(receiver, name) else {
            let kind = self.type_name(receiver);
            return Err(self.type_error(&format!("'{kind}' object is not an iterator")));
        };
        let at = self.stack.values.len();
        self.push(function);
        self.push(this);
        if value != Value::None {
            self.push(value);
        }
        self.invoke(at, Keywords::new(), Ret::Send { exit })
    }

    /// An error if one more frame would be one too many: what CPython has in C takes none of its own.
    #[inline]
    fn check_depth(&mut self) -> Answer<()> {
        let depth = self.stack.frames.len();
        if depth + 1 < self.heap.recursion_limit.min(MAX_FRAMES) {
            return Ok(());
        }
        if self.too_deep() {
            return Err(self.error(types::RECURSION_ERROR, "maximum recursion depth exceeded"));
        }
        if depth < MAX_FRAMES {
            return Ok(());
        }
        let message = format!("more than {MAX_FRAMES} calls are under way at once in one thread");
        Err(Signal::Limit("memory", message.into()))
    }

    fn too_deep(&self) -> bool {
        let (depth, limit) = (self.stack.frames.len(), self.heap.recursion_limit);
        if depth >= limit.saturating_mul(4) {
            return true;
        }
        let own = self.stack.frames.iter().filter(|frame| {
            let code = self.program.code(frame.code);
            !(code.library && crate::vm::traceback::is_c_code(self.program, code))
        });
        // CPython's threads begin one function further out.
        let first = self.stack.frames.first().map(|f| self.program.code(f.code));
        let outer = first.is_some_and(|c| c.library && &*c.code.name == "_bootstrap_inner");
        own.count() + usize::from(outer) >= limit
    }

    /// A helper written in Python.
    pub fn prelude(&self, name: &str) -> Value {
        self.program.prelude(name)
    }

    /// The signal that calls a helper written in Python.
    pub fn in_python<T>(&self, name: &str, args: &[Value]) -> Answer<T> {
        Err(Signal::Call(Box::new(Call {
            function: self.prelude(name),
            args: args.to_vec(),
            keywords: Vec::new(),
            ret: Ret::Push,
        })))
    }
}

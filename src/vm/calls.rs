//! Calls and returns of functions, methods and built-ins. Which parameter gets which argument is in `parameters`, what
//! happens when a class is called in `instances`.

use crate::vm::exec::{CALL_WORK, NATIVE_WORK, Vm};
use crate::vm::frame::{Frame, Ret};
use crate::vm::object::{Kind, Named};
use crate::vm::program::LinkedCode;
use crate::vm::signal::{Answer, Call, Signal};
use crate::vm::value::{ObjectId, Value};
use crate::vm::{names, types};
use std::rc::Rc;

/// Keyword arguments of a call, in order.
pub type Keywords = Vec<Named>;

/// Deepest nesting of frames before RecursionError (CPython's default).
pub const RECURSION_LIMIT: usize = 1000;

/// Most frames, whatever `sys.setrecursionlimit` says.
pub const MAX_FRAMES: usize = 200_000;

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
                    self.works(NATIVE_WORK)?;
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
    pub fn with_ints(&mut self, function: Value, args: &Args, error: Value) -> Answer {
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
        if code.compound
            && let Some(exploring) = &mut self.exploring
        {
            exploring.touched.compound.get_or_insert(code_ref);
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
            Ret::Push | Ret::ThroughC | Ret::ForIter { .. } | Ret::Send { .. } => self.push(value),
            Ret::None => self.push(Value::None),
            Ret::Method => {
                self.push(value);
                self.push(Value::Null);
            }
            Ret::Discard | Ret::Import | Ret::Entry | Ret::Closed | Ret::Handler => {}
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
    pub fn call_function_ex(&mut self, code: &LinkedCode) -> Answer<()> {
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
        // A subclass may iterate otherwise.
        let plain = args.object().map(|id| self.heap.get(id));
        let plain = plain.filter(|object| matches!(object.class, types::TUPLE | types::LIST));
        let items: Rc<[Value]> = match plain.map(|object| &object.kind) {
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
        self.works(2 * items.len() as u64)?;
        self.stack.values.extend_from_slice(&items);
        let (_, ret) = self.hands_over(code, self.stack.values[at], None);
        self.invoke(at, keywords, ret)
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

    /// An error if one more frame would be one too many: what CPython has in C takes none of its own.
    #[inline]
    pub fn check_depth(&mut self) -> Answer<()> {
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

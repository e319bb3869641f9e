//! Exceptions: making them, raising them, and finding who handles them.

use crate::vm::effects::Effect;
use crate::vm::exec::{Exit, RAISE_WORK, Vm};
use crate::vm::frame::{Frame, Ret};
use crate::vm::name_map::NameMap;
use crate::vm::object::{Exception, FROM_TEXT, Kind, NAMED_TEXT, Object, TraceEntry};
use crate::vm::program::LinkedCode;
use crate::vm::signal::{Answer, Signal};
use crate::vm::value::{NameId, ObjectId, Value};
use crate::vm::{names, types};
use std::rc::Rc;

impl Vm<'_> {
    /// A new exception of a built-in class with a message.
    pub fn exception(&mut self, class: ObjectId, message: &str) -> Value {
        let text = self.new_str(message);
        self.exception_of(class, vec![text])
    }

    /// A new exception of a built-in class with arguments.
    pub fn exception_of(&mut self, class: ObjectId, args: Vec<Value>) -> Value {
        let first = args.first().copied().unwrap_or(Value::None);
        // Of an OSError some become attributes.
        let parts = (is_os_error(args.len()) && self.is_subclass(class, types::OS_ERROR))
            .then(|| args.clone());
        let args = self.heap.make(types::TUPLE, Kind::Tuple(args.into()));
        let value = Value::Object(self.heap.alloc(Object {
            class,
            kind: Kind::Exception(Rc::new(Exception {
                args,
                cause: Value::None,
                context: Value::None,
                suppress_context: false,
                traceback: Vec::new(),
            })),
            attrs: Some(Rc::new(NameMap::new())),
        }));
        if let Some(parts) = parts {
            let args = self.os_error_parts(value, parts);
            let args = self.tuple(args);
            if let Some(data) = self.exception_data(value) {
                data.args = args;
            }
        }
        match class {
            types::STOP_ITERATION => self.set_plain_attr(value, names::VALUE, first),
            types::SYSTEM_EXIT => self.set_plain_attr(value, names::CODE_ATTR, first),
            _ => {}
        }
        value
    }

    /// Takes apart what an OSError is made with: number, text and files. Gives what remains of its `args`.
    pub fn os_error_parts(&mut self, error: Value, mut args: Vec<Value>) -> Vec<Value> {
        if !is_os_error(args.len()) || !self.is_instance(error, types::OS_ERROR) {
            return args;
        }
        self.set_plain_attr(error, names::ERRNO, args[0]);
        self.set_plain_attr(error, names::STRERROR, args[1]);
        let file = args.get(2).copied().unwrap_or(Value::None);
        let is_count =
            self.class_of(error) == types::BLOCKING_IO_ERROR && self.index(file).is_some();
        if file == Value::None || is_count {
            return args;
        }
        self.set_plain_attr(error, names::FILENAME, file);
        if let Some(second) = args.get(4).copied().filter(|v| *v != Value::None) {
            self.set_plain_attr(error, names::FILENAME2, second);
        }
        args.truncate(2);
        args
    }

    /// What an exception is made with again: its `args`, and the files of an OSError.
    pub fn exception_args(&mut self, error: Value) -> Value {
        let args = self.exception_data(error).map_or(Value::None, |e| e.args);
        let mut items = crate::vm::natives::lists::items(self, args);
        if items.len() == 2
            && self.is_instance(error, types::OS_ERROR)
            && let Some(file) = self.plain_attr(error, names::FILENAME)
        {
            items.push(file);
            if let Some(second) = self.plain_attr(error, names::FILENAME2) {
                items.extend([Value::None, second]);
            }
            return self.tuple(items);
        }
        args
    }

    /// The signal that raises an exception of a built-in class.
    pub fn error(&mut self, class: ObjectId, message: &str) -> Signal {
        Signal::Raise(self.exception(class, message))
    }

    /// TypeError.
    pub fn type_error(&mut self, message: &str) -> Signal {
        self.error(types::TYPE_ERROR, message)
    }

    /// ValueError.
    pub fn value_error(&mut self, message: &str) -> Signal {
        self.error(types::VALUE_ERROR, message)
    }

    /// The signal for an error of the pure text and number functions.
    pub fn text_error(&mut self, error: &crate::vm::text::Error) -> Signal {
        let Some(class) = error.class_name() else {
            if let crate::vm::text::Error::Unsupported(sentence) = error {
                return Signal::Unsupported((*sentence).into());
            }
            return Signal::Limit("memory", error.message().into());
        };
        let class = types::TYPES
            .iter()
            .position(|t| t.name == class)
            .map_or(types::VALUE_ERROR, |i| ObjectId(i as u32));
        self.error(class, error.message())
    }

    /// Sets an attribute in the object's own dictionary, without asking anyone.
    pub fn set_plain_attr(&mut self, object: Value, name: NameId, value: Value) {
        if let Value::Object(id) = object {
            let attrs = self
                .heap
                .get_mut(id)
                .attrs
                .get_or_insert_with(Default::default);
            Rc::make_mut(attrs).set(name, value);
        }
    }

    /// Adds "Did you mean" to what a traceback prints after the message.
    pub fn set_hint(&mut self, exception: Value, hint: Value) {
        self.set_plain_attr(exception, names::HINT, hint);
    }

    /// The exception payload of a value.
    pub fn exception_data(&mut self, value: Value) -> Option<&mut Exception> {
        match &mut self.heap.get_mut(value.object()?).kind {
            Kind::Exception(e) => Some(Rc::make_mut(e)),
            _ => None,
        }
    }

    /// Whether a value is an instance of a class or of one that inherits from it.
    pub fn is_instance(&self, value: Value, class: ObjectId) -> bool {
        self.is_subclass(self.class_of(value), class)
    }

    /// Whether a class inherits from another, or is it.
    pub fn is_subclass(&self, class: ObjectId, of: ObjectId) -> bool {
        match &self.heap.get(class).kind {
            Kind::Class(c) => c.mro.contains(&of),
            _ => false,
        }
    }

    /// An exception raised by the instruction that runs: `None` if someone handles it.
    pub fn raise_here(&mut self, exception: Value) -> Option<Exit> {
        self.set_context(exception, self.stack.topmost_handled());
        self.throw_here(exception)
    }

    /// An exception that comes with its context: `None` if someone handles it.
    pub fn throw_here(&mut self, exception: Value) -> Option<Exit> {
        if let Some(log) = &mut self.log {
            log.push(Effect::Raise(exception));
        }
        self.unwind(exception, true)
    }

    /// RERAISE and the end of RAISE_VARARGS: `u32::MAX` for a fresh raise.
    pub fn reraise(&mut self, exception: Value, lasti: u32) -> Option<Exit> {
        if lasti == u32::MAX {
            return self.raise_here(exception);
        }
        // The handler is looked for from RERAISE itself; where the exception came from is in its traceback.
        self.unwind(exception, false)
    }

    /// The exception that is being handled becomes the context of a new one.
    pub(super) fn set_context(&mut self, exception: Value, handled: Value) {
        if handled == Value::None || handled == exception {
            return;
        }
        // No cycles: cut the chain where the new exception is already a part of it.
        let mut link = handled;
        for _ in 0..100 {
            let Some(data) = self.exception_data(link) else {
                break;
            };
            if data.context == exception {
                data.context = Value::None;
                break;
            }
            link = data.context;
        }
        if let Some(data) = self.exception_data(exception) {
            data.context = handled;
        }
    }

    /// Which instruction of a frame a traceback shows; `None` if it shows none, since the function is not entered yet.
    fn shown_instruction(&self, code: &LinkedCode, frame: &Frame, at: u32) -> Option<u32> {
        let Some(local) = code.line_local else {
            return Some(at);
        };
        match self.stack.values.get((frame.base + local) as usize) {
            Some(Value::Int(0)) => None,
            Some(Value::Int(line)) => Some(FROM_TEXT + *line as u32),
            Some(name) => {
                let name = self.heap.str(*name).and_then(|t| self.names.lookup(&t.s));
                Some(name.map_or(at, |name| NAMED_TEXT + name.0))
            }
            None => Some(at),
        }
    }

    /// Looks for a handler, frame by frame; `None` if one was found.
    fn unwind(&mut self, exception: Value, mut note: bool) -> Option<Exit> {
        self.work += RAISE_WORK;
        loop {
            let Some(&frame) = self.stack.frames.last() else {
                return Some(Exit::Died(exception));
            };
            let code = self.program.code(frame.code);
            let at = frame.pc.saturating_sub(1);
            if note && let Some(instruction) = self.shown_instruction(code, &frame, at) {
                let entry = TraceEntry {
                    code: frame.code,
                    instruction,
                };
                if let Some(data) = self.exception_data(exception) {
                    data.traceback.push(entry);
                }
            }
            let entry = code
                .code
                .exception_table
                .iter()
                .find(|e| e.start <= at && at < e.end)
                .copied();
            let bottom = frame.base as usize + code.code.locals.len();
            let bottom = bottom + entry.map_or(0, |e| e.depth as usize);
            let left = match self.heap.temporaries {
                true => self.left_above(bottom),
                false => Vec::new(),
            };
            if let Some(entry) = entry {
                self.stack.values.truncate(bottom);
                if entry.lasti {
                    self.push(Value::Int(i64::from(at)));
                }
                self.push(exception);
                self.frame().pc = entry.target;
                if !left.is_empty() {
                    self.close_left(left, Value::None);
                }
                return None;
            }
            note = true;
            if !left.is_empty() && self.close_left(left, exception) {
                return None;
            }
            let first = self.stack.values.get(frame.base as usize).copied();
            let frame = self.leave()?;
            if !frame.generator.is_null() {
                self.finish_generator(frame.generator);
            }
            match frame.ret {
                Ret::Entry => return Some(Exit::Died(exception)),
                Ret::ForIter { exit } if self.is_instance(exception, types::STOP_ITERATION) => {
                    self.frame().pc = exit;
                    return None;
                }
                Ret::Send { exit } if self.is_instance(exception, types::STOP_ITERATION) => {
                    let value = self
                        .plain_attr(exception, names::VALUE)
                        .unwrap_or(Value::None);
                    self.push(value);
                    self.frame().pc = exit;
                    return None;
                }
                Ret::ClassBody => {
                    self.stack.classes.pop();
                }
                Ret::Closed => {
                    if let Some(data) = self.exception_data(exception) {
                        data.traceback.pop();
                    }
                    note = false;
                }
                // A property, or what stands for a descriptor in the library: the owner is its first argument.
                Ret::Push | Ret::ThroughC | Ret::Method => {
                    self.complete_attribute_error(exception, first.unwrap_or(Value::None));
                }
                _ => {}
            }
        }
    }

    /// RAISE_VARARGS: what is to be raised.
    pub fn raise_varargs(&mut self, count: u32) -> Answer {
        if count == 0 {
            let handled = self.stack.topmost_handled();
            if handled == Value::None {
                return Err(self.error(types::RUNTIME_ERROR, "No active exception to reraise"));
            }
            // As CPython: a bare `raise` adds no line of its own.
            return Ok(handled);
        }
        let cause = if count == 2 { Some(self.pop()) } else { None };
        let exception = self.pop();
        let exception = match self.exception_instance(exception)? {
            Some(value) => value,
            // The class has an `__init__` in Python: do it there.
            None => {
                let cause = cause.unwrap_or(Value::Null);
                let args = if cause.is_null() {
                    vec![exception]
                } else {
                    vec![exception, cause]
                };
                return self.in_python("_raise", &args);
            }
        };
        if let Some(cause) = cause {
            let cause = match cause {
                Value::None => Value::None,
                other => match self.exception_instance(other) {
                    Ok(Some(value)) => value,
                    Ok(None) => return self.in_python("_raise", &[exception, other]),
                    Err(_) => {
                        let message = "exception causes must derive from BaseException";
                        return Err(self.type_error(message));
                    }
                },
            };
            if let Some(data) = self.exception_data(exception) {
                data.cause = cause;
                data.suppress_context = true;
            }
        }
        Ok(exception)
    }

    /// An exception from an instance or a class; `None` if Python code has to make it.
    fn exception_instance(&mut self, value: Value) -> Answer<Option<Value>> {
        if let Value::Object(id) = value {
            match &self.heap.get(id).kind {
                Kind::Exception(_) => return Ok(Some(value)),
                Kind::Class(class) if self.is_subclass(id, types::BASE_EXCEPTION) => {
                    if class.specials & (crate::vm::classes::HAS_INIT | crate::vm::classes::HAS_NEW)
                        != 0
                    {
                        return Ok(None);
                    }
                    return Ok(Some(self.exception_of(id, vec![])));
                }
                _ => {}
            }
        }
        Err(self.type_error("exceptions must derive from BaseException"))
    }

    /// CHECK_EXC_MATCH: whether an exception is of a class or of one in a tuple.
    pub fn exception_matches(&mut self, exception: Value, class: Value) -> Answer<bool> {
        if let Value::Object(id) = class {
            match &self.heap.get(id).kind {
                Kind::Class(_) if self.is_subclass(id, types::BASE_EXCEPTION) => {
                    return Ok(self.is_instance(exception, id));
                }
                Kind::Tuple(items) => {
                    let items = Rc::clone(items);
                    // Whatever matches: all of them have to be classes of exceptions.
                    let fits = |vm: &Self, item: &Value| match item.object() {
                        Some(id) => match &vm.heap.get(id).kind {
                            Kind::Class(_) => vm.is_subclass(id, types::BASE_EXCEPTION),
                            kind => matches!(kind, Kind::Tuple(_)),
                        },
                        None => false,
                    };
                    let sound = items.iter().all(|item| fits(self, item));
                    for item in items.iter().filter(|_| sound) {
                        if self.exception_matches(exception, *item)? {
                            return Ok(true);
                        }
                    }
                    if sound {
                        return Ok(false);
                    }
                }
                _ => {}
            }
        }
        Err(self
            .type_error("catching classes that do not inherit from BaseException is not allowed"))
    }

    /// An attribute in the object's own dictionary.
    pub fn plain_attr(&self, object: Value, name: NameId) -> Option<Value> {
        self.heap.get(object.object()?).attrs.as_ref()?.get(name)
    }

    /// CHECK_EG_MATCH: which part of an exception an `except*` takes.
    pub fn match_group(&mut self, exception: Value, class: Value) -> Answer<()> {
        let mut message = "catching classes that do not inherit from BaseException is not allowed";
        if exception == Value::None {
            self.push_match(Value::None, Value::None);
            return Ok(());
        }
        if self.is_group_class(class) {
            message = "catching ExceptionGroup with except* is not allowed. Use except instead.";
            return Err(self.type_error(message));
        }
        if self.exception_matches(exception, class).is_err() {
            return Err(self.type_error(message));
        }
        let Err(signal) = self.in_python::<()>("_match_group", &[exception, class]) else {
            return Ok(());
        };
        Err(match signal {
            Signal::Call(mut call) => {
                call.ret = Ret::Match;
                Signal::Call(call)
            }
            other => other,
        })
    }

    /// Pushes what is left of an exception and what a handler takes, which is handled from now on.
    pub fn push_match(&mut self, rest: Value, matching: Value) {
        self.push(rest);
        self.push(matching);
        if matching != Value::None {
            self.stack.handled = matching;
        }
    }

    fn is_group_class(&self, class: Value) -> bool {
        let group = self.builtin("BaseExceptionGroup").object();
        match class.object().map(|id| (id, &self.heap.get(id).kind)) {
            Some((id, Kind::Class(_))) => group.is_some_and(|g| self.is_subclass(id, g)),
            Some((_, Kind::Tuple(items))) => items.iter().any(|item| self.is_group_class(*item)),
            _ => false,
        }
    }
}

/// Whether so many arguments of an OSError are number, text and files.
pub fn is_os_error(arguments: usize) -> bool {
    (2..=5).contains(&arguments)
}

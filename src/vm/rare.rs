//! The instructions that are neither frequent nor short.

use crate::lang::code::{Conversion, Instruction, Intrinsic1, Op, Special};
use crate::vm::calls::Keywords;
use crate::vm::effects::{Effect, Variable};
use crate::vm::exec::Vm;
use crate::vm::frame::Ret;
use crate::vm::object::{Function, Kind};
use crate::vm::program::LinkedCode;
use crate::vm::signal::{Answer, Call, Signal};
use crate::vm::value::{NameId, ObjectId, Value};
use crate::vm::{names, types};
use std::rc::Rc;

impl Vm<'_> {
    /// Executes one of the less frequent instructions; the frame's `pc` is saved.
    pub fn rare(&mut self, i: Instruction, code: &LinkedCode, base: usize) -> Answer<()> {
        let arg = i.arg;
        match i.op {
            Op::LoadFastCheck
            | Op::LoadFastAndClear
            | Op::DeleteFast
            | Op::MakeCell
            | Op::CopyFreeVars
            | Op::LoadDeref
            | Op::StoreDeref
            | Op::DeleteDeref
            | Op::LoadFromDictOrDeref
            | Op::LoadFromDictOrGlobals
            | Op::LoadLocals
            | Op::LoadName
            | Op::StoreName
            | Op::DeleteName
            | Op::StoreGlobal
            | Op::DeleteGlobal => self.variables(i, code, base).and_then(|()| {
                let deletes = matches!(i.op, Op::DeleteFast | Op::DeleteName | Op::DeleteGlobal);
                if deletes && self.heap.fresh.is_some() {
                    self.look_at_fresh()
                } else {
                    Ok(())
                }
            }),
            Op::BuildTuple
            | Op::BuildList
            | Op::BuildSet
            | Op::BuildMap
            | Op::BuildString
            | Op::BuildSlice
            | Op::ListAppend
            | Op::SetAdd
            | Op::MapAdd
            | Op::ListExtend
            | Op::SetUpdate
            | Op::DictUpdate
            | Op::DictMerge
            | Op::UnpackSequence
            | Op::UnpackEx => self.build(i),
            Op::PushExcInfo
            | Op::PopExcept
            | Op::CheckExcMatch
            | Op::WithExceptStart
            | Op::LoadSpecial
            | Op::CleanupThrow
            | Op::EndAsyncFor => self.handling(i),
            Op::GetLen | Op::MatchMapping | Op::MatchSequence | Op::MatchKeys | Op::MatchClass => {
                self.matching(i)
            }
            Op::IsOp => {
                let (right, left) = (self.pop(), self.pop());
                let same = self.is_same(left, right);
                self.push(Value::Bool(same != (arg == 1)));
                Ok(())
            }
            Op::ContainsOp => {
                let (container, item) = (self.pop(), self.pop());
                self.contains_op(container, item, arg == 1)
            }
            Op::UnaryNegative => {
                let value = self.pop();
                self.negative(value).map(|v| self.push(v))
            }
            Op::UnaryInvert => {
                let value = self.pop();
                self.invert(value).map(|v| self.push(v))
            }
            Op::CallIntrinsic1 => self.intrinsic(arg),
            Op::GetIter => {
                if self.heap.generator.is_some() {
                    self.loops_over(self.peek(1));
                }
                let value = self.pop();
                self.iterator(value).map(|v| self.push(v))
            }
            Op::GetYieldFromIter => {
                if let Some(id) = self.peek(1).object()
                    && matches!(self.heap.get(id).kind, Kind::Generator(_))
                {
                    if self.heap.get(id).class == types::COROUTINE {
                        return Err(self.type_error(
                            "cannot 'yield from' a coroutine object in a non-coroutine generator",
                        ));
                    }
                    return Ok(());
                }
                let value = self.pop();
                self.iterator(value).map(|v| self.push(v))
            }
            Op::EndSend => {
                let value = self.pop();
                self.pop();
                self.push(value);
                Ok(())
            }
            Op::ConvertValue => self.convert(arg),
            Op::FormatSimple => {
                let value = self.pop();
                self.format_value(value, None).map(|v| self.push(v))
            }
            Op::FormatWithSpec => {
                let (spec, value) = (self.pop(), self.pop());
                self.format_value(value, Some(spec)).map(|v| self.push(v))
            }
            Op::MakeFunction => self.make_function(),
            Op::SetFunctionAttribute => self.set_function_attribute(arg),
            Op::LoadBuildClass => {
                let value = crate::vm::natives::by_name("builtins.__build_class__");
                self.push(value);
                Ok(())
            }
            Op::LoadCommonConstant => {
                let class = |id: ObjectId| Value::Object(id);
                let value = match arg {
                    0 => class(types::ASSERTION_ERROR),
                    1 => class(types::NOT_IMPLEMENTED_ERROR),
                    2 => class(types::TUPLE),
                    3 => self.builtin("all"),
                    _ => self.builtin("any"),
                };
                self.push(value);
                Ok(())
            }
            Op::ImportName => {
                self.pop();
                let level = self.pop();
                self.import_name(NameId(arg), level)
            }
            Op::ImportFrom => self.import_from(NameId(arg)),
            Op::DeleteAttr => {
                let owner = self.pop();
                self.delete_attribute(owner, NameId(arg))
            }
            Op::LoadSuperAttr => self.load_super_attr(arg),
            Op::StoreSubscr => {
                let (key, container, value) = (self.pop(), self.pop(), self.pop());
                self.set_item(container, key, value)
            }
            Op::DeleteSubscr => {
                let (key, container) = (self.pop(), self.pop());
                self.delete_item(container, key)
            }
            Op::BinarySlice => {
                let (stop, start, container) = (self.pop(), self.pop(), self.pop());
                let slice = self.slice(start, stop, Value::None);
                self.get_item(container, slice).map(|v| self.push(v))
            }
            Op::StoreSlice => {
                let (stop, start) = (self.pop(), self.pop());
                let (container, value) = (self.pop(), self.pop());
                let slice = self.slice(start, stop, Value::None);
                self.set_item(container, slice, value)
            }
            Op::GetAwaitable => {
                let value = self.pop();
                self.awaitable(value).map(|v| self.push(v))
            }
            Op::GetAiter => self.async_iterator(),
            Op::GetAnext => {
                let value = self.peek(1);
                self.call_special(value, names::ANEXT, &[])
            }
            Op::SetupAnnotations => self.setup_annotations(),
            Op::CheckEgMatch => {
                let (class, exception) = (self.pop(), self.pop());
                self.match_group(exception, class)
            }
            Op::CallIntrinsic2 => {
                let (raised, original) = (self.pop(), self.pop());
                self.in_python("_prepare_reraise", &[original, raised])
            }
            other => Err(Signal::Unsupported(
                format!("the instruction {} is not supported", other.name()).into(),
            )),
        }
    }

    /// Calls a special method; its result is pushed.
    pub fn call_special(&mut self, owner: Value, name: NameId, args: &[Value]) -> Answer<()> {
        match self.special(owner, name) {
            Some((function, receiver)) => {
                let at = self.stack.values.len();
                self.push(function);
                self.push(receiver);
                self.stack.values.extend_from_slice(args);
                self.invoke(at, Keywords::new(), Ret::Push)
            }
            None => {
                let kind = self.type_name(owner);
                let name = self.names.get(name).clone();
                Err(self.type_error(&format!("'{kind}' object has no method {name}")))
            }
        }
    }

    fn contains_op(&mut self, container: Value, item: Value, negate: bool) -> Answer<()> {
        self.note_look_for_item(container, item);
        match self.contains(container, item) {
            Ok(found) => {
                self.push(Value::Bool(found != negate));
                Ok(())
            }
            Err(signal) => Err(crate::vm::exec::as_truth(signal, negate)),
        }
    }

    fn convert(&mut self, arg: u32) -> Answer<()> {
        let value = self.pop();
        if arg == Conversion::Str as u32 {
            self.str_of(value).map(|v| self.push(v))
        } else if arg == Conversion::Repr as u32 {
            self.repr_of(value).map(|v| self.push(v))
        } else {
            self.in_python("ascii", &[value])
        }
    }

    fn intrinsic(&mut self, arg: u32) -> Answer<()> {
        let value = self.pop();
        match arg {
            a if a == Intrinsic1::UnaryPositive as u32 => {
                self.positive(value).map(|v| self.push(v))
            }
            a if a == Intrinsic1::ListToTuple as u32 => {
                let items: Rc<[Value]> = match value.object().map(|id| &self.heap.get(id).kind) {
                    Some(Kind::List(items)) => items.as_slice().into(),
                    _ => Rc::new([]),
                };
                let tuple = self.heap.make(types::TUPLE, Kind::Tuple(items));
                self.push(tuple);
                Ok(())
            }
            a if a == Intrinsic1::StopIterationError as u32 => {
                let value = self.stop_iteration_error(value);
                self.push(value);
                Ok(())
            }
            a if a == Intrinsic1::AsyncGenWrap as u32 => {
                // Tells what is yielded from what is awaited on the way.
                let wrapped = self.heap.make(types::CELL, Kind::Cell(value));
                self.push(wrapped);
                Ok(())
            }
            a if a == Intrinsic1::ImportStar as u32 => {
                self.import_star(value)?;
                self.push(Value::None);
                Ok(())
            }
            _ => {
                self.push(value);
                Ok(())
            }
        }
    }

    fn async_iterator(&mut self) -> Answer<()> {
        let value = self.pop();
        if self.class_of(value) == types::ASYNC_GENERATOR {
            self.loops_over(value);
            self.push(value);
            return Ok(());
        }
        match self.special(value, names::AITER) {
            Some((Value::Native(_), _)) => self.call_special(value, names::AITER, &[]),
            _ => self.in_python("_async_iterator", &[value]),
        }
    }

    /// StopIteration that leaves a generator becomes RuntimeError.
    fn stop_iteration_error(&mut self, exception: Value) -> Value {
        let frame = *self.frame();
        let flags = self.program.code(frame.code).code.flags;
        let ends = match self.is_instance(exception, types::STOP_ITERATION) {
            true => "StopIteration",
            false
                if flags.async_generator
                    && self.is_instance(exception, types::STOP_ASYNC_ITERATION) =>
            {
                "StopAsyncIteration"
            }
            false => return exception,
        };
        let what = if flags.coroutine {
            "coroutine"
        } else if flags.async_generator {
            "async generator"
        } else {
            "generator"
        };
        let error = self.exception(types::RUNTIME_ERROR, &format!("{what} raised {ends}"));
        if let Some(data) = self.exception_data(error) {
            data.cause = exception;
            data.context = exception;
            data.suppress_context = true;
        }
        error
    }

    fn make_function(&mut self) -> Answer<()> {
        let code = self.pop();
        let Some(Kind::Code(code)) = code.object().map(|id| self.heap.get(id).kind.clone()) else {
            return Err(self.type_error("expected code"));
        };
        let module = self.frame().module;
        let function = crate::vm::program::function(self.heap, code, module);
        let linked = self.program.code(code);
        if linked.library
            && is_c_function(&self.program.units[linked.unit as usize].name, &linked.code)
            && let Some(id) = function.object()
        {
            self.heap.get_mut(id).class = types::NATIVE;
        }
        self.push(function);
        Ok(())
    }

    fn set_function_attribute(&mut self, arg: u32) -> Answer<()> {
        let function = self.pop();
        let attribute = self.pop();
        let closure: Option<Rc<[ObjectId]>> =
            match attribute.object().map(|id| &self.heap.get(id).kind) {
                Some(Kind::Tuple(items)) => Some(items.iter().filter_map(|v| v.object()).collect()),
                _ => None,
            };
        if let Some(id) = function.object()
            && let Kind::Function(f) = &mut self.heap.get_mut(id).kind
        {
            let f: &mut Function = Rc::make_mut(f);
            match arg {
                1 => f.defaults = attribute,
                2 => f.kwdefaults = attribute,
                4 => f.annotations = attribute,
                8 => f.closure = closure.unwrap_or_else(|| Rc::new([])),
                _ => {}
            }
        }
        self.push(function);
        Ok(())
    }

    fn handling(&mut self, i: Instruction) -> Answer<()> {
        match i.op {
            Op::PushExcInfo => {
                let exception = self.pop();
                let previous = std::mem::replace(&mut self.stack.handled, exception);
                self.push(previous);
                self.push(exception);
            }
            Op::PopExcept => self.stack.handled = self.pop(),
            Op::CheckExcMatch => {
                let class = self.pop();
                let exception = self.peek(1);
                let matches = self.exception_matches(exception, class)?;
                self.push(Value::Bool(matches));
            }
            Op::WithExceptStart => {
                let exception = self.peek(1);
                let (function, receiver) = (self.peek(5), self.peek(4));
                let class = Value::Object(self.class_of(exception));
                let traceback = match function {
                    Value::Native(_) => Value::None,
                    _ => self.traceback_object(exception),
                };
                let at = self.stack.values.len();
                self.stack
                    .values
                    .extend_from_slice(&[function, receiver, class, exception, traceback]);
                return self.invoke(at, Keywords::new(), Ret::Push);
            }
            Op::LoadSpecial => {
                let owner = self.pop();
                return self.load_special(owner, i.arg);
            }
            Op::EndAsyncFor => {
                let exception = self.pop();
                self.pop();
                if !self.is_instance(exception, types::STOP_ASYNC_ITERATION) {
                    self.drop_own_entry(exception);
                    return Err(Signal::Throw(exception));
                }
            }
            _ => {
                // CLEANUP_THROW: receiver, value, exception
                let exception = self.pop();
                if !self.is_instance(exception, types::STOP_ITERATION) {
                    self.drop_own_entry(exception);
                    return Err(Signal::Throw(exception));
                }
                self.pop();
                self.pop();
                let value = self
                    .plain_attr(exception, names::VALUE)
                    .unwrap_or(Value::None);
                self.push(Value::None);
                self.push(value);
            }
        }
        Ok(())
    }

    /// An exception that goes on from the same frame has its line in the traceback once.
    fn drop_own_entry(&mut self, exception: Value) {
        let code = self.frame().code;
        if let Some(data) = self.exception_data(exception)
            && data.traceback.last().is_some_and(|e| e.code == code)
        {
            data.traceback.pop();
        }
    }

    fn load_special(&mut self, owner: Value, which: u32) -> Answer<()> {
        let name = match which {
            w if w == Special::Enter as u32 => names::ENTER,
            w if w == Special::Exit as u32 => names::EXIT,
            w if w == Special::AsyncEnter as u32 => names::AENTER,
            _ => names::AEXIT,
        };
        if let Some((function, receiver)) = self.special(owner, name) {
            self.push(function);
            self.push(receiver);
            return Ok(());
        }
        let kind = self.type_name(owner);
        let protocol = if which <= 1 {
            "context manager protocol"
        } else {
            "asynchronous context manager protocol"
        };
        let missing = self.names.get(name).clone();
        // `with` looks for `__exit__` first: it is missed only where `__enter__` is there.
        let enter = if which <= 1 {
            names::ENTER
        } else {
            names::AENTER
        };
        let half = name != enter && self.special(owner, enter).is_some();
        let mut message = format!("'{kind}' object does not support the {protocol}");
        if half {
            message.push_str(&format!(" (missed {missing} method)"));
        }
        Err(self.type_error(&message))
    }

    fn load_super_attr(&mut self, arg: u32) -> Answer<()> {
        let (this, class, _super) = (self.pop(), self.pop(), self.pop());
        let name = NameId(arg >> 2);
        let class = crate::vm::natives::classes::super_class(self, class, this)?;
        let found = self.super_attribute(class, this, name)?;
        if arg & 1 == 1 {
            self.push(found.0);
            self.push(found.1);
        } else {
            let value = self.bind_method(found.0, found.1);
            self.push(value);
        }
        Ok(())
    }

    /// A call into Python whose result is dropped.
    pub fn discard<T>(&mut self, function: Value, args: Vec<Value>) -> Answer<T> {
        Err(Signal::Call(Box::new(Call {
            function,
            args,
            keywords: Vec::new(),
            ret: Ret::Discard,
        })))
    }

    /// Notes, for the races that an exploration finds, a use that shows nothing: of what is not there, or goes.
    pub fn note_if_exploring(&mut self, variable: Variable, write: bool) {
        if self.exploring.is_some() {
            self.note(variable, Value::Null, write);
        }
    }

    /// Notes the read or write of an attribute or item.
    pub fn note(&mut self, variable: Variable, value: Value, write: bool) {
        let frame = self.stack.frames.last().map(|f| f.code);
        if frame.is_none_or(|code| self.program.code(code).library) {
            return;
        }
        if let Some(log) = &mut self.log {
            log.push(if write {
                Effect::Write(variable, value)
            } else {
                Effect::Read(variable, value)
            });
        }
    }
}

impl Vm<'_> {
    /// GET_AWAITABLE: what `await` iterates over.
    pub fn awaitable(&mut self, value: Value) -> Answer {
        if self.class_of(value) == types::COROUTINE {
            return Ok(value);
        }
        if let Some(id) = value.object()
            && let Kind::Generator(_) = self.heap.get(id).kind
            && self.class_of(value) != types::ASYNC_GENERATOR
            && self.program.code(self.frame().code).library
        {
            return Ok(value);
        }
        match self.special(value, names::AWAIT) {
            Some((function, receiver)) => {
                let bound = self.bind_method(function, receiver);
                Err(Signal::Call(Box::new(Call {
                    function: bound,
                    args: vec![],
                    keywords: Vec::new(),
                    ret: Ret::Push,
                })))
            }
            None => {
                let name = self.type_name(value);
                Err(self.type_error(&format!(
                    "object {name} can't be used in 'await' expression"
                )))
            }
        }
    }
}

/// Whether a function of the library is a built-in function in CPython; methods are not.
fn is_c_function(module: &str, code: &crate::lang::code::Code) -> bool {
    let name: &str = &code.qualname;
    // What begins with `_` are helpers of ours.
    !name.starts_with(['_', '<'])
        && !name.contains('.')
        && module != "builtins"
        && crate::vm::library::is_c(module, name)
}

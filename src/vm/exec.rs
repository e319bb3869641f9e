//! The loop that executes instructions of one thread until it has to stop.
//!
//! One function is long: a match over all operations. What is not done in a line or two is in a
//! module of its own beside this one.

use crate::lang::code::Op;
use crate::vm::calls::Keywords;
use crate::vm::effects::{Effect, Variable};
use crate::vm::frame::{Frame, Ret, Stack};
use crate::vm::heap::Heap;
use crate::vm::local::Exploring;
use crate::vm::names::Names;
use crate::vm::object::{Iter, Kind};
use crate::vm::program::{LinkedCode, Program};
use crate::vm::signal::{Answer, Call, Request, Signal};
use crate::vm::types;
use crate::vm::value::{NameId, ObjectId, Value};
use std::rc::Rc;

/// So far below zero `fuel` does not go: a loop of the library, which is otherwise not left before its end, pauses, and
/// whoever counts the instructions can see that they are too many.
const OVERDRAWN: i64 = -10_000_000;

/// When to stop besides the necessary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// After every instruction of the program's own code.
    Instruction,
    /// When the fuel has run out, at the next point where CPython can hand over the GIL.
    SwitchPoint,
    /// When the fuel has run out, between any two instructions.
    Anywhere,
    /// Before the first instruction that other threads could notice or influence ([`crate::vm::local`]).
    Local,
}

/// Why the loop stopped.
#[derive(Clone, Debug)]
pub enum Exit {
    /// As `Pace` says; whether another thread may go on here in the model `cpython`.
    Pause { switch_point: bool },
    /// The thread asks something of the machine.
    Request(Box<Request>),
    /// The outermost function returned.
    Finished(Value),
    /// An exception left the outermost function.
    Died(Value),
    /// Something is missing: a sentence.
    Unsupported(Box<str>),
    /// A limit was reached: name and sentence.
    Limit(&'static str, Box<str>),
}

/// What one thread sees while it executes.
pub struct Vm<'a> {
    /// The program.
    pub program: &'a Program,
    /// All names.
    pub names: &'a mut Rc<Names>,
    /// The heap of the thread's process.
    pub heap: &'a mut Heap,
    /// The thread's stack.
    pub stack: &'a mut Stack,
    /// What is noted for the record, if anyone wants it.
    pub log: Option<&'a mut Vec<Effect>>,
    /// Whether it has given back a lock or notified waiters: another thread may be able to go on now.
    pub woke: bool,
    /// Bytes that live objects may take.
    pub heap_limit: usize,
    /// In exploration: which globals others can notice, and what was touched.
    pub exploring: Option<Exploring<'a>>,
    /// In exploration: to take a lock is a step of its own, even if the lock is free.
    pub pends: bool,
    /// What calls, exceptions and generators cost beyond the instructions executed, in instructions' worth.
    pub work: u64,
}

/// What it costs to set a global, beyond the instruction, in instructions' worth.
const STORE_WORK: u64 = 8;
/// What a call of a function costs beyond its instructions, likewise.
pub const CALL_WORK: u64 = 16;
/// What a call of a built-in costs, or a generator that goes on, likewise.
pub const NATIVE_WORK: u64 = 32;
/// What an exception costs that is raised, likewise.
pub const RAISE_WORK: u64 = 60;

const SUBSCRIPT: u32 = crate::lang::code::BinaryOperator::Subscript as u32;

/// Pops a value; the compiler guarantees that there is one.
macro_rules! pop {
    ($vm:ident) => {
        $vm.stack.values.pop().unwrap_or(Value::Null)
    };
}

impl<'a> Vm<'a> {
    /// Pushes a value.
    #[inline]
    pub fn push(&mut self, value: Value) {
        self.stack.values.push(value);
    }

    /// Pops a value.
    #[inline]
    pub fn pop(&mut self) -> Value {
        pop!(self)
    }

    /// The i-th value from the top, 1 being the top.
    #[inline]
    pub fn peek(&self, i: usize) -> Value {
        self.stack.values[self.stack.values.len() - i]
    }

    /// The running frame.
    #[inline]
    pub fn frame(&mut self) -> &mut Frame {
        let last = self.stack.frames.len() - 1;
        &mut self.stack.frames[last]
    }

    /// Executes until something stops it. `fuel` counts instructions down, below zero for those beyond it.
    pub fn run(&mut self, fuel: &mut i64, pace: Pace) -> Exit {
        let program = self.program;
        // Whether a point where CPython can hand over the GIL was passed.
        let mut passed = false;
        // Whether Python code of the library was executed, such as an operator in C may have called.
        let mut entered = false;
        'frame: loop {
            let Some(frame) = self.stack.frames.last() else {
                return Exit::Finished(Value::None);
            };
            let code: &'a LinkedCode = program.code(frame.code);
            let base = frame.base as usize;
            let mut pc = frame.pc as usize;
            if self.exploring.is_some() {
                self.heap.mute(code.quiet || pace == Pace::Local);
            }
            loop {
                let instruction = code.instructions[pc];
                if pace == Pace::Local && (*fuel <= 0 || !self.is_local(code, instruction)) {
                    self.frame().pc = pc as u32;
                    return Exit::Pause {
                        switch_point: passed || self.is_before_library(),
                    };
                }
                let arg = instruction.arg;
                pc += 1;
                // A call of the library's Python is, as a whole, a call that can hand over the GIL.
                let mut switch_point = code.enters;
                let mut reload = false;
                *fuel -= 1;
                // What the instruction needs beyond its own arm: an error, a call, a request.
                let outcome: Answer<()> = match instruction.op {
                    Op::Resume => {
                        // Behind a `yield from` or an `await` CPython does not look.
                        switch_point = !code.c && arg & 3 < 2;
                        if self.heap.wants_collection(self.heap_limit) {
                            self.frame().pc = pc as u32 - 1;
                            return Exit::Request(Box::new(Request::Collect));
                        }
                        Ok(())
                    }
                    Op::Nop | Op::NotTaken | Op::EndFor => Ok(()),
                    Op::LoadFast | Op::LoadFastBorrow => {
                        let value = self.stack.values[base + arg as usize];
                        self.stack.values.push(value);
                        Ok(())
                    }
                    Op::LoadFastBorrowLoadFastBorrow | Op::LoadFastLoadFast => {
                        let first = self.stack.values[base + (arg >> 16) as usize];
                        let second = self.stack.values[base + (arg & 0xFFFF) as usize];
                        self.stack.values.push(first);
                        self.stack.values.push(second);
                        Ok(())
                    }
                    Op::StoreFast => {
                        let value = pop!(self);
                        self.stack.values[base + arg as usize] = value;
                        Ok(())
                    }
                    Op::StoreFastLoadFast => {
                        let value = pop!(self);
                        self.stack.values[base + (arg >> 16) as usize] = value;
                        let value = self.stack.values[base + (arg & 0xFFFF) as usize];
                        self.stack.values.push(value);
                        Ok(())
                    }
                    Op::StoreFastStoreFast => {
                        let value = pop!(self);
                        self.stack.values[base + (arg >> 16) as usize] = value;
                        let value = pop!(self);
                        self.stack.values[base + (arg & 0xFFFF) as usize] = value;
                        Ok(())
                    }
                    Op::LoadConst => {
                        self.stack.values.push(code.consts[arg as usize]);
                        Ok(())
                    }
                    Op::LoadSmallInt => {
                        self.stack.values.push(Value::Int(i64::from(arg)));
                        Ok(())
                    }
                    Op::PopTop | Op::PopIter => {
                        let value = self.stack.values.pop();
                        match self.heap.fresh {
                            Some((id, ..)) if value == Some(Value::Object(id)) => {
                                self.frame().pc = pc as u32;
                                reload = true;
                                self.let_go_of_coroutine()
                            }
                            _ if self.heap.temporaries
                                && let Some(Value::Object(id)) = value
                                && self.is_left(id) =>
                            {
                                self.frame().pc = pc as u32;
                                reload = true;
                                self.close_temporary(id)
                            }
                            _ => Ok(()),
                        }
                    }
                    Op::PushNull => {
                        self.stack.values.push(Value::Null);
                        Ok(())
                    }
                    Op::Copy => {
                        let value = self.peek(arg as usize);
                        self.stack.values.push(value);
                        Ok(())
                    }
                    Op::Swap => {
                        let len = self.stack.values.len();
                        self.stack.values.swap(len - 1, len - arg as usize);
                        Ok(())
                    }
                    Op::LoadGlobal => {
                        let value = self.global(code.unit, (arg >> 1) as usize);
                        match value {
                            Some(value) => {
                                self.stack.values.push(value);
                                if arg & 1 == 1 {
                                    self.stack.values.push(Value::Null);
                                }
                                Ok(())
                            }
                            None => {
                                self.frame().pc = pc as u32;
                                Err(self.unknown_name(code, (arg >> 1) as usize))
                            }
                        }
                    }
                    // A global of a module that runs; class bodies have names of their own.
                    Op::LoadName if !code.code.flags.class_body => {
                        match self.global(code.unit, arg as usize) {
                            Some(value) => {
                                self.stack.values.push(value);
                                Ok(())
                            }
                            None => {
                                self.frame().pc = pc as u32;
                                Err(self.unknown_name(code, arg as usize))
                            }
                        }
                    }
                    Op::StoreName | Op::StoreGlobal if !code.code.flags.class_body => {
                        let value = pop!(self);
                        self.work += STORE_WORK;
                        self.set_global(code.unit, arg as usize, value);
                        Ok(())
                    }
                    Op::BinaryOp => {
                        let right = pop!(self);
                        let left = pop!(self);
                        let fast = if arg == SUBSCRIPT {
                            self.fast_item(left, right)
                        } else {
                            crate::vm::operations::fast_binary(arg, left, right)
                        };
                        match fast {
                            Some(value) => {
                                self.stack.values.push(value);
                                Ok(())
                            }
                            None => {
                                self.frame().pc = pc as u32;
                                self.binary(arg, left, right).map(|v| self.push(v))
                            }
                        }
                    }
                    Op::CompareOp => {
                        let right = pop!(self);
                        let left = pop!(self);
                        match crate::vm::operations::fast_compare(arg >> 5, left, right) {
                            Some(value) => {
                                self.stack.values.push(Value::Bool(value));
                                Ok(())
                            }
                            None => match self.compare_op(arg, left, right) {
                                Ok(()) if self.heap.fresh.is_some() => {
                                    self.frame().pc = pc as u32;
                                    reload = true;
                                    self.look_at_fresh()
                                }
                                other => other,
                            },
                        }
                    }
                    Op::ToBool => match self.peek(1) {
                        Value::Bool(_) => Ok(()),
                        _ => {
                            let value = pop!(self);
                            match self.push_truth(value, false) {
                                Ok(()) if self.heap.fresh.is_some() => {
                                    self.frame().pc = pc as u32;
                                    reload = true;
                                    self.look_at_fresh()
                                }
                                other => other,
                            }
                        }
                    },
                    Op::UnaryNot => {
                        let value = pop!(self);
                        self.stack
                            .values
                            .push(Value::Bool(value == Value::Bool(false)));
                        Ok(())
                    }
                    Op::PopJumpIfFalse => {
                        if pop!(self) == Value::Bool(false) {
                            pc = arg as usize;
                        }
                        Ok(())
                    }
                    Op::PopJumpIfTrue => {
                        if pop!(self) == Value::Bool(true) {
                            pc = arg as usize;
                        }
                        Ok(())
                    }
                    Op::PopJumpIfNone => {
                        if pop!(self) == Value::None {
                            pc = arg as usize;
                        }
                        Ok(())
                    }
                    Op::PopJumpIfNotNone => {
                        if pop!(self) != Value::None {
                            pc = arg as usize;
                        }
                        Ok(())
                    }
                    Op::JumpForward | Op::JumpBackwardNoInterrupt => {
                        pc = arg as usize;
                        Ok(())
                    }
                    Op::JumpBackward => {
                        pc = arg as usize;
                        switch_point = !code.c;
                        if *fuel < OVERDRAWN {
                            self.frame().pc = pc as u32;
                            return Exit::Pause { switch_point };
                        }
                        if self.heap.wants_collection(self.heap_limit) {
                            self.frame().pc = pc as u32;
                            return Exit::Request(Box::new(Request::Collect));
                        }
                        Ok(())
                    }
                    Op::ForIter => {
                        self.frame().pc = pc as u32;
                        match self.for_iter(arg) {
                            Ok(step) => {
                                match step {
                                    ForStep::Value(value) => self.stack.values.push(value),
                                    ForStep::Done => pc = arg as usize,
                                    ForStep::Frame => reload = true,
                                }
                                Ok(())
                            }
                            Err(signal) => Err(signal),
                        }
                    }
                    Op::Call => {
                        self.frame().pc = pc as u32;
                        let at = self.stack.values.len() - arg as usize - 2;
                        let (handed, ret) = self.hands_over(code, self.stack.values[at], Some(arg));
                        switch_point |= handed;
                        reload = true;
                        self.invoke(at, Keywords::new(), ret)
                    }
                    Op::CallKw => {
                        self.frame().pc = pc as u32;
                        let names = pop!(self);
                        let keywords = self.take_keywords(names);
                        let at = self.stack.values.len() - (arg as usize - keywords.len()) - 2;
                        let (handed, ret) = self.hands_over(code, self.stack.values[at], None);
                        switch_point |= handed;
                        reload = true;
                        self.invoke(at, keywords, ret)
                    }
                    Op::CallFunctionEx => {
                        self.frame().pc = pc as u32;
                        reload = true;
                        switch_point |= !code.c;
                        if code.quiet && self.exploring.is_some() {
                            // What a thread does whose target is a built-in is the program's matter.
                            self.heap.mute(false);
                        }
                        self.call_function_ex(code)
                    }
                    Op::ReturnValue => {
                        self.frame().pc = pc as u32;
                        if self.heap.unawaited != 0
                            && let Err(signal) = self.forgotten_by_return(code, base)
                        {
                            match self.attend(signal, Ret::Push) {
                                Some(exit) => return exit,
                                None => continue 'frame,
                            }
                        }
                        let value = pop!(self);
                        match self.frame().ret {
                            Ret::Entry => {
                                self.leave();
                                return Exit::Finished(value);
                            }
                            Ret::Handler => {
                                self.leave();
                                return Exit::Request(Box::new(Request::Handled));
                            }
                            Ret::ThroughC => switch_point = true,
                            Ret::Init => switch_point |= !self.is_called_by_c(),
                            _ => {}
                        }
                        reload = true;
                        self.return_value(value)
                    }
                    Op::LoadAttr => {
                        let owner = pop!(self);
                        self.frame().pc = pc as u32;
                        self.load_attr(owner, NameId(arg >> 1), arg & 1 == 1)
                    }
                    Op::StoreAttr => {
                        let owner = pop!(self);
                        let value = pop!(self);
                        self.frame().pc = pc as u32;
                        self.set_attribute(owner, NameId(arg), value)
                    }
                    Op::StoreSubscr => {
                        self.frame().pc = pc as u32;
                        let key = pop!(self);
                        let container = pop!(self);
                        let value = pop!(self);
                        if self.fast_set_item(container, key, value) {
                            Ok(())
                        } else {
                            // It may push a frame: `__setitem__`.
                            reload = true;
                            self.set_item(container, key, value)
                        }
                    }
                    Op::YieldValue => {
                        self.frame().pc = pc as u32;
                        let value = pop!(self);
                        switch_point |= self.frame().ret == Ret::ThroughC;
                        reload = true;
                        self.yield_value(value)
                    }
                    Op::ReturnGenerator => {
                        self.frame().pc = pc as u32;
                        switch_point |= self.frame().ret == Ret::ThroughC;
                        reload = true;
                        self.return_generator()
                    }
                    Op::Send => {
                        self.frame().pc = pc as u32;
                        reload = true;
                        self.send_value(arg)
                    }
                    Op::Reraise => {
                        self.frame().pc = pc as u32;
                        let exception = pop!(self);
                        match self.reraise(exception, arg) {
                            Some(exit) => return exit,
                            None => {
                                reload = true;
                                Ok(())
                            }
                        }
                    }
                    Op::RaiseVarargs => {
                        self.frame().pc = pc as u32;
                        match self.raise_varargs(arg) {
                            // A bare `raise` adds no line to the traceback.
                            Ok(exception) => {
                                match self.reraise(exception, if arg == 0 { 0 } else { u32::MAX }) {
                                    Some(exit) => return exit,
                                    None => {
                                        reload = true;
                                        Ok(())
                                    }
                                }
                            }
                            Err(signal) => Err(signal),
                        }
                    }
                    _ => {
                        self.frame().pc = pc as u32;
                        // Some of these push frames (`with`, imports, class bodies).
                        reload = true;
                        self.rare(instruction, code, base)
                    }
                };
                if let Err(signal) = outcome {
                    // Who raises goes on without a look at who else wants the GIL.
                    if matches!(signal, Signal::Raise(_) | Signal::Throw(_)) {
                        switch_point = code.enters;
                        if pace != Pace::Local {
                            passed = entered;
                        }
                    }
                    // What may have left its frame has noted its place already.
                    if !reload {
                        self.frame().pc = pc as u32;
                    }
                    reload = true;
                    if let Some(exit) = self.attend(signal, Ret::Push) {
                        return exit;
                    }
                }
                passed |= switch_point;
                entered |= code.enters;
                let pace = match pace {
                    Pace::SwitchPoint | Pace::Anywhere if self.woke => Pace::Instruction,
                    other => other,
                };
                let stop = match pace {
                    Pace::Local => false,
                    Pace::Instruction if reload => !self.is_in_library(),
                    Pace::Instruction => !code.library,
                    Pace::SwitchPoint if *fuel <= 0 => {
                        if !reload {
                            self.frame().pc = pc as u32;
                        }
                        !self.is_in_library() && (switch_point || self.is_before_library())
                    }
                    Pace::SwitchPoint => false,
                    Pace::Anywhere => {
                        *fuel <= 0
                            && !self
                                .stack
                                .frames
                                .last()
                                .is_some_and(|f| program.code(f.code).atomic)
                    }
                };
                if stop {
                    if !reload {
                        self.frame().pc = pc as u32;
                    }
                    // The call of what is C in CPython has come to its end.
                    let switch_point = switch_point || code.c && passed || self.is_before_library();
                    return Exit::Pause { switch_point };
                }
                if reload {
                    continue 'frame;
                }
            }
        }
    }

    /// Deals with a signal: `None` if execution goes on in whatever frame is on top now.
    pub fn attend(&mut self, signal: Signal, ret: Ret) -> Option<Exit> {
        let mut signal = signal;
        loop {
            let result = match signal {
                Signal::Raise(exception) | Signal::Throw(exception) => {
                    let thrown = matches!(signal, Signal::Throw(_));
                    let lost = match self.heap.fresh {
                        Some(_) => self.lost_by_error(exception),
                        None => None,
                    };
                    match lost {
                        Some(call) => Err(call),
                        None if thrown => return self.throw_here(exception),
                        None => return self.raise_here(exception),
                    }
                }
                Signal::Request(request) => {
                    debug_assert!(ret == Ret::Push);
                    return Some(Exit::Request(request));
                }
                Signal::Unsupported(message) => return Some(Exit::Unsupported(message)),
                Signal::Limit(name, message) => return Some(Exit::Limit(name, message)),
                Signal::Call(call) => {
                    let Call {
                        function,
                        args,
                        keywords,
                        ret: own,
                    } = *call;
                    if own == Ret::ClassBody {
                        self.enter_class_body(function, args[0]);
                        return None;
                    }
                    let at = self.stack.values.len();
                    self.push(function);
                    self.push(Value::Null);
                    self.stack.values.extend_from_slice(&args);
                    self.invoke(at, keywords, if own == Ret::Push { ret } else { own })
                }
                Signal::Resume(resume) => {
                    self.resume(resume.generator, resume.value, resume.throw, ret)
                }
            };
            match result {
                Ok(()) => return None,
                Err(next) => signal = next,
            }
        }
    }

    /// The value of a global or built-in.
    #[inline]
    fn global(&mut self, unit: u32, slot: usize) -> Option<Value> {
        let last = self.stack.frames.len() - 1;
        let module = self.stack.frames[last].module;
        let Kind::Module(m) = &self.heap.get(module).kind else {
            return None;
        };
        let value = m.slots[slot];
        if let Some(exploring) = &mut self.exploring {
            exploring.touched.global(unit, slot as u32, false);
        }
        if !value.is_null() {
            if self.log.is_some() {
                self.note_global(module, unit, slot, value, false);
            }
            return Some(value);
        }
        let value = self.program.units[unit as usize].builtins[slot];
        if !value.is_null() {
            return Some(value);
        }
        let name = self.program.units[unit as usize].slots[slot];
        self.note_if_exploring(Variable::Global(module, name), false);
        match &self.heap.get(module).kind {
            Kind::Module(m) => m.extra.get(name),
            _ => None,
        }
    }

    /// Sets a global of the module that the running frame belongs to.
    fn set_global(&mut self, unit: u32, slot: usize, value: Value) {
        let module = self.frame().module;
        if let Kind::Module(m) = &mut self.heap.get_mut(module).kind {
            Rc::make_mut(m).slots[slot] = value;
        }
        if let Some(exploring) = &mut self.exploring {
            exploring.touched.global(unit, slot as u32, true);
        }
        if self.log.is_some() {
            self.note_global(module, unit, slot, value, true);
        }
    }

    /// `container[key]` of a plain list or tuple, if nobody wants a record of it.
    #[inline]
    fn fast_item(&self, container: Value, key: Value) -> Option<Value> {
        let (Value::Object(id), Value::Int(index)) = (container, key) else {
            return None;
        };
        let object = self.heap.get(id);
        let items: &[Value] = match &object.kind {
            Kind::List(items) if object.class == types::LIST => items,
            Kind::Tuple(items) if object.class == types::TUPLE => items,
            _ => return None,
        };
        if self.log.is_some() {
            return None;
        }
        items.get(usize::try_from(index).ok()?).copied()
    }

    /// `container[key] = value` of a plain list, if nobody wants a record of it: whether that was it.
    #[inline]
    fn fast_set_item(&mut self, container: Value, key: Value, value: Value) -> bool {
        let (Value::Object(id), Value::Int(index)) = (container, key) else {
            return false;
        };
        let object = self.heap.get_mut(id);
        let (Kind::List(items), true) = (&mut object.kind, object.class == types::LIST) else {
            return false;
        };
        let Some(index) = usize::try_from(index).ok().filter(|i| *i < items.len()) else {
            return false;
        };
        if self.log.is_some() {
            return false;
        }
        Rc::make_mut(items)[index] = value;
        true
    }

    /// Notes a read or write of a global of the program.
    pub fn note_global(
        &mut self,
        module: ObjectId,
        unit: u32,
        slot: usize,
        value: Value,
        write: bool,
    ) {
        let unit = &self.program.units[unit as usize];
        if unit.library {
            return;
        }
        let variable = Variable::Global(module, unit.slots[slot]);
        if let Some(log) = &mut self.log {
            log.push(if write {
                Effect::Write(variable, value)
            } else {
                Effect::Read(variable, value)
            });
        }
    }

    fn compare_op(&mut self, arg: u32, left: Value, right: Value) -> Answer<()> {
        match self.compare(arg >> 5, left, right) {
            Ok(value) if arg & 16 != 0 => self.push_truth(value, false),
            Ok(value) => {
                self.push(value);
                Ok(())
            }
            Err(signal) if arg & 16 != 0 => Err(as_truth(signal, false)),
            Err(signal) => Err(signal),
        }
    }

    /// Pushes the truth of a value, or its contrary.
    pub fn push_truth(&mut self, value: Value, negate: bool) -> Answer<()> {
        match self.truth(value) {
            Ok(truth) => {
                self.push(Value::Bool(truth != negate));
                Ok(())
            }
            Err(signal) => Err(as_truth(signal, negate)),
        }
    }

    fn for_iter(&mut self, exit: u32) -> Answer<ForStep> {
        let iterator = self.peek(1);
        if let Value::Object(id) = iterator {
            match &self.heap.get(id).kind {
                Kind::Iterator(iter) => {
                    // The two most common loops, without going through the general case.
                    if let Iter::Range { next, stop, step } = **iter {
                        if (step > 0 && next >= stop) || (step < 0 && next <= stop) {
                            return Ok(ForStep::Done);
                        }
                        if let Kind::Iterator(iter) = &mut self.heap.get_mut(id).kind {
                            *Rc::make_mut(iter) = Iter::Range {
                                next: next.saturating_add(step),
                                stop,
                                step,
                            };
                        }
                        return Ok(ForStep::Value(Value::Int(next)));
                    }
                    return Ok(match self.iterator_next(id)? {
                        Some(value) => ForStep::Value(value),
                        None => ForStep::Done,
                    });
                }
                Kind::Generator(_) => {
                    return match self.resume(id, Value::None, false, Ret::ForIter { exit }) {
                        Ok(()) => Ok(ForStep::Frame),
                        Err(signal) => Err(signal),
                    };
                }
                _ => {}
            }
        }
        let method = self.special(iterator, crate::vm::names::NEXT);
        let Some((function, receiver)) = method else {
            let name = self.type_name(iterator);
            return Err(self.type_error(&format!("'{name}' object is not an iterator")));
        };
        let at = self.stack.values.len();
        self.push(function);
        self.push(receiver);
        match self.invoke(at, Keywords::new(), Ret::ForIter { exit }) {
            // `__next__` may be a built-in.
            Err(Signal::Raise(error)) if self.is_instance(error, types::STOP_ITERATION) => {
                Ok(ForStep::Done)
            }
            other => other.map(|()| ForStep::Frame),
        }
    }
}

/// What a `for` does next.
enum ForStep {
    Value(Value),
    Done,
    /// A frame runs first (or the value is on the stack already).
    Frame,
}

/// The same signal, whose result is taken as a truth value.
pub fn as_truth(signal: Signal, negate: bool) -> Signal {
    match signal {
        Signal::Call(mut call) if call.ret == Ret::Push => {
            call.ret = Ret::Truth { negate };
            Signal::Call(call)
        }
        other => other,
    }
}

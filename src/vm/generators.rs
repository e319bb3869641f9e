//! Generators and coroutines: made, resumed, suspended, finished.

use crate::vm::calls::{Keywords, MAX_FRAMES};
use crate::vm::exec::{NATIVE_WORK, Vm};
use crate::vm::frame::Ret;
use crate::vm::object::{Generator, Kind};
use crate::vm::signal::{Answer, Signal};
use crate::vm::types;
use crate::vm::value::{ObjectId, Value};
use std::rc::Rc;

impl Vm<'_> {
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
            exc: Value::Null,
        };
        let value = self.heap.make(class, Kind::Generator(Rc::new(generator)));
        if flags.coroutine {
            self.heap.unawaited += 1;
        }
        if ret.is_pushed()
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
        // A loop over a generator calls nothing, as CPython sees it.
        let depth = match ret {
            Ret::ForIter { .. } if self.stack.frames.len() < MAX_FRAMES => Ok(()),
            _ => self.check_depth(),
        };
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
        let handled = std::mem::replace(&mut generator.exc, Value::Null);
        if !started && class == types::COROUTINE {
            self.heap.unawaited = self.heap.unawaited.saturating_sub(1);
        }
        let bottom = self.stack.values.len();
        self.stack.values.push(self.stack.handled);
        self.stack.handled = handled;
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
            // What the caller handles does not count.
            if !handled.is_null() {
                self.set_context(value, handled);
            }
            return Err(Signal::Throw(value));
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
            return Err(Signal::Throw(value));
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
            generator.exc = Value::Null;
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
}

//! Coroutines and generators that are let go.
//!
//! Coroutines that nobody awaits: CPython warns when one dies that never ran. Objects do not die here, so the moments
//! at which one may have been let go are looked at: a value thrown away, an error, a test, a return.
//!
//! Knows the stack of the running thread alone: what only another thread holds counts as let go. So nothing is taken
//! from a coroutine that is told of; it could still be awaited.

use crate::lang::code::Op;
use crate::vm::exec::Vm;
use crate::vm::frame::Ret;
use crate::vm::object::Kind;
use crate::vm::program::LinkedCode;
use crate::vm::signal::{Answer, Signal};
use crate::vm::types;
use crate::vm::value::{ObjectId, Value};
use std::rc::Rc;

/// How often a run looks through its heap for that: a loop that makes coroutines must not become slow.
const MOST_LOOKS: u32 = 500;
/// Operand of RESUME behind a `yield` that no `try` or `with` surrounds.
const AFTER_PLAIN_YIELD: u32 = 5;

impl Vm<'_> {
    /// The coroutine made last was thrown away: a warning, if nobody else can have it.
    pub fn let_go_of_coroutine(&mut self) -> Answer<()> {
        let Some((id, depth, place)) = self.heap.fresh.take() else {
            return Ok(());
        };
        let at_once = self.stack.frames.len() == depth && self.frame().pc == place + 1;
        if !at_once || !self.is_unawaited(id) {
            return Ok(());
        }
        self.tell_of(&[id], false)
    }

    /// The coroutine made last may have been let go by the instruction that ran.
    pub fn look_at_fresh(&mut self) -> Answer<()> {
        match self.fresh_is_lost(Value::None) {
            Some(id) => self.tell_of(&[id], false),
            None => Ok(()),
        }
    }

    /// An instruction raises an error: what it had in its hands is gone. The call that tells so and raises again.
    pub fn lost_by_error(&mut self, exception: Value) -> Option<Signal> {
        let id = self.fresh_is_lost(exception)?;
        let name = self.told(id);
        let function = self.prelude("_lost_and_raise");
        self.discard::<()>(function, vec![name, exception]).err()
    }

    /// RETURN_VALUE: locals that hold coroutines are gone with their frame. If there are any, the instruction runs
    /// again after the warning.
    pub fn forgotten_by_return(&mut self, code: &LinkedCode, base: usize) -> Answer<()> {
        let result = self.stack.values.len() - 1;
        if code.library || base >= result {
            return Ok(());
        }
        let mut held = Vec::new();
        for value in &self.stack.values[base..result] {
            let Value::Object(id) = value else { continue };
            match &self.heap.get(*id).kind {
                Kind::Generator(_) => held.push(*id),
                Kind::List(items) => held.extend(items.iter().filter_map(|v| v.object())),
                Kind::Tuple(items) => held.extend(items.iter().filter_map(|v| v.object())),
                _ => {}
            }
        }
        held.retain(|id| self.is_unawaited(*id));
        held.sort_unstable();
        held.dedup();
        if held.is_empty() {
            return Ok(());
        }
        let reached = self.reached(base..result, Value::None);
        held.retain(|id| !reached.get(id.0 as usize).copied().unwrap_or(true));
        if held.is_empty() {
            return Ok(());
        }
        self.frame().pc -= 1;
        self.tell_of(&held, true)
    }

    fn is_unawaited(&self, id: ObjectId) -> bool {
        let object = self.heap.get(id);
        object.class == types::COROUTINE
            && matches!(&object.kind, Kind::Generator(g) if !g.started && g.frame.is_some())
    }

    /// Whether the coroutine made last is unawaited and out of reach, also from an exception on its way.
    fn fresh_is_lost(&mut self, exception: Value) -> Option<ObjectId> {
        let (id, depth, _) = self.heap.fresh?;
        if !self.is_unawaited(id) {
            self.heap.fresh = None;
            return None;
        }
        let frame = self.stack.frames.last()?;
        if self.stack.frames.len() != depth || self.program.code(frame.code).library {
            return None;
        }
        let reached = self.reached(0..0, exception);
        (!reached.get(id.0 as usize).copied().unwrap_or(true)).then_some(id)
    }

    /// What can be reached but through the values in `except`; all of it after too many questions.
    fn reached(&mut self, except: std::ops::Range<usize>, exception: Value) -> Vec<bool> {
        self.heap.looks += 1;
        if self.heap.looks > MOST_LOOKS {
            return Vec::new();
        }
        let stack = &*self.stack;
        self.heap.mark(&mut |visit| {
            for (i, value) in stack.values.iter().enumerate() {
                if !except.contains(&i) {
                    visit(*value);
                }
            }
            visit(stack.handled);
            visit(exception);
            for frame in &stack.frames {
                crate::vm::visit::frame_children(frame, visit);
            }
        })
    }

    fn tell_of(&mut self, ids: &[ObjectId], above: bool) -> Answer<()> {
        let mut args = vec![Value::Bool(above)];
        for id in ids {
            let name = self.told(*id);
            args.push(name);
        }
        let function = self.prelude("_never_awaited");
        self.discard(function, args)
    }

    /// Its name; it is not told of again.
    fn told(&mut self, id: ObjectId) -> Value {
        self.heap.fresh = None;
        self.heap.unawaited = self.heap.unawaited.saturating_sub(1);
        let Kind::Generator(generator) = &mut self.heap.get_mut(id).kind else {
            return Value::None;
        };
        Rc::make_mut(generator).started = true;
        let code = generator.code;
        let name = self.program.code(code).code.qualname.to_string();
        self.string(name)
    }

    /// The names of all that never ran, at the end of the program, and whether nobody can reach them any more: those
    /// CPython's last collection finds first, the others (of other names) go with their modules.
    pub fn unawaited(&mut self) -> Vec<Value> {
        if self.heap.unawaited == 0 {
            return Vec::new();
        }
        let all = self.heap.objects().map(|(id, _)| id);
        let mut left: Vec<ObjectId> = all.filter(|id| self.is_unawaited(*id)).collect();
        let reached = self.reached(0..0, Value::None);
        let held = |id: &ObjectId| reached.get(id.0 as usize).copied().unwrap_or(true);
        left.sort_by_key(held);
        let lost = left.iter().take_while(|id| !held(id)).count();
        let names: Vec<Value> = left.into_iter().map(|id| self.told(id)).collect();
        let (first, then) = names.split_at(lost);
        let text = |name: &Value| self.heap.str(*name).map(|t| t.s.clone());
        let known: Vec<_> = first.iter().map(text).collect();
        let then = then.iter().filter(|name| !known.contains(&text(name)));
        let first = first.iter().map(|name| (*name, Value::Bool(true)));
        let told: Vec<_> = first
            .chain(then.map(|name| (*name, Value::Bool(false))))
            .collect();
        told.into_iter()
            .map(|(name, lost)| self.tuple(vec![name, lost]))
            .collect()
    }

    /// A loop over a generator that was made for it alone: whoever leaves the loop closes the generator.
    pub fn loops_over(&mut self, value: Value) {
        let (Some((id, depth, place)), Some(frame)) =
            (self.heap.generator.take(), self.stack.frames.last())
        else {
            return;
        };
        let library = self.program.code(frame.code).library;
        let at_once = self.stack.frames.len() == depth && self.frame().pc == place + 1;
        if value != Value::Object(id) || !at_once || library {
            return;
        }
        self.set_temporary(value, true);
        self.heap.temporaries = true;
    }

    /// Whether that is a generator whose loop was left before its end.
    pub fn is_left(&self, id: ObjectId) -> bool {
        matches!(&self.heap.get(id).kind, Kind::Generator(g) if g.temporary && g.started && g.frame.is_some())
    }

    /// Closes a generator that has nothing to do at its end: it has not begun, or stands at a `yield` outside of any
    /// `try` and `with`. As in CPython since 3.13 none of its code runs then. Whether that was it.
    pub fn close_plainly(&mut self, id: ObjectId) -> bool {
        let object = self.heap.get(id);
        let (Kind::Generator(generator), types::GENERATOR) = (&object.kind, object.class) else {
            return false;
        };
        let Some(frame) = generator.frame.filter(|_| !generator.running) else {
            return false;
        };
        let next = self.program.code(frame.code).instructions[frame.pc as usize];
        let stands = next.op == Op::Resume && next.arg == AFTER_PLAIN_YIELD;
        let holds = |value: &Value| {
            let kind = value.object().map(|id| &self.heap.get(id).kind);
            matches!(kind, Some(Kind::Generator(_)))
        };
        if generator.started && !stands || generator.values.iter().any(holds) {
            return false;
        }
        self.finish_generator(Value::Object(id));
        true
    }

    /// Closes it, as its death does.
    pub fn close_temporary(&mut self, id: ObjectId) -> Answer<()> {
        if self.close_plainly(id) {
            return Ok(());
        }
        let name = match self.heap.get(id).class == types::ASYNC_GENERATOR {
            true => "_async_left",
            false => "_generator_left",
        };
        let function = self.prelude(name);
        self.discard(function, vec![Value::Object(id)])
    }

    /// Generators whose loops an exception leaves: what it takes off the stack, topmost first.
    pub fn left_above(&mut self, bottom: usize) -> Vec<Value> {
        let values = self.stack.values.get(bottom..).unwrap_or_default();
        let mut left = values.to_vec();
        left.retain(|v| v.object().is_some_and(|id| self.is_left(id)));
        left.reverse();
        for value in &left {
            self.set_temporary(*value, false);
        }
        left
    }

    /// Closes them. Afterwards the exception, if there is one, goes on from here; `false` if that can't be done.
    pub fn close_left(&mut self, left: Vec<Value>, exception: Value) -> bool {
        let at = self.stack.values.len();
        let ret = match exception {
            Value::None => Ret::Discard,
            _ => Ret::Closed,
        };
        let function = self.prelude("_close_left");
        self.stack.values.extend([function, Value::Null, exception]);
        self.stack.values.extend(left);
        let entered = self.invoke(at, Vec::new(), ret).is_ok();
        if !entered {
            self.stack.values.truncate(at);
        }
        entered
    }

    fn set_temporary(&mut self, value: Value, temporary: bool) {
        if let Some(id) = value.object()
            && let Kind::Generator(generator) = &mut self.heap.get_mut(id).kind
        {
            Rc::make_mut(generator).temporary = temporary;
        }
    }

    /// The asynchronous generators that were begun and not ended, for the end of an event loop.
    pub fn async_generators(&self) -> Vec<Value> {
        let begun = self.heap.objects().filter(|(_, object)| {
            object.class == types::ASYNC_GENERATOR
                && matches!(&object.kind, Kind::Generator(g) if g.started && g.frame.is_some())
        });
        begun.map(|(id, _)| Value::Object(id)).collect()
    }
}

//! Where CPython can hand over the GIL, beyond what an instruction says of itself. Knows nothing of threads.

use crate::lang::code::Op;
use crate::vm::exec::Vm;
use crate::vm::frame::Ret;
use crate::vm::natives::is_specialised;
use crate::vm::object::Kind;
use crate::vm::program::LinkedCode;
use crate::vm::types;
use crate::vm::value::Value;

impl Vm<'_> {
    /// Whether a call of this in some code is a point where CPython can hand over the GIL, and what happens to its result.
    /// Calls into C that are not specialised are such points: what the library, or Python code that they have called,
    /// does for them comes back through them. Python functions have theirs at their entry. C itself has none.
    /// `arguments`: how many, if that is all that is given.
    pub fn hands_over(
        &self,
        code: &LinkedCode,
        callable: Value,
        arguments: Option<u32>,
    ) -> (bool, Ret) {
        let id = match callable {
            _ if code.c => return (false, Ret::Push),
            Value::Native(id) if arguments.is_some() && is_specialised(id) => {
                return (false, Ret::Push);
            }
            Value::Object(id) => id,
            _ => return (true, Ret::ThroughC),
        };
        let function = match &self.heap.get(id).kind {
            Kind::Class(_) if id == types::TYPE && arguments == Some(1) => {
                return (false, Ret::Push);
            }
            Kind::Method { function, .. } => *function,
            _ => callable,
        };
        match function.object().map(|id| &self.heap.get(id).kind) {
            Some(Kind::Function(f)) if !self.program.code(f.code).c => (false, Ret::Push),
            _ => (true, Ret::ThroughC),
        }
    }

    /// Whether the running frame is the library's.
    pub fn is_in_library(&self) -> bool {
        let frame = self.stack.frames.last();
        frame.is_some_and(|frame| self.program.code(frame.code).library)
    }

    /// Whether the caller of the running frame is of the library, and C in CPython.
    pub fn is_called_by_c(&self) -> bool {
        let caller = self.stack.frames.iter().rev().nth(1);
        caller.is_some_and(|frame| self.program.code(frame.code).c)
    }

    /// Whether the next instruction, in the program's own code, enters a function of the library that is Python in
    /// CPython too, or returns to one: there it can hand over the GIL before that has done anything.
    pub fn is_before_library(&self) -> bool {
        let Some(frame) = self.stack.frames.last() else {
            return false;
        };
        let code = self.program.code(frame.code);
        let next = match code.instructions.get(frame.pc as usize) {
            Some(next) if !code.library => *next,
            _ => return false,
        };
        if next.op == Op::ReturnValue {
            return self.returns_to_library();
        }
        let depth = match next.op {
            Op::Call => next.arg as usize + 2,
            // The names of the keywords lie on top.
            Op::CallKw => next.arg as usize + 3,
            Op::CallFunctionEx => 4,
            Op::WithExceptStart => 5,
            Op::ForIter => 1,
            _ => return false,
        };
        let callable = self.peek(depth);
        let Some(id) = callable.object() else {
            return false;
        };
        let function = match &self.heap.get(id).kind {
            Kind::Method { function, .. } => *function,
            Kind::Generator(generator) => return self.program.code(generator.code).enters,
            _ => callable,
        };
        let kind = function.object().map(|id| &self.heap.get(id).kind);
        matches!(kind, Some(Kind::Function(f)) if self.program.code(f.code).enters)
    }

    /// Whether the running frame returns to Python code of the library, as a thread's function does at its end, or ends
    /// the program: before anything comes of that there are calls.
    fn returns_to_library(&self) -> bool {
        match self.stack.frames.as_slice() {
            [.., caller, _] => self.program.code(caller.code).enters,
            frames => !frames.is_empty(),
        }
    }
}

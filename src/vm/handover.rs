//! Where CPython can hand over the GIL, beyond what an instruction says of itself. Knows nothing of threads.

use crate::lang::code::{Instruction, Op};
use crate::vm::exec::Vm;
use crate::vm::frame::Ret;
use crate::vm::object::Kind;
use crate::vm::program::LinkedCode;
use crate::vm::types;
use crate::vm::value::Value;

impl Vm<'_> {
    /// Whether a call of this is a point where CPython can hand over the GIL: calls into C that are
    /// not specialised. Python functions have theirs at their entry.
    pub fn hands_over(&self, callable: Value) -> bool {
        match callable {
            Value::Native(id) => !crate::vm::natives::is_specialised(id),
            Value::Object(id) => match &self.heap.get(id).kind {
                Kind::Class(class) => {
                    class.heap || !matches!(id, types::TYPE | types::STR | types::TUPLE)
                }
                Kind::Function(_) => false,
                _ => true,
            },
            _ => true,
        }
    }

    /// What happens to the result of a call: what a built-in has called gives its own through it.
    pub fn ret_of(&self, callable: Value) -> Ret {
        let native = |function: &Value| matches!(function, Value::Native(_));
        let through = match callable {
            Value::Native(id) => !crate::vm::natives::is_specialised(id),
            Value::Object(id) => {
                matches!(&self.heap.get(id).kind, Kind::Method { function, .. } if native(function))
            }
            _ => false,
        };
        if through { Ret::ThroughC } else { Ret::Push }
    }

    /// Whether the next instruction, in the program's own code, enters a function of the library that is Python in
    /// CPython too, or returns to one: there it can hand over the GIL before that has done anything.
    pub fn is_before_library(&self) -> bool {
        self.stack.frames.last().is_some_and(|frame| {
            let code = self.program.code(frame.code);
            let next = code.instructions.get(frame.pc as usize);
            next.is_some_and(|next| self.enters_library(code, *next))
        })
    }

    /// Whether the running frame returns to Python code of the library, as a thread's function does at its end, or ends
    /// the program: before anything comes of that there are calls.
    fn returns_to_library(&self) -> bool {
        match self.stack.frames.as_slice() {
            [.., caller, _] => self.program.code(caller.code).enters,
            frames => !frames.is_empty(),
        }
    }

    /// As [`Vm::is_before_library`], of an instruction that is next.
    pub fn enters_library(&self, code: &LinkedCode, next: Instruction) -> bool {
        if code.library {
            return false;
        }
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
}

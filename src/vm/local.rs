//! Which instructions are no matter of other threads: exploration executes them together with what comes
//! before, without asking who moves next.
//!
//! Conservative: what is not surely local is looked at by executing it on a copy of the state.

use crate::lang::code::{Instruction, Op};
use crate::vm::exec::Vm;
use crate::vm::object::{Iter, Kind};
use crate::vm::program::LinkedCode;
use crate::vm::value::{CodeRef, ObjectId, Value};

/// A global of a unit of the program, by its slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GlobalSlot {
    /// The unit.
    pub unit: u32,
    /// The slot.
    pub slot: u32,
}

/// Globals as exploration sees them.
#[derive(Clone, Debug, Default)]
pub struct Globals {
    /// Those that threads can notice of each other: by unit, by slot.
    visible: Vec<Vec<bool>>,
    /// Whether iterators are shared, so that even a loop over a `range` has to be looked at.
    pub shared_iterators: bool,
}

/// What a thread touched, in exploration, besides objects of the heap (those are noted there).
#[derive(Clone, Debug, Default)]
pub struct Touched {
    /// Globals, read (false) or written, once each.
    pub globals: Vec<(GlobalSlot, bool)>,
    /// Locks whose state it looked at without waiting for them.
    pub tried: Vec<ObjectId>,
    /// Locks that it gave back, or failed to, without holding them.
    pub given: Vec<ObjectId>,
    /// Whether it asked which thread it is.
    pub identity: bool,
    /// The function of the library that was called, if CPython could be interrupted within it.
    pub compound: Option<CodeRef>,
}

impl Touched {
    /// Notes an access to a global.
    pub fn global(&mut self, unit: u32, slot: u32, write: bool) {
        let access = (GlobalSlot { unit, slot }, write);
        if !self.globals.contains(&access) {
            self.globals.push(access);
        }
    }
}

/// What the virtual machine is told, and tells, in exploration.
pub struct Exploring<'a> {
    /// Which globals are visible.
    pub globals: &'a Globals,
    /// What was touched.
    pub touched: &'a mut Touched,
}

impl Globals {
    /// Makes a global visible.
    pub fn show(&mut self, at: GlobalSlot) {
        let unit = at.unit as usize;
        if self.visible.len() <= unit {
            self.visible.resize(unit + 1, Vec::new());
        }
        let slots = &mut self.visible[unit];
        if slots.len() <= at.slot as usize {
            slots.resize(at.slot as usize + 1, false);
        }
        slots[at.slot as usize] = true;
    }

    /// Whether threads can notice of each other what they do with it.
    #[inline]
    pub fn is_visible(&self, unit: u32, slot: u32) -> bool {
        let slots = self.visible.get(unit as usize);
        slots.is_some_and(|slots| slots.get(slot as usize).copied().unwrap_or(false))
    }
}

/// `+ & * | - ^`, also in place: these of two ints neither raise nor run Python code.
const PLAIN_OPERATORS: [u32; 12] = [0, 1, 5, 7, 10, 12, 13, 14, 18, 20, 23, 25];

/// The global that an instruction reads or writes by its slot, and whether it writes.
pub fn global_of(code: &LinkedCode, i: Instruction) -> Option<(GlobalSlot, bool)> {
    let (slot, write) = match i.op {
        Op::LoadGlobal => (i.arg >> 1, false),
        Op::StoreGlobal | Op::DeleteGlobal => (i.arg, true),
        Op::LoadName if !code.code.flags.class_body => (i.arg, false),
        Op::StoreName | Op::DeleteName if !code.code.flags.class_body => (i.arg, true),
        _ => return None,
    };
    let unit = code.unit;
    Some((GlobalSlot { unit, slot }, write))
}

/// Whether an instruction can be one that [`Vm::is_local`] is true of: what nearly all of the others are is seen
/// without a virtual machine.
pub fn may_be_local(code: &LinkedCode, op: Op) -> bool {
    !code.library
        && !matches!(
            op,
            Op::Call
                | Op::CallKw
                | Op::CallFunctionEx
                | Op::LoadAttr
                | Op::StoreAttr
                | Op::LoadSpecial
                | Op::StoreSubscr
                | Op::MakeFunction
        )
}

impl Vm<'_> {
    /// Whether the instruction is surely no matter of other threads.
    pub fn is_local(&self, code: &LinkedCode, i: Instruction) -> bool {
        if code.library {
            return false;
        }
        let plain = |depth: usize| !matches!(self.peek(depth), Value::Object(_));
        let kind = |depth: usize| self.peek(depth).object().map(|id| &self.heap.get(id).kind);
        match i.op {
            Op::Resume
            | Op::Nop
            | Op::NotTaken
            | Op::EndFor
            | Op::LoadFast
            | Op::LoadFastBorrow
            | Op::LoadFastBorrowLoadFastBorrow
            | Op::LoadFastLoadFast
            | Op::StoreFast
            | Op::StoreFastLoadFast
            | Op::StoreFastStoreFast
            | Op::LoadConst
            | Op::LoadSmallInt
            | Op::PopTop
            | Op::PopIter
            | Op::PushNull
            | Op::Copy
            | Op::Swap
            | Op::UnaryNot
            | Op::IsOp
            | Op::PopJumpIfFalse
            | Op::PopJumpIfTrue
            | Op::PopJumpIfNone
            | Op::PopJumpIfNotNone
            | Op::JumpForward
            | Op::JumpBackward
            | Op::JumpBackwardNoInterrupt
            | Op::BuildTuple
            | Op::BuildList => true,
            Op::ToBool => plain(1),
            Op::CompareOp => plain(1) && plain(2),
            Op::BinaryOp => {
                let ints = matches!((self.peek(1), self.peek(2)), (Value::Int(_), Value::Int(_)));
                ints && PLAIN_OPERATORS.contains(&i.arg)
            }
            Op::GetIter => matches!(kind(1), Some(Kind::Range(_))),
            Op::ForIter => {
                let over_range = matches!(kind(1), Some(Kind::Iterator(iter)) if matches!(**iter, Iter::Range { .. }));
                let shared = self
                    .exploring
                    .as_ref()
                    .is_some_and(|e| e.globals.shared_iterators);
                over_range && !shared
            }
            Op::LoadGlobal | Op::StoreGlobal | Op::LoadName | Op::StoreName => {
                let Some((at, write)) = global_of(code, i) else {
                    return false;
                };
                let visible = self
                    .exploring
                    .as_ref()
                    .is_none_or(|e| e.globals.is_visible(at.unit, at.slot));
                !visible && (write || self.is_bound(at))
            }
            Op::ReturnValue => {
                let frames = &self.stack.frames;
                let Some([caller, own]) = frames.last_chunk() else {
                    return false;
                };
                own.ret.is_pushed()
                    && own.generator.is_null()
                    && !self.program.code(caller.code).library
            }
            _ => false,
        }
    }

    /// Whether a global has a value, its module's or a built-in.
    fn is_bound(&self, at: GlobalSlot) -> bool {
        let unit = &self.program.units[at.unit as usize];
        let slot = at.slot as usize;
        let own = match &self.heap.get(unit.module).kind {
            Kind::Module(module) => module.slots.get(slot).is_some_and(|v| !v.is_null()),
            _ => false,
        };
        own || !unit.builtins[slot].is_null()
    }
}

//! From the compiler's linear instructions to a code object: a graph of basic blocks, its optimisations,
//! and the final list with jumps, exception table and positions.
//!
//! Knows nothing of syntax trees. The passes and their order follow what CPython 3.14 does, so that the
//! instructions a reader sees are those that `dis` shows.

mod assemble;
mod blocks;
mod borrow;
mod depth;
mod exceptions;
mod fold;
mod jumps;
mod lines;
mod optimize;
mod swaps;
mod uninitialised;

pub(super) use assemble::{Layout, assemble};

use super::code::Op;
use super::source::Loc;

/// An operation of the compiler: a real one, or one that only exists until assembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ir {
    Op(Op),
    Jump,
    JumpNoInterrupt,
    JumpIfFalse,
    JumpIfTrue,
    SetupFinally,
    SetupCleanup,
    SetupWith,
    PopBlock,
    LoadClosure,
    StoreFastMaybeNull,
}

impl From<Op> for Ir {
    fn from(op: Op) -> Ir {
        Ir::Op(op)
    }
}

impl PartialEq<Op> for Ir {
    fn eq(&self, other: &Op) -> bool {
        matches!(self, Ir::Op(op) if op == other)
    }
}

impl Ir {
    /// Begins a protected range; its target is the handler.
    pub fn is_block_push(self) -> bool {
        matches!(self, Ir::SetupFinally | Ir::SetupCleanup | Ir::SetupWith)
    }

    /// May go elsewhere than to the next instruction.
    pub fn is_jump(self) -> bool {
        match self {
            Ir::Jump | Ir::JumpNoInterrupt | Ir::JumpIfFalse | Ir::JumpIfTrue => true,
            Ir::Op(op) => matches!(
                op,
                Op::JumpForward
                    | Op::JumpBackward
                    | Op::JumpBackwardNoInterrupt
                    | Op::PopJumpIfTrue
                    | Op::PopJumpIfFalse
                    | Op::PopJumpIfNone
                    | Op::PopJumpIfNotNone
                    | Op::ForIter
                    | Op::Send
            ),
            _ => false,
        }
    }

    /// Always goes elsewhere.
    pub fn is_unconditional(self) -> bool {
        matches!(self, Ir::Jump | Ir::JumpNoInterrupt)
            || self == Op::JumpForward
            || self == Op::JumpBackward
            || self == Op::JumpBackwardNoInterrupt
    }

    /// Leaves the code object.
    pub fn is_exit(self) -> bool {
        self == Op::ReturnValue || self == Op::RaiseVarargs || self == Op::Reraise
    }

    /// Whether the operand is a label.
    pub fn has_target(self) -> bool {
        self.is_jump() || self.is_block_push() || self == Op::EndAsyncFor
    }
}

/// An instruction before assembly. `arg` is a label where the operation has a target.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draft {
    pub op: Ir,
    pub arg: u32,
    pub loc: Loc,
}

/// A label of a [`Draft`] list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(pub u32);

/// What the compiler emits: instructions, and where each label stands among them.
#[derive(Debug, Default)]
pub(super) struct Sequence {
    pub drafts: Vec<Draft>,
    labels: Vec<usize>,
}

impl Sequence {
    /// A label to be placed later.
    pub fn label(&mut self) -> Label {
        self.labels.push(usize::MAX);
        Label(self.labels.len() as u32 - 1)
    }

    /// Places a label before the next instruction.
    pub fn place(&mut self, label: Label) {
        self.labels[label.0 as usize] = self.drafts.len();
    }

    /// Appends an instruction.
    pub fn push(&mut self, op: Ir, arg: u32, loc: Loc) {
        self.drafts.push(Draft { op, arg, loc });
    }

    /// Puts an instruction before all others (after `at`), moving the labels.
    pub fn insert(&mut self, at: usize, op: Ir, arg: u32, loc: Loc) {
        self.drafts.insert(at, Draft { op, arg, loc });
        for label in &mut self.labels {
            if *label != usize::MAX && *label >= at {
                *label += 1;
            }
        }
    }

    fn target(&self, label: u32) -> usize {
        self.labels[label as usize]
    }
}

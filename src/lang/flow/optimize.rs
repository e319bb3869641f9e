//! What is decided from one block at a time: branches on constants, jumps to jumps, folding.

use super::super::code::{BinaryOperator, Const, Intrinsic1, Op};
use super::super::constants::{ConstTable, truth};
use super::blocks::{BlockId, Graph, Ins};
use super::{Ir, fold, jumps, lines, swaps};

/// All of it, in order.
pub(super) fn optimize(graph: &mut Graph, consts: &mut ConstTable) {
    jumps::inline_small_blocks(graph);
    graph.remove_unreachable();
    lines::resolve(graph);
    for id in graph.order() {
        constant_branches(&mut graph.blocks[id].ins, consts);
    }
    for id in graph.order() {
        block(graph, id, consts);
        swaps::optimize(&mut graph.blocks[id].ins);
    }
    graph.remove_pairs();
    graph.remove_unreachable();
    graph.remove_nops_and_jumps();
}

/// Loads of small integers, branches on constants, comparisons with None.
fn constant_branches(block: &mut [Ins], consts: &mut ConstTable) {
    let mut source: Option<Ins> = None;
    for at in 0..block.len() {
        if block[at].is(Op::LoadConst)
            && let Some(value) = fold::loaded(&block[at], consts)
        {
            fold::use_small_int(&mut block[at], &value);
        }
        let is_copy = source.is_some_and(|s| s.is(Op::LoadConst))
            && block[at].is(Op::Copy)
            && block[at].arg == 1;
        if !is_copy {
            source = Some(block[at]);
        }
        let Some(value) = source.and_then(|s| fold::loaded(&s, consts)) else {
            continue;
        };
        let Some(next) = block.get(at + 1).map(|n| n.op) else {
            continue;
        };
        match next {
            Ir::JumpIfFalse | Ir::JumpIfTrue | Ir::Op(Op::PopJumpIfFalse | Op::PopJumpIfTrue) => {
                let Some(is_true) = truth(&value) else {
                    continue;
                };
                if matches!(next, Ir::Op(_)) {
                    block[at].nop();
                }
                let jump_if = next == Ir::JumpIfTrue || next == Op::PopJumpIfTrue;
                if is_true == jump_if {
                    block[at + 1].op = Ir::Jump;
                } else {
                    block[at + 1].nop();
                    block[at + 1].target = None;
                }
            }
            Ir::Op(Op::IsOp) if value == Const::None => none_branch(block, at),
            Ir::Op(Op::ToBool) => {
                if let Some(is_true) = truth(&value) {
                    block[at].nop();
                    block[at + 1].set(Op::LoadConst, consts.add(Const::Bool(is_true)));
                }
            }
            _ => {}
        }
    }
}

fn none_branch(block: &mut [Ins], at: usize) {
    let mut jump = at + 2;
    if block.get(jump).is_some_and(|i| i.is(Op::ToBool)) {
        block[jump].nop();
        jump += 1;
    }
    let Some(op) = block.get(jump).map(|i| i.op) else {
        return;
    };
    let negated = block[at + 1].arg != 0;
    let not_none = if op == Op::PopJumpIfFalse {
        !negated
    } else if op == Op::PopJumpIfTrue {
        negated
    } else {
        return;
    };
    block[at].nop();
    block[at + 1].nop();
    block[jump].op = if not_none {
        Op::PopJumpIfNotNone
    } else {
        Op::PopJumpIfNone
    }
    .into();
}

fn block(graph: &mut Graph, id: BlockId, consts: &mut ConstTable) {
    let mut at = 0;
    while at < graph.blocks[id].ins.len() {
        let ins = graph.blocks[id].ins[at];
        if ins.op.is_jump() {
            if !jump(graph, id, &ins) {
                at += 1;
            }
            continue;
        }
        let block = &mut graph.blocks[id].ins;
        let next = block.get(at + 1).map(|n| n.op);
        if let Ir::Op(op) = ins.op
            && !pair(block, at, op, next)
        {
            single(block, at, op, next, consts);
        }
        at += 1;
    }
}

/// A jump whose target is a jump. True if the new instruction in its place is still to be looked at.
fn jump(graph: &mut Graph, id: BlockId, ins: &Ins) -> bool {
    let Some(target) = ins.target else {
        return false;
    };
    let Some(first) = graph.blocks[target].ins.first().copied() else {
        return false;
    };
    match (ins.op, first.op) {
        (
            Ir::Op(
                Op::PopJumpIfFalse | Op::PopJumpIfTrue | Op::PopJumpIfNone | Op::PopJumpIfNotNone,
            ),
            Ir::Jump,
        )
        | (Ir::JumpIfFalse | Ir::JumpIfTrue, Ir::Jump)
        | (Ir::JumpIfFalse, Ir::JumpIfFalse)
        | (Ir::JumpIfTrue, Ir::JumpIfTrue) => jumps::thread(graph, id, ins.op, &first),
        (Ir::JumpIfFalse, Ir::JumpIfTrue) | (Ir::JumpIfTrue, Ir::JumpIfFalse) => {
            let after = graph.blocks[target].next;
            if let Some(last) = graph.blocks[id].ins.last_mut() {
                last.target = after;
            }
            true
        }
        (Ir::Jump | Ir::JumpNoInterrupt, Ir::Jump) => jumps::thread(graph, id, Ir::Jump, &first),
        (Ir::Jump | Ir::JumpNoInterrupt, Ir::JumpNoInterrupt) => {
            jumps::thread(graph, id, ins.op, &first)
        }
        _ => false,
    }
}

/// Two neighbours that are one. True if nothing else is to be done with the first.
fn pair(block: &mut [Ins], at: usize, op: Op, next: Option<Ir>) -> bool {
    let arg = block[at].arg;
    let next_is = |op: Op| next.is_some_and(|n| n == op);
    match op {
        Op::BuildTuple
            if next_is(Op::UnpackSequence)
                && block[at + 1].arg == arg
                && (1..=3).contains(&arg) =>
        {
            block[at].nop();
            if arg == 1 {
                block[at + 1].nop();
            } else {
                block[at + 1].op = Op::Swap.into();
            }
        }
        Op::StoreFast
            if next_is(Op::StoreFast)
                && block[at + 1].arg == arg
                && block[at].loc.line == block[at + 1].loc.line =>
        {
            block[at].set(Op::PopTop, 0);
        }
        Op::Swap if arg == 1 => block[at].nop(),
        Op::LoadGlobal if next_is(Op::PushNull) && arg & 1 == 0 => {
            block[at].set(Op::LoadGlobal, arg | 1);
            block[at + 1].nop();
        }
        Op::CompareOp if next_is(Op::ToBool) => {
            block[at].nop();
            block[at + 1].set(Op::CompareOp, arg | 16);
        }
        Op::ContainsOp | Op::IsOp if next_is(Op::ToBool) => {
            block[at].nop();
            block[at + 1].set(op, arg);
        }
        Op::ContainsOp | Op::IsOp if next_is(Op::UnaryNot) => {
            block[at].nop();
            block[at + 1].set(op, arg ^ 1);
        }
        Op::ToBool if next_is(Op::ToBool) => block[at].nop(),
        Op::UnaryNot if next_is(Op::ToBool) => {
            block[at].nop();
            block[at + 1].set(Op::UnaryNot, 0);
        }
        Op::UnaryNot if next_is(Op::UnaryNot) => {
            block[at].nop();
            block[at + 1].nop();
        }
        _ => return false,
    }
    true
}

fn single(block: &mut [Ins], at: usize, op: Op, next: Option<Ir>, consts: &mut ConstTable) {
    match op {
        Op::BuildTuple => fold::tuple(block, at, consts),
        Op::BuildList | Op::BuildSet => fold::display(block, at, next, consts),
        Op::UnaryNot | Op::UnaryInvert | Op::UnaryNegative => fold::unary(block, at, consts),
        Op::CallIntrinsic1 if block[at].arg == Intrinsic1::ListToTuple as u32 => {
            if next.is_some_and(|n| n == Op::GetIter) {
                block[at].nop();
            } else {
                fold::list_to_tuple(block, at, consts);
            }
        }
        Op::CallIntrinsic1 if block[at].arg == Intrinsic1::UnaryPositive as u32 => {
            fold::unary(block, at, consts)
        }
        Op::BinaryOp if block[at].arg <= BinaryOperator::Subscript as u32 => {
            fold::binary(block, at, consts)
        }
        _ => {}
    }
}

/// Joins neighbouring loads and stores of locals.
pub(super) fn join_locals(graph: &mut Graph) {
    for id in graph.order() {
        let block = &mut graph.blocks[id].ins;
        for at in 0..block.len().saturating_sub(1) {
            let (first, second) = (block[at], block[at + 1]);
            let joined = if first.is(Op::LoadFast) && second.is(Op::LoadFast) {
                Op::LoadFastLoadFast
            } else if first.is(Op::StoreFast) && second.is(Op::LoadFast) {
                Op::StoreFastLoadFast
            } else if first.is(Op::StoreFast) && second.is(Op::StoreFast) {
                Op::StoreFastStoreFast
            } else {
                continue;
            };
            let (line, other) = (first.loc.line, second.loc.line);
            if (line >= 0 && other >= 0 && line != other) || first.arg >= 16 || second.arg >= 16 {
                continue;
            }
            block[at].set(joined, first.arg << 16 | second.arg);
            block[at + 1].nop();
        }
    }
    graph.remove_nops();
}

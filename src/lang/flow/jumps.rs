//! Jumps: small exits copied to where they are jumped to, directions, and what marks an untaken branch.

use super::super::code::Op;
use super::super::source::Loc;
use super::Ir;
use super::blocks::{BlockId, Graph, Ins};

/// The longest exit block that is copied.
const MAX_COPY: usize = 4;

/// Replaces jumps to small exits, or to blocks without lines, by those blocks.
pub(super) fn inline_small_blocks(graph: &mut Graph) {
    let mut changed = true;
    while changed {
        changed = false;
        for id in graph.order() {
            changed |= inline_target(graph, id);
        }
    }
}

fn inline_target(graph: &mut Graph, id: BlockId) -> bool {
    let Some(last) = graph.blocks[id].last().copied() else {
        return false;
    };
    let Some(target) = last.target.filter(|_| last.op.is_unconditional()) else {
        return false;
    };
    let block = &graph.blocks[target];
    let small_exit = block.exits() && block.ins.len() <= MAX_COPY;
    let no_line = block.has_no_line() && !block.falls_through();
    if !small_exit && !no_line {
        return false;
    }
    let copy = block.ins.clone();
    let ins = &mut graph.blocks[id].ins;
    if let Some(jump) = ins.last_mut() {
        jump.nop();
        jump.target = None;
    }
    let count = copy.len();
    ins.extend(copy);
    if no_line
        && let Some(end) = ins.last_mut()
        && end.op.is_unconditional()
        && last.op == Ir::Jump
    {
        end.op = Ir::Jump;
    }
    graph.blocks[id].took(count);
    graph.blocks[target].predecessors = graph.blocks[target].predecessors.saturating_sub(1);
    true
}

/// `and`/`or` jumps become COPY, TO_BOOL and a conditional jump.
pub(super) fn expand_conditional(graph: &mut Graph) {
    for block in &mut graph.blocks {
        let Some(last) = block.ins.last().copied() else {
            continue;
        };
        let op = match last.op {
            Ir::JumpIfFalse => Op::PopJumpIfFalse,
            Ir::JumpIfTrue => Op::PopJumpIfTrue,
            _ => continue,
        };
        block.ins.pop();
        block.ins.push(Ins::new(Op::Copy, 1, last.loc));
        block.ins.push(Ins::new(Op::ToBool, 0, last.loc));
        block.ins.push(Ins {
            op: op.into(),
            ..last
        });
        block.took(2);
    }
}

/// Conditional jumps only go forward; what follows one is marked.
pub(super) fn normalize(graph: &mut Graph) {
    graph.clear_visited();
    let mut next = Some(0);
    while let Some(id) = next {
        graph.blocks[id].visited = true;
        normalize_block(graph, id);
        next = graph.blocks[id].next;
    }
}

fn normalize_block(graph: &mut Graph, id: BlockId) {
    let Some(last) = graph.blocks[id].last().copied() else {
        return;
    };
    let reversed = match last.op {
        Ir::Op(Op::PopJumpIfNotNone) => Op::PopJumpIfNone,
        Ir::Op(Op::PopJumpIfNone) => Op::PopJumpIfNotNone,
        Ir::Op(Op::PopJumpIfFalse) => Op::PopJumpIfTrue,
        Ir::Op(Op::PopJumpIfTrue) => Op::PopJumpIfFalse,
        _ => return,
    };
    let Some(target) = last.target else { return };
    if !graph.blocks[target].visited {
        graph.blocks[id].add(Ins::new(Op::NotTaken, 0, last.loc));
        return;
    }
    let next = graph.blocks[id].next;
    let back = graph.append_after(id);
    let mut jump = Ins::new(Ir::Jump, 0, last.loc);
    jump.target = Some(target);
    graph.blocks[back].ins = vec![Ins::new(Op::NotTaken, 0, last.loc), jump];
    graph.blocks[back].depth = graph.blocks[target].depth;
    graph.blocks[back].cold = graph.blocks[id].cold;
    if let Some(ins) = graph.blocks[id].ins.last_mut() {
        ins.op = reversed.into();
        ins.target = next;
    }
}

/// Lets a jump to a jump go where that one goes. True if the block's last instruction must be looked at again.
pub(super) fn thread(graph: &mut Graph, id: BlockId, op: Ir, via: &Ins) -> bool {
    let block = &mut graph.blocks[id];
    let Some(last) = block.ins.last_mut() else {
        return false;
    };
    if last.target == via.target {
        return false;
    }
    last.nop();
    last.target = None;
    let loc: Loc = via.loc;
    let mut jump = Ins::new(op, 0, loc);
    jump.target = via.target;
    block.add(jump);
    true
}

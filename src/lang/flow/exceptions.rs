//! Which handler covers which instruction, and which blocks only run after an exception.

use super::super::code::Op;
use super::super::source::Loc;
use super::Ir;
use super::blocks::{BlockId, Graph, Ins};

/// Set in the operand of RESUME: the `yield` before it lies directly under the generator's own handler.
const RESUME_AT_DEPTH_1: u32 = 4;

/// Marks handlers and gives every instruction its handler.
pub(super) fn label(graph: &mut Graph) {
    for id in graph.order() {
        for at in 0..graph.blocks[id].ins.len() {
            let ins = graph.blocks[id].ins[at];
            if let Some(target) = ins.target.filter(|_| ins.op.is_block_push()) {
                graph.blocks[target].handler = true;
                graph.blocks[target].lasti |= ins.op != Ir::SetupFinally;
            }
        }
    }
    graph.clear_visited();
    graph.blocks[0].visited = true;
    let mut todo: Vec<(BlockId, Vec<BlockId>)> = vec![(0, Vec::new())];
    while let Some((id, mut stack)) = todo.pop() {
        let mut block = std::mem::take(&mut graph.blocks[id].ins);
        let mut yield_depth = None;
        for ins in &mut block {
            if ins.op.is_block_push() || ins.op.is_jump() {
                if let Some(target) = ins.target
                    && !graph.blocks[target].visited
                {
                    graph.blocks[target].visited = true;
                    todo.push((target, stack.clone()));
                }
                if ins.op.is_block_push() {
                    stack.extend(ins.target);
                } else {
                    ins.except = stack.last().copied();
                }
            } else if ins.op == Ir::PopBlock {
                stack.pop();
                ins.nop();
            } else {
                ins.except = stack.last().copied();
                if ins.is(Op::YieldValue) {
                    yield_depth = Some(stack.len());
                } else if ins.is(Op::Resume) && ins.arg != 0 && yield_depth.take() == Some(1) {
                    ins.arg |= RESUME_AT_DEPTH_1;
                }
            }
        }
        graph.blocks[id].ins = block;
        if graph.blocks[id].falls_through()
            && let Some(next) = graph.blocks[id].next
            && !graph.blocks[next].visited
        {
            graph.blocks[next].visited = true;
            todo.push((next, stack));
        }
    }
}

/// Moves blocks that only exceptions reach behind all others.
pub(super) fn push_cold_to_end(graph: &mut Graph) {
    if graph.blocks[0].next.is_none() {
        return;
    }
    mark_warm(graph);
    mark_cold(graph);
    for id in graph.order() {
        let block = &graph.blocks[id];
        if let Some(next) = block.next
            && block.cold
            && block.falls_through()
            && graph.blocks[next].warm
        {
            let jump = graph.append_after(id);
            let mut ins = Ins::new(Ir::JumpNoInterrupt, 0, Loc::NONE);
            ins.target = Some(next);
            graph.blocks[jump].ins.push(ins);
            graph.blocks[jump].cold = true;
            graph.blocks[jump].predecessors = 1;
        }
    }
    let (cold, warm): (Vec<_>, Vec<_>) = graph
        .order()
        .into_iter()
        .partition(|id| graph.blocks[*id].cold);
    let any = !cold.is_empty();
    let order: Vec<_> = warm.into_iter().chain(cold).collect();
    for (at, id) in order.iter().enumerate() {
        graph.blocks[*id].next = order.get(at + 1).copied();
    }
    if any {
        graph.remove_nops_and_jumps();
    }
}

fn mark_warm(graph: &mut Graph) {
    graph.clear_visited();
    graph.blocks[0].visited = true;
    let mut todo = vec![0];
    while let Some(id) = todo.pop() {
        graph.blocks[id].warm = true;
        for other in successors(graph, id) {
            if !graph.blocks[other].visited {
                graph.blocks[other].visited = true;
                todo.push(other);
            }
        }
    }
}

fn mark_cold(graph: &mut Graph) {
    graph.clear_visited();
    let mut todo: Vec<_> = graph
        .order()
        .into_iter()
        .filter(|id| graph.blocks[*id].handler)
        .collect();
    for id in &todo {
        graph.blocks[*id].visited = true;
    }
    while let Some(id) = todo.pop() {
        graph.blocks[id].cold = true;
        for other in successors(graph, id) {
            if !graph.blocks[other].warm && !graph.blocks[other].visited {
                graph.blocks[other].visited = true;
                todo.push(other);
            }
        }
    }
}

fn successors(graph: &Graph, id: BlockId) -> Vec<BlockId> {
    let block = &graph.blocks[id];
    let next = block.next.filter(|_| block.falls_through());
    next.into_iter()
        .chain(
            block
                .ins
                .iter()
                .filter(|i| i.op.is_jump())
                .filter_map(|i| i.target),
        )
        .collect()
}

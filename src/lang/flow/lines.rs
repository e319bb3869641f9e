//! Gives instructions without a line one, so that every exit and every jump backwards has a line.

use super::super::source::Loc;
use super::Ir;
use super::blocks::{Block, BlockId, Graph};

/// Copies exits without a line for each of their predecessors, then spreads lines forward.
pub(super) fn resolve(graph: &mut Graph) {
    duplicate_exits(graph);
    propagate(graph);
}

fn needs_line(block: &Block) -> bool {
    let may_switch = block
        .ins
        .iter()
        .any(|i| i.op == Ir::Jump || i.op == super::super::code::Op::JumpBackward);
    (block.exits() || may_switch) && block.has_no_line()
}

fn duplicate_exits(graph: &mut Graph) {
    for id in graph.order() {
        let Some(last) = graph.blocks[id].last().copied() else {
            continue;
        };
        if !last.op.is_jump() {
            continue;
        }
        let Some(target) = graph.non_empty(last.target) else {
            continue;
        };
        if needs_line(&graph.blocks[target]) && graph.blocks[target].predecessors > 1 {
            let copy = graph.append_after(target);
            graph.blocks[copy].ins = graph.blocks[target].ins.clone();
            graph.blocks[copy].ins[0].loc = last.loc;
            graph.blocks[copy].predecessors = 1;
            graph.blocks[copy].labelled = true;
            graph.blocks[target].predecessors -= 1;
            if let Some(last) = graph.blocks[id].ins.last_mut() {
                last.target = Some(copy);
            }
        }
    }
    for id in graph.order() {
        let block = &graph.blocks[id];
        if let Some(next) = block.next
            && block.falls_through()
            && let Some(last) = block.last()
            && !graph.blocks[next].ins.is_empty()
            && needs_line(&graph.blocks[next])
        {
            graph.blocks[next].ins[0].loc = last.loc;
        }
    }
}

fn propagate(graph: &mut Graph) {
    for id in graph.order() {
        let Some(last) = graph.blocks[id].last().copied() else {
            continue;
        };
        let mut previous = Loc::NONE;
        for ins in &mut graph.blocks[id].ins {
            if ins.loc.line == -1 {
                ins.loc = previous;
            } else {
                previous = ins.loc;
            }
        }
        if graph.blocks[id].falls_through()
            && let Some(next) = graph.blocks[id].next
        {
            inherit(graph, next, previous);
        }
        if let Some(target) = last.target.filter(|_| last.op.is_jump()) {
            inherit(graph, target, previous);
        }
    }
}

fn inherit(graph: &mut Graph, id: BlockId, loc: Loc) {
    let block = &mut graph.blocks[id];
    if block.predecessors == 1
        && let Some(first) = block.ins.first_mut()
        && first.loc.line == -1
    {
        first.loc = loc;
    }
}

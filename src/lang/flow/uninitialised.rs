//! Finds loads of locals that may have no value: they become LOAD_FAST_CHECK.

use super::super::code::Op;
use super::Ir;
use super::blocks::{BlockId, Graph, Ins};

/// Locals beyond this many are only followed within one block.
const TRACKED: u32 = 64;

/// Marks loads; locals from `params` on have no value at entry.
pub(super) fn check_loads(graph: &mut Graph, locals: u32, params: u32) {
    if locals == 0 {
        return;
    }
    if locals > TRACKED {
        scan_many(graph, locals);
    }
    graph.clear_visited();
    let tracked = locals.min(TRACKED);
    let unset = (params..tracked).fold(0u64, |mask, i| mask | 1 << i);
    let mut scan = Scan {
        masks: vec![0; graph.blocks.len()],
        todo: Vec::new(),
    };
    scan.push(graph, 0, unset);
    for id in graph.order() {
        scan.block(graph, id);
    }
    while let Some(id) = scan.todo.pop() {
        graph.blocks[id].visited = false;
        scan.block(graph, id);
    }
}

/// Which locals may be unset at the start of each block, one bit each.
struct Scan {
    masks: Vec<u64>,
    todo: Vec<BlockId>,
}

impl Scan {
    fn push(&mut self, graph: &mut Graph, id: BlockId, mask: u64) {
        let both = self.masks[id] | mask;
        if both != self.masks[id] {
            self.masks[id] = both;
            if !graph.blocks[id].visited {
                graph.blocks[id].visited = true;
                self.todo.push(id);
            }
        }
    }

    fn block(&mut self, graph: &mut Graph, id: BlockId) {
        let mut unset = self.masks[id];
        for at in 0..graph.blocks[id].ins.len() {
            if let Some(handler) = graph.blocks[id].ins[at].except {
                self.push(graph, handler, unset);
            }
            let ins = &mut graph.blocks[id].ins[at];
            if ins.arg >= TRACKED {
                continue;
            }
            let bit = 1u64 << ins.arg;
            match local_use(ins) {
                Use::Unsets => unset |= bit,
                Use::Sets => unset &= !bit,
                Use::Loads => {
                    if unset & bit != 0 {
                        ins.op = Op::LoadFastCheck.into();
                    }
                    unset &= !bit;
                }
                Use::None => {}
            }
        }
        let block = &graph.blocks[id];
        let next = block.next.filter(|_| block.falls_through());
        let target = block
            .last()
            .filter(|l| l.op.is_jump())
            .and_then(|l| l.target);
        for other in next.into_iter().chain(target) {
            self.push(graph, other, unset);
        }
    }
}

enum Use {
    None,
    Sets,
    Unsets,
    Loads,
}

fn local_use(ins: &Ins) -> Use {
    match ins.op {
        Ir::StoreFastMaybeNull | Ir::Op(Op::DeleteFast | Op::LoadFastAndClear) => Use::Unsets,
        Ir::Op(Op::StoreFast | Op::LoadFastCheck) => Use::Sets,
        Ir::Op(Op::LoadFast) => Use::Loads,
        _ => Use::None,
    }
}

fn scan_many(graph: &mut Graph, locals: u32) {
    let mut set_in = vec![0usize; locals as usize];
    for (number, id) in graph.order().into_iter().enumerate() {
        let number = number + 1;
        for ins in &mut graph.blocks[id].ins {
            if ins.arg < TRACKED || ins.arg >= locals {
                continue;
            }
            let state = &mut set_in[ins.arg as usize];
            match local_use(ins) {
                Use::Unsets => *state = 0,
                Use::Sets => *state = number,
                Use::Loads => {
                    if *state != number {
                        ins.op = Op::LoadFastCheck.into();
                    }
                    *state = number;
                }
                Use::None => {}
            }
        }
    }
}

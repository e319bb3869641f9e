//! The graph of basic blocks.

use super::super::code::Op;
use super::super::source::Loc;
use super::{Ir, Sequence};

/// Index of a block in its [`Graph`].
pub(super) type BlockId = usize;

/// An instruction in a block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ins {
    pub op: Ir,
    pub arg: u32,
    pub target: Option<BlockId>,
    pub loc: Loc,
    /// Where an exception goes.
    pub except: Option<BlockId>,
}

impl Ins {
    pub fn new(op: impl Into<Ir>, arg: u32, loc: Loc) -> Ins {
        Ins {
            op: op.into(),
            arg,
            target: None,
            loc,
            except: None,
        }
    }

    /// Becomes another operation, without a target.
    pub fn set(&mut self, op: Op, arg: u32) {
        self.op = op.into();
        self.arg = arg;
    }

    /// Becomes a NOP at the same place.
    pub fn nop(&mut self) {
        self.set(Op::Nop, 0);
    }

    pub fn is(&self, op: Op) -> bool {
        self.op == op
    }
}

/// Instructions that run one after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub ins: Vec<Ins>,
    pub next: Option<BlockId>,
    /// Some jump named it when the graph was made.
    pub labelled: bool,
    pub predecessors: u32,
    /// An exception handler begins here.
    pub handler: bool,
    pub cold: bool,
    pub warm: bool,
    pub visited: bool,
    /// Values on the stack at its start; -1: not known (never reached).
    pub depth: i32,
    /// The handler gets the index of the failing instruction too.
    pub lasti: bool,
    /// Handlers of instructions that were cut off the end, the first of them last. CPython leaves them in the
    /// block's memory, where instructions added later take them up: its exception tables show it.
    stale: Vec<Option<BlockId>>,
}

impl Block {
    /// Appends an instruction that CPython makes without saying where its exceptions go.
    pub fn add(&mut self, mut ins: Ins) {
        ins.except = self.stale.pop().flatten();
        self.ins.push(ins);
    }

    /// Shortens the block.
    fn cut(&mut self, length: usize) {
        self.stale
            .extend(self.ins[length..].iter().rev().map(|i| i.except));
        self.ins.truncate(length);
    }

    /// Room for instructions is taken.
    pub fn took(&mut self, count: usize) {
        self.stale.truncate(self.stale.len().saturating_sub(count));
    }

    pub fn last(&self) -> Option<&Ins> {
        self.ins.last()
    }

    pub fn falls_through(&self) -> bool {
        self.ins
            .last()
            .is_none_or(|l| !l.op.is_exit() && !l.op.is_unconditional())
    }

    pub fn exits(&self) -> bool {
        self.ins.last().is_some_and(|l| l.op.is_exit())
    }

    pub fn has_no_line(&self) -> bool {
        self.ins.iter().all(|i| i.loc.line < 0)
    }
}

/// All blocks of a code object; the first is the entry, `next` their order.
#[derive(Debug)]
pub(super) struct Graph {
    pub blocks: Vec<Block>,
}

impl Graph {
    /// Cuts the compiler's list at jump targets and after jumps and exits.
    pub fn new(sequence: &Sequence) -> Graph {
        let mut targets = vec![false; sequence.drafts.len() + 1];
        for draft in &sequence.drafts {
            if draft.op.has_target() {
                targets[sequence.target(draft.arg)] = true;
            }
        }
        let mut graph = Graph {
            blocks: vec![Block {
                depth: -1,
                ..Block::default()
            }],
        };
        let mut at = vec![0; sequence.drafts.len()];
        let mut current = 0;
        for (index, draft) in sequence.drafts.iter().enumerate() {
            let ended = graph.blocks[current]
                .last()
                .is_some_and(|l| l.op.is_jump() || l.op.is_exit());
            let block = &graph.blocks[current];
            if ended || (targets[index] && (!block.ins.is_empty() || block.labelled)) {
                current = graph.append_after(current);
            }
            graph.blocks[current].labelled |= targets[index];
            at[index] = current;
            graph.blocks[current]
                .ins
                .push(Ins::new(draft.op, draft.arg, draft.loc));
        }
        for block in &mut graph.blocks {
            for ins in block.ins.iter_mut().filter(|i| i.op.has_target()) {
                ins.target = Some(at[sequence.target(ins.arg)]);
                ins.arg = 0;
            }
        }
        graph
    }

    /// A new empty block after another one.
    pub fn append_after(&mut self, id: BlockId) -> BlockId {
        let new = self.blocks.len();
        let next = self.blocks[id].next.replace(new);
        self.blocks.push(Block {
            next,
            depth: -1,
            ..Block::default()
        });
        new
    }

    /// The blocks in their order.
    pub fn order(&self) -> Vec<BlockId> {
        let mut order = Vec::with_capacity(self.blocks.len());
        let mut next = Some(0);
        while let Some(id) = next {
            order.push(id);
            next = self.blocks[id].next;
        }
        order
    }

    /// The block or the first one after it that has instructions.
    pub fn non_empty(&self, id: Option<BlockId>) -> Option<BlockId> {
        let mut next = id;
        while let Some(id) = next {
            if !self.blocks[id].ins.is_empty() {
                break;
            }
            next = self.blocks[id].next;
        }
        next
    }

    pub fn clear_visited(&mut self) {
        for block in &mut self.blocks {
            block.visited = false;
        }
    }

    /// Empties blocks that nothing reaches and counts predecessors.
    pub fn remove_unreachable(&mut self) {
        for block in &mut self.blocks {
            block.visited = false;
            block.predecessors = 0;
        }
        self.blocks[0].predecessors = 1;
        self.blocks[0].visited = true;
        let mut todo = vec![0];
        while let Some(id) = todo.pop() {
            let mut reach: Vec<BlockId> = Vec::new();
            if self.blocks[id].falls_through() {
                reach.extend(self.blocks[id].next);
            }
            reach.extend(
                self.blocks[id]
                    .ins
                    .iter()
                    .filter(|i| i.op.has_target())
                    .filter_map(|i| i.target),
            );
            for other in reach {
                let block = &mut self.blocks[other];
                block.predecessors += 1;
                if !block.visited {
                    block.visited = true;
                    todo.push(other);
                }
            }
        }
        for block in &mut self.blocks {
            if block.predecessors == 0 {
                block.ins.clear();
                block.handler = false;
            }
        }
    }

    /// Drops NOPs whose line shows elsewhere; returns how many.
    pub fn remove_nops(&mut self) -> usize {
        self.order()
            .into_iter()
            .map(|id| self.remove_nops_in(id))
            .sum()
    }

    pub fn remove_nops_in(&mut self, id: BlockId) -> usize {
        let mut block = std::mem::take(&mut self.blocks[id].ins);
        let before = block.len();
        let mut kept = 0;
        let mut previous = -1;
        for at in 0..before {
            let line = block[at].loc.line;
            if block[at].is(Op::Nop) {
                if line < 0 || previous == line {
                    continue;
                }
                if at + 1 < before {
                    let following = block[at + 1].loc.line;
                    if following == line {
                        continue;
                    }
                    if following < 0 {
                        block[at + 1].loc = block[at].loc;
                        continue;
                    }
                } else if self.line_after(id) == Some(line) {
                    continue;
                }
            }
            block[kept] = block[at];
            kept += 1;
            previous = line;
        }
        self.blocks[id].ins = block;
        self.blocks[id].cut(kept);
        before - kept
    }

    /// The line of what follows a block.
    fn line_after(&self, id: BlockId) -> Option<i32> {
        let next = self.non_empty(self.blocks[id].next)?;
        let ins = self.blocks[next]
            .ins
            .iter()
            .find(|i| !i.is(Op::Nop) || i.loc.line >= 0);
        Some(ins.map_or(-1, |i| i.loc.line))
    }

    /// Turns jumps to the next block into NOPs; returns how many.
    fn remove_jumps(&mut self) -> usize {
        let mut removed = 0;
        for id in self.order() {
            let Some(last) = self.blocks[id].last() else {
                continue;
            };
            if !last.op.is_unconditional() {
                continue;
            }
            let target = self.non_empty(last.target);
            if target.is_some() && target == self.non_empty(self.blocks[id].next) {
                removed += 1;
                if let Some(last) = self.blocks[id].ins.last_mut() {
                    last.nop();
                    last.target = None;
                }
            }
        }
        removed
    }

    pub fn remove_nops_and_jumps(&mut self) {
        while self.remove_nops() + self.remove_jumps() > 0 {}
    }

    /// Removes values that are pushed and popped at once.
    pub fn remove_pairs(&mut self) {
        let mut done = false;
        while !done {
            done = true;
            let mut previous: Option<(BlockId, usize)> = None;
            for id in self.order() {
                self.remove_nops_in(id);
                if self.blocks[id].labelled {
                    previous = None;
                }
                for at in 0..self.blocks[id].ins.len() {
                    if self.blocks[id].ins[at].is(Op::PopTop)
                        && let Some((b, i)) = previous
                    {
                        let before = &self.blocks[b].ins[i];
                        let pushes = before.is(Op::LoadConst)
                            || before.is(Op::LoadSmallInt)
                            || (before.is(Op::Copy) && before.arg == 1);
                        if pushes {
                            self.blocks[b].ins[i].nop();
                            self.blocks[id].ins[at].nop();
                            done = false;
                        }
                    }
                    previous = Some((id, at));
                }
                let block = &self.blocks[id];
                if block.last().is_some_and(|l| l.op.is_jump()) || !block.falls_through() {
                    previous = None;
                }
            }
        }
    }
}

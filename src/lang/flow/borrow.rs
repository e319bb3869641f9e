//! Marks loads of locals whose value is used up while the local still holds it: they need no new reference.

use super::super::code::Op;
use super::Ir;
use super::blocks::{BlockId, Graph, Ins};
use super::depth::effect;

/// A value on the stack: the instruction that pushed it and the local it came from, if any.
type Ref = (Option<usize>, Option<u32>);

/// Replaces LOAD_FAST where the reference can be borrowed.
pub(super) fn borrow(graph: &mut Graph) {
    graph.clear_visited();
    graph.blocks[0].visited = true;
    graph.blocks[0].depth = 0;
    let mut todo = vec![0];
    while let Some(id) = todo.pop() {
        let depth = graph.blocks[id].depth.max(0) as usize;
        let mut walk = Walk {
            stack: vec![(None, None); depth],
            owned: vec![false; graph.blocks[id].ins.len()],
        };
        for at in 0..graph.blocks[id].ins.len() {
            let ins = graph.blocks[id].ins[at];
            walk.step(at, &ins);
            if let Some(target) = ins.target.filter(|_| ins.op.has_target()) {
                visit(graph, &mut todo, target);
            }
        }
        if graph.blocks[id].falls_through()
            && !graph.blocks[id].ins.is_empty()
            && let Some(next) = graph.blocks[id].next
        {
            visit(graph, &mut todo, next);
        }
        for (at, _) in &walk.stack {
            if let Some(at) = at {
                walk.owned[*at] = true;
            }
        }
        for (at, ins) in graph.blocks[id].ins.iter_mut().enumerate() {
            if !walk.owned[at] {
                if ins.is(Op::LoadFast) {
                    ins.op = Op::LoadFastBorrow.into();
                } else if ins.is(Op::LoadFastLoadFast) {
                    ins.op = Op::LoadFastBorrowLoadFastBorrow.into();
                }
            }
        }
    }
}

fn visit(graph: &mut Graph, todo: &mut Vec<BlockId>, id: BlockId) {
    if !graph.blocks[id].visited {
        graph.blocks[id].visited = true;
        todo.push(id);
    }
}

struct Walk {
    stack: Vec<Ref>,
    /// Instructions whose reference must be a new one.
    owned: Vec<bool>,
}

impl Walk {
    fn pop(&mut self) -> Ref {
        self.stack.pop().unwrap_or((None, None))
    }

    fn drop_top(&mut self, count: usize) {
        self.stack.truncate(self.stack.len().saturating_sub(count));
    }

    /// The local gets another value: what was borrowed from it must be owned.
    fn kill(&mut self, local: u32) {
        for (at, from) in &self.stack {
            if *from == Some(local)
                && let Some(at) = at
            {
                self.owned[*at] = true;
            }
        }
    }

    fn store(&mut self, local: u32) {
        let (at, _) = self.pop();
        self.kill(local);
        if let Some(at) = at {
            self.owned[at] = true;
        }
    }

    fn step(&mut self, at: usize, ins: &Ins) {
        let (first, second) = (ins.arg >> 16, ins.arg & 0xffff);
        let Ir::Op(op) = ins.op else { return };
        match op {
            Op::LoadFast => self.stack.push((Some(at), Some(ins.arg))),
            Op::LoadFastAndClear => {
                self.kill(ins.arg);
                self.stack.push((Some(at), Some(ins.arg)));
            }
            Op::LoadFastLoadFast => {
                self.stack.push((Some(at), Some(first)));
                self.stack.push((Some(at), Some(second)));
            }
            Op::StoreFast => self.store(ins.arg),
            Op::StoreFastLoadFast => {
                self.store(first);
                self.stack.push((Some(at), Some(second)));
            }
            Op::StoreFastStoreFast => {
                self.store(first);
                self.store(second);
            }
            Op::Copy => {
                let copied = self
                    .stack
                    .len()
                    .checked_sub(ins.arg as usize)
                    .map_or((None, None), |i| self.stack[i]);
                self.stack.push(copied);
            }
            Op::Swap => {
                let top = self.stack.len() - 1;
                self.stack.swap(top, top + 1 - ins.arg as usize);
            }
            _ => self.other(at, ins, op),
        }
    }

    fn other(&mut self, at: usize, ins: &Ins, op: Op) {
        let (popped, pushed) = effect(ins.op, ins.arg);
        match op {
            // These leave their operands where they are.
            Op::FormatSimple
            | Op::GetAnext
            | Op::GetLen
            | Op::GetYieldFromIter
            | Op::ImportFrom
            | Op::MatchKeys
            | Op::MatchMapping
            | Op::MatchSequence
            | Op::WithExceptStart => {
                (popped..pushed).for_each(|i| self.stack.push((Some(i - popped), None)))
            }
            Op::DictMerge
            | Op::DictUpdate
            | Op::ListAppend
            | Op::ListExtend
            | Op::MapAdd
            | Op::Reraise
            | Op::SetAdd
            | Op::SetUpdate => self.drop_top(popped - pushed),
            Op::EndSend | Op::SetFunctionAttribute => {
                let top = self.pop();
                self.pop();
                self.stack.push(top);
            }
            Op::CheckExcMatch | Op::Send => {
                self.pop();
                self.stack.push((Some(at), None));
            }
            Op::ForIter => self.stack.push((Some(at), None)),
            Op::LoadAttr | Op::LoadSuperAttr => {
                let owner = self.pop();
                if op == Op::LoadSuperAttr {
                    self.pop();
                    self.pop();
                }
                self.stack.push((Some(at), None));
                if ins.arg & 1 != 0 {
                    self.stack.push(owner);
                }
            }
            Op::LoadSpecial | Op::PushExcInfo => {
                let top = self.pop();
                self.stack.push((Some(at), None));
                self.stack.push(top);
            }
            _ => {
                self.drop_top(popped);
                (0..pushed).for_each(|_| self.stack.push((Some(at), None)));
            }
        }
    }
}

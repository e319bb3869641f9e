//! Shortens runs of SWAP, and swaps stores instead of values where nobody can tell.

use super::super::code::Op;
use super::Ir;
use super::blocks::Ins;

/// Treats every run of SWAPs in a block.
pub(super) fn optimize(block: &mut [Ins]) {
    let mut at = 0;
    while at < block.len() {
        if block[at].is(Op::Swap) {
            at = shorten(block, at);
            apply(block, at);
        }
        at += 1;
    }
}

/// Replaces a run of SWAPs by the shortest one; returns its last index.
fn shorten(block: &mut [Ins], start: usize) -> usize {
    let run = block[start..]
        .iter()
        .take_while(|i| i.is(Op::Swap) || i.is(Op::Nop))
        .count();
    let swaps: Vec<usize> = block[start..start + run]
        .iter()
        .filter(|i| i.is(Op::Swap))
        .map(|i| i.arg as usize)
        .collect();
    if swaps.len() < 2 {
        return start;
    }
    let depth = swaps.iter().copied().max().unwrap_or(0);
    let mut stack: Vec<usize> = (0..depth).collect();
    for swap in swaps {
        stack.swap(0, swap - 1);
    }
    // The permutation falls into cycles; each is undone by swapping its items through the top, last move first.
    let mut moves = Vec::new();
    let mut seen = vec![false; depth];
    for first in 0..depth {
        if seen[first] || stack[first] == first {
            continue;
        }
        let mut item = first;
        loop {
            if item != 0 {
                moves.push(item as u32 + 1);
            }
            if seen[item] {
                break;
            }
            seen[item] = true;
            item = stack[item];
        }
    }
    let mut end = start + run;
    for swap in moves {
        end -= 1;
        block[end].set(Op::Swap, swap);
    }
    block[start..end].iter_mut().for_each(Ins::nop);
    start + run - 1
}

fn stores(ins: &Ins) -> Option<u32> {
    (ins.is(Op::StoreFast) || ins.op == Ir::StoreFastMaybeNull).then_some(ins.arg)
}

fn movable(ins: &Ins) -> bool {
    stores(ins).is_some() || ins.is(Op::PopTop)
}

fn next_movable(block: &[Ins], at: usize, line: i32) -> Option<usize> {
    for (offset, ins) in block[at + 1..].iter().enumerate() {
        if line >= 0 && ins.loc.line != line {
            return None;
        }
        if !ins.is(Op::Nop) {
            return movable(ins).then_some(at + 1 + offset);
        }
    }
    None
}

/// Exchanges the two instructions that would pop the swapped values, from the last SWAP backwards.
fn apply(block: &mut [Ins], last: usize) {
    for at in (0..=last).rev() {
        if !block[at].is(Op::Swap) {
            if block[at].is(Op::Nop) || movable(&block[at]) {
                continue;
            }
            return;
        }
        let Some(first) = next_movable(block, at, -1) else {
            return;
        };
        let line = block[first].loc.line;
        let mut second = first;
        for _ in 1..block[at].arg {
            let Some(next) = next_movable(block, second, line) else {
                return;
            };
            second = next;
        }
        let (a, b) = (stores(&block[first]), stores(&block[second]));
        if a.is_some() || b.is_some() {
            let between = &block[first + 1..second];
            let clash = |s: Option<u32>| s.is_some() && (s == a || s == b);
            if a == b || between.iter().any(|i| clash(stores(i))) {
                return;
            }
        }
        block[at].nop();
        block.swap(first, second);
    }
}

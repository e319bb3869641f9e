//! Which local variables may still be read: the others make no difference to what a program does next.
//!
//! The textbook backward analysis over the instructions of one code object.

use crate::lang::code::{Code, LocalKind, Op};

/// For each instruction, the locals that may be read from there on, as bits. Locals from the 64th on, and those
/// that functions share, always may be.
pub fn live_locals(code: &Code) -> Vec<u64> {
    let count = code.instructions.len();
    let mut live = vec![0u64; count];
    let mut again = true;
    while again {
        again = false;
        for at in (0..count).rev() {
            let (used, set) = uses(code, at);
            let mut after = 0;
            for_successors(code, at, |next| {
                after |= live.get(next).copied().unwrap_or(0)
            });
            let before = used | (after & !set) | handlers(code, at, &live);
            if before != live[at] {
                live[at] = before;
                again = true;
            }
        }
    }
    // A frame that called stands behind its call, but what the call raises goes to the call's handlers.
    let behind = |at: usize| match at {
        0 => 0,
        at => handlers(code, at - 1, &live),
    };
    let shared = code
        .local_kinds
        .iter()
        .take(64)
        .enumerate()
        .filter(|(_, kind)| **kind != LocalKind::Local)
        .fold(0, |bits, (i, _)| bits | 1 << i);
    (0..count)
        .map(|at| live[at] | behind(at) | shared)
        .collect()
}

fn bit(local: u32) -> u64 {
    1u64.checked_shl(local).unwrap_or(0)
}

/// The locals that an instruction reads, and those that it sets.
fn uses(code: &Code, at: usize) -> (u64, u64) {
    let i = code.instructions[at];
    let (first, second) = (bit(i.arg >> 16), bit(i.arg & 0xFFFF));
    match i.op {
        Op::LoadFast | Op::LoadFastBorrow | Op::LoadFastCheck | Op::DeleteFast => (bit(i.arg), 0),
        Op::LoadFastAndClear => (bit(i.arg), 0),
        Op::LoadFastBorrowLoadFastBorrow | Op::LoadFastLoadFast => (first | second, 0),
        Op::StoreFast => (0, bit(i.arg)),
        Op::StoreFastStoreFast => (0, first | second),
        Op::StoreFastLoadFast => (second & !first, first),
        _ => (0, 0),
    }
}

fn for_successors(code: &Code, at: usize, mut each: impl FnMut(usize)) {
    let i = code.instructions[at];
    match i.op {
        Op::ReturnValue | Op::RaiseVarargs | Op::Reraise => return,
        Op::JumpForward | Op::JumpBackward | Op::JumpBackwardNoInterrupt => {
            return each(i.arg as usize);
        }
        Op::PopJumpIfTrue
        | Op::PopJumpIfFalse
        | Op::PopJumpIfNone
        | Op::PopJumpIfNotNone
        | Op::ForIter
        | Op::Send => each(i.arg as usize),
        _ => {}
    }
    each(at + 1);
}

fn handlers(code: &Code, at: usize, live: &[u64]) -> u64 {
    let covers =
        |e: &&crate::lang::code::ExceptionEntry| (e.start as usize) <= at && at < e.end as usize;
    let entries = code.exception_table.iter().filter(covers);
    entries.fold(0, |bits, e| {
        bits | live.get(e.target as usize).copied().unwrap_or(0)
    })
}

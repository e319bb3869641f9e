//! Folds operations on constants, and displays of constants into tuples and frozensets.

use super::super::code::{BinaryOperator, Const, Intrinsic1, Op};
use super::super::constants::{self, ConstTable};
use super::super::source::Loc;
use super::Ir;
use super::blocks::Ins;

/// The longest display that is folded.
const MAX_DISPLAY: usize = 30;
/// The shortest list or set display that is copied from a constant.
const MIN_DISPLAY: usize = 3;

/// The constant that an instruction loads.
pub(super) fn loaded(ins: &Ins, consts: &ConstTable) -> Option<Const> {
    match ins.op {
        Ir::Op(Op::LoadConst) => Some(consts.list[ins.arg as usize].clone()),
        Ir::Op(Op::LoadSmallInt) => Some(Const::Int(i64::from(ins.arg))),
        _ => None,
    }
}

fn loads(ins: &Ins) -> bool {
    ins.is(Op::LoadConst) || ins.is(Op::LoadSmallInt)
}

/// Small integers have an instruction of their own.
pub(super) fn use_small_int(ins: &mut Ins, value: &Const) -> bool {
    match value {
        Const::Int(i @ 0..=255) => {
            ins.set(Op::LoadSmallInt, *i as u32);
            true
        }
        _ => false,
    }
}

fn load(ins: &mut Ins, value: Const, consts: &mut ConstTable) {
    if !use_small_int(ins, &value) {
        ins.set(Op::LoadConst, consts.add(value));
    }
}

/// The `count` instructions that load constants directly before `end`.
fn operands(block: &[Ins], end: usize, count: usize) -> Option<Vec<usize>> {
    let mut found = Vec::with_capacity(count);
    for at in (0..end).rev() {
        if found.len() == count {
            break;
        }
        if block[at].is(Op::Nop) {
            continue;
        }
        if !loads(&block[at]) {
            return None;
        }
        found.push(at);
    }
    found.reverse();
    (found.len() == count).then_some(found)
}

fn erase(block: &mut [Ins], which: &[usize]) {
    for at in which {
        block[*at].nop();
        block[*at].loc = Loc::NONE;
    }
}

fn values(block: &[Ins], which: &[usize], consts: &ConstTable) -> Vec<Const> {
    which
        .iter()
        .filter_map(|at| loaded(&block[*at], consts))
        .collect()
}

/// `BUILD_TUPLE` of constants.
pub(super) fn tuple(block: &mut [Ins], at: usize, consts: &mut ConstTable) {
    let size = block[at].arg as usize;
    if size > MAX_DISPLAY {
        return;
    }
    if let Some(which) = operands(block, at, size) {
        let items = values(block, &which, consts);
        erase(block, &which);
        load(&mut block[at], Const::Tuple(items.into()), consts);
    }
}

/// A long tuple of constants, built as a list.
pub(super) fn list_to_tuple(block: &mut [Ins], at: usize, consts: &mut ConstTable) {
    let mut which = Vec::new();
    let mut loads_found = Vec::new();
    let mut expect_append = true;
    for back in (0..at).rev() {
        let ins = &block[back];
        if ins.is(Op::Nop) {
            continue;
        }
        which.push(back);
        if ins.is(Op::BuildList) && ins.arg == 0 {
            if expect_append {
                loads_found.reverse();
                let items = values(block, &loads_found, consts);
                erase(block, &which);
                load(&mut block[at], Const::Tuple(items.into()), consts);
            }
            return;
        }
        if expect_append {
            if !(ins.is(Op::ListAppend) && ins.arg == 1) {
                return;
            }
        } else if loads(ins) {
            loads_found.push(back);
        } else {
            return;
        }
        expect_append = !expect_append;
    }
}

/// Displays that are only looped over or searched become constants; others of three or more constants are
/// copied from one.
pub(super) fn display(block: &mut [Ins], at: usize, next: Option<Ir>, consts: &mut ConstTable) {
    let looked_at = next.is_some_and(|n| n == Op::GetIter || n == Op::ContainsOp);
    let size = block[at].arg as usize;
    if size > MAX_DISPLAY || (size < MIN_DISPLAY && !looked_at) {
        return;
    }
    let is_list = block[at].is(Op::BuildList);
    let Some(which) = operands(block, at, size) else {
        if looked_at && is_list {
            block[at].op = Op::BuildTuple.into();
        }
        return;
    };
    let items = values(block, &which, consts).into();
    let index = consts.add(if is_list {
        Const::Tuple(items)
    } else {
        Const::FrozenSet(items)
    });
    erase(block, &which);
    if looked_at {
        block[at].set(Op::LoadConst, index);
    } else {
        let loc = block[at].loc;
        let op = block[at].op;
        block[at - 2].loc = loc;
        block[at - 2].op = op;
        block[at - 2].arg = 0;
        block[at - 1].set(Op::LoadConst, index);
        block[at].set(
            if is_list {
                Op::ListExtend
            } else {
                Op::SetUpdate
            },
            1,
        );
    }
}

/// An operator between two constants.
pub(super) fn binary(block: &mut [Ins], at: usize, consts: &mut ConstTable) {
    let Some(op) = operator(block[at].arg) else {
        return;
    };
    let Some(which) = operands(block, at, 2) else {
        return;
    };
    let sides = values(block, &which, consts);
    if let Some(value) = constants::binary(&sides[0], op, &sides[1]) {
        erase(block, &which);
        load(&mut block[at], value, consts);
    }
}

/// An operator before a constant.
pub(super) fn unary(block: &mut [Ins], at: usize, consts: &mut ConstTable) {
    let Some(which) = operands(block, at, 1) else {
        return;
    };
    let operand = &values(block, &which, consts)[0];
    let value = match block[at].op {
        Ir::Op(Op::UnaryNegative) => constants::negative(operand),
        Ir::Op(Op::UnaryInvert) => constants::invert(operand),
        Ir::Op(Op::UnaryNot) => constants::truth(operand).map(|t| Const::Bool(!t)),
        Ir::Op(Op::CallIntrinsic1) if block[at].arg == Intrinsic1::UnaryPositive as u32 => {
            constants::positive(operand)
        }
        _ => None,
    };
    if let Some(value) = value {
        erase(block, &which);
        load(&mut block[at], value, consts);
    }
}

fn operator(arg: u32) -> Option<BinaryOperator> {
    use BinaryOperator as B;
    let all = [
        B::Add,
        B::And,
        B::FloorDivide,
        B::LeftShift,
        B::Multiply,
        B::Remainder,
        B::Or,
        B::Power,
        B::RightShift,
        B::Subtract,
        B::TrueDivide,
        B::Xor,
        B::Subscript,
    ];
    all.into_iter().find(|b| *b as u32 == arg)
}

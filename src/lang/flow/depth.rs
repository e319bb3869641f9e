//! What every operation takes from the stack and puts onto it, and how deep the stack gets.

use super::super::code::Op;
use super::Ir;
use super::blocks::Graph;

/// Values popped and pushed. Operations that look below the values they consume count those as popped and
/// pushed again.
pub(super) fn effect(op: Ir, arg: u32) -> (usize, usize) {
    let n = arg as usize;
    match op {
        Ir::Op(op) => real_effect(op, n),
        Ir::SetupFinally | Ir::SetupWith => (0, 1),
        Ir::SetupCleanup => (0, 2),
        Ir::LoadClosure => (0, 1),
        Ir::StoreFastMaybeNull => (1, 0),
        Ir::JumpIfFalse | Ir::JumpIfTrue => (1, 1),
        Ir::Jump | Ir::JumpNoInterrupt | Ir::PopBlock => (0, 0),
    }
}

fn real_effect(op: Op, n: usize) -> (usize, usize) {
    use Op::*;
    match op {
        Resume
        | Nop
        | NotTaken
        | DeleteFast
        | MakeCell
        | CopyFreeVars
        | DeleteDeref
        | DeleteName
        | DeleteGlobal
        | JumpForward
        | JumpBackward
        | JumpBackwardNoInterrupt
        | SetupAnnotations => (0, 0),
        PushNull | LoadConst | LoadSmallInt | LoadCommonConstant | LoadFast | LoadFastBorrow
        | LoadFastCheck | LoadFastAndClear | LoadDeref | LoadLocals | LoadName | LoadBuildClass
        | ReturnGenerator => (0, 1),
        LoadFastBorrowLoadFastBorrow | LoadFastLoadFast => (0, 2),
        LoadGlobal => (0, 1 + (n & 1)),
        PopTop | PopIter | EndFor | StoreFast | StoreDeref | StoreName | StoreGlobal
        | DeleteAttr | PopJumpIfTrue | PopJumpIfFalse | PopJumpIfNone | PopJumpIfNotNone
        | ReturnValue | PopExcept => (1, 0),
        EndSend | IsOp | ContainsOp | CompareOp | BinaryOp | FormatWithSpec
        | SetFunctionAttribute | ImportName | CallIntrinsic2 => (2, 1),
        Copy => (n, n + 1),
        Swap => (n, n),
        LoadFromDictOrDeref
        | LoadFromDictOrGlobals
        | UnaryNegative
        | UnaryInvert
        | UnaryNot
        | ToBool
        | CallIntrinsic1
        | GetIter
        | GetYieldFromIter
        | YieldValue
        | ConvertValue
        | FormatSimple
        | MakeFunction
        | GetAwaitable
        | GetAiter
        | StoreFastLoadFast => (1, 1),
        StoreFastStoreFast | StoreAttr | DeleteSubscr | EndAsyncFor => (2, 0),
        LoadAttr => (1, 1 + (n & 1)),
        LoadSuperAttr => (3, 1 + (n & 1)),
        StoreSubscr => (3, 0),
        BinarySlice => (3, 1),
        StoreSlice => (4, 0),
        BuildSlice | BuildTuple | BuildList | BuildSet | BuildString => (n, 1),
        BuildMap => (2 * n, 1),
        ForIter | ImportFrom | GetLen | MatchMapping | MatchSequence | GetAnext | PushExcInfo
        | LoadSpecial => (1, 2),
        Send | CheckExcMatch | CheckEgMatch => (2, 2),
        ListAppend | SetAdd | ListExtend | SetUpdate | DictUpdate => (n + 1, n),
        MapAdd => (n + 2, n),
        DictMerge => (n + 4, n + 3),
        UnpackSequence => (1, n),
        UnpackEx => (1, (n & 0xff) + (n >> 8) + 1),
        Call => (n + 2, 1),
        CallKw => (n + 3, 1),
        CallFunctionEx => (4, 1),
        RaiseVarargs => (n, 0),
        Reraise => (n + 1, n),
        WithExceptStart => (5, 6),
        MatchKeys => (2, 3),
        MatchClass => (3, 1),
        CleanupThrow => (3, 2),
    }
}

/// Finds the depth at the start of every block; returns the greatest depth met.
pub(super) fn calculate(graph: &mut Graph) -> u32 {
    for block in &mut graph.blocks {
        block.depth = -1;
    }
    graph.blocks[0].depth = 0;
    let mut todo = vec![0];
    let mut deepest = 0;
    while let Some(id) = todo.pop() {
        let mut depth = graph.blocks[id].depth;
        let mut next = graph.blocks[id].next;
        for at in 0..graph.blocks[id].ins.len() {
            let ins = graph.blocks[id].ins[at];
            let (popped, pushed) = effect(ins.op, ins.arg);
            let after = depth - popped as i32 + pushed as i32;
            debug_assert!(
                after >= 0 || ins.op.is_exit(),
                "stack underflow at {:?}",
                ins.op
            );
            deepest = deepest.max(depth).max(after);
            if let Some(target) = ins.target
                && ins.op.has_target()
                && !ins.is(Op::EndAsyncFor)
                && graph.blocks[target].depth < 0
            {
                graph.blocks[target].depth = after;
                todo.push(target);
            }
            if !ins.op.is_block_push() {
                depth = after.max(0);
            }
            if ins.op.is_unconditional() || ins.op.is_exit() {
                next = None;
                break;
            }
        }
        if let Some(next) = next
            && graph.blocks[next].depth < 0
        {
            graph.blocks[next].depth = depth;
            todo.push(next);
        }
    }
    deepest as u32
}

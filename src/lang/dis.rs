//! Listings in the layout of `python3.14 -m dis`.
//!
//! Two things differ: operands of jumps are instruction indices, and operands that name things count in the
//! module's one list of names.

mod repr;

pub(super) use repr::constant as constant_repr;

use super::code::{Code, Const, Instruction, Op, Position, Unit};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Width of the operation's name in a listing.
const NAME_WIDTH: usize = 20;
/// Width of the operand.
const ARG_WIDTH: usize = 5;

/// The whole unit: the module, then every code object within it, depth first.
pub fn disassemble(unit: &Unit) -> String {
    let mut out = String::new();
    if !unit.codes.is_empty() {
        listing(unit, 0, &mut out);
    }
    out
}

fn listing(unit: &Unit, id: usize, out: &mut String) {
    let code = &unit.codes[id];
    if id != 0 {
        let _ = writeln!(out, "\nDisassembly of {}:", code_repr(unit, code));
    }
    instructions(unit, id, out);
    for value in &code.consts {
        if let Const::Code(inner) = value {
            listing(unit, inner.0 as usize, out);
        }
    }
}

fn instructions(unit: &Unit, id: usize, out: &mut String) {
    let code = &unit.codes[id];
    let labels = labels(code);
    let last_line = code.positions.iter().map(|p| p.line).max().unwrap_or(0);
    // The mark of "no line" is four wide.
    let no_line = code
        .positions
        .iter()
        .skip(usize::from(id == 0))
        .any(|p| p.line == 0);
    let line_width = last_line.to_string().len().max(if no_line { 4 } else { 3 });
    let label_width = labels.len().to_string().len() + 4;
    let mut shown: Option<u32> = None;
    for (index, instruction) in code.instructions.iter().enumerate() {
        let Position { line, .. } = code.positions[index];
        let mut column = String::new();
        if shown != Some(line) {
            if index > 0 {
                out.push('\n');
            }
            shown = Some(line);
            let module_start = id == 0 && index == 0;
            column = if line > 0 || module_start {
                line.to_string()
            } else {
                "--".into()
            };
        }
        let label = labels
            .get(&(index as u32))
            .map(|l| format!("L{l}:"))
            .unwrap_or_default();
        let name = instruction.op.name();
        let mut text =
            format!("{column:>line_width$} {label:>label_width$}     {name:<NAME_WIDTH$}");
        if has_operand(instruction.op) {
            let width = ARG_WIDTH.saturating_sub(name.len().saturating_sub(NAME_WIDTH));
            let _ = write!(text, " {:>width$}", operand(*instruction));
            let shown = text_with(unit, code, index, &labels);
            if !shown.is_empty() {
                let _ = write!(text, " ({shown})");
            }
        }
        out.push_str(text.trim_end());
        out.push('\n');
    }
    if !code.exception_table.is_empty() {
        out.push_str("ExceptionTable:\n");
        for entry in &code.exception_table {
            let label = |at: u32| labels.get(&at).copied().unwrap_or_default();
            let (start, end, target) = (label(entry.start), label(entry.end), label(entry.target));
            let lasti = if entry.lasti { " lasti" } else { "" };
            let _ = writeln!(
                out,
                "  L{start} to L{end} -> L{target} [{}]{lasti}",
                entry.depth
            );
        }
    }
}

/// Two locals in one operand are shown as CPython packs them.
fn operand(instruction: Instruction) -> u32 {
    match instruction.op {
        Op::LoadFastLoadFast
        | Op::LoadFastBorrowLoadFastBorrow
        | Op::StoreFastLoadFast
        | Op::StoreFastStoreFast => instruction.arg >> 16 << 4 | instruction.arg & 15,
        _ => instruction.arg,
    }
}

/// What `dis` shows in parentheses after the operand of an instruction; empty if nothing.
pub fn arg_text(unit: &Unit, code: &Code, index: usize) -> String {
    let is_jump = code
        .instructions
        .get(index)
        .is_some_and(|i| jump_target(i).is_some());
    let labels = if is_jump {
        labels(code)
    } else {
        BTreeMap::new()
    };
    text_with(unit, code, index, &labels)
}

fn jump_target(instruction: &Instruction) -> Option<u32> {
    use Op::*;
    matches!(
        instruction.op,
        JumpForward
            | JumpBackward
            | JumpBackwardNoInterrupt
            | PopJumpIfTrue
            | PopJumpIfFalse
            | PopJumpIfNone
            | PopJumpIfNotNone
            | ForIter
            | Send
            | EndAsyncFor
    )
    .then_some(instruction.arg)
}

/// Numbers of the labels, by instruction.
fn labels(code: &Code) -> BTreeMap<u32, usize> {
    let mut places: BTreeSet<u32> = code.instructions.iter().filter_map(jump_target).collect();
    for entry in &code.exception_table {
        places.extend([entry.start, entry.end, entry.target]);
    }
    places
        .into_iter()
        .enumerate()
        .map(|(number, at)| (at, number + 1))
        .collect()
}

fn code_repr(unit: &Unit, code: &Code) -> String {
    format!(
        "<code object {}, file \"{}\", line {}>",
        code.name, unit.file, code.first_line
    )
}

fn text_with(unit: &Unit, code: &Code, index: usize, labels: &BTreeMap<u32, usize>) -> String {
    use Op::*;
    let Some(instruction) = code.instructions.get(index) else {
        return String::new();
    };
    let arg = instruction.arg;
    let local = |at: u32| {
        code.locals
            .get(at as usize)
            .map(|n| n.to_string())
            .unwrap_or_default()
    };
    let name = |at: u32| {
        unit.names
            .get(at as usize)
            .map(|n| n.to_string())
            .unwrap_or_default()
    };
    match instruction.op {
        LoadConst => match &code.consts[arg as usize] {
            Const::Code(id) => code_repr(unit, &unit.codes[id.0 as usize]),
            value => repr::constant(value),
        },
        LoadFast | LoadFastBorrow | LoadFastCheck | LoadFastAndClear | StoreFast | DeleteFast
        | MakeCell | LoadDeref | StoreDeref | DeleteDeref | LoadFromDictOrDeref => local(arg),
        LoadFastLoadFast
        | LoadFastBorrowLoadFastBorrow
        | StoreFastLoadFast
        | StoreFastStoreFast => {
            format!("{}, {}", local(arg >> 16), local(arg & 0xffff))
        }
        LoadName
        | StoreName
        | DeleteName
        | StoreGlobal
        | DeleteGlobal
        | StoreAttr
        | DeleteAttr
        | ImportName
        | ImportFrom
        | LoadFromDictOrGlobals => name(arg),
        LoadGlobal => name(arg >> 1) + if arg & 1 != 0 { " + NULL" } else { "" },
        LoadAttr => name(arg >> 1) + if arg & 1 != 0 { " + NULL|self" } else { "" },
        LoadSuperAttr => name(arg >> 2) + if arg & 1 != 0 { " + NULL|self" } else { "" },
        EndAsyncFor => format!("from L{}", labels.get(&arg).copied().unwrap_or_default()),
        _ if jump_target(instruction).is_some() => {
            format!("to L{}", labels.get(&arg).copied().unwrap_or_default())
        }
        other => fixed_text(other, arg).to_owned(),
    }
}

/// Operands that stand for a fixed text.
fn fixed_text(op: Op, arg: u32) -> &'static str {
    const BINARY: [&str; 27] = [
        "+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^", "+=", "&=", "//=",
        "<<=", "@=", "*=", "%=", "|=", "**=", ">>=", "-=", "/=", "^=", "[]",
    ];
    const COMPARE: [&str; 6] = ["<", "<=", "==", "!=", ">", ">="];
    const COMPARE_BOOL: [&str; 6] = [
        "bool(<)", "bool(<=)", "bool(==)", "bool(!=)", "bool(>)", "bool(>=)",
    ];
    const COMMON: [&str; 5] = [
        "AssertionError",
        "NotImplementedError",
        "tuple",
        "<built-in function all>",
        "<built-in function any>",
    ];
    const INTRINSIC: [&str; 7] = [
        "INTRINSIC_1_INVALID",
        "INTRINSIC_PRINT",
        "INTRINSIC_IMPORT_STAR",
        "INTRINSIC_STOPITERATION_ERROR",
        "INTRINSIC_ASYNC_GEN_WRAP",
        "INTRINSIC_UNARY_POSITIVE",
        "INTRINSIC_LIST_TO_TUPLE",
    ];
    let pick = |list: &[&'static str], at: u32| list.get(at as usize).copied().unwrap_or("");
    match op {
        Op::BinaryOp => pick(&BINARY, arg),
        Op::CompareOp if arg & 16 != 0 => pick(&COMPARE_BOOL, arg >> 5),
        Op::CompareOp => pick(&COMPARE, arg >> 5),
        Op::IsOp => pick(&["is", "is not"], arg),
        Op::ContainsOp => pick(&["in", "not in"], arg),
        Op::ConvertValue => pick(&["", "str", "repr", "ascii"], arg),
        Op::LoadCommonConstant => pick(&COMMON, arg),
        Op::LoadSpecial => pick(&["__enter__", "__exit__", "__aenter__", "__aexit__"], arg),
        Op::CallIntrinsic1 => pick(&INTRINSIC, arg),
        Op::CallIntrinsic2 => pick(&["INTRINSIC_2_INVALID", "INTRINSIC_PREP_RERAISE_STAR"], arg),
        Op::SetFunctionAttribute => match arg {
            1 => "defaults",
            2 => "kwdefaults",
            4 => "annotations",
            8 => "closure",
            16 => "annotate",
            _ => "",
        },
        _ => "",
    }
}

/// Whether the operation has an operand.
fn has_operand(op: Op) -> bool {
    use Op::*;
    !matches!(
        op,
        Nop | NotTaken
            | PopTop
            | PopIter
            | EndFor
            | EndSend
            | PushNull
            | LoadLocals
            | StoreSubscr
            | DeleteSubscr
            | BinarySlice
            | StoreSlice
            | UnaryNegative
            | UnaryInvert
            | UnaryNot
            | ToBool
            | GetIter
            | GetYieldFromIter
            | ReturnGenerator
            | ReturnValue
            | FormatSimple
            | FormatWithSpec
            | MakeFunction
            | CallFunctionEx
            | LoadBuildClass
            | PushExcInfo
            | PopExcept
            | CheckExcMatch
            | CheckEgMatch
            | WithExceptStart
            | GetLen
            | MatchMapping
            | MatchSequence
            | MatchKeys
            | GetAiter
            | GetAnext
            | CleanupThrow
            | SetupAnnotations
    )
}

//! The passes in their order, and the final list.

use super::super::code::{ExceptionEntry, Instruction, LocalKind, Op, Position};
use super::super::constants::ConstTable;
use super::super::source::Loc;
use super::blocks::{Graph, Ins};
use super::{Ir, Sequence, borrow, depth, exceptions, jumps, lines, optimize, uninitialised};
use std::rc::Rc;

/// The variables of a code object as the compiler numbers them: names of locals, then cells, then free ones.
/// A parameter that is a cell stands in both lists.
#[derive(Debug, Default)]
pub(in super::super) struct Layout {
    pub locals: Vec<Rc<str>>,
    pub cells: Vec<Rc<str>>,
    pub free: Vec<Rc<str>>,
    pub params: u32,
    pub generator: bool,
    pub first_line: i32,
}

/// What of a code object comes out of the graph.
#[derive(Debug)]
pub(in super::super) struct Finished {
    pub instructions: Vec<Instruction>,
    pub positions: Vec<Position>,
    pub exception_table: Vec<ExceptionEntry>,
    pub stack_size: u32,
    pub locals: Vec<Rc<str>>,
    pub local_kinds: Vec<LocalKind>,
}

/// Turns the compiler's list into the final one. Constants may be added; unused ones are removed.
pub(in super::super) fn assemble(
    sequence: &Sequence,
    layout: &Layout,
    consts: &mut ConstTable,
) -> Finished {
    let mut graph = Graph::new(sequence);
    exceptions::label(&mut graph);
    optimize::optimize(&mut graph, consts);
    remove_unused(&mut graph, consts);
    uninitialised::check_loads(&mut graph, layout.locals.len() as u32, layout.params);
    optimize::join_locals(&mut graph);
    exceptions::push_cold_to_end(&mut graph);
    lines::resolve(&mut graph);
    jumps::expand_conditional(&mut graph);
    let stack_size = depth::calculate(&mut graph);
    let (locals, local_kinds) = prepare_variables(&mut graph, layout);
    replace_pseudo(&mut graph);
    jumps::normalize(&mut graph);
    borrow::borrow(&mut graph);
    take_next_locations(&mut graph);
    let (instructions, positions, exception_table) = flatten(&graph);
    Finished {
        instructions,
        positions,
        exception_table,
        stack_size,
        locals,
        local_kinds,
    }
}

fn remove_unused(graph: &mut Graph, consts: &mut ConstTable) {
    let mut used = vec![false; consts.list.len()];
    if let Some(first) = used.first_mut() {
        *first = true;
    }
    let order = graph.order();
    for id in &order {
        for ins in graph.blocks[*id].ins.iter().filter(|i| i.is(Op::LoadConst)) {
            used[ins.arg as usize] = true;
        }
    }
    let mut map = vec![0; used.len()];
    let mut kept = Vec::new();
    for (at, value) in consts.list.drain(..).enumerate() {
        if used[at] {
            map[at] = kept.len() as u32;
            kept.push(value);
        }
    }
    consts.list = kept;
    for id in order {
        for ins in graph.blocks[id]
            .ins
            .iter_mut()
            .filter(|i| i.is(Op::LoadConst))
        {
            ins.arg = map[ins.arg as usize];
        }
    }
}

/// Numbers the variables finally and puts the instructions before the first that make cells and generators.
fn prepare_variables(graph: &mut Graph, layout: &Layout) -> (Vec<Rc<str>>, Vec<LocalKind>) {
    let mut locals = layout.locals.clone();
    let mut kinds = vec![LocalKind::Local; locals.len()];
    let mut places = Vec::new();
    for cell in &layout.cells {
        let place = locals.iter().position(|l| l == cell).unwrap_or_else(|| {
            locals.push(cell.clone());
            kinds.push(LocalKind::Cell);
            locals.len() - 1
        });
        kinds[place] = LocalKind::Cell;
        places.push(place as u32);
    }
    let mut made = places.clone();
    made.sort_unstable();
    for free in &layout.free {
        places.push(locals.len() as u32);
        locals.push(free.clone());
        kinds.push(LocalKind::Free);
    }
    for block in &mut graph.blocks {
        for ins in &mut block.ins {
            let deref = matches!(
                ins.op,
                Ir::LoadClosure
                    | Ir::Op(
                        Op::MakeCell
                            | Op::LoadDeref
                            | Op::StoreDeref
                            | Op::DeleteDeref
                            | Op::LoadFromDictOrDeref
                    )
            );
            if deref {
                ins.arg = places[ins.arg as usize];
            }
        }
    }
    let mut prefix = Vec::new();
    if !layout.free.is_empty() {
        prefix.push(Ins::new(
            Op::CopyFreeVars,
            layout.free.len() as u32,
            Loc::NONE,
        ));
    }
    prefix.extend(
        made.into_iter()
            .map(|cell| Ins::new(Op::MakeCell, cell, Loc::NONE)),
    );
    if layout.generator {
        let loc = Loc {
            col: -1,
            end_col: -1,
            ..Loc::line(layout.first_line)
        };
        prefix.push(Ins::new(Op::ReturnGenerator, 0, loc));
        prefix.push(Ins::new(Op::PopTop, 0, loc));
    }
    graph.blocks[0].took(prefix.len());
    graph.blocks[0].ins.splice(0..0, prefix);
    (locals, kinds)
}

fn replace_pseudo(graph: &mut Graph) {
    for block in &mut graph.blocks {
        for ins in &mut block.ins {
            match ins.op {
                Ir::LoadClosure => ins.op = Op::LoadFast.into(),
                Ir::StoreFastMaybeNull => ins.op = Op::StoreFast.into(),
                op if op.is_block_push() => {
                    ins.nop();
                    ins.target = None;
                }
                _ => {}
            }
        }
    }
    graph.remove_nops_and_jumps();
}

/// Instructions that take the place of what follows them get it.
fn take_next_locations(graph: &mut Graph) {
    let mut following = Loc::NONE;
    for id in graph.order().into_iter().rev() {
        for ins in graph.blocks[id].ins.iter_mut().rev() {
            if ins.loc == Loc::NEXT {
                ins.loc = following;
            }
            following = ins.loc;
        }
    }
}

type Flat = (Vec<Instruction>, Vec<Position>, Vec<ExceptionEntry>);

fn flatten(graph: &Graph) -> Flat {
    let order = graph.order();
    let mut starts = vec![0u32; graph.blocks.len()];
    let mut at = 0u32;
    for id in &order {
        starts[*id] = at;
        at += graph.blocks[*id].ins.len() as u32;
    }
    let mut instructions = Vec::with_capacity(at as usize);
    let mut positions = Vec::with_capacity(at as usize);
    let mut table: Vec<ExceptionEntry> = Vec::new();
    for id in order {
        for ins in &graph.blocks[id].ins {
            let index = instructions.len() as u32;
            let target = ins
                .target
                .filter(|_| ins.op.has_target())
                .map(|t| starts[t]);
            instructions.push(Instruction {
                op: real(ins.op, target, index),
                arg: target.unwrap_or(ins.arg),
            });
            positions.push(position(&ins.loc));
            let Some(handler) = ins.except else { continue };
            let (block, target) = (&graph.blocks[handler], starts[handler]);
            match table.last_mut() {
                Some(last) if last.end == index && last.target == target => last.end += 1,
                _ => table.push(ExceptionEntry {
                    start: index,
                    end: index + 1,
                    target,
                    depth: (block.depth - 1 - i32::from(block.lasti)).max(0) as u32,
                    lasti: block.lasti,
                }),
            }
        }
    }
    (instructions, positions, table)
}

fn real(op: Ir, target: Option<u32>, index: u32) -> Op {
    let forward = target.is_some_and(|t| t > index);
    match op {
        Ir::Op(op) => op,
        Ir::Jump if forward => Op::JumpForward,
        Ir::JumpNoInterrupt if forward => Op::JumpForward,
        Ir::Jump => Op::JumpBackward,
        Ir::JumpNoInterrupt => Op::JumpBackwardNoInterrupt,
        _ => Op::Nop,
    }
}

fn position(loc: &Loc) -> Position {
    if loc.line < 0 {
        return Position::default();
    }
    Position {
        line: loc.line as u32,
        end_line: loc.end_line.max(0) as u32,
        column: loc.col.max(0) as u32,
        end_column: loc.end_col.max(0) as u32,
    }
}

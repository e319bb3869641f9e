//! The code objects of a trace: listed when they first run.

use crate::lang::dis::arg_text;
use crate::machine::{State, ThreadId};
use crate::trace::model::{CodeIndex, CodeInfo, InstructionInfo, Place};
use crate::vm::frame::Frame;
use crate::vm::value::CodeRef;
use std::collections::BTreeMap;

/// Which code objects are listed already.
#[derive(Clone, Debug, Default)]
pub struct Codes {
    known: BTreeMap<u32, CodeIndex>,
}

impl Codes {
    /// The index of a code object; lists it if it is new.
    pub fn index(&mut self, state: &State, code: CodeRef, list: &mut Vec<CodeInfo>) -> CodeIndex {
        *self.known.entry(code.0).or_insert_with(|| {
            list.push(describe(state, code));
            CodeIndex(list.len() as u32 - 1)
        })
    }

    /// Where a thread is in the program's own code: the instruction that it executes next, or the call
    /// that it is in. `None` if it is in no such code.
    pub fn place(
        &mut self,
        state: &State,
        thread: ThreadId,
        list: &mut Vec<CodeInfo>,
    ) -> Option<Place> {
        let thread = state.thread(thread);
        let frames = &thread.stack.frames;
        let depth = frames
            .iter()
            .rposition(|f| !state.program.code(f.code).library)?;
        let inner = depth + 1 == frames.len() && thread.pending.is_none();
        Some(self.place_of(state, &frames[depth], inner, list))
    }

    /// The place of a frame: `next` for the instruction that comes, else the call that it is in.
    pub fn place_of(
        &mut self,
        state: &State,
        frame: &Frame,
        next: bool,
        list: &mut Vec<CodeInfo>,
    ) -> Place {
        let code = self.index(state, frame.code, list);
        let instruction = if next {
            frame.pc
        } else {
            frame.pc.saturating_sub(1)
        };
        Place { code, instruction }
    }

    /// A place for steps of threads that run nothing but library code.
    pub fn any(&mut self, state: &State, list: &mut Vec<CodeInfo>) -> Place {
        let code = state.program.units.first().map_or(0, |u| u.first_code);
        Place {
            code: self.index(state, CodeRef(code), list),
            instruction: 0,
        }
    }
}

fn describe(state: &State, code: CodeRef) -> CodeInfo {
    let linked = state.program.code(code);
    let unit = &state.program.units[linked.unit as usize];
    let instructions = if linked.library {
        Vec::new()
    } else {
        linked
            .code
            .instructions
            .iter()
            .zip(&linked.code.positions)
            .enumerate()
            .map(|(i, (instruction, position))| InstructionInfo {
                line: position.line,
                column: position.column,
                end_column: if position.end_line == position.line {
                    position.end_column
                } else {
                    0
                },
                op: instruction.op.name().to_string(),
                arg: match instruction.op.name() {
                    // The one operand that is a value itself and not the number of one.
                    "LOAD_SMALL_INT" => instruction.arg.to_string(),
                    _ => arg_text(&unit.unit, &linked.code, i),
                },
            })
            .collect()
    };
    CodeInfo {
        name: linked.code.qualname.to_string(),
        file: unit.unit.file.clone(),
        library: linked.library,
        instructions,
    }
}

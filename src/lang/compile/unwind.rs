//! Leaving loops, `with` and `try` by `break`, `continue` and `return`.

use super::super::code::Op;
use super::super::flow::Ir;
use super::super::source::Loc;
use super::expressions::{is_constant, literal};
use super::unit::{Block, Frame};
use super::{Compiler, Label, Result};
use ruff_python_ast as ast;
use ruff_text_size::Ranged;

/// Most loops, `with` and `try` statements within each other.
const MAX_BLOCKS: usize = 21;

impl<'a> Compiler<'a> {
    pub(super) fn open(&mut self, block: Block<'a>, start: Option<Label>, exit: Option<Label>) {
        self.unit().blocks.push(Frame { block, start, exit });
    }

    /// As `open`, for a statement: CPython allows only so many of them within each other.
    pub(super) fn open_statement(
        &mut self,
        block: Block<'a>,
        start: Label,
        exit: Option<Label>,
        node: impl Ranged,
    ) -> Result {
        if self.current().blocks.len() >= MAX_BLOCKS {
            return self.refuse(node, "too many statically nested blocks");
        }
        self.open(block, Some(start), exit);
        Ok(())
    }

    pub(super) fn close(&mut self) {
        self.unit().blocks.pop();
    }

    /// Emits what leaves one block; `keep` says that a value on the stack is kept.
    fn leave(&mut self, frame: Frame<'a>, keep: bool, loc: &mut Loc) -> Result {
        match frame.block {
            Block::While
            | Block::ExceptionHandler
            | Block::GroupHandler
            | Block::AsyncComprehension
            | Block::StopIteration => {}
            Block::For => {
                if keep {
                    self.emit(Op::Swap, 2, *loc);
                }
                self.op(Op::PopTop, *loc);
            }
            Block::TryExcept => self.op(Ir::PopBlock, *loc),
            Block::FinallyTry(body) => {
                self.op(Ir::PopBlock, *loc);
                if keep {
                    self.open(Block::PopValue, None, None);
                }
                self.statements(body)?;
                if keep {
                    self.close();
                }
                *loc = Loc::NONE;
            }
            Block::FinallyEnd => {
                if keep {
                    self.emit(Op::Swap, 2, *loc);
                }
                self.op(Op::PopTop, *loc);
                if keep {
                    self.emit(Op::Swap, 2, *loc);
                }
                self.op(Ir::PopBlock, *loc);
                self.op(Op::PopExcept, *loc);
            }
            Block::With(at) | Block::AsyncWith(at) => {
                *loc = at;
                self.op(Ir::PopBlock, *loc);
                if keep {
                    self.emit(Op::Swap, 3, *loc);
                    self.emit(Op::Swap, 2, *loc);
                }
                self.exit_without_exception(matches!(frame.block, Block::AsyncWith(_)), *loc);
                self.op(Op::PopTop, *loc);
                *loc = Loc::NONE;
            }
            Block::HandlerCleanup(name) => {
                if name.is_some() {
                    self.op(Ir::PopBlock, *loc);
                }
                if keep {
                    self.emit(Op::Swap, 2, *loc);
                }
                self.op(Ir::PopBlock, *loc);
                self.op(Op::PopExcept, *loc);
                if let Some(name) = name {
                    self.none(*loc);
                    self.name(name, super::names::Access::Store, *loc);
                    self.name(name, super::names::Access::Delete, *loc);
                }
            }
            Block::PopValue => {
                if keep {
                    self.emit(Op::Swap, 2, *loc);
                }
                self.op(Op::PopTop, *loc);
            }
        }
        Ok(())
    }

    /// Leaves all blocks, or those within the innermost loop; returns that loop.
    fn unwind(
        &mut self,
        node: impl Ranged,
        keep: bool,
        to_loop: bool,
        loc: &mut Loc,
    ) -> Result<Option<Frame<'a>>> {
        let mut left = Vec::new();
        let mut found = None;
        // While a `finally` body is compiled, the blocks it leaves must not be there.
        while let Some(frame) = self.unit().blocks.pop() {
            left.push(frame);
            if matches!(frame.block, Block::GroupHandler) {
                let message = "'break', 'continue' and 'return' cannot appear in an except* block";
                return self.refuse(node, message);
            }
            if to_loop && frame.is_loop() {
                found = Some(frame);
                break;
            }
            self.leave(frame, keep, loc)?;
        }
        self.unit().blocks.extend(left.into_iter().rev());
        Ok(found)
    }

    pub(super) fn return_statement(&mut self, statement: &'a ast::StmtReturn) -> Result {
        self.check_in_function(statement, "'return' outside function")?;
        let mut loc = self.loc(statement);
        let value = statement.value.as_deref();
        let keep = value.is_some_and(|v| !is_constant(v));
        let mut value_line = None;
        if let Some(value) = value {
            let at = self.loc(value);
            value_line = Some(at.line);
            if keep {
                self.expr(value)?;
            } else {
                loc = at;
                self.op(Op::Nop, loc);
            }
        }
        let whole = self.loc(statement);
        if value_line != Some(whole.line) {
            loc = whole;
            self.op(Op::Nop, loc);
        }
        self.unwind(statement, keep, false, &mut loc)?;
        match value {
            None => self.none(loc),
            Some(value) if !keep => {
                if let Some(constant) = literal(value) {
                    self.constant(constant, loc);
                }
            }
            Some(_) => {}
        }
        self.op(Op::ReturnValue, loc);
        Ok(())
    }

    pub(super) fn break_loop(&mut self, statement: &'a ast::StmtBreak) -> Result {
        let mut loc = self.loc(statement);
        self.op(Op::Nop, loc);
        let Some(frame) = self.unwind(statement, false, true, &mut loc)? else {
            return self.refuse(statement, "'break' outside loop");
        };
        self.leave(frame, false, &mut loc)?;
        if let Some(exit) = frame.exit {
            self.jump(Ir::Jump, exit, loc);
        }
        Ok(())
    }

    pub(super) fn continue_loop(&mut self, statement: &'a ast::StmtContinue) -> Result {
        let mut loc = self.loc(statement);
        self.op(Op::Nop, loc);
        let Some(frame) = self.unwind(statement, false, true, &mut loc)? else {
            return self.refuse(statement, "'continue' not properly in loop");
        };
        if let Some(start) = frame.start {
            self.jump(Ir::Jump, start, loc);
        }
        Ok(())
    }
}

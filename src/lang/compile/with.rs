//! `with` and `async with`.

use super::super::code::{Op, Special};
use super::super::flow::Ir;
use super::super::source::Loc;
use super::unit::{Block, UnitKind};
use super::{Compiler, Result};
use ruff_python_ast as ast;

impl<'a> Compiler<'a> {
    /// The `with` statement from its item `index` on.
    pub(super) fn with(&mut self, statement: &'a ast::StmtWith, index: usize) -> Result {
        let is_async = statement.is_async;
        if is_async && self.current().kind != UnitKind::AsyncFunction {
            return self.refuse(statement, "'async with' outside async function");
        }
        let item = &statement.items[index];
        let (block, last, exit, cleanup) = (self.label(), self.label(), self.label(), self.label());
        self.expr(&item.context_expr)?;
        let loc = self.loc(&item.context_expr);
        let (enter, leave) = if is_async {
            (Special::AsyncEnter, Special::AsyncExit)
        } else {
            (Special::Enter, Special::Exit)
        };
        self.emit(Op::Copy, 1, loc);
        self.emit(Op::LoadSpecial, leave as u32, loc);
        self.emit(Op::Swap, 2, loc);
        self.emit(Op::Swap, 3, loc);
        self.emit(Op::LoadSpecial, enter as u32, loc);
        self.emit(Op::Call, 0, loc);
        if is_async {
            self.await_value(1, loc);
        }
        self.jump(Ir::SetupWith, last, loc);
        self.place(block);
        let frame = if is_async {
            Block::AsyncWith(loc)
        } else {
            Block::With(loc)
        };
        self.open_statement(frame, block, Some(last), &item.context_expr)?;
        match &item.optional_vars {
            Some(target) => self.store(target)?,
            None => self.op(Op::PopTop, loc),
        }
        if index + 1 < statement.items.len() {
            self.with(statement, index + 1)?;
        } else {
            self.statements(&statement.body)?;
        }
        self.op(Ir::PopBlock, Loc::NONE);
        self.close();
        self.exit_without_exception(is_async, loc);
        self.op(Op::PopTop, loc);
        self.jump(Ir::Jump, exit, loc);
        self.place(last);
        self.jump(Ir::SetupCleanup, cleanup, loc);
        self.op(Op::PushExcInfo, loc);
        self.op(Op::WithExceptStart, loc);
        if is_async {
            self.await_value(2, loc);
        }
        self.finish_with(cleanup);
        self.place(exit);
        Ok(())
    }

    /// `__exit__(None, None, None)`
    pub(super) fn exit_without_exception(&mut self, is_async: bool, loc: Loc) {
        (0..3).for_each(|_| self.none(loc));
        self.emit(Op::Call, 3, loc);
        if is_async {
            self.await_value(2, loc);
        }
    }

    fn finish_with(&mut self, cleanup: super::Label) {
        let (suppress, exit) = (self.label(), self.label());
        self.op(Op::ToBool, Loc::NONE);
        self.jump(Op::PopJumpIfTrue, suppress, Loc::NONE);
        self.emit(Op::Reraise, 2, Loc::NONE);
        self.place(suppress);
        self.op(Op::PopTop, Loc::NONE);
        self.op(Ir::PopBlock, Loc::NONE);
        self.op(Op::PopExcept, Loc::NONE);
        (0..3).for_each(|_| self.op(Op::PopTop, Loc::NONE));
        self.jump(Ir::JumpNoInterrupt, exit, Loc::NONE);
        self.place(cleanup);
        self.restore_and_reraise();
        self.place(exit);
    }
}

//! `try` with its handlers and `finally`.

use super::super::code::Op;
use super::super::flow::Ir;
use super::super::source::Loc;
use super::names::Access;
use super::unit::Block;
use super::{Compiler, Result};
use ruff_python_ast::{self as ast, ExceptHandler};
use ruff_text_size::Ranged;

impl<'a> Compiler<'a> {
    pub(super) fn try_statement(&mut self, statement: &'a ast::StmtTry) -> Result {
        if statement.finalbody.is_empty() {
            self.try_except(statement)
        } else {
            self.try_finally(statement)
        }
    }

    fn try_finally(&mut self, statement: &'a ast::StmtTry) -> Result {
        let loc = self.loc(statement);
        let (body, end, exit, cleanup) = (self.label(), self.label(), self.label(), self.label());
        self.jump(Ir::SetupFinally, end, loc);
        self.place(body);
        self.open_statement(
            Block::FinallyTry(&statement.finalbody),
            body,
            Some(end),
            statement,
        )?;
        if statement.handlers.is_empty() {
            self.statements(&statement.body)?;
        } else {
            self.try_except(statement)?;
        }
        self.op(Ir::PopBlock, Loc::NONE);
        self.close();
        self.statements(&statement.finalbody)?;
        self.jump(Ir::JumpNoInterrupt, exit, Loc::NONE);
        self.place(end);
        self.open(Block::FinallyEnd, Some(end), None);
        self.jump(Ir::SetupCleanup, cleanup, Loc::NONE);
        self.op(Op::PushExcInfo, Loc::NONE);
        self.statements(&statement.finalbody)?;
        self.emit(Op::Reraise, 0, Loc::NONE);
        self.close();
        self.place(cleanup);
        self.restore_and_reraise();
        self.place(exit);
        Ok(())
    }

    /// Forgets the exception being handled and raises the new one.
    pub(super) fn restore_and_reraise(&mut self) {
        self.emit(Op::Copy, 3, Loc::NONE);
        self.op(Op::PopExcept, Loc::NONE);
        self.emit(Op::Reraise, 1, Loc::NONE);
    }

    fn try_except(&mut self, statement: &'a ast::StmtTry) -> Result {
        let loc = self.loc(statement);
        let (body, except, end, cleanup) = (self.label(), self.label(), self.label(), self.label());
        self.jump(Ir::SetupFinally, except, loc);
        self.place(body);
        self.open_statement(Block::TryExcept, body, None, statement)?;
        self.statements(&statement.body)?;
        self.op(Ir::PopBlock, Loc::NONE);
        self.close();
        self.statements(&statement.orelse)?;
        self.jump(Ir::JumpNoInterrupt, end, Loc::NONE);
        self.place(except);
        self.jump(Ir::SetupCleanup, cleanup, Loc::NONE);
        self.op(Op::PushExcInfo, Loc::NONE);
        self.open(Block::ExceptionHandler, None, None);
        let count = statement.handlers.len();
        for (index, ExceptHandler::ExceptHandler(handler)) in statement.handlers.iter().enumerate()
        {
            if handler.type_.is_none() && index + 1 < count {
                return self.refuse(handler.range(), "default 'except:' must be last");
            }
            self.handler(handler, end)?;
        }
        self.close();
        self.emit(Op::Reraise, 0, Loc::NONE);
        self.place(cleanup);
        self.restore_and_reraise();
        self.place(end);
        Ok(())
    }

    fn handler(
        &mut self,
        handler: &'a ast::ExceptHandlerExceptHandler,
        end: super::Label,
    ) -> Result {
        let loc = self.loc(handler);
        let next = self.label();
        if let Some(kind) = &handler.type_ {
            self.expr(kind)?;
            self.op(Op::CheckExcMatch, loc);
            self.jump(Op::PopJumpIfFalse, next, loc);
        }
        let body = self.label();
        match &handler.name {
            Some(name) => {
                let cleanup = self.label();
                self.check_name(name, Access::Store, handler)?;
                self.name(name, Access::Store, loc);
                self.jump(Ir::SetupCleanup, cleanup, loc);
                self.place(body);
                self.open(Block::HandlerCleanup(Some(name)), Some(body), None);
                self.statements(&handler.body)?;
                self.close();
                self.op(Ir::PopBlock, Loc::NONE);
                self.op(Ir::PopBlock, Loc::NONE);
                self.op(Op::PopExcept, Loc::NONE);
                self.clear_name(name);
                self.jump(Ir::JumpNoInterrupt, end, Loc::NONE);
                self.place(cleanup);
                self.clear_name(name);
                self.emit(Op::Reraise, 1, Loc::NONE);
            }
            None => {
                self.op(Op::PopTop, loc);
                self.place(body);
                self.open(Block::HandlerCleanup(None), Some(body), None);
                self.statements(&handler.body)?;
                self.close();
                self.op(Ir::PopBlock, Loc::NONE);
                self.op(Op::PopExcept, Loc::NONE);
                self.jump(Ir::JumpNoInterrupt, end, Loc::NONE);
            }
        }
        self.place(next);
        Ok(())
    }
}

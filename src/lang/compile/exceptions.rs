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
            self.try_handlers(statement)
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
            self.try_handlers(statement)?;
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

    fn try_handlers(&mut self, statement: &'a ast::StmtTry) -> Result {
        if statement.is_star {
            self.try_star(statement)
        } else {
            self.try_except(statement)
        }
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

    /// `try` with `except*`: on the stack lie the exception as it came, the list of what the handlers
    /// raised, and what no handler has taken yet.
    fn try_star(&mut self, statement: &'a ast::StmtTry) -> Result {
        let loc = self.loc(statement);
        let (body, except, other, end) = (self.label(), self.label(), self.label(), self.label());
        let (cleanup, again, raise) = (self.label(), self.label(), self.label());
        self.jump(Ir::SetupFinally, except, loc);
        self.place(body);
        self.open_statement(Block::TryExcept, body, None, statement)?;
        self.statements(&statement.body)?;
        self.op(Ir::PopBlock, Loc::NONE);
        self.close();
        self.jump(Ir::JumpNoInterrupt, other, Loc::NONE);
        self.place(except);
        self.jump(Ir::SetupCleanup, cleanup, Loc::NONE);
        self.op(Op::PushExcInfo, Loc::NONE);
        self.open(Block::GroupHandler, None, None);
        let count = statement.handlers.len();
        for (index, ExceptHandler::ExceptHandler(handler)) in statement.handlers.iter().enumerate()
        {
            let loc = self.loc(handler);
            if index == 0 {
                self.emit(Op::Copy, 1, loc);
                self.emit(Op::BuildList, 0, loc);
                self.emit(Op::Swap, 2, loc);
            }
            self.star_handler(handler)?;
            if index + 1 == count {
                self.emit(Op::ListAppend, 1, Loc::NONE);
                self.jump(Ir::JumpNoInterrupt, again, Loc::NONE);
            }
        }
        self.close();
        self.place(again);
        let prepare = super::super::code::Intrinsic2::PrepReraiseStar as u32;
        self.emit(Op::CallIntrinsic2, prepare, Loc::NONE);
        self.emit(Op::Copy, 1, Loc::NONE);
        self.jump(Op::PopJumpIfNotNone, raise, Loc::NONE);
        self.op(Op::PopTop, Loc::NONE);
        self.op(Ir::PopBlock, Loc::NONE);
        self.op(Op::PopExcept, Loc::NONE);
        self.jump(Ir::JumpNoInterrupt, end, Loc::NONE);
        self.place(raise);
        self.op(Ir::PopBlock, Loc::NONE);
        self.emit(Op::Swap, 2, Loc::NONE);
        self.op(Op::PopExcept, Loc::NONE);
        self.emit(Op::Reraise, 0, Loc::NONE);
        self.place(cleanup);
        self.restore_and_reraise();
        self.place(other);
        self.statements(&statement.orelse)?;
        self.place(end);
        Ok(())
    }

    /// One `except*`.
    fn star_handler(&mut self, handler: &'a ast::ExceptHandlerExceptHandler) -> Result {
        let loc = self.loc(handler);
        let (next, failed, none, raised) = (self.label(), self.label(), self.label(), self.label());
        if let Some(kind) = &handler.type_ {
            self.expr(kind)?;
            self.op(Op::CheckEgMatch, loc);
            self.emit(Op::Copy, 1, loc);
            self.jump(Op::PopJumpIfNone, none, loc);
        }
        let body = self.label();
        match &handler.name {
            Some(name) => {
                self.check_name(name, Access::Store, handler)?;
                self.name(name, Access::Store, loc);
            }
            None => self.op(Op::PopTop, loc),
        }
        self.jump(Ir::SetupCleanup, failed, loc);
        self.place(body);
        self.open(
            Block::HandlerCleanup(handler.name.as_ref()),
            Some(body),
            None,
        );
        self.statements(&handler.body)?;
        self.close();
        self.op(Ir::PopBlock, Loc::NONE);
        if let Some(name) = &handler.name {
            self.clear_name(name);
        }
        self.jump(Ir::JumpNoInterrupt, next, Loc::NONE);
        self.place(failed);
        if let Some(name) = &handler.name {
            self.clear_name(name);
        }
        self.emit(Op::ListAppend, 3, Loc::NONE);
        self.op(Op::PopTop, Loc::NONE);
        self.jump(Ir::JumpNoInterrupt, raised, Loc::NONE);
        self.place(next);
        self.op(Op::Nop, Loc::NONE);
        self.jump(Ir::JumpNoInterrupt, raised, Loc::NONE);
        self.place(none);
        self.op(Op::PopTop, Loc::NONE);
        self.place(raised);
        Ok(())
    }
}

//! Branches and loops.

use super::super::code::Op;
use super::super::flow::Ir;
use super::super::source::Loc;
use super::unit::{Block, UnitKind};
use super::{Compiler, Result};
use ruff_python_ast::{self as ast, Stmt};

impl<'a> Compiler<'a> {
    pub(super) fn if_statement(&mut self, statement: &'a ast::StmtIf) -> Result {
        // An `elif` is an `if` in the `else` of the one before it.
        let mut ends = Vec::new();
        let mut test = &*statement.test;
        let mut body: &'a [Stmt] = &statement.body;
        let mut clauses = statement.elif_else_clauses.iter();
        loop {
            let end = self.label();
            ends.push(end);
            let Some(clause) = clauses.next() else {
                self.jump_if(test, end, false)?;
                self.statements(body)?;
                break;
            };
            let next = self.label();
            self.jump_if(test, next, false)?;
            self.statements(body)?;
            self.silent_jump(end);
            self.place(next);
            match &clause.test {
                Some(condition) => (test, body) = (condition, &clause.body),
                None => {
                    self.statements(&clause.body)?;
                    break;
                }
            }
        }
        ends.into_iter().rev().for_each(|end| self.place(end));
        Ok(())
    }

    pub(super) fn while_loop(&mut self, statement: &'a ast::StmtWhile) -> Result {
        let (start, end, anchor) = (self.label(), self.label(), self.label());
        self.place(start);
        self.open_statement(Block::While, start, Some(end), statement)?;
        self.jump_if(&statement.test, anchor, false)?;
        self.statements(&statement.body)?;
        self.jump(Ir::Jump, start, Loc::NONE);
        self.close();
        self.place(anchor);
        self.statements(&statement.orelse)?;
        self.place(end);
        Ok(())
    }

    pub(super) fn for_loop(&mut self, statement: &'a ast::StmtFor) -> Result {
        let (start, cleanup, end) = (self.label(), self.label(), self.label());
        self.open_statement(Block::For, start, Some(end), statement)?;
        self.expr(&statement.iter)?;
        let loc = self.loc(&*statement.iter);
        self.op(Op::GetIter, loc);
        self.place(start);
        self.jump(Op::ForIter, cleanup, loc);
        // Keeps the line of the target if the loop spans several.
        let target = self.loc(&*statement.target);
        self.op(Op::Nop, target);
        self.store(&statement.target)?;
        self.statements(&statement.body)?;
        self.jump(Ir::Jump, start, Loc::NONE);
        self.place(cleanup);
        self.op(Op::EndFor, Loc::NONE);
        self.op(Op::PopIter, Loc::NONE);
        self.close();
        self.statements(&statement.orelse)?;
        self.place(end);
        Ok(())
    }

    pub(super) fn async_for(&mut self, statement: &'a ast::StmtFor) -> Result {
        if self.current().kind != UnitKind::AsyncFunction {
            return self.refuse(statement, "'async for' outside async function");
        }
        let (start, except, end, send) = (self.label(), self.label(), self.label(), self.label());
        self.expr(&statement.iter)?;
        let iter = self.loc(&*statement.iter);
        self.op(Op::GetAiter, iter);
        self.place(start);
        self.open_statement(Block::For, start, Some(end), statement)?;
        let loc = self.loc(statement);
        self.jump(Ir::SetupFinally, except, loc);
        self.op(Op::GetAnext, loc);
        self.none(loc);
        self.delegate_from(send, 3, loc);
        self.op(Ir::PopBlock, loc);
        self.op(Op::NotTaken, loc);
        self.store(&statement.target)?;
        self.statements(&statement.body)?;
        self.jump(Ir::Jump, start, Loc::NONE);
        self.close();
        self.place(except);
        // CPython 3.13's tracebacks show the whole loop here.
        self.jump(Op::EndAsyncFor, send, loc);
        self.statements(&statement.orelse)?;
        self.place(end);
        Ok(())
    }
}

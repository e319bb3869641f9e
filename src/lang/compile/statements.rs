//! Statements that do not branch.

use super::super::code::{BinaryOperator, Const, Intrinsic1, Op};
use super::super::flow::Ir;
use super::super::source::Loc;
use super::names::Access;
use super::unit::UnitKind;
use super::{Compiler, Result};
use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::Ranged;
use std::rc::Rc;

impl<'a> Compiler<'a> {
    /// A module or class body: annotations, docstring, statements.
    pub(super) fn body(&mut self, body: &'a [Stmt]) -> Result {
        let Some(first) = body.first() else {
            return Ok(());
        };
        let scope = self.current().scope;
        if self.symbols.scopes[scope].annotations_used {
            let loc = Loc::line(self.loc(first).line);
            self.op(Op::SetupAnnotations, loc);
        }
        let mut rest = body;
        if let Some((text, value)) = self.docstring(body) {
            rest = &body[1..];
            let loc = self.loc(value);
            self.unit().doc = Some(text.clone());
            self.constant(Const::Str(text), loc);
            self.name("__doc__", Access::Store, Loc::NONE);
        }
        self.statements(rest)
    }

    /// The docstring of a body, its indentation removed, and its expression.
    pub(super) fn docstring(&self, body: &'a [Stmt]) -> Option<(Rc<str>, &'a Expr)> {
        let Some(Stmt::Expr(statement)) = body.first() else {
            return None;
        };
        let Expr::StringLiteral(string) = &*statement.value else {
            return None;
        };
        Some((
            super::strings::clean_doc(string.value.to_str()).into(),
            &statement.value,
        ))
    }

    pub(super) fn statements(&mut self, body: &'a [Stmt]) -> Result {
        for statement in body {
            self.statement(statement)?;
            self.check_size(statement)?;
        }
        Ok(())
    }

    fn statement(&mut self, statement: &'a Stmt) -> Result {
        match statement {
            Stmt::FunctionDef(f) => self.function(f),
            Stmt::ClassDef(c) => self.class(c),
            Stmt::Return(r) => self.return_statement(r),
            Stmt::Delete(d) => d.targets.iter().try_for_each(|t| self.delete(t)),
            Stmt::Assign(a) => self.assign(a),
            Stmt::AugAssign(a) => self.augmented(a),
            Stmt::AnnAssign(a) => self.annotated(a),
            Stmt::For(f) if f.is_async => self.async_for(f),
            Stmt::For(f) => self.for_loop(f),
            Stmt::While(w) => self.while_loop(w),
            Stmt::If(i) => self.if_statement(i),
            Stmt::With(w) => self.with(w, 0),
            Stmt::Match(m) => self.match_statement(m),
            Stmt::Raise(r) => self.raise(r),
            Stmt::Try(t) => self.try_statement(t),
            Stmt::Assert(a) => self.assert(a),
            Stmt::Import(i) => self.import(i),
            Stmt::ImportFrom(i) => self.import_from(i),
            Stmt::TypeAlias(t) => self.type_alias(t),
            Stmt::Global(_) | Stmt::Nonlocal(_) | Stmt::IpyEscapeCommand(_) => Ok(()),
            Stmt::Expr(e) => self.expression_statement(e),
            Stmt::Pass(p) => {
                let loc = self.loc(p);
                self.op(Op::Nop, loc);
                Ok(())
            }
            Stmt::Break(b) => self.break_loop(b),
            Stmt::Continue(c) => self.continue_loop(c),
        }
    }

    fn expression_statement(&mut self, statement: &'a ast::StmtExpr) -> Result {
        if super::expressions::is_constant(&statement.value) {
            let loc = self.loc(statement);
            self.op(Op::Nop, loc);
            return Ok(());
        }
        self.expr(&statement.value)?;
        self.op(Op::PopTop, Loc::NONE);
        Ok(())
    }

    fn assign(&mut self, assign: &'a ast::StmtAssign) -> Result {
        self.expr(&assign.value)?;
        let loc = self.loc(assign);
        for (index, target) in assign.targets.iter().enumerate() {
            if index + 1 < assign.targets.len() {
                self.emit(Op::Copy, 1, loc);
            }
            self.store(target)?;
        }
        Ok(())
    }

    /// Assigns the value on the stack.
    pub(super) fn store(&mut self, target: &'a Expr) -> Result {
        let loc = self.loc(target);
        match target {
            Expr::Name(n) => {
                self.check_name(&n.id, Access::Store, n)?;
                self.name(&n.id, Access::Store, loc);
            }
            Expr::Attribute(a) => {
                self.check_name(&a.attr, Access::Store, a)?;
                self.note_static_attribute(a);
                self.expr(&a.value)?;
                let loc = self.attr_loc(loc, a);
                self.named(Op::StoreAttr, &a.attr, loc);
            }
            Expr::Subscript(s) => {
                self.expr(&s.value)?;
                if let Some(slice) = self.plain_slice(s) {
                    self.slice_bounds(slice, loc)?;
                    self.op(Op::StoreSlice, loc);
                } else {
                    self.expr(&s.slice)?;
                    self.op(Op::StoreSubscr, loc);
                }
            }
            Expr::List(l) => self.unpack(&l.elts, loc, target)?,
            Expr::Tuple(t) => self.unpack(&t.elts, loc, target)?,
            Expr::Starred(s) => {
                return self.refuse(s, "starred assignment target must be in a list or tuple");
            }
            other => return self.refuse(other, "cannot assign to expression"),
        }
        Ok(())
    }

    fn unpack(&mut self, targets: &'a [Expr], loc: Loc, whole: &Expr) -> Result {
        let count = targets.len();
        match targets.iter().position(Expr::is_starred_expr) {
            Some(at) => {
                if targets[at + 1..].iter().any(Expr::is_starred_expr) {
                    return self.refuse(whole, "multiple starred expressions in assignment");
                }
                if at >= 1 << 8 || count - at > 1 << 23 {
                    return self.refuse(whole, "too many expressions in star-unpacking assignment");
                }
                self.emit(Op::UnpackEx, (at | (count - at - 1) << 8) as u32, loc);
            }
            None => self.emit(Op::UnpackSequence, count as u32, loc),
        }
        for target in targets {
            match target {
                Expr::Starred(starred) => self.store(&starred.value)?,
                other => self.store(other)?,
            }
        }
        Ok(())
    }

    fn delete(&mut self, target: &'a Expr) -> Result {
        let loc = self.loc(target);
        match target {
            Expr::Name(n) => {
                self.check_name(&n.id, Access::Delete, n)?;
                self.name(&n.id, Access::Delete, loc);
            }
            Expr::Attribute(a) => {
                self.check_name(&a.attr, Access::Delete, a)?;
                self.expr(&a.value)?;
                let loc = self.attr_loc(loc, a);
                self.named(Op::DeleteAttr, &a.attr, loc);
            }
            Expr::Subscript(s) => {
                self.expr(&s.value)?;
                if let Some(slice) = self.plain_slice(s) {
                    self.slice_bounds(slice, loc)?;
                    let whole = self.loc(slice);
                    self.emit(Op::BuildSlice, 2, whole);
                } else {
                    self.expr(&s.slice)?;
                }
                self.op(Op::DeleteSubscr, loc);
            }
            Expr::List(l) => return l.elts.iter().try_for_each(|t| self.delete(t)),
            Expr::Tuple(t) => return t.elts.iter().try_for_each(|t| self.delete(t)),
            other => return self.refuse(other, "cannot delete expression"),
        }
        Ok(())
    }

    fn augmented(&mut self, statement: &'a ast::StmtAugAssign) -> Result {
        let target = &*statement.target;
        let loc = self.loc(target);
        let whole = self.loc(statement);
        let op = inplace(statement.op);
        match target {
            Expr::Name(n) => {
                self.check_name(&n.id, Access::Store, n)?;
                self.name(&n.id, Access::Load, loc);
                self.expr(&statement.value)?;
                self.emit(Op::BinaryOp, op, whole);
                self.name(&n.id, Access::Store, loc);
            }
            Expr::Attribute(a) => {
                self.check_name(&a.attr, Access::Store, a)?;
                self.expr(&a.value)?;
                self.emit(Op::Copy, 1, loc);
                let attr = self.attr_loc(loc, a);
                self.load_attr(&a.attr, false, attr);
                self.expr(&statement.value)?;
                self.emit(Op::BinaryOp, op, whole);
                self.emit(Op::Swap, 2, attr);
                self.named(Op::StoreAttr, &a.attr, attr);
            }
            Expr::Subscript(s) => {
                self.expr(&s.value)?;
                let slice = self.plain_slice(s);
                if let Some(slice) = slice {
                    self.slice_bounds(slice, loc)?;
                    (0..3).for_each(|_| self.emit(Op::Copy, 3, loc));
                    self.op(Op::BinarySlice, loc);
                } else {
                    self.expr(&s.slice)?;
                    (0..2).for_each(|_| self.emit(Op::Copy, 2, loc));
                    self.emit(Op::BinaryOp, BinaryOperator::Subscript as u32, loc);
                }
                self.expr(&statement.value)?;
                self.emit(Op::BinaryOp, op, whole);
                let (swaps, store) = if slice.is_some() {
                    (4, Op::StoreSlice)
                } else {
                    (3, Op::StoreSubscr)
                };
                (2..=swaps).rev().for_each(|n| self.emit(Op::Swap, n, loc));
                self.op(store, loc);
            }
            other => return self.refuse(other, "illegal expression for augmented assignment"),
        }
        Ok(())
    }

    fn annotated(&mut self, statement: &'a ast::StmtAnnAssign) -> Result {
        if let Some(value) = &statement.value {
            self.expr(value)?;
            self.store(&statement.target)?;
        }
        let in_function = self.current().kind.is_function();
        let loc = self.loc(statement);
        match &*statement.target {
            Expr::Name(name) if statement.simple && !in_function => {
                self.annotation(&statement.annotation)?;
                let id = self.name_id("__annotations__");
                self.emit(Op::LoadName, id, loc);
                let mangled = self.mangled(&name.id);
                self.constant(Const::Str(mangled), loc);
                self.op(Op::StoreSubscr, loc);
                return Ok(());
            }
            Expr::Attribute(a) if statement.value.is_none() => self.discard(&a.value)?,
            Expr::Subscript(s) if statement.value.is_none() => {
                self.discard(&s.value)?;
                self.discard(&s.slice)?;
            }
            _ => {}
        }
        if !statement.simple && !self.future_annotations && !in_function {
            self.discard(&statement.annotation)?;
        }
        Ok(())
    }

    fn discard(&mut self, expr: &'a Expr) -> Result {
        self.expr(expr)?;
        let loc = self.loc(expr);
        self.op(Op::PopTop, loc);
        Ok(())
    }

    /// An annotation's value, or its text under `from __future__ import annotations`.
    pub(super) fn annotation(&mut self, annotation: &'a Expr) -> Result {
        if !self.future_annotations {
            return self.expr(annotation);
        }
        let loc = self.loc(annotation);
        let text = super::unparse::unparse(annotation);
        let text =
            text.unwrap_or_else(|| super::strings::annotation_text(self.source.slice(annotation)));
        self.constant(Const::Str(text.into()), loc);
        Ok(())
    }

    fn raise(&mut self, raise: &'a ast::StmtRaise) -> Result {
        let parts = [&raise.exc, &raise.cause];
        for part in parts.into_iter().flatten() {
            self.expr(part)?;
        }
        let loc = self.loc(raise);
        let count = parts.into_iter().flatten().count();
        self.emit(Op::RaiseVarargs, count as u32, loc);
        Ok(())
    }

    fn assert(&mut self, assert: &'a ast::StmtAssert) -> Result {
        let end = self.label();
        self.jump_if(&assert.test, end, true)?;
        let loc = self.loc(assert);
        self.emit(Op::LoadCommonConstant, 0, loc);
        if let Some(message) = &assert.msg {
            self.expr(message)?;
            self.emit(Op::Call, 0, loc);
        }
        let test = self.loc(&*assert.test);
        self.emit(Op::RaiseVarargs, 1, test);
        self.place(end);
        Ok(())
    }

    fn import(&mut self, import: &'a ast::StmtImport) -> Result {
        let loc = self.loc(import);
        for alias in &import.names {
            self.constant(Const::Int(0), loc);
            self.none(loc);
            self.named_plain(Op::ImportName, &alias.name, loc);
            match &alias.asname {
                None => {
                    let first = alias.name.split('.').next().unwrap_or_default();
                    self.name(first, Access::Store, loc);
                }
                Some(asname) => self.import_as(&alias.name, asname, loc),
            }
        }
        Ok(())
    }

    fn import_as(&mut self, module: &str, asname: &str, loc: Loc) {
        let attributes: Vec<&str> = module.split('.').skip(1).collect();
        for (index, attribute) in attributes.iter().enumerate() {
            self.named_plain(Op::ImportFrom, attribute, loc);
            if index + 1 < attributes.len() {
                self.emit(Op::Swap, 2, loc);
                self.op(Op::PopTop, loc);
            }
        }
        self.name(asname, Access::Store, loc);
        if !attributes.is_empty() {
            self.op(Op::PopTop, loc);
        }
    }

    pub(super) fn named_plain(&mut self, op: Op, name: &str, loc: Loc) {
        let id = self.name_id(name);
        self.emit(op, id, loc);
    }

    fn import_from(&mut self, import: &'a ast::StmtImportFrom) -> Result {
        let loc = self.loc(import);
        let module = import.module.as_ref().map_or("", |m| m.as_str());
        if module == "__future__" && import.level == 0 {
            self.check_future(import)?;
        }
        self.constant(Const::Int(i64::from(import.level)), loc);
        let names: Vec<Const> = import
            .names
            .iter()
            .map(|a| Const::Str(a.name.as_str().into()))
            .collect();
        self.constant(Const::Tuple(names.into()), loc);
        self.named_plain(Op::ImportName, module, loc);
        for alias in &import.names {
            if alias.name.as_str() == "*" {
                self.emit(Op::CallIntrinsic1, Intrinsic1::ImportStar as u32, loc);
                self.op(Op::PopTop, Loc::NONE);
                return Ok(());
            }
            self.named_plain(Op::ImportFrom, &alias.name, loc);
            let bound = alias.asname.as_ref().unwrap_or(&alias.name);
            self.name(bound, Access::Store, loc);
        }
        self.op(Op::PopTop, loc);
        Ok(())
    }

    fn check_future(&self, import: &ast::StmtImportFrom) -> Result {
        if import.range.start() >= self.future_end {
            return self.refuse(
                import,
                "from __future__ imports must occur at the beginning of the file",
            );
        }
        const KNOWN: [&str; 10] = [
            "nested_scopes",
            "generators",
            "division",
            "absolute_import",
            "with_statement",
            "print_function",
            "unicode_literals",
            "barry_as_FLUFL",
            "generator_stop",
            "annotations",
        ];
        match import
            .names
            .iter()
            .find(|n| !KNOWN.contains(&n.name.as_str()))
        {
            Some(alias) if alias.name.as_str() == "braces" => {
                self.refuse_line(import, "not a chance")
            }
            Some(alias) => self.refuse_line(
                import,
                format!("future feature {} is not defined", alias.name),
            ),
            None => Ok(()),
        }
    }

    fn note_static_attribute(&mut self, target: &ast::ExprAttribute) {
        let Expr::Name(owner) = &*target.value else {
            return;
        };
        let outer = self.units.len() - 1;
        if owner.id == "self"
            && let Some(class) = self.units[..outer]
                .iter_mut()
                .rev()
                .find(|u| u.kind == UnitKind::Class)
        {
            class.static_attributes.insert(target.attr.as_str().into());
        }
    }

    /// Where an attribute access is: from the line of its name, if that is not the line it begins on.
    pub(super) fn attr_loc(&self, loc: Loc, attribute: &ast::ExprAttribute) -> Loc {
        let mut loc = loc;
        let end = self.source.line_col(attribute.range().end());
        if loc.line != end.0 as i32 {
            loc.line = end.0 as i32;
            let length = attribute.attr.chars().count() as i32;
            if length <= end.1 as i32 {
                loc.col = end.1 as i32 - length;
                loc.end_col = end.1 as i32;
            } else {
                loc.col = -1;
                loc.end_col = -1;
            }
        }
        loc
    }

    /// Emits a jump forward that belongs to no line: no other thread is let in there.
    pub(super) fn silent_jump(&mut self, target: super::Label) {
        self.jump(Ir::JumpNoInterrupt, target, Loc::NONE);
    }
}

fn inplace(op: ast::Operator) -> u32 {
    super::expressions::binary_operator(op) as u32 + BinaryOperator::InplaceAdd as u32
}

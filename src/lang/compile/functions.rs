//! Functions, lambdas, generators, coroutines.

use super::super::code::{Const, Intrinsic1, Op};
use super::super::flow::Ir;
use super::super::source::Loc;
use super::super::symbols::node_key;
use super::names::Access;
use super::unit::{Block, UnitKind};
use super::{Compiler, Result};
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange, TextSize};

impl<'a> Compiler<'a> {
    /// The place of a definition without its decorators.
    pub(super) fn definition_loc(&self, range: TextRange, decorators: &[ast::Decorator]) -> Loc {
        let Some(last) = decorators.last() else {
            return self.source.loc_of(range);
        };
        let text = &self.source.text;
        let mut at = usize::from(last.range().end());
        let bytes = text.as_bytes();
        while at < bytes.len() {
            match bytes[at] {
                b'#' => at += text[at..].find('\n').unwrap_or(text.len() - at),
                b if b.is_ascii_whitespace() || b == b'\\' => at += 1,
                _ => break,
            }
        }
        let start = TextSize::try_from(at).unwrap_or(range.start());
        self.source
            .loc_of(TextRange::new(start.min(range.end()), range.end()))
    }

    pub(super) fn decorators(&mut self, decorators: &'a [ast::Decorator]) -> Result {
        decorators.iter().try_for_each(|d| self.expr(&d.expression))
    }

    pub(super) fn apply_decorators(&mut self, decorators: &'a [ast::Decorator]) {
        for decorator in decorators.iter().rev() {
            let loc = self.loc(&decorator.expression);
            self.emit(Op::Call, 0, loc);
        }
    }

    pub(super) fn function(&mut self, f: &'a ast::StmtFunctionDef) -> Result {
        self.check_name(&f.name, Access::Store, f)?;
        self.decorators(&f.decorator_list)?;
        let loc = self.definition_loc(f.range, &f.decorator_list);
        let first_line = f
            .decorator_list
            .first()
            .map_or(loc.line, |d| self.loc(&d.expression).line);
        if let Some(params) = &f.type_params {
            let what = super::generics::Generic::Function(f, first_line as u32, default_flags(f));
            self.generic(params, &what, loc)?;
            let flags = self.defaults(&f.parameters, loc)?;
            self.emit(Op::Call, flags.count_ones(), loc);
        } else {
            let flags = self.defaults(&f.parameters, loc)?;
            self.function_object(f, first_line as u32, flags, loc)?;
        }
        self.apply_decorators(&f.decorator_list);
        self.name(&f.name, Access::Store, loc);
        Ok(())
    }

    /// The function within that of its type parameters: the defaults are its arguments.
    pub(super) fn generic_function(
        &mut self,
        f: &'a ast::StmtFunctionDef,
        first_line: u32,
        flags: u32,
        loc: Loc,
    ) -> Result {
        for index in 0..flags.count_ones() {
            self.emit(Op::LoadFast, index, loc);
        }
        self.function_object(f, first_line, flags, loc)
    }

    /// Pushes a function whose defaults lie on the stack.
    fn function_object(
        &mut self,
        f: &'a ast::StmtFunctionDef,
        first_line: u32,
        mut flags: u32,
        loc: Loc,
    ) -> Result {
        flags |= self.annotations(f, loc)?;
        let (code, free) = match self.made.get(&node_key(f)) {
            Some(made) => made.clone(),
            None => {
                let made = self.function_code(f, first_line)?;
                self.made.insert(node_key(f), made.clone());
                made
            }
        };
        self.make_closure(code, &free, flags, loc);
        Ok(())
    }

    fn function_code(
        &mut self,
        f: &'a ast::StmtFunctionDef,
        line: u32,
    ) -> Result<super::unit::Made> {
        let kind = if f.is_async {
            UnitKind::AsyncFunction
        } else {
            UnitKind::Function
        };
        let scope = self.symbols.of(f);
        self.enter(kind, &f.name, scope, line, None);
        self.take_parameters(&f.parameters)?;
        let mut body = &f.body[..];
        if let Some((text, _)) = self.docstring(body) {
            body = &body[1..];
            let unit = self.unit();
            unit.doc = Some(text.clone());
            unit.consts.add(Const::Str(text));
        }
        let generator =
            self.symbols.scopes[scope].generator || self.symbols.scopes[scope].coroutine;
        if generator {
            self.open(Block::StopIteration, None, None);
        }
        self.statements(body)?;
        if generator {
            self.wrap_stop_iteration();
            self.close();
        }
        self.return_at_end();
        Ok(self.finish())
    }

    /// Notes the counts of parameters.
    fn take_parameters(&mut self, parameters: &'a ast::Parameters) -> Result {
        for parameter in parameters.iter() {
            self.check_name(parameter.name(), Access::Store, parameter.as_parameter())?;
        }
        let unit = self.unit();
        unit.posonly_count = parameters.posonlyargs.len() as u32;
        unit.arg_count = unit.posonly_count + parameters.args.len() as u32;
        unit.kwonly_count = parameters.kwonlyargs.len() as u32;
        unit.varargs = parameters.vararg.is_some();
        unit.varkeywords = parameters.kwarg.is_some();
        Ok(())
    }

    fn defaults(&mut self, parameters: &'a ast::Parameters, loc: Loc) -> Result<u32> {
        let mut flags = 0;
        let positional: Vec<&Expr> = parameters
            .posonlyargs
            .iter()
            .chain(&parameters.args)
            .filter_map(|p| p.default())
            .collect();
        if !positional.is_empty() {
            flags |= 1;
            let count = positional.len() as u32;
            positional.into_iter().try_for_each(|e| self.expr(e))?;
            self.emit(Op::BuildTuple, count, loc);
        }
        let mut count = 0;
        for parameter in &parameters.kwonlyargs {
            if let Some(default) = parameter.default() {
                let name = self.mangled(parameter.name());
                self.constant(Const::Str(name), loc);
                self.expr(default)?;
                count += 1;
            }
        }
        if count > 0 {
            flags |= 2;
            self.emit(Op::BuildMap, count, loc);
        }
        Ok(flags)
    }

    /// Names and annotations in one tuple, as CPython had it up to 3.13.
    fn annotations(&mut self, f: &'a ast::StmtFunctionDef, loc: Loc) -> Result<u32> {
        let p = &*f.parameters;
        let plain = p.args.iter().chain(&p.posonlyargs).map(|a| &a.parameter);
        let rest = p
            .vararg
            .as_deref()
            .into_iter()
            .chain(p.kwonlyargs.iter().map(|a| &a.parameter));
        let mut count = 0;
        for parameter in plain.chain(rest).chain(p.kwarg.as_deref()) {
            if let Some(annotation) = parameter.annotation() {
                let name = self.mangled(&parameter.name);
                self.constant(Const::Str(name), loc);
                match annotation {
                    Expr::Starred(s) if !self.future_annotations => {
                        self.expr(&s.value)?;
                        self.emit(Op::UnpackSequence, 1, loc);
                    }
                    other => self.annotation(other)?,
                }
                count += 2;
            }
        }
        if let Some(returns) = &f.returns {
            self.constant(Const::Str("return".into()), loc);
            self.annotation(returns)?;
            count += 2;
        }
        if count == 0 {
            return Ok(0);
        }
        self.emit(Op::BuildTuple, count, loc);
        Ok(4)
    }

    pub(super) fn lambda(&mut self, e: &'a ast::ExprLambda, loc: Loc) -> Result {
        let flags = match &e.parameters {
            Some(parameters) => self.defaults(parameters, loc)?,
            None => 0,
        };
        let (code, free) = match self.made.get(&node_key(e)) {
            Some(made) => made.clone(),
            None => {
                let made = self.lambda_code(e, loc)?;
                self.made.insert(node_key(e), made.clone());
                made
            }
        };
        self.make_closure(code, &free, flags, loc);
        Ok(())
    }

    fn lambda_code(&mut self, e: &'a ast::ExprLambda, loc: Loc) -> Result<super::unit::Made> {
        let scope = self.symbols.of(e);
        self.enter(UnitKind::Lambda, "<lambda>", scope, loc.line as u32, None);
        if let Some(parameters) = &e.parameters {
            self.take_parameters(parameters)?;
        }
        self.expr(&e.body)?;
        let body = self.loc(&*e.body);
        self.op(Op::ReturnValue, body);
        Ok(self.finish())
    }

    /// The handler around a generator's body that keeps StopIteration inside.
    pub(super) fn wrap_stop_iteration(&mut self) {
        let handler = self.label();
        let sequence = &mut self.unit().sequence;
        let resume = sequence
            .drafts
            .iter()
            .position(|d| d.op == Op::Resume)
            .unwrap_or(0);
        sequence.insert(resume, Ir::SetupCleanup, handler.0, Loc::NONE);
        self.return_at_end();
        self.place(handler);
        self.emit(
            Op::CallIntrinsic1,
            Intrinsic1::StopIterationError as u32,
            Loc::NONE,
        );
        self.emit(Op::Reraise, 1, Loc::NONE);
    }

    pub(super) fn yield_value(&mut self, e: &'a ast::ExprYield, loc: Loc) -> Result {
        self.check_in_function(e, "'yield' outside function")?;
        match &e.value {
            Some(value) => self.expr(value)?,
            None => self.none(loc),
        }
        self.give(loc);
        Ok(())
    }

    /// Yields the value on the stack.
    pub(super) fn give(&mut self, loc: Loc) {
        let scope = &self.symbols.scopes[self.current().scope];
        if scope.generator && scope.coroutine {
            self.emit(Op::CallIntrinsic1, Intrinsic1::AsyncGenWrap as u32, loc);
        }
        self.emit(Op::YieldValue, 0, loc);
        self.emit(Op::Resume, 1, loc);
    }

    pub(super) fn yield_from_expr(&mut self, e: &'a ast::ExprYieldFrom, loc: Loc) -> Result {
        self.check_in_function(e, "'yield' outside function")?;
        if self.current().kind == UnitKind::AsyncFunction {
            return self.refuse(e, "'yield from' inside async function");
        }
        self.expr(&e.value)?;
        self.op(Op::GetYieldFromIter, loc);
        self.none(loc);
        self.delegate(2, loc);
        Ok(())
    }

    pub(super) fn await_expr(&mut self, e: &'a ast::ExprAwait, loc: Loc) -> Result {
        self.check_in_function(e, "'await' outside function")?;
        if !matches!(
            self.current().kind,
            UnitKind::AsyncFunction | UnitKind::Generator
        ) {
            return self.refuse(e, "'await' outside async function");
        }
        self.expr(&e.value)?;
        self.await_value(0, loc);
        Ok(())
    }

    /// Awaits the value on the stack.
    pub(super) fn await_value(&mut self, kind: u32, loc: Loc) {
        self.emit(Op::GetAwaitable, kind, loc);
        self.none(loc);
        self.delegate(3, loc);
    }

    /// Sends to the iterator on the stack until it ends; `resume` is the operand of RESUME.
    pub(super) fn delegate(&mut self, resume: u32, loc: Loc) {
        let send = self.label();
        self.delegate_from(send, resume, loc);
    }

    /// As `delegate`; `send` becomes the label of the SEND.
    pub(super) fn delegate_from(&mut self, send: super::Label, resume: u32, loc: Loc) {
        let (fail, exit) = (self.label(), self.label());
        self.place(send);
        self.jump(Op::Send, exit, loc);
        self.jump(Ir::SetupFinally, fail, loc);
        self.emit(Op::YieldValue, 1, loc);
        self.op(Ir::PopBlock, Loc::NONE);
        self.emit(Op::Resume, resume, loc);
        self.jump(Ir::JumpNoInterrupt, send, loc);
        self.place(fail);
        self.op(Op::CleanupThrow, loc);
        self.place(exit);
        self.op(Op::EndSend, loc);
    }
}

/// Which defaults a function has: 1 positional ones, 2 those of keywords.
fn default_flags(f: &ast::StmtFunctionDef) -> u32 {
    let p = &f.parameters;
    let positional = p
        .posonlyargs
        .iter()
        .chain(&p.args)
        .any(|p| p.default.is_some());
    let keyword = p.kwonlyargs.iter().any(|p| p.default.is_some());
    u32::from(positional) | u32::from(keyword) << 1
}

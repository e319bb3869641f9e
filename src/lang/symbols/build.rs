//! Walks the syntax tree once and notes what every scope does with its names.

use super::super::source::Source;
use super::super::{CompileError, syntax_error, unsupported};
use super::{Place, Scope, ScopeId, ScopeKind, Symbol, SymbolTable, mangle, node_key, uses};
use ruff_python_ast::{self as ast, Expr, Pattern, Stmt};
use ruff_text_size::TextRange;
use std::collections::HashMap;
use std::rc::Rc;

type Result<T = ()> = std::result::Result<T, CompileError>;

pub(super) fn build(module: &ast::ModModule, source: &Source) -> Result<SymbolTable> {
    let mut table = SymbolTable {
        scopes: Vec::new(),
        by_node: HashMap::new(),
    };
    table.scopes.push(new_scope(ScopeKind::Module, None));
    table.by_node.insert(node_key(module), 0);
    let future_annotations = super::super::future_annotations(&module.body);
    let mut builder = Builder {
        table,
        source,
        current: 0,
        class: None,
        future_annotations,
    };
    builder.body(&module.body)?;
    Ok(builder.table)
}

fn new_scope(kind: ScopeKind, parent: Option<ScopeId>) -> Scope {
    Scope {
        kind,
        parent,
        children: Vec::new(),
        names: Vec::new(),
        symbols: HashMap::new(),
        params: Vec::new(),
        comp: None,
        comp_inlined: false,
        generator: false,
        coroutine: false,
        is_async_def: false,
        is_lambda: false,
        region: None,
        needs_class_closure: false,
        annotations_used: false,
        comp_iter_expr: 0,
        comp_iter_target: false,
        returns_value: None,
        directives: Vec::new(),
    }
}

pub(super) struct Builder<'s> {
    pub(super) table: SymbolTable,
    pub(super) source: &'s Source,
    pub(super) current: ScopeId,
    class: Option<Rc<str>>,
    future_annotations: bool,
}

impl Builder<'_> {
    pub(super) fn scope(&mut self) -> &mut Scope {
        &mut self.table.scopes[self.current]
    }

    pub(super) fn refuse<T>(&self, range: TextRange, message: impl Into<String>) -> Result<T> {
        Err(syntax_error(self.source, range, message.into()))
    }

    pub(super) fn unsupported<T>(&self, at: TextRange, message: &str) -> Result<T> {
        Err(unsupported(self.source, at, message))
    }

    pub(super) fn enter<T>(&mut self, node: &T, kind: ScopeKind) -> ScopeId {
        let id = self.table.scopes.len();
        self.table.scopes.push(new_scope(kind, Some(self.current)));
        self.table.by_node.insert(node_key(node), id);
        self.scope().children.push(id);
        std::mem::replace(&mut self.current, id)
    }

    pub(super) fn leave(&mut self, outer: ScopeId) -> Result {
        let scope = &self.table.scopes[self.current];
        if let Some(range) = scope.returns_value
            && scope.generator
            && scope.coroutine
        {
            return self.refuse(range, "'return' with value in async generator");
        }
        self.current = outer;
        Ok(())
    }

    pub(super) fn mangled(&self, name: &str) -> Rc<str> {
        mangle(self.class.as_deref(), name)
    }

    pub(super) fn define(&mut self, name: &str, flag: u16, range: TextRange) -> Result {
        let name = self.mangled(name);
        self.define_in(self.current, &name, flag, range)
    }

    pub(super) fn define_in(
        &mut self,
        id: ScopeId,
        name: &Rc<str>,
        flag: u16,
        range: TextRange,
    ) -> Result {
        let in_target = self.table.scopes[self.current].comp_iter_target;
        let scope = &mut self.table.scopes[id];
        let mut flags = scope.get(name).map_or(0, |s| s.flags);
        if flag & uses::PARAM != 0 && flags & uses::PARAM != 0 {
            return self.refuse(
                range,
                format!("duplicate argument '{name}' in function definition"),
            );
        }
        flags |= flag;
        if in_target {
            if flags & (uses::GLOBAL | uses::NONLOCAL) != 0 {
                let message = format!(
                    "comprehension inner loop cannot rebind assignment expression target '{name}'"
                );
                return self.refuse(range, message);
            }
            flags |= uses::COMP_ITER;
        }
        scope.set(
            name,
            Symbol {
                flags,
                place: Place::Unknown,
            },
        );
        if flag & uses::PARAM != 0 {
            scope.params.push(name.clone());
        }
        if flag & uses::GLOBAL != 0 {
            let module = &mut self.table.scopes[0];
            let old = module.get(name).map_or(0, |s| s.flags);
            module.set(
                name,
                Symbol {
                    flags: old | flag,
                    place: Place::Unknown,
                },
            );
        }
        Ok(())
    }

    fn body(&mut self, body: &[Stmt]) -> Result {
        body.iter().try_for_each(|s| self.statement(s))
    }

    fn statement(&mut self, statement: &Stmt) -> Result {
        match statement {
            Stmt::FunctionDef(f) => self.function(f),
            Stmt::ClassDef(c) => self.class(c),
            Stmt::TypeAlias(t) => self.alias_statement(t),
            Stmt::Return(r) => {
                if let Some(value) = &r.value {
                    self.expression(value)?;
                    let range = r.range;
                    self.scope().returns_value.get_or_insert(range);
                }
                Ok(())
            }
            Stmt::Delete(d) => self.expressions(&d.targets),
            Stmt::Assign(a) => {
                self.expressions(&a.targets)?;
                self.expression(&a.value)
            }
            Stmt::AugAssign(a) => {
                self.expression(&a.target)?;
                self.expression(&a.value)
            }
            Stmt::AnnAssign(a) => self.annotated(a),
            Stmt::For(f) => {
                self.expression(&f.target)?;
                self.expression(&f.iter)?;
                self.body(&f.body)?;
                self.body(&f.orelse)
            }
            Stmt::While(w) => {
                self.expression(&w.test)?;
                self.body(&w.body)?;
                self.body(&w.orelse)
            }
            Stmt::If(i) => {
                self.expression(&i.test)?;
                self.body(&i.body)?;
                for clause in &i.elif_else_clauses {
                    self.optional(clause.test.as_ref())?;
                    self.body(&clause.body)?;
                }
                Ok(())
            }
            Stmt::With(w) => {
                for item in &w.items {
                    self.expression(&item.context_expr)?;
                    self.optional(item.optional_vars.as_deref())?;
                }
                self.body(&w.body)
            }
            Stmt::Match(m) => self.match_statement(m),
            Stmt::Raise(r) => {
                self.optional(r.exc.as_deref())?;
                self.optional(r.cause.as_deref())
            }
            Stmt::Try(t) => self.try_statement(t),
            Stmt::Assert(a) => {
                self.expression(&a.test)?;
                self.optional(a.msg.as_deref())
            }
            Stmt::Import(i) => i.names.iter().try_for_each(|a| self.alias(a)),
            Stmt::ImportFrom(i) => i.names.iter().try_for_each(|a| self.alias(a)),
            Stmt::Global(g) => self.declare(&g.names, g.range, uses::GLOBAL),
            Stmt::Nonlocal(n) => self.declare(&n.names, n.range, uses::NONLOCAL),
            Stmt::Expr(e) => self.expression(&e.value),
            Stmt::Pass(_) | Stmt::Break(_) | Stmt::Continue(_) | Stmt::IpyEscapeCommand(_) => {
                Ok(())
            }
        }
    }

    fn function(&mut self, f: &ast::StmtFunctionDef) -> Result {
        self.define(&f.name, uses::LOCAL, f.name.range)?;
        self.defaults(&f.parameters)?;
        let plain = f.type_params.is_none();
        if plain {
            self.signature(f)?;
        }
        f.decorator_list
            .iter()
            .try_for_each(|d| self.expression(&d.expression))?;
        let generic = match f.type_params.as_deref() {
            Some(params) => {
                let outer = self.type_params(params)?;
                let p = &f.parameters;
                if p.posonlyargs
                    .iter()
                    .chain(&p.args)
                    .any(|p| p.default.is_some())
                {
                    self.define(".defaults", uses::PARAM, params.range)?;
                }
                if p.kwonlyargs.iter().any(|p| p.default.is_some()) {
                    self.define(".kwdefaults", uses::PARAM, params.range)?;
                }
                self.signature(f)?;
                Some(outer)
            }
            None => None,
        };
        let outer = self.enter(f, ScopeKind::Function);
        self.scope().coroutine = f.is_async;
        self.scope().is_async_def = f.is_async;
        self.parameters(&f.parameters)?;
        self.body(&f.body)?;
        self.leave(outer)?;
        generic.map_or(Ok(()), |outer| self.leave(outer))
    }

    fn signature(&mut self, f: &ast::StmtFunctionDef) -> Result {
        if !self.future_annotations {
            for parameter in f.parameters.iter() {
                self.optional(parameter.annotation())?;
            }
            self.optional(f.returns.as_deref())?;
        }
        Ok(())
    }

    /// Enters the scope in which type parameters live.
    fn type_params(&mut self, params: &ast::TypeParams) -> Result<ScopeId> {
        let outer = self.enter(params, ScopeKind::Function);
        self.scope().region = Some("the definition of a generic");
        for param in params.iter() {
            let name = param.name();
            let (bound, default, region) = match param {
                ast::TypeParam::TypeVar(t) => (
                    t.bound.as_ref().map(|_| &t.bound),
                    &t.default,
                    "a TypeVar default",
                ),
                ast::TypeParam::TypeVarTuple(t) => (None, &t.default, "a TypeVarTuple default"),
                ast::TypeParam::ParamSpec(t) => (None, &t.default, "a ParamSpec default"),
            };
            if self
                .scope()
                .get(name)
                .is_some_and(|s| s.flags & uses::LOCAL != 0)
            {
                return self.refuse(name.range, format!("duplicate type parameter '{name}'"));
            }
            self.define(name, uses::LOCAL, name.range)?;
            let bound = bound.map(|b| (b, "a TypeVar bound"));
            for (part, region) in bound.into_iter().chain([(default, region)]) {
                if let Some(expression) = part {
                    self.thunk(part, expression, region)?;
                }
            }
        }
        Ok(outer)
    }

    /// An expression that is a function of its own.
    fn thunk<T>(&mut self, node: &T, expression: &Expr, region: &'static str) -> Result {
        let outer = self.enter(node, ScopeKind::Function);
        self.scope().region = Some(region);
        self.expression(expression)?;
        self.leave(outer)
    }

    fn alias_statement(&mut self, t: &ast::StmtTypeAlias) -> Result {
        if let Expr::Name(name) = &*t.name {
            self.define(&name.id, uses::LOCAL, name.range)?;
        }
        let outer = match t.type_params.as_deref() {
            Some(params) => Some(self.type_params(params)?),
            None => None,
        };
        self.thunk(&t.value, &t.value, "a type alias")?;
        outer.map_or(Ok(()), |outer| self.leave(outer))
    }

    fn class(&mut self, c: &ast::StmtClassDef) -> Result {
        self.define(&c.name, uses::LOCAL, c.name.range)?;
        c.decorator_list
            .iter()
            .try_for_each(|d| self.expression(&d.expression))?;
        let generic = match c.type_params.as_deref() {
            Some(params) => Some(self.type_params(params)?),
            None => None,
        };
        if let Some(arguments) = &c.arguments {
            self.arguments(arguments)?;
        }
        let outer = self.enter(c, ScopeKind::Class);
        let class = self.class.replace(c.name.as_str().into());
        self.body(&c.body)?;
        self.class = class;
        self.leave(outer)?;
        generic.map_or(Ok(()), |outer| self.leave(outer))
    }

    pub(super) fn defaults(&mut self, parameters: &ast::Parameters) -> Result {
        parameters
            .iter_non_variadic_params()
            .try_for_each(|p| self.optional(p.default()))
    }

    pub(super) fn parameters(&mut self, parameters: &ast::Parameters) -> Result {
        for p in parameters.iter_non_variadic_params() {
            self.define(p.name(), uses::PARAM, p.parameter.range)?;
        }
        for p in [&parameters.vararg, &parameters.kwarg]
            .into_iter()
            .flatten()
        {
            self.define(&p.name, uses::PARAM, p.range)?;
        }
        Ok(())
    }

    fn annotated(&mut self, a: &ast::StmtAnnAssign) -> Result {
        let in_function = self.scope().kind == ScopeKind::Function;
        if let Expr::Name(name) = &*a.target {
            let mangled = self.mangled(&name.id);
            let flags = self.scope().get(&mangled).map_or(0, |s| s.flags);
            if a.simple && flags & (uses::GLOBAL | uses::NONLOCAL) != 0 && self.current != 0 {
                let kind = if flags & uses::GLOBAL != 0 {
                    "global"
                } else {
                    "nonlocal"
                };
                return self.refuse(
                    a.range,
                    format!("annotated name '{mangled}' can't be {kind}"),
                );
            }
            if a.simple {
                self.define(&name.id, uses::ANNOTATED | uses::LOCAL, name.range)?;
                self.scope().annotations_used = true;
            } else if a.value.is_some() {
                self.define(&name.id, uses::LOCAL, name.range)?;
            }
        } else {
            self.expression(&a.target)?;
        }
        if !in_function && !self.future_annotations {
            self.expression(&a.annotation)?;
        }
        self.optional(a.value.as_deref())
    }

    fn try_statement(&mut self, t: &ast::StmtTry) -> Result {
        self.body(&t.body)?;
        for ast::ExceptHandler::ExceptHandler(handler) in &t.handlers {
            self.optional(handler.type_.as_deref())?;
            if let Some(name) = &handler.name {
                self.define(name, uses::LOCAL, name.range)?;
            }
            self.body(&handler.body)?;
        }
        self.body(&t.orelse)?;
        self.body(&t.finalbody)
    }

    fn alias(&mut self, alias: &ast::Alias) -> Result {
        let name = alias.asname.as_ref().unwrap_or(&alias.name);
        if name.as_str() == "*" {
            if self.scope().kind != ScopeKind::Module {
                return self.refuse(alias.range, "import * only allowed at module level");
            }
            return Ok(());
        }
        let bound = if alias.asname.is_some() {
            name.as_str()
        } else {
            name.split('.').next().unwrap_or_default()
        };
        self.define(bound, uses::IMPORT, alias.range)
    }

    fn declare(&mut self, names: &[ast::Identifier], range: TextRange, flag: u16) -> Result {
        let word = if flag == uses::GLOBAL {
            "global"
        } else {
            "nonlocal"
        };
        for name in names {
            let mangled = self.mangled(name);
            let flags = self.scope().get(&mangled).map_or(0, |s| s.flags);
            let complaint = if flags & uses::PARAM != 0 {
                Some(format!("name '{mangled}' is parameter and {word}"))
            } else if flags & uses::USE != 0 {
                Some(format!(
                    "name '{mangled}' is used prior to {word} declaration"
                ))
            } else if flags & uses::ANNOTATED != 0 {
                Some(format!("annotated name '{mangled}' can't be {word}"))
            } else if flags & uses::LOCAL != 0 {
                Some(format!(
                    "name '{mangled}' is assigned to before {word} declaration"
                ))
            } else {
                None
            };
            if let Some(message) = complaint {
                return self.refuse(range, message);
            }
            self.define(name, flag, range)?;
            self.scope().directives.push((mangled, range));
        }
        Ok(())
    }

    fn match_statement(&mut self, m: &ast::StmtMatch) -> Result {
        self.expression(&m.subject)?;
        for case in &m.cases {
            self.pattern(&case.pattern)?;
            self.optional(case.guard.as_deref())?;
            self.body(&case.body)?;
        }
        Ok(())
    }

    fn capture(&mut self, name: Option<&ast::Identifier>) -> Result {
        name.map_or(Ok(()), |n| self.define(n, uses::LOCAL, n.range))
    }

    fn pattern(&mut self, pattern: &Pattern) -> Result {
        match pattern {
            Pattern::MatchValue(p) => self.expression(&p.value),
            Pattern::MatchSingleton(_) => Ok(()),
            Pattern::MatchSequence(p) => p.patterns.iter().try_for_each(|p| self.pattern(p)),
            Pattern::MatchMapping(p) => {
                self.expressions(&p.keys)?;
                p.patterns.iter().try_for_each(|p| self.pattern(p))?;
                self.capture(p.rest.as_ref())
            }
            Pattern::MatchClass(p) => {
                self.expression(&p.cls)?;
                p.arguments
                    .patterns
                    .iter()
                    .try_for_each(|p| self.pattern(p))?;
                p.arguments
                    .keywords
                    .iter()
                    .try_for_each(|k| self.pattern(&k.pattern))
            }
            Pattern::MatchStar(p) => self.capture(p.name.as_ref()),
            Pattern::MatchAs(p) => {
                p.pattern.as_deref().map_or(Ok(()), |p| self.pattern(p))?;
                self.capture(p.name.as_ref())
            }
            Pattern::MatchOr(p) => p.patterns.iter().try_for_each(|p| self.pattern(p)),
        }
    }
}

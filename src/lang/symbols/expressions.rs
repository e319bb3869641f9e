//! Names in expressions, for `build`: comprehensions, lambdas, `:=`.

use super::super::CompileError;
use super::build::Builder;
use super::{CompKind, ScopeKind, uses};
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::TextRange;

type Result<T = ()> = std::result::Result<T, CompileError>;

impl Builder<'_> {
    pub(super) fn expressions(&mut self, list: &[Expr]) -> Result {
        list.iter().try_for_each(|e| self.expression(e))
    }

    pub(super) fn optional(&mut self, expression: Option<&Expr>) -> Result {
        expression.map_or(Ok(()), |e| self.expression(e))
    }

    pub(super) fn arguments(&mut self, arguments: &ast::Arguments) -> Result {
        self.expressions(&arguments.args)?;
        arguments
            .keywords
            .iter()
            .try_for_each(|k| self.expression(&k.value))
    }

    pub(super) fn expression(&mut self, expression: &Expr) -> Result {
        match expression {
            Expr::BoolOp(e) => self.expressions(&e.values),
            Expr::Named(e) => self.walrus(e),
            Expr::BinOp(_) => self.operators(expression),
            Expr::UnaryOp(e) => self.expression(&e.operand),
            Expr::Lambda(e) => self.lambda(e),
            Expr::If(e) => {
                self.expression(&e.test)?;
                self.expression(&e.body)?;
                self.expression(&e.orelse)
            }
            Expr::Dict(e) => {
                for item in &e.items {
                    self.optional(item.key.as_ref())?;
                    self.expression(&item.value)?;
                }
                Ok(())
            }
            Expr::Set(e) => self.expressions(&e.elts),
            Expr::ListComp(e) => self.comprehension(e, CompKind::List, &e.generators, &e.elt, None),
            Expr::SetComp(e) => self.comprehension(e, CompKind::Set, &e.generators, &e.elt, None),
            Expr::DictComp(e) => match &e.key {
                Some(key) => {
                    self.comprehension(e, CompKind::Dict, &e.generators, key, Some(&e.value))
                }
                None => self.refuse(
                    e.range,
                    "dict unpacking cannot be used in dict comprehension",
                ),
            },
            Expr::Generator(e) => {
                self.comprehension(e, CompKind::Generator, &e.generators, &e.elt, None)
            }
            Expr::Await(e) => {
                self.allowed("await", e.range)?;
                self.scope().coroutine = true;
                self.expression(&e.value)
            }
            Expr::Yield(e) => {
                self.allowed("yield", e.range)?;
                self.optional(e.value.as_deref())?;
                self.mark_generator(e.range)
            }
            Expr::YieldFrom(e) => {
                self.allowed("yield", e.range)?;
                self.expression(&e.value)?;
                self.mark_generator(e.range)
            }
            Expr::Compare(e) => {
                self.expression(&e.left)?;
                self.expressions(&e.comparators)
            }
            Expr::Call(e) => {
                self.expression(&e.func)?;
                self.arguments(&e.arguments)
            }
            Expr::FString(e) => self.interpolated(e),
            Expr::TString(e) => self.unsupported(
                e.range,
                "template strings are not supported: use an f-string",
            ),
            Expr::Attribute(e) => self.expression(&e.value),
            Expr::Subscript(e) => {
                self.expression(&e.value)?;
                self.expression(&e.slice)
            }
            Expr::Starred(e) => self.expression(&e.value),
            Expr::Name(e) => self.name(e),
            Expr::List(e) => self.expressions(&e.elts),
            Expr::Tuple(e) => self.expressions(&e.elts),
            Expr::Slice(e) => [&e.lower, &e.upper, &e.step]
                .into_iter()
                .try_for_each(|part| self.optional(part.as_deref())),
            _ => Ok(()),
        }
    }

    /// Long chains such as `a + a + a …` lean to the left: walked without recursion.
    fn operators(&mut self, expression: &Expr) -> Result {
        let mut rights = Vec::new();
        let mut next = expression;
        while let Expr::BinOp(e) = next {
            rights.push(&*e.right);
            next = &e.left;
        }
        self.expression(next)?;
        rights
            .into_iter()
            .rev()
            .try_for_each(|e| self.expression(e))
    }

    fn name(&mut self, name: &ast::ExprName) -> Result {
        let load = name.ctx == ast::ExprContext::Load;
        self.define(
            &name.id,
            if load { uses::USE } else { uses::LOCAL },
            name.range,
        )?;
        if load && self.scope().kind == ScopeKind::Function && name.id == "super" {
            self.define("__class__", uses::USE, name.range)?;
        }
        Ok(())
    }

    fn interpolated(&mut self, string: &ast::ExprFString) -> Result {
        string
            .value
            .elements()
            .try_for_each(|e| self.interpolated_element(e))
    }

    fn interpolated_element(&mut self, element: &ast::InterpolatedStringElement) -> Result {
        let ast::InterpolatedStringElement::Interpolation(field) = element else {
            return Ok(());
        };
        self.expression(&field.expression)?;
        match &field.format_spec {
            Some(spec) => spec
                .elements
                .iter()
                .try_for_each(|e| self.interpolated_element(e)),
            None => Ok(()),
        }
    }

    fn lambda(&mut self, lambda: &ast::ExprLambda) -> Result {
        if let Some(parameters) = &lambda.parameters {
            self.defaults(parameters)?;
        }
        let outer = self.enter(lambda, ScopeKind::Function);
        self.scope().is_lambda = true;
        if let Some(parameters) = &lambda.parameters {
            self.parameters(parameters)?;
        }
        self.expression(&lambda.body)?;
        self.leave(outer)
    }

    fn mark_generator(&mut self, range: TextRange) -> Result {
        self.scope().generator = true;
        let kind = match self.scope().comp {
            None => return Ok(()),
            Some(CompKind::List) => "'yield' inside list comprehension",
            Some(CompKind::Set) => "'yield' inside set comprehension",
            Some(CompKind::Dict) => "'yield' inside dict comprehension",
            Some(CompKind::Generator) => "'yield' inside generator expression",
        };
        self.refuse(range, kind)
    }

    fn comprehension<T>(
        &mut self,
        node: &T,
        kind: CompKind,
        generators: &[ast::Comprehension],
        element: &Expr,
        value: Option<&Expr>,
    ) -> Result {
        self.scope().comp_iter_expr += 1;
        self.expression(&generators[0].iter)?;
        self.scope().comp_iter_expr -= 1;
        let outer = self.enter(node, ScopeKind::Function);
        self.scope().comp = Some(kind);
        self.define(".0", uses::PARAM | uses::USE, TextRange::default())?;
        for (index, generator) in generators.iter().enumerate() {
            self.scope().comp_iter_target = true;
            self.expression(&generator.target)?;
            self.scope().comp_iter_target = false;
            if index > 0 {
                self.scope().comp_iter_expr += 1;
                self.expression(&generator.iter)?;
                self.scope().comp_iter_expr -= 1;
            }
            self.expressions(&generator.ifs)?;
            self.scope().coroutine |= generator.is_async;
        }
        self.expression(element)?;
        self.optional(value)?;
        self.scope().generator = kind == CompKind::Generator;
        let spreads = self.scope().coroutine && kind != CompKind::Generator;
        self.leave(outer)?;
        self.scope().coroutine |= spreads;
        Ok(())
    }

    /// Bounds, defaults and aliases take no such expressions.
    fn allowed(&mut self, kind: &str, range: TextRange) -> Result {
        match self.scope().region {
            Some(region) => {
                let message = format!("{kind} expression cannot be used within {region}");
                self.refuse(range, message)
            }
            None => Ok(()),
        }
    }

    fn walrus(&mut self, named: &ast::ExprNamed) -> Result {
        self.allowed("named", named.range)?;
        if self.scope().comp_iter_expr > 0 {
            let message =
                "assignment expression cannot be used in a comprehension iterable expression";
            return self.refuse(named.range, message);
        }
        if self.scope().comp.is_some()
            && let Expr::Name(target) = &*named.target
        {
            self.walrus_in_comprehension(target)?;
        }
        self.expression(&named.value)?;
        self.expression(&named.target)
    }

    /// `:=` in a comprehension binds in the scope around all comprehensions.
    fn walrus_in_comprehension(&mut self, target: &ast::ExprName) -> Result {
        let name = self.mangled(&target.id);
        let mut next = Some(self.current);
        while let Some(id) = next {
            let scope = &self.table.scopes[id];
            let flags = scope.get(&name).map_or(0, |s| s.flags);
            next = scope.parent;
            if scope.comp.is_some() {
                if flags & uses::COMP_ITER != 0 {
                    let message = format!(
                        "assignment expression cannot rebind comprehension iteration variable '{name}'"
                    );
                    return self.refuse(target.range, message);
                }
                continue;
            }
            if let Some(region) = scope.region {
                let message = format!(
                    "assignment expression within a comprehension cannot be used in {region}"
                );
                return self.refuse(target.range, message);
            }
            let (inner, outer) = match scope.kind {
                ScopeKind::Class => {
                    let message = "assignment expression within a comprehension cannot be used in a class body";
                    return self.refuse(target.range, message);
                }
                ScopeKind::Function if flags & uses::GLOBAL == 0 => (uses::NONLOCAL, uses::LOCAL),
                ScopeKind::Function => (uses::GLOBAL, uses::LOCAL),
                ScopeKind::Module => (uses::GLOBAL, uses::GLOBAL),
            };
            self.define(&target.id, inner, target.range)?;
            self.scope().directives.push((name.clone(), target.range));
            return self.define_in(id, &name, outer, target.range);
        }
        Ok(())
    }
}

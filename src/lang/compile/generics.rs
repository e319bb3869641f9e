//! Type parameters (`def f[T]`, `class C[T]`) and `type` statements.
//!
//! As in CPython, what has type parameters is made by a function of its own, in which they are local
//! variables; bounds and values are functions, so that they are looked at only when someone asks.

use super::super::code::{CodeId, Const, Op};
use super::super::source::Loc;
use super::super::symbols::node_key;
use super::names::Access;
use super::unit::{Made, UnitKind};
use super::{Compiler, Result};
use ruff_python_ast::{self as ast, Expr, TypeParam};

/// What a function that has type parameters makes.
pub(super) enum Generic<'a> {
    Function(&'a ast::StmtFunctionDef, u32, u32),
    Class(&'a ast::StmtClassDef, i32),
    Alias(&'a ast::StmtTypeAlias),
}

impl<'a> Compiler<'a> {
    /// Pushes the function that makes something with type parameters, ready to be called.
    pub(super) fn generic(
        &mut self,
        params: &'a ast::TypeParams,
        what: &Generic<'a>,
        loc: Loc,
    ) -> Result {
        let (code, free) = match self.made.get(&node_key(params)) {
            Some(made) => made.clone(),
            None => {
                let made = self.generic_code(params, what, loc)?;
                self.made.insert(node_key(params), made.clone());
                made
            }
        };
        self.make_closure(code, &free, 0, loc);
        self.op(Op::PushNull, loc);
        Ok(())
    }

    fn generic_code(
        &mut self,
        params: &'a ast::TypeParams,
        what: &Generic<'a>,
        loc: Loc,
    ) -> Result<Made> {
        let scope = self.symbols.of(params);
        let name = match what {
            Generic::Function(f, ..) => f.name.as_str(),
            Generic::Class(c, _) => c.name.as_str(),
            Generic::Alias(a) => alias_name(a),
        };
        let title = format!("<generic parameters of {name}>");
        self.enter(UnitKind::TypeParams, &title, scope, loc.line as u32, None);
        self.unit().arg_count = self.symbols.scopes[scope].params.len() as u32;
        let mut defaults = false;
        for param in params.iter() {
            if defaults && param.default().is_none() {
                let name = param.name();
                let message =
                    format!("non-default type parameter '{name}' follows default type parameter");
                return self.refuse(param, message);
            }
            defaults |= param.default().is_some();
            self.type_param(param, loc)?;
        }
        match what {
            Generic::Function(f, line, defaults) => {
                self.generic_function(f, *line, *defaults, loc)?
            }
            Generic::Class(c, line) => {
                self.typing("_generic_class", loc);
                self.class_object(c, *line, loc)?;
                self.type_params_tuple(params, loc);
                self.emit(Op::Call, 2, loc);
            }
            Generic::Alias(a) => self.alias_object(a, Some(params), loc)?,
        }
        if matches!(what, Generic::Function(..)) {
            self.emit(Op::Copy, 1, loc);
            self.type_params_tuple(params, loc);
            self.emit(Op::Swap, 2, loc);
            self.named_plain(Op::StoreAttr, "__type_params__", loc);
        }
        self.op(Op::ReturnValue, loc);
        Ok(self.finish())
    }

    /// Pushes a helper of `typing`, ready to be called.
    fn typing(&mut self, name: &str, loc: Loc) {
        self.constant(Const::Int(0), loc);
        self.none(loc);
        self.named_plain(Op::ImportName, "typing", loc);
        self.load_attr(name, false, loc);
        self.op(Op::PushNull, loc);
    }

    fn type_param(&mut self, param: &'a TypeParam, loc: Loc) -> Result {
        let (kind, name, bound, default) = match param {
            TypeParam::TypeVar(t) => (0, &t.name, Some(&t.bound), &t.default),
            TypeParam::TypeVarTuple(t) => (1, &t.name, None, &t.default),
            TypeParam::ParamSpec(t) => (2, &t.name, None, &t.default),
        };
        self.typing("_type_param", loc);
        self.constant(Const::Int(kind), loc);
        self.constant(Const::Str(name.as_str().into()), loc);
        match bound {
            Some(bound) => self.thunk(bound, name, loc)?,
            None => self.none(loc),
        }
        self.thunk(default, name, loc)?;
        self.emit(Op::Call, 4, loc);
        self.name(name, Access::Store, loc);
        Ok(())
    }

    /// Pushes a function without parameters that gives the value of an expression, or `None`.
    fn thunk(&mut self, value: &'a Option<Box<Expr>>, name: &str, loc: Loc) -> Result {
        let Some(expression) = value else {
            self.none(loc);
            return Ok(());
        };
        let made = self.thunk_code(node_key(value), expression, name, loc)?;
        self.make_closure(made.0, &made.1, 0, loc);
        Ok(())
    }

    fn thunk_code(
        &mut self,
        key: usize,
        expression: &'a Expr,
        name: &str,
        loc: Loc,
    ) -> Result<(CodeId, Vec<std::rc::Rc<str>>)> {
        if let Some(made) = self.made.get(&key) {
            return Ok(made.clone());
        }
        let scope = self.symbols.at(key);
        self.enter(UnitKind::Lambda, name, scope, loc.line as u32, None);
        self.expr(expression)?;
        let body = self.loc(expression);
        self.op(Op::ReturnValue, body);
        let made = self.finish();
        self.made.insert(key, made.clone());
        Ok(made)
    }

    fn type_params_tuple(&mut self, params: &'a ast::TypeParams, loc: Loc) {
        let mut count = 0;
        for param in params.iter() {
            self.name(param.name(), Access::Load, loc);
            count += 1;
        }
        self.emit(Op::BuildTuple, count, loc);
    }

    pub(super) fn type_alias(&mut self, a: &'a ast::StmtTypeAlias) -> Result {
        let loc = self.loc(a);
        match &a.type_params {
            Some(params) => {
                self.generic(params, &Generic::Alias(a), loc)?;
                self.emit(Op::Call, 0, loc);
            }
            None => self.alias_object(a, None, loc)?,
        }
        self.name(alias_name(a), Access::Store, loc);
        Ok(())
    }

    fn alias_object(
        &mut self,
        a: &'a ast::StmtTypeAlias,
        params: Option<&'a ast::TypeParams>,
        loc: Loc,
    ) -> Result {
        self.typing("_type_alias", loc);
        self.constant(Const::Str(alias_name(a).into()), loc);
        let made = self.thunk_code(node_key(&a.value), &a.value, alias_name(a), loc)?;
        self.make_closure(made.0, &made.1, 0, loc);
        match params {
            Some(params) => self.type_params_tuple(params, loc),
            None => self.emit(Op::BuildTuple, 0, loc),
        }
        self.emit(Op::Call, 3, loc);
        Ok(())
    }
}

pub(super) fn alias_name(a: &ast::StmtTypeAlias) -> &str {
    match &*a.name {
        Expr::Name(name) => &name.id,
        _ => "",
    }
}

//! Class statements.

use super::super::code::{Const, Op};
use super::super::source::Loc;
use super::super::symbols::node_key;
use super::names::Access;
use super::unit::{Made, UnitKind};
use super::{Compiler, Result};
use ruff_python_ast as ast;

impl<'a> Compiler<'a> {
    pub(super) fn class(&mut self, c: &'a ast::StmtClassDef) -> Result {
        self.check_name(&c.name, Access::Store, &c.name)?;
        self.decorators(&c.decorator_list)?;
        let loc = self.definition_loc(c.range, &c.decorator_list);
        let first_line = c
            .decorator_list
            .first()
            .map_or(loc.line, |d| self.loc(&d.expression).line);
        match &c.type_params {
            Some(params) => {
                let what = super::generics::Generic::Class(c, first_line);
                self.generic(params, &what, loc)?;
                self.emit(Op::Call, 0, loc);
            }
            None => self.class_object(c, first_line, loc)?,
        }
        self.apply_decorators(&c.decorator_list);
        self.name(&c.name, Access::Store, loc);
        Ok(())
    }

    /// Pushes the class.
    pub(super) fn class_object(
        &mut self,
        c: &'a ast::StmtClassDef,
        first_line: i32,
        loc: Loc,
    ) -> Result {
        let (code, free) = match self.made.get(&node_key(c)) {
            Some(made) => made.clone(),
            None => {
                let made = self.class_code(c, first_line)?;
                self.made.insert(node_key(c), made.clone());
                made
            }
        };
        self.op(Op::LoadBuildClass, loc);
        self.op(Op::PushNull, loc);
        self.make_closure(code, &free, 0, loc);
        self.constant(Const::Str(c.name.as_str().into()), loc);
        match &c.arguments {
            Some(arguments) => self.arguments(2, arguments, loc)?,
            None => self.emit(Op::Call, 2, loc),
        }
        Ok(())
    }

    fn class_code(&mut self, c: &'a ast::StmtClassDef, line: i32) -> Result<Made> {
        let scope = self.symbols.of(c);
        self.enter(
            UnitKind::Class,
            &c.name,
            scope,
            line as u32,
            Some(c.name.as_str().into()),
        );
        let loc = Loc::line(line);
        self.name("__name__", Access::Load, loc);
        self.name("__module__", Access::Store, loc);
        let qualname = self.current().qualname.clone();
        self.constant(Const::Str(qualname), loc);
        self.name("__qualname__", Access::Store, loc);
        self.constant(Const::Int(i64::from(line)), loc);
        self.name("__firstlineno__", Access::Store, loc);
        self.body(&c.body)?;
        let attributes: Vec<Const> = self
            .unit()
            .static_attributes
            .iter()
            .map(|name| Const::Str(name.clone()))
            .collect();
        self.constant(Const::Tuple(attributes.into()), Loc::NONE);
        self.name("__static_attributes__", Access::Store, Loc::NONE);
        if self.symbols.scopes[scope].needs_class_closure {
            let cell = self.current().cell("__class__");
            self.emit(super::Ir::LoadClosure, cell, Loc::NONE);
            self.emit(Op::Copy, 1, Loc::NONE);
            self.name("__classcell__", Access::Store, Loc::NONE);
        } else {
            self.none(Loc::NONE);
        }
        self.op(Op::ReturnValue, Loc::NONE);
        Ok(self.finish())
    }
}

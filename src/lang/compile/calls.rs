//! Calls: of methods, with keywords, with stars, and of `super()`.

use super::super::code::{Const, Intrinsic1, Op};
use super::super::flow::Ir;
use super::super::source::Loc;
use super::super::symbols::{Place, uses};
use super::displays::Display;
use super::names::Access;
use super::{Compiler, Result, STACK_USE};
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

impl<'a> Compiler<'a> {
    pub(super) fn call(&mut self, e: &'a ast::ExprCall, loc: Loc) -> Result {
        self.check_arguments(&e.arguments)?;
        if let Expr::Attribute(method) = &*e.func
            && self.is_method_call(method, &e.arguments)
        {
            return self.method_call(e, method, loc);
        }
        self.expr(&e.func)?;
        let func = self.loc(&*e.func);
        let end = self.label();
        if let Some(kind) = self.reducing_call(e) {
            self.reduce_generator(&e.arguments, kind, (func, loc), end)?;
        }
        self.op(Op::PushNull, func);
        self.arguments(0, &e.arguments, loc)?;
        self.place(end);
        Ok(())
    }

    fn check_arguments(&self, arguments: &ast::Arguments) -> Result {
        let mut seen = std::collections::BTreeSet::new();
        for keyword in &arguments.keywords {
            if let Some(name) = &keyword.arg {
                self.check_name(name, Access::Store, keyword)?;
                if !seen.insert(name.as_str()) {
                    return self.refuse(keyword, format!("keyword argument repeated: {name}"));
                }
            }
        }
        Ok(())
    }

    fn is_method_call(&self, method: &ast::ExprAttribute, arguments: &ast::Arguments) -> bool {
        if let Expr::Name(owner) = &*method.value
            && self.symbols.scopes[0]
                .get(&owner.id)
                .is_some_and(|s| s.flags & uses::IMPORT != 0)
        {
            return false;
        }
        let keywords = arguments.keywords.len();
        arguments.args.len() + keywords + usize::from(keywords > 0) < STACK_USE
            && !arguments.args.iter().any(Expr::is_starred_expr)
            && arguments.keywords.iter().all(|k| k.arg.is_some())
    }

    fn method_call(
        &mut self,
        e: &'a ast::ExprCall,
        method: &'a ast::ExprAttribute,
        loc: Loc,
    ) -> Result {
        let func = self.loc(method);
        if let Some(call) = self.super_call(&method.value, &method.attr) {
            self.super_operands(call)?;
            let at = self.attr_loc(func, method);
            self.super_attr(call, &method.attr, true, at);
        } else {
            self.expr(&method.value)?;
            let at = self.attr_loc(func, method);
            self.load_attr(&method.attr, true, at);
        }
        self.positional(&e.arguments)?;
        let count = e.arguments.args.len() as u32;
        let at = self.attr_loc_of_call(loc, method);
        if e.arguments.keywords.is_empty() {
            self.emit(Op::Call, count, at);
        } else {
            self.keywords(&e.arguments.keywords)?;
            let names = self.attr_loc(func, method);
            self.keyword_names(&e.arguments.keywords, names);
            self.emit(Op::CallKw, count + e.arguments.keywords.len() as u32, at);
        }
        Ok(())
    }

    /// A method call that spans lines begins at the name of the method.
    fn attr_loc_of_call(&self, loc: Loc, method: &ast::ExprAttribute) -> Loc {
        let mut loc = loc;
        let (line, column) = self.source.line_col(method.range().end());
        if loc.line != line as i32 {
            loc.line = line as i32;
            let length = method.attr.chars().count() as i32;
            if length <= column as i32 {
                loc.col = column as i32 - length;
                loc.end_col = loc.end_col.max(0);
            } else {
                loc.col = -1;
                loc.end_col = -1;
            }
        }
        loc
    }

    fn keywords(&mut self, keywords: &'a [ast::Keyword]) -> Result {
        keywords.iter().try_for_each(|k| self.expr(&k.value))
    }

    fn keyword_names(&mut self, keywords: &[ast::Keyword], loc: Loc) {
        let names: Vec<Const> = keywords
            .iter()
            .filter_map(|k| k.arg.as_ref())
            .map(|n| Const::Str(self.mangled(n)))
            .collect();
        self.constant(Const::Tuple(names.into()), loc);
    }

    fn positional(&mut self, arguments: &'a ast::Arguments) -> Result {
        if let [Expr::Generator(only)] = &*arguments.args
            && !only.parenthesized
        {
            // Its place is that of the call's parentheses.
            let at = self.loc(arguments);
            return self.comprehension(&arguments.args[0], at);
        }
        self.exprs(&arguments.args)
    }

    /// Pushes arguments and calls; `pushed` arguments are on the stack already.
    pub(super) fn arguments(
        &mut self,
        pushed: u32,
        arguments: &'a ast::Arguments,
        loc: Loc,
    ) -> Result {
        let (args, keywords) = (&arguments.args, &arguments.keywords);
        let starred =
            args.iter().any(Expr::is_starred_expr) || keywords.iter().any(|k| k.arg.is_none());
        if starred || args.len() + keywords.len() * 2 > STACK_USE {
            return self.starred_arguments(pushed, arguments, loc);
        }
        self.positional(arguments)?;
        let count = pushed + args.len() as u32;
        if keywords.is_empty() {
            self.emit(Op::Call, count, loc);
        } else {
            self.keywords(keywords)?;
            self.keyword_names(keywords, loc);
            self.emit(Op::CallKw, count + keywords.len() as u32, loc);
        }
        Ok(())
    }

    fn starred_arguments(
        &mut self,
        pushed: u32,
        arguments: &'a ast::Arguments,
        loc: Loc,
    ) -> Result {
        match &*arguments.args {
            [Expr::Starred(only)] if pushed == 0 => self.expr(&only.value)?,
            args => self.starred_display(args, Display::Tuple, pushed, loc)?,
        }
        if arguments.keywords.is_empty() {
            self.op(Op::PushNull, loc);
        } else {
            self.starred_keywords(&arguments.keywords, loc)?;
        }
        self.op(Op::CallFunctionEx, loc);
        Ok(())
    }

    fn starred_keywords(&mut self, keywords: &'a [ast::Keyword], loc: Loc) -> Result {
        let mut have_dict = false;
        let mut pending = 0;
        for (index, keyword) in keywords.iter().enumerate() {
            if keyword.arg.is_some() {
                pending += 1;
                continue;
            }
            if pending > 0 {
                self.keyword_dict(&keywords[index - pending..index], &mut have_dict, loc)?;
                pending = 0;
            }
            if !have_dict {
                self.emit(Op::BuildMap, 0, loc);
                have_dict = true;
            }
            self.expr(&keyword.value)?;
            self.emit(Op::DictMerge, 1, loc);
        }
        if pending > 0 {
            self.keyword_dict(&keywords[keywords.len() - pending..], &mut have_dict, loc)?;
        }
        Ok(())
    }

    fn keyword_dict(
        &mut self,
        keywords: &'a [ast::Keyword],
        have_dict: &mut bool,
        loc: Loc,
    ) -> Result {
        let big = keywords.len() * 2 > STACK_USE;
        if big {
            self.emit(Op::BuildMap, 0, Loc::NONE);
        }
        for keyword in keywords {
            if let Some(name) = &keyword.arg {
                let name = self.mangled(name);
                self.constant(Const::Str(name), loc);
            }
            self.expr(&keyword.value)?;
            if big {
                self.emit(Op::MapAdd, 1, Loc::NONE);
            }
        }
        if !big {
            self.emit(Op::BuildMap, keywords.len() as u32, loc);
        }
        if std::mem::replace(have_dict, true) {
            self.emit(Op::DictMerge, 1, loc);
        }
        Ok(())
    }

    /// `super()` or `super(C, self)` whose attribute can be looked up at once.
    pub(super) fn super_call(&self, owner: &'a Expr, attr: &str) -> Option<&'a ast::ExprCall> {
        let Expr::Call(call) = owner else { return None };
        let Expr::Name(name) = &*call.func else {
            return None;
        };
        let (args, unit) = (&call.arguments.args, self.current());
        // `super().__class__` is the class of the super object itself.
        if name.id != "super"
            || attr == "__class__"
            || !call.arguments.keywords.is_empty()
            || self.place_of("super") != Place::GlobalImplicit
            || self.symbols.scopes[0].get("super").is_some()
            || args.iter().any(Expr::is_starred_expr)
        {
            return None;
        }
        match args.len() {
            2 => Some(call),
            0 if unit.arg_count > 0 && self.place_of("__class__") == Place::Free => Some(call),
            _ => None,
        }
    }

    pub(super) fn super_operands(&mut self, call: &'a ast::ExprCall) -> Result {
        let func = self.loc(&*call.func);
        self.name("super", Access::Load, func);
        if !call.arguments.args.is_empty() {
            return self.exprs(&call.arguments.args);
        }
        let loc = self.loc(call);
        self.name("__class__", Access::Load, loc);
        let first = self.current().locals[0].clone();
        self.name(&first, Access::Load, loc);
        Ok(())
    }

    pub(super) fn super_attr(&mut self, call: &ast::ExprCall, name: &str, method: bool, loc: Loc) {
        let two = !call.arguments.args.is_empty();
        let mangled = self.mangled(name);
        let id = self.name_id(&mangled);
        self.emit(
            Op::LoadSuperAttr,
            id << 2 | u32::from(two) << 1 | u32::from(method),
            loc,
        );
        self.op(Op::Nop, loc);
    }

    /// `all`, `any` or `tuple` of a generator expression alone.
    fn reducing_call(&self, e: &ast::ExprCall) -> Option<Reduce> {
        let Expr::Name(name) = &*e.func else {
            return None;
        };
        let [Expr::Generator(_)] = &*e.arguments.args else {
            return None;
        };
        if !e.arguments.keywords.is_empty() {
            return None;
        }
        match name.id.as_str() {
            "tuple" => Some(Reduce::Tuple),
            "all" => Some(Reduce::All),
            "any" => Some(Reduce::Any),
            _ => None,
        }
    }

    /// The loop that replaces the call if the name still means the builtin.
    fn reduce_generator(
        &mut self,
        generator: &'a ast::Arguments,
        kind: Reduce,
        (loc, whole): (Loc, Loc),
        end: super::Label,
    ) -> Result {
        let (skip, start, cleanup) = (self.label(), self.label(), self.label());
        self.emit(Op::Copy, 1, loc);
        self.emit(Op::LoadCommonConstant, kind as u32, loc);
        self.emit(Op::IsOp, 0, loc);
        self.jump(Op::PopJumpIfFalse, skip, loc);
        self.op(Op::PopTop, loc);
        if kind == Reduce::Tuple {
            self.emit(Op::BuildList, 0, loc);
        }
        self.positional(generator)?;
        self.place(start);
        // An error in the generator is shown at the call, as CPython 3.13 does.
        self.jump(Op::ForIter, cleanup, whole);
        if kind == Reduce::Tuple {
            self.emit(Op::ListAppend, 2, loc);
            self.jump(Ir::Jump, start, loc);
        } else {
            self.op(Op::ToBool, loc);
            let goes_on = if kind == Reduce::All {
                Op::PopJumpIfTrue
            } else {
                Op::PopJumpIfFalse
            };
            self.jump(goes_on, start, loc);
        }
        self.op(Op::PopIter, Loc::NONE);
        if kind != Reduce::Tuple {
            self.constant(Const::Bool(kind == Reduce::Any), loc);
        }
        self.jump(Ir::Jump, end, loc);
        self.place(cleanup);
        self.op(Op::EndFor, Loc::NONE);
        self.op(Op::PopIter, Loc::NONE);
        if kind == Reduce::Tuple {
            self.emit(Op::CallIntrinsic1, Intrinsic1::ListToTuple as u32, loc);
        } else {
            self.constant(Const::Bool(kind == Reduce::All), loc);
        }
        self.jump(Ir::Jump, end, loc);
        self.place(skip);
        Ok(())
    }
}

/// Numbered as the operand of LOAD_COMMON_CONSTANT.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reduce {
    Tuple = 2,
    All = 3,
    Any = 4,
}

//! `match` and its patterns.

use super::super::code::{BinaryOperator, Const, Op};
use super::super::dis::constant_repr;
use super::super::flow::Ir;
use super::super::source::Loc;
use super::names::Access;
use super::{Compiler, Label, Result};
use ruff_python_ast::{self as ast, Expr, Pattern, Singleton};
use ruff_text_size::Ranged;
use std::rc::Rc;

/// The state of one `case`.
#[derive(Default)]
struct Context {
    /// Captured names; their values lie on the stack in this order, first on top.
    stores: Vec<Rc<str>>,
    /// Names without a pattern are allowed here.
    irrefutable: bool,
    /// `fail[n]` pops n values and goes on with the next case.
    fail: Vec<Label>,
    /// Values above the captures that a failure must pop.
    on_top: usize,
}

impl<'a> Compiler<'a> {
    pub(super) fn match_statement(&mut self, statement: &'a ast::StmtMatch) -> Result {
        self.expr(&statement.subject)?;
        let end = self.label();
        let cases = &statement.cases;
        let has_default = cases.len() > 1 && cases.last().is_some_and(|c| is_wildcard(&c.pattern));
        let tested = cases.len() - usize::from(has_default);
        for (index, case) in cases[..tested].iter().enumerate() {
            let loc = self.loc(&case.pattern);
            if index + 1 < tested {
                self.emit(Op::Copy, 1, loc);
            }
            let mut context = Context {
                irrefutable: case.guard.is_some() || index + 1 == cases.len(),
                ..Context::default()
            };
            self.pattern(&case.pattern, &mut context)?;
            for name in std::mem::take(&mut context.stores) {
                self.name(&name, Access::Store, loc);
            }
            if let Some(guard) = &case.guard {
                let fail = self.fail_label(&mut context, 0);
                self.jump_if(guard, fail, false)?;
            }
            if index + 1 < tested {
                self.op(Op::PopTop, Loc::NEXT);
            }
            self.statements(&case.body)?;
            self.silent_jump(end);
            self.pop_failures(&mut context, loc);
        }
        if let Some(case) = cases.last().filter(|_| has_default) {
            let loc = self.loc(&case.pattern);
            if cases.len() == 1 {
                self.op(Op::PopTop, loc);
            } else {
                self.op(Op::Nop, loc);
            }
            if let Some(guard) = &case.guard {
                self.jump_if(guard, end, false)?;
            }
            self.statements(&case.body)?;
        }
        self.place(end);
        Ok(())
    }

    fn fail_label(&mut self, context: &mut Context, pops: usize) -> Label {
        while context.fail.len() <= pops {
            let label = self.label();
            context.fail.push(label);
        }
        context.fail[pops]
    }

    fn jump_to_fail(&mut self, context: &mut Context, op: impl Into<Ir>, loc: Loc) {
        let pops = context.on_top + context.stores.len();
        let label = self.fail_label(context, pops);
        self.jump(op, label, loc);
    }

    /// Places the failure labels: each pops one value more than the one after it.
    fn pop_failures(&mut self, context: &mut Context, loc: Loc) {
        let labels = std::mem::take(&mut context.fail);
        for (pops, label) in labels.iter().enumerate().rev() {
            self.place(*label);
            if pops > 0 {
                self.op(Op::PopTop, loc);
            }
        }
    }

    fn rotate(&mut self, count: usize, loc: Loc) {
        for n in (2..=count).rev() {
            self.emit(Op::Swap, n as u32, loc);
        }
    }

    fn pattern(&mut self, pattern: &'a Pattern, context: &mut Context) -> Result {
        let loc = self.loc(pattern);
        match pattern {
            Pattern::MatchValue(p) => {
                self.pattern_value(&p.value)?;
                self.emit(Op::CompareOp, 2 << 5 | 8, loc);
                self.op(Op::ToBool, loc);
                self.jump_to_fail(context, Op::PopJumpIfFalse, loc);
                Ok(())
            }
            Pattern::MatchSingleton(p) => {
                let value = match p.value {
                    Singleton::None => Const::None,
                    Singleton::True => Const::Bool(true),
                    Singleton::False => Const::Bool(false),
                };
                self.constant(value, loc);
                self.emit(Op::IsOp, 0, loc);
                self.jump_to_fail(context, Op::PopJumpIfFalse, loc);
                Ok(())
            }
            Pattern::MatchSequence(p) => self.sequence(p, context, loc),
            Pattern::MatchMapping(p) => self.mapping(p, context, loc),
            Pattern::MatchClass(p) => self.class_pattern(p, context, loc),
            Pattern::MatchStar(p) => self.capture(p.name.as_ref(), context, loc, pattern),
            Pattern::MatchAs(p) => self.pattern_as(p, context, loc),
            Pattern::MatchOr(p) => self.alternatives(p, context, loc),
        }
    }

    /// Literals (folded, as CPython does it before compiling) and dotted names.
    fn pattern_value(&mut self, value: &'a Expr) -> Result {
        self.expr(value)
    }

    fn capture(
        &mut self,
        name: Option<&'a ast::Identifier>,
        context: &mut Context,
        loc: Loc,
        node: impl Ranged,
    ) -> Result {
        let Some(name) = name else {
            self.op(Op::PopTop, loc);
            return Ok(());
        };
        self.check_name(name, Access::Store, node.range())?;
        if context.stores.iter().any(|s| **s == *name.as_str()) {
            return self.refuse(
                node.range(),
                format!("multiple assignments to name '{name}' in pattern"),
            );
        }
        self.rotate(context.on_top + context.stores.len() + 1, loc);
        context.stores.push(name.as_str().into());
        Ok(())
    }

    fn pattern_as(
        &mut self,
        p: &'a ast::PatternMatchAs,
        context: &mut Context,
        loc: Loc,
    ) -> Result {
        let Some(inner) = &p.pattern else {
            if !context.irrefutable {
                return match &p.name {
                    Some(name) => {
                        let message =
                            format!("name capture '{name}' makes remaining patterns unreachable");
                        self.refuse(p, message)
                    }
                    None => self.refuse(p, "wildcard makes remaining patterns unreachable"),
                };
            }
            return self.capture(p.name.as_ref(), context, loc, p);
        };
        context.on_top += 1;
        self.emit(Op::Copy, 1, loc);
        self.pattern(inner, context)?;
        context.on_top -= 1;
        self.capture(p.name.as_ref(), context, loc, p)
    }

    fn subpattern(&mut self, pattern: &'a Pattern, context: &mut Context) -> Result {
        let old = std::mem::replace(&mut context.irrefutable, true);
        self.pattern(pattern, context)?;
        context.irrefutable = old;
        Ok(())
    }

    fn sequence(
        &mut self,
        p: &'a ast::PatternMatchSequence,
        context: &mut Context,
        loc: Loc,
    ) -> Result {
        let patterns = &p.patterns;
        let mut star = None;
        let mut only_wildcard = true;
        let mut star_wildcard = false;
        for (index, pattern) in patterns.iter().enumerate() {
            if let Pattern::MatchStar(starred) = pattern {
                if star.is_some() {
                    return self.refuse(p, "multiple starred names in sequence pattern");
                }
                star = Some(index);
                star_wildcard = starred.name.is_none();
                only_wildcard &= star_wildcard;
            } else {
                only_wildcard &= is_wildcard(pattern);
            }
        }
        context.on_top += 1;
        self.op(Op::MatchSequence, loc);
        self.jump_to_fail(context, Op::PopJumpIfFalse, loc);
        let size = patterns.len();
        if star.is_none() || size > 1 {
            self.op(Op::GetLen, loc);
            let (length, compare) = if star.is_some() {
                (size - 1, 5 << 5 | 12)
            } else {
                (size, 2 << 5 | 8)
            };
            self.constant(Const::Int(length as i64), loc);
            self.emit(Op::CompareOp, compare, loc);
            self.jump_to_fail(context, Op::PopJumpIfFalse, loc);
        }
        context.on_top -= 1;
        if only_wildcard {
            self.op(Op::PopTop, loc);
            return Ok(());
        }
        match star {
            Some(star) if star_wildcard => self.by_index(patterns, star, context, loc),
            _ => self.by_unpacking(patterns, star, context, loc),
        }
    }

    fn by_unpacking(
        &mut self,
        patterns: &'a [Pattern],
        star: Option<usize>,
        context: &mut Context,
        loc: Loc,
    ) -> Result {
        match star {
            Some(at) => self.emit(
                Op::UnpackEx,
                (at | (patterns.len() - at - 1) << 8) as u32,
                loc,
            ),
            None => self.emit(Op::UnpackSequence, patterns.len() as u32, loc),
        }
        context.on_top += patterns.len();
        for pattern in patterns {
            context.on_top -= 1;
            self.subpattern(pattern, context)?;
        }
        Ok(())
    }

    /// Looks up single items, so that what `*_` covers is not copied.
    fn by_index(
        &mut self,
        patterns: &'a [Pattern],
        star: usize,
        context: &mut Context,
        loc: Loc,
    ) -> Result {
        context.on_top += 1;
        let size = patterns.len();
        for (index, pattern) in patterns.iter().enumerate() {
            if index == star || is_wildcard(pattern) {
                continue;
            }
            self.emit(Op::Copy, 1, loc);
            if index < star {
                self.constant(Const::Int(index as i64), loc);
            } else {
                self.op(Op::GetLen, loc);
                self.constant(Const::Int((size - index) as i64), loc);
                self.emit(Op::BinaryOp, BinaryOperator::Subtract as u32, loc);
            }
            self.emit(Op::BinaryOp, BinaryOperator::Subscript as u32, loc);
            self.subpattern(pattern, context)?;
        }
        context.on_top -= 1;
        self.op(Op::PopTop, loc);
        Ok(())
    }

    fn mapping(
        &mut self,
        p: &'a ast::PatternMatchMapping,
        context: &mut Context,
        loc: Loc,
    ) -> Result {
        let size = p.keys.len();
        context.on_top += 1;
        self.op(Op::MatchMapping, loc);
        self.jump_to_fail(context, Op::PopJumpIfFalse, loc);
        if size == 0 && p.rest.is_none() {
            context.on_top -= 1;
            self.op(Op::PopTop, loc);
            return Ok(());
        }
        if size > 0 {
            self.op(Op::GetLen, loc);
            self.constant(Const::Int(size as i64), loc);
            self.emit(Op::CompareOp, 5 << 5 | 12, loc);
            self.jump_to_fail(context, Op::PopJumpIfFalse, loc);
        }
        self.check_keys(p)?;
        for key in &p.keys {
            self.pattern_value(key)?;
        }
        self.emit(Op::BuildTuple, size as u32, loc);
        self.op(Op::MatchKeys, loc);
        context.on_top += 2;
        self.emit(Op::Copy, 1, loc);
        self.none(loc);
        self.emit(Op::IsOp, 1, loc);
        self.jump_to_fail(context, Op::PopJumpIfFalse, loc);
        self.emit(Op::UnpackSequence, size as u32, loc);
        context.on_top += size;
        context.on_top -= 1;
        for pattern in &p.patterns {
            context.on_top -= 1;
            self.subpattern(pattern, context)?;
        }
        context.on_top -= 2;
        match &p.rest {
            Some(rest) => {
                self.emit(Op::BuildMap, 0, loc);
                self.emit(Op::Swap, 3, loc);
                self.emit(Op::DictUpdate, 2, loc);
                self.emit(Op::UnpackSequence, size as u32, loc);
                for left in (1..=size as u32).rev() {
                    self.emit(Op::Copy, 1 + left, loc);
                    self.emit(Op::Swap, 2, loc);
                    self.op(Op::DeleteSubscr, loc);
                }
                self.capture(Some(rest), context, loc, p)
            }
            None => {
                self.op(Op::PopTop, loc);
                self.op(Op::PopTop, loc);
                Ok(())
            }
        }
    }

    fn check_keys(&self, p: &ast::PatternMatchMapping) -> Result {
        let mut seen = Vec::new();
        for key in &p.keys {
            if let Some(value) = super::expressions::literal(key) {
                if seen.contains(&value) {
                    let text = constant_repr(&value);
                    return self
                        .refuse(p, format!("mapping pattern checks duplicate key ({text})"));
                }
                seen.push(value);
            }
        }
        Ok(())
    }

    fn class_pattern(
        &mut self,
        p: &'a ast::PatternMatchClass,
        context: &mut Context,
        loc: Loc,
    ) -> Result {
        let (patterns, keywords) = (&p.arguments.patterns, &p.arguments.keywords);
        for (index, keyword) in keywords.iter().enumerate() {
            self.check_name(&keyword.attr, Access::Store, keyword)?;
            if let Some(again) = keywords[index + 1..]
                .iter()
                .find(|k| k.attr.id == keyword.attr.id)
            {
                let message = format!("attribute name repeated in class pattern: {}", keyword.attr);
                return self.refuse(&again.pattern, message);
            }
        }
        self.expr(&p.cls)?;
        let names: Vec<Const> = keywords
            .iter()
            .map(|k| Const::Str(k.attr.as_str().into()))
            .collect();
        self.constant(Const::Tuple(names.into()), loc);
        self.emit(Op::MatchClass, patterns.len() as u32, loc);
        self.emit(Op::Copy, 1, loc);
        self.none(loc);
        self.emit(Op::IsOp, 1, loc);
        context.on_top += 1;
        self.jump_to_fail(context, Op::PopJumpIfFalse, loc);
        let size = patterns.len() + keywords.len();
        self.emit(Op::UnpackSequence, size as u32, loc);
        context.on_top += size;
        context.on_top -= 1;
        for pattern in patterns.iter().chain(keywords.iter().map(|k| &k.pattern)) {
            context.on_top -= 1;
            if is_wildcard(pattern) {
                self.op(Op::PopTop, loc);
                continue;
            }
            self.subpattern(pattern, context)?;
        }
        Ok(())
    }

    fn alternatives(
        &mut self,
        p: &'a ast::PatternMatchOr,
        context: &mut Context,
        loc: Loc,
    ) -> Result {
        let end = self.label();
        let outer = Context {
            irrefutable: context.irrefutable,
            ..Context::default()
        };
        let mut outer = std::mem::replace(context, outer);
        let mut control: Option<Vec<Rc<str>>> = None;
        let count = p.patterns.len();
        for (index, alternative) in p.patterns.iter().enumerate() {
            let at = self.loc(alternative);
            *context = Context {
                irrefutable: index + 1 == count && outer.irrefutable,
                ..Context::default()
            };
            self.emit(Op::Copy, 1, at);
            self.pattern(alternative, context)?;
            match &control {
                None => control = Some(context.stores.clone()),
                Some(names) => self.same_order(names, context, p, at)?,
            }
            self.jump(Ir::Jump, end, at);
            self.pop_failures(context, at);
        }
        std::mem::swap(context, &mut outer);
        // No alternative matched: the subject is popped and the whole pattern fails.
        self.op(Op::PopTop, loc);
        self.jump_to_fail(context, Ir::Jump, loc);
        self.place(end);
        let stores = control.unwrap_or_default();
        let rotations = stores.len() + 1 + context.on_top + context.stores.len();
        for name in stores {
            self.rotate(rotations, loc);
            if context.stores.contains(&name) {
                return self.refuse(
                    p,
                    format!("multiple assignments to name '{name}' in pattern"),
                );
            }
            context.stores.push(name);
        }
        self.op(Op::PopTop, loc);
        Ok(())
    }

    /// Brings the captures of an alternative into the order of the first one's.
    fn same_order(
        &mut self,
        control: &[Rc<str>],
        context: &mut Context,
        p: &ast::PatternMatchOr,
        loc: Loc,
    ) -> Result {
        let differ = "alternative patterns bind different names";
        if control.len() != context.stores.len() {
            return self.refuse(p, differ);
        }
        for wanted in (0..control.len()).rev() {
            let Some(at) = context.stores.iter().position(|s| *s == control[wanted]) else {
                return self.refuse(p, differ);
            };
            if at != wanted {
                let rotated: Vec<_> = context.stores.drain(..=at).collect();
                let insert = wanted - at;
                for (offset, name) in rotated.into_iter().enumerate() {
                    context.stores.insert(insert + offset, name);
                }
                (0..=at).for_each(|_| self.rotate(wanted + 1, loc));
            }
        }
        Ok(())
    }
}

fn is_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::MatchAs(p) if p.pattern.is_none() && p.name.is_none())
}

//! Expressions.

use super::super::code::{BinaryOperator, CompareOperator, Const, Intrinsic1, Op};
use super::super::flow::{Ir, Label};
use super::super::source::Loc;
use super::displays::Display;
use super::names::Access;
use super::{Compiler, Result};
use ruff_python_ast::{self as ast, BoolOp, CmpOp, Expr, Number, UnaryOp};
use ruff_text_size::Ranged;

/// Whether an expression is a literal (`__debug__` counts as one).
pub(super) fn is_constant(expr: &Expr) -> bool {
    match expr {
        Expr::StringLiteral(_)
        | Expr::BytesLiteral(_)
        | Expr::NumberLiteral(_)
        | Expr::BooleanLiteral(_)
        | Expr::NoneLiteral(_)
        | Expr::EllipsisLiteral(_) => true,
        Expr::Name(n) => n.id == "__debug__" && n.ctx == ast::ExprContext::Load,
        _ => false,
    }
}

/// The value of a literal.
pub(super) fn literal(expr: &Expr) -> Option<Const> {
    Some(match expr {
        Expr::StringLiteral(s) => Const::Str(s.value.to_str().into()),
        Expr::BytesLiteral(b) => Const::Bytes(b.value.bytes().collect::<Vec<u8>>().into()),
        Expr::NumberLiteral(n) => match &n.value {
            Number::Int(i) => match i.as_i64() {
                Some(small) => Const::Int(small),
                None => Const::BigInt(decimal(&i.to_string()).into()),
            },
            Number::Float(f) => Const::Float(*f),
            Number::Complex { imag, .. } => Const::Imaginary(*imag),
        },
        Expr::BooleanLiteral(b) => Const::Bool(b.value),
        Expr::NoneLiteral(_) => Const::None,
        Expr::EllipsisLiteral(_) => Const::Ellipsis,
        Expr::Name(n) if n.id == "__debug__" => Const::Bool(true),
        _ => return None,
    })
}

/// A large integer literal of any base in decimal.
fn decimal(text: &str) -> String {
    let digits = text.replace('_', "").to_ascii_lowercase();
    let radix = match digits.get(..2) {
        Some("0x") => 16,
        Some("0o") => 8,
        Some("0b") => 2,
        _ => return digits,
    };
    num_bigint::BigUint::parse_bytes(&digits.as_bytes()[2..], radix)
        .map_or(digits, |n| n.to_string())
}

/// CPython's number for an operator.
pub(super) fn binary_operator(op: ast::Operator) -> BinaryOperator {
    use ast::Operator as O;
    match op {
        O::Add => BinaryOperator::Add,
        O::Sub => BinaryOperator::Subtract,
        O::Mult => BinaryOperator::Multiply,
        O::MatMult => BinaryOperator::MatrixMultiply,
        O::Div => BinaryOperator::TrueDivide,
        O::Mod => BinaryOperator::Remainder,
        O::Pow => BinaryOperator::Power,
        O::LShift => BinaryOperator::LeftShift,
        O::RShift => BinaryOperator::RightShift,
        O::BitOr => BinaryOperator::Or,
        O::BitXor => BinaryOperator::Xor,
        O::BitAnd => BinaryOperator::And,
        O::FloorDiv => BinaryOperator::FloorDivide,
    }
}

impl<'a> Compiler<'a> {
    pub(super) fn optional_expr(&mut self, expr: Option<&'a Expr>) -> Result {
        expr.map_or(Ok(()), |e| self.expr(e))
    }

    pub(super) fn exprs(&mut self, list: &'a [Expr]) -> Result {
        list.iter().try_for_each(|e| self.expr(e))
    }

    /// Pushes the value of an expression.
    pub(super) fn expr(&mut self, expr: &'a Expr) -> Result {
        let loc = self.loc(expr);
        if let Some(value) = literal(expr) {
            self.constant(value, loc);
            return Ok(());
        }
        match expr {
            Expr::Name(n) => self.name(&n.id, Access::Load, loc),
            Expr::BinOp(_) => return self.binary(expr),
            Expr::BoolOp(e) => return self.bool_op(e, loc),
            Expr::UnaryOp(e) => return self.unary(e, loc),
            Expr::Compare(e) => return self.compare(e, loc),
            Expr::Call(e) => return self.call(e, loc),
            Expr::Attribute(e) => return self.attribute(e, loc),
            Expr::Subscript(e) => return self.subscript(e, loc),
            Expr::Tuple(e) => return self.display(&e.elts, Display::Tuple, loc),
            Expr::List(e) => return self.display(&e.elts, Display::List, loc),
            Expr::Set(e) => return self.display(&e.elts, Display::Set, loc),
            Expr::Dict(e) => return self.dict(e, loc),
            Expr::If(e) => return self.conditional(e),
            Expr::Named(e) => return self.walrus(e, loc),
            Expr::Lambda(e) => return self.lambda(e, loc),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                return self.comprehension(expr, loc);
            }
            Expr::FString(e) => return self.fstring(e, loc),
            Expr::Slice(e) => return self.slice(e, loc),
            Expr::Starred(e) => return self.refuse(e, "can't use starred expression here"),
            Expr::Yield(e) => return self.yield_value(e, loc),
            Expr::YieldFrom(e) => return self.yield_from_expr(e, loc),
            Expr::Await(e) => return self.await_expr(e, loc),
            _ => return self.refuse(expr, "invalid syntax"),
        }
        Ok(())
    }

    /// Operators that lean to the left are walked without recursion.
    fn binary(&mut self, expr: &'a Expr) -> Result {
        let mut chain = Vec::new();
        let mut next = expr;
        while let Expr::BinOp(e) = next {
            if self.percent_format(e, chain.is_empty()).is_some() {
                break;
            }
            chain.push(e);
            next = &e.left;
        }
        if let Expr::BinOp(e) = next {
            if let Some(parts) = self.percent_format(e, true) {
                self.formatted(&parts, self.loc(e))?;
            }
        } else {
            self.expr(next)?;
        }
        for e in chain.into_iter().rev() {
            self.expr(&e.right)?;
            let loc = self.loc(e);
            self.emit(Op::BinaryOp, binary_operator(e.op) as u32, loc);
        }
        Ok(())
    }

    fn bool_op(&mut self, e: &'a ast::ExprBoolOp, loc: Loc) -> Result {
        let end = self.label();
        let op = if e.op == BoolOp::And {
            Ir::JumpIfFalse
        } else {
            Ir::JumpIfTrue
        };
        let Some((last, first)) = e.values.split_last() else {
            return Ok(());
        };
        for value in first {
            self.expr(value)?;
            self.jump(op, end, loc);
            self.op(Op::PopTop, loc);
        }
        self.expr(last)?;
        self.place(end);
        Ok(())
    }

    fn unary(&mut self, e: &'a ast::ExprUnaryOp, loc: Loc) -> Result {
        self.expr(&e.operand)?;
        match e.op {
            UnaryOp::Not => {
                self.op(Op::ToBool, loc);
                self.op(Op::UnaryNot, loc);
            }
            UnaryOp::UAdd => self.emit(Op::CallIntrinsic1, Intrinsic1::UnaryPositive as u32, loc),
            UnaryOp::USub => self.op(Op::UnaryNegative, loc),
            UnaryOp::Invert => self.op(Op::UnaryInvert, loc),
        }
        Ok(())
    }

    fn compare(&mut self, e: &'a ast::ExprCompare, loc: Loc) -> Result {
        self.expr(&e.left)?;
        let Some((last, first)) = e.comparators.split_last() else {
            return Ok(());
        };
        if first.is_empty() {
            self.expr(last)?;
            self.comparison(e.ops[0], loc);
            return Ok(());
        }
        let cleanup = self.label();
        for (comparator, op) in first.iter().zip(&e.ops) {
            self.expr(comparator)?;
            self.emit(Op::Swap, 2, loc);
            self.emit(Op::Copy, 2, loc);
            self.comparison(*op, loc);
            self.jump(Ir::JumpIfFalse, cleanup, loc);
            self.op(Op::PopTop, loc);
        }
        self.expr(last)?;
        self.comparison(e.ops[e.ops.len() - 1], loc);
        let end = self.label();
        self.silent_jump(end);
        self.place(cleanup);
        self.emit(Op::Swap, 2, loc);
        self.op(Op::PopTop, loc);
        self.place(end);
        Ok(())
    }

    fn comparison(&mut self, op: CmpOp, loc: Loc) {
        // The low bits say which results of a three-way comparison count as true; CPython shows them too.
        let (op, mask) = match op {
            CmpOp::Lt => (CompareOperator::Lt, 2),
            CmpOp::LtE => (CompareOperator::Le, 10),
            CmpOp::Eq => (CompareOperator::Eq, 8),
            CmpOp::NotEq => (CompareOperator::Ne, 7),
            CmpOp::Gt => (CompareOperator::Gt, 4),
            CmpOp::GtE => (CompareOperator::Ge, 12),
            CmpOp::Is => return self.emit(Op::IsOp, 0, loc),
            CmpOp::IsNot => return self.emit(Op::IsOp, 1, loc),
            CmpOp::In => return self.emit(Op::ContainsOp, 0, loc),
            CmpOp::NotIn => return self.emit(Op::ContainsOp, 1, loc),
        };
        self.emit(Op::CompareOp, (op as u32) << 5 | mask, loc);
    }

    /// Jumps if the truth of an expression is `wanted`.
    pub(super) fn jump_if(&mut self, expr: &'a Expr, target: Label, wanted: bool) -> Result {
        match expr {
            Expr::UnaryOp(e) if e.op == UnaryOp::Not => {
                return self.jump_if(&e.operand, target, !wanted);
            }
            Expr::BoolOp(e) => {
                let short = e.op == BoolOp::Or;
                let inner = if short == wanted {
                    target
                } else {
                    self.label()
                };
                if let Some((last, first)) = e.values.split_last() {
                    for value in first {
                        self.jump_if(value, inner, short)?;
                    }
                    self.jump_if(last, target, wanted)?;
                }
                if inner != target {
                    self.place(inner);
                }
                return Ok(());
            }
            Expr::If(e) => {
                let (end, other) = (self.label(), self.label());
                self.jump_if(&e.test, other, false)?;
                self.jump_if(&e.body, target, wanted)?;
                self.silent_jump(end);
                self.place(other);
                self.jump_if(&e.orelse, target, wanted)?;
                self.place(end);
                return Ok(());
            }
            Expr::Compare(e) if e.ops.len() > 1 => return self.jump_if_chain(e, target, wanted),
            _ => {}
        }
        self.expr(expr)?;
        let loc = self.loc(expr);
        self.op(Op::ToBool, loc);
        self.jump(pop_jump(wanted), target, loc);
        Ok(())
    }

    fn jump_if_chain(&mut self, e: &'a ast::ExprCompare, target: Label, wanted: bool) -> Result {
        let loc = self.loc(e);
        let cleanup = self.label();
        self.expr(&e.left)?;
        let Some((last, first)) = e.comparators.split_last() else {
            return Ok(());
        };
        for (comparator, op) in first.iter().zip(&e.ops) {
            self.expr(comparator)?;
            self.emit(Op::Swap, 2, loc);
            self.emit(Op::Copy, 2, loc);
            self.comparison(*op, loc);
            self.op(Op::ToBool, loc);
            self.jump(Op::PopJumpIfFalse, cleanup, loc);
        }
        self.expr(last)?;
        self.comparison(e.ops[e.ops.len() - 1], loc);
        self.op(Op::ToBool, loc);
        self.jump(pop_jump(wanted), target, loc);
        let end = self.label();
        self.silent_jump(end);
        self.place(cleanup);
        self.op(Op::PopTop, loc);
        if !wanted {
            self.silent_jump(target);
        }
        self.place(end);
        Ok(())
    }

    fn conditional(&mut self, e: &'a ast::ExprIf) -> Result {
        let (end, other) = (self.label(), self.label());
        self.jump_if(&e.test, other, false)?;
        self.expr(&e.body)?;
        self.silent_jump(end);
        self.place(other);
        self.expr(&e.orelse)?;
        self.place(end);
        Ok(())
    }

    fn walrus(&mut self, e: &'a ast::ExprNamed, loc: Loc) -> Result {
        self.expr(&e.value)?;
        self.emit(Op::Copy, 1, loc);
        self.store(&e.target)
    }

    fn attribute(&mut self, e: &'a ast::ExprAttribute, loc: Loc) -> Result {
        if let Some(call) = self.super_call(&e.value, &e.attr) {
            self.super_operands(call)?;
            let loc = self.attr_loc(loc, e);
            self.super_attr(call, &e.attr, false, loc);
            return Ok(());
        }
        self.expr(&e.value)?;
        let loc = self.attr_loc(loc, e);
        self.load_attr(&e.attr, false, loc);
        Ok(())
    }

    fn subscript(&mut self, e: &'a ast::ExprSubscript, loc: Loc) -> Result {
        self.expr(&e.value)?;
        if let Some(slice) = self.plain_slice(e) {
            self.slice_bounds(slice, loc)?;
            self.op(Op::BinarySlice, loc);
        } else {
            self.expr(&e.slice)?;
            self.emit(Op::BinaryOp, BinaryOperator::Subscript as u32, loc);
        }
        Ok(())
    }

    /// A slice of two parts that is no constant.
    pub(super) fn plain_slice(&self, e: &'a ast::ExprSubscript) -> Option<&'a ast::ExprSlice> {
        match &*e.slice {
            Expr::Slice(s) if s.step.is_none() && constant_slice(s).is_none() => Some(s),
            _ => None,
        }
    }

    pub(super) fn slice_bounds(&mut self, slice: &'a ast::ExprSlice, _loc: Loc) -> Result {
        let loc = self.loc(slice);
        for part in [&slice.lower, &slice.upper] {
            match part {
                Some(e) => self.expr(e)?,
                None => self.none(loc),
            }
        }
        Ok(())
    }

    fn slice(&mut self, e: &'a ast::ExprSlice, loc: Loc) -> Result {
        if let Some(value) = constant_slice(e) {
            self.constant(value, loc);
            return Ok(());
        }
        self.slice_bounds(e, loc)?;
        self.optional_expr(e.step.as_deref())?;
        self.emit(Op::BuildSlice, if e.step.is_some() { 3 } else { 2 }, loc);
        Ok(())
    }

    /// Refuses what only a function may contain.
    pub(super) fn check_in_function(&self, node: impl Ranged, message: &str) -> Result {
        if self.current().kind.is_function() {
            Ok(())
        } else {
            self.refuse(node, message)
        }
    }
}

fn pop_jump(wanted: bool) -> Op {
    if wanted {
        Op::PopJumpIfTrue
    } else {
        Op::PopJumpIfFalse
    }
}

fn constant_slice(slice: &ast::ExprSlice) -> Option<Const> {
    let part = |e: &Option<Box<Expr>>| e.as_ref().map_or(Some(Const::None), |e| literal(e));
    Some(Const::Slice(
        [part(&slice.lower)?, part(&slice.upper)?, part(&slice.step)?].into(),
    ))
}

//! Expressions as CPython writes them back (`_PyAST_ExprAsUnicode`), for annotations that are kept as text. Only what
//! annotations are made of; knows nothing of code objects.

use ruff_python_ast::{self as ast, Expr, Number, Operator, UnaryOp};

/// How tightly parts are bound; what is looser than its surroundings wants parentheses.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Binding {
    Tuple,
    Test,
    Or,
    Xor,
    And,
    Shift,
    Sum,
    Term,
    Factor,
    Power,
    Atom,
}

/// The expression as text; `None` if it has parts that are not covered.
pub(super) fn unparse(e: &Expr) -> Option<String> {
    let mut out = String::new();
    write(e, Binding::Test, &mut out)?;
    Some(out)
}

fn write(e: &Expr, around: Binding, out: &mut String) -> Option<()> {
    match e {
        Expr::Name(e) => out.push_str(&e.id),
        Expr::NoneLiteral(_) => out.push_str("None"),
        Expr::BooleanLiteral(e) => out.push_str(if e.value { "True" } else { "False" }),
        Expr::EllipsisLiteral(_) => out.push_str("..."),
        Expr::StringLiteral(e) => write_str(e.value.to_str(), out)?,
        Expr::NumberLiteral(e) => match &e.value {
            Number::Int(value) => out.push_str(&value.as_u64()?.to_string()),
            _ => return None,
        },
        Expr::Attribute(e) => {
            if matches!(&*e.value, Expr::NumberLiteral(_)) {
                return None;
            }
            write(&e.value, Binding::Atom, out)?;
            out.push('.');
            out.push_str(&e.attr);
        }
        Expr::Subscript(e) => {
            write(&e.value, Binding::Atom, out)?;
            out.push('[');
            write(&e.slice, Binding::Tuple, out)?;
            out.push(']');
        }
        Expr::Tuple(e) => {
            let bare = around == Binding::Tuple && !e.elts.is_empty();
            out.push_str(if bare { "" } else { "(" });
            write_all(&e.elts, out)?;
            out.push_str(if e.elts.len() == 1 { "," } else { "" });
            out.push_str(if bare { "" } else { ")" });
        }
        Expr::List(e) => {
            out.push('[');
            write_all(&e.elts, out)?;
            out.push(']');
        }
        Expr::Starred(e) => {
            out.push('*');
            write(&e.value, Binding::Or, out)?;
        }
        Expr::Call(e) => write_call(e, out)?,
        Expr::BinOp(e) => write_operation(e, around, out)?,
        Expr::UnaryOp(e) if e.op != UnaryOp::Not => {
            parenthesised(around > Binding::Factor, out, |out| {
                out.push_str(e.op.as_str());
                write(&e.operand, Binding::Factor, out)
            })?;
        }
        _ => return None,
    }
    Some(())
}

fn write_all(parts: &[Expr], out: &mut String) -> Option<()> {
    for (i, part) in parts.iter().enumerate() {
        out.push_str(if i > 0 { ", " } else { "" });
        write(part, Binding::Test, out)?;
    }
    Some(())
}

fn write_call(e: &ast::ExprCall, out: &mut String) -> Option<()> {
    write(&e.func, Binding::Atom, out)?;
    out.push('(');
    write_all(&e.arguments.args, out)?;
    for (i, keyword) in e.arguments.keywords.iter().enumerate() {
        let first = i == 0 && e.arguments.args.is_empty();
        out.push_str(if first { "" } else { ", " });
        match &keyword.arg {
            Some(name) => {
                out.push_str(name);
                out.push('=');
            }
            None => out.push_str("**"),
        }
        write(&keyword.value, Binding::Test, out)?;
    }
    out.push(')');
    Some(())
}

fn write_operation(e: &ast::ExprBinOp, around: Binding, out: &mut String) -> Option<()> {
    let (own, tighter) = match e.op {
        Operator::BitOr => (Binding::Or, Binding::Xor),
        Operator::BitXor => (Binding::Xor, Binding::And),
        Operator::BitAnd => (Binding::And, Binding::Shift),
        Operator::LShift | Operator::RShift => (Binding::Shift, Binding::Sum),
        Operator::Add | Operator::Sub => (Binding::Sum, Binding::Term),
        Operator::Pow => (Binding::Power, Binding::Atom),
        _ => (Binding::Term, Binding::Factor),
    };
    let (left, right) = match e.op {
        Operator::Pow => (tighter, own),
        _ => (own, tighter),
    };
    parenthesised(around > own, out, |out| {
        write(&e.left, left, out)?;
        out.push(' ');
        out.push_str(e.op.as_str());
        out.push(' ');
        write(&e.right, right, out)
    })
}

fn parenthesised(
    wanted: bool,
    out: &mut String,
    inner: impl FnOnce(&mut String) -> Option<()>,
) -> Option<()> {
    out.push_str(if wanted { "(" } else { "" });
    inner(out)?;
    out.push_str(if wanted { ")" } else { "" });
    Some(())
}

/// `repr(text)` of a text without anything that has to be escaped.
fn write_str(text: &str, out: &mut String) -> Option<()> {
    if text.chars().any(|c| c == '\\' || !matches!(c, ' '..='~')) {
        return None;
    }
    let quote = match (text.contains('\''), text.contains('"')) {
        (false, _) => '\'',
        (true, false) => '"',
        (true, true) => return None,
    };
    out.push(quote);
    out.push_str(text);
    out.push(quote);
    Some(())
}

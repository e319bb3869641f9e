//! Expressions that cannot be assigned to or deleted, by the names CPython gives them.

use super::super::source::Source;
use ruff_python_ast::{Expr, UnaryOp};
use ruff_python_parser::parse_expression_range;
use ruff_text_size::TextRange;

/// The name of the kind of expression in a range.
pub(super) fn describe(source: &Source, range: TextRange) -> Option<&'static str> {
    if source.text[range].starts_with("yield") {
        return Some("yield expression");
    }
    let parsed = parse_expression_range(&source.text, range).ok()?;
    Some(name(&parsed.into_syntax().body))
}

fn name(expr: &Expr) -> &'static str {
    match expr {
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) => "subscript",
        Expr::Starred(_) => "starred",
        Expr::Name(n) if n.id == "__debug__" => "__debug__",
        Expr::Name(_) => "name",
        Expr::List(_) => "list",
        Expr::Tuple(_) => "tuple",
        Expr::Lambda(_) => "lambda",
        Expr::Call(_) => "function call",
        Expr::BoolOp(_) | Expr::BinOp(_) | Expr::UnaryOp(_) => "expression",
        Expr::Generator(_) => "generator expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Await(_) => "await expression",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::FString(_) | Expr::TString(_) => "f-string expression",
        Expr::Compare(_) => "comparison",
        Expr::If(_) => "conditional expression",
        Expr::Named(_) => "named expression",
        Expr::NoneLiteral(_) => "None",
        Expr::BooleanLiteral(b) if b.value => "True",
        Expr::BooleanLiteral(_) => "False",
        Expr::EllipsisLiteral(_) => "ellipsis",
        _ => "literal",
    }
}

/// Whether CPython supposes that `==` was meant: operands of operators, but no names, tuples or keywords.
pub(super) fn maybe_comparison(source: &Source, range: TextRange) -> bool {
    let Ok(parsed) = parse_expression_range(&source.text, range) else {
        return false;
    };
    match &*parsed.into_syntax().body {
        Expr::UnaryOp(e) => e.op != UnaryOp::Not,
        Expr::Compare(_)
        | Expr::BoolOp(_)
        | Expr::If(_)
        | Expr::Lambda(_)
        | Expr::Yield(_)
        | Expr::YieldFrom(_)
        | Expr::Name(_)
        | Expr::List(_)
        | Expr::Tuple(_)
        | Expr::Generator(_)
        | Expr::NoneLiteral(_)
        | Expr::BooleanLiteral(_)
        | Expr::Starred(_)
        | Expr::Named(_) => false,
        _ => true,
    }
}

//! What CPython's compiler warns of: escapes that mean nothing, comparisons with literals by identity,
//! calls and subscripts of displays.

use super::source::Source;
use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{self as ast, CmpOp, Expr, ModModule, Number, Stmt, UnaryOp};
use ruff_text_size::{Ranged, TextRange, TextSize};

/// A `SyntaxWarning`: its line and its text.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Warning {
    /// Line from 1.
    pub line: u32,
    /// What it says.
    pub message: String,
    /// The source line.
    pub text: String,
}

/// All warnings of a module, each once for its line, in CPython's order.
///
/// `numbers` are those that run into a keyword: where, and what is said.
pub(super) fn find(
    source: &Source,
    tokens: &Tokens,
    module: &ModModule,
    numbers: Vec<(usize, String)>,
) -> Vec<Warning> {
    let mut checker = Checker {
        source,
        found: Vec::new(),
    };
    for token in tokens.iter() {
        let literal = matches!(token.kind(), TokenKind::String | TokenKind::FStringMiddle);
        let plain = token.string_flags().is_none_or(|f| !f.is_raw_string());
        if literal && plain {
            let bytes = token.string_flags().is_some_and(|f| f.is_byte_string());
            checker.escapes(token.range(), bytes, token.kind() == TokenKind::String);
        }
    }
    for (at, message) in numbers {
        checker.warn(TextSize::new(at as u32), message);
    }
    checker.found.sort_by_key(|w| w.line);
    checker.visit_body(&module.body);
    checker.found
}

struct Checker<'s> {
    source: &'s Source,
    found: Vec<Warning>,
}

impl Checker<'_> {
    fn warn(&mut self, at: TextSize, message: String) {
        let line = self.source.line_of(at);
        let text = self.source.line_text(line).trim().to_owned();
        let warning = Warning {
            line,
            message,
            text,
        };
        if !self.found.contains(&warning) {
            self.found.push(warning);
        }
    }

    /// The first escape of a literal that means nothing.
    fn escapes(&mut self, range: TextRange, bytes: bool, whole: bool) {
        let text = &self.source.text[range];
        let mut at = if whole {
            text.find(['"', '\'']).unwrap_or(0)
        } else {
            0
        };
        while let Some(found) = text[at..].find('\\') {
            let rest = &text[at + found + 1..];
            let Some(next) = rest.chars().next() else {
                return;
            };
            at += found + 1 + next.len_utf8();
            let digits: String = rest
                .chars()
                .take(3)
                .take_while(|c| ('0'..='7').contains(c))
                .collect();
            let octal = u32::from_str_radix(&digits, 8).is_ok_and(|c| c > 0o377);
            let known =
                "\n\r\\'\"abfnrtv01234567x".contains(next) || (!bytes && "NuU".contains(next));
            if known && !octal {
                continue;
            }
            let message = if octal {
                format!("invalid octal escape sequence '\\{digits}'")
            } else {
                format!("invalid escape sequence '\\{next}'")
            };
            self.warn(range.start(), message);
            return;
        }
    }

    fn compare(&mut self, e: &ast::ExprCompare) {
        let mut left = &*e.left;
        for (op, right) in e.ops.iter().zip(&e.comparators) {
            if matches!(op, CmpOp::Is | CmpOp::IsNot)
                && let Some(kind) = literal(left).or_else(|| literal(right))
            {
                let (word, instead) = match op {
                    CmpOp::Is => ("is", "=="),
                    _ => ("is not", "!="),
                };
                let message =
                    format!("\"{word}\" with '{kind}' literal. Did you mean \"{instead}\"?");
                self.warn(e.range.start(), message);
                return;
            }
            left = right;
        }
    }

    fn subscript(&mut self, e: &ast::ExprSubscript) {
        const COMMA: &str = "perhaps you missed a comma?";
        let kind = kind_of(&e.value);
        if let Some(kind) = kind
            && matches!(
                kind,
                "NoneType"
                    | "ellipsis"
                    | "bool"
                    | "int"
                    | "float"
                    | "complex"
                    | "set"
                    | "generator"
                    | "function"
            )
        {
            self.warn(
                e.range.start(),
                format!("'{kind}' object is not subscriptable; {COMMA}"),
            );
        }
        let Some(kind) = kind.filter(|k| matches!(*k, "str" | "bytes" | "tuple" | "list")) else {
            return;
        };
        if let Some(index) = kind_of(&e.slice)
            && !matches!(index, "int" | "bool" | "slice")
        {
            let message =
                format!("{kind} indices must be integers or slices, not {index}; {COMMA}");
            self.warn(e.range.start(), message);
        }
    }
}

impl<'a> Visitor<'a> for Checker<'_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if let Stmt::Assert(a) = statement
            && matches!(&*a.test, Expr::Tuple(t) if !t.elts.is_empty())
        {
            let message = "assertion is always true, perhaps remove parentheses?";
            self.warn(a.range.start(), message.into());
        }
        let Stmt::While(w) = statement else {
            return walk_stmt(self, statement);
        };
        self.visit_expr(&w.test);
        self.visit_body(&w.body);
        // CPython compiles the condition again behind the body.
        let found = std::mem::take(&mut self.found);
        self.visit_expr(&w.test);
        let again = std::mem::replace(&mut self.found, found);
        self.found.extend(again);
        self.visit_body(&w.orelse);
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Compare(e) => self.compare(e),
            Expr::Subscript(e) if e.ctx.is_load() => self.subscript(e),
            Expr::Call(e) => {
                if let Some(kind) = kind_of(&e.func).filter(|k| *k != "function") {
                    let message =
                        format!("'{kind}' object is not callable; perhaps you missed a comma?");
                    self.warn(e.range().start(), message);
                }
            }
            _ => {}
        }
        walk_expr(self, expression);
    }
}

/// The type of a constant that has no identity to speak of.
fn literal(e: &Expr) -> Option<&'static str> {
    match e {
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_) => kind_of(e),
        Expr::UnaryOp(u) if matches!(u.op, UnaryOp::USub) => {
            literal(&u.operand).filter(|k| matches!(*k, "int" | "float" | "complex"))
        }
        Expr::Tuple(t) => t
            .elts
            .iter()
            .all(|item| literal(item).is_some() || is_singleton(item))
            .then_some("tuple"),
        _ => None,
    }
}

fn is_singleton(e: &Expr) -> bool {
    matches!(
        e,
        Expr::BooleanLiteral(_) | Expr::NoneLiteral(_) | Expr::EllipsisLiteral(_)
    )
}

/// The type of an expression whose form says it.
fn kind_of(e: &Expr) -> Option<&'static str> {
    Some(match e {
        Expr::NumberLiteral(n) => match n.value {
            Number::Int(_) => "int",
            Number::Float(_) => "float",
            Number::Complex { .. } => "complex",
        },
        Expr::BooleanLiteral(_) => "bool",
        Expr::NoneLiteral(_) => "NoneType",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::StringLiteral(_) | Expr::FString(_) => "str",
        Expr::BytesLiteral(_) => "bytes",
        Expr::Tuple(_) => "tuple",
        Expr::List(_) | Expr::ListComp(_) => "list",
        Expr::Dict(_) | Expr::DictComp(_) => "dict",
        Expr::Set(_) | Expr::SetComp(_) => "set",
        Expr::Generator(_) => "generator",
        Expr::Lambda(_) => "function",
        _ => return None,
    })
}

//! Which part of an expression a traceback points at with `^` while the rest gets `~`.

use ruff_python_ast::{Expr, Stmt};
use ruff_python_parser::{parse_expression, parse_module};
use ruff_text_size::Ranged;

/// The operator of a binary operation, the brackets of a subscript or a call: a range of code points
/// of the segment. `None` for everything else.
pub fn find(segment: &str) -> Option<(usize, usize)> {
    // In parentheses, so that it may go over several lines; they are taken off again below.
    let wrapped = format!("({segment})");
    let parsed = parse_expression(&wrapped).ok()?;
    let outer = segment;
    let segment = wrapped.as_str();
    let range = match parsed.expr() {
        Expr::BinOp(op) => {
            let between =
                &segment[op.left.range().end().to_usize()..op.right.range().start().to_usize()];
            // Skip parentheses that close the left operand, and blanks.
            let skipped = between.find(|c: char| !c.is_whitespace() && c != ')')?;
            let start = op.left.range().end().to_usize() + skipped;
            let rest = &between[skipped..];
            let len = rest
                .find(|c: char| c.is_whitespace() || c == '(' || c == '#' || c == '\\')
                .unwrap_or(rest.len());
            (start, start + len)
        }
        Expr::Subscript(s) => (s.value.range().end().to_usize(), s.range().end().to_usize()),
        Expr::Call(c) => (c.func.range().end().to_usize(), c.range().end().to_usize()),
        _ => return None,
    };
    let chars = |end: usize| outer[..end - 1].chars().count();
    Some((chars(range.0), chars(range.1)))
}

/// Whether a range of code points of some lines is the call in `return f(…)`, `x = f(…)`, where
/// marks would say nothing.
pub fn is_whole_call(lines: &str, start: usize, end: usize) -> bool {
    // `return` is only a statement inside a function.
    let Ok(parsed) = parse_module(lines) else {
        return false;
    };
    let chars = |offset: ruff_text_size::TextSize| lines[..offset.to_usize()].chars().count();
    let value = match parsed.syntax().body.first() {
        Some(Stmt::Return(r)) => match r.value.as_deref() {
            Some(value @ Expr::Call(call)) if call.func.is_name_expr() => value,
            _ => return false,
        },
        Some(Stmt::Assign(assign))
            if assign.value.is_call_expr()
                && assign.targets.len() == 1
                && assign.targets[0].is_name_expr() =>
        {
            &*assign.value
        }
        _ => return false,
    };
    chars(value.range().start()) == start && chars(value.range().end()) == end
}

#[cfg(test)]
mod tests {
    use super::{find, is_whole_call};

    #[test]
    fn points_at_operators_and_brackets() {
        assert_eq!(find("a + b"), Some((2, 3)));
        assert_eq!(find("(a) // (b)"), Some((4, 6)));
        assert_eq!(find("d['k']"), Some((1, 6)));
        assert_eq!(find("f(x)"), Some((1, 4)));
        assert_eq!(find("name"), None);
    }

    #[test]
    fn a_call_that_is_the_whole_value_gets_no_marks() {
        assert!(is_whole_call("x = f(1)", 4, 8));
        assert!(is_whole_call("return f(1)", 7, 11));
        assert!(!is_whole_call("return self.f(1)", 7, 16));
        assert!(!is_whole_call("x = 1 + f(1)", 8, 12));
    }
}

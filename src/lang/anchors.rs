//! Which part of an expression a traceback points at with `^` while the rest gets `~`.

use ruff_python_ast::Expr;
use ruff_python_parser::parse_expression;
use ruff_text_size::Ranged;

/// The operator of a binary operation, the brackets of a subscript or a call: a range of code points
/// of the segment. `None` for everything else.
pub fn find(segment: &str) -> Option<(usize, usize)> {
    let parsed = parse_expression(segment).ok()?;
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
    let chars = |end: usize| segment[..end].chars().count();
    Some((chars(range.0), chars(range.1)))
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn points_at_operators_and_brackets() {
        assert_eq!(find("a + b"), Some((2, 3)));
        assert_eq!(find("(a) // (b)"), Some((4, 6)));
        assert_eq!(find("d['k']"), Some((1, 6)));
        assert_eq!(find("f(x)"), Some((1, 4)));
        assert_eq!(find("name"), None);
    }
}

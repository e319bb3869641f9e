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
        Expr::Subscript(s) => (
            bracket(segment, s.value.range().end().to_usize(), b'[')?,
            s.range().end().to_usize(),
        ),
        Expr::Call(c) => (
            bracket(segment, c.func.range().end().to_usize(), b'(')?,
            c.range().end().to_usize(),
        ),
        _ => return None,
    };
    let chars = |end: usize| outer[..end - 1].chars().count();
    Some((chars(range.0), chars(range.1)))
}

/// Where the bracket opens that follows an expression: behind closing parentheses, blanks and comments.
fn bracket(text: &str, from: usize, open: u8) -> Option<usize> {
    let mut comment = false;
    for (i, b) in text.bytes().enumerate().skip(from) {
        match b {
            b'\n' => comment = false,
            b'#' => comment = true,
            b if b == open && !comment => return Some(i),
            _ => {}
        }
    }
    None
}

/// Whether what goes from a column of the first of some lines to one of the last is the call in
/// `return f(…)`, `x = f(…)`, where marks would say nothing.
pub fn is_whole_call(lines: &str, start: usize, end: usize) -> bool {
    // `return` is only a statement inside a function.
    let Ok(parsed) = parse_module(lines) else {
        return false;
    };
    // CPython compares a column in bytes with one in characters, so text that is not ASCII gets its marks.
    let column = |offset: ruff_text_size::TextSize| {
        let before = &lines[..offset.to_usize()];
        before.len() - before.rfind('\n').map_or(0, |i| i + 1)
    };
    let whole_lines = |range: ruff_text_size::TextRange| {
        !lines[..range.start().to_usize()].contains('\n')
            && !lines[range.end().to_usize()..].contains('\n')
    };
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
    column(value.range().start()) == start
        && column(value.range().end()) == end
        && whole_lines(value.range())
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
        assert_eq!(find("(lambda: 1)()"), Some((11, 13)));
        assert_eq!(find("f (1)"), Some((2, 5)));
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

//! Cuts source into pieces by what they are, for the pages and the editor.
//!
//! Works on the parser's tokens, so a word means the same here as it does to the machine, and on broken
//! source as well: what has no tokens is plain. Must not know HTML, nor who shows the pieces.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, ParseOptions, lexer, parse_unchecked};
use ruff_text_size::Ranged;

/// What a piece of source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Anything else.
    Plain,
    /// A keyword; a soft one only where it is used as one.
    Keyword,
    /// A string literal; of an f-string the parts outside its braces.
    String,
    /// A comment.
    Comment,
    /// A number.
    Number,
}

/// Brackets open, or blocks indented, at once. The parser recurses once or more for each.
const MAX_DEPTH: u32 = 60;
/// Tokens of one logical line that can each deepen its tree without a bracket: `not`, `-`, `lambda`, `.`, …
const MAX_CHAIN: u32 = 400;

/// The lines of `source`, each as pieces in order. Joined they are the line without its line break;
/// neighbours differ in class, and an empty line has no piece.
pub fn highlight(source: &str) -> Vec<Vec<(Class, &str)>> {
    let mut painter = Painter {
        source,
        lines: vec![Vec::new()],
        end: 0,
    };
    if is_shallow(source) {
        for token in parse_unchecked(source, ParseOptions::from(Mode::Module)).tokens() {
            let range = token.range();
            painter.paint(
                class(token.kind()),
                range.start().to_usize(),
                range.end().to_usize(),
            );
        }
    }
    painter.paint(Class::Plain, source.len(), source.len());
    if painter.lines.last().is_some_and(Vec::is_empty) {
        painter.lines.pop();
    }
    painter.lines
}

fn class(kind: TokenKind) -> Class {
    use TokenKind as T;
    match kind {
        // The parser has turned soft keywords that are mere names back into names.
        _ if kind.is_keyword() => Class::Keyword,
        T::String | T::FStringStart | T::FStringMiddle | T::FStringEnd => Class::String,
        T::TStringStart | T::TStringMiddle | T::TStringEnd => Class::String,
        T::Comment => Class::Comment,
        T::Int | T::Float | T::Complex => Class::Number,
        _ => Class::Plain,
    }
}

/// The parser is recursive, and on Wasm its stack overflows at a few hundred levels: deeper source is not parsed.
fn is_shallow(source: &str) -> bool {
    use TokenKind as T;
    // Positions are 32 bits wide.
    if u32::try_from(source.len()).is_err() {
        return false;
    }
    let mut lexer = lexer::lex(source, Mode::Module);
    let (mut brackets, mut indents, mut chain) = (0u32, 0u32, 0u32);
    loop {
        match lexer.next_token() {
            T::EndOfFile => return true,
            T::Lpar | T::Lsqb | T::Lbrace | T::FStringStart | T::TStringStart => brackets += 1,
            T::Rpar | T::Rsqb | T::Rbrace | T::FStringEnd | T::TStringEnd => {
                brackets = brackets.saturating_sub(1)
            }
            T::Indent => indents += 1,
            T::Dedent => indents = indents.saturating_sub(1),
            T::Newline => (brackets, chain) = (0, 0),
            T::Comma if brackets == 1 => chain = 0,
            kind if is_link(kind) => chain += 1,
            _ => {}
        }
        if brackets > MAX_DEPTH || indents > MAX_DEPTH || chain > MAX_CHAIN {
            return false;
        }
    }
}

/// Whether the token can deepen a tree by itself: prefix and infix operators, attributes, chained assignments.
fn is_link(kind: TokenKind) -> bool {
    use TokenKind as T;
    let word = matches!(
        kind,
        T::Not | T::And | T::Or | T::In | T::Is | T::If | T::Else | T::Lambda | T::Await | T::Yield
    );
    let quiet = matches!(kind, T::Comma | T::Colon | T::Semi | T::Equal | T::Ellipsis);
    word || kind.is_operator() && !quiet
}

/// Lays pieces side by side, filling gaps with plain text.
struct Painter<'a> {
    source: &'a str,
    lines: Vec<Vec<(Class, &'a str)>>,
    end: usize,
}

impl<'a> Painter<'a> {
    fn paint(&mut self, class: Class, start: usize, end: usize) {
        // Tokens come in order; a token that the lexer reports twice after an error counts once.
        let start = start.max(self.end);
        let source = self.source;
        if let Some(gap) = source.get(self.end..start) {
            self.push(Class::Plain, gap);
            self.end = start;
        }
        if let Some(text) = source.get(start..end) {
            self.push(class, text);
            self.end = end;
        }
    }

    fn push(&mut self, class: Class, text: &'a str) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.lines.push(Vec::new());
            }
            let line = line.strip_suffix('\r').unwrap_or(line);
            if !line.is_empty() {
                self.append(class, line);
            }
        }
    }

    fn append(&mut self, class: Class, text: &'a str) {
        let Some(pieces) = self.lines.last_mut() else {
            return;
        };
        match pieces.last_mut() {
            Some((last_class, last)) if *last_class == class => {
                // Both are slices of the source, side by side.
                let start = last.as_ptr() as usize - self.source.as_ptr() as usize;
                *last = &self.source[start..start + last.len() + text.len()];
            }
            _ => pieces.push((class, text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Class::{Comment, Keyword, Number, Plain, String};

    #[test]
    fn classes_of_a_line() {
        let lines = highlight("x = 10  # ten\nif x:\n    print(f\"a {x!r} b\", None)\n");
        assert_eq!(
            lines[0],
            [
                (Plain, "x = "),
                (Number, "10"),
                (Plain, "  "),
                (Comment, "# ten")
            ]
        );
        assert_eq!(lines[1], [(Keyword, "if"), (Plain, " x:")]);
        let pieces = [
            (Plain, "    print("),
            (String, "f\"a "),
            (Plain, "{x!r}"),
            (String, " b\""),
            (Plain, ", "),
            (Keyword, "None"),
            (Plain, ")"),
        ];
        assert_eq!(lines[2], pieces);
        assert_eq!(lines.len(), 3);
    }

    #[test]
    fn a_string_over_several_lines_is_cut_at_the_breaks() {
        let lines = highlight("s = '''a\n\nb'''\n");
        assert_eq!(
            lines,
            [
                vec![(Plain, "s = "), (String, "'''a")],
                vec![],
                vec![(String, "b'''")]
            ]
        );
    }

    #[test]
    fn soft_keywords_are_keywords_only_where_they_are_used_as_such() {
        let lines = highlight("match = type(x)\nmatch x:\n    case _: pass\n");
        assert_eq!(lines[0], [(Plain, "match = type(x)")]);
        assert_eq!(lines[1][0], (Keyword, "match"));
        assert_eq!(lines[2][1], (Keyword, "case"));
    }

    #[test]
    fn any_source_comes_back_whole() {
        let deep = format!("{}{}", "f(".repeat(50_000), ")".repeat(50_000));
        let chain = format!("x{}", ".a".repeat(100_000));
        let sources = [
            "",
            "\n",
            "\n\n",
            "x",
            "x = (",
            "'''open\n\n",
            "f'{",
            "f'{x",
            "  x\n y\n",
            "\t\u{feff}?$ é\n",
            "a\r\nb\r\n",
            "if x:\n    y = \"",
            "print('Поток')  # поток",
            &deep,
            &chain,
        ];
        for source in sources {
            let lines = highlight(source);
            let joined: Vec<std::string::String> = lines
                .iter()
                .map(|line| line.iter().map(|(_, text)| *text).collect())
                .collect();
            let expected: Vec<&str> = source.lines().collect();
            assert_eq!(joined, expected, "{:?}", &source[..source.len().min(40)]);
        }
    }

    #[test]
    fn deep_source_is_plain_and_wide_source_is_not() {
        assert!(!is_shallow(&"(".repeat(100)));
        assert!(!is_shallow(&format!("x = {}y", "not ".repeat(1000))));
        assert!(is_shallow(&format!("x = [{}]", "-1, ".repeat(10_000))));
        assert!(is_shallow(&"x.y = -z\n".repeat(10_000)));
    }
}

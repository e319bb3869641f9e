//! The tokens of a program, and how far expressions among them reach.

use super::super::SyntaxError;
use super::super::source::Source;
use ruff_python_ast::token::{TokenKind, Tokens as AllTokens};
use ruff_text_size::{TextRange, TextSize};

/// The tokens that mean something, in order.
pub(super) struct Tokens<'s> {
    pub source: &'s Source,
    list: Vec<(TokenKind, TextRange)>,
}

impl<'s> Tokens<'s> {
    pub fn new(source: &'s Source, all: &AllTokens) -> Tokens<'s> {
        let mut list: Vec<_> = all
            .iter()
            .map(|t| t.as_tuple())
            .filter(|(k, _)| !k.is_trivia())
            .collect();
        let end = TextSize::of(source.text.as_str());
        if list.last().is_none_or(|(k, _)| *k != TokenKind::EndOfFile) {
            list.push((TokenKind::EndOfFile, TextRange::empty(end)));
        }
        Tokens { source, list }
    }

    /// The token at a place or the next one.
    pub fn find(&self, at: TextSize) -> usize {
        let found = self.list.iter().position(|(k, r)| {
            r.start() >= at && !matches!(k, TokenKind::Indent | TokenKind::Dedent)
                || r.start() <= at && at < r.end()
        });
        found.unwrap_or(self.list.len() - 1)
    }

    pub fn kind(&self, index: usize) -> TokenKind {
        self.list
            .get(index)
            .map_or(TokenKind::EndOfFile, |(k, _)| *k)
    }

    pub fn range(&self, index: usize) -> TextRange {
        self.list
            .get(index)
            .or(self.list.last())
            .map_or_else(TextRange::default, |(_, r)| *r)
    }

    pub fn text(&self, index: usize) -> &'s str {
        &self.source.text[self.range(index)]
    }

    /// Whether an indentation ends directly before a place.
    pub fn dedents_at(&self, at: TextSize) -> bool {
        self.list
            .iter()
            .any(|(k, r)| *k == TokenKind::Dedent && r.start() == at)
    }

    /// The first token of the logical line that contains a token.
    pub fn line_start(&self, index: usize) -> usize {
        let ends = |k: TokenKind| {
            matches!(
                k,
                TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent
            )
        };
        (0..index)
            .rev()
            .find(|i| ends(self.kind(*i)))
            .map_or(0, |i| i + 1)
    }

    /// The first token of the statement that contains a token.
    pub fn statement_start(&self, index: usize) -> usize {
        let line = self.line_start(index);
        (line..index)
            .rev()
            .find(|i| self.kind(*i) == TokenKind::Semi)
            .map_or(line, |i| i + 1)
    }

    /// The index after the statement that contains a token.
    pub fn statement_end(&self, index: usize) -> usize {
        let mut at = index;
        while !matches!(
            self.kind(at),
            TokenKind::Newline | TokenKind::Semi | TokenKind::EndOfFile
        ) {
            at += 1;
        }
        at
    }

    /// An error that spans tokens.
    pub fn error(&self, first: usize, last: usize, message: impl Into<String>) -> SyntaxError {
        self.error_at(self.range(first).cover(self.range(last)), message)
    }

    pub fn error_at(&self, range: TextRange, message: impl Into<String>) -> SyntaxError {
        let (line, column) = self.source.line_col(range.start());
        let (end_line, end) = self.source.line_col(range.end());
        let text = self.source.line_text(line).to_owned();
        let mut end_column = if end_line == line { end + 1 } else { 0 };
        if range.is_empty() || self.source.text[range].starts_with('\n') {
            end_column = column + 2;
        }
        SyntaxError {
            kind: "SyntaxError",
            message: message.into(),
            line,
            column: column + 1,
            end_column,
            text,
        }
    }

    /// "invalid syntax" at a token.
    pub fn generic(&self, index: usize) -> SyntaxError {
        self.error(index, index, "invalid syntax")
    }

    /// How many brackets are open before a token.
    pub fn level(&self, index: usize) -> i32 {
        let line = self.line_start(index);
        (line..index).map(|i| bracket(self.kind(i))).sum()
    }

    /// Whether a token can begin an expression.
    pub fn starts_expression(&self, index: usize) -> bool {
        use TokenKind::*;
        matches!(
            self.kind(index),
            Name | Int
                | Float
                | Complex
                | String
                | FStringStart
                | Lpar
                | Lsqb
                | Lbrace
                | Minus
                | Plus
                | Tilde
                | Not
                | Lambda
                | Await
                | None
                | True
                | False
                | Ellipsis
        ) || self.kind(index).is_soft_keyword()
    }

    /// The first token of the expression that ends before a token.
    pub fn expression_start(&self, index: usize) -> usize {
        use TokenKind::*;
        let line = self.line_start(index);
        let mut depth = 0;
        let mut at = index;
        while at > line {
            let kind = self.kind(at - 1);
            let change = bracket(kind);
            if depth == 0 && change > 0 && kind != FStringStart {
                break;
            }
            depth -= change;
            if depth == 0 {
                let unpacking = matches!(kind, Star | DoubleStar)
                    && (at - 1 == line
                        || bracket(self.kind(at - 2)) > 0
                        || self.kind(at - 2) == Comma);
                let stops = matches!(
                    kind,
                    Comma
                        | Colon
                        | Equal
                        | ColonEqual
                        | Semi
                        | If
                        | Elif
                        | Else
                        | For
                        | While
                        | Return
                        | Yield
                        | Lambda
                        | Assert
                        | Del
                        | Raise
                        | Import
                        | With
                        | As
                        | Except
                        | Case
                        | Match
                );
                let in_loop = kind == In && self.loop_of(at - 1, line);
                if (stops && !(kind.is_soft_keyword() && at - 1 != line)) || unpacking || in_loop {
                    break;
                }
            }
            at -= 1;
        }
        at
    }

    /// Whether an `in` belongs to a `for`.
    fn loop_of(&self, index: usize, line: usize) -> bool {
        let mut depth = 0;
        for at in (line..index).rev() {
            depth -= bracket(self.kind(at));
            if depth < 0 {
                return false;
            }
            if depth == 0 && self.kind(at) == TokenKind::For {
                return true;
            }
        }
        false
    }

    /// The last token of the expression that begins at a token.
    pub fn expression_end(&self, index: usize) -> usize {
        use TokenKind::*;
        let mut at = index;
        let mut wants_operand = true;
        loop {
            let kind = self.kind(at);
            if wants_operand {
                match kind {
                    Not | Minus | Plus | Tilde | Await => at += 1,
                    _ if bracket(kind) > 0 => {
                        at = self.matching(at) + 1;
                        wants_operand = false;
                    }
                    String => {
                        while self.kind(at) == String {
                            at += 1;
                        }
                        wants_operand = false;
                    }
                    _ if self.starts_expression(at) => {
                        at += 1;
                        wants_operand = false;
                    }
                    _ => return at.saturating_sub(1).max(index),
                }
                continue;
            }
            match kind {
                Lpar | Lsqb => at = self.matching(at) + 1,
                Dot => at += 2,
                And | Or | In | Is | Plus | Minus | Star | Slash | Vbar | Amper | Less
                | Greater | Percent | EqEqual | NotEqual | LessEqual | GreaterEqual
                | CircumFlex | LeftShift | RightShift | DoubleStar | DoubleSlash | At => {
                    wants_operand = true;
                    at += 1;
                }
                Not if self.kind(at + 1) == In => {
                    wants_operand = true;
                    at += 2;
                }
                _ => return at - 1,
            }
        }
    }

    /// The closing bracket of an opening one, or the last token.
    pub fn matching(&self, index: usize) -> usize {
        let mut depth = 0;
        for at in index..self.list.len() {
            depth += bracket(self.kind(at));
            if depth == 0 {
                return at;
            }
        }
        self.list.len() - 1
    }

    /// The bracket that a token lies in, of its logical line.
    pub fn enclosing_start(&self, index: usize) -> Option<usize> {
        let line = self.line_start(index);
        let mut depth = 0;
        (line..index).rev().find(|at| {
            depth += bracket(self.kind(*at));
            depth > 0
        })
    }

    /// Whether a bracket opens the parameters of a function.
    pub fn is_parameter_list(&self, open: usize) -> bool {
        open > 1
            && self.kind(open) == TokenKind::Lpar
            && self.kind(open - 1) == TokenKind::Name
            && self.kind(open - 2) == TokenKind::Def
    }

    /// The closing bracket of what a token lies in.
    pub fn enclosing_end(&self, index: usize) -> usize {
        let mut depth = 0;
        for at in index..self.list.len() {
            depth += bracket(self.kind(at));
            if depth < 0 {
                return at;
            }
        }
        self.list.len() - 1
    }
}

fn bracket(kind: TokenKind) -> i32 {
    use TokenKind::*;
    match kind {
        Lpar | Lsqb | Lbrace | FStringStart => 1,
        Rpar | Rsqb | Rbrace | FStringEnd => -1,
        _ => 0,
    }
}

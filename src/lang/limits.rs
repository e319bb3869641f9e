//! What the compiler refuses before it parses: nesting that would overflow the stack of a browser's worker.
//!
//! Parser and compiler recurse with the nesting of brackets, blocks and operators. CPython's own limits (200
//! brackets, 100 levels of indentation) come first and are syntax errors; the others are ours.

use super::CompileError;
use super::source::Source;
use super::syntax::scan::{MAX_BRACKETS, MAX_INDENTS};
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::Mode;
use ruff_python_parser::lexer::lex;

/// Most operators that wait for their operand at once: `not not …`, `- - …`, `a ** b ** …`, `lambda: lambda: …`.
pub(super) const MAX_OPERATORS: usize = 200;
/// Most operators, attributes, calls and subscripts in a row: `a + a + …`, `a.b.c…`.
pub(super) const MAX_CHAIN: usize = 1000;
/// Most nesting in sum: open blocks, brackets and waiting operators.
pub(super) const MAX_NESTING: usize = 200;
/// Most `elif` branches of one `if`.
pub(super) const MAX_ELIFS: usize = 1000;

/// What is counted between two brackets.
#[derive(Clone, Copy, Default)]
struct Level {
    waiting: usize,
    chain: usize,
    operand: bool,
}

/// Refuses sources that are nested too deeply.
pub(super) fn check(source: &Source) -> Result<(), CompileError> {
    let Some(message) = complaint(&source.text) else {
        return Ok(());
    };
    // The lexer keeps its places to itself: the line is the last of the shortest text that is refused.
    let (mut low, mut high) = (1, source.line_count());
    while low < high {
        let middle = low + (high - low) / 2;
        if complaint(&source.text[..source.line_start(middle + 1)]).is_some() {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Err(CompileError::Limit { line: low, message })
}

fn complaint(text: &str) -> Option<String> {
    let mut counter = Counter {
        levels: vec![Level::default()],
        blocks: 0,
        elifs: 0,
    };
    let mut lexer = lex(text, Mode::Module);
    loop {
        let kind = lexer.next_token();
        if kind == TokenKind::EndOfFile {
            return None;
        }
        if let Some(message) = counter.token(kind) {
            return Some(message);
        }
    }
}

struct Counter {
    levels: Vec<Level>,
    blocks: usize,
    elifs: usize,
}

impl Counter {
    fn token(&mut self, kind: TokenKind) -> Option<String> {
        use TokenKind as T;
        match kind {
            T::Indent => self.blocks += 1,
            T::Dedent => self.blocks = self.blocks.saturating_sub(1),
            T::Newline | T::Semi if self.levels.len() == 1 => self.levels[0] = Level::default(),
            T::Lpar | T::Lsqb | T::Lbrace | T::FStringStart => self.open(),
            T::Rpar | T::Rsqb | T::Rbrace | T::FStringEnd => self.close(),
            T::Comma => *self.top() = Level::default(),
            T::Elif => self.elifs += 1,
            T::If if self.levels.len() == 1 && !self.top().operand => self.elifs = 0,
            _ => self.operator(kind),
        }
        self.complaint()
    }

    fn top(&mut self) -> &mut Level {
        if self.levels.is_empty() {
            self.levels.push(Level::default());
        }
        let last = self.levels.len() - 1;
        &mut self.levels[last]
    }

    fn open(&mut self) {
        let top = self.top();
        top.chain += usize::from(top.operand);
        self.levels.push(Level::default());
    }

    fn close(&mut self) {
        if self.levels.len() > 1 {
            self.levels.pop();
        }
        self.top().operand = true;
    }

    fn operator(&mut self, kind: TokenKind) {
        use TokenKind as T;
        let top = self.top();
        let prefix = !top.operand && matches!(kind, T::Minus | T::Plus | T::Tilde);
        match kind {
            T::Not
            | T::Await
            | T::Lambda
            | T::DoubleStar
            | T::Else
            | T::If
            | T::Yield
            | T::ColonEqual => {
                top.waiting += 1;
                top.operand = false;
            }
            _ if prefix => top.waiting += 1,
            T::Equal => top.operand = false,
            T::Dot => top.chain += 1,
            _ if kind.is_operator() || matches!(kind, T::And | T::Or | T::In | T::Is) => {
                top.chain += 1;
                top.operand = false;
            }
            T::Comment | T::NonLogicalNewline => {}
            _ => top.operand = !kind.is_keyword() || kind.is_soft_keyword() || kind.is_singleton(),
        }
    }

    fn complaint(&self) -> Option<String> {
        let waiting: usize = self.levels.iter().map(|l| l.waiting).sum();
        let brackets = self.levels.len() - 1;
        if waiting > MAX_OPERATORS {
            return Some(format!(
                "more than {MAX_OPERATORS} operators wait for their operand"
            ));
        }
        if self.levels.iter().any(|l| l.chain > MAX_CHAIN) {
            return Some(format!(
                "an expression has more than {MAX_CHAIN} operators, attributes or calls in a row"
            ));
        }
        if self.elifs > MAX_ELIFS {
            return Some(format!("an `if` has more than {MAX_ELIFS} branches"));
        }
        // One more than CPython allows of either alone is CPython's error, not ours.
        let own = brackets <= MAX_BRACKETS && self.blocks <= MAX_INDENTS;
        if own && waiting + brackets + self.blocks > MAX_NESTING {
            return Some(format!(
                "blocks, brackets and operators are nested more than {MAX_NESTING} deep"
            ));
        }
        None
    }
}

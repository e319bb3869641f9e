//! Reads tokens by the grammar, as CPython's parser does: once for what is right, and if that fails once more,
//! looking for known mistakes. The first mistake that is told of is the error.
//!
//! Nothing here recurses, however deep a program is nested. What is said about a mistake is in `tell`.

use super::super::SyntaxError;
use super::super::source::Source;
use super::grammar::{Grammar, Op};
use super::scan::{Kind, Scan, Token};

/// Most instructions for a token: what needs more is left to the library's parser.
const MAX_WORK: usize = 10_000;

/// What was read: its kind (a text of the grammar), its tokens and its parts.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub kind: u16,
    pub start: u32,
    pub end: u32,
    pub parts: Vec<u32>,
}

#[derive(Clone, Copy)]
struct Frame {
    back: u16,
    rule: u16,
    at: u32,
    values: u32,
    mistakes: bool,
    drop: bool,
}

#[derive(Clone, Copy)]
enum Entry {
    Call(Frame),
    Choice {
        to: u16,
        at: u32,
        values: u32,
        mistakes: bool,
    },
}

/// No alternative is left after a cut.
const NOWHERE: u16 = u16::MAX;

/// What an action came to.
pub(super) enum Told {
    Error(SyntaxError),
    /// It was no mistake after all: the rule fails.
    Nothing,
    /// The alternative is right.
    Right,
}

/// A rule read before: where it ended, and its value.
type Memo = (u16, Option<(u32, u32)>);

pub(super) struct Machine<'s> {
    pub source: &'s Source,
    pub scan: &'s Scan,
    pub tokens: &'s [Token],
    pub grammar: &'s Grammar,
    /// The number of each token's text, if the grammar knows it; names that are no keywords are marked.
    words: Vec<(u16, bool)>,
    pub nodes: Vec<Node>,
    pub values: Vec<u32>,
    stack: Vec<Entry>,
    memo: Vec<Vec<Memo>>,
    pub at: usize,
    /// How many tokens were looked at.
    pub seen: usize,
    /// Whether rules about mistakes count now, and whether they do at all.
    mistakes: bool,
    second: bool,
    /// Whether the parser came to what the tokenizer refuses.
    pub reached: bool,
    /// What is wrong with a program whose form is right.
    pub afterwards: Option<SyntaxError>,
}

const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
];

static GRAMMAR: Grammar = grammar!();

const NO_WORD: u16 = u16::MAX;

enum Outcome {
    Fine,
    Failed,
    Exhausted,
    Error(SyntaxError),
}

/// The error that CPython's parser reports, if it refuses the program.
pub(super) fn check(source: &Source, scan: &Scan) -> Option<SyntaxError> {
    let mut machine = Machine::new(source, scan, &GRAMMAR);
    let found = match machine.run(false) {
        Outcome::Fine | Outcome::Exhausted => return machine.afterwards,
        Outcome::Error(error) => error,
        Outcome::Failed => {
            let last = machine.seen - 1;
            match machine.run(true) {
                Outcome::Error(error) => error,
                _ => machine.generic(last),
            }
        }
    };
    Some(machine.last_word(found))
}

impl<'s> Machine<'s> {
    fn new(source: &'s Source, scan: &'s Scan, grammar: &'s Grammar) -> Machine<'s> {
        let word = |t: &Token| {
            let text = token_text(source, *t);
            let number = match t.kind {
                Kind::Name | Kind::Op => grammar.number(text),
                _ => None,
            };
            let name = t.kind == Kind::Name && !KEYWORDS.contains(&text);
            (number.unwrap_or(NO_WORD), name)
        };
        Machine {
            source,
            scan,
            tokens: &scan.tokens,
            grammar,
            words: scan.tokens.iter().map(word).collect(),
            nodes: Vec::new(),
            values: Vec::new(),
            stack: Vec::new(),
            memo: Vec::new(),
            at: 0,
            seen: 0,
            mistakes: false,
            second: false,
            reached: false,
            afterwards: None,
        }
    }

    /// Whether the token here is of a kind; what the tokenizer refuses is an error when it is looked at.
    fn token(&mut self) -> Result<Token, SyntaxError> {
        let token = self.tokens[self.at.min(self.tokens.len() - 1)];
        self.seen = self.seen.max(self.at + 1).min(self.tokens.len());
        if token.kind == Kind::Error {
            self.reached = true;
            return Err(self.tokenizer_error());
        }
        Ok(token)
    }

    /// Looks at the token that comes next.
    pub(super) fn look(&mut self) -> Result<(), SyntaxError> {
        self.token().map(|_| ())
    }

    fn run(&mut self, mistakes: bool) -> Outcome {
        self.memo = vec![Vec::new(); self.tokens.len() + 1];
        self.stack.clear();
        self.values.clear();
        self.nodes.clear();
        (self.at, self.mistakes, self.second) = (0, mistakes, mistakes);
        let mut pc = usize::from(self.grammar.rules[0].start);
        for _ in 0..MAX_WORK * self.tokens.len() {
            let op = self.grammar.code[pc];
            if op == Op::Return && !self.has_frame() {
                return Outcome::Fine;
            }
            match self.step(op, pc) {
                Ok(Some(next)) => pc = next,
                Ok(None) => match self.fail() {
                    Some(next) => pc = next,
                    None => return Outcome::Failed,
                },
                Err(error) => return Outcome::Error(error),
            }
        }
        Outcome::Exhausted
    }

    fn has_frame(&self) -> bool {
        self.stack.iter().rev().any(|e| matches!(e, Entry::Call(_)))
    }

    /// The rule that is being read.
    pub(super) fn rule_start(&self) -> (usize, usize) {
        let frame = self.stack.iter().rev().find_map(|e| match e {
            Entry::Call(f) => Some((f.at as usize, f.values as usize)),
            Entry::Choice { .. } => None,
        });
        frame.unwrap_or((0, 0))
    }

    fn choose(&mut self, to: u16) {
        self.stack.push(Entry::Choice {
            to,
            at: self.at as u32,
            values: self.values.len() as u32,
            mistakes: self.mistakes,
        });
    }

    /// One instruction: where to go on, if it did not fail.
    fn step(&mut self, op: Op, pc: usize) -> Result<Option<usize>, SyntaxError> {
        let good = match op {
            Op::Word(word) => {
                self.token()?;
                self.words[self.at].0 == word
            }
            Op::Token(Kind::Name) => {
                self.token()?;
                self.words[self.at].1
            }
            Op::Token(kind) => self.token()?.kind == kind,
            Op::Soft => {
                self.token()?;
                // CPython compares as much as the token has: the beginning of such a word counts, too.
                let text = self.text(self.at);
                let begins = ["_", "case", "match", "type"]
                    .iter()
                    .any(|w| w.starts_with(text));
                self.words[self.at].1 && begins
            }
            _ => return self.control(op, pc),
        };
        if good {
            self.at += 1;
        }
        Ok(good.then_some(pc + 1))
    }

    fn control(&mut self, op: Op, pc: usize) -> Result<Option<usize>, SyntaxError> {
        match op {
            Op::Keep => {
                let node = self.node(0, self.at - 1, Vec::new());
                self.values.push(node);
            }
            Op::Call(rule, drop) => return Ok(self.call(rule, drop, pc)),
            Op::Return => return Ok(self.give_back()),
            Op::Choice(to) => self.choose(to),
            Op::Commit(to) => {
                self.stack.pop();
                return Ok(Some(usize::from(to)));
            }
            Op::Back(to) => {
                if let Some(Entry::Choice { at, values, .. }) = self.stack.pop() {
                    self.at = at as usize;
                    self.values.truncate(values as usize);
                }
                return Ok(Some(usize::from(to)));
            }
            Op::Refuse => {
                self.stack.pop();
                return Ok(None);
            }
            Op::Cut => {
                if let Some(Entry::Choice { to, .. }) = self.stack.last_mut() {
                    *to = NOWHERE;
                }
            }
            Op::Mistake if !self.mistakes => return Ok(None),
            Op::Force(word) => {
                self.token()?;
                if self.words[self.at].0 != word {
                    let word = self.grammar.texts[usize::from(word)];
                    return Err(self.error_at(self.at, self.at, format!("expected '{word}'")));
                }
                self.at += 1;
            }
            Op::Node(kind, several) => {
                let (start, values) = self.rule_start();
                if !several || self.values.len() - values > 1 {
                    let node = self.gather(kind, start, values);
                    self.values.push(node);
                }
            }
            Op::Tell(what) => match self.tell(self.grammar.texts[usize::from(what)]) {
                Told::Error(error) => return Err(error),
                Told::Right => {}
                Told::Nothing => {
                    while let Some(Entry::Choice { .. }) = self.stack.last() {
                        self.stack.pop();
                    }
                    return Ok(None);
                }
            },
            _ => return Ok((op != Op::Fail).then_some(pc + 1)),
        }
        Ok(Some(pc + 1))
    }

    fn call(&mut self, number: u16, drop: bool, pc: usize) -> Option<usize> {
        let rule = self.grammar.rules[usize::from(number)];
        if rule.memo {
            let known = self.memo[self.at].iter().find(|(r, _)| *r == number);
            if let Some((_, result)) = known {
                let (end, value) = (*result)?;
                if !drop {
                    self.values.push(value);
                }
                self.at = end as usize;
                return Some(pc + 1);
            }
        }
        self.stack.push(Entry::Call(Frame {
            back: pc as u16 + 1,
            rule: number,
            at: self.at as u32,
            values: self.values.len() as u32,
            mistakes: self.mistakes,
            drop,
        }));
        self.mistakes &= !rule.plain;
        Some(usize::from(rule.start))
    }

    fn give_back(&mut self) -> Option<usize> {
        let Some(Entry::Call(frame)) = self.stack.pop() else {
            return None;
        };
        let rule = self.grammar.rules[usize::from(frame.rule)];
        let values = frame.values as usize;
        let wanted = rule.memo || !frame.drop;
        if wanted && !rule.flat && self.values.len() != values + 1 {
            let node = self.gather(0, frame.at as usize, values);
            self.values.push(node);
        }
        if rule.memo {
            let value = self.values[values];
            self.memo[frame.at as usize].push((frame.rule, Some((self.at as u32, value))));
        }
        if frame.drop {
            self.values.truncate(values);
        }
        self.mistakes = frame.mistakes;
        Some(usize::from(frame.back))
    }

    /// Back to the last choice.
    fn fail(&mut self) -> Option<usize> {
        while let Some(entry) = self.stack.pop() {
            match entry {
                Entry::Call(frame) => {
                    if self.grammar.rules[usize::from(frame.rule)].memo {
                        self.memo[frame.at as usize].push((frame.rule, None));
                    }
                    self.mistakes = frame.mistakes;
                }
                Entry::Choice {
                    to,
                    at,
                    values,
                    mistakes,
                } => {
                    self.values.truncate(values as usize);
                    self.mistakes = mistakes;
                    if to != NOWHERE {
                        self.at = at as usize;
                        return Some(usize::from(to));
                    }
                }
            }
        }
        None
    }

    pub(super) fn node(&mut self, kind: u16, start: usize, parts: Vec<u32>) -> u32 {
        self.nodes.push(Node {
            kind,
            start: start as u32,
            end: self.at as u32,
            parts,
        });
        self.nodes.len() as u32 - 1
    }

    /// A node of the values from one on; the first time nobody asks for its parts.
    fn gather(&mut self, kind: u16, start: usize, from: usize) -> u32 {
        let parts = match self.second {
            true => self.values.split_off(from),
            false => Vec::new(),
        };
        self.values.truncate(from);
        self.node(kind, start, parts)
    }

    pub(super) fn text(&self, token: usize) -> &'s str {
        self.tokens
            .get(token)
            .map_or("", |t| token_text(self.source, *t))
    }
}

fn token_text(source: &Source, token: Token) -> &str {
    let range = token.start as usize..token.end as usize;
    source.text.get(range).unwrap_or_default()
}

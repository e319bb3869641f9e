//! What is said about the mistakes that the grammar knows, and where.

use super::super::SyntaxError;
use super::escapes;
use super::machine::{Machine, Node, Told};
use super::scan::{Kind, Token};
use ruff_text_size::TextSize;

/// What an expression must not be: target of an assignment, of `for`, of `del`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Star,
    For,
    Del,
}

impl Machine<'_> {
    /// Carries out the action at the end of an alternative: tells of a mistake, or looks whether it is one.
    pub(super) fn tell(&mut self, what: &str) -> Told {
        if let Some(check) = what.strip_prefix('!') {
            return self.check(check);
        }
        let (place, message) = what.split_once(' ').unwrap_or(("", what));
        let (_, from) = self.rule_start();
        let ends = [self.values.get(from), self.values.last()];
        let [a, b] = ends.map(|v| v.map(|v| self.nodes[*v as usize].clone()));
        let mut text = message.to_owned();
        if let Some(a) = &a {
            text = text
                .replace("%s", &self.kind(a))
                .replace("%t", self.text(a.start as usize));
        }
        let error = match (place, a, b) {
            ("a", Some(a), _) => self.error_over(&a, &a, text),
            ("ab", Some(a), Some(b)) => self.error_over(&a, &b, text),
            ("a_", Some(a), _) => self.error_from(a.start as usize, text),
            (">", ..) => {
                if let Err(error) = self.look() {
                    return Told::Error(error);
                }
                self.error_here(self.at, text)
            }
            ("i", a, _) => {
                if let Some(a) = a.filter(|_| from < self.values.len()) {
                    let line = self.line(a.start as usize);
                    text = format!("expected an indented block after {message} on line {line}");
                }
                let mut error = self.error_here(self.seen - 1, text);
                error.kind = "IndentationError";
                error
            }
            _ => self.error_here(self.seen - 1, text),
        };
        Told::Error(error)
    }

    fn check(&mut self, what: &str) -> Told {
        let (_, from) = self.rule_start();
        let values: Vec<Node> = self.values[from..]
            .iter()
            .map(|v| self.nodes[*v as usize].clone())
            .collect();
        let (first, last) = match (what, values.first(), values.last()) {
            ("strings", ..) => return self.strings(),
            (_, Some(first), Some(last)) => (first, last),
            _ => return Told::Right,
        };
        let word = self.text(first.start as usize);
        let legacy = first.end == first.start + 1 && matches!(word, "print" | "exec");
        match what {
            "legacy" if legacy => {
                let message =
                    format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?");
                Told::Error(self.error_over(first, last, message))
            }
            "comma" if !legacy && self.tokens[self.at - 1].level > 0 => {
                let message = "invalid syntax. Perhaps you forgot a comma?";
                Told::Error(self.error_over(first, last, message.into()))
            }
            "target" => self.target(first, Target::Star),
            "for" => self.target(first, Target::For),
            "del" => self.target(first, Target::Del),
            "real" | "imaginary" => {
                if word.ends_with(['j', 'J']) == (what == "imaginary") {
                    return Told::Right;
                }
                let message = format!("{what} number required in complex literal");
                Told::Error(self.error_over(first, first, message))
            }
            "conversion" => self.conversion(first, last),
            "field" => self.field(first),
            "pattern" => {
                if self.kind(first) != "literal" && self.afterwards.is_none() {
                    let message = "patterns may only match literals and attribute lookups";
                    self.afterwards = Some(self.error_over(first, first, message.into()));
                }
                Told::Right
            }
            "genexp" => {
                let parts = first.parts.iter().map(|p| &self.nodes[*p as usize]);
                let positional: Vec<&Node> = parts.filter(|n| self.kind(n) != "kwarg").collect();
                match positional.last() {
                    Some(arg) if positional.len() > 1 => {
                        let message = "Generator expression must be parenthesized";
                        Told::Error(self.error_over(arg, last, message.into()))
                    }
                    _ => Told::Nothing,
                }
            }
            "args" => {
                let unpacks = first.parts.iter().any(|p| {
                    let part = &self.nodes[*p as usize];
                    self.text(part.start as usize) == "**"
                });
                let unpacking = if unpacks { " unpacking" } else { "" };
                let message = format!("positional argument follows keyword argument{unpacking}");
                Told::Error(self.error_here(self.seen - 1, message))
            }
            "key" => {
                let message = "':' expected after dictionary key".into();
                let mut error = self.error_over(first, first, message);
                let end = self.tokens[first.end as usize - 1].end;
                error.column = self.source.line_col(TextSize::new(end)).1;
                error.end_column = 0;
                Told::Error(error)
            }
            _ => match what.strip_prefix("bound ") {
                Some(owner) => {
                    let kind = if self.kind(last) == "tuple" {
                        "constraints"
                    } else {
                        "bound"
                    };
                    let message = format!("cannot use {kind} with {owner}");
                    Told::Error(self.error_from(first.start as usize, message))
                }
                None => Told::Nothing,
            },
        }
    }

    /// The kind of an expression, as messages call it.
    fn kind(&self, node: &Node) -> String {
        self.grammar.texts[usize::from(node.kind)].replace('_', " ")
    }

    fn target(&self, node: &Node, target: Target) -> Told {
        let Some(bad) = self.bad_target(node, target) else {
            return Told::Nothing;
        };
        let verb = if target == Target::Del {
            "delete"
        } else {
            "assign to"
        };
        let message = format!("cannot {verb} {}", self.kind(bad));
        Told::Error(self.error_over(bad, bad, message))
    }

    /// The first part of an expression that cannot be a target.
    fn bad_target<'n>(&'n self, node: &'n Node, target: Target) -> Option<&'n Node> {
        let mut waiting = vec![node];
        while let Some(node) = waiting.pop() {
            let mut parts = node.parts.iter().rev().map(|p| &self.nodes[*p as usize]);
            match &*self.kind(node) {
                "name" | "subscript" | "attribute" => {}
                "list" | "tuple" => waiting.extend(parts),
                "starred" if target != Target::Del => waiting.extend(parts),
                "comparison" if target == Target::For => {
                    let left = parts.next_back()?;
                    let mut operator = left.end as usize;
                    while self.text(operator) == ")" {
                        operator += 1;
                    }
                    if self.text(operator) == "in" {
                        waiting.push(left);
                    }
                }
                _ => return Some(node),
            }
        }
        None
    }

    fn conversion(&self, mark: &Node, name: &Node) -> Told {
        let [first, second] = [mark, name].map(|n| self.tokens[n.start as usize]);
        if first.end == second.start {
            return Told::Right;
        }
        let message = "f-string: conversion type must come right after the exclamanation mark";
        Told::Error(self.error_over(mark, name, message.into()))
    }

    /// A replacement field, by its conversion.
    fn field(&self, conversion: &Node) -> Told {
        let word = self.text(conversion.end as usize - 1);
        if matches!(word, "s" | "r" | "a") {
            return Told::Right;
        }
        let message =
            format!("f-string: invalid conversion character '{word}': expected 's', 'r', or 'a'");
        let at = conversion.end as usize - 1;
        Told::Error(self.error_at(at, at, message))
    }

    /// String literals side by side: whether they go together and mean something.
    fn strings(&mut self) -> Told {
        let (start, _) = self.rule_start();
        let mut open: Vec<&str> = Vec::new();
        let [mut bytes, mut texts, mut formatted] = [false; 3];
        let mut mistake = None;
        for index in start..self.at {
            let text = self.text(index);
            match self.tokens[index].kind {
                Kind::FStart => {
                    open.push(text);
                    (formatted, texts) = (true, true);
                }
                Kind::FMiddle if open.len() == 1 && !open[0].contains(['r', 'R']) => {
                    mistake = mistake.or_else(|| escapes::mistake_in(text));
                }
                Kind::FEnd => {
                    open.pop();
                    if open.is_empty()
                        && let Some(message) = mistake.take()
                    {
                        return Told::Error(self.error_at(index, index, message));
                    }
                }
                Kind::String if open.is_empty() => {
                    let is_bytes = escapes::is_bytes(text);
                    (bytes, texts) = (bytes || is_bytes, texts || !is_bytes);
                    if let Some(message) = escapes::mistake(text) {
                        return Told::Error(self.error_at(index, index, message));
                    }
                }
                _ => {}
            }
        }
        if bytes && texts {
            let message = "cannot mix bytes and nonbytes literals";
            return Told::Error(self.error_here(self.seen - 1, message.into()));
        }
        let kind = if formatted {
            "f-string_expression"
        } else {
            "literal"
        };
        let kind = self.grammar.number(kind).unwrap_or(0);
        let node = self.node(kind, start, Vec::new());
        self.values.push(node);
        Told::Right
    }

    /// "invalid syntax", after all else was tried.
    pub(super) fn generic(&mut self, last: usize) -> SyntaxError {
        let what = match self.tokens[last].kind {
            Kind::Indent => "unexpected indent",
            Kind::Dedent => "unexpected unindent",
            _ => return self.error_at(last, last, "invalid syntax".into()),
        };
        // The rest of the program does not count then.
        self.reached = true;
        let mut error = self.error_here(self.seen - 1, what.into());
        error.kind = "IndentationError";
        error
    }

    /// CPython reads the rest of the program for errors of its tokenizer.
    pub(super) fn last_word(&self, found: SyntaxError) -> SyntaxError {
        if self.reached {
            return found;
        }
        match (&self.scan.error, self.scan.open) {
            (Some(error), _) if !self.scan.late => error.clone(),
            (_, Some((bracket, open))) if self.line(self.seen - 1) > self.line_of(open) => {
                self.never_closed(bracket, open)
            }
            _ => found,
        }
    }

    fn never_closed(&self, bracket: char, at: usize) -> SyntaxError {
        let (line, column) = self.source.line_col(TextSize::new(at as u32));
        SyntaxError {
            kind: "SyntaxError",
            message: format!("'{bracket}' was never closed"),
            line,
            column: column + 1,
            end_column: 0,
            text: self.source.line_text(line).to_owned(),
        }
    }

    /// Why the tokenizer gave up.
    pub(super) fn tokenizer_error(&self) -> SyntaxError {
        match (&self.scan.error, self.scan.open) {
            (Some(error), None) => error.clone(),
            (Some(error), _) if !error.message.starts_with("unexpected EOF") => error.clone(),
            (_, Some((bracket, open))) => self.never_closed(bracket, open),
            _ => self.error_here(self.tokens.len() - 1, "invalid syntax".into()),
        }
    }

    fn line_of(&self, at: usize) -> u32 {
        let line = self.source.line_of(TextSize::new(at as u32));
        line.min(self.source.line_count())
    }

    fn line(&self, token: usize) -> u32 {
        self.line_of(self.tokens[token].start as usize)
    }

    fn has_place(token: Token) -> bool {
        !matches!(token.kind, Kind::Indent | Kind::Dedent | Kind::End)
    }

    /// Line and column after a token, which may be a line end.
    fn end_of(&self, token: Token) -> (u32, u32) {
        if token.kind == Kind::Newline {
            let (line, column) = self.source.line_col(TextSize::new(token.end - 1));
            return (line, column + 1);
        }
        self.source.line_col(TextSize::new(token.end))
    }

    fn error_over(&self, first: &Node, last: &Node, message: String) -> SyntaxError {
        let end = (last.end.max(last.start + 1)) as usize - 1;
        self.error_at(first.start as usize, end, message)
    }

    /// An error that spans tokens.
    pub(super) fn error_at(&self, first: usize, last: usize, message: String) -> SyntaxError {
        let (start, end) = (self.tokens[first], self.tokens[last]);
        let line = self.line(first);
        let mut error = SyntaxError {
            kind: "SyntaxError",
            message,
            line,
            column: 0,
            end_column: 0,
            text: self.source.line_text(line).to_owned(),
        };
        if Self::has_place(start) {
            error.column = self.source.line_col(TextSize::new(start.start)).1 + 1;
            let (end_line, column) = self.end_of(end);
            error.end_column = if end_line == line {
                column + 1
            } else {
                error.text.chars().count() as u32 + 1
            };
        }
        error
    }

    /// An error at a token, or where the tokenizer stands if the token has no place.
    fn error_here(&self, token: usize, message: String) -> SyntaxError {
        let mut error = self.error_at(token, token, message);
        let at = self.tokens[token];
        if !Self::has_place(at) {
            error.column = if at.start as usize >= self.source.text.len() {
                error.text.chars().count() as u32 + 1
            } else {
                self.source.line_col(TextSize::new(at.start)).1
            };
        }
        error
    }

    /// An error from a token on, as far as was read.
    fn error_from(&self, first: usize, message: String) -> SyntaxError {
        let mut error = self.error_at(first, first, message);
        let (line, column) = self.end_of(self.tokens[self.seen - 1]);
        if line == error.line {
            error.end_column = column;
        } else {
            error.end_column = error.text.chars().count() as u32 + 1;
        }
        error
    }
}

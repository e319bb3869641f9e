//! Makes the instructions of `grammar` of the text of `grammar.txt`. The build alone does so.
//!
//! A line is a rule: `name: alternative | alternative`, continued by lines that begin with blanks. After the name,
//! `*` means that results are remembered, `@` that the values of its parts stay apart, `-` that no rule about
//! mistakes counts within it. Rules about mistakes are called `no_…` and count only when the program is already known
//! to be wrong. Parts: `'word'`, TOKEN, rule, `( … )`, `[ … ]` or `x?`, `x*`, `x+`, `x+','`, `&x` and `!x` look ahead,
//! `&&'word'` refuses all else, `^` rules the other alternatives out. An alternative can end in `=kind` (what it
//! makes of its parts), `~kind` (if there are several), or in the mistake it tells of: `{where message}`, where `a`
//! and `b` are the first and the last of its parts with a `$`.

use crate::lang::syntax::grammar::{Op, Rule};
use crate::lang::syntax::scan::Kind;
use std::collections::HashMap;

/// The grammar as an expression in Rust that makes a `Grammar`.
pub fn rust(text: &'static str) -> String {
    let read = Reading::new(text);
    let mut sorted: Vec<usize> = (0..read.texts.len()).collect();
    sorted.sort_by_key(|number| read.texts[*number]);
    format!(
        "{{ use crate::lang::syntax::{{grammar::{{Op::*, Rule}}, scan::Kind::*}};
        Grammar {{ code: &{:?}, rules: &{:?}, texts: &{:?}, sorted: &{sorted:?} }} }}",
        read.code, read.rules, read.texts
    )
}

#[derive(Default)]
struct Reading {
    code: Vec<Op>,
    rules: Vec<Rule>,
    texts: Vec<&'static str>,
    numbers: HashMap<&'static str, u16>,
    names: HashMap<&'static str, u16>,
}

impl Reading {
    fn new(text: &'static str) -> Reading {
        let mut grammar = Reading::default();
        for text in ["", "f-string_expression"] {
            grammar.text(text);
        }
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest
                .match_indices('\n')
                .map(|(at, _)| at + 1)
                .find(|at| !rest[*at..].starts_with(' '));
            let (rule, after) = rest.split_at(end.unwrap_or(rest.len()));
            grammar.rule(rule);
            rest = after;
        }
        grammar
    }

    fn text(&mut self, text: &'static str) -> u16 {
        let next = self.texts.len() as u16;
        let number = *self.numbers.entry(text).or_insert(next);
        if number == next {
            self.texts.push(text);
        }
        number
    }

    fn named(&mut self, name: &'static str) -> u16 {
        let next = self.rules.len() as u16;
        let number = *self.names.entry(name).or_insert(next);
        if number == next {
            self.rules.push(Rule::default());
        }
        number
    }

    fn rule(&mut self, text: &'static str) {
        let Some((head, body)) = text.split_once(':') else {
            return;
        };
        let name = head.trim_end_matches(['*', '@', '-']);
        let number = self.named(name);
        self.rules[usize::from(number)] = Rule {
            start: self.code.len() as u16,
            memo: head.ends_with('*'),
            flat: head.ends_with('@'),
            plain: head.ends_with('-'),
        };
        let mut reader = Reader { rest: body };
        let alternatives = reader.alternatives();
        self.alternatives(&alternatives, false);
        self.code.push(Op::Return);
    }

    fn here(&self) -> u16 {
        self.code.len() as u16
    }

    /// A jump whose aim is not known yet.
    fn jump(&mut self, op: Op) -> usize {
        self.code.push(op);
        self.code.len() - 1
    }

    fn aim(&mut self, jump: usize) {
        let here = self.here();
        match &mut self.code[jump] {
            Op::Choice(to) | Op::Commit(to) | Op::Back(to) => *to = here,
            _ => {}
        }
    }

    fn alternatives(&mut self, all: &[Alternative], drop: bool) {
        let mut ends = Vec::new();
        for (index, alternative) in all.iter().enumerate() {
            let cut = alternative.parts.iter().any(|p| matches!(p, Part::Cut));
            let last = index + 1 == all.len();
            let choice = (!last || cut).then(|| self.jump(Op::Choice(0)));
            self.alternative(alternative, drop);
            if let Some(choice) = choice {
                ends.push(self.jump(Op::Commit(0)));
                self.aim(choice);
                if last {
                    self.code.push(Op::Fail);
                }
            }
        }
        for end in ends {
            self.aim(end);
        }
    }

    fn alternative(&mut self, alternative: &Alternative, drop: bool) {
        let parts = &alternative.parts;
        if matches!(&parts[..], [Part::Rule(name)] if name.starts_with("no_")) {
            self.code.push(Op::Mistake);
        }
        let keeps = parts.iter().any(|p| matches!(p, Part::Keep(_)));
        let tells = matches!(alternative.end, End::Tell(_));
        for part in parts {
            self.part(part, drop || keeps || tells);
        }
        match alternative.end {
            End::Nothing => {}
            End::Node(kind, several) => {
                let kind = self.text(kind);
                self.code.push(Op::Node(kind, several));
            }
            End::Tell(what) => {
                let what = self.text(what);
                self.code.push(Op::Tell(what));
            }
        }
    }

    fn part(&mut self, part: &Part, drop: bool) {
        match part {
            Part::Word(word) => {
                let number = self.text(word);
                self.code.push(Op::Word(number));
            }
            Part::Rule(name) => {
                let op = match token(name) {
                    Some(op) => op,
                    None => Op::Call(self.named(name), drop),
                };
                self.code.push(op);
            }
            Part::Group(all) => self.alternatives(all, drop),
            Part::Keep(inner) => {
                self.part(inner, false);
                let token = match &**inner {
                    Part::Word(_) => true,
                    Part::Rule(name) => token(name).is_some(),
                    Part::Group(_) => true,
                    _ => false,
                };
                if token {
                    self.code.push(Op::Keep);
                }
            }
            Part::Optional(inner) => {
                let choice = self.jump(Op::Choice(0));
                self.part(inner, drop);
                let end = self.jump(Op::Commit(0));
                self.aim(choice);
                self.aim(end);
            }
            Part::Many(inner) => self.many(None, inner, drop),
            Part::Some(inner, separator) => {
                self.part(inner, drop);
                self.many(*separator, inner, drop);
            }
            Part::Ahead(inner) => {
                let choice = self.jump(Op::Choice(0));
                self.part(inner, drop);
                let back = self.jump(Op::Back(0));
                self.aim(choice);
                self.code.push(Op::Fail);
                self.aim(back);
            }
            Part::NotAhead(inner) => {
                let choice = self.jump(Op::Choice(0));
                self.part(inner, drop);
                self.code.push(Op::Refuse);
                self.aim(choice);
            }
            Part::Force(word) => {
                let number = self.text(word);
                self.code.push(Op::Force(number));
            }
            Part::Cut => self.code.push(Op::Cut),
        }
    }

    fn many(&mut self, separator: Option<&'static str>, inner: &Part, drop: bool) {
        let start = self.here();
        let choice = self.jump(Op::Choice(0));
        if let Some(word) = separator {
            let number = self.text(word);
            self.code.push(Op::Word(number));
        }
        self.part(inner, drop);
        self.code.push(Op::Commit(start));
        self.aim(choice);
    }
}

fn token(name: &str) -> Option<Op> {
    Some(Op::Token(match name {
        "NAME" => Kind::Name,
        "NUMBER" => Kind::Number,
        "STRING" => Kind::String,
        "FSTART" => Kind::FStart,
        "FMIDDLE" => Kind::FMiddle,
        "FEND" => Kind::FEnd,
        "NL" => Kind::Newline,
        "INDENT" => Kind::Indent,
        "DEDENT" => Kind::Dedent,
        "END" => Kind::End,
        "SOFT" => return Some(Op::Soft),
        _ => return None,
    }))
}

enum Part {
    Word(&'static str),
    Rule(&'static str),
    Group(Vec<Alternative>),
    Keep(Box<Part>),
    Optional(Box<Part>),
    Many(Box<Part>),
    Some(Box<Part>, Option<&'static str>),
    Ahead(Box<Part>),
    NotAhead(Box<Part>),
    Force(&'static str),
    Cut,
}

enum End {
    Nothing,
    Node(&'static str, bool),
    Tell(&'static str),
}

struct Alternative {
    parts: Vec<Part>,
    end: End,
}

struct Reader {
    rest: &'static str,
}

impl Reader {
    fn eat(&mut self, start: &str) -> bool {
        let rest = self.rest.strip_prefix(start);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Up to a character, which is skipped.
    fn until(&mut self, end: char) -> &'static str {
        let (text, rest) = self.rest.split_once(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        text
    }

    fn name(&mut self) -> &'static str {
        let end = self
            .rest
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let (name, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        name
    }

    fn alternatives(&mut self) -> Vec<Alternative> {
        let mut all = Vec::new();
        loop {
            all.push(self.alternative());
            if !self.eat("|") {
                return all;
            }
        }
    }

    fn alternative(&mut self) -> Alternative {
        let mut parts = Vec::new();
        let mut end = End::Nothing;
        loop {
            self.rest = self.rest.trim_start();
            if self.rest.is_empty() || self.rest.starts_with(['|', ')', ']']) {
                return Alternative { parts, end };
            }
            if self.eat("{") {
                // A message may hold braces: it ends with the line, or before the next alternative.
                let stops = ["} |", "}\n"].map(|s| self.rest.find(s));
                let stop = stops.into_iter().flatten().min();
                let (text, rest) = self.rest.split_at(stop.unwrap_or(self.rest.len() - 1));
                self.rest = &rest[1..];
                end = End::Tell(text);
            } else if self.eat("=") {
                end = End::Node(self.name(), false);
            } else if self.eat("~") {
                end = End::Node(self.name(), true);
            } else {
                parts.push(self.part());
            }
        }
    }

    fn part(&mut self) -> Part {
        if self.eat("$") {
            return Part::Keep(Box::new(self.part()));
        }
        if self.eat("&&'") {
            return Part::Force(self.until('\''));
        }
        if self.eat("&") {
            return Part::Ahead(Box::new(self.part()));
        }
        if self.eat("!") {
            return Part::NotAhead(Box::new(self.part()));
        }
        if self.eat("^") {
            return Part::Cut;
        }
        let part = if self.eat("'") {
            Part::Word(self.until('\''))
        } else if self.eat("\"") {
            Part::Word(self.until('"'))
        } else if self.eat("(") {
            let all = self.alternatives();
            self.eat(")");
            Part::Group(all)
        } else if self.eat("[") {
            let all = self.alternatives();
            self.eat("]");
            return Part::Optional(Box::new(Part::Group(all)));
        } else {
            Part::Rule(self.name())
        };
        if self.eat("?") {
            Part::Optional(Box::new(part))
        } else if self.eat("*") {
            Part::Many(Box::new(part))
        } else if self.eat("+'") {
            Part::Some(Box::new(part), Some(self.until('\'')))
        } else if self.eat("+") {
            Part::Some(Box::new(part), None)
        } else {
            part
        }
    }
}

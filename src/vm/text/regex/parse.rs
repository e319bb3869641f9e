//! Patterns: from their text to a tree, and from that to a program.

use super::{Class, Failure, MAX_CODE, Regex, Step, flags, lower};

/// Deepest nesting of groups.
const MAX_DEPTH: usize = 100;
/// As many as there are.
const MANY: usize = usize::MAX;

enum Node {
    Empty,
    Set(Class),
    Sequence(Vec<Node>),
    Either(Vec<Node>),
    Group(usize, Box<Node>),
    Repeat {
        inner: Box<Node>,
        min: usize,
        max: usize,
        kind: Kind,
    },
    Back(usize, bool),
    Assert(char, bool),
    Look {
        inner: Box<Node>,
        behind: bool,
        negated: bool,
    },
    Atomic(Box<Node>),
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Greedy,
    Lazy,
    Possessive,
}

struct Parser {
    text: Vec<char>,
    at: usize,
    flags: u32,
    groups: usize,
    open: Vec<usize>,
    names: Vec<(String, usize)>,
    depth: usize,
}

type Parsed<T = Node> = Result<T, Failure>;

pub(super) fn compile(pattern: &str, flags: u32) -> Parsed<Regex> {
    let mut parser = Parser {
        text: pattern.chars().collect(),
        at: 0,
        flags,
        groups: 0,
        open: Vec::new(),
        names: Vec::new(),
        depth: 0,
    };
    let node = parser.alternatives()?;
    if parser.at < parser.text.len() {
        return parser.wrong("unbalanced parenthesis", parser.at);
    }
    let mut writer = Writer {
        code: Vec::new(),
        registers: 0,
    };
    writer.write(&node)?;
    writer.push(Step::Done)?;
    Ok(Regex {
        code: writer.code,
        groups: parser.groups,
        names: parser.names,
        flags: parser.flags,
        registers: writer.registers,
    })
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn eat(&mut self, c: char) -> bool {
        let yes = self.peek() == Some(c);
        self.at += usize::from(yes);
        yes
    }

    fn wrong<T>(&self, message: impl Into<String>, at: usize) -> Parsed<T> {
        Err(Failure::Pattern(message.into(), at))
    }

    fn on(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    fn alternatives(&mut self) -> Parsed {
        let mut all = vec![self.sequence()?];
        while self.eat('|') {
            all.push(self.sequence()?);
        }
        Ok(if all.len() == 1 {
            all.remove(0)
        } else {
            Node::Either(all)
        })
    }

    fn sequence(&mut self) -> Parsed {
        let mut items = Vec::new();
        loop {
            if self.on(flags::VERBOSE) {
                while let Some(c) = self.peek() {
                    if c == '#' {
                        while self.peek().is_some_and(|c| c != '\n') {
                            self.at += 1;
                        }
                    } else if c.is_whitespace() {
                        self.at += 1;
                    } else {
                        break;
                    }
                }
            }
            match self.peek() {
                None | Some('|' | ')') => return Ok(Node::Sequence(items)),
                _ => {
                    let begin = self.at;
                    let item = self.item()?;
                    items.push(self.repeats(item, begin)?);
                }
            }
        }
    }

    fn repeats(&mut self, item: Node, begin: usize) -> Parsed {
        let place = self.at;
        let Some((min, max)) = self.count()? else {
            return Ok(item);
        };
        if matches!(item, Node::Empty | Node::Assert(..)) {
            return self.wrong("nothing to repeat", begin.max(place));
        }
        let kind = if self.eat('?') {
            Kind::Lazy
        } else if self.eat('+') {
            Kind::Possessive
        } else {
            Kind::Greedy
        };
        let again = self.at;
        if self.count()?.is_some() {
            return self.wrong("multiple repeat", again);
        }
        Ok(Node::Repeat {
            inner: Box::new(item),
            min,
            max,
            kind,
        })
    }

    /// `*`, `+`, `?` or `{m,n}`.
    fn count(&mut self) -> Parsed<Option<(usize, usize)>> {
        let begin = self.at;
        Ok(match self.peek() {
            Some('*') => {
                self.at += 1;
                Some((0, MANY))
            }
            Some('+') => {
                self.at += 1;
                Some((1, MANY))
            }
            Some('?') => {
                self.at += 1;
                Some((0, 1))
            }
            Some('{') => {
                self.at += 1;
                let low = self.digits();
                let comma = self.eat(',');
                let high = if comma { self.digits() } else { low.clone() };
                if !self.eat('}') || (low.is_empty() && !comma) {
                    self.at = begin;
                    return Ok(None);
                }
                let number = |text: &str, other: usize| {
                    if text.is_empty() {
                        Some(other)
                    } else {
                        text.parse::<u32>().ok().map(|n| n as usize)
                    }
                };
                let (Some(min), Some(max)) = (number(&low, 0), number(&high, MANY)) else {
                    return self.wrong("the repetition number is too large", begin);
                };
                if max < min {
                    return self.wrong("min repeat greater than max repeat", begin + 1);
                }
                Some((min, max))
            }
            _ => None,
        })
    }

    fn digits(&mut self) -> String {
        let mut text = String::new();
        while let Some(c) = self.peek().filter(char::is_ascii_digit) {
            text.push(c);
            self.at += 1;
        }
        text
    }

    fn set(&self, ranges: Vec<(char, char)>, kinds: Vec<char>, negated: bool) -> Node {
        Node::Set(Class {
            negated,
            ranges,
            kinds,
            fold: self.on(flags::IGNORECASE),
            ascii: self.on(flags::ASCII),
        })
    }

    fn item(&mut self) -> Parsed {
        let begin = self.at;
        let Some(c) = self.peek() else {
            return Ok(Node::Empty);
        };
        self.at += 1;
        Ok(match c {
            '.' if self.on(flags::DOTALL) => self.set(vec![('\0', char::MAX)], vec![], false),
            '.' => self.set(vec![('\n', '\n')], vec![], true),
            '^' => Node::Assert('^', self.on(flags::MULTILINE)),
            '$' => Node::Assert('$', self.on(flags::MULTILINE)),
            '(' => self.group(begin)?,
            '[' => self.class(begin)?,
            '\\' => self.escape(begin)?,
            '*' | '+' | '?' => return self.wrong("nothing to repeat", begin),
            other => self.set(vec![(other, other)], vec![], false),
        })
    }

    fn group(&mut self, begin: usize) -> Parsed {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Failure::Limit(
                "a regular expression has more than 100 groups within each other",
            ));
        }
        let before = self.flags;
        let mut global = false;
        let node = if self.eat('?') {
            self.special_group(begin, &mut global)?
        } else {
            self.captured(begin)?
        };
        self.depth -= 1;
        if !global {
            self.flags = before;
        }
        Ok(node)
    }

    fn captured(&mut self, begin: usize) -> Parsed {
        self.groups += 1;
        let number = self.groups;
        self.open.push(number);
        let inner = self.inner(begin)?;
        self.open.pop();
        Ok(Node::Group(number, Box::new(inner)))
    }

    fn inner(&mut self, begin: usize) -> Parsed {
        let inner = self.alternatives()?;
        if !self.eat(')') {
            return self.wrong("missing ), unterminated subpattern", begin);
        }
        Ok(inner)
    }

    fn special_group(&mut self, begin: usize, global: &mut bool) -> Parsed {
        let place = self.at;
        let Some(c) = self.peek() else {
            return self.wrong("unexpected end of pattern", place);
        };
        self.at += 1;
        let look = |inner, behind, negated| Node::Look {
            inner: Box::new(inner),
            behind,
            negated,
        };
        match c {
            ':' => self.inner(begin),
            '>' => Ok(Node::Atomic(Box::new(self.inner(begin)?))),
            '=' => Ok(look(self.inner(begin)?, false, false)),
            '!' => Ok(look(self.inner(begin)?, false, true)),
            '#' => {
                while self.peek().is_some_and(|c| c != ')') {
                    self.at += 1;
                }
                if !self.eat(')') {
                    return self.wrong("missing ), unterminated comment", begin);
                }
                Ok(Node::Sequence(vec![]))
            }
            '<' => match self.peek() {
                Some('=') => {
                    self.at += 1;
                    Ok(look(self.inner(begin)?, true, false))
                }
                Some('!') => {
                    self.at += 1;
                    Ok(look(self.inner(begin)?, true, true))
                }
                Some(other) => self.wrong(format!("unknown extension ?<{other}"), begin + 1),
                None => self.wrong("unexpected end of pattern", self.at),
            },
            'P' => self.named(begin),
            '(' => Err(Failure::Unsupported(
                "conditional groups of regular expressions are not supported: write both patterns",
            )),
            _ => {
                self.at = place;
                self.inline_flags(begin, global)
            }
        }
    }

    fn named(&mut self, begin: usize) -> Parsed {
        if self.eat('<') {
            let (name, at) = self.name('>')?;
            if !name.chars().all(|c| c == '_' || c.is_alphanumeric())
                || name.starts_with(|c: char| c.is_ascii_digit())
            {
                return self.wrong(format!("bad character in group name '{name}'"), at);
            }
            if let Some((_, number)) = self.names.iter().find(|(n, _)| *n == name) {
                let message = format!(
                    "redefinition of group name '{name}' as group {}; was group {number}",
                    self.groups + 1
                );
                return self.wrong(message, at);
            }
            self.names.push((name, self.groups + 1));
            return self.captured(begin);
        }
        if self.eat('=') {
            let (name, at) = self.name(')')?;
            let Some((_, number)) = self.names.iter().find(|(n, _)| *n == name) else {
                return self.wrong(format!("unknown group name '{name}'"), at);
            };
            return Ok(Node::Back(*number, self.on(flags::IGNORECASE)));
        }
        match self.peek() {
            Some(c) => self.wrong(format!("unknown extension ?P{c}"), begin + 1),
            None => self.wrong("unexpected end of pattern", self.at),
        }
    }

    fn name(&mut self, close: char) -> Parsed<(String, usize)> {
        let at = self.at;
        let mut name = String::new();
        while let Some(c) = self.peek() {
            self.at += 1;
            if c == close {
                return if name.is_empty() {
                    self.wrong("missing group name", at)
                } else {
                    Ok((name, at))
                };
            }
            name.push(c);
        }
        if name.is_empty() {
            return self.wrong("missing group name", at);
        }
        self.wrong(format!("missing {close}, unterminated name"), at)
    }

    fn inline_flags(&mut self, begin: usize, global: &mut bool) -> Parsed {
        let (mut on, mut off, mut negative) = (0, 0, false);
        loop {
            let place = self.at;
            let Some(c) = self.peek() else {
                return self.wrong("missing -, : or )", place);
            };
            self.at += 1;
            let flag = match c {
                'i' => flags::IGNORECASE,
                'm' => flags::MULTILINE,
                's' => flags::DOTALL,
                'x' => flags::VERBOSE,
                'a' => flags::ASCII,
                'u' => flags::UNICODE,
                '-' => {
                    negative = true;
                    continue;
                }
                ':' => {
                    self.flags = (self.flags | on) & !off;
                    return self.inner(begin);
                }
                ')' => {
                    if begin != 0 {
                        let message = "global flags not at the start of the expression";
                        return self.wrong(message, begin);
                    }
                    self.flags |= on;
                    *global = true;
                    return Ok(Node::Sequence(vec![]));
                }
                other if place == begin + 2 => {
                    return self.wrong(format!("unknown extension ?{other}"), begin + 1);
                }
                other if other.is_alphabetic() => return self.wrong("unknown flag", place),
                _ => return self.wrong("missing -, : or )", place),
            };
            if negative {
                off |= flag;
            } else {
                on |= flag;
            }
        }
    }

    fn escape(&mut self, begin: usize) -> Parsed {
        let Some(c) = self.peek() else {
            return self.wrong("bad escape (end of pattern)", begin);
        };
        if matches!(c, 'A' | 'Z' | 'b' | 'B') {
            self.at += 1;
            return Ok(Node::Assert(c, self.on(flags::ASCII)));
        }
        let octal = |c: &&char| ('0'..='7').contains(*c);
        let is_octal = self.text[self.at..].iter().take(3).filter(octal).count() == 3;
        if ('1'..='9').contains(&c) && !(is_octal && c <= '3') {
            let digits: String = self.text[self.at..]
                .iter()
                .take(2)
                .take_while(|c| c.is_ascii_digit())
                .collect();
            self.at += digits.len();
            let number: usize = digits.parse().unwrap_or(0);
            if number > self.groups {
                return self.wrong(format!("invalid group reference {number}"), begin + 1);
            }
            if self.open.contains(&number) {
                return self.wrong("cannot refer to an open group", begin);
            }
            return Ok(Node::Back(number, self.on(flags::IGNORECASE)));
        }
        Ok(match self.class_escape(begin)? {
            Ok(c) => self.set(vec![(c, c)], vec![], false),
            Err(kind) => self.set(vec![], vec![kind], false),
        })
    }

    /// What an escape stands for: a character, or one of `d D s S w W`.
    fn class_escape(&mut self, begin: usize) -> Parsed<Result<char, char>> {
        let Some(c) = self.peek() else {
            return self.wrong("bad escape (end of pattern)", begin);
        };
        self.at += 1;
        let digits = match c {
            'd' | 'D' | 's' | 'S' | 'w' | 'W' => return Ok(Err(c)),
            'n' => return Ok(Ok('\n')),
            't' => return Ok(Ok('\t')),
            'r' => return Ok(Ok('\r')),
            'f' => return Ok(Ok('\x0c')),
            'v' => return Ok(Ok('\x0b')),
            'a' => return Ok(Ok('\x07')),
            'b' => return Ok(Ok('\x08')),
            '0'..='7' => {
                let more: String = self.text[self.at..]
                    .iter()
                    .take(2)
                    .take_while(|c| ('0'..='7').contains(*c))
                    .collect();
                self.at += more.len();
                let code = u32::from_str_radix(&format!("{c}{more}"), 8).unwrap_or(0);
                return Ok(Ok(char::from_u32(code).unwrap_or('\0')));
            }
            'x' => 2,
            'u' => 4,
            'U' => 8,
            c if c.is_ascii_alphabetic() => return self.wrong(format!("bad escape \\{c}"), begin),
            other => return Ok(Ok(other)),
        };
        let hex: String = self.text[self.at..]
            .iter()
            .take(digits)
            .take_while(|c| c.is_ascii_hexdigit())
            .collect();
        if hex.len() < digits {
            return self.wrong(format!("incomplete escape \\{c}{hex}"), begin);
        }
        self.at += digits;
        match u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32) {
            Some(c) => Ok(Ok(c)),
            None => self.wrong(format!("bad escape \\{c}{hex}"), begin),
        }
    }

    fn class(&mut self, begin: usize) -> Parsed {
        let negated = self.eat('^');
        let (mut ranges, mut kinds) = (Vec::new(), Vec::new());
        let first = self.at;
        loop {
            let place = self.at;
            let Some(c) = self.peek() else {
                return self.wrong("unterminated character set", begin);
            };
            self.at += 1;
            if c == ']' && place != first {
                return Ok(self.set(ranges, kinds, negated));
            }
            let low = if c == '\\' {
                self.class_escape(place)?
            } else {
                Ok(c)
            };
            let range =
                self.peek() == Some('-') && self.text.get(self.at + 1).is_some_and(|c| *c != ']');
            if !range {
                match low {
                    Ok(c) => ranges.push((c, c)),
                    Err(kind) => kinds.push(kind),
                }
                continue;
            }
            self.at += 1;
            let mark = self.at;
            let Some(end) = self.peek() else {
                return self.wrong("unterminated character set", begin);
            };
            self.at += 1;
            let high = if end == '\\' {
                self.class_escape(mark)?
            } else {
                Ok(end)
            };
            match (low, high) {
                (Ok(low), Ok(high)) if low <= high => ranges.push((low, high)),
                _ => {
                    let text: String = self.text[place..self.at].iter().collect();
                    return self.wrong(format!("bad character range {text}"), place);
                }
            }
        }
    }
}

struct Writer {
    code: Vec<Step>,
    registers: usize,
}

impl Writer {
    fn push(&mut self, step: Step) -> Parsed<usize> {
        if self.code.len() >= MAX_CODE {
            return Err(Failure::Limit(
                "a regular expression is too long: more than 20,000 steps",
            ));
        }
        self.code.push(step);
        Ok(self.code.len() - 1)
    }

    fn write(&mut self, node: &Node) -> Parsed<()> {
        match node {
            Node::Empty => {}
            Node::Set(class) => {
                self.push(Step::One(folded(class)))?;
            }
            Node::Sequence(items) => items.iter().try_for_each(|item| self.write(item))?,
            Node::Either(all) => {
                let mut ends = Vec::new();
                for (i, one) in all.iter().enumerate() {
                    if i + 1 == all.len() {
                        self.write(one)?;
                        continue;
                    }
                    let split = self.push(Step::Split(0, 0))?;
                    self.write(one)?;
                    ends.push(self.push(Step::Jump(0))?);
                    self.code[split] = Step::Split(split + 1, self.code.len());
                }
                let end = self.code.len();
                for at in ends {
                    self.code[at] = Step::Jump(end);
                }
            }
            Node::Group(number, inner) => {
                self.push(Step::Save(number * 2))?;
                self.write(inner)?;
                self.push(Step::Save(number * 2 + 1))?;
            }
            Node::Repeat {
                inner,
                min,
                max,
                kind,
            } => self.repeat(inner, *min, *max, *kind)?,
            Node::Back(group, fold) => {
                self.push(Step::Back(*group, *fold))?;
            }
            Node::Assert(kind, flag) => {
                self.push(Step::Assert(*kind, *flag))?;
            }
            Node::Look {
                inner,
                behind,
                negated,
            } => {
                let behind = if *behind {
                    match width(inner) {
                        Some(width) => Some(width),
                        None => {
                            let message = "look-behind requires fixed-width pattern";
                            return Err(Failure::Pattern(message.into(), usize::MAX));
                        }
                    }
                } else {
                    None
                };
                let head = self.push(Step::Done)?;
                self.write(inner)?;
                self.push(Step::Done)?;
                self.code[head] = Step::Look {
                    end: self.code.len(),
                    behind,
                    negated: *negated,
                };
            }
            Node::Atomic(inner) => {
                let head = self.push(Step::Done)?;
                self.write(inner)?;
                self.push(Step::Done)?;
                self.code[head] = Step::Atomic(self.code.len());
            }
        }
        Ok(())
    }

    fn repeat(&mut self, inner: &Node, min: usize, max: usize, kind: Kind) -> Parsed<()> {
        if kind == Kind::Possessive {
            let head = self.push(Step::Done)?;
            self.repeat(inner, min, max, Kind::Greedy)?;
            self.push(Step::Done)?;
            self.code[head] = Step::Atomic(self.code.len());
            return Ok(());
        }
        let greedy = kind == Kind::Greedy;
        if let Node::Set(class) = inner {
            let class = folded(class);
            self.push(Step::Many {
                class,
                min,
                max,
                greedy,
            })?;
            return Ok(());
        }
        for _ in 0..min {
            self.write(inner)?;
        }
        let order = |first: usize, second: usize| {
            if greedy {
                Step::Split(first, second)
            } else {
                Step::Split(second, first)
            }
        };
        if max == MANY {
            let register = self.registers;
            self.registers += 1;
            let split = self.push(Step::Split(0, 0))?;
            self.push(Step::Mark(register))?;
            self.write(inner)?;
            self.push(Step::Moved(register))?;
            self.push(Step::Jump(split))?;
            self.code[split] = order(split + 1, self.code.len());
            return Ok(());
        }
        let mut splits = Vec::new();
        for _ in min..max {
            splits.push(self.push(Step::Split(0, 0))?);
            self.write(inner)?;
        }
        let end = self.code.len();
        for split in splits {
            self.code[split] = order(split + 1, end);
        }
        Ok(())
    }
}

fn folded(class: &Class) -> Class {
    let mut class = class.clone();
    if class.fold {
        let more: Vec<(char, char)> = class
            .ranges
            .iter()
            .filter(|(a, b)| a == b)
            .map(|(a, _)| (lower(*a), lower(*a)))
            .collect();
        class.ranges.extend(more);
    }
    class
}

/// How many characters a pattern always takes.
fn width(node: &Node) -> Option<usize> {
    Some(match node {
        Node::Empty | Node::Assert(..) | Node::Look { .. } => 0,
        Node::Set(_) => 1,
        Node::Sequence(items) => {
            let mut all = 0;
            for item in items {
                all += width(item)?;
            }
            all
        }
        Node::Either(all) => {
            let mut widths = all.iter().map(width);
            let first = widths.next()??;
            if widths.any(|w| w != Some(first)) {
                return None;
            }
            first
        }
        Node::Group(_, inner) | Node::Atomic(inner) => width(inner)?,
        Node::Repeat {
            inner, min, max, ..
        } if min == max => width(inner)?.checked_mul(*min)?,
        Node::Repeat { .. } | Node::Back(..) => return None,
    })
}

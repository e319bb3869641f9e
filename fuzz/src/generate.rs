//! Programs from bytes: the same bytes, the same program. Most of them are valid Python and run for a while; all
//! of them are what nobody would write. And changed programs: real ones with a few bytes, words or lines altered.

use crate::grammar::{EXPRESSIONS, HEADER, STATEMENTS};

/// How deep expressions nest, and blocks.
const DEPTH: u32 = 4;
/// Most statements of a program, blocks within blocks included.
const MOST: u32 = 60;

/// Choices out of bytes; nothing but zeros when they have run out.
struct Choices<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Choices<'_> {
    fn byte(&mut self) -> u8 {
        let byte = self.bytes.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        byte
    }

    fn one_of(&mut self, count: usize) -> usize {
        let wide = usize::from(self.byte()) << 8 | usize::from(self.byte());
        wide % count.max(1)
    }

    fn is_over(&self) -> bool {
        self.at >= self.bytes.len()
    }
}

struct Writer<'a> {
    choices: Choices<'a>,
    out: String,
    statements: u32,
    /// Whether a function is being written.
    inside: bool,
}

/// A program out of bytes.
pub fn program(bytes: &[u8]) -> String {
    let choices = Choices { bytes, at: 0 };
    let mut writer = Writer {
        choices,
        out: HEADER.to_string(),
        statements: 0,
        inside: true,
    };
    let functions = writer.choices.one_of(4);
    for n in 0..functions {
        writer
            .out
            .push_str(&format!("\ndef f{n}(a=1, b='b', *c):\n    global total\n"));
        writer.block(1, 2);
        writer.out.push_str("    return total\n\n");
    }
    writer.inside = false;
    writer
        .out
        .push_str("\nif __name__ == '__main__':\n    multiprocessing.freeze_support()\n");
    for n in 0..functions {
        writer.guarded(&format!("f{n}()"), 1);
    }
    while !writer.choices.is_over() && writer.statements < MOST {
        match writer.choices.byte() % 8 {
            // Uncaught errors end the program: few of these.
            0 => writer.statement(1, 0),
            1 => {
                writer.line(1, "for n in range(20):");
                writer.line(2, "total = total * 7 % 1009");
                writer.guarded("{S}", 2);
            }
            _ => writer.guarded("{S}", 1),
        }
    }
    writer.line(1, "for n in range(15):");
    writer.line(
        2,
        "total = (total if isinstance(total, int) else 0) + n * 3 % 5",
    );
    writer.line(1, "print(total)");
    writer.out
}

impl Writer<'_> {
    fn line(&mut self, indent: usize, text: &str) {
        self.out.push_str(&"    ".repeat(indent));
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// A statement, or a line, whose exceptions end nothing.
    fn guarded(&mut self, what: &str, indent: usize) {
        self.line(indent, "try:");
        match what {
            "{S}" => self.statement(indent + 1, 0),
            other => self.line(indent + 1, other),
        }
        self.line(indent, "except Exception as error:");
        self.line(indent + 1, "print(type(error).__name__, error)");
    }

    fn block(&mut self, indent: usize, depth: u32) {
        let count = 1 + self.choices.one_of(3);
        for _ in 0..count {
            self.statement(indent, depth);
        }
    }

    fn statement(&mut self, indent: usize, depth: u32) {
        self.statements += 1;
        let mut choice = STATEMENTS[self.choices.one_of(STATEMENTS.len())];
        if (depth >= DEPTH || self.statements > MOST) && choice.contains("{B}") {
            choice = "total += 1";
        }
        if choice == "return" && !self.inside {
            choice = "pass";
        }
        for line in choice.lines() {
            let text = line.trim_start();
            let inner = indent + (line.len() - text.len()) / 4;
            if text == "{B}" {
                self.block(inner, depth + 1);
            } else {
                let text = self.filled(text, 0);
                self.line(inner, &text);
            }
        }
    }

    /// A template with its holes filled.
    fn filled(&mut self, template: &str, depth: u32) -> String {
        let mut out = String::new();
        let mut rest = template;
        while let Some(at) = rest.find(['{', '}']) {
            out.push_str(&rest[..at]);
            let found = &rest[at..];
            if found.starts_with("{{") || found.starts_with("}}") {
                out.push_str(&found[..1]);
                rest = &found[2..];
                continue;
            }
            let (Some(kind), Some("}")) = (found.chars().nth(1), found.get(2..3)) else {
                out.push_str(&found[..1]);
                rest = &found[1..];
                continue;
            };
            let mut text = self.hole(kind, depth + 1);
            rest = &found[3..];
            // Nothing is bound where a comprehension gets its items.
            if text.contains(":=") && template.contains(" for ") {
                text = "total".into();
            }
            // `1.bit_length()` is no program.
            let ends_in_digit = text.ends_with(|c: char| c.is_ascii_digit());
            if rest.starts_with(['.', '[', '(']) && (text.contains(' ') || ends_in_digit) {
                text = format!("({text})");
            }
            out.push_str(&text);
        }
        out.push_str(rest);
        out
    }

    fn hole(&mut self, kind: char, depth: u32) -> String {
        const NAMES: &[&str] = &["a", "b", "c", "total", "items", "table", "thing", "n"];
        if kind == 'x' {
            return NAMES[self.choices.one_of(3)].to_string();
        }
        // Something of another kind now and then, and a variable more often.
        let surprise = self.choices.byte();
        let kind = if surprise < 6 { 'a' } else { kind };
        let named = match kind {
            'i' => "total",
            'l' => "items",
            'd' => "table",
            'o' => "thing",
            'a' => NAMES[self.choices.one_of(NAMES.len())],
            _ => "",
        };
        if surprise > 200 && !named.is_empty() {
            return named.to_string();
        }
        let Some((_, leaves, templates)) = EXPRESSIONS.iter().find(|(k, ..)| *k == kind) else {
            return "None".into();
        };
        let count = if depth >= DEPTH {
            *leaves
        } else {
            templates.len()
        };
        let template = templates[self.choices.one_of(count)];
        self.filled(template, depth)
    }
}

/// Words that a changed program may get.
const WORDS: &[&str] = &[
    "None",
    "0",
    "-1",
    "10**10",
    "''",
    "[]",
    "()",
    "{}",
    "def",
    "class",
    "return",
    "yield",
    "await",
    "async",
    "lambda",
    "with",
    "as",
    "try:",
    "except:",
    "finally:",
    "raise",
    "global",
    "nonlocal",
    "import",
    "from",
    "*",
    "**",
    "not",
    "in",
    "is",
    "and",
    "or",
    "if",
    "else",
    "while True:",
    "for",
    "break",
    "continue",
    "pass",
    "del",
    "assert",
    "print",
    "self",
    "super()",
    "threading",
    "multiprocessing",
    "lock",
    ".join()",
    ".start()",
    ":",
    ",",
    ".",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "=",
    "==",
    ":=",
    "+=",
    "@",
    "\\",
    "'",
    "\"\"\"",
    "f'{x!r:>{y}}'",
    "#",
    "\t",
    "    ",
    "\n",
    "é",
    "\u{1F40D}",
    "\0",
    "sys.exit(3)",
    "1e999",
    "0x",
    "1_000",
    "..",
    "...",
    "->",
    ";",
    "match",
    "case",
    "type",
    "__name__",
    "__class__",
    "*args",
    "**kwargs",
    "[::-1]",
];

/// A program with a few bytes, words or lines changed as `changes` says; `other` lends lines.
pub fn changed(program: &[u8], other: &[u8], changes: &[u8]) -> Vec<u8> {
    let mut choices = Choices {
        bytes: changes,
        at: 0,
    };
    let mut text = program.to_vec();
    while !choices.is_over() {
        change(&mut text, other, &mut choices);
    }
    text
}

fn change(text: &mut Vec<u8>, other: &[u8], choices: &mut Choices) {
    let mut lines: Vec<&[u8]> = text.split_inclusive(|b| *b == b'\n').collect();
    let (a, b) = (choices.one_of(lines.len()), choices.one_of(lines.len()));
    match choices.byte() % 9 {
        0 if !lines.is_empty() => {
            lines.remove(a);
        }
        1 if !lines.is_empty() => lines.swap(a, b),
        2 if !lines.is_empty() => lines.insert(b, lines[a]),
        3 => {
            let lent: Vec<&[u8]> = other.split_inclusive(|b| *b == b'\n').collect();
            if let Some(line) = lent.get(choices.one_of(lent.len())) {
                lines.insert(a.min(lines.len()), line);
            }
        }
        4 if !text.is_empty() => {
            let at = choices.one_of(text.len());
            let mut flipped = text.clone();
            flipped[at] ^= 1 << (choices.byte() % 8);
            *text = flipped;
            return;
        }
        5 if !text.is_empty() => {
            let at = choices.one_of(text.len());
            let count = 1 + choices.one_of(8);
            text.drain(at..(at + count).min(text.len()));
            return;
        }
        kind => {
            let word = WORDS[choices.one_of(WORDS.len())].as_bytes();
            let (start, end) = word_at(text, choices.one_of(text.len()));
            let end = if kind == 6 { start } else { end };
            text.splice(start..end, word.iter().copied());
            return;
        }
    }
    *text = lines.concat();
}

/// Where the word begins and ends that holds a place.
fn word_at(text: &[u8], at: usize) -> (usize, usize) {
    let is_word = |b: &u8| b.is_ascii_alphanumeric() || *b == b'_';
    let at = at.min(text.len());
    let start = text[..at]
        .iter()
        .rposition(|b| !is_word(b))
        .map_or(0, |i| i + 1);
    let end = text[at..]
        .iter()
        .position(|b| !is_word(b))
        .map_or(text.len(), |i| at + i);
    (start, end)
}

/// Bytes that look random, the same for the same seed.
pub fn noise(seed: u64, count: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 24) as u8
    };
    (0..count).map(|_| next()).collect()
}

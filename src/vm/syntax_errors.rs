//! What a SyntaxError that a program made says of its place: its `str` and its lines in a traceback.
//!
//! Errors of the program's own text are told before it runs, by `lang`: they never come here.

use crate::vm::exec::Vm;
use crate::vm::natives::lists;
use crate::vm::types;
use crate::vm::value::{NameId, Value};

/// What the second argument tells, in its order.
const PLACE: [&str; 6] = [
    "filename",
    "lineno",
    "offset",
    "text",
    "end_lineno",
    "end_offset",
];

impl Vm<'_> {
    /// `SyntaxError(msg, (filename, lineno, offset, text, …))` has these attributes.
    pub(super) fn syntax_error_attribute(&self, args: Value, name: NameId) -> Option<Value> {
        self.syntax_error_part(args, &self.names.get(name).clone())
    }

    fn syntax_error_part(&self, args: Value, name: &str) -> Option<Value> {
        let items = |value| lists::items_in(self.heap, value);
        let args = items(args);
        let place = args.get(1).map_or_else(Vec::new, |place| items(*place));
        let found = match name {
            "msg" => args.first().copied(),
            "print_file_and_line" => None,
            other => place.get(PLACE.iter().position(|n| *n == other)?).copied(),
        };
        Some(found.unwrap_or(Value::None))
    }

    fn syntax_part(&mut self, error: Value, name: &str) -> Value {
        let set = self.names.lookup(name);
        if let Some(set) = set.and_then(|name| self.plain_attr(error, name)) {
            return set;
        }
        let args = self.exception_args(error);
        self.syntax_error_part(args, name).unwrap_or(Value::None)
    }

    fn syntax_text(&mut self, error: Value, name: &str) -> Option<String> {
        match self.syntax_part(error, name) {
            Value::None => None,
            value => Some(match self.heap.str(value) {
                Some(text) => text.s.to_string(),
                None => self.plain_repr(value),
            }),
        }
    }

    fn syntax_number(&mut self, error: Value, name: &str) -> Option<i64> {
        let value = self.syntax_part(error, name);
        self.index(value)
    }

    /// `str(error)`, if it is a SyntaxError.
    pub(super) fn str_of_syntax_error(&mut self, error: Value) -> Option<String> {
        if !self.is_instance(error, types::SYNTAX_ERROR) {
            return None;
        }
        let message = self.syntax_text(error, "msg");
        let message = message.unwrap_or_else(|| "None".into());
        let file = self.syntax_text(error, "filename");
        let file = file.map(|f| f.rsplit('/').next().unwrap_or_default().to_string());
        Some(match (file, self.syntax_number(error, "lineno")) {
            (Some(file), Some(line)) => format!("{message} ({file}, line {line})"),
            (Some(file), None) => format!("{message} ({file})"),
            (None, Some(line)) => format!("{message} (line {line})"),
            (None, None) => message,
        })
    }

    /// The lines of a traceback that say where a SyntaxError is, and what follows its class's name.
    pub(super) fn syntax_lines(&mut self, error: Value) -> Option<(String, String)> {
        if !self.is_instance(error, types::SYNTAX_ERROR) {
            return None;
        }
        let message = self.syntax_text(error, "msg").filter(|m| !m.is_empty());
        let mut message = message.unwrap_or_else(|| "<no detail available>".into());
        let mut lines = String::new();
        let file = self.syntax_text(error, "filename");
        match (self.syntax_text(error, "lineno"), file) {
            (Some(line), file) => {
                let file = file.unwrap_or_else(|| "<string>".into());
                lines.push_str(&format!("  File \"{file}\", line {line}\n"));
            }
            (None, Some(file)) => message.push_str(&format!(" ({file})")),
            (None, None) => {}
        }
        if let Some(text) = self.syntax_text(error, "text") {
            self.marked(error, &text, &mut lines);
        }
        Some((lines, message))
    }

    fn marked(&mut self, error: Value, text: &str, lines: &mut String) {
        let whole = text.trim_end_matches('\n');
        let shown = whole.trim_start_matches([' ', '\n', '\x0c']);
        lines.push_str(&format!("    {shown}\n"));
        let Some(offset) = self.syntax_number(error, "offset") else {
            return;
        };
        let count = |text: &str| text.chars().count() as i64;
        let same = self.syntax_text(error, "lineno") == self.syntax_text(error, "end_lineno");
        let end = match self.syntax_number(error, "end_offset") {
            _ if !same => count(whole) + 1,
            None | Some(0) => offset,
            Some(end) => end,
        };
        let behind = count(text) + 1;
        // Before the line all places are alike; a program may name any.
        let (offset, mut end) = (offset.clamp(-1, behind), end.min(behind));
        if offset >= end || end < 0 {
            end = offset + 1;
        }
        let before = offset - 1 - (count(whole) - count(shown));
        if before < 0 {
            return;
        }
        let blank = |c: char| if c.is_whitespace() { c } else { ' ' };
        let blanks: String = shown.chars().take(before as usize).map(blank).collect();
        let marks = "^".repeat((end - offset) as usize);
        lines.push_str(&format!("    {blanks}{marks}\n"));
    }
}

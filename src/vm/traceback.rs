//! Tracebacks as CPython 3.13 prints them.

use crate::vm::exec::Vm;
use crate::vm::library::is_c;
use crate::vm::names;
use crate::vm::object::{Exception, FROM_TEXT, Kind, NAMED_TEXT, TraceEntry};
use crate::vm::program::{LinkedCode, Program};
use crate::vm::source::Source;
use crate::vm::types;
use crate::vm::value::{NameId, ObjectId, Value};
use std::collections::BTreeSet;
use std::rc::Rc;

/// The attribute under which the text of an exception is kept that Python code had to make.
pub const TEXT: &str = "__lockstep_text__";

/// Most exceptions of a group that are printed, and most groups within each other.
const GROUP_WIDTH: usize = 15;
const GROUP_DEPTH: usize = 10;

/// Most exceptions that are looked at for one text: groups that share members can be exponentially many.
const MOST_PRINTED: usize = 100_000;

const BY_CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const BY_CONTEXT: &str =
    "\nDuring handling of the above exception, another exception occurred:\n\n";

/// The whole text for an exception that nobody caught: its chain, its frames, its last line.
pub fn format(vm: &mut Vm, exception: Value) -> String {
    let last = general_limit(vm);
    let page = Page {
        last,
        chained: true,
        ..Page::default()
    };
    written(vm, exception, page)
}

/// The text with so many frames of each exception: the outermost, or the innermost if the number is negative; and with
/// the exceptions that it came from, or without.
pub fn format_part(vm: &mut Vm, exception: Value, limit: Option<i64>, chained: bool) -> String {
    let page = Page {
        limit: limit.or_else(|| general_limit(vm)),
        chained,
        ..Page::default()
    };
    written(vm, exception, page)
}

fn written(vm: &mut Vm, exception: Value, mut page: Page) -> String {
    let nodes = nodes(vm, exception);
    chain(vm, &nodes, 0, &mut page);
    page.text
}

/// `sys.tracebacklimit`, if the program has set it.
fn general_limit(vm: &Vm) -> Option<i64> {
    let sys = *vm.program.modules.get("sys")?;
    let Kind::Module(module) = &vm.heap.get(sys).kind else {
        return None;
    };
    let limit = module.extra.get(vm.names.lookup("tracebacklimit")?)?;
    Some(vm.index(limit)?.max(0))
}

/// The exceptions of a chain whose text only Python code can make.
pub fn without_text(vm: &mut Vm, exception: Value) -> Vec<Value> {
    let (mut found, mut seen, mut todo) = (Vec::new(), Vec::new(), vec![exception]);
    while let Some(next) = todo.pop() {
        let Some(e) = data(vm, next) else { continue };
        if seen.contains(&next) || seen.len() > 200 {
            continue;
        }
        seen.push(next);
        todo.extend([e.cause, e.context]);
        todo.extend(inner(vm, next).unwrap_or_default());
        if kept_text(vm, next).is_none()
            && matches!(vm.str_of(next), Err(crate::vm::signal::Signal::Call(_)))
        {
            found.push(next);
        }
    }
    found
}

fn kept_text(vm: &Vm, exception: Value) -> Option<String> {
    let name = vm.names.lookup(TEXT)?;
    let text = vm.plain_attr(exception, name)?;
    vm.heap.str(text).map(|t| t.s.to_string())
}

/// The exceptions within a group.
fn inner(vm: &Vm, exception: Value) -> Option<Vec<Value>> {
    let group = vm.builtin("BaseExceptionGroup").object()?;
    if !vm.is_instance(exception, group) {
        return None;
    }
    let name = vm.names.lookup("exceptions")?;
    let items = vm.plain_attr(exception, name)?;
    Some(crate::vm::natives::lists::items(vm, items))
}

/// What is being printed, and how deep within exception groups.
#[derive(Default)]
struct Page {
    text: String,
    depth: usize,
    /// The box around the last exception of a group is still open.
    open: bool,
    limit: Option<i64>,
    /// `sys.tracebacklimit` of an error that nobody caught.
    last: Option<i64>,
    chained: bool,
}

impl Page {
    fn indent(&self) -> String {
        "  ".repeat(self.depth)
    }

    /// The frames to be shown, outermost first.
    fn rows(&self, vm: &Vm, e: &Exception) -> Vec<TraceEntry> {
        let mut rows = visible(vm, &e.traceback);
        rows.reverse();
        let kept = |limit: i64| usize::try_from(limit.unsigned_abs()).unwrap_or(usize::MAX);
        match self.limit {
            Some(limit) if limit >= 0 => rows.truncate(kept(limit)),
            Some(limit) => drop(rows.drain(..rows.len().saturating_sub(kept(limit)))),
            None => {}
        }
        if let Some(limit) = self.last {
            // CPython counts back from the end, and if there are fewer, once more.
            let (limit, count) = (kept(limit), rows.len());
            let shown = if limit > count { limit - count } else { limit };
            rows.drain(..count.saturating_sub(shown));
        }
        rows
    }

    fn emit(&mut self, text: &str, margin: char) {
        if self.depth == 0 {
            self.text.push_str(text);
            return;
        }
        let indent = self.indent();
        for line in text.split_inclusive('\n') {
            self.text.push_str(&format!("{indent}{margin} {line}"));
        }
    }
}

fn data(vm: &Vm, value: Value) -> Option<Rc<Exception>> {
    match &vm.heap.get(value.object()?).kind {
        Kind::Exception(e) => Some(Rc::clone(e)),
        _ => None,
    }
}

/// An exception as it is printed at one place: one of several places if groups have it several times.
struct Node {
    exception: Value,
    /// What comes before it: where that is in the list, and whether it is the cause or only the context.
    before: Option<(usize, bool)>,
    /// Where the exceptions within it are.
    members: Option<Vec<usize>>,
}

/// The exceptions to be printed, the given one first. What was printed already is not printed again as a cause or
/// context; as a member of a group it is.
fn nodes(vm: &Vm, exception: Value) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut seen = BTreeSet::new();
    let mut todo = vec![add(&mut nodes, &mut seen, exception)];
    while let Some(at) = todo.pop() {
        let exception = nodes[at].exception;
        let Some(e) = data(vm, exception) else {
            continue;
        };
        let before = if e.cause != Value::None && !seen.contains(&e.cause.object()) {
            Some((e.cause, true))
        } else {
            let known = e.suppress_context || seen.contains(&e.context.object());
            (e.context != Value::None && !known).then_some((e.context, false))
        };
        if let Some((before, is_cause)) = before {
            let before = add(&mut nodes, &mut seen, before);
            nodes[at].before = Some((before, is_cause));
            todo.push(before);
        }
        if nodes.len() < MOST_PRINTED
            && let Some(members) = inner(vm, exception)
        {
            let members = members.into_iter();
            let members: Vec<usize> = members.map(|m| add(&mut nodes, &mut seen, m)).collect();
            todo.extend(&members);
            nodes[at].members = Some(members);
        }
    }
    nodes
}

fn add(nodes: &mut Vec<Node>, seen: &mut BTreeSet<Option<ObjectId>>, exception: Value) -> usize {
    seen.insert(exception.object());
    nodes.push(Node {
        exception,
        before: None,
        members: None,
    });
    nodes.len() - 1
}

fn chain(vm: &mut Vm, nodes: &[Node], at: usize, page: &mut Page) {
    let mut links = vec![at];
    while page.chained
        && let Some((before, _)) = links.last().and_then(|last| nodes[*last].before)
    {
        links.push(before);
    }
    for at in links.into_iter().rev() {
        let node = &nodes[at];
        let Some(e) = data(vm, node.exception) else {
            continue;
        };
        match node.before.filter(|_| page.chained) {
            Some((_, true)) => page.emit(BY_CAUSE, '|'),
            Some((_, false)) => page.emit(BY_CONTEXT, '|'),
            None => {}
        }
        match &node.members {
            None => {
                let rows = page.rows(vm, &e);
                if !rows.is_empty() {
                    page.emit("Traceback (most recent call last):\n", '|');
                }
                body(vm, node.exception, &rows, page);
            }
            Some(_) if page.depth > GROUP_DEPTH => {
                page.emit(&format!("... (max_group_depth is {GROUP_DEPTH})\n"), '|');
            }
            Some(members) => group(vm, nodes, node.exception, &e, members, page),
        }
    }
}

/// Frames, last line and notes.
fn body(vm: &mut Vm, exception: Value, rows: &[TraceEntry], page: &mut Page) {
    let mut text = String::new();
    frames(vm, rows, &mut text);
    if let Some((place, _)) = vm.syntax_lines(exception) {
        text.push_str(&place);
    }
    text.push_str(&last_line(vm, exception));
    notes(vm, exception, &mut text);
    page.emit(&text, '|');
}

fn group(
    vm: &mut Vm,
    nodes: &[Node],
    exception: Value,
    e: &Exception,
    members: &[usize],
    page: &mut Page,
) {
    let top = page.depth == 0;
    if top {
        page.depth = 1;
    }
    let rows = page.rows(vm, e);
    if !rows.is_empty() {
        let margin = if top { '+' } else { '|' };
        page.emit(
            "Exception Group Traceback (most recent call last):\n",
            margin,
        );
    }
    body(vm, exception, &rows, page);
    let shown = members.len().min(GROUP_WIDTH + 1);
    page.open = false;
    for (i, member) in members.iter().take(shown).enumerate() {
        let last = i + 1 == shown;
        if last {
            page.open = true;
        }
        let truncated = i >= GROUP_WIDTH;
        let title = if truncated {
            "...".into()
        } else {
            (i + 1).to_string()
        };
        let corner = if i == 0 { "+-" } else { "  " };
        let line = format!(
            "{}{corner}+---------------- {title} ----------------\n",
            page.indent()
        );
        page.text.push_str(&line);
        page.depth += 1;
        if truncated {
            let rest = members.len() - GROUP_WIDTH;
            let s = if rest > 1 { "s" } else { "" };
            page.emit(&format!("and {rest} more exception{s}\n"), '|');
        } else {
            chain(vm, nodes, *member, page);
        }
        if last && page.open {
            let line = format!("{}+------------------------------------\n", page.indent());
            page.text.push_str(&line);
            page.open = false;
        }
        page.depth -= 1;
    }
    if top {
        page.depth = 0;
    }
}

fn notes(vm: &mut Vm, exception: Value, out: &mut String) {
    let notes = vm.plain_attr(exception, names::NOTES);
    for note in crate::vm::natives::lists::items(vm, notes.unwrap_or(Value::None)) {
        let text = match vm.heap.str(note) {
            Some(text) => text.s.to_string(),
            None => vm.plain_repr(note),
        };
        out.push_str(&text);
        out.push('\n');
    }
}

/// `ValueError: no such account`, with the hint if there is one.
pub fn last_line(vm: &mut Vm, exception: Value) -> String {
    let class = vm.class_of(exception);
    let name = vm.full_class_name(class);
    let name = name.strip_prefix("__main__.").unwrap_or(&name).to_string();
    let text = match vm.syntax_lines(exception) {
        Some((_, text)) => text,
        None => message(vm, exception),
    };
    let hint = hint(vm, exception).unwrap_or_default();
    if text.is_empty() {
        format!("{name}{hint}\n")
    } else {
        format!("{name}: {text}{hint}\n")
    }
}

/// "Did you mean": noted when the exception was made, or for a missing attribute found now, since
/// programs catch many more of those than they show.
fn hint(vm: &mut Vm, exception: Value) -> Option<String> {
    let noted = vm
        .names
        .lookup("__lockstep_hint__")
        .and_then(|n| vm.plain_attr(exception, n))
        .and_then(|v| vm.heap.str(v).map(|t| t.s.to_string()));
    if noted.is_some() || !vm.is_instance(exception, types::ATTRIBUTE_ERROR) {
        return noted;
    }
    let name = vm.plain_attr(exception, names::NAME_ATTR)?;
    let owner = vm.plain_attr(exception, names::OBJ)?;
    let wrong = vm.heap.str(name)?.s.clone();
    let known = vm.known_attributes(owner);
    let inside = vm
        .names
        .lookup("__lockstep_hint__")
        .is_some_and(|n| vm.plain_attr(exception, n).is_some());
    let near = crate::vm::suggest::attribute(&wrong, &known, inside)?;
    Some(format!(". Did you mean: '{near}'?"))
}

/// `str(exception)` where that needs no Python code.
pub fn message(vm: &mut Vm, exception: Value) -> String {
    if let Some(text) = kept_text(vm, exception) {
        return text;
    }
    match vm.str_of(exception) {
        Ok(value) => vm
            .heap
            .str(value)
            .map(|t| t.s.to_string())
            .unwrap_or_default(),
        Err(_) => match data(vm, exception) {
            Some(e) => {
                let items = crate::vm::natives::lists::items(vm, e.args);
                items.first().map(|v| vm.plain_repr(*v)).unwrap_or_default()
            }
            None => String::new(),
        },
    }
}

/// Whether CPython has the code's function in C.
pub fn is_c_code(program: &Program, code: &LinkedCode) -> bool {
    is_c(&program.units[code.unit as usize].name, &code.code.qualname)
}

/// The frames that a traceback shows, in their order.
pub fn visible(vm: &Vm, entries: &[TraceEntry]) -> Vec<TraceEntry> {
    let shown = |entry: &&TraceEntry| {
        let linked = vm.program.code(entry.code);
        let unit = &vm.program.units[linked.unit as usize];
        !(unit.library && is_c(&unit.name, &linked.code.qualname))
    };
    entries.iter().filter(shown).copied().collect()
}

/// One text for each frame, in the order given.
pub fn frame_texts(vm: &mut Vm, entries: &[TraceEntry]) -> Vec<String> {
    let mut texts = Vec::new();
    for entry in entries {
        let mut text = String::new();
        frame(vm, entry, &mut text);
        texts.push(text);
    }
    texts
}

/// The frames, outermost first; more than three equal ones in a row are counted.
fn frames(vm: &mut Vm, rows: &[TraceEntry], out: &mut String) {
    let mut rest = rows;
    while let Some(first) = rest.first() {
        let place = |entry: &TraceEntry| (entry.code, position(vm, entry).line);
        let row = place(first);
        let count = rest.iter().take_while(|e| place(e) == row).count();
        let (equal, others) = rest.split_at(count);
        for entry in equal.iter().take(3) {
            frame(vm, entry, out);
        }
        flush(out, count.saturating_sub(3));
        rest = others;
    }
}

/// Where an entry is in its file.
pub fn position(vm: &Vm, entry: &TraceEntry) -> crate::lang::code::Position {
    if entry.instruction >= FROM_TEXT {
        return crate::lang::code::Position {
            line: match entry.instruction {
                NAMED_TEXT.. => 2,
                line => line - FROM_TEXT,
            },
            ..Default::default()
        };
    }
    let positions = &vm.program.code(entry.code).code.positions;
    let found = positions.get(entry.instruction as usize).copied();
    found.unwrap_or_default()
}

fn frame(vm: &mut Vm, entry: &TraceEntry, out: &mut String) {
    let p = &position(vm, entry);
    let linked = vm.program.code(entry.code);
    let unit = &vm.program.units[linked.unit as usize];
    let is_from_text = entry.instruction >= FROM_TEXT;
    let file = if is_from_text {
        "<string>"
    } else {
        &*unit.unit.file
    };
    let name = match entry.instruction {
        NAMED_TEXT.. => vm.names.get(NameId(entry.instruction - NAMED_TEXT)),
        _ => linked.code.qualname_in_traceback(),
    };
    out.push_str(&format!(
        "  File \"{file}\", line {}, in {}\n",
        p.line, name
    ));
    if is_from_text {
        return;
    }
    let Some(source) = vm.program.sources.get(linked.unit as usize) else {
        return;
    };
    let piece = [p.line, p.column, p.end_line, p.end_column];
    let lines = source.shown(piece, || {
        let mut lines = String::new();
        source_lines(source, p, &mut lines);
        lines
    });
    out.push_str(&lines);
}

fn flush(out: &mut String, count: usize) {
    if count > 0 {
        let s = if count == 1 { "" } else { "s" };
        out.push_str(&format!(
            "  [Previous line repeated {count} more time{s}]\n"
        ));
    }
}

impl crate::lang::code::Code {
    /// The name after `in`: CPython prints the plain name, not the qualified one.
    pub fn qualname_in_traceback(&self) -> &str {
        &self.name
    }
}

/// The source lines, and marks under the part that failed unless that is the whole statement.
fn source_lines(source: &Source, position: &crate::lang::code::Position, out: &mut String) {
    let first = position.line;
    let last = position.end_line.max(first);
    let block: Vec<&str> = (first..=last).map_while(|n| source.line(n)).collect();
    if block.first().is_none_or(|line| line.trim().is_empty()) {
        return;
    }
    let blank = |line: &str| line.chars().take_while(|c| c.is_whitespace()).count();
    let indent = block
        .iter()
        .filter(|l| !l.trim().is_empty())
        .map(|l| blank(l))
        .min()
        .unwrap_or(0);
    let rows: Vec<Vec<char>> = block
        .iter()
        .map(|l| l.trim_end().chars().skip(indent).collect())
        .collect();
    let start = (position.column as usize).saturating_sub(indent);
    let end = (position.end_column as usize).saturating_sub(indent);
    let anchor = anchor(&rows, start, end);
    let marks = marks(&rows, start, end, anchor);
    let shown = significant(&rows, start, anchor);
    let mut skipped = 0;
    for (row, text) in rows.iter().enumerate() {
        if !shown[row] {
            skipped += 1;
            continue;
        }
        if skipped > 0 {
            out.push_str(&format!("    ...<{skipped} lines>...\n"));
            skipped = 0;
        }
        out.push_str(&format!("    {}\n", text.iter().collect::<String>()));
        if let Some(marks) = &marks
            && !marks[row].is_empty()
        {
            out.push_str(&format!("    {}\n", marks[row]));
        }
    }
}

/// The part from a column of the first row to one of the last: its text, and what to point at in it.
fn anchor(rows: &[Vec<char>], start: usize, end: usize) -> Option<(usize, usize)> {
    let last = rows.len() - 1;
    if start > rows[0].len() || end > rows[last].len() || (last == 0 && start >= end) {
        return None;
    }
    let all = joined(rows);
    let to = all.chars().count() - (rows[last].len() - end);
    let segment: String = all.chars().skip(start).take(to - start).collect();
    crate::lang::anchors::find(&segment)
}

fn joined(rows: &[Vec<char>]) -> String {
    let text = |row: &Vec<char>| row.iter().collect::<String>();
    rows.iter().map(text).collect::<Vec<_>>().join("\n")
}

/// Which rows are shown: the first, the last, those around what is pointed at, and gaps of one row.
fn significant(rows: &[Vec<char>], start: usize, anchor: Option<(usize, usize)>) -> Vec<bool> {
    let mut shown = vec![false; rows.len()];
    let last = rows.len() - 1;
    (shown[0], shown[last]) = (true, true);
    if let Some((a, b)) = anchor {
        let mut ends = Vec::new();
        let mut at = 0;
        for row in rows {
            at += row.len() + 1;
            ends.push(at);
        }
        let row_of = |index: usize| ends.iter().position(|end| index < *end).unwrap_or(last);
        // The second is where the part ends, which may be behind the last character of its row.
        for row in [row_of(start + a), row_of((start + b).saturating_sub(1))] {
            shown[row.saturating_sub(1)..=(row + 1).min(last)].fill(true);
        }
    }
    for row in 1..last {
        if shown[row - 1] && shown[row + 1] {
            shown[row] = true;
        }
    }
    shown
}

/// `~~~^~~~` under the part of some lines from a column of the first to one of the last; `None` where
/// that part is all there is to see.
fn marks(
    rows: &[Vec<char>],
    start: usize,
    end: usize,
    anchor: Option<(usize, usize)>,
) -> Option<Vec<String>> {
    let last = rows.len() - 1;
    if start > rows[0].len() || end > rows[last].len() || (last == 0 && start >= end) {
        return None;
    }
    let all = joined(rows);
    let from = start;
    let to = all.chars().count() - (rows[last].len() - end);
    if crate::lang::anchors::is_whole_call(&all, start, end) {
        return None;
    }
    let whole = start == rows[0].iter().take_while(|c| c.is_whitespace()).count()
        && end == rows[last].len();
    if anchor.is_none() && whole {
        return None;
    }
    let mut index = 0;
    let mut lines = Vec::new();
    for row in rows {
        let blanks = row.iter().take_while(|c| c.is_whitespace()).count();
        let mut line = String::new();
        for (column, c) in row.iter().enumerate() {
            let at = index + column;
            let mark = match anchor {
                _ if at < from || at >= to || (column < blanks && !lines.is_empty()) => " ",
                Some((a, b)) if !(from + a..from + b).contains(&at) => "~",
                _ => "^",
            };
            line.push_str(&mark.repeat(wide(*c)));
        }
        lines.push(line.trim_end().to_string());
        index += row.len() + 1;
    }
    Some(lines)
}

/// How many columns a character takes on a terminal.
fn wide(c: char) -> usize {
    let c = c as u32;
    let double = (0x1100..=0x115F).contains(&c)
        || (0x2E80..=0xA4CF).contains(&c)
        || (0xAC00..=0xD7A3).contains(&c)
        || (0xF900..=0xFAFF).contains(&c)
        || (0xFE30..=0xFE6F).contains(&c)
        || (0xFF00..=0xFF60).contains(&c)
        || (0x1F300..=0x1FAFF).contains(&c);
    if double { 2 } else { 1 }
}

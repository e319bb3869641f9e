//! What the library asks about the running program: the calls that are open, and an exception in the words that
//! CPython has for those that nobody can catch. Must not know of other threads than the one that asks.

use crate::vm::exec::Vm;
use crate::vm::library::is_c;
use crate::vm::natives::Table;
use crate::vm::object::Kind;
use crate::vm::traceback::last_line;
use crate::vm::value::{CodeRef, Value};
use std::rc::Rc;

/// See the module.
pub const TABLE: Table = &[
    ("_lockstep.stack", |vm, _| {
        // (file, line, function, text, whether it is the program's own) of each call, outermost first.
        let frames = vm.stack.frames.clone();
        let places: Vec<Place> = frames
            .iter()
            .filter_map(|f| place(vm, f.code, f.pc.saturating_sub(1) as usize))
            .collect();
        let mut rows = Vec::new();
        for place in places {
            let (file, name) = (vm.new_str(&place.file), vm.new_str(&place.name));
            let text = vm.string(place.text);
            let line = Value::Int(i64::from(place.line));
            rows.push(vm.tuple(vec![file, line, name, text, Value::Bool(place.own)]));
        }
        Ok(vm.list(rows))
    }),
    ("_lockstep.unraisable", |vm, args| {
        let value = vm.arg(args, 0).unwrap_or(Value::None);
        let text = unraisable(vm, value);
        Ok(vm.string(text))
    }),
];

/// A place in a program or the library, as programs see it.
struct Place {
    file: String,
    line: u32,
    name: Rc<str>,
    /// The line without its indentation; empty if there is no source.
    text: String,
    /// Whether it belongs to the program itself.
    own: bool,
}

/// Where an instruction of a code object stands; `None` for what is C in CPython.
fn place(vm: &Vm, code: CodeRef, instruction: usize) -> Option<Place> {
    let linked = vm.program.code(code);
    let unit = &vm.program.units[linked.unit as usize];
    if unit.library && is_c(&unit.name, &linked.code.qualname) {
        return None;
    }
    let line = linked.code.positions.get(instruction).map_or(0, |p| p.line);
    let text = vm
        .program
        .sources
        .get(linked.unit as usize)
        .and_then(|source| source.line(line))
        .unwrap_or_default();
    Some(Place {
        file: unit.unit.file.clone(),
        line,
        name: Rc::clone(&linked.code.name),
        text: text.trim().to_string(),
        own: !unit.library,
    })
}

/// What CPython prints of an exception that it can only ignore: no chain, no marks under the source.
fn unraisable(vm: &mut Vm, exception: Value) -> String {
    let entries = match exception.object().map(|id| &vm.heap.get(id).kind) {
        Some(Kind::Exception(e)) => e.traceback.clone(),
        _ => Default::default(),
    };
    let mut out = String::new();
    for entry in entries.iter().rev() {
        let Some(place) = place(vm, entry.code, entry.instruction as usize) else {
            continue;
        };
        if out.is_empty() {
            out.push_str("Traceback (most recent call last):\n");
        }
        out.push_str(&format!(
            "  File \"{}\", line {}, in {}\n",
            place.file, place.line, place.name
        ));
        if !place.text.is_empty() {
            out.push_str(&format!("    {}\n", place.text));
        }
    }
    out + &last_line(vm, exception)
}

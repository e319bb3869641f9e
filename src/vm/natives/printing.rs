//! `print`, and the streams that a program can put in the place of its own.

use crate::vm::calls::Args;
use crate::vm::exec::Vm;
use crate::vm::frame::Ret;
use crate::vm::names;
use crate::vm::object::Kind;
use crate::vm::signal::{Answer, Call, Request, Signal};
use crate::vm::value::Value;

/// `print`: one write of the whole line.
pub fn print(vm: &mut Vm, args: &Args) -> Answer {
    let (mut sep, mut end, mut error) = (" ".to_string(), "\n".to_string(), false);
    for (name, value) in &args.keywords {
        match *name {
            names::SEP | names::END => {
                let text = match *value {
                    Value::None => None,
                    other => match vm.heap.str(other) {
                        Some(text) => Some(text.s.to_string()),
                        None => {
                            let what = vm.names.get(*name).clone();
                            let kind = vm.type_name(other);
                            return Err(vm.type_error(&format!(
                                "{what} must be None or a string, not {kind}"
                            )));
                        }
                    },
                };
                match (text, *name == names::SEP) {
                    (Some(text), true) => sep = text,
                    (Some(text), false) => end = text,
                    (None, _) => {}
                }
            }
            names::FLUSH => {}
            names::FILE_ARG => {
                if *value != Value::None {
                    match stream(vm, *value) {
                        Some(is_error) => error = is_error,
                        None => {
                            let items = vm.positional(args);
                            return print_to_object(vm, args, items);
                        }
                    }
                }
            }
            other => {
                let text = vm.names.get(other).clone();
                return Err(vm.no_parameter("print", &text, &["sep", "end", "file", "flush"]));
            }
        }
    }
    let items = vm.positional(args);
    let names_file = vm.keyword(args, names::FILE_ARG);
    if names_file.is_none_or(|file| file == Value::None)
        && let Some(file) = redirected(vm)
    {
        match stream(vm, file) {
            _ if file == Value::None => return Ok(Value::None),
            Some(is_error) => error = is_error,
            None => {
                let mut keywords = args.keywords.clone();
                keywords.retain(|(name, _)| *name != names::FILE_ARG);
                keywords.push((names::FILE_ARG, file));
                let args = Args {
                    start: args.start,
                    len: args.len,
                    keywords,
                };
                return print_to_object(vm, &args, items);
            }
        }
    }
    let mut text = String::new();
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            text.push_str(&sep);
        }
        match vm.str_of(*item) {
            Ok(piece) => {
                if let Some(piece) = vm.heap.str(piece) {
                    text.push_str(&piece.s);
                }
            }
            Err(Signal::Call(_)) => {
                // Some `__str__` is Python code: let the prelude make the strings first.
                return Err(Signal::Call(Box::new(Call {
                    function: vm.prelude("_print"),
                    args: items,
                    keywords: args.keywords.clone(),
                    ret: Ret::Push,
                })));
            }
            Err(other) => return Err(other),
        }
    }
    text.push_str(&end);
    Err(Signal::Request(Box::new(Request::Write { error, text })))
}

/// What a program has put in the place of `sys.stdout`, if anything.
fn redirected(vm: &mut Vm) -> Option<Value> {
    let sys = *vm.program.modules.get("sys")?;
    if !matches!(&vm.heap.get(sys).kind, Kind::Module(m) if m.imported) {
        return None;
    }
    let name = vm.names.lookup("stdout")?;
    let file = vm.get_attribute(Value::Object(sys), name).ok()?;
    if stream(vm, file) == Some(false) {
        None
    } else {
        Some(file)
    }
}

fn print_to_object(vm: &mut Vm, args: &Args, items: Vec<Value>) -> Answer {
    Err(Signal::Call(Box::new(Call {
        function: vm.prelude("_print_to"),
        args: items,
        keywords: args.keywords.clone(),
        ret: Ret::Push,
    })))
}

/// Whether a value is `sys.stdout` (false) or `sys.stderr` (true), and writes as it did at first.
fn stream(vm: &mut Vm, value: Value) -> Option<bool> {
    let name = vm.names.lookup("_lockstep_stream")?;
    let write = vm.names.lookup("write")?;
    if vm.plain_attr(value, write).is_some() {
        return None;
    }
    match vm.plain_attr(value, name) {
        Some(Value::Bool(error)) => Some(error),
        _ => None,
    }
}

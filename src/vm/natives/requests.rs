//! What the library asks of the machine: threads, time, output.

use crate::vm::calls::Args;
use crate::vm::exec::Vm;
use crate::vm::natives::Table;
use crate::vm::object::Kind;
use crate::vm::signal::{Answer, Call, Clock, Request, Signal};
use crate::vm::types;
use crate::vm::value::Value;

/// Natives of `_lockstep` that end in a request.
pub const TABLE: Table = &[
    ("_lockstep.start_thread", |vm, args| {
        let [function, items, name, daemon] = vm.parse(
            args,
            "start_thread",
            ["/function", "/args", "/name", "/daemon"],
            4,
        )?;
        let daemon = vm.truth(daemon)?;
        let name = vm
            .heap
            .str(name)
            .map(|t| t.s.to_string())
            .unwrap_or_default();
        let args = crate::vm::natives::lists::items(vm, items);
        Err(request(Request::StartThread {
            function,
            args,
            name,
            daemon,
        }))
    }),
    ("_lockstep.join_thread", |vm, args| {
        let [thread, timeout, shutdown] =
            vm.parse(args, "join_thread", ["/thread", "/timeout", "/shutdown"], 3)?;
        let thread = vm.int_arg(thread)? as u32;
        let timeout = seconds(vm, timeout)?;
        let shutdown = vm.truth(shutdown)?;
        Err(request(Request::JoinThread {
            thread,
            timeout,
            shutdown,
        }))
    }),
    ("_lockstep.thread_ended", |vm, args| {
        let thread = vm.arg(args, 0).map_or(0, |v| vm.index(v).unwrap_or(0)) as u32;
        Err(request(Request::ThreadEnded { thread }))
    }),
    ("_lockstep.name_thread", |vm, args| {
        let [thread, name, daemon] =
            vm.parse(args, "name_thread", ["/thread", "/name", "/daemon"], 3)?;
        let thread = vm.int_arg(thread)? as u32;
        let daemon = vm.truth(daemon)?;
        let name = vm
            .heap
            .str(name)
            .map(|t| t.s.to_string())
            .unwrap_or_default();
        Err(request(Request::NameThread {
            thread,
            name,
            daemon,
        }))
    }),
    ("_lockstep.begin", |vm, args| {
        // The beginning of a thread is a step of its own, unless its own code is the program's: that is entered.
        let [run, target] = vm.parse(args, "begin", ["/run", "/target"], 2)?;
        if is_of_program(vm, run) || is_of_program(vm, target) {
            return Ok(Value::None);
        }
        Err(request(Request::Pause))
    }),
    ("_lockstep.current", |vm, _| {
        note_identity(vm);
        Ok(Value::Int(i64::from(vm.stack.thread)))
    }),
    ("_lockstep.sleep", |vm, args| {
        let [time] = vm.parse(args, "sleep", ["/seconds"], 1)?;
        if matches!(time, Value::None) || vm.heap.str(time).is_some() {
            let name = vm.type_name(time);
            return Err(vm.type_error(&format!(
                "'{name}' object cannot be interpreted as an integer"
            )));
        }
        if is_negative(vm, time) {
            return Err(vm.value_error("sleep length must be non-negative"));
        }
        let ns = seconds(vm, time)?.unwrap_or(0);
        Err(request(Request::Sleep { ns }))
    }),
    ("_lockstep.compute", |vm, args| {
        let [time] = vm.parse(args, "compute", ["/seconds"], 1)?;
        let ns = seconds(vm, time)?.unwrap_or(0);
        Err(request(Request::Compute { ns }))
    }),
    ("_lockstep.clock", |vm, args| {
        let which = vm.arg(args, 0).map_or(0, |v| vm.index(v).unwrap_or(0));
        Err(request(Request::Clock(match which {
            0 => Clock::Real,
            1 => Clock::Monotonic,
            2 => Clock::Process,
            3 => Clock::Thread,
            4 => Clock::Loop,
            5 => Clock::Passed,
            6 => Clock::LoopBase,
            _ => Clock::LoopEnd,
        })))
    }),
    ("_lockstep.write", |vm, args| {
        let [error, text] = vm.parse(args, "write", ["/error", "/text"], 2)?;
        let error = vm.truth(error)?;
        let text = vm.str_arg(text, "write() argument")?.s.to_string();
        Err(request(Request::Write { error, text }))
    }),
    ("_lockstep.exit_process", |vm, args| {
        let code = vm.arg(args, 0).map_or(0, |v| vm.index(v).unwrap_or(0)) as i32;
        Err(request(Request::ExitProcess { code }))
    }),
    ("_lockstep.handled", |vm, _| Ok(vm.stack.topmost_handled())),
    ("_lockstep.argv", |vm, _| {
        let items = vm.program.settings.argv.clone();
        let items = items.iter().map(|s| vm.new_str(s)).collect();
        Ok(vm.list(items))
    }),
];

/// Whether a callable is a function or method of the program.
fn is_of_program(vm: &Vm, callable: Value) -> bool {
    match callable.object().map(|id| &vm.heap.get(id).kind) {
        Some(Kind::Function(f)) => !vm.program.code(f.code).library,
        Some(Kind::Method { function, .. }) => is_of_program(vm, *function),
        _ => false,
    }
}

/// Notes, in exploration, that the program asks which thread it is; the books of threads do so all the time.
fn note_identity(vm: &mut Vm) {
    let Some(exploring) = &mut vm.exploring else {
        return;
    };
    let program = vm.program;
    let asks = vm.stack.frames.iter().rev().find(|frame| {
        let code = program.code(frame.code);
        !(code.quiet && &*code.code.qualname == "current_thread")
    });
    if asks.is_some_and(|frame| !program.code(frame.code).quiet) {
        exploring.touched.identity = true;
    }
}

/// The signal that asks the machine.
pub fn request(request: Request) -> Signal {
    Signal::Request(Box::new(request))
}

pub fn is_negative(vm: &Vm, value: Value) -> bool {
    match crate::vm::operations::number(vm.heap, value) {
        Some(crate::vm::operations::Number::Int(i)) => i < 0,
        Some(crate::vm::operations::Number::Float(x)) => x < 0.0,
        _ => false,
    }
}

/// The longest time that CPython's clock type holds: some 292 years.
const MAX_SECONDS: i64 = i64::MAX / 1_000_000_000;

/// A number of seconds as nanoseconds; `None` for None and for negative ones.
pub fn seconds(vm: &mut Vm, value: Value) -> Answer<Option<u64>> {
    use crate::vm::operations::{Number, number};
    Ok(match number(vm.heap, value) {
        None if value == Value::None || value.is_null() => None,
        None => {
            let name = vm.type_name(value);
            return Err(vm.type_error(&format!(
                "'{name}' object cannot be interpreted as an integer"
            )));
        }
        Some(Number::Int(i)) if i < 0 => None,
        Some(Number::Int(i)) if i <= MAX_SECONDS => Some(i as u64 * 1_000_000_000),
        Some(Number::Float(x)) if x < 0.0 => None,
        Some(Number::Float(x)) if x > MAX_SECONDS as f64 => {
            return Err(vm.error(
                types::OVERFLOW_ERROR,
                "timestamp out of range for platform time_t",
            ));
        }
        Some(Number::Float(x)) if x.is_nan() => {
            return Err(vm.value_error("Invalid value NaN (not a number)"));
        }
        Some(Number::Float(x)) => Some((x * 1e9).round() as u64),
        Some(Number::Int(_) | Number::Big(_)) => {
            return Err(vm.error(
                types::OVERFLOW_ERROR,
                "timestamp too large to convert to C PyTime_t",
            ));
        }
    })
}

/// The signal that calls a function of the prelude.
pub fn call_prelude(vm: &Vm, name: &str, args: Vec<Value>, like: &Args) -> Signal {
    Signal::Call(Box::new(Call {
        function: vm.prelude(name),
        args,
        keywords: like.keywords.clone(),
        ret: crate::vm::frame::Ret::Push,
    }))
}

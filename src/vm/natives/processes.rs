//! What `multiprocessing` and `os` are built on: requests to the machine about processes and what they
//! share, and what a program can ask about its run.

use crate::vm::exec::Vm;
use crate::vm::names;
use crate::vm::natives::Table;
use crate::vm::natives::lists::{self, items};
use crate::vm::natives::requests::{request, seconds};
use crate::vm::object::Kind;
use crate::vm::program::function;
use crate::vm::signal::{Answer, ProcessRequest, Request, Signal, SignalAction};
use crate::vm::text::quote;
use crate::vm::value::{CodeRef, Value};

/// Characters of an item's repr that reports show.
const SHOWN: usize = 60;

/// See the module.
pub const TABLE: Table = &[
    ("_lockstep.start_method", |vm, _| {
        Ok(vm.new_str(vm.program.settings.start_method))
    }),
    ("_lockstep.seed", |vm, _| {
        Ok(vm.int(vm.program.settings.seed.into()))
    }),
    ("_lockstep.cores", |vm, _| {
        Ok(Value::Int(i64::from(vm.program.settings.cores)))
    }),
    ("_lockstep.switch_interval", |vm, _| {
        Ok(vm.int(vm.program.settings.switch_interval_us.into()))
    }),
    ("_lockstep.no_parameter", |vm, args| {
        let [function, name, known] =
            vm.parse(args, "no_parameter", ["/function", "/name", "/known"], 3)?;
        let known: Vec<String> = items(vm, known).into_iter().map(|v| text(vm, v)).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let (function, name) = (text(vm, function), text(vm, name));
        Err(vm.no_parameter(&function, &name, &known))
    }),
    ("_lockstep.loaded", |vm, args| {
        // A module that has been imported, or None.
        let name = vm.arg(args, 0).unwrap_or(Value::None);
        let name = vm.str_arg(name, "module name")?;
        let main = matches!(&*name.s, "__main__" | "__mp_main__");
        let name = if main { "__main__" } else { &*name.s };
        Ok(match vm.program.modules.get(name) {
            Some(id) if main || matches!(&vm.heap.get(*id).kind, Kind::Module(m) if m.imported) => {
                Value::Object(*id)
            }
            _ => Value::None,
        })
    }),
    ("_lockstep.run_main", |vm, _| {
        // Runs the program's module again under another name, as a spawned child does.
        let Some(&id) = vm.program.modules.get("__main__") else {
            return Ok(Value::None);
        };
        let name = vm.new_str("__mp_main__");
        vm.set_generic(Value::Object(id), id, names::NAME, name)?;
        let unit = vm.program.units.iter().find(|u| u.module == id);
        let first = unit.map_or(0, |u| u.first_code);
        let body = function(vm.heap, CodeRef(first), id);
        Err(lists::call(body, vec![]))
    }),
    ("_lockstep.is_coroutine_function", |vm, args| {
        let function = vm.arg(args, 0).and_then(Value::object);
        let inner = match function.map(|id| &vm.heap.get(id).kind) {
            Some(Kind::Method { function, .. }) => function.object(),
            _ => function,
        };
        let coroutine = match inner.map(|id| &vm.heap.get(id).kind) {
            Some(Kind::Function(f)) => vm.program.code(f.code).code.flags.coroutine,
            _ => false,
        };
        Ok(Value::Bool(coroutine))
    }),
    ("_lockstep.unsupported", |vm, args| {
        let sentence = vm.arg(args, 0).unwrap_or(Value::None);
        Err(Signal::Unsupported(text(vm, sentence).into()))
    }),
    // ---- processes
    ("_lockstep.process", |_, _| ask(ProcessRequest::Current)),
    ("_lockstep.fork", |vm, args| {
        let [function, list, name, daemon] =
            vm.parse(args, "fork", ["/function", "/args", "/name", "/daemon"], 4)?;
        ask(ProcessRequest::Fork {
            function,
            args: items(vm, list),
            name: text(vm, name),
            daemon: vm.truth(daemon)?,
        })
    }),
    ("_lockstep.spawn", |vm, args| {
        let [data, name, daemon, forkserver] = vm.parse(
            args,
            "spawn",
            ["/data", "/name", "/daemon", "/forkserver"],
            4,
        )?;
        ask(ProcessRequest::Spawn {
            data: bytes(vm, data),
            name: text(vm, name),
            daemon: vm.truth(daemon)?,
            forkserver: vm.truth(forkserver)?,
        })
    }),
    ("_lockstep.wait_process", |vm, args| {
        let [process, timeout] = vm.parse(args, "wait_process", ["/process", "/timeout"], 2)?;
        ask(ProcessRequest::Wait {
            process: number(vm, process)?,
            timeout: limit(vm, timeout)?,
        })
    }),
    ("_lockstep.poll_process", |vm, args| {
        let process = vm.arg(args, 0).unwrap_or(Value::None);
        ask(ProcessRequest::Poll {
            process: number(vm, process)?,
        })
    }),
    ("_lockstep.kill_process", |vm, args| {
        let [process, signal, wakes] =
            vm.parse(args, "kill_process", ["/process", "/signal", "/wakes"], 2)?;
        ask(ProcessRequest::Kill {
            process: number(vm, process)?,
            signal: number(vm, signal)? as i32,
            wakes: wakes != Value::Bool(false),
        })
    }),
    ("_lockstep.on_signal", |vm, args| {
        let [signal, action] = vm.parse(args, "on_signal", ["/signal", "/action"], 2)?;
        ask(ProcessRequest::OnSignal {
            signal: number(vm, signal)? as i32,
            action: match number(vm, action)? {
                0 => SignalAction::Default,
                1 => SignalAction::Ignore,
                _ => SignalAction::Handler,
            },
        })
    }),
    // ---- pipes
    ("_lockstep.new_pipe", |vm, args| {
        let [capacity, name] = vm.parse(args, "new_pipe", ["/capacity", "/name"], 2)?;
        ask(ProcessRequest::NewPipe {
            capacity: number(vm, capacity)? as usize,
            name: text(vm, name),
        })
    }),
    ("_lockstep.send", |vm, args| {
        let [pipe, data, shown] = vm.parse(args, "send", ["/pipe", "/data", "/shown"], 3)?;
        ask(ProcessRequest::Send {
            pipe: number(vm, pipe)?,
            data: bytes(vm, data),
            repr: vm
                .heap
                .str(shown)
                .map(|t| t.s.to_string())
                .unwrap_or_default(),
        })
    }),
    ("_lockstep.receive", |vm, args| {
        let [pipe, timeout] = vm.parse(args, "receive", ["/pipe", "/timeout"], 2)?;
        ask(ProcessRequest::Receive {
            pipe: number(vm, pipe)?,
            timeout: limit(vm, timeout)?,
        })
    }),
    ("_lockstep.wait_pipes", |vm, args| {
        let [pipes, processes, timeout] =
            vm.parse(args, "wait_pipes", ["/pipes", "/processes", "/timeout"], 3)?;
        ask(ProcessRequest::WaitPipes {
            pipes: numbers(vm, pipes)?,
            processes: numbers(vm, processes)?,
            timeout: limit(vm, timeout)?,
        })
    }),
    ("_lockstep.has_message", |vm, args| {
        let pipe = vm.arg(args, 0).unwrap_or(Value::None);
        ask(ProcessRequest::HasMessage {
            pipe: number(vm, pipe)?,
        })
    }),
    ("_lockstep.ends", |vm, args| {
        let [pipe, readers, writers, under_way] = vm.parse(
            args,
            "ends",
            ["/pipe", "/readers", "/writers", "/under_way"],
            4,
        )?;
        ask(ProcessRequest::Ends {
            pipe: number(vm, pipe)?,
            readers: vm.int_arg(readers)? as i32,
            writers: vm.int_arg(writers)? as i32,
            under_way: vm.truth(under_way)?,
        })
    }),
    ("_lockstep.brief", |vm, args| {
        // A repr for reports that runs no Python code.
        let value = vm.arg(args, 0).unwrap_or(Value::None);
        let shown = match vm.heap.str(value) {
            // The rest would not be seen.
            Some(text) if text.s.len() > 4 * SHOWN => {
                let begin: String = text.s.chars().take(SHOWN).collect();
                quote::repr_str(&begin)
            }
            _ => vm.plain_repr(value),
        };
        let short: String = shown.chars().take(SHOWN).collect();
        Ok(match short.len() < shown.len() {
            true => vm.string(format!("{short}…")),
            false => vm.string(shown),
        })
    }),
    // ---- semaphores and memory
    ("_lockstep.new_semaphore", |vm, args| {
        let [value, max, recursive, name] = vm.parse(
            args,
            "new_semaphore",
            ["/value", "/max", "/recursive", "/name"],
            4,
        )?;
        ask(ProcessRequest::NewSemaphore {
            value: number(vm, value)?,
            max: number(vm, max)?,
            recursive: vm.truth(recursive)?,
            name: text(vm, name),
        })
    }),
    ("_lockstep.sem_acquire", |vm, args| {
        let [semaphore, timeout] = vm.parse(args, "sem_acquire", ["/semaphore", "/timeout"], 2)?;
        ask(ProcessRequest::SemAcquire {
            semaphore: number(vm, semaphore)?,
            timeout: limit(vm, timeout)?,
        })
    }),
    ("_lockstep.sem_release", |vm, args| {
        let semaphore = vm.arg(args, 0).unwrap_or(Value::None);
        ask(ProcessRequest::SemRelease {
            semaphore: number(vm, semaphore)?,
        })
    }),
    ("_lockstep.sem_state", |vm, args| {
        let semaphore = vm.arg(args, 0).unwrap_or(Value::None);
        ask(ProcessRequest::SemState {
            semaphore: number(vm, semaphore)?,
        })
    }),
    ("_lockstep.new_shared", |vm, args| {
        let cells = vm.arg(args, 0).unwrap_or(Value::None);
        let cells: Answer<Vec<Value>> = items(vm, cells)
            .into_iter()
            .map(|value| plain(vm, value))
            .collect();
        ask(ProcessRequest::NewShared { cells: cells? })
    }),
    ("_lockstep.shared_get", |vm, args| {
        let [memory, index] = vm.parse(args, "shared_get", ["/memory", "/index"], 2)?;
        ask(ProcessRequest::SharedGet {
            memory: number(vm, memory)?,
            index: number(vm, index)? as usize,
        })
    }),
    ("_lockstep.shared_set", |vm, args| {
        let [memory, index, value] =
            vm.parse(args, "shared_set", ["/memory", "/index", "/value"], 3)?;
        ask(ProcessRequest::SharedSet {
            memory: number(vm, memory)?,
            index: number(vm, index)? as usize,
            value: plain(vm, value)?,
        })
    }),
    ("_lockstep.to_single", |vm, args| {
        // A float with the precision of C's `float`.
        let value = vm.arg(args, 0).unwrap_or(Value::None);
        Ok(Value::Float(f64::from(vm.float_arg(value)? as f32)))
    }),
];

fn ask(wanted: ProcessRequest) -> Answer {
    Err(request(Request::Process(wanted)))
}

fn text(vm: &Vm, value: Value) -> String {
    vm.heap
        .str(value)
        .map(|t| t.s.to_string())
        .unwrap_or_default()
}

fn bytes(vm: &Vm, value: Value) -> Vec<u8> {
    vm.bytes_of(value).map(|b| b.to_vec()).unwrap_or_default()
}

fn number(vm: &mut Vm, value: Value) -> Answer<u32> {
    let value = vm.int_arg(value)?;
    match u32::try_from(value) {
        Ok(number) => Ok(number),
        Err(_) => Err(vm.value_error("value out of range")),
    }
}

fn numbers(vm: &mut Vm, list: Value) -> Answer<Vec<u32>> {
    items(vm, list)
        .into_iter()
        .map(|value| number(vm, value))
        .collect()
}

/// What shared memory can hold: an object is known to its own process alone.
fn plain(vm: &mut Vm, value: Value) -> Answer {
    match value {
        Value::Object(_) => Err(vm.type_error("shared memory holds numbers only")),
        other => Ok(other),
    }
}

/// A timeout: None waits for ever, a negative one not at all.
fn limit(vm: &mut Vm, value: Value) -> Answer<Option<u64>> {
    if value == Value::None {
        return Ok(None);
    }
    Ok(Some(seconds(vm, value)?.unwrap_or(0)))
}

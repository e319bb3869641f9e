//! The tasks of an event loop that can never go on, and what each of them awaits.

use crate::lang::code::Op;
use crate::machine::describe::uncelled;
use crate::machine::ids::{ProcessId, ThreadId};
use crate::machine::state::{Pending, State};
use crate::vm::frame::Frame;
use crate::vm::object::{Generator, Kind};
use crate::vm::value::{ObjectId, Value};

impl State {
    /// The tasks of a thread's event loop, as clauses with lines: `task one waits for the asyncio.Lock b, held by two`.
    pub fn plights_of_tasks(&self, id: ThreadId) -> Vec<(String, u32)> {
        let thread = self.thread(id);
        let Some(Pending::Await { owner, .. }) = &thread.pending else {
            return Vec::new();
        };
        let heap = &self.process(thread.process).heap;
        let tasks = self.attribute(heap, *owner, "_tasks");
        let Some(Kind::Dict(tasks)) = tasks.and_then(Value::object).map(|t| &heap.get(t).kind)
        else {
            return Vec::new();
        };
        let all: Vec<Value> = tasks.iter().map(|entry| entry.key).collect();
        let of_one = |task: &Value| self.plight_of_task(thread.process, &all, *task);
        all.iter().filter_map(of_one).collect()
    }

    fn plight_of_task(
        &self,
        process: ProcessId,
        all: &[Value],
        task: Value,
    ) -> Option<(String, u32)> {
        let name = self.name_of_task(process, task)?;
        let chain = self.awaiting(process, task);
        let library = |g: &Generator| self.program.code(g.code).library;
        let own = chain.iter().rposition(|g| !library(g));
        let line = own.map_or(0, |i| self.line_of_suspended(chain[i]));
        let inner = chain.get(own.map_or(0, |i| i + 1));
        let heap = &self.process(process).heap;
        let listed = inner.and_then(|g| match &*self.program.code(g.code).code.qualname {
            "TaskGroup.__aexit__" => {
                self.attribute(heap, uncelled(heap, *g.values.first()?), "_tasks")
            }
            "wait" => Some(uncelled(heap, *g.values.first()?)),
            _ => None,
        });
        let why = match inner.and_then(|g| self.operation(process, g)) {
            _ if listed.is_some() => self.awaits_tasks(process, listed),
            Some((object, operation)) => {
                Some(self.awaits_in(process, all, task, object, &operation))
            }
            None => None,
        };
        let why = why.unwrap_or_else(|| self.awaits_future(process, all, task));
        Some((format!("task {name} {why}"), line))
    }

    fn name_of_task(&self, process: ProcessId, task: Value) -> Option<String> {
        let heap = &self.process(process).heap;
        let name = heap.str(self.attribute(heap, task, "_name")?)?;
        Some(name.s.to_string())
    }

    /// The coroutines of a task, each awaiting the next.
    fn awaiting(&self, process: ProcessId, task: Value) -> Vec<&Generator> {
        let heap = &self.process(process).heap;
        let mut chain: Vec<&Generator> = Vec::new();
        let mut next = self.attribute(heap, task, "_coro");
        while let Some(Kind::Generator(g)) =
            next.and_then(Value::object).map(|id| &heap.get(id).kind)
        {
            let waits = |frame: Frame| {
                let code = self.program.code(frame.code);
                let next = code.instructions.get(frame.pc as usize);
                next.is_some_and(|next| next.op == Op::Resume && next.arg & 3 >= 2)
            };
            next = g
                .values
                .last()
                .copied()
                .filter(|_| g.frame.is_some_and(waits));
            chain.push(g);
        }
        chain
    }

    fn line_of_suspended(&self, g: &Generator) -> u32 {
        let at = g.frame.map_or(0, |frame| frame.pc.saturating_sub(1));
        let positions = &self.program.code(g.code).code.positions;
        positions.get(at as usize).map_or(0, |p| p.line)
    }

    /// The object of asyncio whose method a coroutine of the library is, and the method.
    fn operation(&self, process: ProcessId, g: &Generator) -> Option<(ObjectId, String)> {
        let code = &self.program.code(g.code).code;
        let heap = &self.process(process).heap;
        let method = code.locals.first().is_some_and(|name| &**name == "self")
            // What awaits a future is the future's own generator, and no operation.
            && &*code.name != "__await__";
        let object = uncelled(heap, *g.values.first()?).object();
        object
            .filter(|_| method)
            .map(|object| (object, code.name.to_string()))
    }

    /// What a task waits for that awaits those tasks of a list that have not ended.
    fn awaits_tasks(&self, process: ProcessId, list: Option<Value>) -> Option<String> {
        let heap = &self.process(process).heap;
        let Kind::List(list) = &heap.get(list?.object()?).kind else {
            return None;
        };
        // Whoever has ended has a state of its own.
        let pending = |task: &&Value| self.attribute(heap, **task, "_state").is_none();
        let names = list.iter().filter(pending);
        let names: Vec<String> = names
            .filter_map(|task| self.name_of_task(process, *task))
            .collect();
        match &names[..] {
            [] => None,
            [one] => Some(format!("waits for task {one}")),
            several => Some(format!("waits for the tasks {}", several.join(", "))),
        }
    }

    /// What a task waits for in an operation of a lock, an event, a queue.
    fn awaits_in(
        &self,
        process: ProcessId,
        all: &[Value],
        task: Value,
        object: ObjectId,
        operation: &str,
    ) -> String {
        let heap = &self.process(process).heap;
        let (class, _) = self.library_class(process, object);
        let label = self.label_for_tasks(process, all, object);
        let lock = matches!(&*class, "Lock" | "Condition")
            && matches!(operation, "acquire" | "__aenter__");
        if lock {
            let what = match label {
                Some(label) => format!("the asyncio.{class} {label}"),
                None => format!("an asyncio.{class}"),
            };
            let of = Value::Object(object);
            let inner = self.attribute(heap, of, "_lock").unwrap_or(of);
            let holder = self.attribute(heap, inner, "_locked");
            let held = match holder.and_then(|holder| self.name_of_task(process, holder)) {
                Some(_) if holder == Some(task) => ", held by itself".into(),
                Some(name) => {
                    let ended = holder.and_then(|task| self.attribute(heap, task, "_state"));
                    let ended = ended.map_or("", |_| ", which has ended");
                    format!(", held by task {name}{ended}")
                }
                None => String::new(),
            };
            return format!("waits for {what}{held}");
        }
        let operation = match operation {
            "__aenter__" => "acquire",
            other => other,
        };
        let label = label.or_else(|| Some(format!("an asyncio.{class}")));
        self.awaits(process, object, operation, label)
    }

    /// The name of an object among the variables of the tasks, the first one's first, or anywhere else.
    fn label_for_tasks(
        &self,
        process: ProcessId,
        all: &[Value],
        object: ObjectId,
    ) -> Option<String> {
        let heap = &self.process(process).heap;
        let wanted = Value::Object(object);
        let meant = |value: Value| value == wanted;
        let inside = |g: &Generator| self.label_in_frame(heap, g.code, &g.values, &meant);
        let chains = all.iter().flat_map(|task| self.awaiting(process, *task));
        chains
            .into_iter()
            .find_map(inside)
            .or_else(|| self.label_of(process, &meant))
    }

    /// What a task waits for that awaits a future, another task or several of them.
    fn awaits_future(&self, process: ProcessId, all: &[Value], task: Value) -> String {
        let heap = &self.process(process).heap;
        let future = self.attribute(heap, task, "_fut_waiter");
        let Some(future) = future.and_then(Value::object) else {
            return "can go on".into();
        };
        if let Some(name) = self.name_of_task(process, Value::Object(future)) {
            return format!("waits for task {name}");
        }
        let children = self.attribute(heap, Value::Object(future), "_children");
        if let Some(text) = self.awaits_tasks(process, children) {
            return text;
        }
        match self.label_for_tasks(process, all, future) {
            Some(label) => format!("waits for the future {label}"),
            None => "waits for a future".into(),
        }
    }
}

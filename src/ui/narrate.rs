//! What a step does, what a thread waits for and what it would do next, in sentences.
//!
//! Says only what the trace says. Must not know the browser.

use crate::machine::ids::ThreadId;
use crate::timeline::{End, Phrase, ThreadState, Words, awaited};
use crate::trace::{BlockedOn, Event, Outcome, Status, Step, View};
use crate::ui::recording::Recording;
use crate::ui::text::{Label, Lang, code};

/// A recording told in a language.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    pub lang: Lang,
    pub recording: &'a Recording,
}

impl Teller<'_> {
    fn say(&self, ru: String, en: String) -> String {
        self.lang.pick(ru, en)
    }

    fn name(&self, thread: ThreadId) -> &str {
        self.recording.label(thread)
    }

    fn names(&self, threads: &[ThreadId]) -> String {
        let names: Vec<_> = threads.iter().map(|thread| self.name(*thread)).collect();
        names.join(", ")
    }

    /// The step that leads to `position`, in one or two sentences; `after` is the state there.
    pub fn step(&self, position: u32, before: &View, after: &View) -> String {
        let Some(step) = self.recording.step_to(position) else { return String::new() };
        let mut said: Vec<String> = Vec::new();
        for event in &step.events {
            let sentence = self.event(position, step, event, after);
            // A value that is read and one that is written in the same step: the write is the news.
            let read = matches!(event, Event::Read { .. });
            let writes = step.events.iter().any(|other| matches!(other, Event::Write { .. } | Event::Output { .. }));
            if !sentence.is_empty() && !(read && writes) && !said.contains(&sentence) && said.len() < 3 {
                said.push(sentence);
            }
        }
        if said.is_empty() {
            said.push(self.quiet(step, before, after));
        }
        said.join(" ")
    }

    fn event(&self, position: u32, step: &Step, event: &Event, after: &View) -> String {
        let who = self.name(step.thread);
        match event {
            Event::Output { error, text } => {
                let text = code(&short(text.trim_end_matches('\n')));
                match error {
                    false => self.say(format!("{who} печатает {text}."), format!("{who} prints {text}.")),
                    true => self.say(format!("{who} пишет в stderr {text}."), format!("{who} writes {text} to stderr.")),
                }
            }
            Event::Read { variable, value } => {
                let (variable, value) = (code(variable), code(value));
                self.say(format!("{who} читает {variable}: там {value}."), format!("{who} reads {variable}: it is {value}."))
            }
            Event::Write { variable, value } => self.write(position, step, variable, value, after),
            Event::Start { thread } => {
                let (new, target) = (self.name(*thread), self.target(*thread));
                self.say(format!("{who} запускает поток {new}{target}."), format!("{who} starts thread {new}{target}."))
            }
            Event::StartProcess { process, thread } => {
                let name = self.recording.trace.processes.get(process.index()).map_or("?", |info| info.name.as_str());
                let new = self.name(*thread);
                self.say(format!("{who} запускает процесс {name}; в нём поток {new}."), format!("{who} starts process {name} with thread {new} in it."))
            }
            Event::Join { thread } => {
                let ended = self.name(*thread);
                self.say(format!("{who} убеждается, что {ended} завершён, и идёт дальше."), format!("{who} sees that {ended} has ended and goes on."))
            }
            Event::Wake { thread } if *thread != step.thread => {
                let woken = self.name(*thread);
                self.say(format!("{woken} снова может идти."), format!("{woken} can go on again."))
            }
            Event::Wake { .. } => String::new(),
            Event::Block => self.blocked(step, after),
            Event::Timeout => self.say(format!("Время ожидания вышло, {who} идёт дальше."), format!("The wait has timed out and {who} goes on.")),
            Event::Raise { text } => {
                let text = code(&short(text));
                self.say(format!("В потоке {who} возникает исключение {text}."), format!("{who} raises {text}."))
            }
            Event::Finish => self.say(format!("{who} завершается."), format!("{who} ends.")),
            Event::Kill { thread } => {
                let cut = self.name(*thread);
                self.say(format!("{cut} обрывается там, где был."), format!("{cut} is cut off where it was."))
            }
            Event::Exit { process, code } => {
                let name = self.recording.trace.processes.get(process.index()).map_or("?", |info| info.name.as_str());
                self.say(format!("Процесс {name} завершается с кодом {code}."), format!("Process {name} ends with exit code {code}."))
            }
            Event::Acquire { .. } | Event::Release { .. } | Event::Put { .. } | Event::Get { .. } | Event::Notify { .. } => self.sync_event(who, event),
        }
    }

    fn sync_event(&self, who: &str, event: &Event) -> String {
        let across = |bytes: u32| match bytes {
            0 => String::new(),
            _ => format!(" ({})", self.lang.count(bytes as usize, ["байт", "байта", "байт"], ["byte", "bytes"])),
        };
        match event {
            Event::Acquire { sync } => {
                let lock = code(self.recording.sync_label(*sync));
                self.say(format!("{who} захватывает {lock}."), format!("{who} acquires {lock}."))
            }
            Event::Release { sync } => {
                let lock = code(self.recording.sync_label(*sync));
                self.say(format!("{who} освобождает {lock}."), format!("{who} releases {lock}."))
            }
            Event::Put { sync, item, bytes } => {
                let (queue, item, bytes) = (code(self.recording.sync_label(*sync)), code(item), across(*bytes));
                self.say(format!("{who} кладёт {item} в {queue}{bytes}."), format!("{who} puts {item} into {queue}{bytes}."))
            }
            Event::Get { sync, item, bytes } => {
                let (queue, item, bytes) = (code(self.recording.sync_label(*sync)), code(item), across(*bytes));
                self.say(format!("{who} берёт {item} из {queue}{bytes}."), format!("{who} takes {item} from {queue}{bytes}."))
            }
            Event::Notify { sync } => {
                let label = code(self.recording.sync_label(*sync));
                self.say(format!("{who} подаёт сигнал через {label}."), format!("{who} signals {label}."))
            }
            _ => String::new(),
        }
    }

    /// A write, and whose value it makes stale, or whose change it loses.
    fn write(&self, position: u32, step: &Step, variable: &str, value: &str, after: &View) -> String {
        let (who, name) = (self.name(step.thread), code(variable));
        let written = code(value);
        let lost = self.recording.rows.variables.iter().filter(|row| row.name == variable).flat_map(|row| &row.holds);
        if let Some(hold) = lost.into_iter().find(|hold| hold.write == position && hold.thread == step.thread) {
            let other = self.recording.step_to(hold.stale).map_or("?", |step| self.name(step.thread));
            return self.say(
                format!("{who} записывает в {name} значение {written} поверх того, что успел записать {other}: то изменение потеряно."),
                format!("{who} writes {written} to {name} over what {other} has written meanwhile: that change is lost."),
            );
        }
        let stale = after.threads.iter().enumerate().find_map(|(index, thread)| {
            let id = ThreadId(index as u32);
            let value = thread.frames.iter().flat_map(|frame| &frame.stack).find(|v| v.stale.as_deref() == Some(variable))?;
            (id != step.thread).then(|| (self.name(id), code(&value.value)))
        });
        match stale {
            Some((other, old)) => self.say(
                format!("{who} записывает в {name} значение {written}, а {other} всё ещё держит на стеке {old}, прочитанное до этой записи."),
                format!("{who} writes {written} to {name}, while {other} still has {old} on its stack, read before this write."),
            ),
            None => self.say(format!("{who} записывает в {name} значение {written}."), format!("{who} writes {written} to {name}.")),
        }
    }

    fn target(&self, thread: ThreadId) -> String {
        let name = self.recording.trace.threads.get(thread.index()).map_or("", |info| info.name.as_str());
        match name.split_once(" (").and_then(|(_, rest)| rest.strip_suffix(')')) {
            Some(function) => self.say(format!(": он выполнит {}", code(&format!("{function}()"))), format!(", which will run {}", code(&format!("{function}()")))),
            None => String::new(),
        }
    }

    fn blocked(&self, step: &Step, after: &View) -> String {
        let who = self.name(step.thread);
        let status = after.threads.get(step.thread.index()).map(|thread| &thread.status);
        match status {
            Some(Status::Blocked { on, .. }) => self.say(format!("{who} останавливается: {}.", self.reason(on)), format!("{who} stops: {}.", self.reason(on))),
            Some(Status::Sleeping { until_ns }) => {
                let time = self.lang.time(until_ns.saturating_sub(step.end_ns));
                self.say(format!("{who} засыпает на {time}."), format!("{who} goes to sleep for {time}."))
            }
            _ => self.say(format!("{who} останавливается."), format!("{who} stops.")),
        }
    }

    /// Why a thread cannot go on: a clause.
    pub fn reason(&self, on: &BlockedOn) -> String {
        match on {
            BlockedOn::Join { thread } => {
                let other = self.name(*thread);
                self.say(format!("ждёт, пока завершится {other}"), format!("it waits for {other} to end"))
            }
            BlockedOn::Shutdown { thread } => {
                let other = self.name(*thread);
                self.say(format!("перед выходом ждёт, пока завершится {other}"), format!("before it exits it waits for {other} to end"))
            }
            BlockedOn::Sync { sync, owners, operation } => {
                let label = code(self.recording.sync_label(*sync));
                let holders = self.names(owners);
                match (operation.as_str(), owners.is_empty()) {
                    (_, false) => self.say(format!("{label} держит {holders}"), format!("{label} is held by {holders}")),
                    ("get" | "recv", _) => self.say(format!("в {label} пусто"), format!("{label} is empty")),
                    ("put" | "send", _) => self.say(format!("в {label} нет места"), format!("{label} is full")),
                    (_, true) => self.say(format!("ждёт сигнала от {label}"), format!("it waits for {label}")),
                }
            }
        }
    }

    /// A step that nobody else notices: told by its instruction.
    fn quiet(&self, step: &Step, before: &View, after: &View) -> String {
        let who = self.name(step.thread);
        let depth = |view: &View| view.threads.get(step.thread.index()).map_or(0, |thread| thread.frames.len());
        let (was, is) = (depth(before), depth(after));
        let inner = Recording::place_of(after, step.thread);
        let function = inner.and_then(|place| self.recording.trace.codes.get(place.code.0 as usize)).map(|code| code.name.clone()).unwrap_or_default();
        let place = inner.map_or(0, |place| self.recording.line(place));
        if is > was && was > 0 {
            let name = code(&call(&function));
            return self.say(format!("{who} входит в {name}, строка {place}."), format!("{who} enters {name}, line {place}."));
        }
        if is < was && is > 0 {
            let name = code(&call(&function));
            return self.say(format!("{who} возвращается в {name}, строка {place}."), format!("{who} returns to {name}, line {place}."));
        }
        let Some(instruction) = self.recording.instruction(step.place) else { return String::new() };
        let top = after.threads.get(step.thread.index()).and_then(|thread| thread.frames.last()).and_then(|frame| frame.stack.last());
        let result = match (top, act(&instruction.op)) {
            (Some(top), Act::Compute | Act::Call) => self.say(format!(" и получает {}", code(&top.value)), format!(" and gets {}", code(&top.value))),
            _ => String::new(),
        };
        let (ru, en) = act(&instruction.op).now();
        let arg = argument(&instruction.op, &instruction.arg);
        let line = self.say(format!(", строка {}", instruction.line), format!(", line {}", instruction.line));
        format!("{who} {}{arg}{result}{}.", self.lang.pick(ru, en), if instruction.line > 0 { line } else { String::new() })
    }

    /// What the next instruction of a thread would do: a clause in the future.
    pub fn would(&self, view: &View, thread: ThreadId) -> String {
        let Some(instruction) = Recording::place_of(view, thread).and_then(|place| self.recording.instruction(place)) else { return String::new() };
        let act = act(&instruction.op);
        let (ru, en) = act.future();
        let top = view.threads.get(thread.index()).and_then(|thread| thread.frames.last()).and_then(|frame| frame.stack.last());
        let arg = argument(&instruction.op, &instruction.arg);
        match (act, top) {
            (Act::Store, Some(top)) => {
                let value = code(&top.value);
                self.say(format!("запишет {value} в{arg}"), format!("will write {value} to{arg}"))
            }
            _ => format!("{}{arg}", self.lang.pick(ru, en)),
        }
    }

    /// Why a thread cannot be chosen now; `None` if it can.
    pub fn refusal(&self, view: &View, thread: ThreadId, now_ns: u64) -> Option<String> {
        let info = view.threads.get(thread.index())?;
        match &info.status {
            Status::Ready | Status::Finished | Status::Killed => None,
            Status::NotNow => {
                let process = self.recording.trace.threads.get(thread.index()).map(|info| info.process);
                let holder = process.and_then(|process| view.processes.get(process.index())?.gil).map(|holder| self.name(holder));
                Some(match holder {
                    Some(holder) => self.say(format!("не сейчас: здесь {holder} не отдаёт GIL"), format!("not now: {holder} does not give up the GIL here")),
                    None => self.say("не сейчас: здесь переключиться нельзя".into(), "not now: no switch is possible here".into()),
                })
            }
            Status::Blocked { on, .. } => Some(self.say(format!("не может: {}", self.reason(on)), format!("cannot: {}", self.reason(on)))),
            Status::Sleeping { until_ns } => {
                let time = self.lang.time(until_ns.saturating_sub(now_ns));
                Some(self.say(format!("спит ещё {time}"), format!("sleeps for another {time}")))
            }
        }
    }

    /// What a thread is doing, for the table of threads.
    pub fn status(&self, view: &View, thread: ThreadId, mover: Option<ThreadId>) -> String {
        let Some(info) = view.threads.get(thread.index()) else { return self.lang.label(Label::NotStarted).into() };
        let gil = self.recording.trace.threads.get(thread.index()).and_then(|info| view.processes.get(info.process.index())?.gil);
        match &info.status {
            Status::Ready | Status::NotNow if gil == Some(thread) => self.say("выполняется, держит GIL".into(), "running, holds the GIL".into()),
            Status::Ready | Status::NotNow if mover == Some(thread) => self.lang.label(Label::Running).into(),
            Status::Ready | Status::NotNow => match gil {
                Some(holder) => self.say(format!("готов, GIL у {}", self.name(holder)), format!("ready, {} has the GIL", self.name(holder))),
                None => self.say("готов".into(), "ready".into()),
            },
            Status::Blocked { on, .. } => self.reason(on),
            Status::Sleeping { until_ns } => {
                let time = self.lang.time(*until_ns);
                self.say(format!("спит до {time}"), format!("sleeps until {time}"))
            }
            Status::Finished => self.lang.label(Label::Finished).into(),
            Status::Killed => self.lang.label(Label::Killed).into(),
        }
    }

    /// How the run ended; the flag says that something went wrong.
    pub fn outcome(&self) -> (String, bool) {
        match &self.recording.trace.outcome {
            Outcome::Finished { exit_code: 0 } => (self.say("Программа завершилась сама.".into(), "The program ended by itself.".into()), false),
            Outcome::Finished { exit_code } => (self.say(format!("Программа завершилась с кодом {exit_code}."), format!("The program ended with exit code {exit_code}.")), true),
            Outcome::Exception { text, .. } => {
                let text = code(&short(text));
                (self.say(format!("Программу оборвало исключение {text}."), format!("An exception ended the program: {text}.")), true)
            }
            Outcome::Deadlock { blocked } => {
                let names = self.names(blocked);
                (self.say(format!("Взаимная блокировка: дальше не пойдёт никто из этих потоков: {names}."), format!("Deadlock: none of these threads will ever go on: {names}.")), true)
            }
            Outcome::Limit { limit, message } => (self.say(format!("Достигнут предел машины {}: {message}", code(limit)), format!("A limit of the machine was reached, {}: {message}", code(limit))), true),
            Outcome::Unsupported { line, message } => (self.say(format!("Строка {line}: машина этого не умеет. {message}"), format!("Line {line}: the machine cannot do this. {message}")), true),
            Outcome::SyntaxError { line, message, .. } => (self.say(format!("Строка {line}: это не программа на Python: {}", code(message)), format!("Line {line}: this is no Python program: {}", code(message))), true),
        }
    }

    /// The whole run in a sentence, for a player at rest; the flag as in [`Self::outcome`].
    pub fn at_rest(&self) -> (String, bool) {
        let trace = &self.recording.trace;
        let (outcome, bad) = self.outcome();
        if trace.steps.is_empty() {
            return (outcome, bad);
        }
        let (steps, threads) = (self.lang.steps(trace.steps.len()), self.lang.threads(trace.threads.len()));
        let processes = match trace.processes.len() {
            0..=1 => String::new(),
            many => format!(", {}", self.lang.processes(many)),
        };
        let whole = self.say(format!("Весь прогон: {steps}, {threads}{processes}."), format!("The whole run: {steps}, {threads}{processes}."));
        let rest = if bad { outcome } else { self.lang.label(Label::AtRest).to_owned() };
        (format!("{whole} {rest}"), bad)
    }
}

/// What an instruction is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Load,
    Store,
    Compute,
    Call,
    Return,
    Begin,
    Test,
    Jump,
    Iterate,
    Import,
    Make,
    Drop,
    Other,
}

fn act(op: &str) -> Act {
    match op {
        "RESUME" | "RETURN_GENERATOR" => Act::Begin,
        "RETURN_VALUE" | "RETURN_CONST" | "YIELD_VALUE" => Act::Return,
        "IMPORT_NAME" | "IMPORT_FROM" => Act::Import,
        "FOR_ITER" | "GET_ITER" => Act::Iterate,
        "POP_TOP" | "NOP" | "NOT_TAKEN" | "END_FOR" | "POP_ITER" | "PUSH_NULL" | "COPY" | "SWAP" | "CACHE" => Act::Drop,
        "BINARY_OP" | "COMPARE_OP" | "CONTAINS_OP" | "IS_OP" | "UNARY_NEGATIVE" | "UNARY_NOT" | "UNARY_INVERT" | "BINARY_SLICE" | "TO_BOOL" => Act::Compute,
        _ if op.starts_with("CALL") => Act::Call,
        _ if op.starts_with("LOAD") => Act::Load,
        _ if op.starts_with("STORE") => Act::Store,
        _ if op.starts_with("POP_JUMP") => Act::Test,
        _ if op.starts_with("JUMP") => Act::Jump,
        _ if op.starts_with("BUILD") || op.starts_with("MAKE") || op.starts_with("FORMAT") || op.starts_with("CONVERT") => Act::Make,
        _ => Act::Other,
    }
}

impl Act {
    fn now(self) -> (&'static str, &'static str) {
        match self {
            Act::Load => ("берёт на стек", "loads"),
            Act::Store => ("запоминает", "stores"),
            Act::Compute => ("вычисляет", "computes"),
            Act::Call => ("вызывает", "calls"),
            Act::Return => ("выходит из функции", "leaves the function"),
            Act::Begin => ("начинает выполнять код", "begins to run the code"),
            Act::Test => ("проверяет условие", "tests the condition"),
            Act::Jump => ("переходит", "jumps"),
            Act::Iterate => ("готовит следующий проход цикла", "prepares the next round of the loop"),
            Act::Import => ("импортирует", "imports"),
            Act::Make => ("создаёт объект", "makes an object"),
            Act::Drop => ("наводит порядок на стеке", "tidies its stack"),
            Act::Other => ("выполняет", "executes"),
        }
    }

    fn future(self) -> (&'static str, &'static str) {
        match self {
            Act::Load => ("возьмёт на стек", "will load"),
            Act::Store => ("запомнит", "will store"),
            Act::Compute => ("вычислит", "will compute"),
            Act::Call => ("сделает вызов", "will make the call"),
            Act::Return => ("выйдет из функции", "will leave the function"),
            Act::Begin => ("начнёт выполнять код", "will begin to run the code"),
            Act::Test => ("проверит условие", "will test the condition"),
            Act::Jump => ("перейдёт", "will jump"),
            Act::Iterate => ("подготовит следующий проход цикла", "will prepare the next round of the loop"),
            Act::Import => ("импортирует", "will import"),
            Act::Make => ("создаст объект", "will make an object"),
            Act::Drop => ("наведёт порядок на стеке", "will tidy its stack"),
            Act::Other => ("пойдёт дальше", "will go on"),
        }
    }
}

/// The argument as code, where it says something in a sentence.
fn argument(op: &str, arg: &str) -> String {
    let telling = matches!(act(op), Act::Load | Act::Store | Act::Compute | Act::Import);
    match telling && !arg.is_empty() {
        true => format!(" {}", code(&short(arg))),
        false if matches!(act(op), Act::Other) => format!(" {}", code(op)),
        false => String::new(),
    }
}

fn call(function: &str) -> String {
    if function.starts_with('<') { function.to_owned() } else { format!("{function}()") }
}

fn short(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    let more = line.chars().count() > 80 || text.lines().nth(1).is_some();
    let mut short: String = line.chars().take(80).collect();
    if more {
        short.push('…');
    }
    short
}

impl Words for Teller<'_> {
    fn say(&self, phrase: &Phrase) -> String {
        let label = |label| self.lang.label(label).to_owned();
        match phrase {
            Phrase::Axis => label(Label::Axis),
            Phrase::Flag(position) => format!("{} {position}", self.lang.label(Label::Axis)),
            Phrase::Process(process) => {
                let processes = &self.recording.trace.processes;
                let name = processes.get(process.index()).map_or("?", |info| info.name.as_str());
                let note = if processes.len() > 1 { Label::OwnMemory } else { Label::SharedMemory };
                Teller::say(self, format!("Процесс {name}: {}", label(note)), format!("Process {name}: {}", label(note)))
            }
            Phrase::Gil => label(Label::GilNote),
            Phrase::Variable => label(Label::VariableNote),
            Phrase::Sync(kind) => self.lang.kind(kind).to_owned(),
            Phrase::State(state) => self.state(state),
            Phrase::NotStarted => label(Label::NotStarted),
            Phrase::Ended(End::Finished) => label(Label::Finished),
            Phrase::Ended(End::Killed) => label(Label::Killed),
            Phrase::Ended(End::Never) => label(Label::Forever),
            Phrase::Holds(thread, value) => Teller::say(self, format!("{} держит {value}", self.name(*thread)), format!("{} holds {value}", self.name(*thread))),
            Phrase::Stale => Teller::say(self, "устарело".into(), "stale".into()),
            Phrase::WholeRun => label(Label::WholeRun),
        }
    }
}

impl Teller<'_> {
    fn state(&self, state: &ThreadState) -> String {
        match state {
            ThreadState::Running => self.lang.label(Label::Running).into(),
            ThreadState::Parallel => self.lang.label(Label::Parallel).into(),
            ThreadState::Sleeping => self.lang.label(Label::Sleeping).into(),
            ThreadState::Ready { holder: Some(holder) } => {
                let holder = self.name(*holder);
                Teller::say(self, format!("готов: GIL у {holder}"), format!("ready: {holder} has the GIL"))
            }
            ThreadState::Ready { holder: None } => Teller::say(self, "готов".into(), "ready".into()),
            ThreadState::Blocked(on) => match (on, awaited(on)) {
                (BlockedOn::Sync { sync, .. }, None) => {
                    let label = self.recording.sync_label(*sync);
                    Teller::say(self, format!("ждёт {label}"), format!("waits for {label}"))
                }
                (BlockedOn::Sync { sync, .. }, Some(owner)) => {
                    let (label, owner) = (self.recording.sync_label(*sync), self.name(owner));
                    Teller::say(self, format!("ждёт {label}: держит {owner}"), format!("waits for {label}, held by {owner}"))
                }
                (_, Some(thread)) => Teller::say(self, format!("ждёт конца {}", self.name(thread)), format!("waits for {} to end", self.name(thread))),
                (_, None) => self.lang.label(Label::Waiting).into(),
            },
        }
    }
}

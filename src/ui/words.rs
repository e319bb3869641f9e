//! Why threads wait, how a run ends, and the words on the timeline.
//!
//! Says only what the trace says. Must not know the browser.

use crate::machine::ids::ThreadId;
use crate::timeline::{End, Phrase, ThreadState, Wait, Words, awaited, waits};
use crate::trace::{BlockedOn, Going, Outcome, Status, SyncId, SyncInfo, View};
use crate::ui::narrate::{Teller, short};
use crate::ui::recording::Recording;
use crate::ui::text::{Label, code};

impl Teller<'_> {
    /// Why a thread cannot go on: a clause.
    pub fn reason(&self, on: &BlockedOn) -> String {
        match on {
            BlockedOn::Join { thread } => {
                let other = self.name(*thread);
                self.say(
                    format!("ждёт, пока завершится {other}"),
                    format!("it waits for {other} to end"),
                )
            }
            BlockedOn::Shutdown { thread } => {
                let other = self.name(*thread);
                self.say(
                    format!("перед выходом ждёт, пока завершится {other}"),
                    format!("before it exits it waits for {other} to end"),
                )
            }
            BlockedOn::Sync {
                sync,
                owners,
                operation,
            } => self.reason_sync(*sync, owners, operation),
        }
    }

    fn reason_sync(&self, sync: SyncId, owners: &[ThreadId], operation: &str) -> String {
        let info = self.recording.sync(sync);
        if info.is_some_and(SyncInfo::is_thread) {
            return self.say(
                "ждёт, пока запустится новый поток".into(),
                "it waits for the new thread to get going".into(),
            );
        }
        let holders = self.names(owners);
        if info.is_some_and(SyncInfo::is_inner) {
            return match owners.is_empty() {
                false => self.say(
                    format!("внутреннюю блокировку держит {holders}"),
                    format!("an inner lock is held by {holders}"),
                ),
                true => self.say(
                    "ждёт сигнала внутри библиотеки".into(),
                    "it waits for a signal inside the library".into(),
                ),
            };
        }
        let label = code(self.recording.sync_label(sync));
        let kind = info.map_or("", |info| info.kind.as_str());
        match (operation, kind) {
            _ if !owners.is_empty() => self.say(
                format!("{label} держит {holders}"),
                format!("{label} is held by {holders}"),
            ),
            ("get" | "recv", _) => {
                self.say(format!("в {label} пусто"), format!("{label} is empty"))
            }
            ("put" | "send", _) => {
                self.say(format!("в {label} нет места"), format!("{label} is full"))
            }
            ("join", _) => self.say(
                format!("ждёт, пока обработают всё из {label}"),
                format!("it waits until all items of {label} are done"),
            ),
            ("acquire", "Semaphore" | "BoundedSemaphore") => self.say(
                format!("у {label} не осталось разрешений"),
                format!("{label} has no permits left"),
            ),
            ("acquire", _) => self.say(format!("ждёт {label}"), format!("it waits for {label}")),
            (_, "Barrier") => self.say(
                format!("ждёт остальных у {label}"),
                format!("it waits for the others at {label}"),
            ),
            _ => self.say(
                format!("ждёт сигнала от {label}"),
                format!("it waits for a signal from {label}"),
            ),
        }
    }

    /// Why a thread cannot be chosen now; `None` if it can.
    pub fn refusal(&self, view: &View, thread: ThreadId, now_ns: u64) -> Option<String> {
        let info = view.threads.get(thread.index())?;
        match &info.status {
            Status::Ready | Status::Finished | Status::Killed => None,
            Status::NotNow => {
                let process = self
                    .recording
                    .head()
                    .threads
                    .get(thread.index())
                    .map(|info| info.process);
                let holder = process
                    .and_then(|process| view.processes.get(process.index())?.gil)
                    .map(|holder| self.name(holder));
                Some(match holder {
                    Some(holder) => self.say(
                        format!("не сейчас: здесь {holder} не отдаёт GIL"),
                        format!("not now: {holder} does not give up the GIL here"),
                    ),
                    None => self.say(
                        "не сейчас: здесь переключиться нельзя".into(),
                        "not now: no switch is possible here".into(),
                    ),
                })
            }
            Status::Blocked { on, .. } => Some(self.say(
                format!("не может: {}", self.reason(on)),
                format!("cannot: {}", self.reason(on)),
            )),
            Status::Sleeping { until_ns } => {
                let time = self.lang.time(until_ns.saturating_sub(now_ns));
                Some(self.say(
                    format!("спит ещё {time}"),
                    format!("sleeps for another {time}"),
                ))
            }
        }
    }

    /// What a thread is doing, for the table of threads.
    pub fn status(&self, view: &View, thread: ThreadId, mover: Option<ThreadId>) -> String {
        let Some(info) = view.threads.get(thread.index()) else {
            return self.lang.label(Label::NotStarted).into();
        };
        let gil = self
            .recording
            .head()
            .threads
            .get(thread.index())
            .and_then(|info| view.processes.get(info.process.index())?.gil);
        match &info.status {
            Status::Ready | Status::NotNow if gil == Some(thread) => self.say(
                "выполняется, держит GIL".into(),
                "running, holds the GIL".into(),
            ),
            Status::Ready | Status::NotNow if mover == Some(thread) => {
                self.lang.label(Label::Running).into()
            }
            Status::Ready | Status::NotNow => match gil {
                Some(holder) => self.say(
                    format!("готов, GIL у {}", self.name(holder)),
                    format!("ready, {} has the GIL", self.name(holder)),
                ),
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
        match &self.recording.head().outcome {
            Outcome::Finished { exit_code: 0 } => (
                self.say(
                    "Программа завершилась.".into(),
                    "The program has ended.".into(),
                ),
                false,
            ),
            Outcome::Finished { exit_code } => (
                self.say(
                    format!("Программа завершилась с кодом {exit_code}."),
                    format!("The program ended with exit code {exit_code}."),
                ),
                true,
            ),
            Outcome::Exception { text, .. } => {
                let text = code(&short(text));
                (
                    self.say(
                        format!("Программу оборвало исключение {text}."),
                        format!("An exception ended the program: {text}."),
                    ),
                    true,
                )
            }
            Outcome::Deadlock { blocked } => (self.deadlock(blocked), true),
            Outcome::Livelock {
                going,
                blocked,
                deadlock,
            } => (self.round(going, blocked, *deadlock), true),
            Outcome::Limit { limit, message } => (
                self.say(
                    format!(
                        "Достигнут предел машины, {}: {}.",
                        limit_ru(limit),
                        self.recording.in_russian(message)
                    ),
                    format!(
                        "A limit of the machine was reached, {}: {message}",
                        code(limit)
                    ),
                ),
                true,
            ),
            Outcome::Unsupported { line, message } => (
                self.say(
                    format!(
                        "Строка {line}: машина этого не умеет: {}.",
                        self.recording.in_russian(message)
                    ),
                    format!("Line {line}: the machine cannot do this: {message}."),
                ),
                true,
            ),
            Outcome::SyntaxError { line, message, .. } => (
                self.say(
                    format!(
                        "Строка {line}: это не программа на Python: {}",
                        code(message)
                    ),
                    format!("Line {line}: this is no Python program: {}", code(message)),
                ),
                true,
            ),
        }
    }

    /// A deadlock: who waits for what on which line, held by whom, and whether that is a cycle.
    fn deadlock(&self, blocked: &[ThreadId]) -> String {
        let view = self.recording.view(self.recording.len());
        let all = waits(&view);
        let cycle: Vec<&Wait> = all.iter().filter(|wait| wait.cycle).collect();
        let told: Vec<String> = cycle.iter().filter_map(|w| self.link(&view, w)).collect();
        let rest: Vec<ThreadId> = blocked
            .iter()
            .copied()
            .filter(|thread| !cycle.iter().any(|wait| wait.thread == *thread))
            .collect();
        if told.is_empty() {
            let names = self.names(blocked);
            return self.say(
                format!("Взаимная блокировка: дальше не пойдёт никто из этих потоков: {names}."),
                format!("Deadlock: none of these threads will ever go on: {names}."),
            );
        }
        let links = told.join("; ");
        let others = match rest.is_empty() {
            true => String::new(),
            false => {
                let names = self.names(&rest);
                self.say(
                    format!(" С ними навсегда остались ждать: {names}."),
                    format!(" Left waiting with them for ever: {names}."),
                )
            }
        };
        self.say(
            format!("Взаимная блокировка: {links}. Круг замкнулся.{others}"),
            format!("Deadlock: {links}. The circle is closed.{others}"),
        )
    }

    /// Who goes round for ever and where, and who waits meanwhile.
    fn round(&self, going: &[Going], blocked: &[ThreadId], deadlock: bool) -> String {
        let told = going.iter().map(|g| {
            let who = self.name(g.thread);
            match g.lines {
                (0, _) => who.to_owned(),
                (first, last) if first == last => self.say(
                    format!("{who} (строка {first})"),
                    format!("{who} (line {first})"),
                ),
                (first, last) => self.say(
                    format!("{who} (строки {first}–{last})"),
                    format!("{who} (lines {first}–{last})"),
                ),
            }
        });
        let going = told.collect::<Vec<_>>().join(", ");
        let waits = match blocked {
            [] => String::new(),
            _ => {
                let names = self.names(blocked);
                self.say(format!(" Ждут: {names}."), format!(" Waiting: {names}."))
            }
        };
        match deadlock {
            true => self.say(
                format!("Взаимная блокировка. По кругу без конца: {going}.{waits}"),
                format!("Deadlock. Round and round for ever: {going}.{waits}"),
            ),
            false => self.say(
                format!("Активная взаимная блокировка. По кругу без конца: {going}.{waits}"),
                format!("Livelock. Round and round for ever: {going}.{waits}"),
            ),
        }
    }

    /// One link of a cycle: a clause.
    fn link(&self, view: &View, wait: &Wait) -> Option<String> {
        let (who, place) = (
            self.name(wait.thread),
            Recording::place_of(view, wait.thread),
        );
        let line = place.map_or(0, |place| self.recording.line(place));
        let holder = self.names(&wait.on);
        Some(match wait.sync {
            Some(sync) => {
                let lock = code(self.recording.sync_label(sync));
                self.say(
                    format!("{who} (строка {line}) ждёт {lock}, а держит её {holder}"),
                    format!("{who} (line {line}) waits for {lock}, held by {holder}"),
                )
            }
            None => self.say(
                format!("{who} (строка {line}) ждёт, пока завершится {holder}"),
                format!("{who} (line {line}) waits for {holder} to end"),
            ),
        })
    }

    /// The whole run in a sentence, for a player at rest; the flag as in [`Self::outcome`].
    pub fn at_rest(&self) -> (String, bool) {
        let head = self.recording.head();
        let (outcome, bad) = self.outcome();
        if self.recording.len() == 0 {
            return (outcome, bad);
        }
        let (steps, threads) = (
            self.lang.steps(self.recording.len() as usize),
            self.lang.threads(head.threads.len()),
        );
        let processes = match head.processes.len() {
            0..=1 => String::new(),
            many => format!(", {}", self.lang.processes(many)),
        };
        let whole = self.say(
            format!("Весь прогон: {steps}, {threads}{processes}."),
            format!("The whole run: {steps}, {threads}{processes}."),
        );
        // After a good end the hint at the Step button follows, where there is such a button.
        match bad {
            true => (format!("{whole} {outcome}"), bad),
            false => (whole, bad),
        }
    }
}

impl Words for Teller<'_> {
    fn say(&self, phrase: &Phrase) -> String {
        let label = |label| self.lang.label(label).to_owned();
        match phrase {
            Phrase::Axis => label(Label::Axis),
            Phrase::TimeAxis => label(Label::TimeAxis),
            Phrase::Time(ns) => self.lang.time(*ns),
            Phrase::Differs => label(Label::Differs),
            Phrase::Flag(position) => format!("{} {position}", self.lang.label(Label::Axis)),
            Phrase::Process(process) => {
                let processes = &self.recording.head().processes;
                let name = processes
                    .get(process.index())
                    .map_or("?", |info| info.name.as_str());
                let note = if processes.len() > 1 {
                    Label::OwnMemory
                } else {
                    Label::SharedMemory
                };
                Teller::say(
                    self,
                    format!("Процесс {name}: {}", label(note)),
                    format!("Process {name}: {}", label(note)),
                )
            }
            Phrase::Gil => label(Label::GilNote),
            Phrase::Variable => label(Label::VariableNote),
            Phrase::Sync(kind) => self.lang.kind(kind).to_owned(),
            Phrase::State(state) => self.state(state),
            Phrase::NotStarted => label(Label::NotStarted),
            Phrase::Ended(End::Finished) => label(Label::Finished),
            Phrase::Ended(End::Killed) => label(Label::Killed),
            Phrase::Ended(End::Never) => label(Label::Forever),
            Phrase::Holds(thread, value) => Teller::say(
                self,
                format!("{} держит {value}", self.name(*thread)),
                format!("{} holds {value}", self.name(*thread)),
            ),
            Phrase::Stale => Teller::say(self, "устарело".into(), "stale".into()),
            Phrase::Race => Teller::say(self, "гонка".into(), "race".into()),
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
            ThreadState::Ready {
                holder: Some(holder),
            } => {
                let holder = self.name(*holder);
                Teller::say(
                    self,
                    format!("готов: GIL у {holder}"),
                    format!("ready: {holder} has the GIL"),
                )
            }
            ThreadState::Ready { holder: None } => {
                Teller::say(self, "готов".into(), "ready".into())
            }
            ThreadState::Blocked(on) => match (on, awaited(on)) {
                (BlockedOn::Sync { sync, .. }, _)
                    if self.recording.sync(*sync).is_some_and(SyncInfo::is_thread) =>
                {
                    Teller::say(self, "ждёт запуска".into(), "waits for the start".into())
                }
                (BlockedOn::Sync { sync, .. }, _)
                    if self.recording.sync(*sync).is_some_and(SyncInfo::is_inner) =>
                {
                    self.lang.label(Label::Waiting).into()
                }
                (BlockedOn::Sync { sync, .. }, None) => {
                    let label = self.recording.sync_label(*sync);
                    Teller::say(self, format!("ждёт {label}"), format!("waits for {label}"))
                }
                (BlockedOn::Sync { sync, .. }, Some(owner)) => {
                    let (label, owner) = (self.recording.sync_label(*sync), self.name(owner));
                    Teller::say(
                        self,
                        format!("ждёт {label}: держит {owner}"),
                        format!("waits for {label}, held by {owner}"),
                    )
                }
                (_, Some(thread)) => Teller::say(
                    self,
                    format!("ждёт завершения {}", self.name(thread)),
                    format!("waits for {} to end", self.name(thread)),
                ),
                (_, None) => self.lang.label(Label::Waiting).into(),
            },
        }
    }
}

/// What a limit is about.
pub(super) fn limit_ru(name: &str) -> &str {
    match name {
        "steps" => "слишком много шагов",
        "memory" => "слишком много памяти",
        "output" => "слишком много вывода",
        "waits" => "слишком много пауз и тайм-аутов",
        "threads" => "слишком много потоков",
        "processes" => "слишком много процессов",
        "shared" => "слишком много общего у процессов",
        "source" => "слишком большая программа",
        "regular expression" => "слишком сложное регулярное выражение",
        other => other,
    }
}

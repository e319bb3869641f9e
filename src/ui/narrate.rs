//! What a step does that others can notice, in sentences.
//!
//! Says only what the trace says. Must not know the browser.

use crate::machine::ids::{ProcessId, ThreadId};
use crate::trace::{Event, Status, Step, SyncId, SyncInfo, View};
use crate::ui::recording::Recording;
use crate::ui::text::{Lang, code};

/// A recording told in a language.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    pub lang: Lang,
    pub recording: &'a Recording,
}

impl Teller<'_> {
    pub fn say(&self, ru: String, en: String) -> String {
        self.lang.pick(ru, en)
    }

    pub fn name(&self, thread: ThreadId) -> &str {
        self.recording.label(thread)
    }

    pub fn names(&self, threads: &[ThreadId]) -> String {
        let names: Vec<_> = threads.iter().map(|thread| self.name(*thread)).collect();
        names.join(", ")
    }

    /// The step that leads to `position`, in one or two sentences; `after` is the state there.
    pub fn step(&self, position: u32, before: &View, after: &View) -> String {
        let Some(step) = self.recording.step_to(position) else {
            return String::new();
        };
        let mut said: Vec<String> = Vec::new();
        let mut deeds = 0;
        for event in &step.events {
            let sentence = self.event(position, &step, event, after);
            // A value that is read and one that is written in the same step: the write is the news.
            let read = matches!(event, Event::Read { .. });
            let writes = step
                .events
                .iter()
                .any(|other| matches!(other, Event::Write { .. } | Event::Output { .. }));
            let repeats = sentence.is_empty() || said.contains(&sentence);
            let minor = read && writes;
            if !repeats && !minor && said.len() < 3 {
                deeds += usize::from(!matches!(event, Event::Wake { .. }));
                said.push(sentence);
            }
        }
        // That others can go on is no deed: what made it so is told first.
        if deeds == 0 {
            said.insert(0, self.quiet(position, &step, before, after));
        }
        said.join(" ")
    }

    fn event(&self, position: u32, step: &Step, event: &Event, after: &View) -> String {
        let who = self.name(step.thread);
        match event {
            Event::Output { error, text } => {
                let text = code(&short(text.trim_end_matches('\n')));
                match error {
                    false => self.say(
                        format!("{who} печатает {text}."),
                        format!("{who} prints {text}."),
                    ),
                    true => self.say(
                        format!("{who} пишет в stderr {text}."),
                        format!("{who} writes {text} to stderr."),
                    ),
                }
            }
            Event::Read { variable, value } => {
                let (variable, value) = (code(variable), code(value));
                self.say(
                    format!("{who} читает {variable}: там {value}."),
                    format!("{who} reads {variable}: it is {value}."),
                )
            }
            Event::Write { variable, value } => self.write(position, step, variable, value, after),
            Event::Join { thread } => {
                let ended = self.name(*thread);
                self.say(
                    format!("{who} убеждается, что {ended} завершён, и идёт дальше."),
                    format!("{who} sees that {ended} has ended and goes on."),
                )
            }
            Event::Wake { thread } if *thread != step.thread => {
                let woken = self.name(*thread);
                self.say(
                    format!("{woken} снова может идти."),
                    format!("{woken} can go on again."),
                )
            }
            Event::Wake { .. } => String::new(),
            Event::Block => self.blocked(step, after),
            Event::Timeout => self.say(
                format!("Время ожидания вышло, {who} идёт дальше."),
                format!("The wait has timed out and {who} goes on."),
            ),
            Event::Raise { text } => {
                let text = code(&short(text));
                self.say(
                    format!("В потоке {who} возникает исключение {text}."),
                    format!("{who} raises {text}."),
                )
            }
            Event::Start { .. }
            | Event::StartProcess { .. }
            | Event::Finish
            | Event::Kill { .. }
            | Event::Exit { .. } => self.life_event(who, event),
            Event::Acquire { .. }
            | Event::Release { .. }
            | Event::Put { .. }
            | Event::Get { .. } => self.sync_event(who, event),
            // Whoever puts or takes tells those who wait: that needs no words.
            Event::Notify { sync } => match step.events.iter().any(|other| passes(other, *sync)) {
                true => String::new(),
                false => self.sync_event(who, event),
            },
        }
    }

    fn process(&self, process: &ProcessId) -> &str {
        let info = self.recording.head().processes.get(process.index());
        info.map_or("?", |info| info.name.as_str())
    }

    /// Beginnings and ends of threads and processes.
    fn life_event(&self, who: &str, event: &Event) -> String {
        match event {
            Event::Start { thread } => {
                let (new, target) = (self.name(*thread), self.target(*thread));
                self.say(
                    format!("{who} запускает поток {new}{target}."),
                    format!("{who} starts thread {new}{target}."),
                )
            }
            Event::StartProcess { process, thread } => {
                let name = self.process(process);
                let new = self.name(*thread);
                self.say(
                    format!("{who} запускает процесс {name}; в нём поток {new}."),
                    format!("{who} starts process {name} with thread {new} in it."),
                )
            }
            Event::Finish => self.say(format!("{who} завершается."), format!("{who} ends.")),
            Event::Kill { thread } => {
                let cut = self.name(*thread);
                self.say(
                    format!("{cut} обрывается там, где был."),
                    format!("{cut} is cut off where it was."),
                )
            }
            // Of the program itself the outcome tells.
            Event::Exit { process, .. } if process.index() == 0 => String::new(),
            Event::Exit { process, code } => {
                let name = self.process(process);
                self.say(
                    format!("Процесс {name} завершается с кодом {code}."),
                    format!("Process {name} ends with exit code {code}."),
                )
            }
            _ => String::new(),
        }
    }

    fn sync_event(&self, who: &str, event: &Event) -> String {
        let across = |bytes: u32| match bytes {
            0 => String::new(),
            _ => format!(
                " ({})",
                self.lang
                    .count(bytes as usize, ["байт", "байта", "байт"], ["byte", "bytes"])
            ),
        };
        let info = |sync| self.recording.sync(sync);
        match event {
            Event::Notify { sync } if info(*sync).is_some_and(SyncInfo::is_thread) => self.say(
                format!("{who} запустился."),
                format!("{who} has got going."),
            ),
            Event::Acquire { sync } | Event::Release { sync } | Event::Notify { sync }
                if info(*sync).is_some_and(SyncInfo::is_inner) =>
            {
                String::new()
            }
            Event::Acquire { sync } => {
                let lock = code(self.recording.sync_label(*sync));
                self.say(
                    format!("{who} захватывает {lock}."),
                    format!("{who} acquires {lock}."),
                )
            }
            Event::Release { sync } => {
                let lock = code(self.recording.sync_label(*sync));
                self.say(
                    format!("{who} освобождает {lock}."),
                    format!("{who} releases {lock}."),
                )
            }
            Event::Put { sync, item, bytes } => {
                let (queue, item, bytes) = (
                    code(self.recording.sync_label(*sync)),
                    code(item),
                    across(*bytes),
                );
                self.say(
                    format!("{who} кладёт {item} в {queue}{bytes}."),
                    format!("{who} puts {item} into {queue}{bytes}."),
                )
            }
            Event::Get { sync, item, bytes } => {
                let (queue, item, bytes) = (
                    code(self.recording.sync_label(*sync)),
                    code(item),
                    across(*bytes),
                );
                self.say(
                    format!("{who} берёт {item} из {queue}{bytes}."),
                    format!("{who} takes {item} from {queue}{bytes}."),
                )
            }
            Event::Notify { sync } => {
                let label = code(self.recording.sync_label(*sync));
                self.say(
                    format!("{who} подаёт сигнал через {label}."),
                    format!("{who} signals {label}."),
                )
            }
            _ => String::new(),
        }
    }

    /// A write, and whose value it makes stale, or whose change it loses.
    fn write(
        &self,
        position: u32,
        step: &Step,
        variable: &str,
        value: &str,
        after: &View,
    ) -> String {
        let (who, name) = (self.name(step.thread), code(variable));
        let written = code(value);
        let lost = self
            .recording
            .rows
            .variables
            .iter()
            .filter(|row| row.name == variable)
            .flat_map(|row| &row.holds);
        if let Some(hold) = lost
            .into_iter()
            .find(|hold| hold.write == position && hold.thread == step.thread)
        {
            let other = self.recording.rows.mover(hold.stale);
            let other = other.map_or("?", |thread| self.name(thread));
            return self.say(
                format!("{who} записывает в {name} значение {written} поверх того, что успел записать {other}: то изменение потеряно."),
                format!("{who} writes {written} to {name} over what {other} has written meanwhile: that change is lost."),
            );
        }
        let stale = after
            .threads
            .iter()
            .enumerate()
            .find_map(|(index, thread)| {
                let id = ThreadId(index as u32);
                let value = thread
                    .frames
                    .iter()
                    .flat_map(|frame| &frame.stack)
                    .find(|v| v.stale.as_deref() == Some(variable))?;
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
        let name = self
            .recording
            .head()
            .threads
            .get(thread.index())
            .map_or("", |info| info.name.as_str());
        match name
            .split_once(" (")
            .and_then(|(_, rest)| rest.strip_suffix(')'))
        {
            Some(function) => self.say(
                format!(": он выполнит {}", code(&format!("{function}()"))),
                format!(", which will run {}", code(&format!("{function}()"))),
            ),
            None => String::new(),
        }
    }

    fn blocked(&self, step: &Step, after: &View) -> String {
        let who = self.name(step.thread);
        let status = after
            .threads
            .get(step.thread.index())
            .map(|thread| &thread.status);
        match status {
            Some(Status::Blocked { on, .. }) => self.say(
                format!("{who} останавливается: {}.", self.reason(on)),
                format!("{who} stops: {}.", self.reason(on)),
            ),
            Some(Status::Sleeping { until_ns }) => {
                let time = self.lang.time(until_ns.saturating_sub(step.end_ns));
                self.say(
                    format!("{who} засыпает на {time}."),
                    format!("{who} goes to sleep for {time}."),
                )
            }
            _ => self.say(format!("{who} останавливается."), format!("{who} stops.")),
        }
    }
}

/// Whether an event moves an item through a queue or pipe.
fn passes(event: &Event, through: SyncId) -> bool {
    matches!(event, Event::Put { sync, .. } | Event::Get { sync, .. } if *sync == through)
}

/// The first line of a text, and not too much of it.
pub fn short(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    let more = line.chars().count() > 80 || text.lines().nth(1).is_some();
    let mut short: String = line.chars().take(80).collect();
    if more {
        short.push('…');
    }
    short
}

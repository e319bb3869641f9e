//! Steps that nobody else notices, and what a thread would do next: told by the instruction and by the
//! expression that it belongs to.
//!
//! Says only what the trace and the program say. Must not know the browser.

use crate::machine::ids::ThreadId;
use crate::trace::{InstructionInfo, Place, StackValue, Step, View};
use crate::ui::act::{Act, act};
use crate::ui::code::shown_argument;
use crate::ui::narrate::{Teller, short};
use crate::ui::recording::Recording;
use crate::ui::text::code;

/// What the frame of a thread holds.
fn stack(view: &View, thread: ThreadId) -> &[StackValue] {
    let frame = view
        .threads
        .get(thread.index())
        .and_then(|thread| thread.frames.last());
    frame.map_or(&[], |frame| frame.stack.as_slice())
}

fn depth(view: &View, thread: ThreadId) -> usize {
    view.threads
        .get(thread.index())
        .map_or(0, |thread| thread.depth())
}

/// Whether an instruction gives a name a value.
fn binds(op: &str) -> bool {
    matches!(
        op,
        "STORE_GLOBAL" | "STORE_NAME" | "STORE_FAST" | "STORE_DEREF"
    )
}

impl Teller<'_> {
    /// A step that nobody else notices: told by its instruction.
    pub fn quiet(&self, position: u32, step: &Step, before: &View, after: &View) -> String {
        let who = self.name(step.thread);
        let (was, is) = (depth(before, step.thread), depth(after, step.thread));
        let inner = Recording::place_of(after, step.thread);
        if was == 0 && inner == Some(step.place) {
            return self.say(
                format!("{who} начинает работу."),
                format!("{who} gets going."),
            );
        }
        if let Some(place) = inner.filter(|_| is != was && was > 0) {
            return self.between(who, place, is > was);
        }
        let Some(instruction) = self.recording.instruction(step.place) else {
            return self.say(
                format!("{who} работает внутри библиотеки."),
                format!("{who} works inside the library."),
            );
        };
        let line = match instruction.line {
            0 => String::new(),
            line => self.say(format!(", строка {line}"), format!(", line {line}")),
        };
        let begun = self
            .recording
            .in_call(position.saturating_sub(1), step.place, step.thread);
        let deed = match begun {
            true => self.finishes(step.place, false),
            false => self.deed(step, instruction, before, after),
        };
        let result = self.result(instruction, step.thread, before, after);
        format!("{who} {deed}{result}{line}.")
    }

    /// From one function to another.
    fn between(&self, who: &str, place: Place, inwards: bool) -> String {
        let line = self.recording.line(place);
        let name = match self.recording.function(place) {
            Some(function) => code(&function),
            None => self.say("код модуля".into(), "the module's code".into()),
        };
        match inwards {
            true => self.say(
                format!("{who} входит в {name}, строка {line}."),
                format!("{who} enters {name}, line {line}."),
            ),
            false => self.say(
                format!("{who} возвращается в {name}, строка {line}."),
                format!("{who} returns to {name}, line {line}."),
            ),
        }
    }

    /// What an instruction does, in the present tense.
    fn deed(
        &self,
        step: &Step,
        instruction: &InstructionInfo,
        before: &View,
        after: &View,
    ) -> String {
        let op = instruction.op.as_str();
        let (held, left) = (stack(before, step.thread), stack(after, step.thread));
        if binds(op) {
            let name = code(&instruction.arg);
            return match held.last().filter(|_| left.len() < held.len()) {
                Some(top) => {
                    let value = code(&top.value);
                    self.say(
                        format!("записывает в {name} значение {value}"),
                        format!("writes {value} to {name}"),
                    )
                }
                None => self.say(
                    format!("связывает с объектом имя {name}"),
                    format!("binds the name {name} to an object"),
                ),
            };
        }
        let next = Recording::place_of(after, step.thread)
            .and_then(|place| self.recording.instruction(place));
        if op == "FOR_ITER" && next.is_some_and(|next| next.op == "END_FOR") {
            return self.say(
                "видит, что элементов больше нет".into(),
                "sees that there are no more items".into(),
            );
        }
        self.phrase(step.place, instruction, false)
    }

    /// The verb of an instruction and what it is about.
    fn phrase(&self, place: Place, instruction: &InstructionInfo, future: bool) -> String {
        let act = act(&instruction.op);
        let verb = if future { act.future() } else { act.now() };
        let verb = self.lang.pick(verb.0, verb.1);
        let about = self.about(place, instruction, act);
        format!("{verb}{}{about}", if about.is_empty() { "" } else { " " })
    }

    /// What an instruction is about: an expression of the program, a name, a function.
    fn about(&self, place: Place, instruction: &InstructionInfo, act: Act) -> String {
        let (op, arg) = (instruction.op.as_str(), instruction.arg.as_str());
        let quoted = self.recording.expression(place);
        let plain = short(arg.split(" + NULL").next().unwrap_or(arg));
        let either = |ru: &str, en: &str| self.lang.pick(ru, en).to_owned();
        let or = |text: Option<String>, ru: &str, en: &str| {
            text.map_or_else(|| either(ru, en), |text| code(&text))
        };
        match act {
            Act::Load if arg.starts_with("<code object") => {
                let name = shown_argument(arg);
                let name = name
                    .trim_start_matches("<code object ")
                    .trim_end_matches('>');
                format!("{} {}", either("код", "the code of"), code(name))
            }
            Act::Load if op == "LOAD_ATTR" => code(&quoted.unwrap_or(plain)),
            Act::Load | Act::Import if plain.is_empty() => String::new(),
            Act::Load | Act::Import => code(&plain),
            Act::Store => or(quoted.filter(|_| !binds(op)), "переменную", "a variable"),
            // Of `x += 1` the sum alone is computed here.
            Act::Compute if op == "BINARY_OP" && arg.ends_with('=') => code(arg),
            Act::Compute => code(&quoted.unwrap_or_else(|| plain.clone())),
            Act::Call => or(
                quoted.filter(|text| text.ends_with(')')),
                "функцию",
                "a function",
            ),
            Act::Test => quoted.map_or_else(String::new, |text| code(&text)),
            Act::Make if op == "MAKE_FUNCTION" => either("функцию", "a function"),
            Act::Make => or(quoted, "объект", "an object"),
            Act::Begin => match self.recording.function(place) {
                Some(function) => code(&function),
                None => either("программу", "the program"),
            },
            Act::Return => match self.recording.function(place) {
                Some(function) => code(&function),
                None => either("модуля", "the module"),
            },
            Act::Loop => or(quoted, "элементы", "the items"),
            Act::Other => code(op),
            Act::Jump if op.contains("BACKWARD") => {
                either("к началу цикла", "to the top of the loop")
            }
            Act::Jump => either("дальше", "ahead"),
            Act::Iterate | Act::Drop => String::new(),
        }
    }

    /// The end of a call in which the thread had to wait.
    fn finishes(&self, place: Place, future: bool) -> String {
        let quoted = self.recording.expression(place);
        let call = quoted
            .filter(|text| text.ends_with(')'))
            .map_or_else(String::new, |text| format!(" {}", code(&text)));
        match future {
            true => self.say(
                format!("закончит вызов{call}"),
                format!("will finish the call{call}"),
            ),
            false => self.say(
                format!("заканчивает вызов{call}"),
                format!("finishes the call{call}"),
            ),
        }
    }

    /// What a computation or a call has put on the stack; values that are no data are not shown there.
    fn result(
        &self,
        instruction: &InstructionInfo,
        thread: ThreadId,
        before: &View,
        after: &View,
    ) -> String {
        let (held, left) = (stack(before, thread), stack(after, thread));
        let kept = held.iter().zip(left).take_while(|(a, b)| a == b).count();
        let new = left.last().filter(|top| {
            left.len() > kept && top.value != "None" || act(&instruction.op) == Act::Compute
        });
        match (new, act(&instruction.op)) {
            (Some(top), Act::Compute | Act::Call) => self.say(
                format!(" и получает {}", code(&top.value)),
                format!(" and gets {}", code(&top.value)),
            ),
            _ => String::new(),
        }
    }

    /// What the next step of a thread would do: a clause in the future.
    pub fn would(&self, view: &View, thread: ThreadId, position: u32) -> String {
        let place = Recording::place_of(view, thread);
        let found = place.and_then(|place| Some((place, self.recording.instruction(place)?)));
        let Some((place, instruction)) = found else {
            return self.would_inside(thread, position);
        };
        if self.recording.in_call(position, place, thread) {
            return self.finishes(place, true);
        }
        if binds(&instruction.op) {
            let name = code(&instruction.arg);
            return match stack(view, thread).last() {
                Some(top) => {
                    let value = code(&top.value);
                    self.say(
                        format!("запишет {value} в {name}"),
                        format!("will write {value} to {name}"),
                    )
                }
                None => self.say(
                    format!("свяжет с объектом имя {name}"),
                    format!("will bind the name {name}"),
                ),
            };
        }
        self.phrase(place, instruction, true)
    }

    /// The same for a thread that is in none of the program's functions.
    fn would_inside(&self, thread: ThreadId, position: u32) -> String {
        if self.recording.rows.last_of(thread, position).is_none() {
            return self.say("начнёт работу".into(), "will get going".into());
        }
        let info = self.recording.head().threads.get(thread.index());
        match info.is_some_and(|info| info.name.starts_with("QueueFeederThread")) {
            true => self.say(
                "продолжит передавать элементы очереди".into(),
                "will go on moving the items of the queue".into(),
            ),
            false => self.say(
                "продолжит внутри библиотеки".into(),
                "will go on inside the library".into(),
            ),
        }
    }
}

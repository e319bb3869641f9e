//! Every word that a player says, in both languages: labels, reasons and the parts of sentences.
//!
//! A language is a variant and every text an exhaustive `match`, so that a missing one does not compile.
//! Code inside a text stands between two marks that [`pieces`] cuts at. Thread labels are masculine in
//! Russian (*поток*), and sentences about steps stand in the present tense.

use crate::explore::likelihood::Scheduler;
use crate::machine::options::Preemption;
use serde::{Deserialize, Serialize};

/// A language of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lang {
    /// Russian.
    Ru,
    /// English.
    En,
}

/// A piece of a text: code or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Set as code.
    pub code: bool,
    /// English, whatever the language of the rest is.
    pub english: bool,
    /// What it says.
    pub text: String,
}

const OPEN: char = '\u{2}';
const CLOSE: char = '\u{3}';
const ENGLISH: char = '\u{4}';
const OVER: char = '\u{5}';
const MARKS: [char; 4] = [OPEN, CLOSE, ENGLISH, OVER];

/// Marks a part of a text as code.
pub fn code(text: &str) -> String {
    let mut marked = String::with_capacity(text.len() + 2);
    marked.push(OPEN);
    marked.extend(text.chars().filter(|c| !MARKS.contains(c)));
    marked.push(CLOSE);
    marked
}

/// Marks a part of a text as English.
pub fn english(text: &str) -> String {
    format!("{ENGLISH}{}{OVER}", text.replace(MARKS, ""))
}

/// A text cut into code and words.
pub fn pieces(text: &str) -> Vec<Piece> {
    text.split_inclusive(MARKS)
        .map(|part| Piece {
            code: part.ends_with(CLOSE),
            english: part.ends_with(OVER),
            text: part.trim_end_matches(MARKS).to_owned(),
        })
        .filter(|piece| !piece.text.is_empty())
        .collect()
}

/// A text without its marks, for labels that are not seen.
pub fn plain(text: &str) -> String {
    text.replace(MARKS, "")
}

/// A label that stands alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    Figure,
    Program,
    Switching,
    Stands,
    Instructions,
    Code,
    State,
    Memory,
    MemoryNote,
    Threads,
    Syncs,
    Output,
    NoOutput,
    EmptyStack,
    Stack,
    Stale,
    Locals,
    NoValue,
    Nobody,
    Holds,
    Empty,
    Timeline,
    WholeRun,
    Axis,
    TimeAxis,
    Differs,
    Line,
    Events,
    MoreEvents,
    Controls,
    ToStart,
    Back,
    Step,
    Play,
    Pause,
    ToEnd,
    Restart,
    AskMachine,
    AllOutcomes,
    FindBug,
    IsCorrect,
    Tree,
    TreeNote,
    NoTree,
    Cancel,
    AskStopped,
    Exploring,
    AskAgain,
    Load,
    Loaded,
    WayBack,
    Ends,
    RandomRuns,
    Preemptions,
    Simplest,
    PrintsNothing,
    Race,
    Outcome,
    Help,
    Next,
    Working,
    EngineRestarted,
    EngineFailed,
    AtRest,
    AtStart,
    NothingNext,
    Running,
    Ready,
    Waiting,
    Sleeping,
    Parallel,
    Finished,
    Killed,
    Forever,
    NotStarted,
    Reads,
    Writes,
    GilNote,
    VariableNote,
    OwnMemory,
    SharedMemory,
    UnitInstruction,
    UnitLine,
    UnitSwitch,
    UnitTurn,
    StepBy,
    RunPage,
    Runs,
    Policies,
    PolicyCpython,
    PolicyRoundRobin,
    PolicySeeded,
    PolicyAdversary,
    ZoomIn,
    ZoomOut,
    ZoomAll,
    ZoomCursor,
    ByTime,
    Lanes,
    LaneVariables,
    LaneSyncs,
    LaneGil,
    Projector,
    Compared,
    SharedObjects,
    WaitsFor,
    Cycle,
    Change,
    Share,
    Compare,
    Tools,
    Space,
}

/// Declares the labels: one line each, Russian and English.
macro_rules! labels {
    ($($name:ident: $ru:literal, $en:literal;)*) => {
        impl Label {
            /// Every label.
            pub const ALL: &[Label] = &[$(Label::$name),*];

            fn in_both(self) -> (&'static str, &'static str) {
                match self { $(Label::$name => ($ru, $en)),* }
            }
        }
    };
}

labels! {
    Figure: "Рис.", "Fig.";
    Program: "Программа", "Program";
    Switching: "Переключение:", "Switching:";
    Stands: "Образец: CPython 3.13 на Linux", "The reference is CPython 3.13 on Linux";
    Instructions: "Инструкции", "Instructions";
    Code: "Код программы", "The program's code";
    State: "Состояние", "State";
    Memory: "Общая память", "Shared memory";
    MemoryNote: "видят все потоки процесса", "seen by every thread of the process";
    Threads: "Потоки", "Threads";
    Syncs: "Блокировки и очереди", "Locks and queues";
    Output: "Вывод", "Output";
    NoOutput: "пока ничего не напечатано", "nothing printed yet";
    EmptyStack: "на стеке пусто", "stack empty";
    Stack: "на стеке", "on its stack";
    Stale: "устарел:", "stale:";
    Locals: "локальные", "locals";
    NoValue: "ещё нет", "not yet";
    Nobody: "никто", "nobody";
    Holds: "владелец", "held by";
    Empty: "пусто", "empty";
    Timeline: "Временная шкала", "Timeline";
    WholeRun: "весь прогон", "whole run";
    Axis: "шаг", "step";
    TimeAxis: "время", "time";
    Differs: "отсюда иначе", "differs from here";
    Line: "строка", "line";
    Events: "События словами", "The events in words";
    MoreEvents: "И ещё событий:", "And more events:";
    Controls: "Ход выполнения", "Execution";
    ToStart: "В начало", "To the start";
    Back: "Назад", "Back";
    Step: "Шаг", "Step";
    Play: "Играть", "Play";
    Pause: "Пауза", "Pause";
    ToEnd: "До конца", "To the end";
    Restart: "Вернуть исходный прогон", "Back to the original run";
    AskMachine: "Спросить машину", "Ask the machine";
    AllOutcomes: "Все исходы", "All outcomes";
    FindBug: "Найти ошибку", "Find the bug";
    IsCorrect: "Программа верна?", "Is it correct?";
    Tree: "Дерево чередований", "Tree of interleavings";
    TreeNote: "Толстая линия — показанный прогон, если он ведёт к своему исходу самым простым путём. Пунктир ведёт в состояние, которое в дереве уже есть. Знак = у переменной: её записывают, без знака — читают; число после двоеточия — номер строки.", "The thick line is the run that is shown, if it is the simplest to its outcome. A dashed line leads to a state that is in the tree already. A variable with = is written, without it read; a number after a colon is a line.";
    NoTree: "Состояний слишком много для рисунка.", "There are too many states for a picture.";
    Cancel: "Остановить", "Stop";
    AskStopped: "Остановлено: ответа нет.", "Stopped: there is no answer.";
    Exploring: "Машина перебирает чередования…", "The machine explores the interleavings…";
    AskAgain: "Спросить снова", "Ask again";
    Load: "Показать", "Show";
    Loaded: "Показан", "Shown";
    WayBack: "Вернуть прежний прогон", "Back to the run before";
    Ends: "Вывод", "Prints";
    RandomRuns: "Случайные прогоны", "Random runs";
    Preemptions: "Вытеснения", "Preemptions";
    Simplest: "Самое простое расписание", "Simplest schedule";
    PrintsNothing: "ничего не печатает", "prints nothing";
    Race: "Гонка данных", "Data race";
    Outcome: "исход", "outcome";
    Help: "Клавиши", "Keys";
    Next: "Следующим", "Next";
    Working: "Машина считает этот вариант…", "The machine is computing this run…";
    EngineRestarted: "Движок остановился и запущен снова; ваш прогон сохранён.", "The engine stopped and was started again; your run is kept.";
    EngineFailed: "Движок не отвечает; записанный прогон по-прежнему можно смотреть.", "The engine does not answer; the recorded run can still be stepped.";
    AtRest: "Нажмите «Шаг», чтобы пройти его с начала.", "Press Step to walk through it from the start.";
    AtStart: "Программа готова к запуску.", "The program is ready to start.";
    NothingNext: "Больше никто не может сделать ни шага.", "Nobody can take another step.";
    Running: "выполняется", "running";
    Ready: "готов, но нет GIL", "ready, but no GIL";
    Waiting: "ждёт", "waiting";
    Sleeping: "спит", "sleeping";
    Parallel: "выполняется на другом ядре", "running on another core";
    Finished: "завершён", "finished";
    Killed: "оборван", "killed";
    Forever: "ждёт вечно", "waits for ever";
    NotStarted: "ещё не запущен", "not started yet";
    Reads: "прочитал", "read";
    Writes: "записал", "written";
    GilNote: "кто держит", "holder";
    VariableNote: "значение", "value";
    OwnMemory: "своя память и свой GIL", "its own memory and GIL";
    SharedMemory: "одна память на все потоки", "one memory for all threads";
    UnitInstruction: "инструкция", "instruction";
    UnitLine: "строка", "line";
    UnitSwitch: "до переключения", "to a switch";
    UnitTurn: "тот же поток", "same thread";
    StepBy: "Длина шага", "Step by";
    RunPage: "прогон со страницы", "the run of the page";
    Runs: "Прогоны", "Runs";
    Policies: "Продолжить", "Go on";
    PolicyCpython: "как CPython", "as CPython";
    PolicyRoundRobin: "по очереди", "in turn";
    PolicySeeded: "наугад", "at random";
    PolicyAdversary: "назло", "adversary";
    ZoomIn: "Крупнее", "Zoom in";
    ZoomOut: "Мельче", "Zoom out";
    ZoomAll: "Весь прогон", "Whole run";
    ZoomCursor: "К курсору", "To the cursor";
    ByTime: "По времени", "By time";
    Lanes: "Дорожки", "Lanes";
    LaneVariables: "переменные", "variables";
    LaneSyncs: "блокировки и очереди", "locks and queues";
    LaneGil: "владелец GIL", "GIL holder";
    Projector: "Проектор", "Projector";
    Compared: "Сравнивается", "Compared";
    SharedObjects: "Общие объекты", "Shared objects";
    WaitsFor: "Кто кого ждёт", "Who waits for whom";
    Cycle: "цикл", "a cycle";
    Change: "Изменить", "Change";
    Share: "Поделиться", "Share";
    Compare: "Сравнить", "Compare";
    Tools: "Инструменты", "Tools";
    Space: "Пробел", "Space";
}

impl Lang {
    /// The code in addresses and in `lang` attributes.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Ru => "ru",
            Lang::En => "en",
        }
    }

    /// One of two texts.
    pub fn pick<T>(self, ru: T, en: T) -> T {
        match self {
            Lang::Ru => ru,
            Lang::En => en,
        }
    }

    /// A label.
    pub fn label(self, label: Label) -> &'static str {
        let (ru, en) = label.in_both();
        self.pick(ru, en)
    }

    /// A number with its noun: in Russian one of three forms, in English one of two.
    pub fn count(self, number: usize, ru: [&str; 3], en: [&str; 2]) -> String {
        let noun = match self {
            Lang::Ru => match (number % 10, number % 100) {
                (_, 11..=14) => ru[2],
                (1, _) => ru[0],
                (2..=4, _) => ru[1],
                _ => ru[2],
            },
            Lang::En => en[usize::from(number != 1)],
        };
        format!("{number}\u{a0}{noun}")
    }

    /// `24 шага`.
    pub fn steps(self, number: usize) -> String {
        self.count(number, ["шаг", "шага", "шагов"], ["step", "steps"])
    }

    /// `3 потока`.
    pub fn threads(self, number: usize) -> String {
        self.count(
            number,
            ["поток", "потока", "потоков"],
            ["thread", "threads"],
        )
    }

    /// `2 процесса`.
    pub fn processes(self, number: usize) -> String {
        self.count(
            number,
            ["процесс", "процесса", "процессов"],
            ["process", "processes"],
        )
    }

    /// Where threads can be preempted, in plain words.
    pub fn preemption(self, model: Preemption) -> &'static str {
        match model {
            Preemption::Cpython => {
                self.pick("там, где это делает CPython", "where CPython does it")
            }
            Preemption::Bytecode => {
                self.pick("между любыми инструкциями", "between any two instructions")
            }
            Preemption::FreeThreaded => self.pick(
                "потоки идут одновременно, без GIL",
                "threads run at the same time, no GIL",
            ),
        }
    }

    /// Who chooses in random runs.
    pub fn scheduler(self, scheduler: Scheduler) -> &'static str {
        match scheduler {
            Scheduler::Uniform => self.pick(
                "поток наугад на каждом шаге",
                "a random thread at every step",
            ),
            Scheduler::Cpython => self.pick("как CPython", "as CPython does"),
        }
    }

    /// Virtual time: `1,5 мс`, `2 с`.
    pub fn time(self, ns: u64) -> String {
        let (unit, ru, en) = match ns {
            0..1_000 => (1, "нс", "ns"),
            1_000..1_000_000 => (1_000, "мкс", "µs"),
            1_000_000..1_000_000_000 => (1_000_000, "мс", "ms"),
            _ => (1_000_000_000, "с", "s"),
        };
        let tenth = ns % unit * 10 / unit;
        let mut text = (ns / unit).to_string();
        if tenth > 0 {
            text.push(self.pick(',', '.'));
            text.push_str(&tenth.to_string());
        }
        text + "\u{a0}" + self.pick(ru, en)
    }

    /// The class of a lock, queue and so on, in words.
    pub fn kind(self, kind: &str) -> &str {
        match kind {
            "Lock" | "RLock" => self.pick("блокировка", "lock"),
            "Queue" | "LifoQueue" | "PriorityQueue" | "SimpleQueue" | "JoinableQueue" => {
                self.pick("очередь", "queue")
            }
            "Semaphore" | "BoundedSemaphore" => self.pick("семафор", "semaphore"),
            "Event" => self.pick("событие", "event"),
            "Condition" => self.pick("условие", "condition"),
            "Barrier" => self.pick("барьер", "barrier"),
            "Pipe" | "Connection" => self.pick("канал", "pipe"),
            other => other,
        }
    }

    /// The keys of a player and what they do.
    pub fn keys(self) -> [(&'static str, &'static str); 18] {
        let all = [
            ("→", "шаг", "step"),
            ("←", "шаг назад", "step back"),
            (
                "i, l",
                "шагать по инструкциям, по строкам",
                "step by instructions, by lines",
            ),
            (
                "s, t",
                "до переключения, до следующего хода того же потока",
                "step to a switch, by turns of the same thread",
            ),
            (
                "Shift+→",
                "до следующего переключения",
                "to the next switch",
            ),
            (
                "Shift+←",
                "до предыдущего переключения",
                "to the previous switch",
            ),
            (
                "Home, End",
                "в начало, до конца",
                "to the start, to the end",
            ),
            ("", "играть, пауза", "play, pause"),
            (
                "m, 1…9",
                "шаг потоком main, T1…T9 (процессом P1…P9)",
                "step main, T1…T9 (process P1…P9)",
            ),
            (
                "r",
                "к другому прогону и обратно",
                "to the other run and back",
            ),
            ("+, −", "шкала крупнее, мельче", "zoom the timeline in, out"),
            ("0", "весь прогон", "the whole run"),
            (".", "к курсору", "to the cursor"),
            ("[, ]", "сдвинуть шкалу", "pan the timeline"),
            (
                "↑ ↓",
                "между кнопками и между потоками",
                "between buttons and between threads",
            ),
            (
                "o, f",
                "все исходы, найти ошибку",
                "all outcomes, find the bug",
            ),
            ("p, Esc", "проектор", "projector"),
            ("?", "эта подсказка", "this help"),
        ];
        all.map(|(key, ru, en)| match key {
            "" => (self.label(Label::Space), self.pick(ru, en)),
            key => (key, self.pick(ru, en)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_has_both_languages() {
        for label in Label::ALL {
            let (ru, en) = label.in_both();
            assert!(!ru.is_empty() && !en.is_empty(), "{label:?}");
            assert!(
                ru.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я')),
                "{label:?} is Russian: {ru}"
            );
            assert!(
                en.chars().all(|c| c.is_ascii() || c == '…'),
                "{label:?} is English: {en}"
            );
        }
    }

    #[test]
    fn russian_nouns_agree_with_their_number() {
        let said: Vec<_> = [1, 2, 5, 11, 12, 21, 22, 25, 111, 101]
            .map(|n| Lang::Ru.steps(n).replace('\u{a0}', " "))
            .into();
        assert_eq!(
            said,
            [
                "1 шаг",
                "2 шага",
                "5 шагов",
                "11 шагов",
                "12 шагов",
                "21 шаг",
                "22 шага",
                "25 шагов",
                "111 шагов",
                "101 шаг"
            ]
        );
        assert_eq!(Lang::En.steps(1), "1\u{a0}step");
    }

    #[test]
    fn code_is_cut_out_of_its_sentence() {
        let text = format!("T1 reads {}: {}", code("counter"), code("0"));
        let cut: Vec<_> = pieces(&text)
            .into_iter()
            .map(|p| (p.code, p.text))
            .collect();
        let expected = [
            (false, "T1 reads "),
            (true, "counter"),
            (false, ": "),
            (true, "0"),
        ];
        assert_eq!(cut, expected.map(|(code, text)| (code, text.to_owned())));
        assert_eq!(plain(&text), "T1 reads counter: 0");
        let said = format!("Предел: {}.", english("too many"));
        let foreign: Vec<_> = pieces(&said).into_iter().map(|p| p.english).collect();
        assert_eq!(foreign, [false, true, false]);
    }

    #[test]
    fn time_is_said_in_the_unit_that_fits() {
        assert_eq!(Lang::Ru.time(1_500_000), "1,5\u{a0}мс");
        assert_eq!(Lang::En.time(2_000_000_000), "2\u{a0}s");
        assert_eq!(Lang::En.time(50), "50\u{a0}ns");
    }
}

//! The words of the editor, the menus and the stress harness, in both languages. The build puts those of a language
//! into its scripts (`site::tools`), so that neither the page's module nor a script carries what it does not say.
//!
//! `{name}` is a gap that the script fills. Words of the harness stand inside Python strings.

use crate::ui::text::Lang;

/// Every text: its name, Russian, English.
pub const WORDS: &[(&str, &str, &str)] = &[
    // The editor.
    ("editor", "Текст программы", "The program's text"),
    (
        "editor-hint",
        "Tab делает отступ; чтобы уйти из редактора, нажмите Esc, затем Tab. Ctrl+Enter запускает, Ctrl+F ищет, Ctrl+/ закрывает строку комментарием.",
        "Tab indents; to leave the editor press Esc, then Tab. Ctrl+Enter runs, Ctrl+F finds, Ctrl+/ comments a line out.",
    ),
    (
        "mistake-at",
        "Строка {line}: {message}",
        "Line {line}: {message}",
    ),
    ("find", "Найти", "Find"),
    ("replace-with", "Заменить на", "Replace with"),
    ("found", "Найдено: {count}", "Found: {count}"),
    ("find-next", "Следующее", "Next"),
    ("find-previous", "Предыдущее", "Previous"),
    ("replace-all", "Заменить все", "Replace all"),
    ("close", "Закрыть", "Close"),
    ("run", "Запустить", "Run"),
    ("differences", "Отличия", "Differences"),
    (
        "no-differences",
        "Отличий от исходной программы нет.",
        "There are no differences from the original.",
    ),
    ("was", "было", "was"),
    ("is", "стало", "is"),
    ("reset", "К исходной", "Reset"),
    (
        "was-reset",
        "Исходная программа снова на месте; отменить — Ctrl+Z.",
        "The original is back; Ctrl+Z undoes that.",
    ),
    (
        "not-kept",
        "Черновик не сохраняется: он слишком велик или в браузере нет места.",
        "The draft is not kept: it is too long, or the browser has no room.",
    ),
    (
        "working",
        "Машина выполняет программу…",
        "The machine runs the program…",
    ),
    (
        "kept-last",
        "Эту программу выполнить нельзя; показан последний удачный прогон.",
        "This program cannot run; the last good run is still shown.",
    ),
    ("draft", "черновик", "draft"),
    (
        "stale",
        "В редакторе уже другая программа. Прогон и ответы — о той, что запускалась последней.",
        "The editor holds another program by now. The run and the answers are about the one that ran last.",
    ),
    // What a run depends on.
    ("options", "Условия прогона", "What the run depends on"),
    ("preemption", "Потоки сменяются", "Threads switch"),
    (
        "preemption-cpython",
        "там, где это делает CPython",
        "where CPython does it",
    ),
    (
        "preemption-bytecode",
        "между любыми инструкциями",
        "between any two instructions",
    ),
    (
        "preemption-free-threaded",
        "идут одновременно, без GIL",
        "never: they run at once, no GIL",
    ),
    (
        "switch-interval",
        "Поток держит GIL",
        "A thread keeps the GIL for",
    ),
    ("cores", "Ядер", "Cores"),
    ("threads", "Потоков", "Threads"),
    (
        "threads-title",
        "Столько потоков делят одну работу",
        "So many threads share one piece of work",
    ),
    (
        "threads-note",
        "Меняется число потоков, которое названо в программе; ядер восемь.",
        "The number of threads that the program names is changed; there are eight cores.",
    ),
    ("start-method", "Процесс начинается", "A process begins"),
    (
        "start-method-fork",
        "копией родителя (fork)",
        "as a copy of its parent (fork)",
    ),
    (
        "start-method-spawn",
        "чистым интерпретатором (spawn)",
        "as a fresh interpreter (spawn)",
    ),
    (
        "start-method-forkserver",
        "копией чистого сервера (forkserver)",
        "as a copy of a clean server (forkserver)",
    ),
    ("seed", "Зерно случайности", "Random seed"),
    ("ns", "{n} нс", "{n} ns"),
    ("us", "{n} мкс", "{n} µs"),
    ("ms", "{n} мс", "{n} ms"),
    ("s", "{n} с", "{n} s"),
    // What can be wrong.
    (
        "flaw-version",
        "Ссылка сделана другой версией Lockstep; открыть её нельзя.",
        "The link was made by another version of Lockstep and cannot be opened.",
    ),
    (
        "flaw-size",
        "Текст слишком длинный: в программе может быть до 256 КиБ.",
        "The text is too long: a program may have 256 KiB.",
    ),
    (
        "flaw-text",
        "Ссылка повреждена: похоже, она скопирована не целиком.",
        "The link is damaged: it was probably not copied as a whole.",
    ),
    (
        "flaw-schedule",
        "Записанный порядок ходов к этой программе не подходит.",
        "The recorded order of moves does not fit this program.",
    ),
    (
        "flaw-value",
        "Одно из значений невозможно.",
        "One of the values is impossible.",
    ),
    (
        "flaw-engine",
        "Движок не отвечает; попробуйте ещё раз.",
        "The engine does not answer; try again.",
    ),
    // Sharing and keeping.
    (
        "share-title",
        "Ссылка на эту программу",
        "A link to this program",
    ),
    ("link", "Ссылка", "Link"),
    ("copy-link", "Скопировать", "Copy"),
    ("copied", "Скопировано.", "Copied."),
    (
        "copy-by-hand",
        "Браузер не даёт скопировать; текст выделен, нажмите Ctrl+C.",
        "The browser does not let us copy; the text is selected, press Ctrl+C.",
    ),
    (
        "with-run",
        "вместе с прогоном и текущим шагом",
        "with the order of moves and the step",
    ),
    ("keep-title", "Взять с собой", "Keep"),
    ("markdown", "Markdown для урока", "Markdown for a lesson"),
    ("embed", "Код для своей страницы", "Code for your page"),
    (
        "embed-title",
        "Программа в Lockstep",
        "A program in Lockstep",
    ),
    (
        "save-svg",
        "Сохранить временную шкалу как SVG",
        "Save the timeline as SVG",
    ),
    (
        "save-png",
        "Сохранить временную шкалу как PNG",
        "Save the timeline as PNG",
    ),
    (
        "save-perfetto",
        "Сохранить прогон для Perfetto",
        "Save the run for Perfetto",
    ),
    (
        "perfetto-hint",
        "Сохранено. Откройте файл на ui.perfetto.dev.",
        "Saved. Open the file at ui.perfetto.dev.",
    ),
    ("saved", "Сохранено.", "Saved."),
    ("print", "Напечатать", "Print"),
    (
        "from-link",
        "Программа и прогон открыты по ссылке.",
        "The program and its run come from a link.",
    ),
    // Comparing.
    (
        "compare-title",
        "Та же программа с GIL, без GIL и на процессах",
        "The same program with the GIL, without it and as processes",
    ),
    (
        "comparing",
        "Машина выполняет программу на разном числе ядер…",
        "The machine runs the program on several numbers of cores…",
    ),
    (
        "speed-up",
        "Во сколько раз быстрее, чем с одним",
        "How many times faster than with one",
    ),
    ("as-gil", "с GIL", "with the GIL"),
    ("as-free-threaded", "без GIL", "without the GIL"),
    ("as-processes", "процессы", "processes"),
    ("end-deadlock", "взаимная блокировка", "deadlock"),
    ("end-exception", "исключение", "exception"),
    ("end-limit", "слишком долго", "too long"),
    ("end-refused", "не выполняется", "refused"),
    (
        "compare-note",
        "Виртуальное время от начала до конца программы; множитель — во сколько раз быстрее, чем на одном ядре. Тонкая линия — предел: вдвое больше ядер, вдвое быстрее.",
        "Virtual time from start to end; the factor says how many times faster than on one core. The hairline is the ideal: twice the cores, twice as fast.",
    ),
    (
        "outputs-differ",
        "Программа печатает разное: её вывод зависит от того, как идут потоки.",
        "The program prints different things: its output depends on how the threads run.",
    ),
    (
        "processes-note",
        "Для варианта с процессами в программе заменены Thread на Process и threading на multiprocessing.",
        "For processes Thread became Process and threading became multiprocessing in the program.",
    ),
    (
        "open-processes",
        "Открыть этот вариант",
        "Open that version",
    ),
    (
        "no-processes",
        "Простой заменой имён эту программу на процессы не перевести: потоки в ней пользуются тем, что у процессов не общее, или в ней нет проверки __main__.",
        "Swapping names does not turn this program into one of processes: it uses what processes do not share, or it has no __main__ guard.",
    ),
    // Trust.
    ("trust-title", "Чему верить", "What to trust"),
    (
        "stands",
        "Здесь показано, как ведёт себя CPython 3.13 на Linux при выводе в терминал и PYTHONHASHSEED=0; инструкции названы так, как их называет dis в 3.14. Для этой программы важно вот что:",
        "The picture stands for CPython 3.13 on Linux, with output to a terminal and PYTHONHASHSEED=0; instructions have the names that dis gives them in 3.14. What concerns this program:",
    ),
    (
        "stands-free",
        "Здесь показано, как ведёт себя CPython 3.14t, сборка без GIL, на Linux. Для этой программы важно вот что:",
        "The picture stands for CPython 3.14t, the build without a GIL, on Linux. What concerns this program:",
    ),
    (
        "touches-bytecode",
        "Переключение между любыми инструкциями — это то, что разрешает язык и делали версии до 3.9. CPython 3.13 передаёт GIL только в некоторых местах, и такой прогон там может не случиться.",
        "A switch between any two instructions is what the language permits and versions up to 3.9 do. CPython 3.13 hands over the GIL in some places only, and this run may not happen there.",
    ),
    (
        "touches-free-threaded",
        "Без GIL потоки идут одновременно; одна операция над встроенным списком, словарём или множеством неделима.",
        "Without a GIL threads run at once; one operation on a built-in list, dict or set is atomic.",
    ),
    (
        "touches-time",
        "Время виртуальное: инструкция занимает 50 нс, sleep() заканчивается точно в срок. Соотношения времён верны лишь по порядку величины.",
        "Time is virtual: an instruction costs 50 ns, a sleep ends exactly when due. Ratios of times are right in their order of magnitude only.",
    ),
    (
        "touches-print",
        "Один print одной строки неделим; под нагрузкой CPython может перемешать строки.",
        "One print of a line is one piece; under load CPython can tear lines.",
    ),
    (
        "touches-library",
        "Вызов библиотеки — один шаг; внутри него GIL передаётся только там, где приходится ждать.",
        "A call into the library is one step; inside it the GIL is handed over only where the call has to wait.",
    ),
    (
        "touches-next",
        "Кто из ждущих потоков получит GIL, решает операционная система; здесь — очередь или зерно.",
        "Which waiting thread gets the GIL is the operating system's choice; here it is the queue or the seed.",
    ),
    (
        "touches-start",
        "По умолчанию процессы начинаются через fork, как в 3.13; с 3.14 — через forkserver.",
        "Processes begin by fork, as in 3.13; from 3.14 on the default is forkserver.",
    ),
    (
        "touches-identity",
        "is для равных чисел здесь всегда истинно, а id() — числа, одинаковые в каждом прогоне.",
        "is between equal numbers is always true here, and id() gives the same numbers in every run.",
    ),
    (
        "touches-math",
        "Последняя цифра math.sin и подобных может отличаться от вашей библиотеки C.",
        "The last digit of math.sin and its like can differ from your C library's.",
    ),
    ("more", "Подробнее", "More"),
    ("section-see", "что-вы-видите", "what-you-see"),
    ("section-values", "значения", "values"),
    (
        "all-limitations",
        "Все известные отличия",
        "All known differences",
    ),
    (
        "own-title",
        "Проверить на своём Python",
        "Try it on your own Python",
    ),
    (
        "own-text",
        "Стресс-тест запускает программу много раз с самым коротким интервалом переключения, считает исходы и отмечает тот, что показан здесь.",
        "The harness runs the program many times with the shortest switch interval, counts the outcomes and marks the one shown here.",
    ),
    (
        "own-how",
        "python3 {file} --runs 200; если нужный исход не случился: --nudge opcode",
        "python3 {file} --runs 200; if the outcome does not come up: --nudge opcode",
    ),
    ("save-py", "Скачать программу", "Download the program"),
    (
        "save-harness",
        "Скачать стресс-тест",
        "Download the harness",
    ),
    // The harness itself.
    (
        "harness-about",
        "Запускает программу много раз и считает исходы. Сделано Lockstep.",
        "Runs a program many times and counts its outcomes. Made by Lockstep.",
    ),
    (
        "harness-site",
        "Выполняется в каждом интерпретаторе перед программой.",
        "Runs in every interpreter before the program.",
    ),
    ("harness-hangs", "(зависла)", "(hangs)"),
    ("harness-silent", "(ничего не печатает)", "(prints nothing)"),
    (
        "harness-interval",
        "интервал переключения, секунды",
        "switch interval in seconds",
    ),
    (
        "harness-nudge",
        "где усыплять потоки: нигде, на строках, на инструкциях",
        "where to make threads nap: nowhere, at lines, at instructions",
    ),
    (
        "harness-timeout",
        "через сколько секунд прогон считается зависшим",
        "after how many seconds a run counts as hanging",
    ),
    (
        "harness-three",
        "Трёх зависаний довольно.",
        "Three that hang are enough.",
    ),
    ("harness-shown", "показано в Lockstep", "shown in Lockstep"),
    (
        "harness-never",
        "Показанный исход не случился: попробуйте больше прогонов или --nudge opcode.",
        "The outcome shown did not come up: try more runs, or --nudge opcode.",
    ),
    // The playground and embedded players.
    ("examples", "Примеры", "Examples"),
    (
        "press-enter",
        "Enter откроет выбранный пример.",
        "Enter opens the example.",
    ),
    (
        "no-example",
        "Пример не загрузился.",
        "The example did not load.",
    ),
];

/// A text by its name.
pub fn tool_word(lang: Lang, name: &str) -> Option<&'static str> {
    let (_, ru, en) = WORDS.iter().find(|(key, _, _)| *key == name)?;
    Some(lang.pick(ru, en))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::tools::TOUCHES;
    use std::collections::BTreeSet;

    /// The names of the gaps of a text.
    fn gaps(text: &str) -> BTreeSet<&str> {
        let cut = text.split('{').skip(1);
        cut.filter_map(|rest| rest.split('}').next()).collect()
    }

    #[test]
    fn both_languages_are_complete() {
        let mut names = BTreeSet::new();
        for (name, ru, en) in WORDS {
            assert!(names.insert(*name), "{name} is there twice");
            assert!(!en.is_empty(), "{name} has no English");
            assert!(
                ru.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я')),
                "{name} has no Russian"
            );
            assert!(
                !en.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я')),
                "{name} has Russian in English"
            );
            assert_eq!(gaps(ru), gaps(en), "{name}");
            let in_python = name.starts_with("harness-");
            assert!(
                !in_python || !format!("{ru}{en}").contains(['"', '\\', '{']),
                "{name}"
            );
        }
    }

    #[test]
    fn scripts_say_what_is_there_and_all_of_it() {
        let scripts = [
            include_str!("../tools/base.js"),
            include_str!("../tools/editor.js"),
            include_str!("../tools/change.js"),
            include_str!("../tools/share.js"),
            include_str!("../tools/compare.js"),
            include_str!("../tools/trust.js"),
            include_str!("../tools/main.js"),
        ]
        .concat();
        let harness = include_str!("../tools/harness.py");
        let mut said: BTreeSet<String> = scripts
            .split("say(\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next().map(str::to_owned))
            .collect();
        said.extend(["stands", "stands-free", "examples"].map(str::to_owned));
        said.extend(
            harness
                .split("{{")
                .skip(1)
                .filter_map(|rest| Some(rest.split("}}").next()?.to_owned())),
        );
        said.extend(["ns", "s"].map(str::to_owned));
        for name in &said {
            assert!(tool_word(Lang::Ru, name).is_some(), "nobody wrote {name}");
        }
        let families = [
            "preemption-",
            "start-method-",
            "flaw-",
            "as-",
            "end-",
            "touches-",
            "section-",
        ];
        for (name, _, _) in WORDS {
            let made = families.iter().any(|family| name.starts_with(family));
            assert!(made || said.contains(*name), "nobody says {name}");
        }
    }

    #[test]
    fn sections_of_the_limitations_are_there() {
        let pages = [
            (Lang::Ru, include_str!("../../content/ru/limitations.md")),
            (Lang::En, include_str!("../../content/limitations.md")),
        ];
        for (lang, page) in pages {
            let headings = page.lines().filter_map(|line| line.strip_prefix("## "));
            let anchors: Vec<String> = headings
                .map(|heading| heading.to_lowercase().replace(' ', "-"))
                .collect();
            for name in ["section-see", "section-values"] {
                let anchor = tool_word(lang, name).expect("a name");
                assert!(
                    anchors.iter().any(|one| one == anchor),
                    "{anchor}: {anchors:?}"
                );
            }
        }
    }

    #[test]
    fn every_name_that_the_engine_answers_with_has_a_sentence() {
        use crate::protocol::setup::Flaw;
        let flaws = [
            Flaw::Version,
            Flaw::Size,
            Flaw::Text,
            Flaw::Schedule,
            Flaw::Value,
        ];
        let names = flaws
            .map(|flaw| format!("flaw-{}", flaw.name()))
            .into_iter();
        for name in names.chain(TOUCHES.map(|name| format!("touches-{name}"))) {
            assert!(tool_word(Lang::En, &name).is_some(), "{name}");
        }
    }
}

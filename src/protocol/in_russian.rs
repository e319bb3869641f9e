//! What the machine says of its limits and of what it lacks, in Russian. The machine speaks English; this is the one
//! place where its sentences are translated, on the engine's side, so that the page's module need not carry them.
//!
//! What Python itself says (exceptions, syntax errors) stays as it is: readers will meet it in that form. Must not know
//! the browser.

/// Every sentence in both languages. `{}` is a gap that is copied, `{reason}` one that is a sentence of the list itself.
/// What is more special comes first.
const SENTENCES: &[(&str, &str)] = &[
    // What the explorer says besides how runs end.
    (
        "No thread can ever move again.",
        "Ни один поток больше не сделает ни шага.",
    ),
    (
        "Some threads can never move again, others go on for ever.",
        "Одни потоки больше не сделают ни шага, другие крутятся без конца.",
    ),
    ("{} waits for itself.", "{} ждёт сам себя."),
    (
        "{} woke the waiters of {} at line {}, and {} was not among them yet.",
        "{} будит ждущих на {} (строка {}), а {} среди них ещё нет: сигнал потерян.",
    ),
    (
        "{} woke {} at line {}, not {}, which could have gone on.",
        "{} будит {} (строка {}), а не {}, которому было бы что делать: сигнал достался не тому.",
    ),
    (
        "{} can be kept waiting for {} for ever while others go on ({}): it could move again and again, but a scheduler need not be fair.",
        "{} может ждать {} вечно, пока другие продолжают ({}): пойти он мог бы снова и снова, но планировщик не обязан быть справедливым.",
    ),
    (
        "No join() waits for {}: the main thread's own code may be over before.",
        "Никто не ждёт в join() завершения {}: код главного потока может закончиться раньше.",
    ),
    // Limits.
    (
        "the program did the work of {} instructions without ending",
        "программа проделала работу {} инструкций и не закончилась",
    ),
    (
        "{} sleeps and timeouts passed without an end of the program",
        "прошло {} пауз и тайм-аутов, а программа не закончилась",
    ),
    (
        "the program made more than {} names of attributes",
        "программа создала больше {} имён атрибутов",
    ),
    (
        "the program keeps more than {} MB of objects",
        "программа держит в памяти больше {} МБ объектов",
    ),
    (
        "one object of {} MB is larger than the machine allows",
        "объект размером {} МБ больше, чем допускает машина",
    ),
    (
        "an int of more than 8 million bits",
        "целое число длиннее 8 миллионов битов",
    ),
    (
        "a repr that is larger or deeper than the machine allows",
        "repr длиннее или глубже, чем допускает машина",
    ),
    (
        "more than {} calls are under way at once in one thread",
        "в одном потоке одновременно не завершено больше {} вызовов",
    ),
    (
        "the program wrote more than {} bytes",
        "программа вывела больше {} байт",
    ),
    (
        "more than {} threads at once",
        "одновременно больше {} потоков",
    ),
    (
        "more than {} threads in one run",
        "за один прогон больше {} потоков",
    ),
    (
        "more than {} processes at once",
        "одновременно больше {} процессов",
    ),
    (
        "more than {} processes in one run",
        "за один прогон больше {} процессов",
    ),
    (
        "more than {} pipes, locks and values that processes share",
        "больше {} каналов, блокировок и значений, общих для процессов",
    ),
    (
        "the picture ends after {} steps",
        "рисунок кончается после {} шагов",
    ),
    // The source.
    (
        "the program is longer than {} bytes",
        "программа длиннее {} байт",
    ),
    (
        "the program has more than {} instructions",
        "в программе больше {} инструкций",
    ),
    (
        "more than {} operators wait for their operand",
        "больше {} операторов ждут своего операнда",
    ),
    (
        "an expression has more than {} operators, attributes or calls in a row",
        "в выражении больше {} операторов, атрибутов или вызовов подряд",
    ),
    (
        "an `if` has more than {} branches",
        "у `if` больше {} ветвей",
    ),
    (
        "blocks, brackets and operators are nested more than {} deep",
        "вложенность блоков, скобок и операторов больше {}",
    ),
    (
        "the result is longer than the machine allows",
        "результат длиннее, чем допускает машина",
    ),
    (
        "the search for a regular expression takes more than 20 million steps",
        "поиск по регулярному выражению занимает больше 20 миллионов шагов",
    ),
    (
        "a regular expression has more than 100 groups within each other",
        "в регулярном выражении больше 100 групп друг в друге",
    ),
    (
        "a regular expression is too long: more than 20,000 steps",
        "регулярное выражение слишком длинное: больше 20 000 шагов",
    ),
    // What the machine lacks.
    (
        "the module '{}' is not supported: {reason}",
        "модуль {} не поддерживается: {reason}",
    ),
    (
        "Lockstep lacks this part of Python's library",
        "этой части библиотеки Python в Lockstep нет",
    ),
    (
        "sockets are not supported: use a queue or a pipe between threads or processes",
        "сокетов нет, между потоками и процессами передавайте данные через очередь или канал",
    ),
    (
        "sockets are not supported: use a queue between tasks",
        "сокетов нет, между задачами передавайте данные через очередь",
    ),
    (
        "the network is not supported: let time.sleep stand for the waiting",
        "сети нет, ожидание изобразите через time.sleep",
    ),
    (
        "the network is not supported: use a StreamHandler or a QueueHandler",
        "сети нет, возьмите StreamHandler или QueueHandler",
    ),
    (
        "keys of `__dict__` that are no strings are not supported: keep them in a dict of your own",
        "ключи `__dict__`, кроме строк, не поддерживаются: храните их в своём словаре",
    ),
    (
        "the network and other programs are not supported: let asyncio.sleep stand for the waiting",
        "сети и других программ нет, ожидание изобразите через asyncio.sleep",
    ),
    (
        "loop.{}() is not supported: the network and other programs are not simulated",
        "loop.{}() не поддерживается: сети и других программ нет",
    ),
    (
        "other programs cannot be started: use multiprocessing",
        "другие программы запустить нельзя, возьмите multiprocessing",
    ),
    (
        "windows are not supported: print instead",
        "окон нет, печатайте через print",
    ),
    (
        "databases are not supported: keep the data in a dict",
        "баз данных нет, храните данные в словаре",
    ),
    (
        "files are not supported: keep the data in a list or a string",
        "файлов нет, храните данные в списке или строке",
    ),
    (
        "files are not supported: log to sys.stdout or sys.stderr",
        "файлов нет, пишите журнал в sys.stdout или sys.stderr",
    ),
    (
        "weak references are not supported: when objects die is not simulated",
        "слабых ссылок нет: когда умирают объекты, не моделируется",
    ),
    (
        "weak references are not supported: keep the objects in a set",
        "слабых ссылок нет, храните объекты в множестве",
    ),
    (
        "the garbage collector is not simulated",
        "сборщик мусора не моделируется",
    ),
    (
        "use the names of built-ins as they are",
        "берите встроенные имена как есть",
    ),
    (
        "complex numbers are not supported: keep the two parts in a tuple",
        "комплексные числа не поддерживаются: храните две части в кортеже",
    ),
    (
        "complex numbers are not supported: take the root of a positive number",
        "комплексные числа не поддерживаются: извлекайте корень из положительного числа",
    ),
    (
        "complex numbers are not supported",
        "комплексные числа не поддерживаются",
    ),
    ("use an import statement", "возьмите оператор import"),
    ("use assert", "возьмите assert"),
    (
        "its numbers differ in every run: use random with a seed, or itertools.count",
        "его числа в каждом прогоне другие: возьмите random с зерном или itertools.count",
    ),
    (
        "of the formats of data there is json: use it, or str.split",
        "из форматов данных есть json: возьмите его или str.split",
    ),
    (
        "read the arguments from sys.argv",
        "читайте аргументы из sys.argv",
    ),
    (
        "use `lockstep dis`, or look at the instructions in the player",
        "возьмите `lockstep dis` или смотрите на инструкции в проигрывателе",
    ),
    (
        "code that is made at run time cannot be shown: write functions, and use json for data",
        "код, созданный на ходу, нельзя показать: пишите функции, а для данных возьмите json",
    ),
    (
        "let a loop of arithmetic stand for the computing",
        "вычисления изобразите циклом с арифметикой",
    ),
    (
        "use bytes.hex and bytes.fromhex",
        "возьмите bytes.hex и bytes.fromhex",
    ),
    (
        "use int.to_bytes and int.from_bytes",
        "возьмите int.to_bytes и int.from_bytes",
    ),
    (
        "use str.encode and bytes.decode",
        "возьмите str.encode и bytes.decode",
    ),
    ("step in the player", "шагайте в проигрывателе"),
    (
        "it is in Python's documentation, or in __doc__",
        "читайте документацию Python или __doc__",
    ),
    (
        "look at the timeline, or measure with time.perf_counter",
        "смотрите на временную шкалу или измеряйте через time.perf_counter",
    ),
    (
        "there is one language: use format specifications",
        "язык здесь один, возьмите спецификации формата",
    ),
    (
        "use datetime; the time zone is UTC",
        "возьмите datetime; часовой пояс — UTC",
    ),
    (
        "fractions are not supported: keep numerator and denominator in a tuple",
        "дробей нет, храните числитель и знаменатель в кортеже",
    ),
    (
        "decimal numbers are not supported: count in whole cents with int",
        "десятичных чисел нет, считайте в целых копейках через int",
    ),
    (
        "use multiprocessing.Array, Value or a Manager",
        "возьмите multiprocessing.Array, Value или Manager",
    ),
    (
        "there is no disk: keep the data in a list or a dict",
        "диска нет, храните данные в списке или словаре",
    ),
    ("there is no disk", "диска нет"),
    (
        "catch a subclass of OSError: FileNotFoundError, BrokenPipeError",
        "ловите подкласс OSError: FileNotFoundError, BrokenPipeError",
    ),
    (
        "the system is simulated: use sys, os and time",
        "система моделируется, возьмите sys, os и time",
    ),
    (
        "use int and float in isinstance",
        "возьмите int и float в isinstance",
    ),
    ("use the methods of str", "возьмите методы str"),
    (
        "keep who comes before whom in a dict",
        "храните, кто перед кем, в словаре",
    ),
    (
        "a process ends with sys.exit() or os._exit()",
        "процесс кончается вызовом sys.exit() или os._exit()",
    ),
    (
        "the scheduler of the system is not simulated",
        "планировщик системы не моделируется",
    ),
    (
        "use pickle.dumps and pickle.loads",
        "возьмите pickle.dumps и pickle.loads",
    ),
    (
        "there is one event loop policy",
        "политика цикла событий здесь одна",
    ),
    (
        "eager tasks are not supported: tasks begin at the next turn of the loop",
        "немедленного запуска задач нет: задача начинается на следующем обороте цикла",
    ),
    (
        "the interpreter has no such insides here",
        "такого внутреннего устройства у этого интерпретатора нет",
    ),
    (
        "no signal is held back here: set a handler for it",
        "сигналы здесь не задерживаются: поставьте обработчик",
    ),
    (
        "nobody sits at the keyboard of a simulated program: put the value into a variable",
        "за клавиатурой никого нет, положите значение в переменную",
    ),
    (
        "Listener and Client need sockets: use a Pipe, a Queue or a Manager",
        "для Listener и Client нужны сокеты, возьмите Pipe, Queue или Manager",
    ),
    (
        "C code is not supported: there are only the simple types of shared memory",
        "код на C не выполняется: есть только простые типы общей памяти",
    ),
    (
        "input() is not supported, since nobody sits at the keyboard of a simulated program: put the value into a variable",
        "input() не поддерживается, потому что за клавиатурой никого нет: положите значение в переменную",
    ),
    (
        "sys.stdin is not supported, since nobody sits at the keyboard: put the data into the program",
        "sys.stdin не поддерживается, потому что за клавиатурой никого нет: положите данные в программу",
    ),
    (
        "this special method cannot be called by its name here: use the operator or the built-in function",
        "этот специальный метод здесь нельзя вызвать по имени: используйте оператор или встроенную функцию",
    ),
    (
        "docstrings of what is built in are not supported: look them up in Python's documentation",
        "docstring встроенного не поддерживаются: смотрите их в документации Python",
    ),
    (
        "TextIOWrapper.read() of a size is not supported: read it all",
        "TextIOWrapper.read() с размером не поддерживается: читайте всё сразу",
    ),
    (
        "reprlib.Repr(indent=...) is not supported: use pprint",
        "reprlib.Repr(indent=...) не поддерживается: используйте pprint",
    ),
    (
        "memoryview is not supported: use bytes or bytearray",
        "memoryview не поддерживается: возьмите bytes или bytearray",
    ),
    (
        "__del__ is not supported: when objects die is not simulated; use `with` or `try`/`finally`",
        "__del__ не поддерживается: когда умирают объекты, не моделируется; возьмите `with` или `try`/`finally`",
    ),
    (
        "ranges beyond 64 bits are not supported: use smaller numbers",
        "range за пределами 64 бит не поддерживается: возьмите числа поменьше",
    ),
    (
        "lone surrogates are not supported",
        "одиночные суррогаты не поддерживаются",
    ),
    (
        "strings with lone surrogates are not supported: leave the escape out",
        "строки с одиночными суррогатами не поддерживаются: уберите эту последовательность",
    ),
    (
        "named characters (\\N{...}) are not supported: write the character itself",
        "символы по имени (\\N{...}) не поддерживаются: напишите сам символ",
    ),
    (
        "template strings are not supported: use an f-string",
        "t-строки не поддерживаются: возьмите f-строку",
    ),
    (
        "the encoding {} is not supported: save the program as UTF-8",
        "кодировка {} не поддерживается: сохраните программу в UTF-8",
    ),
    (
        "this encoding or error handler is not supported: use utf-8, ascii or latin-1",
        "эта кодировка или обработка ошибок не поддерживается: возьмите utf-8, ascii или latin-1",
    ),
    (
        "this function of math is not supported",
        "эта функция math не поддерживается",
    ),
    (
        "the instruction {} is not supported",
        "инструкция {} не поддерживается",
    ),
    (
        "bytes can be pickled with protocol 3 and newer only",
        "bytes можно упаковать только протоколом 3 и новее",
    ),
    (
        "an iterator cannot be pickled here: make a list of it",
        "итератор здесь упаковать нельзя: сделайте из него список",
    ),
    (
        "conditional groups of regular expressions are not supported: write both patterns",
        "условные группы регулярных выражений не поддерживаются: напишите оба образца",
    ),
    (
        "regular expressions of bytes are not supported: decode the text first",
        "регулярные выражения над bytes не поддерживаются: сначала декодируйте текст",
    ),
    (
        "regular expressions are not supported in filterwarnings(): give a plain {}",
        "регулярные выражения в filterwarnings() не поддерживаются: дайте обычный текст ({})",
    ),
    (
        "warnings.deprecated() is supported for functions only",
        "warnings.deprecated() поддерживается только для функций",
    ),
    (
        "a signal that another thread or process handles is not explored: let it wait for an Event",
        "сигнал, который обрабатывает другой поток или процесс, не обходится: пусть он ждёт Event",
    ),
    (
        "sys.setprofile() is not supported: look at the timeline",
        "sys.setprofile() не поддерживается: смотрите на временную шкалу",
    ),
    (
        "threading.setprofile() is not supported: look at the timeline",
        "threading.setprofile() не поддерживается: смотрите на временную шкалу",
    ),
    (
        "code objects of frames have only co_name and co_filename",
        "у объектов кода в кадрах есть только co_name и co_filename",
    ),
    (
        "frames have only f_lineno, f_code.co_name, f_code.co_filename and f_back",
        "у кадров есть только f_lineno, f_code.co_name, f_code.co_filename и f_back",
    ),
    (
        "what other threads do is not shown by their frames: look at the timeline",
        "чем заняты другие потоки, по их кадрам не видно: смотрите на временную шкалу",
    ),
    (
        "sys.getrefcount() is not supported: references are not counted here",
        "sys.getrefcount() не поддерживается: ссылки здесь не считаются",
    ),
    (
        "sys.getsizeof() of a {} is not supported: it is known for numbers, strings, bytes and tuples",
        "sys.getsizeof() для {} не поддерживается: размер известен у чисел, строк, байтов и кортежей",
    ),
    (
        "_thread.start_joinable_thread() is not supported: use threading.Thread",
        "_thread.start_joinable_thread() не поддерживается: возьмите threading.Thread",
    ),
    (
        "groups of processes are not supported: signal each process by its pid",
        "группы процессов не поддерживаются: посылайте сигнал каждому процессу по его pid",
    ),
    (
        "signals that stop a process are not supported: let it wait for an Event",
        "сигналы, которые останавливают процесс, не поддерживаются: пусть он ждёт Event",
    ),
    (
        "signals are not supported: set an Event that a task waits for",
        "сигналы не поддерживаются: установите Event, которого ждёт задача",
    ),
    (
        "the stack of a task is not supported: print where it lives, or look at the timeline",
        "стек задачи не поддерживается: печатайте там, где она работает, или смотрите на временную шкалу",
    ),
    (
        "the local variables of a frame are not supported: print them where they live",
        "локальные переменные кадра не видны: печатайте их там, где они живут",
    ),
    (
        "__prepare__() that returns anything but a dict is not supported: let it return a dict",
        "__prepare__(), который возвращает не словарь, не поддерживается: верните dict",
    ),
    (
        "strptime() does not support %{}: leave that part out",
        "strptime() не умеет %{}: уберите эту часть",
    ),
    (
        "inspect cannot show the source or the stack: read the program beside the player",
        "inspect не покажет исходный текст и стек: программа видна в проигрывателе",
    ),
    (
        "a manager at an address needs sockets: start the manager without one",
        "менеджеру с адресом нужны сокеты: запустите его без адреса",
    ),
    (
        "get_server() needs sockets: use start() or `with`",
        "для get_server() нужны сокеты: возьмите start() или `with`",
    ),
    (
        "connect() needs sockets: use start() or `with`",
        "для connect() нужны сокеты: возьмите start() или `with`",
    ),
    (
        "os.urandom() is not supported: use random.randbytes() with a seed",
        "os.urandom() не поддерживается: возьмите random.randbytes() с зерном",
    ),
    (
        "os.fork() is not supported: use multiprocessing.Process",
        "os.fork() не поддерживается: возьмите multiprocessing.Process",
    ),
    (
        "a subclass of random.Random with its own random() is not supported: give its methods other names",
        "подкласс random.Random со своим random() не поддерживается: назовите его методы иначе",
    ),
    (
        "random.binomialvariate() with n * p of 10 and more is not supported: use random.gauss",
        "random.binomialvariate() при n * p от 10 не поддерживается: возьмите random.gauss",
    ),
    (
        "signal.setitimer() of processor time is not supported: use ITIMER_REAL",
        "signal.setitimer() процессорного времени не поддерживается: возьмите ITIMER_REAL",
    ),
    (
        "signal.pause() of another thread than the main one is not supported: wait for an Event",
        "signal.pause() не в главном потоке не поддерживается: дождитесь Event",
    ),
    (
        "time.pthread_getcpuclockid() is not supported: use time.thread_time()",
        "time.pthread_getcpuclockid() не поддерживается: возьмите time.thread_time()",
    ),
    (
        "timeit of a text is not supported: give it a function, timeit.timeit(lambda: ...)",
        "timeit с текстом не поддерживается: дайте ему функцию, timeit.timeit(lambda: ...)",
    ),
    (
        "this type cannot be given arguments here: write it out",
        "этому типу здесь нельзя дать аргументы: напишите его целиком",
    ),
    (
        "typing.get_type_hints of the annotation {} is not supported: write it without quotes",
        "typing.get_type_hints для аннотации {} не поддерживается: напишите её без кавычек",
    ),
    (
        "{} is not supported: {reason}",
        "{} не поддерживается: {reason}",
    ),
];

/// The Russian of a sentence of the machine, if it is a known one.
pub fn in_russian(sentence: &str) -> Option<String> {
    SENTENCES
        .iter()
        .find_map(|(english, russian)| fill(russian, &gaps(english, sentence)?))
}

/// What a sentence has in the gaps of a pattern; nothing if it does not fit.
fn gaps<'a>(pattern: &str, sentence: &'a str) -> Option<Vec<&'a str>> {
    let mut pieces = pieces(pattern);
    let mut rest = sentence.strip_prefix(pieces.next()?)?;
    let mut found = Vec::new();
    let mut pieces = pieces.peekable();
    while let Some(piece) = pieces.next() {
        let end = match (piece, pieces.peek()) {
            ("", None) => rest.len(),
            (piece, None) => rest.strip_suffix(piece)?.len(),
            (piece, Some(_)) => rest.find(piece)?,
        };
        found.push(&rest[..end]);
        rest = &rest[end + piece.len()..];
    }
    rest.is_empty().then_some(found)
}

/// A pattern between its gaps.
fn pieces(pattern: &str) -> impl Iterator<Item = &str> {
    pattern.split("{}").flat_map(|part| part.split(REASON))
}

/// The gap of a sentence within a sentence: the last one.
const REASON: &str = "{reason}";

fn fill(russian: &str, gaps: &[&str]) -> Option<String> {
    let inner = match (russian.ends_with(REASON), gaps.last()) {
        (true, Some(reason)) => in_russian(reason)?,
        _ => gaps.last().copied().unwrap_or_default().to_owned(),
    };
    let mut filled = String::new();
    for (number, piece) in pieces(russian).enumerate() {
        match number.checked_sub(1) {
            None => {}
            Some(gap) if gap + 1 == gaps.len() => filled.push_str(&inner),
            Some(gap) => filled.push_str(gaps.get(gap)?),
        }
        filled.push_str(piece);
    }
    Some(filled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vm::library;
    use std::fs;
    use std::path::Path;

    #[test]
    fn gaps_are_carried_over() {
        assert_eq!(
            in_russian("more than 64 threads at once").as_deref(),
            Some("одновременно больше 64 потоков")
        );
        assert_eq!(
            in_russian("os.mkdir is not supported: there is no disk").as_deref(),
            Some("os.mkdir не поддерживается: диска нет")
        );
        assert_eq!(in_russian("os.mkdir is not supported: for no reason"), None);
        assert_eq!(in_russian("more than enough"), None);
    }

    #[test]
    fn both_languages_are_complete() {
        for (english, russian) in SENTENCES {
            let is_russian = |c: char| matches!(c, 'а'..='я');
            assert!(
                !english.contains(is_russian) && russian.contains(is_russian),
                "{english}"
            );
            let count = |text: &str| (text.matches("{}").count(), text.matches(REASON).count());
            assert_eq!(count(english), count(russian), "{english}");
        }
    }

    /// What CPython says in such words: it is not translated.
    const PYTHON_S: [&str; 4] = [
        "not supported between instances",
        "nonempty __slots__ not supported",
        "decoding str is not supported",
        "unsupported ",
    ];

    /// The text literals of a source that follow a mark, with every placeholder filled.
    fn literals<'a>(source: &'a str, mark: &str) -> Vec<String> {
        let after = source
            .match_indices(mark)
            .map(|(at, _)| &source[at + mark.len()..]);
        let literal = |rest: &'a str| {
            let rest = rest.trim_start().strip_prefix('"')?;
            let end = rest
                .match_indices('"')
                .find(|(at, _)| !rest[..*at].ends_with('\\'))?
                .0;
            let more = rest[end + 1..].trim_start().starts_with('+');
            Some(rest[..end].to_owned() + if more { "…" } else { "" })
        };
        after.filter_map(literal).collect()
    }

    fn plain(literal: &str) -> String {
        let literal = literal.replace("\\n", "\n").replace("\\\\", "\\");
        let mut plain = String::new();
        let mut rest = literal.as_str();
        while let Some((before, after)) = rest
            .split_once('{')
            .filter(|(_, after)| !after.starts_with('.'))
        {
            let (_, after) = after.split_once('}').expect("a placeholder ends");
            plain.push_str(before);
            plain.push('7');
            rest = after;
        }
        plain.push_str(rest);
        plain.replace("%s", "x").replace("%r", "x")
    }

    fn sources(folder: &Path, all: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                sources(&path, all);
            } else if let Ok(text) = fs::read_to_string(&path) {
                all.push((path.display().to_string(), text));
            }
        }
    }

    #[test]
    fn every_sentence_of_the_machine_is_translated() {
        let mut all = Vec::new();
        for folder in ["lang", "vm", "machine", "trace"] {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("src")
                .join(folder);
            sources(&folder, &mut all);
        }
        let mut said: Vec<String> = Vec::new();
        for (path, text) in &all {
            let python = path.ends_with(".py");
            let marks: &[&str] = match python {
                true => &["unsupported("],
                false if path.ends_with("library.rs") => &[],
                false => &[
                    "Unsupported(",
                    "unsupported(",
                    "Limit(",
                    "format!(",
                    "message = ",
                    "\"memory\",",
                    "reason = ",
                ],
            };
            let found = marks.iter().flat_map(|mark| literals(text, mark));
            let mine = |text: &String| {
                python
                    || text.contains("supported")
                    || text.contains("more than")
                    || text.contains("machine allows")
            };
            said.extend(found.filter(mine).map(|text| plain(&text)));
        }
        for (names, _) in library::REFUSED {
            let name = names.split_whitespace().next().expect("a name");
            said.extend(library::refusal(name));
        }
        said.extend([library::no_code("eval")]);
        said.extend(library::refusal("graphlib"));
        for (module, _, names) in library::MISSING {
            let name = names.split_whitespace().next().expect("a name");
            said.extend(library::missing(module, name));
        }
        said.retain(|text| !PYTHON_S.iter().any(|python| text.contains(python)));
        assert!(said.len() > 90, "{said:#?}");
        let lacking: Vec<_> = said
            .iter()
            .filter(|text| match text.strip_suffix('…') {
                // The rest is put together when it runs.
                Some(begin) => !SENTENCES.iter().any(|(known, _)| known.starts_with(begin)),
                None => in_russian(text).is_none(),
            })
            .collect();
        assert!(lacking.is_empty(), "without Russian: {lacking:#?}");
    }
}

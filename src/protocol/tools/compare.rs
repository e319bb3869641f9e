//! The same program on one core and on several, and with one thread and with several: with the GIL, without it, and
//! as processes.
//!
//! Every figure is the virtual time of a run of the machine, from the start to the end of its last thread.

use crate::lang::highlight::{Class, highlight};
use crate::machine::options::{Options, Preemption};
use crate::machine::{self, End, Report, State};
use crate::protocol::setup::Setup;
use crate::schedule::{AsCpython, Policy};
use crate::trace::json;
use std::collections::BTreeSet;
use std::ops::Range;

/// The numbers of cores.
pub const CORES: [u32; 4] = [1, 2, 4, 8];

/// Most steps of one run: all together stay well below what the page waits for.
const MOST_STEPS: u32 = 250_000;

/// The numbers of threads, where the program says in one place how many it has. They run on as many cores.
pub const THREADS: [u32; 4] = [1, 2, 4, 8];

/// The rows of both tables and, where there is one, the program as processes. The second table has no rows if the
/// program does not say how many threads it has.
pub fn compare(setup: &Setup) -> String {
    let source = &setup.program.source;
    let processes = as_processes(source);
    let by_cores = CORES.map(|cores| rows(setup, source, processes.as_deref(), cores, cores));
    let by_threads = number_of_threads(source).map(|number| {
        THREADS.map(|threads| {
            let mut changed = source.clone();
            changed.replace_range(number.clone(), &threads.to_string());
            let processes = as_processes(&changed);
            let cores = THREADS[THREADS.len() - 1];
            rows(setup, &changed, processes.as_deref(), cores, threads)
        })
    });
    let processes = processes.map_or_else(|| "null".into(), |source| json::string(&source));
    json::object(&[
        ("cores", json::list(by_cores.into_iter().flatten())),
        (
            "threads",
            json::list(by_threads.into_iter().flatten().flatten()),
        ),
        ("processes", processes),
    ])
}

/// The program with the GIL, without it, and as processes if it can be that, on so many cores; `of` is what the column
/// stands for.
fn rows(setup: &Setup, source: &str, processes: Option<&str>, cores: u32, of: u32) -> Vec<String> {
    let processes = processes.map(|source| ("processes", source, Preemption::Cpython));
    let threads = [
        ("gil", source, Preemption::Cpython),
        ("free-threaded", source, Preemption::FreeThreaded),
    ];
    let all = threads.into_iter().chain(processes);
    all.map(|(name, source, preemption)| {
        let options = Options {
            preemption,
            cores,
            ..setup.options.clone()
        };
        row(name, &setup.program.file, source, &options, of)
    })
    .collect()
}

/// Where a program says how many threads share its work: the number after `max_workers=` or
/// `ThreadPoolExecutor(`, or that of a constant named for threads or workers. `None` if there is none or more than
/// one, since then changing one would not do.
fn number_of_threads(source: &str) -> Option<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in highlight(source) {
        let mut before = String::new();
        for (class, text) in line {
            let counts = class == Class::Number && says_how_many(before.trim_end());
            if counts && text.bytes().all(|b| b.is_ascii_digit()) {
                found.push(at..at + text.len());
            }
            before.push_str(text);
            at += text.len();
        }
        // A line break is one or two bytes long; the last line may have none.
        let ends = [("\r\n", 2), ("\n", 1), ("\r", 1)];
        let end = ends.iter().find(|(end, _)| source[at..].starts_with(end));
        at += end.map_or(0, |(_, length)| *length);
    }
    match found.len() {
        1 => found.pop(),
        _ => None,
    }
}

/// Whether what stands before a number says that it is a number of threads.
fn says_how_many(before: &str) -> bool {
    if before.ends_with("ThreadPoolExecutor(") {
        return true;
    }
    let Some(name) = before.strip_suffix('=') else {
        return false;
    };
    let name = name.trim_end().rsplit(|c: char| !is_word(c)).next();
    let name = name.unwrap_or_default().to_lowercase();
    // `thread_id = 1` is none.
    ["threads", "workers", "thread_count", "worker_count"]
        .iter()
        .any(|word| name.ends_with(word))
}

fn row(name: &str, file: &str, source: &str, options: &Options, of: u32) -> String {
    let (end, ns, output) = match machine::load(file, source.as_bytes(), options) {
        Err(_) => ("refused", 0, String::new()),
        Ok(mut state) => {
            let ended = run(&mut state);
            let ns = state.threads.iter().map(|thread| thread.clock).max();
            let end = match &state.end {
                None if !ended => "limit",
                Some(End::Exited) if state.processes[0].uncaught.is_some() => "exception",
                Some(End::Exited) => "finished",
                Some(End::Limit { .. }) => "limit",
                Some(End::Unsupported { .. }) => "refused",
                None => "deadlock",
            };
            let output: String = state.output.iter().map(|(_, text)| &**text).collect();
            (end, ns.unwrap_or(0), output)
        }
    };
    const LONGEST: usize = 200;
    let output: String = output.chars().take(LONGEST).collect();
    json::object(&[
        ("as", json::string(name)),
        ("of", of.to_string()),
        ("end", json::string(end)),
        ("ns", ns.to_string()),
        ("output", json::string(&output)),
    ])
}

/// Step by step, as in the player, so that the times are those that it shows; whether it came to an end.
fn run(state: &mut State) -> bool {
    let mut policy = AsCpython::new(state.options.seed);
    for _ in 0..MOST_STEPS {
        let moves = state.moves();
        if moves.is_empty() {
            return true;
        }
        let thread = policy.choose(state, &moves);
        state.step(thread, Some(&mut Report::default()));
    }
    false
}

/// The program with processes in the place of threads, if changing three names is all that it takes: it starts
/// `Thread`s, or maps over a `ThreadPoolExecutor`, and uses nothing else that only threads have.
pub fn as_processes(source: &str) -> Option<String> {
    let mut changed = String::new();
    let mut swapped = false;
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for line in highlight(source) {
        for (class, text) in line {
            if !matches!(class, Class::Plain) {
                if text == "global" || text == "nonlocal" {
                    return None;
                }
                changed.push_str(text);
                continue;
            }
            let mut rest = text;
            while !rest.is_empty() {
                let end = rest
                    .find(|c: char| !is_word(c))
                    .unwrap_or(rest.len())
                    .max(rest.chars().next().map_or(1, char::len_utf8));
                let (word, after) = rest.split_at(end);
                let other = match word {
                    "threading" => "multiprocessing",
                    "Thread" => "Process",
                    "ThreadPoolExecutor" => "ProcessPoolExecutor",
                    word => word,
                };
                swapped |= other != word;
                names.insert(word);
                changed.push_str(other);
                rest = after;
            }
        }
        changed.push('\n');
    }
    // What processes do not share, or what they call otherwise.
    let own = [
        "Lock",
        "RLock",
        "Event",
        "Condition",
        "Semaphore",
        "Barrier",
        "BoundedSemaphore",
        "queue",
        "local",
        "Timer",
        "get_ident",
        "current_thread",
        "multiprocessing",
        "asyncio",
        "append",
        "_thread",
        "daemon_threads",
        "active_count",
        "enumerate_threads",
        "excepthook",
    ];
    let fits = swapped && !own.iter().any(|name| names.contains(name));
    // Without the guard every child would start children of its own where processes are spawned.
    (fits && source.contains("__main__")).then_some(changed)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORK: &str = "import threading\n\n\ndef work(n):\n    total = 0\n    for i in range(n):\n        total += i\n\n\n\
        if __name__ == \"__main__\":\n    threads = [threading.Thread(target=work, args=(3000,)) for _ in range(4)]\n    \
        for t in threads:\n        t.start()\n    for t in threads:\n        t.join()\n    print(\"Thread\")\n";

    const POOL: &str = "import math\nfrom concurrent.futures import ThreadPoolExecutor\n\n\ndef work(n):\n    total = 0\n    \
        for i in range(n):\n        total += i\n    return total\n\n\nif __name__ == \"__main__\":\n    \
        with ThreadPoolExecutor(max_workers=3) as pool:  # threads = 9\n        print(sum(pool.map(work, [2000] * 8)))\n";

    fn answer(source: &str) -> String {
        let mut text = "v=1&".to_owned();
        crate::protocol::form::push(&mut text, "source", source);
        compare(&Setup::from_text(&text).expect("a setup"))
    }

    /// The virtual times, by kind, in the order of [`CORES`] or [`THREADS`].
    fn times(answer: &str, by: &str, kind: &str) -> Vec<u64> {
        let answer: serde_json::Value = serde_json::from_str(answer).expect("it is JSON");
        let rows = answer[by].as_array().expect("rows").iter();
        rows.filter(|row| row["as"] == kind)
            .map(|row| {
                assert_eq!(row["end"], "finished", "{row}");
                row["ns"].as_u64().expect("a time")
            })
            .collect()
    }

    #[test]
    fn cores_help_where_they_can() {
        let answer = answer(WORK);
        let gil = times(&answer, "cores", "gil");
        assert!(gil.iter().all(|time| *time == gil[0]), "{gil:?}");
        // Four forks, one after the other, cost the processes 4 ms.
        for (kind, least) in [("free-threaded", 2.0), ("processes", 1.3)] {
            let times = times(&answer, "cores", kind);
            let speed_up = times[0] as f64 / times[2] as f64;
            assert!((least..=4.0).contains(&speed_up), "{kind}: {times:?}");
            assert!(times[3] <= times[2], "{kind}: {times:?}");
        }
    }

    #[test]
    fn threads_help_where_they_can() {
        let answer = answer(POOL);
        let gil = times(&answer, "threads", "gil");
        // Starting threads costs a little; nothing is gained.
        assert!(gil.iter().all(|t| *t >= gil[0] * 9 / 10), "{gil:?}");
        let free = times(&answer, "threads", "free-threaded");
        let speed_up = free[0] as f64 / free[2] as f64;
        assert!((2.0..=4.0).contains(&speed_up), "{free:?}");
        let processes = times(&answer, "threads", "processes");
        assert_eq!(processes.len(), THREADS.len());
    }

    #[test]
    fn the_number_of_threads_is_found_where_it_is_said_once() {
        let number = |source: &str| number_of_threads(source).map(|at| source[at].to_owned());
        assert_eq!(number(POOL).as_deref(), Some("3"));
        let lines = "a = \"\"\"x\r\ny\"\"\"\r\nN_THREADS = 4\r\n";
        assert_eq!(number(lines).as_deref(), Some("4"));
        let pool = "with ThreadPoolExecutor(12) as pool: pass";
        assert_eq!(number(pool).as_deref(), Some("12"));
        for source in [
            "",
            "x = 4\n",
            "thread_id = 1\n",
            "# workers = 4\n",
            "threads = [4]\n",
            "threads = 4.5\n",
            "THREADS = 4\nWORKERS = 2\n",
        ] {
            assert_eq!(number(source), None, "{source}");
        }
    }

    #[test]
    fn names_are_swapped_outside_of_strings_alone() {
        let changed = as_processes(WORK).expect("it has nothing that only threads have");
        assert!(changed.contains("multiprocessing.Process(target=work"));
        assert!(changed.contains("print(\"Thread\")"));
        assert_eq!(as_processes("x = 1\n"), None);
        for line in [
            "lock = threading.Lock()\n",
            "def f():\n    global x\n    x = 1\n",
            "import queue\n",
        ] {
            assert_eq!(as_processes(&format!("{WORK}{line}")), None, "{line}");
        }
        assert_eq!(as_processes(&WORK.replace("__main__", "main")), None);
    }
}

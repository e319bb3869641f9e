//! The same program on one core and on several: with the GIL, without it, and as processes.
//!
//! Every figure is the virtual time of a run of the machine, from the start to the end of its last thread.

use crate::lang::highlight::{Class, highlight};
use crate::machine::options::{Options, Preemption};
use crate::machine::{self, End, Report, State};
use crate::protocol::setup::Setup;
use crate::schedule::{AsCpython, Policy};
use crate::trace::json;
use std::collections::BTreeSet;

/// The numbers of cores.
pub const CORES: [u32; 4] = [1, 2, 4, 8];

/// Most steps of one run: all together stay well below what the page waits for.
const MOST_STEPS: u32 = 250_000;

/// The rows of the table and, where there is one, the program as processes.
pub fn compare(setup: &Setup) -> String {
    let source = &setup.program.source;
    let processes = as_processes(source);
    let mut rows = Vec::new();
    let mut add = |name: &str, source: &str, preemption| {
        for cores in CORES {
            let options = Options {
                preemption,
                cores,
                ..setup.options.clone()
            };
            rows.push(row(name, &setup.program.file, source, &options));
        }
    };
    add("gil", source, Preemption::Cpython);
    add("free-threaded", source, Preemption::FreeThreaded);
    if let Some(source) = &processes {
        add("processes", source, Preemption::Cpython);
    }
    let processes = processes.map_or_else(|| "null".into(), |source| json::string(&source));
    json::object(&[("rows", json::list(rows)), ("processes", processes)])
}

fn row(name: &str, file: &str, source: &str, options: &Options) -> String {
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
        ("cores", options.cores.to_string()),
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

    /// The virtual times, by kind, in the order of [`CORES`].
    fn times(answer: &str, kind: &str) -> Vec<u64> {
        let answer: serde_json::Value = serde_json::from_str(answer).expect("it is JSON");
        let rows = answer["rows"].as_array().expect("rows").iter();
        rows.filter(|row| row["as"] == kind)
            .map(|row| {
                assert_eq!(row["end"], "finished", "{row}");
                row["ns"].as_u64().expect("a time")
            })
            .collect()
    }

    #[test]
    fn cores_help_where_they_can() {
        let text = format!("v=1&{}", {
            let mut text = String::new();
            crate::protocol::form::push(&mut text, "source", WORK);
            text
        });
        let answer = compare(&Setup::from_text(&text).expect("a setup"));
        let gil = times(&answer, "gil");
        assert!(gil.iter().all(|time| *time == gil[0]), "{gil:?}");
        // Four forks, one after the other, cost the processes 4 ms.
        for (kind, least) in [("free-threaded", 2.0), ("processes", 1.3)] {
            let times = times(&answer, kind);
            let speed_up = times[0] as f64 / times[2] as f64;
            assert!((least..=4.0).contains(&speed_up), "{kind}: {times:?}");
            assert!(times[3] <= times[2], "{kind}: {times:?}");
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

//! The explorer against ground truth: for every program of `tests/explore`, in every preemption model, the set of
//! outcomes is that of a search that knows no reduction at all, and every schedule replays on the ordinary machine.

#[path = "explore/plain.rs"]
mod plain;

use lockstep::explore::{Kind, Settings, explore, slices::unwatched};
use lockstep::machine::Preemption;
use plain::{Compared, replayed, start};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Most states of the plain search; beyond them only what it has found is compared.
const MOST_STATES: usize = 300_000;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/explore")
}

fn programs() -> BTreeMap<String, String> {
    programs_in(&folder().join("programs"))
}

fn programs_in(folder: &Path) -> BTreeMap<String, String> {
    let files = fs::read_dir(folder).expect("the folder is there");
    let paths = files.map(|f| f.expect("a file").path());
    let programs = paths.filter(|p| p.extension().is_some_and(|e| e == "py"));
    programs
        .map(|p| {
            let name = p.file_stem().unwrap_or_default().to_string_lossy();
            (name.into_owned(), fs::read_to_string(&p).expect("text"))
        })
        .collect()
}

fn compare(name: &str, source: &str, preemption: Preemption) -> Vec<String> {
    let start = start(name, source, preemption);
    let Compared {
        found,
        plain: (states, capped),
        mut problems,
    } = plain::compare(&start, &Settings::default(), MOST_STATES);
    if !found.complete {
        problems.push(format!("not complete: {:?}", found.bound));
    }
    println!(
        "{name} {}: {} outcomes, {} states, plain {states}{}",
        preemption.name(),
        found.outcomes.len(),
        found.states,
        if capped { " (capped)" } else { "" }
    );
    let place = format!("{name} {}: ", preemption.name());
    problems.iter().map(|p| format!("{place}{p}")).collect()
}

/// What is known not to be right yet, from `not-yet.txt`: a line is a program and a model, or `verdicts/` and a program.
fn not_yet() -> BTreeSet<String> {
    let text = fs::read_to_string(folder().join("not-yet.txt")).expect("the list is there");
    let lines = text.lines().filter(|l| !l.starts_with('#'));
    lines.map(str::to_owned).collect()
}

/// The problems that are to be told: those of a case that is not listed, and that a listed case has none.
fn unless_listed(listed: &BTreeSet<String>, case: &str, problems: Vec<String>) -> Vec<String> {
    match (listed.contains(case), problems.is_empty()) {
        (true, true) => vec![format!("{case}: is right now: take it off not-yet.txt")],
        (true, false) => {
            println!("{case}: not yet: {}", problems.join("; "));
            Vec::new()
        }
        (false, _) => problems,
    }
}

fn all(preemption: Preemption) {
    let only = std::env::var("LOCKSTEP_ONLY").unwrap_or_default();
    let (programs, listed) = (programs(), not_yet());
    assert!(programs.len() >= 40, "{} programs", programs.len());
    let mut problems = Vec::new();
    for (name, source) in programs.iter().filter(|(name, _)| name.contains(&only)) {
        let case = format!("{name} {}", preemption.name());
        let compared = || compare(name, source, preemption);
        let found = catch_unwind(AssertUnwindSafe(compared))
            .unwrap_or_else(|_| vec![format!("{case}: a panic")]);
        problems.extend(unless_listed(&listed, &case, found));
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

/// The programs that readers meet: too large for a search without reduction, but whatever is found must replay.
#[test]
fn examples_of_the_site_replay() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/examples");
    let (mut problems, listed) = (Vec::new(), not_yet());
    for (name, source) in programs_in(&folder) {
        let start = start(&name, &source, Preemption::Cpython);
        let found = explore(&start, &Settings::default(), &mut unwatched);
        let mut own = Vec::new();
        if !found.complete || found.outcomes.is_empty() {
            own.push(format!("{name}: not complete: {:?}", found.bound));
        } else {
            replayed(&start, &found, &mut own);
        }
        problems.extend(unless_listed(&listed, &format!("examples/{name}"), own));
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

/// Where a run cannot stop a thread the way that the graph proposes, another is taken.
#[test]
fn every_outcome_has_a_schedule_that_a_run_can_follow() {
    let name = "two_joins";
    let (_, source) = programs_in(&folder().join("programs"))
        .remove_entry(name)
        .expect("a program");
    let start = start(name, &source, Preemption::Cpython);
    for fewest_steps in [false, true] {
        let settings = Settings {
            fewest_steps,
            ..Settings::default()
        };
        let found = explore(&start, &settings, &mut unwatched);
        let kinds: Vec<Kind> = found.outcomes.iter().map(|o| o.ending.kind).collect();
        assert_eq!(
            (kinds, found.bound.as_deref()),
            (vec![Kind::Finished, Kind::Finished], None)
        );
        let told: Vec<bool> = found.outcomes.iter().map(|o| o.simplest).collect();
        assert_eq!(told, [true, !fewest_steps]);
        let mut problems = Vec::new();
        replayed(&start, &found, &mut problems);
        assert_eq!(problems, Vec::<String>::new());
    }
}

/// An exploration that is cut off has seen the simple runs first.
#[test]
fn few_preemptions_come_first() {
    let source = "import threading\nn = 0\ndef work():\n    global n\n    for _ in range(6): n += 1\n\
        ts = [threading.Thread(target=work) for _ in range(6)]\n\
        for t in ts: t.start()\nfor t in ts: t.join()\nprint(n)\n";
    let start = start("big", source, Preemption::Bytecode);
    let settings = Settings {
        max_states: 3_000,
        ..Settings::default()
    };
    let found = explore(&start, &settings, &mut unwatched);
    let outcomes = found.outcomes.iter();
    let told: Vec<_> = outcomes
        .map(|o| (o.ending.stdout.as_str(), o.preemptions))
        .collect();
    assert_eq!(found.bound.as_deref(), Some("3000 states"));
    assert_eq!(told[0], ("36\n", 0));
    assert!(
        told.len() > 3 && told.iter().all(|(_, n)| *n <= 1),
        "{told:?}"
    );
}

/// A program that is none has one outcome; so many runs that they take for ever are shared between the schedulers.
#[test]
fn json_of_what_does_not_begin_and_of_what_is_stopped() {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("stopped.py");
    let path = file.to_string_lossy();
    let explored = |source: &str, words: &[&str]| {
        fs::write(&file, source).expect("it is written");
        let (text, code) = command_line(&[&["explore", &path], words].concat());
        (text, code)
    };
    let (text, code) = explored("print(\n", &["--json"]);
    let found: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((code, &found["complete"]), (1, &true.into()));
    let outcome = &found["outcomes"][0];
    assert_eq!(
        (outcome["kind"].as_str(), &outcome["exit_code"]),
        (Some("exception"), &1.into())
    );
    let told = outcome["stderr"].as_str().unwrap_or_default();
    assert!(
        told.ends_with("SyntaxError: '(' was never closed\n"),
        "{told}"
    );
    let (text, _) = explored(
        "print(1)\n",
        &["--runs", "4000000000", "--max-seconds", "1"],
    );
    let counts = text
        .lines()
        .filter_map(|line| line.strip_prefix("Stopped after "));
    let counts: Vec<u32> = counts
        .filter_map(|line| line.split(' ').next()?.parse().ok())
        .collect();
    assert!(counts.len() == 2 && counts.iter().all(|n| *n > 1), "{text}");
    assert!(counts[0].abs_diff(counts[1]) <= 1, "{text}");
    assert_eq!(explored("print(1)\n", &["--max-states", "0"]).1, 2);
}

/// The report without what depends on how the search goes: counts of states, and schedules.
fn steady(report: &str) -> String {
    let mut out = String::new();
    for line in report.lines() {
        if line.starts_with("   replay: ") {
            continue;
        }
        // Lines of the library move whenever it is worked on.
        if let Some((before, after)) = line.split_once("\", line ")
            && before.contains("File \"<lib>/")
            && let Some((_, after)) = after.split_once(',')
        {
            out.push_str(&format!("{before}\",{after}\n"));
            continue;
        }
        match line.split_once(" states") {
            Some((before, after)) => {
                let before = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == 'N');
                out.push_str(&format!("{before}N states{after}\n"));
            }
            None => out.push_str(&format!("{line}\n")),
        }
    }
    out
}

fn command_line(arguments: &[&str]) -> (String, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_lockstep"))
        .args(arguments)
        .output()
        .expect("it starts");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    (text, output.status.code().unwrap_or(-1))
}

/// `verdicts/NAME.txt` is the report of `verdicts/NAME.py`, or `programs/NAME.py`, between any two instructions.
#[test]
fn verdicts_read_as_a_reader_expects() {
    let listed = not_yet();
    let verdicts = folder().join("verdicts");
    let mut names: BTreeSet<String> = programs_in(&verdicts).into_keys().collect();
    names.extend(["lock_one_forgets", "process_deadlock"].map(str::to_owned));
    assert!(names.len() >= 10, "{} programs", names.len());
    let mut problems = Vec::new();
    for name in &names {
        let own = verdicts.join(format!("{name}.py"));
        let file = match own.exists() {
            true => own,
            false => folder().join(format!("programs/{name}.py")),
        };
        let file = file.to_string_lossy();
        let (report, _) = command_line(&["explore", &file, "--preemption", "bytecode"]);
        let wanted = fs::read_to_string(verdicts.join(format!("{name}.txt"))).expect("a report");
        let wanted = steady(&wanted);
        let case = format!("verdicts/{name}");
        let report = steady(&report);
        let found = match report == wanted {
            true => Vec::new(),
            false => vec![format!("{case}: {report}\nis not\n{wanted}")],
        };
        problems.extend(unless_listed(&listed, &case, found));
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn a_deadlock_as_json() {
    let file = folder().join("verdicts/total_deadlock.py");
    let file = file.to_string_lossy();
    let (text, code) = command_line(&["explore", &file, "--preemption", "bytecode", "--json"]);
    assert_eq!(code, 3);
    let found: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(found["complete"], true);
    assert_eq!(found["races"], serde_json::json!([]));
    let outcomes = found["outcomes"].as_array().expect("a list");
    let kinds: Vec<&str> = outcomes.iter().filter_map(|o| o["kind"].as_str()).collect();
    assert_eq!(kinds, ["finished", "deadlock"]);
    let deadlock = &outcomes[1];
    assert_eq!(deadlock["exit_code"], 3);
    assert_eq!(deadlock["stdout"], "");
    assert_eq!(deadlock["preemptions"], 1);
    assert_eq!(
        deadlock["blocked"],
        serde_json::json!([
            {"process": "MainProcess", "thread": "MainThread", "on": "the end of Thread-1 (eat)"},
            {"process": "MainProcess", "thread": "Thread-1 (eat)", "on": "forks[1]"},
            {"process": "MainProcess", "thread": "Thread-2 (eat)", "on": "forks[0]"},
        ])
    );
    assert_eq!(
        deadlock["verdicts"],
        serde_json::json!([{
            "verdict": "total deadlock",
            "threads": ["MainThread", "Thread-1 (eat)", "Thread-2 (eat)"],
            "text": "No thread can ever move again.",
        }])
    );
    assert_eq!(
        found["verdicts"][0]["threads"],
        serde_json::json!(["Thread-1 (eat)", "Thread-2 (eat)"])
    );
    assert_eq!(found["verdicts"][0]["verdict"], "never joined");
}

/// A verdict of the program as a whole has a schedule of its own.
#[test]
fn starvation_as_json() {
    let file = folder().join("verdicts/starvation.py");
    let file = file.to_string_lossy();
    let model = ["--preemption", "bytecode"];
    let (text, code) = command_line(&[&["explore", &file, "--json"], &model[..]].concat());
    assert_eq!(code, 0);
    let found: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let starved = &found["verdicts"][0];
    assert_eq!(starved["verdict"], "starvation");
    assert_eq!(
        starved["threads"],
        serde_json::json!(["Thread-2 (once)", "Thread-1 (poll)"])
    );
    let schedule = starved["schedule"].as_str();
    assert!(schedule.is_some_and(|s| s.starts_with('m')), "{schedule:?}");
}

/// A report of a program that prints without end stays readable.
#[test]
fn long_output_is_cut_in_the_report() {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("talkative.py");
    fs::write(&file, "for i in range(1000): print(i)\n").expect("it is written");
    let (report, code) = command_line(&["explore", &file.to_string_lossy()]);
    assert_eq!(code, 0);
    assert!(
        report.contains("   | 199\n   (800 lines more)\n") && !report.contains("   | 200\n"),
        "{report}"
    );
}

/// Programs that never end meet a bound, soon, and the answer says which.
#[test]
fn what_never_ends_meets_a_bound() {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("endless.py");
    let explored = |body: &str, bound: &[&str]| {
        let source = format!(
            "import threading, queue\nitems = []\nq = queue.Queue()\n{body}\n\
             for _ in range(2): threading.Thread(target=work).start()\n"
        );
        fs::write(&file, source).expect("it is written");
        let path = file.to_string_lossy();
        let mut arguments = vec!["explore", &path, "--json"];
        arguments.extend(bound);
        let begin = std::time::Instant::now();
        let (text, code) = command_line(&arguments);
        let found: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!((&found["complete"], code), (&false.into(), 4), "{text}");
        let seconds = begin.elapsed().as_secs();
        assert!(seconds < 60, "{seconds} s for {body}");
        found["bound"].as_str().unwrap_or_default().to_owned()
    };
    let put = "def work():\n    while True: q.put(1)";
    let print = "def work():\n    while True: print(1)";
    let append = "def work():\n    while True: items.append(1)";
    let bomb = "def work():\n    while True: threading.Thread(target=print).start()";
    let memory = ["--max-memory", "40M", "--max-seconds", "3600"];
    assert_eq!(explored(put, &memory), "40 MB of memory");
    for body in [put, print, append, bomb] {
        assert_eq!(explored(body, &["--max-seconds", "1"]), "1 second");
    }
    assert_eq!(explored(append, &["--max-states", "100"]), "100 states");
}

#[test]
fn claims_on_the_command_line() {
    let grade = |most: &str, claims: &[&str]| {
        let file = folder().join("programs/global_update.py");
        let file = file.to_string_lossy();
        let mut arguments = vec![
            "grade",
            &file,
            "--preemption",
            "bytecode",
            "--max-states",
            most,
        ];
        claims.iter().for_each(|c| arguments.extend(["--claim", c]));
        command_line(&arguments)
    };
    let (text, code) = grade(
        "1000",
        &["outcomes=1|2", "race=n", "deadlocks=never", "prints=2"],
    );
    let proof =
        "Proved: N states covered; for this program, input, seed 0 and the model bytecode.\n";
    assert_eq!((steady(&text).as_str(), code), (proof, 0));
    let (text, code) = grade("1000", &["outcomes=2", "race=n"]);
    let wrong = "`outcomes=\"2\"` is wrong: a run prints `1`.\nreplay: --schedule \"";
    assert!(text.starts_with(wrong) && code == 1, "{text}");
    let (text, code) = grade("3", &["deadlocks=never"]);
    assert_eq!(code, 4, "{text}");
    assert_eq!(
        steady(&text),
        "No verdict: not complete (N states): 4 states covered.\n"
    );
    assert_eq!(grade("3", &["race"]).1, 2);
}

#[test]
fn as_a_plain_search_between_any_two_instructions() {
    all(Preemption::Bytecode);
}

#[test]
fn as_a_plain_search_where_cpython_switches() {
    all(Preemption::Cpython);
}

#[test]
fn as_a_plain_search_without_a_gil() {
    all(Preemption::FreeThreaded);
}

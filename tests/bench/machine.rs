//! The measures of the machine: speed against CPython 3.13, what a state costs, what a start costs.
//! `cargo xtask bench machine` runs it with optimisation and prints the table.

mod processor;

use lockstep::machine::{Options, State, ThreadId};
use lockstep::schedule::{AsCpython, Policy};
use processor::{TICK, children};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Runs of each program; the median counts.
const RUNS: usize = 3;
/// States that are kept.
const KEPT: usize = 10_000;
/// Starts of a program that are timed together.
const STARTS: u32 = 50;
fn main() {
    // `cargo test --benches` and the like run this too: measuring is for `cargo bench` alone.
    if !std::env::args().any(|word| word == "--bench") {
        return;
    }
    let mut rows = Rows::default();
    states(&mut rows);
    start(&mut rows);
    speed(&mut rows);
    rows.finish();
}

/// The table, printed as it grows.
#[derive(Default)]
struct Rows {
    missed: u32,
}

impl Rows {
    fn add(&mut self, what: &str, found: f64, unit: &str, most: Option<f64>) {
        let target = most.map_or(String::new(), |most| format!("at most {most} {unit}"));
        let missed = most.is_some_and(|most| found > most);
        self.missed += u32::from(missed);
        let mark = if missed { "  MISSED" } else { "" };
        println!("{what:<44} {found:>10.2} {unit:<4} {target}{mark}");
    }

    fn finish(self) {
        println!("{} targets missed", self.missed);
        if self.missed > 0 {
            std::process::exit(1);
        }
    }
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/bench")
        .join(name)
}

/// A machine in front of the first instruction of a program.
fn load(name: &str) -> State {
    let source = std::fs::read(folder("state").join(name)).expect("a program of this folder");
    lockstep::machine::load(name, &source, &Options::default()).expect("a program that compiles")
}

/// Who moves next by the default policy; `None` at the end.
fn next(state: &State, policy: &mut AsCpython) -> Option<ThreadId> {
    let moves = state.moves();
    (!moves.is_empty()).then(|| policy.choose(state, &moves))
}

/// Processor time of this thread in seconds, by the scheduler's own books.
fn processor() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(text.split(' ').next()?.parse::<f64>().ok()? / 1e9)
}

/// Seconds that some work takes: processor time where the system tells it.
fn seconds(work: impl FnOnce()) -> f64 {
    let (begin, clock) = (processor(), Instant::now());
    work();
    match (begin, processor()) {
        (Some(begin), Some(end)) => end - begin,
        _ => clock.elapsed().as_secs_f64(),
    }
}

/// Bytes of this process in memory.
fn resident() -> f64 {
    let text = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: f64 = text
        .split(' ')
        .nth(1)
        .and_then(|n| n.parse().ok())
        .unwrap_or(0.0);
    pages * 4096.0
}

fn states(rows: &mut Rows) {
    let (mut state, mut policy) = (load("bank.py"), AsCpython::new(0));
    let mut length = 0;
    while let Some(thread) = next(&state, &mut policy) {
        state.step(thread, None);
        length += 1;
    }
    let (mut state, mut policy) = (load("bank.py"), AsCpython::new(0));
    for _ in 0..length / 2 {
        let thread = next(&state, &mut policy).expect("the run is as long as before");
        state.step(thread, None);
    }
    let middle = state.clone();
    let clones = 200_000;
    let time = seconds(|| (0..clones).for_each(|_| drop(black_box(middle.clone()))));
    rows.add(
        "clone a state in the middle of a program",
        time / f64::from(clones) * 1e6,
        "µs",
        Some(2.0),
    );

    // As an explorer does: from each state of a stretch every thread that can move makes one step.
    let (mut branches, mut moves) = (0_u32, Vec::new());
    let time = seconds(|| {
        let (mut state, mut policy) = (middle.clone(), policy.clone());
        for _ in 0..3_000 {
            let thread = next(&state, &mut policy).expect("the second half is longer");
            for choice in state.moves() {
                let mut branch = state.clone();
                branch.step(choice.thread, None);
                branch.moves_into(&mut moves);
                black_box(&moves);
                branches += 1;
            }
            state.step(thread, None);
        }
    });
    rows.add(
        "clone, step, ask who can move",
        time / f64::from(branches) * 1e6,
        "µs",
        Some(3.0),
    );

    let before = resident();
    let mut kept = Vec::with_capacity(KEPT);
    let (mut state, mut policy) = (middle, policy);
    while kept.len() < KEPT {
        kept.push(state.clone());
        match next(&state, &mut policy) {
            Some(thread) => state.step(thread, None),
            None => (state, policy) = (load("bank.py"), AsCpython::new(0)),
        }
    }
    let used = (resident() - before) / 1e6;
    black_box(&kept);
    rows.add("10,000 kept states of 200 lines", used, "MB", Some(50.0));
}

/// Runs a command; what it printed.
fn run(command: &mut Command) -> Vec<u8> {
    let done = command
        .stderr(Stdio::inherit())
        .output()
        .expect("the command runs");
    assert!(done.status.success(), "{command:?} failed");
    done.stdout
}

fn lockstep(file: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lockstep"));
    command.arg("run").arg(file);
    command
}

fn start(rows: &mut Rows) {
    let file = folder("state").join("start.py");
    let begin = children();
    for _ in 0..STARTS {
        run(&mut lockstep(&file));
    }
    let time = (children() - begin) / f64::from(STARTS);
    rows.add(
        "a trivial program with a thread, whole",
        time * 1e3,
        "ms",
        Some(5.0),
    );
}

/// CPython 3.13, if it can be found.
fn cpython() -> Option<PathBuf> {
    let home = std::env::var("HOME").unwrap_or_default();
    let mut places: Vec<PathBuf> = vec!["python3.13".into()];
    if let Ok(found) = std::fs::read_dir(Path::new(&home).join(".pyenv/versions")) {
        let versions = found
            .flatten()
            .filter(|v| v.file_name().to_string_lossy().starts_with("3.13."));
        places.extend(versions.map(|v| v.path().join("bin/python3.13")));
    }
    let works = |place: &PathBuf| {
        let asked = Command::new(place).arg("--version").output();
        asked.is_ok_and(|said| said.stdout.starts_with(b"Python 3.13"))
    };
    places.into_iter().find(works)
}

/// The median of the processor times of several runs, and what they printed.
fn timed(mut command: impl FnMut() -> Command) -> (f64, Vec<u8>) {
    let mut times = Vec::new();
    let mut printed = Vec::new();
    for _ in 0..RUNS {
        let begin = children();
        printed = run(&mut command());
        times.push(children() - begin);
    }
    times.sort_by(f64::total_cmp);
    (times[RUNS / 2].max(TICK), printed)
}

fn speed(rows: &mut Rows) {
    let Some(cpython) = cpython() else {
        println!("no CPython 3.13 here: the machine's own times alone");
        for file in programs() {
            rows.add(&name(&file), timed(|| lockstep(&file)).0, "s", None);
        }
        return;
    };
    let mut sum = 0.0;
    let files = programs();
    for file in &files {
        let (own, printed) = timed(|| lockstep(file));
        let (theirs, expected) = timed(|| {
            let mut command = Command::new(&cpython);
            command.arg("-I").arg(file);
            command
        });
        assert!(
            printed == expected,
            "{} prints something else than on CPython",
            file.display()
        );
        let what = format!("{}: {own:.2} s, CPython {theirs:.2} s", name(file));
        rows.add(&what, own / theirs, "×", None);
        sum += (own / theirs).ln();
    }
    let mean = (sum / files.len() as f64).exp();
    rows.add("geometric mean of CPython's time", mean, "×", Some(3.0));
}

fn programs() -> Vec<PathBuf> {
    let found = std::fs::read_dir(folder("speed")).expect("tests/bench/speed");
    let mut files: Vec<PathBuf> = found.flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}

fn name(file: &Path) -> String {
    file.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

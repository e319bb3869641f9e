//! Virtual time: what cores, the switch interval and the length of a stride do, and what they do not.

use lockstep::machine::{Options, Preemption, State};
use lockstep::schedule::{AsCpython, Policy, finish};
use std::path::{Path, PathBuf};

/// Eight threads or two processes that only compute; prints the virtual microseconds of the whole.
fn race(kind: &str) -> String {
    let (import, make, workers, rounds) = match kind {
        "threads" => ("import threading", "threading.Thread", 8, 2_000),
        _ => (
            "import multiprocessing",
            "multiprocessing.Process",
            2,
            10_000,
        ),
    };
    format!(
        "{import}
import time

def work():
    total = 0
    for i in range({rounds}):
        total += i

begin = time.perf_counter()
workers = [{make}(target=work) for _ in range({workers})]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(round((time.perf_counter() - begin) * 1e6))
"
    )
}

fn run(source: &str, options: &Options) -> State {
    let mut state = lockstep::machine::load("program.py", source.as_bytes(), options)
        .expect("a program that compiles");
    finish(&mut state);
    state
}

/// The virtual milliseconds that [`race`] takes.
fn elapsed(kind: &str, preemption: Preemption, cores: u32) -> f64 {
    let options = Options {
        preemption,
        cores,
        ..Options::default()
    };
    let text = run(&race(kind), &options).text(false);
    text.trim().parse::<f64>().expect("a number") / 1000.0
}

/// About what one thread computes, in milliseconds: 2,000 rounds of six instructions.
const ONE: f64 = 0.6;
/// What eight starts of 50 µs and the rest of the program may add.
const REST: f64 = 0.6;

#[test]
fn free_threads_are_as_many_times_faster_as_there_are_cores() {
    for (cores, rounds) in [(1, 8.0), (2, 4.0), (4, 2.0), (8, 1.0), (16, 1.0)] {
        let time = elapsed("threads", Preemption::FreeThreaded, cores);
        assert!(
            time > ONE * rounds && time < ONE * rounds + REST,
            "{cores} cores: {time} ms"
        );
    }
}

#[test]
fn three_cores_serve_eight_threads_in_turn() {
    let time = elapsed("threads", Preemption::FreeThreaded, 3);
    assert!(
        time > ONE * 8.0 / 3.0 && time < ONE * 8.0 / 3.0 + REST,
        "{time} ms"
    );
}

#[test]
fn with_the_gil_more_cores_change_nothing() {
    let one = elapsed("threads", Preemption::Cpython, 1);
    assert!(one > ONE * 8.0 && one < ONE * 8.0 + REST, "{one} ms");
    for cores in [2, 8] {
        assert_eq!(elapsed("threads", Preemption::Cpython, cores), one);
    }
}

#[test]
fn processes_run_in_parallel_on_as_many_cores_as_there_are() {
    let time = |cores| elapsed("processes", Preemption::Cpython, cores);
    // Two children of 3 ms each, and two forks of 1 ms each before them.
    let (one, two) = (time(1), time(2));
    assert!(one > 8.0 && one < 9.0, "1 core: {one} ms");
    assert!(two > 4.0 && two < 6.0, "2 cores: {two} ms");
    assert!(time(4) <= two);
}

#[test]
fn a_shorter_switch_interval_makes_more_handovers() {
    let source = "\
import threading

def work():
    for i in range(50000):
        pass

threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";
    let handovers = |switch_interval_ns| {
        let options = Options {
            switch_interval_ns,
            ..Options::default()
        };
        let mut state = lockstep::machine::load("program.py", source.as_bytes(), &options)
            .expect("a program that compiles");
        let (mut policy, mut last, mut count) = (AsCpython::new(0), None, 0);
        loop {
            let moves = state.moves();
            if moves.is_empty() {
                return count;
            }
            let thread = policy.choose(&state, &moves);
            count += u32::from(last.replace(thread).is_some_and(|last| last != thread));
            state.step(thread, None);
        }
    };
    let (long, short) = (handovers(5_000_000), handovers(1_000_000));
    assert!(
        long >= 2 && short >= long + 6,
        "{long} at 5 ms, {short} at 1 ms"
    );
}

#[test]
fn whoever_waits_for_a_lock_gets_it_an_interval_after_its_release() {
    // The holder goes on computing for longer than the interval after it gave the lock back.
    let source = "\
import threading, time
lock = threading.Lock()

def wait():
    with lock:
        print(round((time.perf_counter() - begin) * 1e3))

lock.acquire()
thread = threading.Thread(target=wait)
thread.start()
time.sleep(0.001)
begin = time.perf_counter()
lock.release()
for i in range(1000000):
    pass
thread.join()
";
    assert_eq!(run(source, &Options::default()).text(false), "5\n");
}

fn programs(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("tests/programs") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            programs(&path, found);
        } else if path.extension().is_some_and(|e| e == "py") && !path.ends_with("record.py") {
            found.push(path);
        }
    }
}

#[test]
fn strides_and_single_steps_make_the_same_run() {
    let mut files = Vec::new();
    programs(Path::new("tests/programs"), &mut files);
    files.sort();
    let mut wrong = Vec::new();
    for file in files {
        let source = std::fs::read(&file).expect("a program");
        let Ok(start) = lockstep::machine::load("program.py", &source, &Options::default()) else {
            continue;
        };
        let mut strides = start.clone();
        finish(&mut strides);
        if strides.instructions > 30_000 {
            continue;
        }
        let (mut steps, mut policy) = (start, AsCpython::new(0));
        loop {
            let moves = steps.moves();
            if moves.is_empty() {
                break;
            }
            let thread = policy.choose(&steps, &moves);
            steps.step(thread, None);
        }
        let what = |state: &State| {
            let clocks: Vec<u64> = state.threads.iter().map(|t| t.clock).collect();
            (state.instructions, clocks, state.output.clone())
        };
        if what(&strides) != what(&steps) {
            wrong.push(file);
        }
    }
    assert!(wrong.is_empty(), "these differ: {wrong:?}");
}

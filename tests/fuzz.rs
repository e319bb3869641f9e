//! Programs that nobody would write, from fixed seeds: none makes the machine panic or hang, each ends within its
//! limits. `cargo xtask fuzz` looks further, guided by coverage.

#[path = "../fuzz/src/check.rs"]
mod check;
#[path = "../fuzz/src/generate.rs"]
mod generate;
#[path = "../fuzz/src/grammar.rs"]
mod grammar;

use generate::{changed, noise, program};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::channel;
use std::time::Duration;

/// Programs that the grammar makes.
const GENERATED: u64 = 60;
/// Programs of tests/programs that are changed.
const CHANGED: u64 = 120;
/// A run that takes longer hangs: all of them take a fraction of a second.
const HANG: Duration = Duration::from_secs(120);

/// Runs a program on a thread of its own; a sentence if it panics or hangs.
fn attempt(source: Vec<u8>, choice: u64) -> Result<check::Ran, String> {
    let (done, result) = channel();
    let text = String::from_utf8_lossy(&source).into_owned();
    std::thread::Builder::new()
        .stack_size(16 << 20)
        .spawn(move || {
            let ran = catch_unwind(AssertUnwindSafe(|| check::run(&source, choice)));
            // Nobody listens any more if it took too long.
            let _ = done.send(ran);
        })
        .expect("a thread can be made");
    match result.recv_timeout(HANG) {
        Ok(Ok(ran)) => Ok(ran),
        Ok(Err(_)) => Err(format!("the machine panicked (options {choice}):\n{text}")),
        Err(_) => Err(format!("the machine hangs (options {choice}):\n{text}")),
    }
}

/// Instructions that every generated program executes before its own begin.
fn header() -> u64 {
    let ran = attempt(grammar::HEADER.into(), 0).expect("the header is a program");
    assert!(ran.ran && ran.code == 0, "the header ends well");
    ran.instructions
}

#[test]
fn programs_out_of_bytes_end_within_their_limits() {
    let header = header();
    let mut long = 0;
    for seed in 0..GENERATED {
        let bytes = noise(seed, 60 + (seed as usize * 37) % 500);
        let ran = attempt(program(&bytes).into_bytes(), seed).unwrap_or_else(|why| panic!("{why}"));
        long += u64::from(ran.ran && ran.instructions >= header + 100);
    }
    println!(
        "{long} of {GENERATED} generated programs execute 100 instructions or more of their own"
    );
    // The aim is a half; all of them are programs.
    assert!(
        long * 4 >= GENERATED * 3,
        "only {long} of {GENERATED} programs execute 100 instructions or more"
    );
}

fn collect(folder: &Path, files: &mut Vec<Vec<u8>>) {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .expect("the programs are there")
        .map(|entry| entry.expect("an entry can be read").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|e| e == "py") {
            files.push(fs::read(&path).expect("a program can be read"));
        }
    }
}

#[test]
fn changed_programs_end_within_their_limits() {
    let mut files = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
    collect(&root, &mut files);
    let mut ran = 0;
    for seed in 0..CHANGED {
        let changes = noise(seed + 1_000_000, 6 + (seed as usize % 3) * 6);
        let of = |n: u64| &files[(n % files.len() as u64) as usize];
        let source = changed(of(seed * 7), of(seed * 13 + 5), &changes);
        let done = attempt(source, seed).unwrap_or_else(|why| panic!("{why}"));
        ran += u64::from(done.ran);
    }
    println!("{ran} of {CHANGED} changed programs are still programs");
    assert!(
        ran * 5 >= CHANGED,
        "only {ran} of {CHANGED} changed programs are still programs"
    );
}

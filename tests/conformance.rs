//! Runs every program under `tests/programs` on the machine and compares it with the expectations in the
//! file, which `tests/programs/record.py` compares with CPython (format: tests/programs/README.md).
//!
//! Programs that do not run as on CPython yet are listed in `tests/programs/not-yet.txt`. They are
//! counted aloud, and one that has begun to pass must leave the list.

use lockstep::command;
use lockstep::machine::{Limits, Options};
use lockstep::schedule::finish;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// Enough for every program here but the endless ones, whose limit this is.
const STEPS: u64 = 200_000_000;

#[derive(Debug, Default)]
struct Expected {
    stdout: String,
    stderr: Option<String>,
    stderr_has: Vec<String>,
    exit: u8,
    args: Vec<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs")
}

fn expected(source: &str) -> Expected {
    let mut found = Expected::default();
    let (mut beside, mut block) = (String::new(), None);
    let (mut out, mut err) = (None::<String>, None::<String>);
    for line in source.lines() {
        if line == "# stdout:" {
            block = Some(false);
            out = Some(String::new());
        } else if line == "# stderr:" {
            block = Some(true);
            err = Some(String::new());
        } else if let (Some(text), Some(is_err)) = (line.strip_prefix("#|"), block) {
            let target = if is_err { &mut err } else { &mut out };
            let target = target.get_or_insert_default();
            target.push_str(text.strip_prefix(' ').unwrap_or(text));
            target.push('\n');
        } else if let Some(text) = line.strip_prefix("# exit: ") {
            found.exit = text.trim().parse().expect("an exit code is a number");
        } else if let Some(text) = line.strip_prefix("# stderr-has: ") {
            found.stderr_has.push(text.to_string());
        } else if let Some(text) = line.strip_prefix("# args: ") {
            found.args = text.split_whitespace().map(String::from).collect();
        } else if let Some((_, text)) = line.split_once("# expect:") {
            beside.push_str(text.strip_prefix(' ').unwrap_or(text));
            beside.push('\n');
        }
    }
    found.stdout = out.unwrap_or(beside);
    found.stderr = err;
    found
}

/// Frames of library modules without their lines; addresses as one word.
fn normalised(text: &str) -> String {
    let mut out = String::new();
    let mut inside = None;
    for line in text.lines() {
        let indent = line.chars().take_while(|c| *c == ' ').count();
        if let Some(depth) = inside {
            if indent > depth {
                continue;
            }
            inside = None;
        }
        let trimmed = line.trim_start();
        if let Some(rest) = trimmed.strip_prefix("File \"<lib>/")
            && let Some((file, rest)) = rest.split_once('"')
            && let Some((_, name)) = rest.split_once(", in ")
        {
            out.push_str(&format!(
                "{}File \"<lib>/{file}\", in {name}\n",
                " ".repeat(indent)
            ));
            inside = Some(indent);
            continue;
        }
        out.push_str(&without_addresses(line));
        out.push('\n');
    }
    out
}

fn without_addresses(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find("0x") {
        let digits = rest[at + 2..]
            .chars()
            .take_while(char::is_ascii_hexdigit)
            .count();
        if digits >= 6 {
            out.push_str(&rest[..at]);
            out.push_str("0xADDRESS");
        } else {
            out.push_str(&rest[..at + 2 + digits]);
        }
        rest = &rest[at + 2 + digits..];
    }
    out.push_str(rest);
    out
}

/// Runs one program: exit code, stdout, stderr.
fn run(name: &str, source: &str, args: &[String]) -> (u8, String, String) {
    let options = Options {
        args: args.to_vec(),
        limits: Limits {
            steps: STEPS,
            ..Limits::default()
        },
        ..Options::default()
    };
    match command::load(name, source.as_bytes(), options) {
        Ok(mut state) => {
            finish(&mut state);
            let (code, text) = command::outcome(name, &state);
            (code, state.text(false), state.text(true) + &text)
        }
        Err((code, text)) => (code, String::new(), text),
    }
}

/// What is wrong with a program, if anything.
fn compare(path: &Path) -> Result<(), String> {
    let source = fs::read_to_string(path).expect("a program can be read");
    let name = path
        .file_name()
        .and_then(|n| n.to_str())
        .expect("a file has a name")
        .to_string();
    let expected = expected(&source);
    let ran = catch_unwind(AssertUnwindSafe(|| run(&name, &source, &expected.args)));
    let Ok((code, stdout, stderr)) = ran else {
        return Err("the machine panicked".into());
    };
    let (stdout, stderr) = (normalised_out(&stdout), normalised(&stderr));
    if stdout != expected.stdout {
        return Err(format!(
            "stdout:\n{stdout}\nexpected:\n{}\nstderr:\n{stderr}",
            expected.stdout
        ));
    }
    if code != expected.exit {
        return Err(format!(
            "exit code {code}, expected {}:\n{stderr}",
            expected.exit
        ));
    }
    if expected.stderr_has.is_empty() {
        let wanted = expected.stderr.clone().unwrap_or_default();
        if stderr != wanted {
            return Err(format!("stderr:\n{stderr}\nexpected:\n{wanted}"));
        }
    } else if let Some(missing) = expected
        .stderr_has
        .iter()
        .find(|text| !stderr.contains(*text))
    {
        return Err(format!("stderr has no {missing:?}:\n{stderr}"));
    }
    Ok(())
}

/// Library frames are normalised in stdout too, addresses are not.
fn normalised_out(text: &str) -> String {
    if text.contains("File \"<lib>/") {
        normalised(text)
    } else {
        text.to_string()
    }
}

fn programs() -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut areas: Vec<PathBuf> = fs::read_dir(root())
        .expect("the programs are there")
        .map(|entry| entry.expect("an entry can be read").path())
        .filter(|path| path.is_dir())
        .collect();
    areas.sort();
    for area in areas {
        let mut files: Vec<PathBuf> = fs::read_dir(&area)
            .expect("an area can be read")
            .map(|entry| entry.expect("an entry can be read").path())
            .filter(|path| path.extension().is_some_and(|e| e == "py"))
            .collect();
        files.sort();
        for file in files {
            let name = file
                .strip_prefix(root())
                .expect("below the root")
                .display()
                .to_string();
            found.push((name, file));
        }
    }
    found
}

#[test]
fn every_program_runs_as_on_cpython() {
    let programs = programs();
    assert!(programs.len() >= 200, "the suite has at least 200 programs");
    let list = fs::read_to_string(root().join("not-yet.txt")).unwrap_or_default();
    let not_yet: BTreeSet<&str> = list
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
        .collect();
    let mut table: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    let (mut failures, mut passing) = (Vec::new(), Vec::new());
    // The machine's own stack must not depend on how tests are started.
    for (name, path) in &programs {
        let path = path.clone();
        let result = std::thread::Builder::new()
            .stack_size(16 << 20)
            .spawn(move || compare(&path))
            .expect("a thread can be made")
            .join()
            .unwrap_or_else(|_| Err("the machine panicked".into()));
        let area = name.split('/').next().unwrap_or_default().to_string();
        let row = table.entry(area).or_default();
        match result {
            Ok(()) => {
                row.0 += 1;
                if not_yet.contains(name.as_str()) {
                    passing.push(name.clone());
                }
            }
            Err(why) => {
                row.1 += 1;
                if !not_yet.contains(name.as_str()) {
                    failures.push(format!("== {name}\n{why}"));
                } else if std::env::var_os("LOCKSTEP_SHOW_NOT_YET").is_some() {
                    println!("== {name}\n{why}");
                }
            }
        }
    }
    println!("{:<14} {:>6} {:>8}", "area", "passed", "not yet");
    for (area, (passed, failed)) in &table {
        println!("{area:<14} {passed:>6} {failed:>8}");
    }
    let passed: u32 = table.values().map(|row| row.0).sum();
    println!("{passed} of {} programs run as on CPython", programs.len());
    assert!(
        failures.is_empty(),
        "{} programs differ:\n{}",
        failures.len(),
        failures.join("\n")
    );
    assert!(
        passing.is_empty(),
        "these pass now, take them off not-yet.txt: {passing:?}"
    );
    for name in &not_yet {
        assert!(
            programs.iter().any(|(n, _)| n == name),
            "not-yet.txt names no program: {name}"
        );
    }
}

#[test]
fn expectations_are_read_as_the_recorder_writes_them() {
    let found = expected("print(1)  # expect: 1\nprint()  # expect:\n# exit: 3\n# args: a b\n");
    assert_eq!(found.stdout, "1\n\n");
    assert_eq!((found.exit, found.args.len()), (3, 2));
    let found = expected("# stdout:\n#| x\n#|\n# stderr:\n#|   y\n");
    assert_eq!(
        (found.stdout.as_str(), found.stderr.as_deref()),
        ("x\n\n", Some("  y\n"))
    );
}

#[test]
fn library_frames_lose_their_lines() {
    let text = "  File \"<lib>/threading.py\", line 9, in run\n    self.f()\n    ~~~~~~^^\nE: at 0x7f0000000010\n";
    assert_eq!(
        normalised(text),
        "  File \"<lib>/threading.py\", in run\nE: at 0xADDRESS\n"
    );
}

//! `conformance`: the programs of tests/programs on the machine and, where it is found, on CPython.
use crate::run::{cargo, command, output, root, run, say};
use anyhow::Result;

/// Both sides, a table per area each.
pub fn conformance() -> Result<()> {
    say("On the machine");
    let arguments = "test --quiet --locked --test conformance -- --nocapture";
    let arguments: Vec<&str> = arguments.split(' ').collect();
    let machine = run(&mut cargo(&arguments));
    let cpython = on_cpython();
    machine.and(cpython)
}

/// The recorded expectations against a real CPython 3.13; says so where there is none.
pub fn on_cpython() -> Result<()> {
    let Some(python) = interpreter() else {
        say("No CPython 3.13 here: the recorded outputs are not checked again");
        return Ok(());
    };
    say("On CPython 3.13 (about two minutes)");
    let script = root().join("tests/programs/record.py");
    let script = script.to_string_lossy().into_owned();
    let check = |jobs: &str| {
        let arguments = [&script, "check", "--python", &python, "--jobs", jobs];
        run(&mut command(&python, &arguments))
    };
    check("4").or_else(|_| {
        // Some programs are ordered by sleeps of 50 ms, which a machine under heavy load can overrun.
        say("Some programs differed: all of them once more, one at a time");
        check("1")
    })
}

/// A CPython 3.13: on PATH, or among pyenv's versions.
fn interpreter() -> Option<String> {
    let is_oracle = |python: &String| {
        output(&mut command(python, &["--version"])).is_some_and(|v| v.contains(" 3.13."))
    };
    let mut candidates = vec!["python3.13".to_string()];
    if let Some(pyenv) = output(&mut command("pyenv", &["root"])) {
        let versions = output(&mut command("pyenv", &["versions", "--bare"])).unwrap_or_default();
        for version in versions.lines().filter(|v| v.starts_with("3.13.")) {
            candidates.push(format!("{pyenv}/versions/{version}/bin/python3.13"));
        }
    }
    candidates.into_iter().find(is_oracle)
}

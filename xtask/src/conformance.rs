//! `conformance`: the programs of tests/programs on the machine and, where it is found, on CPython; and what CPython
//! makes of the programs of tests/explore.
use crate::run::{cargo, command, output, root, run, run_complaining, say, target_folder};
use anyhow::Result;

/// Both sides, a table per area each.
pub fn conformance() -> Result<()> {
    say("On the machine");
    let arguments = "test --quiet --locked --test conformance -- --nocapture";
    let arguments: Vec<&str> = arguments.split(' ').collect();
    let machine = run(&mut cargo(&arguments));
    let cpython = on_cpython();
    let explorer = explorer_on_cpython();
    machine.and(cpython).and(explorer)
}

/// The recorded expectations against a real CPython 3.13; says so where there is none.
pub fn on_cpython() -> Result<()> {
    let Some(python) = interpreter("3.13") else {
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

/// Pythons on which the programs of tests/explore are run, each with the model that says where it switches.
const PEERS: [(&str, &str); 3] = [
    ("3.8", "bytecode"),
    ("3.11", "cpython"),
    ("3.13", "cpython"),
];

/// How long they are run on each.
const SECONDS: &str = "20";

/// Whether every outcome that a real CPython produces is among those that the explorer finds, and whether the model
/// switches where they do; says which Pythons are missing.
pub fn explorer_on_cpython() -> Result<()> {
    let mut found = Vec::new();
    for (version, model) in PEERS {
        match interpreter(version) {
            Some(python) => found.push(format!("{model}={python}")),
            None => say(&format!(
                "skipped: no CPython {version} here; `pyenv install {version}` brings it"
            )),
        }
    }
    let (there, all) = (found.len(), PEERS.len());
    say(&format!(
        "{there} of {all} Pythons, {SECONDS} seconds on each"
    ));
    let Some(first) = found.first() else {
        return Ok(());
    };
    let build = "build --quiet --locked --features ssr --bin lockstep";
    run(&mut cargo(&build.split(' ').collect::<Vec<_>>()))?;
    let program = target_folder().join("debug/lockstep");
    let python = first.split_once('=').map_or("python3", |(_, path)| path);
    let check = |script: &str| {
        let mut check = command(python, &["-W", "ignore"]);
        check
            .arg(root().join(script))
            .arg("--lockstep")
            .arg(&program);
        check
    };
    let mut outcomes = check("tests/explore/on_cpython.py");
    run_complaining(outcomes.args(["--seconds", SECONDS]).args(&found))?;
    say("Where the model cpython switches");
    let of_model = found.iter().filter_map(|p| p.strip_prefix("cpython="));
    run_complaining(check("tests/explore/switch_points.py").args(of_model))
}

/// A CPython of that version: on PATH, or among pyenv's.
fn interpreter(version: &str) -> Option<String> {
    let wanted = format!(" {version}.");
    let is_wanted = |python: &String| {
        output(&mut command(python, &["--version"])).is_some_and(|v| v.contains(&wanted))
    };
    let mut candidates = vec![format!("python{version}")];
    if let Some(pyenv) = output(&mut command("pyenv", &["root"])) {
        let versions = output(&mut command("pyenv", &["versions", "--bare"])).unwrap_or_default();
        let prefix = format!("{version}.");
        for installed in versions.lines().filter(|v| v.starts_with(&prefix)) {
            candidates.push(format!("{pyenv}/versions/{installed}/bin/python{version}"));
        }
    }
    candidates.into_iter().find(is_wanted)
}

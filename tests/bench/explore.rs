//! The measures of the explorer: processor time from source text to verdict, states and lengths of counterexamples
//! on the programs of `tests/bench/explore`, beside Harmony, SPIN and frontrun in the same run where they are found.
//! `cargo xtask bench explore` runs it with optimisation and prints the table.

mod processor;

use processor::{TICK, children};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Programs shorter than this are run again until so much processor time has passed.
const ENOUGH: f64 = 20.0 * TICK;
/// Most runs of a program.
const MOST_RUNS: u32 = 60;

/// A program, and what is known of it.
struct Case {
    name: &'static str,
    /// States of a plain search of the workers' visible operations, where that is known.
    plain: Option<u64>,
    /// Visible steps of the shortest failing run; 0 if none fails.
    steps: Option<u64>,
    /// SPIN's model and its options.
    spin: Option<(&'static str, &'static str)>,
}

const fn case(
    name: &'static str,
    plain: Option<u64>,
    steps: Option<u64>,
    spin: Option<(&'static str, &'static str)>,
) -> Case {
    Case {
        name,
        plain,
        steps,
        spin,
    }
}

const CASES: [Case; 17] = [
    case("w1_2x1", Some(12), Some(4), Some(("w1", "-DT=2 -DN=1"))),
    case("w1_2x3", Some(195), Some(12), Some(("w1", "-DT=2 -DN=3"))),
    case("w1_3x2", Some(904), Some(12), Some(("w1", "-DT=3 -DN=2"))),
    case(
        "w1_4x2",
        Some(17_231),
        Some(16),
        Some(("w1", "-DT=4 -DN=2")),
    ),
    case("w2", None, Some(2), Some(("w2", ""))),
    case("w3_naive_3", None, Some(3), Some(("w3", "-DN=3"))),
    case("w3_naive_4", None, Some(4), Some(("w3", "-DN=4"))),
    case("w3_naive_5", None, Some(5), Some(("w3", "-DN=5"))),
    case(
        "w3_ordered_3",
        Some(72),
        Some(0),
        Some(("w3", "-DN=3 -DORDERED")),
    ),
    case(
        "w3_ordered_4",
        Some(320),
        Some(0),
        Some(("w3", "-DN=4 -DORDERED")),
    ),
    case(
        "w3_ordered_5",
        Some(1_424),
        Some(0),
        Some(("w3", "-DN=5 -DORDERED")),
    ),
    case("w4_right", Some(3_090), Some(0), Some(("w4", ""))),
    case("w4_notify", None, Some(30), Some(("w4", "-DBUGN"))),
    case("w4_if", None, Some(16), Some(("w4", "-DBUGIF"))),
    // Loads and stores of `inside` apart, as ours are: five operations in the critical section. `w5_count` has two.
    case("w5", Some(88), Some(0), Some(("w5", "-DROUNDS=1"))),
    case("w5_count", Some(58), Some(0), None),
    case("w1_5x2", None, None, None),
];

/// What frontrun is asked, the program that is explored beside it, and how many times less processor time that takes at
/// least. Ours is the whole exploration, also where frontrun stops at the first failure.
const FRONTRUN: [(&str, &str, &str, f64); 4] = [
    ("w1", "all", "w1_2x3", 100.0),
    ("w1", "first", "w1_2x3", 10.0),
    ("w3", "all", "w3_ordered_5", 100.0),
    ("w3", "first", "w3_naive_5", 10.0),
];

/// The program that shows how many states a second are looked at.
const LARGE: &str = "w1_5x2";
/// States per second of processor time.
const LEAST_RATE: f64 = 200_000.0;

fn main() {
    // `cargo test --benches` and the like run this too: measuring is for `cargo bench` alone.
    if !std::env::args().any(|word| word == "--bench") {
        return;
    }
    let harmony = peer("harmony", "Harmony", "LOCKSTEP_HARMONY");
    let frontrun = peer("frontrun", "frontrun", "LOCKSTEP_FRONTRUN");
    let spin = works(Path::new("spin"), "-V") && works(Path::new("gcc"), "--version");
    if !spin {
        println!("skipped: SPIN is not here; `apt install spin gcc` brings it");
    }
    println!(
        "{:<13} {:>9} {:>9} {:>6} {:>9} {:>9}  {:>7} {:>7} {:>7}  {:>5} {:>5}",
        "program",
        "own ms",
        "Harmony",
        "×",
        "SPIN run",
        "and made",
        "states",
        "plain",
        "Harmony",
        "steps",
        "most"
    );
    let mut missed = Vec::new();
    let mut times = BTreeMap::new();
    for case in &CASES {
        let own = measure(case, harmony.as_deref(), spin, &mut missed);
        times.insert(case.name, own);
    }
    if let Some(frontrun) = &frontrun {
        beside_frontrun(frontrun, &times, &mut missed);
    }
    for sentence in &missed {
        println!("MISSED: {sentence}");
    }
    println!("{} targets missed", missed.len());
    if !missed.is_empty() {
        std::process::exit(1);
    }
}

/// What frontrun takes for the programs that it can be given.
fn beside_frontrun(frontrun: &Path, times: &BTreeMap<&'static str, f64>, missed: &mut Vec<String>) {
    for (program, aim, name, least) in FRONTRUN {
        let (time, printed) = repeated(|| by_frontrun(frontrun, program, aim));
        let runs = String::from_utf8_lossy(&printed);
        let Ok(runs) = runs.trim().parse::<u64>() else {
            println!("skipped: frontrun gives no answer to {program} {aim}");
            continue;
        };
        let times = time / times[name];
        println!(
            "frontrun {program} {aim}: {:.0} ms, {runs} executions: {times:.0} times {name}, at least {least}",
            time * 1e3
        );
        if times < least {
            missed.push(format!(
                "frontrun takes {times:.0} times {name} for {program} {aim}, at least {least}"
            ));
        }
    }
}

/// One row of the table, and the processor time of the exploration; targets that are missed are added.
fn measure(case: &Case, harmony: Option<&Path>, spin: bool, missed: &mut Vec<String>) -> f64 {
    let name = case.name;
    let file = folder().join(format!("{name}.py"));
    let (own, printed) = repeated(|| explore(&file));
    let found: Value = serde_json::from_slice(&printed).expect("the explorer prints one object");
    let states = found["states"].as_u64().unwrap_or(0);
    if found["complete"] != true {
        missed.push(format!("{name} is not complete"));
    }
    let model = folder().join(format!("harmony/{name}.hny"));
    let theirs = harmony
        .filter(|_| model.exists())
        .map(|harmony| by_harmony(harmony, &model));
    if let Some((time, _)) = theirs
        && own * 10.0 > time
    {
        missed.push(format!(
            "{name} takes {:.2} of Harmony's time, at most 0.1",
            own / time
        ));
    }
    let checked = case
        .spin
        .filter(|_| spin)
        .map(|(model, options)| by_spin(model, options));
    if let Some((run, made)) = checked {
        if name == "w1_4x2" && own > 3.0 * run {
            missed.push(format!(
                "{name} takes {:.1} times SPIN's bare run, at most 3",
                own / run
            ));
        }
        if own * 20.0 > made {
            missed.push(format!(
                "{name} takes {:.3} of SPIN's whole time, at most 0.05",
                own / made
            ));
        }
    }
    let steps = shortest_failure(&found, name);
    if case.plain.is_some_and(|most| states > most) {
        missed.push(format!("{name} has {states} states"));
    }
    if let (Some(most), Some(steps)) = (case.steps, steps)
        && (most == 0 || steps > most)
    {
        missed.push(format!(
            "{name} has a counterexample of {steps} steps, wanted {most}"
        ));
    }
    let number = |n: Option<u64>| n.map_or("-".to_string(), |n| n.to_string());
    let ms = |t: Option<f64>| t.map_or("-".to_string(), |t| format!("{:.1}", t * 1e3));
    println!(
        "{name:<13} {:>9} {:>9} {:>6} {:>9} {:>9}  {states:>7} {:>7} {:>7}  {:>5} {:>5}",
        ms(Some(own)),
        ms(theirs.map(|(time, _)| time)),
        theirs.map_or("-".to_string(), |(time, _)| format!("{:.3}", own / time)),
        ms(checked.map(|(run, _)| run)),
        ms(checked.map(|(_, made)| made)),
        number(case.plain),
        number(theirs.and_then(|(_, states)| states)),
        number(steps),
        number(case.steps),
    );
    if name == LARGE {
        let rate = states as f64 / own;
        println!("{name}: {rate:.0} states per second of processor time, at least {LEAST_RATE}");
        if rate < LEAST_RATE {
            missed.push(format!("{rate:.0} states per second"));
        }
    }
    own
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/explore")
}

fn explore(file: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lockstep"));
    command
        .args([
            "explore",
            "--preemption",
            "bytecode",
            "--minimise",
            "steps",
            "--json",
        ])
        .arg(file);
    command
}

/// Steps of the shortest run that fails: in W1 one that loses an update.
fn shortest_failure(found: &Value, name: &str) -> Option<u64> {
    let outcomes = found["outcomes"].as_array()?;
    let whole = |o: &Value| -> u64 {
        let printed = o["stdout"].as_str().unwrap_or_default().trim();
        printed.parse().unwrap_or(0)
    };
    let all = outcomes.iter().map(whole).max().unwrap_or(0);
    let fails = |o: &&Value| match name.starts_with("w1") {
        true => whole(o) < all,
        false => o["kind"] != "finished" || o["stderr"] != "",
    };
    outcomes
        .iter()
        .filter(fails)
        .filter_map(|o| o["steps"].as_u64())
        .min()
}

/// Processor time of one run in seconds, from so many that it can be told, and what the last one printed.
fn repeated(mut command: impl FnMut() -> Command) -> (f64, Vec<u8>) {
    let begin = children();
    let mut runs = 0;
    loop {
        let done = command()
            .stderr(Stdio::null())
            .output()
            .expect("the command starts");
        runs += 1;
        let time = children() - begin;
        if time >= ENOUGH || runs == MOST_RUNS {
            return (time.max(TICK) / f64::from(runs), done.stdout);
        }
    }
}

fn works(program: &Path, option: &str) -> bool {
    let mut asked = Command::new(program);
    asked
        .arg(option)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    asked.status().is_ok_and(|status| status.success())
}

/// A peer written in Python: what a variable names, on PATH, or in an environment of its own.
fn peer(program: &str, name: &str, variable: &str) -> Option<PathBuf> {
    let home = std::env::var("HOME").unwrap_or_default();
    let own = Path::new(&home).join(".cache/lockstep").join(program);
    let named = std::env::var_os(variable).map(PathBuf::from);
    let places = [
        named,
        Some(program.into()),
        Some(own.join("bin").join(program)),
    ];
    // frontrun has no options of its own: it runs a command.
    let option = match program {
        "harmony" => "--version",
        _ => "true",
    };
    let found = places
        .into_iter()
        .flatten()
        .find(|place| works(place, option));
    if found.is_none() {
        let own = own.display();
        println!(
            "skipped: {name} is not here; `python3 -m venv {own} && {own}/bin/pip install {program}` brings it, \
             or {variable} names it"
        );
    }
    found
}

/// frontrun with the Python beside it.
fn by_frontrun(frontrun: &Path, program: &str, aim: &str) -> Command {
    let beside = frontrun.with_file_name("python3");
    let python = match beside.exists() {
        true => beside,
        false => "python3".into(),
    };
    let programs = folder().join("frontrun/programs.py");
    let mut command = Command::new(frontrun);
    command.arg(python).arg(programs).args([program, aim]);
    command
}

/// A folder for what a peer writes, empty.
fn scratch(name: &str) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("explore-{name}"));
    let _ = std::fs::remove_dir_all(&place);
    std::fs::create_dir_all(&place).expect("a folder for the peer");
    place
}

/// Harmony's processor time and states. Every run is one from the text: what it has compiled is deleted.
fn by_harmony(harmony: &Path, model: &Path) -> (f64, Option<u64>) {
    let (time, printed) = repeated(|| {
        let place = scratch("harmony");
        let own = place.join(model.file_name().unwrap_or_default());
        std::fs::copy(model, &own).expect("a copy of the model");
        let mut command = Command::new(harmony);
        command.arg("--noweb").arg(own).current_dir(place);
        command
    });
    let printed = String::from_utf8_lossy(&printed);
    let states = printed.lines().find_map(|line| {
        let (before, _) = line.split_once(" states (")?;
        before.trim_start_matches([' ', '*']).parse().ok()
    });
    (time, states)
}

/// SPIN's processor time: the bare run of the verifier, and all with its generation and compilation.
fn by_spin(model: &str, options: &str) -> (f64, f64) {
    let place = scratch("spin");
    let text = folder().join(format!("spin/{model}.pml"));
    std::fs::copy(text, place.join("model.pml")).expect("a copy of the model");
    let shell = |line: &str| {
        let mut command = Command::new("sh");
        command.args(["-c", line]).current_dir(&place);
        command
    };
    let begin = children();
    for line in [
        format!("spin -a {options} model.pml"),
        "gcc -O2 -w -DSAFETY -o pan pan.c".to_string(),
    ] {
        let done = shell(&line).output().expect("a shell");
        assert!(done.status.success(), "{line} failed");
    }
    let made = children() - begin;
    let (run, _) = repeated(|| shell("./pan -w18 -m10000"));
    (run, made + run)
}

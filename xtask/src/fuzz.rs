//! `fuzz`: libFuzzer over the machine, on stable Rust: the coverage flags that it needs are flags of LLVM. The small
//! corpus of the repository is where it begins; what it finds on the way stays in target/, crashes go to fuzz/crashes.
use crate::run::{cargo, command, root, run, say};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// What instruments the machine for libFuzzer; as `cargo fuzz build --sanitizer none` does it.
const COVERAGE: &[&str] = &[
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "--cfg=fuzzing",
];
/// A target must be named, or build scripts would be instrumented too.
const TARGET: &str = "x86_64-unknown-linux-gnu";
/// A run that takes longer, in seconds, hangs.
const HANG: u32 = 20;

/// Words of `cargo xtask fuzz`.
#[derive(clap::Args)]
pub struct Fuzz {
    /// Which programs: `programs` that a grammar makes; `text`, the programs of tests/programs changed byte by byte; or
    /// `interleavings`, small concurrent ones that the explorer is held against a plain search for
    #[arg(long, default_value = "programs", value_parser = ["programs", "text", "interleavings"])]
    target: String,
    /// How long
    #[arg(long, default_value_t = 10)]
    minutes: u32,
    /// The number of the first program, of `interleavings`: each number is one program
    #[arg(long, default_value_t = 1_000)]
    from: u64,
    /// Run this one input instead, such as a file of fuzz/crashes
    #[arg(long)]
    replay: Option<PathBuf>,
    /// Replace the corpus of the repository by the few inputs that cover as much as all that were found
    #[arg(long)]
    distil: bool,
}

/// Builds the fuzzer and runs it.
pub fn fuzz(options: &Fuzz) -> Result<()> {
    if options.target == "interleavings" {
        say(&format!(
            "Exploring random programs for {} minutes",
            options.minutes
        ));
        let test = [
            "test",
            "--release",
            "--quiet",
            "--locked",
            "--test",
            "interleavings",
        ];
        let mut test = cargo(&[&test[..], &["--", "--nocapture"]].concat());
        test.env(
            "LOCKSTEP_INTERLEAVINGS_MINUTES",
            options.minutes.to_string(),
        );
        test.env("LOCKSTEP_INTERLEAVINGS_FROM", options.from.to_string());
        return run(&mut test);
    }
    let binary = build(&options.target)?;
    if let Some(input) = &options.replay {
        return run(&mut command(&binary, &[&input.to_string_lossy()]));
    }
    let corpus = root().join("fuzz/corpus").join(&options.target);
    let found = root().join("target/fuzz-found").join(&options.target);
    let crashes = root().join("fuzz/crashes");
    for folder in [&corpus, &found, &crashes] {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    if options.distil {
        return distil(&binary, &corpus, &found);
    }
    let mut folders = vec![found, corpus];
    if options.target == "text" {
        folders.push(programs(
            &root().join("target/fuzz-found/programs-of-tests"),
        )?);
    }
    say(&format!(
        "Fuzzing {} for {} minutes",
        options.target, options.minutes
    ));
    let mut fuzzer = command(&binary, &[]);
    fuzzer
        .arg(format!("-max_total_time={}", options.minutes * 60))
        .arg(format!("-timeout={HANG}"))
        .arg("-rss_limit_mb=3000")
        .arg("-max_len=4000")
        .arg("-print_final_stats=1")
        .arg(format!(
            "-dict={}",
            root().join("fuzz/python.dict").display()
        ))
        .arg(format!(
            "-artifact_prefix={}/{}-",
            crashes.display(),
            options.target
        ))
        .args(folders);
    let result = run(&mut fuzzer);
    if result.is_err() {
        bail!(
            "a program broke the machine: it is in fuzz/crashes. Replay it with\n  \
             cargo xtask fuzz --target {} --replay fuzz/crashes/NAME",
            options.target
        );
    }
    result
}

fn build(target: &str) -> Result<PathBuf> {
    say("Building the fuzzer (some two minutes at first)");
    let mut build = cargo(&["build", "--release", "--manifest-path", "fuzz/Cargo.toml"]);
    build
        .args([
            "--bin",
            target,
            "--target",
            TARGET,
            "--target-dir",
            "target/fuzz",
        ])
        .env("RUSTFLAGS", COVERAGE.join(" "));
    run(&mut build)?;
    Ok(root()
        .join("target/fuzz")
        .join(TARGET)
        .join("release")
        .join(target))
}

fn distil(binary: &Path, corpus: &Path, found: &Path) -> Result<()> {
    let fresh = found.with_extension("distilled");
    if fresh.exists() {
        fs::remove_dir_all(&fresh)?;
    }
    fs::create_dir_all(&fresh)?;
    let mut merge = command(binary, &["-merge=1", &format!("-timeout={HANG}")]);
    run(merge.arg(&fresh).arg(corpus).arg(found))?;
    fs::remove_dir_all(corpus)?;
    fs::create_dir_all(corpus)?;
    for entry in fs::read_dir(&fresh)? {
        let path = entry?.path();
        if let Some(name) = path.file_name() {
            fs::copy(&path, corpus.join(name))?;
        }
    }
    Ok(())
}

/// The programs of tests/programs in one flat folder.
fn programs(folder: &Path) -> Result<PathBuf> {
    fs::create_dir_all(folder)?;
    for area in fs::read_dir(root().join("tests/programs"))? {
        let area = area?.path();
        if !area.is_dir() {
            continue;
        }
        for file in fs::read_dir(&area)? {
            let file = file?.path();
            let (Some(area), Some(name)) = (area.file_name(), file.file_name()) else {
                continue;
            };
            let flat = format!("{}-{}", area.to_string_lossy(), name.to_string_lossy());
            fs::copy(&file, folder.join(flat))?;
        }
    }
    Ok(folder.to_owned())
}

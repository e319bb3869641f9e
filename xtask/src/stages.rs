//! `test`: every check of the project, one stage after the other, with what each took. Knows the commands of the
//! stages and no more.
use crate::{
    conformance, determinism,
    run::{cargo, output, run, say},
    site,
    tools::Tools,
};
use anyhow::{Context, Result, bail};
use clap::Args;
use std::time::{Duration, Instant};

#[derive(Args)]
pub struct Test {
    /// Leave out the built site and the browser: format, lints and native tests alone
    #[arg(long)]
    quick: bool,
}

/// Builds the site, unless it is there, and measures what the player costs the page's main thread.
pub fn measure_player(built: bool) -> Result<()> {
    let tools = Tools::new()?.for_site()?.for_browser()?;
    if !built {
        site::build_with(&tools, PUBLIC_URL)?;
    }
    browser(&tools, &["--bench-player"])
}

/// The path under which the site is tested: not the root, as on GitHub Pages.
const PUBLIC_URL: &str = "/lockstep/";

type Stage<'a> = (&'static str, Box<dyn Fn() -> Result<()> + 'a>);

pub fn test(options: &Test) -> Result<()> {
    let mut tools = Tools::new()?.for_lints()?;
    if !options.quick {
        tools = tools.for_site()?.for_browser()?;
    }
    let lints =
        "clippy --quiet --locked --workspace --all-targets --features lockstep/ssr -- -D warnings";
    let page = "clippy --quiet --locked --target wasm32-unknown-unknown --lib --bin client --features hydrate -- -D warnings";
    let engine = "clippy --quiet --locked --target wasm32-unknown-unknown --lib --bin engine --features engine -- -D warnings";
    let mut stages: Vec<Stage> = vec![
        ("format", by_cargo("fmt --all --check")),
        ("lints: native", by_cargo(lints)),
        ("lints: page", by_cargo(page)),
        ("lints: engine", by_cargo(engine)),
        ("command line", Box::new(command_line_without_a_browser)),
        (
            "tests: commands",
            by_cargo("test --quiet --locked --package xtask"),
        ),
        (
            "tests: native",
            by_cargo("test --quiet --locked --features ssr"),
        ),
        ("programs: CPython", Box::new(conformance::on_cpython)),
        (
            "explorer: CPython",
            Box::new(conformance::explorer_on_cpython),
        ),
        ("programs: Wasm", Box::new(|| determinism::compare(1))),
    ];
    if !options.quick {
        stages.push(("site", Box::new(|| site::build_with(&tools, PUBLIC_URL))));
        stages.push(("tests: browser", Box::new(|| browser(&tools, &[]))));
    }
    run_stages(&stages)
}

/// Runs every stage, also after one that failed, so that one look shows all that is wrong; the failures are told once
/// more at the end, where a log that was cut still has them.
fn run_stages(stages: &[Stage]) -> Result<()> {
    let mut rows = Vec::new();
    let mut failures = Vec::new();
    for (name, stage) in stages {
        say(name);
        let start = Instant::now();
        let result = stage();
        if let Err(error) = &result {
            eprintln!("{name}: {error:#}");
            failures.push(format!("{name}: {error:#}"));
        }
        rows.push((*name, start.elapsed(), result.is_ok()));
    }
    println!();
    for (name, time, passed) in &rows {
        println!(
            "{:<18} {:>8}  {}",
            name,
            minutes(*time),
            if *passed { "passed" } else { "FAILED" }
        );
    }
    let total = rows.iter().map(|(_, time, _)| *time).sum();
    let failed = failures.len();
    println!(
        "{} stages passed, {failed} failed, in {}",
        rows.len() - failed,
        minutes(total)
    );
    if failed > 0 {
        eprintln!("{}", failures.join("\n"));
        bail!("{failed} of {} stages failed", rows.len());
    }
    Ok(())
}

/// A stage that is one call of cargo.
fn by_cargo(arguments: &'static str) -> Box<dyn Fn() -> Result<()>> {
    let arguments: Vec<&str> = arguments.split(' ').collect();
    Box::new(move || run(&mut cargo(&arguments)))
}

/// `lockstep` is built by people who have no use for the browser's libraries.
fn command_line_without_a_browser() -> Result<()> {
    let tree = "tree --locked --package lockstep --edges normal --prefix none --format {p}";
    let arguments: Vec<&str> = tree.split(' ').collect();
    let tree = output(&mut cargo(&arguments)).context("cargo tree failed")?;
    let found: Vec<&str> = tree.lines().filter(|line| is_for_browsers(line)).collect();
    if !found.is_empty() {
        bail!("the command line depends on {}", found.join(", "));
    }
    Ok(())
}

/// Whether a line of `cargo tree` names a library of the browser's side.
fn is_for_browsers(line: &str) -> bool {
    ["leptos", "web-sys", "js-sys", "wasm-bindgen"]
        .iter()
        .any(|name| line.split(' ').next() == Some(name))
}

fn browser(tools: &Tools, more: &[&str]) -> Result<()> {
    let arguments = [
        "run",
        "--quiet",
        "--locked",
        "--package",
        "browser-tests",
        "--",
    ];
    let mut tests = cargo(&arguments);
    tests.arg(site::dist()).arg(PUBLIC_URL).args(more);
    run(tools.equip(&mut tests)?)
}

fn minutes(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{}:{:02} min", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn a_library_for_browsers_is_known_by_its_whole_name() {
        assert!(is_for_browsers("leptos v0.8.23"));
        assert!(
            !is_for_browsers("wasm-bindgen-like v1.0.0") && !is_for_browsers("lockstep v0.1.0")
        );
    }

    #[test]
    fn a_failed_stage_fails_the_whole_and_the_next_one_still_runs() {
        let ran = Cell::new(0);
        let count = |result: Result<()>| {
            ran.set(ran.get() + 1);
            result
        };
        let stages: Vec<Stage> = vec![
            ("bad", Box::new(|| count(Err(anyhow::anyhow!("no"))))),
            ("good", Box::new(|| count(Ok(())))),
        ];
        assert_eq!(
            run_stages(&stages).unwrap_err().to_string(),
            "1 of 2 stages failed"
        );
        assert_eq!(ran.get(), 2);
        assert!(run_stages(&stages[1..]).is_ok());
    }
}

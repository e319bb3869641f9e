//! `test`: every check of the project, one stage after the other, with what each took. Knows the commands of the
//! stages and no more.
use crate::{
    run::{cargo, run, say},
    site,
    tools::Tools,
};
use anyhow::{Result, bail};
use clap::Args;
use std::time::{Duration, Instant};

#[derive(Args)]
pub struct Test {
    /// Leave out the built site and the browser: format, lints and native tests alone
    #[arg(long)]
    quick: bool,
}

/// The path under which the site is tested: not the root, as on GitHub Pages.
const PUBLIC_URL: &str = "/lockstep/";
const WASM: &str = "wasm32-unknown-unknown";

type Stage<'a> = (&'static str, Box<dyn Fn() -> Result<()> + 'a>);

pub fn test(options: &Test) -> Result<()> {
    let mut tools = Tools::new()?.for_lints()?;
    if !options.quick {
        tools = tools.for_site()?.for_browser()?;
    }
    let mut stages: Vec<Stage> = vec![
        (
            "format",
            Box::new(|| run(&mut cargo(&["fmt", "--all", "--check"]))),
        ),
        ("lints: native", Box::new(lint_native)),
        ("lints: page", Box::new(|| lint_wasm("client", "hydrate"))),
        ("lints: engine", Box::new(|| lint_wasm("engine", "engine"))),
        (
            "tests: commands",
            Box::new(|| {
                run(&mut cargo(&[
                    "test",
                    "--quiet",
                    "--locked",
                    "--package",
                    "xtask",
                ]))
            }),
        ),
        (
            "tests: native",
            Box::new(|| {
                run(&mut cargo(&[
                    "test",
                    "--quiet",
                    "--locked",
                    "--features",
                    "ssr",
                ]))
            }),
        ),
    ];
    if !options.quick {
        let build = site::Build {
            public_url: PUBLIC_URL.to_owned(),
        };
        stages.push(("site", Box::new(move || site::build(&build))));
        stages.push(("tests: browser", Box::new(|| browser(&tools))));
    }
    run_stages(&stages)
}

/// Runs every stage, also after one that failed, so that one look shows all that is wrong.
fn run_stages(stages: &[Stage]) -> Result<()> {
    let mut rows = Vec::new();
    for (name, stage) in stages {
        say(name);
        let start = Instant::now();
        let result = stage();
        if let Err(error) = &result {
            eprintln!("{name}: {error:#}");
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
    let failed = rows.iter().filter(|(_, _, passed)| !passed).count();
    println!(
        "{} stages passed, {failed} failed, in {}",
        rows.len() - failed,
        minutes(total)
    );
    if failed > 0 {
        bail!("{failed} of {} stages failed", rows.len());
    }
    Ok(())
}

fn lint_native() -> Result<()> {
    let arguments = [
        "clippy",
        "--quiet",
        "--locked",
        "--workspace",
        "--all-targets",
        "--features",
        "lockstep/ssr",
    ];
    run(cargo(&arguments).args(["--", "-D", "warnings"]))
}

fn lint_wasm(binary: &str, feature: &str) -> Result<()> {
    let arguments = [
        "clippy",
        "--quiet",
        "--locked",
        "--target",
        WASM,
        "--lib",
        "--bin",
        binary,
        "--features",
        feature,
    ];
    run(cargo(&arguments).args(["--", "-D", "warnings"]))
}

fn browser(tools: &Tools) -> Result<()> {
    let mut tests = cargo(&[
        "run",
        "--quiet",
        "--locked",
        "--package",
        "browser-tests",
        "--",
    ]);
    tests.arg(site::dist()).arg(PUBLIC_URL);
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

//! The project's commands: `cargo xtask <command>`. Each sets up the tools it needs, says what it is doing and
//! about how long that takes, and does nothing twice. It knows the build, nothing of lessons or the machine.
mod bench;
mod budget;
mod conformance;
mod determinism;
mod fuzz;
mod run;
mod site;
mod stages;
mod tools;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Build, serve and test Lockstep")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the site, serve it on this machine and rebuild it when a file changes
    Serve(site::Serve),
    /// Build the site for publication into dist/ and check its size
    Build(site::Build),
    /// Run every check: format, lints, tests, the built site in a browser
    Test(stages::Test),
    /// Run the programs of tests/programs on the machine and on CPython 3.13
    Conformance,
    /// Look for programs that break the machine
    Fuzz(fuzz::Fuzz),
    /// Compare every trace of tests/programs between native and WebAssembly, to the byte
    Determinism(determinism::Determinism),
    /// Measure what the machine or the player costs
    Bench(bench::Bench),
    /// Install the tools that the other commands need
    Setup,
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Serve(options) => site::serve(&options),
        Command::Build(options) => site::build(&options),
        Command::Test(options) => stages::test(&options),
        Command::Conformance => conformance::conformance(),
        Command::Fuzz(options) => fuzz::fuzz(&options),
        Command::Determinism(options) => determinism::determinism(&options),
        Command::Bench(options) => bench::bench(&options),
        Command::Setup => setup(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn setup() -> Result<()> {
    let tools = tools::Tools::new()?
        .for_lints()?
        .for_site()?
        .for_browser()?;
    println!(
        "Everything is there. Tools of our own are in {}",
        tools.directory().display()
    );
    Ok(())
}

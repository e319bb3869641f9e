//! The command line: runs and lists programs with the same engine as the site.

use clap::{Parser, Subcommand};
use lockstep::command;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Python concurrency on a deterministic machine.
#[derive(Parser)]
#[command(name = "lockstep", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run a program; prints what it prints. Sleeps take no real time.
    Run(command::RunArgs),
    /// Explore every interleaving: all outcomes with the simplest schedule of each, deadlocks, data races.
    Explore(command::ExploreArgs),
    /// Check claims about all runs: a proof, or a schedule that shows the contrary.
    Grade(command::GradeArgs),
    /// Execute one schedule, such as `explore` prints.
    Replay(command::RunArgs),
    /// Write the execution of a program, step by step, as JSON.
    Trace(command::TraceArgs),
    /// List the instructions of a program, in the layout of Python's dis.
    Dis {
        /// The program.
        file: String,
    },
}

fn main() -> ExitCode {
    let code = match Cli::parse().command {
        Command::Run(args) => command::run(&args),
        Command::Explore(args) => command::explore(&args),
        Command::Grade(args) => command::grade(&args),
        Command::Replay(args) => command::replay(&args),
        Command::Trace(args) => command::trace(&args),
        Command::Dis { file } => command::dis(&file),
    };
    ExitCode::from(code)
}

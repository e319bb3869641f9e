//! `bench`: measures that take an optimised build and a quiet computer. Knows how to start them.
use crate::run::{cargo, run, say};
use crate::stages;
use anyhow::Result;
use clap::{Args, Subcommand};

#[derive(Args)]
pub struct Bench {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Speed against CPython 3.13, cost of states and of a start (tests/bench)
    Machine,
    /// The explorer's processor time, states and counterexamples, beside Harmony and SPIN (tests/bench)
    Explore,
    /// What stepping, loading, zooming and panning cost the page's main thread
    Player {
        /// Measure the site that is there instead of building it
        #[arg(long)]
        built: bool,
    },
}

pub fn bench(options: &Bench) -> Result<()> {
    match options.what {
        What::Machine => natively("machine"),
        What::Explore => natively("explore"),
        What::Player { built } => stages::measure_player(built),
    }
}

/// One of the measures that are programs of `tests/bench`.
fn natively(name: &str) -> Result<()> {
    say("Building with optimisation (about 4 minutes when something changed)");
    let bench = ["bench", "--quiet", "--locked", "--bench", name];
    let mut build = bench.to_vec();
    build.push("--no-run");
    run(&mut cargo(&build))?;
    say("Measuring (some minutes; processor time)");
    run(&mut cargo(&bench))
}

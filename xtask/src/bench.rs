//! `bench`: measures that take an optimised build and a quiet computer. Knows how to start them.
use crate::run::{cargo, run, say};
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
}

pub fn bench(options: &Bench) -> Result<()> {
    match options.what {
        What::Machine => {
            say("Building with optimisation (about 4 minutes when something changed)");
            run(&mut cargo(&[
                "bench", "--quiet", "--locked", "--bench", "machine", "--no-run",
            ]))?;
            say("Measuring (about 2 minutes; processor time, medians of 3 runs)");
            run(&mut cargo(&[
                "bench", "--quiet", "--locked", "--bench", "machine",
            ]))
        }
    }
}

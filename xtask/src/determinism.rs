//! `determinism`: the machine natively and as WebAssembly, trace by trace. Knows where the two are built.
use crate::{
    run::{cargo, run, say, target_folder},
    tools::Tools,
};
use anyhow::Result;
use clap::Args;

#[derive(Args)]
pub struct Determinism {
    /// Seeds under which every program runs
    #[arg(long, default_value_t = 20)]
    seeds: u32,
}

pub fn determinism(options: &Determinism) -> Result<()> {
    Tools::new()?.for_lints()?;
    say("Comparing traces between native and WebAssembly (some minutes)");
    compare(options.seeds)
}

/// Compares the traces of all programs under that many seeds.
pub fn compare(seeds: u32) -> Result<()> {
    let target = "wasm32-unknown-unknown";
    run(&mut cargo(&[
        "build",
        "--quiet",
        "--locked",
        "--package",
        "determinism",
        "--lib",
        "--target",
        target,
    ]))?;
    let module = target_folder().join(target).join("debug/determinism.wasm");
    let mut native = cargo(&[
        "run",
        "--quiet",
        "--locked",
        "--package",
        "determinism",
        "--",
    ]);
    native
        .arg(module)
        .arg("tests/programs")
        .arg(seeds.to_string());
    run(&mut native)
}

//! The `wasm-bindgen` command, as far as Trunk uses it, over the library the official command is made of.
//!
//! It exists because the locked version is then the right version by construction, and because it builds
//! in a fifth of the time. It knows nothing of this project. `cargo xtask` builds and installs it.
use std::{env, error::Error, process::ExitCode};
use wasm_bindgen_cli_support::Bindgen;

const VERSION: &str = env!("CARGO_PKG_VERSION");

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("wasm-bindgen: {error:?}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    let mut out_dir = None;
    for argument in env::args().skip(1) {
        let (name, value) = argument.split_once('=').unwrap_or((&argument, ""));
        match name {
            "--version" | "-V" => {
                println!("wasm-bindgen {VERSION}");
                return Ok(());
            }
            "--target" if value == "web" => {
                bindgen.web(true)?;
            }
            "--out-dir" => out_dir = Some(value.to_owned()),
            "--out-name" => {
                bindgen.out_name(value);
            }
            "--no-typescript" => {
                bindgen.typescript(false);
            }
            "--keep-debug" => {
                bindgen.keep_debug(true);
            }
            _ if name.starts_with('-') => return Err(format!("unknown argument {argument}").into()),
            _ => {
                bindgen.input_path(name);
            }
        }
    }
    let out_dir = out_dir.ok_or("--out-dir=DIR is missing")?;
    bindgen.generate(out_dir)?;
    Ok(())
}

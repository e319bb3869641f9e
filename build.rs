//! Compiles the Python part of the library with the crate's own compiler, so that a program need not do so at
//! every start. The browser gets the sources alone: they are smaller.

#[allow(dead_code, clippy::enum_variant_names)]
#[path = "src/lang/mod.rs"]
mod lang;
#[allow(dead_code)]
#[path = "src/vm/library.rs"]
mod library;

use std::path::Path;

fn main() {
    for path in [
        "build.rs",
        "src/lang",
        "src/vm/library",
        "src/vm/library.rs",
    ] {
        println!("cargo::rerun-if-changed={path}");
    }
    let variable = |name| std::env::var(name).unwrap_or_default();
    if variable("CARGO_CFG_TARGET_ARCH") == "wasm32" {
        return;
    }
    let units: Vec<(&str, Vec<u8>)> = library::names().map(|name| (name, unit(name))).collect();
    let bytes = postcard::to_allocvec(&units).expect("units can be written");
    let out = variable("OUT_DIR");
    std::fs::write(Path::new(&out).join("library.bin"), bytes).expect("OUT_DIR can be written to");
}

fn unit(name: &str) -> Vec<u8> {
    let source = library::source(name).unwrap_or_default();
    let unit = lang::compile(&library::file(name), source.as_bytes())
        .unwrap_or_else(|error| panic!("src/vm/library: {name} does not compile: {error:?}"));
    postcard::to_allocvec(&unit).expect("a unit can be written")
}

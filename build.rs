//! Reads CPython's grammar, makes the Python part of the library short, and compiles that with the crate's own compiler,
//! so that a program need not do so at every start. The browser gets the library's sources alone: they are smaller.

/// A source of the library as it is written.
macro_rules! text {
    ($file:literal) => {
        include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/src/vm/library/",
            $file
        ))
    };
}

/// No grammar: what the build compiles is the library, which has no mistakes to be told of.
macro_rules! grammar {
    () => {
        Grammar {
            code: &[],
            rules: &[],
            texts: &[],
            sorted: &[],
        }
    };
}

#[path = "src/lang/syntax/reader.rs"]
mod grammar_reader;
#[allow(dead_code, clippy::enum_variant_names)]
#[path = "src/lang/mod.rs"]
mod lang;
#[allow(dead_code)]
#[path = "src/vm/library.rs"]
mod library;

use std::fs;
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
    let out = variable("OUT_DIR");
    let (here, short) = (Path::new("src/vm/library"), Path::new(&out).join("library"));
    fs::create_dir_all(&short).expect("OUT_DIR can be written to");
    for entry in fs::read_dir(here).expect("the library is there") {
        let path = entry.expect("the library can be listed").path();
        let (Some(name), Some("py")) =
            (path.file_name(), path.extension().and_then(|e| e.to_str()))
        else {
            continue;
        };
        let source = fs::read_to_string(&path).expect("the library is UTF-8");
        fs::write(short.join(name), compact(&source)).expect("OUT_DIR can be written to");
    }
    let grammar = grammar_reader::rust(include_str!("src/lang/syntax/grammar.txt"));
    fs::write(Path::new(&out).join("grammar.rs"), grammar).expect("OUT_DIR can be written to");
    if variable("CARGO_CFG_TARGET_ARCH") == "wasm32" {
        return;
    }
    let units: Vec<(&str, Vec<u8>)> = library::names().map(|name| (name, unit(name))).collect();
    let bytes = postcard::to_allocvec(&units).expect("units can be written");
    fs::write(Path::new(&out).join("library.bin"), bytes).expect("OUT_DIR can be written to");
}

/// A source without its comments and with one blank for each level of indentation: a tenth of the engine's text, which
/// readers download. Lines keep their numbers.
fn compact(source: &str) -> String {
    let mut short = String::with_capacity(source.len());
    let mut in_string = false;
    for line in source.lines() {
        let inner = line.trim_start_matches(' ');
        if in_string {
            short.push_str(line);
        } else if !inner.starts_with('#') {
            short.extend(std::iter::repeat_n(' ', (line.len() - inner.len()) / 4));
            short.push_str(inner);
        }
        short.push('\n');
        // The library has no other strings over several lines.
        in_string ^= line.matches("\"\"\"").count() % 2 == 1;
    }
    short
}

fn unit(name: &str) -> Vec<u8> {
    let source = library::source(name).unwrap_or_default();
    let unit = lang::compile_library(&library::file(name), compact(source).as_bytes())
        .unwrap_or_else(|error| panic!("src/vm/library: {name} does not compile: {error:?}"));
    postcard::to_allocvec(&unit).expect("a unit can be written")
}

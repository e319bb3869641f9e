//! Programs that the grammar makes out of bytes, run within small limits.
#![no_main]

#[path = "../src/check.rs"]
#[allow(dead_code, reason = "shared with the test, which counts what ran")]
mod check;
#[path = "../src/generate.rs"]
#[allow(dead_code, reason = "shared with the test, which also changes programs")]
mod generate;
#[path = "../src/grammar.rs"]
mod grammar;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = data.split_first() else {
        return;
    };
    check::run(generate::program(rest).as_bytes(), u64::from(*choice));
});

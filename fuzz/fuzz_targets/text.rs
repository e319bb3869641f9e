//! Bytes as the text of a program, run within small limits. The first programs are those of tests/programs.
#![no_main]

#[path = "../src/check.rs"]
#[allow(dead_code, reason = "shared with the test, which counts what ran")]
mod check;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    check::run(data, data.len() as u64);
});

//! What a run comes to, as a number: compiled natively and to WebAssembly, to compare the two.

use lockstep::machine::{Options, Preemption};
use lockstep::trace::record::record;
use std::sync::Mutex;

/// Steps that are recorded of one run.
const STEPS: u32 = 5_000;

/// The digest of the trace of a program, every byte of it, under one model of preemption and one seed.
pub fn digest(source: &str, model: u32, seed: u64) -> u64 {
    let args = source
        .lines()
        .find_map(|line| line.strip_prefix("# args: "));
    let options = Options {
        preemption: Preemption::ALL[model as usize % Preemption::ALL.len()],
        seed,
        args: args
            .unwrap_or_default()
            .split_whitespace()
            .map(str::to_string)
            .collect(),
        ..Options::default()
    };
    let trace = record("program.py", source, &options, "", None, STEPS);
    let bytes = postcard::to_allocvec(&trace).unwrap_or_default();
    // FNV-1a (Fowler, Noll, Vo), by 64 bits.
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The source that the host of the module hands over, byte by byte: no pointers have to cross.
static SOURCE: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Appends a byte to the source of the next program.
#[cfg_attr(target_arch = "wasm32", unsafe(no_mangle))]
pub extern "C" fn push(byte: u32) {
    if let Ok(mut source) = SOURCE.lock() {
        source.push(byte as u8);
    }
}

/// [`digest`] of the source that was pushed, which stays.
#[cfg_attr(target_arch = "wasm32", unsafe(no_mangle))]
pub extern "C" fn digest_of_pushed(model: u32, seed: u64) -> u64 {
    let source = SOURCE
        .lock()
        .map(|source| source.clone())
        .unwrap_or_default();
    digest(&String::from_utf8_lossy(&source), model, seed)
}

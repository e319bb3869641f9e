//! From source to the state before the first instruction.

use crate::lang::{CompileError, compile};
use crate::machine::options::Options;
use crate::machine::state::State;
use crate::vm::program::Settings;

/// Compiles and links a program.
///
/// # Errors
/// What CPython refuses too, and what the machine lacks.
pub fn load(file: &str, source: &[u8], options: &Options) -> Result<State, CompileError> {
    let unit = compile(file, source)?;
    let mut argv = vec![file.to_string()];
    argv.extend(options.args.iter().cloned());
    let text = crate::lang::text(file, source);
    let settings = Settings {
        argv,
        start_method: options.start_method.name(),
        seed: options.seed,
        cores: options.cores,
        switch_interval_us: options.switch_interval_ns / 1_000,
    };
    let warnings: String = unit
        .warnings
        .iter()
        .map(|w| {
            format!(
                "{file}:{}: SyntaxWarning: {}\n  {}\n",
                w.line, w.message, w.text
            )
        })
        .collect();
    let loaded = crate::vm::program::load(unit, &text, settings)
        .map_err(|(line, message)| CompileError::Unsupported { line, message })?;
    let mut state = State::new(loaded, options.clone());
    state.write(true, &warnings, None);
    Ok(state)
}

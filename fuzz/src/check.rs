//! Runs one program within small limits, whatever it is, and holds what must be true of every run. Panics are
//! for the caller to catch.

use lockstep::command;
use lockstep::machine::{End, Limits, Options, Preemption, StartMethod};
use lockstep::schedule::finish;

/// Instructions of a run here.
pub const STEPS: u64 = 300_000;
/// Steps of a run that is recorded as a trace too.
const RECORDED: u32 = 400;

/// What became of a program.
pub struct Ran {
    /// Whether it was compiled and ran.
    pub ran: bool,
    /// Instructions executed.
    pub instructions: u64,
    /// The exit code of the command line.
    pub code: u8,
}

/// The options that a number stands for.
fn options(choice: u64) -> Options {
    Options {
        preemption: Preemption::ALL[(choice % 3) as usize],
        start_method: StartMethod::ALL[(choice / 3 % 3) as usize],
        seed: choice / 9 % 4,
        cores: 1 + (choice / 36 % 4) as u32,
        limits: Limits {
            steps: STEPS,
            heap_bytes: 64 << 20,
            output_bytes: 100_000,
            threads: 40,
            processes: 8,
        },
        ..Options::default()
    }
}

/// Runs a program under the options that a number stands for.
///
/// # Panics
/// If the run breaks its limits or ends in no known way; and wherever the machine itself panics.
pub fn run(source: &[u8], choice: u64) -> Ran {
    let options = options(choice);
    let mut state = match command::load("fuzz.py", source, options.clone()) {
        Ok(state) => state,
        Err((code, text)) => {
            assert!(matches!(code, 1 | 4 | 5), "a refusal has its code: {code}");
            assert!(text.ends_with('\n'), "a refusal is a line: {text:?}");
            return Ran {
                ran: false,
                instructions: 0,
                code,
            };
        }
    };
    finish(&mut state);
    // One call into the library may end a little later than the limit says.
    assert!(
        state.instructions <= STEPS + 20_000_000,
        "{} instructions were executed",
        state.instructions
    );
    if let Some(End::Unsupported { message, .. } | End::Limit { message, .. }) = &state.end {
        assert!(!message.is_empty(), "an outcome says why");
    }
    let (code, _) = command::outcome("fuzz.py", &state);
    if choice % 4 == 1
        && let Ok(text) = std::str::from_utf8(source)
    {
        let recorded =
            lockstep::trace::record::record("fuzz.py", text, &options, "", None, RECORDED);
        assert!(recorded.is_ok(), "the empty schedule is one of any program");
    }
    Ran {
        ran: true,
        instructions: state.instructions,
        code,
    }
}

//! `lockstep grade`: whether claims about a program hold.

use super::bounds::BoundArgs;
use super::{LIMIT, RunArgs, read, refuse, short, tell};
use crate::explore::Settings;
use crate::explore::grade::{Claim, KEYS, Task, Verdict, grade as check};

/// Words of `lockstep grade`.
#[derive(clap::Args, Debug)]
pub struct GradeArgs {
    #[command(flatten)]
    run: RunArgs,
    /// What is claimed, such as outcomes="1|2", deadlocks=never, race=none; may be repeated.
    #[arg(long = "claim", required = true, value_parser = claim)]
    claims: Vec<Claim>,
    #[command(flatten)]
    bounds: BoundArgs,
}

fn claim(text: &str) -> Result<Claim, String> {
    let parsed = text
        .split_once('=')
        .and_then(|(key, value)| Claim::parse(key, value));
    parsed.unwrap_or_else(|| Err(format!("write key=value; the keys are {KEYS}")))
}

/// `lockstep grade`: 0 if all claims hold, 1 if one does not, 4 if not everything was covered.
pub fn grade(args: &GradeArgs) -> u8 {
    let source = match read(&args.run.file) {
        Ok(source) => String::from_utf8_lossy(&source).into_owned(),
        Err(code) => return code,
    };
    let options = args.run.options();
    let file = short(&args.run.file);
    let task = Task {
        file,
        source: &source,
        options: &options,
        schedule: args.run.schedule.as_deref().unwrap_or_default(),
    };
    let settings = Settings {
        max_states: args.bounds.max_states,
        ..Settings::default()
    };
    let model = options.preemption.name();
    match check(&task, &args.claims, &settings, &mut args.bounds.watch()) {
        Err(error) => {
            let (code, text) = refuse(file, &error);
            eprint!("{text}");
            code
        }
        Ok(Verdict::Proof { states: 0 }) => {
            tell("Right.\n");
            0
        }
        Ok(Verdict::Proof { states }) => {
            tell(&format!(
                "Proved: {states} states covered; for this program, input, seed {} and the model {model}.\n",
                options.seed
            ));
            0
        }
        Ok(Verdict::Fails {
            claim,
            sentence,
            schedule,
        }) => {
            tell(&format!(
                "`{}` is wrong: {sentence}.\n",
                args.claims[claim].text()
            ));
            if let Some(schedule) = schedule.filter(|s| !s.is_empty()) {
                tell(&format!("replay: --schedule \"{schedule}\"\n"));
            }
            1
        }
        Ok(Verdict::NotComplete { sentence }) => {
            tell(&format!("No verdict: {sentence}.\n"));
            LIMIT
        }
    }
}

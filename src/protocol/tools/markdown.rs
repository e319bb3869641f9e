//! A setup as the block that a lesson's author pastes: it builds as it stands (`site::fence` reads it).

use crate::machine::options::Options;
use crate::protocol::setup::Setup;
use std::fmt::Write as _;

/// The fence with its program.
pub fn markdown(setup: &Setup, title: &str) -> String {
    let (options, usual) = (&setup.options, Options::default());
    // Values stand in double quotes and cannot hold one; a backtick would end the info string.
    let plain = |text: &str| {
        text.chars()
            .map(|c| match c {
                '"' | '`' => '\'',
                c if c.is_control() => ' ',
                c => c,
            })
            .collect::<String>()
    };
    let title = plain(title);
    let title = match title.trim() {
        "" => setup.program.file.as_str(),
        title => title,
    };
    let mut info = format!("python sim title=\"{title}\"");
    if options.preemption != usual.preemption {
        let _ = write!(info, " preemption={}", options.preemption.name());
    }
    if options.seed != usual.seed {
        let _ = write!(info, " seed={}", options.seed);
    }
    if options.cores != usual.cores {
        let _ = write!(info, " cores={}", options.cores);
    }
    if options.switch_interval_ns != usual.switch_interval_ns {
        let _ = write!(
            info,
            " switch-interval={}",
            options.switch_interval_ns / 1_000
        );
    }
    if options.start_method != usual.start_method {
        let _ = write!(info, " start-method={}", options.start_method.name());
    }
    if !options.args.is_empty() {
        let _ = write!(info, " args=\"{}\"", plain(&options.args.join(" ")));
    }
    if !setup.schedule.is_empty() {
        let _ = write!(info, " schedule=\"{}\"", setup.schedule);
    }
    let source = setup.program.source.trim_end();
    let fence = "`".repeat(longest_run(source).max(2) + 1);
    format!("{fence}{info}\n{source}\n{fence}\n")
}

/// The most backticks in a row.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

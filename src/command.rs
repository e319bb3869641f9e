//! What the command line does, apart from parsing its words. Exit codes: CPython's own for a program
//! that ends; 3 deadlock, 4 limit, 5 unsupported, 2 for wrong words or files.

mod bounds;
mod explore;
mod grade;
mod picture;

use crate::lang::{CompileError, SyntaxError, compile, dis::disassemble};
use crate::machine::{End, Options, Preemption, ProcessId, StartMethod, State, ThreadId};
use crate::schedule::{Round, Schedule, finish_watched, play};
use crate::trace::perfetto::perfetto;
use std::io::Write;
use std::time::{Duration, Instant};

pub use explore::{ExploreArgs, explore, replay};
pub use grade::{GradeArgs, grade};

/// A deadlock.
pub const DEADLOCK: u8 = 3;
/// A limit was reached.
pub const LIMIT: u8 = 4;
/// The program needs what the machine does not have.
pub const UNSUPPORTED: u8 = 5;

/// Words of `lockstep run`.
#[derive(clap::Args, Debug)]
pub struct RunArgs {
    /// The program.
    file: String,
    /// Feeds `random`, and breaks ties between runnable threads.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Where threads can be preempted: cpython, bytecode or free-threaded.
    #[arg(long, default_value = "cpython", value_parser = preemption)]
    preemption: Preemption,
    /// How multiprocessing makes children: fork, spawn or forkserver.
    #[arg(long, default_value = "fork", value_parser = start_method)]
    start_method: StartMethod,
    /// Cores that run processes (and, free-threaded, threads) in parallel.
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=1024))]
    cores: u32,
    /// Milliseconds after which a thread has to hand the GIL to one that waits for it.
    #[arg(long, value_name = "MS", default_value = "5", value_parser = milliseconds)]
    switch_interval: u64,
    /// Who moves, step by step, such as "m35 a7 b7"; after it the default policy goes on. What stands in brackets at its
    /// end, as in "m35 [a7 b7]", goes round for ever.
    #[arg(long)]
    schedule: Option<String>,
    /// What `sys.argv[1:]` holds.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    args: Vec<String>,
}

impl RunArgs {
    fn options(&self) -> Options {
        Options {
            preemption: self.preemption,
            seed: self.seed,
            cores: self.cores,
            switch_interval_ns: self.switch_interval,
            start_method: self.start_method,
            args: self.args.clone(),
            ..Options::default()
        }
    }
}

/// Milliseconds, perhaps with a fraction, as nanoseconds.
fn milliseconds(text: &str) -> Result<u64, String> {
    match text.parse::<f64>() {
        Ok(ms) if (0.000_001..=3_600_000.0).contains(&ms) => Ok((ms * 1e6).round() as u64),
        _ => Err("a number of milliseconds above 0, at most an hour".into()),
    }
}

fn preemption(name: &str) -> Result<Preemption, String> {
    Preemption::from_name(name).ok_or_else(|| "cpython, bytecode or free-threaded".into())
}

fn start_method(name: &str) -> Result<StartMethod, String> {
    StartMethod::from_name(name).ok_or_else(|| "fork, spawn or forkserver".into())
}

/// The name of a file without its folders, as tracebacks show it.
fn short(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

/// Prints a text. Who reads it may have enough of it before its end (`| head`).
fn tell(text: &str) {
    use std::io::Write;
    let _ = std::io::stdout().write_all(text.as_bytes());
}

fn complain(message: &str) {
    eprintln!("lockstep: {message}");
}

/// Reads a program; the exit code if that fails.
fn read(file: &str) -> Result<Vec<u8>, u8> {
    std::fs::read(file).map_err(|error| {
        complain(&format!("{file}: {error}"));
        2
    })
}

/// What CPython prints for a syntax error.
pub fn syntax_error_text(file: &str, error: &SyntaxError) -> String {
    let mut out = String::new();
    // What concerns the file as a whole has no line.
    if error.line > 0 {
        out.push_str(&format!("  File \"{file}\", line {}\n", error.line));
    }
    let text = error.text.trim_end_matches(['\n', '\r']);
    let shown = text.trim_start_matches([' ', '\x0c']);
    // What is missing at the end of the program has no mark.
    let missing = error.message.starts_with("expected an indented block")
        || error.message.starts_with("expected 'except'");
    let missing = missing && error.column as usize > text.chars().count();
    if !shown.is_empty() || missing {
        out.push_str(&format!("    {shown}\n"));
        let indent = text.chars().count() - shown.chars().count();
        let column = (error.column as usize).wrapping_sub(1);
        if column >= indent && error.column > 0 && !missing {
            let start = column - indent;
            // Tabs are kept, so that the mark stands below what it marks.
            let blank = |c: char| if c.is_whitespace() { c } else { ' ' };
            let before: String = shown.chars().take(start).map(blank).collect();
            let end = (error.end_column as usize).saturating_sub(1);
            let width = end.saturating_sub(column).max(1);
            out.push_str(&format!("    {before}{}\n", "^".repeat(width)));
        }
    }
    out.push_str(&format!("{}: {}\n", error.kind, error.message));
    out
}

/// The exit code and text of a program that is not compiled.
fn refuse(file: &str, error: &CompileError) -> (u8, String) {
    match error {
        CompileError::Syntax(error) => (1, syntax_error_text(file, error)),
        CompileError::Unsupported { line, message } => (
            UNSUPPORTED,
            format!("{file}:{line}: not supported: {message}\n"),
        ),
        CompileError::Limit { line, message } => {
            (LIMIT, format!("{file}:{line}: limit reached: {message}\n"))
        }
    }
}

/// A state ready to run; the exit code and text if the program is refused.
///
/// # Errors
/// A program that is no Python, or that needs what the machine lacks.
pub fn load(file: &str, source: &[u8], options: Options) -> Result<State, (u8, String)> {
    crate::machine::load(file, source, &options).map_err(|error| refuse(file, &error))
}

/// `lockstep run`
pub fn run(args: &RunArgs) -> u8 {
    let source = match read(&args.file) {
        Ok(source) => source,
        Err(code) => return code,
    };
    let mut state = match load(short(&args.file), &source, args.options()) {
        Ok(state) => state,
        Err((code, text)) => {
            eprint!("{text}");
            return code;
        }
    };
    if let Some(text) = &args.schedule {
        let played = Schedule::parse(text)
            .map_err(|error| error.0)
            .and_then(|schedule| play(&mut state, &schedule, |_, _, _| {}));
        match played {
            Err(message) => {
                complain(&message);
                return 2;
            }
            Ok(Some(round)) => {
                print_output(&state, &mut 0);
                eprint!("{}", round_text(short(&args.file), &state, &round));
                return DEADLOCK;
            }
            Ok(None) => {}
        }
    }
    // As it comes: whoever waits for a long run sees how far it is. But not each word by a call of the system.
    let (mut printed, mut last) = (0, Instant::now());
    finish_watched(&mut state, |state| {
        let new = state.output.len() - printed;
        if new > 1_000 || new > 0 && last.elapsed() > Duration::from_millis(20) {
            print_output(state, &mut printed);
            last = Instant::now();
        }
    });
    print_output(&state, &mut printed);
    let (code, text) = outcome(short(&args.file), &state);
    eprint!("{text}");
    code
}

/// Prints what has been written since; `printed` counts the pieces.
fn print_output(state: &State, printed: &mut usize) {
    let new = &state.output[*printed..];
    *printed = state.output.len();
    for pieces in new.chunk_by(|one, next| one.0 == next.0) {
        let text: String = pieces.iter().map(|(_, text)| &**text).collect();
        // A closed pipe is the reader's decision, not an error of the program.
        let written = if pieces[0].0 {
            std::io::stderr().write_all(text.as_bytes())
        } else {
            let mut out = std::io::stdout().lock();
            out.write_all(text.as_bytes()).and_then(|()| out.flush())
        };
        if written.is_err() {
            return;
        }
    }
}

/// The exit code of a run that is over, and what is to be said of it beyond the program's own output.
pub fn outcome(file: &str, state: &State) -> (u8, String) {
    match &state.end {
        Some(End::Exited) => {
            let code = state.process(ProcessId(0)).exit_code.unwrap_or(0);
            (
                if code < 0 {
                    (128 - code) as u8
                } else {
                    code as u8
                },
                String::new(),
            )
        }
        Some(End::Unsupported { line, message }) => (
            UNSUPPORTED,
            format!("{file}:{line}: not supported: {message}\n"),
        ),
        Some(End::Limit { name, message }) => (
            LIMIT,
            format!("{file}: limit reached ({name}): {message}\n"),
        ),
        None => (DEADLOCK, deadlock_text(file, state)),
    }
}

/// Names each blocked thread, what it waits for, who holds that, and the line.
fn deadlock_text(file: &str, state: &State) -> String {
    let mut out = String::from("deadlock: no thread can ever move again\n");
    add_blocked(&mut out, file, state, &[]);
    out
}

/// Names who goes round for ever, and who waits meanwhile.
fn round_text(file: &str, state: &State, round: &Round) -> String {
    let mut out = String::from(match round.deadlock {
        true => "deadlock: a thread waits for ever while others go round\n",
        false => "livelock: even a fair scheduler may go round like this for ever\n",
    });
    for going in &round.going {
        let thread = state.thread(going.thread);
        let process = &state.process(thread.process).name;
        let going = told(process, &thread.name, file, going.first, going.last);
        out.push_str(&format!("  {going}\n"));
    }
    let going: Vec<ThreadId> = round.going.iter().map(|g| g.thread).collect();
    add_blocked(&mut out, file, state, &going);
    out
}

/// Who goes round, and where.
fn told(process: &str, thread: &str, file: &str, first: u32, last: u32) -> String {
    let place = match (first, last) {
        (0, _) => String::new(),
        (first, last) if first == last => format!(" at {file}:{first}"),
        (first, last) => format!(" at {file}:{first}-{last}"),
    };
    format!("{} goes round{place}", full_name(process, thread))
}

/// A thread by its name, and its process by its where that is not the first.
fn full_name(process: &str, thread: &str) -> String {
    match process {
        "MainProcess" => thread.to_owned(),
        process => format!("{thread} of {process}"),
    }
}

/// Names each blocked thread but some.
fn add_blocked(out: &mut String, file: &str, state: &State, but: &[ThreadId]) {
    let all = state.blocked().into_iter();
    for blocked in all.filter(|b| !but.contains(&b.thread)) {
        let thread = state.thread(blocked.thread);
        let process = &state.process(thread.process).name;
        let whose = if thread.process == ProcessId(0) {
            String::new()
        } else {
            format!(" of {process}")
        };
        let plight = state.plight(blocked.thread);
        out.push_str(&format!("  {}{whose} {plight}", thread.name));
        match (blocked.line, thread.started_at) {
            (0, 0) => {}
            // Its target is no code of the program: `Thread(target=event.wait)`. A main thread at its end is past all lines.
            (0, _) if plight.starts_with("has run its code") => {}
            (0, line) => out.push_str(&format!(", started at {file}:{line}")),
            (line, _) => out.push_str(&format!(", at {file}:{line}")),
        }
        out.push('\n');
        for (task, line) in state.plights_of_tasks(blocked.thread) {
            out.push_str(&format!("    {task}"));
            if line > 0 {
                out.push_str(&format!(", at {file}:{line}"));
            }
            out.push('\n');
        }
    }
}

/// Words of `lockstep trace`.
#[derive(clap::Args, Debug)]
pub struct TraceArgs {
    #[command(flatten)]
    run: RunArgs,
    /// Steps to keep.
    #[arg(long, default_value_t = 20_000)]
    steps: u32,
    /// json: every step and change; perfetto: for ui.perfetto.dev; svg: a picture.
    #[arg(long, value_enum, default_value_t = TraceFormat::Json)]
    format: TraceFormat,
}

/// What `lockstep trace` writes.
#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum TraceFormat {
    /// `trace::Trace` as one JSON object.
    Json,
    /// Trace events: `trace::perfetto`.
    Perfetto,
    /// The static timeline: `timeline::svg`.
    Svg,
}

/// `lockstep trace`: the execution as text of one of the formats.
pub fn trace(args: &TraceArgs) -> u8 {
    let source = match read(&args.run.file) {
        Ok(source) => source,
        Err(code) => return code,
    };
    // What does not begin has no picture.
    if let Err((code, text)) = load(short(&args.run.file), &source, args.run.options()) {
        eprint!("{text}");
        return code;
    }
    let (file, source) = (short(&args.run.file), String::from_utf8_lossy(&source));
    let schedule = args.run.schedule.as_deref().unwrap_or_default();
    let traced = crate::trace::record::record(
        file,
        &source,
        &args.run.options(),
        schedule,
        None,
        args.steps,
    );
    let written = traced.and_then(|trace| match args.format {
        TraceFormat::Json => serde_json::to_string(&trace).map_err(|error| error.to_string()),
        TraceFormat::Perfetto => Ok(perfetto(&trace)),
        TraceFormat::Svg => Ok(picture::picture(file, &trace)),
    });
    match written {
        Ok(text) => {
            tell(&text);
            tell("\n");
            0
        }
        Err(message) => {
            complain(&message);
            2
        }
    }
}

/// `lockstep dis`
pub fn dis(file: &str) -> u8 {
    let source = match read(file) {
        Ok(source) => source,
        Err(code) => return code,
    };
    match compile(short(file), &source) {
        Ok(unit) => {
            tell(&disassemble(&unit));
            0
        }
        Err(error) => {
            let (code, text) = refuse(short(file), &error);
            eprint!("{text}");
            code
        }
    }
}

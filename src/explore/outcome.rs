//! How runs end, told apart as readers tell them apart.

use crate::explore::knowledge::bit;
use crate::machine::{End, ProcessId, State, ThreadId};
use serde::{Deserialize, Serialize};

/// The kind of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// The program ended.
    Finished,
    /// The program ended by an exception that nobody caught in its main thread.
    Exception,
    /// No thread can ever move, or one that is not a daemon never can.
    Deadlock,
    /// A fair scheduler may repeat a cycle for ever.
    Livelock,
    /// A limit was reached.
    Limit,
}

impl Kind {
    /// The name in reports and claims.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Finished => "finished",
            Kind::Exception => "exception",
            Kind::Deadlock => "deadlock",
            Kind::Livelock => "livelock",
            Kind::Limit => "limit",
        }
    }
}

/// A thread that waits for ever.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Blocked {
    /// `MainProcess`, …
    pub process: String,
    /// Its Python name.
    pub thread: String,
    /// What it waits for.
    pub on: String,
    /// The line where it waits; 0 if unknown.
    pub line: u32,
    /// The Python names of those who hold it; of another process: `MainThread of Process-2`.
    pub holders: Vec<String>,
}

/// How a run ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Ending {
    /// The kind.
    pub kind: Kind,
    /// What was written to stdout.
    pub stdout: String,
    /// What was written to stderr.
    pub stderr: String,
    /// The exit code: the program's own, 3 for a deadlock or a livelock, 4 for a limit.
    pub exit_code: i32,
    /// Who waits for ever, in order of creation.
    pub blocked: Vec<Blocked>,
    /// Which limit, as a sentence; or what is not supported.
    pub limit: String,
    /// Whether other threads go on for ever.
    pub in_cycle: bool,
}

impl Ending {
    /// How a run ended whose state cannot move any more; `endless`: but for threads that run for ever.
    pub fn of(state: &State, endless: bool) -> Ending {
        let process = state.process(ProcessId(0));
        let (kind, exit_code, limit) = match &state.end {
            Some(End::Exited) => {
                let kind = match process.uncaught {
                    Some(_) => Kind::Exception,
                    None => Kind::Finished,
                };
                (kind, process.exit_code.unwrap_or(0), String::new())
            }
            Some(End::Limit { name, message }) => (Kind::Limit, 4, format!("{name}: {message}")),
            Some(End::Unsupported { line, message }) => {
                (Kind::Limit, 5, format!("line {line}: {message}"))
            }
            None if endless && stuck(state) == 0 => (Kind::Livelock, 3, String::new()),
            None => (Kind::Deadlock, 3, String::new()),
        };
        let blocked = match kind {
            Kind::Deadlock | Kind::Livelock => blocked(state, |_| true),
            _ => Vec::new(),
        };
        Ending {
            kind,
            stdout: state.text(false),
            stderr: state.text(true),
            exit_code,
            blocked,
            limit,
            in_cycle: false,
        }
    }

    /// A cycle that never ends, at one of its states; `stuck` threads wait in all of it.
    pub fn of_cycle(state: &State, stuck: u64) -> Ending {
        let kind = if stuck == 0 {
            Kind::Livelock
        } else {
            Kind::Deadlock
        };
        Ending {
            kind,
            stdout: state.text(false),
            stderr: state.text(true),
            exit_code: 3,
            blocked: blocked(state, |id| stuck >> (id.0 % 64) & 1 == 1),
            limit: String::new(),
            in_cycle: true,
        }
    }
}

/// [`State::stuck`] as bits. With such a thread what runs for ever is a deadlock, without it a livelock.
pub fn stuck(state: &State) -> u64 {
    let stuck = state.stuck();
    stuck.into_iter().fold(0, |bits, id| bits | bit(id))
}

fn blocked(state: &State, which: impl Fn(ThreadId) -> bool) -> Vec<Blocked> {
    let name = |id: ThreadId, seen_from: ProcessId| {
        let thread = state.thread(id);
        match thread.process == seen_from {
            true => thread.name.to_string(),
            false => format!("{} of {}", thread.name, state.process(thread.process).name),
        }
    };
    let all = state.blocked().into_iter().filter(|b| which(b.thread));
    all.map(|b| {
        let thread = state.thread(b.thread);
        Blocked {
            process: state.process(thread.process).name.to_string(),
            thread: thread.name.to_string(),
            on: b.on,
            line: b.line,
            holders: b
                .holders
                .into_iter()
                .map(|holder| name(holder, thread.process))
                .collect(),
        }
    })
    .collect()
}

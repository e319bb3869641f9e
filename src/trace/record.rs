//! Records an execution: runs a program step by step and notes what happened and how the view changed.

use crate::lang::CompileError;
use crate::machine::{self, End, Move, Options, ProcessId, Report, State, ThreadId};
use crate::schedule::round::Watcher;
use crate::schedule::{Policy, PolicyName, Round, Schedule};
use crate::trace::codes::Codes;
use crate::trace::model::*;
use crate::trace::notes;
use crate::trace::snapshot::Snapshots;
use crate::trace::view::View;

/// Where a recording leaves the schedule that it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Branch {
    /// How many steps of the schedule are kept.
    pub steps: u32,
    /// Who moves then.
    pub thread: ThreadId,
}

/// How a program is to run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan<'a> {
    /// The choices so far, as text.
    pub schedule: &'a str,
    /// Where they are left.
    pub branch: Option<Branch>,
    /// Who chooses from then on.
    pub policy: PolicyName,
    /// Where the record ends.
    pub max_steps: u32,
}

/// Records a program under a schedule; where that ends, the default policy goes on. Whatever is wrong
/// with the program is the outcome.
///
/// # Errors
/// A sentence if the schedule is no schedule of this program.
pub fn record(
    file: &str,
    source: &str,
    options: &Options,
    schedule: &str,
    branch: Option<Branch>,
    max_steps: u32,
) -> Result<Trace, String> {
    let plan = Plan {
        schedule,
        branch,
        policy: PolicyName::AsCpython,
        max_steps,
    };
    record_plan(file, source, options, &plan)
}

/// Records a program under a plan, as [`record`] does.
///
/// # Errors
/// A sentence if the schedule is no schedule of this program.
pub fn record_plan(
    file: &str,
    source: &str,
    options: &Options,
    plan: &Plan<'_>,
) -> Result<Trace, String> {
    let schedule = Schedule::parse(plan.schedule).map_err(|error| error.0)?;
    let mut trace = empty(options);
    let state = match load(file, source, options) {
        Ok(state) => state,
        Err(outcome) => {
            trace.outcome = outcome;
            return Ok(trace);
        }
    };
    let mut recorder = Recorder {
        trace,
        view: View::default(),
        codes: Codes::default(),
        snapshots: Snapshots::default(),
        played: Schedule::default(),
        round: None,
        max_steps: plan.max_steps,
        looks: 0,
        policy: plan.policy.start(options),
        state,
    };
    recorder.begin();
    recorder.replay(&schedule, plan.branch)?;
    recorder.go_on();
    Ok(recorder.finish())
}

fn empty(options: &Options) -> Trace {
    Trace {
        version: TRACE_VERSION,
        options: options.clone(),
        schedule: String::new(),
        processes: Vec::new(),
        threads: Vec::new(),
        syncs: Vec::new(),
        shared: Vec::new(),
        codes: Vec::new(),
        steps: Vec::new(),
        outcome: Outcome::Finished { exit_code: 0 },
    }
}

/// A state ready to run, or the outcome of a program that is refused.
fn load(file: &str, source: &str, options: &Options) -> Result<State, Outcome> {
    machine::load(file, source.as_bytes(), options).map_err(|error| match error {
        CompileError::Syntax(e) => Outcome::SyntaxError {
            line: e.line,
            column: e.column,
            message: e.message,
        },
        CompileError::Unsupported { line, message } => Outcome::Unsupported { line, message },
        CompileError::Limit { message, .. } => Outcome::Limit {
            limit: "source".into(),
            message,
        },
    })
}

/// Where so many threads and things have been looked at, step by step, the picture ends: a program with thousands of
/// threads is recorded in seconds too.
const MOST_LOOKS: u64 = 5_000_000;

struct Recorder {
    trace: Trace,
    view: View,
    codes: Codes,
    snapshots: Snapshots,
    played: Schedule,
    /// The round that is gone for ever, if the schedule ends with one.
    round: Option<Round>,
    max_steps: u32,
    /// Threads and things seen so far, once for every step.
    looks: u64,
    policy: Box<dyn Policy>,
    state: State,
}

impl Recorder {
    /// The view before the first step goes to the changes of step 0.
    fn begin(&mut self) {
        self.add_processes();
        self.add_threads();
    }

    fn full(&self) -> bool {
        self.trace.steps.len() >= self.max_steps as usize || self.looks > MOST_LOOKS
    }

    fn replay(&mut self, schedule: &Schedule, branch: Option<Branch>) -> Result<(), String> {
        let keep = branch.map_or(usize::MAX, |b| b.steps as usize);
        // Whoever leaves it does not go round.
        let mark = schedule.round().filter(|_| branch.is_none());
        let mut watcher = None;
        for (step, thread) in schedule.steps().take(keep).enumerate() {
            let moves = self.state.moves();
            if moves.is_empty() {
                return Err(format!(
                    "the run ends after {step} steps, the schedule goes on"
                ));
            }
            if !moves.iter().any(|m| m.thread == thread) {
                return Err(format!("thread {} cannot move at step {step}", thread.0));
            }
            if self.full() {
                self.played.forget_round();
                return Ok(());
            }
            if mark == Some(step as u64) {
                self.played.begin_round();
                watcher = Some(Watcher::new(&self.state));
            }
            if let Some(watcher) = &mut watcher {
                watcher.before(&self.state, &moves, thread);
            }
            self.step(thread, &moves);
            if let Some(watcher) = &mut watcher {
                watcher.after(&self.state, thread);
            }
        }
        self.round = watcher.map(|w| w.finish(&self.state)).transpose()?;
        let Some(branch) = branch else { return Ok(()) };
        // The rest of the kept steps, if the schedule was shorter, is the policy's.
        while self.trace.steps.len() < branch.steps as usize && !self.full() {
            if !self.one_more() {
                return Err("the run ends before that step".into());
            }
        }
        let moves = self.state.moves();
        if !moves.iter().any(|m| m.thread == branch.thread) {
            return Err(format!("thread {} cannot move there", branch.thread.0));
        }
        self.step(branch.thread, &moves);
        Ok(())
    }

    fn go_on(&mut self) {
        while self.round.is_none() && !self.full() && self.one_more() {}
    }

    /// A step of the policy's choice; `false` if nobody can move.
    fn one_more(&mut self) -> bool {
        let moves = self.state.moves();
        if moves.is_empty() {
            return false;
        }
        let thread = self.policy.choose(&self.state, &moves);
        self.step(thread, &moves);
        true
    }

    fn step(&mut self, thread: ThreadId, moves: &[Move]) {
        debug_assert!(moves.iter().any(|m| m.thread == thread));
        let before = self.codes.place(&self.state, thread, &mut self.trace.codes);
        let mut report = Report::default();
        self.state.step(thread, Some(&mut report));
        self.policy.notice(thread, &report);
        self.played.push(thread);
        self.add_processes();
        self.add_threads();
        let place = before
            .or_else(|| self.codes.place(&self.state, thread, &mut self.trace.codes))
            .unwrap_or_else(|| self.codes.any(&self.state, &mut self.trace.codes));
        self.snapshots.note_loads(&self.state, thread, &report);
        let mut events = notes::events(
            &self.state,
            thread,
            &report,
            &mut self.snapshots,
            &mut self.trace,
        );
        let next = self
            .snapshots
            .view(&self.state, &mut self.codes, &mut self.trace);
        // From a wait to readiness: that the GIL is free for the taking wakes nobody.
        for (index, (was, is)) in self.view.threads.iter().zip(&next.threads).enumerate() {
            let waited = matches!(was.status, Status::Blocked { .. } | Status::Sleeping { .. });
            let ready = matches!(is.status, Status::Ready | Status::NotNow);
            if waited && ready && index != thread.index() {
                events.push(Event::Wake {
                    thread: ThreadId(index as u32),
                });
            }
        }
        self.looks += (next.threads.len() + next.syncs.len()) as u64;
        let changes = self.view.changes_to(&next);
        self.view = next;
        self.trace.steps.push(Step {
            thread,
            place,
            start_ns: report.start_ns,
            end_ns: report.end_ns,
            events,
            changes,
        });
    }

    fn add_processes(&mut self) {
        for process in &self.state.processes[self.trace.processes.len()..] {
            self.trace.processes.push(ProcessInfo {
                name: process.name.to_string(),
                pid: process.pid,
                parent: process.parent,
            });
        }
    }

    fn add_threads(&mut self) {
        for index in self.trace.threads.len()..self.state.threads.len() {
            let thread = &self.state.threads[index];
            let process = self.state.process(thread.process);
            let number = self.state.threads[..index]
                .iter()
                .filter(|t| t.process == thread.process)
                .count();
            let label = match (process.id.0, number) {
                (0, 0) => "main".to_string(),
                (0, n) => format!("T{n}"),
                (p, 0) => format!("P{p}"),
                (p, n) => format!("P{p}·T{n}"),
            };
            self.trace.threads.push(ThreadInfo {
                process: thread.process,
                name: thread.name.to_string(),
                label,
                daemon: thread.daemon,
                started_by: thread
                    .started_by
                    .map(|by| (by, self.trace.steps.len() as u32)),
            });
        }
        // Names can change after the start.
        for (info, thread) in self.trace.threads.iter_mut().zip(&self.state.threads) {
            if *info.name != *thread.name {
                info.name = thread.name.to_string();
            }
            info.daemon = thread.daemon;
        }
    }

    fn finish(mut self) -> Trace {
        self.trace.outcome = self.outcome();
        self.trace.schedule = self.played.to_string();
        self.trace
    }

    fn outcome(&self) -> Outcome {
        if let Some(round) = &self.round {
            let goes = |thread| round.going.iter().any(|g| g.thread == thread);
            let blocked = self.state.blocked().into_iter().map(|b| b.thread);
            let going = round.going.iter().map(|g| Going {
                thread: g.thread,
                lines: (g.first, g.last),
            });
            return Outcome::Livelock {
                going: going.collect(),
                blocked: blocked.filter(|thread| !goes(*thread)).collect(),
                deadlock: round.deadlock,
            };
        }
        match &self.state.end {
            Some(End::Exited) => {
                let process = self.state.process(ProcessId(0));
                let exit_code = process.exit_code.unwrap_or(0);
                match &process.uncaught {
                    Some(text) => Outcome::Exception {
                        text: text.clone(),
                        exit_code,
                    },
                    None => Outcome::Finished { exit_code },
                }
            }
            Some(End::Unsupported { line, message }) => Outcome::Unsupported {
                line: *line,
                message: message.clone(),
            },
            Some(End::Limit { name, message }) => Outcome::Limit {
                limit: (*name).to_string(),
                message: message.clone(),
            },
            None if self.state.moves().is_empty() => Outcome::Deadlock {
                blocked: self.state.blocked().into_iter().map(|b| b.thread).collect(),
            },
            None => Outcome::Limit {
                limit: "steps".into(),
                message: format!("the picture ends after {} steps", self.trace.steps.len()),
            },
        }
    }
}

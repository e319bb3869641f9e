//! Running to the end, as fast as the policy allows, and playing a schedule step by step.

use crate::machine::clock::INSTRUCTION;
use crate::machine::{Move, Preemption, Report, State, ThreadId};
use crate::schedule::as_cpython::{AsCpython, handover};
use crate::schedule::round::{Round, Watcher};
use crate::schedule::side_by_side::SideBySide;
use crate::schedule::text::name_of;
use crate::schedule::{Policy, Schedule};
use crate::vm::exec::Pace;

/// Runs to the end under the default policy; the same execution as step by step, only faster.
pub fn finish(state: &mut State) {
    finish_watched(state, |_| {});
}

/// As [`finish`], with a look at the state after every stretch in which anything can have been written.
pub fn finish_watched(state: &mut State, mut look: impl FnMut(&State)) {
    let mut policy = AsCpython::new(state.options.seed);
    let mut processes = SideBySide::new();
    loop {
        let moves = state.moves();
        if moves.is_empty() {
            return;
        }
        if processes.advance(state, &moves) {
            continue;
        }
        look(state);
        let thread = policy.choose(state, &moves);
        let left = state.options.limits.steps.saturating_sub(state.work);
        let (fuel, pace) = fuel(state, &moves, thread);
        let fuel = fuel.min(left.saturating_add(1));
        let pace = if fuel > 1 { pace } else { Pace::Instruction };
        state.advance(thread, fuel.max(1), pace, None);
    }
}

/// For how many instructions the policy would certainly choose the same thread again, and where it can stop after.
fn fuel(state: &State, moves: &[Move], thread: ThreadId) -> (u64, Pace) {
    // Not more, since limits of work are looked at in between.
    const MOST: u64 = 100_000;
    let process = state.thread(thread).process;
    let moved = moves.iter().find(|m| m.thread == thread);
    let now = moved.map_or(0, |m| m.begins_ns);
    let until = |at: u64| (at.saturating_sub(now) / INSTRUCTION).clamp(1, MOST);
    let (own, others): (Vec<&Move>, Vec<&Move>) = moves
        .iter()
        .partition(|m| state.thread(m.thread).process == process);
    // Until another process is behind, or, without a GIL, another thread.
    let behind = others.iter().map(|m| m.begins_ns).min();
    let behind = behind.map_or(MOST, until);
    if !state.has_gil() {
        return (if own.len() == 1 { behind } else { 1 }, Pace::Anywhere);
    }
    let handed = handover(state, process, moves, thread).map_or(MOST, |(at, _)| until(at));
    match state.options.preemption {
        Preemption::Cpython if handed <= behind => (handed, Pace::SwitchPoint),
        _ => (handed.min(behind), Pace::Anywhere),
    }
}

/// Lets one thread after the other move as a schedule says; the round that is gone for ever, if it ends with one.
///
/// # Errors
/// A sentence if the schedule names a thread that cannot move at that step, or its round is none.
pub fn play(
    state: &mut State,
    schedule: &Schedule,
    mut each: impl FnMut(&mut State, ThreadId, Option<Report>),
) -> Result<Option<Round>, String> {
    let (mut watcher, mark) = (None, schedule.round());
    for (step, thread) in schedule.steps().enumerate() {
        if mark == Some(step as u64) {
            watcher = Some(Watcher::new(state));
        }
        let moves = state.moves();
        if moves.is_empty() {
            return Err(format!(
                "the schedule has {} steps, but the run ends after {step}",
                schedule.len()
            ));
        }
        if !moves.iter().any(|m| m.thread == thread) {
            let why = match state.threads.get(thread.index()) {
                None => "there is no such thread yet".to_owned(),
                Some(thread) if thread.ended.is_some() => format!("{} has ended", thread.name),
                Some(thread) => format!("{} waits", thread.name),
            };
            let name = name_of(thread);
            return Err(format!(
                "the schedule lets {name} move at step {step}, but {why}"
            ));
        }
        if let Some(watcher) = &mut watcher {
            watcher.before(state, &moves, thread);
        }
        let mut report = Report::default();
        state.step(thread, Some(&mut report));
        if let Some(watcher) = &mut watcher {
            watcher.after(state, thread);
        }
        each(state, thread, Some(report));
    }
    watcher.map(|w| w.finish(state)).transpose()
}

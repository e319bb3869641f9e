//! Running to the end, as fast as the policy allows, and playing a schedule step by step.

use crate::machine::clock::INSTRUCTION;
use crate::machine::{Preemption, Report, State, ThreadId};
use crate::schedule::as_cpython::{AsCpython, handover};
use crate::schedule::{Policy, Schedule};
use crate::vm::exec::Pace;

/// Runs to the end under the default policy; the same execution as step by step, only faster.
pub fn finish(state: &mut State) {
    let mut policy = AsCpython::new(state.options.seed);
    loop {
        let moves = state.moves();
        if moves.is_empty() {
            return;
        }
        let thread = policy.choose(state, &moves);
        let left = state
            .options
            .limits
            .steps
            .saturating_sub(state.instructions);
        let fuel = fuel(state, &moves, thread).min(left.saturating_add(1));
        let pace = match (fuel, state.options.preemption) {
            (0 | 1, _) => Pace::Instruction,
            (_, Preemption::Cpython) => Pace::SwitchPoint,
            _ => Pace::Anywhere,
        };
        state.advance(thread, fuel.max(1), pace, None);
    }
}

/// For how many instructions the policy would certainly choose the same thread again.
fn fuel(state: &State, moves: &[crate::machine::Move], thread: ThreadId) -> u64 {
    const MOST: u64 = 5_000_000;
    let process = state.thread(thread).process;
    if !state.has_gil()
        || moves
            .iter()
            .any(|m| state.thread(m.thread).process != process)
    {
        return if moves.len() == 1 { MOST } else { 1 };
    }
    let now = state
        .thread(thread)
        .clock
        .max(state.process(process).busy_until);
    match handover(state, process, moves, thread) {
        Some((at, _)) => (at.saturating_sub(now) / INSTRUCTION).clamp(1, MOST),
        None => MOST,
    }
}

/// Lets one thread after the other move as a schedule says.
///
/// # Errors
/// A sentence if the schedule names a thread that cannot move at that step.
pub fn play(
    state: &mut State,
    schedule: &Schedule,
    mut each: impl FnMut(&mut State, ThreadId, Option<Report>),
) -> Result<(), String> {
    for (step, thread) in schedule.steps().enumerate() {
        let moves = state.moves();
        if moves.is_empty() {
            return Err(format!(
                "the schedule has {} steps, but the run ends after {step}",
                schedule.len()
            ));
        }
        if !moves.iter().any(|m| m.thread == thread) {
            return Err(format!(
                "the schedule lets thread {} move at step {step}, but it cannot",
                thread.0
            ));
        }
        let mut report = Report::default();
        state.step(thread, Some(&mut report));
        each(state, thread, Some(report));
    }
    Ok(())
}

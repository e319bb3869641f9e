//! The runs of a program that the reader has seen: the one that came with the page, those that came of
//! choices, those of policies. One is shown, another may be compared with it.

use crate::machine::ids::ThreadId;
use crate::protocol::{Ask, Run};
use crate::schedule::{PolicyName, Schedule};
use crate::ui::narrate::{Teller, short};
use crate::ui::recording::Recording;
use crate::ui::state::Stand;
use crate::ui::text::{Label, Lang, code};
use crate::ui::walk::{Unit, forward, parting};
use leptos::prelude::*;
use std::sync::Arc;

/// Most runs that are kept; the oldest but the first makes room.
const MOST_RUNS: usize = 8;

/// How a run came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// With the page.
    Page,
    /// The reader chose who moves at a step.
    Choice(u32, ThreadId),
    /// A policy chose from a position on.
    Policy(u32, PolicyName),
    /// The machine found it: the number of its outcome, or a race.
    Found(Option<u32>),
}

/// A run that is kept.
#[derive(Clone)]
pub struct Kept {
    /// The run.
    pub recording: Arc<Recording>,
    /// How it came about.
    pub origin: Origin,
    /// Counted from 1 in the order in which they came.
    pub number: u32,
}

/// What to do when a run has come.
#[derive(Clone, Copy)]
pub enum Then {
    /// Go on from a position by one step of a thread.
    Step(u32, ThreadId, Unit),
    /// Stay at the cursor.
    Stay,
    /// Go to where it differs from the run that was shown.
    Differs,
    /// Go to a position.
    At(u32),
}

impl Kept {
    /// How it came about, in words.
    pub fn title(&self, lang: Lang) -> String {
        let label = |label| lang.label(label).to_owned();
        match self.origin {
            Origin::Page => label(Label::RunPage),
            Origin::Found(None) => label(Label::Race),
            Origin::Found(Some(number)) => {
                let outcome = lang.label(Label::Outcome);
                format!("{outcome} {number}")
            }
            Origin::Choice(step, thread) => {
                let who = self.recording.label(thread);
                lang.pick(
                    format!("на шаге {step} идёт {who}"),
                    format!("{who} moves at step {step}"),
                )
            }
            Origin::Policy(from, policy) => {
                let name = match policy {
                    PolicyName::AsCpython => label(Label::PolicyCpython),
                    PolicyName::RoundRobin => label(Label::PolicyRoundRobin),
                    PolicyName::Adversary => label(Label::PolicyAdversary),
                    PolicyName::Seeded(seed) => {
                        let by_lot = lang.label(Label::PolicySeeded);
                        lang.pick(format!("{by_lot} № {seed}"), format!("{by_lot} no. {seed}"))
                    }
                };
                match from {
                    0 => name,
                    _ => lang.pick(
                        format!("{name}, с шага {from}"),
                        format!("{name}, from step {from}"),
                    ),
                }
            }
        }
    }

    /// What came of it, in a few words.
    pub fn result(&self, lang: Lang) -> String {
        let recording = &*self.recording;
        let (ending, bad) = Teller { lang, recording }.outcome();
        let output = recording.film.printed.iter().rfind(|part| !part.error);
        let line = output.and_then(|part| part.text.trim_end().lines().last());
        match (bad, line) {
            (true, _) => ending,
            (false, Some(line)) => {
                let line = code(&short(line));
                lang.pick(format!("Вывод: {line}"), format!("Prints {line}"))
            }
            (false, None) => ending,
        }
    }
}

impl Stand {
    /// The number of the run shown, as an index into the list.
    pub fn shown_run(self) -> usize {
        let shown = self.recording.get();
        self.runs.with(|runs| {
            let same = |run: &Kept| Arc::ptr_eq(&run.recording, &shown);
            runs.iter().position(same).unwrap_or(0)
        })
    }

    /// Shows another of the kept runs, the cursor at the first difference if it was beyond it.
    pub fn show_run(self, index: usize) {
        let run = self.runs.with_untracked(|runs| runs.get(index).cloned());
        let shown = self.recording.get_untracked();
        let Some(run) = run.filter(|run| !Arc::ptr_eq(&run.recording, &shown)) else {
            return;
        };
        self.playing.set(false);
        let differs = parting(&shown, &run.recording);
        let cursor = self.cursor.get_untracked();
        self.put(run.recording, Some(shown));
        if let (Some(at), Some(differs)) = (cursor, differs)
            && at >= differs
        {
            self.go(differs);
        }
    }

    /// The run shown before this one.
    pub fn swap_runs(self) {
        let other = self.other.get_untracked();
        let index = self.runs.with_untracked(|runs| {
            let same = |run: &Kept| {
                other
                    .as_ref()
                    .is_some_and(|o| Arc::ptr_eq(&run.recording, o))
            };
            runs.iter().position(same)
        });
        if let Some(index) = index {
            self.show_run(index);
        }
    }

    /// Shows a recording beside which another is remembered.
    fn put(self, recording: Arc<Recording>, other: Option<Arc<Recording>>) {
        self.chosen.set(None);
        self.zoom.set(None);
        self.other.set(other);
        self.recording.set(recording);
    }

    /// Keeps a run and shows it.
    pub(super) fn keep(self, recording: Arc<Recording>, origin: Origin) {
        let left = self.recording.get_untracked();
        self.runs.update(|runs| {
            let number = runs.last().map_or(1, |last| last.number + 1);
            if runs.len() >= MOST_RUNS {
                // Neither the first nor the one that the new one is compared with.
                let spare =
                    |run: &Kept| run.origin != Origin::Page && !Arc::ptr_eq(&run.recording, &left);
                if let Some(at) = runs.iter().position(spare) {
                    runs.remove(at);
                }
            }
            runs.push(Kept {
                recording: Arc::clone(&recording),
                origin,
                number,
            });
        });
        self.put(recording, Some(left));
    }

    /// The choices up to a position.
    pub fn schedule_up_to(self, position: u32) -> String {
        let recording = self.recording.get_untracked();
        let mut begins = 0;
        let runs = recording.rows.runs.iter().map_while(|(thread, to)| {
            let count = to.min(&position).checked_sub(begins).filter(|n| *n > 0)?;
            begins = *to;
            Some((*thread, count))
        });
        Schedule::of_runs(runs).to_string()
    }

    /// Lets a policy choose: from the cursor on, or from the start.
    pub fn run_policy(self, policy: PolicyName) {
        let at = self.cursor.get_untracked().unwrap_or(0);
        let schedule = self.schedule_up_to(at);
        self.request_run(schedule, policy, Origin::Policy(at, policy), Then::Stay);
    }

    /// The next seed that no kept run has used.
    pub fn next_seed(self) -> u64 {
        self.runs.with_untracked(|runs| {
            let used = runs.iter().filter_map(|run| match run.origin {
                Origin::Policy(_, PolicyName::Seeded(seed)) => Some(seed),
                _ => None,
            });
            used.max().map_or(1, |most| most + 1)
        })
    }

    /// A run has come.
    pub(super) fn arrive(self, run: Run, origin: Origin, then: Then) {
        let program = self.shown.with_untracked(|shown| shown.program.clone());
        self.keep(Arc::new(Recording::of(run, &program)), origin);
        match then {
            Then::Step(start, thread, unit) => {
                let unit = match unit {
                    Unit::Turn => Unit::Instruction,
                    unit => unit,
                };
                let recording = self.recording.get_untracked();
                self.go(forward(&recording, start, thread, unit));
            }
            Then::Differs => self.go(self.differs.get_untracked().unwrap_or(0)),
            Then::At(position) => self.go(position),
            Then::Stay => {}
        }
    }

    /// Asks the engine for the run in which `thread` moves at `start`; what is shown stays until it answers.
    pub(super) fn branch(self, recording: &Recording, start: u32, thread: ThreadId, unit: Unit) {
        let shown = self.shown.get_untracked();
        let ask = Ask::Branch {
            program: shown.program.clone(),
            options: shown.options.clone(),
            schedule: recording.head().schedule.clone(),
            steps: start,
            thread: thread.0,
            policy: PolicyName::AsCpython,
        };
        let origin = Origin::Choice(start + 1, thread);
        self.request(ask, origin, Then::Step(start, thread, unit));
    }

    pub(super) fn request_run(
        self,
        schedule: String,
        policy: PolicyName,
        origin: Origin,
        then: Then,
    ) {
        let shown = self.shown.get_untracked();
        let ask = Ask::Run {
            program: shown.program.clone(),
            options: shown.options.clone(),
            schedule,
            policy,
        };
        self.request(ask, origin, then);
    }

    #[cfg(feature = "hydrate")]
    fn request(self, ask: Ask, origin: Origin, then: Then) {
        use crate::protocol::Reply;
        use crate::ui::engine::{self, News};
        self.waiting.set(true);
        self.notice.set(None);
        engine::ask(ask, move |news| match news {
            News::Searching(..) => {}
            News::Restarted => self.notice.set(Some(Label::EngineRestarted)),
            News::Answer(Reply::Run(run)) => {
                self.waiting.set(false);
                self.arrive(*run, origin, then);
            }
            News::Answer(_) | News::Failed => {
                self.waiting.set(false);
                self.playing.set(false);
                self.notice.set(Some(Label::EngineFailed));
            }
        });
    }

    /// The prerenderer has no engine: natively the answer is there at once.
    #[cfg(not(feature = "hydrate"))]
    fn request(self, ask: Ask, origin: Origin, then: Then) {
        use crate::protocol::{Answer, PROTOCOL_VERSION, Reply, Request, decode, encode, serve};
        let request = Request {
            version: PROTOCOL_VERSION,
            id: 1,
            ask,
        };
        match decode::<Answer>(&serve::answer(&encode(&request))).map(|answer| answer.reply) {
            Some(Reply::Run(run)) => self.arrive(*run, origin, then),
            _ => self.notice.set(Some(Label::EngineFailed)),
        }
    }
}

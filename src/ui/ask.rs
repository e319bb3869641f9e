//! Ask the machine: all outcomes, the bug, the proof, the tree of interleavings. The engine explores; here its
//! answer is kept and shown, and what the reader picks of it is loaded.

use crate::explore::remarks::{Remark, Verdict};
use crate::explore::slices::Status;
use crate::explore::{Exploration, Kind, Settings};
use crate::machine::options::Options;
use crate::protocol::{Ask, Program, Reply};
use crate::schedule::{PolicyName, Schedule};
use crate::ui::accuse::Charge;
use crate::ui::ask_tree::tree;
use crate::ui::controls::keep_focus;
use crate::ui::narrate::Teller;
use crate::ui::node::{Element, Node, classed, el, flag, live};
use crate::ui::parts::rich;
use crate::ui::runs::{Origin, Then};
use crate::ui::state::Stand;
use crate::ui::text::Label;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;
use std::sync::Arc;

/// Most states that the page asks for.
pub const MOST_STATES: u32 = 100_000;
/// How many random runs of each scheduler say how likely an outcome is.
const RUNS: u32 = 200;
/// Most lines of output that a row shows.
const MOST_LINES: usize = 6;

/// A question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    Outcomes,
    Bug,
    Proof,
    Tree,
}

impl Question {
    const ALL: [Question; 4] = [
        Question::Outcomes,
        Question::Bug,
        Question::Proof,
        Question::Tree,
    ];

    fn label(self) -> (Label, &'static str) {
        match self {
            Question::Outcomes => (Label::AllOutcomes, "o"),
            Question::Bug => (Label::FindBug, "f"),
            Question::Proof => (Label::IsCorrect, ""),
            Question::Tree => (Label::Tree, ""),
        }
    }
}

/// What the machine is doing about it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    not(feature = "hydrate"),
    expect(dead_code, reason = "the prerenderer does not wait for an engine")
)]
enum Work {
    Idle,
    Busy(u32, Status, u32),
    Stopped,
    Failed,
}

/// An answer, and for what it holds.
#[derive(PartialEq)]
struct Answered {
    program: Program,
    options: Options,
    found: Exploration,
}

/// The signals of the questions of one player.
#[derive(Clone, Copy)]
pub struct Asking {
    open: RwSignal<Option<Question>>,
    work: RwSignal<Work>,
    answer: RwSignal<Option<Arc<Answered>>>,
}

impl Asking {
    /// Nothing asked yet.
    pub fn new() -> Self {
        Asking {
            open: RwSignal::new(None),
            work: RwSignal::new(Work::Idle),
            answer: RwSignal::new(None),
        }
    }
}

impl Stand {
    fn subject(self) -> (Program, Options) {
        self.shown
            .with(|shown| (shown.program.clone(), shown.options.clone()))
    }

    /// The answer, if it is about the program that is shown.
    fn answered(self) -> Option<Arc<Answered>> {
        let (program, options) = self.subject();
        let answer = self.asking.answer.get();
        answer.filter(|a| a.program == program && a.options == options)
    }

    /// What is marked in code and timeline while the bug is shown.
    pub fn charge(self) -> Charge {
        let bug = self.asking.open.get() == Some(Question::Bug);
        let answer = self.answered().filter(|_| bug);
        answer.map_or_else(Charge::default, |answer| {
            let recording = self.recording.get();
            Charge::new(&answer.found, &self.teller(&recording))
        })
    }

    /// Opens a question, or closes it.
    pub fn ask(self, question: Question) {
        if self.asking.open.get_untracked() == Some(question) {
            return self.asking.open.set(None);
        }
        self.asking.open.set(Some(question));
        match untrack(|| self.answered()) {
            Some(_) => self.answer_is_there(),
            None => self.explore(),
        }
    }

    fn explore(self) {
        if matches!(self.asking.work.get_untracked(), Work::Busy(..)) {
            return;
        }
        let (program, options) = untrack(|| self.subject());
        let settings = Settings {
            max_states: MOST_STATES,
            fewest_steps: false,
            runs: RUNS,
            tree: true,
        };
        let ask = Ask::Explore {
            program: program.clone(),
            options: options.clone(),
            settings,
        };
        self.put_question(ask, move |found| Answered {
            program: program.clone(),
            options: options.clone(),
            found,
        });
    }

    #[cfg(feature = "hydrate")]
    fn put_question(self, ask: Ask, answered: impl Fn(Exploration) -> Answered + 'static) {
        use crate::ui::engine::{self, News};
        let work = self.asking.work;
        let id = engine::ask(ask, move |news| match news {
            News::Restarted => {}
            News::Searching(status, most) => work.update(|work| {
                if let Work::Busy(_, known, bound) = work {
                    (*known, *bound) = (status, most);
                }
            }),
            News::Answer(Reply::Explored(found)) => {
                work.set(Work::Idle);
                self.asking.answer.set(Some(Arc::new(answered(*found))));
                // The program may have changed since it was asked about.
                let asked = self.asking.open.get_untracked().is_some();
                match untrack(|| self.answered()) {
                    None if asked => self.explore(),
                    _ => self.answer_is_there(),
                }
            }
            News::Answer(Reply::Cancelled) => work.set(Work::Stopped),
            News::Answer(_) | News::Failed => work.set(Work::Failed),
        });
        work.set(Work::Busy(id, Status::default(), MOST_STATES));
    }

    /// The prerenderer has no engine: natively the answer is there at once.
    #[cfg(not(feature = "hydrate"))]
    fn put_question(self, ask: Ask, answered: impl Fn(Exploration) -> Answered + 'static) {
        let Ask::Explore {
            program,
            options,
            settings,
        } = ask
        else {
            return;
        };
        match crate::protocol::server::explore(&program, options, settings) {
            Reply::Explored(found) => {
                self.asking.answer.set(Some(Arc::new(answered(*found))));
                self.answer_is_there();
            }
            _ => self.asking.work.set(Work::Failed),
        }
    }

    fn stop_asking(self) {
        #[cfg(feature = "hydrate")]
        if let Work::Busy(id, ..) = self.asking.work.get_untracked() {
            crate::ui::engine::cancel(id);
        }
    }

    /// The bug is shown at once; the other answers wait to be read.
    fn answer_is_there(self) {
        let answer = untrack(|| self.answered());
        let (Some(answer), Some(Question::Bug)) = (answer, self.asking.open.get_untracked()) else {
            return;
        };
        match (answer.found.bug(), answer.found.races.first()) {
            (Some(number), _) => self.load(number, Then::At(u32::MAX)),
            // A race is believed when it changes what comes out.
            (None, Some(race)) => {
                if let Some(number) = answer.found.by_preemption() {
                    return self.load(number, Then::Differs);
                }
                let length = Schedule::parse(&race.schedule).map_or(0, |s| s.len() as u32);
                self.load_schedule(race.schedule.clone(), Origin::Found(None), Then::At(length));
            }
            (None, None) => {}
        }
    }

    fn load(self, outcome: usize, then: Then) {
        let answer = untrack(|| self.answered());
        let found = answer.as_ref().and_then(|a| a.found.outcomes.get(outcome));
        if let Some(outcome_found) = found.filter(|o| !o.schedule.is_empty()) {
            let origin = Origin::Found(Some(outcome as u32 + 1));
            self.load_schedule(outcome_found.schedule.clone(), origin, then);
        }
    }

    fn load_schedule(self, schedule: String, origin: Origin, then: Then) {
        let busy = self.waiting.get_untracked();
        let shown = self
            .recording
            .with_untracked(|r| r.head().schedule == schedule);
        match (busy, shown, then) {
            (true, ..) => {}
            (_, true, Then::At(position)) => self.go(position),
            (_, true, _) => {}
            _ => self.request_run(schedule, PolicyName::AsCpython, origin, then),
        }
    }
}

impl Exploration {
    /// The outcomes that are failures of the program: that the machine has its limits says nothing of it.
    pub(super) fn fails(&self) -> impl Iterator<Item = usize> {
        let all = self.outcomes.iter().enumerate();
        all.filter(|(_, o)| match o.ending.kind {
            Kind::Finished => o.ending.exit_code != 0,
            kind => kind != Kind::Limit,
        })
        .map(|(number, _)| number)
    }

    /// The limit that the first of the runs has met that were cut.
    pub(super) fn limit(&self) -> Option<&str> {
        let cut = self.outcomes.iter().find(|o| o.ending.kind == Kind::Limit);
        cut.map(|o| o.ending.limit.as_str())
    }

    /// The first outcome of several that comes about only by a preemption.
    fn by_preemption(&self) -> Option<usize> {
        self.outcomes.iter().position(|o| o.preemptions > 0)
    }

    /// The simplest failure.
    pub(super) fn bug(&self) -> Option<usize> {
        self.fails().next()
    }
}

/// The questions and what came of the one that is open.
pub fn questions(stand: Stand) -> Vec<Node> {
    let panel = format!("{}-ask", stand.model().id);
    let buttons = Question::ALL.map(|question| {
        let (label, key) = question.label();
        let name = stand.label(label);
        let title = match key {
            "" => name.to_owned(),
            key => format!("{name} ({key})"),
        };
        let open = move || flag(stand.asking.open.get() == Some(question));
        classed("button", "btn q")
            .attr("type", "button")
            .attr("title", title)
            .attr("aria-controls", panel.clone())
            .live_attr("aria-expanded", open)
            .on("click", move |_| stand.ask(question))
            .child(name)
            .into()
    });
    let bar = classed("div", "p-askbar")
        .attr("role", "group")
        .attr("aria-label", stand.region(Label::AskMachine))
        .children(buttons)
        .child(classed("span", "grow"))
        .child(
            el("small")
                .attr("role", "status")
                .child(live(move || vec![status(stand).into()])),
        );
    // The button is gone with the answer it was in once the other run is there: its successor gets the focus.
    let heirs = RwSignal::new(None);
    let shown = panel.clone();
    let renewed = move || {
        if let Some(heirs) = heirs.try_update_untracked(Option::take).flatten() {
            keep_focus(document().get_element_by_id(&shown), heirs);
        }
        answer(stand)
    };
    // What is in the answer comes and goes, so it is what surrounds it that listens.
    let press = move |event: web_sys::Event| {
        let target = event.target();
        let target = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let button = target.and_then(|target| target.closest("[data-ask]").ok().flatten());
        match button
            .and_then(|button| button.get_attribute("data-ask"))
            .as_deref()
        {
            Some("stop") => {
                heirs.set(Some("[data-ask]"));
                stand.stop_asking();
            }
            Some("again") => {
                heirs.set(Some("[data-ask]"));
                stand.explore();
            }
            Some("back") => stand.swap_runs(),
            Some(number) => {
                if let Ok(number) = number.parse() {
                    heirs.set(Some(".here button"));
                    stand.load(number, Then::Differs);
                }
            }
            None => {}
        }
    };
    let answer = classed("div", "p-ask")
        .attr("id", panel.clone())
        .on("click", press)
        .child(live(renewed));
    // The editor says there that it holds another program.
    let stale = classed("p", "p-stale")
        .attr("id", format!("{panel}-stale"))
        .attr("role", "status");
    vec![bar.into(), stale.into(), answer.into()]
}

fn button(does: String, name: &'static str) -> Element {
    classed("button", "btn q")
        .attr("type", "button")
        .attr("data-ask", does)
        .child(name)
}

/// How far the machine is, in a few words.
fn status(stand: Stand) -> String {
    let recording = stand.recording.get();
    let teller = stand.teller(&recording);
    match (stand.asking.work.get(), stand.answered()) {
        // Not how far it is: what changes all the time is not to be read out.
        (Work::Busy(..), _) => stand.label(Label::Exploring).to_owned(),
        (Work::Stopped, None) => stand.label(Label::AskStopped).to_owned(),
        (Work::Failed, None) => stand.label(Label::EngineFailed).to_owned(),
        (_, Some(answer)) => teller.states(answer.found.states),
        _ => String::new(),
    }
}

fn answer(stand: Stand) -> Vec<Node> {
    let Some(question) = stand.asking.open.get() else {
        return Vec::new();
    };
    let recording = stand.recording.get();
    let teller = stand.teller(&recording);
    let work = stand.asking.work.get();
    if let Work::Busy(_, status, most) = work {
        return vec![working(stand, &teller, &status, most)];
    }
    let Some(answer) = stand.answered() else {
        let again = button("again".into(), stand.label(Label::AskAgain));
        return vec![classed("div", "outs").child(again).into()];
    };
    let found = &answer.found;
    let mut outs = classed("div", "outs");
    outs = match question {
        Question::Outcomes => outs.child(outcomes(stand, &teller, found)),
        Question::Bug => outs.children(bug(stand, &teller, found)),
        Question::Proof => outs.children(proof(&teller, &answer)),
        Question::Tree => outs.child(tree(stand, &teller, found)),
    };
    if question == Question::Outcomes || question == Question::Tree {
        let covered = teller.covered(found, &answer.options, MOST_STATES);
        outs = outs.child(el("p").children(rich(&covered)));
    }
    let is_loaded = stand.runs.with(|runs| {
        let shown = runs.get(stand.shown_run());
        shown.is_some_and(|run| matches!(run.origin, Origin::Found(_)))
    });
    if is_loaded && stand.other.with(Option::is_some) {
        outs = outs.child(button("back".into(), stand.label(Label::WayBack)));
    }
    vec![outs.into()]
}

/// The bar and what is found so far.
fn working(stand: Stand, teller: &Teller, status: &Status, most: u32) -> Node {
    let bar = el("progress")
        .attr("aria-label", stand.label(Label::AskMachine))
        .attr("max", most.to_string())
        .attr("value", status.states.to_string());
    let far = match status.runs {
        0 => teller.states(status.states),
        _ => stand.label(Label::RandomRuns).to_owned(),
    };
    let rows = status.endings.iter().map(|ending| {
        let printed = printed(stand, &ending.stdout);
        el("li")
            .children(printed)
            .child(alarm(teller, ending))
            .into()
    });
    classed("div", "outs")
        .child(
            classed("p", "row")
                .child(bar)
                .child(classed("span", "dim").child(far))
                .child(button("stop".into(), stand.label(Label::Cancel))),
        )
        .child(classed("ul", "found").children(rows))
        .into()
}

fn alarm(teller: &Teller, ending: &crate::explore::outcome::Ending) -> Element {
    classed("span", "alarm").children(rich(&teller.ending(ending)))
}

/// What a run prints, in few lines.
fn printed(stand: Stand, stdout: &str) -> Vec<Node> {
    let lines: Vec<&str> = stdout.lines().collect();
    if lines.is_empty() {
        return vec![
            classed("span", "dim")
                .child(stand.label(Label::PrintsNothing))
                .into(),
        ];
    }
    let cut = lines.len().saturating_sub(MOST_LINES);
    let more = (cut > 0).then_some("…");
    let shown = more.into_iter().chain(lines[cut..].iter().copied());
    shown
        .map(|line| classed("span", "big").child(line.to_owned()).into())
        .collect()
}

/// Every outcome: what it prints, how likely, how it comes about.
fn outcomes(stand: Stand, teller: &Teller, found: &Exploration) -> Element {
    let heads = [
        Label::Ends,
        Label::RandomRuns,
        Label::Preemptions,
        Label::Simplest,
    ];
    let heads = heads.map(|label| el("th").child(stand.label(label)).into());
    let last = el("th").child(classed("span", "vh").child(stand.label(Label::Load)));
    let shown = teller.recording.head().schedule.as_str();
    let rows = found.outcomes.iter().enumerate().map(|(number, outcome)| {
        let here = outcome.schedule == shown;
        let shares = found.likelihood.iter().map(|l| {
            let share = 100 * u64::from(l.hits[number]) / u64::from(l.runs.max(1));
            // Rare is not never.
            let (few, share) = match (l.hits[number], share) {
                (1.., 0) => ("<\u{a0}", 1),
                _ => ("", share),
            };
            let name = stand.lang().scheduler(l.scheduler);
            let bar = el("svg")
                .attr("class", "bar")
                .attr("viewBox", "0 0 100 4")
                .attr("aria-hidden", "true")
                .child(el("path").attr("d", format!("M0 0h{share}v4H0z")));
            classed("span", "share")
                .child(format!("{few}{share}\u{a0}% "))
                .child(el("small").child(name))
                .child(bar)
                .into()
        });
        let label = stand.label(if here { Label::Loaded } else { Label::Load });
        let load = button(number.to_string(), label)
            .attr("aria-disabled", flag(here))
            .attr(
                "aria-label",
                format!("{label}: {} {}", stand.label(Label::Outcome), number + 1),
            );
        let steps = stand.lang().count(
            outcome.steps as usize,
            ["видимая операция", "видимые операции", "видимых операций"],
            ["visible operation", "visible operations"],
        );
        classed("tr", if here { "here" } else { "" })
            .child(
                el("td")
                    .children(printed(stand, &outcome.ending.stdout))
                    .child(alarm(teller, &outcome.ending)),
            )
            .child(el("td").children(shares))
            .child(
                el("td")
                    .attr("data-l", stand.label(Label::Preemptions))
                    .child(outcome.preemptions.to_string()),
            )
            .child(
                el("td")
                    .child(format!("{steps} "))
                    .child(classed("span", "sched").child(outcome.schedule.clone())),
            )
            .child(el("td").child(load))
            .into()
    });
    classed("table", "oc")
        .child(el("thead").child(el("tr").children(heads).child(last)))
        .child(el("tbody").children(rows))
}

/// The simplest failure or the first race, told.
fn bug(stand: Stand, teller: &Teller, found: &Exploration) -> Vec<Node> {
    let told = |title: String, text: String| -> Node {
        classed("p", "told")
            .child(classed("span", "alarm").child("✕ ").children(rich(&title)))
            .child(" ")
            .children(rich(&text))
            .into()
    };
    let mut all: Vec<Node> = Vec::new();
    if let Some(outcome) = found.bug().and_then(|number| found.outcomes.get(number)) {
        let ending = &outcome.ending;
        let title = format!("{}.", teller.ending(ending));
        let text = match ending.kind {
            Kind::Deadlock => teller.who_waits(ending),
            _ => String::new(),
        };
        all.push(told(title, text));
        let missed = outcome.remarks.iter();
        let missed = missed.filter(|r| r.verdict == Verdict::LostWakeup);
        all.extend(missed.map(|remark| said(teller, remark)));
    }
    let races = found.races.iter().map(|race| {
        let title = format!("{}.", stand.label(Label::Race));
        told(title, teller.race(race))
    });
    all.extend(races);
    if all.is_empty() {
        all.push(el("p").child(teller.no_bug(found)).into());
    }
    all
}

/// What the explorer says besides.
fn said(teller: &Teller, remark: &Remark) -> Node {
    let text = teller.say(remark.russian.clone(), remark.text.clone());
    classed("p", "told").children(rich(&text)).into()
}

/// The proof card.
fn proof(teller: &Teller, answer: &Answered) -> Vec<Node> {
    let (verdict, bad) = teller.verdict(&answer.found);
    let covered = teller.covered(&answer.found, &answer.options, MOST_STATES);
    let class = if bad { "verdict alarm" } else { "verdict" };
    let mut all = vec![
        classed("p", class).child(verdict).into(),
        el("p").children(rich(&covered)).into(),
    ];
    all.extend(answer.found.remarks.iter().map(|r| said(teller, r)));
    all
}

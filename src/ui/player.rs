//! The player: one figure with code, state, narration, timeline, events and controls.

use crate::machine::ids::ThreadId;
use crate::trace::{Event, View};
use crate::ui::code::code_pane;
use crate::ui::controls::{controls, on_key};
use crate::ui::memory::memory_pane;
use crate::ui::model::PlayerModel;
use crate::ui::narrate::Teller;
use crate::ui::node::{Element, Node, classed, el, live};
use crate::ui::parts::{Fill, badge_view, rich};
use crate::ui::recording::Recording;
use crate::ui::state::{Scene, Stand};
use crate::ui::text::Label;
use crate::ui::timeline::timeline;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;
use std::sync::Arc;

/// More events than this are counted, not listed.
const MOST_EVENTS: usize = 80;

/// A player, the same on server and page.
#[component]
pub fn Player(
    /// What it shows.
    model: Arc<PlayerModel>,
) -> impl IntoView {
    let stand = Stand::new(model);
    #[cfg(feature = "hydrate")]
    crate::ui::screen::watch_widths(stand);
    let on_key = move |event: web_sys::Event| on_key(stand, &event.unchecked_into());
    let body = classed("div", "p-body")
        .child(code_pane(stand))
        .child(memory_pane(stand));
    let player = classed("div", "p")
        .on("keydown", on_key)
        .child(head(stand))
        .child(body)
        .child(narration(stand));
    Node::from(
        player
            .child(timeline(stand))
            .child(events(stand))
            .children(controls(stand)),
    )
}

/// What the figure shows, and under which rules.
fn head(stand: Stand) -> Element {
    let model = stand.model();
    let number = format!("{} {}", stand.label(Label::Figure), model.number);
    let switching = stand.lang().preemption(model.options.preemption);
    let pressed = move || {
        if stand.instructions.get() {
            "true"
        } else {
            "false"
        }
    };
    let toggle = classed("button", "sel plain")
        .attr("type", "button")
        .live_attr("aria-pressed", pressed)
        .on("click", move |_| {
            stand.instructions.update(|shown| *shown = !*shown)
        })
        .child(stand.label(Label::Instructions));
    let rule =
        classed("span", "sel").child(classed("span", "pre").child(stand.label(Label::Switching)));
    classed("figcaption", "p-head")
        .child(
            classed("span", "t")
                .child(el("i").child(number))
                .child(model.title.clone()),
        )
        .child(classed("span", "grow"))
        .child(rule.child(el("b").child(switching)))
        .child(toggle)
        .child(
            classed("span", "tag")
                .attr("title", stand.label(Label::Stands))
                .child("CPython 3.13"),
        )
}

/// One sentence on what the last step did: the only live region that speaks of the run.
fn narration(stand: Stand) -> Element {
    let told = Memo::new(move |_| stand.scene.with(|scene| tell(scene, stand)));
    let number = move || {
        let scene = stand.scene.get();
        let Some(cursor) = scene.cursor else {
            return Vec::new();
        };
        let line = scene
            .recording
            .step_to(cursor)
            .map_or(0, |step| scene.recording.line(step.place));
        let step = el("span")
            .child(format!("{} {cursor}", stand.label(Label::Step)))
            .into();
        match line {
            0 => vec![step],
            line => vec![
                step,
                el("span")
                    .child(format!("{} {line}", stand.label(Label::Line)))
                    .into(),
            ],
        }
    };
    let hint = move || {
        let shown = stand.cursor.get().is_none() && told.with(|told| !told.1);
        let hint = || classed("span", "hint").child(format!(" {}", stand.label(Label::AtRest)));
        shown.then(|| hint().into()).into_iter().collect()
    };
    let say = classed("p", "say").live_attr("aria-live", move || {
        if stand.playing.get() { "off" } else { "polite" }
    });
    el("div")
        .live_attr("class", move || {
            if told.with(|told| told.1) {
                "p-say bad"
            } else {
                "p-say"
            }
        })
        .child(classed("p", "no").child(live(number)))
        .child(
            say.child(live(move || told.with(|told| rich(&told.0))))
                .child(live(hint)),
        )
}

/// What there is to say at a moment, and whether it is bad news.
fn tell(scene: &Scene, stand: Stand) -> (String, bool) {
    let teller = Teller {
        lang: stand.lang(),
        recording: &scene.recording,
    };
    match scene.cursor {
        None => teller.at_rest(),
        Some(0) => (stand.label(Label::AtStart).to_owned(), false),
        Some(cursor) if cursor == scene.recording.len() => {
            let (ending, bad) = teller.outcome();
            (
                format!(
                    "{} {ending}",
                    teller.step(cursor, &scene.before, &scene.view)
                ),
                bad,
            )
        }
        Some(cursor) => (teller.step(cursor, &scene.before, &scene.view), false),
    }
}

/// The run in words: what others can notice, step by step.
fn events(stand: Stand) -> Element {
    let told = Memo::new(move |_| stand.recording.with(|recording| notable(recording, stand)));
    let list = move || {
        let (recording, cursor) = (stand.recording.get(), stand.cursor.get());
        told.with(|told| {
            let rows = told
                .iter()
                .take(MOST_EVENTS)
                .map(|(position, thread, text)| {
                    let row = classed("li", if cursor == Some(*position) { "now" } else { "" })
                        .child(el("i").child(position.to_string()));
                    let who = el("span").child(badge_view(&recording, *thread, Fill::Solid));
                    row.child(who).child(el("span").children(rich(text))).into()
                });
            let mut shown: Vec<Node> = vec![el("ol").children(rows).into()];
            if told.len() > MOST_EVENTS {
                let more = format!(
                    "{} {}",
                    stand.label(Label::MoreEvents),
                    told.len() - MOST_EVENTS
                );
                shown.push(classed("p", "dim").child(more).into());
            }
            shown
        })
    };
    classed("details", "events")
        .child(el("summary").child(stand.label(Label::Events)))
        .child(live(list))
}

/// The steps that somebody else can notice, each in a sentence.
fn notable(recording: &Recording, stand: Stand) -> Vec<(u32, ThreadId, String)> {
    let teller = Teller {
        lang: stand.lang(),
        recording,
    };
    let shared = |name: &str| recording.rows.variables.iter().any(|row| row.name == name);
    let mut view = View::default();
    let mut told = Vec::new();
    for (index, step) in recording.trace.steps.iter().enumerate() {
        let before = view.clone();
        step.changes.iter().for_each(|change| view.apply(change));
        let notable = step.events.iter().any(|event| match event {
            Event::Read { variable, .. } | Event::Write { variable, .. } => shared(variable),
            _ => true,
        });
        if notable {
            let position = index as u32 + 1;
            told.push((position, step.thread, teller.step(position, &before, &view)));
        }
    }
    told
}

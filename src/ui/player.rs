//! The player: one figure with code, state, narration, timeline, events and controls.

use crate::machine::ids::ThreadId;
use crate::machine::options::Preemption;
use crate::ui::ask::questions;
use crate::ui::code::code_pane;
use crate::ui::controls::{controls, on_key};
use crate::ui::memory::memory_pane;
use crate::ui::model::PlayerModel;
use crate::ui::node::{Element, Node, classed, el, flag, live, live_text};
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
    {
        crate::ui::screen::watch_widths(stand);
        crate::ui::offer::offer(stand);
    }
    let on_key = move |event: web_sys::Event| on_key(stand, &event.unchecked_into());
    let charge = Memo::new(move |_| stand.charge());
    let body = classed("div", "p-body")
        .child(code_pane(stand, charge))
        .child(memory_pane(stand));
    let class = move || match stand.projector.get() {
        true => "p projector",
        false => "p",
    };
    let player = el("div")
        .live_attr("class", class)
        .attr("tabindex", "-1")
        .on("keydown", on_key)
        .child(head(stand))
        .child(
            classed("div", "p-tools")
                .attr("id", format!("{}-tools", stand.model().id))
                .attr("role", "group")
                .attr("aria-label", stand.region(Label::Tools)),
        )
        .child(body)
        .child(narration(stand));
    let player = player
        .child(timeline(stand, charge))
        .child(events(stand))
        .children(controls(stand))
        .children(questions(stand));
    // The loader gives it the height of what is in it, so that a step lays out the player alone.
    Node::from(classed("div", "hold").child(player))
}

/// What the figure shows, and under which rules.
fn head(stand: Stand) -> Element {
    let model = stand.model();
    let number = match model.number.as_str() {
        "" => Vec::new(),
        number => {
            let number = format!("{} {number}", stand.label(Label::Figure));
            vec![el("i").child(number).into()]
        }
    };
    let preemption = move || stand.shown.with(|shown| shown.options.preemption);
    let switching = move || stand.lang().preemption(preemption()).to_owned();
    let pressed = move || flag(stand.instructions.get());
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
                .children(number)
                .child(model.title.clone()),
        )
        .child(classed("span", "grow"))
        .child(rule.child(el("b").child(live_text(switching))))
        // They stay together where they do not fit beside the title.
        .child(
            classed("span", "acts")
                .child(toggle)
                .child(tool(stand, "edit", "sel plain", stand.label(Label::Change)))
                .child(tool(stand, "share", "sel plain", stand.label(Label::Share)))
                .child(tool(
                    stand,
                    "compare",
                    "sel plain",
                    stand.label(Label::Compare),
                ))
                .child(
                    tool(stand, "trust", "sel tag", "")
                        .attr("title", stand.label(Label::Stands))
                        .child(live_text(move || reference(preemption()).to_owned())),
                ),
        )
}

/// A button that opens one of the tools; scripts that are loaded at need do the rest.
fn tool(stand: Stand, name: &'static str, class: &'static str, label: &'static str) -> Element {
    let button = classed("button", class)
        .attr("type", "button")
        .attr("data-tool", name)
        .attr("aria-expanded", "false")
        .attr("aria-controls", format!("{}-tools", stand.model().id));
    if label.is_empty() {
        button
    } else {
        button.child(label)
    }
}

/// Which Python a picture stands for.
fn reference(preemption: Preemption) -> &'static str {
    match preemption {
        Preemption::FreeThreaded => "CPython 3.14t",
        Preemption::Cpython | Preemption::Bytecode => "CPython 3.13",
    }
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
    let teller = stand.teller(&scene.recording);
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

/// The run in words: what others can notice, step by step, a page of it at a time.
fn events(stand: Stand) -> Element {
    let open = RwSignal::new(false);
    // Folded away the list stands still: it does not even listen.
    let cursor = move || open.get().then(|| stand.cursor.get()).flatten();
    let page = Memo::new(move |_| {
        let notable = |r: &Arc<Recording>| r.rows.notable.partition_point(|p| Some(*p) < cursor());
        stand.recording.with(notable) / MOST_EVENTS
    });
    let told = Memo::new(move |_| {
        let page = page.get();
        stand
            .recording
            .with(|recording| notable(recording, stand, page))
    });
    let list = move || {
        let (recording, cursor) = (stand.recording.get(), cursor());
        told.with(|told| {
            let rows = told.iter().map(|(position, thread, text)| {
                let row = classed("li", if cursor == Some(*position) { "now" } else { "" })
                    .child(el("i").child(position.to_string()));
                let who = el("span").child(badge_view(&recording, *thread, Fill::Solid));
                row.child(who).child(el("span").children(rich(text))).into()
            });
            let mut shown: Vec<Node> = vec![el("ol").children(rows).into()];
            let others = recording.rows.notable.len().saturating_sub(told.len());
            if others > 0 {
                let more = format!("{} {others}", stand.label(Label::MoreEvents));
                shown.push(classed("p", "dim").child(more).into());
            }
            shown
        })
    };
    classed("details", "events")
        .on("toggle", move |event| {
            let details = event.current_target();
            let details = details.and_then(|d| d.dyn_into::<web_sys::Element>().ok());
            open.set(details.is_some_and(|details| details.has_attribute("open")));
        })
        .child(el("summary").child(stand.label(Label::Events)))
        .child(live(list))
}

/// A page of the steps that somebody else can notice, each in a sentence.
fn notable(recording: &Recording, stand: Stand, page: usize) -> Vec<(u32, ThreadId, String)> {
    let teller = stand.teller(recording);
    let positions = recording.rows.notable.iter();
    let positions = positions.skip(page * MOST_EVENTS).take(MOST_EVENTS);
    positions
        .map(|position| {
            let (before, after) = (recording.view(position - 1), recording.view(*position));
            let who = recording.rows.mover(*position).unwrap_or(ThreadId(0));
            (*position, who, teller.step(*position, &before, &after))
        })
        .collect()
}

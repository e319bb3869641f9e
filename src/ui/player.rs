//! The player: one figure with code, state, narration, timeline, events and controls.

use crate::machine::ids::ThreadId;
use crate::machine::options::Preemption;
use crate::trace::{Event, View};
use crate::ui::code::code_pane;
use crate::ui::controls::{controls, on_key};
use crate::ui::memory::memory_pane;
use crate::ui::model::PlayerModel;
use crate::ui::narrate::Teller;
use crate::ui::parts::{Fill, badge_view, rich};
use crate::ui::recording::Recording;
use crate::ui::state::Stand;
use crate::ui::text::Label;
use crate::ui::timeline::timeline;
use leptos::prelude::*;
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
    view! {
        <div class="p" on:keydown=move |event: web_sys::KeyboardEvent| on_key(stand, &event)>
            {head(stand)}
            <div class="p-body">{code_pane(stand)}{memory_pane(stand)}</div>
            {narration(stand)}
            {timeline(stand)}
            {events(stand)}
            {controls(stand)}
        </div>
    }
}

/// What the figure shows, and under which rules.
fn head(stand: Stand) -> AnyView {
    let model = stand.model();
    let number = format!("{} {}", stand.label(Label::Figure), model.number);
    let switching = stand.lang().preemption(model.options.preemption);
    let always = model.options.preemption == Preemption::Bytecode;
    let toggle = move |_| stand.instructions.update(|shown| *shown = !*shown);
    let pressed = move || if stand.instructions.get() { "true" } else { "false" };
    let _ = always;
    view! {
        <figcaption class="p-head">
            <span class="t"><i>{number}</i>{model.title.clone()}</span>
            <span class="grow"></span>
            <span class="sel"><span class="pre">{stand.label(Label::Switching)}" "</span><b>{switching}</b></span>
            <button class="sel plain" type="button" aria-pressed=pressed on:click=toggle>{stand.label(Label::Instructions)}</button>
            <span class="tag" title=stand.label(Label::Stands)>"CPython 3.13"</span>
        </figcaption>
    }
    .into_any()
}

/// One sentence on what the last step did: the only live region that speaks of the run.
fn narration(stand: Stand) -> AnyView {
    let told = Memo::new(move |_| {
        let scene = stand.scene.get();
        let teller = Teller { lang: stand.lang(), recording: &scene.recording };
        let (ending, bad) = teller.outcome();
        match scene.cursor {
            None => teller.at_rest(),
            Some(0) => (stand.lang().pick("Программа готова к запуску.".to_owned(), "The program is ready to start.".to_owned()), false),
            Some(cursor) => {
                let mut said = teller.step(cursor, &scene.before, &scene.view);
                let over = cursor == scene.recording.len();
                if over {
                    said = format!("{said} {ending}");
                }
                (said, over && bad)
            }
        }
    });
    let number = move || {
        let scene = stand.scene.get();
        let line = scene.cursor.and_then(|cursor| scene.recording.step_to(cursor)).map_or(0, |step| scene.recording.line(step.place));
        let line = if line > 0 { format!("{} {line}", stand.lang().pick("строка", "line")) } else { String::new() };
        let step = scene.cursor.map(|cursor| format!("{} {cursor}", stand.label(Label::Step))).unwrap_or_default();
        view! { <span>{step}</span><span>{line}</span> }
    };
    let live = move || if stand.playing.get() { "off" } else { "polite" };
    view! {
        <div class="p-say" class:bad=move || told.with(|told| told.1)>
            <p class="no">{number}</p>
            <p class="say" aria-live=live>{move || told.with(|told| rich(&told.0))}</p>
        </div>
    }
    .into_any()
}

/// The run in words: what others can notice, step by step.
fn events(stand: Stand) -> AnyView {
    let list = move || {
        let recording = stand.recording.get();
        let told = notable(&recording, stand);
        let more = told.len().saturating_sub(MOST_EVENTS);
        let rows = told.into_iter().take(MOST_EVENTS).map(|(position, thread, text)| {
            let here = move || stand.cursor.get() == Some(position);
            view! {
                <li class:now=here><i>{position.to_string()}</i><span>{badge_view(&recording, thread, Fill::Solid)}</span><span>{rich(&text)}</span></li>
            }
        });
        let rows = rows.collect::<Vec<_>>();
        let rest = (more > 0).then(|| view! { <p class="dim">{stand.label(Label::MoreEvents)}" "{more.to_string()}</p> });
        view! { <ol>{rows}</ol>{rest} }
    };
    view! { <details class="events"><summary>{stand.label(Label::Events)}</summary>{list}</details> }.into_any()
}

/// The steps that somebody else can notice, each in a sentence.
fn notable(recording: &Recording, stand: Stand) -> Vec<(u32, ThreadId, String)> {
    let teller = Teller { lang: stand.lang(), recording };
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

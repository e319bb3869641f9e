//! What moves a player: the buttons, the list of who can move next, the keys.

use crate::machine::ids::ThreadId;
use crate::ui::parts::{badge_view, fill, icon, rich};
use crate::ui::state::{Candidate, Stand, candidates};
use crate::ui::text::Label;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;

/// Buttons and list.
pub fn controls(stand: Stand) -> AnyView {
    let note = move || {
        let label = match stand.waiting.get() {
            true => stand.notice.get().or(Some(Label::Working)),
            false => stand.notice.get(),
        };
        label.map(|label| stand.label(label)).unwrap_or_default()
    };
    view! {
        <div class="p-ctl">
            {keys(stand)}
            {next(stand)}
        </div>
        <p class="p-note" role="status">{note}</p>
        {help(stand)}
    }
    .into_any()
}

/// The buttons: one stop for the Tab key, up and down between them.
fn keys(stand: Stand) -> AnyView {
    let tab = RwSignal::new(2_u8);
    let index = move |me: u8| move || if tab.get() == me { "0" } else { "-1" };
    let at_start = move || stand.cursor.get() == Some(0);
    let at_end = move || stand.scene.with(|scene| scene.cursor == Some(scene.recording.len()));
    let empty = move || stand.recording.with(|recording| recording.len() == 0);
    let flag = |is: bool| if is { "true" } else { "false" };
    let no_back = move || flag(at_start() || empty());
    let no_step = move || flag((at_end() && stand.chosen.get().is_none()) || empty() || stand.waiting.get());
    let no_end = move || flag(at_end() || empty());
    let play_name = move || stand.label(if stand.playing.get() { Label::Pause } else { Label::Play });
    let play_icon = move || if stand.playing.get() { "M3 2h4v12H3zM9 2h4v12H9z" } else { "M4 2v12l10-6z" };
    let title = |label: Label, key: &str| format!("{} ({key})", stand.label(label));
    let button = move |me: u8, label: Label, key: &str, disabled: Signal<&'static str>, path: &'static str, act: fn(Stand)| {
        let press = move |_| {
            if disabled.get_untracked() == "false" {
                act(stand);
            }
        };
        view! {
            <button class="btn" type="button" aria-label=stand.label(label) title=title(label, key) aria-disabled=move || disabled.get()
                tabindex=index(me) on:focus=move |_| tab.set(me) on:click=press>{icon(path)}</button>
        }
        .into_any()
    };
    let step = move |_| {
        if no_step() == "false" {
            stand.step();
        }
    };
    view! {
        <div class="keys" role="toolbar" aria-orientation="vertical" aria-label=stand.label(Label::Controls)>
            {button(0, Label::ToStart, "Home", Signal::derive(no_back), "M2 2h2v12H2zM14 2v12L5 8z", |stand| stand.go(0))}
            {button(1, Label::Back, "←", Signal::derive(no_back), "M12 2v12L3 8z", Stand::back)}
            <button class="btn go" type="button" title=title(Label::Step, "→") aria-disabled=no_step
                tabindex=index(2) on:focus=move |_| tab.set(2) on:click=step>
                {stand.label(Label::Step)}{icon("M3 2l7 6-7 6zM11 2h2v12h-2z")}
            </button>
            <button class="btn" type="button" aria-label=play_name title=title(Label::Play, "Space") aria-disabled=move || flag(empty())
                tabindex=index(3) on:focus=move |_| tab.set(3) on:click=move |_| stand.toggle_play()>
                <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d=play_icon></path></svg>
            </button>
            {button(4, Label::ToEnd, "End", Signal::derive(no_end), "M12 2h2v12h-2zM2 2v12l9-6z", |stand| stand.go(u32::MAX))}
            <button class="btn" type="button" aria-label=stand.label(Label::Restart) title=stand.label(Label::Restart)
                aria-disabled=move || flag(stand.cursor.get().is_none() && !stand.branched())
                tabindex=index(5) on:focus=move |_| tab.set(5) on:click=move |_| stand.restart()>
                {icon("M8 3V0L3 4l5 4V5a4 4 0 1 1-4 4H2a6 6 0 1 0 6-6z")}
            </button>
            <button class="btn" type="button" aria-label=stand.label(Label::Help) title=title(Label::Help, "?")
                aria-expanded=move || flag(stand.help.get())
                tabindex=index(6) on:focus=move |_| tab.set(6) on:click=move |_| stand.help.update(|help| *help = !*help)>"?"</button>
        </div>
    }
    .into_any()
}

/// Who can move next: a radio group in which a press chooses and Enter steps.
fn next(stand: Stand) -> AnyView {
    let name = format!("{}-next", stand.model().id);
    let list = Memo::new(move |_| stand.scene.with(|scene| candidates(scene, stand.lang())));
    // Whom the Step button would move: the reader's choice, else whom the recording says, else the first that can.
    let checked = Memo::new(move |_| {
        let recorded = stand.scene.with(|scene| scene.recording.next_at(scene.start()));
        stand.chosen.get().or(recorded)
    });
    let rows = move || {
        let list = list.get();
        let first = list.iter().position(|candidate| checked.get() == Some(candidate.thread)).unwrap_or(0);
        let rows = list.into_iter().enumerate().map(|(index, candidate)| row(stand, candidate, index, index == first, checked));
        rows.collect::<Vec<_>>()
    };
    let gaps = move || {
        let most = stand.recording.with(|recording| recording.most_alive);
        (list.with(Vec::len)..most).map(|_| view! { <span class="nx gap" aria-hidden="true"></span> }).collect::<Vec<_>>()
    };
    let nobody = move || list.with(Vec::is_empty).then(|| view! { <span class="none">{stand.label(Label::NothingNext)}</span> });
    view! {
        <div class="who-next">
            <span class="lg" id=name.clone()>{stand.label(Label::Next)}</span>
            <div class="list">
                {nobody}
                <div class="radios" role="radiogroup" aria-labelledby=name>{rows}</div>
                {gaps}
            </div>
        </div>
    }
    .into_any()
}

fn row(stand: Stand, candidate: Candidate, index: usize, stop: bool, checked: Memo<Option<ThreadId>>) -> AnyView {
    let Candidate { thread, instruction, note, able } = candidate;
    let scene = stand.scene.get_untracked();
    let filling = fill(&scene.recording, &scene.next_view(), thread, scene.mover());
    let choose = move |_| {
        if able {
            stand.chosen.set(Some(thread));
        }
    };
    view! {
        <button class="nx" type="button" role="radio" aria-checked=move || if checked.get() == Some(thread) { "true" } else { "false" }
            aria-disabled=if able { "false" } else { "true" } tabindex=if stop { "0" } else { "-1" } title=(index + 1).to_string() on:click=choose>
            {badge_view(&scene.recording, thread, filling)}<code>{instruction}</code><span class="d">{rich(&note)}</span>
        </button>
    }
    .into_any()
}

fn help(stand: Stand) -> impl IntoView {
    move || {
        stand.help.get().then(|| {
            let rows = stand.lang().keys().into_iter().map(|(key, does)| view! { <div><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div> });
            view! { <dl class="p-help">{rows.collect::<Vec<_>>()}</dl> }
        })
    }
}

/// A key pressed anywhere inside a player.
pub fn on_key(stand: Stand, event: &web_sys::KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let role = target.as_ref().and_then(|target| target.get_attribute("role")).unwrap_or_default();
    let tag = target.as_ref().map(|target| target.tag_name()).unwrap_or_default();
    let pressable = matches!(tag.as_str(), "BUTTON" | "SUMMARY" | "A" | "INPUT");
    let last = u32::MAX;
    match event.key().as_str() {
        "ArrowRight" if event.shift_key() => stand.to_switch(true),
        "ArrowLeft" if event.shift_key() => stand.to_switch(false),
        "ArrowRight" => stand.step(),
        "ArrowLeft" => stand.back(),
        "ArrowDown" if tag == "BUTTON" => rove(target.as_ref(), true),
        "ArrowUp" if tag == "BUTTON" => rove(target.as_ref(), false),
        "Home" => stand.go(0),
        "End" => stand.go(last),
        " " if !pressable => stand.toggle_play(),
        "Enter" if role == "radio" => {
            if let Some(button) = target.and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok()) {
                button.click();
            }
            stand.step();
        }
        "?" => stand.help.update(|help| *help = !*help),
        digit => match digit.parse::<usize>() {
            Ok(n) if (1..=9).contains(&n) => stand.step_nth(n),
            _ => return,
        },
    }
    event.prevent_default();
}

/// Moves the focus to the neighbouring button; a radio is chosen by that.
fn rove(from: Option<&web_sys::Element>, forward: bool) {
    let mut at = from.cloned();
    while let Some(element) = at {
        at = if forward { element.next_element_sibling() } else { element.previous_element_sibling() };
        let Some(next) = at.clone().and_then(|next| next.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
        let radio = next.get_attribute("role").as_deref() == Some("radio");
        if radio && next.get_attribute("aria-disabled").as_deref() == Some("true") {
            continue;
        }
        let _ = next.focus();
        if radio {
            next.click();
        }
        return;
    }
}

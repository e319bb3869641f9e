//! What moves a player: the buttons, the list of who can move next, the keys.

use crate::machine::ids::ThreadId;
use crate::ui::node::{Element, Node, classed, el, live, live_text};
use crate::ui::parts::{badge_view, fill, icon, rich};
use crate::ui::state::{Candidate, Scene, Stand, candidates};
use crate::ui::text::Label;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;

/// Buttons and list.
pub fn controls(stand: Stand) -> Vec<Node> {
    let note = move || {
        let label = match stand.waiting.get() {
            true => stand.notice.get().or(Some(Label::Working)),
            false => stand.notice.get(),
        };
        label
            .map(|label| stand.label(label))
            .unwrap_or_default()
            .to_owned()
    };
    vec![
        classed("div", "p-ctl")
            .child(buttons(stand))
            .child(next(stand))
            .into(),
        classed("p", "p-note")
            .attr("role", "status")
            .child(live_text(note))
            .into(),
        live(move || help(stand)),
    ]
}

fn flag(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// The buttons: one stop for the Tab key, up and down between them.
fn buttons(stand: Stand) -> Node {
    let tab = RwSignal::new(2_u8);
    let empty = move || stand.recording.with(|recording| recording.len() == 0);
    let at_end = move || {
        stand
            .scene
            .with(|scene| scene.cursor == Some(scene.recording.len()))
    };
    let no_back = move || stand.cursor.get() == Some(0) || empty();
    let no_end = move || at_end() || empty();
    let no_step =
        move || (at_end() && stand.chosen.get().is_none()) || empty() || stand.waiting.get();
    let no_restart = move || stand.cursor.get().is_none() && !stand.branched();
    let button = move |me: u8, title: String, off: fn(&Off) -> bool, act: fn(Stand)| {
        let is_off = move || {
            off(&Off {
                no_back: no_back(),
                no_end: no_end(),
                no_step: no_step(),
                no_restart: no_restart(),
                empty: empty(),
            })
        };
        let press = move |_| {
            if !untrack(is_off) {
                act(stand);
            }
        };
        el("button")
            .attr("type", "button")
            .attr("class", if me == 2 { "btn go" } else { "btn" })
            .attr("title", title)
            .live_attr("aria-disabled", move || flag(is_off()))
            .live_attr("tabindex", move || if tab.get() == me { "0" } else { "-1" })
            .on("focus", move |_| tab.set(me))
            .on("click", press)
    };
    let title = |label: Label, key: &str| format!("{} ({key})", stand.label(label));
    let named = |button: Element, label: Label, path: &'static str| {
        button
            .attr("aria-label", stand.label(label))
            .child(icon(path))
    };
    let start = button(
        0,
        title(Label::ToStart, "Home"),
        |off| off.no_back,
        |stand| stand.go(0),
    );
    let back = button(1, title(Label::Back, "←"), |off| off.no_back, Stand::back);
    let step = button(2, title(Label::Step, "→"), |off| off.no_step, Stand::step);
    let play = button(
        3,
        title(Label::Play, "Space"),
        |off| off.empty,
        Stand::toggle_play,
    );
    let end = button(
        4,
        title(Label::ToEnd, "End"),
        |off| off.no_end,
        |stand| stand.go(u32::MAX),
    );
    let restart = button(
        5,
        stand.label(Label::Restart).to_owned(),
        |off| off.no_restart,
        Stand::restart,
    );
    let help = button(
        6,
        title(Label::Help, "?"),
        |_| false,
        |stand| stand.help.update(|help| *help = !*help),
    );
    let play_name = move || {
        stand.label(if stand.playing.get() {
            Label::Pause
        } else {
            Label::Play
        })
    };
    let play_path = move || {
        if stand.playing.get() {
            "M3 2h4v12H3zM9 2h4v12H9z"
        } else {
            "M4 2v12l10-6z"
        }
    };
    let play_icon = el("svg")
        .attr("width", "16")
        .attr("height", "16")
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true");
    classed("div", "keys")
        .attr("role", "toolbar")
        .attr("aria-orientation", "vertical")
        .attr("aria-label", stand.label(Label::Controls))
        .child(named(start, Label::ToStart, "M2 2h2v12H2zM14 2v12L5 8z"))
        .child(named(back, Label::Back, "M12 2v12L3 8z"))
        .child(
            step.child(stand.label(Label::Step))
                .child(icon("M3 2l7 6-7 6zM11 2h2v12h-2z")),
        )
        .child(
            play.live_attr("aria-label", play_name)
                .child(play_icon.child(el("path").live_attr("d", play_path))),
        )
        .child(named(end, Label::ToEnd, "M12 2h2v12h-2zM2 2v12l9-6z"))
        .child(named(
            restart,
            Label::Restart,
            "M8 3V0L3 4l5 4V5a4 4 0 1 1-4 4H2a6 6 0 1 0 6-6z",
        ))
        .child(
            help.attr("aria-label", stand.label(Label::Help))
                .live_attr("aria-expanded", move || flag(stand.help.get()))
                .child("?"),
        )
        .into()
}

/// What cannot be done now.
struct Off {
    no_back: bool,
    no_end: bool,
    no_step: bool,
    no_restart: bool,
    empty: bool,
}

/// Who can move next: a radio group in which a press chooses and Enter steps.
fn next(stand: Stand) -> Node {
    let name = format!("{}-next", stand.model().id);
    let list = Memo::new(move |_| stand.scene.with(|scene| candidates(scene, stand.lang())));
    let rows = move || {
        let scene = stand.scene.get();
        // Whom the Step button would move: the reader's choice, else whom the recording says.
        let checked = stand
            .chosen
            .get()
            .or(scene.recording.next_at(scene.start()));
        list.with(|list| {
            let stop = list
                .iter()
                .position(|candidate| checked == Some(candidate.thread))
                .unwrap_or(0);
            list.iter()
                .enumerate()
                .map(|(index, candidate)| row(&scene, candidate, index, index == stop, checked))
                .collect()
        })
    };
    let gaps = move || {
        let most = stand.recording.with(|recording| recording.most_alive);
        (list.with(Vec::len)..most)
            .map(|_| classed("span", "nx gap").attr("aria-hidden", "true").into())
            .collect()
    };
    let nobody = move || match list.with(Vec::is_empty) {
        true => vec![
            classed("span", "none")
                .child(stand.label(Label::NothingNext))
                .into(),
        ],
        false => Vec::new(),
    };
    // The rows come and go, so it is the group that listens.
    let choose = move |event: web_sys::Event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let row = target.and_then(|target| target.closest("[role=radio]").ok().flatten());
        let able = row.filter(|row| row.get_attribute("aria-disabled").as_deref() == Some("false"));
        let thread = able.and_then(|row| row.get_attribute("data-thread")?.parse().ok());
        if let Some(thread) = thread {
            stand.chosen.set(Some(ThreadId(thread)));
        }
    };
    let group = classed("div", "radios")
        .attr("role", "radiogroup")
        .attr("aria-labelledby", name.clone())
        .on("click", choose);
    classed("div", "who-next")
        .child(
            classed("span", "lg")
                .attr("id", name)
                .child(stand.label(Label::Next)),
        )
        .child(
            classed("div", "list")
                .child(live(nobody))
                .child(group.child(live(rows)))
                .child(live(gaps)),
        )
        .into()
}

fn row(
    scene: &Scene,
    candidate: &Candidate,
    index: usize,
    stop: bool,
    checked: Option<ThreadId>,
) -> Node {
    let thread = candidate.thread;
    let filling = fill(&scene.recording, &scene.next_view(), thread, scene.mover());
    classed("button", "nx")
        .attr("type", "button")
        .attr("role", "radio")
        .attr("data-thread", thread.0.to_string())
        .attr("aria-checked", flag(checked == Some(thread)))
        .attr("aria-disabled", flag(!candidate.able))
        .attr("tabindex", if stop { "0" } else { "-1" })
        .attr("title", (index + 1).to_string())
        .child(badge_view(&scene.recording, thread, filling))
        .child(el("code").child(candidate.instruction.clone()))
        .child(classed("span", "d").children(rich(&candidate.note)))
        .into()
}

fn help(stand: Stand) -> Vec<Node> {
    if !stand.help.get() {
        return Vec::new();
    }
    let rows = stand.lang().keys().into_iter().map(|(key, does)| {
        let key = el("dt").child(el("kbd").child(key));
        el("div").child(key).child(el("dd").child(does)).into()
    });
    vec![classed("dl", "p-help").children(rows).into()]
}

/// A key pressed anywhere inside a player.
pub fn on_key(stand: Stand, event: &web_sys::KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let role = target
        .as_ref()
        .and_then(|target| target.get_attribute("role"))
        .unwrap_or_default();
    let tag = target
        .as_ref()
        .map(|target| target.tag_name())
        .unwrap_or_default();
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
            if let Some(button) =
                target.and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok())
            {
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
    keep_focus(event.current_target());
}

/// A step may take the focused row of the list away; the keys must go on working.
fn keep_focus(player: Option<web_sys::EventTarget>) {
    let Some(player) = player.and_then(|player| player.dyn_into::<web_sys::Element>().ok()) else {
        return;
    };
    let check = move || {
        let lost = document()
            .active_element()
            .is_none_or(|active| active.tag_name() == "BODY");
        let row = player
            .query_selector("[role=radio][tabindex='0'], .btn.go")
            .ok()
            .flatten();
        if let Some(row) = row
            .filter(|_| lost)
            .and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok())
        {
            // Nothing follows from a row that cannot be focused.
            let _ = row.focus();
        }
    };
    // By then the page shows the step.
    set_timeout(check, std::time::Duration::ZERO);
}

/// Moves the focus to the neighbouring button; a radio is chosen by that.
fn rove(from: Option<&web_sys::Element>, forward: bool) {
    let mut at = from.cloned();
    while let Some(element) = at {
        at = if forward {
            element.next_element_sibling()
        } else {
            element.previous_element_sibling()
        };
        let Some(next) = at
            .clone()
            .and_then(|next| next.dyn_into::<web_sys::HtmlElement>().ok())
        else {
            return;
        };
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

//! What moves a player: the buttons, the list of who can move next, the keys.

use crate::machine::ids::ThreadId;
use crate::ui::ask::Question;
use crate::ui::node::{Node, classed, el, flag, live, live_text};
use crate::ui::parts::{badge_view, fill, icon, rich};
use crate::ui::scheduler::{policies, runs, units};
use crate::ui::state::{Candidate, Scene, Stand, candidates};
use crate::ui::text::Label;
use crate::ui::timeline::Zoom;
use crate::ui::walk::Unit;
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
            .child(
                el("div")
                    .child(buttons(stand))
                    .child(units(stand))
                    .child(policies(stand)),
            )
            .child(next(stand))
            .into(),
        classed("p", "p-note")
            .attr("role", "status")
            .child(live_text(note))
            .into(),
        runs(stand),
        live(move || help(stand)),
    ]
}

/// A button of the toolbar.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Press {
    ToStart,
    Back,
    Step,
    Play,
    ToEnd,
    Restart,
    Help,
}

impl Press {
    const ALL: [Press; 7] = [
        Press::ToStart,
        Press::Back,
        Press::Step,
        Press::Play,
        Press::ToEnd,
        Press::Restart,
        Press::Help,
    ];

    /// Its name and its key.
    fn label(self) -> (Label, &'static str) {
        match self {
            Press::ToStart => (Label::ToStart, "Home"),
            Press::Back => (Label::Back, "←"),
            Press::Step => (Label::Step, "→"),
            Press::Play => (Label::Play, ""),
            Press::ToEnd => (Label::ToEnd, "End"),
            Press::Restart => (Label::Restart, ""),
            Press::Help => (Label::Help, "?"),
        }
    }

    fn path(self, playing: bool) -> &'static str {
        match self {
            Press::ToStart => "M2 2h2v12H2zM14 2v12L5 8z",
            Press::Back => "M12 2v12L3 8z",
            Press::Step => "M3 2l7 6-7 6zM11 2h2v12h-2z",
            Press::Play if playing => "M3 2h4v12H3zM9 2h4v12H9z",
            Press::Play => "M4 2v12l10-6z",
            Press::ToEnd => "M12 2h2v12h-2zM2 2v12l9-6z",
            Press::Restart => "M8 3V0L3 4l5 4V5a4 4 0 1 1-4 4H2a6 6 0 1 0 6-6z",
            Press::Help => "",
        }
    }

    /// Whether it can do nothing now.
    fn is_off(self, stand: Stand) -> bool {
        let [at_rest, at_start, over] = stand.ends.get();
        let empty = stand.recording.with(|r| r.len() == 0);
        match self {
            Press::ToStart | Press::Back => at_start || empty,
            Press::Step => over && stand.chosen.get().is_none() || empty || stand.waiting.get(),
            Press::Play => empty,
            Press::ToEnd => over || empty,
            Press::Restart => at_rest && !stand.branched(),
            Press::Help => false,
        }
    }

    fn act(self, stand: Stand) {
        match self {
            Press::ToStart => stand.go(0),
            Press::Back => stand.back(),
            Press::Step => stand.step(),
            Press::Play => stand.toggle_play(),
            Press::ToEnd => stand.go(u32::MAX),
            Press::Restart => stand.restart(),
            Press::Help => stand.toggle_help(),
        }
    }
}

/// The buttons: one stop for the Tab key, up and down between them.
fn buttons(stand: Stand) -> Node {
    let stop = RwSignal::new(Press::Step);
    classed("div", "keys")
        .attr("role", "toolbar")
        .attr("aria-orientation", "vertical")
        .attr("aria-label", stand.label(Label::Controls))
        .children(Press::ALL.map(|press| button(stand, press, stop)))
        .into()
}

fn button(stand: Stand, press: Press, stop: RwSignal<Press>) -> Node {
    let (label, key) = press.label();
    let name = stand.label(label);
    let key = match press {
        Press::Play => stand.label(Label::Space),
        _ => key,
    };
    let title = if key.is_empty() {
        name.to_owned()
    } else {
        format!("{name} ({key})")
    };
    let act = move |_| {
        if !untrack(|| press.is_off(stand)) {
            press.act(stand);
        }
    };
    let button = classed(
        "button",
        if press == Press::Step {
            "btn go"
        } else {
            "btn"
        },
    )
    .attr("type", "button")
    .attr("title", title)
    .live_attr("aria-disabled", move || flag(press.is_off(stand)))
    .live_attr(
        "tabindex",
        move || if stop.get() == press { "0" } else { "-1" },
    )
    .on("focus", move |_| stop.set(press))
    .on("click", act);
    let playing = move || stand.playing.get();
    match press {
        Press::Step => button.child(name).child(icon(press.path(false))),
        Press::Play => button
            .live_attr("aria-label", move || {
                stand.label(if playing() { Label::Pause } else { label })
            })
            .child(live(move || vec![icon(press.path(playing()))])),
        Press::Help => button
            .attr("aria-label", name)
            .live_attr("aria-expanded", move || flag(stand.help.get()))
            .child("?"),
        _ => button
            .attr("aria-label", name)
            .child(icon(press.path(false))),
    }
    .into()
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
                .map(|(index, candidate)| row(&scene, candidate, index == stop, checked))
                .collect()
        })
    };
    let gaps = move || {
        let most = stand
            .recording
            .with(|recording| recording.film.most_alive as usize);
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

fn row(scene: &Scene, candidate: &Candidate, stop: bool, checked: Option<ThreadId>) -> Node {
    let thread = candidate.thread;
    let filling = fill(&scene.recording, &scene.next_view(), thread, scene.mover());
    classed("button", "nx")
        .attr("type", "button")
        .attr("role", "radio")
        .attr("data-thread", thread.0.to_string())
        .attr("aria-checked", flag(checked == Some(thread)))
        .attr("aria-disabled", flag(!candidate.able))
        .attr("tabindex", if stop { "0" } else { "-1" })
        .child(
            el("kbd")
                .attr("aria-hidden", "true")
                .child(candidate.key.map(String::from).unwrap_or_default()),
        )
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
    let list = classed("dl", "p-help")
        .attr("tabindex", "-1")
        .attr("id", format!("{}-keys", stand.model().id));
    vec![list.children(rows).into()]
}

impl Stand {
    /// Explains the keys, where the reader sees it, or no longer.
    fn toggle_help(self) {
        self.help.update(|help| *help = !*help);
        // Once it is there: what gets the focus is brought into sight.
        let find = move || {
            let list = document().get_element_by_id(&format!("{}-keys", self.model().id));
            list.and_then(|list| list.dyn_into::<web_sys::HtmlElement>().ok())
        };
        let show = move || {
            if let Some(list) = find() {
                // Nothing follows from what cannot be focused.
                let _ = list.focus();
            }
        };
        set_timeout(show, std::time::Duration::ZERO);
    }
}

/// A key pressed anywhere inside a player.
pub fn on_key(stand: Stand, event: &web_sys::KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let tag = target
        .as_ref()
        .map(|target| target.tag_name())
        .unwrap_or_default();
    // What is typed into an editor or a field is text.
    if matches!(tag.as_str(), "TEXTAREA" | "INPUT" | "SELECT") {
        return;
    }
    let chooses = target
        .as_ref()
        .is_some_and(|target| target.has_attribute("data-thread"));
    let stays = target
        .as_ref()
        .is_some_and(|target| target.has_attribute("title"));
    let pressable = matches!(tag.as_str(), "BUTTON" | "SUMMARY" | "A");
    let last = u32::MAX;
    match letter(event).as_str() {
        "ArrowRight" if event.shift_key() => stand.to_switch(true),
        "ArrowLeft" if event.shift_key() => stand.to_switch(false),
        "ArrowRight" => stand.step(),
        "ArrowLeft" => stand.back(),
        "ArrowDown" if tag == "BUTTON" => rove(target.as_ref(), true),
        "ArrowUp" if tag == "BUTTON" => rove(target.as_ref(), false),
        "Home" => stand.go(0),
        "End" => stand.go(last),
        " " if !pressable => stand.toggle_play(),
        "Enter" if chooses => {
            if let Some(button) =
                target.and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok())
            {
                button.click();
            }
            stand.step();
        }
        "?" => stand.toggle_help(),
        "r" => stand.swap_runs(),
        "o" => stand.ask(Question::Outcomes),
        "f" => stand.ask(Question::Bug),
        "p" => project(stand, event, !stand.projector.get_untracked()),
        "Escape" if stand.projector.get_untracked() => project(stand, event, false),
        "Escape" if stand.help.get_untracked() => stand.help.set(false),
        "+" | "=" => stand.zoom_by(Zoom::In),
        "-" => stand.zoom_by(Zoom::Out),
        "0" => stand.zoom_by(Zoom::All),
        "." => stand.zoom_by(Zoom::Cursor),
        "[" => stand.zoom_by(Zoom::Left),
        "]" => stand.zoom_by(Zoom::Right),
        key if Unit::ALL.iter().any(|unit| unit.label().1 == key) => {
            let unit = Unit::ALL.into_iter().find(|unit| unit.label().1 == key);
            stand.unit.set(unit.unwrap_or_default());
        }
        key => match key.parse() {
            Ok(key @ ('1'..='9' | 'm')) => stand.step_by_key(key),
            _ => return,
        },
    }
    event.prevent_default();
    // What has a tooltip is there for good; a row may go, and the focus with it.
    if !stays {
        let player = event.current_target();
        let player = player.and_then(|player| player.dyn_into().ok());
        keep_focus(player, "[data-thread][tabindex='0'], .btn.go");
    }
}

/// What the key means: in a layout without Latin letters, what stands at its place in one that has them.
fn letter(event: &web_sys::KeyboardEvent) -> String {
    let key = event.key();
    let mut typed = key.chars();
    match (typed.next(), typed.next()) {
        (Some(c), None) if !c.is_ascii() => match event.code().as_str() {
            "BracketLeft" => "[".into(),
            "BracketRight" => "]".into(),
            "Period" => ".".into(),
            code => code.trim_start_matches("Key").to_ascii_lowercase(),
        },
        _ => key,
    }
}

/// Takes everything around the player out of reach of the keys, or gives it back.
fn seclude(player: &web_sys::Element, on: bool) {
    let mut at = player.clone();
    while let Some(parent) = at.parent_element().filter(|_| at.tag_name() != "BODY") {
        let children = parent.children();
        for sibling in (0..children.length()).filter_map(|i| children.item(i)) {
            if sibling != at {
                // An element that does not take the attribute stays within reach: no harm.
                let _ = sibling.toggle_attribute_with_force("inert", on);
            }
        }
        at = parent;
    }
}

/// Fills the window, or gives it back; the keys go on working.
fn project(stand: Stand, event: &web_sys::KeyboardEvent, on: bool) {
    stand.projector.set(on);
    // For the style sheet: `:has` would look for the projector at every step.
    if let Some(root) = document().document_element() {
        let _ = root.toggle_attribute_with_force("data-projector", on);
    }
    let player = event.current_target();
    let player = player.and_then(|player| player.dyn_into::<web_sys::Element>().ok());
    let Some(player) = player else { return };
    seclude(&player, on);
    let target = match on {
        true => player.dyn_into().ok(),
        false => player
            .query_selector(".btn.go")
            .ok()
            .flatten()
            .and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok()),
    };
    if let Some(target) = target {
        // Nothing follows from what cannot be focused.
        let _ = target.focus();
    }
}

/// What is shown anew may take the focused button away; the keys must go on working: the first of `heirs` within
/// `place` gets the focus then.
pub fn keep_focus(place: Option<web_sys::Element>, heirs: &'static str) {
    let Some(place) = place else { return };
    let check = move || {
        let kept = |active: web_sys::Element| active.tag_name() != "BODY";
        if document().active_element().is_some_and(kept) {
            return;
        }
        let row = place.query_selector(heirs).ok().flatten();
        if let Some(row) = row.and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok()) {
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

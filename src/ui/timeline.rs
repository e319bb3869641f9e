//! The timeline: the pure layout as SVG, a wide and a narrow picture, the whole run in little, a legend.

use crate::timeline::{Format, Layout, Window, layout, minimap, tenths};
use crate::ui::narrate::Teller;
use crate::ui::state::Stand;
use crate::ui::text::Label;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;

/// The timeline of a player.
pub fn timeline(stand: Stand) -> AnyView {
    view! {
        <div class="p-time">
            <div class="scroll" tabindex="0" role="region" aria-label=stand.label(Label::Timeline)>
                {picture(stand, Format::Wide, false)}
                {picture(stand, Format::Narrow, false)}
            </div>
            <div class="tbar">{legend(stand)}</div>
            {small(stand)}
        </div>
    }
    .into_any()
}

/// The whole run in little, where the window does not show all of it.
fn small(stand: Stand) -> AnyView {
    let long = move |format: Format| stand.recording.with(|recording| recording.len() > format.steps());
    let one = move |format| move || long(format).then(|| picture(stand, format, true));
    view! { <div class="mini">{one(Format::Wide)}{one(Format::Narrow)}</div> }.into_any()
}

fn window(stand: Stand, format: Format) -> Window {
    let cursor = stand.cursor.get();
    stand.recording.with(|recording| Window::around(cursor, recording.len(), format.steps()))
}

/// One picture. What is not on the screen keeps its last shape until it is.
fn picture(stand: Stand, format: Format, whole: bool) -> AnyView {
    let drawn = Memo::new(move |last: Option<&Layout>| {
        let (wide, narrow) = stand.widths.get();
        let seen = if format == Format::Wide { wide } else { narrow };
        match last.filter(|_| !seen) {
            Some(last) => last.clone(),
            None => draw(stand, format, whole),
        }
    });
    let shapes = move || {
        let shapes = drawn.with(|layout| layout.shapes.clone());
        let paths = shapes.into_iter().map(|shape| {
            let fill = shape.pattern.map(|pattern| format!("url(#{pattern})"));
            view! { <path class=shape.class fill=fill d=shape.d></path> }
        });
        paths.collect::<Vec<_>>()
    };
    let labels = move || {
        let labels = drawn.with(|layout| layout.labels.clone());
        let texts = labels.into_iter().map(|label| {
            view! { <text class=label.class x=tenths(label.x) y=tenths(label.y) text-anchor=label.anchor.name()>{label.text}</text> }
        });
        texts.collect::<Vec<_>>()
    };
    let frame = move || drawn.with(|layout| format!("0 0 {} {}", tenths(layout.width), tenths(layout.height)));
    let name = move || description(stand, window(stand, format), whole);
    let class = if format == Format::Wide { "tl wide" } else { "tl narrow" };
    let seek = move |event: web_sys::MouseEvent| {
        if let Some(position) = position(&event, stand, format, whole) {
            stand.go(position);
        }
    };
    let drag = move |event: web_sys::PointerEvent| {
        if event.buttons() & 1 == 1 && event.pointer_type() == "mouse" {
            seek(event.into());
        }
    };
    view! {
        <svg class=class viewBox=frame role="img" aria-label=name on:click=seek on:pointermove=drag>
            <g>{shapes}</g><g>{labels}</g>
        </svg>
    }
    .into_any()
}

fn draw(stand: Stand, format: Format, whole: bool) -> Layout {
    let (recording, cursor) = (stand.recording.get(), stand.cursor.get());
    let words = Teller { lang: stand.lang(), recording: &recording };
    let window = Window::around(cursor, recording.len(), format.steps());
    match whole {
        true => minimap(&recording.rows, window, cursor, format, &words),
        false => layout(&recording.trace, &recording.rows, window, cursor, format, &words),
    }
}

/// The picture in words.
fn description(stand: Stand, window: Window, whole: bool) -> String {
    let lang = stand.lang();
    let (first, last) = (window.from + 1, window.to);
    let title = lang.label(if whole { Label::WholeRun } else { Label::Timeline });
    match stand.cursor.get() {
        Some(cursor) => lang.pick(
            format!("{title}: шаги {first}–{last}, курсор на шаге {cursor}"),
            format!("{title}: steps {first}–{last}, cursor at step {cursor}"),
        ),
        None => lang.pick(format!("{title}: шаги {first}–{last}"), format!("{title}: steps {first}–{last}")),
    }
}

/// Which position a pointer means.
fn position(event: &web_sys::MouseEvent, stand: Stand, format: Format, whole: bool) -> Option<u32> {
    let picture: web_sys::Element = event.current_target()?.dyn_into().ok()?;
    let bounds = picture.get_bounding_client_rect();
    if bounds.width() <= 0.0 {
        return None;
    }
    let x = (f64::from(event.client_x()) - bounds.left()) * f64::from(format.width()) / bounds.width();
    let cursor = stand.cursor.get_untracked();
    let steps = stand.recording.with_untracked(|recording| recording.len());
    let shown = if whole { None } else { cursor };
    Some(format.position(Window::around(shown, steps, format.steps()), x as i32))
}

/// What the fillings mean.
fn legend(stand: Stand) -> AnyView {
    let entries = [
        (Label::Running, "f0", None, "M0 2h28v12h-28z"),
        (Label::Ready, "o0", None, "M0.8 2.8h26.5v10.5h-26.5z"),
        (Label::Waiting, "s0", Some("url(#h0)"), "M0.8 2.8h26.5v10.5h-26.5z"),
        (Label::Sleeping, "s0 dash", Some("url(#d0)"), "M0.8 2.8h26.5v10.5h-26.5z"),
        (Label::Finished, "e0 f0", None, "M8 1V15M8 4h8v8h-8z"),
        (Label::Reads, "r0", None, "M9.5 8a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z"),
        (Label::Writes, "f0", None, "M8.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z"),
    ];
    let shown = entries.into_iter().map(|(label, class, fill, d)| {
        view! {
            <span><svg class="tl key" viewBox="0 0 28 16" width="28" height="16" aria-hidden="true"><path class=class fill=fill d=d></path></svg>{stand.label(label)}</span>
        }
    });
    view! { <div class="legend">{shown.collect::<Vec<_>>()}</div> }.into_any()
}

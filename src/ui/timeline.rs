//! The timeline: the pure layout as SVG, a wide and a narrow picture, the whole run in little, a legend.

use crate::timeline::{Format, Layout, Window, layout, minimap, tenths};
use crate::ui::narrate::Teller;
use crate::ui::node::{Node, classed, el, live};
use crate::ui::state::Stand;
use crate::ui::text::Label;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;

/// The timeline of a player.
pub fn timeline(stand: Stand) -> Node {
    let scroll = classed("div", "scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", stand.region(Label::Timeline));
    classed("div", "p-time")
        .child(
            scroll
                .child(picture(stand, Format::Wide, false))
                .child(picture(stand, Format::Narrow, false)),
        )
        .child(classed("div", "tbar").child(legend(stand)))
        .child(
            classed("div", "mini")
                .child(small(stand, Format::Wide))
                .child(small(stand, Format::Narrow)),
        )
        .into()
}

/// The whole run in little, where the window does not show all of it.
fn small(stand: Stand, format: Format) -> Node {
    let long = Memo::new(move |_| {
        stand
            .recording
            .with(|recording| recording.len() > format.steps())
    });
    live(move || {
        if long.get() {
            vec![picture(stand, format, true)]
        } else {
            Vec::new()
        }
    })
}

fn window(stand: Stand, format: Format) -> Window {
    let cursor = stand.cursor.get();
    stand
        .recording
        .with(|recording| Window::around(cursor, recording.len(), format.steps()))
}

/// One picture. What is not on the screen keeps its last shape until it is.
fn picture(stand: Stand, format: Format, whole: bool) -> Node {
    let drawn = Memo::new(move |last: Option<&Layout>| {
        let (wide, narrow) = stand.widths.get();
        let seen = if format == Format::Wide { wide } else { narrow };
        match last.filter(|_| !seen) {
            Some(last) => last.clone(),
            None => draw(stand, format, whole),
        }
    });
    let shapes = move || {
        drawn.with(|layout| {
            let paths = layout.shapes.iter().map(|shape| {
                let path = classed("path", shape.class.clone()).attr("d", shape.d.clone());
                match &shape.pattern {
                    Some(pattern) => path.attr("fill", format!("url(#{pattern})")).into(),
                    None => path.into(),
                }
            });
            paths.collect()
        })
    };
    let labels = move || {
        drawn.with(|layout| {
            let texts = layout.labels.iter().map(|label| {
                let text = classed("text", label.class.clone())
                    .attr("x", tenths(label.x))
                    .attr("y", tenths(label.y));
                text.attr("text-anchor", label.anchor.name())
                    .child(label.text.clone())
                    .into()
            });
            texts.collect()
        })
    };
    let frame = move || {
        drawn.with(|layout| format!("0 0 {} {}", tenths(layout.width), tenths(layout.height)))
    };
    let seek = move |event: web_sys::Event| {
        let event: web_sys::MouseEvent = event.unchecked_into();
        if let Some(position) = position(&event, stand, format, whole) {
            stand.go(position);
        }
    };
    let drag = move |event: web_sys::Event| {
        let pointer: &web_sys::PointerEvent = event.unchecked_ref();
        if pointer.buttons() & 1 == 1 && pointer.pointer_type() == "mouse" {
            seek(event);
        }
    };
    classed(
        "svg",
        if format == Format::Wide {
            "tl wide"
        } else {
            "tl narrow"
        },
    )
    .live_attr("viewBox", frame)
    .attr("role", "img")
    .live_attr("aria-label", move || {
        description(stand, window(stand, format), whole)
    })
    .on("click", seek)
    .on("pointermove", drag)
    .child(el("g").child(live(shapes)))
    .child(el("g").child(live(labels)))
    .into()
}

fn draw(stand: Stand, format: Format, whole: bool) -> Layout {
    let (recording, cursor) = (stand.recording.get(), stand.cursor.get());
    let words = Teller {
        lang: stand.lang(),
        recording: &recording,
    };
    let window = Window::around(cursor, recording.len(), format.steps());
    match whole {
        true => minimap(&recording.rows, window, cursor, format, &words),
        false => layout(
            &recording.trace,
            &recording.rows,
            window,
            cursor,
            format,
            &words,
        ),
    }
}

/// The picture in words.
fn description(stand: Stand, window: Window, whole: bool) -> String {
    let lang = stand.lang();
    let (first, last) = (window.from + 1, window.to);
    let title = lang.label(if whole {
        Label::WholeRun
    } else {
        Label::Timeline
    });
    match stand.cursor.get() {
        Some(cursor) => lang.pick(
            format!("{title}: шаги {first}–{last}, курсор на шаге {cursor}"),
            format!("{title}: steps {first}–{last}, cursor at step {cursor}"),
        ),
        None => lang.pick(
            format!("{title}: шаги {first}–{last}"),
            format!("{title}: steps {first}–{last}"),
        ),
    }
}

/// Which position a pointer means.
fn position(event: &web_sys::MouseEvent, stand: Stand, format: Format, whole: bool) -> Option<u32> {
    let picture: web_sys::Element = event.current_target()?.dyn_into().ok()?;
    let bounds = picture.get_bounding_client_rect();
    if bounds.width() <= 0.0 {
        return None;
    }
    let x =
        (f64::from(event.client_x()) - bounds.left()) * f64::from(format.width()) / bounds.width();
    let cursor = stand.cursor.get_untracked();
    let steps = stand.recording.with_untracked(|recording| recording.len());
    let shown = if whole { None } else { cursor };
    Some(format.position(Window::around(shown, steps, format.steps()), x as i32))
}

/// What the fillings mean.
fn legend(stand: Stand) -> Node {
    let entries = [
        (Label::Running, "f0", "", "M0 2h28v12h-28z"),
        (Label::Ready, "o0", "", "M0.8 2.8h26.5v10.5h-26.5z"),
        (
            Label::Waiting,
            "s0",
            "url(#h0)",
            "M0.8 2.8h26.5v10.5h-26.5z",
        ),
        (
            Label::Sleeping,
            "s0 dash",
            "url(#d0)",
            "M0.8 2.8h26.5v10.5h-26.5z",
        ),
        (Label::Finished, "e0 f0", "", "M8 1V15M8 4h8v8h-8z"),
        (
            Label::Reads,
            "r0",
            "",
            "M9.5 8a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z",
        ),
        (
            Label::Writes,
            "f0",
            "",
            "M8.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z",
        ),
    ];
    let shown = entries.into_iter().map(|(label, class, fill, d)| {
        let svg = classed("svg", "tl key")
            .attr("viewBox", "0 0 28 16")
            .attr("width", "28")
            .attr("height", "16")
            .attr("aria-hidden", "true");
        let path = classed("path", class).attr("d", d);
        let path = if fill.is_empty() {
            path
        } else {
            path.attr("fill", fill)
        };
        el("span")
            .child(svg.child(path))
            .child(stand.label(label))
            .into()
    });
    classed("div", "legend").children(shown).into()
}

//! The timeline: the pure layout as SVG, a wide and a narrow picture, the whole run in little, a legend, and
//! what zooms, pans and scrubs.

use crate::timeline::{
    Axis, Format, LEAST, Label as Written, Lanes, Layout, Shape, Shown, Window, accused, layout,
    minimap, minimap_size, overlay, tenths,
};
use crate::ui::accuse::Charge;
use crate::ui::node::{Element, Node, classed, el, flag, live};
use crate::ui::parts::icon;
use crate::ui::state::Stand;
use crate::ui::text::Label;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;

/// The timeline of a player.
pub fn timeline(stand: Stand, charge: Memo<Charge>) -> Node {
    let scroll = classed("div", "scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", stand.region(Label::Timeline));
    classed("div", "p-time")
        .child(
            scroll
                .child(picture(stand, Format::Wide, charge))
                .child(picture(stand, Format::Narrow, charge)),
        )
        .child(
            classed("div", "mini")
                .child(small(stand, Format::Wide))
                .child(small(stand, Format::Narrow)),
        )
        .child(
            classed("div", "tbar")
                .child(legend(stand))
                .child(tools(stand)),
        )
        .into()
}

/// What the picture shows.
fn shown(stand: Stand, format: Format) -> Shown {
    let (cursor, zoom) = (stand.cursor.get(), stand.zoom.get());
    let steps = stand.recording.with(|recording| recording.len());
    // Paper shows the whole run, whatever part the reader looks at.
    let zoom = match stand.printing.get() {
        true => Some(Window::around(None, steps, 0)),
        false => zoom,
    };
    Shown {
        axis: stand.axis.get(),
        lanes: stand.lanes.get(),
        differs: stand.differs.get(),
        ..Shown::new(
            zoom.unwrap_or_else(|| Window::around(cursor, steps, format.steps())),
            cursor,
            format,
        )
    }
}

/// Whether the picture of a format is on the screen.
fn seen(stand: Stand, format: Format) -> bool {
    let (wide, narrow) = stand.widths.get();
    if format == Format::Wide { wide } else { narrow }
}

fn shapes(shapes: &[Shape]) -> Vec<Node> {
    let paths = shapes.iter().map(|shape| {
        let path = classed("path", shape.class.clone()).attr("d", shape.d.clone());
        match &shape.pattern {
            Some(pattern) => path.attr("fill", format!("url(#{pattern})")).into(),
            None => path.into(),
        }
    });
    paths.collect()
}

fn labels(labels: &[Written]) -> Vec<Node> {
    let texts = labels.iter().map(|label| {
        let text = classed("text", label.class.clone())
            .attr("x", tenths(label.x))
            .attr("y", tenths(label.y));
        text.attr("text-anchor", label.anchor.name())
            .child(label.text.clone())
            .into()
    });
    texts.collect()
}

/// A group of an SVG that is drawn again when what it reads changes.
fn group(make: impl FnMut() -> Vec<Node> + Send + 'static) -> Element {
    el("g").child(live(make))
}

/// An SVG of a ground with its name.
fn svg(
    drawn: Memo<Layout>,
    class: &'static str,
    name: impl Fn() -> String + Send + 'static,
) -> Element {
    let frame = move || drawn.with(|l| format!("0 0 {} {}", tenths(l.width), tenths(l.height)));
    classed("svg", class)
        .live_attr("viewBox", frame)
        .attr("role", "img")
        .live_attr("aria-label", name)
        .child(group(move || drawn.with(|layout| shapes(&layout.shapes))))
}

/// A value that is made anew only while the picture of a format is on the screen.
fn while_seen<T: Clone + PartialEq + Send + Sync + 'static>(
    stand: Stand,
    format: Format,
    make: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    Memo::new_owning(move |last: Option<T>| {
        let last = match last {
            Some(last) if !seen(stand, format) => return (last, false),
            last => last,
        };
        let new = make();
        let changed = last.as_ref() != Some(&new);
        (new, changed)
    })
}

/// The picture: a ground that stands still while the window does, and over it what follows the cursor.
fn picture(stand: Stand, format: Format, charge: Memo<Charge>) -> Node {
    let window = Memo::new(move |_| shown(stand, format).window);
    // Not the cursor: what it changes lies over the ground.
    let still = move || Shown {
        axis: stand.axis.get(),
        lanes: stand.lanes.get(),
        ..Shown::new(window.get(), None, format)
    };
    let ground = while_seen(stand, format, move || {
        stand
            .recording
            .with(|recording| layout(recording.picture(), still(), &stand.teller(recording)))
    });
    let accused = while_seen(stand, format, move || {
        stand.recording.with(|recording| {
            let (words, source) = (stand.teller(recording), recording.picture());
            let marks = |ground: &_, spots: &[_]| accused(source, still(), ground, spots, &words);
            ground.with(|ground| charge.with(|charge| marks(ground, &charge.spots)))
        })
    });
    let over = while_seen(stand, format, move || {
        let shown = shown(stand, format);
        stand.recording.with(|recording| {
            let words = stand.teller(recording);
            ground.with(|ground| overlay(recording.picture(), shown, ground, &words))
        })
    });
    let class = match format {
        Format::Wide => "tl wide",
        Format::Narrow => "tl narrow",
    };
    let seek = move |event: &web_sys::Event| {
        if let Some(x) = along(event, format) {
            let shown = untrack(|| shown(stand, format));
            let position = stand
                .recording
                .with_untracked(|recording| shown.position(&recording.rows, x));
            if stand.cursor.get_untracked() != Some(position) {
                stand.go(position);
            }
        }
    };
    let scrubs = StoredValue::new(false);
    // A finger scrolls the page unless it is on the axis; where it taps, it clicks.
    let press = move |event: web_sys::Event| {
        let pointer: &web_sys::PointerEvent = event.unchecked_ref();
        let on_axis = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|target| target.class_list().contains("grip"));
        if pointer.pointer_type() == "mouse" || on_axis {
            scrubs.set_value(true);
            seek(&event);
        }
    };
    let axis = format!("M0 0H{}V26H0z", tenths(format.width()));
    let name = while_seen(stand, format, move || description(stand, format));
    // What makes faint what comes after the cursor; the picture ends before it does.
    let veil = move |class: &'static str| {
        let draw = move |layer: &Layout| {
            let (width, bottom) = (tenths(format.width()), tenths(layer.height));
            let d = format!("M0 26H{width}V{bottom}H0z");
            vec![classed("path", class).attr("d", d).into()]
        };
        move || over.with(|over| moved(over, draw))
    };
    svg(ground, class, move || name.get())
        .child(group(veil("veil")))
        .child(group(move || ground.with(|ground| labels(&ground.labels))))
        .child(group(veil("veil thin")))
        .child(group(move || ground.with(|ground| labels(&ground.names))))
        .child(group(move || accused.with(both)))
        .child(group(move || over.with(both)))
        .child(group(move || over.with(|over| moved(over, both))))
        .child(classed("path", "grip").attr("d", axis))
        .on("pointerdown", press)
        .on("pointermove", move |event| {
            if scrubs.get_value() {
                match dragged(&event) {
                    true => seek(&event),
                    false => scrubs.set_value(false),
                }
            }
        })
        // Not as soon as it goes down: whoever only clicks need not wait for it.
        .on("pointerleave", move |event| {
            if scrubs.get_value() && dragged(&event) {
                hold(&event);
                seek(&event);
            }
        })
        .on("lostpointercapture", move |_| scrubs.set_value(false))
        // What went down here has been followed already, and the picture may have moved by that.
        .on("click", move |event| {
            if !scrubs.get_value() {
                seek(&event);
            }
            scrubs.set_value(false);
        })
        .on("wheel", move |event| wheel(stand, format, &event))
        .into()
}

/// Shapes and above them labels.
fn both(layer: &Layout) -> Vec<Node> {
    let mut all = shapes(&layer.shapes);
    all.extend(labels(&layer.labels));
    all
}

/// What a step moves and does not draw anew.
fn moved(over: &Layout, draw: impl Fn(&Layout) -> Vec<Node>) -> Vec<Node> {
    let moving = over.moving.iter().map(|(x, layer)| {
        let place = format!("translate({})", tenths(*x));
        el("g")
            .attr("transform", place)
            .children(draw(layer))
            .into()
    });
    moving.collect()
}

/// Where a pointer is, in tenths of a pixel of the picture.
fn along(event: &web_sys::Event, format: Format) -> Option<i32> {
    let picture: web_sys::Element = event.current_target()?.dyn_into().ok()?;
    let event: &web_sys::MouseEvent = event.unchecked_ref();
    let bounds = picture.get_bounding_client_rect();
    if bounds.width() <= 0.0 {
        return None;
    }
    let into = f64::from(event.client_x()) - bounds.left();
    Some((into * f64::from(format.width()) / bounds.width()) as i32)
}

/// What a pointer that went down does then stays with the picture until it goes up.
fn hold(event: &web_sys::Event) {
    let pointer: &web_sys::PointerEvent = event.unchecked_ref();
    let picture = event.current_target();
    if let Some(picture) = picture.and_then(|p| p.dyn_into::<web_sys::Element>().ok()) {
        // Fails only for a pointer that is up again.
        let _ = picture.set_pointer_capture(pointer.pointer_id());
    }
}

fn dragged(event: &web_sys::Event) -> bool {
    let pointer: &web_sys::PointerEvent = event.unchecked_ref();
    pointer.buttons() & 1 == 1
}

/// With Ctrl (or two fingers on a pad) the wheel zooms, with Shift or sideways it pans.
fn wheel(stand: Stand, format: Format, event: &web_sys::Event) {
    let wheel: &web_sys::WheelEvent = event.unchecked_ref();
    let shown = untrack(|| shown(stand, format));
    let (rows, window) = (stand.recording.get_untracked(), shown.window);
    let steps = rows.len();
    let sideways = wheel.delta_x().abs() > wheel.delta_y().abs();
    if wheel.ctrl_key() {
        let fixed = along(event, format).map(|x| shown.position(&rows.rows, x));
        let factor = (wheel.delta_y() / 300.0).clamp(-1.0, 1.0).exp2();
        let size = (f64::from(window.size()) * factor).round() as u32;
        let size = match wheel.delta_y() > 0.0 {
            true => size.max(window.size() + 1),
            false => size.min(window.size().saturating_sub(1)),
        };
        stand.zoom.set(Some(window.zoomed(
            size,
            fixed.unwrap_or(window.from),
            steps,
        )));
    } else if wheel.shift_key() || sideways && shown.axis == Axis::Steps {
        let delta = if sideways {
            wheel.delta_x()
        } else {
            wheel.delta_y()
        };
        let by = delta * f64::from(window.size()) / 820.0;
        let by = if by < 0.0 { by.floor() } else { by.ceil() };
        stand.zoom.set(Some(window.moved(by as i64, steps)));
    } else {
        return;
    }
    event.prevent_default();
}

/// The whole run in little, where the window does not show all of it.
fn small(stand: Stand, format: Format) -> Node {
    let long = Memo::new(move |_| {
        let zoomed = stand.zoom.with(Option::is_some);
        zoomed || stand.recording.with(|r| r.len() > format.steps())
    });
    live(move || match long.get() {
        true => vec![overview(stand, format)],
        false => Vec::new(),
    })
}

/// The small picture: drawn once for a run; frame and cursor move over it.
fn overview(stand: Stand, format: Format) -> Node {
    let drawn = while_seen(stand, format, move || {
        stand
            .recording
            .with(|recording| minimap(recording.picture(), format, &stand.teller(recording)))
    });
    let whole = move || {
        let steps = stand.recording.with(|recording| recording.len());
        Shown::new(Window::around(None, steps, 0), None, format)
    };
    let x = move |position| {
        let whole = whole();
        stand
            .recording
            .with(|recording| whole.x(&recording.rows, position))
    };
    let height = move || {
        stand
            .recording
            .with(|recording| minimap_size(&recording.rows).1)
    };
    let window = Memo::new(move |_| shown(stand, format).window);
    let frame = while_seen(stand, format, move || {
        let (from, to) = (x(window.get().from), x(window.get().to));
        let (width, high) = (tenths((to - from).max(20)), tenths(height() - 16));
        format!("M{} .8h{width}v{high}h-{width}z", tenths(from))
    });
    let cursor = while_seen(stand, format, move || match stand.cursor.get() {
        Some(cursor) => format!("M{} 0V{}", tenths(x(cursor)), tenths(height())),
        None => "M0 0".to_owned(),
    });
    let class = match format {
        Format::Wide => "tl wide map",
        Format::Narrow => "tl narrow map",
    };
    // Where in the frame the pointer took hold of it.
    let grip = StoredValue::new(None::<i64>);
    let at = move |event: &web_sys::Event| {
        let whole = untrack(whole);
        let rows = stand.recording.get_untracked();
        along(event, format).map(|x| i64::from(whole.position(&rows.rows, x)))
    };
    let drag = move |event: &web_sys::Event| {
        let (Some(at), Some(grip)) = (at(event), grip.get_value()) else {
            return;
        };
        let (window, steps) = (
            window.get_untracked(),
            stand.recording.with_untracked(|r| r.len()),
        );
        let moved = window.moved(at - grip - i64::from(window.from), steps);
        if moved != window {
            stand.zoom.set(Some(moved));
        }
    };
    let press = move |event: web_sys::Event| {
        let Some(at) = at(&event) else { return };
        hold(&event);
        let window = window.get_untracked();
        let inside = i64::from(window.from) <= at && at <= i64::from(window.to);
        let into = if inside {
            at - i64::from(window.from)
        } else {
            i64::from(window.size() / 2)
        };
        grip.set_value(Some(into));
        if !inside {
            drag(&event);
        }
    };
    svg(drawn, class, move || {
        stand.label(Label::WholeRun).to_owned()
    })
    .child(group(move || drawn.with(|layout| labels(&layout.labels))))
    .child(classed("path", "frame").live_attr("d", move || frame.get()))
    .child(classed("path", "cur").live_attr("d", move || cursor.get()))
    .on("pointerdown", press)
    .on("pointermove", move |event| {
        if dragged(&event) {
            drag(&event);
        }
    })
    .on("dblclick", move |event| {
        if let Some(at) = at(&event) {
            stand.go(at as u32);
        }
    })
    .into()
}

/// Four ticks round a point: where the cursor is.
const CROSS: &str = "M7 0h2v5H7zM7 11h2v5H7zM0 7h5v2H0zM11 7h5v2h-5z";

/// What zooms.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Zoom {
    /// Half as many steps.
    In,
    /// Twice as many.
    Out,
    /// The whole run.
    All,
    /// What is round the cursor, as at first.
    Cursor,
    /// A quarter to the left.
    Left,
    /// A quarter to the right.
    Right,
}

impl Stand {
    /// Changes the window.
    pub fn zoom_by(self, zoom: Zoom) {
        let narrow = self.widths.with_untracked(|(wide, _)| !wide);
        let format = if narrow { Format::Narrow } else { Format::Wide };
        let shown = untrack(|| shown(self, format));
        let (window, steps) = (shown.window, self.recording.with_untracked(|r| r.len()));
        let middle = window.from + window.size() / 2;
        let inside = shown
            .cursor
            .filter(|at| (window.from..=window.to).contains(at));
        let fixed = inside.unwrap_or(middle);
        let quarter = i64::from(window.size() / 4).max(1);
        self.zoom.set(match zoom {
            Zoom::In => Some(window.zoomed((window.size() / 2).max(LEAST), fixed, steps)),
            Zoom::Out => Some(window.zoomed(window.size().saturating_mul(2), fixed, steps)),
            Zoom::All => Some(Window::around(None, steps, 0)),
            Zoom::Cursor => None,
            Zoom::Left => Some(window.moved(-quarter, steps)),
            Zoom::Right => Some(window.moved(quarter, steps)),
        });
    }
}

/// Zooming, the axis, the lanes.
fn tools(stand: Stand) -> Node {
    let zooms = [
        (Zoom::In, "+", Label::ZoomIn, "+"),
        (Zoom::Out, "−", Label::ZoomOut, "-"),
        (Zoom::All, "↔", Label::ZoomAll, "0"),
        (Zoom::Cursor, "", Label::ZoomCursor, "."),
    ];
    let zooms = zooms.map(|(zoom, sign, label, key)| {
        let name = stand.label(label);
        let button = small_button()
            .attr("aria-label", name)
            .attr("title", format!("{name} ({key})"))
            .on("click", move |_| stand.zoom_by(zoom));
        match sign {
            "" => button.child(icon(CROSS)).into(),
            sign => button.child(sign).into(),
        }
    });
    let timed = move || stand.axis.get() == Axis::Time;
    let axis = toggle(stand.label(Label::ByTime), timed, move || {
        stand.axis.update(|axis| {
            *axis = match axis {
                Axis::Steps => Axis::Time,
                Axis::Time => Axis::Steps,
            }
        });
    });
    type Part = fn(&mut Lanes) -> &mut bool;
    let lanes: [(Label, Part); 3] = [
        (Label::LaneGil, |lanes| &mut lanes.gil),
        (Label::LaneVariables, |lanes| &mut lanes.variables),
        (Label::LaneSyncs, |lanes| &mut lanes.syncs),
    ];
    let lanes = lanes.map(|(label, part)| {
        let on = move || *part(&mut stand.lanes.get());
        let flip = move || {
            stand.lanes.update(|lanes| {
                let lane = part(lanes);
                *lane = !*lane;
            });
        };
        toggle(stand.label(label), on, flip)
    });
    classed("div", "tools")
        .attr("role", "group")
        .attr("aria-label", stand.label(Label::Lanes))
        .children(zooms)
        .child(axis)
        .children(lanes)
        .into()
}

fn small_button() -> Element {
    classed("button", "sel").attr("type", "button")
}

/// A button that is on or off.
pub fn toggle(
    name: &'static str,
    on: impl Fn() -> bool + Send + 'static,
    flip: impl Fn() + Send + 'static,
) -> Node {
    small_button()
        .live_attr("aria-pressed", move || flag(on()))
        .on("click", move |_| flip())
        .child(name)
        .into()
}

/// The picture in words.
fn description(stand: Stand, format: Format) -> String {
    let lang = stand.lang();
    let Shown { window, cursor, .. } = shown(stand, format);
    let (first, last) = (window.from + 1, window.to);
    let title = lang.label(Label::Timeline);
    match cursor {
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

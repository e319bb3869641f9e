//! Small things that several panes show: badges, texts with code in them, icons, patterns.

use crate::machine::ids::ThreadId;
use crate::timeline::{badge, hue};
use crate::trace::{Status, View};
#[cfg(feature = "ssr")]
use crate::ui::node::Element;
use crate::ui::node::{Node, classed, el};
use crate::ui::recording::Recording;
use crate::ui::text::pieces;

/// How a badge is filled: what its thread is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Running, or simply named.
    Solid,
    /// Ready.
    Outline,
    /// Blocked.
    Hatched,
    /// Sleeping.
    Dotted,
}

/// The filling of a thread's badge in a state.
pub fn fill(recording: &Recording, view: &View, thread: ThreadId, mover: Option<ThreadId>) -> Fill {
    let process = recording
        .head()
        .threads
        .get(thread.index())
        .map(|info| info.process);
    let gil = process.and_then(|process| view.processes.get(process.index())?.gil);
    match view
        .threads
        .get(thread.index())
        .map(|thread| &thread.status)
    {
        Some(Status::Ready | Status::NotNow) if gil == Some(thread) || mover == Some(thread) => {
            Fill::Solid
        }
        Some(Status::Ready | Status::NotNow) | None => Fill::Outline,
        Some(Status::Blocked { .. }) => Fill::Hatched,
        Some(Status::Sleeping { .. }) => Fill::Dotted,
        Some(Status::Finished | Status::Killed) => Fill::Solid,
    }
}

/// A thread's badge: shape and colour say who, the filling what it is doing.
pub fn badge_view(recording: &Recording, thread: ThreadId, fill: Fill) -> Node {
    let state = match fill {
        Fill::Solid => "",
        Fill::Outline => " ready",
        Fill::Hatched => " wait",
        Fill::Dotted => " sleep",
    };
    let class = format!("b c{} k{}{state}", hue(thread.0), badge(thread.0));
    classed("span", class)
        .child(recording.label(thread).to_owned())
        .into()
}

/// A text with its code set as code.
pub fn rich(text: &str) -> Vec<Node> {
    let cut = pieces(text)
        .into_iter()
        .map(|piece| match (piece.code, piece.english) {
            (true, _) => el("code").child(piece.text).into(),
            (_, true) => el("span").attr("lang", "en").child(piece.text).into(),
            _ => piece.text.into(),
        });
    cut.collect()
}

/// A sixteen pixel icon.
pub fn icon(path: &'static str) -> Node {
    let svg = el("svg")
        .attr("width", "16")
        .attr("height", "16")
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true");
    svg.child(el("path").attr("d", path)).into()
}

/// The fillings that timelines refer to by id: once a page, at the top of its body.
#[cfg(feature = "ssr")]
pub fn pattern_defs() -> Node {
    let pattern = |id: String, turn: Option<&'static str>, shape: Element| {
        let pattern = el("pattern")
            .attr("id", id)
            .attr("width", "5")
            .attr("height", "5")
            .attr("patternUnits", "userSpaceOnUse");
        let pattern = match turn {
            Some(turn) => pattern.attr("patternTransform", turn),
            None => pattern,
        };
        Node::from(pattern.child(shape))
    };
    let pairs = (0..=5).flat_map(|hue| {
        let class = format!("f{hue}");
        let bar = classed("rect", class.clone())
            .attr("width", "1.6")
            .attr("height", "5");
        let dot = classed("circle", class)
            .attr("cx", "1.6")
            .attr("cy", "2.5")
            .attr("r", "1.1");
        [
            pattern(format!("h{hue}"), Some("rotate(45)"), bar),
            pattern(format!("d{hue}"), None, dot),
        ]
    });
    let svg = classed("svg", "defs")
        .attr("aria-hidden", "true")
        .attr("focusable", "false");
    svg.child(el("defs").children(pairs)).into()
}

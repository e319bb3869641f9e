//! The interleavings of a small program as a picture: thick is the run that is shown, dashed leads to a state
//! that is there already, outcomes are at the leaves.

use crate::explore::Exploration;
use crate::explore::tree::{Edge, Tree};
use crate::timeline::hue;
use crate::ui::narrate::{Teller, short};
use crate::ui::node::{Node, classed, el};
use crate::ui::state::Stand;
use crate::ui::text::{Label, plain};

/// Pixels between columns (halves) and rows.
const COLUMN: u32 = 64;
const ROW: u32 = 52;
/// Room round the picture: a label's length.
const MARGIN: u32 = 96;
/// Most characters of a label.
const LONGEST: usize = 12;

/// The picture, or why there is none.
pub fn tree(stand: Stand, teller: &Teller, found: &Exploration) -> Node {
    let Some(tree) = &found.tree else {
        return el("p").child(stand.label(Label::NoTree)).into();
    };
    let shown = teller.recording.head().schedule.as_str();
    let number = found.outcomes.iter().position(|o| o.schedule == shown);
    let run: &[(u32, u32)] = number.map_or(&[], |number| tree.paths[number].as_slice());
    let (width, height) = (tree.width * COLUMN + 2 * MARGIN, tree.height * ROW + 56);
    let mut svg = el("svg")
        .attr("class", "tl tree")
        .attr("viewBox", format!("0 0 {width} {height}"))
        .attr("width", width.to_string())
        .attr("height", height.to_string())
        .attr("role", "img")
        .attr("aria-label", stand.label(Label::Tree));
    for (at, node) in tree.nodes.iter().enumerate() {
        for (number, edge) in node.edges.iter().enumerate() {
            let thick = run.contains(&(at as u32, number as u32));
            svg = svg.child(line(tree, at, edge, thick));
        }
    }
    for (at, node) in tree.nodes.iter().enumerate() {
        for edge in &node.edges {
            svg = svg.children(mark(tree, at, edge, teller));
        }
        if let Some(outcome) = node.outcome.and_then(|o| found.outcomes.get(o as usize)) {
            let (x, y) = place(tree, at);
            let failed = teller.ending(&outcome.ending);
            let last = outcome
                .ending
                .stdout
                .trim_end()
                .lines()
                .last()
                .unwrap_or("–");
            let text = match failed.is_empty() {
                true => short(last),
                false => format!("✕ {}", plain(&failed)),
            };
            let class = if failed.is_empty() { "co" } else { "al" };
            svg = svg.child(
                classed("text", class)
                    .attr("x", x.to_string())
                    .attr("y", (y + 16).to_string())
                    .attr("text-anchor", "middle")
                    .child(cut(&text)),
            );
        }
    }
    let scroll = classed("div", "scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", stand.region(Label::Tree));
    el("div")
        .child(scroll.child(svg))
        .child(el("p").child(stand.label(Label::TreeNote)))
        .into()
}

fn place(tree: &Tree, at: usize) -> (u32, u32) {
    let node = &tree.nodes[at];
    (node.x * COLUMN + MARGIN, node.y * ROW + 12)
}

fn line(tree: &Tree, at: usize, edge: &Edge, thick: bool) -> Node {
    let ((x, y), (to_x, to_y)) = (place(tree, at), place(tree, edge.to as usize));
    let middle = (y + to_y) / 2;
    let class = match (thick, edge.merged) {
        (true, true) => "way run same",
        (true, false) => "way run",
        (false, true) => "way same",
        (false, false) => "way",
    };
    classed("path", class)
        .attr(
            "d",
            format!("M{x} {y}C{x} {middle} {to_x} {middle} {to_x} {to_y}"),
        )
        .into()
}

/// Who moves and what it uses, on an edge: nearer to where it leads, so that siblings do not meet; where that has
/// labels of its own, nearer to where it begins.
fn mark(tree: &Tree, at: usize, edge: &Edge, teller: &Teller) -> [Node; 2] {
    let ((x, y), (to_x, to_y)) = (place(tree, at), place(tree, edge.to as usize));
    let (x, y) = match edge.merged {
        true => ((3 * x + to_x) / 4, (3 * y + to_y) / 4 + 8),
        false => ((x + 3 * to_x) / 4, (2 * y + 3 * to_y) / 5),
    };
    let what = match (edge.variable.as_str(), edge.write) {
        ("", _) => format!(":{}", edge.line),
        (name, false) => name.to_owned(),
        (name, true) => format!("{name} ="),
    };
    let badge = classed("text", format!("bd halo t{}", hue(edge.thread.0)))
        .attr("x", (x - 3).to_string())
        .attr("y", y.to_string())
        .attr("text-anchor", "end")
        .child(teller.name(edge.thread).to_owned());
    let what = classed("text", "co halo")
        .attr("x", (x + 1).to_string())
        .attr("y", y.to_string())
        .child(cut(&what));
    [badge.into(), what.into()]
}

fn cut(text: &str) -> String {
    match text.chars().count() > LONGEST {
        true => text.chars().take(LONGEST - 1).chain(['…']).collect(),
        false => text.to_owned(),
    }
}

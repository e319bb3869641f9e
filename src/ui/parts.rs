//! Small things that several panes show: badges, texts with code in them, icons, patterns.

use crate::machine::ids::ThreadId;
use crate::timeline::{badge, hue};
use crate::trace::{Status, View};
use crate::ui::recording::Recording;
use crate::ui::text::pieces;
use leptos::prelude::*;

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
    let process = recording.trace.threads.get(thread.index()).map(|info| info.process);
    let gil = process.and_then(|process| view.processes.get(process.index())?.gil);
    match view.threads.get(thread.index()).map(|thread| &thread.status) {
        Some(Status::Ready | Status::NotNow) if gil == Some(thread) || mover == Some(thread) => Fill::Solid,
        Some(Status::Ready | Status::NotNow) | None => Fill::Outline,
        Some(Status::Blocked { .. }) => Fill::Hatched,
        Some(Status::Sleeping { .. }) => Fill::Dotted,
        Some(Status::Finished | Status::Killed) => Fill::Solid,
    }
}

/// A thread's badge: shape and colour say who, the filling what it is doing.
pub fn badge_view(recording: &Recording, thread: ThreadId, fill: Fill) -> impl IntoView + use<> {
    let state = match fill {
        Fill::Solid => "",
        Fill::Outline => " ready",
        Fill::Hatched => " wait",
        Fill::Dotted => " sleep",
    };
    let class = format!("b c{} k{}{state}", hue(thread.0), badge(thread.0));
    view! { <span class=class>{recording.label(thread).to_owned()}</span> }
}

/// A text with its code set as code.
pub fn rich(text: &str) -> impl IntoView + use<> {
    let cut = pieces(text).into_iter().map(|piece| match piece.code {
        true => view! { <code>{piece.text}</code> }.into_any(),
        false => piece.text.into_any(),
    });
    cut.collect::<Vec<_>>()
}

/// A sixteen pixel icon.
pub fn icon(path: &'static str) -> impl IntoView {
    view! { <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d=path></path></svg> }
}

/// The fillings that timelines refer to by id: once a page, at the top of its body.
#[component]
pub fn PatternDefs() -> impl IntoView {
    let pairs = (0..=5).map(|hue| {
        let class = format!("f{hue}");
        view! {
            <pattern id=format!("h{hue}") width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="1.6" height="5" class=class.clone()></rect>
            </pattern>
            <pattern id=format!("d{hue}") width="5" height="5" patternUnits="userSpaceOnUse">
                <circle cx="1.6" cy="2.5" r="1.1" class=class></circle>
            </pattern>
        }
    });
    view! {
        <svg class="defs" aria-hidden="true" focusable="false"><defs>{pairs.collect::<Vec<_>>()}</defs></svg>
    }
}

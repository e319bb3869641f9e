//! Players as HTML, for the prerenderer.

use crate::ui::model::PlayerModel;
use crate::ui::parts::pattern_defs;
use crate::ui::player::Player;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use std::sync::Arc;

/// The inside of a player's figure, with the markers that the page needs to take it over.
pub fn player_html(model: &PlayerModel) -> String {
    let model = Arc::new(model.clone());
    render(|| view! { <Player model=model /> })
}

/// The whole figure; `data` is the address of the model's bytes, relative to the page. `start` names what the
/// page begins with, if that is not the reader's choice.
pub fn figure_html(model: &PlayerModel, data: &str, start: Option<&str>) -> String {
    let inside = player_html(model);
    let (data, title) = (escape(data), escape(&model.title));
    let start = start.map_or_else(String::new, |start| format!(" data-start=\"{start}\""));
    format!(
        "<figure class=\"player wide\" id=\"{}\" data-player=\"{data}\"{start} aria-label=\"{title}\">{inside}</figure>",
        model.id
    )
}

/// The fillings of the timelines: once at the top of the body of a page that has players.
pub fn pattern_defs_html() -> String {
    render(pattern_defs)
}

fn render<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let html = owner.with(|| view().into_view().to_html());
    owner.unset_with_forced_cleanup();
    html
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

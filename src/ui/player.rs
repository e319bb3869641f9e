//! The player: one figure with code, state, narration, timeline and controls.

use crate::ui::model::PlayerModel;
use leptos::prelude::*;
use std::sync::Arc;

/// A player, the same on server and page.
#[component]
pub fn Player(
    /// What it shows.
    model: Arc<PlayerModel>,
) -> impl IntoView {
    view! {
        <div class="p-head"><span class="t"><i>{model.number.clone()}</i>{model.title.clone()}</span></div>
        <pre class="code">{model.program.source.clone()}</pre>
    }
}

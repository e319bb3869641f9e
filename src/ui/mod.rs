//! The player and its parts as Leptos components, rendered by the prerenderer and taken over by the page.
//!
//! Must not know files: a [`PlayerModel`] is all it is given.

#[cfg(feature = "ssr")]
mod html;
pub mod model;
mod player;
pub mod text;

#[cfg(feature = "ssr")]
pub use html::{figure_html, player_html};
pub use model::{Class, PlayerModel, Section};
pub use player::Player;
pub use text::Lang;

//! The player and its parts as Leptos components, rendered by the prerenderer and taken over by the page.
//!
//! Must not know files: a [`PlayerModel`] is all it is given.

mod accuse;
mod act;
mod ask;
mod ask_tree;
mod code;
mod controls;
#[cfg(feature = "hydrate")]
pub mod engine;
#[cfg(feature = "ssr")]
mod html;
mod memory;
pub mod model;
mod mounted;
mod narrate;
mod node;
#[cfg(feature = "hydrate")]
mod offer;
mod parts;
mod player;
mod quiet;
mod recording;
mod runs;
mod scheduler;
#[cfg(feature = "hydrate")]
pub mod screen;
mod state;
#[cfg(all(test, feature = "ssr"))]
mod tests;
pub mod text;
mod timeline;
#[cfg(feature = "ssr")]
pub mod tool_words;
mod verdict;
mod walk;
mod words;

#[cfg(feature = "ssr")]
pub use html::{figure_html, pattern_defs_html, player_html};
pub use model::{PlayerModel, Section};
pub use player::Player;
pub use text::Lang;

//! The site: Markdown to static pages. Native only; it never runs in the browser.
//!
//! `content` reads, `markdown` and `player` render texts, `middle` and `page` put frames round them, `shell` fills
//! in the staged page, and [`build`] does it all. Mistakes in the content are collected, never guessed away.
pub mod assets;
mod build;
mod callout;
mod content;
mod document;
mod error;
mod fence;
mod front_matter;
mod html;
mod inline;
mod links;
mod markdown;
mod middle;
mod page;
mod player;
mod playground;
pub mod shell;
mod summary;
mod table;
mod text;
mod tools;

pub use build::{Config, OutputFile, base_path, build};
pub use error::Problem;
pub use tools::tools;

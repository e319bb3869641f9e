//! The site: Markdown to static pages. Native only; it never runs in the browser.
pub mod assets;
pub mod shell;

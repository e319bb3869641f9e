//! What goes into the rendering of a page's text, and what comes out.

use super::error::Problems;
use super::fence::Sim;
use super::links::Target;
use super::text::Lang;
use std::collections::BTreeSet;

/// A text and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The file, for messages.
    pub file: &'a str,
    /// The line of the file on which `text` begins.
    pub first_line: u32,
    /// The Markdown.
    pub text: &'a str,
    /// The address of its page.
    pub address: &'a str,
    /// The language of its page.
    pub lang: Lang,
    /// What is particular about the page.
    pub kind: Kind,
}

/// What is particular about a page's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The first paragraph leads in; the title is in the front matter.
    Lesson,
    /// Has a `#` heading of its own.
    Landing,
    /// The bold first cell of a row is a term, with an anchor.
    Glossary,
    /// Nothing.
    Plain,
}

/// Makes the players of a page.
pub trait Figures {
    /// The HTML of a player, or `None` if something was wrong with it, which is then among the problems.
    fn player(&mut self, block: &Block<'_>, problems: &mut Problems) -> Option<String>;
    /// What is wrong with a program that is only shown: its line, from 1, and a sentence.
    fn syntax_error(&self, source: &str) -> Option<(u32, String)>;
}

/// A living block.
#[derive(Clone, Copy, Debug)]
pub struct Block<'a> {
    /// How it is to run.
    pub sim: &'a Sim,
    /// Its own text.
    pub body: &'a str,
    /// The line of its fence.
    pub line: u32,
    /// The number of the figure on the page, from 1.
    pub number: u32,
    /// Its anchor.
    pub id: &'a str,
}

/// A heading of the second or third level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 2 or 3; deeper ones are not listed.
    pub level: u8,
    /// Its anchor.
    pub id: String,
    /// Its text as HTML without links.
    pub html: String,
}

/// The text of a page.
#[derive(Clone, Debug, Default)]
pub struct Rendered {
    /// The HTML.
    pub html: String,
    /// The sections, for the table of contents.
    pub headings: Vec<Heading>,
    /// Every anchor.
    pub anchors: BTreeSet<String>,
    /// Every link into the site, with its line.
    pub links: Vec<(u32, Target)>,
    /// Whether there are players.
    pub interactive: bool,
}

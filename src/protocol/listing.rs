//! The lines of a source, cut into pieces of one class each: what code panes and the editor show.

use crate::lang::highlight;
use serde::{Deserialize, Serialize};

/// What a piece of source is, as far as type tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Class {
    /// Anything else.
    Plain,
    /// A keyword: bold.
    Keyword,
    /// A string: muted.
    String,
    /// A comment: muted, italic.
    Comment,
}

impl Class {
    /// The class name in HTML; empty for plain text.
    pub fn name(self) -> &'static str {
        match self {
            Class::Plain => "",
            Class::Keyword => "k",
            Class::String => "s",
            Class::Comment => "c",
        }
    }
}

/// The lines of a source in pieces.
pub type Listing = Vec<Vec<(Class, String)>>;

/// Cuts a source.
pub fn listing(source: &str) -> Listing {
    let piece = |(class, text): (highlight::Class, &str)| {
        let class = match class {
            highlight::Class::Plain | highlight::Class::Number => Class::Plain,
            highlight::Class::Keyword => Class::Keyword,
            highlight::Class::String => Class::String,
            highlight::Class::Comment => Class::Comment,
        };
        (class, text.to_owned())
    };
    highlight::highlight(source)
        .into_iter()
        .map(|line| line.into_iter().map(piece).collect())
        .collect()
}

//! What a player is made of, prepared by the prerenderer and read again by the page.
//!
//! Plain data: server and page build the same view from it, which is what lets the page take a
//! prerendered player over without replacing a node. Must not know files or Markdown.

use crate::machine::options::Options;
use crate::protocol::listing::Listing;
use crate::protocol::{self, Program, Run};
use crate::ui::text::Lang;
use serde::{Deserialize, Serialize};

/// The version of the form; the page leaves a player of any other version as it was prerendered.
pub const MODEL_VERSION: u16 = 3;

/// One player: a figure of a lesson.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlayerModel {
    /// [`MODEL_VERSION`] of the writer.
    pub version: u16,
    /// The language of the page.
    pub language: Lang,
    /// Unique on the page and fit for an HTML id, such as `p2`.
    pub id: String,
    /// The number of the figure, such as `4.2`.
    pub number: String,
    /// What the figure shows, in a few words.
    pub title: String,
    /// The whole program.
    pub program: Program,
    /// How the source is shown: stretches of lines that cover it in order.
    pub sections: Vec<Section>,
    /// The lines of the source, cut into pieces of one class each.
    pub code: Listing,
    /// What the run depends on.
    pub options: Options,
    /// The run that the player shows first.
    pub run: Run,
}

/// A stretch of source lines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Its first line, from 1.
    pub first: u32,
    /// Its last line, inclusive.
    pub last: u32,
    /// With a title the stretch is folded away under it; without one it is the block of the lesson.
    pub folded: Option<String>,
}

impl PlayerModel {
    /// As the bytes that lie next to the page.
    pub fn to_bytes(&self) -> Vec<u8> {
        protocol::encode(self)
    }

    /// From those bytes; `None` if they are damaged or of another version.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let model: PlayerModel = protocol::decode(bytes)?;
        (model.version == MODEL_VERSION).then_some(model)
    }
}

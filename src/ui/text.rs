//! Every word that a player says, in both languages: labels, reasons and the sentences that narrate.
//!
//! A language is a variant and every text an exhaustive `match`, so that a missing one does not compile.

use serde::{Deserialize, Serialize};

/// A language of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lang {
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Lang {
    /// The code in addresses and in `lang` attributes.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Ru => "ru",
            Lang::En => "en",
        }
    }
}

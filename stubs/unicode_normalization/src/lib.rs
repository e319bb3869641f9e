//! A stand-in for the crate of the same name: it leaves every character as it is.
//!
//! The parser needs the tables only for identifiers that are not written in NFKC, such as `ﬁ` for `fi`;
//! they are 90 KB of the engine's download. With the stub two spellings of one identifier are two
//! identifiers (listed in content/limitations.md).

use std::str::Chars;

/// Normalisation of text; here it changes nothing.
pub trait UnicodeNormalization<'a> {
    /// The characters, as they are.
    fn nfkc(self) -> Chars<'a>;
}

impl<'a> UnicodeNormalization<'a> for &'a str {
    fn nfkc(self) -> Chars<'a> {
        self.chars()
    }
}

//! CPython's grammar as instructions for `machine`. The build makes them of `grammar.txt` (`reader`), so that no program
//! pays for the reading.

use super::scan::Kind;

/// An instruction. Addresses are indices of instructions, texts indices of `Grammar::texts`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Op {
    /// One token with this text.
    Word(u16),
    /// One token of a kind.
    Token(Kind),
    /// A name that is one of the soft keywords.
    Soft,
    /// The last token becomes a value.
    Keep,
    /// Reads a rule; its values may be dropped.
    Call(u16, bool),
    Return,
    /// If what follows fails, goes on there.
    Choice(u16),
    /// Forgets the last choice and goes there.
    Commit(u16),
    /// The same, back where the choice was made.
    Back(u16),
    /// Forgets the last choice and fails.
    Refuse,
    Fail,
    /// What follows the last choice is no alternative any more.
    Cut,
    /// Fails unless mistakes are looked for.
    Mistake,
    /// This token or an error.
    Force(u16),
    /// Makes a node of the values of a rule; only if there are several.
    Node(u16, bool),
    /// Tells of a mistake.
    Tell(u16),
}

/// A rule: where it begins and how it is read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Rule {
    pub start: u16,
    pub memo: bool,
    pub flat: bool,
    pub plain: bool,
}

/// The instructions, and what they name.
#[derive(Debug)]
pub(crate) struct Grammar {
    pub code: &'static [Op],
    pub rules: &'static [Rule],
    /// Words, kinds of nodes and messages.
    pub texts: &'static [&'static str],
    /// The numbers of the texts, in the order of the texts.
    pub sorted: &'static [u16],
}

impl Grammar {
    /// The number of a text, if the grammar knows it.
    pub fn number(&self, text: &str) -> Option<u16> {
        let found = self
            .sorted
            .binary_search_by(|number| self.texts[usize::from(*number)].cmp(text));
        found.ok().map(|at| self.sorted[at])
    }
}

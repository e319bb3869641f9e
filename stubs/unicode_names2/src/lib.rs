//! A stand-in for the crate of the same name: it knows no character by name.
//!
//! The parser needs the table only for `"\N{GREEK SMALL LETTER PI}"`; the real one is 400 KB of the
//! engine's download. With the stub such a literal is a syntax error, which `lang` turns into a
//! refusal that says to write the character itself (listed in content/limitations.md).

/// Always `None`: no name is known.
pub fn character(_name: &str) -> Option<char> {
    None
}

//! The generator behind `random`.

use crate::vm::natives::Table;

/// The state of a generator.
#[derive(Clone, Debug)]
pub struct Generator {
    /// CPython's generator, bit for bit.
    pub random: crate::vm::text::random::Random,
}

/// Methods of generators.
pub const TABLE: Table = &[];

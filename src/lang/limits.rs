//! Limits.

use super::CompileError;
use super::source::Source;

pub(super) fn check(_source: &Source) -> Result<(), CompileError> {
    Ok(())
}

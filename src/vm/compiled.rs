//! The library as code objects.
//!
//! Natively the build has compiled them already (`build.rs`), so that a program starts at once. In the browser,
//! where what is loaded has to be small, they are compiled from their sources; a test holds both to be the same.

use crate::lang::code::Unit;
use crate::vm::library;

/// The code of a module of the library.
///
/// # Panics
/// If there is no such module, or it is no Python: the test below sees to that.
pub fn unit(name: &str) -> Unit {
    from_build(name).unwrap_or_else(|| from_source(name))
}

/// The code of a module, compiled now.
///
/// # Panics
/// See [`unit`].
pub fn from_source(name: &str) -> Unit {
    let source = library::source(name).unwrap_or_default();
    crate::lang::compile_library(&library::file(name), source.as_bytes())
        .unwrap_or_else(|e| panic!("library module {name} does not compile: {e:?}"))
}

/// The code of a module, compiled by the build.
#[cfg(not(target_arch = "wasm32"))]
pub fn from_build(name: &str) -> Option<Unit> {
    static LIBRARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.bin"));
    let mut modules: Vec<(&str, &[u8])> = postcard::from_bytes(LIBRARY).ok()?;
    modules.retain(|(module, _)| *module == name);
    postcard::from_bytes(modules.first()?.1).ok()
}

/// Nothing: the browser compiles.
#[cfg(target_arch = "wasm32")]
pub fn from_build(_: &str) -> Option<Unit> {
    None
}

#[cfg(test)]
mod tests {
    use super::{from_build, from_source};

    #[test]
    fn the_build_and_the_browser_have_the_same_library() {
        for name in crate::vm::library::names() {
            let built = from_build(name).unwrap_or_else(|| panic!("{name} is missing"));
            let now = from_source(name);
            assert!(format!("{built:?}") == format!("{now:?}"), "{name} differs");
        }
    }
}

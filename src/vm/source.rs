//! The text of a module, by line. Knows nothing of what is in it.

use rustc_hash::FxHashMap as HashMap;
use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// A text, with the places where its lines begin: tracebacks ask for lines very often.
#[derive(Clone, Debug, Default)]
pub struct Source {
    text: Cow<'static, str>,
    /// Made when first asked for: most modules of the library are never shown.
    begins: OnceCell<Vec<u32>>,
    /// What tracebacks show of the text, by where it begins and ends: an exploration asks again and again.
    shown: RefCell<HashMap<[u32; 4], Rc<str>>>,
}

impl Source {
    /// A text that is at hand, or that of the library.
    pub fn new(text: impl Into<Cow<'static, str>>) -> Source {
        Source {
            text: text.into(),
            ..Source::default()
        }
    }

    /// What is shown of a piece of the text, made by `make` the first time.
    pub fn shown(&self, piece: [u32; 4], make: impl FnOnce() -> String) -> Rc<str> {
        if let Some(text) = self.shown.borrow().get(&piece) {
            return Rc::clone(text);
        }
        let text: Rc<str> = make().into();
        self.shown.borrow_mut().insert(piece, Rc::clone(&text));
        text
    }

    /// The line of that number, counted from 1, without its end.
    pub fn line(&self, number: u32) -> Option<&str> {
        let at = (number as usize).checked_sub(1)?;
        let begins = self.begins.get_or_init(|| {
            let ends = self.text.match_indices('\n').map(|(at, _)| at as u32 + 1);
            std::iter::once(0).chain(ends).collect()
        });
        let begin = *begins.get(at)? as usize;
        let end = begins.get(at + 1).map(|end| *end as usize);
        let line = &self.text[begin..end.unwrap_or(self.text.len())];
        if line.is_empty() {
            return None;
        }
        let line = line.strip_suffix('\n').unwrap_or(line);
        Some(line.strip_suffix('\r').unwrap_or(line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_of_the_standard_library() {
        for text in ["", "a", "a\n", "\n\na\r\nb", "é\nü\n\n", "a\n\r\n"] {
            let source = Source::new(text.to_string());
            let expected: Vec<&str> = text.lines().collect();
            let found: Vec<&str> = (1..).map_while(|n| source.line(n)).collect();
            assert_eq!(found, expected, "{text:?}");
            assert_eq!(source.line(0), None);
        }
    }
}

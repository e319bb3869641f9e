//! The text of a module, by line. Knows nothing of what is in it.

use std::borrow::Cow;

/// A text, with the places where its lines begin: tracebacks ask for lines very often.
#[derive(Clone, Debug, Default)]
pub struct Source {
    text: Cow<'static, str>,
    begins: Vec<u32>,
}

impl Source {
    /// A text that is at hand, or that of the library.
    pub fn new(text: impl Into<Cow<'static, str>>) -> Source {
        let text = text.into();
        let ends = text.match_indices('\n').map(|(at, _)| at as u32 + 1);
        let begins = std::iter::once(0).chain(ends).collect();
        Source { text, begins }
    }

    /// The line of that number, counted from 1, without its end.
    pub fn line(&self, number: u32) -> Option<&str> {
        let at = (number as usize).checked_sub(1)?;
        let begin = *self.begins.get(at)? as usize;
        let end = self.begins.get(at + 1).map(|end| *end as usize);
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

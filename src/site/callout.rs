//! Notes: a block quotation whose first line is `[!side] Title` or `[!keep] Title`.

use super::html::escape;
use pulldown_cmark::{Event, Parser, Tag, TagEnd, html::push_html};

/// What a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A remark in the margin.
    Side,
    /// What to take away from a lesson.
    Keep,
}

impl Kind {
    /// The end tag.
    pub fn close(self) -> &'static str {
        match self {
            Kind::Side => "</aside>\n",
            Kind::Keep => "</section>\n",
        }
    }
}

/// The first line of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub kind: Kind,
    /// Its title as HTML.
    pub title: String,
    /// Where the next line begins.
    pub end: usize,
}

impl Note {
    /// The start tag and the title, which names the note by `id`.
    pub fn open(&self, id: &str) -> String {
        let title = &self.title;
        match self.kind {
            // In the middle of a text it is no landmark.
            Kind::Side => format!(
                "<aside class=\"side\" role=\"note\" aria-labelledby=\"{id}\"><b id=\"{id}\">{title}</b>\n"
            ),
            Kind::Keep => format!(
                "<section class=\"keep\" aria-labelledby=\"{id}\"><h2 id=\"{id}\">{title}</h2>\n"
            ),
        }
    }
}

/// The note in the quotation that begins at `start`; `None` if it is a mere quotation.
pub fn read(text: &str, start: usize) -> Result<Option<Note>, String> {
    let rest = text.get(start..).unwrap_or("");
    let line = rest.split('\n').next().unwrap_or("");
    let end = (start + line.len() + 1).min(text.len());
    let first = line.trim_start_matches([' ', '>']).trim_end();
    let Some((name, title)) = first
        .strip_prefix("[!")
        .and_then(|rest| rest.split_once(']'))
    else {
        return Ok(None);
    };
    let kind = match name {
        "side" => Kind::Side,
        "keep" => Kind::Keep,
        _ => {
            return Err(format!(
                "unknown note `[!{name}]`: there are `[!side]` and `[!keep]`"
            ));
        }
    };
    let title = title.trim();
    if title.is_empty() {
        return Err(format!("the note needs a title: `> [!{name}] Title`"));
    }
    Ok(Some(Note {
        kind,
        title: inline(title),
        end,
    }))
}

/// A line of Markdown as HTML, without the paragraph round it; links are not for titles.
fn inline(text: &str) -> String {
    let mut html = String::new();
    let parts = Parser::new(text).filter_map(|event| match event {
        Event::Start(Tag::Emphasis | Tag::Strong)
        | Event::End(TagEnd::Emphasis | TagEnd::Strong) => Some(event),
        Event::Text(_) | Event::Code(_) => Some(event),
        _ => None,
    });
    push_html(&mut html, parts);
    if html.is_empty() { escape(text) } else { html }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_has_a_kind_and_a_title() {
        let text = "x\n\n> [!side] Why `if`\n> Text\n";
        let note = read(text, 3).unwrap().unwrap();
        assert_eq!(
            (note.kind, note.title.as_str()),
            (Kind::Side, "Why <code>if</code>")
        );
        assert_eq!(&text[note.end..], "> Text\n");
        assert_eq!(read("> quotation\n", 0), Ok(None));
    }

    #[test]
    fn unknown_and_untitled_notes_are_mistakes() {
        assert_eq!(
            read("> [!tip] T\n", 0).unwrap_err(),
            "unknown note `[!tip]`: there are `[!side]` and `[!keep]`"
        );
        assert_eq!(
            read("> [!keep]\n", 0).unwrap_err(),
            "the note needs a title: `> [!keep] Title`"
        );
    }
}

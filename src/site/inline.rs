//! Small questions about the parts of a line of Markdown.

use pulldown_cmark::{Event, Tag, TagEnd, html::push_html};

/// Tags that Markdown has no word for and that can do no harm.
const ALLOWED: [&str; 8] = [
    "<kbd>",
    "<sub>",
    "<sup>",
    "<dfn>",
    "<var>",
    "<span lang=\"en\">",
    "<span lang=\"ru\">",
    "<q>",
];
/// Those that have no end.
const VOID: [&str; 2] = ["<br>", "<wbr>"];

/// The tags open in a paragraph, heading or cell.
#[derive(Debug, Default)]
pub struct Tags(Vec<String>);

impl Tags {
    /// Takes a tag; otherwise says what is wrong with it.
    pub fn take(&mut self, tag: &str) -> Result<(), String> {
        if VOID.contains(&tag) {
            return Ok(());
        }
        let name = |tag: &str| {
            tag.trim_matches(['<', '>', '/'])
                .split(' ')
                .next()
                .unwrap_or("")
                .to_owned()
        };
        if ALLOWED.contains(&tag) {
            self.0.push(name(tag));
            return Ok(());
        }
        if tag.starts_with("</") && self.0.last() == Some(&name(tag)) {
            self.0.pop();
            return Ok(());
        }
        Err(format!("the tag `{tag}` is not allowed here"))
    }

    /// The end of the paragraph, heading or cell: the tags that are still open.
    pub fn left_open(&mut self) -> Vec<String> {
        std::mem::take(&mut self.0)
    }
}

/// The words, without any markup.
pub fn plain_text(parts: &[Event<'_>]) -> String {
    let mut text = String::new();
    for part in parts {
        match part {
            Event::Text(part) | Event::Code(part) => text.push_str(part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

/// As HTML, but for a place that is a link itself.
pub fn without_links(parts: &[Event<'_>]) -> String {
    let is_link = |part: &Event<'_>| {
        matches!(
            part,
            Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link)
        )
    };
    let mut html = String::new();
    push_html(
        &mut html,
        parts.iter().filter(|part| !is_link(part)).cloned(),
    );
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::Parser;

    #[test]
    fn only_harmless_tags_are_allowed() {
        let mut tags = Tags::default();
        for tag in ["<kbd>", "<br>", "<span lang=\"en\">", "</span>", "</kbd>"] {
            assert_eq!(tags.take(tag), Ok(()), "{tag}");
        }
        for tag in [
            "<script>",
            "<span onclick=\"x\">",
            "<b>",
            "</b>",
            "<kbd style=\"x\">",
            "</kbd>",
        ] {
            assert!(tags.take(tag).is_err(), "{tag}");
        }
        assert!(tags.left_open().is_empty());
    }

    #[test]
    fn tags_nest_and_end() {
        let mut tags = Tags::default();
        assert_eq!(tags.take("<kbd>"), Ok(()));
        assert_eq!(tags.take("<sub>"), Ok(()));
        assert_eq!(
            tags.take("</kbd>").unwrap_err(),
            "the tag `</kbd>` is not allowed here"
        );
        assert_eq!(tags.left_open(), ["kbd", "sub"]);
        assert!(tags.left_open().is_empty());
    }

    #[test]
    fn a_line_without_its_links() {
        let parts: Vec<_> = Parser::new("A [b `c`](x/) & *d*").collect();
        assert_eq!(plain_text(&parts), "A b c & d");
        assert_eq!(
            without_links(&parts),
            "<p>A b <code>c</code> &amp; <em>d</em></p>\n"
        );
    }
}

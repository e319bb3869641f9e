//! The smallest pieces of HTML: escaped text, anchors, listings.

use crate::lang::highlight::{Class, highlight};

/// Text made safe between tags and in double-quoted attributes.
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
    html
}

/// The anchor of a heading, as GitHub makes it: letters of any script, digits, `_` and `-`; spaces become hyphens.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.trim().chars().flat_map(char::to_lowercase) {
        match c {
            c if c.is_alphanumeric() || c == '_' || c == '-' => slug.push(c),
            ' ' => slug.push('-'),
            _ => {}
        }
    }
    slug
}

/// Python to read, highlighted.
pub fn python_listing(source: &str) -> String {
    let mut html = String::from(LISTING_OPEN);
    for line in highlight(source) {
        for (class, text) in line {
            let text = escape(text);
            match class_name(class) {
                "" => html.push_str(&text),
                name => html.push_str(&format!("<span class=\"{name}\">{text}</span>")),
            }
        }
        html.push('\n');
    }
    html.push_str(LISTING_CLOSE);
    html
}

/// Anything else to read.
pub fn text_listing(text: &str) -> String {
    format!("{LISTING_OPEN}{}{LISTING_CLOSE}", escape(text))
}

/// In the tab order, because a keyboard must be able to scroll it.
const LISTING_OPEN: &str = "<pre class=\"listing\" tabindex=\"0\"><code>";
const LISTING_CLOSE: &str = "</code></pre>\n";

/// The class of a piece of source, as the style sheet knows it; numbers are set like anything else.
fn class_name(class: Class) -> &'static str {
    match class {
        Class::Plain | Class::Number => "",
        Class::Keyword => "k",
        Class::String => "s",
        Class::Comment => "c",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_github_s_and_keep_cyrillic() {
        assert_eq!(
            slug("Потоки (модуль `threading`)"),
            "потоки-модуль-threading"
        );
        assert_eq!(slug("  What's next? A/B_c - d "), "whats-next-ab_c---d");
        assert_eq!(slug("«…»"), "");
    }

    #[test]
    fn a_listing_is_escaped_and_marked() {
        let html = python_listing("if a < b:  # x\n    s = \"&\"\n");
        let expected = "<pre class=\"listing\" tabindex=\"0\"><code><span class=\"k\">if</span> a &lt; b:  \
                        <span class=\"c\"># x</span>\n    s = <span class=\"s\">&quot;&amp;&quot;</span>\n</code></pre>\n";
        assert_eq!(html, expected);
        assert!(text_listing("<b>").contains("&lt;b&gt;"));
    }
}

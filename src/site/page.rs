//! The frame of a page: head, header, lists of lessons, neighbours and footer around a text.
//!
//! Every address it writes begins with the base path and, for pages, ends with a slash. It must not know
//! Markdown or files.

use super::html::escape;
use super::text::{self, LANGS, Lang, Word, word};
use crate::ui::pattern_defs_html;
use std::fmt::Write as _;

/// What all pages share.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    /// The path of the site's root, with a slash at both ends.
    pub base: &'a str,
    /// The absolute address of the site's root, with a slash at the end.
    pub site_url: Option<&'a str>,
}

/// One page, as far as its frame goes.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// Its address from the root of the site; empty for the root itself.
    pub address: &'a str,
    /// Its language.
    pub lang: Lang,
    /// Its title.
    pub title: &'a str,
    /// Its description.
    pub description: &'a str,
    /// Which part of the site it belongs to.
    pub section: Section,
}

/// A part of the site, as the header names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Landing page and lessons.
    Course,
    /// The playground.
    Playground,
    /// The glossary.
    Glossary,
    /// What the machine does differently.
    Limitations,
    /// The root and the page for unknown addresses: they have no counterpart in another language.
    None,
}

impl Frame<'_> {
    /// The address of a page for a link.
    pub fn href(&self, address: &str) -> String {
        format!("{}{address}", self.base)
    }

    /// The best address there is for machines: absolute if the site knows its own.
    fn absolute(&self, address: &str) -> String {
        format!("{}{address}", self.site_url.unwrap_or(self.base))
    }

    /// What goes into the head besides title and description.
    pub fn head(&self, page: &Facts<'_>) -> String {
        let mut head = String::new();
        let title = escape(page.title);
        let description = escape(page.description);
        if page.section == Section::None && !page.address.is_empty() {
            return "<meta name=\"robots\" content=\"noindex\">".to_owned();
        }
        if self.site_url.is_some() {
            let _ = writeln!(
                head,
                "<link rel=\"canonical\" href=\"{}\">",
                self.absolute(page.address)
            );
        }
        for lang in LANGS {
            let address = self.absolute(&in_language(page, lang));
            let _ = writeln!(
                head,
                "<link rel=\"alternate\" hreflang=\"{}\" href=\"{address}\">",
                lang.code()
            );
        }
        if page.section == Section::None {
            let _ = writeln!(
                head,
                "<link rel=\"alternate\" hreflang=\"x-default\" href=\"{}\">",
                self.absolute("")
            );
        }
        let kind = if page.section == Section::None {
            "website"
        } else {
            "article"
        };
        let mut property = |name: &str, content: &str| {
            let _ = writeln!(head, "<meta property=\"og:{name}\" content=\"{content}\">");
        };
        property("site_name", "Lockstep");
        property("type", kind);
        property("title", &title);
        property("description", &description);
        property("locale", text::locale(page.lang));
        if self.site_url.is_some() {
            property("url", &self.absolute(page.address));
        }
        head.trim_end().to_owned()
    }

    /// The whole body round `middle`, which has the `main` element.
    pub fn body(&self, page: &Facts<'_>, middle: &str) -> String {
        let skip = word(page.lang, Word::Skip);
        let header = self.header(page);
        let footer = self.footer(page.lang);
        // The fillings that timelines refer to, once for all players of the page.
        let patterns = if middle.contains(" data-player=") {
            pattern_defs_html()
        } else {
            String::new()
        };
        format!(
            "<a class=\"skip\" href=\"#main\">{skip}</a>\n{patterns}{header}\n{middle}\n{footer}"
        )
    }

    fn header(&self, page: &Facts<'_>) -> String {
        let lang = page.lang;
        let code = lang.code();
        let home = self.href(&format!("{code}/"));
        let mut links = String::new();
        for (section, address, title) in [
            (Section::Course, "", Word::Course),
            (Section::Playground, "playground/", Word::Playground),
            (Section::Glossary, "glossary/", Word::Glossary),
            (Section::Limitations, "limitations/", Word::Limitations),
        ] {
            let href = self.href(&format!("{code}/{address}"));
            let here = page.address == format!("{code}/{address}");
            let current = match (here, page.section == section) {
                (true, _) => " aria-current=\"page\"",
                (false, true) => " aria-current=\"true\"",
                (false, false) => "",
            };
            let _ = write!(
                links,
                "<a href=\"{href}\"{current}>{}</a>",
                word(lang, title)
            );
        }
        let switch = self.switch(page);
        let theme = word(lang, Word::Theme);
        format!(
            "<header class=\"site\">\n\
             <a class=\"brand\" href=\"{home}\">{BRAND}Lockstep</a>\n\
             <nav aria-label=\"Lockstep\">{links}</nav>\n\
             <span class=\"grow\"></span>\n\
             {switch}\n\
             <button class=\"icon\" type=\"button\" id=\"theme\" aria-label=\"{theme}\">{THEME}</button>\n\
             </header>"
        )
    }

    /// The same page in each language; at the root no language is the current one.
    fn switch(&self, page: &Facts<'_>) -> String {
        let mut links = String::new();
        for lang in LANGS {
            let (code, short) = (lang.code(), text::short(lang));
            if lang == page.lang && page.section != Section::None {
                let _ = write!(links, "<b>{short}</b>");
            } else {
                let href = self.href(&in_language(page, lang));
                let name = text::name(lang);
                let _ = write!(
                    links,
                    "<a href=\"{href}\" lang=\"{code}\" hreflang=\"{code}\" title=\"{name}\">{short}</a>"
                );
            }
        }
        format!(
            "<div class=\"langs\" role=\"group\" aria-label=\"{}\">{links}</div>",
            word(page.lang, Word::Language)
        )
    }

    fn footer(&self, lang: Lang) -> String {
        let mut links = String::new();
        for (address, title) in [
            ("", Word::AllLessons),
            ("glossary/", Word::Glossary),
            ("limitations/", Word::LimitationsLong),
        ] {
            let href = self.href(&format!("{}/{address}", lang.code()));
            let _ = write!(links, "<a href=\"{href}\">{}</a>", word(lang, title));
        }
        format!("<footer class=\"foot\">{links}</footer>")
    }
}

/// The address of the same page in a language.
fn in_language(page: &Facts<'_>, lang: Lang) -> String {
    match page.address.split_once('/') {
        Some((_, rest)) if page.section != Section::None => format!("{}/{rest}", lang.code()),
        _ => format!("{}/", lang.code()),
    }
}

/// Two lanes and a hand-over.
const BRAND: &str = "<svg width=\"26\" height=\"18\" viewBox=\"0 0 26 18\" aria-hidden=\"true\">\
    <rect x=\"0\" y=\"1\" width=\"12\" height=\"6\"/><rect x=\"13\" y=\"1\" width=\"4\" height=\"6\" opacity=\".32\"/>\
    <rect x=\"12\" y=\"10\" width=\"14\" height=\"6\"/><rect x=\"8\" y=\"10\" width=\"3\" height=\"6\" opacity=\".32\"/></svg>";

/// A disc, one half of it dark.
const THEME: &str = "<svg width=\"18\" height=\"18\" viewBox=\"0 0 18 18\" aria-hidden=\"true\">\
    <circle cx=\"9\" cy=\"9\" r=\"6.5\"/><path d=\"M9 2.5a6.5 6.5 0 0 1 0 13z\" fill=\"currentColor\"/></svg>";

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: Facts<'_> = Facts {
        address: "ru/race/",
        lang: Lang::Ru,
        title: "A & B",
        description: "D",
        section: Section::Course,
    };

    #[test]
    fn addresses_are_absolute_only_if_the_site_knows_its_own() {
        let plain = Frame {
            base: "/lockstep/",
            site_url: None,
        }
        .head(&PAGE);
        assert!(
            plain.contains("<link rel=\"alternate\" hreflang=\"en\" href=\"/lockstep/en/race/\">"),
            "{plain}"
        );
        assert!(
            !plain.contains("canonical") && !plain.contains("og:url"),
            "{plain}"
        );
        assert!(
            plain.contains("<meta property=\"og:title\" content=\"A &amp; B\">"),
            "{plain}"
        );
        let url = Some("https://a.b/lockstep/");
        let known = Frame {
            base: "/lockstep/",
            site_url: url,
        }
        .head(&PAGE);
        assert!(
            known.contains("<link rel=\"canonical\" href=\"https://a.b/lockstep/ru/race/\">"),
            "{known}"
        );
        assert!(
            known.contains("hreflang=\"ru\" href=\"https://a.b/lockstep/ru/race/\""),
            "{known}"
        );
    }

    #[test]
    fn the_switch_leads_to_the_same_page_in_the_other_language() {
        let body = Frame {
            base: "/",
            site_url: None,
        }
        .body(&PAGE, "");
        assert!(
            body.contains("<b>RU</b><a href=\"/en/race/\" lang=\"en\" hreflang=\"en\""),
            "{body}"
        );
        assert!(
            body.contains("<a href=\"/ru/\" aria-current=\"true\">Курс</a>"),
            "{body}"
        );
        let glossary = Facts {
            address: "ru/glossary/",
            section: Section::Glossary,
            ..PAGE
        };
        let body = Frame {
            base: "/",
            site_url: None,
        }
        .body(&glossary, "");
        assert!(
            body.contains("<a href=\"/ru/glossary/\" aria-current=\"page\">Глоссарий</a>"),
            "{body}"
        );
    }

    #[test]
    fn the_root_offers_both_languages() {
        let root = Facts {
            address: "",
            lang: Lang::En,
            section: Section::None,
            ..PAGE
        };
        let frame = Frame {
            base: "/",
            site_url: None,
        };
        let body = frame.body(&root, "");
        assert!(
            body.contains("href=\"/ru/\" lang=\"ru\"")
                && body.contains("href=\"/en/\" lang=\"en\""),
            "{body}"
        );
        assert!(
            frame
                .head(&root)
                .contains("hreflang=\"x-default\" href=\"/\"")
        );
    }
}

//! What stands between header and footer: a lesson with its lists, a landing page, the pages of the root.

use super::document::{Heading, Rendered};
use super::front_matter::FrontMatter;
use super::html::escape;
use super::page::Frame;
use super::summary::{Chapter, Entry, Summary};
use super::text::{self, LANGS, Lang, Word, word};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Where a lesson stands in the course.
struct Place<'a> {
    /// From 1; zero if its chapter has no title.
    chapter_number: usize,
    chapter: &'a Chapter,
    /// From 1, within the chapter.
    lesson_number: usize,
    previous: Option<&'a Entry>,
    next: Option<&'a Entry>,
}

fn place<'a>(summary: &'a Summary, slug: &str) -> Option<Place<'a>> {
    let order: Vec<&Entry> = summary.lessons().collect();
    let index = order.iter().position(|entry| entry.slug == slug)?;
    let chapter = summary
        .chapters
        .iter()
        .find(|chapter| chapter.lessons.iter().any(|entry| entry.slug == slug))?;
    let lesson = chapter
        .lessons
        .iter()
        .position(|entry| entry.slug == slug)?;
    Some(Place {
        chapter_number: number(summary, chapter),
        chapter,
        lesson_number: lesson + 1,
        previous: index
            .checked_sub(1)
            .and_then(|before| order.get(before).copied()),
        next: order.get(index + 1).copied(),
    })
}

/// The number of a chapter among those with a title; zero for one without.
fn number(summary: &Summary, chapter: &Chapter) -> usize {
    let titled = summary.chapters.iter().filter(|one| !one.title.is_empty());
    titled.take_while(|one| one.line <= chapter.line).count()
        * usize::from(!chapter.title.is_empty())
}

/// A lesson.
pub fn lesson(
    frame: &Frame<'_>,
    lang: Lang,
    summary: &Summary,
    slug: &str,
    front: &FrontMatter,
    text: &Rendered,
) -> String {
    let Some(place) = place(summary, slug) else {
        return String::new();
    };
    let kicker = text::kicker(
        lang,
        place.chapter_number,
        place.lesson_number,
        front.minutes,
    );
    let title = escape(&front.title);
    let sections = sections(&text.headings);
    let list = lessons(frame, lang, place.chapter, slug);
    let label = label(lang, &place);
    let toc = toc(frame, lang, summary, &place, slug, &sections);
    let position = text::position(lang, place.lesson_number, place.chapter.lessons.len());
    let short = match place.chapter_number {
        0 => position,
        number => format!("{number} {}: {position}", escape(&place.chapter.title)),
    };
    let folded = folded(lang, &label, &short, &sections, &list);
    let turn = turn(frame, lang, &place);
    format!(
        "<div class=\"page\">\n{toc}\n{folded}\n<main class=\"lesson\" id=\"main\" tabindex=\"-1\">\n\
         <p class=\"kicker\">{kicker}</p>\n<h1>{title}</h1>\n{}{turn}\n</main>\n</div>",
        text.html
    )
}

/// A page of text beside the course: the glossary, the limitations.
pub fn plain(
    frame: &Frame<'_>,
    lang: Lang,
    text_lang: Lang,
    title: &str,
    text: &Rendered,
) -> String {
    let label = word(lang, Word::OnThisPage);
    let sections = sections(&text.headings);
    let all = format!(
        "<p><a href=\"{}\">{}</a></p>",
        frame.href(&format!("{}/", lang.code())),
        word(lang, Word::AllLessons)
    );
    let folded = folded(lang, label, label, &sections, "");
    let title = escape(title);
    // What is said about the language of the text is in the reader's own.
    let (other, note) = if lang == text_lang {
        (String::new(), String::new())
    } else {
        let note = word(lang, Word::OnlyEnglish);
        (
            format!(" lang=\"{}\"", text_lang.code()),
            format!("<p class=\"kicker\" lang=\"{}\">{note}</p>\n", lang.code()),
        )
    };
    format!(
        "<div class=\"page\">\n<nav class=\"toc\" aria-label=\"{label}\">\n<h2>{label}</h2>\n{sections}\n{all}\n</nav>\n{folded}\n\
         <main class=\"lesson\" id=\"main\" tabindex=\"-1\"{other}>\n{note}<h1>{title}</h1>\n{}</main>\n</div>",
        text.html
    )
}

/// The landing page of a language.
pub fn landing(
    frame: &Frame<'_>,
    lang: Lang,
    summary: &Summary,
    about: &BTreeMap<String, String>,
    text: &Rendered,
) -> String {
    // Up to the first section the text introduces; the sections stand beside the list.
    let cut = text.html.find("<h2").unwrap_or(text.html.len());
    let (intro, rest) = text.html.split_at(cut);
    let beside = if rest.is_empty() {
        String::new()
    } else {
        format!("<div class=\"teach\">\n{rest}</div>\n")
    };
    let mut lists = String::new();
    for chapter in &summary.chapters {
        let number = number(summary, chapter);
        if number > 0 {
            let _ = writeln!(
                lists,
                "<h3><span class=\"n\">{number}</span> {}</h3>",
                escape(&chapter.title)
            );
        }
        lists.push_str("<ol class=\"chapters\">\n");
        for (index, entry) in chapter.lessons.iter().enumerate() {
            let href = frame.href(&format!("{}/{}/", lang.code(), entry.slug));
            let label = if number > 0 {
                format!("{number}.{}", index + 1)
            } else {
                (index + 1).to_string()
            };
            let title = escape(&entry.title);
            let small = about
                .get(&entry.slug)
                .map(|text| format!("<small>{}</small>", escape(text)))
                .unwrap_or_default();
            let _ = writeln!(
                lists,
                "<li><a href=\"{href}\"><i>{label}</i><span>{title}{small}</span></a></li>"
            );
        }
        lists.push_str("</ol>\n");
    }
    let heading = word(lang, Word::Lessons);
    format!(
        "<main id=\"main\" tabindex=\"-1\">\n<div class=\"hero\">\n{intro}</div>\n<div class=\"cols\">\n\
         <section aria-labelledby=\"lessons\"><h2 id=\"lessons\">{heading}</h2>\n{lists}</section>\n{beside}</div>\n</main>"
    )
}

/// The root: a choice of language. The loader sends a reader on to the language of the browser, by the links
/// of the element marked `data-choose-language`; without JavaScript the reader chooses.
pub fn root(frame: &Frame<'_>) -> String {
    let mut choices = String::new();
    for lang in LANGS {
        let code = lang.code();
        let href = frame.href(&format!("{code}/"));
        let (about, choose) = (word(lang, Word::SiteDescription), word(lang, Word::Choose));
        let _ = writeln!(
            choices,
            "<p lang=\"{code}\">{about}<br><a href=\"{href}\" hreflang=\"{code}\">{choose}</a></p>"
        );
    }
    format!(
        "<main id=\"main\" tabindex=\"-1\" class=\"hero\" data-choose-language>\n<h1>Lockstep</h1>\n{choices}</main>"
    )
}

/// The page for unknown addresses, in both languages because the address does not tell which.
pub fn not_found(frame: &Frame<'_>) -> String {
    let mut texts = String::new();
    for (index, lang) in LANGS.into_iter().rev().enumerate() {
        let (code, level) = (lang.code(), index.min(1) + 1);
        let href = frame.href(&format!("{code}/"));
        let (title, hint) = (word(lang, Word::NotFound), word(lang, Word::NotFoundHint));
        let all = word(lang, Word::AllLessons);
        let _ = write!(
            texts,
            "<h{level} lang=\"{code}\">{title}</h{level}>\n<p lang=\"{code}\">{hint}<br>\
             <a href=\"{href}\" hreflang=\"{code}\">{all}</a></p>\n"
        );
    }
    format!("<main id=\"main\" tabindex=\"-1\" class=\"hero\">\n{texts}</main>")
}

/// The sections of a page: those of the third level inside those of the second.
fn sections(headings: &[Heading]) -> String {
    let mut html = String::new();
    let mut level = 1;
    for Heading {
        level: next,
        id,
        html: title,
    } in headings
    {
        while level > *next {
            html.push_str("</li></ol>");
            level -= 1;
        }
        if level == *next {
            html.push_str("</li>");
        }
        while level < *next {
            html.push_str("<ol>");
            level += 1;
        }
        let _ = write!(html, "<li><a href=\"#{id}\">{title}</a>");
    }
    while level > 1 {
        html.push_str("</li></ol>");
        level -= 1;
    }
    html
}

/// What the list of a chapter's lessons is called.
fn label(lang: Lang, place: &Place<'_>) -> String {
    match place.chapter_number {
        0 => word(lang, Word::Lessons).to_owned(),
        number => text::chapter(lang, number),
    }
}

/// The lessons of a chapter, the current one marked.
fn lessons(frame: &Frame<'_>, lang: Lang, chapter: &Chapter, current: &str) -> String {
    let mut html = String::from("<ol>");
    for entry in &chapter.lessons {
        let href = frame.href(&format!("{}/{}/", lang.code(), entry.slug));
        let here = if entry.slug == current {
            " aria-current=\"page\""
        } else {
            ""
        };
        let _ = write!(
            html,
            "<li><a href=\"{href}\"{here}>{}</a></li>",
            escape(&entry.title)
        );
    }
    html.push_str("</ol>");
    html
}

/// The chapter's lessons, this page's sections and the way to the other chapters.
fn toc(
    frame: &Frame<'_>,
    lang: Lang,
    summary: &Summary,
    place: &Place<'_>,
    slug: &str,
    sections: &str,
) -> String {
    let mut html = String::new();
    let label = label(lang, place);
    for chapter in &summary.chapters {
        let number = number(summary, chapter);
        if std::ptr::eq(chapter, place.chapter) {
            if number > 0 {
                let _ = writeln!(
                    html,
                    "<h2><span class=\"n\">{number}</span> {}</h2>",
                    escape(&chapter.title)
                );
            }
            html.push_str(&lessons(frame, lang, chapter, slug));
            if !sections.is_empty() {
                let _ = write!(
                    html,
                    "\n<h2>{}</h2>\n{}",
                    word(lang, Word::OnThisPage),
                    sections.replacen("<ol>", "<ol class=\"here\">", 1)
                );
            }
            html.push('\n');
        } else if let (Some(first), 1..) = (chapter.lessons.first(), number) {
            let href = frame.href(&format!("{}/{}/", lang.code(), first.slug));
            let _ = writeln!(
                html,
                "<p><a href=\"{href}\"><span class=\"n\">{number}</span> {}</a></p>",
                escape(&chapter.title)
            );
        }
    }
    let all = frame.href(&format!("{}/", lang.code()));
    let _ = write!(
        html,
        "<p><a href=\"{all}\">{}</a></p>",
        word(lang, Word::AllLessons)
    );
    format!("<nav class=\"toc\" aria-label=\"{label}\">\n{html}\n</nav>")
}

/// The same lists for narrow screens.
fn folded(lang: Lang, label: &str, summary: &str, sections: &str, lessons: &str) -> String {
    if sections.is_empty() && lessons.is_empty() {
        return String::new();
    }
    let lists = match (sections.is_empty(), lessons.is_empty()) {
        (false, false) => format!("{lessons}<p>{}</p>{sections}", word(lang, Word::OnThisPage)),
        _ => format!("{lessons}{sections}"),
    };
    format!(
        "<nav class=\"toc-m\" aria-label=\"{label}\"><details><summary>{summary}</summary>{lists}</details></nav>"
    )
}

fn turn(frame: &Frame<'_>, lang: Lang, place: &Place<'_>) -> String {
    let link = |entry: &Entry, label, rel| {
        let href = frame.href(&format!("{}/{}/", lang.code(), entry.slug));
        format!(
            "<a class=\"{rel}\" rel=\"{rel}\" href=\"{href}\"><span>{}</span><b>{}</b></a>",
            word(lang, label),
            escape(&entry.title)
        )
    };
    let previous = place
        .previous
        .map(|entry| link(entry, Word::Previous, "prev"));
    let next = place.next.map(|entry| link(entry, Word::Next, "next"));
    if previous.is_none() && next.is_none() {
        return String::new();
    }
    let label = word(lang, Word::Neighbours);
    // An empty cell keeps the way on at the right.
    let previous = previous.unwrap_or_else(|| "<span></span>".to_owned());
    format!(
        "<nav class=\"turn\" aria-label=\"{label}\">{previous}{}</nav>",
        next.unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::error::Problems;
    use crate::site::summary;

    const FRAME: Frame<'_> = Frame {
        base: "/b/",
        site_url: None,
    };

    fn course() -> Summary {
        let text = "# C\n- [Zero](zero/)\n## One\n- [A](a/)\n- [B](b/)\n## Two\n- [C](c/)\n";
        let mut problems = Problems::default();
        let summary = summary::parse(text, "summary.md", &mut problems);
        assert!(problems.is_empty());
        summary
    }

    #[test]
    fn a_lesson_knows_its_place() {
        let course = course();
        let at = |slug: &str| {
            let place = place(&course, slug).unwrap();
            let slug =
                |entry: Option<&Entry>| entry.map_or("-", |entry| entry.slug.as_str()).to_owned();
            (
                place.chapter_number,
                place.lesson_number,
                slug(place.previous),
                slug(place.next),
            )
        };
        assert_eq!(at("zero"), (0, 1, "-".into(), "a".into()));
        assert_eq!(at("b"), (1, 2, "a".into(), "c".into()));
        assert_eq!(at("c"), (2, 1, "b".into(), "-".into()));
        assert!(place(&course, "d").is_none());
    }

    #[test]
    fn the_lists_of_a_lesson_mark_the_current_one() {
        let front = FrontMatter {
            title: "A long title".into(),
            description: String::new(),
            minutes: None,
            claims: Vec::new(),
        };
        let headings = vec![Heading {
            level: 2,
            id: "s".into(),
            html: "S".into(),
        }];
        let text = Rendered {
            headings,
            ..Rendered::default()
        };
        let html = lesson(&FRAME, Lang::En, &course(), "a", &front, &text);
        for part in [
            "<nav class=\"toc\" aria-label=\"Chapter 1\">",
            "<li><a href=\"/b/en/a/\" aria-current=\"page\">A</a></li><li><a href=\"/b/en/b/\">B</a></li>",
            "<ol class=\"here\"><li><a href=\"#s\">S</a></li></ol>",
            "<p><a href=\"/b/en/c/\"><span class=\"n\">2</span> Two</a></p>",
            "<summary>1 One: lesson 1 of 2</summary>",
            "<a class=\"prev\" rel=\"prev\" href=\"/b/en/zero/\"><span>Previous</span><b>Zero</b></a>",
            "<h1>A long title</h1>",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }

    #[test]
    fn sections_nest() {
        let heading = |level, id: &str| Heading {
            level,
            id: id.into(),
            html: id.into(),
        };
        let html = sections(&[
            heading(2, "a"),
            heading(3, "b"),
            heading(3, "c"),
            heading(2, "d"),
        ]);
        let expected = "<ol><li><a href=\"#a\">a</a><ol><li><a href=\"#b\">b</a></li><li><a href=\"#c\">c</a></li></ol></li>\
                        <li><a href=\"#d\">d</a></li></ol>";
        assert_eq!(html, expected);
        assert_eq!(sections(&[]), "");
    }
}

//! Markdown to the HTML of one page's text: headings with anchors, notes, tables, listings and players.
//!
//! Collects what the rest of the site needs to know (headings, anchors, links) and every mistake it meets.
//! It must not know how a player is made: it asks the [`Figures`] it is given.

use super::callout;
use super::document::{Block, Figures, Heading, Kind, Rendered, Source};
use super::error::Problems;
use super::fence::{self, Fence};
use super::front_matter::count_lines;
use super::html::{escape, python_listing, slug, text_listing};
use super::inline::{Tags, plain_text, without_links};
use super::links;
use super::table::Table;
use super::text::{Word, word};
use pulldown_cmark::{
    BrokenLink, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd,
    html::push_html,
};
use std::cell::RefCell;
use std::ops::Range;

/// Renders `source` for a site under `base`.
pub fn render(
    source: Source<'_>,
    base: &str,
    figures: &mut dyn Figures,
    problems: &mut Problems,
) -> Rendered {
    let broken = RefCell::new(Vec::new());
    let callback = |link: BrokenLink<'_>| {
        // `[word]` alone is not meant as a link; `[text][word]` is.
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            broken
                .borrow_mut()
                .push((link.span.start, link.reference.to_string()));
        }
        None::<(CowStr<'_>, CowStr<'_>)>
    };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events: Vec<_> =
        Parser::new_with_broken_link_callback(source.text, options, Some(callback))
            .into_offset_iter()
            .collect();
    let mut writer = Writer {
        source,
        base,
        figures,
        problems,
        out: Vec::new(),
        rendered: Rendered::default(),
        heading: None,
        term: None,
        code: None,
        quotes: Vec::new(),
        skip: 0..0,
        level: 1,
        counts: Counts::default(),
        lead: false,
        table: None,
        tags: Tags::default(),
    };
    for (position, name) in broken.take() {
        writer.problem(
            position,
            format!("the link `[…][{name}]` has no definition"),
        );
    }
    for (index, (event, range)) in events.into_iter().enumerate() {
        writer.event(index, event, &range);
    }
    let mut rendered = writer.rendered;
    push_html(&mut rendered.html, writer.out.into_iter());
    rendered
}

#[derive(Default)]
struct Counts {
    figures: u32,
    tables: u32,
    notes: u32,
}

/// A code block under way.
struct Code {
    fence: Option<Fence>,
    body: String,
    line: u32,
}

struct Writer<'a, 'b> {
    source: Source<'a>,
    base: &'b str,
    figures: &'b mut dyn Figures,
    problems: &'b mut Problems,
    out: Vec<Event<'a>>,
    rendered: Rendered,
    /// The parts of the heading under way, and its level.
    heading: Option<(HeadingLevel, Vec<Event<'a>>)>,
    /// The parts of the glossary's term under way.
    term: Option<Vec<Event<'a>>>,
    code: Option<Code>,
    /// What closes each open quotation.
    quotes: Vec<&'static str>,
    /// The first line of a note, which is already written.
    skip: Range<usize>,
    /// The level of the last heading.
    level: u8,
    counts: Counts,
    /// Inside the leading paragraph.
    lead: bool,
    table: Option<Table>,
    tags: Tags,
}

impl<'a> Writer<'a, '_> {
    fn line(&self, position: usize) -> u32 {
        self.source.first_line + count_lines(self.source.text.get(..position).unwrap_or(""))
    }

    fn problem(&mut self, position: usize, message: impl Into<String>) {
        self.problems
            .add(self.source.file, self.line(position), message);
    }

    fn html(&mut self, html: impl Into<String>) {
        self.out.push(Event::Html(CowStr::from(html.into())));
    }

    fn event(&mut self, index: usize, event: Event<'a>, range: &Range<usize>) {
        if self.is_skipped(&event, range) {
            return;
        }
        if let Some(code) = &mut self.code {
            match event {
                Event::Text(text) => code.body.push_str(&text),
                _ => self.end_code(),
            }
            return;
        }
        let event = match event {
            Event::Start(tag) => self.start(index, tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::InlineHtml(html) | Event::Html(html)
                if html.trim_start().starts_with("<!--") =>
            {
                None
            }
            Event::InlineHtml(tag) => match self.tags.take(&tag) {
                Ok(()) => Some(Event::InlineHtml(tag)),
                Err(message) => {
                    self.problem(range.start, message);
                    None
                }
            },
            Event::Html(_) => {
                self.problem(
                    range.start,
                    "blocks of HTML are not allowed: write Markdown",
                );
                None
            }
            event => Some(event),
        };
        let Some(event) = event else { return };
        match (&mut self.heading, &mut self.term) {
            (Some((_, parts)), _) | (None, Some(parts)) => parts.push(event),
            (None, None) => self.out.push(event),
        }
    }

    /// Whether the event belongs to a note's first line, which is already written. The note itself goes on, and
    /// so does a paragraph with more lines.
    fn is_skipped(&self, event: &Event<'_>, range: &Range<usize>) -> bool {
        let inside = self.skip.contains(&range.start);
        match event {
            Event::End(TagEnd::BlockQuote(_)) => false,
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {
                inside && range.end <= self.skip.end
            }
            _ => inside,
        }
    }

    fn start(&mut self, index: usize, tag: Tag<'a>, range: &Range<usize>) -> Option<Event<'a>> {
        match tag {
            Tag::Paragraph if index == 0 && self.source.kind == Kind::Lesson => {
                self.lead = true;
                self.html("<p class=\"lead\">");
                None
            }
            Tag::Heading { level, .. } => {
                self.heading = Some((level, Vec::new()));
                None
            }
            Tag::BlockQuote(_) => self.start_quote(range),
            Tag::CodeBlock(kind) => {
                self.start_code(&kind, range);
                None
            }
            Tag::Table(alignments) => {
                self.counts.tables += 1;
                let label = format!(
                    "{} {}",
                    word(self.source.lang, Word::Table),
                    self.counts.tables
                );
                self.html(format!(
                    "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\">\n"
                ));
                let table = Table {
                    alignments: alignments.clone(),
                    cell: "th",
                    column: 0,
                };
                self.table = Some(table);
                Some(Event::Start(Tag::Table(alignments)))
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.column = 0;
                    table.cell = if tag == Tag::TableHead { "th" } else { "td" };
                }
                Some(Event::Start(tag))
            }
            Tag::TableCell => {
                let cell = self.table.as_ref().map(Table::open_cell);
                self.html(cell.unwrap_or_default());
                None
            }
            Tag::Strong if self.is_term() => {
                self.term = Some(Vec::new());
                None
            }
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => {
                let dest_url = self.link(link_type, dest_url, range);
                Some(Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    id,
                }))
            }
            Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            } => {
                self.problem(
                    range.start,
                    "pictures are not supported: show a program or a table",
                );
                Some(Event::Start(Tag::Image {
                    link_type,
                    dest_url,
                    title,
                    id,
                }))
            }
            tag => Some(Event::Start(tag)),
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) -> Option<Event<'a>> {
        if matches!(
            tag,
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::Item
        ) {
            for name in self.tags.left_open() {
                self.problem(range.start, format!("the tag `<{name}>` is not closed"));
            }
        }
        match tag {
            TagEnd::Paragraph if self.lead => {
                self.lead = false;
                self.html("</p>\n");
                None
            }
            TagEnd::Heading(_) => {
                self.end_heading(range);
                None
            }
            TagEnd::BlockQuote(_) => {
                let close = self.quotes.pop().unwrap_or_default();
                self.html(close);
                None
            }
            TagEnd::Table => {
                self.table = None;
                self.out.push(Event::End(TagEnd::Table));
                self.html("</div>\n");
                None
            }
            TagEnd::TableCell => {
                if let Some(table) = &mut self.table {
                    table.column += 1;
                    let close = format!("</{}>", table.cell);
                    self.html(close);
                }
                None
            }
            TagEnd::Strong if self.term.is_some() => {
                self.end_term();
                None
            }
            tag => Some(Event::End(tag)),
        }
    }

    /// In the glossary, the bold text of a row's first cell.
    fn is_term(&self) -> bool {
        let first = |table: &Table| table.cell == "td" && table.column == 0;
        self.source.kind == Kind::Glossary && self.table.as_ref().is_some_and(first)
    }

    fn start_quote(&mut self, range: &Range<usize>) -> Option<Event<'a>> {
        let note = match callout::read(self.source.text, range.start) {
            Ok(Some(note)) => note,
            Ok(None) => {
                self.html("<blockquote>\n");
                self.quotes.push("</blockquote>\n");
                return None;
            }
            Err(message) => {
                self.problem(range.start, message);
                self.quotes.push("");
                return None;
            }
        };
        self.counts.notes += 1;
        let id = self.anchor(&format!("note-{}", self.counts.notes));
        self.html(note.open(&id));
        self.quotes.push(note.kind.close());
        self.skip = range.start..note.end;
        None
    }

    fn start_code(&mut self, kind: &CodeBlockKind<'a>, range: &Range<usize>) {
        let line = self.line(range.start);
        let fence = match kind {
            CodeBlockKind::Indented => Err(vec![
                "indented code: put it into a fence of three backticks".to_owned(),
            ]),
            CodeBlockKind::Fenced(info) => fence::parse(info),
        };
        let fence = match fence {
            Ok(fence) => Some(fence),
            Err(messages) => {
                for message in messages {
                    self.problems.add(self.source.file, line, message);
                }
                None
            }
        };
        self.code = Some(Code {
            fence,
            body: String::new(),
            line,
        });
    }

    fn end_code(&mut self) {
        let Some(Code { fence, body, line }) = self.code.take() else {
            return;
        };
        let html = match fence {
            None => return,
            Some(Fence::Text) => text_listing(&body),
            Some(Fence::Python) => {
                if let Some((at, message)) = self.figures.syntax_error(&body) {
                    self.problems.add(self.source.file, line + at, message);
                }
                python_listing(&body)
            }
            Some(Fence::Sim(sim)) => {
                self.counts.figures += 1;
                let number = self.counts.figures;
                let id = sim.id.clone().unwrap_or_else(|| format!("figure-{number}"));
                if !self.rendered.anchors.insert(id.clone()) {
                    let message = format!("the anchor `{id}` is already taken on this page");
                    self.problems.add(self.source.file, line, message);
                }
                self.rendered.interactive = true;
                let block = Block {
                    sim: &sim,
                    body: &body,
                    line,
                    number,
                    id: &id,
                };
                self.figures
                    .player(&block, self.problems)
                    .unwrap_or_default()
            }
        };
        self.html(html);
    }

    fn end_heading(&mut self, range: &Range<usize>) {
        let Some((level, parts)) = self.heading.take() else {
            return;
        };
        let level = level as u8;
        let mut inner = String::new();
        push_html(&mut inner, parts.iter().cloned());
        if level == 1 {
            let twice = self.level != 1
                || self
                    .out
                    .iter()
                    .any(|event| matches!(event, Event::Html(html) if html.starts_with("<h1>")));
            match self.source.kind {
                Kind::Landing if !twice => self.html(format!("<h1>{inner}</h1>\n")),
                Kind::Landing => self.problem(range.start, "there is only one `#` heading, on top"),
                _ => self.problem(
                    range.start,
                    "no `#` headings here: the title of the page is in its front matter",
                ),
            }
            return;
        }
        if level > self.level + 1 {
            self.problem(
                range.start,
                format!(
                    "the heading skips a level: expected `{}`",
                    "#".repeat(usize::from(self.level) + 1)
                ),
            );
        }
        self.level = level;
        let text = plain_text(&parts);
        let id = self.anchor(&slug(&text));
        let label = format!(
            "{}: {}",
            word(self.source.lang, Word::SectionLink),
            escape(&text)
        );
        self.html(format!(
            "<h{level} id=\"{id}\">{inner} <a class=\"anchor\" href=\"#{id}\" aria-label=\"{label}\">#</a></h{level}>\n"
        ));
        if level <= 3 {
            self.rendered.headings.push(Heading {
                level,
                id,
                html: without_links(&parts),
            });
        }
    }

    fn end_term(&mut self) {
        let parts = self.term.take().unwrap_or_default();
        let mut inner = String::new();
        push_html(&mut inner, parts.iter().cloned());
        let id = self.anchor(&slug(&plain_text(&parts)));
        self.html(format!("<dfn id=\"{id}\">{inner}</dfn>"));
    }

    /// An anchor of this name, numbered if it is taken.
    fn anchor(&mut self, name: &str) -> String {
        let name = if name.is_empty() { "section" } else { name };
        let mut id = name.to_owned();
        let mut number = 0;
        while RESERVED.contains(&id.as_str()) || !self.rendered.anchors.insert(id.clone()) {
            number += 1;
            id = format!("{name}-{number}");
        }
        id
    }

    fn link(
        &mut self,
        link_type: LinkType,
        address: CowStr<'a>,
        range: &Range<usize>,
    ) -> CowStr<'a> {
        if link_type == LinkType::Email {
            return address;
        }
        match links::resolve(self.source.address, &address) {
            Ok(target) => {
                let href = target.href(self.base).map(CowStr::from);
                self.rendered.links.push((self.line(range.start), target));
                href.unwrap_or(address)
            }
            Err(message) => {
                self.problem(range.start, message);
                address
            }
        }
    }
}

/// Ids of the page's frame.
const RESERVED: [&str; 3] = ["main", "theme", "lessons"];

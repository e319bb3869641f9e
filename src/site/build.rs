//! From the content folder to the files of the site.

use super::content::{self, Content, PageSource};
use super::document::{Kind, Rendered, Source};
use super::error::{Problem, Problems};
use super::front_matter::FrontMatter;
use super::html::escape;
use super::links::Pages;
use super::markdown;
use super::middle;
use super::page::{Facts, Frame, Section};
use super::player::{Attachment, Players};
use super::playground::{self, Example};
use super::shell::{self, Shell};
use super::text::{LANGS, Lang, Word, word};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

/// What the site is made from.
#[derive(Clone, Debug)]
pub struct Config {
    /// The folder with the content.
    pub content: PathBuf,
    /// The absolute address of the site's root, if it is known.
    pub site_url: Option<String>,
}

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Its path from the root of the site, such as `ru/race/index.html`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A page whose text is rendered.
struct Draft {
    source: PageSource,
    text: Rendered,
    attachments: Vec<Attachment>,
}

/// Makes every page, or says everything that is wrong with the content.
pub fn build(config: &Config, shell: &Shell) -> Result<Vec<OutputFile>, Vec<Problem>> {
    let mut problems = Problems::default();
    let content = content::load(&config.content, &mut problems);
    let drafts: Vec<Draft> = content
        .pages
        .iter()
        .map(|page| draft(page.clone(), shell.base(), &mut problems))
        .collect();
    check_links(&drafts, &mut problems);
    let examples = playground::examples(&config.content, &mut problems);
    if !problems.is_empty() {
        return Err(problems.into_sorted());
    }
    let site_url = config.site_url.as_deref();
    let frame = Frame {
        base: shell.base(),
        site_url,
    };
    let mut files = Vec::new();
    for draft in &drafts {
        write_draft(draft, &content, &drafts, &frame, shell, &mut files);
    }
    write_playground(&examples, &frame, shell, &mut files);
    write_root(&frame, shell, &mut files);
    if let Some(url) = site_url {
        files.push(sitemap(&drafts, url));
    }
    Ok(files)
}

/// The path of a public URL, which may be absolute, with a slash at both ends.
pub fn base_path(public_url: &str) -> String {
    let path = match public_url.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => public_url,
    };
    let path = path.trim_matches('/');
    if path.is_empty() {
        "/".to_owned()
    } else {
        format!("/{path}/")
    }
}

fn draft(source: PageSource, base: &str, problems: &mut Problems) -> Draft {
    let mut players = Players {
        file: &source.file,
        lang: source.lang,
        programs: &source.programs,
        claims: &source.front.claims,
        used: BTreeSet::new(),
        ids: BTreeSet::new(),
        attachments: Vec::new(),
    };
    let markdown = Source {
        file: &source.file,
        first_line: source.body_line,
        text: &source.body,
        address: &source.address,
        lang: source.lang,
        kind: source.kind,
    };
    let text = markdown::render(markdown, base, &mut players, problems);
    let Players {
        used,
        ids,
        attachments,
        ..
    } = players;
    for said in &source.front.claims {
        if let Some(id) = &said.player
            && !ids.contains(id)
        {
            let message = format!("front matter: there is no player `{id}` on this page");
            problems.add(&source.file, said.line, message);
        }
    }
    let folder = source
        .file
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    for name in source.programs.keys().filter(|name| !used.contains(*name)) {
        problems.add(
            &format!("{folder}/{name}"),
            1,
            "no fence of the lesson names this file",
        );
    }
    Draft {
        source,
        text,
        attachments,
    }
}

fn check_links(drafts: &[Draft], problems: &mut Problems) {
    let mut pages: Pages = drafts
        .iter()
        .map(|draft| (draft.source.address.clone(), draft.text.anchors.clone()))
        .collect();
    pages.insert(String::new(), BTreeSet::new());
    for draft in drafts {
        for (line, target) in &draft.text.links {
            if let Some(message) = target.check(&pages) {
                problems.add(&draft.source.file, *line, message);
            }
        }
    }
}

fn write_draft(
    draft: &Draft,
    content: &Content,
    drafts: &[Draft],
    frame: &Frame<'_>,
    shell: &Shell,
    files: &mut Vec<OutputFile>,
) {
    let Draft {
        source,
        text,
        attachments,
    } = draft;
    let PageSource {
        address,
        lang,
        front,
        ..
    } = source;
    let summary = content.summary(*lang);
    let (section, middle) = match source.kind {
        Kind::Lesson => {
            let slug = address
                .trim_end_matches('/')
                .rsplit('/')
                .next()
                .unwrap_or("");
            (
                Section::Course,
                middle::lesson(frame, *lang, summary, slug, front, text),
            )
        }
        Kind::Landing => (
            Section::Course,
            middle::landing(frame, *lang, summary, &about(drafts, *lang), text),
        ),
        Kind::Glossary => (
            Section::Glossary,
            middle::plain(frame, *lang, source.text_lang, &front.title, text),
        ),
        Kind::Plain => (
            Section::Limitations,
            middle::plain(frame, *lang, source.text_lang, &front.title, text),
        ),
    };
    let FrontMatter {
        title, description, ..
    } = front;
    let facts = Facts {
        address,
        lang: *lang,
        title,
        description,
        section,
    };
    files.push(page_file(
        &format!("{address}index.html"),
        &facts,
        &middle,
        text.interactive,
        frame,
        shell,
    ));
    for Attachment { name, bytes } in attachments {
        files.push(OutputFile {
            path: format!("{address}{name}"),
            bytes: bytes.clone(),
        });
    }
}

/// What each lesson of a language is about, by its slug.
fn about(drafts: &[Draft], lang: Lang) -> BTreeMap<String, String> {
    let lessons = drafts
        .iter()
        .filter(|draft| draft.source.lang == lang && draft.source.kind == Kind::Lesson);
    let slug = |draft: &Draft| {
        draft
            .source
            .address
            .split('/')
            .nth(1)
            .unwrap_or("")
            .to_owned()
    };
    lessons
        .map(|draft| (slug(draft), draft.source.front.description.clone()))
        .collect()
}

/// The playground of each language, the pages for other sites' frames, and the examples.
fn write_playground(
    examples: &[Example],
    frame: &Frame<'_>,
    shell: &Shell,
    files: &mut Vec<OutputFile>,
) {
    let beside = |address: &str, Attachment { name, bytes }| OutputFile {
        path: format!("{address}{name}"),
        bytes,
    };
    for lang in LANGS {
        let (title, description) = (
            word(lang, Word::Playground),
            word(lang, Word::PlaygroundDescription),
        );
        if let Some((middle, data)) = playground::middle(frame, lang, examples) {
            let address = format!("{}/playground/", lang.code());
            let facts = Facts {
                address: &address,
                lang,
                title,
                description,
                section: Section::Playground,
            };
            let path = format!("{address}index.html");
            files.push(page_file(&path, &facts, &middle, true, frame, shell));
            files.push(beside(&address, data));
        }
        if let Some((body, data)) = playground::embedded(frame, lang) {
            let address = playground::embed_address(lang);
            let html = shell.page(&shell::Page {
                lang: lang.code(),
                title: "Lockstep",
                description,
                head: "<meta name=\"robots\" content=\"noindex\">",
                body: &body,
                interactive: true,
            });
            files.push(OutputFile {
                path: format!("{address}index.html"),
                bytes: html.into_bytes(),
            });
            files.push(beside(&address, data));
        }
    }
    files.extend(playground::files(examples).map(|file| beside("", file)));
}

/// The pages that belong to no language.
fn write_root(frame: &Frame<'_>, shell: &Shell, files: &mut Vec<OutputFile>) {
    let lang = Lang::En;
    let description = word(lang, Word::SiteDescription);
    let root = Facts {
        address: "",
        lang,
        title: "",
        description,
        section: Section::None,
    };
    files.push(page_file(
        "index.html",
        &root,
        &middle::root(frame),
        false,
        frame,
        shell,
    ));
    let title = word(lang, Word::NotFound);
    let missing = Facts {
        address: "404.html",
        lang,
        title,
        description,
        section: Section::None,
    };
    files.push(page_file(
        "404.html",
        &missing,
        &middle::not_found(frame),
        false,
        frame,
        shell,
    ));
}

fn page_file(
    path: &str,
    facts: &Facts<'_>,
    middle: &str,
    interactive: bool,
    frame: &Frame<'_>,
    shell: &Shell,
) -> OutputFile {
    let title = if facts.title.is_empty() {
        "Lockstep".to_owned()
    } else {
        format!("{} · Lockstep", facts.title)
    };
    let html = shell.page(&shell::Page {
        lang: facts.lang.code(),
        title: &title,
        description: facts.description,
        head: &frame.head(&Facts {
            title: if facts.title.is_empty() {
                &title
            } else {
                facts.title
            },
            ..*facts
        }),
        body: &frame.body(facts, middle),
        interactive,
    });
    OutputFile {
        path: path.to_owned(),
        bytes: html.into_bytes(),
    }
}

/// Every page with its counterpart in each language, for search engines.
fn sitemap(drafts: &[Draft], url: &str) -> OutputFile {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let url = escape(url);
    for draft in drafts {
        let address = &draft.source.address;
        let rest = address.split_once('/').map_or("", |(_, rest)| rest);
        let _ = write!(xml, "<url><loc>{url}{address}</loc>");
        for lang in LANGS {
            let code = lang.code();
            let _ = write!(
                xml,
                "<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{url}{code}/{rest}\"/>"
            );
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    OutputFile {
        path: "sitemap.xml".to_owned(),
        bytes: xml.into_bytes(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_url_becomes_a_path() {
        for (url, path) in [
            ("/", "/"),
            ("", "/"),
            ("/lockstep/", "/lockstep/"),
            ("lockstep", "/lockstep/"),
            ("https://a.b/lockstep", "/lockstep/"),
            ("https://a.b", "/"),
        ] {
            assert_eq!(base_path(url), path, "{url}");
        }
    }
}

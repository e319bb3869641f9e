//! Reads the content: which pages there are, in which order, from which files. Renders nothing.

use super::document::Kind;
use super::error::Problems;
use super::front_matter::{self, FrontMatter};
use super::summary::{self, Summary};
use super::text::{LANGS, Lang, other};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A page, read but not rendered.
#[derive(Clone, Debug)]
pub struct PageSource {
    /// Its address from the root of the site, such as `ru/race/`.
    pub address: String,
    /// The language of its frame.
    pub lang: Lang,
    /// The language of its text; another only where the text is not yet translated.
    pub text_lang: Lang,
    /// What kind of page.
    pub kind: Kind,
    /// Its file, for messages.
    pub file: String,
    /// What it says about itself.
    pub front: FrontMatter,
    /// The Markdown.
    pub body: String,
    /// The line of the file on which `body` begins.
    pub body_line: u32,
    /// The `.py` files beside it, by name.
    pub programs: BTreeMap<String, String>,
}

/// Everything in the content folder that becomes the site.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// In the order of [`LANGS`].
    pub summaries: Vec<Summary>,
    /// Every page, by language and then landing, lessons in order, glossary, limitations.
    pub pages: Vec<PageSource>,
}

impl Content {
    /// The lessons of a language.
    pub fn summary(&self, lang: Lang) -> &Summary {
        &self.summaries[LANGS.iter().position(|one| *one == lang).unwrap_or(0)]
    }
}

/// Reads `root`.
pub fn load(root: &Path, problems: &mut Problems) -> Content {
    let reader = Reader {
        root: root.to_owned(),
        shown: shown_name(root),
    };
    let mut content = Content::default();
    for lang in LANGS {
        let file = format!("{}/summary.md", lang.code());
        let text = reader.read(&file, problems).unwrap_or_default();
        let summary = if text.is_empty() {
            Summary::default()
        } else {
            summary::parse(&text, &reader.name(&file), problems)
        };
        content.summaries.push(summary);
    }
    for lang in LANGS {
        content
            .pages
            .extend(reader.language(lang, content.summary(lang), problems));
        reader.compare(lang, &content, problems);
    }
    content
}

/// The folder as messages name it.
fn shown_name(root: &Path) -> String {
    root.file_name().map_or_else(
        || ".".to_owned(),
        |name| name.to_string_lossy().into_owned(),
    )
}

struct Reader {
    root: PathBuf,
    shown: String,
}

impl Reader {
    fn name(&self, file: &str) -> String {
        format!("{}/{file}", self.shown)
    }

    fn read(&self, file: &str, problems: &mut Problems) -> Option<String> {
        match fs::read_to_string(self.root.join(file)) {
            Ok(text) => Some(text),
            Err(error) => {
                problems.add(
                    &self.name(file),
                    1,
                    format!("the file cannot be read: {error}"),
                );
                None
            }
        }
    }

    fn language(&self, lang: Lang, summary: &Summary, problems: &mut Problems) -> Vec<PageSource> {
        let code = lang.code();
        let mut pages = Vec::new();
        pages.extend(self.page(
            &format!("{code}/landing.md"),
            "",
            lang,
            Kind::Landing,
            problems,
        ));
        for entry in summary.lessons() {
            let file = format!("{code}/{}/index.md", entry.slug);
            if !self.root.join(&file).is_file() {
                let summary = self.name(&format!("{code}/summary.md"));
                problems.add(
                    &summary,
                    entry.line,
                    format!("there is no lesson `{}`", self.name(&file)),
                );
                continue;
            }
            if let Some(mut page) = self.page(
                &file,
                &format!("{}/", entry.slug),
                lang,
                Kind::Lesson,
                problems,
            ) {
                page.programs = self.programs(&format!("{code}/{}", entry.slug), problems);
                pages.push(page);
            }
        }
        pages.extend(self.page(
            &format!("{code}/glossary.md"),
            "glossary/",
            lang,
            Kind::Glossary,
            problems,
        ));
        let translated = format!("{code}/limitations.md");
        let (file, text_lang) = match self.root.join(&translated).is_file() {
            true => (translated.as_str(), lang),
            // Kept with the code and in English; a translation may lag behind.
            false => ("limitations.md", Lang::En),
        };
        let limitations = self.page(file, "limitations/", lang, Kind::Plain, problems);
        pages.extend(limitations.map(|page| PageSource { text_lang, ..page }));
        self.check_folders(lang, summary, problems);
        pages
    }

    fn page(
        &self,
        file: &str,
        address: &str,
        lang: Lang,
        kind: Kind,
        problems: &mut Problems,
    ) -> Option<PageSource> {
        let text = self.read(file, problems)?;
        let file = self.name(file);
        let front = if kind == Kind::Lesson {
            front_matter::Kind::Lesson
        } else {
            front_matter::Kind::Other
        };
        let parts = front_matter::split(&text, front, &file, problems);
        Some(PageSource {
            address: format!("{}/{address}", lang.code()),
            lang,
            text_lang: lang,
            kind,
            front: parts.front,
            body: parts.body.to_owned(),
            body_line: parts.body_line,
            programs: BTreeMap::new(),
            file,
        })
    }

    fn programs(&self, folder: &str, problems: &mut Problems) -> BTreeMap<String, String> {
        let names = self
            .list(folder)
            .into_iter()
            .filter(|name| name.ends_with(".py"));
        names
            .filter_map(|name| {
                Some((
                    name.clone(),
                    self.read(&format!("{folder}/{name}"), problems)?,
                ))
            })
            .collect()
    }

    /// Folders of lessons that no summary names.
    fn check_folders(&self, lang: Lang, summary: &Summary, problems: &mut Problems) {
        let known: BTreeSet<&str> = summary.lessons().map(|entry| entry.slug.as_str()).collect();
        for name in self.list(lang.code()) {
            let file = format!("{}/{name}/index.md", lang.code());
            if !known.contains(name.as_str()) && self.root.join(&file).is_file() {
                let summary = self.name(&format!("{}/summary.md", lang.code()));
                problems.add(
                    &self.name(&file),
                    1,
                    format!("the lesson is missing from `{summary}`"),
                );
            }
        }
    }

    /// Lessons that the other language does not have.
    fn compare(&self, lang: Lang, content: &Content, problems: &mut Problems) {
        let others: BTreeSet<&str> = content
            .summary(other(lang))
            .lessons()
            .map(|entry| entry.slug.as_str())
            .collect();
        for entry in content
            .summary(lang)
            .lessons()
            .filter(|entry| !others.contains(entry.slug.as_str()))
        {
            let (own, missing) = (lang.code(), other(lang).code());
            let summary = self.name(&format!("{own}/summary.md"));
            let message = format!(
                "the lesson `{}` is in `{own}` only: `{missing}/summary.md` does not name it",
                entry.slug
            );
            problems.add(&summary, entry.line, message);
        }
    }

    /// The names in a folder, sorted.
    fn list(&self, folder: &str) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.root.join(folder)) else {
            return Vec::new();
        };
        let mut names: Vec<String> = entries
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

//! The playground of each language, the pages that other sites embed, and the example programs of both.

use super::assets;
use super::error::Problems;
use super::html::escape;
use super::page::Frame;
use super::player::{Attachment, syntax_error};
use super::text::{Lang, Word, word};
use crate::protocol::setup::Setup;
use crate::protocol::{Program, Run, form};
use crate::trace::record::record;
use crate::ui::model::MODEL_VERSION;
use crate::ui::{PlayerModel, figure_html, pattern_defs_html};
use serde::Deserialize;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The folder of the examples, in the content and on the site.
const FOLDER: &str = "examples";

/// A program of the menu.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Its file.
    file: String,
    /// Its name in Russian.
    ru: String,
    /// Its name in English.
    en: String,
    /// Its options, as links have them.
    #[serde(default)]
    setup: String,
    /// Its text.
    #[serde(skip)]
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Menu {
    example: Vec<Example>,
}

/// Reads the examples below `content`; a course without any has no menu.
pub fn examples(content: &Path, problems: &mut Problems) -> Vec<Example> {
    let file = format!("content/{FOLDER}/examples.toml");
    let Ok(text) = fs::read_to_string(content.join(FOLDER).join("examples.toml")) else {
        return Vec::new();
    };
    let menu: Menu = match toml::from_str(&text) {
        Ok(menu) => menu,
        Err(error) => {
            problems.add(&file, 1, error.message().to_owned());
            return Vec::new();
        }
    };
    let mut examples = menu.example;
    for example in &mut examples {
        let Ok(source) = fs::read_to_string(content.join(FOLDER).join(&example.file)) else {
            problems.add(&file, 1, format!("there is no file `{}`", example.file));
            continue;
        };
        let mut setup = format!("v=1&{}", example.setup);
        form::push(&mut setup, "file", &example.file);
        form::push(&mut setup, "source", &source);
        if Setup::from_text(&setup).is_err() {
            let message = format!("`{}`: the setup is none: `{}`", example.file, example.setup);
            problems.add(&file, 1, message);
        }
        if let Some((line, message)) = syntax_error(&source) {
            problems.add(&format!("content/{FOLDER}/{}", example.file), line, message);
        }
        example.source = source;
    }
    examples
}

/// The files of the examples, beside no page.
pub fn files(examples: &[Example]) -> impl Iterator<Item = Attachment> + '_ {
    examples.iter().map(|example| Attachment {
        name: format!("{FOLDER}/{}", example.file),
        bytes: example.source.clone().into_bytes(),
    })
}

/// The player before the reader has written anything.
fn empty(lang: Lang) -> Option<PlayerModel> {
    let program = Program {
        file: "program.py".to_owned(),
        source: String::new(),
    };
    let options = crate::machine::options::Options::default();
    let trace = record(&program.file, &program.source, &options, "", None, 1_000).ok()?;
    Some(PlayerModel {
        version: MODEL_VERSION,
        language: lang,
        id: "program".to_owned(),
        number: String::new(),
        title: word(lang, Word::Embedded).to_owned(),
        program,
        sections: Vec::new(),
        code: Vec::new(),
        options,
        run: Run::of(trace),
    })
}

/// The figure and its data; `start` says how the page begins.
fn figure(lang: Lang, start: &str) -> Option<(String, Attachment)> {
    let model = empty(lang)?;
    let bytes = model.to_bytes();
    let name = format!("program-{:016x}.bin", assets::hash(&bytes));
    let html = figure_html(&model, &name, Some(start));
    Some((html, Attachment { name, bytes }))
}

/// What stands between header and footer of the playground.
pub fn middle(frame: &Frame<'_>, lang: Lang, examples: &[Example]) -> Option<(String, Attachment)> {
    let (figure, data) = figure(lang, "edit")?;
    let (mut menu, mut list) = (String::new(), String::new());
    for example in examples {
        let name = escape(lang.pick(&example.ru, &example.en));
        let href = frame.href(&format!("{FOLDER}/{}", escape(&example.file)));
        let setup = escape(&example.setup);
        let _ = write!(
            menu,
            "<option value=\"{href}\" data-setup=\"{setup}\">{name}</option>"
        );
        let _ = write!(list, "<li><a href=\"{href}\">{name}</a></li>");
    }
    let (pick, more) = match examples.is_empty() {
        true => (String::new(), String::new()),
        false => (
            format!(
                "<label>{} <select data-examples><option value=\"\">{}</option>{menu}</select></label>",
                word(lang, Word::Examples),
                word(lang, Word::ChooseExample)
            ),
            format!(
                "<section class=\"p-files\"><p>{}</p><ul>{list}</ul></section>\n",
                word(lang, Word::ExamplesLead)
            ),
        ),
    };
    let (title, lead) = (
        word(lang, Word::PlaygroundTitle),
        word(lang, Word::PlaygroundLead),
    );
    Some((
        format!(
            "<main class=\"solo playground\" id=\"main\" tabindex=\"-1\">\n<h1>{title}</h1>\n<p class=\"lead\">{lead}</p>\n\
             <div class=\"p-pick\">{pick}<p role=\"status\" data-start-note></p></div>\n{figure}\n{more}</main>"
        ),
        data,
    ))
}

/// The whole body of the page that other sites put into a frame.
pub fn embedded(frame: &Frame<'_>, lang: Lang) -> Option<(String, Attachment)> {
    let (figure, data) = figure(lang, "view")?;
    let patterns = pattern_defs_html();
    let none = word(lang, Word::EmbeddedNone);
    let large = word(lang, Word::OpenLarge);
    let href = frame.href(&format!("{}/playground/", lang.code()));
    Some((
        format!(
            "{patterns}<main class=\"embed\" id=\"main\" tabindex=\"-1\">\n<h1 class=\"vh\">Lockstep</h1>\n\
             <p class=\"p-pick\" role=\"status\" data-start-note>{none}</p>\n{figure}\n\
             <p class=\"p-from\"><a href=\"{href}\" target=\"_blank\" rel=\"noopener\" data-large>{large}</a></p>\n</main>"
        ),
        data,
    ))
}

/// The address of that page: English is what an address without a language means.
pub fn embed_address(lang: Lang) -> String {
    match lang {
        Lang::En => "embed/".to_owned(),
        other => format!("embed/{}/", other.code()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_menu_is_in_both_languages_and_every_example_is_a_program() {
        let content = concat!(env!("CARGO_MANIFEST_DIR"), "/content");
        let mut problems = Problems::default();
        let examples = examples(Path::new(content), &mut problems);
        assert!(problems.is_empty());
        assert!(examples.len() >= 12, "a dozen classics");
        for example in &examples {
            let russian = example.ru.chars().any(|c| matches!(c, 'а'..='я'));
            assert!(russian && example.en.is_ascii(), "{example:?}");
            assert!(example.source.ends_with('\n'), "{}", example.file);
        }
    }

    #[test]
    fn a_bad_menu_is_a_mistake_of_the_content() {
        let root = std::env::temp_dir().join(format!("lockstep-menu-{}", std::process::id()));
        fs::create_dir_all(root.join(FOLDER)).expect("a folder");
        let write = |name: &str, text: &str| {
            fs::write(root.join(FOLDER).join(name), text).expect("a file");
        };
        let entry = |file: &str, setup: &str| {
            format!("[[example]]\nfile = \"{file}\"\nru = \"а\"\nen = \"a\"\nsetup = \"{setup}\"\n")
        };
        write("a.py", "x = (\n");
        write("b.py", "x = 1\n");
        let menu = [
            entry("a.py", ""),
            entry("b.py", "cores=0"),
            entry("c.py", ""),
        ];
        write("examples.toml", &menu.concat());
        let mut problems = Problems::default();
        examples(&root, &mut problems);
        fs::remove_dir_all(&root).expect("it was there");
        let said: Vec<String> = problems
            .into_sorted()
            .iter()
            .map(ToString::to_string)
            .collect();
        for part in [
            "a.py:1: syntax error",
            "`b.py`: the setup is none",
            "no file `c.py`",
        ] {
            assert!(
                said.iter().any(|one| one.contains(part)),
                "{part}: {said:?}"
            );
        }
    }
}

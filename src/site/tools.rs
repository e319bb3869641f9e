//! The scripts of the editor and the menus: the files of `src/tools` joined into one module per language, with the
//! words of that language. Knows neither pages nor what the scripts do.

use super::text::{LANGS, Lang};
use crate::trace::json;
use crate::ui::tool_words::WORDS;

/// In the order in which they build on each other.
const FILES: [&str; 7] = [
    include_str!("../tools/base.js"),
    include_str!("../tools/editor.js"),
    include_str!("../tools/change.js"),
    include_str!("../tools/share.js"),
    include_str!("../tools/compare.js"),
    include_str!("../tools/trust.js"),
    include_str!("../tools/main.js"),
];

/// The languages, by their codes, with their modules.
pub fn tools() -> Vec<(&'static str, String)> {
    LANGS
        .into_iter()
        .map(|lang| (lang.code(), script(lang)))
        .collect()
}

/// The module of a language.
fn script(lang: Lang) -> String {
    let words: Vec<(&str, String)> = WORDS
        .iter()
        .filter(|(name, _, _)| !name.starts_with("harness-"))
        .map(|(name, ru, en)| (*name, json::string(lang.pick(ru, en))))
        .collect();
    let mut script = format!(
        "const LANG = {};\nconst WORDS = {};\nconst HARNESS = {};\n",
        json::string(lang.code()),
        json::object(&words),
        json::string(&harness(lang)),
    );
    FILES.iter().for_each(|file| {
        script.push_str(&without_comments(file));
    });
    script
}

/// The stress harness in a language, still without a program.
fn harness(lang: Lang) -> String {
    let mut text = include_str!("../tools/harness.py").to_owned();
    for (name, ru, en) in WORDS {
        text = text.replace(&format!("{{{{{name}}}}}"), lang.pick(ru, en));
    }
    text
}

/// What stands on lines of its own for those who read the source is not sent to those who read lessons.
fn without_comments(file: &str) -> String {
    let kept = file.lines().map(str::trim_start);
    kept.filter(|line| !line.is_empty() && !line.starts_with("//"))
        .map(|line| format!("{line}\n"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::compile;

    #[test]
    fn a_script_has_the_words_of_its_language_alone() {
        let (ru, en) = (script(Lang::Ru), script(Lang::En));
        assert!(ru.starts_with("const LANG = \"ru\";\nconst WORDS = {\"editor\":\"Текст"));
        assert!(en.contains("\"run\":\"Run\""));
        assert!(!en.chars().any(|c| matches!(c, 'а'..='я')));
        assert!(!en.contains("{{") && !en.contains("\n//"));
    }

    #[test]
    fn the_filled_harness_is_python() {
        for lang in [Lang::Ru, Lang::En] {
            let mut text = harness(lang);
            for (gap, value) in [
                ("FILE", "\"race.py\""),
                ("LINES", "[\n    \"print(\\\"a\\\")\",\n]"),
                ("ARGS", "[]"),
                ("OUTPUT", "\"a\\n\""),
                ("HANGS", "False"),
                ("NUDGE", "\"off\""),
                ("METHOD", "\"fork\""),
            ] {
                let gap = format!("\"@{gap}@\"");
                assert!(text.contains(&gap), "{gap}");
                text = text.replace(&gap, value);
            }
            compile("stress.py", text.as_bytes()).expect("it is Python");
        }
    }
}

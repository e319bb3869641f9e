//! The layers of the package: an import may point down the list, never up; and nothing below `ui`
//! knows the browser. One package has no crate walls, so this test is the wall.

use std::fs;
use std::path::{Path, PathBuf};

/// The layers from the top down (ARCHITECTURE.md). Layers of one row are beside each other.
const LAYERS: &[&[&str]] = &[
    &["site", "command"],
    &["ui"],
    &["protocol"],
    &["timeline"],
    &["trace", "explore"],
    &["schedule"],
    &["machine"],
    &["vm"],
    &["lang"],
];

const BROWSER: &[&str] = &[
    "leptos",
    "web_sys",
    "wasm_bindgen",
    "js_sys",
    "gloo_timers",
    "tachys",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder of sources can be read")
        .map(|entry| entry.expect("an entry can be read").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

fn row_of(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|row| row.contains(&layer))
}

/// The layer of a file: the first part of its path below `src`.
fn layer_of(path: &Path) -> Option<String> {
    let below = path
        .strip_prefix(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))
        .ok()?;
    let first = below.iter().next()?.to_str()?;
    Some(first.trim_end_matches(".rs").to_string())
}

/// The layers that a line imports or names: `crate::x`, or `crate::{x, y}`.
fn named(line: &str) -> Vec<String> {
    let code = line.split("//").next().unwrap_or_default();
    let mut names = Vec::new();
    for part in code.split("crate::").skip(1) {
        let list = part.strip_prefix('{').map_or(part, |rest| rest);
        for name in list.split(',') {
            let name: String = name
                .trim()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            names.push(name);
            if !part.starts_with('{') {
                break;
            }
        }
    }
    names
}

fn files() -> Vec<PathBuf> {
    let mut found = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut found,
    );
    assert!(found.len() > 50, "the sources are found");
    found
}

#[test]
fn imports_point_down() {
    let mut wrong = Vec::new();
    for path in files() {
        let Some(row) = layer_of(&path).as_deref().and_then(row_of) else {
            continue;
        };
        let text = fs::read_to_string(&path).expect("a source can be read");
        for (number, line) in text.lines().enumerate() {
            for name in named(line) {
                if row_of(&name).is_some_and(|other| other < row) {
                    wrong.push(format!("{}:{}: {line}", path.display(), number + 1));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "imports that point up:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn nothing_below_ui_knows_the_browser() {
    let ui = row_of("ui").expect("ui is a layer");
    let mut wrong = Vec::new();
    for path in files() {
        let Some(row) = layer_of(&path).as_deref().and_then(row_of) else {
            continue;
        };
        if row <= ui {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a source can be read");
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if BROWSER.iter().any(|name| code.contains(name)) {
                wrong.push(format!("{}:{}: {line}", path.display(), number + 1));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "browser names below ui:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn the_test_itself_sees_imports() {
    assert_eq!(named("use crate::ui::Player;"), ["ui"]);
    assert_eq!(named("use crate::{ui, vm::value};"), ["ui", "vm"]);
    assert_eq!(named("// use crate::ui;"), Vec::<String>::new());
    assert_eq!(row_of("site"), Some(0));
    assert!(row_of("lang") > row_of("ui"));
}

//! What a reader has to download, and how much of it is allowed. Measures the built site; knows nothing of how it
//! was built.
use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

const KIB: u64 = 1024;
const PAGE_LIMIT: u64 = 60 * KIB;
// The aim is 150 KiB. Over it is what the reader as scheduler, the zooming timeline, the tools and the questions to the
// machine took (ARCHITECTURE.md, *Sizes*).
const CLIENT_LIMIT: u64 = 196 * KIB;
// The aim is 450 KiB. What is over it is the breadth of the machine (ARCHITECTURE.md, *Sizes*); this
// limit keeps it from growing unseen. None of it is loaded before the first paint.
const ENGINE_LIMIT: u64 = 933 * KIB;
const TOOLS_LIMIT: u64 = 24 * KIB;
const REQUEST_LIMIT: u64 = 8;

struct Row {
    what: String,
    found: u64,
    limit: u64,
    bytes: bool,
}

/// Prints every measure beside its limit; an error if one is over.
pub fn check(dist: &Path, base: &str) -> Result<()> {
    let rows = measure(dist, base)?;
    println!(
        "{:<48} {:>12} {:>12}",
        "over the wire (gzip -9)", "found", "limit"
    );
    let shown = |row: &Row, value: u64| {
        if row.bytes {
            format!("{:.1} KiB", value as f64 / KIB as f64)
        } else {
            value.to_string()
        }
    };
    for row in &rows {
        let mark = if row.found > row.limit { "  OVER" } else { "" };
        println!(
            "{:<48} {:>12} {:>12}{mark}",
            row.what,
            shown(row, row.found),
            shown(row, row.limit)
        );
    }
    let over: Vec<_> = rows
        .iter()
        .filter(|row| row.found > row.limit)
        .map(|row| row.what.as_str())
        .collect();
    if !over.is_empty() {
        bail!("over the limit: {}", over.join(", "));
    }
    Ok(())
}

fn measure(dist: &Path, base: &str) -> Result<Vec<Row>> {
    // Where a library brings scripts of its own along, they belong to a module's size.
    if dist.join("snippets").exists() {
        bail!("there are scripts in snippets/ that no limit counts yet");
    }
    let mut rows = Vec::new();
    let (mut page, mut requests) = (
        Row::bytes("", 0, PAGE_LIMIT),
        Row::count("", 0, REQUEST_LIMIT),
    );
    for file in pages(dist)? {
        let html = fs::read_to_string(&file)?;
        let name = file.strip_prefix(dist)?.display().to_string();
        let mut size = compressed(html.as_bytes())?;
        let resources = resources(&html);
        for address in resources.iter().filter(|address| address.ends_with(".css")) {
            let path = address
                .strip_prefix(base)
                .with_context(|| format!("{name} links {address}, outside of {base}"))?;
            size += compressed(
                &fs::read(dist.join(path)).with_context(|| format!("{name} links {address}"))?,
            )?;
        }
        if size > page.found {
            page = Row::bytes(&format!("HTML + CSS: {name}"), size, PAGE_LIMIT);
        }
        let count = 1 + resources.len() as u64;
        if count > requests.found {
            requests = Row::count(
                &format!("requests before first paint: {name}"),
                count,
                REQUEST_LIMIT,
            );
        }
    }
    rows.extend([page, requests]);
    rows.push(Row::bytes(
        "page's module and scripts",
        sum(dist, &["client-", "loader-"])?,
        CLIENT_LIMIT,
    ));
    for language in ["en", "ru"] {
        rows.push(Row::bytes(
            &format!("editor and menus, when opened: {language}"),
            sum(dist, &[&format!("tools-{language}-")])?,
            TOOLS_LIMIT,
        ));
    }
    rows.push(Row::bytes(
        "engine's module and scripts",
        sum(dist, &["engine-", "worker-"])?,
        ENGINE_LIMIT,
    ));
    Ok(rows)
}

impl Row {
    fn bytes(what: &str, found: u64, limit: u64) -> Row {
        Row {
            what: what.to_owned(),
            found,
            limit,
            bytes: true,
        }
    }

    fn count(what: &str, found: u64, limit: u64) -> Row {
        Row {
            what: what.to_owned(),
            found,
            limit,
            bytes: false,
        }
    }
}

/// Every HTML file below a folder, in the order of their names.
fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(|entry| entry.file_name());
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            found.extend(pages(&path)?);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            found.push(path);
        }
    }
    Ok(found)
}

/// The files that a page's own markup loads: what the loader starts comes after the first paint.
fn resources(html: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for element in html.split('<') {
        let tag = element.split('>').next().unwrap_or_default();
        let attribute = match tag.split_whitespace().next() {
            Some("script" | "img" | "iframe" | "source" | "video" | "audio") => " src=\"",
            Some("link")
                if ["stylesheet", "icon", "preload", "modulepreload"]
                    .iter()
                    .any(|rel| tag.contains(&format!("rel=\"{rel}\""))) =>
            {
                " href=\""
            }
            _ => continue,
        };
        let address = tag
            .split_once(attribute)
            .and_then(|(_, rest)| rest.split('"').next());
        found.extend(address.filter(|address| !address.starts_with("data:")));
    }
    found
}

/// The compressed size of the files in the root of the site whose names start so; an error if there are none.
fn sum(dist: &Path, prefixes: &[&str]) -> Result<u64> {
    let mut total = 0;
    for prefix in prefixes {
        let mut any = false;
        for entry in fs::read_dir(dist)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(prefix) {
                any = true;
                total += compressed(&fs::read(entry.path())?)?;
            }
        }
        if !any {
            bail!("no file named {prefix}* in {}", dist.display());
        }
    }
    Ok(total)
}

fn compressed(bytes: &[u8]) -> Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!DOCTYPE html><link rel=\"canonical\" href=\"https://a/\"><link rel=\"icon\" href=\"data:,\">\
        <link rel=\"stylesheet\" href=\"/b/main.css\"><script defer src=\"/b/loader-1.js\" data-client=\"x\"></script>\
        <a href=\"/b/c.css\">link</a><img alt=\"\" src=\"/b/d.png\">";

    #[test]
    fn counts_what_the_markup_loads_and_nothing_else() {
        assert_eq!(
            resources(PAGE),
            ["/b/main.css", "/b/loader-1.js", "/b/d.png"]
        );
    }

    /// A site whose style sheet has `css` bytes that do not compress.
    fn site(name: &str, css: u64) -> PathBuf {
        let dist =
            std::env::temp_dir().join(format!("lockstep-budget-{}-{name}", std::process::id()));
        fs::create_dir_all(dist.join("en")).unwrap();
        fs::write(dist.join("en/index.html"), PAGE).unwrap();
        let mut state = 1_u64;
        let noise: Vec<u8> = (0..css)
            .map(|_| {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                (state >> 56) as u8
            })
            .collect();
        fs::write(dist.join("main.css"), noise).unwrap();
        for name in [
            "client-1.js",
            "loader-1.js",
            "tools-en-1.js",
            "tools-ru-1.js",
            "engine-1.wasm",
            "worker-1.js",
        ] {
            fs::write(dist.join(name), "x").unwrap();
        }
        dist
    }

    #[test]
    fn a_site_inside_its_limits_passes_and_one_outside_is_refused_by_name() {
        let small = site("small", 1000);
        check(&small, "/b/").unwrap();
        let large = site("large", PAGE_LIMIT);
        let error = check(&large, "/b/").unwrap_err().to_string();
        assert_eq!(error, "over the limit: HTML + CSS: en/index.html");
        fs::remove_file(small.join("worker-1.js")).unwrap();
        assert!(
            check(&small, "/b/").is_err(),
            "a missing module is no saving"
        );
        for dist in [small, large] {
            fs::remove_dir_all(dist).unwrap();
        }
    }
}

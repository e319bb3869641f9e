//! Gives the files that Trunk has staged their final names: each carries a hash of its own final content, so a
//! name changes exactly when the file does (Trunk hashes before `wasm-opt` runs, and names the worker's files not
//! at all). Files that name others are hashed last. It must not know what is on a page.
use std::{fs, io, path::Path};

/// The names, relative to the root of the site, of what a page's loader needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assets {
    pub loader: String,
    pub client: String,
    pub client_wasm: String,
    pub worker: String,
    /// The players' editor and menus, by the code of their language.
    pub tools: Vec<(String, String)>,
}

impl Assets {
    /// The tools of a language.
    pub fn tools(&self, lang: &str) -> &str {
        let of = |lang: &str| self.tools.iter().find(|(code, _)| code == lang);
        of(lang)
            .or(self.tools.first())
            .map_or("", |(_, name)| name.as_str())
    }
}

/// Renames the staged modules and adds our scripts from `source`, the folder of the project, and from `tools`:
/// languages with their modules.
pub fn publish(source: &Path, staging: &Path, tools: &[(&str, String)]) -> io::Result<Assets> {
    // Other people's pages name this one: its name never changes.
    fs::copy(source.join("src/embed.js"), staging.join("embed.js"))?;
    let tools = tools.iter().map(|(lang, script)| {
        let name = write_hashed(staging, &format!("tools-{lang}"), "js", script.as_bytes())?;
        Ok(((*lang).to_owned(), name))
    });
    let tools = tools.collect::<io::Result<_>>()?;
    let (client, client_wasm) = publish_module(staging, "client")?;
    let (engine, engine_wasm) = publish_module(staging, "engine")?;
    let worker = fs::read_to_string(source.join("src/worker.js"))?
        .replace("{{engine.js}}", &engine)
        .replace("{{engine.wasm}}", &engine_wasm);
    let loader = lean(&fs::read_to_string(source.join("src/loader.js"))?);
    Ok(Assets {
        loader: write_hashed(staging, "loader", "js", loader.as_bytes())?,
        client,
        client_wasm,
        worker: write_hashed(staging, "worker", "js", worker.as_bytes())?,
        tools,
    })
}

/// Renames the glue and the module of one binary and returns their new names, in this order.
fn publish_module(staging: &Path, binary: &str) -> io::Result<(String, String)> {
    let glue_file = find(staging, binary, ".js")?;
    let wasm_file = find(staging, binary, "_bg.wasm")?;
    let wasm = fs::read(staging.join(&wasm_file))?;
    let wasm_name = write_hashed(staging, binary, "wasm", &wasm)?;
    // The glue names the module by the name it had before Trunk added a hash.
    let glue = fs::read_to_string(staging.join(&glue_file))?
        .replace(&format!("{binary}_bg.wasm"), &wasm_name);
    let glue = lean(&glue);
    let glue_name = write_hashed(staging, binary, "js", glue.as_bytes())?;
    fs::remove_file(staging.join(glue_file))?;
    fs::remove_file(staging.join(wasm_file))?;
    Ok((glue_name, wasm_name))
}

/// A script without its lines of comment and its indentation, which are for those who read it where it comes from: 1.5 KiB
/// of every page. A script in which a text goes over several lines stays as it is.
fn lean(script: &str) -> String {
    if script
        .lines()
        .any(|line| line.matches('`').count() % 2 == 1)
    {
        return script.to_owned();
    }
    let lines = script.lines().map(str::trim);
    let kept = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    kept.collect::<Vec<_>>().join("\n")
}

/// The one file named `<binary><ending>` or `<binary>-<hash><ending>`.
fn find(staging: &Path, binary: &str, ending: &str) -> io::Result<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(staging)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let middle = name
            .strip_prefix(binary)
            .and_then(|rest| rest.strip_suffix(ending));
        if middle.is_some_and(|middle| {
            middle.is_empty() || middle.starts_with('-') && !middle.contains('.')
        }) {
            found.push(name);
        }
    }
    match found.as_slice() {
        [name] => Ok(name.clone()),
        _ => Err(io::Error::other(format!(
            "expected one staged {binary}*{ending}, found {found:?}"
        ))),
    }
}

fn write_hashed(staging: &Path, stem: &str, extension: &str, content: &[u8]) -> io::Result<String> {
    let name = format!("{stem}-{:016x}.{extension}", hash(content));
    fs::write(staging.join(&name), content)?;
    Ok(name)
}

/// FNV-1a, 64 bits: the same on every machine and with every toolchain; nobody attacks these names.
pub(super) fn hash(content: &[u8]) -> u64 {
    content.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A staging directory as Trunk leaves it, and a project with our scripts.
    fn stage(name: &str, engine_wasm: &[u8]) -> (std::path::PathBuf, Assets) {
        let root =
            std::env::temp_dir().join(format!("lockstep-assets-{}-{name}", std::process::id()));
        let staging = root.join("dist");
        fs::create_dir_all(root.join("src")).unwrap();
        fs::create_dir_all(&staging).unwrap();
        let files: [(&str, &[u8]); 4] = [
            (
                "client-0123abcd.js",
                b"new URL('client_bg.wasm', import.meta.url)",
            ),
            ("client-0123abcd_bg.wasm", b"client"),
            ("engine.js", b"new URL('engine_bg.wasm', import.meta.url)"),
            ("engine_bg.wasm", engine_wasm),
        ];
        for (name, content) in files {
            fs::write(staging.join(name), content).unwrap();
        }
        fs::write(root.join("src/loader.js"), "loader").unwrap();
        fs::write(
            root.join("src/worker.js"),
            "import './{{engine.js}}'; '{{engine.wasm}}'",
        )
        .unwrap();
        fs::write(root.join("src/embed.js"), "embed").unwrap();
        let tools = [("en", "tools".to_owned()), ("ru", "орудия".to_owned())];
        let assets = publish(&root, &staging, &tools).unwrap();
        (root, assets)
    }

    #[test]
    fn every_file_is_there_under_the_name_the_others_use() {
        let (root, assets) = stage("names", b"engine");
        let staging = root.join("dist");
        let read = |name: &str| fs::read_to_string(staging.join(name)).unwrap();
        assert_eq!(read(&assets.client_wasm), "client");
        assert_eq!(
            read(&assets.client),
            format!("new URL('{}', import.meta.url)", assets.client_wasm)
        );
        let worker = read(&assets.worker);
        let engine = worker.split('\'').nth(1).unwrap();
        let engine_wasm = worker.split('\'').nth(3).unwrap();
        assert_eq!(read(assets.tools("ru")), "орудия");
        assert_eq!(read(assets.tools("de")), "tools");
        assert_eq!(read("embed.js"), "embed");
        assert_eq!(
            read(engine),
            format!("new URL('{engine_wasm}', import.meta.url)")
        );
        assert_eq!(read(engine_wasm), "engine");
        assert_eq!(
            fs::read_dir(&staging).unwrap().count(),
            9,
            "the old names are gone"
        );
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn a_changed_module_changes_every_name_that_leads_to_it_and_no_other() {
        let (root_a, a) = stage("before", b"engine");
        let (root_b, b) = stage("after", b"engine, optimised");
        assert_ne!(a.worker, b.worker);
        assert_eq!(
            (&a.loader, &a.client, &a.client_wasm),
            (&b.loader, &b.client, &b.client_wasm)
        );
        fs::remove_dir_all(root_a).unwrap();
        fs::remove_dir_all(root_b).unwrap();
    }

    #[test]
    fn scripts_are_published_without_comments() {
        let script = "// Why.\n(() => {\n  // More.\n  const url = \"http://a\"; // here\n\n  go(`${url}`);\n})();\n";
        assert_eq!(
            lean(script),
            "(() => {\nconst url = \"http://a\"; // here\ngo(`${url}`);\n})();"
        );
        let text = "const text = `\n  // kept\n`;";
        assert_eq!(lean(text), text);
    }

    #[test]
    fn a_missing_module_is_named() {
        let root =
            std::env::temp_dir().join(format!("lockstep-assets-{}-missing", std::process::id()));
        fs::create_dir_all(root.join("src")).unwrap();
        fs::write(root.join("src/embed.js"), "").unwrap();
        let error = publish(&root, &root, &[]).unwrap_err().to_string();
        assert!(error.contains("client*.js"), "{error}");
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(hash(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash(b"foobar"), 0x8594_4171_f739_67e8);
    }
}

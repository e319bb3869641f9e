//! Runs every program of tests/programs natively and as WebAssembly (in Node) and compares the traces to the byte.
//! `determinism MODULE FOLDER SEEDS`: the module that `lib.rs` makes, the programs, how many seeds.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> anyhow::Result<()> {
    native::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use anyhow::{Context, Result, bail};
    use std::io::{BufRead, BufReader, Write};
    use std::path::{Path, PathBuf};
    use std::process::{Command, Stdio};

    pub fn main() -> Result<()> {
        let words: Vec<String> = std::env::args().skip(1).collect();
        let [module, folder, seeds] = words.as_slice() else {
            bail!("determinism MODULE FOLDER SEEDS");
        };
        let seeds: u64 = seeds.parse().context("SEEDS is a number")?;
        let files = programs(Path::new(folder))?;
        let runs = runs(seeds);
        let mut node = Command::new("node")
            .args([
                "--stack-size=4000",
                "--input-type=module",
                "--eval",
                include_str!("run.mjs"),
                module,
            ])
            .args(runs.iter().map(|(model, seed)| format!("{model}:{seed}")))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("Node is needed to run WebAssembly: install `nodejs`")?;
        let list: Vec<String> = files
            .iter()
            .map(|file| file.display().to_string())
            .collect();
        node.stdin
            .take()
            .context("stdin")?
            .write_all(list.join("\n").as_bytes())?;
        let lines = BufReader::new(node.stdout.take().context("stdout")?);
        // Read beside, so that both work at once.
        let theirs = std::thread::spawn(move || lines.lines().collect::<std::io::Result<Vec<_>>>());
        let own = digests(&files, &runs)?;
        let theirs = theirs.join().ok().context("reading what Node says")??;
        if !node.wait()?.success() || theirs.len() != own.len() {
            bail!("Node ended early: {} of {} lines", theirs.len(), own.len());
        }
        let differ: Vec<&String> = own
            .iter()
            .zip(&theirs)
            .filter(|(a, b)| a != b)
            .map(|(a, _)| a)
            .collect();
        for line in &differ {
            eprintln!("differs: {line}");
        }
        if !differ.is_empty() {
            bail!(
                "{} of {} traces differ between native and WebAssembly",
                differ.len(),
                own.len()
            );
        }
        println!(
            "{} programs, {} traces: the same natively and as WebAssembly",
            files.len(),
            own.len()
        );
        Ok(())
    }

    /// Model and seed of every run: all seeds in the default model, the first in the others.
    fn runs(seeds: u64) -> Vec<(u32, u64)> {
        (0..seeds)
            .map(|seed| (0, seed))
            .chain([(1, 0), (2, 0)])
            .collect()
    }

    fn digests(files: &[PathBuf], runs: &[(u32, u64)]) -> Result<Vec<String>> {
        let mut lines = Vec::new();
        for file in files {
            let source = std::fs::read(file)?;
            let source = String::from_utf8_lossy(&source);
            for (model, seed) in runs {
                let digest = determinism::digest(&source, *model, *seed);
                lines.push(format!("{} {model}:{seed} {digest:016x}", file.display()));
            }
        }
        Ok(lines)
    }

    /// All Python files below a folder, in order.
    fn programs(folder: &Path) -> Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        let mut folders = vec![folder.to_path_buf()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|e| e == "py")
                    && path.file_name().is_some_and(|n| n != "record.py")
                {
                    files.push(path);
                }
            }
        }
        files.sort();
        Ok(files)
    }
}

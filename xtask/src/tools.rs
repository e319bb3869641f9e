//! The programs that building and testing need: finds them, and installs what is missing.
//!
//! Our own copies lie in the user's cache, one folder per tool and version, so that another clone finds them
//! there. A folder appears under its name only when it is complete.
use crate::run::{cargo, command, output, root, run, say};
use anyhow::{Context, Result, bail};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

const TRUNK: &str = "0.21.14";
/// Of npm's `binaryen`. Older ones of Linux distributions produce modules that die in the browser.
const BINARYEN: &str = "132.0.0";
const AXE: &str = "4.14.1";
const WASM: &str = "wasm32-unknown-unknown";

/// What has been found so far. Every `for_` method adds what one kind of work needs.
pub struct Tools {
    directory: PathBuf,
    /// In front of PATH for the programs we start.
    path: Vec<PathBuf>,
    environment: Vec<(&'static str, PathBuf)>,
}

impl Tools {
    pub fn new() -> Result<Tools> {
        let cache = env::var_os("XDG_CACHE_HOME")
            .map(PathBuf::from)
            .or_else(|| env::home_dir().map(|home| home.join(".cache")))
            .context("neither XDG_CACHE_HOME nor HOME is set")?;
        Ok(Tools {
            directory: cache.join("lockstep/tools"),
            path: Vec::new(),
            environment: Vec::new(),
        })
    }

    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// Gives a program the tools found so far.
    pub fn equip<'a>(&self, command: &'a mut Command) -> Result<&'a mut Command> {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(
            self.path
                .iter()
                .cloned()
                .chain(env::split_paths(&inherited)),
        )?;
        Ok(command
            .env("PATH", path)
            .envs(self.environment.iter().map(|(name, value)| (name, value))))
    }

    /// What `cargo fmt` and `cargo clippy` need, for the browser's code too.
    pub fn for_lints(self) -> Result<Tools> {
        for component in ["rustfmt", "clippy"] {
            let there = output(&mut cargo(&[
                component.trim_start_matches("rust"),
                "--version",
            ]))
            .is_some();
            if !there {
                say(&format!(
                    "Adding {component} to the Rust toolchain (seconds)"
                ));
                run(&mut command("rustup", &["component", "add", component]))?;
            }
        }
        wasm_target()?;
        Ok(self)
    }

    /// What building the site needs.
    pub fn for_site(mut self) -> Result<Tools> {
        wasm_target()?;
        say("Fetching the sources of dependencies that are not there yet (seconds to a minute)");
        run(&mut cargo(&["fetch", "--quiet", "--locked"]))?;
        self.trunk()?;
        self.wasm_bindgen()?;
        self.binaryen()?;
        Ok(self)
    }

    /// What the tests in a browser need.
    pub fn for_browser(mut self) -> Result<Tools> {
        let axe = self.npm("axe-core", AXE)?.join("axe-core/axe.min.js");
        self.environment.push(("LOCKSTEP_AXE", axe));
        let (browser, driver) = match browser_and_driver() {
            Some(pair) => pair,
            None => {
                apt(
                    "Chromium and its driver",
                    &["chromium", "chromium-driver", "fonts-liberation"],
                )?;
                browser_and_driver()
                    .context("no Chromium with a chromedriver of the same version was found")?
            }
        };
        self.environment.push(("LOCKSTEP_BROWSER", browser));
        self.environment.push(("LOCKSTEP_DRIVER", driver));
        Ok(self)
    }

    fn trunk(&mut self) -> Result<()> {
        let series = TRUNK.rsplit_once('.').map_or(TRUNK, |(series, _)| series);
        if version("trunk").is_some_and(|found| found.starts_with(&format!("{series}."))) {
            return Ok(());
        }
        let bin = self.install(&format!("trunk-{TRUNK}"), |folder| {
            let bin = folder.join("bin");
            fs::create_dir_all(&bin)?;
            prebuilt_trunk(&bin).or_else(|_| trunk_from_source(folder))
        })?;
        self.path.push(bin.join("bin"));
        Ok(())
    }

    fn wasm_bindgen(&mut self) -> Result<()> {
        let locked = locked_version("wasm-bindgen")?;
        if version("wasm-bindgen").is_some_and(|found| found == locked) {
            return Ok(());
        }
        let folder = self.install(&format!("wasm-bindgen-{locked}"), |folder| {
            say(&format!("Building wasm-bindgen {locked} (half a minute)"));
            let target = folder.join("target");
            let build = [
                "build",
                "--quiet",
                "--locked",
                "--package",
                "wasm-bindgen-tool",
                "--target-dir",
            ];
            run(cargo(&build).arg(&target))?;
            let bin = folder.join("bin");
            fs::create_dir_all(&bin)?;
            fs::copy(
                target.join("debug/wasm-bindgen-tool"),
                bin.join("wasm-bindgen"),
            )?;
            fs::remove_dir_all(target)?;
            Ok(())
        })?;
        self.path.push(folder.join("bin"));
        Ok(())
    }

    fn binaryen(&mut self) -> Result<()> {
        let major = BINARYEN.split('.').next().unwrap_or(BINARYEN);
        // It prints "wasm-opt version 132 (version_132)".
        let found = output(&mut command("wasm-opt", &["--version"]));
        if found.is_some_and(|found| found.contains(&format!("version {major}"))) {
            return Ok(());
        }
        let modules = self.npm("binaryen", BINARYEN)?;
        self.path.push(modules.join(".bin"));
        Ok(())
    }

    /// Installs a package of npm and returns its `node_modules`.
    fn npm(&self, package: &str, version: &str) -> Result<PathBuf> {
        if output(&mut command("npm", &["--version"])).is_none() {
            apt(
                "Node.js, which runs wasm-opt and brings what the browser tests use,",
                &["nodejs", "npm"],
            )?;
        }
        let folder = self.install(&format!("{package}-{version}"), |folder| {
            say(&format!(
                "Installing {package} {version} from npm (seconds)"
            ));
            let wanted = format!("{package}@{version}");
            let arguments = [
                "install",
                "--silent",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--prefix",
            ];
            run(command("npm", &arguments).arg(folder).arg(wanted))
        })?;
        Ok(folder.join("node_modules"))
    }

    /// The folder of a tool, made by `make` unless it is there already.
    fn install(&self, name: &str, make: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
        let folder = self.directory.join(name);
        if folder.is_dir() {
            return Ok(folder);
        }
        let unfinished = self
            .directory
            .join(format!("{name}.unfinished-{}", std::process::id()));
        fs::create_dir_all(&unfinished)?;
        let made = make(&unfinished).with_context(|| format!("could not install {name}"));
        if made.is_ok() && !folder.is_dir() {
            fs::rename(&unfinished, &folder)?;
        } else {
            fs::remove_dir_all(&unfinished)?;
        }
        made.map(|()| folder)
    }
}

fn wasm_target() -> Result<()> {
    let libraries = output(&mut command(
        "rustc",
        &["--print", "target-libdir", "--target", WASM],
    ));
    if libraries.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    say("Adding WebAssembly to the Rust toolchain (seconds)");
    run(&mut command("rustup", &["target", "add", WASM]))
}

/// Takes Trunk from where it lies ready: a minute at most, against several for building it.
fn prebuilt_trunk(bin: &Path) -> Result<()> {
    say(&format!(
        "Looking for a prebuilt Trunk {TRUNK} (under a minute)"
    ));
    let name = format!("trunk-{}-unknown-linux-gnu.tar.gz", env::consts::ARCH);
    let address = format!("https://github.com/trunk-rs/trunk/releases/download/v{TRUNK}/{name}");
    let archive = bin.join(&name);
    let limits = [
        "--fail",
        "--silent",
        "--location",
        "--connect-timeout",
        "8",
        "--max-time",
        "120",
        "--output",
    ];
    run(command("curl", &limits).arg(&archive).arg(address))
        .inspect_err(|_| say("None can be had"))?;
    run(command("tar", &["-xzf"]).arg(&archive).arg("-C").arg(bin))?;
    fs::remove_file(archive)?;
    // It may have been built for a newer system than this one.
    let runs = output(&mut command(bin.join("trunk"), &["--version"])).is_some();
    runs.then_some(())
        .context("the prebuilt Trunk does not run here")
}

fn trunk_from_source(folder: &Path) -> Result<()> {
    say(&format!(
        "Building Trunk {TRUNK} from source (3 to 10 minutes, once)"
    ));
    let arguments = [
        "install",
        "--quiet",
        "--locked",
        "trunk",
        "--version",
        TRUNK,
        "--no-default-features",
    ];
    let target = folder.join("target");
    let mut install = cargo(&arguments);
    // It starts other programs and waits for them: quick to compile is all that matters.
    install
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_LTO", "off");
    install
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_STRIP", "true");
    run(install
        .arg("--root")
        .arg(folder)
        .arg("--target-dir")
        .arg(&target))?;
    fs::remove_dir_all(target)?;
    Ok(())
}

/// A browser and a chromedriver that belong together.
fn browser_and_driver() -> Option<(PathBuf, PathBuf)> {
    let driver = which("chromedriver")?;
    let wanted = version("chromedriver")?;
    let major = wanted.split('.').next()?;
    let browsers = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    let browser = browsers
        .iter()
        .find(|name| version(name).is_some_and(|found| found.split('.').next() == Some(major)))?;
    Some((which(browser)?, driver))
}

/// Installs packages of Debian and its relatives, or says what is missing.
fn apt(what: &str, packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if which("apt-get").is_none() {
        bail!("{what} must be installed first (in Debian: {list})");
    }
    let root = output(&mut command("id", &["-u"])).is_some_and(|id| id == "0");
    if !root && which("sudo").is_none() {
        bail!("{what} must be installed first; as root: apt-get install {list}");
    }
    say(&format!(
        "Installing {what} with apt-get: {list} (a minute or two)"
    ));
    let apt_get = |arguments: &[&str]| {
        let mut apt_get = if root {
            command("apt-get", &[])
        } else {
            command("sudo", &["apt-get"])
        };
        run(apt_get
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive"))
    };
    apt_get(&["update", "-q"])?;
    apt_get(
        &[
            &["install", "-q", "-y", "--no-install-recommends"],
            packages,
        ]
        .concat(),
    )
}

/// The version that a program reports: the first word of its answer that starts with a digit.
fn version(program: &str) -> Option<String> {
    let text = output(&mut command(program, &["--version"]))?;
    let word = text
        .split_whitespace()
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    Some(word.to_owned())
}

fn which(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock"))?;
    version_in_lock(&lock, package).with_context(|| format!("{package} is not in Cargo.lock"))
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let (_, entry) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    entry.split('"').next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_version_of_exactly_that_package() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"2.3.4\"\n";
        assert_eq!(version_in_lock(lock, "a").as_deref(), Some("2.3.4"));
        assert_eq!(version_in_lock(lock, "b"), None);
    }

    #[test]
    fn the_wasm_bindgen_we_would_build_is_the_locked_one() {
        let manifest = fs::read_to_string(root().join("xtask/wasm-bindgen/Cargo.toml")).unwrap();
        let locked = locked_version("wasm-bindgen").unwrap();
        assert!(
            manifest.contains(&format!("\nversion = \"{locked}\"\n")),
            "locked: {locked}"
        );
        assert!(
            manifest.contains(&format!("wasm-bindgen-cli-support = \"={locked}\"\n")),
            "locked: {locked}"
        );
    }

    #[test]
    fn a_tool_that_fails_to_install_leaves_nothing_and_one_that_is_there_is_not_made_again() {
        let directory = env::temp_dir().join(format!("lockstep-tools-{}", std::process::id()));
        let tools = Tools {
            directory: directory.clone(),
            path: Vec::new(),
            environment: Vec::new(),
        };
        assert!(tools.install("tool-1", |_| bail!("no network")).is_err());
        assert_eq!(fs::read_dir(&directory).unwrap().count(), 0);
        let folder = tools
            .install("tool-1", |folder| Ok(fs::write(folder.join("tool"), "")?))
            .unwrap();
        assert!(folder.join("tool").is_file());
        tools.install("tool-1", |_| bail!("made again")).unwrap();
        fs::remove_dir_all(directory).unwrap();
    }
}

//! Drives the built site in a real browser: `browser-tests DIST BASE [FILTER]`, where DIST is the folder that
//! `cargo xtask build` made, BASE the path it was built for, and FILTER a part of a scenario's name.
//! `cargo xtask test` runs it, and `cargo xtask bench player` with `--bench-player` for FILTER (`bench.rs`). One file per area in `scenarios`; this file runs them one after the other.
mod bench;
mod driver;
mod page;
mod program;
mod scenarios;
mod server;

use anyhow::{Context, Result, bail, ensure};
use driver::Driver;
use page::Page;
use server::Server;
use std::{
    cell::RefCell,
    env, fs,
    future::Future,
    path::{Path, PathBuf},
    pin::Pin,
    process::ExitCode,
    time::{Duration, Instant},
};

/// How long one scenario may take.
const LIMIT: Duration = Duration::from_secs(180);

/// What a scenario gets: the served site and a browser to open it in.
pub struct Site {
    pub server: Server,
    /// The addresses of all pages, relative to the site's root, in order: `""`, `en/race/`, …
    pub pages: Vec<String>,
    /// The source of axe-core.
    pub axe: String,
    driver: Driver,
    opened: RefCell<Vec<Page>>,
}

pub type Scenario = for<'a> fn(&'a Site) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

impl Site {
    fn new(dist: PathBuf, base: &str) -> Result<Site> {
        let mut pages = Vec::new();
        find_pages(&dist, "", &mut pages)?;
        ensure!(!pages.is_empty(), "no page in {}", dist.display());
        let axe = env::var("LOCKSTEP_AXE")
            .context("LOCKSTEP_AXE must name axe.min.js: use `cargo xtask test`")?;
        Ok(Site {
            server: Server::start(dist, base)?,
            pages,
            axe: fs::read_to_string(&axe).with_context(|| axe.clone())?,
            driver: Driver::start()?,
            opened: RefCell::new(Vec::new()),
        })
    }

    /// A new browser with nothing stored in it; it is closed when the scenario ends.
    pub async fn browser(&self) -> Result<Page> {
        self.start(true).await
    }

    pub async fn browser_without_javascript(&self) -> Result<Page> {
        self.start(false).await
    }

    async fn start(&self, javascript: bool) -> Result<Page> {
        let page = Page::new(self.driver.open(javascript).await?, self.server.address());
        self.opened.borrow_mut().push(page.clone());
        Ok(page)
    }
}

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("browser-tests: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The number of scenarios that failed.
fn run() -> Result<usize> {
    let mut arguments = env::args().skip(1);
    let (Some(dist), Some(base)) = (arguments.next(), arguments.next()) else {
        bail!("usage: browser-tests DIST BASE [FILTER]");
    };
    let filter = arguments.next().unwrap_or_default();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let site = Site::new(PathBuf::from(dist), &base)?;
        if filter == "--bench-player" {
            let result = bench::player(&site).await;
            // A browser left open outlives its driver, and the next measure shares the computer with it.
            clean_up(&site, &filter, false).await;
            return result.map(|()| 0);
        }
        let (mut passed, mut failed) = (0, 0);
        for (name, scenario) in scenarios::ALL
            .iter()
            .filter(|(name, _)| name.contains(&filter))
        {
            let start = Instant::now();
            let result = tokio::time::timeout(LIMIT, scenario(&site)).await;
            let result = result
                .unwrap_or_else(|_| Err(anyhow::anyhow!("not done after {} s", LIMIT.as_secs())));
            let seconds = start.elapsed().as_secs_f32();
            match &result {
                Ok(()) => println!("ok      {name} ({seconds:.1} s)"),
                Err(error) => println!("FAILED  {name} ({seconds:.1} s): {error:#}"),
            }
            clean_up(&site, name, result.is_err()).await;
            match result {
                Ok(()) => passed += 1,
                Err(_) => failed += 1,
            }
        }
        println!("{passed} passed, {failed} failed");
        ensure!(passed + failed > 0, "no scenario is named like {filter:?}");
        Ok(failed)
    })
}

/// Closes what a scenario has opened; when it failed, first saves what was to be seen.
async fn clean_up(site: &Site, name: &str, failed: bool) {
    site.server.put_all_back();
    let opened = site.opened.take();
    for (number, page) in opened.into_iter().enumerate() {
        if failed {
            for complaint in page.complaints().await.unwrap_or_default() {
                println!("        console: {complaint}");
            }
            let file = format!(
                "{}-{number}",
                name.replace(|c: char| !c.is_alphanumeric(), "-")
            );
            if let Ok(file) = page.screenshot(&file).await {
                println!("        {}", file.display());
            }
        }
        if let Err(error) = page.close().await {
            println!("        the browser did not close: {error:#}");
        }
    }
}

fn find_pages(folder: &Path, address: &str, pages: &mut Vec<String>) -> Result<()> {
    let mut entries = fs::read_dir(folder)
        .with_context(|| folder.display().to_string())?
        .collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(|entry| entry.file_name());
    if folder.join("index.html").is_file() {
        pages.push(address.to_owned());
    }
    for entry in entries.iter().filter(|entry| entry.path().is_dir()) {
        let name = entry.file_name().to_string_lossy().into_owned();
        find_pages(&entry.path(), &format!("{address}{name}/"), pages)?;
    }
    Ok(())
}

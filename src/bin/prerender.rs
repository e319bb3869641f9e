//! Trunk's post-build hook: gives the staged files their final names and writes the pages.
//!
//! Trunk passes `TRUNK_STAGING_DIR`, `TRUNK_SOURCE_DIR` and `TRUNK_PUBLIC_URL`. `LOCKSTEP_SITE_URL`, the absolute
//! address of the site's root, is optional: with it pages name their canonical addresses and there is a sitemap.
use lockstep::site::{Config, assets, base_path, build, shell::Shell, tools};
use std::{env, error::Error, fs, path::PathBuf, process::ExitCode};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let staging = PathBuf::from(
        env::var("TRUNK_STAGING_DIR")
            .map_err(|_| "TRUNK_STAGING_DIR is not set: Trunk runs this program")?,
    );
    let source = env::var("TRUNK_SOURCE_DIR").map_or_else(|_| PathBuf::from("."), PathBuf::from);
    let base = base_path(&env::var("TRUNK_PUBLIC_URL").unwrap_or_default());
    let site_url = site_url(&base)?;
    let assets = assets::publish(&source, &staging, &tools())?;
    let shell = Shell::new(
        &fs::read_to_string(staging.join("index.html"))?,
        &base,
        assets,
    )?;
    let config = Config {
        content: source.join("content"),
        site_url,
    };
    let files = build(&config, &shell).map_err(|problems| {
        let count = problems.len();
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        format!(
            "{}\n{count} {} in the content",
            lines.join("\n"),
            if count == 1 { "mistake" } else { "mistakes" }
        )
    })?;
    for file in files {
        let path = staging.join(&file.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, file.bytes)?;
    }
    Ok(())
}

/// The absolute address of the site's root, with a slash at the end; it must agree with the public URL.
fn site_url(base: &str) -> Result<Option<String>, String> {
    let Some(url) = env::var("LOCKSTEP_SITE_URL")
        .ok()
        .filter(|url| !url.is_empty())
    else {
        return Ok(None);
    };
    if !url.starts_with("https://") && !url.starts_with("http://") {
        return Err(format!(
            "LOCKSTEP_SITE_URL must begin with https://, it is {url}"
        ));
    }
    if base_path(&url) != base {
        return Err(format!(
            "LOCKSTEP_SITE_URL is {url}, but the public URL is {base}"
        ));
    }
    Ok(Some(format!("{}/", url.trim_end_matches('/'))))
}

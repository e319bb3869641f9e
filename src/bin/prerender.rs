//! Trunk's post-build hook: gives the staged files their final names and writes the pages.
use lockstep::site::{
    assets,
    shell::{Page, Shell},
};
use std::{env, error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let staging = PathBuf::from(env::var("TRUNK_STAGING_DIR")?);
    let source = PathBuf::from(env::var("TRUNK_SOURCE_DIR")?);
    let base = env::var("TRUNK_PUBLIC_URL")?;
    let assets = assets::publish(&source, &staging)?;
    let shell = Shell::new(
        &fs::read_to_string(staging.join("index.html"))?,
        &base,
        assets,
    )?;
    let page = Page {
        lang: "en",
        title: "Lockstep",
        description: "An interactive textbook on concurrency in Python.",
        head: "",
        body: "<main><h1>Lockstep</h1></main>",
        interactive: true,
    };
    fs::write(staging.join("index.html"), shell.page(&page))?;
    Ok(())
}

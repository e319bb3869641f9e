//! `serve` and `build`: runs Trunk with the right tools and options. Knows nothing of what Trunk builds.
use crate::{
    budget,
    run::{root, run, say},
    tools::Tools,
};
use anyhow::{Result, bail};
use clap::Args;
use std::{
    fs,
    net::{Ipv4Addr, TcpStream},
    path::PathBuf,
    process::Command,
    thread,
    time::Duration,
};

#[derive(Args)]
pub struct Serve {
    /// Port to serve on
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Path of the site's root, with a slash at both ends
    #[arg(long, default_value = "/")]
    public_url: String,
    /// Optimise as for publication: slower to build, faster to run
    #[arg(long)]
    release: bool,
}

#[derive(Args)]
pub struct Build {
    /// Path of the site's root, with a slash at both ends
    #[arg(long, default_value = "/")]
    public_url: String,
}

pub fn serve(options: &Serve) -> Result<()> {
    check_public_url(&options.public_url)?;
    let address = format!("http://127.0.0.1:{}{}", options.port, options.public_url);
    if TcpStream::connect((Ipv4Addr::LOCALHOST, options.port)).is_ok() {
        bail!(
            "port {} is in use: choose another with --port",
            options.port
        );
    }
    let tools = Tools::new()?.for_site()?;
    say(&format!(
        "Building the site (some minutes the first time, then seconds), to be served at {address}"
    ));
    // A folder of its own: what `cargo xtask build` made stays as it is.
    let mut trunk = trunk("serve", &options.public_url, root().join("target/serve"))?;
    // Trunk insists that the folders it is told to ignore are there.
    for folder in ["dist", "target"] {
        fs::create_dir_all(root().join(folder))?;
    }
    trunk.args([
        "--address",
        "127.0.0.1",
        "--port",
        &options.port.to_string(),
    ]);
    if options.release {
        trunk.arg("--release");
    }
    announce(options.port, address);
    run(tools.equip(&mut trunk)?)
}

/// Says so when the site can be opened.
fn announce(port: u16, address: String) {
    thread::spawn(move || {
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            thread::sleep(Duration::from_millis(200));
        }
        say(&format!("Open {address} (Ctrl+C stops)"));
    });
}

pub fn build(options: &Build) -> Result<()> {
    check_public_url(&options.public_url)?;
    build_with(&Tools::new()?.for_site()?, &options.public_url)
}

/// Builds with tools that have been set up already.
pub fn build_with(tools: &Tools, public_url: &str) -> Result<()> {
    say("Building the site for publication (up to ten minutes the first time, then under one)");
    let dist = dist();
    let mut trunk = trunk("build", public_url, dist.clone())?;
    run(tools.equip(trunk.arg("--release"))?)?;
    // Trunk's own, not to be published.
    for name in [".stage", ".trunk-lock"] {
        let path = dist.join(name);
        if path.is_dir() {
            fs::remove_dir_all(path)?;
        } else if path.exists() {
            fs::remove_file(path)?;
        }
    }
    say(&format!("The site is in {}", dist.display()));
    budget::check(&dist, public_url)
}

/// Where `build` leaves the site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

fn trunk(subcommand: &str, public_url: &str, dist: PathBuf) -> Result<Command> {
    fs::create_dir_all(&dist)?;
    let mut trunk = Command::new("trunk");
    // Offline: the tools are those we have set up, at their versions, and none of Trunk's choice.
    trunk
        .current_dir(root())
        .args([
            subcommand,
            "--offline",
            "true",
            "--public-url",
            public_url,
            "--dist",
        ])
        .arg(dist);
    // Trunk takes NO_COLOR for a switch with a value and stops at anything but "true" and "false".
    trunk.env_remove("NO_COLOR");
    // Where an error in its own code came from would bury the message that the author of a lesson needs.
    trunk.env("RUST_LIB_BACKTRACE", "0");
    Ok(trunk)
}

fn check_public_url(path: &str) -> Result<()> {
    if path.starts_with('/') && path.ends_with('/') {
        return Ok(());
    }
    bail!("--public-url must start and end with a slash, as in /lockstep/: {path:?}")
}

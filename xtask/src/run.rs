//! Running other programs, and saying so. Knows nothing of which programs there are.
use anyhow::{Context, Result, bail};
use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The root of the project, whatever the current directory is.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask lies in the root of the project")
        .to_owned()
}

/// Where cargo builds.
pub fn target_folder() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A command that runs in the root of the project.
pub fn command(program: impl Into<OsString>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program.into());
    command.args(arguments).current_dir(root());
    command
}

/// The cargo that started this program.
pub fn cargo(arguments: &[&str]) -> Command {
    command(
        std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        arguments,
    )
}

/// Runs to the end, showing what it prints.
pub fn run(command: &mut Command) -> Result<()> {
    let name = describe(command);
    let status = command
        .status()
        .with_context(|| format!("could not start {name}"))?;
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    Ok(())
}

/// Runs to the end, showing what it prints; what it writes to standard error is the failure's message, so that it is
/// read again where failures are gathered.
pub fn run_complaining(command: &mut Command) -> Result<()> {
    let name = describe(command);
    let child = command.stderr(Stdio::piped()).spawn();
    let done = child
        .and_then(std::process::Child::wait_with_output)
        .with_context(|| format!("could not start {name}"))?;
    let complaint = String::from_utf8_lossy(&done.stderr).trim().to_owned();
    if !done.status.success() {
        bail!("{name} failed ({})\n{complaint}", done.status);
    }
    Ok(())
}

/// What a command prints to standard output, or nothing if it is not there or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

pub fn say(text: &str) {
    println!("==> {text}");
}

fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut text = program
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

//! What follows a publication: a program that carries the site to where it is served.

use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use tokio::process::Command;

/// The longest that it may take.
const LONGEST: Duration = Duration::from_mins(10);

/// Runs the program with its arguments in that folder, without a shell.
///
/// # Errors
/// If it can't be started, fails, or takes too long.
pub async fn run(then: &[String], folder: &Path) -> Result<()> {
    let Some((program, arguments)) = then.split_first() else { return Ok(()) };
    let mut command = Command::new(program);
    command.current_dir(folder);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::inherit()).kill_on_drop(true);
    let mut child = command.spawn().with_context(|| format!("can't start {program}"))?;
    let Ok(status) = tokio::time::timeout(LONGEST, child.wait()).await else {
        let _ = child.kill().await;
        bail!("{program} took longer than {} minutes", LONGEST.as_secs() / 60)
    };
    let status = status.with_context(|| format!("{program} is lost"))?;
    if !status.success() {
        bail!("{program} ended with {status}");
    }
    Ok(())
}

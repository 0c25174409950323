//! `collect serve`.

use crate::command::stop::told_to_stop;
use anyhow::Result;
use jiff::Timestamp;
use open_letter::collect::serve::Running;
use open_letter::collect::settings::Settings;
use std::process::ExitCode;
use std::sync::Arc;

/// Serves until the process is told to stop (SIGTERM, or Ctrl-C).
pub async fn run(settings: Settings) -> Result<ExitCode> {
    let running = Running::start(settings, Arc::new(Timestamp::now)).await?;
    // A signal that comes from here on is not lost.
    let stop = told_to_stop();
    say!(stdout, "collecting at http://{}/", running.address()?);
    running.run(stop).await?;
    Ok(ExitCode::SUCCESS)
}

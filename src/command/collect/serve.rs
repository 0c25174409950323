//! `collect serve`.

use anyhow::Result;
use jiff::Timestamp;
use open_letter::collect::serve::Running;
use open_letter::collect::settings::Settings;
use std::process::ExitCode;
use std::sync::Arc;

/// Serves until the process is told to stop (SIGTERM, or Ctrl-C).
pub async fn run(settings: Settings) -> Result<ExitCode> {
    let running = Running::start(settings, Arc::new(Timestamp::now)).await?;
    say!(stdout, "collecting at http://{}/", running.address()?);
    running.run(told_to_stop()).await?;
    Ok(ExitCode::SUCCESS)
}

/// Waits for a signal to stop.
pub async fn told_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

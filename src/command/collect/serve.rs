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
    // A signal that comes from here on is not lost.
    let stop = told_to_stop();
    say!(stdout, "collecting at http://{}/", running.address()?);
    running.run(stop).await?;
    Ok(ExitCode::SUCCESS)
}

/// Waits for a signal to stop, from the moment at which this is called.
fn told_to_stop() -> impl Future<Output = ()> + Send {
    #[cfg(unix)]
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()).ok();
    async move {
        #[cfg(unix)]
        if let Some(terminate) = &mut terminate {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
        let _ = tokio::signal::ctrl_c().await;
    }
}

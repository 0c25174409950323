//! `open-letter serve` serves a site on this machine.

use anyhow::Result;
use clap::Args;
use open_letter::serve::Server;
use std::path::PathBuf;
use std::process::ExitCode;

/// Arguments of `open-letter serve`.
#[derive(Args)]
pub struct Arguments {
    /// The folder of the site
    site: PathBuf,
    /// The port
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Try out signing: receive signatures for these letters of the site
    #[cfg(feature = "collect")]
    #[arg(long, value_name = "LETTER", num_args = 1..)]
    collect: Vec<PathBuf>,
    /// The folder for what the collector keeps, and its outbox
    #[cfg(feature = "collect")]
    #[arg(long, value_name = "DIR", default_value = "collect")]
    collected: PathBuf,
}

/// Serves until the command is ended.
///
/// # Errors
/// If there is no such folder, or the port is in use.
#[tokio::main]
pub async fn run(arguments: &Arguments) -> Result<ExitCode> {
    let server = Server::bind(&arguments.site, arguments.port).await?;
    let address = server.address()?;
    say!(stdout, "serving {} at http://{address}/", arguments.site.display());
    #[cfg(feature = "collect")]
    if !arguments.collect.is_empty() {
        return collecting::run(server, arguments).await;
    }
    server.run().await?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(feature = "collect")]
mod collecting {
    use super::Arguments;
    use anyhow::Result;
    use jiff::Timestamp;
    use open_letter::collect::demonstration::{outbox_page, settings};
    use open_letter::collect::serve::Ready;
    use open_letter::serve::Server;
    use std::process::ExitCode;
    use std::sync::Arc;
    use tokio::sync::watch;

    /// Serves, and receives signatures on the same port.
    pub async fn run(server: Server, arguments: &Arguments) -> Result<ExitCode> {
        let address = server.address()?;
        let settings = settings(&arguments.site, address, &arguments.collected, &arguments.collect)?;
        if settings.letters.is_empty() {
            server.run().await?;
            return Ok(ExitCode::SUCCESS);
        }
        let ready = Ready::make(settings, Arc::new(Timestamp::now)).await?;
        say!(stdout, "signing is tried out here; its mails are at http://{address}/collect/outbox");
        let server = server.before(ready.router().merge(outbox_page(&arguments.collected)));
        let (stopping, stopped) = watch::channel(false);
        let working = tokio::spawn(ready.work(stopped));
        server.run().await?;
        let _ = stopping.send(true);
        working.await??;
        Ok(ExitCode::SUCCESS)
    }
}

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
}

/// Serves until the command is ended.
///
/// # Errors
/// If there is no such folder, or the port is in use.
#[tokio::main]
pub async fn run(Arguments { site, port }: &Arguments) -> Result<ExitCode> {
    let server = Server::bind(site, *port).await?;
    say!(stdout, "serving {} at http://{}/", site.display(), server.address()?);
    server.run().await?;
    Ok(ExitCode::SUCCESS)
}

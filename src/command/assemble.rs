//! `open-letter assemble`: the last step of the widget's build.

use anyhow::Result;
use clap::Args;
use open_letter::assemble::assemble;
use std::path::PathBuf;
use std::process::ExitCode;

/// Arguments of `open-letter assemble`.
#[derive(Args)]
pub struct Arguments {
    /// The folder that Trunk wrote
    trunk: PathBuf,
    /// The bundled loader
    #[arg(long)]
    loader: PathBuf,
    /// The folder to replace
    #[arg(long)]
    out: PathBuf,
}

/// Writes the widget's files, and prints their sizes.
///
/// # Errors
/// If a file is missing or can't be written.
pub fn run(Arguments { trunk, loader, out }: &Arguments) -> Result<ExitCode> {
    say!(stdout, "{}", assemble(trunk, loader, out)?);
    Ok(ExitCode::SUCCESS)
}

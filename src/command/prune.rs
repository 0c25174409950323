//! `open-letter prune`: a step of the widget's build.

use anyhow::{Context, Result};
use clap::Args;
use open_letter::assemble::prune;
use std::path::PathBuf;
use std::process::ExitCode;

/// Arguments of `open-letter prune`.
#[derive(Args)]
pub struct Arguments {
    /// The linked module
    module: PathBuf,
    /// A word in the names of the exports to remove
    #[arg(long)]
    without: String,
    /// The file to write
    #[arg(long)]
    out: PathBuf,
}

/// Writes the module without these exports.
///
/// # Errors
/// If there are none, or a file can't be read or written.
pub fn run(Arguments { module, without, out }: &Arguments) -> Result<ExitCode> {
    let bytes = std::fs::read(module).with_context(|| format!("can't read {}", module.display()))?;
    let pruned = prune(&bytes, without).with_context(|| module.display().to_string())?;
    std::fs::write(out, pruned).with_context(|| format!("can't write {}", out.display()))?;
    Ok(ExitCode::SUCCESS)
}

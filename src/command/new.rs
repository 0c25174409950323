//! `open-letter new` writes a folder to begin with, and prints the next steps.

use anyhow::Result;
use clap::Args;
use open_letter::new;
use std::path::PathBuf;
use std::process::ExitCode;

/// Arguments of `open-letter new`.
#[derive(Args)]
pub struct Arguments {
    /// The folder to write; its name becomes part of the letter's address
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Writes the folder.
pub fn run(Arguments { folder }: &Arguments) -> Result<ExitCode> {
    for path in new::write(folder)? {
        say!(stdout, "written    {}", path.display());
    }
    let folder = folder.display();
    say!(stdout, "next:      write the letter in {folder}/letter.md, which explains each of its keys");
    say!(stdout, "           open-letter check {folder}              lists every problem, with its line");
    say!(stdout, "           open-letter publish {folder} --out site makes a website");
    Ok(ExitCode::SUCCESS)
}

//! `open-letter new` writes a folder to begin with, and prints the next steps.

use anyhow::Result;
use clap::Args;
use open_letter::new::{self, Begun, Elsewhere};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Arguments of `open-letter new`.
#[derive(Args)]
pub struct Arguments {
    /// The folder to write; its name becomes part of the letter's address
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The letter as it was written elsewhere: .docx, .odt, .html, .txt or .md
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// The language of that letter, such as fr
    #[arg(long, value_name = "TAG", requires = "from")]
    lang: Option<String>,
    /// The encoding of that letter, if it is a text that is not UTF-8
    #[arg(long, value_name = "NAME", requires = "from")]
    encoding: Option<String>,
}

/// Writes the folder.
pub fn run(Arguments { folder, from, lang, encoding }: &Arguments) -> Result<ExitCode> {
    match from {
        None => begin(folder),
        Some(file) => begin_from(folder, Elsewhere { file, lang: lang.as_deref(), encoding: encoding.as_deref() }),
    }
}

fn begin(folder: &Path) -> Result<ExitCode> {
    for path in new::write(folder)? {
        say!(stdout, "written    {}", path.display());
    }
    let folder = folder.display();
    say!(stdout, "next:      write the letter in {folder}/letter.md, which explains each of its keys");
    say!(stdout, "           open-letter check {folder}              lists every problem, with its line");
    say!(stdout, "           open-letter publish {folder} --out site makes a website");
    Ok(ExitCode::SUCCESS)
}

fn begin_from(folder: &Path, from: Elsewhere) -> Result<ExitCode> {
    let Begun { written, report } = new::from(folder, from)?;
    for path in written {
        say!(stdout, "written    {}", path.display());
    }
    for (kind, what) in report {
        say!(stdout, "{kind:<10} {}", what.replace('\n', "\n           "));
    }
    let folder = folder.display();
    say!(stdout, "next:      read {folder}/letter.md beside the original");
    say!(stdout, "           open-letter check {folder}              lists every problem, with its line");
    Ok(ExitCode::SUCCESS)
}

//! `open-letter import` reads signatures from an export and reports what became of them.

use anyhow::Result;
use clap::{Args, ValueEnum};
use open_letter::import::{self, DateFormat, Delimiter, Options, PRESETS, Preset};
use open_letter::model::Kind;
use std::path::PathBuf;
use std::process::ExitCode;

/// Arguments of `open-letter import`.
#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Arguments {
    /// The export of a form or a petition, as CSV
    file: PathBuf,
    /// The letter's folder
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    /// Which headings hold which fields: name="Full name",organisation=Org
    #[arg(long, value_name = "TARGET=HEADING,…")]
    map: Vec<String>,
    /// The system that the export comes from: action-network or wordpress-speakout; --map changes single columns
    #[arg(long, value_name = "SYSTEM", value_parser = preset)]
    from: Option<&'static Preset>,
    /// A name for this export, the same each time; by default the system's name
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// The character between columns, if it is not recognised: comma, semicolon, tab or pipe
    #[arg(long, value_parser = Delimiter::parse)]
    delimiter: Option<Delimiter>,
    /// The encoding, if it is not certain: windows-1252, macintosh, …
    #[arg(long)]
    encoding: Option<String>,
    /// How the export writes days, if not as 2023-09-07: d/m/Y
    #[arg(long, value_name = "FORMAT", value_parser = DateFormat::parse)]
    date_format: Option<DateFormat>,
    /// Kind for rows that don't specify one
    #[arg(long)]
    kind: Option<KindWord>,
    /// Another word that means yes in this export
    #[arg(long, value_name = "WORD")]
    yes: Vec<String>,
    /// Another word that means no in this export
    #[arg(long, value_name = "WORD")]
    no: Vec<String>,
    /// What to do with signatories who don't consent to be named: count them without a name, or leave them out
    #[arg(long, default_value = "hide")]
    without_consent: WithoutConsent,
    /// What to do with signatories whose names are in the table already: leave them out, add them all the same, or
    /// merge them with the existing ones
    #[arg(long, default_value = "skip")]
    duplicates: Duplicates,
    /// The export is complete: withdraw signatories who came from it once and are no longer in it
    #[arg(long)]
    complete: bool,
    /// Withdraw more than half of them at once
    #[arg(long, requires = "complete")]
    withdraw_most: bool,
    /// Write nothing, and report what would become of the rows
    #[arg(long)]
    dry_run: bool,
    /// Report every row that somebody should look at, not only the first of each kind
    #[arg(long)]
    verbose: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum KindWord {
    Person,
    Organisation,
}

#[derive(Clone, Copy, ValueEnum)]
enum WithoutConsent {
    Hide,
    Skip,
}

#[derive(Clone, Copy, ValueEnum)]
enum Duplicates {
    Skip,
    Add,
    Merge,
}

/// Imports. Fails if a row was left out; all others are imported.
pub fn run(arguments: Arguments) -> Result<ExitCode> {
    let verbose = arguments.verbose;
    let report = import::import(&options(arguments))?;
    say!(stdout, "{}", report.text(verbose));
    Ok(if report.left_out.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn options(arguments: Arguments) -> Options {
    let Arguments { file, into, map, source, delimiter, encoding, date_format, yes, no, .. } = arguments;
    let Arguments { complete, withdraw_most, dry_run, .. } = arguments;
    Options {
        file,
        into,
        preset: arguments.from,
        map,
        source,
        delimiter,
        encoding,
        date_format,
        kind: arguments.kind.map(|kind| match kind {
            KindWord::Person => Kind::Person,
            KindWord::Organisation => Kind::Organisation,
        }),
        yes,
        no,
        without_consent: match arguments.without_consent {
            WithoutConsent::Hide => import::WithoutConsent::Hide,
            WithoutConsent::Skip => import::WithoutConsent::Skip,
        },
        duplicates: match arguments.duplicates {
            Duplicates::Skip => import::Duplicates::Skip,
            Duplicates::Add => import::Duplicates::Add,
            Duplicates::Merge => import::Duplicates::Merge,
        },
        complete,
        withdraw_most,
        dry_run,
    }
}

fn preset(name: &str) -> Result<&'static Preset, String> {
    let names: Vec<&str> = PRESETS.iter().map(|preset| preset.name).collect();
    Preset::named(name)
        .ok_or_else(|| format!("there are {}; name the columns of any other by --map", names.join(" and ")))
}

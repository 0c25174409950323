//! `open-letter import`: signatures from an export, and what became of them.

use anyhow::Result;
use clap::{Args, ValueEnum};
use open_letter::import::{self, DateFormat, Delimiter, Options, PRESETS, Preset};
use open_letter::model::Kind;
use std::path::PathBuf;
use std::process::ExitCode;

/// What `open-letter import` is told.
#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Arguments {
    /// The export of a form or a petition, as CSV
    file: PathBuf,
    /// The letter's folder
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    /// Which headings give what: name="Full name",organisation=Org
    #[arg(long, value_name = "TARGET=HEADING,…")]
    map: Vec<String>,
    /// The system whose columns these are: action-network or wordpress-speakout; --map changes single columns
    #[arg(long, value_name = "SYSTEM", value_parser = preset)]
    from: Option<&'static Preset>,
    /// What the export is of, the same each time; the system's name if it is not said
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// What stands between the columns, if it is not recognised: comma, semicolon, tab or pipe
    #[arg(long, value_parser = Delimiter::parse)]
    delimiter: Option<Delimiter>,
    /// The encoding, if it is not certain: windows-1252, macintosh, …
    #[arg(long)]
    encoding: Option<String>,
    /// How days are written that are not as 2023-09-07: d/m/Y
    #[arg(long, value_name = "FORMAT", value_parser = DateFormat::parse)]
    date_format: Option<DateFormat>,
    /// What they are whose rows don't say it
    #[arg(long)]
    kind: Option<KindWord>,
    /// A word that means yes in this export, besides those that always do
    #[arg(long, value_name = "WORD")]
    yes: Vec<String>,
    /// A word that means no in this export
    #[arg(long, value_name = "WORD")]
    no: Vec<String>,
    /// What becomes of those who don't consent to be named: counted without a name, or left out
    #[arg(long, default_value = "hide")]
    without_consent: WithoutConsent,
    /// What becomes of those who seem to be there already, by their names: left out, added all the same, or taken for
    /// who is there
    #[arg(long, default_value = "skip")]
    duplicates: Duplicates,
    /// The export has everybody: who came from it once and is no longer in it is withdrawn
    #[arg(long)]
    complete: bool,
    /// Withdraw more than half of them at once
    #[arg(long, requires = "complete")]
    withdraw_most: bool,
    /// Write nothing, and tell what would become of the rows
    #[arg(long)]
    dry_run: bool,
    /// Tell of each row that somebody should look at, and not only of the first of each kind
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

/// Imports, and fails if a row was left out; the others are imported all the same.
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

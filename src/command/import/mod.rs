//! `open-letter import` reads signatures from an export and reports what became of them.

mod every;

use super::follows::Follows;
use anyhow::{Context, Result, bail, ensure};
use clap::{Args, ValueEnum};
use every::Every;
use open_letter::files::span::Span;
use open_letter::import::remote::{Address, Answer, Fetcher, Kept, Pace, SHORTEST, Version};
use open_letter::import::{self, DateFormat, Delimiter, Options, PRESETS, Preset, held};
use open_letter::model::{Kind, is_loopback};
use std::path::PathBuf;
use std::process::ExitCode;

/// Arguments of `open-letter import`.
#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Arguments {
    /// The export of a form or a petition: a file (.csv, .xlsx, .ods, .json), or the https address of an online sheet
    #[arg(value_name = "FILE or URL")]
    file: PathBuf,
    /// The letter's folder
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    /// Which heading holds which field: --map "name=Full name" --map "organisation=Org"
    #[arg(long, value_name = "TARGET=HEADING")]
    map: Vec<String>,
    /// How to split the cells of one column: --split "name (organisation)". Repeat it for several patterns; --split
    /// name means the usual patterns
    #[arg(long, value_name = "PATTERN")]
    split: Vec<String>,
    /// The sheet of a workbook, or the list of a JSON document, if there are several
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// The number of the row with the headings, if it is not the first
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    heading_row: Option<u32>,
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
    /// Another word that means a person in this export
    #[arg(long, value_name = "WORD")]
    person: Vec<String>,
    /// Another word that means an organisation in this export
    #[arg(long, value_name = "WORD")]
    organisation: Vec<String>,
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
    /// The export is complete: remove signatories who came from it before and are no longer in it
    #[arg(long)]
    complete: bool,
    /// Remove more than half of them at once
    #[arg(long, requires = "complete")]
    withdraw_most: bool,
    /// Hold new and changed rows in held.csv, until you write yes or no beside each
    #[arg(long)]
    hold: bool,
    /// Import from the address again and again, and hold new rows: every 15m, 2h, …
    #[arg(long, value_name = "TIME", value_parser = span, conflicts_with = "dry_run")]
    every: Option<Span>,
    /// With --every: do not hold new rows, so that they are published before anybody has looked at them
    #[arg(long, requires = "every", conflicts_with = "hold")]
    publish_unseen: bool,
    /// Let the address lead into this computer or its own network
    #[arg(long)]
    allow_private: bool,
    /// Write nothing, and report what would happen
    #[arg(long)]
    dry_run: bool,
    /// Report every row that somebody should look at, not only the first of each kind
    #[arg(long)]
    verbose: bool,
    /// With --every: run this program after each change of the table. Everything after it belongs to this program; no
    /// shell reads it: --then open-letter publish my-letter --out site
    #[arg(long, value_name = "PROGRAM", num_args = 1.., allow_hyphen_values = true, requires = "every")]
    then: Vec<String>,
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
    if let Some(address) = arguments.file.to_str().filter(|file| Address::is_meant(file)) {
        let address = Address::parse(address, arguments.allow_private).map_err(anyhow::Error::msg)?;
        return from_address(arguments, address);
    }
    ensure!(arguments.every.is_none(), "--every needs the address of an online sheet, and not a file");
    let verbose = arguments.verbose;
    Ok(tell(&import::import(&options(arguments))?, verbose))
}

/// Imports from an address, once or again and again.
fn from_address(mut arguments: Arguments, address: Address) -> Result<ExitCode> {
    let fetcher = Fetcher::new(arguments.allow_private);
    // The host stands for the export in messages: the address may be a secret.
    arguments.file = PathBuf::from(address.host());
    let (verbose, then, every) = (arguments.verbose, own(std::mem::take(&mut arguments.then))?, arguments.every);
    arguments.hold |= every.is_some() && !arguments.publish_unseen;
    let options = options(arguments);
    if let Some(Span(every)) = every {
        // A host on this computer locks nobody out.
        if every < SHORTEST && !is_loopback(address.host()) {
            bail!(
                "--every is shorter than a minute: hosts block clients that ask more often, so write 15m, or 1m at \
                 least"
            );
        }
        let (pace, follows) = (Pace::of(every), Follows::of(then, true));
        return every::run(Every { options, address, fetcher, pace, follows });
    }
    let (kept, as_given) = (Kept::read(&options.into), format!("{options:?}"));
    // Decisions about rows that wait need the whole table.
    let is_whole = options.dry_run || options.into.join(held::FILE).exists();
    let version = if is_whole { Version::default() } else { kept.version(options.source_name(), &address, &as_given) };
    match fetcher.get(&address, &version)? {
        Answer::Same => {
            say!(stdout, "{}: nothing new", address.host());
            Ok(ExitCode::SUCCESS)
        }
        Answer::Table(bytes, version) => {
            let report = import::import_bytes(&options, &bytes)?;
            let done = tell(&report, verbose);
            // The rows that were left out are reported again, until none is.
            if !options.dry_run && report.left_out.is_empty() {
                kept.keep(&options.into, (options.source_name(), &address), &as_given, version)?;
            }
            Ok(done)
        }
    }
}

fn tell(report: &import::Report, verbose: bool) -> ExitCode {
    say!(stdout, "{}", report.text(verbose));
    if report.left_out.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The program, or this command itself where it is `open-letter`, which need not be where programs are looked for.
fn own(mut program: Vec<String>) -> Result<Vec<String>> {
    if let Some(first) = program.first_mut().filter(|first| *first == "open-letter") {
        let own = std::env::current_exe().context("this command doesn't know where it is")?;
        *first = own.to_string_lossy().into_owned();
    }
    Ok(program)
}

fn span(text: &str) -> Result<Span, String> {
    let span = Span::parse(text).filter(|span| !span.0.is_zero());
    span.ok_or_else(|| "write a number and s, m, h or d, such as 15m".to_string())
}

fn options(arguments: Arguments) -> Options {
    let Arguments { file, into, map, split, sheet, source, delimiter, encoding, date_format, .. } = arguments;
    let Arguments { person, organisation, yes, no, complete, withdraw_most, hold, dry_run, .. } = arguments;
    Options {
        file,
        into,
        preset: arguments.from,
        map,
        split,
        sheet,
        heading_row: arguments.heading_row.and_then(|row| usize::try_from(row).ok()),
        source,
        delimiter,
        encoding,
        date_format,
        kind: arguments.kind.map(|kind| match kind {
            KindWord::Person => Kind::Person,
            KindWord::Organisation => Kind::Organisation,
        }),
        person,
        organisation,
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
        hold,
        dry_run,
    }
}

fn preset(name: &str) -> Result<&'static Preset, String> {
    let names: Vec<&str> = PRESETS.iter().map(|preset| preset.name).collect();
    Preset::named(name)
        .ok_or_else(|| format!("there are {}; name the columns of any other by --map", names.join(" and ")))
}

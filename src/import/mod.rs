//! `import`: merges signatures from the export of any form or petition into `signatories.csv`.
//!
//! ```text
//! export.csv, .xlsx …     export ─┐
//! --map, --split   mapping, split ┤ headings ── reader ───┐
//! signatories.csv         table ──┐                       │
//! .open-letter/    known, secret ─┼─────── find ─ merge ──┴─ report
//! held.csv                 held ──┘
//! ```
//!
//! The program guesses nothing: it asks about or refuses whatever has two readings, and gives the line. It writes no
//! e-mail address and no number of another system anywhere; it recognises both by marks under a key.

mod admit;
mod alike;
mod asks;
mod change;
mod denial;
mod duplicate;
mod export;
mod find;
mod group;
mod headings;
pub mod held;
mod left_out;
mod mapping;
mod merge;
mod notes;
mod options;
mod presets;
mod reader;
pub mod remote;
mod report;
mod signature;
mod split;
mod sums;
mod table;
mod update;
mod withdraw;

pub use crate::source::days::DateFormat;
pub use crate::source::sheet::Delimiter;
pub use crate::source::words::{
    NO, NO_PHRASES, ORGANISATION, ORGANISATION_PHRASES, PERSON, PERSON_PHRASES, YES, YES_PHRASES,
};
pub use export::Form;
pub use options::{Duplicates, Options, WithoutConsent};
pub use presets::{PRESETS, Preset};
pub use report::{About, LeftOut, Note, Report, Written};

use crate::files::lock::{Lock, Patience, Work};
use crate::files::private_folder;
use crate::files::regular;
use crate::files::unfinished;
use crate::source::COLUMNS;
use crate::source::draft::LETTER_FILE;
use crate::source::imported::{Known, Mark, Secret};
use anyhow::{Context, Result, bail, ensure};
use export::{Ask, Export};
use headings::Wanted;
use held::Held;
use mapping::{Mapping, NAMES};
use merge::Merge;
use reader::Reader;
use signature::{Refusal, Signature};
use split::Split;
use std::collections::HashMap;
use table::Table;

/// The targets of an export's columns: the columns of `signatories.csv`, and those used only for recognition and
/// consent.
pub const TARGETS: [&str; COLUMNS.len() + BESIDES.len()] = {
    let mut targets = [""; COLUMNS.len() + BESIDES.len()];
    let mut at = 0;
    while at < targets.len() {
        targets[at] = if at < COLUMNS.len() { COLUMNS[at] } else { BESIDES[at - COLUMNS.len()] };
        at += 1;
    }
    targets
};

/// The targets used only for recognition and consent, and those that form one name.
const BESIDES: [&str; 7] = ["first-name", "middle-name", "last-name", "email", "key", "consent", "anonymous"];

/// Imports an export from its file.
///
/// # Errors
/// If the export can't be read as given, the table has faults, or a file can't be written. Nothing is written then,
/// unless writing itself fails.
pub fn import(options: &Options) -> Result<Report> {
    source(options)?;
    let shown = || format!("can't read {}", options.file.display());
    import_bytes(options, &regular::read(&options.file, regular::TABLE).with_context(shown)?)
}

/// Imports an export with that content; the options name where it comes from.
///
/// # Errors
/// As [`import`].
pub fn import_bytes(options: &Options, bytes: &[u8]) -> Result<Report> {
    let source = source(options)?;
    let _lock = lock(options)?;
    let wanted = mapping::wanted(options.preset, &options.map).map_err(anyhow::Error::msg)?;
    let split = Split::read(&options.split, &wanted)?;
    let shown = || options.file.display().to_string();
    let (export, mapping) = read(options, bytes, (&wanted, split.as_ref())).with_context(shown)?;
    let words = options.words();
    let declined = mapping::left_out(&options.map).map_err(anyhow::Error::msg)?;
    asks::ask(&export, &mapping, &declined, &words).with_context(shown)?;
    let table = table(options)?;
    let secret = Secret::of(&options.into)?;
    let known = Known::read(&options.into, &secret)?;
    let held = Held::read(&options.into, source)?;
    let mut report = Report::new(&options.file, table.path(), export.form.clone(), export.rows.len());
    notes::about_export(&export, &mapping, &mut report);
    for (line, fault) in &held.faults {
        report.note(None, About::Decision, format!("line {line} of {}: {fault}", held::FILE));
    }
    let reader = Reader {
        mapping: &mapping,
        width: export.headings.len(),
        may_be_cut: export.form.may_be_cut(),
        groups: if export.form.has_groups() { mapping.groups(&export.headings) } else { Vec::new() },
        split: split.as_ref(),
        source,
        words: &words,
        date_format: options.date_format.as_ref(),
        kind: options.kind,
        secret: &secret,
    };
    let mut signatures: Vec<Result<Signature, Box<Refusal>>> = export.rows.iter().map(|row| reader.read(row)).collect();
    denial::spread(&mut signatures, source, options.duplicates != Duplicates::Add);
    let policies = (options.duplicates, options.without_consent);
    let mut merge = Merge::new(
        (table, known),
        (&secret, source),
        policies,
        (held, options.hold),
        (counts(&signatures), export.form.unit()),
    );
    for signature in signatures {
        match signature {
            Ok(signature) => merge.take(&signature, &mut report),
            Err(refusal) => merge.refuse(*refusal, &mut report),
        }
    }
    notes::about_addresses(&export, &mapping, &mut report);
    notes::about_columns(&export, &mapping, (&declined, &words), &mut report);
    if split.is_none() {
        notes::about_names(&export, &mapping, &mut report);
    }
    if options.complete {
        merge.withdraw(options.withdraw_most, &mut report)?;
    }
    report.written = match (merge.table.is_changed(), options.dry_run) {
        (true, true) => Written::DryRun,
        (true, false) => Written::Yes,
        (false, _) => Written::Unchanged,
    };
    if !options.dry_run {
        // If the folder can't store the key, it can't store the memory either: fail before writing the table. Then
        // write the table before the memory. If only the table is written, the next import reports its new rows as
        // already there. In the other order, it would take rows that were never written for deleted ones.
        if !merge.known.entries.is_empty() || report.held > 0 {
            secret.keep(&options.into)?;
        }
        merge.table.write()?;
        let lost = || format!("{} is written, but import could not save whom it added", merge.table.path().display());
        merge.known.write(&options.into, &secret).with_context(lost)?;
        report.waiting = merge.held.write(&options.into, source)?;
        report.list = left_out::write(&options.into, &report.left_out, &report.form)?;
    }
    Ok(report)
}

/// The export, and its columns.
fn read(options: &Options, bytes: &[u8], (wanted, split): (&[Wanted], Option<&Split>)) -> Result<(Export, Mapping)> {
    let ask = Ask {
        delimiter: options.delimiter,
        encoding: options.encoding.as_deref(),
        sheet: options.sheet.as_deref(),
        heading_row: options.heading_row,
        wanted,
    };
    let mut export = Export::read(bytes, &ask)?;
    let has_name = split.is_some_and(|split| NAMES.iter().any(|part| split.has(part)));
    match Mapping::of(wanted, &export.headings, has_name) {
        Ok(mapping) => {
            let has_name = |cells: &[String]| mapping.cells(cells).any(|(target, _)| NAMES.contains(&target));
            export.keep_rows(has_name);
            Ok((export, mapping))
        }
        Err(fault) => match export.heading_row(wanted).filter(|_| !wanted.is_empty()) {
            Some(row) => bail!("{fault}; row {row} has what you look for, so add --heading-row {row}"),
            None => Err(fault),
        },
    }
}

/// Keeps others from reading or writing the table meanwhile. A dry run writes nothing and needs no lock.
fn lock(options: &Options) -> Result<Option<Lock>> {
    if options.dry_run {
        return Ok(None);
    }
    let lock = Lock::of_letter(&options.into, Work::Import, Patience::Short)?;
    unfinished::delete(&options.into, 0)?;
    unfinished::delete(&private_folder::path(&options.into), 0)?;
    Ok(Some(lock))
}

/// How many rows have each e-mail address, and each name and affiliation.
fn counts(signatures: &[Result<Signature, Box<Refusal>>]) -> HashMap<Mark, usize> {
    let identity = |signature: &Result<Signature, Box<Refusal>>| match signature {
        Ok(signature) => Some(signature.identity.clone()),
        Err(refusal) => refusal.identity.clone(),
    };
    let mut counts = HashMap::new();
    for identity in signatures.iter().filter_map(identity) {
        for mark in [identity.email, identity.alike].into_iter().flatten() {
            *counts.entry(mark).or_default() += 1;
        }
    }
    counts
}

fn source(options: &Options) -> Result<&str> {
    let is_named = options.source.is_some() || options.preset.is_some();
    ensure!(
        is_named || !options.complete,
        "--complete removes people who are no longer in an export of the same source: say which by --source NAME, the \
         same each time"
    );
    Ok(options.source_name())
}

fn table(options: &Options) -> Result<Table> {
    let folder = options.into.display();
    if !options.into.is_dir() {
        bail!("{folder} is not a folder: open-letter new {folder} makes one");
    }
    let (table, findings) = Table::read(&options.into)?;
    if !options.into.join(LETTER_FILE).exists() && !table.path().exists() {
        bail!("{folder} is not a letter's folder: it has neither {LETTER_FILE} nor signatories.csv");
    }
    if crate::source::any_error(&findings) {
        bail!("{} has faults, so nothing is imported: open-letter check {folder} lists them", table.path().display());
    }
    Ok(table)
}

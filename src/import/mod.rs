//! `import`: merges signatures from the export of any form or petition into `signatories.csv`.
//!
//! ```text
//! export.csv   encoding ─ export ─┐
//! --map        presets, mapping ──┤ headings ─ signature ─┐
//! signatories.csv         table ──┐                       │
//! .open-letter/    known, secret ─┴─────── find ─ merge ──┴─ report
//! ```
//!
//! The program guesses nothing: it asks about or refuses whatever has two readings, and gives the line. It writes no
//! e-mail address and no number of another system anywhere; it recognises both by marks under a key.

mod change;
mod export;
mod find;
mod headings;
mod left_out;
mod mapping;
mod merge;
mod options;
mod presets;
mod report;
mod signature;
mod table;
mod withdraw;

pub use crate::source::days::DateFormat;
pub use crate::source::sheet::Delimiter;
pub use crate::source::words::{NO, ORGANISATION, PERSON, YES};
pub use options::{Duplicates, Options, WithoutConsent};
pub use presets::{PRESETS, Preset};
pub use report::{About, LeftOut, Note, Report, Written};

use crate::files::lock::{Lock, Patience, Work};
use crate::files::private_folder;
use crate::files::regular;
use crate::files::unfinished;
use crate::model::email_in;
use crate::source::COLUMNS;
use crate::source::draft::LETTER_FILE;
use crate::source::encoding;
use crate::source::imported::{Known, Mark, Secret};
use crate::source::words::Words;
use anyhow::{Context, Result, bail, ensure};
use export::Export;
use mapping::Mapping;
use merge::Merge;
use signature::{Reader, Refusal, Signature};
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

/// The targets used only for recognition and consent, and two that form one name.
const BESIDES: [&str; 6] = ["first-name", "last-name", "email", "key", "consent", "anonymous"];

/// Imports an export.
///
/// # Errors
/// If the export can't be read as given, the table has faults, or a file can't be written. Nothing is written then,
/// unless writing itself fails.
pub fn import(options: &Options) -> Result<Report> {
    let source = source(options)?;
    let _lock = lock(options)?;
    let wanted = mapping::wanted(options.preset, &options.map).map_err(anyhow::Error::msg)?;
    let shown = || options.file.display().to_string();
    let bytes = regular::read(&options.file, regular::TABLE).with_context(|| format!("can't read {}", shown()))?;
    let decoded = encoding::decode(&bytes, options.encoding.as_deref()).with_context(shown)?;
    let export = Export::read(&decoded.text, options.delimiter, &wanted).with_context(shown)?;
    let mapping = Mapping::of(&wanted, &export.headings).with_context(shown)?;
    let table = table(options)?;
    let secret = Secret::of(&options.into)?;
    let known = Known::read(&options.into, &secret)?;
    let mut report = Report::new(&options.file, table.path(), decoded.encoding, export.delimiter, export.rows.len());
    note_export(&export, &mapping, &mut report);
    let of_preset = options.preset.iter().flat_map(|preset| preset.yes).map(ToString::to_string);
    let yes: Vec<String> = of_preset.chain(options.yes.clone()).collect();
    let reader = Reader {
        mapping: &mapping,
        width: export.headings.len(),
        source,
        words: Words::with(&yes, &options.no),
        date_format: options.date_format.as_ref(),
        kind: options.kind,
        secret: &secret,
    };
    let signatures: Vec<Result<Signature, Box<Refusal>>> = export.rows.iter().map(|row| reader.read(row)).collect();
    let policies = (options.duplicates, options.without_consent);
    let mut merge = Merge::new((table, known), (&secret, source), policies, counts(&signatures));
    for signature in signatures {
        match signature {
            Ok(signature) => merge.take(&signature, &mut report),
            Err(refusal) => merge.refuse(*refusal, &mut report),
        }
    }
    note_addresses(&export, &mapping, &mut report);
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
        if !merge.known.entries.is_empty() {
            secret.keep(&options.into)?;
        }
        merge.table.write()?;
        let lost = || format!("{} is written, but who was imported is not remembered", merge.table.path().display());
        merge.known.write(&options.into, &secret).with_context(lost)?;
        report.list = left_out::write(&options.into, &report.left_out)?;
    }
    Ok(report)
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

fn note_export(export: &Export, mapping: &Mapping, report: &mut Report) {
    for absent in &mapping.absent {
        report.note(None, About::Export, absent);
    }
    let mut short = export.rows.iter().filter(|row| row.cells.len() < export.headings.len());
    if let Some(first) = short.next() {
        let (rows, line) = (1 + short.count(), first.line);
        let text = format!(
            "has fewer cells than headings in {rows} {}, the first of them line {line}: what is missing at the end is taken \
             for empty",
            if rows == 1 { "row" } else { "rows" }
        );
        report.note(None, About::Export, text);
    }
}

/// Suggests mapping a column of e-mail addresses, if people with one name were left out for lack of it.
fn note_addresses(export: &Export, mapping: &Mapping, report: &mut Report) {
    if report.duplicates == 0 || mapping.has("email") {
        return;
    }
    let has_addresses = |place: &usize| {
        let cells =
            || export.rows.iter().filter_map(|row| row.cells.get(*place)).filter(|cell| !cell.trim().is_empty());
        let addresses = cells().filter(|cell| email_in(cell).is_some()).count();
        addresses > 0 && addresses * 2 > cells().count()
    };
    if let Some(place) = mapping.unused(export.headings.len()).find(has_addresses) {
        let heading = &export.headings[place];
        let text = format!(
            "“{heading}” has e-mail addresses: add email={heading} to --map, to distinguish people of the same name"
        );
        report.note(None, About::Export, text);
    }
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
    let named = options.source.as_deref().or(options.preset.map(|preset| preset.name));
    ensure!(
        named.is_some() || !options.complete,
        "--complete withdraws who is no longer in an export of the same source: say which by --source NAME, the same \
         each time"
    );
    Ok(named.unwrap_or("export"))
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

//! Checks a letter without writing anything: what prevents publishing it, and what an editor would say.
//!
//! ```text
//! a folder        source ─┬─ proof: quotations brackets markup encoding links dates offices language previews signing
//!                         ├─ typed: lines blocks signs stress
//!                         ├─ translations, blocks, twice, groups, signed_text
//!                         └─ names: scripts invisible alike shouting form
//! a letter.json   document: json, schema, members ── proof, names
//! a stylesheet    colours
//! a form          trial
//! ```
//!
//! Checks run only on a text that has no error. Each takes the checked values and returns notes, which this module
//! places in the file. `publish` runs none of them.

mod blocks;
mod brackets;
mod colours;
mod dates;
mod document;
mod encoding;
mod groups;
mod language;
mod links;
mod markup;
mod meant;
mod names;
mod note;
mod offices;
mod passages;
mod previews;
mod proof;
mod quotations;
mod script;
mod signed_text;
mod signing;
mod translations;
pub mod trial;
mod twice;
mod typed;

use crate::model::{Date, Letter, Signatory};
use crate::source::collected::COLLECTED;
use crate::source::draft::LETTER_FILE;
use crate::source::finding::{Finding, Findings, Weight, any_error, in_a_line};
use crate::source::letter_folder::{self, Tabled};
use crate::source::rows::Rows;
use crate::source::text::Text;
use crate::source::too_large;
use anyhow::Result;
use jiff::{SignedDuration, Timestamp};
use markup::Form;
use names::{Days, Remark};
use note::Note;
use std::path::Path;

/// The result of a check.
#[derive(Debug)]
pub struct Checked {
    /// All findings, in the order of the files and of their lines.
    pub findings: Vec<Finding>,
    /// A line that says what was checked. `None` if it could not be published.
    pub summary: Option<String>,
}

impl Checked {
    /// Whether nobody needs to look again: hints leave a letter in order.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.iter().all(|finding| finding.weight == Weight::Hint)
    }
}

/// The latest day that is not in the future: the date where clocks are furthest ahead, now or at the time that
/// `SOURCE_DATE_EPOCH` gives.
///
/// # Errors
/// If `SOURCE_DATE_EPOCH` is set and is not a time.
pub fn today() -> Result<Date> {
    crate::files::time::now().map(last_day_at)
}

/// Checks a letter's folder, a `letter.json`, or a stylesheet of a page that shows a letter, as of today.
#[must_use]
pub fn check(path: &Path) -> Checked {
    check_on(path, last_day_at(Timestamp::now()))
}

/// The same, as of a given day.
#[must_use]
pub fn check_on(path: &Path, today: Date) -> Checked {
    let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
    match extension.to_str() {
        _ if !path.is_file() => check_folder(path, today),
        Some("css") => colours::check(path),
        Some("md" | "csv") => check_part(path),
        _ => document::check(path, today),
    }
}

/// The date where the day begins first: Kiribati is 14 hours ahead of UTC.
fn last_day_at(time: Timestamp) -> Date {
    let ahead = time.saturating_add(SignedDuration::from_hours(14)).unwrap_or(time);
    let date = ahead.to_zoned(jiff::tz::TimeZone::UTC).date().to_string();
    Date::parse(&date).unwrap_or(Date { year: 9999, month: 12, day: 31 })
}

fn check_folder(folder: &Path, today: Date) -> Checked {
    let Tabled { mut rows, own, findings: mut roll, .. } = letter_folder::rows(folder);
    let (_, mut texts, mut findings) = letter_folder::texts(folder, None, rows.list.len(), rows.is_long());
    let first: Vec<Signatory> = rows.first().iter().filter_map(|row| rows.signatory(row)).collect();
    for text in &mut texts {
        text.letter.signatories.clone_from(&first);
    }
    if !any_error(&findings) && !any_error(&roll) {
        findings.extend(too_large::letters(&texts, &folder.join("signatories.csv")));
    }
    // They are checked in the table.
    for text in &mut texts {
        text.letter.signatories.clear();
    }
    findings.append(&mut roll);
    let summary = (!any_error(&findings)).then(|| folder_summary(&texts, rows.list.len())).flatten();
    let is_original = |text: &&Text| text.file == "letter.json";
    let first: Vec<Signatory> = rows.first().iter().filter_map(|row| rows.signatory(row)).collect();
    let in_roll = rows.named_groups();
    let hashes: Vec<String> = texts.iter().map(Text::signed_hash).collect();
    let original = texts.iter().find(is_original).filter(|text| text.written.faultless);
    for text in texts.iter().filter(|text| text.written.faultless) {
        let mut notes = proof::read(&text.letter, &text.written, Form::Markdown, today);
        if is_original(&text) {
            notes.extend(previews::missing(&text.letter));
            notes.extend(signed_text::check(folder, text, &hashes));
        } else if !has_error(&findings, text) {
            let whole = original.filter(|original| !has_error(&findings, original));
            let compared: Vec<Note> =
                whole.into_iter().flat_map(|original| translations::check(text, original)).collect();
            if !compared.is_empty() {
                // A text that is not translated is in the letters of the other language.
                notes.retain(|note| note.code != language::CODE);
            }
            notes.extend(compared);
        }
        notes.extend(twice::check(&text.letter, &first));
        if text.written.owns("groups") {
            notes.extend(groups::check(&text.letter, &in_roll, rows.list.len()));
        }
        let remarks = typed::check(&text.written.path);
        let found: Vec<Finding> = notes.into_iter().map(|note| note.placed(&text.written)).collect();
        add_once(&mut findings, found.into_iter().chain(remarks.into_iter().map(|remark| in_text(remark, text))));
    }
    let days = Days { letter: original.and_then(|text| text.letter.date), today };
    // What a machine wrote, nobody corrects by hand.
    rows.list.truncate(own);
    let table = folder.join("signatories.csv");
    findings.extend(names::check(&rows, days).into_iter().map(|remark| in_table(remark, &rows, &table)));
    Checked { findings: in_order(findings), summary }
}

fn in_text(remark: typed::Remark, text: &Text) -> Finding {
    let typed::Remark { line, weight, message } = remark;
    Finding {
        file: text.written.path.clone(),
        line: Some(line),
        column: None,
        path: None,
        code: Some(typed::CODE),
        message: in_a_line(&message),
        weight,
    }
}

/// Whether a part of the text could not be read, so that comparing it would only repeat that.
fn has_error(findings: &[Finding], text: &Text) -> bool {
    findings.iter().any(|finding| finding.file == text.written.path && finding.weight == Weight::Error)
}

/// Adds the findings about a text. A line with an error gets no other: both are one fault.
fn add_once(findings: &mut Vec<Finding>, found: impl Iterator<Item = Finding>) {
    for finding in found {
        let is_reported = |other: &Finding| {
            other.file == finding.file && other.line == finding.line && (other.weight == Weight::Error)
        };
        if !findings.iter().any(is_reported) {
            findings.push(finding);
        }
    }
}

fn in_table(remark: Remark, rows: &Rows, table: &Path) -> Finding {
    let Remark { row, field, code, weight, message } = remark;
    Finding {
        file: table.to_path_buf(),
        line: rows.list.get(row).map(|row| row.line),
        column: None,
        path: None,
        code: Some(code),
        message: format!("{field} {message}"),
        weight,
    }
}

/// The findings by their files and lines: the folder as a whole, the letter, its translations, the table.
fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_cached_key(|finding| {
        let (rank, name) = match finding.file.file_name().and_then(|name| name.to_str()).unwrap_or_default() {
            LETTER_FILE => (1, String::new()),
            "signatories.csv" => (3, String::new()),
            COLLECTED => (4, String::new()),
            name if name.starts_with("letter.") => (2, name.to_string()),
            _ => (0, String::new()),
        };
        (rank, name, finding.line, finding.column)
    });
    findings
}

/// One file of a folder can't be checked without the others.
fn check_part(path: &Path) -> Checked {
    let mut findings = Findings::of(path);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    findings.error_of_file(format!("is part of a letter: give its folder, {}", folder.display()));
    Checked { findings: findings.list, summary: None }
}

fn folder_summary(texts: &[Text], signatories: usize) -> Option<String> {
    let languages: Vec<&str> = texts.iter().map(|text| text.letter.lang.as_str()).collect();
    Some(format!("{}, in {}", summary(&texts.first()?.letter, signatories), languages.join(", ")))
}

fn summary(letter: &Letter, signatories: usize) -> String {
    let addressees: usize = letter.addressees.iter().map(|group| group.members.len()).sum();
    let number = |number: usize, one: &str, more: &str| format!("{number} {}", if number == 1 { one } else { more });
    format!(
        "“{}”, {}, {}",
        letter.title,
        number(addressees, "addressee", "addressees"),
        number(signatories, "signatory", "signatories")
    )
}

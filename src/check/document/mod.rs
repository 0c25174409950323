//! Checks a `letter.json`, downloaded or written by hand.

mod agreement;
mod empty;
mod footnotes;
mod members;
mod places;
mod schema;

use super::markup::Form;
use super::names::{self, Days, Remark};
use super::note::Note;
use super::{Checked, in_order, proof, summary, twice};
use crate::model::limits::LETTER_BYTES;
use crate::model::{Date, Json, Letter, Problem};
use crate::source::columns::{self, Cell};
use crate::source::draft::read_text;
use crate::source::finding::Findings;
use crate::source::origin::Written;
use crate::source::rows::Rows;
use crate::source::{duplicates, lenient, table_row};
use places::Places;
use serde_json::{Map, Value};
use std::path::Path;

/// Checks a document: its JSON, the rules of the model and the schema, and then the letter as an editor reads it.
#[must_use]
pub fn check(path: &Path, today: Date) -> Checked {
    let mut findings = Findings::of(path);
    let Some(text) = read_text(path, &mut findings) else { return Checked { findings: findings.list, summary: None } };
    if text.len() > LETTER_BYTES as usize {
        let (bytes, remedy) = (text.len(), "shorten it, or publish it from a folder, which keeps a long roll apart");
        findings.error_of_file(format!("has {bytes} bytes, and pages take {LETTER_BYTES}: {remedy}"));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let json = match Json::parse(text) {
        Ok(json) => json,
        Err(error) => {
            let message = error.to_string();
            let fault = message.split(" at line ").next().unwrap_or_default();
            let message = format!("is not JSON ({fault}): fix it there or just before");
            findings.error_at(error.line(), error.column(), message);
            return Checked { findings: findings.list, summary: None };
        }
    };
    let Places { lines, repeated } = Places::of(text);
    let (letter, problems) = lenient::read(&json);
    for problem in &problems {
        let (line, column) = lines.place_of(&problem.path);
        findings.problem_at(line, column, problem);
    }
    let written = Written { path: path.to_path_buf(), lines, taken_over: Vec::new(), faultless: problems.is_empty() };
    let mut notes = repeated;
    notes.extend(format(text, &problems));
    let letter = letter.filter(|_| written.faultless);
    if let Some(letter) = &letter {
        notes.extend(proof::read(letter, &written, Form::Json, today));
        notes.extend(agreement::check(letter));
        notes.extend(empty::check(&json));
        notes.extend(footnotes::check(letter));
        notes.extend(twice::check(letter, &letter.signatories));
        notes.extend(of_signatories(letter, &written, &mut findings, today));
    }
    findings.list.extend(notes.into_iter().map(|note| note.placed(&written)));
    let summary = letter.map(|letter| summary(&letter, letter.signatories.len()));
    Checked { findings: in_order(findings.list), summary }
}

/// The schema's findings that the model did not report. It has none for an unknown version.
fn format(text: &str, problems: &[Problem]) -> Vec<Note> {
    let Ok(document) = serde_json::from_str(text) else { return Vec::new() };
    if problems.iter().any(|problem| problem.path.is_empty() || problem.path == "version") {
        return Vec::new();
    }
    let schema = crate::model::schema();
    let mut notes = schema::check(&document, &schema, problems);
    notes.extend(members::check(&document, &schema));
    notes
}

fn of_signatories(letter: &Letter, written: &Written, findings: &mut Findings, today: Date) -> Vec<Note> {
    let mut rows = Rows::default();
    for (at, signatory) in letter.signatories.iter().enumerate() {
        rows.push(written.lines.line_of(&format!("signatories[{at}]")), signatory, false);
    }
    duplicates::report(&rows, findings);
    let mut notes = Vec::new();
    for (at, row) in rows.list.iter().enumerate() {
        let members: Map<String, Value> = serde_json::from_slice(rows.json(row)).unwrap_or_default();
        // An id has a message of its own.
        for (field, value) in members.iter().filter(|(field, _)| columns::cell(field) != Cell::Id) {
            let message = value.as_str().and_then(|text| table_row::address(text, field));
            notes.extend(message.map(|message| Note::warning(format!("signatories[{at}].{field}"), "email", message)));
        }
    }
    let remarks = names::check(&rows, Days { letter: letter.date, today });
    let note = |remark: Remark| {
        let Remark { row, field, code, weight, message } = remark;
        Note { path: format!("signatories[{row}].{field}"), code, weight, message }
    };
    notes.extend(remarks.into_iter().map(note));
    notes
}

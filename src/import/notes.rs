//! What the coordinator should know about the export as a whole.

use super::export::Export;
use super::mapping::Mapping;
use super::report::{About, Report};
use crate::model::email_in;

/// Notes what the export lacks, and what it has beside its rows.
pub fn about_export(export: &Export, mapping: &Mapping, report: &mut Report) {
    for note in mapping.absent.iter().chain(&export.notes) {
        report.note(None, About::Export, note);
    }
    let width = if export.form.may_be_cut() { export.headings.len() } else { 0 };
    let mut short = export.rows.iter().filter(|row| row.cells.len() < width);
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
pub fn about_addresses(export: &Export, mapping: &Mapping, report: &mut Report) {
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
            "“{heading}” has e-mail addresses: add --map \"email={heading}\", to distinguish people of the same name"
        );
        report.note(None, About::Export, text);
    }
}

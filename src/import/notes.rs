//! What the coordinator should know about the export as a whole.

use super::asks;
use super::export::{Export, NO_VALUE};
use super::headings::list;
use super::mapping::Mapping;
use super::report::{About, Report};
use crate::model::email_in;
use crate::source::surname_first::mostly;
use crate::source::words::Words;

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

/// Names the columns that have content and are not imported, and those among them with answers like yes and no.
pub fn about_columns(export: &Export, mapping: &Mapping, (declined, words): (&[&str], &Words), report: &mut Report) {
    /// Exports of systems have hundreds.
    const MOST: usize = 12;
    let is_filled = |place: &usize| {
        export
            .rows
            .iter()
            .any(|row| row.cells.get(*place).is_some_and(|cell| !cell.trim().is_empty() && cell != NO_VALUE))
    };
    let shown = |place: usize| match export.headings[place].trim() {
        "" => format!("column {} (no heading)", place + 1),
        heading => format!("“{heading}”"),
    };
    let unused: Vec<String> = mapping.unused(export.headings.len()).filter(is_filled).map(shown).collect();
    if unused.is_empty() {
        return;
    }
    let others = match unused.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let listed = unused[..unused.len().min(MOST)].join(", ");
    report.note(None, About::Export, format!("has columns that are not imported: {listed}{others}"));
    let says = |target: &&str| mapping.has(target) || declined.contains(target);
    if ["consent", "anonymous"].iter().any(says) {
        return;
    }
    let mut unknown = asks::unknown(export, mapping, words);
    unknown.truncate(MOST);
    if let Some(first) = unknown.first() {
        let text = format!(
            "has answers like yes and no in {}: if that says whether a name may be shown, add --map \"consent={first}\", or \
             --map \"anonymous={first}\" if yes hides the name",
            list(&unknown)
        );
        report.note(None, About::Export, text);
    }
}

/// Suggests how to take names apart that are written with the last name first, if most of them are.
pub fn about_names(export: &Export, mapping: &Mapping, report: &mut Report) {
    let Some(place) = mapping.first_place("name") else { return };
    let names = export.rows.iter().filter_map(|row| mapping.cell("name", &row.cells)).filter(|name| !name.is_empty());
    let Some(((), first, _)) = mostly(names.map(|name| ((), name))) else { return };
    let heading = &export.headings[place];
    let text = format!(
        "has names like “{first}”: if the last name comes first, import with --map \"last-name={heading}\" --split \"last-name, \
         first-name\" in place of --map \"name={heading}\", and correct the names that are in the table already"
    );
    report.note(None, About::Export, text);
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

//! `partners.csv`: the organisations that show the letter, each with an id that its snippets carry.

use super::finding::in_a_line;
use super::letter_id::is_id;
use super::record_lines::RecordLines;
use super::sheet::{Sheet, heading, reader};
use crate::files::regular;
use anyhow::{Context, Result, bail};
use std::collections::HashSet;
use std::path::Path;

/// A partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// The value of the attribute `partner`, and the name of the partner's folder.
    pub id: String,
    /// The partner's name, for the people who send the snippets.
    pub name: String,
}

/// Reads the table: a heading row with `id` and `name`, other columns as you like.
///
/// # Errors
/// If it can't be read, lacks a column, or an id can't be the name of a folder or is there twice.
pub fn read(path: &Path) -> Result<Vec<Partner>> {
    let file = path.display();
    let bytes = regular::read(path, regular::TEXT).with_context(|| format!("{file} can't be read"))?;
    let sheet = Sheet::open(&bytes).with_context(|| format!("{file} is not a table: save it as CSV, in UTF-8"))?;
    let find = |cells: &[String], name: &str| cells.iter().position(|cell| cell.eq_ignore_ascii_case(name));
    let delimiter = sheet.delimiter(|cells| ["id", "name"].iter().filter(|name| find(cells, name).is_some()).count());
    let mut lines = RecordLines::new(&sheet.bytes, sheet.line);
    let mut columns = None;
    let (mut partners, mut ids) = (Vec::new(), HashSet::new());
    for record in reader(&sheet.bytes, delimiter).byte_records() {
        let record = record.with_context(|| format!("{file} is not a table"))?;
        let line = lines.line_of(record.position());
        let cells: Vec<String> = record.iter().map(|cell| heading(&String::from_utf8_lossy(cell))).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        let Some((id, name)) = columns else {
            let (Some(id), Some(name)) = (find(&cells, "id"), find(&cells, "name")) else {
                bail!("{file}:{line} has no columns id and name: write a heading row with both");
            };
            columns = Some((id, name));
            continue;
        };
        let cell = |at: usize| cells.get(at).cloned().unwrap_or_default();
        let partner = Partner { id: cell(id), name: in_a_line(&cell(name)) };
        if !is_id(&partner.id) {
            bail!(
                "{file}:{line} has the id “{}”: use small letters a to z, digits and hyphens",
                in_a_line(&partner.id)
            );
        }
        if !ids.insert(partner.id.clone()) {
            bail!("{file}:{line} has the id {} a second time: give each partner another", partner.id);
        }
        partners.push(partner);
    }
    if columns.is_none() {
        bail!("{file} is empty: write a heading row with id and name");
    }
    Ok(partners)
}

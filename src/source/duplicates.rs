//! Rows that say the same twice. They are told, and none is dropped: only the coordinator knows who is who.

use super::finding::Findings;
use super::imported::Known;
use super::rows::{Row, Rows};
use super::same::Person;
use rayon::prelude::*;

/// Tells of ids that are not unique, and of signatories that look like one who signed twice. Nothing is dropped.
pub fn tell(rows: &Rows, findings: &mut Findings) {
    let alike_but_for = |known: Option<&Known>| {
        groups(rows, |row| row.likeness, |rows: &Rows, group: &[Hashed]| alike(rows, group, known))
    };
    let mut told = alike_but_for(None);
    // What was imported is looked up only where it can matter.
    if let Some(known) = findings.file.parent().filter(|_| !told.is_empty()).and_then(Known::of) {
        told = alike_but_for(Some(&known));
    }
    for (line, message) in told {
        findings.warning(line, message);
    }
    for (line, message) in groups(rows, |row| row.id, same_id) {
        findings.error(line, message);
    }
}

/// A hash, and the index of a row that has it.
type Hashed = (u64, usize);

/// A line, and what is told of it.
type Told = (usize, String);

/// What is told of rows that share a hash, group by group, each in the order of the file.
fn groups(
    rows: &Rows,
    hash: fn(&Row) -> Option<u64>,
    tell: impl Fn(&Rows, &[Hashed]) -> Vec<Told> + Sync,
) -> Vec<Told> {
    let indices = rows.list.iter().enumerate();
    let mut hashes: Vec<Hashed> = indices.filter_map(|(index, row)| Some((hash(row)?, index))).collect();
    hashes.par_sort_unstable();
    let groups: Vec<&[Hashed]> = hashes.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1).collect();
    groups.par_iter().flat_map_iter(|group| tell(rows, group)).collect()
}

fn same_id(rows: &Rows, group: &[Hashed]) -> Vec<Told> {
    let mut seen: Vec<(String, usize)> = Vec::new();
    let mut told = Vec::new();
    for (_, index) in group {
        let row = &rows.list[*index];
        let id = rows.card(row).id.unwrap_or_default().into_owned();
        match seen.iter().find(|(earlier, _)| *earlier == id) {
            Some((_, earlier)) => told.push((
                row.line,
                format!("id {id} stands in line {earlier} too: give each signatory an id of its own, or none"),
            )),
            None => seen.push((id, row.line)),
        }
    }
    told
}

/// Those who may be one who signed twice. `known`: who was imported, and what their exports had for each.
fn alike(rows: &Rows, group: &[Hashed], known: Option<&Known>) -> Vec<Told> {
    let mut seen: Vec<(Person, usize)> = Vec::new();
    let mut told = Vec::new();
    for (_, index) in group {
        let row = &rows.list[*index];
        let card = rows.card(row);
        let sources = known.map_or_else(Vec::new, |known| Person::sources(known, card.get("id")));
        let person = Person::new(|column| card.get(column), sources);
        match seen.iter().find(|(earlier, _)| earlier.may_be(&person)) {
            Some((_, earlier)) => told.push((
                row.line,
                format!(
                    "{} stands in line {earlier} too: delete one, or tell the two apart by role, country, note or url",
                    card.name
                ),
            )),
            None => seen.push((person, row.line)),
        }
    }
    told
}

//! Rows that say the same twice. They are told, and none is dropped: only the coordinator knows who is who.

use super::finding::Findings;
use super::rows::{Row, Rows, likeness};
use rayon::prelude::*;

/// Tells of ids that are not unique, and of signatories that look like one who signed twice. Nothing is dropped.
pub fn tell(rows: &Rows, findings: &mut Findings) {
    for (line, message) in groups(rows, |row| Some(row.likeness), alike) {
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
fn groups(rows: &Rows, hash: fn(&Row) -> Option<u64>, tell: fn(&Rows, &[Hashed]) -> Vec<Told>) -> Vec<Told> {
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

fn alike(rows: &Rows, group: &[Hashed]) -> Vec<Told> {
    let mut seen: Vec<Seen> = Vec::new();
    let mut told = Vec::new();
    for (_, index) in group {
        let row = &rows.list[*index];
        let card = rows.card(row);
        let bearer = Seen {
            line: row.line,
            name: [card.name.as_ref(), card.organisation.as_deref().unwrap_or_default()].map(str::to_string),
            marks: [card.role, card.country, card.note].map(|mark| likeness(mark.as_deref().unwrap_or_default())),
        };
        match seen.iter().find(|earlier| !earlier.is_told_from(&bearer)) {
            Some(Seen { line: earlier, .. }) => told.push((
                row.line,
                format!(
                    "{} stands in line {earlier} too: delete one, or tell the two apart by role, country or note",
                    card.name
                ),
            )),
            None => seen.push(bearer),
        }
    }
    told
}

/// A bearer of a name, and what tells readers which one.
struct Seen {
    line: usize,
    name: [String; 2],
    marks: [String; 3],
}

impl Seen {
    fn is_told_from(&self, other: &Seen) -> bool {
        let marks = self.marks.iter().zip(&other.marks);
        // Most are written alike; folding is for the others, and for hashes that agree by chance.
        let unlike =
            || self.name.each_ref().map(|name| likeness(name)) != other.name.each_ref().map(|name| likeness(name));
        marks.into_iter().any(|(a, b)| !a.is_empty() && !b.is_empty() && a != b)
            || (self.name != other.name && unlike())
    }
}

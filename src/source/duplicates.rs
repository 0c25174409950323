//! Rows that repeat another row. They are reported, never dropped: only the coordinator knows who is who.

use super::finding::{Finding, Findings, Weight};
use super::imported::Known;
use super::rows::{Row, Rows};
use super::same_person::{MARKS, Person};
use rayon::prelude::*;
use std::collections::HashSet;
use std::iter;
use std::path::Path;

/// Reports ids that are not unique, and signatories who seem to have signed twice. Drops nothing.
pub fn report(rows: &Rows, findings: &mut Findings) {
    let alike_but_for = |known: Option<&Known>| {
        groups(rows, |row| row.likeness, |rows: &Rows, group: &[Hashed]| alike(rows, group, known))
    };
    let mut messages = alike_but_for(None);
    // Read who was imported only if there is something to report.
    if let Some(known) = findings.file.parent().filter(|_| !messages.is_empty()).and_then(Known::of) {
        messages = alike_but_for(Some(&known));
    }
    let (bare, other): (Vec<Repeat>, Vec<Repeat>) = messages.into_iter().partition(|repeat| repeat.is_bare);
    if bare.len() > MOST {
        findings.list.extend(sum(&bare, &findings.file));
    }
    let each = if bare.len() > MOST { Vec::new() } else { bare };
    for Repeat { line, message, .. } in other.into_iter().chain(each) {
        findings.warning(line, message);
    }
    for (line, message) in groups(rows, |row| row.id, same_id) {
        findings.error(line, message);
    }
}

/// The most repeated names with nothing beside them that are reported one by one. Among many people, some have one name.
const MOST: usize = 20;

/// A row that may be of the same person as an earlier one.
struct Repeat {
    line: usize,
    message: String,
    /// Whether nothing beside its name says who it is.
    is_bare: bool,
}

/// One hint about many names that nobody can settle.
fn sum(bare: &[Repeat], file: &Path) -> Option<Finding> {
    let first = bare.iter().min_by_key(|repeat| repeat.line)?;
    let (fact, _) = first.message.split_once(':')?;
    let message = format!(
        "{fact}, and {} more rows have a name that another row has, and nothing beside it: nobody can say whether they are \
         one person. Import e-mail addresses, or write role, country, note or url, if you know",
        bare.len() - 1
    );
    let (file, line) = (file.to_path_buf(), Some(first.line));
    Some(Finding { file, line, column: None, path: None, code: None, message, weight: Weight::Hint })
}

/// Reports ids of the collected table that the coordinator's own table has too.
pub fn report_shared(own: &Rows, collected: &Rows, findings: &mut Findings) {
    let ids: HashSet<u64> = own.list.iter().filter_map(|row| row.id).collect();
    for row in collected.list.iter().filter(|row| row.id.is_some_and(|id| ids.contains(&id))) {
        let id = collected.card(row).id.unwrap_or_default().into_owned();
        let message = format!("id {id} is in signatories.csv too: give that row another id, or delete it");
        findings.error(row.line, message);
    }
}

/// A hash, and the index of a row that has it.
type Hashed = (u64, usize);

/// A line, and the message about it.
type Message = (usize, String);

/// The messages about rows that share a hash, group by group, each in the order of the file.
fn groups<T: Send>(
    rows: &Rows,
    hash: fn(&Row) -> Option<u64>,
    describe: impl Fn(&Rows, &[Hashed]) -> Vec<T> + Sync,
) -> Vec<T> {
    let indices = rows.list.iter().enumerate();
    let mut hashes: Vec<Hashed> = indices.filter_map(|(index, row)| Some((hash(row)?, index))).collect();
    hashes.par_sort_unstable();
    let groups: Vec<&[Hashed]> = hashes.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1).collect();
    groups.par_iter().flat_map_iter(|group| describe(rows, group)).collect()
}

fn same_id(rows: &Rows, group: &[Hashed]) -> Vec<Message> {
    let mut seen: Vec<(String, usize)> = Vec::new();
    let mut messages = Vec::new();
    for (_, index) in group {
        let row = &rows.list[*index];
        let id = rows.card(row).id.unwrap_or_default().into_owned();
        match seen.iter().find(|(earlier, _)| *earlier == id) {
            Some((_, earlier)) => messages.push((
                row.line,
                format!("id {id} is also in line {earlier}: give each signatory an id of its own, or none"),
            )),
            None => seen.push((id, row.line)),
        }
    }
    messages
}

/// Rows that may be one person who signed twice. `known`: who was imported, with what their exports had.
fn alike(rows: &Rows, group: &[Hashed], known: Option<&Known>) -> Vec<Repeat> {
    let mut seen: Vec<(Person, usize)> = Vec::new();
    let mut messages = Vec::new();
    for (_, index) in group {
        let row = &rows.list[*index];
        let card = rows.card(row);
        let sources = known.map_or_else(Vec::new, |known| Person::sources(known, card.get("id")));
        let person = Person::new(|column| card.get(column), sources);
        match seen.iter().find(|(earlier, _)| earlier.may_be(&person)) {
            Some((_, earlier)) => messages.push(Repeat {
                line: row.line,
                message: format!(
                    "{} is also in line {earlier}: delete one, or distinguish them by role, country, note or url",
                    card.name
                ),
                is_bare: iter::once("organisation").chain(MARKS).all(|column| card.get(column).is_empty()),
            }),
            None => seen.push((person, row.line)),
        }
    }
    messages
}

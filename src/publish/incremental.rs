//! The fast way of publishing, if only a text or rows at the end of a long table were added or changed.

use super::page::names::Remembered;
use super::roll::{self, Folder, Laid};
use super::state::{Memory, RELEASE};
use crate::files::regular;
use crate::files::site::Site;
use crate::model::Signatory;
use crate::source::collected;
use crate::source::letter_folder::{Signed, Source, texts, wanted_groups};
use crate::source::rows::{self, Rows};
use crate::source::stamp::{Stamp, Tables};
use crate::source::too_large;
use crate::source::{layout, signatories};
use anyhow::Result;
use serde_json::value::RawValue;
use std::cmp::Reverse;
use std::path::Path;

/// A source with its roll laid out, and the memory to save once it is published.
#[derive(Debug)]
pub struct Added {
    /// The source, without its rows.
    pub source: Source,
    /// The roll's files.
    pub laid: Laid,
    /// The memory of the table. Its part about the site is still that of the last publishing.
    pub memory: Memory,
}

/// Reads the added rows and patches the roll. `None` if there is any finding, or if anything differs from what the last
/// publishing left; then the whole table must be read.
///
/// # Errors
/// If a file can't be written.
pub fn read(letter: &Path, site: &Site, base_url: Option<&str>) -> Result<Option<Added>> {
    let Some((memory, rows, tables)) = known(letter) else { return Ok(None) };
    let count = memory.count + rows.list.len();
    let (id, texts, findings) = texts(letter, base_url, count, true);
    // Another order of groups moves rows.
    if !findings.is_empty() || wanted_groups(&texts) != memory.wanted_groups {
        return Ok(None);
    }
    let path = site.folder(&format!("letters/{id}/roll"))?;
    let Some(index) = roll::read_index(&path) else { return Ok(None) };
    let folder = Folder::open(&path)?;
    if folder.fingerprint() != memory.site {
        return Ok(None);
    }
    let Some(laid) = roll::add(&index, &rows, folder)? else { return Ok(None) };
    let memory = remember(memory, &rows, tables);
    let signatories = |list: &[Box<RawValue>]| -> Option<Vec<Signatory>> {
        list.iter().map(|json| rows::signatory(json.get().as_bytes())).collect()
    };
    let (Some(first), Some(latest)) = (signatories(&memory.first), signatories(&memory.latest)) else {
        return Ok(None);
    };
    let signed = Signed { kinds: memory.kinds, first, latest, groups: memory.groups.clone(), roll: None };
    let source = Source::new(id, texts, count, signed, tables);
    let fits = too_large::letters(&source.texts, letter).is_empty();
    Ok(fits.then_some(Added { source, laid, memory }))
}

/// The memory, if it fits the tables, and the rows added since, if they give no finding. Rows are added at the end: of the
/// collector's table, if there is one, else of the coordinator's.
fn known(letter: &Path) -> Option<(Memory, Rows, Tables)> {
    let memory = Memory::read(letter)?;
    let bytes = regular::read(&letter.join("signatories.csv"), regular::TABLE).ok()?;
    let (rows, tables) = match (collected::bytes(letter).ok()?, memory.tables.collected) {
        (None, None) => {
            let (before, added) = split(&bytes, &memory.tables.own)?;
            let line = memory.tables.own.lines + 1;
            let rows = signatories::read_added(&layout::layout(before)?, added, line)?;
            (rows, Tables { own: Stamp::of(&bytes), collected: None })
        }
        (Some(table), Some(stamp)) if Stamp::of(&bytes) == memory.tables.own => {
            let (before, added) = split(&table, &stamp)?;
            let rows = collected::read_added(before, added, stamp.lines + 1)?;
            (rows, Tables { own: memory.tables.own, collected: Some(Stamp::of(&table)) })
        }
        _ => return None,
    };
    let signed_before = |row: &rows::Row| {
        let id = row.id.is_some_and(|id| memory.ids.binary_search(&id).is_ok());
        id || row.likeness.is_some_and(|likeness| memory.likenesses.binary_search(&likeness).is_ok())
    };
    // Initiators and members of groups are not at the end of the roll.
    let fits = !rows.list.iter().any(|row| row.initiator || row.group.is_some() || signed_before(row));
    fits.then_some((memory, rows, tables))
}

/// The table as it was, and what was added to it. `None` if it is another table.
fn split<'t>(table: &'t [u8], stamp: &Stamp) -> Option<(&'t [u8], &'t [u8])> {
    let (before, added) = table.split_at_checked(stamp.length)?;
    (before.ends_with(b"\n") && Stamp::of(before) == *stamp).then_some((before, added))
}

fn remember(mut memory: Memory, rows: &Rows, tables: Tables) -> Memory {
    let (kinds, latest) = (rows.kinds(), rows.latest());
    memory.latest.splice(0..0, latest.iter().filter_map(|row| raw(rows.json(row))));
    // As in `Rows::latest`: of one day, the later row is the newer.
    memory.latest.sort_by_cached_key(|json| Reverse(rows::card(json.get().as_bytes()).get("signed").to_string()));
    memory.latest.truncate(rows::NEWEST);
    memory.kinds.organisations += kinds.organisations;
    memory.kinds.persons += kinds.persons;
    memory.count += rows.list.len();
    insert(&mut memory.ids, rows.list.iter().filter_map(|row| row.id));
    insert(&mut memory.likenesses, rows.list.iter().filter_map(|row| row.likeness));
    Memory { tables, ..memory }
}

/// The memory of a source with a long roll. Its part about the site is filled in later.
#[must_use]
pub fn memory(source: &Source, rows: &Rows) -> Memory {
    let mut memory = Memory {
        release: RELEASE.to_string(),
        tables: source.tables,
        site: 0,
        count: source.count,
        kinds: source.kinds,
        first: rows.first().iter().filter_map(|row| raw(rows.json(row))).collect(),
        latest: rows.latest().iter().filter_map(|row| raw(rows.json(row))).collect(),
        groups: rows.named_groups(),
        wanted_groups: rows.groups.wanted().to_vec(),
        pages: Remembered::default(),
        ids: Vec::new(),
        likenesses: Vec::new(),
    };
    insert(&mut memory.ids, rows.list.iter().filter_map(|row| row.id));
    insert(&mut memory.likenesses, rows.list.iter().filter_map(|row| row.likeness));
    memory
}

fn insert(hashes: &mut Vec<u64>, more: impl Iterator<Item = u64>) {
    hashes.extend(more);
    hashes.sort_unstable();
    hashes.dedup();
}

fn raw(json: &[u8]) -> Option<Box<RawValue>> {
    RawValue::from_string(String::from_utf8(json.to_vec()).ok()?).ok()
}

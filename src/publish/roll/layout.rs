//! The files of a whole roll, made from its rows.

use super::chunk::{Item, chunks};
use super::folder::Folder;
use super::laid::{Laid, Page};
use super::titles;
use crate::files::hash::fnv1a;
use crate::files::progress::Progress;
use crate::model::{GroupRef, Kind, NameRef, PageRef, RollIndex};
use crate::roll::{keys, separator};
use crate::source::rows::{Row, Rows, card};
use anyhow::Result;
use rayon::prelude::*;
use std::collections::HashSet;
use std::hash::{Hash, Hasher};
use std::ops::Range;

/// A key of a row. A key has at most this length, and contains no byte 0.
#[derive(Clone, Copy)]
struct Entry {
    key: [u8; 32],
    row: u32,
}

/// Writes pages, search files and lists of all rows that may be named.
///
/// # Errors
/// If a file can't be written.
pub fn write(rows: &Rows, folder: Folder, progress: Progress) -> Result<Laid> {
    let order = rows.named();
    let hashes: Vec<u64> = order.par_iter().map(|row| row_hash(rows.json(row))).collect();
    let pages = pages(rows, &order, &hashes, &folder, progress)?;
    let names = names(rows, &order, &hashes, &folder, progress)?;
    let kind = |kind| order.iter().filter(|row| row.kind == Some(kind)).count() as u64;
    let refs: Vec<PageRef> = pages.iter().map(|(page, _)| page.clone()).collect();
    let index = RollIndex {
        count: order.len() as u64,
        organisations: kind(Kind::Organisation),
        persons: kind(Kind::Person),
        pages: page_lists(&refs, &folder)?,
        names: name_lists(&names, &folder)?,
        groups: groups(rows, &order),
        titles: titles::words(&[], &order.iter().map(|row| rows.json(row)).collect::<Vec<_>>()),
    };
    let pages = pages.into_iter().map(|(page, first)| Page { src: page.src, first: Some(first) }).collect();
    Ok(Laid { folder, index, pages })
}

/// The groups, which follow the initiators.
fn groups(rows: &Rows, order: &[Row]) -> Vec<GroupRef> {
    let mut groups: Vec<GroupRef> = Vec::new();
    for (row, from) in order.iter().zip(0..).filter(|(row, _)| !row.initiator) {
        let Some(number) = row.group else { break };
        let name = rows.groups.name(number);
        match groups.last_mut().filter(|last| last.name == name) {
            Some(last) => last.count += 1,
            None => groups.push(GroupRef { name: name.to_string(), from, count: 1 }),
        }
    }
    groups
}

/// The keys under which the search files list a signatory. A name that is withheld has none.
pub fn keys_of(json: &[u8]) -> Vec<String> {
    let card = card(json);
    if card.withheld { Vec::new() } else { keys(&card.name) }
}

/// The content of a file with these signatories.
pub fn signatories<'j>(list: impl IntoIterator<Item = &'j [u8]>) -> Vec<u8> {
    let mut bytes = br#"{"signatories":["#.to_vec();
    for (index, json) in list.into_iter().enumerate() {
        if index > 0 {
            bytes.push(b',');
        }
        bytes.extend_from_slice(json);
    }
    bytes.extend_from_slice(b"]}");
    bytes
}

/// The hash that helps decide whether a page begins before a row.
pub fn row_hash(json: &[u8]) -> u64 {
    fnv1a(&[json])
}

/// Decides whether a page begins before a row.
pub fn row_item(json: &[u8]) -> Item {
    Item { hash: row_hash(json), bytes: json.len() }
}

/// Decides whether a search file begins before an entry, from its key, its row's hash and that row.
pub fn entry_item(key: &str, row: u64, json: &[u8]) -> Item {
    Item { hash: fnv1a(&[key.as_bytes(), &row.to_le_bytes()]), bytes: json.len() }
}

/// The signatories of a search file, given with their hashes: each once, in the order of first entries.
pub fn distinct<'j>(entries: impl IntoIterator<Item = (u64, &'j [u8])>) -> Vec<&'j [u8]> {
    let mut seen = HashSet::new();
    let mut is_new = |hash, json| seen.insert(Hashed { hash, json });
    entries.into_iter().filter_map(|(hash, json)| is_new(hash, json).then_some(json)).collect()
}

/// A signatory with its hash computed already.
#[derive(PartialEq, Eq)]
struct Hashed<'j> {
    hash: u64,
    json: &'j [u8],
}

impl Hash for Hashed<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.hash.hash(state);
    }
}

/// Writes the lists of pages.
///
/// # Errors
/// If one can't be written.
pub fn page_lists(pages: &[PageRef], folder: &Folder) -> Result<Vec<PageRef>> {
    let item = |page: &PageRef| reference(&page.src);
    let list = |range: Range<usize>| {
        let pages = &pages[range];
        let src = folder.write(&serde_json::to_vec(&serde_json::json!({ "pages": pages }))?)?;
        Ok(PageRef { src, count: pages.iter().map(|page| page.count).sum() })
    };
    chunks(pages.iter().map(item)).into_iter().map(list).collect()
}

/// The item for a file that a list names.
fn reference(src: &str) -> Item {
    Item { hash: fnv1a(&[src.as_bytes()]), bytes: src.len() }
}

/// Writes the lists of search files.
///
/// # Errors
/// If one can't be written.
pub fn name_lists(names: &[NameRef], folder: &Folder) -> Result<Vec<NameRef>> {
    let item = |name: &NameRef| reference(&name.src);
    let list = |range: Range<usize>| {
        let names = &names[range];
        let src = folder.write(&serde_json::to_vec(&serde_json::json!({ "names": names }))?)?;
        Ok(NameRef { from: names[0].from.clone(), src })
    };
    chunks(names.iter().map(item)).into_iter().map(list).collect()
}

/// The pages, each with the hash of its first row.
fn pages(
    rows: &Rows,
    named: &[Row],
    hashes: &[u64],
    folder: &Folder,
    progress: Progress,
) -> Result<Vec<(PageRef, u64)>> {
    let page = |range: Range<usize>| {
        let (page, first) = (&named[range.clone()], hashes[range.start]);
        let src = folder.write(&signatories(page.iter().map(|row| rows.json(row))))?;
        Ok((PageRef { src, count: page.len() as u64 }, first))
    };
    let items = named.iter().zip(hashes).map(|(row, hash)| Item { hash: *hash, bytes: rows.json(row).len() });
    let ranges = chunks(items);
    let bar = progress.of("writing the roll", ranges.len());
    ranges.into_par_iter().map(page).inspect(|_| bar.inc(1)).collect()
}

fn names(rows: &Rows, named: &[Row], hashes: &[u64], folder: &Folder, progress: Progress) -> Result<Vec<NameRef>> {
    let json = |entry: &Entry| rows.json(&named[entry.row as usize]);
    let mut entries: Vec<Entry> =
        named.par_iter().enumerate().flat_map_iter(|(row, of)| entries(rows, of, row)).collect();
    entries.par_sort_unstable_by(|a, b| a.key.cmp(&b.key).then_with(|| json(a).cmp(json(b))));
    // Two identical signatures are one result of a search.
    entries.dedup_by(|a, b| a.key == b.key && json(a) == json(b));
    let row_hash = |entry: &Entry| hashes[entry.row as usize];
    let item = |entry: &Entry| entry_item(entry.key(), row_hash(entry), json(entry));
    let items: Vec<Item> = entries.par_iter().map(item).collect();
    let file = |range: Range<usize>| {
        let from = match range.start.checked_sub(1) {
            Some(before) => separator(entries[before].key(), entries[range.start].key()).to_string(),
            None => String::new(),
        };
        let src =
            folder.write(&signatories(distinct(entries[range].iter().map(|entry| (row_hash(entry), json(entry))))))?;
        Ok(NameRef { from, src })
    };
    let ranges = chunks(items);
    let bar = progress.of("writing what names are found by", ranges.len());
    ranges.into_par_iter().map(file).inspect(|_| bar.inc(1)).collect()
}

fn entries(rows: &Rows, row: &Row, index: usize) -> Vec<Entry> {
    let entry = |key: String| {
        let mut entry = Entry { key: [0; 32], row: u32::try_from(index).unwrap_or(u32::MAX) };
        entry.key[..key.len()].copy_from_slice(key.as_bytes());
        entry
    };
    keys_of(rows.json(row)).into_iter().map(entry).collect()
}

impl Entry {
    fn key(&self) -> &str {
        let end = self.key.iter().position(|byte| *byte == 0).unwrap_or(self.key.len());
        std::str::from_utf8(&self.key[..end]).unwrap_or_default()
    }
}

//! Adds rows at the end of a roll by patching the files that they affect.
//!
//! The published files are read back from the site. The result equals, byte for byte, that of the whole roll: the files
//! hold everything that decides where they end. If anything differs from what was written, the result is `None`, and
//! the whole roll is read.

use super::chunk::{Filling, Item, chunks};
use super::folder::Folder;
use super::laid::{Laid, Page};
use super::layout::{distinct, entry_item, keys_of, name_lists, page_lists, row_hash, row_item, signatories};
use super::titles;
use crate::model::{Kind, NameRef, PageRef, RollIndex};
use crate::roll::separator;
use crate::source::rows::{self, Rows};
use anyhow::Result;
use std::collections::BTreeMap;

/// A key, and the JSON of a signatory found by it.
type Entry = (String, Vec<u8>);

/// Writes the files that change when these rows are added. None of the rows may be an initiator's, or in a
/// group.
///
/// # Errors
/// If a file can't be written.
pub fn add(index: &RollIndex, added: &Rows, folder: Folder) -> Result<Option<Laid>> {
    let rows = added.named();
    let json: Vec<&[u8]> = rows.iter().map(|row| added.json(row)).collect();
    let Some((pages, names)) = lists(index, &folder) else { return Ok(None) };
    let Some(pages) = add_to_pages(pages, &json, &folder)? else { return Ok(None) };
    let mut files = SearchFiles { names, folder: &folder };
    let Some(places) = files.places(&json) else { return Ok(None) };
    let Some(names) = files.add(places)? else { return Ok(None) };
    let sources = pages.iter().map(|page| &page.src).chain(names.iter().map(|name| &name.src));
    if !folder.keep(sources) {
        return Ok(None);
    }
    let kind = |kind| rows.iter().filter(|row| row.kind == Some(kind)).count() as u64;
    let index = RollIndex {
        count: index.count + rows.len() as u64,
        organisations: index.organisations + kind(Kind::Organisation),
        persons: index.persons + kind(Kind::Person),
        pages: page_lists(&pages, &folder)?,
        names: name_lists(&names, &folder)?,
        // Rows in groups are never added so.
        groups: index.groups.clone(),
        titles: titles::words(&index.titles, &json),
    };
    let pages = pages.into_iter().map(|page| Page { src: page.src, first: None }).collect();
    Ok(Some(Laid { folder, index, pages }))
}

/// Decides whether a search file begins before an entry.
fn item((key, json): &Entry) -> Item {
    entry_item(key, row_hash(json), json)
}

/// All pages and all search files.
fn lists(index: &RollIndex, folder: &Folder) -> Option<(Vec<PageRef>, Vec<NameRef>)> {
    let mut pages = Vec::new();
    for list in &index.pages {
        pages.extend(folder.list(&list.src)?.pages);
    }
    let mut names = Vec::new();
    for list in &index.names {
        names.extend(folder.list(&list.src)?.names);
    }
    Some((pages, names))
}

fn add_to_pages(mut pages: Vec<PageRef>, added: &[&[u8]], folder: &Folder) -> Result<Option<Vec<PageRef>>> {
    if added.is_empty() {
        return Ok(Some(pages));
    }
    let Some(bytes) = pages.pop().and_then(|last| folder.read(&last.src)) else { return Ok(None) };
    let Some(mut rows) = rows::signatories(&bytes) else { return Ok(None) };
    rows.extend(added);
    for range in chunks(rows.iter().map(|json| row_item(json))) {
        let count = range.len() as u64;
        pages.push(PageRef { src: folder.write(&signatories(rows[range].iter().copied()))?, count });
    }
    Ok(Some(pages))
}

/// The search files in order.
struct SearchFiles<'f> {
    names: Vec<NameRef>,
    folder: &'f Folder,
}

impl SearchFiles<'_> {
    /// The signatories' entries, by the file that each belongs to.
    fn places(&self, added: &[&[u8]]) -> Option<BTreeMap<usize, Vec<Entry>>> {
        let mut places: BTreeMap<usize, Vec<Entry>> = BTreeMap::new();
        for json in added {
            for key in keys_of(json) {
                let entry = (key, json.to_vec());
                let mut file = self.names.partition_point(|name| name.from <= entry.0).checked_sub(1)?;
                // For keys between two files, or spread over several, the files' first entries decide.
                while file > 0 && self.first(file)? > entry {
                    file -= 1;
                }
                places.entry(file).or_default().push(entry);
            }
        }
        Some(places)
    }

    /// Adds the entries. Divides the files anew from each changed one until a boundary is the same as before.
    fn add(&mut self, mut places: BTreeMap<usize, Vec<Entry>>) -> Result<Option<Vec<NameRef>>> {
        let mut names = Vec::new();
        let mut file = 0;
        while file < self.names.len() {
            let mut from = self.names[file].from.clone();
            if !places.contains_key(&file) {
                names.push(self.names[file].clone());
                file += 1;
                continue;
            }
            let mut entries: Vec<Entry> = Vec::new();
            let mut filling = Filling::default();
            loop {
                let Some(mut more) = self.entries(file) else { return Ok(None) };
                more.extend(places.remove(&file).unwrap_or_default());
                more.sort_unstable();
                more.dedup();
                for entry in more {
                    let item = item(&entry);
                    if filling.ends_before(item) {
                        names.push(self.write(&entries, from)?);
                        from = entries.last().map_or("", |last| separator(&last.0, &entry.0)).to_string();
                        entries.clear();
                        filling = Filling::default();
                    }
                    filling = filling.with(item);
                    entries.push(entry);
                }
                file += 1;
                if file == self.names.len() {
                    break;
                }
                let Some(next) = self.first(file) else { return Ok(None) };
                if filling.ends_before(item(&next)) {
                    let last = entries.last().map_or("", |last| &last.0);
                    self.names[file].from = separator(last, &next.0).to_string();
                    break;
                }
            }
            names.push(self.write(&entries, from)?);
        }
        Ok(Some(names))
    }

    fn write(&self, entries: &[Entry], from: String) -> Result<NameRef> {
        let json = distinct(entries.iter().map(|entry| (row_hash(&entry.1), entry.1.as_slice())));
        Ok(NameRef { from, src: self.folder.write(&signatories(json))? })
    }

    /// A file's first entry: its first signatory, by the least key that is not before the file.
    fn first(&self, file: usize) -> Option<Entry> {
        let name = self.names.get(file)?;
        let bytes = self.folder.read(&name.src)?;
        let json = *rows::signatories(&bytes)?.first()?;
        let key = keys_of(json).into_iter().find(|key| *key >= name.from)?;
        Some((key, json.to_vec()))
    }

    /// A file's entries: its signatories' keys from its first entry up to the next file's.
    fn entries(&self, file: usize) -> Option<Vec<Entry>> {
        let first = self.first(file)?;
        let end = if file + 1 < self.names.len() { Some(self.first(file + 1)?) } else { None };
        let bytes = self.folder.read(&self.names[file].src)?;
        let jsons = rows::signatories(&bytes)?;
        let of = |json: &&[u8]| {
            let json = json.to_vec();
            keys_of(&json).into_iter().map(move |key| (key, json.clone())).collect::<Vec<Entry>>()
        };
        let mut entries: Vec<Entry> = jsons.iter().flat_map(of).collect();
        entries.retain(|entry| *entry >= first && end.as_ref().is_none_or(|end| entry < end));
        entries.sort_unstable();
        // What is read back must equal what was written.
        (distinct(entries.iter().map(|entry| (row_hash(&entry.1), entry.1.as_slice()))) == jsons).then_some(entries)
    }
}

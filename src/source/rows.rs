//! The rows of `signatories.csv`, each stored as its JSON, so that a million rows fit in memory.

use super::groups::Groups;
use super::lenient;
use super::nameless::is_anybody;
use crate::files::hash::fnv1a;
use crate::model::limits::TEXT_BYTES;
use crate::model::{Date, Json, Kind, Kinds, Signatory};
use crate::roll;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::cmp::Reverse;

/// The number of newest names to keep, as many as the feed has.
pub const NEWEST: usize = 50;

/// The maximum number of signatories in a letter.
const WHOLE: usize = 500;

/// The maximum size of the signatories in a letter as JSON, in bytes: half of what pages read.
const WHOLE_BYTES: usize = TEXT_BYTES / 2;

/// The number listed in the letter if there are more, besides the initiators, who are all listed. It fills a screen or
/// two, so that a letter with 100,000 signatories opens as fast as one with 22.
const FIRST: usize = 24;

/// Rows in the order of the file.
#[derive(Debug, Default)]
pub struct Rows {
    /// The rows.
    pub list: Vec<Row>,
    /// Their groups.
    pub groups: Groups,
    json: Vec<u8>,
}

/// A row. [`Rows`] holds its JSON.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The line of the file on which it begins.
    pub line: usize,
    /// Person or organisation, if given.
    pub kind: Option<Kind>,
    /// Whether it is an initiator.
    pub initiator: bool,
    /// Whether it counts without being named.
    pub hidden: bool,
    /// Whether its name stands for one that is withheld.
    pub withheld: bool,
    /// The number of its group.
    pub group: Option<u32>,
    /// The day of signing.
    pub signed: Option<Date>,
    /// The hash of its id; `None` without an id.
    pub id: Option<u64>,
    /// The hash of its folded name and affiliation, equal for a second signature of the same person; `None` if the name
    /// may be anybody's.
    pub likeness: Option<u64>,
    start: usize,
    length: usize,
}

/// The texts of a row that identify a signatory, and those that are checked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Card<'r> {
    #[serde(borrow)]
    pub id: Option<Cow<'r, str>>,
    #[serde(borrow)]
    pub name: Cow<'r, str>,
    #[serde(borrow)]
    pub title: Option<Cow<'r, str>>,
    #[serde(borrow)]
    pub suffix: Option<Cow<'r, str>>,
    #[serde(borrow)]
    pub organisation: Option<Cow<'r, str>>,
    #[serde(borrow)]
    pub role: Option<Cow<'r, str>>,
    #[serde(borrow)]
    pub country: Option<Cow<'r, str>>,
    #[serde(borrow)]
    pub note: Option<Cow<'r, str>>,
    #[serde(borrow)]
    pub url: Option<Cow<'r, str>>,
    #[serde(borrow)]
    pub logo: Option<Cow<'r, str>>,
    #[serde(borrow)]
    pub signed: Option<Cow<'r, str>>,
    pub withheld: bool,
}

impl Card<'_> {
    /// A text by the name of its column, empty if there is none.
    #[must_use]
    pub fn get(&self, column: &str) -> &str {
        let text = match column {
            "name" => return &self.name,
            "id" => &self.id,
            "title" => &self.title,
            "suffix" => &self.suffix,
            "organisation" => &self.organisation,
            "role" => &self.role,
            "country" => &self.country,
            "note" => &self.note,
            "url" => &self.url,
            "logo" => &self.logo,
            "signed" => &self.signed,
            _ => return "",
        };
        text.as_deref().unwrap_or_default()
    }
}

impl Rows {
    /// Adds a row. Returns the number of bytes that it takes.
    pub fn push(&mut self, line: usize, signatory: &Signatory, hidden: bool) -> usize {
        let start = self.json.len();
        write(signatory, &mut self.json);
        let organisation = signatory.organisation.as_deref().unwrap_or_default();
        let alike = || fnv1a(&[likeness(&signatory.name).as_bytes(), likeness(organisation).as_bytes()]);
        self.list.push(Row {
            line,
            kind: signatory.kind,
            initiator: signatory.initiator,
            hidden,
            withheld: signatory.withheld,
            group: signatory.group.as_ref().map(|group| self.groups.number(group)),
            signed: signatory.signed,
            id: signatory.id.as_ref().map(|id| fnv1a(&[id.as_bytes()])),
            likeness: (!signatory.withheld && !is_anybody(&signatory.name)).then(alike),
            start,
            length: self.json.len() - start,
        });
        self.json.len() - start
    }

    /// Appends later rows.
    pub fn append(&mut self, mut later: Rows) {
        let before = self.json.len();
        self.json.append(&mut later.json);
        let numbers = self.groups.append(&later.groups);
        let group = |row: &Row| row.group.and_then(|group| numbers.get(group as usize).copied());
        let rows = later.list.into_iter();
        self.list.extend(rows.map(|row| Row { start: row.start + before, group: group(&row), ..row }));
    }

    /// The signatory of a row, as compact JSON.
    #[must_use]
    pub fn json(&self, row: &Row) -> &[u8] {
        &self.json[row.start..row.start + row.length]
    }

    /// The texts of a row.
    #[must_use]
    pub fn card(&self, row: &Row) -> Card<'_> {
        card(self.json(row))
    }

    /// The signatory of a row.
    #[must_use]
    pub fn signatory(&self, row: &Row) -> Option<Signatory> {
        signatory(self.json(row))
    }

    /// The number of organisations and of persons.
    #[must_use]
    pub fn kinds(&self) -> Kinds {
        Kinds::of(self.list.iter().map(|row| row.kind))
    }

    /// The latest signatories who may be named, the newest first: as far as their rows say when they signed. Of one day,
    /// the last row is the newest. A table may be in any other order: without days, nobody knows who is new.
    #[must_use]
    pub fn latest(&self) -> Vec<Row> {
        let may_be = |(_, row): &(usize, &Row)| row.signed.is_some() && !row.hidden && !row.withheld;
        let mut latest: Vec<(usize, &Row)> = self.list.iter().enumerate().filter(may_be).collect();
        let by_age = |(at, row): &(usize, &Row)| Reverse((row.signed, *at));
        if latest.len() > NEWEST {
            latest.select_nth_unstable_by_key(NEWEST, by_age);
            latest.truncate(NEWEST);
        }
        latest.sort_unstable_by_key(by_age);
        latest.into_iter().map(|(_, row)| *row).collect()
    }

    /// The names of the groups with rows that may be named, in the roll's order.
    #[must_use]
    pub fn named_groups(&self) -> Vec<String> {
        let places = self.groups.places();
        let mut numbers: Vec<u32> = Vec::new();
        let mut seen = vec![false; places.len()];
        for group in self.list.iter().filter(|row| !row.hidden).filter_map(|row| row.group) {
            if let Some(seen) = seen.get_mut(group as usize).filter(|seen| !**seen) {
                *seen = true;
                numbers.push(group);
            }
        }
        numbers.sort_by_key(|number| places.get(*number as usize));
        numbers.into_iter().map(|number| self.groups.name(number).to_string()).collect()
    }

    /// Whether the roll is longer than a letter holds.
    #[must_use]
    pub fn is_long(&self) -> bool {
        let named = || self.list.iter().filter(|row| !row.hidden);
        named().nth(WHOLE).is_some() || named().map(|row| row.length).sum::<usize>() > WHOLE_BYTES
    }

    /// Those listed in the letter.
    #[must_use]
    pub fn first(&self) -> Vec<Row> {
        let mut named = self.named();
        if self.is_long() {
            named.truncate(named.iter().take_while(|row| row.initiator).count().max(FIRST));
        }
        named
    }

    /// The rows that may be named, in the roll's order: initiators first, then group after group, then those without a
    /// group, to whom new signatories are added.
    #[must_use]
    pub fn named(&self) -> Vec<Row> {
        let mut named: Vec<Row> = self.list.iter().filter(|row| !row.hidden).copied().collect();
        let places = self.groups.places();
        let place = |row: &Row| row.group.map_or(usize::MAX, |group| places[group as usize]);
        named.sort_by_key(|row| (!row.initiator, if row.initiator { 0 } else { place(row) }));
        named
    }
}

/// The texts of a signatory of the roll's files.
#[must_use]
pub fn card(json: &[u8]) -> Card<'_> {
    serde_json::from_slice(json).unwrap_or_default()
}

/// The signatory in this JSON of the roll's files, if it is one.
#[must_use]
pub fn signatory(json: &[u8]) -> Option<Signatory> {
    let json = Json::parse(std::str::from_utf8(json).ok()?).ok()?;
    lenient::read_signatory(&json).0
}

/// A name for comparison: folded, or unchanged if folding leaves nothing.
#[must_use]
pub fn likeness(name: &str) -> String {
    let folded = roll::fold(name);
    if folded.is_empty() { name.trim().to_string() } else { folded }
}

/// The size of a signatory in the files of the roll, in bytes.
#[must_use]
pub fn bytes(signatory: &Signatory) -> usize {
    let mut json = Vec::new();
    write(signatory, &mut json);
    json.len()
}

/// Writes the signatory as the files of the roll have it: compact, without absent members, in the order of the model.
fn write(signatory: &Signatory, json: &mut Vec<u8>) {
    serde_json::to_writer(json, signatory).unwrap_or_default();
}

/// The signatories of a file of the roll, each as its JSON. `None` if it is no such file.
#[must_use]
pub fn signatories(file: &[u8]) -> Option<Vec<&[u8]>> {
    #[derive(Deserialize)]
    struct File<'f> {
        #[serde(borrow)]
        signatories: Vec<&'f RawValue>,
    }
    let file: File = serde_json::from_slice(file).ok()?;
    Some(file.signatories.into_iter().map(|signatory| signatory.get().as_bytes()).collect())
}

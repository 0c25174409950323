//! The feed of new signatories (Atom, RFC 4287). One for all languages of a letter: names are names.
//!
//! An entry's day is the day of signing if given, else the time of its first publication, which the site's current feed
//! records.

use super::mark::GENERATOR;
use super::page::Page;
use super::xml;
use crate::files::time::now;
use crate::language::Language;
use crate::model::Signatory;
use crate::roll::identity;
use anyhow::{Context, Result};
use atom_syndication::{Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text, WriteConfig};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// The document for the letter's own text. `published` is the site's current feed.
///
/// # Errors
/// If `SOURCE_DATE_EPOCH` is set and is not a time.
pub fn document(page: &Page, published: Option<&[u8]>) -> Result<Vec<u8>> {
    let now = now()?.to_string().parse().ok().context("the time of publishing is not a time of a feed")?;
    let before = published.and_then(|bytes| Feed::read_from(bytes).ok());
    let entries = before.iter().flat_map(|feed| &feed.entries);
    let first_seen: HashMap<&str, FixedDateTime> = entries.map(|entry| (entry.id.as_str(), entry.updated)).collect();
    let entries = entries_of(page, |id| first_seen.get(id).copied().unwrap_or(now));
    let mut feed = feed(page, entries);
    if let Some(before) = &before {
        feed.updated = before.updated;
        let same = written(&feed)?;
        if published == Some(&same) {
            return Ok(same);
        }
    }
    feed.updated = now;
    written(&feed)
}

fn written(feed: &Feed) -> Result<Vec<u8>> {
    let form = WriteConfig { indent_size: Some(2), ..WriteConfig::default() };
    let mut bytes = feed.write_with_config(Vec::new(), form).context("can't write the feed")?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn feed(page: &Page, entries: Vec<Entry>) -> Feed {
    let letter = page.letter;
    let own = page.address().unwrap_or_else(|| "./".to_string());
    let itself = page.place.absolute("feed.xml").map(|href| link("self", href));
    let initiators = letter.signatories.iter().filter(|signatory| signatory.initiator);
    let mut authors: Vec<Person> = initiators.map(|one| person(&one.name)).collect();
    if authors.is_empty() {
        authors.push(person(&letter.title));
    }
    let title = Language::new(&letter.lang).pages().feed.replace("{title}", &letter.title);
    Feed {
        lang: Some(letter.lang.as_str().to_string()),
        generator: Some(Generator { value: GENERATOR.to_string(), ..Generator::default() }),
        id: id(page, ""),
        title: Text::plain(xml::text(&title)),
        links: [link("alternate", own)].into_iter().chain(itself).collect(),
        authors,
        entries,
        ..Feed::default()
    }
}

fn link(rel: &str, href: String) -> Link {
    Link { rel: rel.to_string(), href, ..Link::default() }
}

fn person(name: &str) -> Person {
    Person { name: xml::text(name), ..Person::default() }
}

/// The newest first. Two identical signatures make one entry.
fn entries_of(page: &Page, first_seen: impl Fn(&str) -> FixedDateTime) -> Vec<Entry> {
    let mut ids = HashSet::new();
    let own = page.address().unwrap_or_else(|| "./".to_string());
    let entry = |one: &Signatory| {
        let id = id(page, &identity(one));
        let signed = one.signed.and_then(|day| format!("{}T00:00:00Z", day.to_iso()).parse().ok());
        ids.insert(id.clone()).then(|| Entry {
            title: Text::plain(xml::text(&title(one))),
            updated: signed.unwrap_or_else(|| first_seen(&id)),
            authors: vec![person(&one.name)],
            links: vec![link("alternate", own.clone())],
            content: one.comment.as_deref().map(|text| Content { value: Some(xml::text(text)), ..Content::default() }),
            id,
            ..Entry::default()
        })
    };
    page.source.latest.iter().filter_map(entry).collect()
}

fn title(signatory: &Signatory) -> String {
    let parts = [Some(&signatory.name), signatory.role.as_ref(), signatory.organisation.as_ref()];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// A permanent identifier, made of a hash by RFC 9562 (version 8): the hash of the letter's address, or of its id if
/// the address is unknown.
fn id(page: &Page, of: &str) -> String {
    let letter = page.address().unwrap_or_else(|| page.place.id.to_string());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest([&letter, "\n", of].concat())[..16]);
    Uuid::new_v8(bytes).urn().to_string()
}

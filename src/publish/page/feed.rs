//! The feed of new signatories (Atom, RFC 4287). One for all languages of a letter: names are names.
//!
//! It has the signatories whose day of signing is known: without it, nobody knows who is new. Without any such day, the
//! feed is empty, and no page links to it.

use super::mark::GENERATOR;
use super::page::Page;
use super::xml;
use crate::files::time::now;
use crate::language::Language;
use crate::model::Signatory;
use crate::roll::identity;
use anyhow::{Context, Result};
use atom_syndication::{Content, Entry, Feed, Generator, Link, Person, Text, WriteConfig};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use uuid::Uuid;

/// The document for the letter's own text. `published` is the site's current feed.
///
/// # Errors
/// If `SOURCE_DATE_EPOCH` is set and is not a time.
pub fn document(page: &Page, published: Option<&[u8]>) -> Result<Vec<u8>> {
    let now = now()?.to_string().parse().ok().context("the time of publishing is not a time of a feed")?;
    let before = published.and_then(|bytes| Feed::read_from(bytes).ok());
    let mut feed = feed(page, entries_of(page));
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
fn entries_of(page: &Page) -> Vec<Entry> {
    let mut ids = HashSet::new();
    let own = page.address().unwrap_or_else(|| "./".to_string());
    let entry = |one: &Signatory| {
        let id = id(page, &identity(one));
        let signed = format!("{}T00:00:00Z", one.signed?.to_iso()).parse().ok()?;
        ids.insert(id.clone()).then(|| Entry {
            title: Text::plain(xml::text(&title(one))),
            updated: signed,
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
    let parts = [Some(signatory.whole_name()), signatory.role.clone(), signatory.organisation.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A permanent identifier, made of a hash by RFC 9562 (version 8): the hash of the letter's address, or of its id if
/// the address is unknown.
fn id(page: &Page, of: &str) -> String {
    let letter = page.address().unwrap_or_else(|| page.place.id.to_string());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest([&letter, "\n", of].concat())[..16]);
    Uuid::new_v8(bytes).urn().to_string()
}

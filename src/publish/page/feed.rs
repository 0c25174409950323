//! The feed of new signatories (Atom, RFC 4287). One for all languages of a letter: names are names.
//!
//! An entry has the day that is given as that of signing, else the time at which it was first published, which the feed
//! in the site remembers.

use super::mark::GENERATOR;
use super::page::Page;
use super::xml;
use crate::files::time::now;
use crate::language::Language;
use crate::model::Signatory;
use crate::roll::identity;
use anyhow::Result;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

#[derive(Serialize)]
struct Feed {
    #[serde(rename = "@xmlns")]
    xmlns: &'static str,
    #[serde(rename = "@xml:lang")]
    lang: String,
    generator: &'static str,
    id: String,
    title: String,
    updated: String,
    link: Vec<Link>,
    author: Vec<Author>,
    entry: Vec<Entry>,
}

#[derive(Serialize)]
struct Link {
    #[serde(rename = "@rel")]
    rel: &'static str,
    #[serde(rename = "@href")]
    href: String,
}

#[derive(Serialize)]
struct Author {
    name: String,
}

#[derive(Serialize)]
struct Entry {
    id: String,
    title: String,
    updated: String,
    author: Author,
    link: Link,
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<String>,
}

/// What is read back of a feed.
#[derive(Default, Deserialize)]
struct Published {
    updated: String,
    #[serde(default)]
    entry: Vec<PublishedEntry>,
}

#[derive(Deserialize)]
struct PublishedEntry {
    id: String,
    updated: String,
}

/// The document, of the letter's own text. `published` is what stands in the site.
///
/// # Errors
/// If `SOURCE_DATE_EPOCH` is set and is no time.
pub fn document(page: &Page, published: Option<&[u8]>) -> Result<Vec<u8>> {
    let now = now()?.to_string();
    let before: Published = published.and_then(xml::read).unwrap_or_default();
    let known = |time: &String| time.parse::<Timestamp>().is_ok();
    let entries = before.entry.into_iter().filter(|entry| known(&entry.updated));
    let first_seen: HashMap<String, String> = entries.map(|entry| (entry.id, entry.updated)).collect();
    let entries = entries_of(page, |id| first_seen.get(id).unwrap_or(&now).clone());
    let mut feed = feed(page, entries);
    if known(&before.updated) {
        feed.updated = before.updated;
        let same = xml::written("feed", &feed)?;
        if published == Some(&same) {
            return Ok(same);
        }
    }
    feed.updated = now;
    xml::written("feed", &feed)
}

fn feed(page: &Page, entry: Vec<Entry>) -> Feed {
    let letter = page.letter;
    let own = page.address().unwrap_or_else(|| "./".to_string());
    let itself = page.place.absolute("feed.xml").map(|href| Link { rel: "self", href });
    let initiators = letter.signatories.iter().filter(|signatory| signatory.initiator);
    let mut author: Vec<Author> = initiators.map(|one| Author { name: xml::text(&one.name) }).collect();
    if author.is_empty() {
        author.push(Author { name: xml::text(&letter.title) });
    }
    let title = Language::new(&letter.lang).pages().feed.replace("{title}", &letter.title);
    Feed {
        xmlns: "http://www.w3.org/2005/Atom",
        lang: letter.lang.as_str().to_string(),
        generator: GENERATOR,
        id: id(page, ""),
        title: xml::text(&title),
        updated: String::new(),
        link: [Link { rel: "alternate", href: own }].into_iter().chain(itself).collect(),
        author,
        entry,
    }
}

/// The newest first. Who signs twice with the same words is one to those who read of it.
fn entries_of(page: &Page, first_seen: impl Fn(&str) -> String) -> Vec<Entry> {
    let mut ids = HashSet::new();
    let own = page.address().unwrap_or_else(|| "./".to_string());
    let entry = |one: &Signatory| {
        let id = id(page, &identity(one));
        ids.insert(id.clone()).then(|| Entry {
            title: xml::text(&title(one)),
            updated: one.signed.map_or_else(|| first_seen(&id), |day| format!("{}T00:00:00Z", day.to_iso())),
            author: Author { name: xml::text(&one.name) },
            link: Link { rel: "alternate", href: own.clone() },
            content: one.comment.as_deref().map(xml::text),
            id,
        })
    };
    page.source.latest.iter().filter_map(entry).collect()
}

fn title(signatory: &Signatory) -> String {
    let parts = [Some(&signatory.name), signatory.role.as_ref(), signatory.organisation.as_ref()];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// A name for all times, as RFC 9562 makes one of a hash (version 8): of the letter's address, or its id where that is
/// not known.
fn id(page: &Page, of: &str) -> String {
    let letter = page.address().unwrap_or_else(|| page.place.id.to_string());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest([&letter, "\n", of].concat())[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut id = String::from("urn:uuid:");
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            id.push('-');
        }
        let _ = write!(id, "{byte:02x}");
    }
    id
}

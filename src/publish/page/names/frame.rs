//! What is the same on all pages of a roll, and the page that is made of it.

use super::row::{Row, Rows};
use crate::files::hash::fnv1a;
use crate::language::Language;
use crate::model::{Date, Letter};
use crate::publish::page::document::STYLE;
use crate::publish::page::head::opening;
use crate::publish::page::place::Place;
use anyhow::{Context, Result};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The stylesheet of the rows.
const ROWS_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/page-names.css"));

/// What is the same on all pages.
pub struct Frame<'l> {
    /// Where they stand.
    pub place: Place<'l>,
    /// The language of the letter itself, for all translations: names are names, and a million of them are files enough.
    pub language: Language,
    /// The language of the interface's texts and its direction, where it is another.
    pub foreign: Option<(&'static str, &'static str)>,
    letter: &'l Letter,
    style: String,
}

/// The pages before and after one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The name of the page before.
    pub before: Option<String>,
    /// The name of the page after.
    pub after: Option<String>,
}

impl<'l> Frame<'l> {
    /// The frame of a letter's pages.
    #[must_use]
    pub fn new(letter: &'l Letter, place: Place<'l>) -> Frame<'l> {
        let language = Language::new(&letter.lang);
        let foreign = language.foreign();
        Frame { place, language, foreign, letter, style: [STYLE, ROWS_STYLE].concat() }
    }

    /// The hash of all that does not come from rows.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        let around = Around { before: Some(String::new()), after: Some(String::new()) };
        fnv1a(&[self.document(&[], &around).into_string().as_bytes()])
    }

    /// The page of these rows of the roll's files.
    ///
    /// # Errors
    /// If they are none.
    pub fn page(&self, json: &[u8], around: &Around) -> Result<Vec<u8>> {
        let rows: Rows = serde_json::from_slice(json).context("a page of the roll can't be read back")?;
        Ok(self.document(&rows.signatories, around).into_string().into_bytes())
    }

    /// Search engines are asked to leave it out: who withdraws is to be gone everywhere.
    fn document(&self, rows: &[Row], around: &Around) -> Markup {
        let (letter, texts) = (self.letter, self.language.texts);
        html! {
            (DOCTYPE)
            html lang=(letter.lang.as_str()) dir=(letter.lang.direction().as_str()) {
                head {
                    (opening(&format!("{} · {}", texts.signatories, letter.title)))
                    meta name="robots" content="noindex, follow";
                    style { (PreEscaped(&self.style)) }
                }
                body {
                    main.names {
                        p.letter { a href=(self.place.to("")) { (letter.title) } }
                        h1 lang=[self.foreign.map(|(lang, _)| lang)] dir=[self.foreign.map(|(_, dir)| dir)] { (texts.signatories) }
                        (self.days(rows))
                        ol {
                            @for row in rows { "\n" (row.markup(self)) }
                        }
                        (self.ways(around))
                    }
                }
            }
            "\n"
        }
    }

    /// The days on which they signed, where that is known: so one finds one's own name.
    fn days(&self, rows: &[Row]) -> Markup {
        let mut days: Vec<Date> = rows.iter().filter_map(Row::signed).collect();
        days.sort_unstable();
        let day = |day: Date| html! { time datetime=(day.to_iso()) { (self.language.date(day)) } };
        html! {
            @if let (Some(first), Some(last)) = (days.first(), days.last()) {
                p.days { (day(*first)) @if first != last { " – " (day(*last)) } }
            }
        }
    }

    fn ways(&self, Around { before, after }: &Around) -> Markup {
        let texts = self.language.pages();
        html! {
            @if before.is_some() || after.is_some() {
                nav lang=[self.foreign.map(|(lang, _)| lang)] dir=[self.foreign.map(|(_, dir)| dir)] {
                    @if let Some(before) = before { a rel="prev" href=(href(before)) { (texts.earlier) } }
                    @if let Some(after) = after { a rel="next" href=(href(after)) { (texts.later) } }
                }
            }
        }
    }
}

/// The first page is its folder's own.
fn href(name: &str) -> &str {
    if name == super::FIRST { "./" } else { name }
}

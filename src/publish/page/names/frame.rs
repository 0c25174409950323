//! The shared parts of a roll's pages, and the page made from them.

use super::plan::{ALL_NAMES, Around, FIRST};
use crate::files::hash::fnv1a;
use crate::language::Language;
use crate::model::{Date, Json, Letter, Signatory, as_written};
use crate::publish::page::document::STYLE;
use crate::publish::page::head::opening;
use crate::publish::page::place::Place;
use crate::source::rows;
use crate::view::rows_html;
use anyhow::{Context, Result};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use rayon::prelude::*;

/// The stylesheet of the rows.
const ROWS_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/page-names.css"));

/// The parts that all pages share.
pub struct Frame<'l> {
    /// Where the pages are.
    place: Place<'l>,
    /// The language of the letter itself, for all translations: names need no translation, and a million of them fill
    /// enough files.
    language: Language,
    /// The language and direction of the interface's texts, if they differ from the letter's.
    foreign: Option<(&'static str, &'static str)>,
    letter: &'l Letter,
    style: String,
}

impl<'l> Frame<'l> {
    /// The frame of a letter's pages.
    #[must_use]
    pub fn new(letter: &'l Letter, place: Place<'l>) -> Frame<'l> {
        let language = Language::new(&letter.lang);
        let foreign = language.foreign();
        Frame { place, language, foreign, letter, style: [STYLE, ROWS_STYLE].concat() }
    }

    /// The hash of everything that does not come from rows.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        let around = Around { before: Some(String::new()), after: Some(String::new()), all: true };
        let groups = serde_json::to_vec(&self.letter.groups).unwrap_or_default();
        fnv1a(&[self.document(&[], &around).into_string().as_bytes(), &groups])
    }

    /// The page for a page of the roll's files.
    ///
    /// # Errors
    /// If the file holds no rows.
    pub fn page(&self, json: &[u8], around: &Around) -> Result<Vec<u8>> {
        Ok(self.document(&self.rows(json)?, around).into_string().into_bytes())
    }

    /// The page with all names, from all pages of the roll's files.
    ///
    /// # Errors
    /// If a file holds no rows.
    pub fn whole(&self, pages: &[Vec<u8>]) -> Result<Vec<u8>> {
        let rows: Vec<Vec<Signatory>> = pages.par_iter().map(|json| self.rows(json)).collect::<Result<_>>()?;
        Ok(self.document(&rows.concat(), &Around::default()).into_string().into_bytes())
    }

    fn rows(&self, json: &[u8]) -> Result<Vec<Signatory>> {
        let rows = rows::signatories(json).context("a page of the roll can't be read back")?;
        Ok(rows.into_iter().filter_map(|json| self.signatory(json)).collect())
    }

    /// The signatory in that JSON, with links rewritten from the letter's folder to this page.
    fn signatory(&self, json: &[u8]) -> Option<Signatory> {
        let json = Json::parse(std::str::from_utf8(json).ok()?).ok()?;
        // The file may be from an earlier release, which was less strict.
        Signatory::of(&json, &|reference| as_written(reference).map(|reference| self.place.link(&reference))).0
    }

    /// Search engines are asked not to index it, so that signatories who withdraw disappear everywhere.
    fn document(&self, rows: &[Signatory], around: &Around) -> Markup {
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
                            @for item in rows_html(rows, self.letter) { "\n" (PreEscaped(item)) }
                        }
                        (self.ways(around))
                    }
                }
            }
            "\n"
        }
    }

    /// The days on which they signed, if known. They help readers find their own names.
    fn days(&self, rows: &[Signatory]) -> Markup {
        let mut days: Vec<Date> = rows.iter().filter_map(|row| row.signed).collect();
        days.sort_unstable();
        let day = |day: Date| html! { time datetime=(day.to_iso()) { (self.language.date(day)) } };
        html! {
            @if let (Some(first), Some(last)) = (days.first(), days.last()) {
                p.days { (day(*first)) @if first != last { " – " (day(*last)) } }
            }
        }
    }

    fn ways(&self, Around { before, after, all }: &Around) -> Markup {
        let texts = self.language.pages();
        html! {
            @if before.is_some() || after.is_some() || *all {
                nav lang=[self.foreign.map(|(lang, _)| lang)] dir=[self.foreign.map(|(_, dir)| dir)] {
                    @if let Some(before) = before { a rel="prev" href=(href(before)) { (texts.earlier) } }
                    @if *all { a href=(ALL_NAMES) { (texts.one_page) } }
                    @if let Some(after) = after { a rel="next" href=(href(after)) { (texts.later) } }
                }
            }
        }
    }
}

/// The first page's address is its folder.
fn href(name: &str) -> &str {
    if name == FIRST { "./" } else { name }
}

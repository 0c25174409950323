//! Finds names that their bearers don't write this way, or that imitate somebody else's.

mod alike;
mod form;
mod invisible;
pub mod scripts;
mod shouting;

use super::encoding;
use super::links;
use crate::model::{Date, Kind};
use crate::source::finding::Weight;
use crate::source::rows::{Row, Rows};
use alike::Pair;
use rayon::prelude::*;
use serde::Deserialize;
use std::borrow::Cow;

/// A remark about a signatory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The index of its row.
    pub row: usize,
    /// The column or member.
    pub field: &'static str,
    /// The kind of fault in a word.
    pub code: &'static str,
    /// How much it matters.
    pub weight: Weight,
    /// The fault and the remedy; follows the field's name.
    pub message: String,
}

/// The members of a row that are checked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Bearer<'r> {
    #[serde(borrow)]
    name: Cow<'r, str>,
    #[serde(borrow)]
    organisation: Option<Cow<'r, str>>,
    #[serde(borrow)]
    role: Option<Cow<'r, str>>,
    #[serde(borrow)]
    country: Option<Cow<'r, str>>,
    #[serde(borrow)]
    note: Option<Cow<'r, str>>,
    #[serde(borrow)]
    url: Option<Cow<'r, str>>,
    #[serde(borrow)]
    logo: Option<Cow<'r, str>>,
    #[serde(borrow)]
    signed: Option<Cow<'r, str>>,
}

/// The limits of a signature's date.
#[derive(Clone, Copy, Debug)]
pub struct Days {
    /// The date of the letter.
    pub letter: Option<Date>,
    /// The latest day that has begun anywhere.
    pub today: Date,
}

/// Checks all rows together, except those that are not named.
#[must_use]
pub fn check(rows: &Rows, days: Days) -> Vec<Remark> {
    let named = |row: &Row| (!row.hidden).then(|| serde_json::from_slice(rows.json(row)).unwrap_or_default());
    let bearers: Vec<Option<Bearer>> = rows.list.par_iter().map(named).collect();
    let of_row = |(row, bearer): (usize, &Option<Bearer>)| -> Vec<Remark> {
        let kind = rows.list[row].kind;
        let remarks = bearer.iter().flat_map(|bearer| of_bearer(bearer, kind, days));
        remarks.map(|remark| Remark { row, ..remark }).collect()
    };
    let mut remarks: Vec<Remark> = bearers.par_iter().enumerate().flat_map_iter(of_row).collect();
    remarks.extend(early(rows, &bearers, days));
    remarks.extend(look_alikes(rows, &bearers));
    remarks
}

/// Different names that look alike, unless something else beside the names distinguishes them for readers.
fn look_alikes(rows: &Rows, bearers: &[Option<Bearer>]) -> Vec<Remark> {
    let names: Vec<&str> = bearers.iter().map(|bearer| bearer.as_ref().map_or("", |bearer| &bearer.name)).collect();
    let are_distinguished = |pair: &Pair| {
        let marks = [pair.earlier, pair.row].map(|row| bearers[row].as_ref().map(Bearer::marks).unwrap_or_default());
        marks[0].iter().zip(&marks[1]).any(|(a, b)| a.is_some() && b.is_some() && a != b)
    };
    let pairs = alike::check(&names).into_iter().filter(|pair| !are_distinguished(pair));
    let message = |pair: &Pair| pair.message(&names, rows.list[pair.earlier].line);
    pairs.map(|pair| warning(pair.row, "name", "look-alike", message(&pair))).collect()
}

impl Bearer<'_> {
    /// What readers see beside the name.
    fn marks(&self) -> [Option<&str>; 5] {
        [&self.organisation, &self.role, &self.country, &self.note, &self.url].map(Option::as_deref)
    }
}

fn of_bearer(bearer: &Bearer, kind: Option<Kind>, days: Days) -> Vec<Remark> {
    let mut remarks = of_words("name", &bearer.name);
    remarks.extend(bearer.organisation.iter().flat_map(|organisation| of_words("organisation", organisation)));
    if let Some(message) = form::fault(&bearer.name, kind) {
        remarks.push(warning(0, "name", "form", message));
    }
    for (code, message) in
        [("capitals", shouting::fault(&bearer.name, kind)), ("form", form::digit(&bearer.name, kind))]
    {
        remarks.extend(message.map(|message| Remark { weight: Weight::Hint, ..warning(0, "name", code, message) }));
    }
    for (field, address) in [("url", &bearer.url), ("logo", &bearer.logo)] {
        if let Some(message) = address.as_deref().and_then(links::of_table) {
            remarks.push(warning(0, field, "link", message));
        }
    }
    if let Some(date) = signed(bearer).filter(|date| *date > days.today) {
        let message = format!("is {}, which is still to come: write the day of signing", date.to_iso());
        remarks.push(warning(0, "signed", "date", message));
    }
    remarks
}

/// Faults in the letters of a name.
fn of_words(field: &'static str, words: &str) -> Vec<Remark> {
    if words.is_ascii() && !words.contains(['&', '<']) {
        return Vec::new();
    }
    let faults = [
        ("scripts", scripts::fault(words)),
        ("invisible", invisible::fault(words)),
        ("encoding", encoding::fault(words)),
        ("markup", super::markup::of_line(words)),
    ];
    faults.into_iter().filter_map(|(code, message)| Some(warning(0, field, code, message?))).collect()
}

fn signed(bearer: &Bearer) -> Option<Date> {
    bearer.signed.as_deref().and_then(Date::parse)
}

/// Signatures before the letter's date. Initiators sign a draft, so there is one hint for all.
fn early(rows: &Rows, bearers: &[Option<Bearer>], days: Days) -> Option<Remark> {
    let own = days.letter?;
    let is_early = |bearer: &Option<Bearer>| bearer.as_ref().and_then(signed).is_some_and(|date| date < own);
    let early: Vec<usize> = (0..rows.list.len()).filter(|row| is_early(&bearers[*row])).collect();
    let first = *early.first()?;
    let date = bearers[first].as_ref().and_then(signed)?.to_iso();
    let others = match early.len() - 1 {
        0 => String::new(),
        more => format!(", as are {more} more"),
    };
    let message = format!(
        "is {date}, before the letter's own date {}{others}: correct it, if nobody signed a draft",
        own.to_iso()
    );
    Some(Remark { weight: Weight::Hint, ..warning(first, "signed", "date", message) })
}

fn warning(row: usize, field: &'static str, code: &'static str, message: String) -> Remark {
    Remark { row, field, code, weight: Weight::Warning, message }
}

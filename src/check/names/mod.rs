//! Finds names that their bearers don't write this way, or that imitate somebody else's.

mod alike;
mod blank;
mod form;
mod invisible;
mod phone;
pub mod scripts;
mod shouting;

use super::encoding;
use super::links;
use crate::model::{Date, Kind, email_in};
use crate::source::finding::Weight;
use crate::source::rows::{Card, Row, Rows};
use crate::source::same_person::MARKS;
use alike::Pair;
use rayon::prelude::*;
use std::iter;

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
    let named = |row: &Row| (!row.hidden).then(|| rows.card(row));
    let cards: Vec<Option<Card>> = rows.list.par_iter().map(named).collect();
    let of_row = |(row, card): (usize, &Option<Card>)| -> Vec<Remark> {
        let kind = rows.list[row].kind;
        let remarks = card.iter().flat_map(|card| of_card(card, kind, days));
        remarks.map(|remark| Remark { row, ..remark }).collect()
    };
    let mut remarks: Vec<Remark> = cards.par_iter().enumerate().flat_map_iter(of_row).collect();
    remarks.extend(early(rows, &cards, days));
    remarks.extend(look_alikes(rows, &cards));
    remarks
}

/// Different names that look alike, unless something else beside the names distinguishes them for readers.
fn look_alikes(rows: &Rows, cards: &[Option<Card>]) -> Vec<Remark> {
    let names: Vec<&str> = cards.iter().map(|card| card.as_ref().map_or("", |card| &card.name)).collect();
    let are_distinguished = |pair: &Pair| {
        let (Some(earlier), Some(later)) = (&cards[pair.earlier], &cards[pair.row]) else { return false };
        iter::once("organisation").chain(MARKS).any(|column| {
            let (a, b) = (earlier.get(column), later.get(column));
            !a.is_empty() && !b.is_empty() && a != b
        })
    };
    let pairs = alike::check(&names).into_iter().filter(|pair| !are_distinguished(pair));
    let message = |pair: &Pair| pair.message(&names, rows.list[pair.earlier].line);
    pairs.map(|pair| warning(pair.row, "name", "look-alike", message(&pair))).collect()
}

fn of_card(card: &Card, kind: Option<Kind>, days: Days) -> Vec<Remark> {
    let mut remarks = of_words("name", &card.name);
    remarks.extend(card.organisation.iter().flat_map(|organisation| of_words("organisation", organisation)));
    let fault = form::fault(&card.name, kind);
    let hints = [
        ("capitals", shouting::fault(&card.name, kind)),
        ("form", form::digit(&card.name, kind)),
        ("form", form::example(&card.name)),
    ];
    // A fault in the name as a whole is the only one to mend.
    let is_faulty = fault.is_some();
    let hints = hints.into_iter().filter(|_| !is_faulty);
    remarks.extend(fault.map(|message| warning(0, "name", "form", message)));
    let hints = hints.map(|(code, message)| ("name", code, message));
    let phones = phone::COLUMNS.map(|field| (field, "form", phone::fault(card.get(field))));
    let blanks = blank::COLUMNS.map(|field| (field, "form", blank::fault(card.get(field))));
    for (field, code, message) in hints.chain(phones).chain(blanks) {
        remarks.extend(message.map(|message| Remark { weight: Weight::Hint, ..warning(0, field, code, message) }));
    }
    for field in ["url", "logo"] {
        // The reader of the table reports e-mail addresses.
        let address = Some(card.get(field)).filter(|address| !address.is_empty() && email_in(address).is_none());
        remarks.extend(address.and_then(links::of_table).map(|message| warning(0, field, "link", message)));
    }
    if let Some(date) = signed(card).filter(|date| *date > days.today) {
        let message = format!("is {}, which is in the future: write the day of signing", date.to_iso());
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

fn signed(card: &Card) -> Option<Date> {
    Date::parse(card.get("signed"))
}

/// Signatures before the letter's date. Initiators sign a draft, so there is one hint for all.
fn early(rows: &Rows, cards: &[Option<Card>], days: Days) -> Option<Remark> {
    let own = days.letter?;
    let is_early = |card: &Option<Card>| card.as_ref().and_then(signed).is_some_and(|date| date < own);
    let early: Vec<usize> = (0..rows.list.len()).filter(|row| is_early(&cards[*row])).collect();
    let first = *early.first()?;
    let date = cards[first].as_ref().and_then(signed)?.to_iso();
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

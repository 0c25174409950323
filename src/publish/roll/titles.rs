//! The words that stand before and after the names of a roll.

use crate::roll::fold;
use crate::source::rows::card;
use memchr::memmem;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// The most words that an index names: a table with more has something else in these columns.
const MOST: usize = 200;

/// The words of these signatories, added to others.
#[must_use]
pub fn words(before: &[String], signatories: &[&[u8]]) -> Vec<String> {
    // Most rows have no title, and need not be read.
    let members = ["\"title\":", "\"suffix\":"].map(memmem::Finder::new);
    let has_one = |json: &&&[u8]| members.iter().any(|member| member.find(json).is_some());
    let mut words = signatories
        .par_iter()
        .filter(has_one)
        .fold(BTreeSet::new, |words, json| with(words, json))
        .reduce(BTreeSet::new, both);
    words.extend(before.iter().cloned());
    words.into_iter().take(MOST).collect()
}

fn with(mut words: BTreeSet<String>, json: &[u8]) -> BTreeSet<String> {
    let card = card(json);
    for text in ["title", "suffix"].map(|column| fold(card.get(column))) {
        words.extend(text.split(' ').filter(|word| !word.is_empty()).map(str::to_string));
    }
    words
}

fn both(mut one: BTreeSet<String>, mut other: BTreeSet<String>) -> BTreeSet<String> {
    one.append(&mut other);
    one
}

//! The letter as it is before the engine runs: see `docs/reference.md`.

use super::beyond::controls;
use super::changing::{Changing, Now};
use super::languages::languages;
use super::message::OnMessage;
use super::open_letter::{Ways, shown};
use super::roll::{is_long, orders};
use crate::language::Language;
use crate::model::{Letter, Settings};
use leptos::reactive::owner::Owner;
use serde_json::Value;

/// The tree of the letter's first view: what the engine renders of `letter.json` with default settings. Elements that
/// depend on the attribute `show` name their part. It has samples of how it writes numbers.
#[must_use]
pub fn first_view(letter: &Letter) -> Value {
    let (changing, on) = (Changing::new(Now::of(letter)), Owner::new().with(|| OnMessage::new(|_| true)));
    let language = Language::new(&letter.lang);
    let tools = is_long(letter).then(|| controls(&language, orders(letter), Box::new(String::new)));
    let ways = Ways { languages: languages(letter, &[], &|_| None, on), rest: None, tools };
    shown(letter, &Settings::default(), &changing, ways, on).attr("data-numbers", language.numbers()).first_view()
}

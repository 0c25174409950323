//! The summary, the state of the campaign, and updates.

use super::element::{Element, element, heading};
use super::fold::{fold, lead};
use super::link::link;
use crate::language::Language;
use crate::model::{Date, Letter, Status, Update};

/// The number of characters from which updates are folded: more than two lines on a phone.
const LONG: usize = 80;

/// A day.
pub(super) fn date(date: Date, language: &Language) -> Element {
    element("time").attr("datetime", date.to_iso()).text(language.date(date))
}

/// What became of a letter that is no longer open.
pub(super) fn status(letter: &Letter, language: &Language) -> Option<Element> {
    let text = match letter.status {
        Status::Open => return None,
        Status::Closed => language.texts.closed,
        Status::Delivered => language.texts.delivered,
        Status::Answered => language.texts.answered,
    };
    Some(element("p").class("status").say(text, language))
}

/// The whole summary.
pub(super) fn summary(letter: &Letter) -> Option<Element> {
    Some(element("p").part("summary").text(letter.summary.as_deref()?))
}

/// The summary, of which a fold shows the lead if it is long.
pub(super) fn folded_summary(letter: &Letter) -> Option<Element> {
    match lead(letter.summary.as_deref()?) {
        Some((lead, rest)) => {
            Some(fold(element("summary").text(lead)).part("summary").child(element("span").text(rest)))
        }
        None => summary(letter),
    }
}

/// The updates under a heading of that level.
pub(super) fn updates(letter: &Letter, language: &Language, heading_level: u8) -> Option<Element> {
    let heading = heading(heading_level, "heading").class("updates-heading").say(language.texts.updates, language);
    let section = element("div").class("updates").child(heading).child(entries(letter, language));
    (!letter.updates.is_empty()).then_some(section)
}

/// The same; a fold shows the heading and the last day if they are long.
pub(super) fn folded_updates(letter: &Letter, language: &Language, heading_level: u8) -> Option<Element> {
    let length: usize = letter.updates.iter().map(|update| update.text.chars().count()).sum();
    if length <= LONG {
        return updates(letter, language, heading_level);
    }
    let last = letter.updates.iter().filter_map(|update| update.date).max();
    let line = element("summary")
        .child(heading(heading_level, "heading").class("updates-heading").say(language.texts.updates, language))
        .children(last.map(|day| date(day, language)));
    Some(fold(line).class("updates").child(entries(letter, language)))
}

fn entries(letter: &Letter, language: &Language) -> Element {
    element("ul").children(letter.updates.iter().map(|entry| update(entry, language)))
}

fn update(update: &Update, language: &Language) -> Element {
    let mut item = element("li");
    if let Some(day) = update.date {
        item = item.child(date(day, language)).text(" ");
    }
    item = item.text(&update.text);
    match &update.url {
        Some(url) => item.text(" ").child(link(url.as_str()).say(language.texts.read_on, language)),
        None => item,
    }
}

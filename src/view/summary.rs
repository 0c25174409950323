//! The summary, the state of the campaign, and updates.

use super::element::{Element, element, heading};
use super::spans::link;
use crate::language::Language;
use crate::model::{Date, Letter, Status, Update};

/// A day.
pub(super) fn date(date: Date, language: &Language) -> Element {
    element("time").attr("datetime", date.to_iso()).text(language.date(date))
}

/// Status, summary and updates. The updates have a heading of that level.
pub(super) fn summary(letter: &Letter, language: &Language, heading_level: u8) -> impl Iterator<Item = Element> {
    let summary = letter.summary.as_deref().map(|text| element("p").part("summary").text(text));
    [status(letter.status, language), summary, updates(&letter.updates, language, heading_level)].into_iter().flatten()
}

fn status(status: Status, language: &Language) -> Option<Element> {
    let text = match status {
        Status::Open => return None,
        Status::Closed => language.texts.closed,
        Status::Delivered => language.texts.delivered,
        Status::Answered => language.texts.answered,
    };
    Some(element("p").class("status").say(text, language))
}

fn updates(updates: &[Update], language: &Language, heading_level: u8) -> Option<Element> {
    let heading = heading(heading_level, "heading").class("updates-heading").say(language.texts.updates, language);
    let list = element("ul").children(updates.iter().map(|entry| update(entry, language)));
    let section = element("div").class("updates").child(heading).child(list);
    (!updates.is_empty()).then_some(section)
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

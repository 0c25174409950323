//! The roll: who signed.

use super::count::{breakdown, numbers};
use super::element::{Element, element, heading};
use super::signatory::signatory;
use crate::language::Language;
use crate::model::{Kind, Signatory};
use leptos::prelude::*;

/// The signatories in their order, with a filter where there are organisations and persons.
pub(super) fn roll(signatories: &[Signatory], language: &Language, heading_level: u8) -> Element {
    let filter = RwSignal::new(None);
    let title = language.texts.signatories;
    let header = element("header")
        .attr_if("lang", language.foreign_texts())
        .child(heading(heading_level, "heading").text(title))
        .children(breakdown(signatories, language).map(|text| element("p").class("breakdown").text(text)))
        .children(filters(signatories, filter, language));
    // The rows are not reactive: the list says which kind it shows, and the stylesheet hides the others.
    let rows = element("ol")
        .live_attr("data-kind", Box::new(move || filter.get().map_or("all", Kind::as_str).to_string()))
        .children(signatories.iter().map(|entry| signatory(entry, language)));
    element("section").part("roll").attr("aria-label", title).child(header).child(rows)
}

fn filters(signatories: &[Signatory], filter: RwSignal<Option<Kind>>, language: &Language) -> Option<Element> {
    let (organisations, persons) = numbers(signatories);
    if organisations == 0 || persons == 0 {
        return None;
    }
    let texts = language.texts;
    let button = |kind: Option<Kind>, label: &'static str, number: u64| {
        element("button")
            .attr("type", "button")
            .class(kind.map_or("all", Kind::as_str))
            .live_attr("aria-pressed", Box::new(move || (filter.get() == kind).to_string()))
            .on_click(move |_| filter.set(kind))
            .text([label, " "].concat())
            .child(element("span").class("number").text(language.number(number)))
    };
    let group = element("div")
        .part("filters")
        .attr("role", "group")
        .attr("aria-label", texts.filters)
        .child(button(None, texts.all, signatories.len() as u64))
        .child(button(Some(Kind::Organisation), texts.only_organisations, organisations))
        .child(button(Some(Kind::Person), texts.only_persons, persons));
    Some(group)
}

//! The roll: who signed.

use super::changing::Changing;
use super::count::breakdown;
use super::element::{Element, LiveText, element, heading};
use super::keyed::Keyed;
use super::signatory::signatory;
use crate::language::Language;
use crate::model::Kind;
use crate::roll::Row;
use leptos::prelude::*;

/// The roll's signatories in their order, with a filter where there are organisations and persons. When it changes,
/// rows come and go; those that stay are not touched, nor is what the reader has done with them.
pub(super) fn roll(changing: &Changing, language: &Language, heading_level: u8) -> Element {
    let filter = RwSignal::new(None);
    let title = language.texts.signatories;
    let header = element("header")
        .attr_if("lang", language.foreign_texts())
        .child(heading(heading_level, "heading").text(title))
        .child(element("p").class("breakdown").live_text(breakdown(changing, language)))
        .child(filters(changing, filter, language));
    // The filter is not the rows' affair: the list says which kind it shows, and the stylesheet hides the others.
    let list = element("ol")
        .live_attr("data-kind", Box::new(move || filter.get().map_or("all", Kind::as_str).to_string()))
        .child(rows(changing.clone(), language.clone()));
    let empty = {
        let changing = changing.clone();
        Box::new(move || changing.read(|now| now.rows.is_empty()).to_string())
    };
    element("section").part("roll").attr("aria-label", title).live_attr("data-empty", empty).child(header).child(list)
}

fn rows(changing: Changing, language: Language) -> AnyView {
    let rows = move || {
        let language = language.clone();
        Keyed {
            keys: changing.read(|now| now.rows.to_vec()),
            make: Box::new(move |row| signatory(row, &language).view()),
        }
    };
    rows.into_any()
}

fn filters(changing: &Changing, filter: RwSignal<Option<Kind>>, language: &Language) -> Element {
    let texts = language.texts;
    let button = |kind: Option<Kind>, label: &'static str| {
        element("button")
            .attr("type", "button")
            .class(kind.map_or("all", Kind::as_str))
            .live_attr("aria-pressed", Box::new(move || (filter.get() == kind).to_string()))
            .on_click(move |_| filter.set(kind))
            .text([label, " "].concat())
            .child(element("span").class("number").live_text(number(changing, kind, language)))
    };
    let one_kind = {
        let changing = changing.clone();
        let lacks = |rows: &[Row], kind| !rows.iter().any(|row| row.signatory.kind == Some(kind));
        move || changing.read(|now| lacks(&now.rows, Kind::Organisation) || lacks(&now.rows, Kind::Person)).to_string()
    };
    element("div")
        .part("filters")
        .attr("role", "group")
        .attr("aria-label", texts.filters)
        .live_attr("data-empty", Box::new(one_kind))
        .child(button(None, texts.all))
        .child(button(Some(Kind::Organisation), texts.only_organisations))
        .child(button(Some(Kind::Person), texts.only_persons))
}

/// How many rows are of that kind, or of any.
fn number(changing: &Changing, kind: Option<Kind>, language: &Language) -> LiveText {
    let (changing, language) = (changing.clone(), language.clone());
    Box::new(move || {
        let counts = |row: &&Row| kind.is_none() || row.signatory.kind == kind;
        language.number(changing.read(|now| now.rows.iter().filter(counts).count()) as u64)
    })
}

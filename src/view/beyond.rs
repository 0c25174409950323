//! The tools for a long roll: search, other orders, and the rows that the letter does not contain.
//!
//! The code that fetches the rows mounts it into the space that the roll reserves.

use super::element::{List, LiveText, element};
use super::keyed::Keyed;
use super::sheet::{Sheet, SheetView};
use crate::language::Language;
use leptos::prelude::*;

/// What is shown now.
#[derive(Clone, Debug, Default)]
pub struct Beyond {
    /// The sheets in their order.
    pub sheets: Vec<Sheet>,
    /// Whether there are more rows to show.
    pub more: bool,
    /// The status of the search.
    pub status: String,
}

/// The signal of what is shown.
pub type BeyondSignal = ArcRwSignal<Beyond>;

/// The search field, and the menu with that number of orders.
pub fn tools(beyond: &BeyondSignal, language: &Language, orders: usize) -> AnyView {
    let texts = language.texts;
    let find = element("input")
        .part("find")
        .attr("type", "search")
        .label(texts.find, language)
        .attr("placeholder", texts.find)
        .attr("dir", "auto")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search");
    let order = |(index, text): (usize, &&'static str)| element("option").attr("value", index.to_string()).text(*text);
    let order = element("select")
        .class("order")
        .in_interface(language)
        .attr("aria-label", texts.order)
        .children(texts.orders.iter().enumerate().take(orders).map(order));
    let status = element("p")
        .class("status-text")
        .attr("role", "status")
        .in_interface(language)
        .live_text(follow(beyond, |now| now.status.clone()));
    element("div").child(find).child(order).child(status).view()
}

/// The sheets, and the button to show more.
pub fn sheets(beyond: &BeyondSignal, language: &Language) -> AnyView {
    let shown = |beyond: &BeyondSignal| beyond.with(|now| now.sheets.clone());
    let items = {
        let (beyond, language) = (beyond.clone(), language.clone());
        move || shown(&beyond).into_iter().map(|sheet| SheetView(sheet, language.clone()).whole()).collect()
    };
    let list = {
        let (beyond, language) = (beyond.clone(), language.clone());
        move || {
            let language = language.clone();
            let make = move |sheet: &Sheet| SheetView(sheet.clone(), language.clone()).into_any();
            Keyed { keys: shown(&beyond), make: Box::new(make) }
        }
    };
    let more = element("button")
        .part("more")
        .attr("type", "button")
        .live_attr("data-empty", follow(beyond, |now| (!now.more).to_string()))
        .say(language.texts.show_more, language);
    element("div").child(List::new(list.into_any(), items)).child(more).view()
}

fn follow(beyond: &BeyondSignal, text: impl Fn(&Beyond) -> String + Send + 'static) -> LiveText {
    let beyond = beyond.clone();
    Box::new(move || beyond.with(|now| text(now)))
}

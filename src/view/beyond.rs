//! The tools for a long roll: search, other orders, and the rows that the letter does not contain.
//!
//! The code that fetches the rows mounts it into the space that the roll reserves.

use super::element::{Element, List, LiveText, View, element};
use super::listing::Listing;
use super::sheet::Sheet;
use crate::language::Language;
use leptos::prelude::{ArcRwSignal, With};
use leptos::tachys::renderer::types;

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

/// The search field, and the menu with that number of orders. They take over `there`, those of the first view.
pub fn tools(beyond: &BeyondSignal, language: &Language, orders: usize, there: Option<types::Element>) -> View {
    controls(language, orders, follow(beyond, |now| now.status.clone())).view(there)
}

/// The search field, the menu with that number of orders, and the status of the search.
pub(super) fn controls(language: &Language, orders: usize, status: LiveText) -> Element {
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
    let status = element("p").class("status-text").attr("role", "status").in_interface(language).live_text(status);
    element("div").child(find).children((orders > 1).then_some(order)).child(status)
}

/// The sheets, and the button to show more.
pub fn sheets(beyond: &BeyondSignal, listing: &Listing) -> View {
    let sheets = {
        let beyond = beyond.clone();
        move || beyond.with(|now| now.sheets.clone())
    };
    let (own, printed, language) = (listing.clone(), listing.clone(), listing.language());
    let list = List::new(sheets, move |sheet: &Sheet, _| sheet.build(&own), move |sheet| sheet.whole(&printed));
    let more = element("button")
        .part("more")
        .attr("type", "button")
        .live_attr("data-empty", follow(beyond, |now| (!now.more).to_string()))
        .say(language.texts.show_more, language);
    element("div").child(list).child(more).view(None)
}

fn follow(beyond: &BeyondSignal, text: impl Fn(&Beyond) -> String + Send + 'static) -> LiveText {
    let beyond = beyond.clone();
    Box::new(move || beyond.with(|now| text(now)))
}

//! The roll: who signed.

use super::changing::{Changing, Now};
use super::context::Context;
use super::count::breakdown;
use super::element::{Element, List, element, heading};
use super::keyed::{Key, Keyed};
use super::notice;
use super::signatory::signatory;
use crate::language::{Language, fill};
use crate::model::{Kind, Letter};
use crate::roll::Row;
use leptos::prelude::IntoAny;

/// The roll's signatories in their order, with a filter where there are organisations and persons. When it changes,
/// rows come and go; those that stay are not touched, nor is what the reader has done with them.
///
/// Where the roll is long, there is room for what helps a reader through it: see [`super::Beyond`]. Until that is there,
/// the `rest` stands in its place; and `sign`, the link to sign by, stays at hand.
///
/// The section has no name of its own, which would make it a landmark: it is found by its heading, and a host page with
/// several letters keeps its few landmarks.
pub(super) fn roll(context: Context, sign: Option<Element>, rest: Option<Element>) -> Element {
    let Context { letter, language, .. } = context;
    let title = language.texts.signatories;
    let header = element("header")
        .child(heading(context.inner_level(), "heading").say(title, language))
        .child(element("p").class("breakdown").in_interface(language).live_text(breakdown(context)))
        .child(filters(context));
    let list = element("ol").child(rows(context));
    // The filter is not the rows' affair: the section says which kind it shows, and the stylesheet hides the others.
    let kind = |now: &Now, _: &Language| Some(now.kind.map_or("all", Kind::as_str).to_string());
    let section = element("section").part("roll").live_attr("data-kind", context.follow(kind));
    // The rest of a roll may have names where the letter has none.
    let section = match letter.roll {
        Some(_) => section,
        None => section.live_attr("data-empty", context.follow_flag(|now| now.rows.is_empty())),
    };
    let cut = letter.left_out.names.then(|| notice::cut(letter, language.texts.names_cut, language));
    if is_long(letter) {
        let tools = element("div").class("tools");
        let signing = sign.map(|link| element("div").class("signing").child(link));
        let in_print = letter.roll.as_ref().map(|_| in_print(context));
        let beyond = element("div").class("beyond").children(rest);
        let section = section.child(header.child(tools)).child(list).children(cut);
        section.child(beyond).children(in_print).children(signing)
    } else {
        section.child(header).child(list).children(cut)
    }
}

/// What paper says of a roll that is not complete there.
fn in_print(context: Context) -> Element {
    let text = context.follow(|now, language| {
        let signatures = language.plural(&language.texts.signatures, now.live.count?);
        Some(fill(language.texts.in_print, "signatures", &signatures))
    });
    element("p").class("in-print").in_interface(context.language).live_text(text)
}

/// Whether a reader needs help to find a name in the letter's roll.
#[must_use]
pub fn is_long(letter: &Letter) -> bool {
    const LONG: usize = 40;
    letter.roll.is_some() || letter.signatories.len() >= LONG
}

impl Key for Row {}

fn rows(context: Context) -> List {
    let at_hand = |changing: &Changing| changing.read(|now| now.ordered.as_ref().unwrap_or(&now.rows).to_vec());
    let (changing, language) = (context.changing.clone(), context.language.clone());
    let items = {
        let (changing, language) = (changing.clone(), language.clone());
        move || at_hand(&changing).iter().map(|row| signatory(row, &[], &language)).collect()
    };
    let rows = move || {
        let language = language.clone();
        Keyed { keys: at_hand(&changing), make: Box::new(move |row| signatory(row, &[], &language).view()) }
    };
    List::new(rows.into_any(), items)
}

fn filters(context: Context) -> Element {
    let Context { letter, language, changing, .. } = context;
    let (texts, in_part) = (language.texts, letter.roll.is_some());
    let button = |kind: Option<Kind>, label: &'static str| {
        let chosen = changing.clone();
        let number = move |now: &Now, language: &Language| Some(language.number(count(in_part, now, kind)?));
        element("button")
            .attr("type", "button")
            .class(kind.map_or("all", Kind::as_str))
            .live_attr("aria-pressed", context.follow(move |now, _| Some((now.kind == kind).to_string())))
            .on_click(move |_| chosen.change(|now| now.kind = kind))
            .say([label, " "].concat(), language)
            .child(element("span").class("number").live_text(context.follow(number)))
    };
    let lacks = move |now: &Now, kind| matches!(count(in_part, now, Some(kind)), None | Some(0));
    let is_one = move |now: &Now| lacks(now, Kind::Organisation) || lacks(now, Kind::Person);
    // Whoever has chosen a kind finds the way back, also when its last has withdrawn.
    let one_kind = move |now: &Now, _: &Language| Some((now.kind.is_none() && is_one(now)).to_string());
    element("div")
        .part("filters")
        .attr("role", "group")
        .label(texts.filters, language)
        .live_attr("data-empty", context.follow(one_kind))
        .child(button(None, texts.all))
        .child(button(Some(Kind::Organisation), texts.only_organisations))
        .child(button(Some(Kind::Person), texts.only_persons))
}

/// The rows of that kind; where only part of the roll is at hand, as many as signed.
fn count(in_part: bool, Now { live, rows, .. }: &Now, kind: Option<Kind>) -> Option<u64> {
    if !in_part {
        let is_of_kind = |row: &&Row| kind.is_none() || row.signatory.kind == kind;
        return Some(rows.iter().filter(is_of_kind).count() as u64);
    }
    match kind {
        None => live.count,
        Some(kind) => Some(live.kinds?.number(kind)),
    }
}

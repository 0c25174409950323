//! The roll: who signed.

use super::changing::{Changing, Now};
use super::count::breakdown;
use super::element::{Element, List, LiveText, element, heading};
use super::keyed::{Key, Keyed};
use super::notice;
use super::signatory::signatory;
use crate::language::{Language, fill};
use crate::model::{Kind, Letter};
use crate::roll::Row;
use leptos::prelude::*;

/// The roll's signatories in their order, with a filter where there are organisations and persons. When it changes,
/// rows come and go; those that stay are not touched, nor is what the reader has done with them.
///
/// Where the roll is long, there is room for what helps a reader through it: see [`super::Beyond`]. Until that is there,
/// the `rest` stands in its place; and `sign`, the link to sign by, stays at hand.
///
/// The section has no name of its own, which would make it a landmark: it is found by its heading, and a host page with
/// several letters keeps its few landmarks.
pub(super) fn roll(
    letter: &Letter,
    changing: &Changing,
    language: &Language,
    heading_level: u8,
    sign: Option<Element>,
    rest: Option<Element>,
) -> Element {
    let title = language.texts.signatories;
    let header = element("header")
        .child(heading(heading_level, "heading").say(title, language))
        .child(element("p").class("breakdown").in_interface(language).live_text(breakdown(changing, language)))
        .child(filters(letter.roll.is_some(), changing, language));
    let list = element("ol").child(rows(changing.clone(), language.clone()));
    let follow = |text: fn(&Now) -> String| {
        let changing = changing.clone();
        Box::new(move || changing.read(text))
    };
    // The filter is not the rows' affair: the section says which kind it shows, and the stylesheet hides the others.
    let section = element("section")
        .part("roll")
        .live_attr("data-kind", follow(|now| now.kind.map_or("all", Kind::as_str).to_string()));
    // The rest of a roll may have names where the letter has none.
    let section = match letter.roll {
        Some(_) => section,
        None => section.live_attr("data-empty", follow(|now| now.rows.is_empty().to_string())),
    };
    let cut = letter.left_out.names.then(|| notice::cut(letter, language.texts.names_cut, language));
    if is_long(letter) {
        let tools = element("div").class("tools");
        let signing = sign.map(|link| element("div").class("signing").child(link));
        let in_print = letter.roll.as_ref().map(|_| in_print(changing, language));
        let beyond = element("div").class("beyond").children(rest);
        let section = section.child(header.child(tools)).child(list).children(cut);
        section.child(beyond).children(in_print).children(signing)
    } else {
        section.child(header).child(list).children(cut)
    }
}

/// What is said on paper, where a roll stands that has not got everybody.
fn in_print(changing: &Changing, language: &Language) -> Element {
    let text = {
        let (changing, language) = (changing.clone(), language.clone());
        move || {
            let count = changing.read(|now| now.live.count);
            let signatures = count.map(|count| language.plural(&language.texts.signatures, count));
            signatures.map(|text| fill(language.texts.in_print, "signatures", &text)).unwrap_or_default()
        }
    };
    element("p").class("in-print").in_interface(language).live_text(Box::new(text))
}

/// Whether a reader needs help to find a name in the letter's roll.
#[must_use]
pub fn is_long(letter: &Letter) -> bool {
    const LONG: usize = 40;
    letter.roll.is_some() || letter.signatories.len() >= LONG
}

impl Key for Row {}

fn rows(changing: Changing, language: Language) -> List {
    let at_hand = |changing: &Changing| changing.read(|now| now.ordered.as_ref().unwrap_or(&now.rows).to_vec());
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

fn filters(in_part: bool, changing: &Changing, language: &Language) -> Element {
    let texts = language.texts;
    let button = |kind: Option<Kind>, label: &'static str| {
        let (pressed, chosen) = (changing.clone(), changing.clone());
        element("button")
            .attr("type", "button")
            .class(kind.map_or("all", Kind::as_str))
            .live_attr("aria-pressed", Box::new(move || pressed.read(|now| now.kind == kind).to_string()))
            .on_click(move |_| chosen.change(|now| now.kind = kind))
            .say([label, " "].concat(), language)
            .child(element("span").class("number").live_text(number(in_part, changing, kind, language)))
    };
    let one_kind = {
        let changing = changing.clone();
        let lacks = move |now: &Now, kind| matches!(count(in_part, now, Some(kind)), None | Some(0));
        let is_one = move |now: &Now| lacks(now, Kind::Organisation) || lacks(now, Kind::Person);
        // Whoever has chosen a kind finds the way back, also when its last has withdrawn.
        move || changing.read(|now| now.kind.is_none() && is_one(now)).to_string()
    };
    element("div")
        .part("filters")
        .attr("role", "group")
        .label(texts.filters, language)
        .live_attr("data-empty", Box::new(one_kind))
        .child(button(None, texts.all))
        .child(button(Some(Kind::Organisation), texts.only_organisations))
        .child(button(Some(Kind::Person), texts.only_persons))
}

/// How many are of that kind, or of any.
fn number(in_part: bool, changing: &Changing, kind: Option<Kind>, language: &Language) -> LiveText {
    let (changing, language) = (changing.clone(), language.clone());
    let text = move |now: &Now| count(in_part, now, kind).map(|number| language.number(number)).unwrap_or_default();
    Box::new(move || changing.read(&text))
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

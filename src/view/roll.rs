//! The roll.

use super::changing::{Changing, Now};
use super::context::Context;
use super::count::breakdown;
use super::element::{Built, Element, Key, List, element, heading};
use super::notice;
use super::signatory::signatory;
use crate::language::{Language, fill};
use crate::model::{Kind, Letter};
use crate::roll::Row;

/// The signatories in their order, with a filter if there are both organisations and persons. When the roll changes,
/// rows come and go; the others are not touched and keep the reader's changes.
///
/// A long roll reserves space for tools: see [`super::Beyond`]. Until they load, `rest` is shown there; `sign`, the
/// link to sign, stays visible.
///
/// The section has no name of its own, which would make it a landmark. Readers find it by its heading, and a host page
/// with several letters keeps few landmarks.
pub(super) fn roll(context: Context, sign: Option<Element>, rest: Option<Element>, tools: Option<Element>) -> Element {
    let Context { letter, language, .. } = context;
    let title = language.texts.signatories;
    let header = element("header")
        .child(heading(context.inner_level(), "heading").say(title, language))
        .child(element("p").class("breakdown").in_interface(language).live_text(breakdown(context)))
        .child(filters(context));
    let list = element("ol").child(rows(context));
    // Rows don't know the filter: the section names the chosen kind, and the stylesheet hides the others.
    let kind = |now: &Now, _: &Language| Some(now.kind.map_or("all", Kind::as_str).to_string());
    let section = element("section").part("roll").live_attr("data-kind", context.follow(kind));
    // The rest of a roll may have names even if the letter has none.
    let section = match letter.roll {
        Some(_) => section,
        None => section.live_attr("data-empty", context.follow_flag(|now| now.rows.is_empty())),
    };
    let cut = letter.left_out.names.then(|| notice::cut(letter, language.texts.names_cut, language));
    if is_long(letter) {
        let tools = element("div").class("tools").children(tools).left_alone();
        let signing = sign.map(|link| element("div").class("signing").child(link));
        let in_print = letter.roll.as_ref().map(|_| in_print(context));
        let beyond = element("div").class("beyond").children(rest).left_alone();
        let section = section.child(header.child(tools)).child(list).children(cut);
        section.child(beyond).children(in_print).children(signing)
    } else {
        section.child(header).child(list).children(cut)
    }
}

/// The printed note that the roll is not complete.
fn in_print(context: Context) -> Element {
    let text = context.follow(|now, language| {
        let signatures = language.plural(&language.texts.signatures, now.live.count?);
        Some(fill(language.texts.in_print, "signatures", &signatures))
    });
    element("p").class("in-print").in_interface(context.language).live_text(text)
}

/// Whether the letter's roll is long enough to need a search.
#[must_use]
pub fn is_long(letter: &Letter) -> bool {
    const LONG: usize = 40;
    letter.roll.is_some() || letter.signatories.len() >= LONG
}

impl Key for Row {
    type Shown = Built;
}

fn rows(context: Context) -> List {
    let at_hand = |changing: &Changing| changing.read(|now| now.ordered.as_ref().unwrap_or(&now.rows).to_vec());
    let (changing, own, printed) = (context.changing.clone(), context.language.clone(), context.language.clone());
    List::new(
        move || at_hand(&changing),
        move |row, there| signatory(row, &[], &own).build(there),
        move |row| signatory(row, &[], &printed),
    )
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
    // Readers who have chosen a kind can always go back, even after its last signatory has withdrawn.
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

/// The number of rows of that kind; if only part of the roll is loaded, the number of signatures.
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

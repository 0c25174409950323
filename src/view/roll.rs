//! The roll.

use super::changing::{FIRST, Now};
use super::context::Context;
use super::count::breakdown;
use super::element::{Element, List, element, heading};
use super::listing::Listing;
use super::notice;
use crate::language::{Language, fill};
use crate::model::{Group, Kind, Letter, Link};
use crate::roll::Row;
use leptos::prelude::event_target_value;

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
        .child(filters(context))
        .children(groups(context));
    let list = element("ol").child(rows(context));
    let kind = |now: &Now, _: &Language| Some(now.filter.kind.map_or("all", Kind::as_str).to_string());
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
        // The button for more names comes later: its space is reserved.
        let has_more = letter.roll.is_some() || letter.signatories.len() > FIRST;
        let beyond = element("div").class(if has_more { "beyond more" } else { "beyond" });
        let beyond = beyond.children(rest).left_alone();
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
    let note = element("p").in_interface(context.language).live_text(text);
    let address = |link: &Link| element("p").child(element("bdi").text(link.as_str()));
    element("div").class("in-print").child(note).children(context.letter.names.as_ref().map(address))
}

/// Whether the letter's roll is long enough to need a search.
#[must_use]
pub fn is_long(letter: &Letter) -> bool {
    letter.roll.is_some() || letter.signatories.len() >= FIRST
}

/// How many orders the reader can choose from. A roll in files can't be sorted, and if it is in groups, it has no order of
/// signing.
#[must_use]
pub fn orders(letter: &Letter) -> usize {
    match letter.roll {
        None => 3,
        Some(_) if letter.groups.is_empty() => 2,
        Some(_) => 1,
    }
}

fn rows(context: Context) -> List {
    let listing = Listing::of(context.letter, context.settings);
    let (changing, own, printed) = (context.changing.clone(), listing.clone(), listing.clone());
    List::new(
        move || changing.read(|now| listing.at_hand(now)),
        move |entry, there| own.element(entry).build(there),
        move |entry| printed.element(entry),
    )
}

/// The menu of the groups, if there are any.
fn groups(context: Context) -> Option<Element> {
    let Context { letter, language, changing, .. } = context;
    letter.groups.first()?;
    let texts = language.texts;
    let chosen = changing.now().filter.group;
    let option = |(group, at): (&Group, usize)| {
        let is_chosen = chosen.as_ref() == Some(&group.name);
        let option = element("option").attr("value", at.to_string()).attr_if("selected", is_chosen.then_some(""));
        option.text(Group::heading(&letter.groups, &group.name))
    };
    let names: Vec<String> = letter.groups.iter().map(|group| group.name.clone()).collect();
    let changing = changing.clone();
    let menu = element("select")
        .class("order")
        .label(texts.filters, language)
        .on("change", move |event| {
            let chosen = event_target_value(&event).parse::<usize>().ok().and_then(|at| names.get(at).cloned());
            changing.change(|now| now.filter.group = chosen);
        })
        .child(element("option").attr("value", "").say(texts.all, language))
        .children(letter.groups.iter().zip(0..).map(option));
    Some(element("div").part("filters").child(menu))
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
            .live_attr("aria-pressed", context.follow(move |now, _| Some((now.filter.kind == kind).to_string())))
            .on_click(move |_| chosen.change(|now| now.filter.kind = kind))
            .say([label, " "].concat(), language)
            .child(element("span").class("number").live_text(context.follow(number)))
    };
    let lacks = move |now: &Now, kind| matches!(count(in_part, now, Some(kind)), None | Some(0));
    let is_one = move |now: &Now| lacks(now, Kind::Organisation) || lacks(now, Kind::Person);
    // Readers who have chosen a kind can always go back, even after its last signatory has withdrawn.
    let one_kind = move |now: &Now, _: &Language| Some((now.filter.kind.is_none() && is_one(now)).to_string());
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

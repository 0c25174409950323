//! The letter's addressees.

use super::element::{Element, element};
use super::fold::fold;
use super::signatory::{listed, plain};
use crate::language::Language;
use crate::model::{Addressee, AddresseeGroup};

/// The number of addressees from which the list is folded.
const LONG: usize = 4;

/// The groups of addressees, each a list under its heading.
pub(super) fn addressees(groups: &[AddresseeGroup], language: &Language) -> Element {
    element("div").part("addressees").children(groups.iter().map(|members| group(members, true, language)))
}

/// The same; if they are many, a fold shows the first heading, the first name, and how many others there are.
pub(super) fn folded_addressees(groups: &[AddresseeGroup], language: &Language) -> Element {
    let number = groups.iter().map(|group| group.members.len()).sum::<usize>();
    let mut members = groups.iter().flat_map(|group| &group.members);
    let (Some(first), LONG..) = (members.next(), number) else { return addressees(groups, language) };
    let label = element("span").class("group-heading");
    let label = match groups[0].heading.as_deref() {
        Some(heading) => label.text(heading),
        None => label.say(language.texts.to, language),
    };
    let others = ["+", &language.number(number as u64 - 1)].concat();
    let first = element("span")
        .class("addressee")
        .child(element("bdi").class("name").named().text(&first.name))
        .text(" ")
        .child(element("span").class("number").text(others));
    let groups = groups.iter().enumerate().map(|(index, members)| group(members, index > 0, language));
    fold(element("summary").child(label).text(" ").child(first)).part("addressees").children(groups)
}

/// A group, with its heading unless the fold shows it.
fn group(group: &AddresseeGroup, has_heading: bool, language: &Language) -> Element {
    let heading = group.heading.as_deref().filter(|_| has_heading);
    let heading = heading.map(|heading| element("p").class("group-heading").text(heading));
    element("div")
        .part("addressee-group")
        .children(heading)
        .child(element("ul").children(group.members.iter().map(|member| addressee(member, language))))
}

fn addressee(addressee: &Addressee, language: &Language) -> Element {
    let Addressee { name, office, organisation } = addressee;
    let (detail, rest) = listed(office.as_deref(), organisation.as_deref(), None, None, language);
    let name = element("bdi").class("name").named().text(name);
    element("li").part("addressee").child(name).child(plain(detail, &rest))
}

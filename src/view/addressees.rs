//! The letter's addressees.

use super::element::{Element, element};
use super::signatory::{listed, plain};
use crate::language::Language;
use crate::model::{Addressee, AddresseeGroup};

/// The groups of addressees, each a list under its heading.
pub(super) fn addressees(groups: &[AddresseeGroup], language: &Language) -> Element {
    element("div").part("addressees").children(groups.iter().map(|members| group(members, language)))
}

fn group(group: &AddresseeGroup, language: &Language) -> Element {
    let heading = group.heading.as_deref().map(|heading| element("p").class("group-heading").text(heading));
    element("div")
        .part("addressee-group")
        .children(heading)
        .child(element("ul").children(group.members.iter().map(|member| addressee(member, language))))
}

fn addressee(addressee: &Addressee, language: &Language) -> Element {
    let Addressee { name, office, organisation } = addressee;
    let (detail, rest) = listed(office.as_deref(), organisation.as_deref(), None, language);
    let name = element("bdi").class("name").named().text(name);
    element("li").part("addressee").child(name).child(plain(detail, &rest))
}

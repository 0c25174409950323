//! The letter's addressees.

use super::json::Node;
use super::reader::Reader;

/// A group of addressees, with an optional heading.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct AddresseeGroup {
    /// The heading of the group, such as *To the Attention of:*.
    pub heading: Option<String>,
    /// The addressees in the letter's order.
    pub members: Vec<Addressee>,
}

/// A person or body that the letter is addressed to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct Addressee {
    /// The name, with its style: *The Honourable Mélanie Joly*.
    pub name: String,
    /// The office held.
    pub office: Option<String>,
    /// The body to which the addressee belongs.
    pub organisation: Option<String>,
}

impl AddresseeGroup {
    pub(super) fn read(node: &Node, reader: &mut Reader) -> Option<AddresseeGroup> {
        let heading = reader.optional_line(node, "heading", "write the text above the group");
        let members = reader.list(node, "members", "give the addressees as a list", Addressee::read);
        if node.get("members").is_none() {
            reader.problem_at(node, "members", "is missing", "give the addressees as a list");
        }
        (!members.is_empty()).then_some(AddresseeGroup { heading, members })
    }
}

impl Addressee {
    fn read(node: &Node, reader: &mut Reader) -> Option<Addressee> {
        Some(Addressee {
            name: reader.required_line(node, "name", "give the person's or body's name")?,
            office: reader.optional_line(node, "office", "give the office as a text"),
            organisation: reader.optional_line(node, "organisation", "give the organisation's name"),
        })
    }
}

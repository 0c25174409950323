//! The groups of a roll: *Professors*, *Organisations in France*.

use super::json::Node;
use super::limits;
use super::reader::Reader;
use super::signatory::Signatory;

/// A group of signatories, who stand together under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct Group {
    /// Its name, as signatories have it in `group`.
    pub name: String,
    /// Its heading in the language of the letter, if that is not the name.
    pub text: Option<String>,
}

impl Group {
    pub(super) fn read(node: &Node, reader: &mut Reader) -> Option<Group> {
        Some(Group {
            name: reader.required_line(node, "name", "give the name of the group")?,
            text: reader.optional_line(node, "text", "give the heading as a text"),
        })
    }

    /// The heading of the group with that name.
    #[must_use]
    pub fn heading<'g>(groups: &'g [Group], name: &'g str) -> &'g str {
        let known = groups.iter().find(|group| group.name == name);
        known.and_then(|group| group.text.as_deref()).unwrap_or(name)
    }

    /// The groups of a letter: those that it lists, then those that only its signatories name, in the order of their
    /// first names. Signatories of too many groups lose theirs; returns how many.
    pub(super) fn complete(groups: &mut Vec<Group>, signatories: &mut [Signatory]) -> usize {
        let mut lost = 0;
        for signatory in signatories {
            let Some(name) = &signatory.group else { continue };
            if groups.iter().any(|group| group.name == *name) {
                continue;
            }
            if groups.len() < limits::GROUPS {
                groups.push(Group { name: name.clone(), text: None });
            } else {
                signatory.group = None;
                lost += 1;
            }
        }
        lost
    }
}

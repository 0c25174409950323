//! A roll that is too long for its letter: an index that changes, and the files that it names.
//!
//! Two steps lead from the index to any row: a list file, then a page or a search file. All files except the index are
//! named by the hash of their content, so they never change.

use super::json::{Json, Node};
use super::limits::ROLL_FILE_SIGNATORIES;
use super::link::Resolve;
use super::reader::{Reader, whole};
use super::signatory::Signatory;
use std::ops::Range;

/// `roll/index.json`: the current roll. It is written last, so all files that it names exist.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct RollIndex {
    /// The signatories whose names are public.
    pub count: u64,
    /// The organisations among them.
    pub organisations: u64,
    /// The persons among them.
    pub persons: u64,
    /// The files that list the pages, in the roll's order: initiators first, then by the order of signing.
    pub pages: Vec<PageRef>,
    /// The files that list the search files, by key.
    pub names: Vec<NameRef>,
    /// The groups, each with its rows. They follow the initiators, and signatories without a group follow them.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "Vec::is_empty"))]
    pub groups: Vec<GroupRef>,
    /// The words that stand before and after names, folded and sorted: `dr`, `phd`, `prof`. No search file lists a name
    /// under them. 200 at most.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "Vec::is_empty"))]
    pub titles: Vec<String>,
}

/// The rows of a group. Initiators are in none: they are the first rows, whatever their group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct GroupRef {
    /// Its name, as signatories have it in `group`.
    pub name: String,
    /// The place of its first row in the roll, from 0.
    pub from: u64,
    /// The number of its rows.
    pub count: u64,
}

/// A page, or a list of pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct PageRef {
    /// Its file name, beside the index.
    pub src: String,
    /// The number of rows in it, or in the pages that it lists.
    pub count: u64,
}

/// A search file, with the signatories of a range of keys, or a list of such files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct NameRef {
    /// Where its keys begin: at its first key or before, and after the last key of the previous file; equal to that key
    /// if the signatories of one key fill several files. Keys are folded names, compared by their UTF-8 bytes.
    pub from: String,
    /// Its file name, beside the index.
    pub src: String,
}

/// Any other file of the roll. It has exactly one of these members.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct RollFile {
    /// A list of pages.
    pub pages: Vec<PageRef>,
    /// A list of search files.
    pub names: Vec<NameRef>,
    /// The signatories of a page, in the roll's order, or of a search file.
    pub signatories: Vec<Signatory>,
}

/// The supported version of the roll's files.
const VERSION: u64 = 1;

impl RollIndex {
    /// Reads an index. `None` if it has another version, or if any part of it cannot be read: a partial roll would look
    /// like a complete one.
    #[must_use]
    pub fn read(json: &Json) -> Option<RollIndex> {
        if number(json, "version")? != VERSION {
            return None;
        }
        Some(RollIndex {
            count: number(json, "count")?,
            organisations: number(json, "organisations")?,
            persons: number(json, "persons")?,
            pages: list(json.get("pages")?, &PageRef::read)?,
            names: list(json.get("names")?, &NameRef::read)?,
            groups: json.get("groups").map_or(Some(Vec::new()), |groups| list(groups, &GroupRef::read))?,
            titles: json.get("titles").map_or(Some(Vec::new()), |titles| list(titles, &word))?,
        })
    }
}

impl RollFile {
    /// Reads a file that the index or a list names. Links of signatories are relative to the letter; `resolve` resolves
    /// them. `None` if it is no such file; a signatory that cannot be read is left out.
    #[must_use]
    pub fn read(json: &Json, resolve: Resolve) -> Option<RollFile> {
        let mut file = RollFile::default();
        if let Some(pages) = json.get("pages") {
            file.pages = list(pages, &PageRef::read)?;
        } else if let Some(names) = json.get("names") {
            file.names = list(names, &NameRef::read)?;
        } else {
            let Json::List(_) = json.get("signatories")? else { return None };
            let (node, mut reader) = (Node::root(json), Reader::new(resolve));
            let read = |reader: &mut Reader| reader.list(&node, "signatories", "", Signatory::read);
            file.signatories = reader.section(ROLL_FILE_SIGNATORIES, read).0;
        }
        Some(file)
    }
}

impl RollIndex {
    /// The rows of the group with that name; none, if there is no such group.
    #[must_use]
    pub fn rows_of(&self, group: &str) -> Range<u64> {
        let group = self.groups.iter().find(|other| other.name == group);
        group.map_or(0..0, |group| group.from..group.from.saturating_add(group.count))
    }
}

impl GroupRef {
    fn read(json: &Json) -> Option<GroupRef> {
        let Json::Text(name) = json.get("name")? else { return None };
        Some(GroupRef { name: name.clone(), from: number(json, "from")?, count: number(json, "count")? })
    }
}

impl PageRef {
    fn read(json: &Json) -> Option<PageRef> {
        Some(PageRef { src: src(json)?, count: number(json, "count")? })
    }
}

impl NameRef {
    fn read(json: &Json) -> Option<NameRef> {
        let Json::Text(from) = json.get("from")? else { return None };
        Some(NameRef { from: from.clone(), src: src(json)? })
    }
}

fn word(json: &Json) -> Option<String> {
    let Json::Text(word) = json else { return None };
    Some(word.clone())
}

/// The name of a file beside the index; refuses anything that could lead elsewhere.
fn src(json: &Json) -> Option<String> {
    let Json::Text(src) = json.get("src")? else { return None };
    let plain = src.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    (plain && !src.starts_with('.') && !src.is_empty()).then(|| src.clone())
}

fn number(json: &Json, key: &str) -> Option<u64> {
    let Json::Number(number) = json.get(key)? else { return None };
    whole(*number)
}

fn list<T>(json: &Json, read: &dyn Fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    let Json::List(items) = json else { return None };
    items.iter().map(read).collect()
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::{RollIndex, VERSION};
    use serde_json::{Value, json};

    impl RollIndex {
        /// The content of `roll/index.json`.
        #[must_use]
        pub fn to_json(&self) -> Value {
            let mut index = json!({ "version": VERSION });
            if let (Value::Object(index), Ok(Value::Object(members))) = (&mut index, serde_json::to_value(self)) {
                index.extend(members);
            }
            index
        }
    }
}

//! A roll that is too long for its letter: one index that changes, and files that it names.
//!
//! From the index it is two steps to any row: a list file, then a page or a search file. All but the index are named
//! by the hash of their content, so each is for ever what it is.

use super::json::{Json, Node};
use super::limits::ROLL_FILE_SIGNATORIES;
use super::link::Resolve;
use super::reader::{Reader, whole};
use super::signatory::Signatory;

/// `roll/index.json`: what the roll is now. It is written last, so what it names is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct RollIndex {
    /// The signatories whose names are public.
    pub count: u64,
    /// The organisations among them.
    pub organisations: u64,
    /// The persons among them.
    pub persons: u64,
    /// The files that list pages, in the roll's order: initiators first, then the order of signing.
    pub pages: Vec<PageRef>,
    /// The files that list search files, by key.
    pub names: Vec<NameRef>,
}

/// A file with rows of the roll, or with pages that have them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct PageRef {
    /// Its name, beside the index.
    pub src: String,
    /// The rows in it, or in the pages that it lists.
    pub count: u64,
}

/// A file with the signatories of a range of keys, or a list of such files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct NameRef {
    /// Where its keys begin: not above its first key, and above the last key before it, or equal to that one where
    /// the bearers of one key fill several files. Keys are folded names, compared by their UTF-8 bytes.
    pub from: String,
    /// Its name, beside the index.
    pub src: String,
}

/// Any other file of the roll. It has one of the three members.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct RollFile {
    /// A list of pages.
    pub pages: Vec<PageRef>,
    /// A list of search files.
    pub names: Vec<NameRef>,
    /// A page's signatories in the roll's order, or a search file's.
    pub signatories: Vec<Signatory>,
}

/// The version of the roll's files that is read and written.
const VERSION: u64 = 1;

impl RollIndex {
    /// Reads an index. `None` if it is of another version, or if anything of it can't be read: half a roll would
    /// look like a whole one.
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
        })
    }
}

impl RollFile {
    /// Reads a file that the index or a list names. A link of a signatory's is relative to the letter, and resolved
    /// by `resolve`. `None` if the file is of no such kind; a signatory that can't be read is left out.
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

/// The name of a file beside the index, and nothing that could lead elsewhere.
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
        /// The index as `roll/index.json` has it.
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

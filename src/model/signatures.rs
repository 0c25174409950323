//! The number of signatures, and the source of the live count.

use super::json::{Json, Node};
use super::link::Link;
use super::reader::Reader;

/// The count at the time of publishing, and its live source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct Signatures {
    /// The number of all signatures, even if few names are public.
    pub count: Option<u64>,
    /// The campaign's goal.
    pub goal: Option<u64>,
    /// The number of organisations among all signatories, if the letter lists only some of them.
    pub organisations: Option<u64>,
    /// The number of persons, if some signatories have no kind; else everybody who is not an organisation is a person.
    pub persons: Option<u64>,
    /// The source of the live count.
    pub src: Option<CountSource>,
    /// A stream of Server-Sent Events; each message is a count document.
    pub stream: Option<Link>,
    /// The publisher's minimum of seconds between two requests of a reader.
    pub refresh: Option<u64>,
}

/// A document that contains the count.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema), serde(untagged))]
pub enum CountSource {
    /// A `count.json`.
    Document(Link),
    /// Any JSON document, with a pointer to the count.
    Foreign {
        /// The document.
        url: Link,
        /// A JSON Pointer (RFC 6901).
        pointer: String,
    },
}

impl Signatures {
    pub(super) fn read(node: &Node, reader: &mut Reader) -> Signatures {
        if !matches!(node.json, Json::Object(_)) {
            reader.wrong_kind(node, "an object", "give count, goal and src as an object");
        }
        Signatures {
            count: reader.whole(node, "count"),
            goal: reader.whole(node, "goal").filter(|goal| *goal > 0),
            organisations: reader.whole(node, "organisations"),
            persons: reader.whole(node, "persons"),
            src: CountSource::read(node, reader),
            stream: reader.link(node, "stream"),
            refresh: reader.whole(node, "refresh"),
        }
    }
}

impl CountSource {
    /// The document's URL.
    #[must_use]
    pub fn url(&self) -> &str {
        match self {
            CountSource::Document(url) | CountSource::Foreign { url, .. } => url.as_str(),
        }
    }

    fn read(signatures: &Node, reader: &mut Reader) -> Option<CountSource> {
        const REMEDY: &str = "give a JSON Pointer such as /data/count";
        let src = signatures.get("src")?;
        if !matches!(src.json, Json::Object(_)) {
            return reader.link(signatures, "src").map(CountSource::Document);
        }
        let url = reader.link(&src, "url");
        if src.get("url").is_none() {
            reader.problem_at(&src, "url", "is missing", "give the URL of the document with the count");
        }
        let Some(pointer) = src.get("pointer") else {
            reader.problem_at(&src, "pointer", "is missing", REMEDY);
            return None;
        };
        let pointer = reader.line(&pointer, REMEDY)?;
        if !pointer.is_empty() && !pointer.starts_with('/') {
            reader.problem_at(&src, "pointer", "does not begin with /", REMEDY);
            return None;
        }
        Some(CountSource::Foreign { url: url?, pointer })
    }
}

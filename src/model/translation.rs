//! The letter's languages.

use super::json::Node;
use super::language_tag::LanguageTag;
use super::link::Link;
use super::reader::Reader;
use super::signatory::read_word;

/// The letter in another language, or in this one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct Translation {
    /// Its language.
    pub lang: LanguageTag,
    /// Its title, in that language.
    pub title: Option<String>,
    /// Its `letter.json`.
    pub src: Link,
}

impl Translation {
    pub(super) fn read(node: &Node, reader: &mut Reader) -> Option<Translation> {
        let tag = "give the language of the translation, such as fr";
        if node.get("lang").is_none() {
            reader.problem_at(node, "lang", "is missing", tag);
        }
        if node.get("src").is_none() {
            reader.problem_at(node, "src", "is missing", "give the URL of the translation's letter.json");
        }
        Some(Translation {
            title: reader.optional_line(node, "title", "give the translation's title"),
            lang: read_word(node, "lang", reader, LanguageTag::parse, tag)?,
            src: reader.link(node, "src")?,
        })
    }
}

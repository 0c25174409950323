//! News after the letter was published.

use super::date::Date;
use super::json::Node;
use super::link::Link;
use super::reader::Reader;
use super::signatory::read_word;

/// News after the letter was published.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct Update {
    /// The day.
    pub date: Option<Date>,
    /// The news.
    pub text: String,
    /// The page to read more.
    pub url: Option<Link>,
}

impl Update {
    pub(super) fn read(node: &Node, reader: &mut Reader) -> Option<Update> {
        Some(Update {
            text: reader.required_line(node, "text", "write what happened")?,
            date: read_word(node, "date", reader, Date::parse, "write the day as 2023-09-07"),
            url: reader.link(node, "url"),
        })
    }
}

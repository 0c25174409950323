//! The files of the interface's texts.

use crate::files::hash::name_hash;
use crate::language::{all, all_sign};
use crate::view::sign_form;
use anyhow::Result;
use serde::Serialize;

/// Files of texts, one for each language. They change with each release, so one hash names them all: that keeps the glue
/// small.
pub struct TextFiles {
    stem: &'static str,
    hash: String,
    /// By language tag.
    files: Vec<(&'static str, Vec<u8>)>,
}

impl TextFiles {
    /// Those of the letter, but for English, which is part of the engine. Each is a list: the release, then the values.
    pub fn of_letter() -> Result<TextFiles> {
        let list = |values| [vec![env!("CARGO_PKG_VERSION")], values].concat();
        let others = all().iter().filter(|texts| texts.lang != "en");
        TextFiles::new("open-letter", others.map(|texts| (texts.lang, list(texts.values()))))
    }

    /// Those of the form to sign.
    pub fn of_form() -> Result<TextFiles> {
        TextFiles::new("open-letter-sign", all_sign().iter().map(|texts| (texts.lang, sign_form(texts))))
    }

    fn new(stem: &'static str, texts: impl Iterator<Item = (&'static str, impl Serialize)>) -> Result<TextFiles> {
        let file = |(lang, content)| anyhow::Ok((lang, serde_json::to_vec(&content)?));
        let files: Vec<(&str, Vec<u8>)> = texts.map(file).collect::<Result<_>>()?;
        let all: Vec<&[u8]> = files.iter().map(|(_, bytes)| bytes.as_slice()).collect();
        Ok(TextFiles { stem, hash: name_hash(&all.concat()), files })
    }

    /// The hash and the languages, in the glue's notation: *0123456789abcdef ar de*.
    pub fn named(&self, entry: impl Fn(&str, &[u8]) -> String) -> String {
        let entries = self.files.iter().map(|(tag, bytes)| entry(tag, bytes));
        std::iter::once(self.hash.clone()).chain(entries).collect::<Vec<_>>().join(" ")
    }

    /// The name of the largest file.
    pub fn largest(&self) -> Option<String> {
        let (tag, _) = self.files.iter().max_by_key(|(_, bytes)| bytes.len())?;
        Some(self.name(tag))
    }

    fn name(&self, tag: &str) -> String {
        format!("{}-{tag}-{}.json", self.stem, self.hash)
    }

    /// The files by their names.
    pub fn into_files(mut self) -> impl Iterator<Item = (String, Vec<u8>)> {
        let files = std::mem::take(&mut self.files);
        files.into_iter().map(move |(tag, bytes)| (self.name(tag), bytes))
    }
}

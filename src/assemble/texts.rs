//! The files of the interface's texts.

use crate::files::hash::name_hash;
use crate::language::{self, Texts};
use anyhow::Result;

/// The files of the interface's texts. They change with each release, so one hash names them all: that keeps the glue
/// small.
pub struct TextFiles {
    hash: String,
    /// By language tag, without English, which is part of the engine. Each file is a list: the release, then the
    /// values.
    files: Vec<(&'static str, Vec<u8>)>,
}

impl TextFiles {
    pub fn new() -> Result<TextFiles> {
        let others = language::all().iter().filter(|texts| texts.lang != "en");
        let file = |texts: &Texts| {
            let mut values = vec![env!("CARGO_PKG_VERSION")];
            values.extend(texts.values());
            anyhow::Ok((texts.lang, serde_json::to_vec(&values)?))
        };
        let files: Vec<(&str, Vec<u8>)> = others.map(file).collect::<Result<_>>()?;
        let all: Vec<&[u8]> = files.iter().map(|(_, bytes)| bytes.as_slice()).collect();
        Ok(TextFiles { hash: name_hash(&all.concat()), files })
    }

    /// The hash and the languages, in the glue's notation: *0123456789abcdef ar de*.
    pub fn named(&self, entry: impl Fn(&str, &[u8]) -> String) -> String {
        let entries = self.files.iter().map(|(tag, bytes)| entry(tag, bytes));
        std::iter::once(self.hash.clone()).chain(entries).collect::<Vec<_>>().join(" ")
    }

    pub fn into_files(self) -> impl Iterator<Item = (String, Vec<u8>)> {
        let Self { hash, files } = self;
        files.into_iter().map(move |(tag, bytes)| (format!("open-letter-{tag}-{hash}.json"), bytes))
    }
}

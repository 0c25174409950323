//! The name of each page of a roll, and the pages next to it.

use std::collections::HashMap;

/// The name of the first page.
pub const FIRST: &str = "index.html";

/// The name of the page with all names.
pub use crate::source::letter_folder::ALL_NAMES;

/// The pages before and after one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The name of the page before.
    pub before: Option<String>,
    /// The name of the page after.
    pub after: Option<String>,
    /// Whether there is a page with all names.
    pub all: bool,
}

/// A page, and the source of its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Its name.
    pub name: String,
    /// The name of the roll's file that has its rows.
    pub src: String,
    /// The pages next to it.
    pub around: Around,
}

/// The pages of a roll, from the names of its files and the hashes of their first rows; `all`: whether there is a page
/// with all names too.
///
/// A page is named after its first row, not its number: when somebody withdraws, all other pages keep their addresses.
#[must_use]
pub fn plan(files: &[(String, u64)], all: bool) -> Vec<Planned> {
    let mut bearers: HashMap<u64, usize> = HashMap::new();
    let name = |(at, (_, first)): (usize, &(String, u64))| {
        let bearer = bearers.entry(*first).or_default();
        *bearer += 1;
        match (at, *bearer) {
            (0, _) => FIRST.to_string(),
            (_, 1) => format!("{first:016x}.html"),
            // Several pages may begin with identical rows.
            (_, nth) => format!("{first:016x}-{nth}.html"),
        }
    };
    let names: Vec<String> = files.iter().enumerate().map(name).collect();
    let planned = |(at, (src, _)): (usize, &(String, u64))| Planned {
        name: names[at].clone(),
        src: src.clone(),
        around: Around {
            before: at.checked_sub(1).map(|at| names[at].clone()),
            after: names.get(at + 1).cloned(),
            all,
        },
    };
    files.iter().enumerate().map(planned).collect()
}

/// Whether the name has the form of a page's name.
#[must_use]
pub fn is_ours(name: &str) -> bool {
    let stem = name.strip_suffix(".html").unwrap_or_default();
    let (hash, nth) = stem.split_once('-').unwrap_or((stem, "1"));
    let hexadecimal = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    name == FIRST
        || name == ALL_NAMES
        || (hash.len() == 16 && hash.bytes().all(hexadecimal) && nth.bytes().all(|byte| byte.is_ascii_digit()))
}

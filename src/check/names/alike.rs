//! Finds different names that look alike: somebody may have signed to be mistaken for another.

use crate::files::hash::fnv1a;
use crate::roll::fold;
use rayon::prelude::*;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;
use unicode_script::UnicodeScript;
use unicode_security::skeleton;

/// Two names that look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The index of the earlier name.
    pub earlier: usize,
    /// The index of the later one.
    pub row: usize,
}

/// Finds names with the same skeleton (Unicode Technical Standard #39, 4) and a different folded form, which is the
/// form that search uses. Each is reported with the first name that it looks like.
#[must_use]
pub fn check(names: &[&str]) -> Vec<Pair> {
    let mut hashes: Vec<(u64, usize)> = names.par_iter().enumerate().map(|(row, name)| (hash(name), row)).collect();
    hashes.par_sort_unstable();
    let groups: Vec<&[(u64, usize)]> = hashes.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1).collect();
    groups.par_iter().flat_map_iter(|group| of_group(names, group)).collect()
}

fn of_group(names: &[&str], group: &[(u64, usize)]) -> Vec<Pair> {
    let rows = || group.iter().map(|(_, row)| *row);
    let Some(first) = rows().next() else { return Vec::new() };
    if rows().all(|row| names[row] == names[first]) {
        return Vec::new();
    }
    let (mut written, mut folded) = (HashSet::new(), HashSet::new());
    // The first name of each skeleton. There may be several if hashes collide.
    let mut looks: HashMap<String, usize> = HashMap::new();
    let mut pairs = Vec::new();
    for row in rows().filter(|row| written.insert(names[*row]) && folded.insert(fold(names[*row]))) {
        match looks.entry(visible(names[row])) {
            Entry::Occupied(earlier) => pairs.push(Pair { earlier: *earlier.get(), row }),
            Entry::Vacant(look) => drop(look.insert(row)),
        }
    }
    pairs
}

impl Pair {
    /// The message about the later name; `line` is that of the earlier one.
    #[must_use]
    pub fn message(self, names: &[&str], line: usize) -> String {
        let (earlier, name) = (names[self.earlier], names[self.row]);
        let parts = earlier.chars().zip(name.chars()).find(|(a, b)| a != b);
        let by = parts.map_or(String::new(), |(a, b)| format!(", with {} for {}", described(b), described(a)));
        format!(
            "“{name}” looks like “{earlier}” in line {line} but is spelt differently{by}: correct one, or distinguish them by role, country, note or url"
        )
    }
}

fn described(char: char) -> String {
    format!("the {} {char} (U+{:04X})", char.script().full_name(), u32::from(char))
}

/// The skeleton of a name, except that m stays m instead of becoming r and n: Amie and Arnie are two names.
fn visible(name: &str) -> String {
    const KEPT: char = '\u{E000}';
    let kept: String = name.chars().map(|char| if char == 'm' { KEPT } else { char }).collect();
    skeleton(&kept).map(|char| if char == KEPT { 'm' } else { char }).collect()
}

/// The hash of the skeleton. A table serves the ASCII letters, which most names consist of.
fn hash(name: &str) -> u64 {
    let plain = name.bytes().map(|byte| PLAIN.get(usize::from(byte)).copied().flatten());
    match plain.collect::<Option<Vec<u8>>>() {
        Some(visible) => fnv1a(&[&visible]),
        None => fnv1a(&[visible(name).as_bytes()]),
    }
}

/// The skeleton of each ASCII character, if it is one too.
static PLAIN: LazyLock<[Option<u8>; 128]> = LazyLock::new(|| {
    let mut plain = [None; 128];
    for (byte, seen) in (0..).zip(&mut plain) {
        let visible = visible(char::from(byte).encode_utf8(&mut [0; 4]));
        *seen = if let [one] = visible.as_bytes() { Some(*one) } else { None };
    }
    plain
});

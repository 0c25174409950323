//! Tags of HTML that was refused: the end of an element is no second fault.

use std::collections::HashMap;

/// The elements that have begun, and their number.
#[derive(Default)]
pub(super) struct Tags(HashMap<String, usize>);

/// Elements that have no end (HTML, 13.1.2).
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

impl Tags {
    /// Takes a piece of HTML. Returns whether it has more than the ends of elements that began earlier.
    pub fn take(&mut self, html: &str) -> bool {
        let mut ends = 0;
        let mut others = 0;
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            others += usize::from(!rest[..at].trim().is_empty());
            rest = &rest[at + 1..];
            let end = rest.find('>').unwrap_or(rest.len());
            let (tag, after) = rest.split_at(end);
            rest = after.strip_prefix('>').unwrap_or(after);
            let is_end = tag.starts_with('/');
            let name = name(tag.trim_start_matches('/'));
            match self.0.get_mut(&name) {
                Some(open @ 1..) if is_end => (*open, ends) = (*open - 1, ends + 1),
                _ => others += 1,
            }
            if !is_end && !name.is_empty() && !tag.ends_with('/') && !VOID.contains(&name.as_str()) {
                *self.0.entry(name).or_default() += 1;
            }
        }
        ends == 0 || others > 0
    }
}

fn name(tag: &str) -> String {
    let is_name = |char: &char| char.is_ascii_alphanumeric() || matches!(char, '-' | ':');
    tag.chars().take_while(is_name).collect::<String>().to_ascii_lowercase()
}

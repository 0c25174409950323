//! The two parts of a source file.

use crate::source::finding::Findings;

/// A source file, taken apart.
#[derive(Debug)]
pub struct Parts<'t> {
    /// The YAML.
    pub front_matter: &'t str,
    /// The Markdown.
    pub body: &'t str,
    /// The line of the file on which the Markdown begins.
    pub body_line: usize,
}

/// The line of the file on which the YAML begins.
pub(super) const FRONT_MATTER_LINE: usize = 2;

/// Takes a source file apart. `None`, and a finding, if it does not begin with front matter.
pub fn split<'t>(text: &'t str, findings: &mut Findings) -> Option<Parts<'t>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let is_fence = |line: &str| line.trim_end() == "---";
    let mut lines = text.split_inclusive('\n');
    let opening = lines.next().unwrap_or_default();
    if !is_fence(opening) {
        findings.error(
            1,
            "does not begin with the title and so on: write ---, then lines such as title: …, then --- again",
        );
        return None;
    }
    let start = opening.len();
    let mut end = start;
    for (index, line) in lines.enumerate() {
        if is_fence(line) {
            let body = &text[end + line.len()..];
            return Some(Parts { front_matter: &text[start..end], body, body_line: index + FRONT_MATTER_LINE + 1 });
        }
        end += line.len();
    }
    findings
        .error(1, "has a first line --- and no second one: write --- on a line of its own before the letter's text");
    None
}

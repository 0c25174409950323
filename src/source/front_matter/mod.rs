//! The front matter of a letter: YAML between two `---` lines, read from the parser's events.
//!
//! It uses events, not a loaded tree, for three reasons: events know their lines, they keep each unquoted word as
//! written (no `No` becomes false, no date becomes another type), and anchors can be refused before they multiply.

mod builder;
mod fault;
mod parts;
mod places;

pub use parts::split;

use super::finding::Findings;
use super::located::{Located, Value};
use builder::Builder;
use fault::{Fault, fault};
use parts::FRONT_MATTER_LINE;
use places::Places;
use saphyr_parser::{Event, Parser, ScalarStyle, Span};

/// Reads the YAML: an object whose texts are exactly as written. `None`, and a finding, if that fails.
pub fn read(yaml: &str, findings: &mut Findings) -> Option<Located> {
    let mut builder = Builder::default();
    let mut places = Places::of(yaml);
    for event in Parser::new_from_str(yaml) {
        let step = match event {
            Ok((event, span)) => {
                let line = span.start.line() + FRONT_MATTER_LINE - 1;
                if let Some(comment) = comment_after(&event, &span, &mut places) {
                    let remedy = "put the whole text in quotation marks, or the remark on a line of its own";
                    findings.warning(line, format!("loses {comment}, since # begins a remark there: {remedy}"));
                }
                builder.take(event, line)
            }
            Err(error) => Err(fault(&error, yaml)),
        };
        if let Err(Fault { line, message }) = step {
            findings.error(line, message);
            return None;
        }
    }
    match builder.root {
        None => Some(Located { line: 1, value: Value::Object(Vec::new()) }),
        Some(Located { value: Value::Object(members), .. }) => Some(Located { line: 1, value: Value::Object(members) }),
        Some(root) => {
            findings.error(root.line, "is not a list of keys: write lines such as title: …");
            None
        }
    }
}

/// What follows an unquoted text on its line after a #. YAML reads it as a comment; the writer may have meant text.
fn comment_after<'y>(event: &Event, span: &Span, places: &mut Places<'y>) -> Option<&'y str> {
    let Event::Scalar(text, ScalarStyle::Plain, ..) = event else { return None };
    let rest = places.from(span.end.line(), span.end.col())?.trim_start_matches([' ', '\t']);
    let comment = rest.starts_with('#') && !text.is_empty();
    comment.then(|| rest.lines().next().unwrap_or_default().trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// How many characters `read` scans, and how many findings it has.
    fn walked(yaml: &str) -> (usize, usize) {
        let mut findings = Findings::of(Path::new(""));
        let mut places = Places::of(yaml);
        for (event, span) in Parser::new_from_str(yaml).map_while(Result::ok) {
            let _ = comment_after(&event, &span, &mut places);
        }
        read(yaml, &mut findings);
        (places.walked, findings.list.len())
    }

    #[test]
    fn front_matter_is_walked_through_once() {
        let lines = |line: &str, times: usize| format!("title: A\nupdates:\n{}", line.repeat(times));
        let numbered = |line: &str| {
            let lines: Vec<String> = (0..3000).map(|at: usize| line.replace("{}", &at.to_string())).collect();
            lines.concat()
        };
        for yaml in [
            lines("  - text: word word\n", 3000),
            lines("  - text: w # no\n", 3000),
            lines("  -\n  - a:\n", 3000),
            lines("    word word\n\n", 3000),
            format!("updates: [{}]", "a, ".repeat(3000)),
            format!("updates: {{{}}}", numbered("a{}: b, ")),
            numbered("k{}: v\n"),
        ] {
            let (walked, _) = walked(&yaml);
            assert!(walked <= 2 * yaml.chars().count(), "{walked} of {}", yaml.chars().count());
        }
    }

    #[test]
    fn what_follows_a_place_is_found_in_any_order() {
        let mut places = Places::of("ä b\nc\n\nd e");
        assert_eq!(places.from(1, 1), Some(" b\nc\n\nd e"));
        assert_eq!(places.from(4, 2), Some("e"));
        assert_eq!(places.from(2, 1), Some("\n\nd e"));
        assert_eq!(places.from(1, 0), Some("ä b\nc\n\nd e"));
        assert_eq!((places.from(1, 9), places.from(9, 0)), (None, None));
    }
}

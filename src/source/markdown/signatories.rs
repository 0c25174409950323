//! The line `[signatories]`: the place of the names. What is below it is the appendix.

use super::cursor::Cursor;
use crate::model::Json;
use crate::source::finding::Findings;
use crate::source::located::{Located, Value};

const KEY: &str = "signatories";
const LINE: &str = "[signatories]";

/// The paragraph at the cursor as the place of the names, if it is that line.
pub(super) fn read(cursor: &mut Cursor, line: usize) -> Option<Located> {
    let paragraph = &cursor.text[cursor.range.clone()];
    if is_line(paragraph) {
        return Some(Located::object(line, [(KEY, Located { line, value: Value::Leaf(Json::Bool(true)) })]));
    }
    if let Some(at) = paragraph.lines().position(is_line) {
        let message = format!("has {LINE} among other lines: leave an empty line before and after it");
        cursor.findings.error(line + at, message);
    }
    None
}

/// Reports a place with nothing before or after it, and a second one.
pub(super) fn check(blocks: &[Located], findings: &mut Findings) {
    let mut places = blocks.iter().enumerate().filter(|(_, block)| block.get(KEY).is_some());
    let Some((at, Located { line, .. })) = places.next() else { return };
    if at == 0 {
        findings.error(*line, format!("has no text above {LINE}: write the letter there"));
    }
    if at + 1 == blocks.len() {
        findings.error(*line, format!("has no text below {LINE}: write the appendix there, or leave the line out"));
    }
    for (_, Located { line, .. }) in places {
        findings.error(*line, format!("has {LINE} a second time: the names are shown once, leave it out"));
    }
}

fn is_line(text: &str) -> bool {
    text.trim().eq_ignore_ascii_case(LINE)
}

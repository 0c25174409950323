//! Converts the letter's text from Markdown (`CommonMark` 0.31, with footnotes) to the blocks of `letter.json`, with its
//! words unchanged.
//!
//! A line break within a paragraph becomes a space, or nothing between two characters of Chinese or Japanese; a hard one
//! (two spaces or a backslash before it) stays a line break. What the format can't represent is refused, never dropped.

mod block;
mod cursor;
mod footnotes;
mod html;
mod signatories;
mod span;

use super::finding::Findings;
use super::located::Located;
use cursor::Cursor;
use pulldown_cmark::{Options, Parser};

/// Parses Markdown as a letter has it. Tables are recognised so that they can be refused.
#[must_use]
pub fn parser(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES)
}

/// Reads the text, which begins on `first_line` of its file. `title` is the letter's title, which no heading may
/// repeat.
pub fn blocks(markdown: &str, first_line: usize, title: &str, findings: &mut Findings) -> Located {
    let mut cursor = Cursor::new(markdown, parser(markdown), first_line, findings);
    let (mut blocks, notes) = block::read(&mut cursor, title);
    signatories::check(&blocks, cursor.findings);
    footnotes::report_unknown(&mut cursor);
    let list = footnotes::number(&mut blocks, notes, cursor.findings);
    blocks.extend(list);
    Located::list(first_line, blocks)
}

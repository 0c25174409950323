//! The headings of names, and what is below them.

use super::line::read;
use super::reading::Reading;
use super::{Signatory, contacts, plain};
use crate::model::Kind;
use crate::new::text::document::{Block, Line};
use crate::source::formulas::{is_annex, is_group, is_signed};
use crate::source::words;

/// Whether a block is the heading of all who sign.
#[must_use]
pub fn is_signed_block(block: &Block) -> bool {
    match block {
        Block::Paragraph(line) | Block::Heading(_, line) => is_signed(&line.plain()),
        _ => false,
    }
}

/// Whether a block is a list of organisations, as the heading above it says: their names need no capitals.
#[must_use]
pub fn is_of_organisations(foot: &[Block], at: usize) -> bool {
    const LONGEST: usize = 100;
    let (Some(heading), Some(Block::List(_))) = (at.checked_sub(1).map(|above| foot[above].plain()), foot.get(at))
    else {
        return false;
    };
    let is_one = |line: &Line| {
        let words = line.plain();
        plain(line).is_some()
            && words.chars().count() <= LONGEST
            && !words.ends_with(['.', '!', '?', ':', ';'])
            && contacts::without(&words).1.is_empty()
    };
    let says_so = heading
        .split_whitespace()
        .any(|word| matches!(words::kind(word.trim_matches([':', '：'])), Ok(Some(Kind::Organisation))));
    let lines = lines_of(&foot[at]);
    says_so && !lines.is_empty() && lines.iter().all(is_one)
}

/// An organisation as a signatory.
#[must_use]
pub fn organisation(line: &Line, group: Option<String>) -> Signatory {
    let name = line.plain().trim_end_matches(',').to_string();
    Signatory { name, role: String::new(), group }
}

/// The heading of a group of names, if the block is one: a short line with the look of a heading, and names below it.
/// `are_groups`: whether words such as *Signatories* are one too, because there are several.
#[must_use]
pub fn group_heading(foot: &[Block], at: usize, are_groups: bool) -> Option<String> {
    const LONGEST: usize = 80;
    let (line, is_heading) = match &foot[at] {
        Block::Heading(_, line) => (line, true),
        Block::Paragraph(line) => (line, false),
        _ => return None,
    };
    let words = plain(line)?;
    let is_signed = is_signed_block(&foot[at]);
    let has_colon = words.ends_with([':', '：']);
    let looks_so = is_heading || line.is_strong() || has_colon || is_signed;
    let fits = words.chars().count() <= LONGEST && !words.ends_with('.') && line.broken().len() == 1;
    if !looks_so || !fits || is_signed && !are_groups && !is_group(&words) || is_annex(&words) {
        return None;
    }
    // One plain line below strong words may be somebody's office.
    if is_of_organisations(foot, at + 1) {
        return Some(heading_of(&words));
    }
    let below = foot.get(at + 1).filter(|block| is_of_names(block) && !is_strong(block))?;
    let is_list = matches!(below, Block::List(_)) || lines_of(below).len() > 1;
    let goes_on = || foot.get(at + 2).is_some_and(|block| is_of_names(block) && !is_strong(block));
    (is_heading || is_list || has_colon || is_signed || goes_on()).then(|| heading_of(&words))
}

fn heading_of(words: &str) -> String {
    words.trim_end_matches([':', '：', ' ', '\u{a0}', '\u{202f}']).to_string()
}

/// Whether all lines of a block can be names.
#[must_use]
pub fn is_of_names(block: &Block) -> bool {
    let is_list = matches!(block, Block::List(_) | Block::Paragraph(_));
    let readings: Vec<Reading> = if is_list { lines_of(block).iter().map(read).collect() } else { Vec::new() };
    readings.iter().any(|reading| *reading != Reading::Others) && !readings.contains(&Reading::Nothing)
}

/// Whether a line of strong words and one below it may be a name and an office.
#[must_use]
pub fn is_stacked(foot: &[Block], at: usize) -> bool {
    is_strong(&foot[at]) && foot.get(at + 1).is_some_and(|block| is_of_names(block) && !is_strong(block))
}

/// Whether a block is a paragraph of strong words.
#[must_use]
pub fn is_strong(block: &Block) -> bool {
    matches!(block, Block::Paragraph(line) if line.is_strong())
}

/// The lines of a block that may be names. Those of the source count if they end as lines of names do.
#[must_use]
pub fn lines_of(block: &Block) -> Vec<Line> {
    match block {
        Block::Paragraph(line) => {
            let rows: Vec<Line> = line.rows().into_iter().filter(|line| !line.is_blank()).collect();
            let goes_on =
                |row: &Line| row.plain().ends_with([',', ';', '、', '-', '–', '&']) || read(row) == Reading::Nothing;
            let last = rows.len().saturating_sub(1);
            if rows[..last].iter().any(goes_on) || rows.last().is_some_and(|row| read(row) == Reading::Nothing) {
                return line.broken().into_iter().filter(|line| !line.is_blank()).collect();
            }
            rows
        }
        Block::List(list) => list.items.iter().flatten().flat_map(lines_of).collect(),
        _ => Vec::new(),
    }
}

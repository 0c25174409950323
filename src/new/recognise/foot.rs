//! The foot of a letter: the closing, the names, and what follows them.

use super::groups::is_signed_block;
use super::names::{Names, labelled, may_be_body, may_be_names, names, unlabelled};
use super::reading::NAME;
use super::{Recognised, Taken, plain};
use crate::new::text::document::{Block, Document, Line};
use crate::source::excerpt::beginning;
use crate::source::formulas::{is_closing, is_signed};

/// The longest closing, in characters.
const CLOSING: usize = 200;

/// Takes the foot's parts out of the document.
pub fn take(document: &mut Document, found: &mut Recognised) {
    let closing = closing(document, found);
    let heading = document.blocks.iter().rposition(is_heading);
    let Some(start) = closing.or(heading) else {
        let last = document.blocks.iter().rev().take_while(|block| may_be_names(block)).count();
        let first = document.blocks.len() - last;
        let are_many = last > 1 || document.blocks.last().is_some_and(|block| matches!(block, Block::List(_)));
        found.doubts.extend(document.blocks.get(first).filter(|_| are_many).map(|block| doubt(block, "names")));
        return;
    };
    let foot = document.blocks.split_off(start);
    let mut foot: Vec<Block> = foot.into_iter().flat_map(unlabelled).collect();
    let mut names = names(&foot);
    let rest = foot.split_off(names.end);
    found.doubts.extend(names.more.iter().map(|words| {
        format!("what begins with “{words}” may be more names: write them into signatories.csv, and delete them here")
    }));
    let is_taken = !names.signatories.is_empty() && !names.is_doubtful;
    if is_taken {
        found.signatories = std::mem::take(&mut names.signatories);
        let headings = foot.iter().filter(|block| {
            is_signed_block(block) && !found.signatories.iter().any(|one| is_group_of(one.group.as_ref(), block))
        });
        found.left_out.extend(headings.map(|block| format!("“{}” before the names", block.plain())));
        report(&names, found);
    } else {
        found.doubts.extend(foot.iter().find(|block| !is_signed_block(block)).map(|block| doubt(block, "names")));
        document.blocks.extend(foot.into_iter().map(in_lines));
    }
    let next = rest.iter().find(|block| **block != Block::Rule);
    let next = next.filter(|block| may_be_names(block) || is_taken && may_be_body(block));
    if let Some(block) = next.filter(|_| names.more.is_none()) {
        found.doubts.push(doubt(block, if is_taken { "more names" } else { "names" }));
    }
    if !is_taken && closing.is_none() {
        document.blocks.extend(rest);
        return;
    }
    let appendix: Vec<Block> = rest.into_iter().skip_while(|block| *block == Block::Rule).map(in_lines).collect();
    if !appendix.is_empty() {
        document.blocks.push(Block::Names);
        document.blocks.extend(appendix);
    }
}

fn is_heading(block: &Block) -> bool {
    let is_labelled = |line: &Line| {
        line.rows().first().is_some_and(|row| labelled(&row.plain()).is_some_and(|(heading, _)| is_signed(heading)))
    };
    is_signed_block(block) || matches!(block, Block::Paragraph(line) if is_labelled(line))
}

fn is_group_of(group: Option<&String>, block: &Block) -> bool {
    group.is_some_and(|group| block.plain().trim_end_matches([':', '：', ' ', '\u{a0}', '\u{202f}']) == group)
}

/// What stood beside the names, and is in no column of the table.
fn report(names: &Names, found: &mut Recognised) {
    if !names.contacts.is_empty() {
        found
            .left_out
            .push(format!("notes beside the names, which are not for readers: {}", names.contacts.join(", ")));
    }
    if !names.links.is_empty() {
        found.left_out.push(format!("the links of the names: {}", names.links.join(", ")));
    }
    found.left_out.extend(names.others.iter().map(|words| format!("“{words}” among the names")));
    found.doubts.extend(names.maybe.iter().map(|words| {
        format!("“{words}” is one row of signatories.csv: if it names more than one, write a row for each")
    }));
}

fn doubt(block: &Block, what: &str) -> String {
    let shown = beginning(&block.plain());
    format!("what begins with “{shown}” may be {what}: write them into signatories.csv, and delete them here")
}

/// A paragraph whose source has a line for each name, with line breaks that readers see.
fn in_lines(block: Block) -> Block {
    const LONGEST: usize = 60;
    match block {
        Block::Paragraph(line) if may_be_names(&Block::Paragraph(line.clone())) => {
            let rows = line.rows();
            let are_short = rows.iter().all(|row| row.plain().chars().count() <= LONGEST);
            Block::Paragraph(if are_short { Line::joined(&rows) } else { line })
        }
        other => other,
    }
}

/// Takes the closing. Returns the index of the block after it.
fn closing(document: &mut Document, found: &mut Recognised) -> Option<usize> {
    let is_one = |block: &Block| match block {
        Block::Paragraph(line) => lines_of(line).iter().any(is_closing_line),
        _ => false,
    };
    let last = document.blocks.iter().rposition(is_one)?;
    // A closing of two parts: 此致, 敬礼.
    let is_short = |block: &Block| {
        is_one(block) && block.plain().split_whitespace().count() < 4 && block.plain().chars().count() < 30
    };
    let before = document.blocks[..last].iter().rev().take_while(|block| is_short(block)).count();
    let at = last - if is_short(&document.blocks[last]) { before } else { 0 };
    let lines = document.blocks[at..=last].iter().flat_map(|block| match block {
        Block::Paragraph(line) => lines_of(line),
        _ => Vec::new(),
    });
    let mut lines: Vec<Line> = lines.collect();
    let of = lines.iter().position(is_closing_line)?;
    let count = lines[of..].iter().take_while(|line| is_closing_line(line)).count();
    let after = lines.split_off(of + count);
    let closing = lines.split_off(of).iter().map(plain).collect::<Option<Vec<_>>>()?.join(" ");
    // A closing is near the end: many words after it are the letter's own.
    let long =
        document.blocks[last + 1..].iter().take(3).filter(|block| block.plain().chars().count() > 3 * NAME).count();
    if closing.chars().count() > CLOSING || long > 1 {
        found.closing = Some(Taken::Suggested(closing));
        return None;
    }
    found.closing = Some(Taken::Plain(closing));
    let mut kept = Vec::new();
    for lines in [lines, after] {
        if !lines.is_empty() {
            kept.push(Block::Paragraph(Line::joined(&lines)));
        }
    }
    let next = at + usize::from(of > 0);
    drop(document.blocks.splice(at..=last, kept));
    Some(next)
}

/// The lines of a paragraph. Those of the source count if a closing begins them, and all are short.
fn lines_of(line: &Line) -> Vec<Line> {
    const LONGEST: usize = 60;
    let rows = line.rows();
    let are_short = rows.iter().all(|row| row.plain().chars().count() <= LONGEST);
    if are_short && rows.first().is_some_and(is_closing_line) { rows } else { line.broken() }
}

fn is_closing_line(line: &Line) -> bool {
    let words = line.plain();
    let is_sentence = words.ends_with(['.', '?', '!']) && words.split_whitespace().count() > 35;
    is_closing(&words)
        && !is_sentence
        && words.chars().count() <= CLOSING
        && (words.ends_with([',', '،', '，', '.', '!', ':']) || words.split_whitespace().count() < 12)
}

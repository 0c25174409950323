//! What a mail program put around a letter: the head of the mail, the sign of a quotation, the end of the mail.

use super::Recognised;
use crate::new::text::document::{Block, Document, Line};
use crate::source::excerpt::beginning;
use crate::source::formulas::is_closing;
use crate::source::mail_lines::{self, Head};

/// The most rows before the head of a mail, and the most of its end.
const ROWS: usize = 20;

/// The longest end of a mail, in characters.
const END: usize = 600;

/// Takes it out of the document.
pub fn take(document: &mut Document, found: &mut Recognised) {
    /// The most mails around each other that are looked into.
    const MOST: usize = 5;
    for _ in 0..MOST {
        end(&mut document.blocks, found);
        let has_head = head(&mut document.blocks, found);
        let has_quoted = unquoted(&mut document.blocks);
        if !has_head && !has_quoted {
            break;
        }
    }
    let length = |block: &Block| block.plain().chars().count();
    let all: usize = document.blocks.iter().map(length).sum();
    let long = document.blocks.iter().filter(|block| matches!(block, Block::Quote(_)));
    let long = long.max_by_key(|block| length(block)).filter(|block| length(block) * 2 > all);
    found.doubts.extend(long.map(|block| {
        format!(
            "“{}” is a quotation, which is most of the text: if a mail program made it, delete the > before its lines",
            beginning(&block.plain())
        )
    }));
}

/// The rows of the first paragraphs, each with its block.
fn first_rows(blocks: &[Block]) -> Vec<(usize, String)> {
    let is_paragraph = |block: &&Block| matches!(block, Block::Paragraph(_) | Block::Rule);
    let paragraphs = blocks.iter().enumerate().take_while(|(_, block)| is_paragraph(block));
    let rows = paragraphs.flat_map(|(at, block)| {
        let rows = if let Block::Paragraph(line) = block { line.rows() } else { Vec::new() };
        rows.into_iter().map(move |row| (at, row.plain()))
    });
    rows.take(2 * ROWS).collect()
}

/// Takes the head of a mail, but for its subject. Returns whether there was one.
fn head(blocks: &mut Vec<Block>, found: &mut Recognised) -> bool {
    let rows = first_rows(blocks);
    let is_head = |at: usize| rows.get(at).is_some_and(|(_, row)| mail_lines::head(row).is_some());
    // A long line of addresses may go on in the next.
    let goes_on = |at: usize| rows.get(at).is_some_and(|(_, row)| is_of_addresses(row)) && at > 0;
    let mut start = 0;
    let range = loop {
        let Some(from) = (start..rows.len().min(ROWS)).find(|at| is_head(*at)) else { break None };
        let to = (from..=rows.len()).find(|at| !is_head(*at) && !goes_on(*at)).unwrap_or(rows.len());
        let lines: Vec<String> = rows[from..to].iter().map(|(_, row)| row.clone()).collect();
        if mail_lines::is_head(&lines) {
            break Some(from..to);
        }
        start = to;
    };
    let Some(mut range) = range else { return quoted_after(blocks, &rows, found) };
    if range.start > 0 && mail_lines::passes_on(&rows[range.start - 1].1) {
        range.start -= 1;
    }
    let mut taken: Vec<String> = Vec::new();
    let mut subject = None;
    for at in range.clone() {
        let row = &rows[at].1;
        match (mail_lines::head(row), row.split_once([':', '：'])) {
            (Some(Head::Subject), Some((key, rest))) if !rest.trim().is_empty() => {
                let bare = mail_lines::bare_subject(rest);
                if bare != rest.trim() {
                    taken.push(row.clone());
                }
                subject = Some(Block::Paragraph(Line::of(&format!("{key}: {bare}"))));
            }
            _ => taken.push(row.clone()),
        }
    }
    remove_rows(blocks, &rows, range.clone());
    let at = rows[range.start].0.min(blocks.len());
    blocks.splice(at..at, subject);
    found.left_out.push(format!("the head of a mail: {}", taken.join("\n")));
    true
}

/// Takes a line that says who wrote what is quoted below it.
fn quoted_after(blocks: &mut Vec<Block>, rows: &[(usize, String)], found: &mut Recognised) -> bool {
    let joined = |at: usize| match rows.get(at + 1) {
        Some((block, next)) if *block == rows[at].0 => format!("{} {next}", rows[at].1),
        _ => String::new(),
    };
    let is_quoted = |block: usize| matches!(blocks.get(block + 1), Some(Block::Quote(_)));
    let fits = |at: usize, row: &str| mail_lines::says_who(row) && is_quoted(rows[at].0);
    let one = (0..rows.len().min(ROWS)).find_map(|at| {
        let length = if fits(at, &rows[at].1) { 1 } else { 2 };
        (length == 1 || fits(at, &joined(at))).then_some(at..at + length)
    });
    let Some(range) = one else { return false };
    let taken: Vec<&str> = rows[range.clone()].iter().map(|(_, row)| row.as_str()).collect();
    found.left_out.push(format!("who wrote what is quoted: {}", taken.join(" ")));
    remove_rows(blocks, rows, range);
    true
}

fn is_of_addresses(row: &str) -> bool {
    let parts: Vec<&str> = row.split([',', ';']).filter(|part| !part.trim().is_empty()).collect();
    !parts.is_empty() && parts.iter().all(|part| crate::model::email_in(part).is_some())
}

fn remove_rows(blocks: &mut Vec<Block>, rows: &[(usize, String)], range: std::ops::Range<usize>) {
    let Some(last) = range.clone().next_back() else { return };
    let (first, last) = (rows[range.start].0, rows[last].0);
    for block in (first..=last).rev() {
        let of_block: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].0 == block).collect();
        let Some(begin) = of_block.first().copied() else {
            blocks.remove(block);
            continue;
        };
        let Block::Paragraph(line) = &blocks[block] else { continue };
        let kept = line.rows().into_iter().enumerate().filter(|(at, _)| !range.contains(&(begin + at)));
        let kept: Vec<Line> = kept.map(|(_, row)| row).collect();
        if kept.is_empty() {
            blocks.remove(block);
        } else {
            blocks[block] = Block::Paragraph(Line::joined(&kept));
        }
    }
}

/// Takes the text out of a quotation that is all there is, but for the subject.
fn unquoted(blocks: &mut Vec<Block>) -> bool {
    let is_subject = |block: &Block| mail_lines::head(&block.plain()) == Some(Head::Subject);
    let rest = usize::from(blocks.first().is_some_and(is_subject));
    let [Block::Quote(inner)] = &blocks[rest..] else { return false };
    let inner = inner.clone();
    drop(blocks.splice(rest.., inner));
    true
}

/// Takes the line about a program, and the signature of a mail.
fn end(blocks: &mut Vec<Block>, found: &mut Recognised) {
    while let Some(Block::Paragraph(line)) = blocks.last() {
        let mut rows = line.rows();
        let Some(last) = rows.pop_if(|row| mail_lines::is_of_program(&row.plain())) else { break };
        found.left_out.push(format!("“{}” at the end of a mail", last.plain()));
        blocks.pop();
        if !rows.is_empty() {
            blocks.push(Block::Paragraph(Line::joined(&rows)));
        }
    }
    let is_mark = |row: &Line| matches!(row.plain().as_str(), "--" | "—--" | "--\u{a0}");
    let from = blocks.len().saturating_sub(ROWS);
    let place = blocks.iter().enumerate().skip(from).find_map(|(at, block)| {
        let Block::Paragraph(line) = block else { return None };
        Some((at, line.rows().iter().position(is_mark)?))
    });
    let Some((at, row)) = place.filter(|(at, _)| *at > 0) else { return };
    let Block::Paragraph(line) = &blocks[at] else { return };
    let mut before = line.rows();
    let after = before.split_off(row);
    let after = Block::Paragraph(Line::joined(&after[1..]));
    let above = || match &blocks[at - 1] {
        Block::Paragraph(line) => line.rows().last().map(Line::plain),
        _ => None,
    };
    let last = before.last().map(Line::plain).or_else(above).unwrap_or_default();
    let rest: Vec<Block> = std::iter::once(after).chain(blocks.drain(at + 1..)).collect();
    blocks.pop();
    if !before.is_empty() {
        blocks.push(Block::Paragraph(Line::joined(&before)));
    }
    let words = rest.iter().map(Block::plain).filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n");
    if is_closing(&last) || words.chars().count() > END {
        // Those who sign stand there, or more than a signature.
        blocks.extend(rest.into_iter().filter(|block| !block.plain().is_empty()));
    } else if !words.is_empty() {
        found.left_out.push(format!("the signature of a mail: {words}"));
    }
}

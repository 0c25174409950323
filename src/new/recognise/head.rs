//! The head of a letter: what comes before its first paragraph.

use super::{Addressees, Recognised, Taken, days, named, plain};
use crate::new::text::document::{Block, Document, Line};
use crate::source::excerpt::beginning;
use crate::source::formulas::{addressed, is_salutation};

/// The most blocks before a salutation.
const HEAD: usize = 25;

/// The longest line of a head, in characters.
const LINE: usize = 160;

/// A line of the head.
struct Part {
    line: Line,
    is_heading: bool,
    is_taken: bool,
}

/// Takes the head's parts out of the document.
pub fn take(document: &mut Document, found: &mut Recognised) {
    let salutation = salutation(document, found);
    let end = salutation.unwrap_or_else(|| first_paragraph(&document.blocks));
    let mut blocks: Vec<Block> = document.blocks.drain(..end).collect();
    let mut parts: Vec<Vec<Part>> = blocks.iter().map(parts).collect();
    title(&mut parts, found, salutation.is_some());
    date(&mut parts, found);
    addressees(&mut parts, found, salutation.is_some());
    let kept = blocks.drain(..).zip(parts).filter_map(|(block, parts)| {
        if parts.iter().all(|part| !part.is_taken) {
            return Some(block);
        }
        let lines: Vec<Line> = parts.into_iter().filter(|part| !part.is_taken).map(|part| part.line).collect();
        (!lines.is_empty()).then(|| Block::Paragraph(Line::joined(&lines)))
    });
    let kept: Vec<Block> = kept.collect();
    if salutation.is_some() {
        found.doubts.extend(kept.iter().filter(|block| !block.plain().is_empty()).map(|block| {
            format!(
                "“{}” stood before the salutation, and now begins the text: leave it out, or write it where it belongs",
                beginning(&block.plain())
            )
        }));
    }
    drop(document.blocks.splice(..0, kept));
}

/// The lines of a block of the head.
fn parts(block: &Block) -> Vec<Part> {
    let part = |line: Line, is_heading| Part { line, is_heading, is_taken: false };
    match block {
        Block::Paragraph(line) => line.broken().into_iter().map(|line| part(line, false)).collect(),
        Block::Heading(_, line) => vec![part(line.clone(), true)],
        _ => Vec::new(),
    }
}

/// Without a salutation, only short lines at the beginning are a head.
fn first_paragraph(blocks: &[Block]) -> usize {
    let is_long = |block: &Block| match block {
        Block::Paragraph(line) => line
            .broken()
            .iter()
            .any(|line| line.plain().chars().count() > LINE || line.plain().ends_with(['.', '!', '?'])),
        Block::Heading(..) => false,
        _ => true,
    };
    blocks.iter().take(HEAD).position(is_long).unwrap_or(blocks.len().min(HEAD)).min(blocks.len().saturating_sub(1))
}

/// Takes the salutation. Returns the index of the block after the head.
fn salutation(document: &mut Document, found: &mut Recognised) -> Option<usize> {
    let is_one = |block: &Block| match block {
        Block::Paragraph(line) => line.broken().first().is_some_and(|line| is_salutation(&line.plain())),
        _ => false,
    };
    let at = document.blocks.iter().take(HEAD).position(is_one)?;
    let Block::Paragraph(line) = &document.blocks[at] else { return None };
    let mut lines = line.broken();
    let first = plain(&lines[0])?;
    let is_whole = first.chars().count() <= LINE
        && (first.ends_with([',', ':', '!', '،', '，', '：', '！', '.', ';']) || !has_sentence(&first));
    if !is_whole || has_sentence(&first) {
        let words = first.split([',', ':', '!', '،', '，']).next().unwrap_or_default();
        found.salutation = Some(Taken::Suggested(format!("{words},")));
        return Some(at);
    }
    lines.remove(0);
    found.salutation = Some(Taken::Plain(first));
    if lines.is_empty() {
        document.blocks.remove(at);
    } else {
        document.blocks[at] = Block::Paragraph(Line::joined(&lines));
    }
    Some(at)
}

/// Whether a salutation goes on as a sentence: `Dear Mayor, the river is closed.`
fn has_sentence(text: &str) -> bool {
    let words = |part: &str| part.split_whitespace().count();
    text.ends_with(['.', '?', '。']) || text.split([',', '!', ':']).any(|part| words(part) > 12)
}

fn title(parts: &mut [Vec<Part>], found: &mut Recognised, has_salutation: bool) {
    let mut all: Vec<&mut Part> = parts.iter_mut().flatten().collect();
    let headings = all.iter().filter(|part| part.is_heading).count();
    if let Some(part) = all.iter_mut().find(|part| part.is_heading) {
        let words = part.line.plain();
        if words.chars().count() <= 2 * LINE && (headings == 1 || has_salutation) {
            if part.line.has_note() {
                found.doubts.push(format!(
                    "the title “{}” has a note, which a title can't have: refer to it in the text",
                    beginning(&words)
                ));
            }
            part.is_taken = true;
            found.title = Some(Taken::Plain(words));
        } else {
            found.title = Some(Taken::Suggested(words));
        }
        return;
    }
    let lang = found.lang.clone();
    let is_title = |part: &&mut Part| {
        let words = part.line.plain();
        let is_other = days::day(&words, &lang).is_some() || addressed(&words).is_some();
        plain(&part.line).is_some()
            && !is_other
            && (3..=LINE).contains(&words.chars().count())
            && !words.ends_with([',', ':'])
    };
    let first_is_strong = all.first().is_some_and(|part| part.line.is_strong());
    let candidates: Vec<&mut Part> = all.into_iter().filter(is_title).collect();
    let count = candidates.len();
    let Some(part) = candidates.into_iter().next() else { return };
    let words = part.line.plain();
    // One line alone at the head of a letter, or strong words before all others, are its title.
    if has_salutation && (count == 1 && !words.contains(',') || first_is_strong && part.line.is_strong()) {
        part.is_taken = true;
        found.title = Some(Taken::Plain(words));
    } else {
        found.title = Some(Taken::Suggested(words));
    }
}

fn date(parts: &mut [Vec<Part>], found: &mut Recognised) {
    for part in parts.iter_mut().flatten().filter(|part| !part.is_taken) {
        let Some(words) = plain(&part.line) else { continue };
        let Some(day) = days::day(&words, &found.lang) else { continue };
        if let Taken::Plain(_) = &day.iso {
            part.is_taken = true;
            if !day.rest.is_empty() {
                found.left_out.push(format!("“{}” beside the date", day.rest));
            }
        }
        found.date = Some(day.iso);
        return;
    }
}

/// Lines of the form *Name, office*, after *To:* or alone before the salutation.
fn addressees(parts: &mut [Vec<Part>], found: &mut Recognised, has_salutation: bool) {
    let mut rest: Vec<&mut Part> = parts.iter_mut().flatten().filter(|part| !part.is_taken).collect();
    let start = rest.iter().position(|part| addressed(&part.line.plain()).is_some());
    let mut list = Addressees::default();
    let from = start.unwrap_or_default();
    if let Some(at) = start {
        let words = rest[at].line.plain();
        let (heading, first) = addressed(&words).unwrap_or_default();
        list.heading = Some(format!("{heading}:"));
        if first.is_empty() {
            rest[at].is_taken = true;
        } else {
            rest[at].line = Line::of(first);
        }
    }
    let members: Vec<&mut Part> = rest.into_iter().skip(from).filter(|part| !part.is_taken).collect();
    let lines: Vec<Option<String>> =
        members.iter().map(|part| plain(&part.line).filter(|_| !part.is_heading)).collect();
    let is_member = |line: &Option<String>| {
        line.as_ref().is_some_and(|line| line.chars().count() <= LINE && !line.ends_with(['.', ':', '!', '?']))
    };
    if members.is_empty() || !has_salutation && start.is_none() {
        return;
    }
    for line in lines.iter().flatten().filter(|line| line.chars().count() <= LINE) {
        list.members.push(named(line));
    }
    // After To:, one line is one addressee. Otherwise only lines with an office are plain; others may be an address.
    let is_plain = lines.iter().all(is_member)
        && (start.is_some() && members.len() == 1 || list.members.iter().all(|(_, office)| office.is_some()));
    if list.members.is_empty() || start.is_none() && list.members.iter().all(|(_, office)| office.is_none()) {
        return;
    }
    if is_plain {
        for part in members {
            part.is_taken = true;
        }
        found.addressees = Some(Taken::Plain(list));
    } else {
        found.addressees = Some(Taken::Suggested(list));
    }
}

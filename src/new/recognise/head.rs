//! The head of a letter: what comes before its first paragraph.

use super::addressees::addressees;
use super::part::{LINE, Part};
use super::{Recognised, Taken, days, plain};
use crate::new::text::document::{Block, Document, Line};
use crate::source::excerpt::beginning;
use crate::source::formulas::{addressed, is_open_letter, is_salutation, subject};

/// The most blocks before a salutation.
const HEAD: usize = 25;

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
    let part = |line: Line| Part { line, is_heading: false, is_item: false, is_taken: false };
    match block {
        Block::Paragraph(line) => line.broken().into_iter().map(part).collect(),
        Block::Heading(_, line) => vec![Part { is_heading: true, ..part(line.clone()) }],
        Block::List(list) => {
            let item = |blocks: &Vec<Block>| match blocks.as_slice() {
                [Block::Paragraph(line)] => Some(Part { is_item: true, ..part(line.clone()) }),
                _ => None,
            };
            list.items.iter().map(item).collect::<Option<Vec<Part>>>().unwrap_or_default()
        }
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
    let at = place_of_salutation(&document.blocks)?;
    let Block::Paragraph(line) = &document.blocks[at] else { return None };
    let mut lines = line.broken();
    let first = plain(&lines[0])?;
    let is_whole = first.chars().count() <= LINE
        && (ends_salutation(&first) || first.ends_with(['.', ';']) || !has_sentence(&first));
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

/// The first line that begins as salutations do. Lines of addressees can begin so too: *Madame Anne Dupont, ministre*,
/// and in Hebrew *To:* is such a word. So a later one that ends as salutations do goes before one that doesn't.
fn place_of_salutation(blocks: &[Block]) -> Option<usize> {
    let first_line = |at: usize| match &blocks[at] {
        Block::Paragraph(line) => {
            line.broken().first().map(Line::plain).filter(|line| is_salutation(line) && !is_open_letter(line))
        }
        _ => None,
    };
    let head = blocks.len().min(HEAD);
    let first = (0..head).find(|at| first_line(*at).is_some())?;
    let line = first_line(first)?;
    if ends_salutation(&line) && addressed(&line).is_none() {
        return Some(first);
    }
    let is_short = |at: &usize| blocks[*at].plain().chars().count() <= LINE;
    let later =
        (first + 1..head).take_while(is_short).find(|at| first_line(*at).is_some_and(|line| ends_salutation(&line)));
    later.or(Some(first))
}

fn ends_salutation(line: &str) -> bool {
    line.ends_with([',', ':', '!', '،', '，', '：', '！'])
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
    if let Some(part) = all.iter_mut().find(|part| plain(&part.line).is_some_and(|words| subject(&words).is_some())) {
        let words = part.line.plain();
        let (heading, title) = subject(&words).unwrap_or_default();
        part.is_taken = true;
        found.left_out.push(format!("“{heading}” before the title"));
        found.title = Some(Taken::Plain(title.to_string()));
        return;
    }
    let (mut candidates, last) = candidates(all, &found.lang);
    let Some((at, is_plain)) = chosen(&candidates, last) else { return };
    let words = candidates[at].1.line.plain();
    if is_plain && has_salutation {
        candidates[at].1.is_taken = true;
        found.title = Some(Taken::Plain(words));
    } else {
        found.title = Some(Taken::Suggested(words));
    }
}

/// The lines that may be a title, each with its place among all lines, and the place of the last line.
fn candidates<'p>(all: Vec<&'p mut Part>, lang: &str) -> (Vec<(usize, &'p mut Part)>, usize) {
    let is_title = |part: &Part| {
        let words = part.line.plain();
        let is_other = days::day(&words, lang).is_some() || addressed(&words).is_some();
        plain(&part.line).is_some()
            && !is_other
            && !part.is_item
            && (3..=LINE).contains(&words.chars().count())
            && !words.ends_with([',', ':'])
    };
    let last = all.len().saturating_sub(1);
    (all.into_iter().enumerate().filter(|(_, part)| is_title(part)).collect(), last)
}

/// Which candidate is the title, and whether that is plain. One line that says so, strong words before or after all
/// others, or one line alone, are a title.
fn chosen(candidates: &[(usize, &mut Part)], last: usize) -> Option<(usize, bool)> {
    let only = |is_one: &dyn Fn(&Part) -> bool| {
        let mut found = candidates.iter().enumerate().filter(|(_, (_, part))| is_one(part)).map(|(at, _)| at);
        found.next().filter(|_| found.next().is_none())
    };
    if let Some(at) = only(&|part| is_open_letter(&part.line.plain())) {
        return Some((at, true));
    }
    if let Some(at) = only(&|part| part.line.is_strong()).filter(|at| [0, last].contains(&candidates[*at].0)) {
        return Some((at, true));
    }
    let (_, first) = candidates.first()?;
    let is_alone = candidates.len() == 1 && !first.line.plain().contains(',');
    // Of several strong lines, the first may be the letterhead.
    let strong = candidates.iter().rposition(|(_, part)| part.line.is_strong()).filter(|_| first.line.is_strong());
    Some((strong.unwrap_or_default(), is_alone))
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

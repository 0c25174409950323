//! The foot of a letter: the closing, the names, and what follows them.

use super::{Recognised, Signatory, Taken, named, plain};
use crate::model::Kind;
use crate::new::text::document::{Block, Document, Line};
use crate::source::excerpt::beginning;
use crate::source::formulas::{is_annex, is_closing, is_signed};
use crate::source::words;

/// The longest closing, in characters.
const CLOSING: usize = 200;

/// The longest line with a name, in characters.
const NAME: usize = 160;

/// Takes the foot's parts out of the document.
pub fn take(document: &mut Document, found: &mut Recognised) {
    let closing = closing(document, found);
    let heading = document.blocks.iter().rposition(is_signed_block);
    let Some(start) = closing.or(heading) else { return };
    let mut foot = document.blocks.split_off(start);
    let names = names(&foot);
    let rest = foot.split_off(names.end);
    found.doubts.extend(names.more.iter().map(|words| {
        format!("what begins with “{words}” may be more names: write them into signatories.csv, and delete them here")
    }));
    if !names.signatories.is_empty() && !names.is_doubtful {
        found.signatories = names.signatories;
        let headings = foot.iter().filter(|block| is_signed_block(block));
        found.left_out.extend(headings.map(|block| format!("“{}” before the names", block.plain())));
    } else {
        if let Some(first) = foot.iter().find(|block| !is_signed_block(block)) {
            let shown = beginning(&first.plain());
            found.doubts.push(format!(
                "what begins with “{shown}” may be names: write them into signatories.csv, and delete them here"
            ));
        }
        document.blocks.append(&mut foot);
        if closing.is_none() {
            document.blocks.extend(rest);
            return;
        }
    }
    let appendix: Vec<Block> = rest.into_iter().skip_while(|block| *block == Block::Rule).collect();
    if !appendix.is_empty() {
        document.blocks.push(Block::Names);
        document.blocks.extend(appendix);
    }
}

/// The names at the beginning of a foot.
#[derive(Default)]
struct Names {
    signatories: Vec<Signatory>,
    /// The number of blocks that they and their headings take.
    end: usize,
    is_doubtful: bool,
    /// The words after them that may be the heading of more names.
    more: Option<String>,
}

fn names(foot: &[Block]) -> Names {
    let mut names = Names::default();
    let mut group: Option<String> = None;
    for (at, block) in foot.iter().enumerate() {
        if let Some(heading) = group_heading(foot, at) {
            group = Some(heading);
        } else if is_strong(block) && names.end > 0 && !is_strong(&foot[at - 1]) {
            names.more = Some(block.plain()).filter(|words| !is_annex(words));
            break;
        } else if is_of_organisations(foot, at) {
            names.signatories.extend(lines_of(block).iter().map(|line| organisation(line, group.clone())));
        } else if is_of_names(block) && !is_signed_block(block) {
            names.is_doubtful |= is_doubtful(block) || is_stacked(foot, at);
            let signatories = lines_of(block).into_iter().filter_map(|line| signatory(&line));
            names.signatories.extend(signatories.map(|one| Signatory { group: group.clone(), ..one }));
        } else if !is_signed_block(block) {
            break;
        }
        names.end = at + 1;
    }
    names
}

/// Whether a block is a list of organisations, as the heading above it says: their names need no capitals.
fn is_of_organisations(foot: &[Block], at: usize) -> bool {
    const LONGEST: usize = 100;
    let (Some(heading), Some(Block::List(_))) = (at.checked_sub(1).map(|above| foot[above].plain()), foot.get(at))
    else {
        return false;
    };
    let is_one = |line: &Line| {
        let words = line.plain();
        plain(line).is_some() && words.chars().count() <= LONGEST && !words.ends_with(['.', '!', '?', ':', ';'])
    };
    let says_so = heading.split_whitespace().any(|word| matches!(words::kind(word), Ok(Some(Kind::Organisation))));
    let lines = lines_of(&foot[at]);
    says_so && !lines.is_empty() && lines.iter().all(is_one)
}

fn organisation(line: &Line, group: Option<String>) -> Signatory {
    let name = line.plain().trim_end_matches(',').to_string();
    Signatory { name, role: String::new(), group }
}

/// The heading of a group of names, if the block is one: a short line with the look of a heading, and names below it.
fn group_heading(foot: &[Block], at: usize) -> Option<String> {
    const LONGEST: usize = 80;
    let (line, is_heading) = match &foot[at] {
        Block::Heading(_, line) => (line, true),
        Block::Paragraph(line) => (line, false),
        _ => return None,
    };
    let words = plain(line)?;
    let looks_so = is_heading || line.is_strong() || words.ends_with(':');
    let fits = words.chars().count() <= LONGEST && !words.ends_with('.') && line.broken().len() == 1;
    if !looks_so || !fits || is_signed_block(&foot[at]) || is_annex(&words) {
        return None;
    }
    // One plain line below strong words may be somebody's office.
    if is_of_organisations(foot, at + 1) {
        return Some(heading_of(&words));
    }
    let below = foot.get(at + 1).filter(|block| is_of_names(block) && !is_strong(block))?;
    let is_list = matches!(below, Block::List(_)) || lines_of(below).len() > 1;
    let goes_on = || foot.get(at + 2).is_some_and(|block| is_of_names(block) && !is_strong(block));
    (is_heading || is_list || goes_on()).then(|| heading_of(&words))
}

fn heading_of(words: &str) -> String {
    words.trim_end_matches([':', ' ', '\u{a0}', '\u{202f}']).to_string()
}

/// Whether a line of strong words and one below it may be a name and an office.
fn is_stacked(foot: &[Block], at: usize) -> bool {
    is_strong(&foot[at]) && foot.get(at + 1).is_some_and(|block| is_of_names(block) && !is_strong(block))
}

fn is_strong(block: &Block) -> bool {
    matches!(block, Block::Paragraph(line) if line.is_strong())
}

/// Takes the closing. Returns the index of the block after it.
fn closing(document: &mut Document, found: &mut Recognised) -> Option<usize> {
    let is_one = |block: &Block| match block {
        Block::Paragraph(line) => line.broken().iter().any(is_closing_line),
        _ => false,
    };
    let at = document.blocks.iter().rposition(is_one)?;
    let Block::Paragraph(line) = &document.blocks[at] else { return None };
    let mut lines = line.broken();
    let of = lines.iter().position(is_closing_line)?;
    let after = lines.split_off(of + 1);
    let closing = plain(&lines.pop()?)?;
    // A closing is near the end: many words after it are the letter's own.
    let long =
        document.blocks[at + 1..].iter().take(3).filter(|block| block.plain().chars().count() > 3 * NAME).count();
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
    drop(document.blocks.splice(at..=at, kept));
    Some(next)
}

fn is_closing_line(line: &Line) -> bool {
    let words = line.plain();
    let is_sentence = words.ends_with(['.', '?', '!']) && words.split_whitespace().count() > 35;
    is_closing(&words)
        && !is_sentence
        && words.chars().count() <= CLOSING
        && (words.ends_with([',', '،', '，', '.', '!', ':']) || words.split_whitespace().count() < 12)
}

fn is_signed_block(block: &Block) -> bool {
    match block {
        Block::Paragraph(line) | Block::Heading(_, line) => is_signed(&line.plain()),
        _ => false,
    }
}

/// Whether all lines of a block can be names.
fn is_of_names(block: &Block) -> bool {
    let is_list = matches!(block, Block::List(_) | Block::Paragraph(_));
    is_list && !lines_of(block).is_empty() && lines_of(block).iter().all(|line| signatory(line).is_some())
}

/// Whether the lines of a block may be one person's name, role and address, one below the other.
fn is_doubtful(block: &Block) -> bool {
    let lines = lines_of(block);
    let has_role = |line: &Line| signatory(line).is_some_and(|signatory| !signatory.role.is_empty());
    let is_stack = matches!(block, Block::Paragraph(_)) && (2..5).contains(&lines.len()) && !lines.iter().all(has_role);
    let is_word = |line: &Line| !has_role(line) && line.plain().is_ascii() && !line.plain().contains(' ');
    is_stack || lines.iter().any(is_word)
}

/// The lines of a block that may be names.
fn lines_of(block: &Block) -> Vec<Line> {
    match block {
        Block::Paragraph(line) => line.broken().into_iter().filter(|line| !line.is_blank()).collect(),
        Block::List(list) => list.items.iter().flatten().flat_map(lines_of).collect(),
        _ => Vec::new(),
    }
}

/// The signatory in a line: a name, and after a comma what the person is.
fn signatory(line: &Line) -> Option<Signatory> {
    let words = plain(line)?;
    let words = words.trim_end_matches([',', ';']);
    let (name, role) = match words.split_once(['–', '—', '(']) {
        Some((name, role)) if !name.contains([',', '،', '，']) => {
            (name.trim().to_string(), role.trim_end_matches(')').trim().to_string())
        }
        _ => {
            let (name, role) = named(words);
            (name, role.unwrap_or_default())
        }
    };
    let name = name.as_str();
    let is_cased = |word: &str| word.starts_with(|char: char| char.is_uppercase() || !char.is_lowercase());
    let capitals = name.split_whitespace().filter(|word| is_cased(word)).count();
    let count = name.split_whitespace().count();
    let fits = (1..=8).contains(&count)
        && capitals * 2 >= count
        && name.chars().next().is_some_and(char::is_alphabetic)
        && is_cased(name)
        && words.chars().count() <= NAME
        && !name.contains(|char: char| char.is_ascii_digit() || "@:?!".contains(char))
        && !(words.ends_with(['.', '!', '?', '。']) && count > 4);
    fits.then(|| Signatory { name: name.to_string(), role: role.clone(), group: None })
}

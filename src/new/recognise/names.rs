//! The names at the foot of a letter, with their headings.

use super::groups::{
    group_heading, is_of_names, is_of_organisations, is_signed_block, is_stacked, is_strong, lines_of, organisation,
};
use super::line::{others, read};
use super::reading::{NAME, Reading, single};
use super::{Signatory, contacts, person};
use crate::new::text::document::{Block, Line};
use crate::source::formulas::{is_annex, is_signed};

/// The names at the beginning of a foot.
#[derive(Debug, Default)]
pub struct Names {
    /// Those who sign.
    pub signatories: Vec<Signatory>,
    /// The number of blocks that they and their headings take.
    pub end: usize,
    /// Whether they may be something else.
    pub is_doubtful: bool,
    /// The words after them that may be the heading of more names.
    pub more: Option<String>,
    /// The lines that may be several persons, and were taken as one.
    pub maybe: Vec<String>,
    /// What stood beside them, and is not for readers: e-mail addresses, telephone numbers.
    pub contacts: Vec<String>,
    /// The addresses of their links.
    pub links: Vec<String>,
    /// Lines about others: *and 34 others*.
    pub others: Vec<String>,
}

/// Reads the names.
#[must_use]
pub fn names(foot: &[Block]) -> Names {
    let mut names = Names::default();
    let mut counts = Counts::default();
    let mut group: Option<String> = None;
    let headed = |at: &usize| is_signed_block(&foot[*at]) && foot.get(at + 1).is_some_and(is_of_names);
    let are_groups = (0..foot.len()).filter(headed).count() > 1;
    for (at, block) in foot.iter().enumerate() {
        if let Some(heading) = group_heading(foot, at, are_groups) {
            group = Some(heading);
        } else if is_strong(block) && names.end > 0 && !is_strong(&foot[at - 1]) {
            names.more = Some(block.plain()).filter(|words| !is_annex(words));
            break;
        } else if is_of_organisations(foot, at) {
            names.signatories.extend(lines_of(block).iter().map(|line| organisation(line, group.clone())));
        } else if is_of_names(block) && !is_signed_block(block) {
            names.is_doubtful |= is_doubtful(block) || is_stacked(foot, at);
            for line in lines_of(block) {
                names.take(&line, group.as_ref(), &mut counts);
            }
        } else if !is_signed_block(block) {
            break;
        }
        names.end = at + 1;
    }
    names.is_doubtful |= counts.are_doubtful();
    names
}

/// How many lines say what.
#[derive(Default)]
struct Counts {
    lines: usize,
    unclear: usize,
    either: usize,
    with_role: usize,
}

impl Counts {
    /// Few unclear lines among many can be taken, and told.
    fn are_doubtful(&self) -> bool {
        const FEW: usize = 4;
        let are_few = |some: usize| self.lines >= FEW && some * FEW <= self.lines;
        self.unclear > 0 && !are_few(self.unclear) || self.either > 0 && self.with_role == 0 && !are_few(self.either)
    }
}

impl Names {
    fn take(&mut self, line: &Line, group: Option<&String>, counts: &mut Counts) {
        let words = line.plain();
        let (named, rest) = others(&words);
        let (bare, mut contacts) = contacts::without(named);
        self.others.extend(rest.map(str::to_string));
        counts.lines += 1;
        let mut signatories = match read(line) {
            Reading::Nothing => Vec::new(),
            Reading::Others => {
                self.others.push(words);
                return;
            }
            Reading::One(one) => {
                counts.with_role += usize::from(!one.role.is_empty());
                self.is_doubtful |= person::is_office(&one.name);
                vec![one]
            }
            Reading::Several(several) => several,
            Reading::Either(one) => {
                counts.either += 1;
                self.maybe.push(bare);
                vec![one]
            }
            Reading::Unclear => {
                counts.unclear += 1;
                let one = single(&bare);
                self.maybe.push(bare);
                one.into_iter().collect()
            }
        };
        for signatory in &mut signatories {
            signatory.group = group.cloned();
        }
        self.signatories.append(&mut signatories);
        self.contacts.append(&mut contacts);
        for link in line.links() {
            match link.strip_prefix("mailto:") {
                Some(address) if words.contains(address) => {}
                Some(address) => self.contacts.push(address.to_string()),
                None => self.links.push(link.to_string()),
            }
        }
    }
}

/// Whether a block may have names, though it was not taken.
#[must_use]
pub fn may_be_names(block: &Block) -> bool {
    let lines = lines_of(block);
    let is_one = |line: &&Line| match read(line) {
        Reading::One(one) => person::is_person(&one.name),
        Reading::Several(_) | Reading::Either(_) | Reading::Unclear => true,
        Reading::Nothing | Reading::Others => false,
    };
    let is_long = |line: &Line| line.plain().chars().count() > NAME;
    let count = lines.iter().filter(is_one).count();
    count > 0 && count * 3 >= lines.len() && !lines.iter().any(is_long)
}

/// Whether a paragraph or list right below names may be that of a body: *Verein für Flüsse e. V.*
#[must_use]
pub fn may_be_body(block: &Block) -> bool {
    const LONGEST: usize = 100;
    const WORDS: usize = 8;
    let is_one = |line: &Line| {
        let words = line.plain();
        let is_sentence = words.ends_with(['.', '!', '?', ':', '。']) && words.split_whitespace().count() > WORDS;
        words.chars().count() <= LONGEST && !is_sentence && !is_annex(&words) && person::is_no_person(&words)
    };
    lines_of(block).first().is_some_and(is_one)
}

/// Splits a paragraph at its lines that are headings of names: `Signed by:`, `First signatories: Ada Example, …`.
#[must_use]
pub fn unlabelled(block: Block) -> Vec<Block> {
    let Block::Paragraph(line) = &block else { return vec![block] };
    if line.has_note() {
        return vec![block];
    }
    let rows = line.rows();
    let mut blocks: Vec<Vec<Line>> = vec![Vec::new()];
    for row in rows {
        let words = row.plain();
        if let Some((heading, rest)) = labelled(&words).filter(|_| row.links().is_empty()) {
            blocks.extend([vec![Line::of(heading)], vec![Line::of(rest)]]);
        } else if is_signed(&words) || words.ends_with([':', '：']) {
            blocks.extend([vec![row], Vec::new()]);
        } else if let Some(last) = blocks.last_mut() {
            last.push(row);
        }
    }
    blocks.retain(|rows| !rows.is_empty());
    if blocks.len() < 2 {
        return vec![block];
    }
    blocks.iter().map(|rows| Block::Paragraph(Line::joined(rows))).collect()
}

/// The heading of names in a line, and the names behind its colon.
#[must_use]
pub fn labelled(words: &str) -> Option<(&str, &str)> {
    let colon = words.find([':', '：'])?;
    let length = words[colon..].chars().next().map_or(1, char::len_utf8);
    let (heading, rest) = (&words[..colon + length], words[colon + length..].trim());
    let fits = match read(&Line::of(rest)) {
        Reading::Several(_) => heading.split_whitespace().count() < 6,
        Reading::Nothing | Reading::Others => false,
        _ => is_signed(heading),
    };
    fits.then_some((heading, rest))
}

/// Whether the lines of a block may be one person's name, role and address, one below the other.
fn is_doubtful(block: &Block) -> bool {
    let lines = lines_of(block);
    let is_bare = |line: &Line| matches!(read(line), Reading::One(one) if one.role.is_empty());
    let is_stack = matches!(block, Block::Paragraph(_)) && (2..5).contains(&lines.len()) && lines.iter().any(is_bare);
    let is_word = |line: &Line| is_bare(line) && line.plain().is_ascii() && !line.plain().contains(' ');
    is_stack || lines.iter().any(is_word)
}

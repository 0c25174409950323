//! The names at the foot of a letter, with their headings.

use super::reading::{NAME, Reading, read, single};
use super::{Signatory, contacts, person, plain, reading};
use crate::model::Kind;
use crate::new::text::document::{Block, Line};
use crate::source::formulas::{is_annex, is_group, is_signed};
use crate::source::words;

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
        let (named, others) = reading::others(&words);
        let (bare, mut contacts) = contacts::without(named);
        self.others.extend(others.map(str::to_string));
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

/// Whether a block is the heading of all who sign.
#[must_use]
pub fn is_signed_block(block: &Block) -> bool {
    match block {
        Block::Paragraph(line) | Block::Heading(_, line) => is_signed(&line.plain()),
        _ => false,
    }
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

fn organisation(line: &Line, group: Option<String>) -> Signatory {
    let name = line.plain().trim_end_matches(',').to_string();
    Signatory { name, role: String::new(), group }
}

/// The heading of a group of names, if the block is one: a short line with the look of a heading, and names below it.
/// `are_groups`: whether words such as *Signatories* are one too, because there are several.
fn group_heading(foot: &[Block], at: usize, are_groups: bool) -> Option<String> {
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

/// Whether a line of strong words and one below it may be a name and an office.
fn is_stacked(foot: &[Block], at: usize) -> bool {
    is_strong(&foot[at]) && foot.get(at + 1).is_some_and(|block| is_of_names(block) && !is_strong(block))
}

fn is_strong(block: &Block) -> bool {
    matches!(block, Block::Paragraph(line) if line.is_strong())
}

/// Whether all lines of a block can be names.
fn is_of_names(block: &Block) -> bool {
    let is_list = matches!(block, Block::List(_) | Block::Paragraph(_));
    let readings: Vec<Reading> = if is_list { lines_of(block).iter().map(read).collect() } else { Vec::new() };
    readings.iter().any(|reading| *reading != Reading::Others) && !readings.contains(&Reading::Nothing)
}

/// Whether the lines of a block may be one person's name, role and address, one below the other.
fn is_doubtful(block: &Block) -> bool {
    let lines = lines_of(block);
    let is_bare = |line: &Line| matches!(read(line), Reading::One(one) if one.role.is_empty());
    let is_stack = matches!(block, Block::Paragraph(_)) && (2..5).contains(&lines.len()) && lines.iter().any(is_bare);
    let is_word = |line: &Line| is_bare(line) && line.plain().is_ascii() && !line.plain().contains(' ');
    is_stack || lines.iter().any(is_word)
}

/// The lines of a block that may be names. Those of the source count if they end as lines of names do.
fn lines_of(block: &Block) -> Vec<Line> {
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

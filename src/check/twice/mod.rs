//! Finds front matter or signatories that the letter's text repeats, so that readers see them twice.

mod day;
mod people;

use super::note::{Note, beginning};
use super::passages::parts;
use crate::model::{Addressee, Block, Letter, List, Signatory};
use crate::roll::fold;
use crate::source::formulas::is_closing;
use crate::source::pasted::ends_sentence;
use people::{Foot, Roll};

const CODE: &str = "twice";

/// The maximum length of a line in a letter's head or foot, in characters.
const LINE: usize = 160;

/// The maximum number of blocks in a text's head.
const HEAD: usize = 12;

/// The maximum number of blocks in a text's foot, with many names.
const FOOT: usize = 60;

/// The maximum length of a closing other than the letter's own, in characters.
const CLOSING: usize = 60;

/// The maximum length of another line between the names, in characters, and of their number.
const SHORT: usize = 80;
const OTHERS: usize = 6;

/// Finds them. `signatories`: those listed below the letter, or the first of them.
#[must_use]
pub fn check(letter: &Letter, signatories: &[Signatory]) -> Vec<Note> {
    let mut notes = head(letter);
    notes.extend(foot(letter, signatories));
    notes
}

/// The date, the addressees, the salutation and the title, before the first paragraph.
fn head(letter: &Letter) -> Vec<Note> {
    let mut notes = Vec::new();
    for (at, block) in letter.body.iter().enumerate().take(HEAD) {
        let Some((path, spans)) = parts(block, at).into_iter().next() else { continue };
        let text = spans.plain();
        if let Some(salutation) = letter.salutation.as_ref().filter(|salutation| begins_with(&text, salutation)) {
            notes.push(note(path, "the salutation", salutation, "salutation"));
            break;
        }
        if text.chars().count() > LINE {
            break;
        }
        let lines: Vec<&str> = if text.contains('\n') { text.lines().collect() } else { Vec::new() };
        let has = |fits: &dyn Fn(&str) -> bool| fits(&text) || lines.iter().any(|line| fits(line));
        let found = notes.len();
        if let Some(date) = letter.date.filter(|date| has(&|line| day::is_date(line, *date, &letter.lang))) {
            notes.push(note(path.clone(), "the date", &date.to_iso(), "date"));
        }
        let repeated = addressees(letter)
            .find(|(member, heading)| has(&|line| people::is_addressee(line, member, heading.map(String::as_str))));
        if let Some((member, _)) = repeated {
            notes.push(note(path.clone(), "the addressee", &member.name, "addressees"));
        }
        if found == notes.len() && fold(&text) == fold(&letter.title) && !is_heading_of(block, &letter.title) {
            notes.push(note(path, "the title", &letter.title, "title"));
        }
    }
    notes
}

/// The closing and the signatories, after the last paragraph.
fn foot(letter: &Letter, signatories: &[Signatory]) -> Vec<Note> {
    // The text ends where the names are.
    let is_place = |block: &Block| matches!(block, Block::Signatories { .. });
    let end = letter.body.iter().position(is_place).unwrap_or(letter.body.len());
    let body = &letter.body[..end];
    let roll = Roll::of(signatories);
    let closing = letter.closing.as_deref().filter(|closing| !fold(closing).is_empty());
    let (closed, signed) = match closing.and_then(|closing| whole_closing(body, closing)) {
        Some((at, path)) => (Some(path), first_signed(&body[at + 1..], at + 1, &roll)),
        None => last_lines(body, closing, &roll),
    };
    let mut notes: Vec<Note> =
        closed.zip(closing).map(|(path, closing)| note(path, "the closing", closing, "closing")).into_iter().collect();
    notes.extend(signed.map(|(path, text)| {
        let message = format!(
            "repeats the signatory “{}”, who is shown below the letter anyway: leave out here those who are in signatories.csv",
            beginning(&text)
        );
        Note::warning(path, CODE, message)
    }));
    notes
}

/// A passage: its path and its words.
type Part = (String, String);

fn texts(block: &Block, at: usize) -> Vec<Part> {
    parts(block, at).into_iter().map(|(path, spans)| (path, spans.plain())).collect()
}

/// Whether a block stands among the last lines of a text without being one.
fn is_passed(block: &Block) -> bool {
    matches!(block, Block::Heading { .. } | Block::Rule { .. } | Block::List(List { footnotes: true, .. }))
}

/// The last line that is the closing, whatever follows it, and the index of its block.
fn whole_closing(body: &[Block], closing: &str) -> Option<(usize, String)> {
    let closing = fold(closing);
    let is_closing =
        |text: &str| fold(text) == closing || text.lines().next().is_some_and(|line| fold(line) == closing);
    body.iter().enumerate().rev().take(FOOT).find_map(|(at, block)| {
        let (path, _) = texts(block, at).into_iter().find(|(_, text)| is_closing(text))?;
        Some((at, path))
    })
}

/// The first line of these blocks that a signatory signs. `first`: the index of the first block.
fn first_signed(blocks: &[Block], first: usize, roll: &Roll) -> Option<Part> {
    let lines = blocks.iter().enumerate().filter(|(_, block)| !is_passed(block));
    lines
        .flat_map(|(at, block)| texts(block, first + at))
        .find(|(_, text)| text.chars().count() <= LINE && text.lines().any(|line| roll.signs(line, Foot::Closed)))
}

/// The closing and the first signatory in the last lines of a text, from its end to its last paragraph.
fn last_lines(body: &[Block], closing: Option<&str>, roll: &Roll) -> (Option<String>, Option<Part>) {
    // Other lines between the names, such as places and societies, are no paragraphs if a closing is above them.
    let (mut certain, mut likely, mut others) = (None, None, 0);
    for (at, block) in body.iter().enumerate().rev().filter(|(_, block)| !is_passed(block)) {
        let texts = texts(block, at);
        let begins = |(_, text): &&Part| closing.is_some_and(|closing| begins_with(text, closing));
        if let Some((path, _)) = texts.iter().find(begins) {
            return (Some(path.clone()), likely);
        }
        let Some(first) = texts.first().cloned() else { break };
        if first.1.chars().count() <= CLOSING && is_closing(&first.1) {
            return (None, likely);
        }
        // The name below a quotation is of whoever said that.
        let is_source = at > 0 && matches!(body[at - 1], Block::Quote { .. });
        let is_signed = |text: &str| {
            text.chars().count() <= LINE && (roll.names(text) || text.lines().all(|line| roll.signs(line, Foot::Open)))
        };
        if texts.iter().all(|(_, text)| is_signed(text)) && !is_source {
            if others == 0 {
                certain = Some(first.clone());
            }
            likely = Some(first);
        } else if others < OTHERS && texts.iter().all(|(_, text)| is_short(text)) {
            others += 1;
            // Within these lines, a name may stand beside a word that is no description of the table's.
            let signed = texts.into_iter().find(|(_, text)| text.lines().any(|line| roll.signs(line, Foot::Closed)));
            likely = signed.or(likely);
        } else {
            break;
        }
    }
    (None, certain)
}

/// Whether a line is too short for a paragraph, and no sentence.
fn is_short(text: &str) -> bool {
    text.chars().count() <= SHORT && !ends_sentence(text)
}

fn note(path: String, what: &str, shown: &str, member: &str) -> Note {
    let message = format!(
        "repeats {what} “{}”, which is shown anyway: leave it out here, it is at the top of the file as {member}",
        beginning(shown)
    );
    Note::warning(path, CODE, message)
}

/// Whether a text begins with the words of a line.
fn begins_with(text: &str, line: &str) -> bool {
    let (text, line) = (fold(text), fold(line));
    let rest = text.strip_prefix(line.as_str());
    // A single word begins many sentences.
    rest.is_some_and(|rest| !line.is_empty() && (rest.is_empty() || rest.starts_with(' ') && line.contains(' ')))
}

fn is_heading_of(block: &Block, title: &str) -> bool {
    matches!(block, Block::Heading { heading } if heading.plain() == title)
}

fn addressees(letter: &Letter) -> impl Iterator<Item = (&Addressee, Option<&String>)> {
    letter.addressees.iter().flat_map(|group| group.members.iter().map(|member| (member, group.heading.as_ref())))
}

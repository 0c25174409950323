//! Finds front matter or signatories that the letter's text repeats, so that readers see them twice.

use super::note::{Note, beginning};
use super::passages::parts;
use crate::language::Language;
use crate::model::{Addressee, Block, Date, Letter, List, Signatory};
use crate::roll::fold;

const CODE: &str = "twice";

/// The maximum length of a line in a letter's head or foot, in characters.
const LINE: usize = 160;

/// The maximum number of blocks in a text's head.
const HEAD: usize = 12;

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
        if let Some(date) = letter.date.filter(|date| is_date(&text, *date, letter)) {
            notes.push(note(path, "the date", &date.to_iso(), "date"));
        } else if let Some(addressee) =
            addressees(letter).find(|(member, heading)| is_addressee(&text, member, *heading))
        {
            notes.push(note(path, "the addressee", &addressee.0.name, "addressees"));
        } else if fold(&text) == fold(&letter.title) && !is_heading_of(block, &letter.title) {
            notes.push(note(path, "the title", &letter.title, "title"));
        }
    }
    notes
}

/// The closing and the signatories, after the last paragraph.
fn foot(letter: &Letter, signatories: &[Signatory]) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    let mut signed = None;
    // The text ends where the names are.
    let is_place = |block: &Block| matches!(block, Block::Signatories { .. });
    let end = letter.body.iter().position(is_place).unwrap_or(letter.body.len());
    for (at, block) in letter.body[..end].iter().enumerate().rev() {
        let parts = parts(block, at);
        let texts: Vec<(String, String)> = parts.into_iter().map(|(path, spans)| (path, spans.plain())).collect();
        if let Some((path, _)) =
            texts.iter().find(|(_, text)| letter.closing.as_ref().is_some_and(|closing| begins_with(text, closing)))
        {
            notes.extend(letter.closing.as_ref().map(|closing| note(path.clone(), "the closing", closing, "closing")));
            break;
        }
        let named = |text: &str| text.chars().count() <= LINE && names(text, signatories);
        if matches!(block, Block::Heading { .. } | Block::Rule { .. } | Block::List(List { footnotes: true, .. })) {
            continue;
        }
        if texts.is_empty() || !texts.iter().all(|(_, text)| named(text)) {
            break;
        }
        signed = texts.into_iter().next();
    }
    notes.extend(signed.map(|(path, text)| {
        let message = format!(
            "repeats the signatory “{}”, who is shown below the letter anyway: leave out here those who are in signatories.csv",
            beginning(&text)
        );
        Note::warning(path, CODE, message)
    }));
    notes
}

fn note(path: String, what: &str, shown: &str, member: &str) -> Note {
    let message = format!(
        "repeats {what} “{}”, which is shown anyway: leave it out here, it stands at the top of the file as {member}",
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

/// Whether a line is the date, in words or numbers, possibly after a place.
fn is_date(text: &str, date: Date, letter: &Letter) -> bool {
    const MOST: usize = 5;
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let written = fold(&Language::new(&letter.lang).date(date));
    let written: Vec<&str> = written.split(' ').collect();
    let has = |wanted: &str| words.iter().any(|word| *word == wanted || word.trim_start_matches('0') == wanted);
    let numbers = [date.year.to_string(), date.month.to_string(), date.day.to_string()];
    // The month may have another grammatical case than in a date alone.
    let month =
        written.iter().filter(|word| word.contains(char::is_alphabetic)).max_by_key(|word| word.chars().count());
    let stem = month.map(|month| month.chars().take(4).collect::<String>()).filter(|stem| stem.chars().count() > 2);
    let has_month = stem.is_some_and(|stem| words.iter().any(|word| word.starts_with(&stem)));
    let in_numbers = numbers.iter().all(|number| has(number)) && words.len() <= MOST;
    let in_words = has_month && has(&numbers[0]) && has(&numbers[2]) && words.len() <= written.len() + 2;
    // Japanese and Korean write the year, the month and the day with their units.
    let is_whole = written.iter().all(|word| has(word)) && words.len() <= written.len() + 1;
    in_words || in_numbers || is_whole
}

fn addressees(letter: &Letter) -> impl Iterator<Item = (&Addressee, Option<&String>)> {
    letter.addressees.iter().flat_map(|group| group.members.iter().map(|member| (member, group.heading.as_ref())))
}

/// Words that can precede an addressee.
const FORMS: &str = "to the attention of for an a à au aux la le l de del der die das herrn herr frau mr mrs ms dr prof sir \
                     madam m mme monsieur madame sr sra señor señora signor signora kime \
                     ter attentie van t a v aan de het mevrouw meneer dhr mw do pan pani szanowny szanowna \
                     προς τον την το κύριο κυρία به جناب آقای سرکار خانم 様 殿 御中 귀하 귀중 님 께";

/// Whether a line is an addressee, possibly with the description.
fn is_addressee(text: &str, member: &Addressee, heading: Option<&String>) -> bool {
    let (text, name) = (fold(text), fold(&member.name));
    let Some(at) = text.find(&name).filter(|_| !name.is_empty()) else { return false };
    let description = [member.office.as_ref(), member.organisation.as_ref(), heading];
    let description: String =
        description.into_iter().flatten().map(|text| fold(text) + " ").collect::<String>() + &fold(FORMS);
    let rest = [&text[..at], &text[at + name.len()..]].concat();
    rest.split_whitespace().all(|word| description.split(' ').any(|other| other == word))
}

/// Whether a line has only names of signatories, possibly with their descriptions.
fn names(text: &str, signatories: &[Signatory]) -> bool {
    let text = fold(text);
    let mut rest = text.as_str();
    let mut any = false;
    while !rest.is_empty() {
        let named = signatories.iter().find_map(|signatory| {
            let name = fold(&signatory.name);
            let after = rest.strip_prefix(name.as_str()).filter(|_| !name.is_empty())?;
            let description = [&signatory.role, &signatory.organisation, &signatory.note];
            let description: String = description.into_iter().flatten().map(|text| fold(text) + " ").collect();
            (after.is_empty() || after.starts_with(' ')).then(|| skip_words(after, &description))
        });
        let Some(after) = named else { return false };
        (rest, any) = (after, true);
    }
    any
}

/// The text after the words that are in the description.
fn skip_words<'t>(text: &'t str, description: &str) -> &'t str {
    let mut rest = text.trim_start();
    loop {
        let word = rest.split(' ').next().unwrap_or_default();
        if word.is_empty() || !description.split(' ').any(|other| other == word) {
            return rest;
        }
        rest = rest[word.len()..].trim_start();
    }
}

//! Compares a translation with the letter: missing texts, repeated texts, untranslated texts.

use super::blocks::{self, Step};
use super::note::{Note, beginning};
use super::passages::parts;
use crate::model::{Block, Letter};
use crate::source::formulas;
use crate::source::text::Text;

const CODE: &str = "translation";

/// Compares a translation with the letter, its original.
#[must_use]
pub fn check(translation: &Text, original: &Text) -> Vec<Note> {
    let pair = Pair { translation, original };
    let mut notes = pair.fields();
    notes.extend(pair.updates());
    notes.extend(pair.addressees());
    notes.extend(pair.date());
    notes.extend(pair.body());
    notes
}

struct Pair<'t> {
    translation: &'t Text,
    original: &'t Text,
}

impl Pair<'_> {
    fn letters(&self) -> (&Letter, &Letter) {
        (&self.translation.letter, &self.original.letter)
    }

    /// The place of a part of the original, in words.
    fn there(&self, path: &str) -> String {
        let written = &self.original.written;
        format!("line {} of {}", written.lines.line_of(path), written.name())
    }

    /// The texts that both should have.
    fn fields(&self) -> Vec<Note> {
        let (own, original) = self.letters();
        let label = |letter: &Letter| letter.sign.as_ref().and_then(|sign| sign.label.clone());
        let next = |letter: &Letter| letter.sign.as_ref().and_then(|sign| sign.next.clone());
        let fields = [
            ("title", Some(own.title.clone()), Some(original.title.clone())),
            ("summary", own.summary.clone(), original.summary.clone()),
            ("salutation", own.salutation.clone(), original.salutation.clone()),
            ("closing", own.closing.clone(), original.closing.clone()),
            ("sign.label", label(own), label(original)),
            ("sign.next", next(own), next(original)),
        ];
        let mut notes = Vec::new();
        for (path, own, original) in fields {
            let Some(original) = original else { continue };
            match own {
                None if path == "sign.label" => {
                    let there = self.there(path);
                    let message =
                        format!("is missing, so readers see the usual words: translate that in {there}, if it matters");
                    notes.push(Note::hint(path, CODE, message));
                }
                None => notes.push(self.missing(path, path)),
                Some(own) => notes.extend(self.untranslated(path, path, &own, &original)),
            }
        }
        notes
    }

    fn missing(&self, path: &str, there: &str) -> Note {
        Note::warning(path, CODE, format!("is missing: translate the text in {}", self.there(there)))
    }

    /// Reports a text that equals the original word for word, except for names and the like.
    fn untranslated(&self, path: &str, there: &str, own: &str, original: &str) -> Option<Note> {
        let (translation, letter) = self.letters();
        let left =
            own.trim() == original.trim() && is_sentence(own) && translation.lang.language() != letter.lang.language();
        left.then(|| {
            let message = format!("has “{}” as in {}: translate it", beginning(own), self.there(there));
            Note::warning(path, CODE, message)
        })
    }

    fn updates(&self) -> Vec<Note> {
        let (own, original) = self.letters();
        let updates = original.updates.iter().enumerate();
        let of = |(at, original): (usize, &crate::model::Update)| {
            let path = format!("updates[{at}]");
            match own.updates.get(at) {
                None => Some(self.missing(&path, &path)),
                Some(own) => self.untranslated(&format!("{path}.text"), &path, &own.text, &original.text),
            }
        };
        updates.filter_map(of).collect()
    }

    fn addressees(&self) -> Vec<Note> {
        let (own, original) = self.letters();
        let count = |letter: &Letter| letter.addressees.iter().map(|group| group.members.len()).sum::<usize>();
        if self.translation.written.owns("addressees") {
            let (own, original) = (count(own), count(original));
            let message = format!("are {own}, and {original} in {}: translate them all", self.there("addressees"));
            return if own == original { vec![] } else { vec![Note::warning("addressees", CODE, message)] };
        }
        let translatable = original.addressees.iter().any(|group| {
            let mut members = group.members.iter();
            group.heading.is_some() || members.any(|member| member.office.is_some() || member.organisation.is_some())
        });
        let there = self.there("addressees");
        let message = format!("are taken from {there}, headings and offices in its language: translate them here");
        if translatable && own.lang.language() != original.lang.language() {
            vec![Note::hint("addressees", CODE, message)]
        } else {
            vec![]
        }
    }

    fn date(&self) -> Option<Note> {
        let (own, original) = self.letters();
        let differs = own.date.is_some() && original.date.is_some() && own.date != original.date;
        let message = || format!("differs from {}: leave it out here, if the date is the same", self.there("date"));
        differs.then(|| Note::hint("date", CODE, message()))
    }

    fn body(&self) -> Vec<Note> {
        let (own, original) = self.letters();
        let mut notes = Vec::new();
        for step in blocks::align(&original.body, &own.body) {
            match step {
                Step::Pair(there, here) => notes.extend(self.pair(here, there)),
                Step::Missing(at, _) if original.body.get(at).is_some_and(is_formula) => {}
                Step::Added(at) if own.body.get(at).is_some_and(is_formula) => {}
                Step::Joined(first, _) if original.body.get(first + 1).is_some_and(is_formula) => {}
                Step::Parted(_, at) if own.body.get(at + 1).is_some_and(is_formula) => {}
                step => notes.push(self.step(&step)),
            }
        }
        notes
    }

    /// Compares two matched blocks.
    fn pair(&self, here: usize, there: usize) -> Option<Note> {
        let (own, original) = self.letters();
        let (block, other) = (own.body.get(here)?, original.body.get(there)?);
        let (path, other_path) = (format!("body[{here}]"), format!("body[{there}]"));
        let line = self.there(&other_path);
        if blocks::kind(block) != blocks::kind(other) {
            let (kind, other) = (blocks::kind(block), blocks::kind(other));
            let message = format!("has {kind} for {other}, in {line}: make it {other} too");
            return Some(Note::warning(path, CODE, message));
        }
        let (parts, others) = (parts(block, here).len(), parts(other, there).len());
        if parts != others {
            let what = if matches!(block, Block::Quote { .. }) { "paragraphs" } else { "items" };
            let kind = blocks::kind(block);
            let message = format!("has {kind} of {parts} {what}, and {line} one of {others}: translate each");
            return Some(Note::warning(path, CODE, message));
        }
        self.untranslated(&path, &other_path, &blocks::text(block), &blocks::text(other))
    }

    /// Reports blocks that don't match one to one.
    fn step(&self, step: &Step) -> Note {
        let (own, original) = self.letters();
        let kind = |letter: &Letter, at: usize| letter.body.get(at).map_or("a block", blocks::kind);
        let path = |at: usize| format!("body[{at}]");
        let here = |at: usize| self.translation.written.lines.line_of(&path(at));
        let there = |at: usize| self.there(&path(at));
        let (at, message) = match *step {
            Step::Missing(at, before) => {
                let what = kind(original, at);
                (before, format!("has nothing for {what}, in {}: translate it", there(at)))
            }
            Step::Added(at) => {
                let what = kind(own, at);
                let name = self.original.written.name();
                (at, format!("has {what} that is not in {name}: leave it out, or write it there too"))
            }
            Step::Joined(first, at) => {
                let next = self.original.written.lines.line_of(&path(first + 1));
                let line = there(first);
                (at, format!("is one paragraph, and the original has two, in {line} and line {next}: split it too"))
            }
            Step::Parted(first, at) => {
                let (line, next) = (there(first), here(at + 1));
                (at, format!("is two paragraphs with line {next}, and the original has one, in {line}: join them"))
            }
            Step::Pair(_, at) => (at, String::new()),
        };
        let last = own.body.len().saturating_sub(1);
        Note::warning(path(at.min(last)), CODE, message)
    }
}

/// Whether a block only leads to the names, as *Signed,* does: not every language has such a word.
fn is_formula(block: &Block) -> bool {
    let words = blocks::text(block);
    formulas::is_signed(&words) || words.split_whitespace().count() < 5 && formulas::is_closing(&words)
}

/// Whether a text is a sentence and not a list of names: some of its words begin without a capital.
fn is_sentence(text: &str) -> bool {
    let is_plain = |word: &&str| word.starts_with(char::is_alphabetic) && !word.starts_with(char::is_uppercase);
    text.split_whitespace().filter(is_plain).count() >= 3
}

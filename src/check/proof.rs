//! Checks one text as an editor reads it, without its translations.

use super::markup::{self, Form};
use super::note::Note;
use super::passages::passages;
use super::{brackets, dates, encoding, language, links, meant, offices, previews, quotations, script, signing};
use crate::model::{Date, Letter};
use crate::source::origin::Written;

/// All notes about a text, as far as it was written in its own file.
#[must_use]
pub fn read(letter: &Letter, written: &Written, form: Form, today: Date) -> Vec<Note> {
    let mut passages = passages(letter);
    if form == Form::Markdown {
        meant::blank_out(&mut passages, &written.path);
    }
    let mut notes = quotations::check(&passages, &letter.lang);
    notes.extend(brackets::check(&passages));
    notes.extend(markup::check(&passages, form));
    notes.extend(encoding::check(&passages));
    notes.extend(links::check(letter, form));
    notes.extend(dates::check(letter, today));
    notes.extend(offices::check(letter));
    notes.extend(language::check(&letter.lang));
    notes.extend(script::check(letter, written));
    notes.extend(previews::check(letter));
    notes.extend(signing::check(letter));
    notes.retain(|note| written.owns(&note.path));
    notes
}

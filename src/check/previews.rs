//! Checks what search results, previews and feeds show of a letter.

use super::note::Note;
use crate::model::Letter;

const CODE: &str = "preview";

/// The maximum length of a title, in characters: search results and previews cut longer ones (Google's documentation of
/// article headlines gave 110).
const TITLE: usize = 110;

/// The maximum length of a summary, in characters: previews show about 200, and readers of a page accept three times
/// that.
const SUMMARY: usize = 600;

/// Finds missing texts.
#[must_use]
pub fn missing(letter: &Letter) -> Vec<Note> {
    let summary = "is missing: say in a sentence or two what the letter asks for, which is shown where it is shared";
    let date = "is missing: write the day of the letter, such as 2023-09-07";
    let members = [("summary", letter.summary.is_none(), summary), ("date", letter.date.is_none(), date)];
    let missing = members.into_iter().filter(|(_, missing, _)| *missing);
    missing.map(|(path, _, message)| Note::hint(path, CODE, message)).collect()
}

/// Finds texts that are too long.
#[must_use]
pub fn check(letter: &Letter) -> Vec<Note> {
    let mut notes = Vec::new();
    let length = letter.title.chars().count();
    if length > TITLE {
        let message =
            format!("is {length} characters long, of which previews show {TITLE} at most: say it in fewer words");
        notes.push(Note::hint("title", CODE, message));
    }
    let length = letter.summary.as_ref().map_or(0, |summary| summary.chars().count());
    if length > SUMMARY {
        let message = format!("is {length} characters long, of which previews show some 200: say it in fewer words");
        notes.push(Note::hint("summary", CODE, message));
    }
    notes
}

//! The outbox of the demonstration: mails that were written into a folder, and left the machine nowhere.
//!
//! Only for whoever runs the collector on their own machine: the mails have codes and links in them. In English, like
//! the commands.

use super::frame::page;
use crate::collect::post::about::Speech;
use crate::files::regular;
use crate::model::LanguageTag;
use anyhow::{Context, Result};
use mailparse::{MailHeaderMap, ParsedMail};
use maud::{Markup, html};
use std::fs;
use std::path::Path;

/// The most mails that are listed.
const MOST: usize = 200;

/// A mail in the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its file.
    pub file: String,
    /// Its receiver.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text part.
    pub text: String,
}

/// The newest mails of the folder, by their names, the newest first.
///
/// # Errors
/// If the folder can't be read. A folder that is missing is empty.
pub fn read(folder: &Path) -> Result<Vec<Letter>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).with_context(|| format!("can't read {}", folder.display()))?;
    let mut files: Vec<String> = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    files.retain(|file| is_mail(file));
    files.sort_unstable_by(|one, other| other.cmp(one));
    files.truncate(MOST);
    Ok(files.iter().filter_map(|file| one(folder, file)).collect())
}

/// One mail; `None` if there is none by that name.
#[must_use]
pub fn one(folder: &Path, file: &str) -> Option<Letter> {
    if !is_mail(file) {
        return None;
    }
    let bytes = regular::read(&folder.join(file), regular::TEXT).ok()?;
    let mail = mailparse::parse_mail(&bytes).ok()?;
    let header = |name: &str| mail.headers.get_first_value(name).unwrap_or_default();
    Some(Letter { file: file.to_string(), to: header("To"), subject: header("Subject"), text: text(&mail)? })
}

fn text(mail: &ParsedMail) -> Option<String> {
    mail.parts().find(|part| part.ctype.mimetype == "text/plain")?.get_body().ok()
}

/// Whether it is the name of a mail in this folder, and leads nowhere else.
fn is_mail(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|end| end == "eml") && !file.starts_with('.') && !file.contains(['/', '\\'])
}

/// The list. Each mail's page is at `outbox/{file}`, relative to the list's own address `…/outbox`.
#[must_use]
pub fn list(letters: &[Letter]) -> Markup {
    let body = html! {
        p { "Mails that the collector has written. Nothing has left this machine." }
        @if letters.is_empty() { p { "There are none yet: sign the invented letter, then load this page again." } }
        ul.mails {
            @for letter in letters {
                li { a href={ "outbox/" (letter.file) } { bdi { (letter.subject) } } " " span { (letter.to) } }
            }
        }
    };
    page(&english(), "Outbox", None, &body)
}

/// One mail: its text part.
#[must_use]
pub fn letter(letter: &Letter) -> Markup {
    let body = html! {
        p { "To: " (letter.to) }
        pre dir="auto" { @for word in letter.text.split_inclusive(char::is_whitespace) { (linked(word)) } }
        p { a.way href="../outbox" { "All mails" } }
    };
    page(&english(), &letter.subject, None, &body)
}

/// A word of the text, as a link if it is an address of the web.
fn linked(word: &str) -> Markup {
    let address = word.trim_end();
    let rest = &word[address.len()..];
    html! {
        @if address.starts_with("http://") || address.starts_with("https://") { a href=(address) { (address) } (rest) }
        @else { (word) }
    }
}

fn english() -> Speech {
    Speech::of(&LanguageTag::parse("en").unwrap_or_else(|| unreachable!("it is a tag")))
}

//! Finds links that lead nowhere, or elsewhere than they seem to.

mod address;

use super::markup::Form;
use super::note::Note;
use super::passages::parts;
use crate::model::{CountSource, Letter, Link, Span, Spans};
use crate::source::finding::Weight;
use address::{Fault, fault, host};

const CODE: &str = "link";

/// The code of an address that may be right at the place where its file will be.
const RELATIVE: &str = "relative";

/// The use of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A reader follows it.
    Followed,
    /// The page loads it, which requires https.
    Loaded,
}

/// Checks the links of a letter. Files that a `letter.json` from elsewhere refers to may exist beside it.
#[must_use]
pub fn check(letter: &Letter, form: Form) -> Vec<Note> {
    let mut notes = of_letter(letter);
    notes.retain(|note| form == Form::Markdown || note.code != RELATIVE);
    notes
}

fn of_letter(letter: &Letter) -> Vec<Note> {
    let mut notes = Vec::new();
    for (path, link, made) in members(letter) {
        notes.extend(note(path, link, made));
    }
    for (at, block) in letter.body.iter().enumerate() {
        for (path, spans) in parts(block, at) {
            of_spans(spans, &path, &mut notes);
        }
    }
    notes
}

/// The fault in an address of a table. Tables have many, so http and relative addresses are not reported.
#[must_use]
pub fn of_table(address: &str) -> Option<String> {
    fault(address, Use::Followed).filter(|fault| fault.weight == Weight::Warning).map(|fault| fault.message)
}

/// Whether a word of a name is an address. Organisations may have the name of their domain.
#[must_use]
pub fn is_address(word: &str, is_person: bool) -> bool {
    const DOMAINS: [&str; 9] = [".com", ".org", ".net", ".info", ".eu", ".io", ".edu", ".gov", ".int"];
    if !word.contains(['.', ':']) {
        return false;
    }
    let word = word.to_lowercase();
    let is_domain = || DOMAINS.iter().any(|end| word.strip_suffix(end).is_some_and(|name| name.len() > 2));
    word.starts_with("www.") || word.contains("://") || is_person && is_domain()
}

/// The links outside the text, each with its path.
fn members(letter: &Letter) -> Vec<(String, &Link, Use)> {
    let followed = [
        ("url", &letter.url),
        ("withdraw", &letter.withdraw),
        ("contact", &letter.contact),
        ("privacy", &letter.privacy),
    ];
    let mut members: Vec<(String, &Link, Use)> = Vec::new();
    let mut add = |path: String, link, made| members.extend(Option::map(link, |link| (path, link, made)));
    add("image".into(), letter.image.as_ref(), Use::Loaded);
    add("sign.url".into(), letter.sign.as_ref().map(|sign| &sign.url), Use::Followed);
    for (key, link) in followed {
        add(key.into(), link.as_ref(), Use::Followed);
    }
    for (at, update) in letter.updates.iter().enumerate() {
        add(format!("updates[{at}].url"), update.url.as_ref(), Use::Followed);
    }
    match &letter.signatures.src {
        // Publishing writes this count beside the letter.
        Some(CountSource::Document(link)) if link.as_str() != "count.json" => {
            add("signatures.src".into(), Some(link), Use::Loaded);
        }
        Some(CountSource::Foreign { url, .. }) => add("signatures.src.url".into(), Some(url), Use::Loaded),
        _ => {}
    }
    add("signatures.stream".into(), letter.signatures.stream.as_ref(), Use::Loaded);
    members
}

/// The links of a text, which is a single span or a list of spans.
fn of_spans(spans: &Spans, path: &str, notes: &mut Vec<Note>) {
    for (at, span) in spans.0.iter().enumerate() {
        let path = if spans.0.len() == 1 { path.to_string() } else { format!("{path}[{at}]") };
        match span {
            Span::Text(_) | Span::Footnote { .. } => {}
            Span::Strong { strong } => of_spans(strong, &format!("{path}.strong"), notes),
            Span::Em { em } => of_spans(em, &format!("{path}.em"), notes),
            Span::Link { link, text } => {
                notes.extend(note(format!("{path}.link"), link, Use::Followed));
                notes.extend(of_words(format!("{path}.text"), &text.plain(), link));
                of_spans(text, &format!("{path}.text"), notes);
            }
        }
    }
}

fn note(path: String, link: &Link, made: Use) -> Option<Note> {
    let Fault { code, weight, message } = fault(link.as_str(), made)?;
    // A paragraph may have several.
    let message =
        if path.starts_with("body") { format!("has the link {}, which {message}", link.as_str()) } else { message };
    Some(Note { path, code, weight, message })
}

/// The fault in the words of a link.
fn of_words(path: String, words: &str, link: &Link) -> Option<Note> {
    let address = link.as_str();
    if words.trim().is_empty() {
        let message = format!("has the link {address} without words: write what readers follow");
        return Some(Note::warning(path, CODE, message));
    }
    let shown = host(words.trim())?;
    let real = host(address)?;
    let same = |a: &str, b: &str| a.trim_start_matches("www.") == b.trim_start_matches("www.");
    (!same(&shown, &real)).then(|| {
        let message = format!("shows the address of {shown} and leads to {real}: write where it leads");
        Note::warning(path, CODE, message)
    })
}

//! One text of a letter as its file has it: checked front matter with short forms expanded, and the body as blocks.

use super::finding::Findings;
use super::located::{Lines, Located, Value};
use super::origin::{Written, is_within};
use super::{form, front_matter, keys, markdown, pasted};
use crate::files::regular;
use crate::model::{Json, LanguageTag};
use memchr::memchr_iter;
use std::path::Path;

/// The file of the original letter. Translations have their language between the two words.
pub const LETTER_FILE: &str = "letter.md";

/// Members that a translation inherits from `letter.md` if it has none. Of `sign`, it inherits `url` and `form`.
const INHERITED: [&str; 9] =
    ["date", "url", "status", "image", "addressees", "signatures", "withdraw", "contact", "privacy"];

/// Members that are the same in all languages.
const SHARED: [&str; 2] = ["id", "signatures"];

/// A text, before the model has read it.
#[derive(Debug)]
pub struct Draft {
    /// The language in the file's name; `None` for `letter.md`.
    pub named: Option<LanguageTag>,
    /// The letter as an object. `None`: the front matter can't be read.
    pub letter: Option<Located>,
    /// The findings so far.
    pub findings: Findings,
    /// Paths that come from `letter.md`, which reports their problems, or from publishing.
    taken_over: Vec<&'static str>,
}

impl Draft {
    /// Reads the file of that name in the folder.
    #[must_use]
    pub fn read(folder: &Path, named: Option<LanguageTag>) -> Draft {
        let path = match &named {
            Some(tag) => folder.join(format!("letter.{}.md", tag.as_str())),
            None => folder.join(LETTER_FILE),
        };
        let mut findings = Findings::of(&path);
        let letter = read_text(&path, &mut findings).and_then(|text| parse(&text, &mut findings));
        let mut draft = Draft { named, letter, findings, taken_over: vec!["translations"] };
        draft.check_language();
        draft
    }

    /// The name of the file that is published.
    #[must_use]
    pub fn published_name(&self) -> String {
        self.named.as_ref().map_or("letter.json".to_string(), |tag| format!("letter.{}.json", tag.as_str()))
    }

    /// A text of the front matter.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.letter.as_ref()?.get(key)?.as_text()
    }

    /// Inherits what is the same in all languages.
    pub fn inherit(&mut self, original: &Located) {
        let Some(letter) = &mut self.letter else { return };
        for key in SHARED {
            if let Some(value) = letter.get(key) {
                let message = format!("{key} is the same in all languages: leave it out here, it is in {LETTER_FILE}");
                self.findings.error(value.line, message);
                letter.remove(key);
            }
        }
        for key in INHERITED {
            if let (None, Some(value)) = (letter.get(key), original.get(key)) {
                letter.set(key, value.clone());
                self.taken_over.push(key);
            }
        }
        if let Some(original) = original.get("sign") {
            let mut sign = letter.get("sign").cloned().unwrap_or(Located { line: 1, value: Value::Object(Vec::new()) });
            if let (None, Some(url)) = (sign.get("url"), original.get("url")) {
                sign.set("url", url.clone());
                self.taken_over.push("sign.url");
            }
            if let Some(original) = original.get("form") {
                self.taken_over.extend(inherit_form(&mut sign, original));
            }
            if !sign.members().is_empty() {
                letter.set("sign", sign);
            }
        }
    }

    /// Notes that the value at that path comes from publishing.
    pub fn takes_over(&mut self, path: &'static str) {
        self.taken_over.push(path);
    }

    /// Whether the value at that path was written in this file.
    #[must_use]
    pub fn owns(&self, path: &str) -> bool {
        !is_within(path, &self.taken_over)
    }

    /// The origin of the letter: this file, with the given lines of its parts.
    #[must_use]
    pub fn written(&self, lines: Lines, faultless: bool) -> Written {
        let (path, taken_over) = (self.findings.file.clone(), self.taken_over.clone());
        Written { path, lines, taken_over, faultless }
    }

    /// The file's name gives a translation's language; its front matter may repeat it, but not contradict it.
    fn check_language(&mut self) {
        let (Some(named), Some(letter)) = (&self.named, &mut self.letter) else { return };
        let fits = |lang: &Located| lang.as_text().is_none_or(|tag| tag.eq_ignore_ascii_case(named.as_str()));
        if let Some(lang) = letter.get("lang").filter(|lang| !fits(lang)) {
            let message = format!("lang is not {}, as the file is named: change one of the two", named.as_str());
            self.findings.error(lang.line, message);
        }
        letter.set("lang", Located::text(1, named.as_str()));
    }
}

/// Inherits the form, or what it has beside that. Returns the paths.
fn inherit_form(sign: &mut Located, original: &Located) -> Vec<&'static str> {
    let Some(form) = sign.get_mut("form") else {
        sign.set("form", original.clone());
        return vec!["sign.form"];
    };
    // A receiver of its own has a form of its own.
    if form.get("to").is_some() || form.get("action").is_some() {
        return Vec::new();
    }
    let mut taken_over = Vec::new();
    for (key, path) in form::INHERITED {
        if let (None, Some(value)) = (form.get(key), original.get(key)) {
            form.set(key, value.clone());
            taken_over.push(path);
        }
    }
    taken_over
}

fn parse(text: &str, findings: &mut Findings) -> Option<Located> {
    let parts = front_matter::split(text, findings)?;
    let mut letter = front_matter::read(parts.front_matter, findings)?;
    keys::normalise(&mut letter, findings);
    let title = letter.get("title").and_then(Located::as_text).unwrap_or_default().to_string();
    let body = markdown::blocks(parts.body, parts.body_line, &title, findings);
    pasted::report(parts.body, parts.body_line, findings);
    letter.set("body", body);
    letter.set("version", Located { line: 1, value: Value::Leaf(Json::Number(1.0)) });
    Some(letter)
}

/// How `.docx` and `.odt` begin: they are zip archives.
const ARCHIVE: &[u8] = b"PK\x03\x04";

const UNREADABLE: &str =
    "is not UTF-8, so its letters are not certain: in the editor, choose Save As and the encoding UTF-8";

/// The file as text. `None`, and a finding, if it is missing or not UTF-8.
pub fn read_text(path: &Path, findings: &mut Findings) -> Option<String> {
    match regular::read(path, regular::TEXT).map(String::from_utf8) {
        Ok(text) if text.as_ref().map_or_else(|error| error.as_bytes(), String::as_bytes).starts_with(ARCHIVE) => {
            let remedy = "begin a letter with it by open-letter new, a name for the folder, --from and this file";
            findings.error_of_file(format!("is a file of a word processor, and no text: {remedy}"));
            None
        }
        Ok(Ok(text)) => Some(text),
        Ok(Err(error)) => {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = 1 + memchr_iter(b'\n', valid).count();
            findings.error(line, UNREADABLE);
            None
        }
        Err(error) => {
            findings.error_of_file(format!("can't be read ({error}): write this file, or name another folder"));
            None
        }
    }
}

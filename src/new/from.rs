//! Begins a letter with a text that was written elsewhere, and says line by line what became of it.

use super::recognise::{self, Recognised, Signatory, Taken};
use super::text::document::Document;
use super::write::front_matter::{self, Lines};
use super::{STARTER, refuse, text, today, write, write_all};
use crate::model::LanguageTag;
use crate::source::COLUMNS;
use crate::source::cell;
use crate::source::draft::LETTER_FILE;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// A text that was written elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct Elsewhere<'f> {
    /// Its file.
    pub file: &'f Path,
    /// Its language, if it is given.
    pub lang: Option<&'f str>,
    /// The name of its encoding, if it needs one.
    pub encoding: Option<&'f str>,
}

/// What was begun.
#[derive(Debug)]
pub struct Begun {
    /// The files.
    pub written: Vec<PathBuf>,
    /// What became of the text: a word for the kind, and what it is.
    pub report: Vec<(&'static str, String)>,
}

/// Writes a folder with the text of a file.
///
/// # Errors
/// If the folder has a letter, the file can't be read, or a file can't be written.
pub fn from(folder: &Path, source: Elsewhere) -> Result<Begun> {
    refuse(folder)?;
    let lang = source.lang.map(|lang| match LanguageTag::parse(lang) {
        Some(tag) => Ok(tag),
        None => bail!("“{lang}” is not a language: give --lang a tag such as en, fr or pt-BR"),
    });
    let lang = lang.transpose()?;
    let mut document = text::read(source.file, source.encoding)?;
    let found = recognise::recognise(&mut document, lang.as_ref());
    let mut lines = front_matter::fill(STARTER[0].1, &today()?, &found);
    let body = write::write(&document.blocks, &document.notes);
    lines.0.push(String::new());
    let letter = lines.0.join("\n") + "\n" + &body.text;
    let report = report(&document, &found, &lines, &body.plain);
    let written = write_all(folder, &[(LETTER_FILE, letter), ("signatories.csv", table(&found))])?;
    Ok(Begun { written, report })
}

/// The table of signatories.
fn table(found: &Recognised) -> String {
    let mut table = COLUMNS.join(",") + "\n";
    for signatory in &found.signatories {
        let of = |column: &str| match column {
            "name" => cell::written(&signatory.name),
            "role" => cell::written(&signatory.role),
            "group" => cell::written(signatory.group.as_deref().unwrap_or_default()),
            _ => String::new(),
        };
        table.extend([COLUMNS.map(of).join(","), "\n".to_string()]);
    }
    table
}

/// How many groups they are in, for the report.
fn in_groups(signatories: &[Signatory]) -> String {
    let mut groups: Vec<&String> = signatories.iter().filter_map(|signatory| signatory.group.as_ref()).collect();
    groups.dedup();
    match groups.as_slice() {
        [] => String::new(),
        [one] => format!(", in the group “{one}”"),
        more => format!(", in {} groups", more.len()),
    }
}

fn report(document: &Document, found: &Recognised, lines: &Lines, plain: &[String]) -> Vec<(&'static str, String)> {
    let mut report = Vec::new();
    let mut say = |key: &str, what: &str, taken: Option<Taken<String>>| {
        match taken {
        Some(Taken::Plain(value)) => {
            report.push(("took", format!("“{value}” as the {what}: line {} of {LETTER_FILE}", lines.of(key))));
        }
        Some(Taken::Suggested(value)) => report.push((
            "suggested",
            format!(
                "“{value}” as the {what}, still in the text too: if it is right, remove the # in line {} of {LETTER_FILE}, and \
                 the words from the text",
                lines.of(key)
            ),
        )),
        None => {}
    }
    };
    say("title", "title", found.title.clone());
    say("date", "date", found.date.clone());
    let named = |list: &recognise::Addressees| {
        list.members.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join("”, “")
    };
    say("addressees", "addressees", found.addressees.as_ref().map(|taken| taken.map(named)));
    say("salutation", "salutation", found.salutation.clone());
    say("closing", "closing", found.closing.clone());
    match found.signatories.as_slice() {
        [] => {}
        [one] => report.push(("took", format!("“{}” as the signatory: signatories.csv", one.name))),
        [first, .., last] => report.push((
            "took",
            format!(
                "{} names, “{}” to “{}”, as signatories{}: signatories.csv",
                found.signatories.len(),
                first.name,
                last.name,
                in_groups(&found.signatories)
            ),
        )),
    }
    let line = lines.of("lang");
    if found.lang_is_certain {
        report.push(("took", format!("{} as the language: line {line} of {LETTER_FILE}", found.lang)));
    } else {
        report.push((
            "look at",
            format!(
                "the language, {}, which the words of the text don't show: line {line} of {LETTER_FILE}",
                found.lang
            ),
        ));
    }
    if found.title.is_none() {
        report.push((
            "look at",
            format!("the title: the text has none, so write it in line {} of {LETTER_FILE}", lines.of("title")),
        ));
    }
    report.extend(found.left_out.iter().map(|what| ("left out", what.clone())));
    report.extend(document.losses.lines().into_iter().map(|what| ("left out", what)));
    report.extend(
        plain.iter().map(|words| ("left out", format!("bold or italic in “{words}”, where Markdown cannot have it"))),
    );
    report.extend(found.doubts.iter().map(|what| ("look at", what.clone())));
    report
}

//! A letter's folder, read and checked: `letter.md`, its translations, `signatories.csv`.

use super::collected::{self, COLLECTED};
use super::complete::complete;
use super::draft::{Draft, LETTER_FILE};
use super::duplicates;
use super::finding::{Finding, Findings, any_error};
use super::groups;
use super::lenient;
use super::letter_id::id;
use super::rows::{Row, Rows};
use super::signatories;
use super::stamp::{Stamp, Tables};
use super::text::Text;
use super::too_large;
use crate::files::regular;
use crate::model::{Json, Kinds, LanguageTag, Signatory};
use std::path::Path;

/// A letter as it is published, in all its languages.
#[derive(Debug)]
pub struct Source {
    /// The name of its folder in the site.
    pub id: String,
    /// `letter.md` first, then the translations by their language tags.
    pub texts: Vec<Text>,
    /// The number of signatures, including hidden ones.
    pub count: usize,
    /// The number of organisations and of persons among them.
    pub kinds: Kinds,
    /// The latest signatories who may be named, the newest first.
    pub latest: Vec<Signatory>,
    /// The roll, if it is longer than a letter holds; the letters then have its beginning.
    pub roll: Option<Rows>,
    /// The stamps of the tables that they come from.
    pub tables: Tables,
}

/// The path of the index of a roll, beside the letter.
pub const ROLL_INDEX: &str = "roll/index.json";

/// The folder of the pages of a roll, beside the letter.
pub const NAMES_FOLDER: &str = "signatories/";

/// The page with all names, among them.
pub const ALL_NAMES: &str = "all.html";

/// Up to this number of signatures, one page has all names: on paper, it is some hundred pages.
const ON_ONE_PAGE: usize = 20_000;

/// Whether one page has the names of that many signatures.
#[must_use]
pub fn has_one_page(count: usize) -> bool {
    count <= ON_ONE_PAGE
}

/// The page for readers who want all names, beside the letter.
fn names_page(count: usize) -> String {
    [NAMES_FOLDER, if has_one_page(count) { ALL_NAMES } else { "" }].concat()
}

impl Source {
    /// The latest signatories, the newest first, without the initiators.
    pub fn latest_joined(&self) -> impl Iterator<Item = &Signatory> {
        self.latest.iter().filter(|signatory| !signatory.initiator)
    }

    /// Reads a folder. The result has a source exactly if no finding is an error. `base_url` is the address of the
    /// site, with a slash at its end.
    #[must_use]
    pub fn read(folder: &Path, base_url: Option<&str>) -> (Option<Source>, Vec<Finding>) {
        let Tabled { mut rows, tables, findings: roll_findings, .. } = rows(folder);
        let count = rows.list.len();
        let (id, texts, mut findings) = texts(folder, base_url, count, rows.is_long());
        findings.extend(roll_findings);
        if any_error(&findings) {
            return (None, findings);
        }
        rows.groups.set_order(wanted_groups(&texts));
        let signed = Signed::of(rows);
        let source = Source::new(id, texts, count, signed, tables);
        findings.extend(too_large::letters(&source.texts, &folder.join("signatories.csv")));
        ((!any_error(&findings)).then_some(source), findings)
    }

    /// The source of a letter whose signatories are known.
    #[must_use]
    pub fn new(id: String, mut texts: Vec<Text>, count: usize, signed: Signed, tables: Tables) -> Source {
        let Signed { kinds, first, latest, groups, roll } = signed;
        let (organisations, persons) = kinds.published(count);
        for text in &mut texts {
            text.letter.signatories.clone_from(&first);
            text.letter.groups = groups::of_text(&groups, &text.letter.groups);
            if first.len() < count {
                text.letter.signatures.organisations = organisations;
                text.letter.signatures.persons = persons;
            }
        }
        Source { id, texts, count, kinds, latest, roll, tables }
    }
}

/// The summary of the rows.
#[derive(Debug)]
pub struct Signed {
    /// The number of organisations and of persons among all.
    pub kinds: Kinds,
    /// Those listed in the letter.
    pub first: Vec<Signatory>,
    /// The latest signatories who may be named, the newest first.
    pub latest: Vec<Signatory>,
    /// The groups of the roll, in its order.
    pub groups: Vec<String>,
    /// The rows, if they are more than a letter holds.
    pub roll: Option<Rows>,
}

impl Signed {
    fn of(rows: Rows) -> Signed {
        let signatories = |list: Vec<Row>| list.iter().filter_map(|row| rows.signatory(row)).collect();
        let (first, latest) = (signatories(rows.first()), signatories(rows.latest()));
        let groups = rows.named_groups();
        Signed { kinds: rows.kinds(), first, latest, groups, roll: rows.is_long().then_some(rows) }
    }
}

/// The groups that `letter.md` lists, in the order that it asks for.
#[must_use]
pub fn wanted_groups(texts: &[Text]) -> Vec<String> {
    texts.first().map_or(Vec::new(), |text| text.letter.groups.iter().map(|group| group.name.clone()).collect())
}

/// The letter's id and its texts, without signatories. If no finding is an error, all texts are present.
#[must_use]
pub fn texts(folder: &Path, base_url: Option<&str>, count: usize, long: bool) -> (String, Vec<Text>, Vec<Finding>) {
    let mut folder_findings = Findings::of(folder);
    let mut drafts = drafts(folder, &mut folder_findings);
    let id = id(folder, &mut drafts[0], &mut folder_findings);
    complete(&mut drafts, &id, count, base_url);
    let mut texts = Vec::new();
    for draft in &mut drafts {
        let Some(document) = &draft.letter else { continue };
        let (mut json, lines) = document.split();
        if let (true, Json::Object(members)) = (long, &mut json) {
            members.push(("roll".to_string(), Json::Text(ROLL_INDEX.to_string())));
            members.push(("names".to_string(), Json::Text(names_page(count))));
        }
        let (letter, problems) = lenient::read(&json);
        for problem in &problems {
            if draft.owns(&problem.path) {
                draft.findings.problem(lines.line_of(&problem.path), problem);
            }
        }
        let faultless = !problems.iter().any(|problem| draft.owns(&problem.path));
        let written = draft.written(lines, faultless);
        texts.extend(letter.map(|letter| Text { file: draft.published_name(), letter, written }));
    }
    let files = drafts.into_iter().map(|draft| draft.findings);
    let findings = std::iter::once(folder_findings).chain(files).flat_map(Findings::in_order).collect();
    (id, texts, findings)
}

/// `letter.md` and its translations in the same folder.
fn drafts(folder: &Path, findings: &mut Findings) -> Vec<Draft> {
    let mut tags: Vec<LanguageTag> = Vec::new();
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    for name in names {
        let Some(word) = name.strip_prefix("letter.").and_then(|rest| rest.strip_suffix(".md")) else { continue };
        match LanguageTag::parse(word) {
            Some(tag) if tags.iter().any(|other| other.as_str().eq_ignore_ascii_case(word)) => {
                findings.error_of_file(format!("has {} in two files: keep one of the two", tag.as_str()));
            }
            Some(tag) => tags.push(tag),
            None => findings.error_of_file(format!(
                "has {name}, which is not named by a language: rename it, such as letter.fr.md or letter.fr-CA.md"
            )),
        }
    }
    let mut drafts = vec![Draft::read(folder, None)];
    drafts.extend(tags.into_iter().map(|tag| Draft::read(folder, Some(tag))));
    let own = drafts[0].text("lang").unwrap_or_default().to_string();
    for draft in &mut drafts[1..] {
        if draft.text("lang").is_some_and(|lang| lang.eq_ignore_ascii_case(&own)) {
            let message = format!("is in {own}, the language of {LETTER_FILE}: leave one of the two out");
            draft.findings.error_of_file(message);
        }
    }
    drafts
}

/// What both tables of a letter have.
#[derive(Debug)]
pub struct Tabled {
    /// The rows of `signatories.csv`, then those of the collector, as far as they can be read.
    pub rows: Rows,
    /// How many of them are of `signatories.csv`.
    pub own: usize,
    /// The stamps of the tables.
    pub tables: Tables,
    /// What was found in both.
    pub findings: Vec<Finding>,
}

/// Reads both tables of a letter.
#[must_use]
pub fn rows(folder: &Path) -> Tabled {
    let mut findings = Findings::of(&folder.join("signatories.csv"));
    let (mut rows, own) = match regular::read(&findings.file, regular::TABLE) {
        Ok(bytes) => (signatories::read(&bytes, &mut findings), Stamp::of(&bytes)),
        Err(error) => {
            let remedy = "write this file, with the heading row alone while nobody has signed";
            findings.error_of_file(format!("can't be read ({error}): {remedy}"));
            (Rows::default(), Stamp::default())
        }
    };
    let count = rows.list.len();
    let mut found = Findings::of(&folder.join(COLLECTED));
    let collected = match collected::bytes(folder) {
        Ok(None) => None,
        Ok(Some(bytes)) => {
            let later = collected::read(&bytes, &mut found);
            duplicates::report_shared(&rows, &later, &mut found);
            rows.append(later);
            Some(Stamp::of(&bytes))
        }
        Err(error) => {
            let remedy = "write the file again with open-letter collect export";
            found.error_of_file(format!("can't be read ({error}): {remedy}"));
            None
        }
    };
    let findings = findings.in_order().into_iter().chain(found.in_order()).collect();
    Tabled { rows, own: count, tables: Tables { own, collected }, findings }
}

/// Whether a file of that name in a letter's folder is part of the letter.
#[must_use]
pub fn is_source(name: &str) -> bool {
    let is = |stem, end| {
        let middle = name.strip_prefix(stem).and_then(|rest: &str| rest.strip_suffix(end));
        middle.is_some_and(|middle: &str| middle.is_empty() || middle.starts_with('.'))
    };
    is("letter", ".md") || is("signatories", ".csv")
}

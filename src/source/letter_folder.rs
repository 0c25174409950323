//! A letter's folder, read and checked: `letter.md`, its translations, `signatories.csv`.

use super::collected::{self, COLLECTED};
use super::draft::{Draft, LETTER_FILE};
use super::duplicates;
use super::finding::{Finding, Findings, any_error};
use super::form;
use super::groups;
use super::lenient;
use super::located::{Located, Value};
use super::rows::{Row, Rows};
use super::signatories;
use super::text::Text;
use super::too_large;
use crate::files::regular;
use crate::model::{Json, Kinds, LanguageTag, Signatory};
use memchr::memchr_iter;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
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

/// The stamps of a letter's tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Tables {
    /// That of the coordinator's own table.
    pub own: Stamp,
    /// That of the collector's table, if there is one.
    pub collected: Option<Stamp>,
}

/// Identifies the content of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Stamp {
    /// Its length in bytes.
    pub length: usize,
    /// The number of its line breaks.
    pub lines: usize,
    hash: [u8; 32],
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

impl Stamp {
    /// The stamp of a table.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Stamp {
        /// The size of the pieces, which are hashed in parallel.
        const PIECE: usize = 1 << 20;
        let piece = |piece: &[u8]| (memchr_iter(b'\n', piece).count(), Sha256::digest(piece));
        let pieces: Vec<_> = bytes.par_chunks(PIECE).map(piece).collect();
        let hash = pieces.iter().fold(Sha256::new(), |hash, (_, piece)| hash.chain_update(piece));
        Stamp { length: bytes.len(), lines: pieces.iter().map(|(lines, _)| lines).sum(), hash: hash.finalize().into() }
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
            found.error_of_file(format!("can't be read ({error}): open-letter collect export writes it anew"));
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

/// Whether a text can be an id: the name of a folder on every system, and part of an address.
#[must_use]
pub fn is_id(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        && (1..=100).contains(&text.len())
        && !text.starts_with('-')
        && !is_device(text)
}

/// Whether Windows reserves the name for a device, so that no folder can have it.
fn is_device(name: &str) -> bool {
    let numbered = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    matches!(name, "con" | "prn" | "aux" | "nul")
        || numbered.is_some_and(|number| number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The id of a folder's letter, even if the letter has errors.
#[must_use]
pub fn id_of(folder: &Path) -> String {
    id(folder, &mut Draft::read(folder, None), &mut Findings::of(folder))
}

/// The id that front matter gives, else the folder's name.
fn id(folder: &Path, draft: &mut Draft, findings: &mut Findings) -> String {
    const REMEDY: &str = "use small letters a to z, digits and hyphens";
    if let Some(given) = draft.letter.as_ref().and_then(|letter| letter.get("id")) {
        let id = given.as_text().unwrap_or_default().to_string();
        if !is_id(&id) {
            draft.findings.error(given.line, format!("id is “{id}”, which can be no address: {REMEDY}"));
        }
        return id;
    }
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    let id = whole.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if !is_id(&id) {
        findings.error_of_file(format!(
            "can't give the letter its id: rename the folder and {REMEDY}, or write id: in {LETTER_FILE}"
        ));
    }
    id
}

/// Adds what publishing knows: the members that translations share, each text's siblings, addresses, the count.
fn complete(drafts: &mut [Draft], id: &str, count: usize, base_url: Option<&str>) {
    let (original, translations) = drafts.split_at_mut(1);
    if let Some(original) = &original[0].letter {
        for draft in translations {
            draft.inherit(original);
        }
    }
    let siblings: Vec<Located> = drafts
        .iter()
        .map(|draft| {
            let text = |key| Located::text(1, draft.text(key).unwrap_or_default());
            let src = Located::text(1, draft.published_name());
            Located::object(1, [("lang", text("lang")), ("title", text("title")), ("src", src)])
        })
        .collect();
    for draft in drafts {
        let Some(letter) = &mut draft.letter else { continue };
        // The line of the given id, or the line where one can be added.
        let line = letter.get("id").map_or(1, |given| given.line);
        letter.set("id", Located::text(line, id));
        if let (None, Some(base)) = (letter.get("url"), base_url) {
            let language = draft.named.as_ref().map_or(String::new(), |tag| format!("{}/", tag.as_str()));
            letter.set("url", Located::text(1, format!("{base}letters/{id}/{language}")));
        }
        if siblings.len() > 1 {
            letter.set("translations", Located::list(1, siblings.clone()));
        }
        complete_signatures(letter, count);
        complete_sign(draft, id);
    }
}

/// Adds what the form to sign needs to know of the letter. Findings are noted in the file that has the form.
fn complete_sign(draft: &mut Draft, id: &str) {
    let lang = draft.text("lang").and_then(LanguageTag::parse);
    let folder = draft.named.as_ref().map_or(String::new(), |tag| format!("{}/", tag.as_str()));
    let owns = draft.owns("sign.form") && draft.owns("sign.form.to");
    let (Some(letter), Some(lang)) = (&mut draft.letter, lang) else { return };
    let Some(sign) = letter.get_mut("sign") else { return };
    if form::complete(sign, id, &lang, &folder, owns.then_some(&mut draft.findings)) {
        draft.takes_over("sign.url");
    }
}

fn complete_signatures(letter: &mut Located, count: usize) {
    let none = Located { line: 1, value: Value::Object(Vec::new()) };
    let mut signatures = letter.get("signatures").cloned().unwrap_or(none);
    #[expect(clippy::cast_precision_loss, reason = "no roll is that long")]
    let count = Json::Number(count as f64);
    signatures.set("count", Located { line: 1, value: Value::Leaf(count) });
    if signatures.get("src").is_none() {
        signatures.set("src", Located::text(1, "count.json"));
    }
    letter.set("signatures", signatures);
}

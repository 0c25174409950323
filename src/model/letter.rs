//! The letter: `letter.json`, version 1.

use super::addressee::AddresseeGroup;
use super::block::Block;
use super::date::Date;
use super::group::Group;
use super::json::{Json, Node};
use super::kinds::Kinds;
use super::language_tag::LanguageTag;
use super::limits;
use super::link::{Link, Resolve};
use super::problem::Problem;
use super::reader::{Reader, whole};
use super::sign::Sign;
use super::signatory::{Signatory, read_word};
use super::signatures::Signatures;
use super::status::Status;
use super::translation::Translation;
use super::update::Update;
use std::collections::BinaryHeap;

/// The supported version of `letter.json`.
pub const VERSION: u64 = 1;

/// An open letter, already checked.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct Letter {
    /// The name of the letter's folder; the same in all translations.
    pub id: Option<String>,
    /// The language of the text.
    pub lang: LanguageTag,
    /// The title.
    pub title: String,
    /// A paragraph on what the letter is about and why it was written.
    pub summary: Option<String>,
    /// The date of the letter.
    pub date: Option<Date>,
    /// The letter's own page.
    pub url: Option<Link>,
    /// An image for previews.
    pub image: Option<Link>,
    /// The state of the campaign.
    pub status: Status,
    /// News since the letter was published.
    pub updates: Vec<Update>,
    /// The addressees.
    pub addressees: Vec<AddresseeGroup>,
    /// *Dear …*
    pub salutation: Option<String>,
    /// The letter's text.
    pub body: Vec<Block>,
    /// The line between text and signatures.
    pub closing: Option<String>,
    /// The roll, or the beginning of a long one.
    pub signatories: Vec<Signatory>,
    /// The groups of the roll, in its order.
    pub groups: Vec<Group>,
    /// The count.
    pub signatures: Signatures,
    /// The roll's index (`RollIndex` among the definitions), if `signatories` is not the whole roll.
    pub roll: Option<Link>,
    /// The page that lists all names, if `signatories` is not the whole roll.
    pub names: Option<Link>,
    /// How to sign.
    pub sign: Option<Sign>,
    /// Where signatories can ask to have their names removed.
    pub withdraw: Option<Link>,
    /// How to reach the coordinator.
    pub contact: Option<Link>,
    /// How the signatories' data are used.
    pub privacy: Option<Link>,
    /// The letter in all its languages, including this one.
    pub translations: Vec<Translation>,
    /// Which parts were not read because they exceed the limits.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip))]
    pub left_out: LeftOut,
}

/// The parts of a letter that exceed the [limits](super::limits) and were left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// The end of its text.
    pub text: bool,
    /// The end of its list of signatories.
    pub names: bool,
}

/// A letter that was read, with its problems.
#[derive(Debug)]
pub struct Reading {
    /// The letter, without what could not be read.
    pub letter: Letter,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// Why a document cannot be read as a letter.
#[derive(Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// This release does not support its version.
    Version(u64),
    /// A required part is missing or cannot be read. The first problem is the most serious.
    NotALetter(Vec<Problem>),
}

impl Letter {
    /// Reads a document; `resolve` resolves its relative links.
    ///
    /// # Errors
    ///
    /// [`Unreadable`] if `version`, `lang`, `title` or `body` cannot be read. Anything else that cannot be read is left
    /// out and listed in [`Reading::problems`].
    pub fn read(json: &Json, resolve: Resolve) -> Result<Reading, Unreadable> {
        let mut reader = Reader::new(resolve);
        let letter = read(&Node::root(json), &mut reader)?;
        Ok(Reading { letter, problems: reader.take_problems() })
    }

    /// The count at the time of publishing. If the letter gives none but contains the whole roll, its signatories are
    /// counted.
    #[must_use]
    pub fn count(&self) -> Option<u64> {
        let listed = self.signatories.len() as u64;
        self.signatures.count.or((listed > 0).then_some(listed))
    }

    /// Whether the letter lists everybody who signed.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.count().is_none_or(|count| count == self.signatories.len() as u64)
    }

    /// The numbers of organisations and persons among all signatories; `None` if unknown.
    #[must_use]
    pub fn kinds(&self) -> Option<Kinds> {
        if self.is_whole() {
            return Some(Kinds::of(self.signatories.iter().map(|signatory| signatory.kind)));
        }
        let Signatures { organisations, persons, .. } = self.signatures;
        Kinds::of_document(organisations, persons, self.count())
    }

    /// Whether the letter is open for signing.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.status == Status::Open
    }
}

fn read(node: &Node, reader: &mut Reader) -> Result<Letter, Unreadable> {
    if !matches!(node.json, Json::Object(_)) {
        reader.wrong_kind(node, "an object", "give the letter as a JSON object with version, lang, title and body");
        return Err(Unreadable::NotALetter(reader.take_problems()));
    }
    match node.get("version").map(|version| version.json) {
        Some(Json::Number(version)) => match whole(*version) {
            Some(VERSION) => {}
            Some(version) => return Err(Unreadable::Version(version)),
            None => reader.problem_at(node, "version", "is not a whole number", "write 1"),
        },
        None => reader.problem_at(node, "version", "is missing", "write 1"),
        Some(_) => reader.problem_at(node, "version", "is not a number", "write 1"),
    }
    let lang = reader.required_line(node, "lang", "give the language of the text, such as en or fr-CA");
    let tag = lang.as_deref().and_then(LanguageTag::parse);
    if lang.is_some() && tag.is_none() {
        reader.problem_at(node, "lang", "is not a language tag", "give the language of the text, such as en or fr-CA");
    }
    let title = reader.required_line(node, "title", "give the letter's title");
    let has_body = matches!(node.get("body").map(|body| body.json), Some(Json::List(_)));
    if !has_body {
        reader.problem_at(node, "body", "is not a list", "give the letter's paragraphs as a list");
    }
    let (Some(lang), Some(title), 0) = (tag, title, reader.found()) else {
        return Err(Unreadable::NotALetter(reader.take_problems()));
    };
    Ok(read_rest(node, reader, lang, title))
}

fn read_rest(node: &Node, reader: &mut Reader, lang: LanguageTag, title: String) -> Letter {
    const SHORTER: &str = "keep to 10,000 paragraphs, items and marked words, and to 1,000,000 bytes";
    const FEWER: &str = "keep to 2,000 names here, and have `open-letter publish` make a roll of them";
    const FEWER_GROUPS: &str = "keep to 1,000 addressees";
    let blocks = "give the letter's paragraphs as a list";
    let body =
        section(node, "body", limits::PARTS, SHORTER, reader, |reader| reader.list(node, "body", blocks, Block::read));
    if body.list.is_empty() {
        reader.problem_at(node, "body", "has no text", "write at least one paragraph");
    }
    let mut signatories = section(node, "signatories", limits::SIGNATORIES, FEWER, reader, |reader| {
        reader.list(node, "signatories", "give the signatories as a list", Signatory::read)
    });
    refuse_repeated_ids(node, &mut signatories.list, reader);
    limit_logos(node, &mut signatories.list, reader);
    let mut groups = section(node, "groups", limits::GROUPS, "keep to 100 groups", reader, |reader| {
        reader.list(node, "groups", "give the groups as a list", Group::read)
    });
    if let lost @ 1.. = Group::complete(&mut groups.list, &mut signatories.list) {
        let fault = ["has ", &lost.to_string(), " names in too many groups, which are in none now"].concat();
        reader.problem_at(node, "signatories", &fault, "keep to 100 groups");
    }
    let addressees = section(node, "addressees", limits::ADDRESSEES, FEWER_GROUPS, reader, |reader| {
        reader.list(node, "addressees", "give the groups of addressees as a list", AddresseeGroup::read)
    });
    let updates = section(node, "updates", limits::UPDATES, "keep to 200 updates", reader, |reader| {
        reader.list(node, "updates", "give the updates as a list", Update::read)
    });
    let translations = section(node, "translations", limits::TRANSLATIONS, "keep to 200 languages", reader, |reader| {
        reader.list(node, "translations", "give the translations as a list", Translation::read)
    });
    Letter {
        id: reader.optional_line(node, "id", "give the name of the letter's folder"),
        lang,
        title,
        summary: reader.optional_text(node, "summary", "give the summary as a text"),
        date: read_word(node, "date", reader, Date::parse, "write the day as 2023-09-07"),
        url: reader.link(node, "url"),
        image: reader.link(node, "image"),
        status: read_word(node, "status", reader, Status::parse, "write open, closed, delivered or answered")
            .unwrap_or_default(),
        salutation: reader.optional_text(node, "salutation", "give the salutation as a text"),
        closing: reader.optional_text(node, "closing", "give the closing as a text"),
        signatures: node.get("signatures").map(|node| Signatures::read(&node, reader)).unwrap_or_default(),
        roll: reader.link(node, "roll"),
        names: reader.link(node, "names"),
        sign: node.get("sign").and_then(|node| Sign::read(&node, reader)),
        withdraw: reader.link(node, "withdraw"),
        contact: reader.link(node, "contact"),
        privacy: reader.link(node, "privacy"),
        left_out: LeftOut { text: body.cut || addressees.cut || updates.cut, names: signatories.cut },
        updates: updates.list,
        addressees: addressees.list,
        body: body.list,
        signatories: signatories.list,
        groups: groups.list,
        translations: translations.list,
    }
}

/// A list of the letter, and whether it was cut.
struct Section<T> {
    list: Vec<T>,
    cut: bool,
}

/// Reads a list up to a number of parts; notes a problem if there are more.
fn section<'r, T>(
    node: &Node,
    key: &str,
    parts: usize,
    remedy: &'static str,
    reader: &mut Reader<'r>,
    read: impl FnOnce(&mut Reader<'r>) -> Vec<T>,
) -> Section<T> {
    let (list, cut) = reader.section(parts, read);
    if cut {
        reader.problem_at(node, key, "is too long, and its end is left out", remedy);
    }
    Section { list, cut }
}

/// Keeps the logos of the first signatories only: each is a request and a picture to decode.
fn limit_logos(node: &Node, signatories: &mut [Signatory], reader: &mut Reader) {
    let with_logo = signatories.iter_mut().filter(|signatory| signatory.logo.is_some()).skip(limits::LOGOS);
    let dropped = with_logo.map(|signatory| signatory.logo = None).count();
    if dropped > 0 {
        let fault = ["has ", &dropped.to_string(), " logos too many, which are left out"].concat();
        reader.problem_at(node, "signatories", &fault, "keep to 500 logos");
    }
}

/// If two signatories have the same id, the later one loses it: the id identifies neither.
///
/// A heap returns equal ids one after the other, and takes 1 kB less of the widget than a hash table.
fn refuse_repeated_ids(node: &Node, signatories: &mut [Signatory], reader: &mut Reader) {
    let mut repeated = vec![false; signatories.len()];
    let ids = signatories.iter().zip(0..).filter_map(|(signatory, index)| Some((signatory.id.as_deref()?, index)));
    let mut ids: BinaryHeap<(&str, usize)> = ids.collect();
    while let Some((id, index)) = ids.pop() {
        // Of two equal ids, the later comes first.
        if let (Some((next, _)), Some(is_repeated)) = (ids.peek(), repeated.get_mut(index)) {
            *is_repeated = *next == id;
        }
    }
    for (signatory, is_repeated) in signatories.iter_mut().zip(repeated) {
        if let Some(id) = signatory.id.take_if(|_| is_repeated) {
            let fault = ["has the id “", &id, "” twice"].concat();
            reader.problem_at(node, "signatories", &fault, "give each signatory an id of its own, or none");
        }
    }
}

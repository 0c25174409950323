//! The signatories.

use super::date::Date;
use super::json::{Json, Node};
use super::language_tag::LanguageTag;
use super::link::Link;
use super::reader::{Reader, whole};

/// A person or organisation that signed the letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    serde_with::skip_serializing_none,
    derive(serde::Serialize, schemars::JsonSchema)
)]
#[expect(clippy::struct_excessive_bools, reason = "each is a member of its own")]
pub struct Signatory {
    /// A public id, unique in the letter; never an e-mail address or a number from another system.
    pub id: Option<String>,
    /// The name, as the signatory writes it.
    pub name: String,
    /// A title before the name: *Prof. Dr.*
    pub title: Option<String>,
    /// A title after the name: *MP*, *M.D.*
    pub suffix: Option<String>,
    /// Whether the name is withheld: `name` describes somebody without giving the name, as in *Name withheld* or
    /// *A nurse*. Nobody finds it by name, and it is last in alphabetical order.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "std::ops::Not::not"))]
    pub withheld: bool,
    /// Person or organisation; both filters leave out a signatory without a kind.
    pub kind: Option<Kind>,
    /// Whether the signatory is an initiator; initiators come first.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "std::ops::Not::not"))]
    pub initiator: bool,
    /// What a person does: *Fellow*.
    pub role: Option<String>,
    /// The organisation that a person belongs to.
    pub organisation: Option<String>,
    /// Whether the person signs on behalf of the organisation.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "std::ops::Not::not"))]
    pub behalf: bool,
    /// The group of the roll under whose heading the signatory is: *Professors*.
    pub group: Option<String>,
    /// The coordinator's remark: *letter author & coordinator*.
    pub note: Option<String>,
    /// The signatory's own site.
    pub url: Option<Link>,
    /// An image of an organisation's logo.
    pub logo: Option<Link>,
    /// The country, as an ISO 3166-1 alpha-2 code or as a name.
    pub country: Option<String>,
    /// The language of the name.
    pub lang: Option<LanguageTag>,
    /// The day of signing.
    pub signed: Option<Date>,
    /// The signatory's own words.
    pub comment: Option<String>,
    /// Whether the coordinator has verified the signatory's identity.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "std::ops::Not::not"))]
    pub verified: bool,
}

/// The kind of a signatory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(serde::Serialize, schemars::JsonSchema),
    serde(rename_all = "lowercase")
)]
pub enum Kind {
    /// A natural person.
    Person,
    /// An organisation.
    Organisation,
}

impl Kind {
    /// The value of `kind`, and the `part` of a signatory's row.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Organisation => "organisation",
        }
    }

    /// Reads the value.
    #[must_use]
    pub fn parse(word: &str) -> Option<Kind> {
        [Kind::Person, Kind::Organisation].into_iter().find(|kind| kind.as_str() == word)
    }
}

impl Signatory {
    /// Whether the signatory can be among the latest: the day of signing is known, and there is a name to show, which is
    /// not an initiator's.
    #[must_use]
    pub fn is_dated_joiner(&self) -> bool {
        self.signed.is_some() && !self.initiator && !self.withheld
    }

    /// The name with what stands before and after it: *Prof. Dr. Ada Example MP*.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn whole_name(&self) -> String {
        let parts = [self.title.as_deref(), Some(self.name.as_str()), self.suffix.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Reads a single signatory, and lists what could not be read. `None` without a name.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn of(json: &Json, resolve: super::Resolve) -> (Option<Signatory>, Vec<super::Problem>) {
        let mut reader = Reader::new(resolve);
        let signatory = Signatory::read(&Node::root(json), &mut reader);
        (signatory, reader.take_problems())
    }

    pub(super) fn read(node: &Node, reader: &mut Reader) -> Option<Signatory> {
        Some(Signatory {
            name: reader.required_line(node, "name", "give the signatory's name")?,
            title: reader.optional_line(node, "title", "give the title as a text"),
            suffix: reader.optional_line(node, "suffix", "give the letters after the name as a text"),
            withheld: reader.flag(node, "withheld").unwrap_or_default(),
            id: read_id(node, reader),
            kind: read_word(node, "kind", reader, Kind::parse, r#"write "person" or "organisation""#),
            initiator: reader.flag(node, "initiator").unwrap_or_default(),
            role: reader.optional_line(node, "role", "give the role as a text"),
            organisation: reader.optional_line(node, "organisation", "give the organisation's name"),
            behalf: reader.flag(node, "behalf").unwrap_or_default(),
            group: reader.optional_line(node, "group", "give the name of the group as a text"),
            note: reader.optional_line(node, "note", "give the note as a text"),
            url: reader.link(node, "url"),
            logo: reader.link(node, "logo"),
            country: reader.optional_line(node, "country", "give a country code or name"),
            lang: read_word(node, "lang", reader, LanguageTag::parse, "write a language tag such as en or fr-CA"),
            signed: read_word(node, "signed", reader, Date::parse, "write the day as 2023-09-07"),
            comment: reader.optional_line(node, "comment", "give the comment as a text"),
            verified: reader.flag(node, "verified").unwrap_or_default(),
        })
    }
}

/// The id, which may also be a number.
fn read_id(node: &Node, reader: &mut Reader) -> Option<String> {
    let remedy = "give a short public text, unique in the letter";
    match node.get("id")?.json {
        Json::Number(number) if whole(*number).is_some() => whole(*number).map(|number| number.to_string()),
        _ => reader.optional_line(node, "id", remedy),
    }
}

/// The line of a member with a fixed set of values; an unknown value is noted and left out.
pub(super) fn read_word<T>(
    node: &Node,
    key: &str,
    reader: &mut Reader,
    parse: impl Fn(&str) -> Option<T>,
    remedy: &'static str,
) -> Option<T> {
    let word = reader.optional_line(node, key, remedy)?;
    let value = parse(&word);
    if value.is_none() {
        reader.problem_at(node, key, &["is “", &word, "”"].concat(), remedy);
    }
    value
}

//! Whether two signatories with one name are the same person: one answer, for `import`, `check` and `publish`.
//!
//! Only the coordinator knows for certain. Two differ by what readers see beside the name, or by what an export had for
//! each: another e-mail address, another number, an id of its own.

use super::imported::{Entry, Known, Mark};
use super::nameless::is_anybody;
use super::rows::likeness;

/// The columns that readers see beside name and organisation, and that distinguish two people if both have them.
pub const MARKS: [&str; 4] = ["role", "country", "note", "url"];

/// A signatory, to compare with another.
#[derive(Debug, Default)]
pub struct Person {
    /// Name and organisation.
    name: [String; 2],
    marks: [String; 4],
    id: String,
    sources: Vec<Source>,
}

/// The unpublished data of a source about a signatory.
#[derive(Debug, Default)]
pub struct Source {
    /// The name of the source.
    pub name: String,
    /// Whether the source gives its signatories their ids.
    pub gives_id: bool,
    /// The mark of the number that the source gives the signature.
    pub key: Option<Mark>,
    /// The mark of the e-mail address.
    pub email: Option<Mark>,
}

impl Person {
    /// A signatory with these texts, by the names of columns. `sources`: the data of their exports.
    #[must_use]
    pub fn new<'t>(get: impl Fn(&str) -> &'t str, sources: Vec<Source>) -> Person {
        let alike = |column: &str| likeness(get(column));
        Person { name: name(&get), marks: MARKS.map(alike), id: get("id").to_string(), sources }
    }

    /// Name and organisation, in a form that is equal for the same person.
    #[must_use]
    pub fn name(&self) -> &[String; 2] {
        &self.name
    }

    /// The remembered data about the signatory with that id.
    #[must_use]
    pub fn sources(known: &Known, id: &str) -> Vec<Source> {
        let entries = known.index.of_id(id).iter().map(|at| &known.entries[*at]);
        let source = |entry: &Entry| Source {
            name: entry.source.clone(),
            gives_id: entry.last("id").is_some(),
            key: entry.key,
            email: entry.email,
        };
        entries.map(source).collect()
    }

    /// Whether both may be the same: name and organisation agree, and nothing distinguishes them.
    #[must_use]
    pub fn may_be(&self, other: &Person) -> bool {
        self.name == other.name && !is_anybody(&self.name[0]) && !self.is_distinct_from(other)
    }

    /// Whether anything except the names distinguishes the two.
    #[must_use]
    pub fn is_distinct_from(&self, other: &Person) -> bool {
        let differ = |(a, b): (&String, &String)| !a.is_empty() && !b.is_empty() && a != b;
        self.marks.iter().zip(&other.marks).any(differ) || self.has_other_id(other) || self.has_other_secrets(other)
    }

    /// Whether readers see the same beside both names.
    #[must_use]
    pub fn looks_like(&self, other: &Person) -> bool {
        self.marks == other.marks
    }

    /// Ids that `import` counts up prove nothing; those that a source gives do.
    fn has_other_id(&self, other: &Person) -> bool {
        let gives = |person: &Person| person.sources.iter().any(|source| source.gives_id);
        !self.id.is_empty() && !other.id.is_empty() && self.id != other.id && (gives(self) || gives(other))
    }

    fn has_other_secrets(&self, other: &Person) -> bool {
        let emails = |person: &Person| person.sources.iter().filter_map(|source| source.email).collect::<Vec<_>>();
        let (here, there) = (emails(self), emails(other));
        let differ =
            |(a, b): (&Source, &Source)| a.name == b.name && a.key.is_some() && b.key.is_some() && a.key != b.key;
        let mut pairs = self.sources.iter().flat_map(|a| other.sources.iter().map(move |b| (a, b)));
        !here.is_empty() && !there.is_empty() && !here.iter().any(|email| there.contains(email)) || pairs.any(differ)
    }
}

/// Name and organisation, in a form that is equal for the same person.
#[must_use]
pub fn name<'t>(get: impl Fn(&str) -> &'t str) -> [String; 2] {
    ["name", "organisation"].map(|column| likeness(get(column)))
}

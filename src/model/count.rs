//! `count.json`: the number of signatures; small, and requested often.

use super::json::{Json, Node};
use super::kinds::Kinds;
use super::limits::LATEST;
use super::link::Resolve;
use super::problem::Problem;
use super::reader::Reader;
use super::signatory::{Signatory, read_word};
use super::signatures::CountSource;
use super::timestamp::Timestamp;

/// A count document, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The number of all signatures, even if few names are public.
    pub count: u64,
    /// When the count was taken.
    pub updated: Option<Timestamp>,
    /// The campaign's goal.
    pub goal: Option<u64>,
    /// The numbers of organisations and persons among the signatories, if given.
    pub kinds: Option<Kinds>,
    /// The latest signatories, the newest first.
    pub latest: Vec<Signatory>,
    /// The publisher's minimum of seconds between two requests of a reader.
    pub refresh: Option<u64>,
    /// Whether the letter is closed for signing: `status` is given, and is not `open`.
    pub closed: bool,
}

impl Count {
    /// Reads what `source` returned, and lists the problems of what could not be read.
    ///
    /// # Errors
    ///
    /// The fault of the count itself: missing, negative, fractional, too large, or not a number.
    pub fn read(json: &Json, source: &CountSource, resolve: Resolve) -> Result<(Count, Vec<Problem>), Problem> {
        let mut reader = Reader::new(resolve);
        let root = Node::root(json);
        let count = match source {
            CountSource::Document(_) => read(&root, &mut reader),
            CountSource::Foreign { pointer, .. } => read_number(json, pointer, &mut reader).map(Count::of),
        };
        match count {
            Some(count) => Ok((count, reader.take_problems())),
            None => Err(reader.take_problems().swap_remove(0)),
        }
    }

    /// A count without any other data.
    fn of(count: u64) -> Count {
        Count { count, updated: None, goal: None, kinds: None, latest: Vec::new(), refresh: None, closed: false }
    }
}

fn read(node: &Node, reader: &mut Reader) -> Option<Count> {
    const REMEDY: &str = "write the number of signatures, as in {\"count\": 22}";
    if !matches!(node.json, Json::Object(_)) {
        let fault = ["is ", node.json.kind(), ", not an object"].concat();
        reader.note(|| "the document".into(), fault, REMEDY);
        return None;
    }
    if node.get("count").is_none() {
        reader.problem_at(node, "count", "is missing", REMEDY);
        return None;
    }
    let count = reader.whole(node, "count")?;
    let timestamp = "write the time as 2026-11-23T12:00:00Z";
    Some(Count {
        count,
        updated: read_word(node, "updated", reader, Timestamp::parse, timestamp),
        goal: reader.whole(node, "goal").filter(|goal| *goal > 0),
        kinds: Kinds::of_document(reader.whole(node, "organisations"), reader.whole(node, "persons"), Some(count))
            .filter(|kinds| kinds.both() <= count),
        latest: reader
            .section(LATEST, |reader| {
                reader.list(node, "latest", "give the last signatories as a list", Signatory::read)
            })
            .0,
        refresh: reader.whole(node, "refresh"),
        closed: matches!(node.get("status"), Some(Node { json: Json::Text(status), .. }) if status != "open"),
    })
}

/// The number that a JSON Pointer leads to.
fn read_number(json: &Json, pointer: &str, reader: &mut Reader) -> Option<u64> {
    let Some(target) = json.at(pointer) else {
        let remedy = "fix the pointer of signatures.src, or the document";
        reader.note(|| pointer.into(), "is missing", remedy);
        return None;
    };
    reader.whole_of(&Node::named(target, pointer))
}

//! The keys of the front matter: which exist, which belong elsewhere, and how short forms expand.

use super::finding::Findings;
use super::form;
use super::located::{Located, Value};
use super::shapes;
use crate::model::Json;
use strsim::levenshtein;

/// A key, and the keys within its value.
struct Key(&'static str, &'static [Key]);

/// Every key that front matter can have.
const KEYS: &[Key] = &[
    Key("id", &[]),
    Key("lang", &[]),
    Key("title", &[]),
    Key("summary", &[]),
    Key("date", &[]),
    Key("url", &[]),
    Key("image", &[]),
    Key("status", &[]),
    Key("updates", &[Key("date", &[]), Key("text", &[]), Key("url", &[])]),
    Key(
        "addressees",
        &[
            Key("heading", &[]),
            Key("members", ADDRESSEE),
            Key("name", &[]),
            Key("office", &[]),
            Key("organisation", &[]),
        ],
    ),
    Key("salutation", &[]),
    Key("closing", &[]),
    Key(
        "signatures",
        &[
            Key("goal", &[]),
            Key("src", &[Key("url", &[]), Key("pointer", &[])]),
            Key("stream", &[]),
            Key("refresh", &[]),
        ],
    ),
    Key("sign", &[Key("url", &[]), Key("label", &[]), Key("form", FORM), Key("next", &[])]),
    // A list of names, or an object of names with headings.
    Key("groups", &[]),
    Key("withdraw", &[]),
    Key("contact", &[]),
    Key("privacy", &[]),
];

/// The form's keys. The keys of `names`, `also` and `body` are the receiver's.
const FORM: &[Key] = &[
    Key("to", &[]),
    Key("action", &[]),
    Key("by", &[]),
    Key("ask", &[Key("field", &[]), Key("required", &[]), Key("max", &[]), Key("id", &[]), Key("text", &[])]),
    Key("send", &[Key("as", &[]), Key("names", &[]), Key("also", &[]), Key("body", &[]), Key("fails", &[])]),
    Key("confirms", &[]),
];

const ADDRESSEE: &[Key] = &[Key("name", &[]), Key("office", &[]), Key("organisation", &[])];

/// Keys of `letter.json` that don't belong in front matter, and what to do instead.
const ELSEWHERE: &[(&str, &str)] = &[
    ("version", "is written by publish: leave it out"),
    ("body", "does not belong there: write the text as Markdown below the second ---"),
    ("signatories", "do not belong there: write them into signatories.csv"),
    ("translations", "are found by their files: leave this out, and write the French text into letter.fr.md"),
    ("roll", "is written by publish: leave it out"),
    ("names", "is written by publish: leave it out"),
    ("signatures.count", "is counted from signatories.csv: leave it out"),
];

/// Every key by its path, such as `signatures.src.pointer`, including those that only hold others.
#[must_use]
pub fn paths() -> Vec<String> {
    fn collect(keys: &[Key], within: &str, paths: &mut Vec<String>) {
        for Key(name, inner) in keys {
            let path = if within.is_empty() { (*name).to_string() } else { format!("{within}.{name}") };
            collect(inner, &path, paths);
            paths.push(path);
        }
    }
    let mut paths = Vec::new();
    collect(KEYS, "", &mut paths);
    paths
}

/// Checks the keys, and expands short forms.
pub fn normalise(front: &mut Located, findings: &mut Findings) {
    check(front, "", KEYS, findings);
    shapes::report(front, findings);
    for (path, _) in ELSEWHERE {
        match path.split_once('.') {
            Some((parent, key)) => front.change(parent, |parent| parent.remove(key)),
            None => front.remove(path),
        }
    }
    front.change("addressees", |addressees| *addressees = groups(addressees.clone()));
    front.change("groups", |groups| *groups = roll_groups(groups));
    front.change("signatures", |signatures| {
        signatures.change("goal", number);
        signatures.change("refresh", number);
    });
    front.change("sign", |sign| sign.change("form", form::normalise));
}

fn check(value: &Located, path: &str, known: &[Key], findings: &mut Findings) {
    if let Value::List(items) = &value.value {
        for item in items {
            check(item, path, known, findings);
        }
    }
    for (key, value) in value.members() {
        let key_path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        if let Some((_, remedy)) = ELSEWHERE.iter().find(|(elsewhere, _)| *elsewhere == key_path) {
            findings.error(value.line, format!("{key_path} {remedy}"));
        } else if let Some(Key(_, inner)) = known.iter().find(|Key(name, _)| name == key) {
            check(value, &key_path, inner, findings);
        } else if !known.is_empty() {
            findings.error(value.line, format!("{key_path} is not a key of a letter: {}", remedy(key, known)));
        }
    }
}

fn remedy(key: &str, known: &[Key]) -> String {
    if let Some(Key(outer, _)) = known.iter().find(|Key(_, inner)| inner.iter().any(|Key(name, _)| *name == key)) {
        return format!("write it below {outer}: and indent it by two spaces");
    }
    instead(key, &known.iter().map(|Key(name, _)| *name).collect::<Vec<_>>())
}

/// What to say of an unknown name: which of the known ones is meant, or all of them.
#[must_use]
pub fn instead(name: &str, known: &[&str]) -> String {
    match nearest(name, known.iter().copied()) {
        Some(meant) => format!("did you mean {meant}?"),
        None => format!("there are {}", known.join(", ")),
    }
}

/// The word most like this one, if at most about a third of its letters differ.
pub fn nearest<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let word = word.to_lowercase();
    words
        .map(|candidate| (levenshtein(&word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= 1.max(candidate.chars().count().div_ceil(3)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Addressees as groups. Consecutive addressees outside a group become one group.
fn groups(addressees: Located) -> Located {
    let line = addressees.line;
    let items = match addressees.value {
        Value::List(items) => items,
        Value::Leaf(Json::Null) => Vec::new(),
        value => vec![Located { line, value }],
    };
    let mut groups: Vec<Located> = Vec::new();
    let mut loose: Vec<Located> = Vec::new();
    for mut item in items {
        if item.get("members").is_some() || item.get("heading").is_some() {
            close_group(&mut groups, &mut loose);
            item.change("members", |members| {
                if let Value::List(members) = &mut members.value {
                    members.iter_mut().for_each(addressee);
                }
            });
            groups.push(item);
        } else {
            addressee(&mut item);
            loose.push(item);
        }
    }
    close_group(&mut groups, &mut loose);
    Located::list(line, groups)
}

/// The groups of the roll: a list of names, or names with their headings, as objects.
fn roll_groups(groups: &Located) -> Located {
    let items = match &groups.value {
        Value::List(items) => {
            let named = |item: &Located| match item.as_text() {
                Some(_) => Located::object(item.line, [("name", item.clone())]),
                None => item.clone(),
            };
            items.iter().map(named).collect()
        }
        Value::Object(members) => {
            let headed = |(name, text): &(String, Located)| {
                Located::object(text.line, [("name", Located::text(text.line, name.as_str())), ("text", text.clone())])
            };
            members.iter().map(headed).collect()
        }
        Value::Leaf(_) => return groups.clone(),
    };
    Located::list(groups.line, items)
}

fn close_group(groups: &mut Vec<Located>, loose: &mut Vec<Located>) {
    if let Some(first) = loose.first() {
        let line = first.line;
        groups.push(Located::object(line, [("members", Located::list(line, std::mem::take(loose)))]));
    }
}

/// The commas of all scripts.
const COMMAS: [char; 5] = [',', '،', '，', '、', '﹐'];

/// An addressee in one line, *Name, office*, split at the first comma.
fn addressee(item: &mut Located) {
    let Some(text) = item.as_text() else { return };
    let (name, office) = text.split_once(COMMAS).unwrap_or((text, ""));
    let mut addressee = Located::object(item.line, [("name", Located::text(item.line, name.trim()))]);
    if !office.trim().is_empty() {
        addressee.set("office", Located::text(item.line, office.trim()));
    }
    *item = addressee;
}

/// A text of digits as a number; the model reports any other text.
fn number(value: &mut Located) {
    if let Some(number) = value.as_text().and_then(|text| text.parse().ok()) {
        value.value = Value::Leaf(Json::Number(number));
    }
}

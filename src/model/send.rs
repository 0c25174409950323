//! What a form sends to a system that is not our collector: flat names, or a JSON document with places to fill in.

use super::field::Field;
use super::json::{Json, Node};
use super::limits;
use super::reader::Reader;

/// What is sent.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(tag = "as", rename_all = "lowercase"))]
pub enum Send {
    /// Names and values, as a form of a page sends them (`application/x-www-form-urlencoded`).
    Form {
        /// The receiver's names for the fields, and for `partner` and `lang`. A field without one keeps its own name;
        /// `partner` and `lang` without one are not sent.
        #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<std::collections::BTreeMap<String, String>>"))]
        names: Vec<(String, String)>,
        /// What else the receiver wants, always the same.
        #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<std::collections::BTreeMap<String, String>>"))]
        also: Vec<(String, String)>,
    },
    /// A JSON document (`application/json`).
    Json {
        /// The document. A text `"{email}"` stands for that answer; without an answer, the member is left out.
        /// `{"when": "news", "is": …}` is that value if the box is ticked; with `"else": …`, that one if it isn't.
        #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "serde_json::Value"))]
        body: Json,
        /// A JSON Pointer (RFC 6901): an answer that has anything there is a refusal, whatever its status.
        fails: Option<String>,
    },
}

impl Default for Send {
    fn default() -> Self {
        Send::Form { names: Vec::new(), also: Vec::new() }
    }
}

/// What a place in a document stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placeholder {
    /// The answer to a field.
    Answer(Field),
    /// The host page's `partner`.
    Partner,
    /// The language of the form.
    Lang,
}

impl Placeholder {
    /// What a word stands for.
    #[must_use]
    pub fn parse(word: &str) -> Option<Placeholder> {
        match word {
            "partner" => Some(Placeholder::Partner),
            "lang" => Some(Placeholder::Lang),
            _ => Field::parse(word).map(Placeholder::Answer),
        }
    }

    /// What a text of a document stands for, if it has the form `{word}`: the whole of it, never a part.
    #[must_use]
    pub fn in_text(text: &str) -> Option<Placeholder> {
        Placeholder::parse(text.strip_prefix('{')?.strip_suffix('}')?)
    }
}

/// A value that depends on whether a box is ticked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Condition<'j> {
    /// The name of the box.
    pub when: &'j str,
    /// The value if it is ticked.
    pub is: &'j Json,
    /// The value if it isn't.
    pub otherwise: Option<&'j Json>,
}

impl<'j> Condition<'j> {
    /// Reads `{"when": …, "is": …, "else": …}`, the last of which may be absent. `None` for any other value.
    #[must_use]
    pub fn of(json: &'j Json) -> Option<Condition<'j>> {
        let (Json::Object(members), Some(Json::Text(when))) = (json, json.get("when")) else { return None };
        let is_all = members.iter().all(|(key, _)| matches!(key.as_str(), "when" | "is" | "else"));
        Some(Condition { when, is: json.get("is").filter(|_| is_all)?, otherwise: json.get("else") })
    }
}

const FORM_OR_JSON: &str = "write \"form\" or \"json\"";

impl Send {
    /// Reads the map; `asked` says which fields the form has. `None` if nothing could be sent by it.
    pub(super) fn read(node: &Node, asked: &dyn Fn(Field) -> bool, reader: &mut Reader) -> Option<Send> {
        match &*reader.required_line(node, "as", FORM_OR_JSON)? {
            "form" => Some(Send::Form { names: names(node, asked, reader), also: texts(node, "also", reader) }),
            "json" => read_json(node, asked, reader),
            word => {
                reader.problem_at(node, "as", &["is “", word, "”"].concat(), FORM_OR_JSON);
                None
            }
        }
    }
}

fn read_json(node: &Node, asked: &dyn Fn(Field) -> bool, reader: &mut Reader) -> Option<Send> {
    const POINTER: &str = "give a JSON Pointer such as /errors";
    let Some(body) = node.get("body").filter(|body| matches!(body.json, Json::Object(_))) else {
        reader.problem_at(node, "body", "is not an object", "give the document that the receiver wants");
        return None;
    };
    if body.json.values(limits::SENT + 1) > limits::SENT {
        reader.problem(&body, "is too long", "keep to 200 values");
        return None;
    }
    // Only for its problems, which the letter's author gets from the command.
    if cfg!(not(target_arch = "wasm32")) {
        check_places(&body, asked, reader);
    }
    let fails = reader.optional_line(node, "fails", POINTER);
    if fails.as_ref().is_some_and(|fails| !fails.starts_with('/')) {
        // Without it, a refusal could look like a signature.
        reader.problem_at(node, "fails", "does not begin with /", POINTER);
        return None;
    }
    Some(Send::Json { body: body.json.clone(), fails })
}

/// Notes each place that no answer can fill.
fn check_places(node: &Node, asked: &dyn Fn(Field) -> bool, reader: &mut Reader) {
    const PLACES: &str = "write a field that the form asks for, or {partner} or {lang}";
    match node.json {
        Json::Text(text) => {
            let word = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
            let Some(word) = word.filter(|word| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
            else {
                return;
            };
            let is_filled = match Placeholder::parse(word) {
                Some(Placeholder::Answer(field)) => asked(field),
                Some(_) => true,
                None => false,
            };
            if !is_filled {
                reader.problem(node, ["is “", text, "”, which the form doesn't ask"].concat(), PLACES);
            }
        }
        Json::List(_) => node.items().for_each(|item| check_places(&item, asked, reader)),
        Json::Object(members) => {
            if let Some(Condition { when, .. }) = Condition::of(node.json)
                && !Field::parse(when).is_some_and(|field| field.is_box() && asked(field))
            {
                let remedy = "write public, consent or news, and ask for it";
                reader.problem_at(node, "when", &["is “", when, "”, which is not a box"].concat(), remedy);
            }
            for (key, _) in members {
                if let Some(member) = node.get(key) {
                    check_places(&member, asked, reader);
                }
            }
        }
        _ => {}
    }
}

/// The receiver's names for fields.
fn names(node: &Node, asked: &dyn Fn(Field) -> bool, reader: &mut Reader) -> Vec<(String, String)> {
    let mut names = texts(node, "names", reader);
    names.retain(|(ours, theirs)| {
        let is_known = match Placeholder::parse(ours) {
            Some(Placeholder::Answer(field)) => asked(field),
            Some(_) => true,
            None => false,
        };
        if !is_known {
            let remedy = "name a field that the form asks for, or partner or lang";
            reader.problem_at(node, "names", &["has “", ours, "”"].concat(), remedy);
        } else if theirs.is_empty() {
            reader.problem_at(node, "names", &["has no name for ", ours].concat(), "give the receiver's name");
        }
        is_known && !theirs.is_empty()
    });
    names
}

/// The members of an object of texts.
fn texts(node: &Node, key: &str, reader: &mut Reader) -> Vec<(String, String)> {
    const REMEDY: &str = "give an object of texts";
    let mut texts: Vec<(String, String)> = Vec::new();
    let Some(object) = node.get(key) else { return texts };
    let Json::Object(members) = object.json else {
        reader.wrong_kind(&object, "an object", REMEDY);
        return texts;
    };
    for (key, _) in members.iter().take(limits::SENT) {
        if let Some(text) = object.get(key).and_then(|value| reader.line(&value, REMEDY)) {
            texts.push((key.clone(), text));
        }
    }
    texts
}

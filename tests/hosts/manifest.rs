//! `custom-elements.json` follows its format and agrees with the code.

use crate::declarations::members;
use crate::packages::packages;
use crate::source;
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use open_letter::language::Language;
use open_letter::model::{Code, Failure, Group, Json, Letter, Live, Settings, Signatory, State};
use open_letter::roll::Row;
use open_letter::view::{
    Beyond, BeyondSignal, Changing, Listing, Now, OnMessage, OpenLetter, sheets, sign_form, tools,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The manifest's entry for the element.
pub struct Manifest(Value);

pub fn manifest() -> Manifest {
    let document: Value = serde_json::from_str(&source("integrations/typescript/custom-elements.json")).unwrap();
    Manifest(document["modules"][0]["declarations"][0].clone())
}

impl Manifest {
    /// A list, in order.
    pub fn list(&self, key: &str) -> &[Value] {
        self.0[key].as_array().unwrap()
    }

    /// The names in a list, in order.
    pub fn names(&self, key: &str) -> Vec<&str> {
        self.list(key).iter().map(|entry| entry["name"].as_str().unwrap()).collect()
    }

    fn set(&self, key: &str) -> BTreeSet<String> {
        let names = self.names(key);
        let set: BTreeSet<String> = names.iter().map(ToString::to_string).collect();
        assert_eq!(set.len(), names.len(), "{key} has a name twice");
        set
    }
}

#[test]
fn it_is_of_the_format() {
    let schema = fs::read_to_string(packages().join("custom-elements-manifest/schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let manifest: Value = serde_json::from_str(&source("integrations/typescript/custom-elements.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let faults: Vec<String> = validator.iter_errors(&manifest).map(|error| error.to_string()).collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn its_attributes_are_those_that_the_element_observes() {
    let script = source("src/embed/loader/element/attributes.js");
    let (_, list) = script.split_once("const ATTRIBUTES = [").expect("the script has the list of attributes");
    let (list, _) = list.split_once(']').unwrap();
    let observed: Vec<&str> = list.split(',').map(|name| name.trim().trim_matches('"')).collect();
    let manifest = manifest();
    assert_eq!(manifest.names("attributes"), observed);
    for (attribute, field) in manifest.list("attributes").iter().zip(manifest.list("members")) {
        let (name, property) = (attribute["name"].as_str().unwrap(), attribute["fieldName"].as_str().unwrap());
        assert_eq!(property, camel_case(name));
        assert_eq!(field["name"], property, "each attribute's property, in the same order");
        assert_eq!(field["attribute"], name);
        assert_eq!(field["type"], attribute["type"], "{name}");
        assert_eq!(field["description"], attribute["description"], "{name}");
    }
}

#[test]
fn its_properties_and_methods_are_those_of_the_types() {
    let manifest = manifest();
    let of_the_class = |member: &&Value| member["static"] != true;
    let listed: BTreeSet<(String, String)> = manifest.list("members").iter().filter(of_the_class).map(typed).collect();
    let listeners = |name: &str| name == "addEventListener" || name == "removeEventListener";
    let declared = members("OpenLetterElement").into_iter().filter(|member| !listeners(&member.name));
    assert_eq!(listed, declared.map(|member| (member.name, member.kind)).collect());
    let of_all = manifest.list("members").iter().filter(|member| member["static"] == true).map(typed);
    let declared = members("OpenLetterElementClass").into_iter().filter(|member| member.name == "version");
    assert_eq!(of_all.collect::<Vec<_>>(), declared.map(|member| (member.name, member.kind)).collect::<Vec<_>>());
}

/// A member's name and type, in the notation of the types.
fn typed(member: &Value) -> (String, String) {
    let text = |value: &Value| value["text"].as_str().unwrap().to_string();
    let kind = match member["kind"].as_str() {
        Some("method") => format!("(): {}", text(&member["return"]["type"])),
        _ => text(&member["type"]),
    };
    (member["name"].as_str().unwrap().to_string(), kind)
}

#[test]
fn its_events_are_those_that_are_dispatched_and_typed() {
    let manifest = manifest();
    let listed: BTreeSet<(String, String)> = manifest.list("events").iter().map(typed).collect();
    let declared = members("OpenLetterEventMap").into_iter().map(|member| (member.name, member.kind));
    assert_eq!(listed, declared.collect());
    let mut dispatched = BTreeSet::new();
    for (path, call) in [
        ("src/embed/events.rs", "dispatch(host, \""),
        ("src/embed/loader/glue/signing.js", "report(\""),
        ("src/embed/loader/form/form.js", "report(\""),
    ] {
        let code = source(path);
        dispatched.extend(code.split(call).skip(1).map(|rest| rest.split_once('"').unwrap().0.to_string()));
    }
    assert_eq!(manifest.set("events"), dispatched);
}

#[test]
fn its_properties_of_css_are_those_of_the_stylesheet() {
    let mut used = BTreeSet::new();
    for path in files("style/widget", "css") {
        let css = fs::read_to_string(path).unwrap();
        for rest in css.split("--open-letter-").skip(1) {
            let end = rest.find(|char: char| !char.is_ascii_alphanumeric() && char != '-').unwrap_or(rest.len());
            used.insert(format!("--open-letter-{}", &rest[..end]));
        }
    }
    assert_eq!(manifest().set("cssProperties"), used);
}

#[test]
fn its_parts_are_those_that_the_views_render() {
    let rendered = parts(&everything());
    assert_eq!(manifest().set("cssParts"), rendered);
    // Parts named in the code but not rendered above.
    for path in files("src/view", "rs") {
        let code = fs::read_to_string(&path).unwrap();
        for rest in code.split(".part(\"").skip(1) {
            let name = rest.split_once('"').unwrap().0;
            assert!(rendered.contains(name), "{name} of {} is not rendered here", path.display());
        }
    }
    for rest in source("src/embed/loader/element/notice.js").split("(\"part\", \"").skip(1) {
        assert!(rendered.contains(rest.split_once('"').unwrap().0));
    }
}

/// HTML that contains every part.
fn everything() -> String {
    let text = source("tests/letters/small.json");
    let mut document: Value = serde_json::from_str(&text).unwrap();
    document["body"].as_array_mut().unwrap().push(json!({ "list": ["a"], "footnotes": true }));
    let mut letter = Letter::read(&Json::from(document), &|link| Some(link.to_string())).unwrap().letter;
    letter.groups = vec![Group { name: "Friends".into(), text: None }];
    let zabel = Signatory { name: "Zabel".into(), group: Some("Friends".into()), ..Signatory::default() };
    let mut now = Now::of(&letter);
    now.live = Live { count: Some(4), latest: vec![zabel.clone()], ..now.live };
    now.rows = [&*now.rows, &[Row { signatory: zabel, new: true }]].concat().into();
    let failure = Failure {
        code: Code::Network,
        message: String::new(),
        url: String::new(),
        page: None,
        status: None,
        retry_after: None,
    };
    let states = [(State::Shown(Arc::new(letter.clone())), now), (State::Failed(failure), Now::default())];
    let beyond = BeyondSignal::new(Beyond { sheets: Vec::new(), more: true, status: String::new() });
    Owner::new().with(|| {
        let language = Language::first_of(&[]);
        let mut html = tools(&beyond, &language, 3, None).to_html()
            + &sheets(&beyond, &Listing::of(&letter, &Settings::read(|_| None).0)).to_html();
        html += &parts_of(&sign_form(language.sign_texts()));
        for (state, now) in states {
            let settings = Settings::read(|_| None).0;
            let (reader, changing, on) = (Vec::new(), Changing::new(now), OnMessage::new(|_| true));
            html += &view! { <OpenLetter state settings reader changing on /> }.to_html();
        }
        html
    })
}

/// HTML that has the parts of all elements in trees.
fn parts_of(trees: &Value) -> String {
    match trees {
        Value::Array(items) => items.iter().map(parts_of).collect(),
        Value::Object(members) => {
            let part = |(key, value): (&String, &Value)| match value {
                Value::String(names) if key == "part" => format!(" part=\"{names}\""),
                inner => parts_of(inner),
            };
            members.iter().map(part).collect()
        }
        _ => String::new(),
    }
}

/// The names in all `part` attributes.
fn parts(html: &str) -> BTreeSet<String> {
    let lists = html.split(" part=\"").skip(1).map(|rest| rest.split_once('"').unwrap().0);
    lists.flat_map(str::split_whitespace).map(str::to_string).collect()
}

/// The files of a folder with that ending.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == ending)).collect()
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('-');
    let mut camel = words.next().unwrap_or_default().to_string();
    for word in words {
        camel += &word[..1].to_uppercase();
        camel += &word[1..];
    }
    camel
}

//! The roll's files, as the model reads them.

use open_letter::model::{Json, NameRef, PageRef, RollFile, RollIndex};
use serde_json::{Value, json};

fn index(json: Value) -> Option<RollIndex> {
    RollIndex::read(&Json::from(json))
}

fn file(json: Value) -> Option<RollFile> {
    RollFile::read(&Json::from(json), &|url| Some(["https://letters.example/letters/x/", url].concat()))
}

fn whole() -> Value {
    json!({ "version": 1, "count": 3, "organisations": 1, "persons": 2,
        "pages": [{ "src": "0123456789abcdef.json", "count": 3 }],
        "names": [{ "from": "", "src": "a.json" }, { "from": "m", "src": "b-1.json" }] })
}

fn with(pointer: &str, value: Value) -> Value {
    let mut changed = whole();
    *changed.pointer_mut(pointer).unwrap() = value;
    changed
}

#[test]
fn an_index_is_read_whole() {
    let name = |from: &str, src: &str| NameRef { from: from.into(), src: src.into() };
    let expected = RollIndex {
        count: 3,
        organisations: 1,
        persons: 2,
        pages: vec![PageRef { src: "0123456789abcdef.json".into(), count: 3 }],
        names: vec![name("", "a.json"), name("m", "b-1.json")],
        ..RollIndex::default()
    };
    assert_eq!(index(whole()), Some(expected.clone()));
    assert_eq!(RollIndex::read(&Json::from(expected.to_json())), Some(expected.clone()));
    let titled = RollIndex { titles: vec!["dr".into(), "prof".into()], ..expected };
    assert_eq!(RollIndex::read(&Json::from(titled.to_json())), Some(titled));
}

#[test]
fn half_an_index_is_none() {
    for changed in [
        json!([]),
        json!(null),
        with("/version", json!(2)),
        with("/version", json!("1")),
        with("/count", json!(-1)),
        with("/persons", json!(1.5)),
        with("/organisations", json!(null)),
        with("/pages", json!({})),
        with("/pages/0", json!("a.json")),
        with("/pages/0/count", json!("3")),
        with("/names/1/from", json!(5)),
        with("/names/1/src", json!(null)),
    ] {
        assert_eq!(index(changed.clone()), None, "{changed}");
    }
}

#[test]
fn files_stand_beside_the_index() {
    for src in
        ["", ".", "..", "../a.json", "a/b.json", "/a.json", "https:a", "a?b", "a#b", "a%2fb", "a\\b", "ä.json", "a b"]
    {
        assert_eq!(index(with("/pages/0/src", json!(src))), None, "{src:?}");
        assert_eq!(file(json!({ "names": [{ "from": "", "src": src }] })), None, "{src:?}");
    }
}

#[test]
fn a_file_is_of_one_of_three_kinds() {
    let pages = file(json!({ "pages": [{ "src": "a.json", "count": 5 }] })).unwrap();
    assert_eq!(pages.pages, [PageRef { src: "a.json".into(), count: 5 }]);
    let names = file(json!({ "names": [{ "from": "a", "src": "a.json" }] })).unwrap();
    assert_eq!(names.names, [NameRef { from: "a".into(), src: "a.json".into() }]);
    let rows = file(json!({ "signatories": [{ "name": "Ada", "url": "ada" }, { "nom": "?" }, 5] })).unwrap();
    assert_eq!(rows.signatories.len(), 1, "who can't be read is left out");
    assert_eq!(rows.signatories[0].url.as_ref().unwrap().as_str(), "https://letters.example/letters/x/ada");
    for other in [json!({}), json!([]), json!({ "signatories": {} }), json!({ "pages": [5] }), json!({ "names": "a" })]
    {
        assert_eq!(file(other.clone()), None, "{other}");
    }
}

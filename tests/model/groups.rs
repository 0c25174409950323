//! Groups of a roll, and who is the latest.

use open_letter::model::{Group, Json, Letter, Live, Reading, limits};
use serde_json::{Value, json};

/// A letter with these signatories and groups.
fn read(signatories: Value, groups: Value) -> Reading {
    let letter = json!({
        "version": 1, "lang": "en", "title": "A", "body": ["B"], "signatories": signatories, "groups": groups
    });
    Letter::read(&Json::parse(&letter.to_string()).unwrap(), &|url| Some(url.into())).unwrap()
}

fn names(groups: &[Group]) -> Vec<&str> {
    groups.iter().map(|group| group.name.as_str()).collect()
}

#[test]
fn a_letter_lists_its_groups_or_its_signatories_name_them() {
    let signatories = json!([
        { "name": "Ani", "group": "Friends" }, { "name": "Garo" }, { "name": "Zabel", "group": "Professors" },
        { "name": "Nor", "group": "Friends" }
    ]);
    let letter = read(signatories.clone(), Value::Null).letter;
    assert_eq!(names(&letter.groups), ["Friends", "Professors"]);
    let letter = read(signatories, json!([{ "name": "Professors", "text": "Professeurs" }])).letter;
    assert_eq!(names(&letter.groups), ["Professors", "Friends"]);
    assert_eq!(Group::heading(&letter.groups, "Professors"), "Professeurs");
    assert_eq!(Group::heading(&letter.groups, "Friends"), "Friends");
    assert_eq!(Group::heading(&letter.groups, "Others"), "Others", "one that came later");
}

#[test]
fn of_ten_thousand_groups_a_hundred_are_read() {
    let rows = |number: usize| json!({ "name": "Ani", "group": format!("Group {number}") });
    let reading = read((0..1500).map(rows).collect(), Value::Null);
    assert_eq!(reading.letter.groups.len(), limits::GROUPS);
    assert_eq!(reading.letter.signatories.len(), 1500, "nobody is lost");
    assert_eq!(reading.letter.signatories.iter().filter(|one| one.group.is_some()).count(), limits::GROUPS);
    let problems: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, ["signatories has 1400 names in too many groups, which are in none now: keep to 100 groups"]);
    let listed = (0..10_000).map(|number| json!({ "name": format!("Group {number}") })).collect();
    assert_eq!(read(json!([]), listed).letter.groups.len(), limits::GROUPS);
}

#[test]
fn a_group_is_a_line_like_any_other() {
    let reading = read(json!([{ "name": "Ani", "group": "A\u{202e}B\nC\u{7}" }]), Value::Null);
    assert_eq!(names(&reading.letter.groups), ["AB C"]);
    assert_eq!(reading.problems.len(), 1);
    let reading = read(json!([{ "name": "Ani", "group": "x".repeat(1_200_000) }, { "name": "Garo" }]), Value::Null);
    assert!(reading.letter.groups.is_empty());
    assert!(reading.letter.left_out.names, "as with a name of that length");
}

/// Two of the same day: the later in the list.
#[test]
fn only_those_are_the_latest_whose_day_is_known() {
    let latest = |signatories: Value| -> Vec<String> {
        Live::of(&read(signatories, Value::Null).letter).latest.into_iter().map(|one| one.name).collect()
    };
    assert!(latest(json!([{ "name": "Ada" }, { "name": "Bo" }, { "name": "Zoe" }])).is_empty());
    let signed = |name: &str, day: &str| json!({ "name": name, "signed": day });
    assert_eq!(
        latest(json!([
            signed("Ada", "2026-03-05"), signed("Bo", "2026-03-07"), signed("Cy", "2026-03-01"),
            { "name": "Withheld", "withheld": true, "signed": "2026-03-09" },
            { "name": "Initiator", "initiator": true, "signed": "2026-03-09" },
            signed("Dee", "2026-03-05"), { "name": "Zoe" }
        ])),
        ["Bo", "Dee", "Ada"]
    );
}

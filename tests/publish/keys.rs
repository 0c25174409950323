//! The keys of front matter, and their short forms.

use crate::front_matter::{published, reports};
use serde_json::json;

#[test]
fn a_goal_is_a_number() {
    assert_eq!(
        published("signatures:\n  goal: 100")["signatures"],
        json!({ "count": 1, "goal": 100, "src": "count.json" })
    );
    let remedy = "write a whole number from 0, without quotation marks or separators";
    reports(
        "signatures:\n  goal: 1'000",
        &[&format!("x/letter.md:5: signatures.goal is a text, not a number: {remedy}")],
    );
    reports("signatures:\n  goal: -5", &[&format!("x/letter.md:5: signatures.goal is negative: {remedy}")]);
    reports(
        "signatures: 100",
        &["x/letter.md:4: signatures is “100”: write it on the next line, indented by two spaces, as goal: 100"],
    );
}

#[test]
fn the_counts_address_can_be_given() {
    let letter = published(
        "signatures:\n  src:\n    url: https://a.example/api\n    pointer: /data/count\n  stream: https://a.example/s",
    );
    assert_eq!(
        letter["signatures"],
        json!({
            "count": 1, "src": { "url": "https://a.example/api", "pointer": "/data/count" },
            "stream": "https://a.example/s"
        })
    );
}

#[test]
fn an_addressee_in_a_line_is_split_at_the_first_comma() {
    let letter = published(
        "addressees:\n  - heading: \"To the Attention of:\"\n    members:\n      - A. Joly,  Minister of Trade, and Business; Canada\n      - Ministry\n      - name: King, Jr.\n        office: Chair",
    );
    assert_eq!(
        letter["addressees"],
        json!([{
            "heading": "To the Attention of:",
            "members": [
                { "name": "A. Joly", "office": "Minister of Trade, and Business; Canada" },
                { "name": "Ministry" },
                { "name": "King, Jr.", "office": "Chair" }
            ]
        }])
    );
}

#[test]
fn addressees_outside_a_group_are_one() {
    let one = json!([{ "members": [{ "name": "A", "office": "B" }] }]);
    assert_eq!(published("addressees:\n  - A, B")["addressees"], one);
    assert_eq!(published("addressees: A, B")["addressees"], one);
    assert_eq!(published("addressees:\n  members:\n    - A, B")["addressees"], one);
    for comma in ["، ", "，", "、"] {
        assert_eq!(published(&format!("addressees: A{comma}B"))["addressees"], one);
    }
    let mixed = published("addressees:\n  - A\n  - name: B\n  - members: [C]\n  - D");
    assert_eq!(
        mixed["addressees"],
        json!([
            { "members": [{ "name": "A" }, { "name": "B" }] }, { "members": [{ "name": "C" }] },
            { "members": [{ "name": "D" }] }
        ])
    );
    reports(
        "addressees:\n  - A\n  - \", Minister\"",
        &["x/letter.md:6: the name of an addressee is empty: give the person's or body's name"],
    );
}

#[test]
fn an_unknown_key_is_reported_with_the_one_that_is_meant() {
    reports("salutaton: Dear", &["x/letter.md:4: salutaton is not a key of a letter: did you mean salutation?"]);
    reports("Date: 2023-09-07", &["x/letter.md:4: Date is not a key of a letter: did you mean date?"]);
    reports(
        "sign:\n  url: https://a.example/\n  lable: x",
        &["x/letter.md:6: sign.lable is not a key of a letter: did you mean label?"],
    );
    reports(
        "addressees:\n  - members:\n    - name: A\n      organization: B",
        &["x/letter.md:7: addressees.members.organization is not a key of a letter: did you mean organisation?"],
    );
    reports(
        "author: Hayren",
        &[
            "x/letter.md:4: author is not a key of a letter: there are id, lang, title, summary, date, url, image, status, \
           updates, addressees, salutation, closing, signatures, sign, groups, withdraw, contact, privacy",
        ],
    );
}

#[test]
fn a_key_at_the_margin_is_sent_below_the_one_that_it_belongs_to() {
    reports(
        "sign:\n  url: https://a.example/\nlabel: x",
        &["x/letter.md:6: label is not a key of a letter: write it below sign: and indent it by two spaces"],
    );
    reports(
        "goal: 100",
        &["x/letter.md:4: goal is not a key of a letter: write it below signatures: and indent it by two \
                           spaces"],
    );
}

#[test]
fn one_text_in_place_of_several_is_shown_as_it_should_be() {
    let below = "write it on the next line, indented by two spaces, as";
    let within = "write it in brackets, with commas between the";
    for (lines, line, message) in [
        ("sign: https://a.example/", 4, format!("sign is “https://a.example/”: {below} url: https://a.example/")),
        ("updates: Handed over", 4, format!("updates is “Handed over”: {below} - text: Handed over")),
        ("groups: A, B", 4, format!("groups is “A, B”: {within} groups: [A, B]")),
        (
            "privacy: https://a.example/\nsign:\n  form:\n    to: collect https://a.example/\n    ask: name, email",
            8,
            format!("sign.form.ask is “name, email”: {within} fields: [name, email]"),
        ),
    ] {
        reports(lines, &[&format!("x/letter.md:{line}: {message}")]);
    }
    reports(
        "updates:\n  - date: [a]\n    text: x",
        &["x/letter.md:5: the date of an update is a list, not a text: write the day as 2023-09-07"],
    );
}

#[test]
fn what_publishing_fills_in_is_sent_where_it_belongs() {
    reports(
        "version: 1\nbody: Text\nsignatories: []\ntranslations: []\nroll: x\nsignatures:\n  count: 5",
        &[
            "x/letter.md:4: version is written by publish: leave it out",
            "x/letter.md:5: body does not belong there: write the text as Markdown below the second ---",
            "x/letter.md:6: signatories do not belong there: write them into signatories.csv",
            "x/letter.md:7: translations are found by their files: leave this out, and write the French text into \
             letter.fr.md",
            "x/letter.md:8: roll is written by publish: leave it out",
            "x/letter.md:10: signatures.count is counted from signatories.csv: leave it out",
        ],
    );
}

#[test]
fn the_id_must_be_fit_for_an_address() {
    reports(
        "id: My Letter",
        &[
            "x/letter.md:4: id is “My Letter”, which cannot be part of an address: use small letters a to z, digits and hyphens",
        ],
    );
    for id in ["..", "a/b", "-x", "é", "a_b", "A"] {
        let message = format!(
            "x/letter.md:4: id is “{id}”, which cannot be part of an address: use small letters a to z, digits and hyphens"
        );
        reports(&format!("id: \"{id}\""), &[&message]);
    }
    assert_eq!(published("id: an-id-2")["id"], "an-id-2");
    assert_eq!(published("")["id"], "x");
}

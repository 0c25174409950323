//! The form to sign in front matter: one line, or all of it.

use crate::folder::Folder;
use crate::front_matter::{published, reports};
use serde_json::{Value, json};

fn form(lines: &str) -> Value {
    published(&format!("sign:\n{lines}"))["sign"]["form"].clone()
}

#[test]
fn a_collector_is_named_in_one_line() {
    let letter = published("sign:\n  label: Sign here\n  form: collect https://letters.example/collect/");
    let consent = "I sign this letter. I agree that my name is published with it, and that my data are used for that. I can \
                   withdraw at any time.";
    let id = letter["sign"]["form"]["ask"][4]["id"].clone();
    assert_eq!(id.as_str().map(str::len), Some(8), "{id}");
    let expected = json!({
        "url": "sign/", "label": "Sign here",
        "form": {
            "action": "https://letters.example/collect/v1/letters/x/signatures",
            "ask": [
                { "field": "name" }, { "field": "email" }, { "field": "kind" },
                { "field": "organisation", "required": "organisation" },
                { "field": "consent", "text": consent, "id": id }
            ]
        }
    });
    assert_eq!(letter["sign"], expected);
}

#[test]
fn a_letter_says_what_happens_after_signing() {
    let letter = published("sign:\n  next: We hand the letter over on 1 June.\n  form: collect /collect");
    assert_eq!(letter["sign"]["next"], "We hand the letter over on 1 June.");
}

#[test]
fn another_page_may_sign_too() {
    let letter = published("sign:\n  url: https://a.example/sign\n  form: collect /collect");
    assert_eq!(letter["sign"]["url"], "https://a.example/sign");
    assert_eq!(letter["sign"]["form"]["action"], "/collect/v1/letters/x/signatures");
}

#[test]
fn what_the_letter_asks_takes_the_place_of_the_usual() {
    let form = form(
        "  form:\n    to: collect https://a.example\n    ask:\n      - name\n      - email\n      - { field: comment, max: 100, \
         required: false }\n      - { field: consent, text: Mine. }",
    );
    let id = form["ask"][3]["id"].clone();
    let expected = json!([
        { "field": "name" }, { "field": "email" }, { "field": "comment", "max": 100, "required": false },
        { "field": "consent", "text": "Mine.", "id": id }
    ]);
    assert_eq!(form["ask"], expected);
}

#[test]
fn another_text_of_the_consent_is_another_version() {
    let id = |text: &str| {
        form(&format!("  form:\n    to: collect /c\n    ask: [name, email, {{ field: consent, text: {text} }}]"))["ask"]
            [2]["id"]
            .clone()
    };
    assert_eq!(id("One."), id("One."));
    assert_ne!(id("One."), id("Two."));
    let given = form("  form:\n    to: collect /c\n    ask: [name, email, { field: consent, id: v1, text: One. }]");
    assert_eq!(given["ask"][2]["id"], "v1");
}

#[test]
fn a_map_is_written_out() {
    let form = form(
        "  url: https://a.example/\n  form:\n    action: https://a.example/action\n    by: status\n    confirms: true\n    ask: \
         [name, email]\n    send:\n      as: form\n      names: { email: 'member[email]' }\n      also: { guard: '' }",
    );
    let expected = json!({
        "action": "https://a.example/action", "by": "status", "confirms": true,
        "ask": [{ "field": "name" }, { "field": "email" }],
        "send": { "as": "form", "names": { "email": "member[email]" }, "also": { "guard": "" } }
    });
    assert_eq!(form, expected);
}

#[test]
fn an_unknown_receiver_is_told_with_those_that_are_known() {
    reports(
        "sign:\n  form: mailchimp 5",
        &["x/letter.md:5: sign.form is “mailchimp 5”: write collect and the address of the collector, such as \
           https://letters.example/collect; or action-network and the petition's id, such as \
           71f8feef-61c8-4e6b-9745-ec1d7752f298; or proca and the number of the action page, such as 42; or the form's own \
           keys"],
    );
    reports(
        "sign:\n  url: https://a.example/\n  form: proca page",
        &["x/letter.md:6: sign.form is “proca page”: write proca and the number of the action page, such as 42"],
    );
    reports(
        "sign:\n  form: collect",
        &["x/letter.md:5: sign.form is “collect”: write collect and the address of the collector, such as \
           https://letters.example/collect"],
    );
}

#[test]
fn a_fault_in_the_form_is_told_with_its_line() {
    reports(
        "sign:\n  form:\n    to: collect /c\n    ask:\n      - name\n      - email\n      - password\n    asks: []",
        &[
            "x/letter.md:10: the field of a question in ask is “password”: write name, first-name, last-name, email, kind, \
             organisation, role, country, postcode, comment, public, consent or news",
            "x/letter.md:11: sign.form.asks is not a key of a letter: did you mean ask?",
        ],
    );
}

#[test]
fn a_system_that_no_page_can_send_to_needs_a_page_of_its_own() {
    reports(
        "sign:\n  form: proca 42",
        &["x/letter.md:4: sign.url is missing: write url: and the address of the page where readers sign, below sign:"],
    );
}

#[test]
fn a_translation_has_the_form_in_its_language() {
    let folder = Folder::new()
        .letter("lang: en\ntitle: A letter\nsign:\n  form: collect /collect", "Text.")
        .file("letter.fr.md", "---\ntitle: Une lettre\n---\n\nTexte.\n")
        .file(
            "letter.hy.md",
            "---\ntitle: Նամակ\nsign:\n  label: Ստորագրել\n  form:\n    ask: [name, email]\n---\n\nՏեքստ։\n",
        );
    folder.publish();
    let french = &folder.site_json("letters/x/letter.fr.json")["sign"];
    assert_eq!(french["url"], "fr/sign/");
    assert_eq!(french["form"]["action"], "/collect/v1/letters/x/signatures");
    let consent = french["form"]["ask"][4]["text"].as_str().unwrap();
    assert!(consent.starts_with("Je signe cette lettre."), "{consent}");
    let armenian = &folder.site_json("letters/x/letter.hy.json")["sign"];
    assert_eq!(armenian["form"]["action"], "/collect/v1/letters/x/signatures");
    assert_eq!(armenian["form"]["ask"], json!([{ "field": "name" }, { "field": "email" }]));
    assert_eq!(armenian["label"], "Ստորագրել");
}

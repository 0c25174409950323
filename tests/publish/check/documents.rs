//! A `letter.json`, checked against the schema and reported in an editor's form.

use super::TODAY;
use crate::folder::Folder;
use open_letter::check::check_on;

/// Asserts the findings about a document with these members, which begin on its third line.
#[track_caller]
fn reports(members: &str, expected: &[&str]) {
    let usual = [("body", r#"["Text."]"#), ("summary", r#""What it asks for.""#), ("date", r#""2023-09-07""#)];
    let usual = usual.into_iter().filter(|(key, _)| !members.contains(&format!("\"{key}\"")));
    let usual = usual.map(|(key, value)| format!(", \"{key}\": {value}")).collect::<Vec<_>>().concat();
    let comma = if members.is_empty() { "" } else { ",\n" };
    let content = format!("{{\n\"version\": 1, \"lang\": \"en\", \"title\": \"A letter\"{usual}{comma}{members}\n}}");
    let folder = Folder::new().file("letter.json", content);
    let findings = check_on(&folder.path().join("letter.json"), TODAY).findings;
    let expected: Vec<String> = expected.iter().map(|finding| format!("x/letter.json:{finding}")).collect();
    assert_eq!(folder.shorten(&findings), expected);
}

#[test]
fn a_letter_in_order_is_left_alone() {
    reports("", &[]);
    reports(
        "\"$schema\": \"letter.schema.json\", \"sign\": null,\n\"signatories\": [{\"name\": \"Ada\"}],\n\"signatures\": {\"count\": 5}",
        &[],
    );
}

#[test]
fn the_published_letter_is_in_order() {
    let folder = Folder::new().letter(super::FRONT, "One *two* [three](https://hayren.org/).\n\n- four\n\n> five");
    folder.publish();
    let document = folder.out().join("letters/x/letter.json");
    let checked = check_on(&document, TODAY);
    let placeholder = "url leads to letters.example, an example address: write your own address";
    let hint = format!("site/letters/x/letter.json:8:10: hint: {placeholder}");
    assert_eq!((folder.shorten(&checked.findings), checked.is_clean()), (vec![hint], true));
}

#[test]
fn what_is_beside_a_document_is_left_alone() {
    reports("\"signatures\": {\"src\": \"a.json\"}, \"image\": \"a.jpg\"", &[]);
}

#[test]
fn problems_have_line_and_column() {
    reports(
        "\"status\": \"gone\",\n  \"signatories\": [\n    {\"name\": \"Ada\"},\n    {\"name\": \"Ծ\", \"kind\": \"dog\"}\n  ]",
        &[
            "3:11: status is “gone”: write open, closed, delivered or answered",
            "6:27: signatories[1].kind is “dog”: write \"person\" or \"organisation\"",
        ],
    );
}

#[test]
fn what_the_schema_alone_finds_is_reported_once() {
    reports(
        "\"signatories\": [{\"id\": 7, \"name\": \"Ada\"}]",
        &["3:24: warning: signatories[0].id is a number: write a string"],
    );
    // The model reports the first, and the schema would report both.
    reports(
        "\"date\": 5,\n\"signatories\": [{\"id\": 7, \"name\": \"Ada\"}]",
        &[
            "3:9: date is a number, not a string: write the day as 2023-09-07",
            "4:24: warning: signatories[0].id is a number: write a string",
        ],
    );
    reports(
        "\"body\": [\"Text.\", {\"list\": \"one\"}, 5, {\"strong\": {}}]",
        &[
            "3:28: body[1].list is a string, not a list: give the items as a list",
            "3:36: body[2] is a number, not a span: write a text, {\"strong\": …}, {\"em\": …}, {\"link\": …, \"text\": …}, \
             {\"footnote\": …}, or a list of those",
            "3:50: body[3].strong is not a span: write a text, {\"strong\": …}, {\"em\": …}, {\"link\": …, \"text\": …}, \
             {\"footnote\": …}, or a list of those",
        ],
    );
}

#[test]
fn members_that_nobody_reads_are_reported() {
    reports(
        "\"salutaton\": \"Dear\",\n\"x-mine\": 1,\n\"signatories\": [{\"name\": \"Ada\", \"organization\": \"HART\"}],\n\
         \"closing\": \"a\", \"closing\": \"b\"",
        &[
            "3:14: warning: salutaton is not a member of a letter: did you mean salutation?",
            "4:11: hint: x-mine is not a member of a letter, and is not read: leave it out, unless another program reads it",
            "5:49: warning: signatories[0].organization is not a member of a letter: did you mean organisation?",
            "6:28: warning: closing appears twice, and only the last counts: keep one of the two",
        ],
    );
    // It resembles lang, which the letter already has.
    reports(
        "\"tags\": []",
        &[
            "3:9: hint: tags is not a member of a letter, and is not read: leave it out, unless another program reads it",
        ],
    );
}

#[test]
fn an_editor_reads_it_too() {
    reports(
        "\"salutation\": \"Dear “Minister\",\n\"body\": [\"One **two** three.\",\n[\"A \", {\"link\": \"www.hayren.org\", \"text\": \"us\"}]]",
        &[
            "3:15: warning: salutation has “Minister without a closing ”: write it where the quotation ends",
            "4:10: warning: body[0] shows the mark of **two** three.: write {\"strong\": …} or {\"em\": …}, this is not Markdown",
            "5:17: warning: body[1][1].link has the link www.hayren.org, which has no https: and so leads into the letter's \
             own folder: write https://www.hayren.org",
        ],
    );
}

#[test]
fn what_is_around_nothing_is_reported() {
    reports(
        "\"body\": [[\"A \", {\"link\": \"https://hayren.org/\", \"text\": \"\"}, {\"em\": [\"\"]}], \
         {\"link\": \"https://hayren.org/\", \"text\": \" \"}, \"B\"]",
        &[
            "3:57: warning: body[0][1].text has a link without words, which is dropped: write its words, or leave it out",
            "3:69: warning: body[0][2].em has stress without words, which is dropped: write its words, or leave it out",
            "3:117: warning: body[1].text has the link https://hayren.org/ without words: write what readers follow",
        ],
    );
}

#[test]
fn signatories_are_read_too() {
    reports(
        "\"signatories\": [\n{\"name\": \"Аda\"},\n{\"name\": \"Bob\", \"id\": \"bob@hayren.org\"},\n{\"name\": \"Bob\"}],\n\
         \"signatures\": {\"count\": 2}",
        &[
            "4:10: warning: signatories[0].name mixes Cyrillic and Latin letters in “Аda”: type the word again in one script",
            "5:23: warning: signatories[1].id is an e-mail address, and ids are public: give a number or a word",
            "6: warning: Bob is also in line 5: delete one, or distinguish them by role, country, note or url",
            "7:25: warning: signatures.count is 2, and 3 signatories are listed: count all who signed",
        ],
    );
}

#[test]
fn no_text_of_a_signatory_may_have_an_e_mail_address() {
    let message = "has an e-mail address in it, which everybody could read";
    reports(
        "\"signatories\": [\n{\"name\": \"Ada\", \"role\": \"Chair, chair@hayren.org\", \"url\": \"mailto:ada@hayren.org\"},\n\
         {\"name\": \"Bob\", \"country\": \"bob@hayren.org\"}]",
        &[
            &format!("4:25: warning: signatories[0].role {message}: write “Chair”"),
            &format!(
                "4:59: warning: signatories[0].url {message}: give the address of a page, or leave the cell empty"
            ),
            &format!("5:28: warning: signatories[1].country {message}: leave the cell empty"),
        ],
    );
}

#[test]
fn translations_list_all_texts_once() {
    reports(
        "\"translations\": [{\"lang\": \"fr\", \"src\": \"a.json\"}, {\"lang\": \"FR\", \"src\": \"b.json\"}]",
        &[
            "3:17: warning: translations has all texts but this one: list en too",
            "3:60: warning: translations[1].lang is fr, which is already in the list: keep one of the two",
        ],
    );
}

#[test]
fn a_part_of_a_letter_is_not_judged_alone() {
    let folder = Folder::new();
    let findings = check_on(&folder.path().join("letter.md"), TODAY).findings;
    let findings = findings.into_iter().map(|finding| finding.message).collect::<Vec<_>>();
    assert_eq!(findings, [format!("is part of a letter: give its folder, {}", folder.path().display())]);
}

#[test]
fn footnotes_are_compared_with_their_marks() {
    reports(
        "\"body\": [[\"One.\", {\"footnote\": 1}, {\"footnote\": 3}],\n\"Two.[^2]\",\n\
         {\"list\": [\"a\", {\"item\": [\"b\", {\"list\": [\"c\"]}], \"text\": \"b c\"}], \"footnotes\": true}]",
        &[
            "3:10: warning: body[0] refers to the footnote 3, and there are 2: write it, or leave the mark out",
            "4:1: warning: body[1] shows the footnote [^2]: write {\"footnote\": 1, \"text\": \"[1]\"}, this is not Markdown",
            "5:16: warning: body[2].list[1] is the footnote 2, and no sentence refers to it: write {\"footnote\": 2, \"text\": \
             \"[2]\"} where it belongs, or leave it out",
        ],
    );
}

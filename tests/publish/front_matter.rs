//! The YAML above a letter.

use crate::folder::Folder;
use serde_json::{Value, json};

/// Asserts the exact findings about front matter with a title, a language and these lines.
#[track_caller]
pub fn reports(lines: &str, expected: &[&str]) {
    Folder::new().letter(&format!("lang: en\ntitle: A letter\n{lines}"), "Text.").reports(expected);
}

/// The published letter with these lines in its front matter, besides title and language.
#[track_caller]
pub fn published(lines: &str) -> Value {
    Folder::new().letter(&format!("lang: en\ntitle: A letter\n{lines}"), "Text.").published()
}

#[test]
fn a_title_a_language_and_a_text_are_enough() {
    reports("", &[]);
}

#[test]
fn what_is_missing_is_reported_with_everything_else() {
    Folder::new().letter("date: soon", "").reports(&[
        "x/letter.md:1: lang is missing: give the language of the text, such as en or fr-CA",
        "x/letter.md:1: title is missing: give the letter's title",
        "x/letter.md:2: date is “soon”: write the day as 2023-09-07",
        "x/letter.md:4: the letter has no text: write it below the second ---, at least one paragraph",
    ]);
}

#[test]
fn a_problem_is_reported_with_the_line_of_its_value() {
    reports(
        "addressees:\n  - heading: 'To:'\n    members:\n      - A, Minister\n      - name: B\n      - name:\n          \n        office: C\nurl:\n  javascript:alert(1)",
        &[
            "x/letter.md:9: the name of an addressee is missing: give the person's or body's name",
            "x/letter.md:12: url is a javascript: link, which is dropped: give a URL that begins with https:, http: or \
             mailto:, or one relative to the letter",
        ],
    );
}

#[test]
fn unquoted_words_are_texts_as_they_are_written() {
    let letter = Folder::new()
        .letter(
            "lang: en\ntitle: 1989\nsummary: No\ndate: 2023-09-07\nsalutation: 1.50\nclosing: true\nid: 007",
            "Text.",
        )
        .published();
    for (key, text) in [
        ("title", "1989"),
        ("summary", "No"),
        ("date", "2023-09-07"),
        ("salutation", "1.50"),
        ("closing", "true"),
        ("id", "007"),
    ] {
        assert_eq!(letter[key], text);
    }
}

#[test]
fn words_come_out_exactly() {
    let text = "the recent heinous  aggression – “cheif” 120’000 R2P";
    for written in
        [text.to_string(), format!("\"{text}\""), format!("'{text}'"), format!("|\n  {text}"), format!(">\n  {text}\n")]
    {
        assert_eq!(published(&format!("summary: {written}"))["summary"], text, "{written}");
    }
    assert_eq!(published("summary: |\n  one\n  two\n")["summary"], "one\ntwo");
    assert_eq!(published("summary: one\n  two")["summary"], "one two");
}

#[test]
fn nothing_after_the_colon_is_as_good_as_no_key() {
    let letter = published("summary:\nclosing: ~\nsalutation: null\naddressees:\nsign:");
    for key in ["summary", "closing", "salutation", "addressees", "sign"] {
        assert_eq!(letter.get(key), None, "{key}");
    }
}

#[test]
fn a_key_can_not_stand_twice() {
    reports("date: 2023-09-07\ndate: 2023-09-08", &["x/letter.md:5: has date twice: keep one of the two"]);
    reports("sign:\n  url: a\n  url: b", &["x/letter.md:6: has url twice: keep one of the two"]);
}

#[test]
fn marks_of_yaml_at_the_start_of_a_text_are_reported() {
    let quote = "put it in quotation marks";
    reports(
        "salutation: &Dear Madam",
        &[&format!("x/letter.md:4: has a text that begins with &, which means something else there: {quote}")],
    );
    reports(
        "salutation: !Dear Madam",
        &[&format!("x/letter.md:4: has a text that begins with !, which means something else there: {quote}")],
    );
}

#[test]
fn a_text_with_a_number_sign_in_it_is_reported() {
    reports(
        "summary: Letter # 5 to Canada",
        &["x/letter.md:4: warning: loses # 5 to Canada, since # begins a remark there: put the whole text in \
           quotation marks, or the remark on a line of its own"],
    );
    reports("# a comment\nsummary: C#5 and \"# 5\"\nclosing: \"Letter # 5\"", &[]);
}

/// Nobody who writes a letter knows what a mapping value is.
#[test]
fn what_can_not_be_read_is_reported_with_its_line_and_what_to_write() {
    for (lines, line, message) in [
        ("summary: To Canada: act", 4, ", because the text has a colon in it: write summary: \"To Canada: act\""),
        ("summary: “To Canada: act”", 4, ", because the text has a colon in it: write summary: \"To Canada: act\""),
        ("summary: To: \"Canada\"", 4, ", because the text has a colon in it: write summary: 'To: \"Canada\"'"),
        ("addressees:\n  - To: Canada: act", 5, ", because the text has a colon in it: write To: \"Canada: act\""),
        (
            "summary: \"open\nclosing: Yours",
            4,
            ", because the quotation mark of \"open is not closed: write \" at the end of the text too",
        ),
        ("summary: \"Open\" it", 4, ", because the text begins with \": write summary: '\"Open\" it'"),
        ("groups: [A, B", 4, ", because [ is not closed in [A, B: write ] at its end"),
        ("groups: [A, , B]", 4, ", because [A, , B] has nothing between two commas: leave one of them out"),
        ("summary: [Draft] To Canada", 4, ", because the text begins with [: write summary: \"[Draft] To Canada\""),
        ("closing: @home", 4, ", because the text begins with @: write closing: \"@home\""),
        ("salutation: *Dear", 4, ", because the text begins with *: write salutation: \"*Dear\""),
        ("closing:Yours\ndate: 2026-05-03", 4, ", because no space follows the colon: write closing: Yours"),
        ("closing = Yours\ndate: 2026-05-03", 4, ", because it has = in place of the colon: write closing: Yours"),
        (
            "salutation: Dear Mayor,\nDear Council,\nclosing: Yours",
            5,
            ", because “Dear Council,” has no key: begin it with two spaces if it goes on from the line before, or with # \
             if it is a remark",
        ),
        ("sign:\n\turl: a", 5, " at “url: a”, because it begins with a tab: begin it with spaces"),
        (
            "addressees:\n  - members:\n     - A\n      - { name: B }",
            7,
            " at “- { name: B }”, because it does not begin where the lines like it do: begin lines of one list at the \
             same place, with spaces",
        ),
        (
            " closing: a",
            4,
            " at “closing: a”, because it does not begin where the lines like it do: begin lines of one list at the same \
             place, with spaces",
        ),
        (
            "updates: {date: {}",
            4,
            " at “updates: {date: {}”: indent with spaces alone, and put a text that begins with a mark or has a colon in \
             it in quotation marks",
        ),
    ] {
        reports(lines, &[&format!("x/letter.md:{line}: can't be read{message}")]);
    }
}

#[test]
fn references_that_multiply_end_at_the_first() {
    let bomb = "summary: &a [x,x,x,x,x,x,x,x,x]\nclosing: [*a,*a,*a,*a,*a,*a,*a,*a,*a]";
    reports(
        bomb,
        &["x/letter.md:4: has a text that begins with &, which means something else there: put it in quotation marks"],
    );
}

#[test]
fn deep_nesting_is_reported() {
    for opening in ["[", "{a: ", "- "] {
        for depth in [40, 10_000] {
            let lines = format!("summary:\n  {}", opening.repeat(depth));
            let found = Folder::new().letter(&format!("lang: en\ntitle: A letter\n{lines}"), "Text.").findings();
            let [finding] = found.as_slice() else { panic!("one finding: {found:?}") };
            let is_known = ["is nested", "can't be read"]
                .iter()
                .any(|fault| finding.starts_with(&format!("x/letter.md:5: {fault}")));
            assert!(is_known, "{finding}");
        }
    }
}

#[test]
fn front_matter_must_be_there_and_end() {
    Folder::new().file("letter.md", "# A letter\n\nText.").reports(&[
        "x/letter.md:1: does not begin with the title and so on: write ---, then lines such as title: …, then --- again",
    ]);
    Folder::new().file("letter.md", "").reports(&[
        "x/letter.md:1: does not begin with the title and so on: write ---, then lines such as title: …, then --- again",
    ]);
    Folder::new().file("letter.md", "---\ntitle: A letter\n\nText.").reports(&[
        "x/letter.md:1: has a first line --- and no second one: write --- on a line of its own before the letter's text",
    ]);
    Folder::new()
        .file("letter.md", "---\njust words\n---\n\nText.")
        .reports(&["x/letter.md:2: is not a list of keys: write lines such as title: …"]);
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_are_taken() {
    let folder = Folder::new().file("letter.md", "\u{feff}---\r\nlang: en\r\ntitle: A letter\r\nsummary: |\r\n  a\r\n  b\r\n---\r\n\r\nOne  two.\r\n\r\nThree\r\nfour.\r\n");
    let letter = folder.published();
    assert_eq!(letter["title"], "A letter");
    assert_eq!(letter["summary"], "a\nb");
    assert_eq!(letter["body"], json!(["One  two.", "Three four."]));
    Folder::new().file("letter.md", "---\r\nlang: en\r\ntitle: A\r\ndate: x\r\n---\r\n\r\n<b>x</b>\r\n").reports(&[
        "x/letter.md:4: date is “x”: write the day as 2023-09-07",
        "x/letter.md:7: has the HTML <b>: write Markdown, or \\< where the sign itself is meant",
    ]);
}

#[test]
fn other_encodings_are_reported_with_the_line() {
    Folder::new().file("letter.md", b"---\nlang: fr\ntitle: Ann\xe9e\n---\n\nText.").reports(&[
        "x/letter.md:3: is not UTF-8, so its letters are not certain: in the editor, choose Save As and the encoding UTF-8",
    ]);
}

#[test]
fn a_file_of_a_word_processor_is_sent_to_where_it_can_be_read() {
    Folder::new().file("letter.md", b"PK\x03\x04\xff\x00").reports(&[
        "x/letter.md: is a file of a word processor, and no text: begin a letter with it by open-letter new, a name for the \
         folder, --from and this file",
    ]);
}

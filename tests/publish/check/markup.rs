//! Markup that readers would see.

use super::{FRONT, has_findings, text};
use crate::folder::Folder;

#[track_caller]
fn reports(paragraph: &str, message: &str) {
    has_findings(&text("en", paragraph), &[&format!("letter.md:8: {message}")]);
}

#[test]
fn markdown_that_is_understood_and_signs_that_are_meant_are_left_alone() {
    for (lang, paragraph) in [
        ("en", "**Strong**, *stressed*, __too__, _this_, [linked](https://a.org/), \\*meant\\*, 2 * 3 * 4."),
        ("de", "Bürger*innen, und noch eine Fußnote."),
        ("en", "snake_case_name, @name_ and https://a.org/b_, f**k, A & B; R&D, AT&T; 5 < 6 > 4, #hashtag, @name, C#."),
        ("en", "Name: ____ Date: ______"),
        ("fr", "Une liste :\n\n- un\n- deux"),
        ("ja", "これは**強い**言葉で、「**強い**」言葉です。"),
        ("ko", "이것은 **강한** 말이고 **힘**이 있다."),
    ] {
        has_findings(&text(lang, paragraph), &[]);
    }
}

#[test]
fn a_footnote_where_there_are_none_is_reported() {
    let folder = Folder::new().letter(&FRONT.replace("summary: ", "summary: See[^1] "), "Text.");
    has_findings(
        &folder,
        &["letter.md:4: warning: summary shows the footnote [^1]: leave it out, this is a plain text"],
    );
}

#[test]
fn a_mark_that_was_not_understood_is_reported() {
    let remedy = "close it right after the last of its words, or write \\ before it if it is meant";
    reports("We **ask ** you.", &format!("warning: shows the mark of **ask ** you.: {remedy}"));
    reports("We **ask you.", &format!("warning: shows the mark of **ask you.: {remedy}"));
    reports("We _ask you.", &format!("warning: shows the mark of _ask you.: {remedy}"));
    reports("We ask_ you.", &format!("warning: shows the mark of ask_ you.: {remedy}"));
    reports(
        "See [the report](https://a.org/the report) now.",
        "warning: shows [the report](https://a.org/the… and no link: write [words](address), with no space before or in \
         the address",
    );
    reports(
        "See [the report] (https://a.org/) now.",
        "warning: shows [the report] (https://a.org/)… and no link: write [words](address), with no space before or in \
         the address",
    );
    let names = "write [signatories] for the place of the names";
    reports("[signatures]", &format!("warning: shows [signatures]: {names}"));
    reports("[ Unterzeichnende ]", &format!("warning: shows [ Unterzeichnende ]: {names}"));
    reports("##Heading", "warning: shows ##Heading: write a space after the # for a heading");
    reports("• First", "hint: begins with • First: write - and a space for an item of a list");
}

#[test]
fn a_mark_that_touches_a_quotation_is_reported_where_no_spaces_are() {
    let remedy = "write it inside quotation marks and brackets, 「**words**」, and before a full stop";
    for (lang, text_, shown) in [
        ("ja", "これは**「強い」**です。", "**「強い」**です。"),
        ("ja", "これは**強い。**次です。", "**強い。**次です。"),
        ("zh", "这是**“强”**字。", "**“强”**字。"),
        ("ko", "이것은 **“강한”**말이다.", "**“강한”**말이다."),
    ] {
        has_findings(&text(lang, text_), &[&format!("letter.md:8: warning: shows the mark of {shown}: {remedy}")]);
    }
}

#[test]
fn front_matter_is_plain_text() {
    let folder = Folder::new().letter(
        &format!("{FRONT}\nsalutation: Dear **Minister**,\nclosing: With &amp; without<br> [us](https://a.org/)"),
        "Text.",
    );
    has_findings(
        &folder,
        &[
            "letter.md:6: warning: salutation shows the mark of **Minister**,: leave it out, this is a plain text",
            "letter.md:7: warning: closing shows [us](https://a.org/) and no link: leave the address out, this is a plain \
             text",
            "letter.md:7: warning: closing shows <br>: leave it out, no text of a letter is read as HTML",
            "letter.md:7: warning: closing shows &amp;: write the character itself",
        ],
    );
}

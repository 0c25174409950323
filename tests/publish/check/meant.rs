//! Marks that the writer has marked as meant, by the remedy that `check` gives, or by `open-letter new`.

use super::{FRONT, findings, text};
use crate::folder::Folder;
use open_letter::check::check_on;
use open_letter::new;

#[track_caller]
fn leaves_alone(lang: &str, body: &str) {
    assert_eq!(findings(&text(lang, body)), Vec::<String>::new(), "{body}");
}

#[test]
fn a_backslash_before_a_mark_settles_what_is_said_about_it() {
    for (lang, body) in [
        ("en", r"This is \<u>vital\</u>."),
        ("en", r"\_draft\_ and \_draft_ and draft\_ and \__draft\__."),
        ("en", r"\**draft** and \*\*draft\*\* and \*\*draft, without an end."),
        ("en", r"See \[the report](https://a.org/the report), \[x](y) and \[x] (https://a.org/)."),
        ("en", r"See [the report\](https://a.org/the report)."),
        ("en", r"R\&amp;D, O\&#39;Brien and \&nbsp;."),
        ("en", r"R&lt;b>, &lt;u>, &#60;u> and &#42;*x."),
        ("en", r"\##Heading"),
        ("en", r"\#Our demands"),
        ("en", r"\[signatures]"),
        ("en", r"\[^1] is no note."),
        ("en", r"\~~late~~, \==vital==, \++new++ and \$x^2$."),
        ("en", r"\[b]vital[/b] and \{{name}}."),
        ("en", r"\[TOC]"),
        ("en", r"\[x]: https://a.org/"),
        ("en", r"\> 50 per cent of us."),
        ("en", r"\- 5 degrees"),
        ("de", r"3\. Mai 2025: Der Park wird gesperrt."),
        ("ja", r"これは\*\*「強い」\*\*です。"),
        ("en", "- \\_draft\\_\n\n> \\_draft\\_\n\n## \\_Draft\\_\n\nText.[^1]\n\n[^1]: \\_draft\\_"),
        ("en", "Two lines of \\_one\\_\nparagraph, **and** \\_more\\_\\\nof it."),
    ] {
        leaves_alone(lang, body);
    }
}

#[test]
fn a_mark_beside_one_that_is_meant_is_still_reported() {
    for (body, shown) in [
        (r"\_draft\_ and _draft", "the mark of _draft"),
        (r"\[x](y) and [the report](https://a.org/the report)", "[the report](https://a.org/the… and no link"),
        (r"R\&amp;D and R&amp;amp;D", "&amp;"),
        (r"The \_report and [x](a b)", "[x](a b) and no link"),
        (r"A backslash \\ and _draft", "the mark of _draft"),
    ] {
        let found = findings(&text("en", body));
        assert!(found.len() == 1 && found[0].contains(&format!("shows {shown}")), "{body} {found:?}");
    }
}

#[test]
fn front_matter_is_plain_so_nothing_in_it_is_marked_as_meant() {
    let folder = Folder::new().letter(&format!("{FRONT}\nclosing: With \\_respect\\_,"), "Text.");
    assert_eq!(findings(&folder), Vec::<String>::new());
    let folder = Folder::new().letter(&format!("{FRONT}\nclosing: With _respect_,"), "Text.");
    assert_eq!(findings(&folder).len(), 1);
}

#[test]
fn what_new_writes_is_no_fault_to_check() {
    let signs = "_draft_ **vital** [x](y) [signatures] <u>vital</u> R&amp;D `code` C:\\_files 2*3*4 [^1]";
    let lines = ["> 50 % of us", "- 5 degrees alone", "[TOC]", signs];
    let lines = lines.map(|line| line.replace('&', "&amp;").replace('<', "&lt;")).join("</p><p>");
    let temp = tempfile::tempdir().unwrap();
    let file = temp.path().join("source.html");
    std::fs::write(&file, format!("<html lang=en><h1>A letter</h1><p>The river is closed.</p><p>{lines}</p></html>"))
        .unwrap();
    let made = temp.path().join("x");
    new::from(&made, new::Elsewhere { file: &file, lang: Some("en"), encoding: None }).unwrap();
    let found = check_on(&made, super::TODAY).findings;
    let others: Vec<String> =
        found.iter().map(ToString::to_string).filter(|finding| finding.contains("shows ")).collect();
    assert_eq!(others, Vec::<String>::new(), "{}", std::fs::read_to_string(made.join("letter.md")).unwrap());
}

//! Texts without marks.

use super::Made;

fn body(text: &str) -> String {
    Made::of("letter.txt", text).body().to_string()
}

#[test]
fn paragraphs_are_known_by_empty_lines_or_by_lines() {
    let wrapped = "The city has closed the river since May, and since then the people\nwho live beside it have asked every \
                   month why that is so, and nobody\nhas answered them.\n\nWe ask.";
    assert_eq!(
        body(wrapped),
        "The city has closed the river since May, and since then the people who live beside it have asked every month why that \
         is so, and nobody has answered them.\n\nWe ask."
    );
    let lines =
        "The city has closed the river since May.\r\nNobody was asked before the works began.\r\nWe ask for an answer.";
    assert_eq!(
        body(lines),
        "The city has closed the river since May.\n\nNobody was asked before the works began.\n\nWe ask for an answer."
    );
}

#[test]
fn a_pasted_list_becomes_one() {
    let text = "The city has closed the river since May.\nNobody was asked before the works began.\nWe ask the \
                city:\n•\tto stop the works,\n•\tto hear those who live there.\no\tall of them\n1.\tFirst, stop.\n2.\tThen, \
                publish the plans.\nThe end.";
    assert_eq!(
        body(text),
        "The city has closed the river since May.\n\nNobody was asked before the works began.\n\nWe ask the city:\n\n- to stop \
         the works,\n- to hear those who live there.\n- all of them\n\n1. First, stop.\n2. Then, publish the plans.\n\nThe end."
    );
    assert_eq!(body("We ask:\n\n- One\n  - Two\n- Three\n\nEnd."), "We ask:\n\n- One\n  - Two\n- Three\n\nEnd.");
    assert_eq!(body("We ask.\n\n1986. That was the year."), "We ask.\n\n1986\\. That was the year.");
}

#[test]
fn lines_and_headings_of_a_text_are_kept() {
    assert_eq!(
        body("The river is closed.\n\nWhat we ask\n-----------\n\nAn answer.\n\n* * *\n\nThe end."),
        "The river is closed.\n\n## What we ask\n\nAn answer.\n\n---\n\nThe end."
    );
}

#[test]
fn old_encodings_are_asked_for() {
    let bytes = b"L'\xe9t\xe9 est fini.";
    let error = Made::error("letter.txt", bytes);
    assert!(error.starts_with("letter.txt: is not UTF-8, and nothing says what it is. Give the --encoding"), "{error}");
    assert!(error.ends_with("\nor save it as UTF-8"), "a letter is no table: {error}");
    let made =
        Made::with("letter.txt", bytes, |from| open_letter::new::Elsewhere { encoding: Some("windows-1252"), ..from });
    assert_eq!(made.unwrap().body(), "L'été est fini.");
}

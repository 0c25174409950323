//! Footnotes that are typed as words.

use super::Made;
use super::docx::{docx, p, t};

#[test]
fn typed_footnotes_become_footnotes_if_each_has_its_place() {
    let text = |one: &str, two: &str| {
        format!(
            "The river is closed since May{one}. Nobody was asked{two}.\n\nSincerely,\n\nBo Example, Chair\n\nNotes\n\n{one} Minutes, \
             p. 4.\n\n    See also p. 5.\n\n{two} Letter of the mayor."
        )
    };
    let expected = "The river is closed since May[^1]. Nobody was asked[^2].\n\n[^1]: Minutes, p. 4.\n\n    See also p. 5.\n\n[^2]: \
                    Letter of the mayor.";
    for (one, two) in [("[1]", "[2]"), ("¹", "²"), ("(1)", "(2)")] {
        let text = text(one, two);
        let paragraphs = text.split("\n\n").map(str::trim);
        let word = docx(&paragraphs.clone().map(|line| p("", &t(line))).collect::<String>());
        let page = paragraphs.clone().map(|line| ["<p>", line].concat()).collect::<String>();
        for made in [Made::of("letter.txt", &text), Made::of("letter.docx", word), Made::of("letter.html", page)] {
            assert_eq!(made.body(), expected, "{:#?}", made.report);
            assert!(made.lost().contains(&"“Notes” before the notes"), "{:#?}", made.report);
            assert_eq!(made.signatories(), [("Bo Example".to_string(), "Chair".to_string())]);
        }
    }
    let one_line_each = "The river[^1] is closed[^2].\nIt is not open.\n\n[^1]: Minutes.\n[^2]: Letter.";
    let made = Made::of("letter.txt", one_line_each);
    assert_eq!(made.body(), "The river[^1] is closed[^2].\n\nIt is not open.\n\n[^1]: Minutes.\n\n[^2]: Letter.");
}

#[test]
fn notes_are_numbered_in_the_order_of_the_text() {
    let made = Made::of("letter.txt", "One [2]. Two [1].\n\n[1] First.\n\n[2] Second.");
    assert_eq!(made.body(), "One [^1]. Two [^2].\n\n[^1]: Second.\n\n[^2]: First.");
}

#[test]
fn notes_within_the_text_become_footnotes() {
    for name in ["letter.md", "letter.txt"] {
        let made = Made::of(name, "The river is closed^[Minutes, p. 4.] since May.");
        assert_eq!(made.body(), "The river is closed[^1] since May.\n\n[^1]: Minutes, p. 4.");
    }
}

#[test]
fn notes_without_a_place_and_places_without_a_note_stay_and_are_told() {
    let made = Made::of("letter.txt", "The river is closed [1].\n\n[1] Minutes.\n\n[2] Letter.");
    assert_eq!(made.body(), "The river is closed \\[1].\n\n\\[1] Minutes.\n\n\\[2] Letter.");
    assert!(made.report.contains(&"look at: what begins with “[1] Minutes.” may be a note: if it is, begin it with [^1]: and write [^1] where the text refers to it".to_string()), "{:#?}", made.report);
    let made = Made::of("letter.txt", "The river is closed [3]. Nobody was asked.");
    assert!(made.report.contains(&"look at: [3] in “The river is closed [3]. Nobody…” may refer to a note: if it does, write [^1] in its place, and the note below the text as [^1]: …".to_string()), "{:#?}", made.report);
}

#[test]
fn lists_and_powers_are_no_notes() {
    let made = Made::of("letter.txt", "We ask for 10 m² and 3 km³:\n\n(1) an answer\n(2) a meeting\n\nNow.");
    assert_eq!(made.body(), "We ask for 10 m² and 3 km³:\n\n1. an answer\n2. a meeting\n\nNow.");
    assert!(made.report.iter().all(|line| !line.contains("note")), "{:#?}", made.report);
}

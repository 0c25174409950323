//! Texts copied from a word processor.

use crate::folder::Folder;

#[track_caller]
fn reports(body: &str, expected: &[(usize, &str)]) {
    let folder = Folder::new().letter("lang: en\ntitle: A letter", body);
    let findings = folder.findings();
    let expected: Vec<String> =
        expected.iter().map(|(line, message)| format!("x/letter.md:{line}: {message}")).collect();
    assert_eq!(findings, expected, "{body}");
}

const PARAGRAPHS: &str = "that run together into one paragraph: leave an empty line between two paragraphs, or write a paragraph \
                          in one line";

const SIGNS: &str = "and the like at the head, which run together into one paragraph: write - and a space in its place, or 1. \
                     and a space, and leave an empty line before the first";

const TABS: &str = "with tabs inside, as a table has that was copied, and they run together into one paragraph: write a sentence \
                    or an item of a list for each";

#[test]
fn a_pasted_letter_is_not_published() {
    let body = "The city has closed the river since May.\nNobody was asked before the works began.\nWhat we ask\nWe ask the \
                city:\n•\tto stop the works,\n•\tto hear those who live there.\n1.\tFirst, stop.\n2.\tThen, publish the \
                plans.\nProject\tCost\nBridge\t3";
    reports(
        body,
        &[
            (6, &format!("has 4 lines {PARAGRAPHS}")),
            (10, &format!("has 2 lines with • {SIGNS}")),
            (14, &format!("has 2 lines {TABS}")),
        ],
    );
}

#[test]
fn one_paragraph_a_line_is_reported_in_any_language() {
    for body in [
        "The river is closed.\nNobody was asked.\nWe ask the city to act.",
        "Реку закрыли в мае.\nНикого не спросили.\nМы просим открыть её.",
        "أُغلق النهر في مايو.\nلم يُسأل أحد؟\nنطلب فتحه.",
        "河流从五月起关闭。\n没有人被询问。\n我们请求开放。",
        "Գետը փակ է մայիսից։\nՈչ ոքի չեն հարցրել։\nԽնդրում ենք բացել։",
    ] {
        reports(body, &[(6, &format!("has 3 lines {PARAGRAPHS}"))]);
    }
}

#[test]
fn a_line_with_several_sentences_and_another_below_it_are_two_paragraphs() {
    let long = "The city has closed the river since May, and since then the people who live beside it have asked every month \
                why that is so. Nobody has answered them.";
    reports(&format!("First.\n\n{long}\nWe ask for an answer."), &[(8, &format!("has 2 lines {PARAGRAPHS}"))]);
    let several = "It is closed. Nobody knows why it is.\nWe asked. No answer.\nWe ask again.";
    reports(&format!("First.\n\n{several}"), &[(8, &format!("has 3 lines {PARAGRAPHS}"))]);
}

#[test]
fn signs_of_a_word_processor_are_reported() {
    let one = "has a line with";
    for (body, what) in [
        ("•\tStop.", format!("{one} • {SIGNS}")),
        ("•\tStop.\n•\tHear us.", format!("has 2 lines with • {SIGNS}")),
        ("• Stop.\n• Hear us.", format!("has 2 lines with • {SIGNS}")),
        ("o\tStop.\no\tHear us.", format!("has 2 lines with o {SIGNS}")),
        ("a)\tStop.\nb)\tHear us.", format!("has 2 lines with a) {SIGNS}")),
        ("–\tStop.\n–\tHear us.", format!("has 2 lines with – {SIGNS}")),
    ] {
        reports(body, &[(6, &what)]);
    }
    reports(
        "We ask: • to stop; • to hear us; • to answer.",
        &[(
            6,
            "has several signs such as • in one line: begin a line for each, with - and a space, and leave an empty line \
             before the first",
        )],
    );
}

#[test]
fn letters_that_were_written_are_left_alone() {
    for body in [
        // Lines broken at a fixed width.
        "The city has closed the river since May, and since\nthen the people who live beside it have asked every\nmonth why. \
         Nobody answers.\nWe ask.",
        // One sentence per line.
        "The city has closed the river.\nNobody was asked.\nWe ask the city to act.\n\nThat is all.",
        "We write about the park.\nPlease keep it.",
        // Line breaks that Markdown keeps.
        "The river is closed.\\\nNobody was asked.\\\nWe ask the city to act.",
        "The river is closed.  \nNobody was asked.  \nWe ask the city to act.",
        // Verse.
        "Where the river ran\nthe willows stand\nand nobody sings",
        "- Stop.\n- Hear us.\n- Answer.",
        "1.\tStop.\n2.\tHear us.\n3)\tAnswer.".replace("\n3)\tAnswer.", "").as_str(),
        "> The river is closed.\n>\n> Nobody was asked.",
        "Paris • Lyon • Rome",
        "One tab\there.",
        "## What we ask\nThe river is closed.",
    ] {
        reports(body, &[]);
    }
}

//! Characters that would disturb the page around a text.

use super::{document, letter, read, reports};
use serde_json::json;

#[test]
fn a_name_can_neither_break_its_line_nor_turn_the_text_around_it() {
    for (name, shown) in [
        ("Ann\u{202E}nna", "Annnna"),
        ("\u{2066}Ann\u{2069}", "Ann"),
        ("Ann\nMarie", "Ann Marie"),
        ("Ann\u{2028}Marie", "Ann Marie"),
        ("Ann\tMarie", "Ann Marie"),
        ("Ann\u{0}\u{1b}[31m", "Ann[31m"),
        ("Ann\u{85}", "Ann"),
    ] {
        let members = json!({ "signatories": [{ "name": name }] });
        let fault = match name {
            "Ann\nMarie" | "Ann\u{2028}Marie" => "has a line break in it: write it in one line",
            "Ann\tMarie" => "has a tab in it: leave it out, or write a space",
            _ => "contains control characters or bidirectional overrides: remove them",
        };
        reports(members.clone(), &[&format!("signatories[0].name {fault}")]);
        assert_eq!(letter(members).signatories[0].name, shown);
    }
}

#[test]
fn marks_and_joiners_that_scripts_need_stay() {
    for name in ["\u{200F}דנה\u{200E}", "می\u{200C}خواهم", "👩\u{200D}🔬 Ada", "Zo\u{308}e", "Մարիամ", "a\u{a0}b"]
    {
        let members = json!({ "signatories": [{ "name": name }] });
        reports(members.clone(), &[]);
        assert_eq!(letter(members).signatories[0].name, name);
    }
}

#[test]
fn a_text_keeps_its_line_breaks_and_double_spaces() {
    let text = "the recent heinous  aggression\nof 120’000 “cheif”\t–";
    let read = letter(json!({ "summary": text, "body": [text] }));
    assert_eq!(read.summary.as_deref(), Some(text));
    assert_eq!(
        read.body[0],
        open_letter::model::Block::Paragraph(open_letter::model::Spans(vec![open_letter::model::Span::Text(
            text.into()
        )]))
    );
}

#[test]
fn markup_in_a_text_is_text() {
    let text = "<script>alert(1)</script> & &amp; **not bold**";
    let read = read(document(json!({ "title": text, "body": [text] }))).unwrap();
    assert_eq!(read.problems, []);
    assert_eq!(read.letter.title, text);
}

/// Ordinary mixtures of scripts and directions are not taken for an attack.
#[test]
fn texts_of_any_language_have_few_turns() {
    for words in [
        "Vì sự tự do của những người bị giam giữ, chúng tôi kêu gọi ",
        "Հարգելի պարոն նախարար, 2023 թվականի սեպտեմբերի 19-ին ",
        "私たちは2023年9月に、Artsakhの人々のために ",
        "نحن المنظمات الموقعة أدناه (عددها 22) نطلب ",
        "Me\u{301}lanie Joly, ministre des Affaires e\u{301}trange\u{300}res, ",
        "Уважаемый г-н министр, 22 организации ",
    ] {
        let mut letter = document(json!({ "body": [words.repeat(1000)] }));
        letter["body"].as_array_mut().unwrap().push(json!("The end."));
        let letter = read(letter).unwrap().letter;
        assert_eq!((letter.body.len(), letter.left_out.text), (2, false), "{words}");
    }
}

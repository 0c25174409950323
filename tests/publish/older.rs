//! What a widget of 0.1.0 shows of a letter with blocks that it does not know: every sentence, once, in its order.

use crate::publication::Publication;
use open_letter::view::first_view;
use serde_json::Value;

const HARBOUR: &str = "tests/letters/folders/harbour-lamps";

/// Shorter texts, such as the comma between two marks, stand in several places.
const SENTENCE: usize = 12;

/// The words of spans, as 0.1.0 reads them: an object is its `strong`, `em` or `text`, or nothing.
fn words(spans: &Value) -> String {
    match spans {
        Value::String(text) => text.clone(),
        Value::Array(spans) => spans.iter().map(words).collect(),
        Value::Object(members) => {
            ["strong", "em", "text"].iter().find_map(|key| members.get(*key)).map_or_else(String::new, words)
        }
        _ => String::new(),
    }
}

/// The paragraphs and items of a block, as 0.1.0 reads them.
fn shown(block: &Value) -> Vec<String> {
    let lines = if let Some(heading) = block.get("heading") {
        vec![words(heading)]
    } else if let Some(Value::Array(items)) = block.get("quote").or(block.get("list")) {
        items.iter().map(words).collect()
    } else {
        vec![words(block)]
    };
    lines.into_iter().filter(|line| !line.trim().is_empty()).collect()
}

/// Every text of a body, in its order. The words for older readers repeat what is beside them.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.chars().count() >= SENTENCE => found.push(text.trim().to_string()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(members) => {
            let repeats =
                |key: &str| key == "text" && (members.contains_key("item") || members.contains_key("footnote"));
            members
                .iter()
                .filter(|(key, _)| !repeats(key) && *key != "link")
                .for_each(|(_, inner)| texts(inner, found));
        }
        _ => {}
    }
}

/// The texts of a first view.
fn tree(value: &Value, found: &mut String) {
    match value {
        Value::String(text) => found.push_str(text),
        Value::Array(items) => items.iter().skip(2).for_each(|item| tree(item, found)),
        _ => {}
    }
}

#[test]
fn older_widgets_show_every_sentence_once_and_in_order() {
    let published = Publication::of(HARBOUR);
    for file in ["letter.json", "letter.ar.json"] {
        let body = &published.json(file)["body"];
        let mut sentences = Vec::new();
        texts(body, &mut sentences);
        assert!(sentences.len() > 30, "{sentences:?}");
        let old = body.as_array().unwrap().iter().flat_map(shown).collect::<Vec<_>>().join("\n");
        let mut at = 0;
        for sentence in sentences {
            assert_eq!(old.matches(&sentence).count(), 1, "{file}: {sentence}\n{old}");
            let place = old.find(&sentence).unwrap();
            assert!(place >= at, "{file}: {sentence} stands too early:\n{old}");
            at = place;
        }
    }
}

#[test]
fn older_widgets_number_the_notes_as_their_marks_say() {
    let body = &Publication::of(HARBOUR).json("letter.json")["body"];
    assert!(words(&body[0]).contains("put out.[1] The pilots were told a week later.[2]"), "{}", words(&body[0]));
    let notes = body.as_array().unwrap().last().unwrap();
    assert!(shown(notes)[0].starts_with("We counted them"), "an ordered list, whose first item is the first note");
    assert_eq!(notes["ordered"], true);
}

#[test]
fn this_release_shows_every_sentence_once() {
    let published = Publication::of(HARBOUR);
    for (letter, file) in published.letters().iter().zip(["letter.json", "letter.ar.json"]) {
        let mut sentences = Vec::new();
        texts(&published.json(file)["body"], &mut sentences);
        let mut new = String::new();
        tree(&first_view(letter), &mut new);
        for sentence in sentences {
            assert_eq!(new.matches(&sentence).count(), 1, "{file}: {sentence}\n{new}");
        }
        let place = |text: &str| new.find(text).unwrap_or_else(|| panic!("has no {text}"));
        let closing = place(letter.closing.as_deref().unwrap());
        let notes = place(if file == "letter.json" { "We counted them" } else { "عددناها" });
        let names = place("Wendel Oarsby");
        let appendix = place(if file == "letter.json" { "Appendix: the lamps" } else { "ملحق: مصابيح" });
        assert!(closing < notes && notes < names && names < appendix, "{new}");
    }
}

//! Letters that are too heavy: each costs limited time and memory, and its readers see a notice.

use crate::fuzzing::heaps::read;
use crate::fuzzing::page::render_letter;
use crate::fuzzing::{Kind, Outcome, fuzz};
use crate::generated::{Fate, Heavy, letters};
use open_letter::model::{Json, Letter, limits};

fn fate(letter: Option<&Letter>) -> Fate {
    match letter.map(|letter| letter.left_out) {
        None => Fate::Refused,
        Some(left_out) if left_out.text => Fate::TextCut,
        Some(left_out) if left_out.names => Fate::NamesCut,
        Some(_) => Fate::Shown,
    }
}

#[test]
fn what_is_too_much_is_left_out_and_reported_or_refused() {
    for Heavy { kind, document, fate: expected } in letters() {
        let (letter, problems) = read(&document);
        assert_eq!(fate(letter.as_ref()), expected, "{kind}");
        assert!(problems <= limits::PROBLEMS + 1, "{kind}: {problems} problems");
        assert!(expected == Fate::Shown || expected == Fate::Refused || problems > 0, "{kind} is not reported");
        let Some(letter) = letter else { continue };
        assert!(letter.body.len() <= limits::PARTS && letter.signatories.len() <= limits::SIGNATORIES, "{kind}");
        let logos = letter.signatories.iter().filter(|signatory| signatory.logo.is_some()).count();
        assert!(logos <= limits::LOGOS, "{kind}: {logos} logos");
        let html = render_letter(letter);
        assert!(html.len() < 4_000_000, "{kind}: {} bytes of HTML", html.len());
        let cut = [Fate::TextCut, Fate::NamesCut].contains(&expected);
        assert_eq!(html.contains(r#"<div part="notice" class="cut">"#), cut, "{kind}");
    }
}

#[test]
fn the_end_is_left_out_and_nothing_before_it() {
    let paragraph = |number: usize| format!("\"{number} {}\"", "a".repeat(95_000));
    let body: Vec<String> = (0..20).map(paragraph).chain(["\"short\"".into()]).collect();
    let document = format!("{{\"version\":1,\"lang\":\"en\",\"title\":\"a\",\"body\":[{}]}}", body.join(","));
    let letter = read(&document).0.expect("a letter");
    assert_eq!(letter.body.len(), 10, "the short one at the end would fill the gap");
    assert!(letter.left_out.text && !letter.left_out.names);
}

#[test]
fn the_remedies_name_the_limits() {
    let mut remedies = Vec::new();
    for Heavy { document, .. } in letters() {
        let json = Json::parse(&document).expect("JSON");
        if let Ok(reading) = Letter::read(&json, &|reference| Some(reference.to_string())) {
            remedies.extend(reading.problems.iter().map(|problem| problem.remedy));
        }
    }
    let number = |number: usize| {
        let digits = number.to_string();
        let parts: Vec<&str> =
            digits.as_bytes().rchunks(3).rev().map(|part| std::str::from_utf8(part).unwrap()).collect();
        parts.join(",")
    };
    for limit in [
        limits::PARTS,
        limits::TEXT_BYTES,
        limits::SIGNATORIES,
        limits::LOGOS,
        limits::ADDRESSEES,
        limits::UPDATES,
        limits::TRANSLATIONS,
    ] {
        assert!(remedies.iter().any(|remedy| remedy.contains(&number(limit))), "no remedy names {limit}");
    }
}

#[test]
fn no_heap_of_anything_becomes_a_mountain() {
    let Outcome { letters, refused } = fuzz(Kind::Heaps, 60, Some(2023)).unwrap_or_else(|failure| panic!("{failure}"));
    assert!(letters > 10 && refused > 3, "{letters} letters, {refused} refused");
}

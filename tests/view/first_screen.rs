//! What comes first, and what is folded.

use crate::{shown, small, small_with};
use open_letter::model::{Date, Letter};
use scraper::{ElementRef, Html, Selector};

fn parsed(letter: Letter, show: &str) -> Html {
    Html::parse_fragment(&shown(letter, &[("show", show)]))
}

fn one<'h>(html: &'h Html, selector: &str) -> Option<ElementRef<'h>> {
    html.select(&Selector::parse(selector).unwrap()).next()
}

fn text(element: ElementRef) -> String {
    element.text().collect()
}

/// A letter of which everything is long.
fn long() -> Letter {
    let mut letter = small_with(&[("/summary", &"Words are here for readers of this letter. ".repeat(9))]);
    let members = letter.addressees[0].members.clone();
    letter.addressees[0].heading = Some("To the council:".into());
    letter.addressees[0].members = members.iter().cycle().take(5).cloned().collect();
    letter
}

#[test]
fn title_initiators_count_and_sign_come_before_what_is_long() {
    let html = shown(long(), &[]);
    let places = [
        "part=\"title\"",
        "class=\"initiator\"",
        "part=\"count\"",
        "part=\"sign\"",
        "part=\"share\"",
        "part=\"summary\"",
        "part=\"addressees\"",
        "part=\"body\"",
        "part=\"roll\"",
    ];
    let found = places.map(|place| html.find(place).unwrap_or_else(|| panic!("lacks {place}: {html}")));
    assert!(found.is_sorted(), "{places:?} are at {found:?}");
}

#[test]
fn a_long_summary_is_folded_after_its_first_sentence_and_loses_no_character() {
    let letter = long();
    let html = parsed(letter.clone(), "");
    let fold = one(&html, "details[part=summary]").unwrap();
    assert_eq!(Some(text(fold)), letter.summary);
    assert_eq!(
        text(one(&html, "details[part=summary] > summary").unwrap()),
        "Words are here for readers of this letter."
    );
    assert!(one(&parsed(small(), ""), "p[part=summary]").is_some(), "a short one is whole");
}

#[test]
fn a_long_list_of_addressees_is_folded_with_the_first_and_the_number_of_the_others() {
    let html = parsed(long(), "addressees");
    let name = small().addressees[0].members[0].name.clone();
    let line = text(one(&html, "details[part=addressees] > summary").unwrap());
    let number: usize = html.select(&Selector::parse("[part=addressee]").unwrap()).count();
    assert_eq!(line, format!("To the council: {name} +{}", number - 1));
    assert_eq!(
        html.select(&Selector::parse("p.group-heading").unwrap()).filter(|p| text(*p).contains("council")).count(),
        0
    );
    assert!(one(&html, "details[open]").is_none());
    assert!(one(&parsed(small(), "addressees"), "div[part=addressees]").is_some(), "a short one is whole");
}

#[test]
fn a_letter_that_is_over_says_so_where_others_are_signed() {
    let mut letter = small();
    letter.status = open_letter::model::Status::Delivered;
    let html = parsed(letter, "");
    assert!(one(&html, ".state > [part=count] + .status").is_some());
    assert!(one(&html, "[part=sign]").is_none());
}

#[test]
fn the_latest_names_are_whole_and_the_newest_is_always_there() {
    let long = "A name that is much too long to stand beside any other name in one line";
    for (names, expected) in [
        (["Ani Ararat", "Bo", "Chi"], "Chi, Bo, Ani Ararat"),
        (["Ani Ararat", long, "Chi"], "Chi"),
        (["Ani Ararat", "Bo", long], long),
    ] {
        let mut letter = small();
        letter.signatories.retain(|signatory| signatory.initiator);
        let initiator = letter.signatories[0].clone();
        letter.signatories.extend(names.map(|name| {
            let mut signatory = initiator.clone();
            (signatory.id, signatory.initiator, signatory.name) = (Some(name.into()), false, name.into());
            signatory.signed = Date::parse("2026-03-01");
            signatory
        }));
        letter.signatures.count = None;
        let html = parsed(letter, "");
        assert_eq!(text(one(&html, "[part=latest] > span:last-child").unwrap()), expected);
    }
}

//! The roll in groups, and what stands around a name.

use crate::{html, settings, shown};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use open_letter::language::Language;
use open_letter::model::{Json, Letter, Signatory, State};
use open_letter::roll::{Filter, Found, Row};
use open_letter::view::{Beyond, BeyondSignal, Listing, Now, Own, Sheet, group_after, orders, sheets};
use scraper::{Html, Selector};
use serde_json::{Value, json};
use std::sync::Arc;

fn letter(lang: &str, members: Value) -> Letter {
    let mut letter = json!({ "version": 1, "lang": lang, "title": "A", "body": ["B"] });
    letter.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    Letter::read(&Json::parse(&letter.to_string()).unwrap(), &|url| Some(url.into())).unwrap().letter
}

/// Two initiators, then people in groups and in none, in no order.
fn grouped() -> Letter {
    let in_group = |name: &str, group: &str| json!({ "name": name, "kind": "person", "group": group });
    letter(
        "en",
        json!({ "signatories": [
            { "name": "Init", "initiator": true, "group": "Friends" },
            in_group("Ani", "Professors"), { "name": "Garo" }, in_group("Bedros", "Friends"),
            { "name": "Club", "kind": "organisation", "group": "Professors" },
        ] }),
    )
}

/// The texts of the roll's items.
fn items(html: &str) -> Vec<String> {
    let html = Html::parse_fragment(html);
    let items = Selector::parse("[part=roll] > ol > li").unwrap();
    html.select(&items).map(|item| item.text().collect::<String>()).collect()
}

fn with(letter: Letter, change: impl FnOnce(&mut Now)) -> String {
    let mut now = Now::of(&letter);
    change(&mut now);
    html(State::Shown(Arc::new(letter)), settings(&[]), now)
}

#[test]
fn initiators_come_first_then_group_after_group_then_those_without_one() {
    let expected = ["Init Initiator", "Friends", "Bedros", "Professors", "Ani", "Club", "Other signatories", "Garo"];
    assert_eq!(items(&shown(grouped(), &[])), expected);
}

#[test]
fn headings_of_groups_are_one_level_below_that_of_the_roll() {
    for (attributes, tag) in [(&[][..], "h4"), (&[("show", "roll")], "h3"), (&[("heading-level", "6")], "h6")] {
        let html = shown(grouped(), attributes);
        assert!(html.contains(&format!("<li><{tag} part=\"group\">Professors</{tag}></li>")), "{html}");
    }
}

#[test]
fn a_group_is_chosen_in_a_menu() {
    let html = shown(grouped(), &[]);
    let menu = r#"<div part="filters"><select class="order" aria-label="Show"><option value="">All</option>"#;
    assert!(html.contains(menu), "{html}");
    assert!(html.contains(r#"<option value="0">Friends</option>"#));
    let chosen = |now: &mut Now| now.filter.group = Some("Friends".into());
    let html = with(grouped(), chosen);
    assert_eq!(items(&html), ["Init Initiator", "Friends", "Bedros"]);
    assert!(html.contains(r#"<option value="0" selected="">Friends</option>"#));
}

/// A heading without names below it would mislead.
#[test]
fn a_filter_leaves_no_empty_group() {
    let html =
        with(grouped(), |now| now.filter = Filter { kind: Some(open_letter::model::Kind::Organisation), group: None });
    assert_eq!(items(&html), ["Professors", "Club"]);
}

#[test]
fn in_another_order_there_are_no_headings() {
    let html = with(grouped(), |now| now.ordered = Some(now.rows.clone()));
    assert_eq!(items(&html), ["Init Initiator", "Ani", "Garo", "Bedros", "Club"]);
}

/// Those who join come to their group.
#[test]
fn a_row_that_joins_comes_to_its_group() {
    let html = with(grouped(), |now| {
        let signatory = Signatory { name: "New one".into(), group: Some("Professors".into()), ..Signatory::default() };
        now.rows = now.rows.iter().cloned().chain([Row { signatory, new: true }]).collect();
    });
    assert_eq!(items(&html)[3..7], ["Professors", "Ani", "Club", "New one New"]);
}

#[test]
fn a_translation_has_headings_of_its_own() {
    let letter = letter(
        "fr",
        json!({
            "signatories": [{ "name": "Ani", "group": "Professors" }, { "name": "Bo" }],
            "groups": [{ "name": "Professors", "text": "Professeurs" }]
        }),
    );
    let html = shown(letter, &[]);
    assert_eq!(items(&html), ["Professeurs", "Ani", "Autres signataires", "Bo"]);
    assert!(html.contains(r#"<option value="0">Professeurs</option>"#));
}

#[test]
fn a_roll_without_groups_has_no_menu_and_no_headings() {
    let html = shown(letter("en", json!({ "signatories": [{ "name": "Ani" }, { "name": "Bo" }] })), &[]);
    assert!(!html.contains("part=\"group\"") && !html.contains("class=\"order\""));
}

/// A sheet goes on below the heading of the sheet before it.
#[test]
fn a_sheet_repeats_no_heading() {
    let row = |name: &str, group: Option<&str>| {
        let signatory = Signatory { name: name.into(), group: group.map(Into::into), ..Signatory::default() };
        Found::plain(Row { signatory, new: false })
    };
    let rows: Arc<[Found]> = [row("A", Some("X")), row("B", Some("Y")), row("C", Some("Y")), row("D", None)].into();
    let listing = Listing::of(&grouped(), &settings(&[]));
    let html = |before| {
        let sheet = Sheet { number: 1, found: false, before, rows: Some(rows.clone()) };
        let beyond = BeyondSignal::new(Beyond { sheets: vec![sheet], more: false, status: String::new() });
        let html: String = Owner::new().with(|| sheets(&beyond, &listing).to_html());
        let html = Html::parse_fragment(&html);
        html.select(&Selector::parse("li").unwrap()).map(|item| item.text().collect::<String>()).collect::<Vec<_>>()
    };
    let x = Signatory { group: Some("X".into()), ..Signatory::default() };
    assert_eq!(html(Some(group_after(Some(&x)))), ["A", "Y", "B", "C", "Other signatories", "D"]);
    let initiator = Signatory { initiator: true, ..x };
    assert_eq!(html(Some(group_after(Some(&initiator))))[..2], ["X", "A"]);
    assert_eq!(html(None), ["A", "B", "C", "D"], "names that were found");
}

/// In a roll of files, rows in groups are in no order of signing.
#[test]
fn a_long_roll_in_groups_offers_no_order_of_signing() {
    let of = |members: Value| orders(&letter("en", members));
    assert_eq!(of(json!({})), 3);
    assert_eq!(of(json!({ "roll": "https://a.example/roll/index.json" })), 2);
    assert_eq!(of(json!({ "roll": "https://a.example/roll/index.json", "groups": [{ "name": "A" }] })), 1);
}

#[test]
fn of_many_names_the_first_forty_are_shown() {
    let many = |count: usize| {
        let rows = (0..count).map(|at| json!({ "name": format!("N{at}"), "group": if at < 20 { "A" } else { "B" } }));
        letter("en", json!({ "signatories": rows.collect::<Vec<_>>() }))
    };
    assert_eq!(items(&shown(many(40), &[])).len(), 42);
    let html = shown(many(200), &[]);
    assert_eq!(items(&html).len(), 42, "with two headings");
    assert!(html.contains("class=\"beyond more\""), "the button's space is reserved");
    let html = with(many(200), |now| now.show_more(16));
    assert_eq!(items(&html).len(), 58);
    let all = with(many(50), |now| {
        now.show_more(16);
        let joined = Row { signatory: Signatory { name: "New".into(), ..Signatory::default() }, new: true };
        now.rows = now.rows.iter().cloned().chain([joined]).collect();
    });
    assert_eq!(items(&all).len(), 54, "once all are shown, those who join are shown too");
}

/// A letter of that many names, of which the first are initiators.
fn of_names(count: usize, initiators: usize, more: Value) -> Letter {
    let row = |at: usize| json!({ "id": at.to_string(), "name": format!("N{at}"), "initiator": at < initiators });
    let mut members = json!({ "signatories": (0..count).map(row).collect::<Vec<_>>() });
    members.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    letter("en", members)
}

#[test]
fn who_has_just_signed_is_shown_at_once_however_many_names_there_are() {
    let own = Signatory { id: Some("own".into()), name: "Own".into(), ..Signatory::default() };
    let sign = |now: &mut Now| now.sign(Own { number: 0, signatory: Some(own.clone()) });
    let shown =
        |count: usize, change: &dyn Fn(&mut Now)| items(&with(of_names(count, 0, json!({})), |now| change(now)));
    let long = shown(200, &|now| sign(now));
    assert_eq!((long.len(), long[40].as_str()), (41, "Own New"), "after the first forty");
    let more = shown(200, &|now| {
        sign(now);
        now.show_more(16);
    });
    assert_eq!((more.len(), more[56].as_str()), (57, "Own New"), "it stays below the names that are shown");
    let sorted = shown(200, &|now| {
        sign(now);
        now.ordered = Some(now.rows.iter().rev().cloned().collect());
    });
    assert_eq!((sorted.len(), sorted[0].as_str()), (41, "Own New"), "it takes no other name's place");
    let filtered = shown(200, &|now| {
        sign(now);
        now.filter.group = Some("Nobody".into());
    });
    assert_eq!(filtered.len(), 0, "the filter holds for it");
    let mut now = Now::of(&of_names(40, 0, json!({})));
    sign(&mut now);
    assert!(!now.has_more(), "all names are shown");
    let files = with(of_names(24, 0, json!({ "roll": "https://a.example/roll/index.json" })), |now| sign(now));
    assert_eq!(items(&files).last().map(String::as_str), Some("Own New"), "also if the others are in files");
}

#[test]
fn of_many_initiators_the_first_forty_are_shown_also_if_the_roll_is_in_files() {
    let letter = || of_names(60, 60, json!({ "roll": "https://a.example/roll/index.json" }));
    assert_eq!(items(&shown(letter(), &[])).len(), 40);
    assert!(Now::of(&letter()).has_more());
    assert_eq!(items(&with(letter(), |now| now.show_more(16))).len(), 56);
    assert_eq!(items(&with(letter(), |now| now.show_more(20))).len(), 60);
    assert!(!Now::of(&of_names(40, 40, json!({ "roll": "https://a.example/roll/index.json" }))).has_more());
}

/// One name with everything around it.
fn row(lang: &str, members: Value) -> String {
    let html = Html::parse_fragment(&shown(letter(lang, json!({ "signatories": [members] })), &[]));
    html.select(&Selector::parse("[part~=signatory]").unwrap()).next().unwrap().inner_html()
}

#[test]
fn title_and_letters_stand_around_the_name() {
    let html = row("en", json!({ "name": "Ada Example", "title": "Prof. Dr.", "suffix": "PhD", "role": "Fellow" }));
    let name = r#"<bdi class="name" translate="no">Prof. Dr. Ada Example PhD</bdi>"#;
    assert!(html.starts_with(name), "{html}");
    let html = row("en", json!({ "name": "Ada", "title": "Dr.", "suffix": "MP", "url": "https://a.example/" }));
    assert!(html.contains(">Dr. <a ") && html.contains(">Ada</a> MP</bdi>"), "the link is the name: {html}");
}

#[test]
fn who_signs_on_behalf_of_an_organisation_says_so() {
    let says = |lang: &str| {
        let html = row(lang, json!({ "name": "Ada", "role": "Chair", "organisation": "Union", "behalf": true }));
        Html::parse_fragment(&html).root_element().text().collect::<String>()
    };
    assert_eq!(says("en"), "Ada, Chair, on behalf of Union");
    assert_eq!(says("tr"), "Ada, Chair, Union adına");
    let html = row("en", json!({ "name": "Ada", "organisation": "Union", "behalf": true }));
    assert!(html.contains(r#", on behalf of <bdi translate="no">Union</bdi>"#), "{html}");
    for language in ["ar", "de", "en", "es", "fr", "he", "hy", "it", "pt", "ru", "tr", "uk", "zh-Hans"] {
        assert!(says(language).contains("Union"), "{language}: {}", says(language));
    }
    let alone = row("en", json!({ "name": "Ada", "behalf": true }));
    assert!(!alone.contains("behalf"), "{alone}");
}

/// Page translators may translate it: it is no name.
#[test]
fn what_stands_for_a_withheld_name_is_no_name() {
    let html = row("en", json!({ "name": "Name withheld", "withheld": true, "role": "nurse" }));
    assert_eq!(html, r#"<bdi class="name">Name withheld</bdi><span class="detail">, nurse</span>"#);
}

#[test]
fn each_language_has_the_words() {
    for tag in ["ar", "de", "es", "fr", "he", "hy", "it", "pt", "ru", "tr", "uk", "zh-Hans"] {
        let language = Language::new(&open_letter::model::LanguageTag::parse(tag).unwrap());
        assert!(language.texts.behalf.contains("{organisation}"), "{tag}");
        assert_ne!(language.texts.others, "Other signatories", "{tag}");
    }
}

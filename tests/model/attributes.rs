//! The element's attributes.

use open_letter::model::{LanguageTag, Look, Part, Settings, Show, Theme};

fn read(attributes: &[(&str, &str)]) -> (Settings, Vec<String>) {
    Settings::read(|name| attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_string()))
}

/// Asserts that an attribute's value is unknown: the default applies, with exactly this warning.
#[track_caller]
fn warns(name: &str, value: &str, warning: &str) {
    let (settings, warnings) = read(&[(name, value)]);
    assert_eq!(warnings, [warning]);
    assert_eq!(settings, read(&[]).0, "the default");
}

#[test]
fn without_attributes_there_are_the_documented_defaults() {
    let (settings, warnings) = read(&[]);
    let expected = Settings {
        src: None,
        lang: None,
        show: Show::ALL,
        theme: Theme::Auto,
        look: None,
        heading_level: 2,
        refresh: Some(60),
        partner: None,
    };
    assert_eq!((settings, warnings), (expected, vec![]));
}

#[test]
fn empty_attributes_are_as_good_as_absent() {
    let names = ["src", "lang", "show", "theme", "look", "heading-level", "refresh", "loading", "partner"];
    let (settings, warnings) = read(&names.map(|name| (name, " ")));
    assert_eq!((settings, warnings), read(&[]));
}

#[test]
fn known_values_are_read() {
    let (settings, warnings) = read(&[
        ("src", " letter.json "),
        ("lang", "fr-CA"),
        ("show", "title roll"),
        ("theme", "dark"),
        ("look", "paper"),
        ("heading-level", " 01 "),
        ("refresh", "10"),
        ("loading", "lazy"),
        ("partner", "hart"),
    ]);
    let expected = Settings {
        src: Some("letter.json".into()),
        lang: LanguageTag::parse("fr-CA"),
        show: Show::read("title roll").0,
        theme: Theme::Dark,
        look: Some(Look::Paper),
        heading_level: 1,
        refresh: Some(10),
        partner: Some("hart".into()),
    };
    assert_eq!((settings, warnings), (expected, vec![]));
    assert_eq!(read(&[("refresh", "off")]).0.refresh, None);
    assert_eq!(read(&[("theme", "light")]).0.theme, Theme::Light);
}

#[test]
fn each_unknown_value_is_the_default_and_one_warning() {
    let lang = "it is the letter's own language; write a language tag such as en or fr-CA";
    warns("lang", "fr_CA", &format!("open-letter: lang=\"fr_CA\" is unknown, so {lang}"));
    let theme = "it is auto; write auto, light or dark";
    warns("theme", "Dark", &format!("open-letter: theme=\"Dark\" is unknown, so {theme}"));
    let look = "it is none; write paper, press or plain";
    warns("look", "letterpress", &format!("open-letter: look=\"letterpress\" is unknown, so {look}"));
    for level in ["+3", "0", "7", "h2", "2.5", "-1"] {
        let remedy = "it is 2; write a number from 1 to 6";
        warns("heading-level", level, &format!("open-letter: heading-level=\"{level}\" is unknown, so {remedy}"));
    }
    for seconds in ["+90", "90.5", "9", "0", "never", "1e3", "99999999999"] {
        let remedy = "it is 60; write a number of seconds, at least 10, or off";
        warns("refresh", seconds, &format!("open-letter: refresh=\"{seconds}\" is unknown, so {remedy}"));
    }
    warns("loading", "soon", "open-letter: loading=\"soon\" is unknown, so it is eager; write eager or lazy");
    warns("show", "everything", "open-letter: show has the unknown word \"everything\", which is dropped");
}

#[test]
fn show_names_parts_in_any_order_and_white_space() {
    let (show, unknown) = Show::read(" roll\n\ttitle  roll ");
    assert_eq!(unknown, Vec::<&str>::new());
    assert!(show.has(Part::Roll) && show.has(Part::Title) && !show.has(Part::Body) && !show.has(Part::Languages));
}

#[test]
fn each_word_of_show_is_a_part_of_its_own() {
    let words = "title summary date addressees body count sign roll share languages";
    assert_eq!(Show::read(words), (Show::ALL, vec![]));
    for word in words.split(' ') {
        let (show, unknown) = Show::read(word);
        assert!(show != Show::ALL && unknown.is_empty(), "{word}");
    }
}

#[test]
fn show_without_a_known_word_is_everything() {
    assert_eq!(Show::read(""), (Show::ALL, vec![]));
    assert_eq!(Show::read("Title rolls"), (Show::ALL, vec!["Title", "rolls"]));
    let (show, unknown) = Show::read("rolls roll");
    assert!(show.has(Part::Roll) && !show.has(Part::Title));
    assert_eq!(unknown, ["rolls"]);
}

//! Plural forms and placeholders.

use crate::files::{Text, files, texts};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use open_letter::language::{around, fill};
use std::collections::{BTreeMap, BTreeSet};

fn rules(tag: &str) -> PluralRules {
    PluralRules::try_new_cardinal(tag.parse::<Locale>().unwrap().into()).unwrap()
}

fn name(category: PluralCategory) -> String {
    format!("{category:?}").to_lowercase()
}

#[test]
fn forms_are_those_that_cldr_prescribes() {
    for (tag, file) in files() {
        let wanted: BTreeSet<String> = rules(tag).categories().map(name).collect();
        let mut forms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for Text { key, category, .. } in texts(&file) {
            if let Some(category) = category {
                forms.entry(key).or_default().insert(category);
            }
        }
        assert_eq!(forms.len(), if cfg!(feature = "collect") { 8 } else { 5 }, "{tag}");
        for (key, forms) in forms {
            assert_eq!(forms, wanted, "{key} in {tag}");
        }
    }
}

/// The names in braces.
fn placeholders(text: &str) -> BTreeSet<String> {
    text.split('{').skip(1).map(|rest| rest.split_once('}').expect("each brace is closed").0.to_string()).collect()
}

/// How many numbers have that category, among the likely counts of a letter.
fn numbers(tag: &str, category: &str) -> usize {
    let rules = rules(tag);
    (0_u64..300).filter(|number| name(rules.category_for(*number)) == category).count()
}

#[test]
fn what_is_filled_in_has_its_place_in_every_text() {
    let files = files();
    let wanted: BTreeMap<String, BTreeSet<String>> =
        texts(&files[0].1).into_iter().map(|text| (text.key, placeholders(&text.words))).collect();
    assert_eq!(wanted["progress"], ["count", "goal"].map(String::from).into());
    for (tag, file) in &files {
        for Text { key, category, words: text } in texts(file) {
            let found = placeholders(&text);
            // If a form has only one number, a word may replace it.
            let said = category.as_ref().is_some_and(|category| numbers(tag, category) == 1);
            let days = match &*key {
                "day" => vec!["day", "month", "year"],
                "months" => vec!["", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"],
                _ => Vec::new(),
            };
            if !days.is_empty() && !text.is_empty() {
                assert_eq!(found, days.into_iter().map(String::from).collect(), "{key} in {tag}");
                continue;
            }
            assert!(found == wanted[&key] || (said && found.is_empty()), "{key} {category:?} in {tag}: {text}");
        }
    }
}

#[test]
fn each_placeholder_is_filled_once_by_its_name() {
    assert_eq!(fill("{goal}-ից {count}", "count", "7"), "{goal}-ից 7");
    assert_eq!(fill("{n} de noms", "n", "{n}"), "{n} de noms");
    assert_eq!(fill("{name}", "n", "7"), "{name}");
    assert_eq!(fill("לא", "n", "7"), "לא");
    assert_eq!(around("é {n}é", "n"), Some(("é ", "é")));
}

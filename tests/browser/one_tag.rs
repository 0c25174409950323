//! The real letter through one script tag, on a page with another origin than the files.

use crate::origins::Files;
use crate::page::{CANADA, NIGHT_BUS, NIGHT_BUS_COUNT, Page};
use crate::site;
use serde_json::Value;
use std::collections::BTreeMap;

/// The published `letter.json`.
fn published() -> Value {
    let path = site::folder().join(CANADA.trim_start_matches('/'));
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_slice(&bytes).unwrap()
}

/// The text of spans, without their marks.
fn plain(spans: &Value) -> String {
    match spans {
        Value::String(text) => text.clone(),
        Value::Array(spans) => spans.iter().map(plain).collect(),
        Value::Object(span) => ["strong", "em", "text"].iter().filter_map(|key| span.get(*key)).map(plain).collect(),
        _ => String::new(),
    }
}

fn items(list: &Value) -> &[Value] {
    list.as_array().map(Vec::as_slice).unwrap_or_default()
}

pub async fn title_date_and_summary_stand_as_published(page: Page) {
    let letter = published();
    page.open("one-tag").await;
    page.until_ready(1).await;
    assert_eq!(page.text("title").await, letter["title"].as_str().unwrap());
    assert!(page.text("summary").await.contains(letter["summary"].as_str().unwrap()));
    let date = "part('date').matches('time') ? part('date') : part('date').querySelector('time')";
    assert_eq!(page.get(&format!("({date}).getAttribute('datetime')")).await, "2023-09-07");
}

pub async fn fifteen_addressees_stand_in_two_groups(page: Page) {
    let letter = published();
    page.open("one-tag").await;
    page.until_ready(1).await;
    assert_eq!(page.number("parts('addressee').length").await, 15);
    let groups =
        page.get("parts('addressee-group').map(group => group.querySelectorAll('[part~=addressee]').length)").await;
    assert_eq!(groups, serde_json::json!([4, 11]));
    let members = items(&letter["addressees"]).iter().flat_map(|group| items(&group["members"]));
    for (member, shown) in members.zip(page.texts("addressee").await) {
        for field in ["name", "office", "organisation"] {
            let text = member[field].as_str().unwrap_or_default();
            assert!(shown.contains(text), "{shown:?} lacks the {field} {text:?}");
        }
    }
}

pub async fn every_text_of_the_body_is_exact(page: Page) {
    let letter = published();
    page.open("one-tag").await;
    page.until_ready(1).await;
    let blocks = items(&letter["body"]);
    for (part, wanted) in [
        ("paragraph", blocks.iter().filter(|block| !block.is_object()).map(plain).collect::<Vec<_>>()),
        ("heading", blocks.iter().filter_map(|block| block.get("heading")).map(plain).collect()),
    ] {
        let inside = format!("[...part('body').querySelectorAll('[part~={part}]')].map(text)");
        assert_eq!(page.get(&inside).await, serde_json::json!(wanted), "the parts {part} of the body");
    }
    assert!(blocks.len() > 10, "the letter has more paragraphs than {}", blocks.len());
    assert_eq!(page.text("salutation").await, letter["salutation"].as_str().unwrap());
    assert_eq!(page.text("closing").await, letter["closing"].as_str().unwrap());
}

pub async fn the_roll_of_22_distinguishes_author_organisations_and_persons(page: Page) {
    let letter = published();
    page.open("one-tag").await;
    page.until_ready(1).await;
    let signatories = items(&letter["signatories"]);
    assert_eq!(page.number("parts('signatory').length").await, 22);
    assert_eq!(signatories.len(), 22);
    let names = page.get("parts('signatory').map(signatory => signatory.getAttribute('part').split(/\\s+/))").await;
    for ((signatory, shown), parts) in signatories.iter().zip(page.texts("signatory").await).zip(items(&names)) {
        for field in ["name", "role", "organisation", "note"] {
            let text = signatory[field].as_str().unwrap_or_default();
            assert!(shown.contains(text), "{shown:?} lacks the {field} {text:?}");
        }
        let has = |part: &str| items(parts).iter().any(|name| name == part);
        for kind in ["organisation", "person"] {
            assert_eq!(has(kind), signatory["kind"] == kind, "{shown:?} is of the parts {parts}");
        }
        assert_eq!(has("initiator"), signatory["initiator"] == true, "{shown:?} is of the parts {parts}");
    }
    assert_eq!(page.number("parts('initiator').length").await, 1);
    assert!(page.is("parts('signatory')[0] === part('initiator')").await);
    let roll = page.texts("signatory").await.join("\n");
    for name in ["Lela Gilbert", "Union of Armenian Communities of Quebec"] {
        assert!(roll.contains(name), "the roll lacks {name}");
    }
    assert!(roll.contains("twenty-one registered organisations in Quebec"));
    assert_eq!(page.number("parts('person').length").await, 2);
}

pub async fn the_count_is_22(page: Page) {
    page.open("one-tag").await;
    page.until_ready(1).await;
    let count = page.text("count").await;
    assert!(count.contains("22"), "the count says {count:?}");
    assert_eq!(page.number("letter().count").await, 22);
}

pub async fn the_element_is_right_after_its_tag(page: Page) {
    page.open("one-tag").await;
    page.until_ready(1).await;
    assert_eq!(page.number("document.querySelectorAll('open-letter').length").await, 1);
    assert!(page.is("letter().previousElementSibling.matches('script[data-letter]')").await);
    assert!(page.is("shown(letter())").await);
}

pub async fn ready_fires_once_bubbling_and_composed(page: Page) {
    page.open("one-tag").await;
    page.until_ready(1).await;
    page.quiet().await;
    let events = page.events("ready").await;
    assert_eq!(events.len(), 1, "{events:?}");
    assert_eq!((&events[0]["bubbles"], &events[0]["composed"]), (&true.into(), &true.into()));
    assert_eq!(page.events("error").await, Vec::<Value>::new());
    assert_eq!(page.get("[...recorded.errors, ...recorded.warnings]").await, serde_json::json!([]));
}

pub async fn loader_glue_wasm_letter_and_count_are_asked_for_once_and_nothing_else(page: Page) {
    page.open_bare(&format!(
        "<script async crossorigin src=\"{{files}}/open-letter.js\" data-letter=\"{{files}}{NIGHT_BUS}\"></script>"
    ))
    .await;
    page.until_ready(1).await;
    page.until_served("the count is asked for", |files| files.count(NIGHT_BUS_COUNT) == 1).await;
    page.quiet().await;
    assert_eq!(page.files.requests().last().map(|request| request.path.clone()).as_deref(), Some(NIGHT_BUS_COUNT));
    let mut counts = BTreeMap::new();
    for request in page.files.requests() {
        *counts.entry(request.path).or_insert(0) += 1;
    }
    assert_eq!(counts.remove("/open-letter.js"), Some(1), "the loader");
    assert_eq!(counts.remove(NIGHT_BUS), Some(1), "the letter");
    assert_eq!(counts.remove(&NIGHT_BUS.replace(".json", ".view.json")), Some(1), "its first view");
    assert_eq!(counts.remove(NIGHT_BUS_COUNT), Some(1), "its count, once the letter is there");
    for path in Files::part("updates") {
        assert_eq!(counts.remove(&path), Some(1), "the part that follows the letter: {counts:?}");
    }
    let ends = |end: &str| counts.iter().filter(|(path, count)| path.ends_with(end) && **count == 1).count();
    let ends = [".css", ".js", ".wasm"].map(ends);
    assert_eq!((ends, counts.len()), ([1, 1, 1], 3), "stylesheet, glue and module: {counts:?}");
    let elsewhere = format!(
        "performance.getEntriesByType('resource').map(({{ name }}) => name)
            .filter(name => !name.startsWith('{}/') && !name.endsWith('/favicon.ico'))",
        page.files.origin(),
    );
    assert_eq!(page.get(&elsewhere).await, serde_json::json!([]), "requests to other origins");
}

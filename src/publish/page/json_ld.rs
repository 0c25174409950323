//! The letter's data for search engines: an `Article` of schema.org, in JSON-LD.

use super::page::Page;
use crate::model::{Kind, Signatory};
use maud::{Markup, PreEscaped, html};
use serde_json::{Map, Value, json};

/// The element with the description in it.
pub fn script(page: &Page, description: &str, address: Option<&str>, image: Option<&str>) -> Markup {
    let json = article(page, description, address, image).to_string();
    html! { script type="application/ld+json" { (PreEscaped(escaped(&json))) } }
}

fn article(page: &Page, description: &str, address: Option<&str>, image: Option<&str>) -> Value {
    let letter = page.letter;
    let authors: Vec<Value> =
        letter.signatories.iter().filter(|signatory| signatory.initiator).map(|one| author(one, page)).collect();
    let members = [
        ("@context", json!("https://schema.org")),
        ("@type", json!("Article")),
        ("headline", json!(letter.title)),
        ("description", json!((!description.is_empty()).then_some(description))),
        ("inLanguage", json!(letter.lang.as_str())),
        ("datePublished", json!(letter.date.map(crate::model::Date::to_iso))),
        ("author", json!((!authors.is_empty()).then_some(authors))),
        ("url", json!(address)),
        ("mainEntityOfPage", json!(address)),
        ("image", json!(image)),
        ("isAccessibleForFree", json!(true)),
        ("interactionStatistic", json!(letter.count().map(signatures))),
    ];
    let known = members.into_iter().filter(|(_, value)| !value.is_null());
    Value::Object(known.map(|(key, value)| (key.to_string(), value)).collect::<Map<_, _>>())
}

/// An initiator. Without a kind, it is only a name.
fn author(signatory: &Signatory, page: &Page) -> Value {
    let kind = match signatory.kind {
        Some(Kind::Organisation) => "Organization",
        Some(Kind::Person) => "Person",
        None => return json!(signatory.name),
    };
    let mut author = json!({ "@type": kind, "name": signatory.name });
    if signatory.kind == Some(Kind::Person) {
        for (key, words) in [("honorificPrefix", &signatory.title), ("honorificSuffix", &signatory.suffix)] {
            if let Some(words) = words {
                author[key] = json!(words);
            }
        }
    }
    if let Some(url) = &signatory.url {
        author["url"] = json!(page.place.whole_link(url.as_str()));
    }
    author
}

fn signatures(count: u64) -> Value {
    json!({
        "@type": "InteractionCounter",
        "interactionType": { "@type": "EndorseAction" },
        "userInteractionCount": count,
    })
}

/// JSON escaped so that it neither ends the script element nor hides its end (HTML, 4.12.1.3).
fn escaped(json: &str) -> String {
    json.replace('<', "\\u003c")
}

//! Addresses that an attacker might write, in every place of a letter that can have one.

use super::page::{Shown, hrefs, render_letter};
use open_letter::model::{Count, CountSource, Json, Letter, Link, RollFile, as_written, to_json};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use url::Url;

/// The letter's address.
pub const HOME: &str = "https://letters.example/letters/x/letter.json";

/// Schemes that must be dropped.
pub const SCHEMES: [&str; 9] =
    ["javascript", "JaVaScRiPt", "data", "vbscript", "blob", "file", "view-source", "intent", "ftp"];

/// All white space, control characters and default-ignorable code points of Unicode (`White_Space`, general category
/// Cc, `Default_Ignorable_Code_Point`), and other characters that some URL parser has treated like them.
pub fn ignored() -> impl Iterator<Item = char> {
    let others = "\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{17b4}\u{17b5}\u{2800}\u{3164}\u{ffa0}%\\\"'<>`&;";
    let ranges = [
        '\u{180b}'..='\u{180f}',
        '\u{200b}'..='\u{200f}',
        '\u{202a}'..='\u{202e}',
        '\u{2060}'..='\u{206f}',
        '\u{fe00}'..='\u{fe0f}',
        '\u{feff}'..='\u{feff}',
        '\u{fff0}'..='\u{ffff}',
        '\u{1bca0}'..='\u{1bca3}',
        '\u{1d173}'..='\u{1d17a}',
        '\u{e0000}'..='\u{e0fff}',
    ];
    let known = ('\0'..=char::MAX).filter(|char| char.is_control() || char.is_whitespace());
    known.chain(ranges.into_iter().flatten()).chain(others.chars())
}

/// A scheme with such characters around it and in it, and any text after it; or any text at all.
pub fn addresses() -> impl Strategy<Value = String> {
    let chars = |most| vec(select(ignored().collect::<Vec<_>>()), 0..most);
    let scheme = (chars(4), chars(3), chars(3), select(&SCHEMES[..]), 0_usize..12);
    let rest = "(//)?([a-z]{0,4}@)?[a-z.]{0,6}(:[0-9]{1,3})?[/?#\\\\]?\\PC{0,8}";
    let built = (scheme, rest).prop_map(|((before, within, after, scheme, at), rest)| {
        let (head, tail) = scheme.split_at(at.min(scheme.len()));
        let text = |chars: Vec<char>| chars.into_iter().collect::<String>();
        [&text(before), head, &text(within), tail, &text(after), ":", &rest].concat()
    });
    prop_oneof![4 => built, 1 => "\\PC{0,30}", 1 => any::<String>()]
}

/// A letter with the address in every place that can have one.
fn letter(address: &str) -> Value {
    let signatory = json!({ "name": "Ada", "url": address, "logo": address, "initiator": true });
    json!({
        "version": 1, "lang": "en", "title": "A letter", "id": "x",
        "body": [
            ["a ", { "link": address, "text": "plain" }],
            { "heading": { "link": address, "text": "heading" } },
            { "quote": [{ "strong": { "link": address, "text": "strong" } }] },
            { "list": [{ "em": [{ "link": address, "text": "em" }] }] },
        ],
        "url": address, "image": address, "withdraw": address, "contact": address, "privacy": address,
        "roll": address, "updates": [{ "text": "News", "url": address }],
        "signatories": [signatory], "sign": { "url": address, "label": "Sign" },
        "signatures": { "count": 1, "src": address, "stream": address },
        "translations": [{ "lang": "en", "src": address }, { "lang": "fr", "src": address }],
    })
}

/// Checks the targets of all links in a letter with this address, and in its published form.
///
/// # Errors
///
/// If a link leads to anything but the web or mail, or has a scheme that another parser could find.
pub fn inspect(address: &str) -> Result<Shown, String> {
    let document = Json::from(letter(address));
    let home = Url::parse(HOME).map_err(|error| error.to_string())?;
    let resolve = |reference: &str| home.join(reference).ok().map(String::from);
    let shown = Letter::read(&document, &resolve).map_err(|error| format!("{error:?}"))?.letter;
    let rows = json!({ "signatories": [{ "name": "Ada", "url": address, "logo": address }] });
    let rows = RollFile::read(&Json::from(rows), &resolve).ok_or("is not a file of a roll")?;
    let latest = json!({ "count": 1, "latest": [{ "name": "Ada", "url": address, "logo": address }] });
    let source = CountSource::Document(Link::of("count.json", &resolve)?);
    let (count, _) = Count::read(&Json::from(latest), &source, &resolve).map_err(|problem| problem.to_string())?;
    let mut links = vec![shown.roll.clone(), shown.signatures.stream.clone()];
    links.extend(rows.signatories.into_iter().chain(count.latest).flat_map(|row| [row.url, row.logo]));
    links.extend(shown.translations.iter().map(|translation| Some(translation.src.clone())));
    let links = links.into_iter().flatten().map(|link| link.as_str().to_string());
    let links = links.chain(shown.signatures.src.iter().map(|src| src.url().to_string()));
    let links: Vec<String> = links.chain(hrefs(&render_letter(shown.clone()))).collect();
    if let Some(astray) = links.iter().find(|href| !leads_on(href)) {
        return Err(format!("{address:?} has become {astray:?}"));
    }
    let written = Letter::read(&document, &as_written).map_err(|error| format!("{error:?}"))?.letter;
    let is_ours = |text: &String| {
        let first = text.split(['/', '?', '#', '\\']).next().unwrap_or_default().to_ascii_lowercase();
        !first.contains(':') || ["http:", "https:", "mailto:"].iter().any(|own| first.starts_with(own))
    };
    match strings(&to_json(&written)).into_iter().find(|text| !is_ours(text)) {
        Some(text) => Err(format!("{address:?} would be published as {text:?}")),
        None => Ok(Shown::Letter),
    }
}

/// Whether a browser follows the address to the web or to mail, on any page.
pub fn leads_on(href: &str) -> bool {
    Url::parse(href).is_ok_and(|url| matches!(url.scheme(), "http" | "https" | "mailto") && url.username().is_empty())
}

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(strings).collect(),
        Value::Object(members) => members.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

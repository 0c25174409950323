//! What is wrong with a line of the settings, for somebody who doesn't know TOML: the reader of the file speaks of
//! types, and of what it expected.

use crate::source::in_a_line;
use crate::source::keys::instead;

/// Settings and sections, each as it is written.
const EXAMPLES: [(&str, &str); 21] = [
    ("listen", "listen = \"127.0.0.1:8400\""),
    ("metrics", "metrics = \"127.0.0.1:8401\""),
    ("url", "url = \"https://letters.example/collect/\""),
    ("proxies", "proxies = [\"127.0.0.1\"]"),
    ("key-file", "key-file = \"/var/lib/open-letter/collect.key\""),
    ("site", "[site], and out and base-url below it"),
    ("out", "out = \"/var/www/letters\" below [site]"),
    ("base-url", "base-url = \"https://letters.example/\" below [site]"),
    ("every", "every = \"10s\""),
    ("then", "then = [\"rsync\", \"-a\", \"site/\", \"host:/var/www/letters/\"]"),
    ("store", "[store], and sqlite below it"),
    ("sqlite", "sqlite = \"/var/lib/open-letter/signatures.db\" below [store]"),
    ("mail", "[mail], and smtp and from below it"),
    ("from", "from = \"Letters <letters@example.org>\" below [mail]"),
    ("per-second", "per-second = 10"),
    ("admin", "[admin], and mails below it"),
    ("mails", "mails = [\"coordinator@example.org\"]"),
    ("letter", "[[letter]], and folder below it: two brackets, because there can be several letters"),
    ("folder", "folder = \"/etc/open-letter/my-letter\" below [[letter]]"),
    ("partners", "partners = [\"choir\", \"river-watch\"]"),
    ("pending", "pending = \"7d\""),
];

/// The fault in that line, and the remedy. `message` is what the reader of the file says.
#[must_use]
pub fn in_words(line: &str, message: &str) -> String {
    let key = line.split('=').next().unwrap_or_default().trim().trim_matches(['[', ']']).trim();
    let mut named = message.split('`').skip(1).step_by(2);
    let text = if message.starts_with("unknown field") {
        let name = named.next().unwrap_or(key);
        format!("{name} is not a setting there: {}", instead(name, &named.collect::<Vec<_>>()))
    } else if message.starts_with("missing field") {
        let name = named.next().unwrap_or(key);
        format!("{name} is missing: write {}", example(name).unwrap_or("it"))
    } else if message.starts_with("unknown variant") {
        let given = named.next().unwrap_or_default();
        let choices: Vec<String> = named.map(|choice| format!("\"{choice}\"")).collect();
        format!("{key} is “{given}”: write {}", choices.join(" or "))
    } else if message.starts_with("duplicate key") {
        "has a setting or a section that is there already: keep one of the two".to_string()
    } else if message.starts_with("invalid")
        && (message.contains("type") || message.contains("value") || message.contains("address"))
    {
        wrong(key, line, message)
    } else {
        mistyped(key, line).unwrap_or_else(|| format!("{key}: {message}"))
    };
    in_a_line(&text)
}

fn example(key: &str) -> Option<&'static str> {
    EXAMPLES.iter().find(|(name, _)| *name == key).map(|(_, line)| *line)
}

/// A value of the wrong kind.
fn wrong(key: &str, line: &str, message: &str) -> String {
    let given = line.split_once('=').map_or(line, |(_, value)| value).trim();
    // What was expected comes last: *invalid type: string "5", expected a nonzero u32*.
    let message = message.rsplit("expected").next().unwrap_or(message);
    let remedy = match example(key) {
        Some(example) => format!("write {example}"),
        None if message.contains("boolean") => "write true or false, without quotation marks".to_string(),
        None if message.contains("sequence") => format!("write it in brackets: [{given}]"),
        None if message.contains("string") => format!("write it in quotation marks: \"{given}\""),
        None if message.contains("nonzero") => "write a whole number from 1, without quotation marks".to_string(),
        None => "write a whole number from 0, without quotation marks".to_string(),
    };
    format!("{key} can't be {given}: {remedy}")
}

/// A line that is no setting, as it was probably mistyped.
fn mistyped(key: &str, line: &str) -> Option<String> {
    let text = line.trim();
    let value = text.split_once('=').map(|(_, value)| value.trim());
    let colon =
        text.split_once(':').filter(|(name, _)| name.chars().all(|char| char.is_ascii_alphanumeric() || char == '-'));
    if text.contains(['“', '”', '„']) {
        Some(format!("has the quotation marks of a word processor: write the straight mark \" in {text}"))
    } else if text.starts_with("//") {
        Some("begins with //: write # before a remark".to_string())
    } else if let (None, Some((name, value))) = (value, colon) {
        Some(format!("has a colon in place of =: write {name} = {}", value.trim()))
    } else if text.contains('\\') {
        Some(format!("{key} has a \\, which means something else there: write / in its place"))
    } else if text.matches('"').count() % 2 == 1 {
        Some(format!("{key} has a quotation mark that is not closed: write \" at both ends of the text"))
    } else if text.starts_with('[') && !text.ends_with(']') {
        Some(format!("{text} is not closed: write ] at its end"))
    } else if let Some(value) = value.filter(|value| !value.is_empty() && !value.contains('"')) {
        Some(format!("{key} needs quotation marks: write {key} = \"{value}\""))
    } else if value.is_none() {
        Some(format!(
            "“{text}” is not a setting: write a line such as listen = \"127.0.0.1:8400\", or # before a remark"
        ))
    } else {
        None
    }
}

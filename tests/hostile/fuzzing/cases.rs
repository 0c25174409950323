//! Documents that an attacker might write: letters of the corpus with any value in any place, and text that is barely
//! JSON.

use super::corpus;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

/// Strings that are harmful in some context, unless treated as text.
const HARM: &[&str] = &[
    "",
    " ",
    "<script>pwned()</script>",
    "</p></li></article><script src=//evil.example>",
    "<img src=x onerror=pwned()>",
    "\"><svg onload=pwned()>",
    "'--><iframe srcdoc='<script>pwned()</script>'>",
    "<!--",
    "]]>",
    "</style><style>*{display:none}",
    "{{constructor.constructor('pwned()')()}}",
    "javascript:pwned()",
    "JaVaScRiPt:pwned()",
    "\u{1}javascript:pwned()",
    "java\tscript:pwned()",
    "java\nscript:pwned()",
    "data:text/html,<script>pwned()</script>",
    "vbscript:pwned()",
    "blob:https://letters.example/1",
    "file:///etc/passwd",
    "//evil.example/",
    "\\\\evil.example\\",
    "https://user:password@evil.example/\"onclick=\"pwned()",
    "https://[::1",
    "https://letters.example/%00",
    "mailto:a@b.example?subject=<script>",
    "\u{202e}drowssap\u{202c}",
    "\u{2066}\u{2067}\u{2068}",
    "A\u{200b}d\u{200c}a\u{feff}",
    "Z\u{351}\u{36b}\u{343}a\u{36a}\u{308}l\u{34d}g\u{317}o",
    "\0\u{7}\u{1b}[31m\u{85}",
    "\u{fffe}\u{10ffff}",
    "en\" onfocus=\"pwned()",
    "__proto__",
    "constructor",
    "2023-02-30",
    "letter.json",
];

/// Member names, most of them those of a letter.
const KEYS: &[&str] = &[
    "version",
    "id",
    "lang",
    "title",
    "summary",
    "date",
    "url",
    "image",
    "status",
    "updates",
    "text",
    "addressees",
    "heading",
    "members",
    "name",
    "office",
    "organisation",
    "salutation",
    "body",
    "strong",
    "em",
    "link",
    "quote",
    "list",
    "ordered",
    "start",
    "item",
    "rule",
    "footnote",
    "footnotes",
    "closing",
    "signatories",
    "kind",
    "initiator",
    "note",
    "logo",
    "role",
    "country",
    "signed",
    "comment",
    "verified",
    "signatures",
    "count",
    "goal",
    "src",
    "stream",
    "pointer",
    "roll",
    "sign",
    "label",
    "withdraw",
    "contact",
    "privacy",
    "translations",
    "__proto__",
    "toString",
    "",
];

/// Documents: most are JSON, and most of those are letters.
pub fn documents() -> impl Strategy<Value = String> {
    let letters = corpus::all();
    let letter = (select(letters), vec((any::<Index>(), select(&Change::ALL[..]), value()), 0..8));
    let changed = letter.prop_map(|(mut letter, changes)| {
        for (place, change, value) in changes {
            alter(&mut letter, place, change, value);
        }
        letter.to_string()
    });
    let changed = changed.boxed();
    let broken = (changed.clone(), any::<Index>(), any::<Index>(), text()).prop_map(|(document, from, to, text)| {
        let boundary = |index: &Index| {
            let at = index.index(document.len() + 1);
            (0..=at).rev().find(|at| document.is_char_boundary(*at)).unwrap_or_default()
        };
        let (from, to) = (boundary(&from), boundary(&to));
        [&document[..from.min(to)], &text, &document[from.max(to)..]].concat()
    });
    let nested =
        (1_usize..2_000, select(&["[", "{\"a\":", "[{\"em\":", "{\"strong\":["][..])).prop_map(|(depth, open)| {
            format!("{{\"version\":1,\"lang\":\"en\",\"title\":\"a\",\"body\":{}", open.repeat(depth))
        });
    prop_oneof![20 => changed, 2 => broken, 1 => nested, 1 => value().prop_map(|value| value.to_string())]
}

/// The change to a place of a letter.
#[derive(Clone, Copy, Debug)]
enum Change {
    Exchange,
    Add,
    Repeat,
}

impl Change {
    const ALL: [Change; 3] = [Change::Exchange, Change::Add, Change::Repeat];
}

/// Changes one place of a tree. The index selects among all its nodes except the root.
fn alter(tree: &mut Value, place: Index, change: Change, value: Value) {
    let places = count(tree) - 1;
    if places == 0 {
        return;
    }
    let mut left = place.index(places) + 1;
    if let Some(node) = find(tree, &mut left) {
        match (change, &mut *node) {
            (Change::Add, Value::Array(items)) => items.push(value),
            (Change::Add, Value::Object(members)) => {
                let key = value.as_object().and_then(|members| members.keys().next().cloned());
                members.insert(key.unwrap_or_else(|| "text".into()), value);
            }
            (Change::Repeat, Value::Array(items)) if !items.is_empty() => {
                let copies: Vec<Value> = items.iter().cycle().take(items.len() * 20).cloned().collect();
                *items = copies;
            }
            (Change::Repeat, Value::String(text)) => *text = text.repeat(200),
            _ => *node = value,
        }
    }
}

fn children(tree: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match tree {
        Value::Array(items) => Box::new(items.iter()),
        Value::Object(members) => Box::new(members.values()),
        _ => Box::new(std::iter::empty()),
    }
}

fn count(tree: &Value) -> usize {
    1 + children(tree).map(count).sum::<usize>()
}

fn find<'t>(tree: &'t mut Value, left: &mut usize) -> Option<&'t mut Value> {
    if *left == 0 {
        return Some(tree);
    }
    *left -= 1;
    match tree {
        Value::Array(items) => items.iter_mut().find_map(|item| find(item, left)),
        Value::Object(members) => members.values_mut().find_map(|value| find(value, left)),
        _ => None,
    }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(HARM).prop_map(str::to_string),
        2 => vec(select(HARM), 2..4).prop_map(|parts| parts.concat()),
        1 => any::<String>(),
        1 => "\\PC{0,40}",
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        8 => text().prop_map(Value::String),
        1 => any::<bool>().prop_map(Value::Bool),
        1 => Just(Value::Null),
        1 => select(vec![json!(-1), json!(0.5), json!(1e308), json!(u64::MAX), json!(1), json!(0)]),
        1 => any::<f64>().prop_map(|number| json!(number)),
    ];
    leaf.prop_recursive(12, 64, 6, |inner| {
        let key = prop_oneof![8 => select(KEYS).prop_map(str::to_string), 1 => text()];
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::Array),
            vec((key, inner), 0..6).prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

//! First views that try to do harm: nothing is built but the listed elements, attributes, names and addresses.

use crate::answer::Answer;
use crate::first_view::{VIEW, element, module};
use crate::page::Page;
use crate::source;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestRunner};
use serde_json::{Map, Value, json};

/// What is built and should not be: the element or the attribute. The words are those of the loader.
const ODD: &str = r"
    const CHECKS = {
        href: value => /^(https?:\/\/(?![^\/]*@)|mailto:)/.test(value) || value === '',
        src: value => /^https?:\/\/(?![^\/]*@)/.test(value) || value === '',
        class: value => value.split(' ').every(word => !word || NAMES.includes(word)),
        part: value => value.split(' ').every(word => !word || NAMES.includes(word)),
        type: value => ['button', 'search', 'text', ''].includes(value),
        role: value => ['group', 'status', ''].includes(value),
        rel: value => value === 'noopener',
        referrerpolicy: value => value === 'strict-origin-when-cross-origin',
        'aria-disabled': value => value === 'true',
    };
    const isListed = ({ name, value }) => (CHECKS[name] ?? (() => ATTRIBUTES.includes(name) || name === 'data-look'))(value);
    // Where a first view is refused, the loader's own notice is shown.
    const views = [...document.querySelectorAll('open-letter')].filter(letter => letter.shadowRoot.querySelector('article'));
    const odd = views.flatMap(letter =>
        [...letter.shadowRoot.querySelectorAll('slot ~ div *')].flatMap(node =>
            [TAGS.includes(node.localName) ? [] : node.localName,
             [...node.attributes].filter(one => !isListed(one)).map(one => `${one.name}=${one.value}`)].flat()));
";

/// Trees by hand.
fn trees() -> Vec<Value> {
    let within =
        |item: Value| json!(["article", { "part": "letter" }, ["p", { "part": "paragraph" }, "Harmless"], item]);
    let mut deep = json!("deep");
    for _ in 0..40 {
        deep = json!(["p", {}, deep]);
    }
    vec![
        within(json!(["script", {}, "window.hacked = true"])),
        within(
            json!(["iframe", { "src": "javascript:parent.hacked = true", "srcdoc": "<script>parent.hacked = true</script>" }]),
        ),
        within(json!(["img", { "src": "javascript:window.hacked = true", "onerror": "window.hacked = true" }])),
        within(json!(["img", { "src": "data:image/svg+xml,<svg onload='window.hacked = true'/>" }])),
        within(
            json!(["a", { "href": "javascript:window.hacked = true", "target": "_blank", "ping": "https://a.example/" }, "x"]),
        ),
        within(json!(["a", { "href": "\u{a0}java\nscript:window.hacked = true" }, "x"])),
        within(json!(["a", { "href": "https://user@a.example/" }, "x"])),
        within(json!(["form", { "action": "https://a.example/" }, ["input", { "type": "password", "name": "x" }]])),
        within(json!(["style", {}, "* { display: none }"])),
        within(
            json!(["p", { "style": "position: fixed; inset: 0", "id": "x", "slot": "y", "class": "evil", "part": "evil paragraph" }, "x"]),
        ),
        within(json!(["svg", {}, ["animate", { "onbegin": "window.hacked = true" }]])),
        within(json!(["p", { "constructor": "x", "__proto__": { "show": "title" }, "toString": 1 }, "x"])),
        within(json!(["P\u{0}", { "class": ["evil"], "lang": { "a": 1 } }, 7, null, [], {}])),
        within(deep),
        json!(["script", {}, "window.hacked = true"]),
        json!("only a text"),
        json!(7),
    ]
}

/// A tag, an attribute or a value: one that is listed, one that does harm, or any text.
fn word(listed: &'static [&str], harmful: &'static [&str]) -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(listed).prop_map(str::to_string),
        3 => select(harmful).prop_map(str::to_string),
        1 => any::<String>(),
    ]
}

/// Trees of every form. A single item that is none has the whole view refused: these are rare.
fn tree() -> impl Strategy<Value = Value> {
    let tag = || {
        word(
            &["a", "article", "div", "img", "input", "p", "h2", "button", "select", "ul", "li", "span"],
            &[
                "script",
                "iframe",
                "object",
                "style",
                "svg",
                "form",
                "meta",
                "base",
                "link",
                "template",
                "slot",
                "open-letter",
            ],
        )
    };
    let name = word(
        &["class", "part", "href", "src", "type", "role", "lang", "dir", "title", "show", "value", "data-theme"],
        &[
            "onclick",
            "onerror",
            "style",
            "id",
            "name",
            "slot",
            "target",
            "srcdoc",
            "action",
            "is",
            "__proto__",
            "formaction",
        ],
    );
    let value = prop_oneof![
        6 => word(
            &["title", "sign", "https://a.example/", "mailto:a@b.example", "button", "letter body", "fr"],
            &["javascript:window.hacked=1", "\u{a0}javascript:window.hacked=1", "java\tscript:window.hacked=1",
              "data:text/html,<script>window.hacked=1</script>", "//user:word@a.example/", "https:\\\\user@a.example",
              "password", "file", "evil", "blob:https://a.example/x", "vbscript:x", "title evil"],
        ).prop_map(Value::from),
        1 => Just(json!(null)),
        1 => Just(json!(["evil"])),
        1 => Just(json!({ "toString": "evil" })),
        1 => any::<i32>().prop_map(Value::from),
    ];
    let attributes = prop_oneof![
        99 => prop::collection::vec((name, value), 0..4).prop_map(|pairs| Value::Object(pairs.into_iter().collect::<Map<_, _>>())),
        1 => Just(json!(null)),
    ];
    let leaf = prop_oneof![
        99 => any::<String>().prop_map(Value::from),
        1 => Just(json!(null)),
        1 => Just(json!({})),
        1 => Just(json!([])),
        1 => any::<i32>().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 40, 5, move |inner| {
        (tag(), attributes.clone(), prop::collection::vec(inner, 0..5)).prop_map(|(tag, attributes, children)| {
            let mut item = vec![json!(tag), attributes];
            item.extend(children);
            Value::Array(item)
        })
    })
}

/// Many of these trees, each within a letter. The seed makes them the same each time.
fn generated(number: usize) -> Vec<Value> {
    let config = Config { rng_algorithm: RngAlgorithm::ChaCha, rng_seed: RngSeed::Fixed(1), ..Config::default() };
    let mut runner = TestRunner::new(config);
    let trees = prop::collection::vec(tree(), 1..4);
    let tree = |_| {
        let mut tree = vec![json!("article"), json!({ "part": "letter" })];
        tree.extend(trees.new_tree(&mut runner).expect("a tree").current());
        Value::Array(tree)
    };
    (0..number).map(tree).collect()
}

fn view(tree: &Value) -> Answer {
    Answer::json(
        &json!({ "view": 1, "id": "x", "lang": "en", "languages": [{ "lang": "fr", "src": "javascript:0" }], "tree": tree }),
    )
}

/// What [`ODD`] finds on the page.
async fn odd(page: &Page) -> Value {
    let words = source("src/embed/loader/first_view/words.js").replace("export const", "const");
    page.get(&format!("(() => {{ {words}\n{ODD}\nreturn odd; }})()")).await
}

pub async fn nothing_is_built_but_what_is_listed(page: Page) {
    for tree in trees() {
        page.files.answer(VIEW, view(&tree));
        let gate = page.files.hold(&module());
        page.open_body(&element("")).await;
        page.until_served("the module is asked for", |files| files.count(&module()) > 0).await;
        assert_eq!(odd(&page).await, json!([]), "{tree}");
        gate.open();
        page.until_ready(1).await;
        assert!(!page.is("window.hacked").await, "{tree}");
        assert_eq!(page.number("parts('signatory').length").await, 22, "{tree}");
        page.files.restore(&module());
    }
}

pub async fn of_a_thousand_that_were_generated_neither(page: Page) {
    const ON_A_PAGE: usize = 100;
    page.files.answer(&module(), Answer::status(404));
    let trees = generated(1_000);
    for (at, trees) in trees.chunks(ON_A_PAGE).enumerate() {
        let letter = |(index, tree)| {
            let path = format!("/letters/generated/{at}-{index}");
            page.files.answer(&format!("{path}.view.json"), view(tree));
            format!("<open-letter src=\"{{files}}{path}.json\"></open-letter>")
        };
        let letters: Vec<String> = trees.iter().enumerate().map(letter).collect();
        page.open_body(&letters.concat()).await;
        page.until(&format!("events('error').length === {ON_A_PAGE}")).await;
        assert_eq!(odd(&page).await, json!([]), "of the trees {at}");
        assert!(!page.is("window.hacked").await, "of the trees {at}");
        let views = "[...document.querySelectorAll('open-letter')].filter(letter => letter.shadowRoot.querySelector('article'))";
        let built = page.number(&format!("{views}.length")).await;
        assert!(built > 50, "too few of the trees {at} are first views: {built}");
    }
}

//! Addresses in a letter, and where they lead.

use crate::answer::Answer;
use crate::page::{Page, SMALL, small_letter};
use serde_json::{Value, json};

/// Characters that some readers of URLs drop: all white space and control characters, and some from each range of
/// default ignorables.
fn ignored() -> Vec<char> {
    let known = ('\0'..='\u{ffff}').filter(|char| char.is_control() || char.is_whitespace());
    known
        .chain(
            "\u{ad}\u{34f}\u{61c}\u{180e}\u{200b}\u{200d}\u{202e}\u{2060}\u{feff}\u{fff9}\u{1d173}\u{e0001}\\%".chars(),
        )
        .collect()
}

fn addresses() -> Vec<String> {
    let script = "window.pwned=1";
    let around = |char: char| {
        [
            format!("{char}javascript:{script}"),
            format!("java{char}script:{script}"),
            format!("javascript{char}:{script}"),
            format!("{char} {char}JavaScript:{char}{script}"),
        ]
    };
    let others = [
        "javascript:window.pwned=1",
        "data:text/html,<script>1</script>",
        "vbscript:x",
        "blob:https://a.example/1",
        "file:///etc/passwd",
    ];
    let users = ["https://a.example@b.example/", "//user@b.example/", "\\\\user:password@b.example\\"];
    ignored().into_iter().flat_map(around).chain(others.map(String::from)).chain(users.map(String::from)).collect()
}

/// A letter with the addresses in every possible place; places for only one address have the one with that number.
fn hostile(addresses: &[String], number: usize) -> Value {
    let one = &addresses[number % addresses.len()];
    let links: Vec<Value> = addresses.iter().map(|address| json!([{ "link": address, "text": "link" }])).collect();
    let rows: Vec<Value> =
        addresses.iter().map(|address| json!({ "name": "Ada", "url": address, "logo": address })).collect();
    let updates: Vec<Value> =
        addresses.iter().take(150).map(|address| json!({ "text": "News", "url": address })).collect();
    json!({ "version": 1, "lang": "en", "title": "A letter", "body": links, "signatories": rows, "updates": updates,
        "url": one, "image": one, "withdraw": one, "contact": one, "privacy": one, "sign": { "url": one },
        "signatures": { "count": addresses.len() },
        "translations": [{ "lang": "en", "src": one }, { "lang": "fr", "src": one }] })
}

/// Addresses other than web and mail, or with a user name.
const ASTRAY: &str = "[...root().querySelectorAll('[href], [src], [action], [formaction]')]
    .map(node => node.href ?? node.src ?? node.action)
    .filter(url => { const { protocol, username } = new URL(url); return username || !/^(https?|mailto):$/.test(protocol); })";

/// Follows each link, without loading its target.
const CLICK: &str = "document.addEventListener('click', event => {
        if (/^(https?|mailto):/.test(event.composedPath().find(node => node.href)?.href)) event.preventDefault();
    });
    for (const link of root().querySelectorAll('a')) link.click();";

pub async fn no_address_of_a_letter_runs_a_script(page: Page) {
    let all = addresses();
    for number in [0, 130, all.len() - 3, all.len() - 8] {
        let path = format!("/letters/hostile-{number}.json");
        page.files.answer(&path, Answer::json(&hostile(&all, number)));
        page.open_body(&format!("<open-letter src=\"{{files}}{path}\"></open-letter>")).await;
        page.until_ready(1).await;
        assert_eq!(page.get(ASTRAY).await, json!([]));
        page.run(CLICK).await;
        page.quiet().await;
        assert_eq!(page.get("window.pwned ?? null").await, json!(null));
        let warnings = page.number("recorded.warnings.length").await;
        assert!((1..=21).contains(&warnings), "{warnings} lines in the console");
    }
}

pub async fn a_notice_leads_to_no_script(page: Page) {
    let path = "/letters/of-another-version.json";
    for address in ["\u{a0}javascript:window.pwned=1", "javascript:window.pwned=1"] {
        page.files.answer(path, Answer::json(&json!({ "version": 2, "url": address })));
        page.open_body(&format!("<open-letter src=\"{{files}}{path}\"></open-letter>")).await;
        page.until("shown(part('notice'))").await;
        assert_eq!(page.get(ASTRAY).await, json!([]));
        assert!(page.is("!part('notice').querySelector('a')").await);
    }
}

pub async fn what_a_redirected_letter_refers_to_is_beside_the_one_that_answered(page: Page) {
    let mut letter = small_letter();
    letter["sign"] = json!({ "url": "sign.html" });
    letter["signatures"]["src"] = json!("count.json");
    letter["translations"] = json!([{ "lang": "en", "src": "letter.json" }, { "lang": "fr", "src": "letter.fr.json" }]);
    page.files.answer("/letters/current.json", Answer::redirect(&page.files.url("/letters/v2/letter.json")));
    page.files.answer("/letters/v2/letter.json", Answer::json(&letter));
    page.files.answer("/letters/v2/count.json", Answer::json(&json!({ "count": 7 })));
    let mut french = letter.clone();
    french["lang"] = json!("fr");
    french["title"] = json!("Une courte lettre");
    page.files.answer("/letters/v2/letter.fr.json", Answer::json(&french));
    page.open_body("<open-letter src=\"{files}/letters/current.json\"></open-letter>").await;
    page.until("letter()?.count === 7").await;
    assert_eq!(page.get("part('sign').href").await, json!(page.files.url("/letters/v2/sign.html")));
    page.run("part('languages').querySelector('[lang=fr]').click()").await;
    page.until("text(part('title')) === 'Une courte lettre'").await;
    assert_eq!(page.files.count(SMALL), 0);
}

pub async fn a_redirected_index_of_a_roll_has_its_files_beside_it(page: Page) {
    let row = |number: usize| json!({ "id": number.to_string(), "name": format!("Name {number}"), "url": "own.html" });
    let mut letter = small_letter();
    letter["signatures"] = json!({ "count": 60 });
    letter["signatories"] = (0..24).map(row).collect();
    letter["roll"] = json!("roll.json");
    let index = json!({ "version": 1, "count": 60, "organisations": 0, "persons": 0,
        "pages": [{ "src": "list.json", "count": 60 }], "names": [] });
    page.files.answer("/letters/moved.json", Answer::json(&letter));
    page.files.answer("/letters/roll.json", Answer::redirect(&page.files.url("/elsewhere/index.json")));
    page.files.answer("/elsewhere/index.json", Answer::json(&index));
    let list = json!({ "pages": [{ "src": "page.json", "count": 60 }] });
    page.files.answer("/elsewhere/list.json", Answer::json(&list));
    let rows: Vec<Value> = (0..60).map(row).collect();
    page.files.answer("/elsewhere/page.json", Answer::json(&json!({ "signatories": rows })));
    page.open_body("<open-letter src=\"{files}/letters/moved.json\" show=\"roll\"></open-letter>").await;
    page.until_ready(1).await;
    page.until("part('more')").await;
    crate::rolls::to_the_end(&page).await;
    page.until("parts('signatory').length === 60").await;
    let own = page.files.url("/letters/own.html");
    assert_eq!(
        page.get("[...new Set(parts('signatory').map(row => row.querySelector('a').href))]").await,
        json!([own])
    );
}

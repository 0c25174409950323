//! When the form is fetched, and that it opens however early somebody presses.

use crate::answer::{Answer, Gate};
use crate::collector::{Collector, Given};
use crate::first_view::module;
use crate::form::{SEND, click_sign, element, fill_in, letter, open, until_code};
use crate::page::{Page, SMALL};
use open_letter::model::{Json, Letter};
use open_letter::view::first_view;
use serde_json::{Value, json};

/// The files of the form that were requested until now: its script, and that of a language.
fn fetched(page: &Page) -> Vec<String> {
    let is_of_form = |path: &String| path.starts_with("/open-letter-form-") || path.starts_with("/open-letter-sign-");
    page.files.requests().into_iter().map(|request| request.path).filter(is_of_form).collect()
}

async fn until_fetched(page: &Page, number: usize) {
    for _ in 0..500 {
        if fetched(page).len() >= number && page.files.idle() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("{number} files of the form are not fetched: {:?}", fetched(page));
}

pub async fn who_points_at_the_link_finds_the_form_there(page: Page) {
    let collector = Collector::start().await;
    open(&page, &letter(&collector)).await;
    page.quiet().await;
    assert_eq!(fetched(&page), [""; 0], "nobody is about to sign");
    page.run("part('sign').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }))").await;
    until_fetched(&page, 2).await;
    assert!(page.is("!part('form') && part('sign').getAttribute('role') === null").await);
    click_sign(&page).await;
    assert_eq!(fetched(&page).len(), 2, "nothing is fetched twice: {:?}", fetched(&page));
    assert_eq!(page.number("events('sign').length").await, 1);
}

pub async fn who_reaches_the_link_by_keys_finds_the_form_there(page: Page) {
    let collector = Collector::start().await;
    open(&page, &letter(&collector)).await;
    page.run("part('sign').focus()").await;
    until_fetched(&page, 2).await;
    assert_eq!(page.number("events('sign').length").await, 0);
}

/// Opens a page where the letter's first view is shown and the engine waits.
async fn open_before(page: &Page, letter: &Value) -> Gate {
    let text = Letter::read(&Json::parse(&letter.to_string()).unwrap(), &|link| Some(link.to_string())).unwrap().letter;
    let view = json!({ "view": 1, "lang": "en", "languages": [], "form": true, "tree": first_view(&text) });
    page.files.answer("/letters/small.view.json", Answer::json(&view));
    page.files.answer(SMALL, Answer::json(letter));
    let gate = page.files.hold(&module());
    page.open_body(&element("")).await;
    page.until("part('letter') && !letter().letter").await;
    gate
}

pub async fn pressed_before_the_engine_is_there_it_opens_when_that_arrives(page: Page) {
    let collector = Collector::start().await;
    let gate = open_before(&page, &letter(&collector)).await;
    page.run("part('sign').click(); part('sign').click()").await;
    page.quiet().await;
    assert!(page.is("location.pathname === '/ad-hoc.html'").await, "the link is not followed");
    gate.open();
    page.until("shown(part('form')) && focused().name === 'name'").await;
    assert_eq!(page.number("events('sign').length").await, 1);
    fill_in(&page).await;
    page.run(SEND).await;
    until_code(&page).await;
}

pub async fn pressed_where_the_engine_cannot_run_the_link_leads_on(page: Page) {
    let collector = Collector::start().await;
    let mut letter = letter(&collector);
    letter["sign"]["url"] = json!(page.host.url("/sign-here.html"));
    let away = "<!doctype html><title>Sign</title><h1>Sign</h1>";
    page.host.answer("/sign-here.html", Answer::text("text/html", away));
    let gate = open_before(&page, &letter).await;
    page.run("part('sign').click()").await;
    page.files.answer(&module(), Answer::status(404));
    page.files.answer(SMALL, Answer::json(&letter));
    page.run("delete window.WebAssembly").await;
    gate.open();
    page.until("location.pathname === '/sign-here.html' && document.querySelector('h1')").await;
}

/// The collector's key may have changed, or somebody has typed for hours.
pub async fn a_token_that_is_not_taken_is_asked_for_again_once(page: Page) {
    let collector = Collector::start().await;
    open(&page, &letter(&collector)).await;
    click_sign(&page).await;
    fill_in(&page).await;
    let stale = || Given::Json(422, json!({ "error": "invalid", "fields": { "token": "form" } }));
    collector.next(stale());
    page.run(SEND).await;
    until_code(&page).await;
    let posts = collector.posts();
    assert_eq!(posts.len(), 2, "{posts:#?}");
    assert_eq!(posts[0].field("key"), posts[1].field("key"), "it is the same signature");
    // Twice is no accident.
    page.go(&page.host.url("/ad-hoc.html")).await;
    page.until_ready(1).await;
    click_sign(&page).await;
    fill_in(&page).await;
    collector.next(stale());
    collector.next(stale());
    page.run(SEND).await;
    page.until("text(part('form')).includes('did not accept your signature')").await;
    page.quiet().await;
    assert_eq!(collector.posts().len(), 4);
}

/// Opens a page with that letter, at an address that no cache knows.
async fn open_at(page: &Page, path: &str, letter: &Value) {
    page.files.answer(path, Answer::json(letter));
    page.open_body(&element("").replace(SMALL, path)).await;
    page.until_ready(1).await;
}

/// What others wrote into a letter decides neither where the form is sent from, nor what is built.
pub async fn a_hostile_letter_gets_no_form_or_a_harmless_one(page: Page) {
    let collector = Collector::start().await;
    let letter = letter(&collector);
    let opens = |form: Value| {
        let mut letter = letter.clone();
        letter["sign"]["form"] = form;
        letter["sign"]["url"] = json!(page.host.url("/sign-here.html"));
        letter
    };
    let away = "<!doctype html><title>Sign</title><h1>Sign</h1>";
    page.host.answer("/sign-here.html", Answer::text("text/html", away));
    let ask = json!([{ "field": "name" }, { "field": "email" }]);
    let refused = [
        json!({ "action": "javascript:alert(1)", "by": "status", "ask": ask }),
        json!({ "action": "http://letters.example/", "by": "status", "ask": ask }),
        json!({ "action": "https://a:b@letters.example/", "by": "status", "ask": ask }),
        json!({ "action": collector.elsewhere("/x"), "by": ["status"], "ask": ask }),
        json!({ "action": collector.elsewhere("/x"), "ask": ask }),
        json!({ "action": collector.elsewhere("/x"), "by": "status", "ask": [{ "field": "__proto__" }] }),
        json!({ "action": collector.elsewhere("/x"), "by": "status", "ask": ask,
            "send": { "as": "json", "body": { "a": vec![1; 300] } } }),
        json!({ "action": collector.elsewhere("/x"), "by": "status", "ask": ask,
            "send": { "as": "json", "body": {}, "fails": "errors" } }),
    ];
    for (index, form) in refused.into_iter().enumerate() {
        open_at(&page, &format!("/letters/refused-{index}.json"), &opens(form)).await;
        page.run("part('sign').click()").await;
        page.until("location.pathname === '/sign-here.html' && document.querySelector('h1')").await;
    }
    let text = "<img src=x onerror=alert(1)> ".repeat(3);
    let odd = json!({
        "action": collector.action("small"),
        "ask": [
            { "field": "name", "max": 1e9 }, { "field": "email", "required": false }, { "field": "password" },
            { "field": "name" }, { "field": "consent", "required": false, "text": text, "id": "a\u{202e}b" }, null, 5
        ],
        "names": { "name": "__proto__" }
    });
    open_at(&page, "/letters/odd.json", &opens(odd)).await;
    click_sign(&page).await;
    let names = "[...part('form').querySelectorAll('[name]')].map(({ name, required }) => [name, required])";
    assert_eq!(page.get(names).await, json!([["name", true], ["email", true], ["consent", true]]));
    assert_eq!(page.number("part('form').querySelectorAll('img').length").await, 0);
    fill_in(&page).await;
    page.run(SEND).await;
    until_code(&page).await;
    assert_eq!(collector.posts()[0].field("consent").as_deref(), Some("ab"));
}

/// Opens a page whose letter `publish` has written into it, and holds the engine back.
async fn open_published(page: &Page, letter: &Value) -> Gate {
    page.files.answer(SMALL, Answer::json(letter));
    page.host.answer(AWAY, Answer::text("text/html", "<!doctype html><title>Sign</title><h1>Sign</h1>"));
    let gate = page.files.hold(&module());
    let text = "Words of the letter. ".repeat(60);
    page.open_body(&format!(
        "<open-letter src=\"{{files}}{SMALL}\" lang=\"de\" data-page data-form><div data-page><div><article part=\"letter\" \
         data-static=\"awaited\"><p id=\"text\">{text}</p><a id=\"link\" part=\"sign\" href=\"{AWAY}\">Sign</a></article></div></div>\
         </open-letter>"
    ))
    .await;
    page.until("customElements.get('open-letter')").await;
    // The glue has run: it asks for texts.
    page.until_served("the glue is there", |files| {
        files.requests().iter().any(|request| request.path.starts_with("/open-letter-de-"))
    })
    .await;
    gate
}

const AWAY: &str = "/sign-here.html";
const LINK: &str = "document.getElementById('link')";

pub async fn pressed_in_a_published_text_it_opens_when_the_letter_has_its_place(page: Page) {
    let collector = Collector::start().await;
    let gate = open_published(&page, &letter(&collector)).await;
    page.run(&format!("{LINK}.focus(); {LINK}.click(); {LINK}.click()")).await;
    assert!(page.is("location.pathname === '/ad-hoc.html' && !shown(part('title'))").await);
    gate.open();
    page.until("shown(part('form')) && focused().name === 'name'").await;
    page.quiet().await;
    assert!(
        page.is("shown(part('form')) && location.pathname === '/ad-hoc.html'").await,
        "one form, and no other page"
    );
    assert_eq!(page.number("events('sign').length").await, 1);
}

pub async fn pressed_in_a_published_text_whose_engine_does_not_come_the_link_leads_on(page: Page) {
    let collector = Collector::start().await;
    let _gate = open_published(&page, &letter(&collector)).await;
    page.run(&format!("{LINK}.click()")).await;
    page.until("location.pathname === '/sign-here.html' && document.querySelector('h1')").await;
}

pub async fn a_click_for_a_new_tab_is_the_browsers(page: Page) {
    let collector = Collector::start().await;
    let gate = open_published(&page, &letter(&collector)).await;
    let click = "link.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true }))";
    // The page looks at the event last, and keeps the browser from opening a tab.
    let last = "let left = null; addEventListener('click', event => { left = !event.defaultPrevented; event.preventDefault(); }, { once: true });";
    assert!(page.is(&format!("(() => {{ {last} const link = {LINK}; {click}; return left; }})()")).await);
    gate.open();
    page.until("shown(part('sign'))").await;
    assert!(page.is(&format!("(() => {{ {last} const link = part('sign'); {click}; return left; }})()")).await);
    page.quiet().await;
    assert!(page.is("!part('form')").await);
}

//! The iframe form: for editors that strip scripts.

use crate::answer::Answer;
use crate::origins::Files;
use crate::page::{CANADA, Page, SMALL};
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde_json::json;

fn frame(query: &str, more: &str) -> String {
    format!(
        "<iframe src=\"{{files}}/embed.html?{query}\" title=\"A letter\" width=\"100%\" height=\"300\" {more}></iframe>"
    )
}

const IS_SHOWN: &str = "shown(part('title'))";
const IS_REFUSED: &str = "shown(document.querySelector('[part=notice]')) && !document.querySelector('open-letter')";

pub async fn without_scripts_on_the_host_it_scrolls_at_a_fixed_height(page: Page) {
    page.open_bare(&frame(&format!("letter={}", CANADA.trim_start_matches('/')), "")).await;
    page.until_inside(IS_SHOWN).await;
    page.quiet().await;
    assert_eq!(page.number("document.querySelector('iframe').clientHeight").await, 300);
    assert_eq!(page.inside("document.documentElement.scrollHeight > 1000").await, true);
    assert_eq!(page.inside("scrollTo(0, 500), scrollY").await, 500);
    assert_eq!(page.inside("document.documentElement.scrollWidth <= innerWidth").await, true);
    assert_eq!(page.inside("[document.title, document.documentElement.lang]").await[1], "en");
}

/// The host page's policy allows frames of that origin, but not its scripts.
pub async fn a_policy_that_allows_the_frame_alone(page: Page) {
    let policy = format!("default-src 'none'; frame-src {}", page.files.origin());
    page.open_guarded(&frame("letter=letters/small.json", ""), Some(&policy)).await;
    page.until_inside(IS_SHOWN).await;
}

pub async fn it_follows_its_content_where_the_host_has_the_script(page: Page) {
    page.open_body(&frame("letter=letters/small.json", "")).await;
    page.until_inside(IS_SHOWN).await;
    let fits = "document.documentElement.scrollHeight <= innerHeight";
    page.until_inside(fits).await;
    // Another text, another height.
    let before = page.number("document.querySelector('iframe').clientHeight").await;
    page.inside(&format!("letter().setAttribute('src', '{}')", page.files.url(CANADA))).await;
    page.until(&format!("document.querySelector('iframe').clientHeight > {before} + 1000")).await;
    page.until_inside(fits).await;
    assert_eq!(page.get("recorded.errors").await, json!([]));
}

/// Whatever part of it is as high as its window: the host sets no height while the content has none of its own.
pub async fn it_does_not_grow_while_it_waits(page: Page) {
    let gates = [page.files.hold(SMALL), page.files.hold("/letters/small.view.json")];
    page.open_body(&frame("letter=letters/small.json", "")).await;
    page.until_inside("root()?.adoptedStyleSheets.length > 0").await;
    for _ in 0..3 {
        page.quiet().await;
        assert_eq!(page.number("document.querySelector('iframe').clientHeight").await, 300);
    }
    drop(gates);
    page.until("document.querySelector('iframe').clientHeight > 400").await;
    // The same again, for a letter that comes when the host already follows the frame.
    let gate = page.files.hold(CANADA);
    page.inside(&format!("letter().setAttribute('src', '{}')", page.files.url(CANADA))).await;
    page.quiet().await;
    let before = page.number("document.querySelector('iframe').clientHeight").await;
    page.quiet().await;
    page.quiet().await;
    assert_eq!(page.number("document.querySelector('iframe').clientHeight").await, before);
    gate.open();
    page.until("document.querySelector('iframe').clientHeight > 1500").await;
}

pub async fn it_sends_the_height_of_a_notice_too(page: Page) {
    page.files.answer(SMALL, Answer::status(404));
    for query in ["letter=letters/small.json", "letter=javascript:1"] {
        page.open_body(&frame(query, "")).await;
        page.until("document.querySelector('iframe').clientHeight < 290").await;
    }
    // The frame does not grow during a new try.
    page.open_body(&frame("letter=letters/small.json", "")).await;
    page.until("document.querySelector('iframe').clientHeight < 290").await;
    let gate = page.files.hold(SMALL);
    page.inside("part('notice').querySelector('button').click()").await;
    page.until_inside("!part('notice')?.querySelector('button')").await;
    page.quiet().await;
    let before = page.number("document.querySelector('iframe').clientHeight").await;
    page.quiet().await;
    assert_eq!(page.number("document.querySelector('iframe').clientHeight").await, before);
    gate.open();
    page.until_inside(IS_SHOWN).await;
}

/// Some static hosts redirect from `embed.html?…` to `embed`, and drop the query; browsers keep the fragment.
pub async fn the_fragment_says_what_the_query_says(page: Page) {
    let moved = Answer { status: 301, ..Answer::text("text/html", "") }.with_header("location", "embed");
    page.files.answer("/embed.html", moved);
    page.files.answer("/embed", Answer::text("text/html; charset=utf-8", &Files::text("/embed.html")));
    let fragment = "#letter=letters/small.json&show=title%20roll&lang=fr&heading-level=1&partner=acme";
    page.open_body(&frame("", "").replace('?', &format!("?lost=1{fragment}"))).await;
    page.until_inside(IS_SHOWN).await;
    assert_eq!(page.inside("location.pathname.endsWith('/embed')").await, true);
    assert_eq!(
        page.inside("[heading().localName, letter().partner, document.documentElement.lang]").await,
        json!(["h1", "acme", "fr"])
    );
    assert_eq!(page.inside("!!part('body') || !part('roll')").await, false);
    // The query takes precedence.
    let both = "letter=letters/small.json&lang=en#letter=letters/other.json&lang=fr&heading-level=4";
    page.files.restore("/embed.html");
    page.open_body(&frame(both, "")).await;
    page.until_inside(IS_SHOWN).await;
    assert_eq!(page.inside("[heading().localName, text(part('title'))]").await, json!(["h4", "A short letter"]));
}

pub async fn a_page_by_another_name_is_followed(page: Page) {
    page.files.answer("/embed", Answer::text("text/html; charset=utf-8", &Files::text("/embed.html")));
    page.open_body(&frame("letter=letters/small.json", "").replace("embed.html", "embed")).await;
    page.until("document.querySelector('iframe').clientHeight > 400").await;
    assert_eq!(page.get("recorded.notes").await, json!([]));
}

/// Windows opened from a sandbox are sandboxed too: they can't send a form or store anything.
pub async fn from_its_sandbox_readers_sign(page: Page) {
    let mut letter = crate::page::small_letter();
    letter["sign"]["url"] = json!(page.host.url("/sign.html"));
    page.files.answer(SMALL, Answer::json(&letter));
    page.host.answer(
        "/sign.html",
        Answer::text(
            "text/html; charset=utf-8",
            "<!doctype html><title>Sign</title><form action=\"/signed.html\"><input name=\"name\"><button>Sign</button></form>
             <script>localStorage.setItem('seen', 'yes'); document.querySelector('form').requestSubmit()</script>",
        ),
    );
    page.host.answer("/signed.html", Answer::text("text/html", "<!doctype html><title>Signed</title>"));
    let sandbox = "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"";
    page.open_body(&frame("letter=letters/small.json", sandbox)).await;
    page.until_inside("shown(part('sign'))").await;
    page.until("document.querySelector('iframe').clientHeight > 400").await;
    page.spend();
    // A real click: browsers open no windows for others.
    let place = "(({ left, top, width, height }) => [left + width / 2, top + height / 2])";
    let link = page.inside(&format!("{place}(part('sign').getBoundingClientRect())")).await;
    let frame =
        page.get("(({ left, top }) => [left, top])(document.querySelector('iframe').getBoundingClientRect())").await;
    let at = |axis: usize| frame[axis].as_f64().unwrap() + link[axis].as_f64().unwrap();
    let click = MouseActions::new("mouse".to_string())
        .then(PointerAction::MoveTo { duration: None, x: at(0), y: at(1) })
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
        .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
    page.client.perform_actions(click).await.unwrap();
    let begun = std::time::Instant::now();
    while page.host.count("/signed.html") == 0 {
        assert!(begun.elapsed() < std::time::Duration::from_secs(15), "nobody has signed: {:?}", page.host.paths());
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}

pub async fn it_follows_in_a_sandbox_too(page: Page) {
    page.open_body(&frame("letter=letters/small.json", "sandbox=\"allow-scripts\"")).await;
    page.until("document.querySelector('iframe').clientHeight > 400").await;
}

pub async fn a_script_that_comes_later_asks_for_the_height(page: Page) {
    page.open_bare(&frame("letter=letters/small.json", "")).await;
    page.until_inside(IS_SHOWN).await;
    page.quiet().await;
    let src = page.files.url("/open-letter.js");
    page.run(&format!("document.head.append(Object.assign(document.createElement('script'), {{ src: '{src}' }}))"))
        .await;
    page.until("document.querySelector('iframe').clientHeight > 400").await;
}

pub async fn other_frames_and_other_messages_change_nothing(page: Page) {
    let stranger = "<iframe id=\"stranger\" height=\"200\" srcdoc=\"<script>
        parent.postMessage({ type: 'open-letter-height', height: 5 }, '*');
        parent.frames[0].postMessage('open-letter-height', '*');</script>\"></iframe>";
    page.open_body(&format!("{}{stranger}", frame("letter=letters/small.json", ""))).await;
    page.until("document.querySelector('iframe').clientHeight > 400").await;
    page.run(
        "for (const height of [0, -1, 1e9, 1.5, '700', NaN, null]) postMessage({ type: 'open-letter-height', height }, '*');
        postMessage(null, '*');",
    )
    .await;
    page.quiet().await;
    assert_eq!(page.number("document.getElementById('stranger').clientHeight").await, 200);
    assert!(page.is("document.querySelector('iframe').clientHeight > 400").await);
    assert_eq!(page.get("recorded.errors").await, json!([]));
}

pub async fn its_address_says_what_the_attributes_say(page: Page) {
    let query = "letter=letters/small.json&show=title%20roll&lang=fr&theme=dark&heading-level=1&partner=acme";
    page.open_bare(&frame(query, "")).await;
    page.until_inside(IS_SHOWN).await;
    assert_eq!(page.inside("heading().localName").await, "h1");
    assert_eq!(page.inside("letter().partner").await, "acme");
    assert_eq!(page.inside("!!part('body') || !part('roll')").await, false);
    assert_eq!(page.inside("document.documentElement.lang").await, "fr");
    assert_eq!(page.inside("getComputedStyle(document.documentElement).colorScheme").await, "dark");
}

/// A stranger can't show a text of their own under our address.
pub async fn letters_from_elsewhere_are_refused(page: Page) {
    let stranger = page.host.url("/letter.json");
    page.host
        .answer("/letter.json", Answer::json(&json!({ "version": 1, "lang": "en", "title": "False", "body": ["x"] })));
    let files = page.files.origin().to_string();
    let disguised = format!("{}@{}", files, stranger.trim_start_matches("http://"));
    page.host.answer("/deep/embed.html", Answer::status(404));
    for reference in
        [stranger.as_str(), &disguised, "//127.0.0.1:9/letter.json", "data:application/json,{}", "javascript:1", ""]
    {
        let query: String =
            url::form_urlencoded::Serializer::new(String::new()).append_pair("letter", reference).finish();
        page.open_bare(&frame(&query, "")).await;
        page.until_inside(IS_REFUSED).await;
    }
    assert_eq!(page.host.count("/letter.json"), 0);
}

pub async fn letters_outside_its_folder_are_refused(page: Page) {
    for (path, file) in [("/deep/embed.html", "/embed.html"), ("/deep/open-letter.js", "/open-letter.js")] {
        page.files.answer(path, Answer::text("text/html; charset=utf-8", &Files::text(file)));
    }
    let script = Files::text("/embed.html");
    let script = script.split('"').find(|text| text.starts_with("open-letter-embed-")).unwrap();
    page.files.answer(&format!("/deep/{script}"), Answer::file(script, Files::text(&format!("/{script}")).into()));
    for reference in
        ["../letters/small.json", "/letters/small.json", "%2e%2e/letters/small.json", "x/..%2f..%2fletters/small.json"]
    {
        let query: String =
            url::form_urlencoded::Serializer::new(String::new()).append_pair("letter", reference).finish();
        page.open_bare(&frame(&query, "").replace("/embed.html", "/deep/embed.html")).await;
        page.until_inside(IS_REFUSED).await;
    }
    assert_eq!(page.files.count(SMALL), 0);
}

pub async fn letters_of_the_list_beside_it_are_shown(page: Page) {
    let listed = page.host.url("/letter.json");
    let letter = json!({ "version": 1, "lang": "en", "title": "A friend's letter", "body": ["x"] });
    page.host.answer("/letter.json", Answer::json(&letter));
    page.host.answer("/more/one/letter.json", Answer::json(&letter));
    page.files.answer("/embed.json", Answer::json(&json!({ "letters": [listed, page.host.url("/more/")] })));
    for (path, is_shown) in [("/letter.json", true), ("/more/one/letter.json", true), ("/other.json", false)] {
        page.open_bare(&frame(&format!("letter={}", page.host.url(path)), "")).await;
        page.until_inside(if is_shown { IS_SHOWN } else { IS_REFUSED }).await;
    }
}

pub async fn its_own_policy_is_kept(page: Page) {
    page.go(&page.files.url("/embed.html?letter=letters/small.json")).await;
    page.until("document.querySelector('open-letter')?.letter").await;
    assert!(page.is("shown(part('roll'))").await);
    assert!(page.is("document.querySelector('meta[http-equiv=Content-Security-Policy]').content.includes(\"trusted-types 'none'\")").await);
}

//! What readers see before the engine runs, and where it can't run.

use crate::answer::Answer;
use crate::engines::Engine;
use crate::origins::has_end;
use crate::page::{CANADA, Page, SMALL, small_letter};
use crate::published;
use crate::site;
use open_letter::model::{Json, Letter};
use open_letter::view::first_view;
use serde_json::json;

/// The first view of the published letter.
pub const VIEW: &str = "/letters/canada-artsakh-2023/letter.view.json";

/// The element with that letter.
pub fn element(attributes: &str) -> String {
    format!("<open-letter src=\"{{files}}{CANADA}\" {attributes}></open-letter><p id=\"after\">After</p>")
}

/// The path of the module's first part.
pub fn module() -> String {
    let names = std::fs::read_dir(site::folder()).unwrap().flatten();
    let mut names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
    // Its other parts have names of their own: open-letter-<part>-<hash>.wasm.
    let is_first = |name: &String| has_end(name, "wasm") && name.split('-').count() == 3;
    format!("/{}", names.find(is_first).expect("the site has a module"))
}

/// Opens the page, and waits for the first view. The engine waits for the gate.
async fn open_before(page: &Page, attributes: &str) -> crate::answer::Gate {
    let gate = page.files.hold(&module());
    page.open_body(&element(attributes)).await;
    page.until("part('letter') && !letter().letter").await;
    gate
}

/// The same with a letter that can be signed.
async fn open_small(page: &Page, attributes: &str) -> crate::answer::Gate {
    let json = Json::parse(&small_letter().to_string()).unwrap();
    let letter = Letter::read(&json, &|reference| Some(reference.to_string())).unwrap().letter;
    let view = json!({ "view": 1, "lang": "en", "languages": [], "tree": first_view(&letter) });
    page.files.answer("/letters/small.view.json", Answer::json(&view));
    let gate = page.files.hold(&module());
    let body =
        format!("<open-letter src=\"{{files}}{SMALL}\" {attributes}></open-letter><p style=\"height: 3000px\"></p>");
    page.open_body(&body).await;
    page.until("part('letter') && !letter().letter").await;
    gate
}

pub async fn readers_do_not_wait_for_the_engine(page: Page) {
    let gate = open_before(&page, "").await;
    assert_eq!(page.number("parts('signatory').length").await, 22);
    assert_eq!(page.number("parts('addressee').length").await, 15);
    assert!(page.text("count").await.contains("22"));
    assert!(page.is("shown(part('title'))").await);
    assert!(page.is("root().adoptedStyleSheets.at(-1).cssRules.length > 20").await, "it has its styles");
    assert_eq!(page.events("ready").await.len(), 0);
    gate.open();
    page.until_ready(1).await;
}

pub async fn the_loader_asks_for_view_and_style_first(page: Page) {
    let view = page.files.hold(VIEW);
    page.open_body(&element("")).await;
    page.until_served("the first view is asked for", |files| files.count(VIEW) == 1).await;
    page.quiet().await;
    let paths: Vec<String> = page.files.requests().into_iter().map(|request| request.path).collect();
    assert_eq!(paths.len(), 3, "{paths:?}");
    assert!(paths.iter().any(|path| has_end(path, "css")), "{paths:?}");
    view.open();
    page.until_ready(1).await;
    assert_eq!(page.files.count(VIEW), 1);
    assert_eq!(page.files.count(CANADA), 1);
}

/// Elements and attributes, without texts that are live, without what the engine removes, and without what makes links of
/// the marks of footnotes.
pub const OUTLINE: &str = "(() => {
    const copy = part('letter').cloneNode(true);
    for (const node of copy.querySelectorAll('[aria-disabled]')) node.removeAttribute('aria-disabled');
    for (const node of copy.querySelectorAll('.age,.in-print,[part=languages]')) node.textContent = '';
    copy.removeAttribute('data-numbers');
    for (const node of copy.querySelectorAll('sup a, small a, li[id]')) {
        ['href', 'id', 'role', 'aria-label'].forEach(name => node.removeAttribute(name));
    }
    const walk = node => node.nodeType === 3 ? node.data : node.nodeType !== 1 ? '' :
        '<' + node.localName + [...node.attributes].map(({ name, value }) => ` ${name}=${value}`).sort().join('') + '>' +
        [...node.childNodes].map(walk).join('') + '</>';
    return walk(copy);
})()";

/// Opens the letter with those attributes, and compares what was there before the engine with what it then shows.
async fn is_the_same(page: &Page, attributes: &str) {
    let gate = open_before(page, attributes).await;
    let before = page.get(OUTLINE).await;
    page.run("window.elements = [...root().querySelectorAll('[part=letter], [part=letter] *')]").await;
    gate.open();
    page.until_ready(1).await;
    let after = page.get(OUTLINE).await;
    assert_eq!(before, after, "with {attributes}");
    let lost = page.get("elements.filter(element => !element.isConnected).map(element => element.outerHTML)").await;
    assert_eq!(lost, json!([]), "the engine takes over the elements with {attributes}");
}

pub async fn the_engine_takes_over_its_elements(page: Page) {
    for attributes in [
        "",
        "show=\"title count sign\"",
        "show=\"count\"",
        "show=\"body roll share\" heading-level=\"3\"",
        "show=\"nothing known\"",
        "heading-level=\"1\" theme=\"dark\" look=\"press\" partner=\"a &amp; b\"",
        "heading-level=\"6\" theme=\"neon\" look=\"baroque\"",
        "lang=\"fr-CA\"",
        "lang=\"fr\" show=\"title languages\"",
        "lang=\"de\"",
    ] {
        is_the_same(&page, attributes).await;
    }
}

pub async fn the_page_around_it_chooses_the_language(page: Page) {
    let gate = page.files.hold(&module());
    page.open_body(&format!("<div lang=\"fr\">{}</div>", element(""))).await;
    page.until("part('letter')?.lang === 'fr'").await;
    gate.open();
    page.until_ready(1).await;
    assert_eq!(page.get("letter().letter.lang").await, "fr");
}

pub async fn attributes_that_change_before_the_engine_are_followed(page: Page) {
    let gate = open_before(&page, "").await;
    page.run("letter().show = 'title'; letter().headingLevel = 4").await;
    page.until("heading()?.localName === 'h4' && !part('roll')").await;
    gate.open();
    page.until_ready(1).await;
    assert!(page.is("heading().localName === 'h4' && !part('roll')").await);
}

/// The root's element depends on what is shown: an `article` or a `div`.
pub async fn attributes_that_change_before_the_letter_leave_no_first_view(page: Page) {
    let gate = page.files.hold(CANADA);
    page.open_body(&element("")).await;
    page.until("part('letter')").await;
    page.until_served("the letter is asked for", |files| files.count(CANADA) > 0).await;
    // The engine starts.
    page.quiet().await;
    page.run("letter().show = 'count'").await;
    page.quiet().await;
    gate.open();
    page.until_ready(1).await;
    assert_eq!(page.get("parts('letter').map(({ localName }) => localName)").await, json!(["div"]));
    assert!(page.is("shown(part('count')) && !part('title')").await);
}

pub async fn what_was_begun_before_the_engine_is_done(page: Page) {
    let gate = open_before(&page, "").await;
    page.run("part('filters').querySelector('.organisation').click()").await;
    assert!(!page.is("part('roll').dataset.kind === 'organisation'").await);
    gate.open();
    page.until("part('roll').dataset.kind === 'organisation'").await;
    assert_eq!(page.number("root().querySelectorAll('[aria-disabled]').length").await, 0);
}

pub async fn a_name_typed_before_the_engine_is_found(page: Page) {
    let letter = published::of_length(900);
    let gate = page.files.hold(&module());
    page.open_body(&format!("<open-letter src=\"{{files}}{letter}\"></open-letter>")).await;
    page.until("part('find')").await;
    assert!(page.number("parts('signatory').length").await <= 40, "a first view has at most 40 rows");
    let name = page.get("parts('signatory')[20].querySelector('.name').textContent").await;
    page.run("part('find').focus()").await;
    page.run(&format!("part('find').value = {name}; window.field = part('find')")).await;
    gate.open();
    page.until("root().querySelector('.sheet.found mark')").await;
    assert!(page.is("part('find') === field && root().activeElement === field").await);
}

pub async fn focus_selection_and_scrolling_are_kept(page: Page) {
    let gate = open_small(&page, "").await;
    page.run("part('sign').focus(); scrollTo(0, 300)").await;
    page.run("getSelection().setBaseAndExtent(part('paragraph').firstChild, 3, part('paragraph').firstChild, 20)")
        .await;
    page.run("window.signs = part('sign')").await;
    let place = "Math.round(part('paragraph').getBoundingClientRect().top)";
    let before = page.get(place).await;
    gate.open();
    page.until_ready(1).await;
    assert!(page.is("root().activeElement === signs").await);
    assert_eq!(page.get(place).await, before);
    assert_eq!(page.get("scrollY").await, 300);
}

pub async fn nothing_moves(page: Page) {
    page.run("0").await;
    let gate = open_before(&page, "").await;
    page.run(
        "window.shifts = []; new PerformanceObserver(list => shifts.push(...list.getEntries().map(({ value }) => value)))
            .observe({ type: 'layout-shift' });
        window.place = parts('signatory').map(row => row.getBoundingClientRect().top)",
    )
    .await;
    gate.open();
    page.until_ready(1).await;
    page.quiet().await;
    assert!(
        page.is("parts('signatory').every((row, index) => row.getBoundingClientRect().top === place[index])").await
    );
    assert_eq!(page.get("shifts").await, json!([]));
}

pub async fn the_host_is_asked_before_a_reader_signs(page: Page) {
    let gate = open_small(&page, "partner=\"north\"").await;
    page.run("addEventListener('open-letter-sign', event => event.preventDefault()); part('sign').click()").await;
    let events = page.events("sign").await;
    assert_eq!(events.len(), 1, "{events:?}");
    assert!(events[0]["detail"]["url"].as_str().is_some_and(|url| url.contains("partner=north")), "{events:?}");
    gate.open();
    page.until_ready(1).await;
}

/// The letter stays whole, with one line in the console and one event, and nothing is asked for again.
async fn stays_whole(page: &Page, line: &str) {
    page.until("events('error').length").await;
    page.quiet().await;
    assert_eq!(page.events("error").await.len(), 1);
    assert_eq!(page.events("error").await[0]["detail"]["code"], "engine");
    let lines = page.get("recorded.errors.filter(line => line.startsWith('open-letter'))").await;
    assert_eq!(lines.as_array().map(Vec::len), Some(1), "{lines}");
    assert!(lines[0].as_str().is_some_and(|text| text.contains(line)), "{lines}");
    assert_eq!(page.number("parts('signatory').length").await, 22);
    assert_eq!(page.number("parts('addressee').length").await, 15);
    assert!(page.is("shown(part('title')) && !part('filters') && !part('share') && !part('notice')").await);
    let languages = page
        .get("parts('languages').flatMap(list => [...list.children].map(({ localName, href }) => [localName, href]))");
    let languages = languages.await;
    let folder = page.files.url("/letters/canada-artsakh-2023/");
    assert_eq!(languages, json!([["a", folder], ["a", format!("{folder}fr/")]]));
    assert!(page.is("root().querySelector('.stale').textContent.startsWith('As of ')").await);
    let requests = page.files.requests();
    // The loader looks once whether its host has a newer one.
    for request in requests.iter().filter(|request| request.path != "/open-letter.js") {
        let same = requests.iter().filter(|other| other.path == request.path).count();
        assert_eq!(same, 1, "{} is asked for once", request.path);
    }
}

pub async fn without_the_module_it_stays(page: Page) {
    page.files.answer(&module(), Answer::status(404));
    page.open_body(&element("")).await;
    stays_whole(&page, "the files of this release are not at").await;
}

pub async fn it_stays_where_html_comes_instead_of_the_module(page: Page) {
    page.files.answer(&module(), Answer::text("text/html", "<!doctype html><p>Not here</p>"));
    page.open_body(&element("")).await;
    stays_whole(&page, "the files of this release are not at").await;
}

pub async fn without_webassembly_it_stays(page: Page) {
    page.open_own("/own.html", "").await;
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>\
         <script>delete window.WebAssembly</script>\
         <script async src=\"{0}/open-letter.js\"></script></head><body>{1}</body></html>",
        page.files.site(),
        element("").replace("{files}", &page.files.site()),
    );
    let html = crate::origins::with_recorder(&html, &page.files.site());
    page.host.answer("/none.html", Answer::text("text/html; charset=utf-8", &html));
    page.go(&page.host.url("/none.html")).await;
    page.until("events('error').length").await;
    assert_eq!(page.number("parts('signatory').length").await, 22);
    assert!(page.is("shown(part('title')) && !part('filters')").await);
}

pub async fn it_stays_under_a_policy_that_refuses_webassembly(page: Page) {
    let policy = "default-src 'none'; script-src {origin}; connect-src {origin}";
    page.open_guarded(&element(""), Some(policy)).await;
    page.until("events('ready').length || events('error').length").await;
    // Older releases of WebKitGTK run the module nevertheless.
    if page.engine == Engine::WebKit && page.events("error").await.is_empty() {
        return;
    }
    stays_whole(&page, "add 'wasm-unsafe-eval' to script-src").await;
}

pub async fn it_stays_where_the_letter_cannot_be_loaded(page: Page) {
    page.files.answer(CANADA, Answer::status(404));
    page.open_body(&element("")).await;
    page.until("events('error').length").await;
    page.quiet().await;
    assert_eq!(page.events("error").await.len(), 1);
    assert_eq!(page.events("error").await[0]["detail"]["code"], "status");
    assert_eq!(page.get("recorded.errors").await, json!([]));
    assert_eq!(page.number("parts('signatory').length").await, 22);
    assert!(page.is("shown(part('title')) && !part('filters') && !part('share') && !part('notice')").await);
    // The engine goes on for other letters.
    page.run(&format!(
        "letter().after(Object.assign(document.createElement('open-letter'), {{ src: '{}' }}))",
        page.files.url(SMALL)
    ))
    .await;
    page.until("shown(part('title', 1)) && events('ready').length").await;
}

pub async fn a_letter_without_one_is_shown_by_the_engine(page: Page) {
    page.files.answer(VIEW, Answer::status(404));
    page.open_body(&element("")).await;
    page.until_ready(1).await;
    assert_eq!(page.number("parts('signatory').length").await, 22);
}

pub async fn one_of_another_format_is_left_alone(page: Page) {
    for view in
        [json!({ "view": 2, "tree": ["p", {}, "x"] }), json!({ "view": 1, "tree": null }), json!([]), json!(null)]
    {
        page.files.answer(VIEW, Answer::json(&view));
        page.open_body(&element("")).await;
        page.until_ready(1).await;
        assert_eq!(page.number("parts('signatory').length").await, 22, "{view}");
        assert_eq!(page.events("error").await.len(), 0);
    }
}

pub async fn one_of_another_release_is_replaced(page: Page) {
    let tree = json!(["article", { "part": "letter" },
        ["marquee", {}, ["h2", { "part": "title" }, "Older"]], ["p", { "part": "paragraph" }, "text ", ["em", {}, "text"]]]);
    page.files.answer(VIEW, Answer::json(&json!({ "view": 1, "lang": "en", "languages": [], "tree": tree })));
    let gate = open_before(&page, "").await;
    assert_eq!(page.text("title").await, "Older", "of an unknown element, the content is shown");
    gate.open();
    page.until_ready(1).await;
    assert_eq!(page.number("parts('title').length").await, 1);
    assert_eq!(page.number("parts('signatory').length").await, 22);
    assert!(page.text("title").await.contains("Government of Canada"));
}

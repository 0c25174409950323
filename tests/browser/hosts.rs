//! Host pages that are strict, hostile, crowded or restricted: each is a page of `tests/pages/`.

use crate::origins::Files;
use crate::page::{CANADA, NIGHT_BUS, NIGHT_BUS_COUNT, Page, SMALL};
use serde_json::{Value, json};

/// The lines of ours in the console.
const LINES: &str = "[...recorded.warnings, ...recorded.errors].filter(line => line.startsWith('open-letter'))";
/// The page's content for readers without the letter.
const FALLBACK: &str = "shown(document.getElementById('fallback')) && !part('title')";

/// Faults in the look of the letter's parts: each must be shown, upright, with a size and a colour of its own.
async fn unreadable(page: &Page) -> Value {
    page.get(
        "['title', 'paragraph', 'signatory', 'addressee', 'count'].flatMap(name => {
            const node = part(name);
            if (!shown(node)) return [`${name} is not shown`];
            const style = getComputedStyle(node);
            const size = parseFloat(style.fontSize);
            const wrong = [];
            if (style.color === 'rgb(255, 0, 0)' || style.display === 'inline') wrong.push('color', 'display');
            if (size < 12 || size >= 60 || parseFloat(style.lineHeight) < size) wrong.push('fontSize', 'lineHeight');
            // Our own styles move parts by less than a tenth of their size, and indent addressees by 1.25 of it.
            const most = { letterSpacing: 0.1, wordSpacing: 0, textIndent: 1.5 };
            for (const property in most) {
                if (Math.abs(parseFloat(style[property]) || 0) > most[property] * size) wrong.push(property);
            }
            for (const property of ['textTransform', 'textShadow', 'fontStyle', 'fontVariant', 'wordBreak']) {
                if (!['normal', 'none'].includes(style[property])) wrong.push(property);
            }
            return wrong.map(property => `${name}: ${property} ${style[property]}`);
        })",
    )
    .await
}

/// Opens the page and expects a readable letter without faults.
async fn shows(page: &Page, name: &str) {
    page.open(name).await;
    page.until_ready(1).await;
    is_whole(page).await;
}

async fn is_whole(page: &Page) {
    assert_eq!(unreadable(page).await, json!([]));
    assert_eq!(page.number("parts('signatory').length").await, 22);
    assert_eq!(page.get("[...recorded.errors, ...recorded.warnings, ...recorded.violations]").await, json!([]));
    assert!(page.is("shown(document.querySelector('h1'))").await, "the page's own heading is gone");
}

/// The letter stays within its element's column; the latest names are cut off at the end of the line.
async fn fits(page: &Page, index: u32) {
    let beyond = format!(
        "(() => {{
            const {{ left, right }} = letter({index}).getBoundingClientRect();
            return [...root({index}).querySelectorAll('*')]
                .filter(node => node.getClientRects().length && !node.closest('[part~=latest]'))
                .map(node => [node, node.getBoundingClientRect()])
                .filter(([, box]) => box.width > 1 && (box.left < left - 1 || box.right > right + 1))
                .map(([node]) => node.outerHTML.slice(0, 100));
        }})()"
    );
    assert_eq!(page.get(&beyond).await, json!([]));
}

/// Opens the page and expects this content in the element, and one line in the console with the remedy.
async fn keeps_its_content(page: &Page, name: &str, remedy: &str) {
    page.open(name).await;
    page.until(&format!("events('ready').length || {LINES}.length")).await;
    page.quiet().await;
    if page.is("part('title')").await {
        // Older releases of WebKitGTK run WebAssembly whatever the policy.
        assert_eq!(name, "no-webassembly");
        return;
    }
    assert!(page.is(FALLBACK).await);
    one_line(page, remedy).await;
}

async fn one_line(page: &Page, remedy: &str) {
    let lines = page.get(LINES).await;
    assert_eq!(lines.as_array().map(Vec::len), Some(1), "{lines}");
    assert!(lines[0].as_str().is_some_and(|line| line.contains(remedy)), "{lines} lacks {remedy}");
}

async fn press(page: &Page) {
    page.run("document.getElementById('go').click()").await;
}

pub async fn a_policy_with_a_nonce(page: Page) {
    shows(&page, "nonce").await;
}

pub async fn a_policy_without_webassembly(page: Page) {
    keeps_its_content(&page, "no-webassembly", "add 'wasm-unsafe-eval' to script-src").await;
}

pub async fn a_policy_without_the_letters_origin(page: Page) {
    let remedy = format!("allow {} in script-src and connect-src", page.files.origin());
    keeps_its_content(&page, "no-connection", &remedy).await;
}

/// The widget's files load, and the letter is on another host.
pub async fn a_policy_without_the_origin_of_the_letter_alone(page: Page) {
    let policy = "default-src 'none'; script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}";
    let letter = page.host.url("/letter.json");
    page.open_guarded(
        &format!("<open-letter src=\"{letter}\"><b id=\"fallback\">Ours</b></open-letter>"),
        Some(policy),
    )
    .await;
    assert_eq!(page.error().await["code"], "network");
    assert!(page.is(FALLBACK).await);
    one_line(&page, "connect-src").await;
}

pub async fn a_policy_that_allows_the_loader_alone(page: Page) {
    let policy = "default-src 'none'; script-src {files}/open-letter.js {files}/recorder.js 'wasm-unsafe-eval'; \
        connect-src {origin}";
    let body = format!("<open-letter src=\"{{files}}{SMALL}\"><b id=\"fallback\">Our letter</b></open-letter>");
    page.open_guarded(&body, Some(policy)).await;
    page.until(&format!("{LINES}.length")).await;
    page.quiet().await;
    assert!(page.is(FALLBACK).await);
    one_line(&page, &format!("allow {} in script-src and connect-src", page.files.origin())).await;
}

pub async fn the_script_inlined(page: Page) {
    shows(&page, "inlined").await;
}

pub async fn the_script_inlined_and_its_tag_lost(page: Page) {
    shows(&page, "inlined-on-element").await;
}

pub async fn the_script_inlined_and_nobody_says_from_where(page: Page) {
    keeps_its_content(&page, "inlined-unknown", "add data-base=").await;
}

/// A person who can write an element into the page can't decide where the code comes from.
pub async fn an_element_does_not_redirect_a_script_that_knows_its_address(page: Page) {
    let elsewhere = page.host.url("/elsewhere/");
    let stranger = format!("<div data-open-letter=\"{{files}}{SMALL}\" data-base=\"{elsewhere}\"></div>");
    page.open_body(&format!(
        "{stranger}<open-letter src=\"{{files}}{SMALL}\" data-base=\"{elsewhere}\"></open-letter>"
    ))
    .await;
    page.until_ready(2).await;
    let asked = page.host.paths().into_iter().filter(|path| path.starts_with("/elsewhere/")).count();
    assert_eq!(asked, 0);
}

pub async fn the_script_in_one_file_with_others(page: Page) {
    shows(&page, "concatenated").await;
    assert_eq!(page.get("[window.before, window.after]").await, json!([1, 1]));
}

pub async fn a_script_that_waits_for_the_reader(page: Page) {
    page.open("delayed").await;
    page.quiet().await;
    assert_eq!(page.files.requests(), []);
    press(&page).await;
    page.until_ready(1).await;
    is_whole(&page).await;
}

pub async fn a_script_that_waits_for_consent(page: Page) {
    page.open("consent").await;
    page.quiet().await;
    assert_eq!(page.files.requests(), []);
    press(&page).await;
    page.until_ready(1).await;
    is_whole(&page).await;
}

/// A second blocked script, once the widget runs.
pub async fn a_tag_that_is_let_go_later(page: Page) {
    let held = format!("<script type=\"text/plain\" data-letter=\"{{files}}{SMALL}\"></script>");
    page.open_body(&format!("<open-letter src=\"{{files}}{SMALL}\"></open-letter>{held}")).await;
    page.until_ready(1).await;
    assert_eq!(page.number("document.querySelectorAll('open-letter').length").await, 1);
    page.run("document.querySelector('[data-letter]').type = 'text/javascript'").await;
    page.until_ready(2).await;
    assert_eq!(page.get("text(part('title', 1))").await, "A short letter");
}

pub async fn styles_that_attack(page: Page) {
    shows(&page, "hostile-styles").await;
    fits(&page, 0).await;
}

pub async fn huge_type(page: Page) {
    page.open("huge-type").await;
    page.until_ready(1).await;
    assert!(page.is("['title', 'paragraph', 'signatory', 'count'].every(name => shown(part(name)))").await);
    assert!(page.is("parseFloat(getComputedStyle(part('paragraph')).fontSize) > 50").await);
    fits(&page, 0).await;
}

pub async fn bootstrap(page: Page) {
    shows(&page, "bootstrap").await;
    assert_eq!(page.get("getComputedStyle(document.body).margin").await, "0px", "its styles are there");
    fits(&page, 0).await;
}

pub async fn tailwind(page: Page) {
    shows(&page, "tailwind").await;
    assert_eq!(page.get("getComputedStyle(document.querySelector('h1')).margin").await, "0px", "its styles are there");
    fits(&page, 0).await;
}

pub async fn a_right_to_left_page(page: Page) {
    shows(&page, "right-to-left").await;
    assert_eq!(page.get("getComputedStyle(part('letter')).direction").await, "ltr", "the letter is English");
    fits(&page, 0).await;
}

pub async fn a_dark_page(page: Page) {
    shows(&page, "dark").await;
    let light = "getComputedStyle(part('paragraph')).color.match(/[\\d.]+/g).slice(0, 3).every(value => value > 128 || value < 1.01 && value > 0.6)";
    assert!(page.is(light).await, "{}", page.get("getComputedStyle(part('paragraph')).color").await);
}

pub async fn zoom_and_scale(page: Page) {
    page.open("zoom").await;
    page.until_ready(2).await;
    assert!(page.is("[0, 1].every(index => shown(part('title', index)) && shown(part('signatory', index)))").await);
    fits(&page, 0).await;
    fits(&page, 1).await;
}

pub async fn a_column_of_200_pixels(page: Page) {
    shows(&page, "narrow").await;
    assert_eq!(page.number("letter().getBoundingClientRect().width").await, 200);
    fits(&page, 0).await;
}

pub async fn a_panel_that_is_shown_later(page: Page) {
    page.open("tab-panel").await;
    page.until_ready(1).await;
    press(&page).await;
    is_whole(&page).await;
}

pub async fn a_dialog(page: Page) {
    page.open("dialog").await;
    page.until_ready(1).await;
    press(&page).await;
    is_whole(&page).await;
    fits(&page, 0).await;
}

pub async fn a_page_with_a_base(page: Page) {
    shows(&page, "base").await;
}

pub async fn a_page_without_doctype(page: Page) {
    page.open("quirks").await;
    page.until_ready(1).await;
    assert_eq!(page.get("document.compatMode").await, "BackCompat");
    is_whole(&page).await;
}

pub async fn an_application(page: Page) {
    page.open("app").await;
    page.until("customElements.get('open-letter')").await;
    for _ in 0..3 {
        page.run("recorded.events.length = 0; document.defaultView.eval('churn()')").await;
        page.until_ready(2).await;
        page.quiet().await;
        assert_eq!(page.number("document.querySelectorAll('open-letter').length").await, 2);
        assert_eq!(page.get("[0, 1].map(index => parts('title', index).length)").await, json!([1, 1]));
        page.run("document.getElementById('one').replaceChildren(); document.getElementById('two').replaceChildren()")
            .await;
    }
    assert_eq!(page.get("[...recorded.errors, ...recorded.warnings]").await, json!([]));
    // At most one request each time.
    assert!(page.files.count(CANADA) <= 4, "{}", page.files.count(CANADA));
}

pub async fn in_another_component(page: Page) {
    page.open("shadow").await;
    page.until("document.getElementById('component').shadowRoot.querySelector('open-letter').letter").await;
    let inside = "document.getElementById('component').shadowRoot.querySelector('open-letter').shadowRoot";
    page.until(&format!("shown({inside}.querySelector('[part~=title]'))")).await;
    assert_eq!(page.get("[...recorded.errors, ...recorded.warnings]").await, json!([]));
}

pub async fn tags_that_are_copied_with_their_letters(page: Page) {
    let tags = format!(
        "<div id=\"all\"><div data-open-letter=\"{{files}}{SMALL}\"><b>Ours</b></div>\
         <script data-letter=\"{{files}}{SMALL}\"></script></div>"
    );
    page.open_body(&tags).await;
    page.until_ready(2).await;
    page.run("document.body.append(document.getElementById('all').cloneNode(true))").await;
    page.until_ready(4).await;
    page.quiet().await;
    assert_eq!(page.number("document.querySelectorAll('open-letter').length").await, 4);
    assert_eq!(page.number("document.querySelectorAll('open-letter open-letter').length").await, 0);
}

pub async fn tags_whose_attributes_change(page: Page) {
    page.open_body(&format!("<div data-open-letter=\"{{files}}{SMALL}\"></div>")).await;
    page.until_ready(1).await;
    let tag = "document.querySelector('[data-open-letter]')";
    page.run(&format!("{tag}.dataset.headingLevel = 4; {tag}.dataset.show = 'title'")).await;
    page.until("heading()?.localName === 'h4' && !part('roll')").await;
    page.run(&format!("{tag}.dataset.openLetter = '{}'", page.files.url(CANADA))).await;
    page.until_ready(2).await;
    assert!(page.text("title").await.starts_with("Letter to Government of Canada"));
}

pub async fn the_script_twice_by_two_addresses(page: Page) {
    shows(&page, "twice").await;
    assert_eq!(page.events("ready").await.len(), 1);
}

pub async fn the_script_in_two_versions(page: Page) {
    shows(&page, "two-versions").await;
    assert_eq!(page.events("ready").await.len(), 1);
}

/// The first script defines the element, and the second leaves it alone.
pub async fn the_script_in_two_versions_from_two_addresses(page: Page) {
    let older = Files::text("/open-letter.js").replace(&format!("\"{}\"", env!("CARGO_PKG_VERSION")), "\"0.0.1\"");
    page.files.answer("/older/open-letter.js", crate::answer::Answer::text("text/javascript", &older));
    page.open_bare(&format!(
        "<script src=\"{{files}}/older/open-letter.js\" data-base=\"{{files}}/\"></script>\
         <script src=\"{{files}}/open-letter-{}.js\"></script><open-letter src=\"{{files}}{SMALL}\"></open-letter>",
        env!("CARGO_PKG_VERSION")
    ))
    .await;
    page.until_ready(1).await;
    page.quiet().await;
    assert_eq!(page.get("letter().constructor.version").await, "0.0.1");
    assert_eq!(page.events("ready").await.len(), 1);
    assert_eq!(page.get("[...recorded.errors, ...recorded.warnings]").await, json!([]));
}

pub async fn the_tag_in_a_paragraph(page: Page) {
    shows(&page, "in-paragraph").await;
    assert!(page.is("document.querySelectorAll('p')[1].textContent.includes('and the text goes on')").await);
}

pub async fn fifty_letters(page: Page) {
    page.open("fifty").await;
    page.until_ready(50).await;
    page.until_served("the count is asked for", |files| files.count(NIGHT_BUS_COUNT) > 0).await;
    page.quiet().await;
    assert_eq!((page.files.count(NIGHT_BUS), page.files.count(NIGHT_BUS_COUNT)), (1, 1));
    assert_eq!(page.get("new Set([...document.querySelectorAll('p')].map(p => p.innerText)).size").await, 2);
    assert_eq!(page.get("[...recorded.errors, ...recorded.warnings]").await, json!([]));
}

pub async fn frozen_built_ins(page: Page) {
    shows(&page, "frozen").await;
}

pub async fn built_ins_of_the_pages_own(page: Page) {
    page.open("polyfilled").await;
    page.until_ready(1).await;
    assert_eq!(unreadable(&page).await, json!([]));
    assert_eq!(page.number("parts('signatory').length").await, 14);
    page.until_served("the count is asked for", |files| files.count(NIGHT_BUS_COUNT) == 1).await;
}

pub async fn curly_quotation_marks(page: Page) {
    page.open("word-processor").await;
    page.until_ready(1).await;
    assert_eq!(unreadable(&page).await, json!([]));
    one_line(&page, "straight quotation marks").await;
    assert_eq!(page.files.count(CANADA), 1);
}

pub async fn addresses_that_an_editor_has_changed(page: Page) {
    for address in [
        format!("“{{files}}{SMALL}”"),
        format!("&nbsp;\"{{files}}{SMALL}\"&nbsp;"),
        format!("«{{files}}{SMALL}?a=1&amp;amp;b=2»"),
    ] {
        page.open_body(&format!("<open-letter src='{address}'></open-letter>")).await;
        page.until_ready(1).await;
        assert_eq!(page.text("title").await, "A short letter");
        one_line(&page, "is read as").await;
    }
}

pub async fn stripped_attributes(page: Page) {
    page.open("stripped").await;
    page.until("events('error').length === 2").await;
    let errors = page.events("error").await;
    assert!(errors.iter().all(|event: &Value| event["detail"]["code"] == "no-src"), "{errors:?}");
    assert!(page.is("[...document.querySelectorAll('a')].every(shown)").await);
    let lines = page.get(LINES).await;
    assert!(lines.as_array().unwrap().iter().all(|line| line.as_str().unwrap().contains("no src")), "{lines}");
}

pub async fn a_script_without_a_letter(page: Page) {
    page.open("no-letter").await;
    page.until("recorded.notes.length").await;
    let note = page.get("recorded.notes").await;
    assert!(note[0].as_str().unwrap().contains("this page has no letter yet"), "{note}");
    assert_eq!(page.get("[...recorded.errors, ...recorded.warnings]").await, json!([]));
}

pub async fn a_frame(page: Page) {
    page.open("frame").await;
    page.until_inside("shown(part('title'))").await;
    assert_eq!(page.number("document.querySelector('iframe').clientHeight").await, 600);
}

pub async fn a_frame_that_is_followed(page: Page) {
    page.open("frame-followed").await;
    page.until_inside("shown(part('title'))").await;
    page.until("document.querySelector('iframe').clientHeight > 1500").await;
}

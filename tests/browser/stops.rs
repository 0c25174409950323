//! An engine that fails to load, or stops for good: readers keep what is shown, and the webmaster gets one message.

use crate::answer::Answer;
use crate::origins::{Files, has_end};
use crate::page::{COUNT, OTHER, Page, SMALL};
use serde_json::{Value, json};

/// The lines of ours in the console.
const LINES: &str = "[...recorded.warnings, ...recorded.errors].filter(line => line.startsWith('open-letter'))";

/// Damages the engine's memory, and makes an element call the engine.
const SPOIL: &str = "recorded.memories.forEach(memory => new Uint8Array(memory.buffer).fill(0xff));
    letter().setAttribute('show', 'title');";

fn element(letter: &str, content: &str) -> String {
    format!("<open-letter refresh=\"10\" src=\"{{files}}{letter}\">{content}</open-letter>")
}

async fn the_one_line(page: &Page) -> String {
    let lines = page.get(LINES).await;
    assert_eq!(lines.as_array().map(Vec::len), Some(1), "{lines}");
    lines[0].as_str().unwrap_or_default().to_string()
}

pub async fn a_stop_is_reported_by_each_element_and_what_is_shown_stays(page: Page) {
    let gate = page.files.hold(OTHER);
    let waiting = element(OTHER, "<b id=\"fallback\">Our letter</b>");
    page.open_body(&[element(SMALL, ""), element(SMALL, "<i>Ours</i>"), waiting].concat()).await;
    page.until_ready(2).await;
    page.until_served("the letters are followed", |files| files.count(COUNT) == 1).await;
    page.quiet().await;
    let roll = page.texts("signatory").await;
    page.run(SPOIL).await;
    page.until("events('error').length === 3").await;
    gate.open();
    page.quiet().await;
    let events = page.events("error").await;
    assert!(events.iter().all(|event| event["detail"]["code"] == "engine"), "{events:?}");
    assert_eq!(events.len(), 3, "{events:?}");
    assert!(the_one_line(&page).await.contains("the engine stopped"));
    let errors = page.get("recorded.errors").await;
    assert_eq!(errors.as_array().map(Vec::len), Some(1), "something else is thrown: {errors}");
    assert_eq!(page.texts("signatory").await, roll);
    assert!(page.is("[0, 1].every(index => shown(part('title', index)))").await);
    assert!(page.is("shown(document.getElementById('fallback')) && !part('title', 2)").await);
}

pub async fn nothing_polls_on_after_a_stop(page: Page) {
    page.open_clocked(&element(SMALL, "")).await;
    page.until_followed(1).await;
    page.pass(30).await;
    let before = page.files.count(COUNT);
    assert!(before > 1);
    page.run(SPOIL).await;
    page.until("events('error').length === 1").await;
    page.pass(600).await;
    assert_eq!(page.files.count(COUNT), before);
    assert_eq!(page.get("letter().update().then(() => 'answered')").await, "answered");
    page.run("letter().remove()").await;
    page.quiet().await;
    assert_eq!(page.get("recorded.errors.length").await, 1);
}

pub async fn an_element_that_comes_after_a_stop_keeps_its_content(page: Page) {
    page.open_body(&element(SMALL, "")).await;
    page.until_ready(1).await;
    page.run(SPOIL).await;
    page.until("events('error').length === 1").await;
    page.run("document.body.insertAdjacentHTML('beforeend', letter().outerHTML.replace('><', '><b>Late</b><'))").await;
    page.until("events('error').length === 2").await;
    assert!(page.is("shown(letter(1).firstElementChild) && !part('title', 1)").await);
    the_one_line(&page).await;
}

pub async fn without_webassembly_every_element_keeps_its_content(page: Page) {
    let bodies = [element(SMALL, "<b>One</b>"), element(SMALL, "<b>Two</b>"), element(SMALL, "")];
    page.open_body(&format!("<script>delete window.WebAssembly</script>{}", bodies.concat())).await;
    page.until("events('error').length === 3").await;
    assert!(the_one_line(&page).await.contains("this browser has no WebAssembly"));
    assert!(page.is("[0, 1].every(index => shown(letter(index).firstElementChild))").await);
    assert!(page.is("shown(part('notice', 2))").await);
    let asked = page.files.requests();
    page.quiet().await;
    assert_eq!(page.files.requests(), asked);
}

/// A hundred fill the reserved memory; after that, not even a page of 64 kB is added.
pub async fn a_thousand_mounted_and_removed_leave_no_memory_behind(page: Page) {
    page.open_body(&element(SMALL, "")).await;
    page.until_ready(1).await;
    let src = page.files.url(SMALL);
    page.run(&format!(
        "window.held = [];
        const one = () => new Promise(resolve => {{
            const made = document.createElement('open-letter');
            made.setAttribute('src', '{src}');
            made.addEventListener('open-letter-ready', () => {{ made.remove(); setTimeout(resolve); }});
            document.body.append(made);
        }});
        (async () => {{
            for (let index = 0; index < 1000; index++) {{
                if (index === 100) held.push(recorded.memories[0].buffer.byteLength);
                await one();
            }}
            held.push(recorded.memories[0].buffer.byteLength);
            window.done = true;
        }})();"
    ))
    .await;
    page.until_within(std::time::Duration::from_mins(6), "window.done").await;
    let held = page.get("held").await;
    assert_eq!(held[0], held[1], "bytes of the module's memory after 100 and after 1,000");
    assert_eq!(page.get("recorded.errors").await, json!([]));
}

/// A cache still has an older `open-letter.js`; its host has published another release.
pub async fn a_loader_whose_files_are_gone_takes_the_release_that_is_there(page: Page) {
    open_outdated(&page, "").await;
    page.until_ready(1).await;
    assert_eq!(page.text("title").await, "A short letter");
    assert_eq!(page.files.count("/open-letter.js"), 1, "the loader that is there, once");
    assert_eq!(page.get(LINES).await, json!([]));
    assert_eq!(page.get("letter().constructor.version").await, "0.0.1", "the element is the older one's");
    page.until_served("the letter is followed", |files| files.count(COUNT) == 1).await;
}

pub async fn it_does_so_once(page: Page) {
    let outdated = outdated();
    page.files.answer("/open-letter.js", outdated);
    open_outdated(&page, "<b id=\"fallback\">Our letter</b>").await;
    assert_eq!(page.error().await["code"], "engine");
    page.quiet().await;
    assert_eq!(page.files.count("/open-letter.js"), 1);
    assert!(page.is("shown(document.getElementById('fallback'))").await);
    assert!(the_one_line(&page).await.contains("copy the whole folder of one release there"));
}

/// Opens a page with a loader whose files are gone.
async fn open_outdated(page: &Page, content: &str) {
    page.files.answer("/older/open-letter.js", outdated());
    let script = "<script async src=\"{files}/older/open-letter.js\" data-base=\"{files}/\"></script>";
    page.open_bare(&format!("{script}{}", element(SMALL, content))).await;
}

/// The loader with the names of missing files, and an older version.
fn outdated() -> Answer {
    let loader = Files::text("/open-letter.js");
    let mut older = loader.replace(&format!("\"{}\"", env!("CARGO_PKG_VERSION")), "\"0.0.1\"");
    for end in [".js", ".wasm"] {
        for name in names(&loader, end) {
            older = older.replace(&name, &name.replacen("open-letter-", "open-letter-gone", 1));
        }
    }
    Answer::text("text/javascript; charset=utf-8", &older)
}

/// The loader's file names that contain a hash.
fn names(loader: &str, end: &str) -> Vec<String> {
    let named = loader.split(['"', '`', '\'']).filter(|text| text.starts_with("open-letter-") && text.ends_with(end));
    named.map(str::to_string).collect()
}

/// The pinned script contains the glue.
pub async fn the_pinned_script_shows_the_letter(page: Page) {
    open_pinned(&page).await;
    page.until_ready(1).await;
    assert_eq!(page.text("title").await, "A short letter");
    page.until_served("the letter is followed", |files| files.count(COUNT) == 1).await;
    let scripts: Vec<_> = page.files.requests().into_iter().filter(|request| has_end(&request.path, "js")).collect();
    assert_eq!(scripts.len(), 1, "{scripts:?}");
}

pub async fn the_pinned_script_refuses_an_engine_of_other_bytes(page: Page) {
    let loader = Files::text("/open-letter.js");
    for name in names(&loader, ".wasm") {
        // A different but valid module: with one more custom section.
        page.files.change(&format!("/{name}"), |bytes| bytes.extend([0, 2, 1, b'x']));
    }
    open_pinned(&page).await;
    assert_eq!(page.error().await["code"], "engine");
    page.quiet().await;
    assert!(page.is("shown(document.getElementById('fallback')) && !part('title')").await);
}

pub async fn a_pinned_script_of_other_bytes_does_not_run(page: Page) {
    let pinned = pinned();
    page.files.change(&pinned, |bytes| bytes.extend(b"// x"));
    open_pinned(&page).await;
    page.quiet().await;
    assert!(page.is("!customElements.get('open-letter')").await);
    assert!(page.is("shown(document.getElementById('fallback'))").await);
}

fn pinned() -> String {
    format!("/open-letter-{}.js", env!("CARGO_PKG_VERSION"))
}

async fn open_pinned(page: &Page) {
    let pinned = pinned();
    let integrity: Value = serde_json::from_str(&Files::text("/integrity.json")).unwrap();
    let integrity = integrity[pinned.trim_start_matches('/')].as_str().unwrap().to_string();
    let script = format!(
        "<script async src=\"{{files}}{pinned}\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>"
    );
    page.open_bare(&format!("{script}{}", element(SMALL, "<b id=\"fallback\">Our letter</b>"))).await;
}

//! Elements whose names replace what scripts read of the document, of forms or of the window (DOM clobbering): they
//! decide nothing, not even whether the letter is shown.

use crate::answer::Answer;
use crate::origins::{Files, has_end, with_recorder};
use crate::page::{Page, SMALL};
use crate::site;
use serde_json::json;
use std::collections::BTreeSet;

/// The address that a stranger wants the widget to load.
const STRANGER: &str = "/stranger/open-letter.js";
const PINNED: &str = concat!("open-letter-", env!("CARGO_PKG_VERSION"), ".js");

/// Every word in the scripts that run on a host page: these include all names that they read.
fn words() -> BTreeSet<String> {
    let folder = std::fs::read_dir(site::folder()).unwrap().flatten().map(|entry| entry.file_name());
    let names = folder.map(|name| name.to_string_lossy().into_owned());
    let scripts = names.filter(|name| name.starts_with("open-letter") && has_end(name, "js"));
    let texts: Vec<String> = scripts.map(|name| Files::text(&format!("/{name}"))).collect();
    assert!(texts.len() > 2, "the loader, its glue, and the pinned script");
    let is_word = |character: char| character.is_ascii_alphanumeric() || "_$".contains(character);
    let all = texts.iter().flat_map(|text| text.split(|character| !is_word(character)));
    let read: BTreeSet<String> = all
        .filter(|word| word.len() > 2 && !word.starts_with(|character: char| character.is_ascii_digit()))
        .filter(|word| !word.starts_with("__wb") && word.len() < 28)
        .map(str::to_string)
        .collect();
    for name in ["currentScript", "scripts", "head", "body", "baseURI", "createElement", "querySelector", "host"] {
        assert!(read.contains(name), "{name} is read");
    }
    read
}

/// Elements made from each word.
fn each(words: &BTreeSet<String>, named: impl Fn(&str) -> String) -> String {
    words.iter().map(|word| named(word)).collect()
}

/// A page in a frame, because the tests' own questions need an unclobbered document. The page has these elements, and
/// then all forms of the letter, through that script.
async fn open(page: &Page, script: &str, around: [&str; 2], elements: &str) {
    let letter = page.files.url(SMALL);
    let [begin, end] = around;
    let inner = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Inner</title></head><body>{begin}{elements}
         <script async src=\"{}/{script}\" data-letter=\"{letter}\"></script>
         <div data-open-letter=\"{letter}\"><b>Ours</b></div><open-letter src=\"{letter}\"></open-letter>{end}</body></html>",
        page.files.site(),
    );
    let inner = inner.replace("STRANGER", &page.host.url(STRANGER));
    page.host.answer(STRANGER, Answer::text("text/javascript; charset=utf-8", "parent.stranger = true"));
    page.host
        .answer("/inner.html", Answer::text("text/html; charset=utf-8", &with_recorder(&inner, &page.files.site())));
    page.open_bare("<iframe src=\"/inner.html\" width=\"900\" height=\"900\"></iframe>").await;
    page.run(
        "window.inner = () => [...Document.prototype.querySelectorAll.call(frames[0].document, 'open-letter')];
        window.titles = () => inner().filter(({ shadowRoot }) => shown(shadowRoot?.querySelector('[part~=title]')));",
    )
    .await;
}

async fn all_show(page: &Page, letters: usize) {
    page.until(&format!("titles().length >= {letters}")).await;
    page.quiet().await;
    assert_eq!(page.get("[inner().length, titles().length]").await, json!([letters, letters]));
    assert_eq!(page.get("frames[0].recorded.errors").await, json!([]));
    assert!(!page.is("window.stranger").await, "a stranger's code has run");
    // The elements themselves request the one file that they name.
    let asked: BTreeSet<String> =
        page.host.paths().into_iter().filter(|path| path.starts_with("/stranger/") && path != STRANGER).collect();
    assert_eq!(asked, BTreeSet::new());
}

/// With the loader, and with the pinned script, which contains the glue.
async fn by_each_script(page: &Page, around: [&str; 2], elements: &str) {
    for script in ["open-letter.js", PINNED] {
        open(page, script, around, elements).await;
        all_show(page, 3).await;
    }
}

pub async fn images_decide_nothing(page: Page) {
    let images = each(&words(), |word| format!("<img name=\"{word}\" src=\"STRANGER\" alt=\"\">"));
    by_each_script(&page, ["", ""], &images).await;
}

pub async fn forms_decide_nothing(page: Page) {
    let named = |word: &str| format!("<form name=\"{word}\" action=\"STRANGER\"><input name=\"{word}\"></form>");
    by_each_script(&page, ["", ""], &each(&words(), named)).await;
}

pub async fn frames_decide_nothing(page: Page) {
    // A few at a time: each is a page of its own.
    let words: Vec<String> = words().into_iter().collect();
    for words in words.chunks(75) {
        let words = words.iter().cloned().collect();
        let frames = each(&words, |word| format!("<iframe name=\"{word}\" hidden></iframe>"));
        by_each_script(&page, ["", ""], &frames).await;
    }
}

pub async fn ids_decide_nothing(page: Page) {
    let named = |word: &str| format!("<a id=\"{word}\" href=\"STRANGER\"></a><a id=\"{word}\" name=\"{word}\"></a>");
    by_each_script(&page, ["", ""], &each(&words(), named)).await;
}

/// Pages of some systems are one form, including the comments.
pub async fn the_fields_of_a_form_around_it_decide_nothing(page: Page) {
    let around = ["<form lang=\"en\">", "</form>"];
    let named = |word: &str| {
        format!("<input type=\"hidden\" name=\"{word}\"><img name=\"{word}\" id=\"{word}\" src=\"STRANGER\" alt=\"\">")
    };
    by_each_script(&page, around, &each(&words(), named)).await;
}

pub async fn a_form_that_is_inserted_later_does_not_end_the_watch(page: Page) {
    open(&page, "open-letter.js", ["", ""], "").await;
    all_show(&page, 3).await;
    let fields: Vec<String> = words().iter().map(|word| format!("<input type=\"hidden\" name=\"{word}\">")).collect();
    let fields = fields.concat();
    let (letter, fields) = (page.files.url(SMALL), fields.replace('\'', ""));
    page.run(&format!(
        "const within = frames[0].document;
        within.body.insertAdjacentHTML('beforeend', '<form data-open-letter=\"{letter}\">{fields}<p>x</p></form>');
        Element.prototype.setAttribute.call(within.querySelector('form'), 'data-show', 'title');
        within.body.insertAdjacentHTML('beforeend', '<p data-open-letter=\"{letter}\"></p>');"
    ))
    .await;
    all_show(&page, 4).await;
}

/// `tests/pages/clobbered.html`, a page for people.
pub async fn a_page_with_a_strangers_comments(page: Page) {
    page.host.answer(STRANGER, Answer::text("text/javascript; charset=utf-8", "window.stranger = true"));
    page.open("clobbered").await;
    page.until_ready(1).await;
    assert!(page.is("shown(part('title'))").await);
    assert_eq!(page.get("recorded.errors").await, json!([]));
}

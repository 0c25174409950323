//! Pages with variables named like built-ins, and pages in other encodings.

use crate::answer::Answer;
use crate::origins::{Files, has_end};
use crate::page::{COUNT, Page, SMALL};
use crate::site;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const PINNED: &str = concat!("open-letter-", env!("CARGO_PKG_VERSION"), ".js");

/// The scripts that run on a host page, by name.
fn scripts() -> Vec<String> {
    let folder = std::fs::read_dir(site::folder()).unwrap().flatten().map(|entry| entry.file_name());
    let names = folder.map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| name.starts_with("open-letter") && has_end(name, "js")).collect()
}

/// The names that the scripts read from the window, or use directly.
fn names() -> BTreeSet<String> {
    let texts: String = scripts().iter().map(|name| Files::text(&format!("/{name}"))).collect();
    let asked = texts.split("window.").skip(1);
    let is_word = |character: char| character.is_ascii_alphanumeric() || "_$".contains(character);
    let word = |text: &str| text.chars().take_while(|character| is_word(*character)).collect::<String>();
    let mut names: BTreeSet<String> = asked.map(word).filter(|word| word.len() > 2).collect();
    let known = [
        "URL",
        "Promise",
        "CustomEvent",
        "Event",
        "HTMLElement",
        "Element",
        "Window",
        "CSSStyleSheet",
        "CSS",
        "Response",
        "Symbol",
    ];
    names.extend(known.map(str::to_string));
    for name in ["Response", "Intl", "fetch", "Map", "Symbol", "WebAssembly", "IntersectionObserver"] {
        assert!(names.contains(name), "{name} is asked for: {names:?}");
    }
    names
}

/// Opens the widget on pages in frames, one after another, each with that line of script before it. Returns the result
/// for each name: the letter, the host's content with a line in the console, or a fault.
async fn outcomes(page: &Page, script: &str, line: &str) -> Value {
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Inner</title></head><body>
         <script>
           const outcome = parent.outcome;
           addEventListener('error', ({{ message }}) => outcome.thrown.push(message));
           addEventListener('unhandledrejection', ({{ reason }}) => outcome.thrown.push('unhandled ' + reason));
           console.error = (...values) => outcome.lines.push(values.map(String).join(' '));
           addEventListener('open-letter-ready', () => (outcome.ready = true));
         </script>
         <script>{line}</script>
         <open-letter src=\"{letter}\"><b>Ours</b></open-letter>
         <script async src=\"{site}/{script}\"></script></body></html>",
        letter = page.files.url(SMALL),
        site = page.files.site(),
    );
    let names = json!(names());
    page.host.answer("/inner.html", Answer::text("text/html; charset=utf-8", &html));
    page.open_bare("").await;
    let html = json!(html);
    page.run(&format!(
        "window.outcomes = {{}};
        (async () => {{
            for (const name of {names}) {{
                window.outcome = {{ lines: [], thrown: [], ready: false }};
                const frame = document.createElement('iframe');
                frame.width = frame.height = 500;
                const url = URL.createObjectURL(new Blob([{html}.replaceAll('NAME', name)], {{ type: 'text/html' }}));
                frame.src = url;
                document.body.append(frame);
                const begun = Date.now();
                // Without the console there may be no line to wait for. Otherwise, a busy machine may take long.
                const patience = name === 'console' ? 4000 : 30000;
                const over = () => outcome.ready || outcome.lines.length || outcome.thrown.length || Date.now() - begun > patience;
                while (!over()) await new Promise(resolve => setTimeout(resolve, 10));
                await new Promise(resolve => setTimeout(resolve, 50));
                outcomes[name] = outcome;
                frame.remove();
            }}
            window.done = true;
        }})();"
    ))
    .await;
    page.until_within(std::time::Duration::from_mins(6), "window.done").await;
    // The driver would use what it takes for the page's own built-ins.
    let outcomes = page.get("JSON.stringify(outcomes)").await;
    serde_json::from_str(outcomes.as_str().unwrap()).unwrap()
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// `const URL = …` leaves the window's property unchanged.
pub async fn constants_named_like_built_ins_change_nothing(page: Page) {
    // Some names can't be declared so.
    for script in ["open-letter.js", PINNED] {
        let outcomes = outcomes(&page, script, "const NAME = 'of the page';").await;
        for (name, outcome) in outcomes.as_object().unwrap() {
            let refused =
                texts(&outcome["thrown"]).iter().any(|fault| fault.contains("declar") || fault.contains("shadow"));
            assert!(outcome["ready"] == true || refused, "const {name}: {outcome}");
        }
    }
}

/// Either the letter is shown, or the host's content stays and one line names the variable.
async fn variables(page: &Page, script: &str, line: &str) {
    let outcomes = outcomes(page, script, line).await;
    let mut shown = BTreeSet::new();
    for (name, outcome) in outcomes.as_object().unwrap() {
        assert_eq!(texts(&outcome["thrown"]), Vec::<&str>::new(), "{name}: {outcome}");
        let lines = texts(&outcome["lines"]);
        if outcome["ready"] == true && lines.is_empty() {
            shown.insert(name.as_str());
            continue;
        }
        // If the page has replaced the console, there is no line.
        if name != "console" {
            assert_eq!(lines.len(), 1, "{name}: {outcome}");
            assert!(lines[0].contains(name.as_str()), "{name}: {outcome}");
        }
    }
    for name in ["URL", "Response", "CSS", "Promise", "Event", "CustomEvent", "Element", "HTMLElement"] {
        assert!(shown.contains(name), "the letter shows in spite of {name}: {}", outcomes[name]);
    }
}

pub async fn variables_named_like_built_ins_are_passed_or_named(page: Page) {
    variables(&page, "open-letter.js", "var NAME = 'of the page';").await;
}

pub async fn with_the_pinned_script_too(page: Page) {
    variables(&page, PINNED, "var NAME = 'of the page';").await;
}

pub async fn objects_named_like_built_ins_are_passed_or_named(page: Page) {
    variables(&page, "open-letter.js", "var NAME = { of: 'the page' };").await;
}

/// The letter is shown, and its count is updated.
pub async fn a_variable_named_url_css_or_response_stops_nothing(page: Page) {
    page.open_body(&format!(
        "<script>var URL = 'https://host.example/', CSS = {{}}, Response = 5;</script>
         <open-letter src=\"{{files}}{SMALL}\" refresh=\"10\"></open-letter>"
    ))
    .await;
    page.until_ready(1).await;
    page.until_served("the count is asked for", |files| files.count(COUNT) == 1).await;
    page.quiet().await;
    page.run("letter().update().then(() => (window.updated = true))").await;
    page.until("window.updated").await;
    assert_eq!(page.files.count(COUNT), 2);
    assert_eq!(page.get("[...recorded.errors, ...recorded.warnings]").await, json!([]));
}

/// Wrappers in consent managers read the address.
pub async fn fetch_is_called_as_everybody_calls_it(page: Page) {
    page.open_body(&format!(
        "<script>
           window.calls = [];
           const original = fetch;
           window.fetch = function (address, options) {{
             if (/open-letter/.test(String(address))) calls.push([typeof address, typeof options]);
             return original.apply(this, arguments);
           }};
         </script>
         <open-letter lang=\"fr\" src=\"{{files}}{SMALL}\"></open-letter>"
    ))
    .await;
    page.until_ready(1).await;
    page.until("calls.length >= 3").await;
    assert!(page.is("calls.every(([address, options]) => address === 'string' && options === 'object')").await);
}

/// A classic script has the page's encoding, unless its host sends another.
pub async fn every_script_is_ascii(_page: Page) {
    let scripts = scripts();
    assert!(scripts.len() >= 4, "{scripts:?}");
    for script in scripts {
        assert!(Files::text(&format!("/{script}")).is_ascii(), "{script}");
    }
}

pub async fn pages_in_any_encoding_show_the_letter(page: Page) {
    for script in ["/open-letter.js", &format!("/{PINNED}")] {
        page.files.answer(script, Answer::text("text/javascript", &Files::text(script)));
        for encoding in ["gbk", "gb18030", "big5", "euc-jp", "shift_jis", "euc-kr", "iso-2022-jp", "windows-1251"] {
            // Also with the quotation marks of a word processor.
            let html = format!(
                "<!doctype html><html lang=\"en\"><head><title>Host</title></head><body><script async src=\"{}\" \
                 data-letter=\"&#8221;{}&#8221;\"></script></body></html>",
                page.files.url(script),
                page.files.url(SMALL),
            );
            let html = crate::origins::with_recorder(&html, &page.files.site());
            let kind = format!("text/html; charset={encoding}");
            page.host.answer("/encoded.html", Answer::text(&kind, &html));
            page.go(&page.host.url("/encoded.html")).await;
            page.until_ready(1).await;
            assert_eq!(page.text("title").await, "A short letter");
            assert_eq!(page.get("recorded.errors").await, json!([]), "{encoding}");
            assert_eq!(page.get("document.characterSet.toLowerCase()").await, encoding);
        }
    }
}

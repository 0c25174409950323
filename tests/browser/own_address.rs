//! Where the widget looks for its files: beside the script, however that came into the page.

use crate::answer::Answer;
use crate::origins::{Files, has_end};
use crate::packages::packages;
use crate::page::{COUNT, Page, SMALL};
use serde_json::json;

const PINNED: &str = concat!("open-letter-", env!("CARGO_PKG_VERSION"), ".js");
/// Changes the base of a page's relative addresses.
const TURNS: [&str; 2] = [
    "history.pushState(null, '', '/elsewhere/deeper/page')",
    "document.head.prepend(Object.assign(document.createElement('base'), { href: '/elsewhere/deeper/' }))",
];

/// The letter is shown and followed, and no request went to a wrong folder.
async fn is_whole(page: &Page, count: &str) {
    page.until_ready(1).await;
    page.until_served("the count is asked for", |files| files.count(count) > 0).await;
    assert_eq!(page.files.outside(), Vec::<String>::new());
    assert_eq!(page.get("[...recorded.errors, ...recorded.warnings]").await, json!([]));
}

pub async fn a_site_in_a_folder_shows_on_its_own_origin_too(page: Page) {
    for script in ["open-letter.js", PINNED] {
        page.open_own(
            "/own.html",
            &format!("<script async src=\"{script}\" data-letter=\"{{files}}{SMALL}\"></script>"),
        )
        .await;
        is_whole(&page, COUNT).await;
    }
}

pub async fn the_pinned_script_shows_from_a_folder_on_another_origin(page: Page) {
    page.open_bare(&format!("<script src=\"{{files}}/{PINNED}\" data-letter=\"{{files}}{SMALL}\"></script>")).await;
    is_whole(&page, COUNT).await;
}

/// The site's `index.html`, as `make dist` makes it.
pub async fn the_campaign_page_works_in_any_folder(page: Page) {
    page.go(&page.files.url("/index.html")).await;
    page.until("letter()?.letter && shown(part('title'))").await;
    page.quiet().await;
    assert_eq!(page.get("document.styleSheets.length").await, 1);
    assert!(page.is("document.styleSheets[0].cssRules.length > 0").await);
    assert_eq!(page.files.outside(), Vec::<String>::new());
}

pub async fn a_page_that_turns_elsewhere_after_the_script_has_run_changes_nothing(page: Page) {
    for (index, turn) in TURNS.into_iter().enumerate() {
        page.open_own(&format!("/deep/{index}.html"), "<script async src=\"../open-letter.js\"></script>").await;
        page.until("customElements.get('open-letter')").await;
        page.run(turn).await;
        let letter = page.files.url(SMALL);
        page.run(&format!("document.body.innerHTML = '<open-letter lang=\"fr\" src=\"{letter}\"></open-letter>'"))
            .await;
        is_whole(&page, COUNT).await;
        assert_eq!(page.text("title").await, "Une courte lettre");
    }
}

/// Scripts wait for the network, and the page continues meanwhile.
pub async fn a_page_that_turns_elsewhere_before_the_script_has_run_changes_nothing(page: Page) {
    for (index, turn) in TURNS.into_iter().enumerate() {
        let gate = page.files.hold("/open-letter.js");
        let body = format!(
            "<script async src=\"../open-letter.js\"></script><open-letter src=\"{{files}}{SMALL}\"></open-letter>"
        );
        page.open_own(&format!("/deep/{index}.html"), &body).await;
        page.until_served("the script is asked for", |files| files.count("/open-letter.js") > index).await;
        page.run(turn).await;
        gate.open();
        is_whole(&page, COUNT).await;
    }
}

pub async fn trying_again_asks_at_the_same_place(page: Page) {
    for (index, turn) in TURNS.into_iter().enumerate() {
        let wasm = wasm();
        page.files.answer(&wasm, Answer::status(500));
        let body = format!(
            "<script async src=\"../open-letter.js\"></script><open-letter src=\"{{files}}{SMALL}\"></open-letter>"
        );
        page.open_own(&format!("/deep/{index}.html"), &body).await;
        page.until("shown(part('notice')?.querySelector('button'))").await;
        page.run(turn).await;
        page.files.restore(&wasm);
        page.run("part('notice').querySelector('button').click()").await;
        page.until_ready(1).await;
        assert_eq!(page.files.outside(), Vec::<String>::new());
    }
}

/// The path of the module.
fn wasm() -> String {
    let loader = Files::text("/open-letter.js");
    let name = loader.split(['"', '`']).find(|text| text.starts_with("open-letter-") && has_end(text, "wasm"));
    format!("/{}", name.unwrap())
}

pub async fn a_relative_src_means_what_it_meant_when_it_was_set(page: Page) {
    for (index, turn) in TURNS.into_iter().enumerate() {
        let path = format!("/deep/{index}.html");
        let body = "<script async src=\"../open-letter.js\"></script><div style=\"height: 5000px\"></div>\
            <open-letter loading=\"lazy\" src=\"../letters/small.json\"></open-letter>";
        page.open_own(&path, body).await;
        page.until("customElements.get('open-letter')").await;
        page.run(turn).await;
        page.run("letter().scrollIntoView()").await;
        is_whole(&page, COUNT).await;
        // An address set now is relative to the present base.
        page.files.answer("/letters/elsewhere.json", Answer::json(&crate::page::small_letter()));
        page.run("letter().setAttribute('src', '../../our%20letters/letters/elsewhere.json')").await;
        page.until_ready(2).await;
        assert_eq!(page.files.outside(), Vec::<String>::new());
    }
}

/// jQuery fetches scripts of the page's own origin and runs their text in a script without an address.
async fn by_jquery(page: &Page, name: &str, insert: &str) {
    let file = std::fs::read_to_string(packages().join(name).join("dist/jquery.min.js")).unwrap();
    page.files.answer("/jquery.js", Answer::text("text/javascript; charset=utf-8", &file));
    let tag = format!("<script async src=\"{{files}}/open-letter.js\" data-letter=\"{{files}}{SMALL}\"></script>");
    let tag = tag.replace("{files}", &page.files.site());
    page.files.answer("/fragment.html", Answer::text("text/html; charset=utf-8", &tag));
    let body = "<script src=\"../jquery.js\"></script><div id=\"x\"></div>".to_string();
    page.open_own("/deep/page.html", &body).await;
    let insert = insert.replace("TAG", &tag).replace("SITE", &page.files.site()).replace("LETTER", SMALL);
    page.run(&insert).await;
    is_whole(page, COUNT).await;
    assert_eq!(page.number("document.querySelectorAll('open-letter').length").await, 1);
}

pub async fn jquery_html_shows_it(page: Page) {
    for name in ["jquery", "jquery-3"] {
        by_jquery(&page, name, "$('#x').html('TAG')").await;
    }
}

pub async fn jquery_load_shows_it(page: Page) {
    for name in ["jquery", "jquery-3"] {
        by_jquery(&page, name, "$('#x').load('../fragment.html')").await;
    }
}

pub async fn jquery_get_script_shows_it(page: Page) {
    let insert = "document.body.insertAdjacentHTML('beforeend', '<open-letter src=\"SITELETTER\"></open-letter>');
        $.getScript('../open-letter.js')";
    for name in ["jquery", "jquery-3"] {
        by_jquery(&page, name, insert).await;
    }
}

/// jQuery on a page of another origin adds a script element.
pub async fn jquery_shows_it_from_another_origin(page: Page) {
    for name in ["jquery", "jquery-3"] {
        let file = std::fs::read_to_string(packages().join(name).join("dist/jquery.min.js")).unwrap();
        page.host.answer("/jquery.js", Answer::text("text/javascript; charset=utf-8", &file));
        page.open_bare("<script src=\"/jquery.js\"></script><div id=\"x\"></div>").await;
        let (site, letter) = (page.files.site(), page.files.url(SMALL));
        page.run(&format!("$('#x').html('<script src=\"{site}/open-letter.js\" data-letter=\"{letter}\"></script>')"))
            .await;
        is_whole(&page, COUNT).await;
    }
}

/// Every page and feed of the site uses addresses relative to its own.
pub async fn nothing_is_named_from_the_root_of_the_host(_page: Page) {
    let mut folders = vec![crate::site::folder()];
    let mut looked_through = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let kind = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
            if !["html", "xml", "css", "webmanifest"].contains(&kind) {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            looked_through += 1;
            for begin in ["href=\"/", "src=\"/", "action=\"/", "url(/", "url(\"/", "srcset=\"/"] {
                assert!(!text.contains(begin), "{} has {begin}", path.display());
            }
        }
    }
    assert!(looked_through > 10);
}

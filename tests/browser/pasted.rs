//! Every snippet, pasted into a page's text and converted by what hosts really use, in a browser: the letter is there
//! once, alive, between the texts around it.

use crate::converters::{Converter, QUICK, SLOW};
use crate::page::Page;
use open_letter::files::Site;
use open_letter::publish::Publisher;
use std::path::Path;
use tokio::task::spawn_blocking;

const BASE: &str = "https://letters.example/";
const TITLE: &str = "Letter to Government of Canada by Hayren Partners and 21 NGOs";

/// Whether to use the converters that `make hosts` installs, too.
pub fn has_real_hosts() -> bool {
    std::env::var_os("OPEN_LETTER_HOSTS").is_some()
}

/// A form and its converted pages, by the converter's name.
type Converted = Vec<(String, String)>;

/// The letter's snippet of that form, in pages of each converter.
fn converted(form: &str, converters: &[Converter]) -> Converted {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("integrity.json"),
        concat!("{\"open-letter-", env!("CARGO_PKG_VERSION"), ".js\": \"sha384-NONE\"}"),
    )
    .unwrap();
    let site = Site::open(folder.path()).unwrap();
    let letter = Path::new(env!("CARGO_MANIFEST_DIR")).join("letters/canada-artsakh-2023");
    Publisher::new(&site, Some(BASE)).unwrap().publish(&letter).unwrap();
    let form = if form.is_empty() { String::new() } else { format!(".{form}") };
    let path = folder.path().join(format!("letters/canada-artsakh-2023/snippet{form}.html"));
    let code = std::fs::read_to_string(path).unwrap();
    converters.iter().map(|converter| (converter.name.to_string(), converter.convert(&code))).collect()
}

/// Opens a page for each converter, and asks it.
async fn each(page: &Page, form: &'static str, settled: &str, so: &str) {
    let converters = if has_real_hosts() { [&QUICK[..], &SLOW].concat() } else { QUICK.to_vec() };
    for (name, html) in spawn_blocking(move || converted(form, &converters)).await.unwrap() {
        // The pinned script of the site has another integrity.
        let html = html.replace(BASE, "{files}/").replace("integrity=\"sha384-NONE\"", "");
        page.open_bare(&format!("<main>{html}</main>")).await;
        page.until(settled).await;
        page.until(so).await;
        let around = "(() => {
            const main = document.querySelector('main');
            const lines = main.innerText.split('\\n').map(line => line.trim()).filter(Boolean);
            return [lines[0], lines.at(-1)];
        })()";
        let is_moved = name == "MDX" && matches!(form, "tag" | "pinned");
        let first = if is_moved { "" } else { "Before the letter." };
        let lines = page.get(around).await;
        assert!(lines[0].as_str().unwrap().starts_with(first), "{name}: {lines}");
        assert_eq!(lines[1], "After the letter.", "{name}");
        assert_eq!(page.get("recorded.errors").await, serde_json::json!([]), "{name}");
    }
}

/// The letter is there once: its title and each of its paragraphs, and nothing of the text in the snippet.
async fn shows_the_letter_once(page: Page, form: &'static str) {
    let once = format!(
        "document.querySelectorAll('open-letter').length === 1 && text(part('title')) === '{TITLE}' &&
         shown(part('title')) && parts('paragraph').every(shown) && parts('paragraph').length > 5 &&
         parts('signatory').length === 22 && ![...document.querySelectorAll('main article')].some(shown)"
    );
    each(&page, form, "events('ready').length === 1", &once).await;
}

pub async fn the_whole_text_shows_once(page: Page) {
    shows_the_letter_once(page, "").await;
}

pub async fn the_element_shows_once(page: Page) {
    shows_the_letter_once(page, "element").await;
}

pub async fn the_tag_shows_once(page: Page) {
    shows_the_letter_once(page, "tag").await;
}

pub async fn the_pinned_tag_shows_once(page: Page) {
    shows_the_letter_once(page, "pinned").await;
}

pub async fn the_frame_shows_once(page: Page) {
    let frame = "document.querySelectorAll('iframe').length === 1 && shown(document.querySelector('iframe'))";
    each(&page, "iframe", frame, "document.querySelector('iframe').title.startsWith('Letter to')").await;
}

pub async fn the_badge_shows_once(page: Page) {
    let once = "document.querySelectorAll('open-letter').length === 1 && shown(part('count')) && !part('title')";
    each(&page, "badge", "events('ready').length === 1", once).await;
}

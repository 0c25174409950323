//! The letter's own page.

use super::facts::LOADER;
use super::head::{head, opening};
use super::page::Page;
use super::place::NAMES_FOLDER;
use crate::model::{Live, Settings, SignForm};
use crate::view::{Now, Pages, letter_page};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The stylesheet of the document, for screen and paper.
pub const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/page-document.css"));

/// The stylesheet of the letter, made from the widget's own (see `build.rs`), so that the letter looks the same before
/// and after the widget takes over.
const LETTER_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/page-letter.css"));

/// The document. The letter is plain HTML inside the element, where browsers' reader modes, translators, archives and
/// search engines find it. The widget takes its place later.
pub fn document(page: &Page) -> String {
    let lang = page.letter.lang.as_str();
    let document = html! {
        (DOCTYPE)
        html lang=(lang) dir=(page.letter.lang.direction().as_str()) {
            head {
                (opening(&page.letter.title))
                (head(page))
                style { (PreEscaped(STYLE)) (PreEscaped(LETTER_STYLE)) }
            }
            body {
                main { (letter(page)) }
                // On paper only: the address at which to sign the letter, and to read it with its latest signatories.
                @if let Some(address) = page.address() { p.address { (address) } }
                @if page.facts.widget { script async crossorigin src=(page.place.to_site(LOADER)) {} }
            }
        }
    };
    document.into_string() + "\n"
}

fn letter(page: &Page) -> Markup {
    let form = page.letter.sign.as_ref().and_then(|sign| sign.form.as_ref());
    // A click on the link to sign waits for the form (`embed/loader/glue/early_signing.js`).
    let has_form = page.letter.is_open() && form.is_some_and(SignForm::is_for_widget);
    html! {
        open-letter src=(page.place.to(page.file)) lang=(page.letter.lang.as_str()) heading-level="1" data-page data-form[has_form] {
            // For the stylesheet, the boxes stand for the widget's host and for the place in its shadow root.
            div data-page { div { (PreEscaped(rendered(page))) } }
        }
    }
}

fn rendered(page: &Page) -> String {
    let (mut letter, source) = (page.letter_here(), page.source);
    // It is for paper.
    letter.names = page.letter_anywhere().names;
    let mut now = Now { most: None, ..Now::of(&letter) };
    if letter.roll.is_some() {
        // The values that the widget reads from the count.
        let latest = source.latest_joined().filter(|_| letter.is_open()).take(Live::LATEST);
        now.live.latest = latest.cloned().collect();
    }
    let pages = Pages {
        translations: source.texts.iter().map(|text| page.place.to(&text.folder())).collect(),
        roll: letter.roll.is_some().then(|| page.place.to(NAMES_FOLDER)),
    };
    let settings = Settings { heading_level: 1, ..Settings::default() };
    let awaited = page.facts.widget;
    // These attributes must be numbers (HTML, 4.10.13), so an unknown value is left out.
    letter_page(&letter, &settings, now, pages, awaited).html(&|tag, _, value| tag != "progress" || !value.is_empty())
}

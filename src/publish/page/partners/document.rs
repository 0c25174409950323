//! The page as HTML. It is in English, for webmasters; what each snippet is, is said in the letter's languages.

use super::super::facts::LOADER;
use super::super::head::opening;
use super::super::page::Page;
use super::super::place::partners_folder;
use super::super::snippet::{Snippet, file, snippets};
use super::hosts::{Apart, HOSTS, Host};
use super::script;
use crate::source::partners::Partner;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

/// The stylesheet of the page.
const STYLE: &str = concat!(
    include_str!(concat!(env!("OUT_DIR"), "/page-document.css")),
    include_str!(concat!(env!("OUT_DIR"), "/page-partners.css"))
);

/// The parts that can be chosen, and what people call them.
const PARTS: [(&str, &str); 10] = [
    ("title", "Title"),
    ("summary", "Summary"),
    ("date", "Date"),
    ("addressees", "Addressees"),
    ("body", "Text"),
    ("count", "Number of signatures"),
    ("sign", "Button to sign"),
    ("roll", "Names"),
    ("share", "Share"),
    ("languages", "Languages"),
];

/// Groups of parts that people often want.
const CHOICES: [(&str, &str); 5] = [
    ("", "The whole letter"),
    ("title summary count sign", "Title, summary, count and button"),
    ("count sign", "Count and button"),
    ("count", "Count alone"),
    ("roll", "Names alone"),
];

/// The custom properties that can be chosen, and what people call them.
const COLOURS: [(&str, &str, &str); 4] = [
    ("--open-letter-accent", "Links and button", "#8a1c2b"),
    ("--open-letter-on-accent", "Text on the button", "#ffffff"),
    ("--open-letter-text", "Text", "#211d1a"),
    ("--open-letter-background", "Background", "#ffffff"),
];

/// The page of a letter, in all its languages.
pub fn document(pages: &[Page], first: &Page, partner: Option<&Partner>) -> String {
    let place = first.place.within(partners_folder(partner));
    let script_address = first.place.whole_of_site(LOADER);
    let title = format!("For your website: {}", first.letter.title);
    let document = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                (opening(&title))
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="robots" content="noindex";
                style { (PreEscaped(STYLE)) }
            }
            body {
                main.partners {
                    p { a href=(place.to("")) lang=(first.letter.lang.as_str()) dir="auto" { (first.letter.title) } }
                    h1 { "For your website" }
                    @if let Some(partner) = partner { p { "For " bdi { (partner.name) } " (" code { (partner.id) } ")" } }
                    @if first.facts.base.is_none() {
                        p.warning { strong { "Do not use this yet: " } "the site’s address is not known. Publish again with its address as --base-url." }
                    }
                    p { "Find your kind of website, copy the line, and paste it as described. The letter stays up to date by itself." }
                    (chooser(pages, partner))
                    section #list {
                        h2 { "Where to paste it" }
                        @for host in HOSTS { (section(host, &script_address)) }
                        h2 { "What to paste" }
                        @for page in pages { (codes(page, partner)) }
                    }
                }
                template #letter data-src=(place.to(first.file)) {}
                @if first.facts.widget { script async crossorigin src=(place.to_site(LOADER)) {} }
                script type="module" src=(place.to_site(&script())) {}
            }
        }
    };
    document.into_string() + "\n"
}

/// Only the site's own scripts run, and nothing is sent anywhere. A letter may read its count from another system, and
/// show a picture from anywhere.
fn policy() -> String {
    let style = STANDARD.encode(Sha256::digest(STYLE.as_bytes()));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' http: https:; img-src http: https: data:; \
         style-src 'sha256-{style}'; form-action 'self'; base-uri 'none'"
    )
}

/// The form that chooses. It is hidden until the script runs.
fn chooser(pages: &[Page], partner: Option<&Partner>) -> Markup {
    html! {
        form #choose hidden[true] {
            p { label { "Your website " select name="host" {
                @for host in HOSTS { option value=(host.id) data-form=(host.form) data-jsx[host.jsx] { (host.name) } }
            } } }
            p { label { "What it shows " select name="show" {
                @for (words, name) in CHOICES { option value=(words) { (name) } }
                option value="own" { "Parts of my choice" }
            } } }
            fieldset #parts hidden[true] {
                legend { "Parts" }
                @for (word, name) in PARTS { label { input type="checkbox" name="part" value=(word) checked; " " (name) } }
            }
            p { label { "Look " select name="look" {
                option value="" { "Like your page" }
                option value="paper" { "Paper" }
                option value="press" { "Press" }
                option value="plain" { "Plain" }
            } } }
            p { label { "Light or dark " select name="theme" {
                option value="" { "Like your page" }
                option value="light" { "Light" }
                option value="dark" { "Dark" }
            } } }
            fieldset {
                legend { "Colours" }
                @for (property, name, usual) in COLOURS {
                    p {
                        label { input type="checkbox" name="own" value=(property); " " (name) }
                        " " input type="color" name=(property) value=(usual) aria-label=(name);
                    }
                }
            }
            @if pages.len() > 1 {
                p { label { "Language " select name="lang" {
                    @for page in pages { option value=(page.letter.lang.as_str()) lang=(page.letter.lang.as_str()) { (page.letter.lang.as_str()) " · " (page.letter.title) } }
                } } }
            }
            p { label { "Your id, if the campaign has given you one "
                input name="partner" pattern="[a-z0-9\\-]*" maxlength="64" autocomplete="off" spellcheck="false" value=[partner.map(|partner| partner.id.as_str())]; } }
            h2 { "Paste this" }
            p #place {}
            p #trap {}
            textarea #code readonly rows="6" spellcheck="false" aria-label="The code" {}
            p { button #copy type="button" { "Copy" } " " span #copied role="status" {} }
            div #apart hidden[true] {
                p #apart-place {}
                textarea #apart-code readonly rows="2" spellcheck="false" aria-label="The code of the script" {}
                p { button #copy-apart type="button" { "Copy" } }
            }
            div #rule hidden[true] {
                p { "Put the colours into your site’s stylesheet (CSS):" }
                textarea #css readonly rows="6" spellcheck="false" aria-label="The style rule" {}
                p { button #copy-css type="button" { "Copy" } }
            }
            h2 { "Preview" }
            div #preview {}
        }
    }
}

/// What to do on a website.
fn section(host: &Host, script: &str) -> Markup {
    html! {
        section.host id=(host.id) {
            h3 { (host.name) }
            p { "Take " a href=(["#form-", name_of(host.form)].concat()) { (title_of(host.form)) } ". " span.place { (marked(host.place)) } }
            @if let Some(Apart { place, code }) = &host.apart {
                p.apart-place { (marked(place)) }
                p { code.apart-code { (code.replace("{script}", script)) } }
            }
            @if !host.trap.is_empty() { p.trap { (marked(host.trap)) } }
        }
    }
}

/// All forms of a text.
fn codes(page: &Page, partner: Option<&Partner>) -> Markup {
    let (lang, dir) = (page.letter.lang.as_str(), page.letter.lang.direction().as_str());
    let is_first = page.place.folder.is_empty();
    html! {
        @if !is_first { h3 lang=(lang) dir=(dir) { (page.letter.title) } }
        @for Snippet { form, about, code } in snippets(page, partner) {
            section.form id=[is_first.then(|| ["form-", name_of(form)].concat())] {
                h4 { (title_of(form)) " (" a href=(file(page, form)) { (file(page, form)) } ")" }
                p lang=(lang) dir=(dir) { (about) }
                textarea readonly rows="4" spellcheck="false" aria-label=(title_of(form)) data-form=(form) data-lang=(lang) { (code) }
            }
        }
    }
}

fn name_of(form: &str) -> &str {
    if form.is_empty() { "whole" } else { form }
}

fn title_of(form: &str) -> &'static str {
    match form {
        "element" => "the element",
        "tag" => "the single script",
        "pinned" => "the pinned script",
        "iframe" => "the frame",
        "badge" => "the badge",
        _ => "the whole text",
    }
}

/// A sentence with its code between grave accents.
fn marked(sentence: &str) -> Markup {
    html! {
        @for (index, part) in sentence.split('`').enumerate() {
            @if index % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

//! What all pages share.

use crate::collect::post::about::{About, Speech};
use crate::publish::page::opening;
use crate::publish::sign_page;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// The stylesheet: that of published pages with a form, and what only these pages have.
pub const STYLE: &str = concat!(
    include_str!(concat!(env!("OUT_DIR"), "/page-document.css")),
    include_str!(concat!(env!("OUT_DIR"), "/page-sign.css")),
    include_str!(concat!(env!("OUT_DIR"), "/page-collect.css"))
);

/// The `Content-Security-Policy` of every page, the letter's form among them: nothing but these stylesheets and forms to
/// ourselves; never in a frame, so that nobody can make people press a button that they don't see.
#[must_use]
pub fn policy() -> &'static str {
    static POLICY: LazyLock<String> = LazyLock::new(|| {
        let [own, form] = [STYLE, sign_page::STYLE].map(|style| STANDARD.encode(Sha256::digest(style)));
        format!(
            "default-src 'none'; style-src 'sha256-{own}' 'sha256-{form}'; img-src data:; form-action 'self'; \
             base-uri 'none'; frame-ancestors 'none'"
        )
    });
    &POLICY
}

/// A page. The letter that it is about, if any, is named above its heading.
pub fn page(speech: &Speech, title: &str, about: Option<&About>, body: &Markup) -> Markup {
    let (lang, dir) = speech.lang_and_dir();
    html! {
        (DOCTYPE)
        html lang=(lang) dir=(dir) {
            head {
                (opening(title))
                meta name="robots" content="noindex";
                meta name="referrer" content="no-referrer";
                style { (PreEscaped(STYLE)) }
            }
            body {
                main.sign.collect {
                    @if let Some(about) = about { (letter(about)) }
                    h1 { (title) }
                    (body)
                    @if let Some(about) = about { (ways(speech, about)) }
                }
            }
        }
    }
}

fn letter(about: &About) -> Markup {
    html! {
        p.letter {
            a href=(about.url) lang=(about.lang.as_str()) dir=(about.lang.direction().as_str()) { (about.title) }
        }
    }
}

fn ways(speech: &Speech, about: &About) -> Markup {
    let texts = speech.language.texts;
    html! {
        nav {
            a href=(about.url) { (texts.open_page) }
            @if let Some(privacy) = &about.privacy { a href=(privacy) { (texts.privacy) } }
        }
    }
}

/// A button that sends the form around it.
pub fn button(act: &str, text: &str) -> Markup {
    html! { button type="submit" name="do" value=(act) { (text) } }
}

/// The same, for what can't be undone or is seldom meant.
pub fn quiet_button(act: &str, text: &str) -> Markup {
    html! { button.quiet type="submit" name="do" value=(act) { (text) } }
}

/// What has just happened, at the top of the page.
pub fn told(text: &str) -> Markup {
    html! { p.notice role="status" { (text) } }
}

/// The field for an e-mail address.
pub fn address(speech: &Speech) -> Markup {
    html! {
        div.field {
            label for="email" { (speech.language.sign_texts().email) }
            input #email name="email" type="email" autocomplete="email" dir="ltr" maxlength="254" required;
        }
    }
}

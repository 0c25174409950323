//! `/s/{token}`: a signatory's own page. Everything that the law lets somebody ask for is a button here.

use super::frame::{button, page, quiet_button, told};
use super::shown::shown;
use crate::collect::post::about::{About, Speech};
use crate::collect::signature::{Signature, State};
use crate::language::fill;
use crate::model::Kind;
use maud::{Markup, html};

/// What has just happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Nothing: somebody opened the page.
    Nothing,
    /// The signature was confirmed.
    Confirmed,
    /// Something was changed.
    Saved,
}

/// The page of a confirmed signature, in whatever state it is. `token` is the one in the address. Its forms post
/// `do=change` with `name role organisation`, `do=hide`, `show`, `withdraw`, `erase`, or `news-off`.
#[must_use]
pub fn own(about: &About, signature: &Signature, token: &str, news: bool, now: Told) -> Markup {
    let speech = Speech::of(&about.lang);
    let texts = &speech.texts.visits;
    let lives = matches!(signature.state, State::Confirmed | State::Held);
    let body = html! {
        @if now == Told::Saved { (told(texts.saved)) }
        (state(&speech, signature))
        @if lives { (change(&speech, signature)) (visibility(&speech, signature)) }
        @if news { form method="post" { p.acts { (quiet_button("news-off", texts.news_off)) } } }
        @if signature.state != State::Withdrawn {
            form method="post" {
                p.acts { (quiet_button("withdraw", texts.withdraw)) }
                p.note { (texts.withdraw_note) }
            }
        }
        form method="post" {
            p.acts { (quiet_button("erase", texts.erase)) }
            p.note { (texts.erase_note) }
        }
        p { a href={ (token) "/data.json" } { (texts.data) } }
    };
    let title = if now == Told::Confirmed { texts.thanks } else { texts.own };
    page(&speech, title, Some(about), &body)
}

/// What became of the signature.
fn state(speech: &Speech, signature: &Signature) -> Markup {
    let (texts, mails) = (&speech.texts.visits, &speech.texts.mails);
    let reads = |intro: &str| html! { p { (intro) } (shown(&signature.words)) };
    let number = signature.number.map(|number| fill(texts.number, "n", &speech.language.number(number)));
    html! {
        @match (signature.state, signature.shown) {
            (State::Pending, _) => p { (texts.is_pending) },
            (State::Held, true) => (reads(mails.when_checked)),
            (State::Confirmed, true) => {
                @if let Some(number) = number { p { (number) } }
                (reads(mails.reads))
            },
            (State::Held | State::Confirmed, false) => p { (mails.counts) },
            (State::Declined, _) => p { (texts.is_declined) },
            (State::Withdrawn, _) => p { (texts.is_withdrawn) },
            (State::Invalidated, _) => p { (texts.is_invalidated) },
        }
    }
}

fn change(speech: &Speech, signature: &Signature) -> Markup {
    let (texts, words) = (&speech.texts.visits, &signature.words);
    let field = |name: &str, label: &str, value: &str, required: bool, kind: &str, most: usize| {
        html! {
            p.field {
                label for=(name) { (label) }
                input id=(name) name=(name) value=(value) dir="auto" maxlength=(most) autocomplete=(kind)
                    required[required];
            }
        }
    };
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    let is_organisation = words.kind == Kind::Organisation;
    html! {
        h2 { (texts.change) }
        form method="post" {
            (field("name", texts.name, &words.name, true, "name", 100))
            (field("role", texts.role, &optional(&words.role), false, "organization-title", 100))
            (field("organisation", texts.organisation, &optional(&words.organisation), is_organisation, "organization", 150))
            p.acts { (button("change", texts.save)) }
        }
    }
}

fn visibility(speech: &Speech, signature: &Signature) -> Markup {
    let texts = &speech.texts.visits;
    html! {
        form method="post" {
            @if signature.shown {
                p.acts { (quiet_button("hide", texts.hide)) }
                p.note { (texts.hide_note) }
            } @else {
                p.acts { (quiet_button("show", texts.show)) }
            }
        }
    }
}

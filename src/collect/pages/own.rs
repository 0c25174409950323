//! `/s/{token}`: a signatory's own page. Everything that the law lets somebody ask for is a button here.

use super::frame::{button, page, quiet_button, told};
use super::shown::shown;
use crate::collect::post::about::{About, Speech};
use crate::collect::signature::{Signature, State, Words};
use crate::language::fill;
use crate::model::{Ask, Field, SignForm};
use crate::publish::sign_page::{Filled, fields};
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

/// What the page needs besides the signature.
#[derive(Clone, Copy, Debug)]
pub struct Own<'o> {
    /// The token in the address.
    pub token: &'o str,
    /// The letter's form.
    pub form: &'o SignForm,
    /// What somebody changed, if it has faults.
    pub faults: Option<&'o Filled>,
    /// The place of the signature among all of the letter.
    pub number: Option<u64>,
    /// Whether the signatory gets news.
    pub news: bool,
    /// What has just happened.
    pub now: Told,
}

/// The page of a confirmed signature, in whatever state it is. Its forms post `do=change` with the fields that are
/// published, `do=hide`, `show`, `withdraw`, `erase`, or `news-off`.
#[must_use]
pub fn own(about: &About, signature: &Signature, own: &Own) -> Markup {
    let Own { token, form, faults, number, news, now } = *own;
    let speech = Speech::of(&about.lang);
    let texts = &speech.texts.visits;
    let lives = matches!(signature.state, State::Confirmed | State::Held);
    let body = html! {
        @if now == Told::Saved { (told(texts.saved)) }
        (state(&speech, signature, number))
        @if let Some(next) = about.next.as_ref().filter(|_| now == Told::Confirmed) {
            h2 { (speech.language.sign_texts().next) }
            p { (next) }
        }
        @if lives { (change(&speech, signature, form, faults)) (visibility(&speech, signature)) }
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
fn state(speech: &Speech, signature: &Signature, number: Option<u64>) -> Markup {
    let (texts, mails) = (&speech.texts.visits, &speech.texts.mails);
    let reads = |intro: &str| html! { p { (intro) } (shown(&signature.words)) };
    let number = number.map(|number| fill(texts.number, "n", &speech.language.number(number)));
    html! {
        @match (signature.state, signature.shown) {
            (State::Pending, _) => p { (texts.is_pending) },
            (State::Held, true) => (reads(mails.when_checked)),
            (State::Confirmed, true) => {
                @if let Some(number) = number { p { (number) } }
                (reads(mails.reads))
            },
            (State::Held, false) => p { (mails.will_count) },
            (State::Confirmed, false) => p { (mails.counts) },
            (State::Declined, _) => p { (texts.is_declined) },
            (State::Withdrawn, _) => p { (texts.is_withdrawn) },
            (State::Invalidated, _) => p { (texts.is_invalidated) },
        }
    }
}

/// The fields of the letter's form whose answers are published.
fn change(speech: &Speech, signature: &Signature, form: &SignForm, faults: Option<&Filled>) -> Markup {
    let ask: Vec<Ask> = form.ask.iter().filter(|ask| CHANGES.contains(&ask.field)).cloned().collect();
    let form = SignForm { ask, ..form.clone() };
    let filled = faults.cloned().unwrap_or_else(|| as_signed(&signature.words));
    html! {
        h2 { (speech.texts.visits.change) }
        form method="post" {
            (fields(&form, speech.language.sign_texts(), &filled))
            p.acts { (button("change", speech.texts.visits.save)) }
        }
    }
}

/// What can be changed.
const CHANGES: [Field; 5] = [Field::Name, Field::Organisation, Field::Role, Field::Country, Field::Comment];

/// The answers as they are.
fn as_signed(words: &Words) -> Filled {
    let mut filled = Filled::default();
    let all = [Some(&words.name), words.organisation.as_ref(), words.role.as_ref(), words.country.as_ref()];
    for (field, answer) in CHANGES.into_iter().zip(all.into_iter().chain([words.comment.as_ref()])) {
        filled.answers.set(field, answer.map(String::as_str).unwrap_or_default());
    }
    filled
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

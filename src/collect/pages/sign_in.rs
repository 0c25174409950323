//! The coordinator's way in: an address, then a link by mail, then a button.

use super::frame::{address, button, page};
use crate::collect::post::about::Speech;
use crate::model::LanguageTag;
use maud::{Markup, html};

/// How far somebody has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// Types an address; posts `email`.
    Address,
    /// Has sent an address. The answer is the same whether it is on the list or not.
    LinkSent,
    /// Has opened the link; posts `do=enter`. Opening it uses nothing up, because scanners open links.
    Enter,
    /// Has opened a link that is over.
    Over,
}

/// The page.
#[must_use]
pub fn sign_in(lang: &LanguageTag, step: SignIn) -> Markup {
    let speech = Speech::of(lang);
    let (texts, visits) = (&speech.texts.coordinator, &speech.texts.visits);
    let body = html! {
        @match step {
            SignIn::LinkSent => p role="status" { (texts.link_sent) },
            SignIn::Enter => form method="post" { p.acts { (button("enter", texts.sign_in)) } },
            SignIn::Address | SignIn::Over => {
                @if step == SignIn::Over { p.error role="alert" { (visits.expired) } }
                form method="post" {
                    (address(&speech))
                    p.acts { (button("link", visits.send)) }
                }
            },
        }
    };
    page(&speech, texts.title, None, &body)
}

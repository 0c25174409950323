//! `/c/{token}`: what would be published, and two buttons. Looking at it changes nothing.

use super::frame::{button, page, quiet_button};
use super::shown::shown;
use crate::collect::post::about::{About, Speech};
use crate::collect::signature::Signature;
use maud::{Markup, html};

/// The page for a signature that nobody has confirmed. Its form posts `do=confirm` or `do=reject`.
#[must_use]
pub fn confirm(about: &About, signature: &Signature) -> Markup {
    let speech = Speech::of(&about.lang);
    let texts = &speech.texts.visits;
    let body = html! {
        p { (texts.somebody) }
        @if signature.shown { p { (texts.would_read) } (shown(&signature.words)) } @else { p { (texts.would_count) } }
        form method="post" {
            p.acts { (button("confirm", texts.confirm_button)) (quiet_button("reject", texts.reject_button)) }
        }
        p.note { (texts.nothing_yet) }
    };
    page(&speech, texts.confirm, Some(about), &body)
}

//! Pages that say one thing.

use super::frame::{address, button, page};
use crate::collect::post::about::{About, Speech};
use crate::model::LanguageTag;
use maud::{Markup, html};

/// What a page says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Somebody said that it was not them: the signature is deleted.
    Rejected,
    /// Everything about the signature is erased.
    Erased,
    /// The link is over, or the signature gone.
    Expired,
    /// A mail with a new link is on its way, if the address has signed.
    LinkSent,
    /// The letter takes no signatures.
    Closed,
    /// There is no such page.
    Missing,
    /// Too many tries from this network.
    Busy,
    /// We failed.
    Trouble,
}

impl Notice {
    /// All notices.
    pub const ALL: [Notice; 8] = [
        Notice::Rejected,
        Notice::Erased,
        Notice::Expired,
        Notice::LinkSent,
        Notice::Closed,
        Notice::Missing,
        Notice::Busy,
        Notice::Trouble,
    ];
}

/// The page, in that language. `about` is the letter, if it is known; `link` is the address to which a request for a
/// new link is posted, as `email`, on the page of a link that is over.
#[must_use]
pub fn notice(notice: Notice, lang: &LanguageTag, about: Option<&About>, link: Option<&str>) -> Markup {
    let speech = Speech::of(lang);
    let texts = &speech.texts.visits;
    let (title, lead) = match notice {
        Notice::Rejected => (texts.rejected, None),
        Notice::Erased => (texts.erased, None),
        Notice::Expired => (texts.expired, Some(texts.expired_lead)),
        Notice::LinkSent => (texts.link_sent, None),
        Notice::Closed => (speech.language.texts.closed, None),
        Notice::Missing => (texts.missing, None),
        Notice::Busy => (texts.busy, Some(texts.busy_lead)),
        Notice::Trouble => (texts.trouble, Some(texts.trouble_lead)),
    };
    let body = html! {
        @if let Some(lead) = lead { p { (lead) } }
        @if let Some(link) = link.filter(|_| notice == Notice::Expired) {
            h2 { (texts.lost) }
            p { (texts.lost_lead) }
            form method="post" action=(link) {
                (address(&speech))
                p.acts { (button("link", texts.send)) }
            }
        }
    };
    page(&speech, title, about, &body)
}

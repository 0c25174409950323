//! A signature as it reads in the roll.

use crate::collect::signature::Words;
use crate::model::Kind;
use maud::{Markup, html};

/// Everything that is published of it.
pub fn shown(words: &Words) -> Markup {
    let organisation = words.organisation.as_ref().filter(|_| words.kind == Kind::Person);
    let details = [words.role.as_ref(), organisation, words.country.as_ref()];
    html! {
        div.shown {
            p.name { bdi { (words.published_name()) } }
            @for detail in details.into_iter().flatten() { p { bdi { (detail) } } }
            @if let Some(comment) = &words.comment { p.comment { bdi { (comment) } } }
        }
    }
}

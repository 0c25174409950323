//! The figures of a letter: where signatures come from. A wave of invented ones is seen here, and stopped by a button.

use super::frame::{button, page, quiet_button, told};
use crate::collect::post::about::{About, Speech};
use crate::model::LanguageTag;
use maud::{Markup, html};

/// The figures of the last day.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// Organisations and persons that count.
    pub count: (u64, u64),
    /// The largest networks, by a mark that changes every day.
    pub networks: Vec<(String, u64)>,
    /// The largest domains of addresses.
    pub domains: Vec<(String, u64)>,
    /// The partners.
    pub partners: Vec<(String, u64)>,
    /// Whether signing is paused.
    pub paused: bool,
}

/// The page. Its form posts `do=pause` or `do=resume`. `queue` is the address of the queue.
#[must_use]
pub fn figures(lang: &LanguageTag, about: &About, figures: &Figures, queue: &str) -> Markup {
    let speech = Speech::of(lang);
    let (texts, language) = (&speech.texts.coordinator, &speech.language);
    let (organisations, persons) = figures.count;
    let body = html! {
        @if figures.paused { (told(texts.paused)) }
        p {
            (language.plural(&language.texts.organisations, organisations)) " · "
            (language.plural(&language.texts.persons, persons))
        }
        (table(&speech, texts.by_network, &figures.networks))
        (table(&speech, texts.by_domain, &figures.domains))
        (table(&speech, texts.by_partner, &figures.partners))
        form method="post" {
            @if figures.paused {
                p.acts { (button("resume", texts.resume)) }
            } @else {
                p.acts { (quiet_button("pause", texts.pause)) }
                p.note { (texts.pause_note) }
            }
        }
        p { a.way href=(queue) { (texts.back) } }
    };
    page(&speech, texts.figures, Some(about), &body)
}

fn table(speech: &Speech, title: &str, rows: &[(String, u64)]) -> Markup {
    html! {
        @if !rows.is_empty() {
            table {
                caption { (title) }
                tbody {
                    @for (name, number) in rows {
                        tr { th scope="row" { bdi { (name) } } td { (speech.language.number(*number)) } }
                    }
                }
            }
        }
    }
}

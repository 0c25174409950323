//! Before an act on many: how many, and whether the coordinator is sure.

use super::frame::{button, page, quiet_button};
use crate::collect::post::about::Speech;
use crate::model::LanguageTag;
use maud::{Markup, html};

/// What the coordinator decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// They are published.
    Approve,
    /// They are not.
    Decline,
}

/// The page. Its form posts the decision again with `letter`, `all=1` and `sure`, the number that was shown: if another
/// number waits by then, the page is shown again. *Back* posts `do=back`.
#[must_use]
pub fn sure(lang: &LanguageTag, decision: Decision, letter: (&str, &str), number: u64) -> Markup {
    let speech = Speech::of(lang);
    let texts = &speech.texts.coordinator;
    let (act, question) = match decision {
        Decision::Approve => ("approve", &texts.ask_approve),
        Decision::Decline => ("decline", &texts.ask_decline),
    };
    let (id, title) = letter;
    let body = html! {
        p { bdi { (title) } }
        form method="post" {
            input type="hidden" name="letter" value=(id);
            input type="hidden" name="all" value="1";
            input type="hidden" name="sure" value=(number);
            @if decision == Decision::Decline {
                div.field {
                    label for="reason" { (texts.reason) }
                    input #reason name="reason" maxlength="300" dir="auto";
                }
            }
            p.acts { (button(act, texts.go_ahead)) (quiet_button("back", texts.back)) }
        }
    };
    page(&speech, &speech.language.plural(question, number), None, &body)
}

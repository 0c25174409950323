//! What a browser without scripts gets after it has sent the form: a field for the code.

use super::frame::{button, page};
use crate::collect::post::about::{About, Speech};
use crate::language::fill;
use maud::{Markup, html};

/// A sign-up whose mail is on its way.
#[derive(Clone, Copy, Debug)]
pub struct Sent {
    /// Whether the mail may take hours.
    pub later: bool,
    /// What became of the code that was typed.
    pub code: CodeState,
}

/// What became of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeState {
    /// None was typed yet.
    Awaited,
    /// It was wrong. So many tries are left.
    Wrong(u8),
    /// No code can be typed any longer.
    Over,
}

/// The page. Its form posts `code` to `action`, the address that confirms this sign-up; to the address of the page itself if that is
/// empty.
#[must_use]
pub fn sent(about: &About, action: &str, sent: &Sent) -> Markup {
    let speech = Speech::of(&about.lang);
    let (texts, words) = (&speech.texts.visits, speech.language.sign_texts());
    let fault = match sent.code {
        CodeState::Awaited => None,
        CodeState::Wrong(left) => Some(fill(words.code_wrong, "n", &speech.language.number(left.into()))),
        CodeState::Over => Some(words.expired.to_string()),
    };
    let wrong = fault.is_some();
    let body = html! {
        p { (texts.sent_lead) }
        @if sent.later { p { (words.code_late) } }
        @if sent.code == CodeState::Over {
            @if let Some(fault) = &fault { p.error role="alert" { (fault) } }
        } @else {
            form method="post" action=[(!action.is_empty()).then_some(action)] {
                div.field {
                    label for="code" { (words.code) }
                    input #code name="code" inputmode="numeric" autocomplete="one-time-code" dir="ltr"
                        pattern="[\\p{Nd}\\s]*" maxlength="12" required
                        aria-invalid=[wrong.then_some("true")] aria-describedby=[wrong.then_some("code-error")];
                    @if let Some(fault) = &fault { p #code-error .error { (fault) } }
                }
                p.acts { (button("confirm", texts.confirm_button)) }
            }
        }
    };
    page(&speech, texts.sent, Some(about), &body)
}

//! The states of a letter, and the looks that a host can give it.

use super::axe;
use crate::answer::{Answer, Gate};
use crate::page::Page;
use crate::published;
use serde_json::{Value, json};

/// A state of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// With every part of a letter, and a name that has just joined.
    Whole,
    /// In a language written from right to left.
    RightToLeft,
    Loading,
    Failed,
    Closed,
    Delivered,
    Answered,
    /// The count in a sentence.
    Badge,
    CountAndSign,
    /// The roll alone.
    Roll,
    /// A roll of 600, with the search field.
    Long,
    /// The same, with the names found.
    Found,
    /// Without signatories.
    Empty,
}

/// How a host styles a letter: `look`, `theme`, and whether the host itself is dark.
#[derive(Clone, Copy, Debug)]
pub struct Guise {
    pub look: &'static str,
    pub theme: &'static str,
    pub host_is_dark: bool,
}

const fn guise(look: &'static str, theme: &'static str, host_is_dark: bool) -> Guise {
    Guise { look, theme, host_is_dark }
}

/// Each look in each theme, and the host's own colours, light and dark.
pub const GUISES: [Guise; 10] = [
    guise("", "auto", false),
    guise("", "auto", true),
    guise("", "light", true),
    guise("", "dark", false),
    guise("paper", "light", false),
    guise("paper", "dark", false),
    guise("press", "light", false),
    guise("press", "dark", false),
    guise("plain", "light", false),
    guise("plain", "dark", false),
];

/// In the host's own style.
pub const PLAIN: Guise = GUISES[0];

/// The folder of the letter with every part.
pub const WHOLE: &str = "/letters/whole.json";

impl State {
    fn src(self) -> String {
        let of_gallery = |name| format!("/pages/gallery/{name}.json");
        match self {
            State::Whole => WHOLE.to_string(),
            State::RightToLeft => of_gallery("ar"),
            State::Failed => of_gallery("newer"),
            State::Closed => of_gallery("closed"),
            State::Delivered => of_gallery("delivered"),
            State::Answered => of_gallery("answered"),
            State::Empty => of_gallery("nobody"),
            State::Loading | State::Badge | State::CountAndSign | State::Roll => of_gallery("every-part"),
            State::Long | State::Found => published::of_length(600),
        }
    }

    /// The attributes for this state.
    fn attributes(self) -> &'static str {
        match self {
            State::RightToLeft => "lang=\"ar\"",
            State::Badge => "show=\"count\"",
            State::CountAndSign => "show=\"count sign\"",
            State::Roll | State::Long | State::Found => "show=\"roll\"",
            _ => "",
        }
    }
}

/// The letter with every part. Its count, which comes when the gate opens, includes one who has signed since.
pub fn serve_whole(page: &Page) -> Gate {
    let mut letter: Value = serde_json::from_str(include_str!("../../pages/gallery/every-part.json")).unwrap();
    letter["updates"] =
        json!([{ "date": "2026-04-02", "text": "It was handed over.", "url": "https://example.org/handed" }]);
    letter["signatories"][4]["logo"] = json!(page.files.url("/pages/gallery/book.svg"));
    letter["signatures"]["src"] = json!("whole.count.json");
    page.files.answer(WHOLE, Answer::json(&letter));
    let latest = json!([{ "id": "7", "name": "Garo Gyumri", "kind": "person" }]);
    let count = json!({ "count": 7, "goal": 50, "latest": latest });
    let (count, gate) = Answer::json(&count).gated();
    page.files.answer("/letters/whole.count.json", count);
    gate
}

/// Opens a page with a letter in that state, once in each look. Dropping the gate sends the answers it holds.
pub async fn open(page: &Page, state: State, guises: &[Guise]) -> Option<Gate> {
    axe::serve(page);
    serve_whole(page).open();
    let src = state.src();
    let gate = (state == State::Loading).then(|| page.files.hold(&src));
    page.open_body(&body(&src, state.attributes(), guises)).await;
    let letters = guises.len();
    match state {
        State::Loading => {}
        State::Failed => page.until(&format!("events('error').length === {letters}")).await,
        _ => page.until_ready(letters).await,
    }
    settle(page, state, letters).await;
    gate
}

/// Waits until all letters show everything.
async fn settle(page: &Page, state: State, letters: usize) {
    let awaited = match state {
        State::Loading => "[part~=notice].loading",
        State::Whole => "[part~=new]",
        // The kinds come with the count, the field with the rest: either may be last.
        State::Long | State::Found => "[part~=roll]:has([part~=find]) [part~=filters][data-empty=false]",
        _ => return,
    };
    let shown = |selector: &str| {
        format!(
            "[...document.querySelectorAll('open-letter')].filter(({{ shadowRoot }}) => shadowRoot.querySelector('{selector}')).length === {letters}"
        )
    };
    page.until(&shown(awaited)).await;
    if state == State::Found {
        page.run(
            "for (const { shadowRoot } of document.querySelectorAll('open-letter')) {
                const find = shadowRoot.querySelector('[part~=find]');
                find.value = 'maria';
                find.dispatchEvent(new InputEvent('input', { bubbles: true }));
            }",
        )
        .await;
        page.until(&shown(".status-text:not(:empty)")).await;
    }
}

fn body(src: &str, attributes: &str, guises: &[Guise]) -> String {
    let letter = |Guise { look, theme, host_is_dark }: &Guise| {
        let colours = if *host_is_dark {
            "color-scheme: dark; background: #121110; color: #ece6dd"
        } else {
            "color-scheme: light; background: #fff; color: #1f1b18"
        };
        let letter = format!(
            "<open-letter src=\"{{files}}{src}\" look=\"{look}\" theme=\"{theme}\" {attributes}></open-letter>"
        );
        let letter =
            if attributes.contains("count") { format!("<p>Already {letter}, and more each day.</p>") } else { letter };
        format!("<div style=\"{colours}; padding: 1rem\">{letter}</div>")
    };
    let letters: String = guises.iter().map(letter).collect();
    format!(
        "<meta name=\"viewport\" content=\"width=device-width\">{}<main><h1>A host</h1><p>Before the letter.</p>{letters}<p>After it.</p></main>",
        axe::TAG
    )
}

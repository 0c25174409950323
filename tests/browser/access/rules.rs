//! The rules of axe: WCAG 2.2, A and AA, its best practices, and AAA contrast.

use super::axe;
use super::state::{self, GUISES, Guise, PLAIN, State};
use crate::engines::Engine;
use crate::page::{OTHER, Page};

/// A letter in that state has no faults, in any look. Chromium tests all looks. The others have the same accessibility
/// tree and computed colours as axe reads them: there, two looks show that they compute these alike.
async fn is_in_order(page: &Page, state: State) {
    let guises: &[Guise] = if page.engine == Engine::Chromium { &GUISES } else { &[PLAIN, GUISES[5]] };
    let _gate = state::open(page, state, guises).await;
    assert_eq!(axe::found(page).await, [] as [String; 0], "{state:?}");
}

pub async fn axe_sees_what_is_wrong_within_a_letter(page: Page) {
    axe::serve(&page);
    let letter =
        format!("{}<main><h1>A host</h1><open-letter src=\"{{files}}{OTHER}\"></open-letter></main>", axe::TAG);
    page.open_body(&letter).await;
    page.until_ready(1).await;
    assert_eq!(axe::found(&page).await, [] as [String; 0]);
    page.run(
        "const button = document.createElement('button');
        const faint = document.createElement('p');
        Object.assign(faint, { textContent: 'Faint', style: 'color: #666' });
        part('letter').append(button, faint);
        heading().replaceWith(document.createElement('h5'));",
    )
    .await;
    let found = axe::found(&page).await.join("\n");
    for rule in ["button-name", "color-contrast-enhanced", "empty-heading", "heading-order"] {
        assert!(found.contains(&format!("{rule}: open-letter > ")), "{rule} is not among {found}");
    }
}

pub async fn the_whole_letter_is_in_order(page: Page) {
    is_in_order(&page, State::Whole).await;
}

pub async fn a_letter_from_right_to_left_is_in_order(page: Page) {
    is_in_order(&page, State::RightToLeft).await;
}

pub async fn notices_are_in_order(page: Page) {
    for state in [State::Loading, State::Failed] {
        is_in_order(&page, state).await;
    }
}

pub async fn letters_that_are_no_longer_signed_are_in_order(page: Page) {
    for state in [State::Closed, State::Delivered, State::Answered] {
        is_in_order(&page, state).await;
    }
}

pub async fn badges_are_in_order(page: Page) {
    for state in [State::Badge, State::CountAndSign] {
        is_in_order(&page, state).await;
    }
}

pub async fn a_roll_is_in_order(page: Page) {
    for state in [State::Roll, State::Empty] {
        is_in_order(&page, state).await;
    }
}

pub async fn a_long_roll_is_in_order(page: Page) {
    is_in_order(&page, State::Long).await;
}

pub async fn what_is_found_is_in_order(page: Page) {
    is_in_order(&page, State::Found).await;
}

pub async fn each_language_is_in_order(page: Page) {
    axe::serve(&page);
    let languages = [
        "en", "fr", "hy", "ar", "es", "de", "it", "pt", "uk", "ru", "tr", "he", "zh-Hans", "nl", "pl", "el", "fa",
        "ja", "ko",
    ];
    let letters = languages.map(|tag| {
        let theme = |theme| {
            format!("<open-letter src=\"{{files}}/pages/gallery/{tag}.json\" lang=\"{tag}\" theme=\"{theme}\"></open-letter>")
        };
        theme("light") + &theme("dark")
    });
    page.open_body(&format!("{}<main><h1>A host</h1>{}</main>", axe::TAG, letters.concat())).await;
    page.until_ready(2 * languages.len()).await;
    assert_eq!(axe::found(&page).await, [] as [String; 0]);
}

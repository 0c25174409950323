//! What the page that the widget takes over has written already: numbers, days, names of languages.

use super::numbers::Numbers;
use crate::model::LanguageTag;
use std::cell::RefCell;

/// How one letter's page is written.
struct Page {
    lang: LanguageTag,
    numbers: Option<Numbers>,
    /// Days by their dates (ISO 8601), languages by their tags.
    words: Vec<(String, String)>,
}

thread_local! {
    static PAGES: RefCell<Vec<Page>> = const { RefCell::new(Vec::new()) };
}

/// Takes in what a page in that language has written: its numbers as [`Numbers::told`] tells them, days by their dates
/// and languages by their tags.
pub fn keep(lang: &LanguageTag, numbers: &str, words: Vec<(String, String)>) {
    let page = Page { lang: lang.clone(), numbers: Numbers::read(numbers), words };
    PAGES.with_borrow_mut(|pages| pages.push(page));
}

pub(super) fn number(lang: &LanguageTag, number: u64) -> Option<String> {
    of_page(lang, |page| page.numbers.as_ref()?.write(number))
}

/// The day with that date, or the language with that tag.
pub(super) fn word(lang: &LanguageTag, key: &str) -> Option<String> {
    of_page(lang, |page| page.words.iter().find(|(known, _)| known == key).map(|(_, word)| word.clone()))
}

fn of_page(lang: &LanguageTag, read: impl Fn(&Page) -> Option<String>) -> Option<String> {
    PAGES.with_borrow(|pages| pages.iter().filter(|page| page.lang == *lang).find_map(read))
}

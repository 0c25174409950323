//! The whole letter.

use super::addressees::addressees;
use super::body::body;
use super::changing::Changing;
use super::count::count;
use super::element::{Element, element, heading};
use super::foot::foot;
use super::languages::languages;
use super::message::OnMessage;
use super::notice;
use super::roll::roll;
use super::share::share;
use super::sign::sign;
use super::summary::{date, summary};
use crate::language::Language;
use crate::model::{Letter, Part, Settings, State};
use leptos::prelude::*;

/// The letter, or what stands in its place. It is mounted anew for each state and each change of the settings.
#[component]
pub fn OpenLetter(
    /// What there is to show.
    state: State,
    /// What the host page asks for.
    settings: Settings,
    /// The language of notices, which stand where there is no letter that has one.
    reader: Language,
    /// What changes while the letter is shown.
    changing: Changing,
    /// Takes what the reader does.
    on: OnMessage,
) -> AnyView {
    match &state {
        State::Hosted => ().into_any(),
        State::Loading => notice::loading(settings.show.has(Part::Body), &reader).view(),
        State::Failed(failure) => notice::failed(failure, &reader, on).view(),
        State::Shown(letter) => {
            let ways = Ways { languages: languages(letter, &Language::new(&letter.lang), on), rest: None };
            shown(letter, &settings, &changing, ways, on).view()
        }
    }
}

/// The ways on from the letter, which are buttons where scripts run and links where none do.
pub(super) struct Ways {
    /// To its translations.
    pub languages: Option<Element>,
    /// To the rest of a long roll. In the browser it is fetched, and mounted into the room that is kept for it.
    pub rest: Option<Element>,
}

/// The letter, in full.
pub(super) fn shown(letter: &Letter, settings: &Settings, changing: &Changing, ways: Ways, on: OnMessage) -> Element {
    let language = &Language::new(&letter.lang);
    let Ways { languages, rest } = ways;
    let article = element("article")
        .part("letter")
        .attr("lang", letter.lang.as_str())
        .attr("dir", letter.lang.direction().as_str())
        .attr("data-theme", settings.theme.as_str())
        .child(head(letter, settings, language, changing, languages, on));
    let article = text(article, letter, settings);
    end(article, letter, settings, language, changing, rest, on)
}

/// What the letter is, and how it fares.
fn head(
    letter: &Letter,
    settings: &Settings,
    language: &Language,
    changing: &Changing,
    languages: Option<Element>,
    on: OnMessage,
) -> Element {
    let shows = |part| settings.show.has(part);
    let mut head = element("header").class("head");
    if shows(Part::Title) {
        head = head.child(heading(settings.heading_level, "title").text(&letter.title));
    }
    if let Some(day) = letter.date.filter(|_| shows(Part::Date)) {
        head = head.child(date(day, language).part("date"));
    }
    if shows(Part::Languages) {
        head = head.children(languages);
    }
    if shows(Part::Summary) {
        head = head.children(summary(letter, language));
    }
    let mut state = element("div").class("state");
    if shows(Part::Count) {
        state = state.children(count(changing, language));
    }
    if let Some(link) = letter.sign.as_ref().filter(|_| shows(Part::Sign) && letter.is_open()) {
        state = state.child(sign(link, settings.partner.as_deref(), language, on));
    }
    head.child(state)
}

/// The letter itself.
fn text(mut article: Element, letter: &Letter, settings: &Settings) -> Element {
    if settings.show.has(Part::Addressees) && !letter.addressees.is_empty() {
        article = article.child(addressees(&letter.addressees));
    }
    if settings.show.has(Part::Body) {
        article = article.children(body(letter, settings.heading_level + 1));
    }
    article
}

/// Who signed, and where to go from here.
fn end(
    mut article: Element,
    letter: &Letter,
    settings: &Settings,
    language: &Language,
    changing: &Changing,
    rest: Option<Element>,
    on: OnMessage,
) -> Element {
    if settings.show.has(Part::Roll) {
        article = article.child(roll(letter, changing, language, settings.heading_level + 1, rest));
    }
    if settings.show.has(Part::Share) {
        article = article.child(share(changing, language, on));
    }
    if settings.show.has(Part::Sign) {
        article = article.children(foot(letter, language));
    }
    article
}

//! The whole letter.

use super::addressees::addressees;
use super::body::body;
use super::changing::Changing;
use super::count::count;
use super::element::{Element, LiveText, element, heading};
use super::foot::foot;
use super::languages::languages;
use super::message::OnMessage;
use super::notice;
use super::roll::roll;
use super::share::share;
use super::sign::sign;
use super::summary::{date, summary};
use crate::language::Language;
use crate::model::{CountSource, LanguageTag, Letter, Look, Part, Settings, State};
use leptos::prelude::*;

/// The address of the page that has the letter in that language, if there is one.
pub type PageOf = Box<dyn Fn(&LanguageTag) -> Option<String>>;

/// The letter, or what stands in its place. It is mounted anew for each state and each change of the settings.
#[component]
pub fn OpenLetter(
    /// What there is to show.
    state: State,
    /// What the host page asks for.
    settings: Settings,
    /// The languages that the reader asks for, the preferred first: for notices, and for which translation is offered
    /// first.
    reader: Vec<LanguageTag>,
    /// What changes while the letter is shown.
    changing: Changing,
    /// Takes what the reader does.
    on: OnMessage,
    /// Knows the addresses of the translations' own pages, where the letter stands alone on one: its languages are links
    /// to those then, and buttons where there are none.
    #[prop(optional)]
    page_of: Option<PageOf>,
) -> AnyView {
    match &state {
        State::Hosted => ().into_any(),
        State::Loading => notice::loading(settings.show.has(Part::Body), &Language::first_of(&reader)).view(),
        State::Failed(failure) => notice::failed(failure, &Language::first_of(&reader), on).view(),
        State::Shown(letter) => {
            let page_of = page_of.as_deref().unwrap_or(&|_| None);
            let switcher =
                settings.show.has(Part::Languages).then(|| languages(letter, &reader, page_of, on)).flatten();
            shown(letter, &settings, &changing, Ways { languages: switcher, rest: None }, on).view()
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
    // An `article` is what stands by itself (HTML, section 4.3.2), as a count in a sentence does not.
    let is_whole = settings.show.has(Part::Title) || settings.show.has(Part::Body);
    let article = element(if is_whole { "article" } else { "div" })
        .part("letter")
        .attr("lang", letter.lang.as_str())
        .attr("dir", letter.lang.direction().as_str())
        .attr("data-theme", settings.theme.as_str())
        .attr_if("data-look", settings.look.map(Look::as_str))
        .live_attr("data-closed", closed(changing))
        .child(head(letter, settings, language, changing, languages, on));
    let article = text(article, letter, settings, language);
    end(article, letter, settings, language, changing, rest, on)
}

/// Whether nobody can sign any more: then the stylesheet takes the ways to sign away.
fn closed(changing: &Changing) -> LiveText {
    let changing = changing.clone();
    Box::new(move || changing.read(|now| now.live.closed).to_string())
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
    let mut head = element("div").class("head");
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
        head = head.children(summary(letter, language, inner_level(settings)));
    }
    let mut state = element("div").class("state");
    if shows(Part::Count) {
        let dated = letter.is_open() && matches!(letter.signatures.src, Some(CountSource::Document(_)));
        state = state.children(count(changing, language, dated));
    }
    head.child(state.children(sign_link(letter, settings, language, on)))
}

/// The link to sign by, where there is one that may be followed.
fn sign_link(letter: &Letter, settings: &Settings, language: &Language, on: OnMessage) -> Option<Element> {
    let link = letter.sign.as_ref().filter(|_| settings.show.has(Part::Sign) && letter.is_open())?;
    Some(sign(link, settings.partner.as_deref(), language, on))
}

/// The level of the headings below the title; where the title is not shown, they take its place, so that none is skipped.
fn inner_level(settings: &Settings) -> u8 {
    settings.heading_level + u8::from(settings.show.has(Part::Title))
}

/// The letter itself.
fn text(mut article: Element, letter: &Letter, settings: &Settings, language: &Language) -> Element {
    if settings.show.has(Part::Addressees) && !letter.addressees.is_empty() {
        article = article.child(addressees(&letter.addressees, language));
    }
    if settings.show.has(Part::Body) {
        article = article.children(body(letter, language, inner_level(settings)));
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
        let sign = sign_link(letter, settings, language, on);
        article = article.child(roll(letter, changing, language, inner_level(settings), sign, rest));
    }
    if settings.show.has(Part::Share) {
        article = article.child(share(changing, language, on));
    }
    if settings.show.has(Part::Sign) {
        article = article.children(foot(letter, language));
    }
    let address = letter.url.as_ref().filter(|_| settings.show.has(Part::Body));
    article.children(address.map(|url| element("p").class("in-print").child(element("bdi").text(url.as_str()))))
}

//! The whole letter.

use super::addressees::folded_addressees;
use super::body::{Text, text};
use super::changing::Changing;
use super::context::Context;
use super::count::{beside_count, count};
use super::element::{Element, View, element, heading};
use super::foot::foot;
use super::initiators::initiators;
use super::languages::languages;
use super::message::OnMessage;
use super::notice;
use super::roll::roll;
use super::share::share;
use super::sign::sign;
use super::summary::{date, folded_summary, folded_updates, status};
use crate::language::Language;
use crate::model::{LanguageTag, Letter, Look, Part, Settings, State};
use leptos::prelude::*;
use leptos::tachys::renderer::types;

/// The address of the page in that language, if there is one.
pub type PageOf = Box<dyn Fn(&LanguageTag) -> Option<String>>;

/// The letter, or a notice in its place. It is mounted anew for each state and each change of the settings.
#[component]
pub fn OpenLetter(
    /// What to show.
    state: State,
    /// The settings of the host page.
    settings: Settings,
    /// The reader's languages, the preferred first: for notices, and to offer the best translation first.
    reader: Vec<LanguageTag>,
    /// What changes while the letter is shown.
    changing: Changing,
    /// Receives the reader's actions.
    on: OnMessage,
    /// Returns the pages of the translations, if the letter has a page to itself. Its languages are then links,
    /// otherwise buttons.
    #[prop(optional)]
    page_of: Option<PageOf>,
    /// The first view, which the letter takes over.
    #[prop(optional_no_strip)]
    first_view: Option<types::Element>,
) -> View {
    match &state {
        State::Hosted => View::nothing(),
        State::Loading => notice::loading(settings.show.has(Part::Body), &Language::first_of(&reader)).view(None),
        State::Failed(failure) => notice::failed(failure, &Language::first_of(&reader), on).view(None),
        State::Shown(letter) => {
            let page_of = page_of.as_deref().unwrap_or(&|_| None);
            let switcher =
                settings.show.has(Part::Languages).then(|| languages(letter, &reader, page_of, on)).flatten();
            shown(letter, &settings, &changing, Ways { languages: switcher, ..Ways::default() }, on).view(first_view)
        }
    }
}

/// The ways on from the letter: buttons if scripts run, else links.
#[derive(Default)]
pub(super) struct Ways {
    /// To its translations.
    pub languages: Option<Element>,
    /// To the rest of a long roll. In the browser, it is fetched and mounted into the space reserved for it.
    pub rest: Option<Element>,
    /// The tools for a long roll, in a first view. Later, they are mounted into the space reserved for them.
    pub tools: Option<Element>,
}

/// The whole letter.
pub(super) fn shown(letter: &Letter, settings: &Settings, changing: &Changing, ways: Ways, on: OnMessage) -> Element {
    let language = &Language::new(&letter.lang);
    let context = Context { letter, settings, language, changing, on };
    let Ways { languages, rest, tools } = ways;
    // An `article` makes sense on its own (HTML, section 4.3.2); a count in a sentence does not.
    let is_whole = context.shows(Part::Title) || context.shows(Part::Body);
    let article = element(if is_whole { "article" } else { "div" })
        .part("letter")
        .attr("lang", letter.lang.as_str())
        .attr("dir", letter.lang.direction().as_str())
        .attr("data-theme", settings.theme.as_str())
        .attr_if("data-look", settings.look.map(Look::as_str))
        // If the letter is closed, the stylesheet hides the links to sign.
        .live_attr("data-closed", context.follow_flag(|now| now.live.closed))
        .child(head(context))
        .child(state(context, languages))
        .child(about(context))
        .children(to(context));
    let body = context.shows(Part::Body).then(|| text(letter, language, context.inner_level(), true));
    let (before, appendix) = body.map_or_else(Default::default, |Text { before, appendix }| (before, appendix));
    let of_body = |item: Element| item.belonging_to(Part::Body);
    end(article.children(before.into_iter().map(of_body)), context, rest, tools, appendix.map(of_body))
}

/// The title, and who wrote the letter when.
fn head(context: Context) -> Element {
    let Context { letter, settings, language, .. } = context;
    let mut head = element("div").class("head");
    if context.shows(Part::Title) {
        head = head.child(heading(settings.heading_level, "title").belonging_to(Part::Title).text(&letter.title));
    }
    if let Some(day) = letter.date.filter(|_| context.shows(Part::Date)) {
        head = head.child(date(day, language).part("date").belonging_to(Part::Date));
    }
    if context.shows(Part::Summary) {
        head = head.children(initiators(letter, language).map(|line| line.belonging_to(Part::Summary)));
    }
    head
}

/// The state of the campaign, and what readers do: they sign, share, and choose a language. On the letter's own page, it
/// stays in view beside the text if there is room.
fn state(context: Context, languages: Option<Element>) -> Element {
    let Context { letter, language, .. } = context;
    let mut state = element("div").class("state");
    if context.shows(Part::Count) {
        state = state.child(count(context).belonging_to(Part::Count));
    }
    if context.shows(Part::Summary) {
        state = state.children(status(letter, language).map(|line| line.belonging_to(Part::Summary)));
    }
    state = state.children(sign_link(context));
    if context.shows(Part::Count) {
        state = state.children(beside_count(context).map(|item| item.belonging_to(Part::Count)));
    }
    if context.shows(Part::Languages) {
        state = state.children(languages.map(|list| list.belonging_to(Part::Languages)));
    }
    if context.shows(Part::Share) {
        state = state.child(share(context).belonging_to(Part::Share));
    }
    state
}

/// The summary and the updates.
fn about(context: Context) -> Element {
    let Context { letter, language, .. } = context;
    let about = element("div").class("summary");
    if !context.shows(Part::Summary) {
        return about;
    }
    let parts = [folded_summary(letter), folded_updates(letter, language, context.inner_level())];
    about.children(parts.into_iter().flatten().map(|item| item.belonging_to(Part::Summary)))
}

/// The link to sign, if there is one and the letter is open.
fn sign_link(context: Context) -> Option<Element> {
    let letter = context.letter;
    let link = letter.sign.as_ref().filter(|_| context.shows(Part::Sign) && letter.is_open())?;
    Some(sign(link, context).belonging_to(Part::Sign))
}

/// The addressees.
fn to(context: Context) -> Option<Element> {
    let Context { letter, language, .. } = context;
    let shown = context.shows(Part::Addressees) && !letter.addressees.is_empty();
    shown.then(|| folded_addressees(&letter.addressees, language).belonging_to(Part::Addressees))
}

/// The signatories, the appendix, and links for the signatories.
fn end(
    mut article: Element,
    context: Context,
    rest: Option<Element>,
    tools: Option<Element>,
    appendix: Option<Element>,
) -> Element {
    let letter = context.letter;
    if context.shows(Part::Roll) {
        article = article.child(roll(context, sign_link(context), rest, tools).belonging_to(Part::Roll));
    }
    article = article.children(appendix);
    if context.shows(Part::Sign) {
        article = article.children(foot(letter, context.language).map(|list| list.belonging_to(Part::Sign)));
    }
    let address = letter.url.as_ref().filter(|_| context.shows(Part::Body));
    let in_print = |text: &str| element("p").class("in-print").child(element("bdi").text(text));
    article.children(address.map(|url| in_print(url.as_str()).belonging_to(Part::Body)))
}

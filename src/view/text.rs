//! The letter's text as plain HTML, for pages without the widget.

use super::addressees::addressees;
use super::body::{Text, text};
use super::element::{Element, element, heading};
use super::link::link;
use super::listing::{Listing, group_after, with_headings};
use super::sign::with_partner;
use super::signatory::signatory;
use super::summary::{date, status, summary, updates};
use crate::language::Language;
use crate::model::{Letter, Settings, Signatory};
use crate::roll::{Found, Row};

/// Title, text, initiators, the count, a link to sign for that partner if the letter has a form, and a link to the
/// letter's own `page`. `heading_level` is the title's, 1 to 6.
#[must_use]
pub fn letter_text(letter: &Letter, heading_level: u8, page: &str, partner: Option<&str>) -> Element {
    let language = &Language::new(&letter.lang);
    let mut article = element("article")
        .attr("lang", letter.lang.as_str())
        .attr("dir", letter.lang.direction().as_str())
        .child(heading(heading_level, "title").text(&letter.title))
        .children(letter.date.map(|day| element("p").child(date(day, language))))
        .children(status(letter, language))
        .children(summary(letter))
        .children(updates(letter, language, heading_level + 1));
    if !letter.addressees.is_empty() {
        article = article.child(addressees(&letter.addressees, language));
    }
    // Ids could be ambiguous on a host page, and hosts take fragments for addresses of their own: no links within.
    let Text { before, appendix } = text(letter, language, heading_level + 1, false);
    article
        .children(before)
        .children(letter.count().map(|count| signatures(count, language)))
        .children(initiators(letter, language))
        .children(appendix)
        .children(sign(letter, partner, language))
        .child(element("p").child(link(page).say(language.texts.open_page, language)))
}

/// The link to the page that signs, if the letter has a form: that page needs no script.
fn sign(letter: &Letter, partner: Option<&str>, language: &Language) -> Option<Element> {
    let sign = letter.sign.as_ref().filter(|sign| sign.form.is_some() && letter.is_open())?;
    let link = link(&with_partner(sign.url.as_str(), partner));
    let link = match &sign.label {
        Some(label) => link.text(label),
        None => link.say(language.texts.sign, language),
    };
    Some(element("p").child(link))
}

fn signatures(count: u64, language: &Language) -> Element {
    let text = language.plural(&language.texts.signatures, count);
    element("p").in_interface(language).child(element("strong").text(text))
}

fn initiators(letter: &Letter, language: &Language) -> Option<Element> {
    let row = |signatory: &Signatory| Row { signatory: signatory.clone(), new: false };
    let mut rows = letter.signatories.iter().filter(|signatory| signatory.initiator).map(row).peekable();
    rows.peek()?;
    Some(element("ul").children(rows.map(|row| signatory(&row, &[], language))))
}

/// The rows of signatories, and the headings of their groups, each as HTML: for pages that list only names.
pub fn rows_html<'l>(signatories: &'l [Signatory], letter: &'l Letter) -> impl Iterator<Item = String> + use<'l> {
    // The title of such a page is a heading of the first level, and the groups' are of the second.
    let listing = Listing::of(letter, &Settings { heading_level: 0, ..Settings::default() });
    let rows = signatories.iter().map(|signatory| Row { signatory: signatory.clone(), new: false });
    // Each page begins with the heading that its first name is below.
    let before = if letter.groups.is_empty() { group_after(None) } else { Some(Some(String::new())) };
    let entries = with_headings(rows.map(Found::plain), before);
    entries.into_iter().map(move |entry| listing.element(&entry).html(&|_, _, _| true))
}

//! One row of the roll.

use super::element::{Child, Element, element};
use super::link::link;
use crate::language::{Language, around};
use crate::model::{LanguageTag, Link, Signatory};
use crate::roll::Row;
use std::ops::Range;

/// The row of a signatory: the name, isolated from the text around it (`bdi`), then role, affiliation and other data.
///
/// `found` has the parts of the name that match the reader's search, as byte ranges.
pub(super) fn signatory(row: &Row, found: &[Range<usize>], language: &Language) -> Element {
    let signatory = &row.signatory;
    let lang = signatory.lang.as_ref().map(LanguageTag::as_str);
    let name = element("bdi").class("name").attr_if("lang", lang);
    // What stands for a name that is withheld may be translated.
    let mut name = if signatory.withheld { name } else { name.named() };
    if let Some(title) = &signatory.title {
        name = name.text([title, " "].concat());
    }
    let name = match &signatory.url {
        Some(url) => name.child(marked(link(url.as_str()), &signatory.name, found)),
        None => marked(name, &signatory.name, found),
    };
    let name = match &signatory.suffix {
        Some(suffix) => name.text([" ", suffix].concat()),
        None => name,
    };
    let marks = marks(row, language);
    let is_marked = !marks.is_empty();
    let comment = signatory.comment.as_deref();
    element("li")
        .part(part_names(row))
        .children(signatory.logo.as_ref().map(logo))
        .child(name)
        .child(detail(signatory, language))
        // Outside the marks: within text of another direction, the space would be at the wrong end.
        .children(is_marked.then(|| Child::Text(" ".into())))
        .children(is_marked.then(|| element("small").class("mark").say(marks, language)))
        .children(comment.map(|text| element("q").class("comment").attr("dir", "auto").text(text)))
}

/// The logo, with space reserved until it loads; the name beside it says what it shows (WCAG 2.2, 1.1.1). The source is
/// set last: `WebKit` requests it at once, with the attributes set so far.
fn logo(logo: &Link) -> Element {
    element("img")
        .class("logo")
        .attr("alt", "")
        .attr("loading", "lazy")
        .attr("decoding", "async")
        .attr("referrerpolicy", "strict-origin-when-cross-origin")
        .attr("src", logo.as_str())
}

/// The name, with the matching parts marked.
fn marked(mut parent: Element, name: &str, found: &[Range<usize>]) -> Element {
    let mut end = 0;
    for range in found {
        let (Some(before), Some(mark)) = (name.get(end..range.start), name.get(range.clone())) else { continue };
        parent = plain(parent, before).child(element("mark").text(mark));
        end = range.end;
    }
    plain(parent, name.get(end..).unwrap_or_default())
}

/// Adds the text unless it is empty.
pub(super) fn plain(parent: Element, text: &str) -> Element {
    if text.is_empty() { parent } else { parent.text(text) }
}

fn part_names(Row { signatory, new }: &Row) -> String {
    let mut names = String::from("signatory");
    if let Some(kind) = signatory.kind {
        names.push(' ');
        names.push_str(kind.as_str());
    }
    if signatory.initiator {
        names.push_str(" initiator");
    }
    if *new {
        names.push_str(" new");
    }
    names
}

fn detail(signatory: &Signatory, language: &Language) -> Element {
    let Signatory { role, organisation, behalf, country, note, .. } = signatory;
    let of = behalf.then_some(language.texts.behalf).and_then(|text| around(text, "organisation"));
    let (detail, mut rest) = listed(role.as_deref(), organisation.as_deref(), of, country.as_deref(), language);
    if let Some(note) = note {
        rest.push_str(" (");
        language.add_apart(&mut rest, note);
        rest.push(')');
    }
    plain(detail, &rest)
}

/// The data after a name, each with a comma before it: an element, and the text to put into it. An organisation counts
/// as a name; `of` is the text before and after it.
pub(super) fn listed(
    role: Option<&str>,
    organisation: Option<&str>,
    of: Option<(&str, &str)>,
    country: Option<&str>,
    language: &Language,
) -> (Element, String) {
    let mut detail = element("span").class("detail");
    let mut rest = String::new();
    let add = |rest: &mut String, text: &str| {
        rest.push_str(language.texts.comma);
        language.add_apart(rest, text);
    };
    if let Some(role) = role {
        add(&mut rest, role);
    }
    if let Some(organisation) = organisation {
        let (before, after) = of.unwrap_or_default();
        rest.push_str(language.texts.comma);
        rest.push_str(before);
        detail = detail.text(std::mem::take(&mut rest)).child(element("bdi").named().text(organisation));
        rest.push_str(after);
    }
    if let Some(country) = country {
        add(&mut rest, country);
    }
    (detail, rest)
}

/// The labels after a name; empty, if there are none.
fn marks(Row { signatory, new }: &Row, language: &Language) -> String {
    let texts = language.texts;
    let mut marks = String::new();
    for (applies, word) in
        [(signatory.initiator, texts.initiator), (signatory.verified, texts.verified), (*new, texts.new)]
    {
        if applies {
            if !marks.is_empty() {
                marks.push_str(texts.comma);
            }
            marks.push_str(word);
        }
    }
    marks
}

//! One row of the roll.

use super::element::{Element, element};
use super::spans::link;
use crate::language::Language;
use crate::model::Signatory;

/// The signatory's row: the name apart from the text around it (`bdi`), then role, affiliation and what else there is.
pub(super) fn signatory(signatory: &Signatory, language: &Language) -> Element {
    let name =
        element("bdi").class("name").attr_if("lang", signatory.lang.as_ref().map(crate::model::LanguageTag::as_str));
    let name = match &signatory.url {
        Some(url) => name.child(link(url).text(&signatory.name)),
        None => name.text(&signatory.name),
    };
    let comment = signatory.comment.as_deref();
    element("li")
        .part(part_names(signatory))
        .child(name)
        .child(element("span").class("detail").text(detail(signatory)))
        .children(marks(signatory, language))
        .children(comment.map(|text| element("q").class("comment").attr("dir", "auto").text(text)))
}

fn part_names(signatory: &Signatory) -> String {
    let mut names = String::from("signatory");
    if let Some(kind) = signatory.kind {
        names.push(' ');
        names.push_str(kind.as_str());
    }
    if signatory.initiator {
        names.push_str(" initiator");
    }
    names
}

fn detail(signatory: &Signatory) -> String {
    let mut detail = String::new();
    for text in [&signatory.role, &signatory.organisation, &signatory.country].into_iter().flatten() {
        detail.push_str(", ");
        detail.push_str(text);
    }
    if let Some(note) = &signatory.note {
        detail.push_str(" (");
        detail.push_str(note);
        detail.push(')');
    }
    detail
}

/// Short words after a name.
fn marks<'l>(signatory: &Signatory, language: &'l Language) -> impl Iterator<Item = Element> + use<'l> {
    let texts = language.texts;
    let words = [(signatory.initiator, texts.initiator), (signatory.verified, texts.verified)];
    words.into_iter().filter(|(applies, _)| *applies).map(|(_, word)| {
        let lang = language.foreign_texts();
        element("small").class("mark").attr_if("lang", lang).text([" ", word].concat())
    })
}

//! One row of the roll.

use super::element::{Element, element};
use super::spans::link;
use crate::language::Language;
use crate::model::Signatory;
use crate::roll::Row;

/// The signatory's row: the name apart from the text around it (`bdi`), then role, affiliation and what else there is.
pub(super) fn signatory(row: &Row, language: &Language) -> Element {
    let signatory = &row.signatory;
    let name =
        element("bdi").class("name").attr_if("lang", signatory.lang.as_ref().map(crate::model::LanguageTag::as_str));
    let name = match &signatory.url {
        Some(url) => name.child(link(url).text(&signatory.name)),
        None => name.text(&signatory.name),
    };
    let comment = signatory.comment.as_deref();
    element("li")
        .part(part_names(row))
        .child(name)
        .child(element("span").class("detail").text(detail(signatory)))
        .children(marks(row, language))
        .children(comment.map(|text| element("q").class("comment").attr("dir", "auto").text(text)))
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
fn marks<'l>(row: &Row, language: &'l Language) -> impl Iterator<Item = Element> + use<'l> {
    let Row { signatory, new } = row;
    let texts = language.texts;
    let words = [(signatory.initiator, texts.initiator), (signatory.verified, texts.verified), (*new, texts.new)];
    words.into_iter().filter(|(applies, _)| *applies).map(|(_, word)| {
        let lang = language.foreign_texts();
        element("small").class("mark").attr_if("lang", lang).text([" ", word].concat())
    })
}

//! How many signed.

use super::element::{Element, element};
use crate::language::Language;
use crate::model::{Kind, Signatory, Signatures};

/// The count, and how far it is to the goal. Nothing, where the count is not known: 0 would be a claim.
pub(super) fn count(count: Option<u64>, signatures: &Signatures, language: &Language) -> impl Iterator<Item = Element> {
    let number = count.map(|count| total(count, language));
    let progress = count.zip(signatures.goal).map(|(count, goal)| progress(count, goal, language));
    [number, progress].into_iter().flatten()
}

fn total(count: u64, language: &Language) -> Element {
    let form = language.plural_form(&language.texts.signatures, count);
    let (before, after) = form.split_once("{n}").unwrap_or(("", form));
    element("p")
        .part("count")
        .attr_if("lang", language.foreign_texts())
        .text(before)
        .child(element("span").class("number").text(language.number(count)))
        .child(element("span").class("unit").text(after))
}

fn progress(count: u64, goal: u64, language: &Language) -> Element {
    let text = language.texts.progress;
    let text = text.replace("{count}", &language.number(count)).replace("{goal}", &language.number(goal));
    let bar = element("progress")
        .part("progress")
        .attr("value", count.min(goal).to_string())
        .attr("max", goal.to_string())
        .attr("aria-label", &text);
    element("div")
        .class("progress")
        .attr_if("lang", language.foreign_texts())
        .child(bar)
        .child(element("span").attr("aria-hidden", "true").text(text))
}

/// The organisations and the persons among the signatories.
pub(super) fn numbers(signatories: &[Signatory]) -> (u64, u64) {
    let number = |kind| signatories.iter().filter(|signatory| signatory.kind == Some(kind)).count() as u64;
    (number(Kind::Organisation), number(Kind::Person))
}

/// *20 organisations and 2 persons*, where each signatory is known to be one or the other.
pub(super) fn breakdown(signatories: &[Signatory], language: &Language) -> Option<String> {
    let (organisations, persons) = numbers(signatories);
    if organisations + persons < signatories.len() as u64 {
        return None;
    }
    let texts = language.texts;
    let organisations_text = language.plural(&texts.organisations, organisations);
    let persons_text = language.plural(&texts.persons, persons);
    match (organisations, persons) {
        (0, 0) => None,
        (_, 0) => Some(organisations_text),
        (0, _) => Some(persons_text),
        _ => Some(texts.both.replace("{organisations}", &organisations_text).replace("{persons}", &persons_text)),
    }
}

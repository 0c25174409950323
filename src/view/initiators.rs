//! Who wrote the letter.

use super::element::{Element, element};
use crate::language::Language;
use crate::model::{LanguageTag, Letter, Signatory};

/// How many names are shown.
const SHOWN: usize = 3;

/// The names of the initiators, and how many others there are. Nothing, if the letter names none.
pub(super) fn initiators(letter: &Letter, language: &Language) -> Option<Element> {
    let initiators: Vec<&Signatory> = letter.signatories.iter().filter(|signatory| signatory.initiator).collect();
    initiators.first()?;
    let label = element("span").class("label").say(language.texts.from, language);
    let mut line = element("p").class("initiator").child(label);
    for (index, signatory) in initiators.iter().take(SHOWN).enumerate() {
        let lang = signatory.lang.as_ref().map(LanguageTag::as_str);
        line = line.text(if index == 0 { " " } else { language.texts.comma_of_names });
        line = line.child(element("bdi").named().attr_if("lang", lang).text(&signatory.name));
    }
    let others = initiators.len().saturating_sub(SHOWN) as u64;
    let number = || element("span").class("number").text(["+", &language.number(others)].concat());
    Some(if others > 0 { line.text(" ").child(number()) } else { line })
}

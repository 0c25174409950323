//! The form to sign, printed natively: its fields for the page that signs, and all of it as a file for the widget, one for
//! each language (`embed/loader/form/view.js`). The file has the three stages of the form, the fields, the code from the
//! mail and the end; the stylesheet shows the one that the form is at.

mod coding;
mod field;

pub use field::{Fault, FieldOf};

use super::element::{Element, element, heading};
use crate::language::{Language, SignTexts};
use crate::model::{Ask, Field, LanguageTag, Required};
use crate::signing;
use coding::coding;
use field::field;
use serde_json::{Map, Value, json};

/// The field as HTML.
#[must_use]
pub fn field_html(of: &FieldOf) -> String {
    field(of).html(&|_, name, _| name != "part")
}

/// The form in one language, for the widget: its elements, and the texts that depend on answers and receivers.
#[must_use]
pub fn sign_form(texts: &SignTexts) -> Value {
    let tag = LanguageTag::parse(texts.lang).unwrap_or_else(|| unreachable!("each language has a tag"));
    let asked = Field::ALL.map(|(field, name)| (name, specimen(field)));
    let fields = asked.iter().map(|(name, ask)| ((*name).to_string(), specimen_of(ask, name, texts).tree()));
    let labels = asked.iter().filter(|(_, ask)| !ask.field.is_box());
    let labels = labels.map(|(name, ask)| ((*name).to_string(), texts.label(ask.field).into()));
    json!({
        "lang": texts.lang,
        "dir": tag.direction().as_str(),
        "comma": Language::new(&tag).texts.comma_of_names,
        "form": form(texts).tree(),
        "fields": fields.collect::<Map<_, _>>(),
        "labels": labels.collect::<Map<_, _>>(),
        "faults": faults(texts),
        "texts": said(texts),
    })
}

/// A field as it is asked if it must be answered.
fn specimen(field: Field) -> Ask {
    let required = if field == Field::Organisation { Required::Organisation } else { Required::Always };
    let text = matches!(field, Field::Consent | Field::News).then(String::new);
    Ask { field, required, max: 0, id: None, text }
}

fn specimen_of(ask: &Ask, name: &str, texts: &SignTexts) -> Element {
    field(&FieldOf { ask, name, texts, is_collected: true, answer: "", fault: Fault::Follows })
}

/// The form without its fields. A button of the kind `submit` is clicked by Enter too; the form itself is never submitted,
/// because a frame may not allow that. The widget gives the heading its level.
fn form(texts: &SignTexts) -> Element {
    let button = |class, text: &str| element("button").class(class).attr("type", "button").text(text);
    let asking = unsent("asking");
    element("div")
        .part("form")
        .attr("role", "group")
        .attr("aria-labelledby", "sign-title")
        .child(heading(3, "heading").attr("id", "sign-title").text(texts.title))
        .child(element("div").class("about"))
        .child(asking.child(element("button").class("send").attr("type", "submit")))
        .child(coding(texts))
        .child(end(texts))
        .child(element("p").class("said").attr("role", "status"))
        .child(element("a").class("elsewhere").attr("data-empty", "true").attr("rel", "noopener").text(texts.elsewhere))
        .child(button("close", texts.close))
}

/// A form that the browser never sends, not even if a script of the page submits it: outside a `dialog`, the method
/// `dialog` does nothing (HTML, 4.10.22.3). Otherwise the answers would be in the page's address.
fn unsent(class: &'static str) -> Element {
    element("form").class(class).attr("method", "dialog").attr("novalidate", "")
}

/// The end: what became of the signature, the signer's number, what the letter says of what happens next, and a way to
/// tell others.
fn end(texts: &SignTexts) -> Element {
    let next = element("div")
        .class("next")
        .attr("data-empty", "true")
        .child(heading(4, "heading").text(texts.next))
        .child(element("p"));
    element("div")
        .class("end")
        .child(element("p").class("outcome").attr("tabindex", "-1"))
        .child(element("p").class("own").attr("data-empty", "true"))
        .child(next)
        .child(element("button").class("share").attr("type", "button").attr("data-empty", "true").text(texts.tell))
}

/// The texts of all faults: those of `any` field, and those that a field has of its own.
fn faults(texts: &SignTexts) -> Value {
    let codes = |field: Field| signing::Fault::ALL.map(|(_, code)| (code, texts.fault(field, code)));
    let any = codes(Field::Postcode);
    let own = |field: Field| {
        let own = codes(field).into_iter().zip(any).filter(|(own, any)| own != any).map(|(own, _)| own);
        own.map(|(code, text)| (code.to_string(), text.into())).collect::<Map<String, Value>>()
    };
    let all = Field::ALL.into_iter().map(|(field, name)| (name.to_string(), own(field)));
    let all = all.filter(|(_, own)| !own.is_empty()).map(|(name, own)| (name, Value::Object(own)));
    let any = any.into_iter().map(|(code, text)| (code.to_string(), text.into())).collect::<Map<_, _>>();
    std::iter::once(("any".to_string(), Value::Object(any))).chain(all).collect()
}

/// What the widget says besides.
fn said(texts: &SignTexts) -> Value {
    macro_rules! said {
        ($($key:ident)*) => { [$((stringify!($key).to_string(), texts.$key.into()),)*] };
    }
    let said: [(String, Value); 29] = said!(published receiver privacy optional did_you_mean send sending confirm
        code_sent code_missing code_wrong no_code_help again_at number confirmed review held link_sent sent closed
        shortly faults expired slow offline unsure failed refused busy);
    said.into_iter().collect()
}

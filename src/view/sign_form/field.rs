//! One field of the form: its label above it, then what helps to fill it in, then what is wrong with it.

use super::{FormMessage, FormOf};
use crate::language::{Language, fill};
use crate::model::{Ask, Field, Kind, Required};
use crate::signing::Course;
use crate::view::element::{Element, element};

/// The field.
pub(super) fn asked(of: &FormOf, ask: &Ask) -> Element {
    match ask.field {
        Field::Kind => kind(of),
        field if field.is_box() => ticked(of, ask),
        _ => typed(of, ask),
    }
}

/// A field to type into.
fn typed(of: &FormOf, ask: &Ask) -> Element {
    let (texts, field) = (of.texts, ask.field);
    let id = id(field);
    let is_long = field == Field::Comment;
    let name = texts.label(field);
    let name = match ask.required {
        Required::Never => fill(texts.optional, "label", name),
        _ => name.to_string(),
    };
    let value = of.typed.iter().find_map(|(other, typed)| (*other == field).then_some(typed.as_str()));
    let hint = match (field, ask.required) {
        (Field::Email, _) if of.form.collector().is_some() => Some(texts.email_hint.to_string()),
        (_, Required::Organisation) => Some(texts.organisation_hint.to_string()),
        (Field::Comment, _) => Some(fill(texts.comment_hint, "n", &of.language.number(ask.max as u64))),
        _ => None,
    };
    // What an element refers to must be there.
    let described = if hint.is_some() { [&*id, "-hint ", &*id, "-error"].concat() } else { [&*id, "-error"].concat() };
    let input = element(if is_long { "textarea" } else { "input" })
        .attr("id", id.clone())
        .attr("name", field.as_str())
        .attr_if("autocomplete", field.autocomplete())
        .attr_if("aria-required", (ask.required == Required::Always).then_some("true"))
        .attr("aria-describedby", described)
        .live_attr("aria-invalid", of.follow(move |course, _| course.fault(field).is_some().to_string()));
    let input = match field {
        Field::Email => input.attr("type", "email").attr("autocapitalize", "off").attr("spellcheck", "false"),
        Field::Comment => input.attr("rows", "3").attr("dir", "auto"),
        _ => input.attr("type", "text").attr("dir", "auto"),
    };
    let input = match value {
        Some(value) if is_long => input.text(value),
        Some(value) => input.attr("value", value),
        None => input,
    };
    let hint = hint.map(|hint| element("p").class("hint").attr("id", [&*id, "-hint"].concat()).text(hint));
    let suggestion = (field == Field::Email).then(|| suggestion(of));
    element("div")
        .part("field")
        .child(element("label").attr("for", id).text(name))
        .child(input)
        .children(hint)
        .child(error(of, ask))
        .children(suggestion)
}

/// Who signs. Nobody is asked to say that they are a person.
fn kind(of: &FormOf) -> Element {
    let chosen = of.typed.iter().find_map(|(field, typed)| (*field == Field::Kind).then_some(typed.as_str()));
    let choice = |kind: Kind| {
        let is_chosen = chosen.unwrap_or(Kind::Person.as_str()) == kind.as_str();
        let input = element("input")
            .attr("type", "radio")
            .attr("name", Field::Kind.as_str())
            .attr("value", kind.as_str())
            .attr_if("checked", is_chosen.then_some(""));
        element("label").class("choice").child(input).child(element("span").text(of.texts.kind_of(kind)))
    };
    element("fieldset")
        .part("field")
        .child(element("legend").text(of.texts.kind))
        .child(choice(Kind::Person))
        .child(choice(Kind::Organisation))
}

/// A box. It is never ticked beforehand. Its text is the letter's, but for whether the name is published.
fn ticked(of: &FormOf, ask: &Ask) -> Element {
    let field = ask.field;
    let id = id(field);
    let was_ticked = of.typed.iter().any(|(other, _)| *other == field);
    let input = element("input")
        .attr("id", id.clone())
        .attr("type", "checkbox")
        .attr("name", field.as_str())
        .attr_if("checked", was_ticked.then_some(""))
        .attr_if("aria-required", (ask.required == Required::Always).then_some("true"))
        .attr("aria-describedby", [&*id, "-error"].concat())
        .live_attr("aria-invalid", of.follow(move |course, _| course.fault(field).is_some().to_string()));
    let text = element("span");
    let text = match &ask.text {
        Some(own) => {
            let letter = &of.letter.lang;
            let is_foreign = of.language.is_foreign();
            let direction = is_foreign.then(|| letter.direction().as_str());
            text.attr_if("lang", is_foreign.then(|| letter.as_str())).attr_if("dir", direction).text(own)
        }
        None => text.text(of.texts.public),
    };
    let whole = element("label").class("choice").child(input).child(text);
    element("div").part("field").child(whole).child(error(of, ask))
}

/// What is wrong with the answer.
fn error(of: &FormOf, ask: &Ask) -> Element {
    let (field, max, texts) = (ask.field, ask.max as u64, of.texts);
    let text = move |course: &Course, language: &Language| match course.fault(field) {
        Some(fault) => fill(texts.fault(field, fault.as_str()), "n", &language.number(max)),
        None => String::new(),
    };
    element("p")
        .part("error")
        .attr("id", [&*id(field), "-error"].concat())
        .live_attr("data-empty", of.empty_unless(move |course| course.fault(field).is_some()))
        .live_text(of.follow(text))
}

/// The address that may be meant, as a button: nothing is changed without a word.
fn suggestion(of: &FormOf) -> Element {
    let texts = of.texts;
    let text = move |course: &Course, _: &Language| {
        let meant = course.suggestion.as_deref();
        meant.map(|address| fill(texts.did_you_mean, "address", address)).unwrap_or_default()
    };
    of.button("meant", FormMessage::Correct)
        .live_attr("data-empty", of.empty_unless(|course| course.suggestion.is_some()))
        .live_text(of.follow(text))
}

/// The id of the field, in the shadow root.
fn id(field: Field) -> String {
    ["sign-", field.as_str()].concat()
}

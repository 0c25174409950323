//! The code from the mail.

use super::unsent;
use crate::language::SignTexts;
use crate::view::element::{Element, element};

/// The field for the code, and help for who got none. The widget writes what depends on the signature.
pub(super) fn coding(texts: &SignTexts) -> Element {
    let input = element("input")
        .attr("id", "sign-code")
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "one-time-code")
        .attr("dir", "ltr")
        .attr("aria-describedby", "sign-sent sign-code-error");
    let error = element("p").class("error").part("error").attr("id", "sign-code-error").attr("data-empty", "true");
    let field = element("div")
        .class("field")
        .part("field")
        .child(element("label").attr("for", "sign-code").text(texts.code))
        .child(input)
        .child(error);
    let no_code = element("details")
        .child(element("summary").text(texts.no_code))
        .child(element("p").class("sent"))
        .child(element("p").class("later"))
        .child(element("button").class("again").attr("type", "button").text(texts.again));
    unsent("coding")
        .child(element("p").attr("id", "sign-sent"))
        .child(element("p").class("late").attr("data-empty", "true").text(texts.code_late))
        .child(field)
        .child(element("button").class("send").attr("type", "submit"))
        .child(no_code)
}

//! The code from the mail.

use super::{FormMessage, FormOf};
use crate::language::fill;
use crate::signing::{CodeFault, Course, Stage};
use crate::view::element::{Element, element};

/// The field for the code, and help for who got none.
pub(super) fn coding(of: &FormOf) -> Element {
    let texts = of.texts;
    let sent = of.follow(move |course, _| fill(texts.code_sent, "address", &course.address));
    let late = |course: &Course| match &course.stage {
        Stage::Coding(pending) | Stage::Confirming(pending) => pending.late,
        _ => false,
    };
    let late = element("p").live_attr("data-empty", of.empty_unless(late)).text(texts.code_late);
    let input = element("input")
        .attr("id", "sign-code")
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "one-time-code")
        .attr("dir", "ltr")
        .attr("aria-describedby", "sign-sent sign-code-error")
        .live_attr("aria-invalid", of.follow(|course, _| course.code.is_some().to_string()));
    let fault = of.follow(move |course, language| match course.code {
        Some(CodeFault::Missing) => texts.code_missing.to_string(),
        Some(CodeFault::Wrong(left)) => fill(texts.code_wrong, "n", &language.number(left)),
        None => String::new(),
    });
    let error = element("p")
        .part("error")
        .attr("id", "sign-code-error")
        .live_attr("data-empty", of.empty_unless(|course| course.code.is_some()))
        .live_text(fault);
    let confirm =
        of.follow(move |course, _| if course.is_sending() { texts.sending } else { texts.confirm }.to_string());
    let field = element("div")
        .part("field")
        .child(element("label").attr("for", "sign-code").text(texts.code))
        .child(input)
        .child(error);
    element("form")
        .class("coding")
        .attr("novalidate", "")
        .child(element("p").attr("id", "sign-sent").live_text(sent))
        .child(late)
        .child(field)
        .child(of.submit(FormMessage::Confirm).live_text(confirm))
        .child(no_code(of))
}

fn no_code(of: &FormOf) -> Element {
    let texts = of.texts;
    let sent = of.follow(move |course, _| fill(texts.no_code_help, "time", &course.sent_at));
    let again = of.follow(move |course, _| fill(texts.again_at, "time", &course.again_at));
    element("details")
        .child(element("summary").text(texts.no_code))
        .child(element("p").live_text(sent))
        .child(element("p").live_text(again))
        .child(of.button("again", FormMessage::Again).text(texts.again))
}

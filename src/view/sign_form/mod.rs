//! The form to sign, in its three stages: the fields, the code from the mail, the end. All three are there from the
//! beginning, and the stylesheet shows the one that the form is at.

mod coding;
mod end;
mod field;

use super::changing::Changing;
use super::element::{Element, LiveText, View, element, heading};
use super::spans::link;
use crate::language::{Language, SignTexts, fill};
use crate::model::{Field, Letter, SignForm};
use crate::signing::{Course, Fault, Stage, Trouble};
use coding::coding;
use end::end;
use field::asked;
use leptos::prelude::*;
use std::rc::Rc;

/// The signal of where somebody stands who signs.
pub type CourseSignal = ArcRwSignal<Course>;

/// What was typed, by the words of the fields. A ticked box has a value.
pub type Typed = Vec<(Field, String)>;

/// What somebody does in the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormMessage {
    /// Send the answers.
    Send,
    /// Take the e-mail address that may be meant.
    Correct,
    /// Send the code.
    Confirm,
    /// Go back from the code to the fields.
    Again,
    /// Share the letter.
    Share,
    /// Close the form; what was typed stays.
    Close,
}

/// Receives what somebody does.
pub type OnForm = Rc<dyn Fn(FormMessage)>;

/// A form, and the way to show it.
pub struct FormOf<'f> {
    /// The form.
    pub form: &'f SignForm,
    /// Its letter.
    pub letter: &'f Letter,
    /// The host that receives the data, if it is not the letter's own.
    pub receiver: Option<String>,
    /// The level of its heading.
    pub level: u8,
    /// Its texts.
    pub texts: &'static SignTexts,
    /// The language of the letter.
    pub language: &'f Language,
    /// What was typed before.
    pub typed: &'f Typed,
    /// Where it stands.
    pub course: &'f CourseSignal,
    /// What changes in the letter while it is shown.
    pub changing: &'f Changing,
    /// Receives what somebody does.
    pub on: OnForm,
}

/// The form.
pub fn sign_form(of: &FormOf) -> View {
    let texts = of.texts;
    let status = of.follow(move |course, language| status(course, texts, language));
    let receiver = of.receiver.as_ref().map(|receiver| fill(texts.receiver, "receiver", receiver));
    let about = published(of).into_iter().chain(receiver).map(|text| element("p").text(text));
    let privacy = of.letter.privacy.as_ref().map(|url| element("p").child(link(url.as_str()).text(texts.privacy)));
    element("div")
        .part("form")
        .attr("role", "group")
        .attr("aria-labelledby", "sign-title")
        .in_interface(of.language)
        .live_attr("data-stage", of.follow(|course, _| course.stage.as_str().to_string()))
        .child(heading(of.level, "heading").attr("id", "sign-title").text(texts.title))
        .child(element("div").class("about").children(about).children(privacy))
        .child(asking(of))
        .child(coding(of))
        .child(end(of))
        .child(element("p").class("said").attr("role", "status").live_text(status))
        .child(of.button("close", FormMessage::Close).text(texts.close))
        .view(None)
}

/// The fields, and the button that sends them. A button of the kind `submit` is clicked by Enter too; the form itself is
/// never submitted, because a frame may not allow that.
fn asking(of: &FormOf) -> Element {
    let texts = of.texts;
    let send = of.follow(move |course, _| if course.is_sending() { texts.sending } else { texts.send }.to_string());
    element("form")
        .class("asking")
        .attr("novalidate", "")
        .children(of.form.ask.iter().map(|ask| asked(of, ask)))
        .child(of.submit(FormMessage::Send).live_text(send))
}

/// Which answers are published; nothing, if the signer is asked about that, or signs in another system.
fn published(of: &FormOf) -> Option<String> {
    const FIELDS: [Field; 5] = [Field::Name, Field::Organisation, Field::Role, Field::Country, Field::Comment];
    if of.form.asks(Field::Public).is_some() || of.form.collector().is_none() {
        return None;
    }
    let asked = FIELDS.into_iter().filter(|field| of.form.asks(*field).is_some());
    let labels = listed(asked.map(|field| of.texts.label(field)), of.language);
    Some(fill(of.texts.published, "fields", &labels))
}

/// What screen readers speak: the one live text of the form.
fn status(course: &Course, texts: &SignTexts, language: &Language) -> String {
    if course.slow {
        return texts.slow.to_string();
    }
    match course.trouble {
        Some(Trouble::Offline) => return texts.offline.to_string(),
        Some(Trouble::Unsure) => return texts.unsure.to_string(),
        Some(Trouble::Failed) => return texts.failed.to_string(),
        Some(Trouble::Refused) => return fill(texts.refused, "receiver", &course.receiver),
        Some(Trouble::Busy(seconds)) => return fill(texts.busy, "n", &language.number(seconds)),
        None => {}
    }
    if course.expired {
        return texts.expired.to_string();
    }
    // A box that isn't ticked has no label of ours: what is beside it is said.
    let is_box = |(field, _): &&(Field, Fault)| field.is_box();
    match course.faults.iter().find(is_box) {
        Some((field, fault)) if course.faults.len() == 1 => texts.fault(*field, fault.as_str()).to_string(),
        _ => {
            let others = course.faults.iter().filter(|fault| !is_box(fault));
            let labels = listed(others.map(|(field, _)| texts.label(*field)), language);
            if labels.is_empty() { labels } else { fill(texts.faults, "fields", &labels) }
        }
    }
}

/// The words as a list.
fn listed(words: impl Iterator<Item = &'static str>, language: &Language) -> String {
    let mut list = String::new();
    for word in words {
        if !list.is_empty() {
            list.push_str(language.texts.comma_of_names);
        }
        list.push_str(word);
    }
    list
}

/// Makes a text from the course of signing.
type TextOf = Box<dyn Fn(&Course, &Language) -> String + Send>;

impl FormOf<'_> {
    /// A text that follows the course.
    fn follow(&self, text: impl Fn(&Course, &Language) -> String + Send + 'static) -> LiveText {
        self.follow_boxed(Box::new(text))
    }

    /// The same; compiled once for all texts.
    fn follow_boxed(&self, text: TextOf) -> LiveText {
        let (course, changing, language) = (self.course.clone(), self.changing.clone(), self.language.clone());
        Box::new(move || {
            let is_closed = changing.read(|now| now.live.closed);
            course.with(|course| {
                // Whoever has not sent anything yet can't any more.
                if is_closed && course.stage == Stage::Asking {
                    return text(&Course { stage: Stage::Closed, ..Course::default() }, &language);
                }
                text(course, &language)
            })
        })
    }

    /// The value of an attribute that hides what has no use now.
    fn empty_unless(&self, used: impl Fn(&Course) -> bool + Send + 'static) -> LiveText {
        self.follow(move |course, _| (!used(course)).to_string())
    }

    /// A button.
    fn button(&self, class: &'static str, message: FormMessage) -> Element {
        let on = self.on.clone();
        element("button").class(class).attr("type", "button").on_click(move |_| on(message))
    }

    /// A form's own button.
    fn submit(&self, message: FormMessage) -> Element {
        let on = self.on.clone();
        let busy = self.follow(|course, _| course.is_sending().to_string());
        element("button").class("send").attr("type", "submit").live_attr("aria-disabled", busy).on_click(move |event| {
            event.prevent_default();
            on(message);
        })
    }
}

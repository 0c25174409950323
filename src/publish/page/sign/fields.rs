//! The fields of the form as HTML: each label above its field, each fault beside it.

use crate::language::{SignTexts, fill};
use crate::model::{Ask, Field, Kind, Required, SignForm};
use crate::signing::{Answers, Faults, sent_as};
use maud::{Markup, html};

/// What somebody has typed already, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    /// The answers.
    pub answers: Answers,
    /// Their faults.
    pub faults: Faults,
}

/// All fields of a form, in their order.
#[must_use]
pub fn fields(form: &SignForm, texts: &SignTexts, filled: &Filled) -> Markup {
    html! { @for ask in &form.ask { (field(form, ask, texts, filled)) } }
}

fn field(form: &SignForm, ask: &Ask, texts: &SignTexts, filled: &Filled) -> Markup {
    let name = sent_as(form, ask.field.as_str()).unwrap_or(ask.field.as_str());
    let fault = filled.faults.iter().find(|(field, _)| *field == ask.field).map(|(_, fault)| fault.as_str());
    let fault = fault.map(|code| fill(texts.fault(ask.field, code), "n", &ask.max.to_string()));
    let one = One { ask, name, texts, fault, answer: filled.answers.get(ask.field).unwrap_or_default() };
    match ask.field {
        Field::Kind => one.choice(),
        field if field.is_box() => one.check_box(),
        _ => one.line(),
    }
}

/// One field.
struct One<'f> {
    ask: &'f Ask,
    name: &'f str,
    texts: &'f SignTexts,
    fault: Option<String>,
    answer: &'f str,
}

impl One<'_> {
    fn id(&self) -> &'static str {
        self.ask.field.as_str()
    }

    fn is_required(&self) -> bool {
        self.ask.required == Required::Always
    }

    /// The label; a field that nobody need fill in says so.
    fn label(&self) -> String {
        let label = self.texts.label(self.ask.field);
        if self.ask.required == Required::Never { fill(self.texts.optional, "label", label) } else { label.to_string() }
    }

    fn hint(&self) -> Option<String> {
        match self.ask.field {
            Field::Email => Some(self.texts.email_hint.to_string()),
            Field::Organisation if self.ask.required == Required::Organisation => {
                Some(self.texts.organisation_hint.to_string())
            }
            Field::Comment => Some(fill(self.texts.comment_hint, "n", &self.ask.max.to_string())),
            _ => None,
        }
    }

    fn hint_id(&self) -> String {
        [self.id(), "-hint"].concat()
    }

    fn error_id(&self) -> String {
        [self.id(), "-error"].concat()
    }

    /// The ids of hint and fault, for `aria-describedby`.
    fn described(&self) -> Option<String> {
        let hint = self.hint().map(|_| self.hint_id());
        let fault = self.fault.as_ref().map(|_| self.error_id());
        let ids: Vec<String> = hint.into_iter().chain(fault).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn error(&self) -> Markup {
        html! { @if let Some(fault) = &self.fault { p.error id=(self.error_id()) { (fault) } } }
    }

    fn line(&self) -> Markup {
        let Ask { field, max, .. } = self.ask;
        let kind = if *field == Field::Email { "email" } else { "text" };
        let invalid = self.fault.as_ref().map(|_| "true");
        html! {
            div.field {
                label for=(self.id()) { (self.label()) }
                @if let Some(hint) = self.hint() { p.hint id=(self.hint_id()) { (hint) } }
                @if *field == Field::Comment {
                    textarea id=(self.id()) name=(self.name) rows="3" maxlength=(max) required[self.is_required()]
                        aria-describedby=[self.described()] aria-invalid=[invalid] { "\n" (self.answer) }
                } @else {
                    input id=(self.id()) name=(self.name) type=(kind) maxlength=(max) required[self.is_required()]
                        autocomplete=[field.autocomplete()] dir=[(*field == Field::Email).then_some("ltr")]
                        aria-describedby=[self.described()] aria-invalid=[invalid]
                        value=[(!self.answer.is_empty()).then_some(self.answer)];
                }
                (self.error())
            }
        }
    }

    /// A person signs, unless somebody says otherwise.
    fn choice(&self) -> Markup {
        let chosen = Kind::parse(self.answer).unwrap_or(Kind::Person);
        html! {
            fieldset.field aria-describedby=[self.described()] {
                legend { (self.texts.label(Field::Kind)) }
                @for (id, kind) in [("kind-person", Kind::Person), ("kind-organisation", Kind::Organisation)] {
                    div.box {
                        input id=(id) type="radio" name=(self.name) value=(kind.as_str()) checked[kind == chosen];
                        label for=(id) { (self.texts.kind_of(kind)) }
                    }
                }
                (self.error())
            }
        }
    }

    /// Never ticked beforehand: only a box that was ticked before the page was sent back is ticked again.
    fn check_box(&self) -> Markup {
        let label = self.ask.text.as_deref().unwrap_or(self.texts.label(self.ask.field));
        html! {
            div.field {
                div.box {
                    input id=(self.id()) type="checkbox" name=(self.name) value=(self.ask.ticked())
                        required[self.is_required()] checked[!self.answer.is_empty()]
                        aria-describedby=[self.described()] aria-invalid=[self.fault.as_ref().map(|_| "true")];
                    label for=(self.id()) { (label) }
                }
                (self.error())
            }
        }
    }
}

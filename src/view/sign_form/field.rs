//! One field of the form: its label above it, then what helps to fill it in, then what is wrong with it.

use crate::language::{SignTexts, fill};
use crate::model::{Ask, Field, Kind, Required};
use crate::view::element::{Element, element};

/// A field, and where it stands.
pub struct FieldOf<'f> {
    /// What is asked.
    pub ask: &'f Ask,
    /// The name under which the answer is sent.
    pub name: &'f str,
    /// The form's texts.
    pub texts: &'f SignTexts,
    /// Whether our collector receives the answer.
    pub is_collected: bool,
    /// The answer.
    pub answer: &'f str,
    /// What is wrong with it.
    pub fault: Fault<'f>,
}

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault<'f> {
    /// Nothing.
    None,
    /// It has that code.
    Code(&'f str),
    /// Nothing yet: the widget checks it, counts its characters, and writes its text.
    Follows,
}

/// The field.
pub(super) fn field(of: &FieldOf) -> Element {
    match of.ask.field {
        Field::Kind => of.choice(),
        field if field.is_box() => of.check_box(),
        _ => of.line(),
    }
}

impl FieldOf<'_> {
    fn id(&self) -> &'static str {
        self.ask.field.as_str()
    }

    fn follows(&self) -> bool {
        self.fault == Fault::Follows
    }

    /// How many characters the answer may have. The widget writes the number in its own way.
    fn most(&self) -> String {
        if self.follows() { "{n}".into() } else { self.ask.max.to_string() }
    }

    /// The label; a field that nobody need fill in says so.
    fn label(&self) -> String {
        let label = self.texts.label(self.ask.field);
        if self.ask.required == Required::Never { fill(self.texts.optional, "label", label) } else { label.to_string() }
    }

    fn hint(&self) -> Option<Element> {
        let hint = match self.ask.field {
            Field::Email if self.is_collected => self.texts.email_hint.to_string(),
            Field::Organisation if self.ask.required == Required::Organisation => {
                self.texts.organisation_hint.to_string()
            }
            Field::Comment => fill(self.texts.comment_hint, "n", &self.most()),
            _ => return None,
        };
        Some(element("p").class("hint").attr("id", [self.id(), "-hint"].concat()).text(hint))
    }

    fn error(&self) -> Option<Element> {
        let error = element("p").class("error").part("error").attr("id", [self.id(), "-error"].concat());
        match self.fault {
            Fault::None => None,
            Fault::Follows => Some(error.attr("data-empty", "true")),
            Fault::Code(code) => Some(error.text(fill(self.texts.fault(self.ask.field, code), "n", &self.most()))),
        }
    }

    /// An element that takes an answer, with its name and what is said about it.
    fn input(&self, tag: &'static str) -> Element {
        let hint = self.hint().map(|_| [self.id(), "-hint"].concat());
        let error = self.error().map(|_| [self.id(), "-error"].concat());
        let described: Vec<String> = hint.into_iter().chain(error).collect();
        element(tag)
            .attr("id", self.id())
            .attr("name", self.name)
            .attr_if("required", (self.ask.required == Required::Always).then_some(""))
            .attr_if("aria-describedby", (!described.is_empty()).then(|| described.join(" ")))
            .attr_if("aria-invalid", matches!(self.fault, Fault::Code(_)).then_some("true"))
    }

    fn line(&self) -> Element {
        let Ask { field, max, .. } = self.ask;
        let is_long = *field == Field::Comment;
        let input = self.input(if is_long { "textarea" } else { "input" });
        // The widget says that an answer is too long, and cuts nothing off.
        let input = input.attr_if("maxlength", (!self.follows()).then(|| max.to_string()));
        let input = match field {
            Field::Comment => input.attr("rows", "3").attr("dir", "auto"),
            Field::Email => {
                input.attr("type", "email").attr("dir", "ltr").attr("autocapitalize", "off").attr("spellcheck", "false")
            }
            _ => input.attr("type", "text").attr("dir", "auto"),
        };
        let input = input.attr_if("autocomplete", field.autocomplete());
        let input = match self.answer {
            "" => input,
            answer if is_long => input.text(answer),
            answer => input.attr("value", answer),
        };
        // The address that may be meant, as a button: nothing is changed without a word.
        let is_meant = self.follows() && *field == Field::Email;
        let meant =
            is_meant.then(|| element("button").class("meant").attr("type", "button").attr("data-empty", "true"));
        around("div")
            .child(element("label").attr("for", self.id()).text(self.label()))
            .children(self.hint())
            .child(input)
            .children(self.error())
            .children(meant)
    }

    /// Who signs. A person does, unless somebody says otherwise.
    fn choice(&self) -> Element {
        let chosen = Kind::parse(self.answer).unwrap_or(Kind::Person);
        let choice = |(id, kind): (&'static str, Kind)| {
            let input = element("input").attr("id", id).attr("type", "radio").attr("name", self.name);
            let input = input.attr("value", kind.as_str()).attr_if("checked", (kind == chosen).then_some(""));
            let label = element("label").attr("for", id).text(self.texts.kind_of(kind));
            element("div").class("box").child(input).child(label)
        };
        around("fieldset")
            .child(element("legend").text(self.texts.kind))
            .children([("kind-person", Kind::Person), ("kind-organisation", Kind::Organisation)].map(choice))
            .children(self.error())
    }

    /// A box. It is never ticked beforehand: only one that was ticked before the page was sent back is ticked again. Its
    /// text is the letter's, but for whether the name is published.
    fn check_box(&self) -> Element {
        let input = self.input("input").attr("type", "checkbox").attr("value", self.ask.ticked());
        let input = input.attr_if("checked", (!self.answer.is_empty()).then_some(""));
        let text = self.ask.text.as_deref().unwrap_or(self.texts.label(self.ask.field));
        let label = element("label").attr("for", self.id()).text(text);
        around("div").child(element("div").class("box").child(input).child(label)).children(self.error())
    }
}

fn around(tag: &'static str) -> Element {
    element(tag).class("field").part("field")
}

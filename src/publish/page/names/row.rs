//! A row of the roll, from the JSON of its files: the same markup as the view's, which would take minutes for a million.

use super::frame::Frame;
use crate::model::{Date, Link, as_written};
use maud::{Markup, html};
use serde::Deserialize;
use std::borrow::Cow;

/// A page of the roll's files.
#[derive(Deserialize)]
pub struct Rows<'r> {
    #[serde(borrow)]
    pub signatories: Vec<Row<'r>>,
}

/// What is shown of a signatory.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Row<'r> {
    #[serde(borrow)]
    name: Text<'r>,
    kind: Option<Text<'r>>,
    initiator: bool,
    role: Option<Text<'r>>,
    organisation: Option<Text<'r>>,
    note: Option<Text<'r>>,
    url: Option<Text<'r>>,
    logo: Option<Text<'r>>,
    country: Option<Text<'r>>,
    lang: Option<Text<'r>>,
    signed: Option<Text<'r>>,
    comment: Option<Text<'r>>,
    verified: bool,
}

/// A text that is copied only where its JSON has escapes. (serde borrows none that may be absent, but in a type of its
/// own.)
#[derive(Default, Deserialize)]
struct Text<'r>(#[serde(borrow)] Cow<'r, str>);

const ORIGIN_ALONE: &str = "strict-origin-when-cross-origin";

impl Row<'_> {
    /// The day of signing.
    pub fn signed(&self) -> Option<Date> {
        Date::parse(&self.signed.as_ref()?.0)
    }

    /// The row, as `view::signatory` has it.
    pub fn markup(&self, frame: &Frame) -> Markup {
        let texts = frame.language.texts;
        let marks = [(self.initiator, texts.initiator), (self.verified, texts.verified)];
        let marks: Vec<&str> = marks.into_iter().filter(|(applies, _)| *applies).map(|(_, word)| word).collect();
        let marks = marks.join(texts.comma);
        let apart = |text: &Text| {
            let mut apart = String::new();
            frame.language.add_apart(&mut apart, &text.0);
            apart
        };
        // The file may be of an earlier release, which let more pass.
        let link = |written: &Option<Text>| {
            let link = Link::of(&written.as_ref()?.0, &as_written).ok()?;
            Some(frame.place.link(link.as_str()))
        };
        html! {
            li part={
                "signatory"
                @if let Some(kind) = &self.kind { " " (kind.0) }
                @if self.initiator { " initiator" }
            } {
                @if let Some(logo) = link(&self.logo) {
                    img.logo alt="" loading="lazy" decoding="async" referrerpolicy=(ORIGIN_ALONE) src=(logo);
                }
                bdi.name lang=[self.lang.as_ref().map(|lang| &lang.0)] {
                    @match link(&self.url) {
                        Some(url) => a href=(url) rel="noopener" referrerpolicy=(ORIGIN_ALONE) {
                            (self.name.0)
                        }
                        None => (self.name.0),
                    }
                }
                span.detail {
                    @for text in [&self.role, &self.organisation, &self.country].into_iter().flatten() {
                        (texts.comma) (apart(text))
                    }
                    @if let Some(note) = &self.note { " (" (apart(note)) ")" }
                }
                @if !marks.is_empty() {
                    " "
                    small.mark lang=[frame.foreign.map(|(lang, _)| lang)] dir=[frame.foreign.map(|(_, dir)| dir)] { (marks) }
                }
                @if let Some(comment) = &self.comment { q.comment dir="auto" { (comment.0) } }
            }
        }
    }
}

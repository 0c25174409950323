//! A mail in words: as text, and as plain HTML. Both say the same.

use crate::model::LanguageTag;
use maud::{DOCTYPE, Markup, html};

/// A mail in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The subject.
    pub subject: String,
    /// The language of its texts.
    pub lang: &'static str,
    /// Their direction.
    pub dir: &'static str,
    /// What it says, one under the other.
    pub parts: Vec<Part>,
}

/// A part of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A sentence or two.
    Line(String),
    /// The letter.
    Title {
        /// Its title.
        title: String,
        /// The address of its page.
        url: String,
        /// Its language.
        lang: LanguageTag,
    },
    /// Words of others, one under the other.
    Names(Vec<String>),
    /// The code.
    Code(String),
    /// An address.
    Link(String),
    /// Why the mail came; the privacy notice with its label.
    Because(String, Option<(String, String)>),
}

const BODY: &str = "margin:0;padding:1.5em;font:16px/1.5 sans-serif";
const COLUMN: &str = "max-width:34em;margin:0 auto";
const QUOTED: &str = "margin:1em 0;padding:0 1em;border-inline-start:3px solid #999";
const CODE: &str = "margin:1em 0;font-size:1.75em;font-weight:bold;letter-spacing:.05em";
const SMALL: &str = "margin-top:2em;font-size:.875em;color:#666";

impl Written {
    /// As text. Empty lines separate the parts.
    #[must_use]
    pub fn text(&self) -> String {
        let parts: Vec<String> = self.parts.iter().map(Part::text).collect();
        parts.join("\n\n") + "\n"
    }

    /// As HTML, without anything that a mail program would have to fetch.
    #[must_use]
    pub fn html(&self) -> String {
        let document = html! {
            (DOCTYPE)
            html lang=(self.lang) dir=(self.dir) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.subject) }
                }
                body style=(BODY) {
                    div style=(COLUMN) { @for part in &self.parts { (part.html()) "\n" } }
                }
            }
        };
        document.into_string()
    }
}

impl Part {
    fn text(&self) -> String {
        match self {
            Part::Line(line) => line.clone(),
            Part::Title { title, url, .. } => format!("    {title}\n    {url}"),
            Part::Names(names) => {
                let lines: Vec<String> = names.iter().map(|name| format!("    {name}")).collect();
                lines.join("\n")
            }
            Part::Code(code) => format!("    {code}"),
            // Alone on its line, so that no program takes what follows for a part of it.
            Part::Link(link) => link.clone(),
            Part::Because(why, None) => format!("--\n{why}"),
            Part::Because(why, Some((label, address))) => format!("--\n{why}\n{label}\n{address}"),
        }
    }

    fn html(&self) -> Markup {
        html! {
            @match self {
                Part::Line(line) => p { (line) },
                Part::Title { title, url, lang } => p style=(QUOTED) {
                    a href=(url) lang=(lang.as_str()) dir=(lang.direction().as_str()) { b { (title) } }
                },
                Part::Names(names) => p style=(QUOTED) {
                    @for (index, name) in names.iter().enumerate() { @if index > 0 { br; } bdi { (name) } }
                },
                Part::Code(code) => p style=(CODE) { bdo dir="ltr" { (code) } },
                Part::Link(link) => p { a href=(link) dir="ltr" { (link) } },
                Part::Because(why, privacy) => p style=(SMALL) {
                    (why) @if let Some((label, address)) = privacy { " " a href=(address) { (label) } }
                },
            }
        }
    }
}

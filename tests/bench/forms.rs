//! The measured pages: one and the same page, with the letter embedded in its middle in different forms.

use anyhow::{Context, Result};
use serde_json::Value;
use std::path::Path;

/// The measured letter, in the site.
pub const LETTER: &str = "letters/canada-artsakh-2023/letter.json";

/// How the letter is embedded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// By our script tag.
    OneTag,
    /// By the script tag of `plain/`, a widget with the same look, written by hand in JavaScript.
    Plain,
    /// As our element, with the letter's text inside.
    Element,
    /// As the published snippet, which has the letter's text inside.
    Snippet,
    /// As the letter's own page, written by `open-letter publish`.
    Page,
}

impl Form {
    pub const ALL: [Form; 5] = [Form::OneTag, Form::Plain, Form::Element, Form::Snippet, Form::Page];

    /// The name of the form and its page.
    pub fn name(self) -> &'static str {
        match self {
            Form::OneTag => "one-tag",
            Form::Plain => "plain",
            Form::Element => "element",
            Form::Snippet => "snippet",
            Form::Page => "page",
        }
    }

    /// The script whose request starts the form's own work.
    pub fn script(self) -> &'static str {
        match self {
            Form::OneTag | Form::Element | Form::Snippet | Form::Page => "open-letter.js",
            Form::Plain => "plain/plain.js",
        }
    }

    /// The page, with that letter and the widget's files at that origin.
    pub fn page(self, files: &str, site: &Path, letter: &str) -> Result<String> {
        let script = self.script();
        let probe = include_str!("probe.js").replace("{script}", script);
        let embedded = match self {
            Form::OneTag | Form::Plain => {
                format!("<script async crossorigin src=\"{files}/{script}\" data-letter=\"{files}/{letter}\"></script>")
            }
            Form::Element => {
                let text = text(&site.join(letter))?;
                format!(
                    "<script async crossorigin src=\"{files}/{script}\"></script>\
                     <open-letter src=\"{files}/{letter}\">{text}</open-letter>"
                )
            }
            Form::Snippet => {
                let folder = letter.trim_end_matches("letter.json");
                read(&site.join(folder).join("snippet.html"))?
                    .replace("\"../../", &format!("\"{files}/"))
                    .replace("\"letter.json\"", &format!("\"{files}/{letter}\""))
            }
            Form::Page => {
                let folder = letter.trim_end_matches("letter.json");
                let page = read(&site.join(folder).join("index.html"))?;
                let head = format!("<head><base href=\"{files}/{folder}\"><script>{probe}</script>");
                return Ok(page.replacen("<head>", &head, 1));
            }
        };
        Ok(include_str!("page.html").replace("{probe}", &probe).replace("{embedded}", &embedded))
    }
}

/// The letter's text, as a partner's page has it for readers without scripts.
fn text(letter: &Path) -> Result<String> {
    let letter: Value = serde_json::from_str(&read(letter)?)?;
    let mut html = format!("<h2>{}</h2>", plain_text(&letter["title"]));
    for field in ["summary", "salutation", "body", "closing"] {
        let blocks = letter[field].as_array().map_or(std::slice::from_ref(&letter[field]), Vec::as_slice);
        for text in blocks.iter().map(plain_text).filter(|text| !text.is_empty()) {
            html.extend(["<p>", &text, "</p>"]);
        }
    }
    Ok(html)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("can't read {}: `make bench` publishes it", path.display()))
}

/// All text in a block of the letter, as HTML.
fn plain_text(block: &Value) -> String {
    match block {
        Value::String(text) => text.replace('&', "&amp;").replace('<', "&lt;"),
        Value::Array(parts) => parts.iter().map(plain_text).collect(),
        Value::Object(parts) => {
            parts.iter().filter(|(key, _)| *key != "link").map(|(_, part)| plain_text(part)).collect()
        }
        _ => String::new(),
    }
}

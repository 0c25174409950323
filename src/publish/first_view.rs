//! `letter.view.json`: the letter as it is before the engine runs. See `docs/reference.md`.

use crate::files::site::File;
use crate::language::{Language, fill};
use crate::model::{Date, Letter, SignForm, Translation};
use crate::source::letter_folder::Source;
use crate::source::text::Text;
use crate::view;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use serde_json::Value;

/// The version of the format. The loader ignores others.
const VERSION: u8 = 1;

/// The largest file that the loader reads, and the most nodes in it.
const BYTES: usize = 2_000_000;
const NODES: usize = 20_000;

#[derive(Serialize)]
struct Document<'s> {
    view: u8,
    id: &'s str,
    lang: &'s str,
    languages: Vec<Offered>,
    updated: &'s str,
    status: &'static str,
    /// Whether the widget can sign in place: a click on the link waits for its engine.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    form: bool,
    /// The day from which the count is, in words, for pages where the engine can't run.
    #[serde(skip_serializing_if = "Option::is_none")]
    dated: Option<String>,
    /// `None` if it is too large.
    tree: Option<Value>,
}

/// A language of the letter. Addresses are relative to the file's.
#[derive(Serialize)]
struct Offered {
    lang: String,
    src: String,
    /// Its page.
    page: String,
}

/// The first view of one text. `updated` is when the count last changed, from `count.json`.
#[must_use]
pub fn file(text: &Text, source: &Source, updated: &str) -> File {
    let Letter { lang, translations, status, .. } = &text.letter;
    let language = |translation: &Translation| {
        let of = source.texts.iter().find(|text| text.file == translation.src.as_str());
        let page = of.map(Text::folder).filter(|folder| !folder.is_empty()).unwrap_or_else(|| "./".into());
        Offered { lang: translation.lang.as_str().into(), src: translation.src.as_str().into(), page }
    };
    let mut document = Document {
        view: VERSION,
        id: &source.id,
        lang: lang.as_str(),
        languages: translations.iter().map(language).collect(),
        updated,
        status: status.as_str(),
        form: text.letter.sign.as_ref().and_then(|sign| sign.form.as_ref()).is_some_and(SignForm::is_for_widget),
        dated: text.letter.count().and_then(|_| dated(updated, &Language::new(lang))),
        tree: Some(view::first_view(&text.letter)),
    };
    let mut bytes = serde_json::to_vec(&document).unwrap_or_default();
    if bytes.len() > BYTES || document.tree.as_ref().is_some_and(|tree| nodes(tree) > NODES) {
        document.tree = None;
        bytes = serde_json::to_vec(&document).unwrap_or_default();
    }
    File { path: format!("letters/{}/{}", source.id, name(&text.file)), bytes }
}

/// The name beside that of a letter: `letter.fr.view.json` for `letter.fr.json`.
fn name(letter: &str) -> String {
    format!("{}.view.json", letter.strip_suffix(".json").unwrap_or(letter))
}

fn dated(updated: &str, language: &Language) -> Option<String> {
    let day = updated.parse::<Timestamp>().ok()?.to_zoned(TimeZone::UTC).date();
    let date = Date::parse(&day.to_string())?;
    Some(fill(language.texts.stale, "time", &language.date(date)))
}

fn nodes(tree: &Value) -> usize {
    1 + tree.as_array().map_or(0, |items| items.iter().skip(2).map(nodes).sum())
}

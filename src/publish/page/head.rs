//! The head of a letter's page: data for browsers, search engines and previews.

use super::json_ld;
use super::mark::GENERATOR;
use super::oembed;
use super::page::Page;
use crate::language::Language;
use crate::model::{Block, Letter};
use crate::source::scripts;
use crate::source::text::Text;
use maud::{Markup, html};

/// The beginning of every page.
pub fn opening(title: &str) -> Markup {
    html! {
        meta charset="utf-8";
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="generator" content=(GENERATOR);
        meta name="color-scheme" content="light dark";
        title { (title) }
        link rel="icon" href="data:,";
    }
}

/// The rest of the head of a letter's page.
pub fn head(page: &Page) -> Markup {
    let letter = page.letter;
    let description = description(letter);
    let image = letter.image.as_ref().map(|image| page.place.whole_link(image.as_str()));
    let image = image.filter(|image| image.starts_with("http"));
    let address = page.address();
    let feed = Language::new(&letter.lang).pages().feed.replace("{title}", &letter.title);
    html! {
        @if !description.is_empty() { meta name="description" content=(description); }
        @if let Some(address) = &address { link rel="canonical" href=(address); }
        @for (lang, href) in alternates(page) { link rel="alternate" hreflang=(lang) href=(href); }
        @if !page.source.latest.is_empty() {
            link rel="alternate" type="application/atom+xml" title=(feed) href=(page.place.to("feed.xml"));
        }
        link rel="alternate" type="application/json" href=(page.place.to(page.file));
        @if let Some(oembed) = oembed::address(page) {
            link rel="alternate" type="application/json+oembed" title=(letter.title) href=(oembed);
        }
        meta property="og:type" content="article";
        meta property="og:title" content=(letter.title);
        @if !description.is_empty() { meta property="og:description" content=(description); }
        @if let Some(address) = &address { meta property="og:url" content=(address); }
        @if let Some(image) = &image { meta property="og:image" content=(image); }
        @if let Some(locale) = open_graph_locale(letter.lang.as_str()) { meta property="og:locale" content=(locale); }
        @if let Some(date) = letter.date { meta property="article:published_time" content=(date.to_iso()); }
        meta name="twitter:card" content=(if image.is_some() { "summary_large_image" } else { "summary" });
        (json_ld::script(page, &description, address.as_deref(), image.as_deref()))
    }
}

/// The page of each translation by language, and the letter's own page for all other languages.
fn alternates(page: &Page) -> Vec<(String, String)> {
    let texts = &page.source.texts;
    if texts.len() < 2 {
        return Vec::new();
    }
    let seen = |text: &Text| page.of(text).address().unwrap_or_else(|| page.place.to(&text.folder()));
    let all = texts.iter().map(|text| (text.letter.lang.as_str().to_string(), seen(text)));
    all.chain([("x-default".to_string(), seen(&texts[0]))]).collect()
}

/// A description of the letter, one paragraph as long as previews show: the summary, or the beginning of the text.
fn description(letter: &Letter) -> String {
    const MOST: usize = 300;
    let first = letter.body.iter().find_map(|block| match block {
        Block::Paragraph(text) => Some(text.plain()),
        _ => None,
    });
    let text = letter.summary.clone().or(first).unwrap_or_default();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = text.char_indices().nth(MOST) else { return text };
    // Not all languages have spaces between their words.
    let cut = text[..end].rfind(' ').filter(|space| *space > end / 2).unwrap_or(end);
    [&text[..cut], "…"].concat()
}

/// The language with a country, in Open Graph's notation: `fr_CA`; `en_US` for plain `en`.
fn open_graph_locale(tag: &str) -> Option<String> {
    let identifier = scripts::likely(tag)?;
    Some(format!("{}_{}", identifier.language, identifier.region?))
}

#[cfg(test)]
mod tests {
    use super::open_graph_locale;

    #[test]
    fn open_graph_gets_a_country() {
        for (tag, locale) in
            [("en", "en_US"), ("fr-CA", "fr_CA"), ("hy", "hy_AM"), ("ar", "ar_EG"), ("zh-Hant", "zh_TW")]
        {
            assert_eq!(open_graph_locale(tag).as_deref(), Some(locale));
        }
        assert_eq!(open_graph_locale("tlh"), None);
    }
}

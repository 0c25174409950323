//! `oembed.json` (<https://oembed.com/>, 2.3.4.4): who pastes the address of a letter's page into an editor that asks
//! for it gets the letter in a frame. The page's head names the file.

use super::page::Page;
use super::snippet::frame_address;
use crate::files::site::File;
use maud::html;
use serde_json::json;

/// The size that is asked for, in CSS pixels. `WordPress` gives frames at most 1,000.
const SIZE: (u32, u32) = (600, 1000);

/// The name of a text's file in the letter's folder: `oembed.json`, `oembed.fr.json`.
pub fn path(page: &Page) -> String {
    let tag = page.place.folder.trim_end_matches('/');
    if tag.is_empty() { "oembed.json".to_string() } else { format!("oembed.{tag}.json") }
}

/// The full address of that file, if the site's is known: others can't use another.
pub fn address(page: &Page) -> Option<String> {
    page.place.absolute(&path(page))
}

/// The file, if the site's address is known.
pub fn file(page: &Page) -> Option<File> {
    let base = page.facts.base.as_deref()?;
    let (own_page, title, (width, height)) = (page.address()?, page.letter.title.as_str(), SIZE);
    // In WordPress, the quotation stays until the frame says how high it is, and in feeds.
    let html = html! {
        blockquote { a href=(own_page) { (title) } }
        iframe src=(frame_address(page, None)) title=(title) width=(width) height=(height) {}
    };
    let document = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": base.split("://").nth(1).unwrap_or(base).trim_end_matches('/'),
        "provider_url": base,
        "cache_age": 3600,
        "width": width,
        "height": height,
        "html": html.into_string(),
    });
    Some(File { path: path(page), bytes: crate::files::json::pretty(&document) })
}

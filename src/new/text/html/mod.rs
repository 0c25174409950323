//! Reads a web page, or what a word processor saved as one.

mod comments;
mod elements;
mod inline;
mod lists;
mod looks;
mod notes;
mod reader;
mod role;
mod sheet;
mod tables;
mod word;
mod words;

use super::document::{Document, Style};
use crate::source::encoding;
use anyhow::{Result, bail};
use comments::Comments;
use encoding_rs::Encoding;
use html5ever::ParseOpts;
use html5ever::tendril::TendrilSink;
use notes::Notes;
use reader::Reader;
use scraper::{ElementRef, Html, HtmlTreeSink, Selector};
use sheet::Sheet;

/// The deepest nesting that is read. Pages have some forty levels.
const DEPTH: usize = 400;
/// The bytes between two looks at the nesting.
const PIECE: usize = 8192;

/// The bytes of a page as text, by the encoding that the page names.
///
/// # Errors
/// If it names none, and nothing else says it.
pub fn decode(bytes: &[u8], given: Option<&str>) -> Result<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let named = head.split("charset").nth(1).map(|rest| {
        let rest = rest.trim_start_matches([' ', '=', '"', '\'']);
        rest.split(|char: char| !(char.is_ascii_alphanumeric() || "-_:.".contains(char))).next().unwrap_or_default()
    });
    let named =
        named.filter(|name| Encoding::for_label(name.as_bytes()).is_some() && Encoding::for_bom(bytes).is_none());
    Ok(encoding::decode_text(bytes, given.or(named)).or_else(|_| encoding::decode_text(bytes, given))?.text)
}

/// Reads a page.
///
/// # Errors
/// If it is nested too deeply.
pub fn read(text: &str) -> Result<Document> {
    read_with(text, false)
}

/// Reads a page that was made of a text with lines, and keeps in mind where these end.
///
/// # Errors
/// If it is nested too deeply.
pub fn read_lines(text: &str) -> Result<Document> {
    read_with(text, true)
}

fn read_with(text: &str, keeps_lines: bool) -> Result<Document> {
    let Some(html) = parse(text).filter(|html| !is_deep(html.root_element())) else {
        bail!("is nested too deeply: copy its text into a new document");
    };
    let root = html.root_element();
    let comments = Comments::of(&html);
    let count = comments.count;
    let sheet = Sheet::of(&html);
    let mut reader = Reader::new(Notes::of(&html, &comments), comments, sheet);
    reader.keeps_lines = keeps_lines;
    reader.document.lang = root.attr("lang").or_else(|| root.attr("xml:lang")).map(str::to_string);
    let content = content(&html).unwrap_or(root);
    if content.value().name() != "body" && content != root {
        reader.document.losses.add_overall("what is around the main text of the page", vec![]);
    }
    let blocks = reader.blocks(content, &Style::default());
    reader.document.blocks = blocks;
    reader.document.losses.of_changes(0, 0, count);
    Ok(reader.document)
}

/// The element with the text: the one that the page names as its main part, else its body.
fn content(html: &Html) -> Option<ElementRef<'_>> {
    let only = |selector: &str| {
        let selector = Selector::parse(selector).ok()?;
        let mut found = html.select(&selector);
        found.next().filter(|_| found.next().is_none())
    };
    only("main").or_else(|| only("article")).or_else(|| only("body"))
}

/// Parses a page. Over deep nesting, the parser takes the square of the time: it looks through all open elements. `None`,
/// as soon as the nesting is too deep.
fn parse(text: &str) -> Option<Html> {
    let mut parser = html5ever::parse_document(HtmlTreeSink::new(Html::new_document()), ParseOpts::default());
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE));
        parser.process(piece.into());
        let html = parser.tokenizer.sink.sink.0.borrow();
        if html.tree.nodes().next_back().is_some_and(|last| last.ancestors().count() > DEPTH) {
            return None;
        }
        rest = after;
    }
    Some(parser.finish())
}

fn is_deep(root: ElementRef) -> bool {
    let mut open: Vec<(ElementRef, usize)> = vec![(root, 0)];
    while let Some((element, depth)) = open.pop() {
        if depth > DEPTH {
            return true;
        }
        open.extend(element.child_elements().map(|child| (child, depth + 1)));
    }
    false
}

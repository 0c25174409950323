//! Reads a web page, or what a word processor saved as one.

mod looks;
mod notes;
mod tables;
mod word;

use super::document::{Block, Document, Line, List, Piece, Style};
use super::flow::Flow;
use super::signs;
use crate::source::encoding;
use anyhow::{Result, bail};
use encoding_rs::Encoding;
use looks::Looks;
use notes::Notes;
use scraper::{ElementRef, Html, Node, Selector};

/// The deepest nesting that is read. Pages have some forty levels.
const DEPTH: usize = 400;

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
    Ok(encoding::decode(bytes, given.or(named)).or_else(|_| encoding::decode(bytes, given))?.text)
}

/// Reads a page.
///
/// # Errors
/// If it is nested too deeply.
pub fn read(text: &str) -> Result<Document> {
    let html = Html::parse_document(text);
    let root = html.root_element();
    if is_deep(root) {
        bail!("is nested too deeply: copy its text into a new document");
    }
    let mut reader =
        Reader { document: Document::default(), notes: Notes::of(&html), role: Role::Text, is_as_typed: false };
    reader.document.lang = root.attr("lang").or_else(|| root.attr("xml:lang")).map(str::to_string);
    let content = content(&html).unwrap_or(root);
    if content.value().name() != "body" && content != root {
        reader.document.losses.add_overall("what is around the main text of the page", vec![]);
    }
    let blocks = reader.blocks(content, &Style::default());
    reader.document.blocks = blocks;
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

/// What the paragraph that is read will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Text,
    Heading(u8),
    Quote,
    /// An item at that depth, with that number.
    Item(usize, Option<u64>),
}

struct Reader<'h> {
    document: Document,
    notes: Notes<'h>,
    role: Role,
    /// Whether line breaks are as typed.
    is_as_typed: bool,
}

/// Blocks, and the line that is not yet one.
#[derive(Default)]
struct Out {
    flow: Flow,
    line: Line,
}

impl<'h> Reader<'h> {
    /// The blocks in an element.
    fn blocks(&mut self, element: ElementRef<'h>, style: &Style) -> Vec<Block> {
        let role = std::mem::replace(&mut self.role, Role::Text);
        let mut out = Out::default();
        self.fill(element, style, &mut out);
        self.end(&mut out);
        self.role = role;
        out.flow.finish()
    }

    /// Ends the line.
    fn end(&mut self, out: &mut Out) {
        let line = std::mem::take(&mut out.line).trimmed();
        self.document.losses.end(&line.plain());
        if signs::is_drawn(&line.plain()) {
            out.flow.block(Block::Rule);
        } else if !line.is_blank() {
            match self.role {
                Role::Text => out.flow.block(Block::Paragraph(line)),
                Role::Heading(level) => {
                    let line = if line.is_strong() { line.without_strong() } else { line };
                    out.flow.block(Block::Heading(level, line));
                }
                Role::Quote => out.flow.quote(line),
                Role::Item(depth, number) => out.flow.item(depth, number, line),
            }
        }
    }

    fn fill(&mut self, parent: ElementRef<'h>, style: &Style, out: &mut Out) {
        for node in parent.children() {
            if let Node::Text(text) = node.value() {
                self.text(text, style, out);
            } else if let Some(element) = ElementRef::wrap(node) {
                self.element(element, style, out);
            }
        }
    }

    fn text(&mut self, text: &str, style: &Style, out: &mut Out) {
        if !self.is_as_typed {
            out.line.push(&signs::collapsed(text, &out.line), style);
            return;
        }
        for (at, line) in text.trim_matches('\n').split('\n').enumerate() {
            if at > 0 {
                out.line.0.push(Piece::Break);
            }
            out.line.push(line, style);
        }
    }

    fn element(&mut self, element: ElementRef<'h>, style: &Style, out: &mut Out) {
        let looks = Looks::of(element);
        if looks.is_hidden || self.notes.is_note(element) || self.notes.is_mark(element) {
            return;
        }
        if let Some(note) = self.notes.referred(element) {
            let index = self.note(note);
            out.line.0.push(Piece::Note(index));
            return;
        }
        let style = looks.applied(style);
        let name = element.value().name();
        match name {
            "script" | "style" | "template" | "noscript" | "head" | "title" | "nav" | "xml" | "select" | "datalist"
            | "textarea" | "input" | "button" | "wbr" => {}
            "br" => out.line.0.push(Piece::Break),
            "hr" => {
                self.end(out);
                out.flow.block(Block::Rule);
            }
            "img" | "svg" | "picture" | "video" | "audio" | "canvas" | "iframe" | "object" | "embed" | "math" => {
                self.picture(element);
            }
            "ul" | "ol" => self.list(element, &style, out),
            "table" => self.table(element, &style, out),
            "blockquote" => {
                self.end(out);
                let blocks = self.blocks(element, &style);
                out.flow.block(Block::Quote(blocks));
            }
            "rt" | "rp" => {
                self.document.losses.add("small signs beside words that say how to read them", vec![]);
            }
            "del" => {
                self.document.losses.add("words marked as deleted", vec![tables::words(element)]);
            }
            _ if is_block(name) => self.block(element, &style, out),
            _ => self.inline(element, &looks, &style, out),
        }
    }

    fn inline(&mut self, element: ElementRef<'h>, looks: &Looks, style: &Style, out: &mut Out) {
        let name = element.value().name();
        if !tables::words(element).is_empty() && style.link.is_none() {
            for look in looks.lost(name) {
                self.document.losses.add(look, vec![]);
            }
        }
        let is_simple = element.child_elements().next().is_none();
        let small = match (name, looks.position) {
            _ if !is_simple => None,
            ("sup", _) | (_, Some("super")) => signs::raised(&tables::words(element)),
            ("sub", _) | (_, Some("sub")) => signs::lowered(&tables::words(element)),
            _ => None,
        };
        if let Some(small) = small {
            out.line.push(&small, style);
            return;
        }
        if name == "q" {
            out.line.push("“", style);
        }
        if let (Some(address), true) = (element.attr("href"), name == "a") {
            let fits = signs::is_link(address);
            if !fits && !address.starts_with('#') {
                self.document.losses.add(format!("a link to {address}, which leads to no page of the web"), vec![]);
            }
            let link = fits.then(|| address.trim().to_string());
            self.fill(element, &Style { link, ..style.clone() }, out);
        } else {
            self.fill(element, style, out);
        }
        if name == "q" {
            out.line.push("”", style);
        }
    }

    fn block(&mut self, element: ElementRef<'h>, style: &Style, out: &mut Out) {
        self.end(out);
        let (role, is_as_typed) = (self.role, self.is_as_typed);
        let name = element.value().name();
        self.is_as_typed |= name == "pre";
        if let Some(own) = word::role(element) {
            self.role = own;
        } else if let Some(level) = name.strip_prefix('h').and_then(|level| level.parse().ok()) {
            self.role = Role::Heading(level);
        }
        self.fill(element, style, out);
        self.end(out);
        (self.role, self.is_as_typed) = (role, is_as_typed);
    }

    fn list(&mut self, element: ElementRef<'h>, style: &Style, out: &mut Out) {
        self.end(out);
        let number = |element: ElementRef, name| element.attr(name).and_then(|value| value.parse::<u64>().ok());
        let is_ordered = element.value().name() == "ol";
        let mut list = List { start: is_ordered.then(|| number(element, "start").unwrap_or(1)), items: Vec::new() };
        if is_ordered && matches!(element.attr("type"), Some("a" | "A" | "i" | "I")) {
            let shown = element.attr("type").unwrap_or_default();
            let what = format!("letters and the like as the numbers of a list, such as {shown}");
            self.document.losses.add_between(what, vec![]);
        }
        for child in element.child_elements() {
            if self.notes.is_note(child) {
                continue;
            }
            let blocks = self.blocks(child, style);
            match (child.value().name(), list.items.last_mut()) {
                // A list right in a list, as some editors write it, belongs to the item before.
                ("ul" | "ol", Some(item)) => item.extend(blocks),
                _ if blocks.is_empty() => {}
                _ => {
                    if let (true, Some(value)) = (list.items.is_empty() && is_ordered, number(child, "value")) {
                        list.start = Some(value);
                    }
                    list.items.push(blocks);
                }
            }
        }
        if !list.items.is_empty() {
            out.flow.block(Block::List(list));
        }
    }

    fn note(&mut self, note: usize) -> usize {
        if let Some(index) = self.notes.numbered(note) {
            return index;
        }
        let index = self.document.notes.len();
        self.document.notes.push(Vec::new());
        let block = self.notes.number(note, index);
        self.document.notes[index] = self.blocks(block, &Style::default());
        index
    }

    fn picture(&mut self, element: ElementRef) {
        let name = element.value().name();
        let about = element.attr("alt").or_else(|| element.attr("title")).filter(|text| !text.trim().is_empty());
        let words = about.map(str::to_string).or_else(|| Some(tables::words(element)).filter(|text| !text.is_empty()));
        let what = match name {
            "img" | "svg" | "picture" | "canvas" => "an image",
            "math" => "an equation",
            "video" | "audio" => "a recording",
            _ => "a part from elsewhere",
        };
        self.document.losses.add(what, words.into_iter().collect());
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "html"
            | "body"
            | "p"
            | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "aside"
            | "address"
            | "center"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "pre"
            | "figure"
            | "figcaption"
            | "details"
            | "summary"
            | "form"
            | "fieldset"
            | "legend"
            | "hgroup"
            | "dialog"
            | "menu"
            | "tr"
            | "td"
            | "th"
    )
}

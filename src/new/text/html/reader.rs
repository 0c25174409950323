//! Reads the elements of a page into blocks.

use super::elements::is_block;
use super::looks::Looks;
use super::notes::Notes;
use super::role::Role;
use super::word;
use super::words::words;
use crate::new::text::document::{Block, Document, Line, Piece, Style};
use crate::new::text::flow::Flow;
use crate::new::text::signs;
use scraper::{ElementRef, Node};

/// Reads the elements of a page.
pub struct Reader<'h> {
    /// What was read so far.
    pub document: Document,
    pub(super) notes: Notes<'h>,
    role: Role,
    /// Whether line breaks are as typed.
    is_as_typed: bool,
}

/// Blocks, and the line that is not yet one.
#[derive(Default)]
pub struct Out {
    /// The blocks.
    pub flow: Flow,
    /// The line.
    pub line: Line,
}

impl<'h> Reader<'h> {
    /// Begins to read a page with these notes.
    #[must_use]
    pub fn new(notes: Notes<'h>) -> Self {
        Reader { document: Document::default(), notes, role: Role::Text, is_as_typed: false }
    }

    /// The blocks in an element.
    pub fn blocks(&mut self, element: ElementRef<'h>, style: &Style) -> Vec<Block> {
        let role = std::mem::replace(&mut self.role, Role::Text);
        let mut out = Out::default();
        self.fill(element, style, &mut out);
        self.end(&mut out);
        self.role = role;
        out.flow.finish()
    }

    /// Ends the line.
    pub fn end(&mut self, out: &mut Out) {
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

    /// Reads what is in an element.
    pub fn fill(&mut self, parent: ElementRef<'h>, style: &Style, out: &mut Out) {
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
                self.document.losses.add("pronunciation marks (ruby)", vec![]);
            }
            "del" => {
                self.document.losses.add("words marked as deleted", vec![words(element)]);
            }
            _ if is_block(name) => self.block(element, &style, out),
            _ => self.inline(element, &looks, &style, out),
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
        let words = about.map(str::to_string).or_else(|| Some(words(element)).filter(|text| !text.is_empty()));
        let what = match name {
            "img" | "svg" | "picture" | "canvas" => "an image",
            "math" => "an equation",
            "video" | "audio" => "a recording",
            _ => "a part from elsewhere",
        };
        self.document.losses.add(what, words.into_iter().collect());
    }
}

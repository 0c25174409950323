//! The paragraphs of a Word document.

use super::super::document::{Block, Document, Line, Piece};
use super::super::flow::Flow;
use super::super::signs;
use super::super::xml::{attribute, child, value};
use super::numbering::{Mark, Numbering};
use super::parts::Rels;
use super::styles::{Role, Style, Styles};
use roxmltree::Node;
use std::collections::HashMap;

/// Reads blocks.
pub struct Reader<'d> {
    pub(super) styles: &'d Styles,
    numbering: Numbering,
    notes: HashMap<(&'static str, String), Node<'d, 'd>>,
    notes_rels: HashMap<&'static str, &'d Rels>,
    /// The index of each note that the text refers to.
    pub(super) numbered: HashMap<(&'static str, String), usize>,
    pub(super) rels: &'d Rels,
    pub(super) document: Document,
    /// The fields that are open: their instruction, and whether their result has begun.
    pub(super) fields: Vec<(String, bool)>,
    /// The words of a paragraph whose end was deleted.
    joined: Line,
    /// Whether the paragraph has a line across.
    pub(super) has_rule: bool,
    pub(super) counts: Counts,
}

/// What is told once for the whole text.
#[derive(Debug, Default)]
pub struct Counts {
    /// Tracked insertions.
    pub inserted: usize,
    /// Tracked deletions.
    pub deleted: usize,
    /// Comments.
    pub comments: usize,
}

impl<'d> Reader<'d> {
    /// Begins.
    pub fn new(styles: &'d Styles, numbering: Numbering) -> Self {
        static NONE: std::sync::LazyLock<Rels> = std::sync::LazyLock::new(Rels::new);
        Reader {
            styles,
            numbering,
            notes: HashMap::new(),
            notes_rels: HashMap::new(),
            numbered: HashMap::new(),
            rels: &NONE,
            document: Document::default(),
            fields: Vec::new(),
            joined: Line::default(),
            has_rule: false,
            counts: Counts::default(),
        }
    }

    /// Adds the part with the notes of that kind.
    pub fn has_notes(&mut self, kind: &'static str, part: &'d roxmltree::Document<'d>, rels: &'d Rels) {
        let notes = part.root_element().children().filter(|node| node.tag_name().name() == kind);
        self.notes.extend(notes.filter_map(|node| Some(((kind, attribute(node, "id")?.to_string()), node))));
        self.notes_rels.insert(kind, rels);
    }

    /// Reads the text.
    pub fn read(mut self, body: Node<'d, 'd>, rels: &'d Rels) -> Document {
        self.rels = rels;
        self.document.blocks = self.blocks(body);
        let Counts { inserted, deleted, comments } = self.counts;
        self.document.losses.of_changes(inserted, deleted, comments);
        self.document
    }

    fn blocks(&mut self, parent: Node<'d, 'd>) -> Vec<Block> {
        let mut flow = Flow::default();
        self.flow(parent, &mut flow);
        flow.finish()
    }

    /// The index of a note, which is read when the text first refers to it.
    pub(super) fn note(&mut self, kind: &'static str, id: &str) -> Option<usize> {
        if let Some(index) = self.numbered.get(&(kind, id.to_string())) {
            return Some(*index);
        }
        let node = *self.notes.get(&(kind, id.to_string()))?;
        let index = self.document.notes.len();
        self.numbered.insert((kind, id.to_string()), index);
        self.document.notes.push(Vec::new());
        let own_rels = *self.notes_rels.get(kind)?;
        let rels = std::mem::replace(&mut self.rels, own_rels);
        let (fields, joined) = (std::mem::take(&mut self.fields), std::mem::take(&mut self.joined));
        self.document.notes[index] = self.blocks(node);
        (self.rels, self.fields, self.joined) = (rels, fields, joined);
        Some(index)
    }

    fn flow(&mut self, parent: Node<'d, 'd>, flow: &mut Flow) {
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "p" => self.paragraph(node, flow),
                "tbl" => self.table(node, flow),
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" | "AlternateContent" | "Choice" => {
                    self.flow(node, flow);
                }
                "oMathPara" | "oMath" => self.document.losses.add_between("an equation", vec![words(node)]),
                "altChunk" => self.document.losses.add_between("content of another document", vec![]),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: Node<'d, 'd>, flow: &mut Flow) {
        let properties = child(node, "pPr");
        let style = self.styles.of_paragraph(properties.and_then(|node| value(node, "pStyle"))).clone();
        let mut line = std::mem::take(&mut self.joined);
        self.has_rule = false;
        self.inline(node, &mut line);
        let marks = properties.and_then(|node| child(node, "rPr"));
        if marks.is_some_and(|marks| child(marks, "del").is_some() || child(marks, "moveFrom").is_some()) {
            // Its end was deleted, so the next paragraph goes on here.
            self.joined = line;
            return;
        }
        let line = line.trimmed();
        let mark = self.mark(properties, &style, line.is_blank());
        let is_rule = self.has_rule || line.is_blank() && properties.and_then(|node| child(node, "pBdr")).is_some();
        self.document.losses.end(&line.plain());
        if line.is_blank() || signs::is_drawn(&line.plain()) {
            if is_rule || signs::is_drawn(&line.plain()) {
                flow.block(Block::Rule);
            }
            return;
        }
        let outline =
            properties.and_then(|node| value(node, "outlineLvl")?.parse::<u8>().ok()).filter(|level| *level < 9);
        let role = match outline {
            Some(level) if style.role == Role::Text => Role::Heading(level + 1),
            _ => style.role,
        };
        match role {
            Role::Contents => self.document.losses.add_between("the table of contents", vec![]),
            Role::Title => flow.block(Block::Heading(0, heading(line, mark.as_ref()))),
            Role::Heading(level) => flow.block(Block::Heading(level, heading(line, mark.as_ref()))),
            _ if mark.as_ref().is_some_and(Mark::has_words) => {
                flow.block(Block::Paragraph(labelled(line, mark.as_ref())));
            }
            // A bullet that nobody sees continues the item before.
            _ if mark.as_ref().is_some_and(Mark::is_invisible) => flow.within(Block::Paragraph(line)),
            _ if mark.is_some() => {
                let mark = mark.unwrap_or(Mark { number: None, label: String::new() });
                if !mark.is_plain() {
                    let what = format!("list numbers that are not digits, such as {}", mark.label.trim());
                    self.document.losses.add_between(what, vec![]);
                }
                flow.item(style.depth.max(level(properties, &style)), mark.number, line);
            }
            Role::Quote => flow.quote(line),
            Role::Continued => flow.within(Block::Paragraph(line)),
            Role::Text => flow.block(Block::Paragraph(line)),
        }
    }

    /// The mark of a paragraph in a list. An empty paragraph is not counted.
    fn mark(&mut self, properties: Option<Node>, style: &Style, is_blank: bool) -> Option<Mark> {
        let own = properties.and_then(|node| child(node, "numPr"));
        let id = own.and_then(|node| value(node, "numId")).or(style.list.as_ref().map(|(id, _)| id.as_str()))?;
        if is_blank || id == "0" {
            return None;
        }
        self.numbering.next(id, level(properties, style))
    }

    /// A table of one column is a frame around paragraphs. Others have no place in a letter.
    fn table(&mut self, node: Node<'d, 'd>, flow: &mut Flow) {
        let is = |name: &'static str| move |node: &Node<'d, 'd>| node.tag_name().name() == name;
        let rows: Vec<Node> = node.children().filter(is("tr")).collect();
        let cells = |row: &Node<'d, 'd>| row.children().filter(is("tc")).collect::<Vec<_>>();
        if rows.iter().all(|row| cells(row).len() < 2) {
            for cell in rows.iter().flat_map(cells) {
                self.flow(cell, flow);
            }
            return;
        }
        let row = |row: &Node<'d, 'd>| cells(row).into_iter().map(words).collect::<Vec<_>>().join(" | ");
        let shown: Vec<String> = rows.iter().map(row).collect();
        self.document.losses.add_between(format!("a table of {} rows", rows.len()), shown);
    }
}

/// The level of a paragraph in its list.
fn level(properties: Option<Node>, style: &Style) -> usize {
    let own = properties.and_then(|node| value(child(node, "numPr")?, "ilvl")?.parse().ok());
    own.or_else(|| style.list.as_ref()?.1).unwrap_or_default().min(8)
}

/// A heading: strong as a whole by its style, and with the number that Word shows before it.
fn heading(line: Line, mark: Option<&Mark>) -> Line {
    let line = if line.is_strong() { line.without_strong() } else { line };
    labelled(line, mark)
}

fn labelled(line: Line, mark: Option<&Mark>) -> Line {
    let Some(mark) = mark.filter(|mark| mark.number.is_some()) else { return line };
    let mut labelled = Line::of(&format!("{} ", mark.label.trim()));
    labelled.append(line);
    labelled
}

/// All words below a node, for a report.
#[must_use]
pub fn words(node: Node) -> String {
    fn collect(node: Node, text: &mut String) {
        for node in node.children() {
            match node.tag_name().name() {
                "t" => text.push_str(node.text().unwrap_or_default()),
                "delText" | "instrText" | "Fallback" | "del" | "moveFrom" => {}
                "tab" | "br" | "cr" => text.push(' '),
                "p" => {
                    collect(node, text);
                    text.push(' ');
                }
                _ => collect(node, text),
            }
        }
    }
    let mut text = String::new();
    collect(node, &mut text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Reader<'_> {
    /// Whether the words belong to what a field shows, not to its instruction.
    pub(super) fn is_shown(&self) -> bool {
        self.fields.iter().all(|(_, shown)| *shown)
    }

    /// Adds a reference to a note.
    pub(super) fn refer(&mut self, kind: &'static str, id: Option<&str>, line: &mut Line) {
        if let Some(index) = id.and_then(|id| self.note(kind, id)) {
            line.0.push(Piece::Note(index));
        }
    }
}

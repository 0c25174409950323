//! Reads an `OpenDocument` text (ISO/IEC 26300), as `LibreOffice` writes it.

mod inline;
mod styles;

use super::document::{Block, Document, Line};
use super::flow::Flow;
use super::signs;
use super::xml::{self, attribute, child};
use crate::files::archive::Archive;
use anyhow::{Context, Result, bail};
use roxmltree::Node;
use std::collections::HashMap;
use styles::{Role, Styles};

/// Reads the document.
///
/// # Errors
/// If it is encrypted, or a part of it is missing or damaged.
pub fn read(archive: &mut Archive) -> Result<Document> {
    if archive.text("META-INF/manifest.xml")?.is_some_and(|text| text.contains("encryption-data")) {
        bail!("is protected by a password: open it, and save it without one");
    }
    let content = archive.text("content.xml")?.context("has no text in it: open it, and save it again as .odt")?;
    let styles = archive.text("styles.xml")?.unwrap_or_default();
    let content = xml::parse(&content, "content.xml")?;
    let common = if styles.is_empty() { None } else { Some(xml::parse(&styles, "styles.xml")?) };
    let body = child(content.root_element(), "body").and_then(|body| child(body, "text"));
    let body = body.context("is not a text: save the letter as .odt or .docx")?;
    let mut styles = Styles::default();
    for document in common.iter().chain([&content]) {
        styles.add(document.root_element());
    }
    let mut reader = Reader { styles: &styles, document: Document::default(), counted: HashMap::new(), comments: 0 };
    let mut flow = Flow::default();
    reader.flow(body, &mut flow);
    reader.document.blocks = flow.finish();
    let Reader { mut document, comments, .. } = reader;
    document.lang.clone_from(&styles.lang);
    let deleted = body.descendants().filter(|node| node.tag_name().name() == "deletion").count();
    let inserted = body.descendants().filter(|node| node.tag_name().name() == "insertion").count();
    document.losses.of_changes(inserted, deleted, comments);
    for part in common.iter().flat_map(|document| document.descendants()) {
        let name = part.tag_name().name();
        let words = if matches!(name, "header" | "footer") { inline::words(part) } else { String::new() };
        // The number of a page is no word.
        if words.contains(char::is_alphabetic) {
            document.losses.add_overall(format!("the {name} of its pages"), vec![words]);
        }
    }
    Ok(document)
}

struct Reader<'d> {
    styles: &'d Styles,
    document: Document,
    /// The last number of each list style and level.
    counted: HashMap<(String, usize), u64>,
    comments: usize,
}

impl Reader<'_> {
    fn flow(&mut self, parent: Node, flow: &mut Flow) {
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "p" | "h" => self.paragraph(node, flow),
                "list" => self.list(node, 0, "", flow),
                "section" | "index-body" => self.flow(node, flow),
                "table" => self.table(node, flow),
                "table-of-content" => self.document.losses.add_between("the table of contents", vec![]),
                "frame" | "custom-shape" | "line" => {
                    self.drawing(node);
                    self.document.losses.end("");
                }
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: Node, flow: &mut Flow) {
        let style = self.styles.of(attribute(node, "style-name"));
        let line = self.line(node);
        self.document.losses.end(&line.plain());
        if line.is_blank() || signs::is_drawn(&line.plain()) {
            if style.role == Role::Rule || signs::is_drawn(&line.plain()) {
                flow.block(Block::Rule);
            }
            return;
        }
        let level = attribute(node, "outline-level").and_then(|level| level.parse().ok());
        match (node.tag_name().name(), style.role) {
            (_, Role::Title) => flow.block(Block::Heading(0, heading(line))),
            ("h", _) => flow.block(Block::Heading(level.unwrap_or(1), heading(line))),
            (_, Role::Quote) => flow.quote(line),
            _ => flow.block(Block::Paragraph(line)),
        }
    }

    fn list(&mut self, node: Node, depth: usize, outer: &str, flow: &mut Flow) {
        let name = attribute(node, "style-name").unwrap_or(outer).to_string();
        let goes_on =
            attribute(node, "continue-numbering") == Some("true") || attribute(node, "continue-list").is_some();
        let key = (name.clone(), depth);
        if !goes_on {
            self.counted.remove(&key);
        }
        for item in node.children().filter(Node::is_element) {
            let format = self.styles.level(&name, depth);
            let number = format.map(|(_, start)| {
                let given = attribute(item, "start-value").and_then(|start| start.parse().ok());
                given.unwrap_or_else(|| self.counted.get(&key).map_or(start, |last| last.saturating_add(1)))
            });
            let mut is_first = item.tag_name().name() != "list-header";
            for part in item.children().filter(Node::is_element) {
                match part.tag_name().name() {
                    "list" => self.list(part, (depth + 1).min(8), &name, flow),
                    "h" => self.paragraph(part, flow),
                    "p" => {
                        let line = self.line(part);
                        self.document.losses.end(&line.plain());
                        if line.is_blank() {
                            continue;
                        }
                        if std::mem::take(&mut is_first) {
                            self.counted.extend(number.map(|number| (key.clone(), number)));
                            if let Some((letters @ ("a" | "A" | "i" | "I"), _)) = format {
                                let what = format!("list numbers that are not digits, such as {letters}");
                                self.document.losses.add_between(what, vec![]);
                            }
                            flow.item(depth, number, line);
                        } else {
                            flow.within(Block::Paragraph(line));
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    fn table(&mut self, node: Node, flow: &mut Flow) {
        let rows: Vec<Node> = node.descendants().filter(|node| node.tag_name().name() == "table-row").collect();
        let cells =
            |row: &Node| -> usize { row.children().filter(|node| node.tag_name().name() == "table-cell").count() };
        if rows.iter().all(|row| cells(row) < 2) {
            for cell in rows.iter().flat_map(Node::children) {
                self.flow(cell, flow);
            }
            return;
        }
        let row =
            |row: &Node| row.children().filter(Node::is_element).map(inline::words).collect::<Vec<_>>().join(" | ");
        let shown: Vec<String> = rows.iter().map(row).collect();
        self.document.losses.add_between(format!("a table of {} rows", rows.len()), shown);
    }
}

fn heading(line: Line) -> Line {
    if line.is_strong() { line.without_strong() } else { line }
}

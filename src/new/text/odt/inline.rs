//! The words of an `OpenDocument` text's paragraphs.

use super::super::document::{Line, Piece, Style};
use super::super::flow::Flow;
use super::super::signs;
use super::super::xml::{attribute, child};
use super::Reader;
use roxmltree::Node;

impl Reader<'_> {
    /// The words of a paragraph.
    pub(super) fn line(&mut self, node: Node) -> Line {
        let mut line = Line::default();
        let own = self.styles.of(attribute(node, "style-name"));
        let is_text = node.tag_name().name() == "p";
        let style =
            Style { strong: is_text && own.strong == Some(true), em: is_text && own.em == Some(true), link: None };
        self.pieces(node, &style, "", &mut line);
        line.trimmed()
    }

    fn pieces(&mut self, parent: Node, style: &Style, position: &str, line: &mut Line) {
        for node in parent.children() {
            if let Some(text) = node.text().filter(|_| node.is_text()) {
                let text = signs::collapsed(text, line);
                let small = if position.starts_with("super") {
                    signs::raised(&text)
                } else if position.starts_with("sub") {
                    signs::lowered(&text)
                } else {
                    None
                };
                line.push(&small.unwrap_or(text), style);
            } else if node.is_element() {
                self.piece(node, style, position, line);
            }
        }
    }

    fn piece(&mut self, node: Node, style: &Style, position: &str, line: &mut Line) {
        match node.tag_name().name() {
            "span" => {
                let own = self.styles.of(attribute(node, "style-name"));
                let inner = Style {
                    strong: own.strong.unwrap_or(style.strong),
                    em: own.em.unwrap_or(style.em),
                    link: style.link.clone(),
                };
                if style.link.is_none() && !words(node).is_empty() {
                    for look in own.looks {
                        self.document.losses.add(look, vec![]);
                    }
                }
                let position = if own.position.is_empty() { position } else { &own.position };
                self.pieces(node, &inner, position, line);
            }
            "a" => {
                let address = attribute(node, "href").unwrap_or_default();
                let fits = signs::is_link(address);
                if !fits && !address.starts_with('#') {
                    self.document.losses.add(format!("a link to {address}, which leads to no page of the web"), vec![]);
                }
                let to = fits.then(|| address.to_string());
                self.pieces(node, &Style { link: to, ..style.clone() }, position, line);
            }
            "s" => {
                let count = attribute(node, "c").and_then(|count| count.parse::<usize>().ok()).unwrap_or(1);
                line.push(&" ".repeat(count.min(100)), style);
            }
            "tab" => {
                if !line.plain().is_empty() {
                    self.document.losses.add("a tab, which is a space now", vec![]);
                }
                line.push(" ", style);
            }
            "line-break" => line.0.push(Piece::Break),
            "note" => self.note(node, line),
            "annotation" => self.comments += 1,
            "annotation-end" | "tracked-changes" => {}
            "ruby" => {
                self.document.losses.add("pronunciation marks (ruby)", vec![]);
                if let Some(base) = child(node, "ruby-base") {
                    self.pieces(base, style, position, line);
                }
            }
            "frame" | "custom-shape" | "line" | "control" => self.drawing(node),
            _ => self.pieces(node, style, position, line),
        }
    }

    fn note(&mut self, node: Node, line: &mut Line) {
        let index = self.document.notes.len();
        self.document.notes.push(Vec::new());
        line.0.push(Piece::Note(index));
        if let Some(body) = child(node, "note-body") {
            let mut flow = Flow::default();
            self.flow(body, &mut flow);
            self.document.notes[index] = flow.finish();
        }
    }

    /// A picture, an equation or a text box.
    pub(super) fn drawing(&mut self, node: Node) {
        let has = |name: &str| node.descendants().any(|node| node.tag_name().name() == name);
        let text = words(node);
        let described = node.children().find(|node| matches!(node.tag_name().name(), "desc" | "title"));
        let described = described.and_then(|node| node.text()).map(str::to_string);
        if has("text-box") || node.tag_name().name() == "custom-shape" && !text.is_empty() {
            self.document.losses.add("a text box", vec![text]);
        } else if has("object") {
            self.document.losses.add("an equation or an object", described.into_iter().collect());
        } else {
            self.document.losses.add("an image", described.into_iter().collect());
        }
    }
}

/// All words below a node, for a report.
#[must_use]
pub fn words(node: Node) -> String {
    fn collect(node: Node, text: &mut String) {
        for node in node.children() {
            if node.is_text() {
                text.push_str(node.text().unwrap_or_default());
            }
            match node.tag_name().name() {
                "desc" | "title" | "annotation" | "tracked-changes" | "note" => {}
                name => {
                    if matches!(name, "s" | "tab" | "line-break" | "p" | "h") {
                        text.push(' ');
                    }
                    collect(node, text);
                }
            }
        }
    }
    let mut text = String::new();
    collect(node, &mut text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

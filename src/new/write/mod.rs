//! Writes a text as the Markdown of `letter.md`, so that its words come out of it unchanged.

pub mod front_matter;
mod inline;

use super::text::document::{Block, Line, List, Style};
use inline::Lost;

/// The Markdown of a text, and the beginnings of paragraphs whose emphasis Markdown can't say.
#[derive(Debug, Default)]
pub struct Written {
    /// The Markdown.
    pub text: String,
    /// The words of lines that lost their emphasis.
    pub plain: Vec<String>,
}

/// Writes blocks, then notes.
#[must_use]
pub fn write(blocks: &[Block], notes: &[Vec<Block>]) -> Written {
    let mut writer = Writer { lost: Lost::default() };
    let mut parts = writer.blocks(blocks);
    for (at, note) in notes.iter().enumerate() {
        let blocks = writer.blocks(note);
        let text = if blocks.is_empty() { "…".to_string() } else { blocks.join("\n\n") };
        let label = format!("[^{}]: ", at + 1);
        parts.push(format!("{label}{}", indented(&text, "    ")));
    }
    let text = parts.iter().map(|part| format!("{part}\n")).collect::<Vec<_>>().join("\n");
    Written { text, plain: writer.lost.0 }
}

struct Writer {
    lost: Lost,
}

impl Writer {
    /// Each block, without empty lines around it.
    fn blocks(&mut self, blocks: &[Block]) -> Vec<String> {
        let mut parts = Vec::new();
        // Two lists of one kind in a row are one list, unless their marks differ.
        let mut other = false;
        let mut before: Option<&Block> = None;
        for block in blocks {
            other = match (before, block) {
                (Some(Block::List(a)), Block::List(b)) => a.start.is_some() == b.start.is_some() && !other,
                _ => false,
            };
            let part = match block {
                Block::Paragraph(line) => self.line(line),
                Block::Heading(level, line) => {
                    let text = self.lost.line(&flat(line));
                    // Signs at the end would be no words.
                    let text = text.strip_suffix('#').map_or(text.clone(), |rest| format!("{rest}\\#"));
                    format!("{} {text}", "#".repeat(usize::from(*level).clamp(2, 6)))
                }
                Block::Quote(blocks) => {
                    let text = self.blocks(blocks).join("\n\n");
                    let quoted =
                        text.lines().map(|line| if line.is_empty() { ">".to_string() } else { format!("> {line}") });
                    quoted.collect::<Vec<_>>().join("\n")
                }
                Block::List(list) => self.list(list, other),
                Block::Rule => "---".to_string(),
                Block::Names => "[signatories]".to_string(),
            };
            if !part.is_empty() {
                parts.push(part);
                before = Some(block);
            }
        }
        parts
    }

    fn line(&mut self, line: &Line) -> String {
        inline::at_head(&self.lost.line(line))
    }

    fn list(&mut self, list: &List, other: bool) -> String {
        let is_loose =
            list.items.iter().any(|item| item.iter().filter(|block| !matches!(block, Block::List(_))).count() > 1);
        let mut items = Vec::new();
        // Markdown's numbers have nine digits at most.
        let start = list.start.map(|start| start.min(900_000_000));
        for (at, item) in list.items.iter().enumerate() {
            let mark = match start {
                None => if other { "* " } else { "- " }.to_string(),
                Some(start) => format!("{}{} ", start.saturating_add(at as u64), if other { ")" } else { "." }),
            };
            let text = self.blocks(item).join(if is_loose { "\n\n" } else { "\n" });
            items.push(format!("{mark}{}", indented(&text, &" ".repeat(mark.len()))));
        }
        items.join(if is_loose { "\n\n" } else { "\n" })
    }
}

/// A heading has one line.
fn flat(line: &Line) -> Line {
    let mut flat = Line::default();
    for (at, part) in line.broken().into_iter().enumerate() {
        if at > 0 {
            flat.push(" ", &Style::default());
        }
        flat.append(part);
    }
    flat
}

/// The text with all lines but the first moved to the right.
fn indented(text: &str, by: &str) -> String {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default().to_string();
    lines.fold(first, |text, line| if line.is_empty() { text + "\n" } else { format!("{text}\n{by}{line}") })
}

//! The letter as a list of passages that are read in one go: a line, a paragraph, a list item.

use crate::model::{Block, Item, Letter, Spans};

/// A passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Its JSON path.
    pub path: String,
    /// Its words.
    pub text: String,
    /// The same, with a character of the same length for each mark that its writer has marked as meant.
    pub bare: String,
}

impl Passage {
    /// Whether it belongs to the letter's text, where quotations can continue from one passage to the next.
    #[must_use]
    pub fn is_body(&self) -> bool {
        self.path.starts_with("body[")
    }

    /// Whether it is a paragraph of that text by itself.
    #[must_use]
    pub fn is_paragraph(&self) -> bool {
        self.is_body() && !self.path.contains('.')
    }
}

/// All passages, in the order in which they are shown.
#[must_use]
pub fn passages(letter: &Letter) -> Vec<Passage> {
    let mut passages = Passages(Vec::new());
    passages.add("title", Some(&letter.title));
    passages.add("summary", letter.summary.as_ref());
    for (at, update) in letter.updates.iter().enumerate() {
        passages.add(format!("updates[{at}].text"), Some(&update.text));
    }
    for (at, group) in letter.addressees.iter().enumerate() {
        passages.add(format!("addressees[{at}].heading"), group.heading.as_ref());
        for (of, member) in group.members.iter().enumerate() {
            let path = format!("addressees[{at}].members[{of}]");
            passages.add(format!("{path}.name"), Some(&member.name));
            passages.add(format!("{path}.office"), member.office.as_ref());
            passages.add(format!("{path}.organisation"), member.organisation.as_ref());
        }
    }
    passages.add("salutation", letter.salutation.as_ref());
    for (at, block) in letter.body.iter().enumerate() {
        for (path, spans) in parts(block, at) {
            passages.add(path, Some(&spans.plain()));
        }
    }
    passages.add("closing", letter.closing.as_ref());
    passages.add("sign.label", letter.sign.as_ref().and_then(|sign| sign.label.as_ref()));
    passages.add("sign.next", letter.sign.as_ref().and_then(|sign| sign.next.as_ref()));
    passages.0
}

/// The paragraphs or items of the block at that index of the body, each with its path.
#[must_use]
pub fn parts(block: &Block, at: usize) -> Vec<(String, &Spans)> {
    let mut parts = Vec::new();
    collect(block, format!("body[{at}]"), &mut parts);
    parts
}

fn collect<'b>(block: &'b Block, path: String, parts: &mut Vec<(String, &'b Spans)>) {
    match block {
        Block::Heading { heading } => parts.push((format!("{path}.heading"), heading)),
        Block::Quote { quote } => {
            parts.extend(quote.iter().enumerate().map(|(at, spans)| (format!("{path}.quote[{at}]"), spans)));
        }
        Block::List(list) => {
            for (at, item) in list.list.iter().enumerate() {
                let path = format!("{path}.list[{at}]");
                match item {
                    Item::Spans(spans) => parts.push((path, spans)),
                    Item::Blocks { item } => {
                        for (at, block) in item.iter().enumerate() {
                            collect(block, format!("{path}.item[{at}]"), parts);
                        }
                    }
                }
            }
        }
        Block::Paragraph(spans) => parts.push((path, spans)),
        Block::Rule { .. } | Block::Signatories { .. } => {}
    }
}

struct Passages(Vec<Passage>);

impl Passages {
    fn add(&mut self, path: impl Into<String>, text: Option<&String>) {
        self.0.extend(text.map(|text| Passage { path: path.into(), text: text.clone(), bare: text.clone() }));
    }
}

//! A text as its file has it, whatever the format: blocks with their words unchanged, and what could not be kept.

use super::losses::Losses;

/// A text that was read.
#[derive(Debug, Default)]
pub struct Document {
    /// The language that the file names.
    pub lang: Option<String>,
    /// The blocks in their order.
    pub blocks: Vec<Block>,
    /// The footnotes and endnotes, in the order in which the text refers to them.
    pub notes: Vec<Vec<Block>>,
    /// What could not be kept.
    pub losses: Losses,
}

/// A block of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Line),
    /// A heading of that level from 1; 0 is the title of the document.
    Heading(u8, Line),
    /// A quotation.
    Quote(Vec<Block>),
    /// A list.
    List(List),
    /// A thematic break.
    Rule,
    /// The place of the signatories.
    Names,
}

/// A list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The number of the first item; `None` for bullets.
    pub start: Option<u64>,
    /// The items.
    pub items: Vec<Vec<Block>>,
}

/// The marks of a piece of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Strong importance.
    pub strong: bool,
    /// Stress emphasis.
    pub em: bool,
    /// The address of a link.
    pub link: Option<String>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String, Style),
    /// A line break.
    Break,
    /// A reference to the note with that index.
    Note(usize),
}

/// The text of a paragraph or heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Piece>);

impl Line {
    /// A line of plain words.
    #[must_use]
    pub fn of(text: &str) -> Line {
        let mut line = Line::default();
        line.push(text, &Style::default());
        line
    }

    /// Adds words. Control characters, which no letter may have, become spaces.
    pub fn push(&mut self, text: &str, style: &Style) {
        let clean = |char: char| if char.is_control() { ' ' } else { char };
        self.add(text.chars().map(clean).collect(), style);
    }

    /// Adds a tab, which is a space once the names are known.
    pub fn push_tab(&mut self, style: &Style) {
        self.add("\t".to_string(), style);
    }

    /// Adds the end of a line of the source, which is a space once the names are known.
    pub fn push_line_end(&mut self, style: &Style) {
        if !self.plain().is_empty() && self.0.last() != Some(&Piece::Break) {
            self.add("\n".to_string(), style);
        }
    }

    pub(super) fn add(&mut self, text: String, style: &Style) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Text(before, last)) if last == style => before.push_str(&text),
            _ => self.0.push(Piece::Text(text, style.clone())),
        }
    }

    /// Adds the pieces of another line.
    pub fn append(&mut self, other: Line) {
        for piece in other.0 {
            match piece {
                Piece::Text(text, style) => self.add(text, &style),
                other => self.0.push(other),
            }
        }
    }

    /// The words without marks; a line break is a space.
    #[must_use]
    pub fn plain(&self) -> String {
        let words = self.0.iter().map(|piece| match piece {
            Piece::Text(text, _) => text.as_str(),
            Piece::Break => " ",
            Piece::Note(_) => "",
        });
        words.collect::<String>().replace(['\t', '\n'], " ").trim().to_string()
    }

    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.plain().is_empty() && !self.has_note()
    }

    /// Whether it refers to a note.
    #[must_use]
    pub fn has_note(&self) -> bool {
        self.0.iter().any(|piece| matches!(piece, Piece::Note(_)))
    }

    /// Whether all words are strong.
    #[must_use]
    pub fn is_strong(&self) -> bool {
        let is_plain =
            |piece: &Piece| matches!(piece, Piece::Text(text, style) if !style.strong && !text.trim().is_empty());
        !self.plain().is_empty() && !self.0.iter().any(is_plain)
    }

    /// The line without the white space and line breaks at its ends. Spaces that don't break stay: they are typed.
    #[must_use]
    pub fn trimmed(mut self) -> Line {
        fn is_space(char: char) -> bool {
            char.is_ascii_whitespace()
        }
        while let Some(first) = self.0.first_mut() {
            match first {
                Piece::Break => {}
                Piece::Text(text, _) => {
                    *text = text.trim_start_matches(is_space).to_string();
                    if !text.is_empty() {
                        break;
                    }
                }
                Piece::Note(_) => break,
            }
            self.0.remove(0);
        }
        while let Some(last) = self.0.last_mut() {
            match last {
                Piece::Break => {}
                Piece::Text(text, _) => {
                    *text = text.trim_end_matches(is_space).to_string();
                    if !text.is_empty() {
                        break;
                    }
                }
                Piece::Note(_) => break,
            }
            self.0.pop();
        }
        self
    }

    /// The line's parts between its line breaks.
    #[must_use]
    pub fn broken(&self) -> Vec<Line> {
        self.0.split(|piece| *piece == Piece::Break).map(|part| Line(part.to_vec()).trimmed()).collect()
    }

    /// Lines joined by line breaks.
    #[must_use]
    pub fn joined(lines: &[Line]) -> Line {
        let mut joined = Line::default();
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                joined.0.push(Piece::Break);
            }
            joined.append(line.clone());
        }
        joined
    }

    /// The line without strong importance.
    #[must_use]
    pub fn without_strong(self) -> Line {
        let mut plain = Line::default();
        for piece in self.0 {
            match piece {
                Piece::Text(text, style) => plain.add(text, &Style { strong: false, ..style }),
                other => plain.0.push(other),
            }
        }
        plain
    }
}

impl Document {
    /// Calls `with` on each line of the text and of its notes.
    pub fn each_line(&mut self, with: &mut impl FnMut(&mut Line)) {
        let notes = self.notes.iter_mut().flatten();
        for block in self.blocks.iter_mut().chain(notes) {
            block.each_line(with);
        }
    }
}

impl Block {
    /// Calls `with` on each line.
    pub fn each_line(&mut self, with: &mut impl FnMut(&mut Line)) {
        match self {
            Block::Paragraph(line) | Block::Heading(_, line) => with(line),
            Block::Quote(blocks) => blocks.iter_mut().for_each(|block| block.each_line(with)),
            Block::List(list) => list.items.iter_mut().flatten().for_each(|block| block.each_line(with)),
            Block::Rule | Block::Names => {}
        }
    }

    /// The words of the block.
    #[must_use]
    pub fn plain(&self) -> String {
        let all = |blocks: &[Block]| blocks.iter().map(Block::plain).collect::<Vec<_>>().join(" ");
        match self {
            Block::Paragraph(line) | Block::Heading(_, line) => line.plain(),
            Block::Quote(blocks) => all(blocks),
            Block::List(list) => list.items.iter().map(|item| all(item)).collect::<Vec<_>>().join(" "),
            Block::Rule | Block::Names => String::new(),
        }
    }
}

//! Makes nested blocks of a flat sequence of paragraphs, as word processors have them.

use super::document::{Block, Line, List};

/// The blocks so far, with the lists that are still open, the outermost first.
#[derive(Debug, Default)]
pub struct Flow {
    blocks: Vec<Block>,
    open: Vec<(usize, List)>,
}

impl Flow {
    /// Adds a block outside lists.
    pub fn block(&mut self, block: Block) {
        self.close(0);
        self.blocks.push(block);
    }

    /// Adds a paragraph of a quotation to the one right before, or begins one.
    pub fn quote(&mut self, line: Line) {
        self.close(0);
        match self.blocks.last_mut() {
            Some(Block::Quote(blocks)) => blocks.push(Block::Paragraph(line)),
            _ => self.blocks.push(Block::Quote(vec![Block::Paragraph(line)])),
        }
    }

    /// Adds an item of a list at that depth, from 0. `number`: its number; `None` for a bullet.
    pub fn item(&mut self, depth: usize, number: Option<u64>, line: Line) {
        self.close(depth + 1);
        let goes_on = self.open.last().is_some_and(|(last, list)| {
            let next = list.start.map(|start| start.saturating_add(list.items.len() as u64));
            *last == depth && number == next
        });
        if !goes_on {
            self.close(depth);
            self.open.push((depth, List { start: number, items: Vec::new() }));
        }
        if let Some((_, list)) = self.open.last_mut() {
            list.items.push(vec![Block::Paragraph(line)]);
        }
    }

    /// Adds a block to the item before, if a list is open.
    pub fn within(&mut self, block: Block) {
        match self.open.last_mut().and_then(|(_, list)| list.items.last_mut()) {
            Some(item) => item.push(block),
            None => self.blocks.push(block),
        }
    }

    /// The blocks.
    #[must_use]
    pub fn finish(mut self) -> Vec<Block> {
        self.close(0);
        self.blocks
    }

    /// Closes the lists of that depth and deeper.
    fn close(&mut self, depth: usize) {
        while self.open.last().is_some_and(|(last, _)| *last >= depth) {
            let Some((_, list)) = self.open.pop() else { return };
            self.within(Block::List(list));
        }
    }
}

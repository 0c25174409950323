//! A letter's body in the order in which it is shown.

use super::block::{Block, Item, List};

/// The parts of a body.
#[derive(Clone, Copy, Debug, Default)]
pub struct Body<'b> {
    /// The blocks before the place of the signatories.
    pub text: &'b [Block],
    /// The footnotes: they stand between the text and the signatories, wherever their list is.
    pub notes: &'b [Item],
    /// The blocks after that place.
    pub appendix: &'b [Block],
}

impl<'b> Body<'b> {
    /// Divides the blocks of a body.
    #[must_use]
    pub fn of(blocks: &'b [Block]) -> Body<'b> {
        let mut parts = blocks.splitn(2, |block| matches!(block, Block::Signatories { .. }));
        let (text, appendix) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let notes = blocks.iter().find_map(|block| match block {
            Block::List(List { list, footnotes: true, .. }) => Some(list.as_slice()),
            _ => None,
        });
        Body { text, notes: notes.unwrap_or_default(), appendix }
    }

    /// Whether a block is shown where it stands: the footnotes are not, but a second list of footnotes is.
    #[must_use]
    pub fn shows(&self, block: &Block) -> bool {
        match block {
            Block::List(List { list, footnotes: true, .. }) => !std::ptr::eq(list.as_slice(), self.notes),
            Block::Signatories { .. } => false,
            _ => true,
        }
    }
}

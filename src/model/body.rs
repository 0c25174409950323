//! A letter's body in the order in which it is shown.

use super::block::{Block, Item, List};

/// The parts of a body.
#[derive(Clone, Debug, Default)]
pub struct Body<'b> {
    /// The text before the signatories.
    pub text: Vec<&'b Block>,
    /// The footnotes: they stand between the text and the signatories.
    pub notes: &'b [Item],
    /// The text after the signatories.
    pub appendix: Vec<&'b Block>,
}

impl Body<'_> {
    /// Sorts the blocks of a body. A second list of footnotes stays a list.
    #[must_use]
    pub fn of(blocks: &[Block]) -> Body<'_> {
        let mut body = Body::default();
        let mut is_after = false;
        for block in blocks {
            match block {
                Block::Signatories { .. } => is_after = true,
                Block::List(List { list, footnotes: true, .. }) if body.notes.is_empty() => body.notes = list,
                block if is_after => body.appendix.push(block),
                block => body.text.push(block),
            }
        }
        body
    }
}

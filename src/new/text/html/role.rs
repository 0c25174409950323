//! What a paragraph will be.

/// What the paragraph that is read will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A paragraph.
    Text,
    /// A heading of that level.
    Heading(u8),
    /// A paragraph of a quotation.
    Quote,
    /// An item at that depth, with that number.
    Item(usize, Option<u64>),
}

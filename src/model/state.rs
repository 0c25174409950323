//! What an element shows at a time.

use super::failure::Failure;
use super::letter::Letter;
use std::sync::Arc;

/// The state that the top view branches on.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum State {
    /// The letter is on its way.
    #[default]
    Loading,
    /// The host's own content stands in the letter's place, while it is on its way or cannot be had.
    Hosted,
    /// The letter is here.
    Shown(Arc<Letter>),
    /// The letter could not be had.
    Failed(Failure),
}

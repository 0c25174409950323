//! The state of an element.

use super::failure::Failure;
use super::letter::Letter;
use std::sync::Arc;

/// The state that selects the top view.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum State {
    /// The letter is loading.
    #[default]
    Loading,
    /// The host's own content is shown instead, while the letter loads or because loading failed.
    Hosted,
    /// The letter is shown.
    Shown(Arc<Letter>),
    /// The letter could not be loaded.
    Failed(Failure),
}

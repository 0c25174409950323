//! Files: written whole or not at all, and only inside their folder; their hashes, and the time of publishing.

pub mod archive;
pub mod hash;
pub(crate) mod json;
pub mod lock;
pub(crate) mod private_folder;
pub mod progress;
pub(crate) mod regular;
pub mod site;
pub mod span;
pub(crate) mod sync;
pub mod time;
pub(crate) mod unfinished;

pub use site::{File, Outcome, Site};

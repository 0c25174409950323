//! The roll: who signed, beyond what one document holds. Pure; used by the widget and by the publisher alike.

#[cfg(not(target_arch = "wasm32"))]
#[path = "decompose.rs"]
mod decompose;
#[cfg(target_arch = "wasm32")]
#[path = "normalize.rs"]
mod decompose;
mod fold;
#[cfg(not(target_arch = "wasm32"))]
mod keys;
mod letters;
mod merge;
mod query;
mod search;
mod starts;
mod walk;

pub use fold::{fold, fold_char, fold_digest};
#[cfg(not(target_arch = "wasm32"))]
pub use keys::{keys, separator};
pub use merge::{Row, append, identity, merge, rows};
pub use query::Query;
pub use search::Search;
pub use walk::Walk;

/// Keys are cut to so many bytes, at a character: longer ones tell nobody apart.
const KEY_BYTES: usize = 32;

/// The key's beginning, as long as keys are.
fn cut(key: &str) -> &str {
    key.get(..key.floor_char_boundary(KEY_BYTES)).unwrap_or(key)
}

//! The roll: all signatories, also those that one document cannot hold. Pure; used by the widget and by the publisher.

#[cfg(not(target_arch = "wasm32"))]
#[path = "decompose.rs"]
mod decompose;
#[cfg(target_arch = "wasm32")]
#[path = "normalize.rs"]
mod decompose;
mod filter;
mod fold;
mod identities;
#[cfg(not(target_arch = "wasm32"))]
mod keys;
mod letters;
mod merge;
mod moves;
mod pages;
mod query;
mod reading;
mod search;
mod starts;

pub use filter::Filter;
pub use fold::{fold, fold_char, fold_digest};
pub use identities::{Identities, identity};
#[cfg(not(target_arch = "wasm32"))]
pub use keys::{keys, separator};
pub use merge::{Found, Row, joined, merge, rows};
pub use moves::Moves;
pub use pages::{Holder, Pages};
pub use query::Query;
pub use reading::{Place, Placed, Reading};
pub use search::Search;

/// Keys are cut to this many bytes, at a character boundary: longer keys distinguish nobody.
const KEY_BYTES: usize = 32;

/// The beginning of the key, cut to the length of keys.
fn cut(key: &str) -> &str {
    key.get(..key.floor_char_boundary(KEY_BYTES)).unwrap_or(key)
}

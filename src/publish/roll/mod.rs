//! The files of a large roll: pages in the roll's order, search files by key, lists of both, and the index.
//!
//! ```text
//! index.json ─┬─ pages: list ─── page: rows of the roll in their order
//!             └─ names: list ─── search file: the signatories of a range of keys
//! ```
//!
//! The content of the files decides where one ends and the next begins ([`chunk`]), and each is named by the hash of
//! its content. So the same roll gives the same files whatever was published before, and a changed row changes only the
//! few files that contain it.

mod added;
mod chunk;
mod folder;
mod laid;
mod layout;
mod titles;

pub use added::add;
pub use folder::{Changes, Folder, read_index, remove};
pub use laid::{Laid, Page};
pub use layout::{row_hash, write};

//! Turns a letter's folder into a site: pages, the letter and its count as JSON, the roll, snippets, a feed.
//!
//! ```text
//! source ─ publication ─┬─ count, roll, page ─ files::site
//!                       └─ incremental: only rows were added to a long table
//! ```

mod count;
mod first_view;
mod incremental;
mod owner;
pub(crate) mod page;
mod publication;
mod removed_translations;
mod roll;
mod state;
pub mod summary;
pub mod then;
pub mod watch_folder;
pub mod widget;
mod without_collected;

pub use page::partners::hosts;
pub use page::sign as sign_page;
pub use publication::{Published, Publisher};
pub use roll::Changes;

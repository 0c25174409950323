//! Turns a letter's folder into a site: pages, the letter and its count as JSON, the roll, snippets, a feed.
//!
//! ```text
//! source ─ publication ─┬─ count, roll, page ─ files::site
//!                       └─ incremental: only rows were added to a long table
//! ```

mod clock_ahead;
mod count;
mod first_view;
mod incremental;
mod known_partners;
mod letter_files;
mod owner;
pub(crate) mod page;
mod publication;
mod published;
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
pub use publication::Publisher;
pub use published::Published;
pub use roll::Changes;

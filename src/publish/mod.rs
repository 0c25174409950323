//! The coordinator's command: from a folder with a letter in Markdown and its signatories in CSV to a site.
//!
//! ```text
//! letter.md, letter.fr.md  front_matter, keys ─┐
//!                          markdown ───────────┤ draft ─┐
//! signatories.csv          signatories ────────┴────────┤ source ─┬─ check
//!        ▲                                                        └─ publication, count, roll, page, site
//! an export ─ import
//! ```
//!
//! Whatever is wrong in a source file becomes a [`Finding`], with its line; what is wrong with the machine (a full
//! disk, a port in use) is an error of `anyhow`, told once by `main`.

mod added;
pub mod assemble;
pub mod cache;
pub mod check;
pub mod compress;
mod count;
mod draft;
mod finding;
mod front_matter;
mod hash;
pub mod import;
mod keys;
mod lasting;
mod left;
mod line_marks;
mod located;
mod markdown;
mod memory;
mod nameless;
pub mod new;
mod page;
mod pasted;
pub mod progress;
mod publication;
mod reading;
mod record_lines;
mod refusal;
mod repeated;
mod roll;
mod rows;
mod same;
pub mod serve;
mod sheet;
mod signatories;
mod signed;
mod site;
mod sizes;
mod source;
pub mod summary;
mod time;
pub mod watch;
pub mod widget;
mod written;

pub use finding::{Finding, Weight, any_error};
pub use keys::paths as key_paths;
pub use publication::{Published, Publisher};
pub use roll::Changes;
pub use rows::{Row, Rows};
pub use signatories::COLUMNS;
pub use site::{File, Outcome, Site};
pub use sizes::{BUDGET_BYTES, Size, Sizes};
pub use source::{Source, Stamp, Text};

/// How often a byte occurs.
#[expect(clippy::naive_bytecount, reason = "a source file is read once: no crate is worth it")]
fn count_byte(bytes: &[u8], wanted: u8) -> usize {
    bytes.iter().filter(|byte| **byte == wanted).count()
}

/// A document as people read it too: indented, with a line break at its end.
fn pretty(document: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(document).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

//! Reads the folder of a letter: `letter.md`, its translations and `signatories.csv`.
//!
//! ```text
//! letter.md, letter.fr.md    front_matter, keys, form ─┐
//!                            markdown ─────────────────┤ draft ─┐
//! signatories.csv            signatories ──────────────┼────────┤ letter_folder
//! signatories.collected.csv  collected ────────────────┘        ┘
//! ```
//!
//! Every fault in a source file becomes a [`Finding`] with its line. Faults of the machine (a full disk, an unreadable
//! file) become errors of `anyhow`.

pub mod cell;
pub(crate) mod collected;
pub mod columns;
mod complete;
pub(crate) mod days;
pub(crate) mod draft;
pub(crate) mod duplicates;
pub(crate) mod encoding;
pub(crate) mod excerpt;
pub(crate) mod finding;
pub(crate) mod form;
pub(crate) mod formulas;
pub(crate) mod front_matter;
mod groups;
pub(crate) mod imported;
pub(crate) mod keys;
pub(crate) mod layout;
pub(crate) mod lenient;
pub(crate) mod letter_folder;
pub(crate) mod letter_id;
pub(crate) mod line_marks;
pub(crate) mod located;
pub(crate) mod mail_lines;
pub(crate) mod markdown;
pub(crate) mod nameless;
pub(crate) mod origin;
mod part;
pub mod partners;
pub(crate) mod pasted;
pub(crate) mod phone;
pub(crate) mod receivers;
pub(crate) mod record_lines;
mod row_size;
pub(crate) mod rows;
pub(crate) mod same_person;
pub(crate) mod scripts;
mod shapes;
pub(crate) mod sheet;
pub(crate) mod signatories;
mod signed;
mod slip;
pub(crate) mod stamp;
pub(crate) mod sum;
pub(crate) mod surname_first;
pub(crate) mod table_row;
pub(crate) mod text;
pub(crate) mod too_large;
mod unsupported;
pub(crate) mod wide;
pub(crate) mod words;

pub use collected::COLLECTED;
pub use columns::COLUMNS;
pub use finding::{Finding, Weight, any_error, in_a_line};
pub(crate) use keys::nearest;
pub use keys::paths as key_paths;
pub use letter_folder::Source;
pub(crate) use part::in_words;
pub use rows::{Row, Rows};
pub use stamp::{Stamp, Tables};
pub use text::Text;

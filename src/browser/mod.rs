//! Small owners of what the page offers.

mod address;
pub mod console;
mod share;

pub use address::{nearest_language, reader_languages, resolve};
pub use share::share;

//! Small owners of what the page offers.

mod address;
pub mod console;
mod presence;
mod share;
mod steady;

pub use address::{nearest_language, reader_languages, resolve};
pub use presence::{Presence, is_online, is_visible};
pub use share::share;
pub use steady::Steady;

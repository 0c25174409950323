//! Small interfaces to what the browser offers.

mod address;
mod clock;
mod collate;
pub mod console;
mod near;
mod presence;
mod share;
mod steady;
mod task;

pub use address::{nearest_language, reader_languages, resolve};
pub use clock::Moment;
pub use collate::collate;
pub use near::{Near, is_near};
pub use presence::{Presence, is_online, is_visible};
pub use share::{Shared, share};
pub use steady::Steady;
pub use task::{Task, pause, wait};

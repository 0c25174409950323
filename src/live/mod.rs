//! Keeps the count of a shown letter up to date: when to request it, which answers to believe, and the watches that do
//! so, shared by all elements of a page.
//!
//! The decisions are pure, in `schedule` and `tally`; `watch` only listens, waits and requests.

mod messages;
mod schedule;
#[cfg(target_arch = "wasm32")]
mod stream;
#[cfg(target_arch = "wasm32")]
mod streaming;
#[cfg(target_arch = "wasm32")]
mod subscription;
mod tally;
#[cfg(target_arch = "wasm32")]
mod watch;

pub use messages::{Flood, Messages};
pub use schedule::{History, Page, quiet_before_speaking};
#[cfg(target_arch = "wasm32")]
pub use subscription::{Subscription, subscribe};
pub use tally::{Believed, Tally};
#[cfg(target_arch = "wasm32")]
pub use watch::News;

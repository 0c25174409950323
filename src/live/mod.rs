//! What keeps a letter alive while it is shown: when to ask for its count, what to believe of the answers, and the
//! watches that do so, shared by all elements of a page.
//!
//! Decisions are pure and stand in `schedule` and `tally`; `watch` only listens, waits and asks.

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

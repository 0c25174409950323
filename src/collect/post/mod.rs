//! The collector's mails: what they say, and how they reach a relay.
//!
//! ```text
//! message ── compose ── written (text, HTML) ── envelope ─┬─ relay (SMTP)
//!    │           │                                        └─ folder (files, for trying out)
//!  about       texts/*.json                     worker ── outbox, a trait of the store
//! ```
//!
//! `compose`, `written` and `envelope` are pure. `worker` takes due mails from the outbox. What happens if a
//! connection breaks is in `outbox.rs`: nobody gets two.

pub mod about;
mod compose;
mod dns;
pub mod doctor;
mod envelope;
mod folder;
pub mod message;
mod name;
pub mod outbox;
mod relay;
pub mod texts;
pub mod way;
pub mod worker;
mod written;

pub use about::About;
pub use compose::compose;
pub use envelope::{Mail, Sender};
pub use message::{Message, Reads, Says, Waiting};
pub use name::unlinked;
pub use outbox::{Due, Outbox, Settled};
pub use texts::{FILES, Texts};
pub use way::Way;
pub use worker::Worker;
pub use written::{Part, Written};

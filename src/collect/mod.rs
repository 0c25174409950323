//! `collect`: receives signatures, confirms their addresses, and hands them to the publisher.
//!
//! ```text
//! web ── accept ── rules ── store ── hand_on ── signatories.collected.csv ── publish
//!          │        limits    │
//!        address     state    └── mail (outbox) ── post
//! ```
//!
//! `accept`, `address`, `rules` and `state` decide and do nothing else. `web` has the routes, without logic. The letters
//! themselves are read from the published site: a collector that is down takes only the form away.

pub mod accept;
pub mod address;
pub mod admin;
pub mod again;
pub mod arrivals;
pub mod backup;
pub mod collector;
mod dated;
pub mod demonstration;
pub mod doctor;
pub mod domains;
pub mod hand_on;
pub mod import;
pub mod key;
pub mod letter;
pub mod limits;
pub mod log;
pub mod mail;
pub mod outgoing;
pub mod pages;
pub mod post;
pub mod posted;
pub mod published;
pub mod rules;
pub mod seal;
pub mod serve;
pub mod settings;
pub mod signature;
pub mod state;
pub mod store;
mod tabled;
pub mod web;
pub mod word;

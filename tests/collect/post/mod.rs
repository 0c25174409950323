//! Mails: what they say, and how they reach a relay.

mod doctor;
mod folder;
mod mails;
mod relay;
mod shelf;
mod sink;

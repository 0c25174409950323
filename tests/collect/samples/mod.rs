//! Mails and pages with everything in them.

pub mod mails;
pub mod pages;

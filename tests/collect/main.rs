//! The collector.
#![cfg(feature = "collect")]

mod pages;
mod post;
mod samples;

//! The collector: pure decisions, its store, its interface, and what becomes of signatures in the published site.

mod addresses;
mod again;
mod backups;
mod commands;
mod confirming;
mod coordinators;
mod full_disk;
mod handing_on;
mod holding;
mod hostile;
mod http;
mod interface;
mod killed;
#[expect(dead_code, reason = "benchmarks measure the memory of a process")]
mod kills;
mod pages;
mod place;
mod post;
mod privacy;
mod rules;
mod samples;
mod scanners;
mod settings;
mod states;
mod store;
mod tables;
mod without_script;

//! The files for webmasters: types, the Custom Elements Manifest, the `WordPress` plugin, and the snippets of
//! `docs/embedding.md`, each checked by its own compiler; and the HTML that `publish` writes, checked by a validator and
//! by a reader mode.
//!
//! `make test` calls `scripts/install-tools hosts`, which installs the tools.

mod attributes;
mod bundled;
#[cfg(feature = "collect")]
mod collector;
mod converters;
mod declarations;
mod demo;
mod fields;
mod first_view;
mod form;
#[path = "../generated/roll.rs"]
mod generated;
mod host_table;
mod licences;
mod manifest;
mod packages;
mod page;
mod partners_page;
mod pasted;
mod project;
mod published;
mod react;
mod readers;
mod real_wordpress;
mod reference;
mod servers;
mod snippets;
mod tried;
mod types;
mod wordpress;

/// A file of the sources.
#[track_caller]
fn source(path: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

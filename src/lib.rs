//! Open Letter: an open letter with its roll of signatories, embedded in any website with one script tag.
//!
//! ```html
//! <script async crossorigin src="https://letters.example/open-letter.js"
//!         data-letter="https://letters.example/letters/canada-artsakh-2023/letter.json"></script>
//! ```
//!
//! Data flows one way: attributes, `fetch`, `model`, `view`, the document; the reader's actions come back as
//! [`view::Message`]. The layers, each of which uses only those above it:
//!
//! | layer | what it does | where |
//! |---|---|---|
//! | [`model`] | the data of a letter; JSON in, checked values and problems out | everywhere |
//! | [`signing`] | what is typed into a form to sign: tidied, checked, written down for its receiver | natively |
//! | [`roll`] | all signatories, beyond one document: folding of names, search, merging by identity | everywhere |
//! | [`language`] | the interface's texts; numbers, dates, plurals | everywhere |
//! | [`view`] | Leptos components | everywhere |
//! | `fetch` | one GET with its limits | browser |
//! | `browser` | the browser's interfaces | browser |
//! | [`live`] | when to request the count, which answers to believe; watches | browser; the decisions everywhere |
//! | `embed` | all contact with the host page | browser |
//! | `files` | writes files completely or not at all; hashes, time | natively |
//! | `source` | reads a letter's folder: values, and findings with their lines | natively |
//! | `new`, `check`, `import`, `publish`, `serve` | the subcommands of the coordinator's command | natively |
//! | `collect` | receives signatures and hands them to the publisher (feature `collect`) | natively |
//! | `assemble` | gives the widget's files from Trunk and the bundler their final names | natively |
//!
//! The binary's `command` has a file for each subcommand and uses only the library's public interface.

// The size of the widget: see clippy.toml.
#![cfg_attr(target_arch = "wasm32", warn(clippy::disallowed_methods, clippy::disallowed_types))]

#[cfg(not(target_arch = "wasm32"))]
pub mod assemble;
#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod check;
#[cfg(all(feature = "collect", not(target_arch = "wasm32")))]
pub mod collect;
#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(target_arch = "wasm32")]
pub mod fetch;
#[cfg(not(target_arch = "wasm32"))]
pub mod files;
#[cfg(not(target_arch = "wasm32"))]
pub mod import;
pub mod language;
pub mod live;
pub mod model;
#[cfg(not(target_arch = "wasm32"))]
pub mod new;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
pub mod roll;
#[cfg(not(target_arch = "wasm32"))]
pub mod serve;
#[cfg(not(target_arch = "wasm32"))]
pub mod signing;
#[cfg(not(target_arch = "wasm32"))]
pub mod source;
pub mod view;

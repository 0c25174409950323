//! Open Letter: an open letter with its roll of signatories, embedded in any website by one script tag.
//!
//! ```html
//! <script async crossorigin src="https://letters.example/open-letter.js"
//!         data-letter="https://letters.example/letters/canada-artsakh-2023/letter.json"></script>
//! ```
//!
//! Data goes one way: attributes, `fetch`, `model`, `view`, the document; what a reader does comes back as
//! [`view::Message`]. The layers, each knowing only those above it:
//!
//! | layer | what it does | where |
//! |---|---|---|
//! | [`model`] | what a letter is; JSON in, checked values and problems out | everywhere |
//! | [`roll`] | who signed, beyond one document: folding of names, search, merging by identity | everywhere |
//! | [`language`] | what the interface says; numbers, dates, plurals | everywhere |
//! | [`view`] | Leptos components | everywhere |
//! | `fetch` | one GET with its limits | browser |
//! | `browser` | what the page offers | browser |
//! | [`live`] | when to ask for the count, what to believe; the page's watches | decisions everywhere, the rest in the browser |
//! | `embed` | where the host page is touched | browser |
//! | `files` | files written whole or not at all; hashes, time | natively |
//! | `source` | a letter's folder, read: values, and findings with their lines | natively |
//! | `new`, `check`, `import`, `publish`, `serve` | the verbs of the coordinator's command | natively |
//! | `assemble` | the widget's files, as Trunk and the bundler leave them, get their final names | natively |
//!
//! The binary's `command` has a file for each verb and knows the library only from outside.

#[cfg(not(target_arch = "wasm32"))]
pub mod assemble;
#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod check;
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
pub mod source;
pub mod view;

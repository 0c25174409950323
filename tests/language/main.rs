//! The interface's languages: complete, consistent with CLDR, and typeset as their readers expect.

mod apart;
mod fallback;
mod files;
mod numbers;
mod plurals;
mod sign;
mod typography;

//! The interface's languages: complete, of one mind with CLDR, set as their readers expect.

mod apart;
mod fallback;
mod files;
mod numbers;
mod plurals;
mod typography;

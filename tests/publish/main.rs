//! From a coordinator's folder to a site: what is told, what is written, what is served.

mod assemble;
mod check;
mod command;
mod folder;
mod front_matter;
mod keys;
mod markdown;
mod publish;
mod real_letter;
mod serve;
mod signatories;
mod translations;
mod widget;

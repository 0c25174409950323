//! From a coordinator's folder to a site: what is told, what is written, what is served.

#[path = "../generated/academics.rs"]
mod academics;
mod added;
mod assemble;
mod check;
mod command;
mod feed;
mod folder;
mod front_matter;
#[path = "../generated/roll.rs"]
mod generated;
mod guide;
mod html;
mod import;
mod interrupted;
mod keys;
mod letters;
mod markdown;
mod names;
mod new;
mod outline;
mod pages;
mod pasted;
mod properties;
mod publication;
mod publish;
mod reader;
mod real_letter;
mod roll;
mod serve;
mod signatories;
mod sitemap;
mod snippet;
mod translations;
mod unwritten;
mod widget;

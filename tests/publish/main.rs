//! From a coordinator's folder to a site: findings, written files, served files.

#[path = "../generated/academics.rs"]
mod academics;
mod added;
mod addresses;
mod assemble;
mod at_once;
mod check;
mod command;
mod feed;
mod folder;
mod front_matter;
mod full_disk;
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
mod partners;
mod pasted;
mod properties;
mod publication;
mod publish;
mod reader;
mod real_letter;
mod roll;
mod same_id;
mod serve;
mod sign_form;
mod sign_page;
mod signatories;
mod sitemap;
mod snippet;
mod special_files;
mod too_large;
mod translations;
mod unwritten;
mod watch;
mod widget;

//! The collector of `open-letter serve --collect`: on this machine alone, with a database of its own and an outbox that
//! is a page. Nothing leaves the machine.

use super::domains::{THROW_AWAY, lines};
use super::key::Key;
use super::letter::Letter;
use super::limits::Rates;
use super::settings::{Keep, LetterSettings, MailSettings, Moderate, Persons, Settings, SiteSettings, Way};
use super::web::outbox_routes;
use crate::source::letter_id::id_of;
use anyhow::{Context, Result};
use axum::Router;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The settings for letters of a site that is served at this address. Everything is kept in `folder`.
///
/// # Errors
/// If the folder can't be written, or the address is none.
pub fn settings(site: &Path, at: SocketAddr, folder: &Path, letters: &[PathBuf]) -> Result<Settings> {
    std::fs::create_dir_all(folder).with_context(|| format!("can't make {}", folder.display()))?;
    let key_file = folder.join("collect.key");
    if !key_file.exists() {
        Key::make(&key_file)?;
    }
    let base_url = format!("http://{at}/");
    let of = |letter: &PathBuf| LetterSettings { folder: letter.clone(), partners: Vec::new() };
    // Letters whose link leads elsewhere are served as they are.
    let is_collected = |letter: &&PathBuf| Letter::read(&of(letter), &base_url).is_ok();
    let letters = letters.iter().filter(is_collected).map(|letter| (id_of(letter), of(letter))).collect();
    Ok(Settings {
        listen: at,
        metrics: None,
        url: url::Url::parse(&format!("http://{at}/collect/"))?,
        proxies: Vec::new(),
        key_file,
        streams: 100,
        site: SiteSettings {
            out: site.to_path_buf(),
            base_url,
            every: Duration::from_secs(2),
            then: Vec::new(),
            folder: folder.to_path_buf(),
        },
        database: folder.join("signatures.db"),
        mail: MailSettings {
            way: Way::Outbox(folder.join("outbox")),
            from: "Open Letter <letters@localhost.example>".to_string(),
            reply_to: None,
            reminder: false,
            per_second: None,
            dkim_selector: None,
        },
        moderate: Moderate { persons: Persons::After, words: Vec::new(), domains: lines(THROW_AWAY), comments: false },
        rates: Rates::default(),
        keep: Keep::default(),
        admins: vec!["coordinator@localhost.example".to_string()],
        letters,
    })
}

/// The page of the outbox, at `/collect/outbox`.
pub fn outbox_page(folder: &Path) -> Router {
    outbox_routes(folder.join("outbox"))
}

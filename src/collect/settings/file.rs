//! The settings file as it is written. Unknown keys are refused, with their lines.

use super::words::in_words;
use crate::collect::limits::Rates;
use crate::files::regular;
use crate::files::span::Span;
use anyhow::{Result, anyhow, bail};
use serde::Deserialize;
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

/// The whole file.
#[expect(clippy::struct_field_names, reason = "the fields are named as in the file")]
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct File {
    pub listen: SocketAddr,
    #[serde(default)]
    pub metrics: Option<SocketAddr>,
    pub url: String,
    #[serde(default)]
    pub proxies: Vec<IpAddr>,
    pub key_file: PathBuf,
    #[serde(default)]
    pub streams: usize,
    pub site: Site,
    pub store: Store,
    pub mail: Mail,
    #[serde(default)]
    pub moderate: Moderate,
    #[serde(default)]
    pub limits: Rates,
    #[serde(default)]
    pub keep: Keep,
    #[serde(default)]
    pub admin: Admin,
    #[serde(default)]
    pub letter: Vec<Letter>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Site {
    pub out: PathBuf,
    pub base_url: String,
    #[serde(default = "ten_seconds")]
    pub every: Span,
    #[serde(default)]
    pub then: Vec<String>,
}

fn ten_seconds() -> Span {
    Span(std::time::Duration::from_secs(10))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Store {
    pub sqlite: PathBuf,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Mail {
    #[serde(default)]
    pub smtp: Option<String>,
    #[serde(default)]
    pub outbox: Option<PathBuf>,
    #[serde(default)]
    pub user: Option<String>,
    #[serde(default)]
    pub password_file: Option<PathBuf>,
    pub from: String,
    #[serde(default)]
    pub reply_to: Option<String>,
    #[serde(default)]
    pub reminder: bool,
    #[serde(default)]
    pub per_second: Option<NonZeroU32>,
    #[serde(default)]
    pub dkim_selector: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Moderate {
    pub persons: Persons,
    pub persons_first: u64,
    pub words_file: Option<PathBuf>,
    pub domains_file: Option<PathBuf>,
    pub comments: bool,
}

impl Default for Moderate {
    fn default() -> Moderate {
        let (words_file, domains_file) = (None, None);
        Moderate { persons: Persons::Before, persons_first: 50, words_file, domains_file, comments: false }
    }
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Persons {
    Before,
    After,
}

/// How long what is kept.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Keep {
    /// Signatures that nobody confirmed.
    pub pending: Span,
    /// The marks of addresses, from when the letter was closed.
    pub marks_after_close: Span,
}

impl Default for Keep {
    fn default() -> Keep {
        Keep { pending: Span::days(7), marks_after_close: Span::days(90) }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Admin {
    pub mails: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    pub folder: PathBuf,
    #[serde(default)]
    pub partners: Vec<String>,
}

/// Reads the file.
pub fn read(path: &Path) -> Result<File> {
    let shown = path.display();
    let bytes = regular::read(path, regular::TEXT)
        .map_err(|error| anyhow!("can't read {shown} ({error}): give the path of the settings by --config"))?;
    let Ok(text) = String::from_utf8(bytes) else {
        bail!("{shown} is not UTF-8: in the editor, choose Save As and the encoding UTF-8")
    };
    toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
        let written = text.lines().nth(line - 1).unwrap_or_default();
        anyhow!("{shown}:{line}: {}", in_words(written, error.message()))
    })
}

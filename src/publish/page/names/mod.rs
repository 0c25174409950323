//! The pages of a long roll: all signatories, for readers without scripts.
//!
//! Each page comes from one page of the roll's files, so it has at most 500 names and is as stable: an added name
//! rewrites the last page; a withdrawn one rewrites its own page and at most the pages next to it.

mod folder;
mod frame;
mod plan;

pub use folder::Folder;
pub use frame::Frame;

use crate::files::progress::Progress;
use crate::publish::roll::{Changes, Laid, row_hash};
use crate::source::rows;
use anyhow::{Context, Result};
use plan::{ALL_NAMES, Planned, plan};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What is remembered of the pages, so that unchanged pages are not read.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Remembered {
    /// The hash of the shared parts.
    frame: u64,
    /// The hash of the folder.
    folder: u64,
    /// The roll's files, with the hashes of their first rows.
    files: Vec<(String, u64)>,
    /// Whether one page has all names.
    all: bool,
}

/// Written pages that have not yet replaced the old ones.
#[must_use = "readers see them once they are committed"]
pub struct Staged {
    folder: Folder,
    frame: u64,
    files: Vec<(String, u64)>,
    all: bool,
    changes: Changes,
}

/// Writes the changed pages beside the old ones; with `all`, also the page with all names.
///
/// # Errors
/// If a file can't be read or written, or a page is somebody else's.
pub fn stage(
    laid: &Laid,
    folder: Folder,
    frame: &Frame,
    remembered: Option<&Remembered>,
    progress: Progress,
    all: bool,
) -> Result<Staged> {
    let files = files(laid, remembered)?;
    let fingerprint = frame.fingerprint();
    let as_left = |before: &&Remembered| before.frame == fingerprint && before.folder == folder.fingerprint();
    let planned = remembered.filter(as_left).map(|before| plan(&before.files, before.all)).unwrap_or_default();
    let old: HashMap<&str, &Planned> = planned.iter().map(|page| (page.name.as_str(), page)).collect();
    let pages = plan(&files, all);
    let is_same = planned == pages;
    let bar = progress.of("writing the pages with all names", pages.len());
    let stage_one = |page: &Planned| -> Result<bool> {
        let kept = old.get(page.name.as_str()) == Some(&page);
        let written = !kept && {
            let json = laid.folder.read(&page.src).with_context(|| lost(&page.src))?;
            folder.stage(&page.name, &frame.page(&json, &page.around)?)?
        };
        bar.inc(1);
        Ok(written)
    };
    let staged: Result<Vec<bool>> = pages.par_iter().map(stage_one).collect();
    let mut staged = staged?;
    if all {
        staged.push(!is_same && stage_all(&pages, laid, &folder, frame)?);
        folder.keep([ALL_NAMES.to_string()]);
    }
    folder.keep(pages.into_iter().map(|page| page.name));
    let written = staged.iter().filter(|written| **written).count();
    let changes = Changes { written, unchanged: staged.len() - written, deleted: 0 };
    Ok(Staged { folder, frame: fingerprint, files, all, changes })
}

/// Writes the page with all names. Returns whether it differs from the current one.
fn stage_all(pages: &[Planned], laid: &Laid, folder: &Folder, frame: &Frame) -> Result<bool> {
    let read = |page: &Planned| laid.folder.read(&page.src).with_context(|| lost(&page.src));
    let rows: Vec<Vec<u8>> = pages.iter().map(read).collect::<Result<_>>()?;
    folder.stage(ALL_NAMES, &frame.whole(&rows)?)
}

/// No pages: the letter itself names everybody.
pub fn none(folder: Folder) -> Staged {
    Staged { folder, frame: 0, files: Vec::new(), all: false, changes: Changes::default() }
}

impl Staged {
    /// Replaces the old pages.
    ///
    /// # Errors
    /// If one can't be replaced.
    pub fn commit(&self) -> Result<()> {
        self.folder.commit()
    }

    /// Deletes the pages that the roll no longer has. By then nothing may link to them.
    ///
    /// # Errors
    /// If one can't be deleted.
    pub fn clean(self) -> Result<(Changes, Remembered)> {
        let Staged { folder, frame, files, all, mut changes } = self;
        changes.deleted = folder.clean()?;
        Ok((changes, Remembered { frame, folder: folder.reopened()?.fingerprint(), files, all }))
    }
}

/// The roll's files with the hashes of their first rows. Reads only files with an unknown hash.
fn files(laid: &Laid, remembered: Option<&Remembered>) -> Result<Vec<(String, u64)>> {
    let files = remembered.map(|before| before.files.as_slice()).unwrap_or_default();
    let known: HashMap<&str, u64> = files.iter().map(|(src, first)| (src.as_str(), *first)).collect();
    let file = |page: &crate::publish::roll::Page| -> Result<(String, u64)> {
        let read = || {
            let bytes = laid.folder.read(&page.src)?;
            Some(row_hash(rows::signatories(&bytes)?.first()?))
        };
        let first = page.first.or_else(|| known.get(page.src.as_str()).copied()).or_else(read);
        Ok((page.src.clone(), first.with_context(|| lost(&page.src))?))
    };
    laid.pages.iter().map(file).collect()
}

fn lost(src: &str) -> String {
    format!("roll/{src} has changed or is damaged: delete the folder roll of the letter in the site, and publish again")
}

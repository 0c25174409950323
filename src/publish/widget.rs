//! Puts the widget's own files into the site, beside the letters.

use crate::files::lock::Patience;
use crate::files::regular;
use crate::files::site::{File, Outcome, Site};
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::path::Path;

#[path = "widget_file.rs"]
mod widget_file;

use widget_file::is_widget_file;

include!(concat!(env!("OUT_DIR"), "/widget.rs"));

/// The hashes of the files.
const INTEGRITY: &str = "integrity.json";

/// Puts the widget into the site, from a folder that `assemble` wrote or from this binary. `None` if there is neither.
///
/// # Errors
/// If the folder has no widget, or a file can't be read or written.
pub fn lay(site: &Site, folder: Option<&Path>) -> Result<Option<Vec<Outcome>>> {
    let mut files = match folder {
        Some(folder) => from_folder(folder)?,
        None => FILES.iter().map(|(name, bytes)| File { path: (*name).to_string(), bytes: bytes.to_vec() }).collect(),
    };
    if files.is_empty() {
        return Ok(None);
    }
    let _lock = site.lock(Patience::Short)?;
    list_what_is_there(&mut files, site);
    delete_outdated_packets(site, &files)?;
    // The loader names all others, so it is written last: a page that loads it finds them.
    files.sort_by_key(|file| (file.path.starts_with("open-letter.js"), file.path.clone()));
    site.write(&files).map(Some)
}

/// Takes out of the list of hashes what this site does not have, such as our campaign page.
fn list_what_is_there(files: &mut Vec<File>, site: &Site) {
    let Some(at) = files.iter().position(|file| file.path == INTEGRITY) else { return };
    let Ok(mut hashes) = serde_json::from_slice::<Map<String, Value>>(&files[at].bytes) else { return };
    let listed = hashes.len();
    let is_there =
        |name: &str| files.iter().any(|file| file.path == name) || site.folder(name).is_ok_and(|path| path.is_file());
    hashes.retain(|name, _| is_there(name));
    if hashes.len() < listed {
        files[at].bytes = crate::files::json::pretty(&hashes);
        files.retain(|file| ![".br", ".gz"].iter().any(|end| file.path == [INTEGRITY, end].concat()));
    }
}

/// Deletes the old compressed copy of a file that is no longer compressed: it would be served instead of the file.
fn delete_outdated_packets(site: &Site, files: &[File]) -> Result<()> {
    for packet in files.iter().flat_map(|file| [".br", ".gz"].map(|end| format!("{}{end}", file.path))) {
        if !files.iter().any(|file| file.path == packet) {
            site.delete(&packet)?;
        }
    }
    Ok(())
}

fn from_folder(folder: &Path) -> Result<Vec<File>> {
    let cannot = || format!("can't read the widget in {}", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(cannot)? {
        let entry = entry.with_context(cannot)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_widget_file(&name) {
            files.push(File { path: name, bytes: regular::read_whole(&entry.path()).with_context(cannot)? });
        }
    }
    if !files.iter().any(|file| file.path == "open-letter.js") {
        bail!("{} has no open-letter.js in it: build the widget with make dist first", folder.display());
    }
    Ok(files)
}

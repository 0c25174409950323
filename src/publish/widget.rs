//! The widget's own files, which publishing lays into the site beside the letters.

use crate::files::lock::Patience;
use crate::files::regular;
use crate::files::site::{File, Outcome, Site};
use anyhow::{Context, Result, bail};
use std::path::Path;

#[path = "widget_file.rs"]
mod widget_file;

use widget_file::is_widget_file;

include!(concat!(env!("OUT_DIR"), "/widget.rs"));

/// Lays the widget into the site, from a folder that `assemble` wrote or else from this binary. `None`: there is no
/// folder, and the binary carries no widget.
///
/// # Errors
/// If the folder has no widget in it, or a file can't be read or written.
pub fn lay(site: &Site, folder: Option<&Path>) -> Result<Option<Vec<Outcome>>> {
    let mut files = match folder {
        Some(folder) => from_folder(folder)?,
        None => FILES.iter().map(|(name, bytes)| File { path: (*name).to_string(), bytes: bytes.to_vec() }).collect(),
    };
    if files.is_empty() {
        return Ok(None);
    }
    let _lock = site.lock(Patience::Short)?;
    delete_outdated_packets(site, &files)?;
    // The loader names all others, so it is last: who loads it finds them there.
    files.sort_by_key(|file| (file.path.starts_with("open-letter.js"), file.path.clone()));
    site.write(&files).map(Some)
}

/// A file that is no longer compressed ahead would be served as its earlier packet still has it.
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

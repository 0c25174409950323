//! Begins a letter: a folder that can be published as it is, and explains itself; or one with a text that was written
//! elsewhere.
//!
//! ```text
//! a file   text ── recognise ── write ── letter.md, signatories.csv, report
//! ```

mod from;
mod recognise;
mod text;
mod write;

pub use from::{Begun, Elsewhere, from};

use crate::files::time;
use crate::files::unfinished::delete_empty;
use crate::roll::fold;
use crate::source::draft::LETTER_FILE;
use crate::source::letter_id::is_id;
use anyhow::{Context, Result, bail};
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The starter's files and their content; `DATE` is replaced with the day of writing.
const STARTER: [(&str, &str); 2] =
    [(LETTER_FILE, include_str!("starter/letter.md")), ("signatories.csv", include_str!("starter/signatories.csv"))];

/// Writes the starter into the folder, made if it is missing. Returns the paths of its files.
///
/// # Errors
/// If the folder's name is not a valid id, the folder has a letter already, or a file can't be written.
pub fn write(folder: &Path) -> Result<Vec<PathBuf>> {
    refuse(folder)?;
    let today = today()?;
    write_all(folder, &STARTER.map(|(name, content)| (name, content.replace("DATE", &today))))
}

/// The day of writing.
fn today() -> Result<String> {
    Ok(time::now()?.to_zoned(jiff::tz::TimeZone::system()).date().to_string())
}

/// Refuses a folder that has a letter, or whose name can't be an id.
fn refuse(folder: &Path) -> Result<()> {
    check_name(folder)?;
    if let Some(file) = any_of_a_letter(folder) {
        bail!("{} is there already, and nothing is ever overwritten: name another folder", file.display());
    }
    Ok(())
}

/// Writes all files, or none.
fn write_all(folder: &Path, files: &[(&str, String)]) -> Result<Vec<PathBuf>> {
    fs::create_dir_all(folder).with_context(|| format!("can't make the folder {}", folder.display()))?;
    let mut written = Vec::new();
    for (name, content) in files {
        let path = folder.join(name);
        if let Err(error) = write_new(&path, content) {
            // An incomplete starter would block the next attempt.
            for path in &written {
                let _ = fs::remove_file(path);
            }
            delete_empty(folder, 0);
            return Err(error).with_context(|| format!("can't write {}", path.display()));
        }
        written.push(path);
    }
    Ok(written)
}

/// Never overwrites a file, even one that appeared a moment ago; writes the whole file or nothing.
fn write_new(path: &Path, content: &str) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(content.as_bytes()).inspect_err(|_| drop(fs::remove_file(path)))
}

const RULE: &str = "small letters a to z, digits and hyphens";

/// The folder's name becomes a folder of the site and part of the letter's address.
fn check_name(folder: &Path) -> Result<()> {
    let whole = std::path::absolute(folder).with_context(|| format!("can't find {}", folder.display()))?;
    let whole = whole.canonicalize().unwrap_or(whole);
    let name = whole.file_name().unwrap_or_default().to_string_lossy();
    if is_id(&name) {
        return Ok(());
    }
    match id_like(&name) {
        Some(id) => bail!("“{name}” can't be part of a web address: use {RULE}, such as {id}"),
        None => bail!("“{name}” can't be part of a web address: use {RULE}"),
    }
}

/// The id closest to a name: `Ma lettre à Zoë` gives `ma-lettre-a-zoe`.
fn id_like(name: &str) -> Option<String> {
    let letters = fold(name).replace(|char: char| !char.is_ascii_alphanumeric(), " ");
    let id = letters.split_whitespace().collect::<Vec<_>>().join("-");
    is_id(&id).then_some(id)
}

/// A file of a letter, or of a translation, in the folder.
fn any_of_a_letter(folder: &Path) -> Option<PathBuf> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotADirectory => return Some(folder.to_path_buf()),
        Err(_) => return None,
    };
    let mut names: Vec<_> = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    let is_translation =
        |name: &str| name.strip_prefix("letter.").is_some_and(|rest| rest.strip_suffix(".md").is_some());
    let is_of_a_letter =
        |name: &&String| matches!(name.as_str(), LETTER_FILE | "signatories.csv") || is_translation(name);
    names.iter().find(is_of_a_letter).map(|name| folder.join(name))
}

//! Publishing: letters in, files of a site out.

use super::added::{self, Added};
use super::count;
use super::finding::Finding;
use super::memory::Memory;
use super::roll::{self, Changes, Folder};
use super::site::{File, Outcome, Site};
use super::source::Source;
use crate::model;
use anyhow::{Result, bail};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// What one letter's publishing came to.
#[derive(Debug)]
pub struct Published {
    /// What was found in its folder. With an error among it, nothing was written.
    pub findings: Vec<Finding>,
    /// Its files, in the order of writing.
    pub files: Vec<Outcome>,
    /// What became of the files of its roll, if that is too long for the letter, or was.
    pub roll: Option<Changes>,
    /// Whether the whole table of signatories was read, and not only what was added to it.
    pub whole: bool,
    /// Files of the publication that no longer come from the folder. They stay until somebody deletes them.
    pub left: Vec<String>,
}

/// Publishes letters into one site, and remembers which id comes from which folder.
#[derive(Clone, Debug)]
pub struct Publisher<'s> {
    site: &'s Site,
    base_url: Option<String>,
    folders: HashMap<String, PathBuf>,
}

impl<'s> Publisher<'s> {
    /// `base_url` is the address at which the site is served, by http or https.
    ///
    /// # Errors
    /// If it is no such address.
    pub fn new(site: &'s Site, base_url: Option<&str>) -> Result<Self> {
        let base_url = base_url.map(base).transpose()?;
        Ok(Publisher { site, base_url, folders: HashMap::new() })
    }

    /// Publishes the letter of a folder, if nothing is wrong with it.
    ///
    /// # Errors
    /// If a file can't be written or read, or two folders give one id.
    pub fn publish(&mut self, folder: &Path) -> Result<Published> {
        if let Some(Added { source, changes, memory }) = added::publish(folder, self.site, self.base_url.as_deref())? {
            self.claim(&source, folder)?;
            let (files, left) = self.write(&source)?;
            remember(&memory, folder);
            return Ok(Published { findings: Vec::new(), files, roll: Some(changes), whole: false, left });
        }
        let (source, findings) = Source::read(folder, self.base_url.as_deref());
        let Some(source) = source else {
            return Ok(Published { findings, files: Vec::new(), roll: None, whole: true, left: Vec::new() });
        };
        self.claim(&source, folder)?;
        let path = self.site.folder(&format!("letters/{}/roll", source.id))?;
        let Some(rows) = &source.roll else {
            let (files, left) = self.write(&source)?;
            // The letter, which no longer names it, is written.
            let changes = roll::remove(&path)?;
            return Ok(Published {
                findings,
                files,
                roll: (changes.deleted > 0).then_some(changes),
                whole: true,
                left,
            });
        };
        // The roll is written before the letter that leads to it.
        let roll = Folder::open(&path)?;
        let index = roll::write(rows, &roll)?;
        let changes = roll.commit(&index)?;
        let (files, left) = self.write(&source)?;
        remember(&added::memory(&source, rows, &path)?, folder);
        Ok(Published { findings, files, roll: Some(changes), whole: true, left })
    }

    /// Takes the id for the folder.
    fn claim(&mut self, source: &Source, folder: &Path) -> Result<()> {
        if let Some(other) = self.folders.insert(source.id.clone(), folder.to_path_buf()) {
            bail!(
                "{} and {} both have the id {}: give one of them another, by its folder's name or by id: in letter.md",
                other.display(),
                folder.display(),
                source.id
            );
        }
        Ok(())
    }

    /// Writes the letter's own files; what became of them, and what is left of others.
    fn write(&self, source: &Source) -> Result<(Vec<Outcome>, Vec<String>)> {
        let files = files(source, self.site)?;
        let left = left(source, self.site);
        let written = self.site.write(&files)?;
        self.site.sweep(&format!("letters/{}", source.id))?;
        Ok((written, left))
    }
}

/// Where it can't be written, the next run is a slower one, and no worse.
fn remember(memory: &Memory, folder: &Path) {
    let _ = memory.write(folder);
}

/// The letter's files. The count is last: it has widgets fetch the names again, which then must be there.
fn files(source: &Source, site: &Site) -> Result<Vec<File>> {
    let folder = format!("letters/{}", source.id);
    let mut files: Vec<File> = source
        .texts
        .iter()
        .map(|text| File {
            path: format!("{folder}/{}", text.file),
            bytes: super::pretty(&model::to_json(&text.letter)),
        })
        .collect();
    let path = format!("{folder}/count.json");
    let bytes = count::document(source, site.read(&path)?.as_deref())?;
    files.push(File { path, bytes });
    Ok(files)
}

/// Translations that were published once. Who withdrew since is still named in them.
fn left(source: &Source, site: &Site) -> Vec<String> {
    let folder = format!("letters/{}", source.id);
    let entries = std::fs::read_dir(site.root().join(&folder)).into_iter().flatten().flatten();
    let mut left: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.strip_prefix("letter.").is_some_and(|rest| rest.contains(".json") || rest == "json"))
        .filter(|name| !source.texts.iter().any(|text| text.file == *name))
        .map(|name| format!("{folder}/{name}"))
        .collect();
    left.sort();
    left
}

/// The address with a slash at its end, so that paths can be put after it.
fn base(url: &str) -> Result<String> {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    if host.is_empty() || url.contains(['?', '#', ' ']) {
        bail!("--base-url is “{url}”: give the site's address, such as https://letters.example/");
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

//! Publishing: letters in, files of a site out.
//!
//! All that is new is written beside what is there. Only then is the one exchanged for the other, what others lead to
//! first; and what nothing leads to any longer is deleted last. So a full disk changes nothing, and whoever reads
//! meanwhile finds whatever a file names.

use super::count;
use super::incremental::{self, Added};
use super::leftovers::left;
use super::owner;
use super::page::names::{self, Remembered};
use super::page::{self, Facts, sitemap};
use super::roll::{self, Changes, Folder, Laid};
use super::state::Memory;
use crate::files::lock::{Lock, Patience, Work as Works};
use crate::files::private_folder;
use crate::files::progress::Progress;
use crate::files::site::{File, Outcome, Site};
use crate::files::unfinished;
use crate::model;
use crate::source::finding::{Finding, Weight};
use crate::source::letter_folder::{self, Source, is_id};
use crate::source::text::Text;
use anyhow::{Context, Result, bail};
use jiff::Timestamp;
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
    /// What became of the pages of that roll.
    pub pages: Option<Changes>,
    /// The letter's id; `None` where it was not published.
    pub id: Option<String>,
    /// All signatures, and how many there were when the letter was published before.
    pub count: (u64, Option<u64>),
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
    progress: Progress,
    patience: Patience,
    /// The ids whose letters in the site may be others.
    replaced: Vec<String>,
}

/// A letter that is to be published.
struct Work {
    source: Source,
    findings: Vec<Finding>,
    whole: bool,
    /// Its roll, if that is too long for the letter, and what is to be remembered of it.
    roll: Option<(Laid, Memory)>,
}

impl<'s> Publisher<'s> {
    /// `base_url` is the address at which the site is served, by http or https.
    ///
    /// # Errors
    /// If it is no such address.
    pub fn new(site: &'s Site, base_url: Option<&str>) -> Result<Self> {
        let base_url = base_url.map(base).transpose()?;
        let (folders, replaced) = (HashMap::new(), Vec::new());
        Ok(Publisher { site, base_url, folders, progress: Progress::Untold, patience: Patience::Short, replaced })
    }

    /// The same publisher, who shows how far long work has come.
    #[must_use]
    pub fn with_progress(self, progress: Progress) -> Self {
        Publisher { progress, ..self }
    }

    /// The same publisher, who waits for others so long.
    #[must_use]
    pub fn with_patience(self, patience: Patience) -> Self {
        Publisher { patience, ..self }
    }

    /// The same publisher, who puts letters of these ids into the place of others.
    #[must_use]
    pub fn replacing(self, replaced: Vec<String>) -> Self {
        Publisher { replaced, ..self }
    }

    /// Refuses letters of which two would be published as one, before any is.
    ///
    /// # Errors
    /// If two folders give one id.
    pub fn tell_apart(&self, folders: &[PathBuf]) -> Result<()> {
        let mut claims = Publisher { folders: HashMap::new(), ..self.clone() };
        let ids = folders.iter().map(|folder| (letter_folder::id_of(folder), folder));
        ids.filter(|(id, _)| is_id(id)).try_for_each(|(id, folder)| claims.claim(id, folder))
    }

    /// Publishes the letter of a folder, if nothing is wrong with it.
    ///
    /// # Errors
    /// If a file can't be written or read, somebody else is at work in the site or the folder, or two folders give one
    /// id.
    pub fn publish(&mut self, folder: &Path) -> Result<Published> {
        let _site = self.site.lock(self.patience)?;
        self.refuse_within(folder)?;
        let _letter = Lock::of_letter(folder, Works::Publish, self.patience)?;
        unfinished::delete(folder, 0)?;
        unfinished::delete(&private_folder::path(folder), 0)?;
        let work = match incremental::read(folder, self.site, self.base_url.as_deref())? {
            Some(Added { source, laid, memory }) => {
                self.claim(source.id.clone(), folder)?;
                if let Some(another) = self.another(&source, folder)? {
                    return Ok(Published::nothing(vec![another]));
                }
                Work { source, findings: Vec::new(), whole: false, roll: Some((laid, memory)) }
            }
            None => match self.read(folder)? {
                Ok(work) => work,
                Err(findings) => return Ok(Published::nothing(findings)),
            },
        };
        self.write(work, folder)
    }

    /// What is told if the site has another letter of that id, which this one would take the place of.
    fn another(&self, source: &Source, folder: &Path) -> Result<Option<Finding>> {
        if self.replaced.contains(&source.id) { Ok(None) } else { owner::another(source, folder, self.site) }
    }

    /// Refuses a folder within the site. What stands there is served: the names of the hidden would be, and all that is
    /// remembered of the others.
    ///
    /// # Errors
    /// If the folder is within the site.
    pub fn refuse_within(&self, folder: &Path) -> Result<()> {
        if folder.canonicalize().is_ok_and(|folder| folder.starts_with(self.site.root())) {
            let (folder, site) = (folder.display(), self.site.root().display());
            bail!(
                "{folder} is within the site {site}, where everybody could read signatories.csv: name another folder by \
                 --out, or move the letter out of it"
            );
        }
        Ok(())
    }

    /// Reads the whole table, and lays the roll. Findings alone, where the letter can't be published.
    fn read(&mut self, folder: &Path) -> Result<Result<Work, Vec<Finding>>> {
        let reading = self.progress.begun("reading signatories.csv");
        let (source, mut findings) = Source::read(folder, self.base_url.as_deref());
        drop(reading);
        let Some(source) = source else { return Ok(Err(findings)) };
        self.claim(source.id.clone(), folder)?;
        if let Some(another) = self.another(&source, folder)? {
            findings.push(another);
            return Ok(Err(findings));
        }
        let lay = |rows| -> Result<(Laid, Memory)> {
            let folder = Folder::open(&self.site.folder(&format!("letters/{}/roll", source.id))?)?;
            Ok((roll::write(rows, folder, self.progress)?, incremental::memory(&source, rows)))
        };
        let roll = source.roll.as_ref().map(lay).transpose()?;
        Ok(Ok(Work { source, findings, whole: true, roll }))
    }

    /// Takes the id for the folder.
    fn claim(&mut self, id: String, folder: &Path) -> Result<()> {
        let (one, other) = (self.folders.get(&id).cloned(), folder.to_path_buf());
        if let Some(one) = one {
            bail!(
                "{} and {} both have the id {id}: give one of them another, by its folder's name or by id: in letter.md",
                one.display(),
                other.display()
            );
        }
        self.folders.insert(id, other);
        Ok(())
    }

    fn write(&self, work: Work, folder: &Path) -> Result<Published> {
        let Work { source, mut findings, whole, roll } = work;
        let facts = Facts::of(self.site, self.base_url.as_deref())?;
        let letter = format!("letters/{}", source.id);
        let count = self.site.read(&format!("{letter}/count.json"))?;
        let before = count::published(count.as_deref());
        findings.extend(count::ahead(count.as_deref()).map(|updated| clock_ahead(folder, updated)));
        let roll_folder = self.site.folder(&format!("{letter}/roll"))?;
        let pages = names::Folder::open(&self.site.folder(&format!("{letter}/{}", page::NAMES_FOLDER))?)?;
        let pages = match &roll {
            Some((laid, memory)) => {
                let frame = page::frame(&source, &facts).context("a letter has a text")?;
                names::stage(laid, pages, &frame, Some(&memory.pages), self.progress)?
            }
            None => names::none(pages),
        };
        let new = self.site.stage(&files(&source, &facts, self.site)?)?;

        let (roll, memory) = roll.map_or((None, None), |(laid, memory)| (Some(laid), Some(memory)));
        let is_long = roll.is_some();
        let changes = roll.map(Laid::commit).transpose()?;
        pages.commit()?;
        let mut files = new.commit()?;
        owner::remember(&source, folder);
        files.extend(self.write_sitemap(&files)?);

        let (page_changes, remembered) = pages.clean()?;
        let changes = match changes {
            Some(changes) => changes,
            None => roll::remove(&roll_folder)?,
        };
        if let Some(memory) = memory {
            remember(memory, remembered, &roll_folder, folder);
        }
        let told = |changes: Changes| (is_long || changes.deleted > 0).then_some(changes);
        Ok(Published {
            findings,
            files,
            roll: told(changes),
            pages: told(page_changes),
            count: (source.count as u64, before),
            whole,
            left: left(&source, self.site),
            id: Some(source.id),
        })
    }

    /// Writes the sitemap, whose pages these files may be.
    fn write_sitemap(&self, files: &[Outcome]) -> Result<Vec<Outcome>> {
        let Some(base) = &self.base_url else { return Ok(Vec::new()) };
        let sitemap = sitemap::file(self.site, base, files)?;
        self.site.write(sitemap.as_slice())
    }
}

impl Published {
    /// What publishing comes to that could not be.
    fn nothing(findings: Vec<Finding>) -> Published {
        Published {
            findings,
            files: Vec::new(),
            roll: None,
            pages: None,
            id: None,
            count: (0, None),
            whole: true,
            left: Vec::new(),
        }
    }
}

fn clock_ahead(folder: &Path, updated: Timestamp) -> Finding {
    let message = format!(
        "count.json in the site said that it is from {updated}, which is still to come, and is written anew: set the \
         clock of the machine that published it"
    );
    let file = folder.to_path_buf();
    Finding { file, line: None, column: None, path: None, code: None, message, weight: Weight::Warning }
}

/// Where it can't be written, the next run is a slower one, and no worse.
fn remember(memory: Memory, pages: Remembered, roll: &Path, folder: &Path) {
    let write = || Memory { site: Folder::open(roll)?.fingerprint(), pages, ..memory }.write(folder);
    let _ = write();
}

/// The letter's files. The count is last: it has widgets fetch the names again, which then must be there.
fn files(source: &Source, facts: &Facts, site: &Site) -> Result<Vec<File>> {
    let folder = format!("letters/{}", source.id);
    let letter = |text: &Text| File {
        path: format!("{folder}/{}", text.file),
        bytes: crate::files::json::pretty(&model::to_json(&text.letter)),
    };
    let mut files: Vec<File> = source.texts.iter().map(letter).collect();
    files.extend(page::files(source, facts, site)?);
    let path = format!("{folder}/count.json");
    let bytes = count::document(source, site.read(&path)?.as_deref())?;
    files.push(File { path, bytes });
    Ok(files)
}

/// The address with a slash at its end, so that paths can be put after it.
fn base(url: &str) -> Result<String> {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    if host.is_empty() || url.contains(['?', '#', ' ']) {
        bail!("--base-url is “{url}”: give the site's address, such as https://letters.example/");
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

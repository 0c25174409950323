//! Publishing: letters in, a site's files out.
//!
//! All new content is written beside the old. Only then does it replace the old, referenced files first; files that
//! nothing references any longer are deleted last. So a full disk changes nothing, and a reader finds every file that
//! another one names, at any moment.

use super::clock_ahead;
use super::count;
use super::incremental::{self, Added};
use super::letter_files::files;
use super::owner;
use super::page::names::{self, Remembered};
use super::page::{self, Facts, sitemap};
use super::published::Published;
use super::roll::{self, Changes, Folder, Laid};
use super::state::Memory;
use super::without_collected;
use super::{known_partners, removed_translations};
use crate::files::lock::{Lock, Patience, Work as Works};
use crate::files::private_folder;
use crate::files::progress::Progress;
use crate::files::site::{Outcome, Site};
use crate::files::unfinished;
use crate::source::finding::Finding;
use crate::source::letter_folder::{Source, has_one_page};
use crate::source::letter_id::{id_of, is_id};
use crate::source::partners::Partner;
use anyhow::{Context, Result, bail};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Publishes letters into one site, and remembers which folder has which id.
#[derive(Clone, Debug)]
pub struct Publisher<'s> {
    site: &'s Site,
    base_url: Option<String>,
    folders: HashMap<String, PathBuf>,
    progress: Progress,
    patience: Patience,
    /// The ids that `--replace` names: their letters may take the place of others.
    replaced: Vec<String>,
    /// Whether a letter with a collector may be published without the collector's table.
    without_collected: bool,
    partners: Vec<Partner>,
}

/// A letter to publish.
struct Work {
    source: Source,
    findings: Vec<Finding>,
    whole: bool,
    /// Its roll, if too long for the letter, and what to remember of it.
    roll: Option<(Laid, Memory)>,
}

impl<'s> Publisher<'s> {
    /// `base_url` is the site's address (http or https).
    ///
    /// # Errors
    /// If it is not such an address.
    pub fn new(site: &'s Site, base_url: Option<&str>) -> Result<Self> {
        let base_url = base_url.map(base).transpose()?;
        let (folders, replaced, partners) = (HashMap::new(), Vec::new(), Vec::new());
        Ok(Publisher {
            site,
            base_url,
            folders,
            progress: Progress::Hidden,
            patience: Patience::Short,
            replaced,
            without_collected: false,
            partners,
        })
    }

    /// The same publisher, with a progress display.
    #[must_use]
    pub fn with_progress(self, progress: Progress) -> Self {
        Publisher { progress, ..self }
    }

    /// The same publisher, with this patience for locks.
    #[must_use]
    pub fn with_patience(self, patience: Patience) -> Self {
        Publisher { patience, ..self }
    }

    /// The same publisher, which lets letters of these ids replace others.
    #[must_use]
    pub fn replacing(self, replaced: Vec<String>) -> Self {
        Publisher { replaced, ..self }
    }

    /// The same publisher, which may publish letters without the table of their collector.
    #[must_use]
    pub fn without_collected(self, without_collected: bool) -> Self {
        Publisher { without_collected, ..self }
    }

    /// The same publisher, which also writes snippets for each of these partners.
    #[must_use]
    pub fn for_partners(self, partners: Vec<Partner>) -> Self {
        Publisher { partners, ..self }
    }

    /// Refuses two folders with the same id before anything is published.
    ///
    /// # Errors
    /// If two folders have the same id.
    pub fn refuse_same_ids(&self, folders: &[PathBuf]) -> Result<()> {
        let mut claims = Publisher { folders: HashMap::new(), ..self.clone() };
        let ids = folders.iter().map(|folder| (id_of(folder), folder));
        ids.filter(|(id, _)| is_id(id)).try_for_each(|(id, folder)| claims.claim(id, folder))
    }

    /// Publishes a folder's letter if no finding is an error.
    ///
    /// # Errors
    /// If a file can't be written or read, another process holds the lock of the site or the folder, or two folders
    /// have the same id.
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

    /// The finding if the site has another letter of that id, which this one would replace.
    fn another(&self, source: &Source, folder: &Path) -> Result<Option<Finding>> {
        if self.replaced.contains(&source.id) { Ok(None) } else { owner::another(source, folder, self.site) }
    }

    /// Refuses a folder inside the site. The site is served, so it would expose hidden signatories' names and the
    /// command's records.
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

    /// Reads the whole table and writes the roll's files. Returns only findings if the letter can't be published.
    fn read(&mut self, folder: &Path) -> Result<Result<Work, Vec<Finding>>> {
        let reading = self.progress.begun("reading signatories.csv");
        let (source, mut findings) = Source::read(folder, self.base_url.as_deref());
        drop(reading);
        let Some(source) = source else { return Ok(Err(findings)) };
        self.claim(source.id.clone(), folder)?;
        let missing = without_collected::missing(&source, folder).filter(|_| !self.without_collected);
        if let Some(refused) = self.another(&source, folder)?.or(missing) {
            findings.push(refused);
            return Ok(Err(findings));
        }
        let lay = |rows| -> Result<(Laid, Memory)> {
            let folder = Folder::open(&self.site.folder(&format!("letters/{}/roll", source.id))?)?;
            Ok((roll::write(rows, folder, self.progress)?, incremental::memory(&source, rows)))
        };
        let roll = source.roll.as_ref().map(lay).transpose()?;
        Ok(Ok(Work { source, findings, whole: true, roll }))
    }

    /// Reserves the id for the folder.
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
        let partners = known_partners::all(&self.partners, self.site, &source.id, folder);
        let facts = Facts { partners, ..Facts::of(self.site, self.base_url.as_deref())? };
        let letter = format!("letters/{}", source.id);
        let count = self.site.read(&format!("{letter}/count.json"))?;
        let before = count::published(count.as_deref());
        findings.extend(clock_ahead::finding(folder, count.as_deref()));
        let roll_folder = self.site.folder(&format!("{letter}/roll"))?;
        let pages = names::Folder::open(&self.site.folder(&format!("{letter}/{}", page::NAMES_FOLDER))?)?;
        let pages = match &roll {
            Some((laid, memory)) => {
                let frame = page::frame(&source, &facts).context("a letter has a text")?;
                names::stage(laid, pages, &frame, Some(&memory.pages), self.progress, has_one_page(source.count))?
            }
            None => names::none(pages),
        };
        let published = count.or_else(|| count::remembered(folder));
        let new = files(&source, &facts, self.site, published.as_deref())?;
        let count = new.last().map(|file| file.bytes.clone());
        let new = self.site.stage(&new)?;

        let (roll, memory) = roll.map_or((None, None), |(laid, memory)| (Some(laid), Some(memory)));
        let is_long = roll.is_some();
        let changes = roll.map(Laid::commit).transpose()?;
        pages.commit()?;
        let mut files = new.commit()?;
        owner::remember(&source, folder);
        known_partners::remember(&self.partners, folder);
        count::remember(count, folder);
        let removed = removed_translations::delete(&source, self.site)?;
        files.extend(self.write_sitemap(&files)?);

        let (page_changes, remembered) = pages.clean()?;
        let changes = match changes {
            Some(changes) => changes,
            None => roll::remove(&roll_folder)?,
        };
        if let Some(memory) = memory {
            remember(memory, remembered, &roll_folder, folder);
        }
        let reported = |changes: Changes| (is_long || changes.deleted > 0).then_some(changes);
        Ok(Published {
            findings,
            files,
            roll: reported(changes),
            pages: reported(page_changes),
            count: (source.count as u64, before),
            whole,
            removed,
            id: Some(source.id),
        })
    }

    /// Writes the sitemap, since these files may be pages that it lists.
    fn write_sitemap(&self, files: &[Outcome]) -> Result<Vec<Outcome>> {
        let Some(base) = &self.base_url else { return Ok(Vec::new()) };
        let sitemap = sitemap::file(self.site, base, files)?;
        self.site.write(sitemap.as_slice())
    }
}

/// If this can't be written, the next run is only slower.
fn remember(memory: Memory, pages: Remembered, roll: &Path, folder: &Path) {
    let write = || Memory { site: Folder::open(roll)?.fingerprint(), pages, ..memory }.write(folder);
    let _ = write();
}

/// The address with a final slash, so that paths can be appended.
fn base(url: &str) -> Result<String> {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    if host.is_empty() || url.contains(['?', '#', ' ']) {
        bail!("--base-url is “{url}”: give the site's address, such as https://letters.example/");
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

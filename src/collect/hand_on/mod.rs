//! Hands signatures on: from the store to `signatories.collected.csv`, and from there to the publisher.
//!
//! One cycle at a time, and count and roll together. What is told to readers is what is published.

mod before;
mod sources;
mod table;

pub use before::recall;
pub use table::Table;

use super::collector::Collector;
use super::log;
use super::published::Publication;
use super::signature::Signature;
use super::store::{Count, Open, Store};
use crate::files::lock::Patience;
use crate::files::site::Site;
use crate::publish::{Publisher, then};
use crate::source::Weight;
use anyhow::{Context, Result, bail};
use sources::Sources;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// How many signatures are read at a time.
const PAGE: u32 = 10_000;

/// How often the collector looks for something to hand on, while there is nothing.
const LOOK: Duration = Duration::from_secs(1);

/// How long to wait after a cycle that took so long. The first signature after a quiet time is handed on at once, so that
/// an open page shows it within seconds; those that follow wait for `every`.
#[must_use]
pub fn pause(every: Duration, took: Duration, was_busy: bool) -> Duration {
    let pause = if was_busy { every } else { every.min(LOOK) };
    pause.max(took * 3)
}

/// Hands on, cycle by cycle.
pub struct HandOn<S> {
    collector: Arc<Collector<S>>,
    letters: HashMap<String, Handed>,
    /// Whether the program that follows is still to be run.
    then_waits: bool,
}

/// What was handed on of a letter.
#[derive(Debug, Default)]
struct Handed {
    count: Option<Count>,
    open: Open,
    /// The place of the last signature in the table, and how many it has.
    last: i64,
    rows: u64,
    /// The length of the table in bytes.
    length: u64,
    sources: Sources,
}

impl<S: Store> HandOn<S> {
    /// Nothing handed on yet: the first cycle writes every table.
    pub fn new(collector: Arc<Collector<S>>) -> HandOn<S> {
        HandOn { collector, letters: HashMap::new(), then_waits: false }
    }

    /// Hands on until told to stop, and once more then.
    pub async fn run(mut self, mut stop: watch::Receiver<bool>) {
        loop {
            let (is_last, began) = (*stop.borrow(), Instant::now());
            let was_busy = self.cycle().await;
            if is_last {
                return;
            }
            let pause = pause(self.collector.settings.site.every, began.elapsed(), was_busy);
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                _ = stop.changed() => {}
            }
        }
    }

    /// Hands on what has changed of every letter. What fails is logged, and tried again in the next cycle. Returns whether
    /// there was anything to do.
    pub async fn cycle(&mut self) -> bool {
        let mut is_busy = self.then_waits;
        let ids: Vec<String> = self.collector.settings.letters.keys().cloned().collect();
        for id in ids {
            match self.letter(&id).await {
                Ok(changed) => {
                    self.then_waits |= changed;
                    is_busy |= changed;
                }
                Err(error) => {
                    log::error(&format!("{id} is not published: {error:#}"));
                    is_busy = true;
                }
            }
        }
        if self.then_waits {
            let site = &self.collector.settings.site;
            match then::run(&site.then, &site.folder).await.context("site.then") {
                Ok(()) => self.then_waits = false,
                Err(error) => log::error(&format!("{error:#}; the collector tries again")),
            }
        }
        is_busy
    }

    /// Hands on a letter. Returns whether files of the site changed.
    async fn letter(&mut self, id: &str) -> Result<bool> {
        let collector = self.collector.clone();
        let folder = collector.settings.letters[id].folder.clone();
        // First the counts, then the rows: what comes in between is handed on in the next cycle.
        let count = collector.store.count(id).await?;
        let open = collector.store.open(id).await?;
        let sources = Sources::of(&folder);
        let mut handed = self.letters.remove(id).unwrap_or_default();
        let is_same = handed.count == Some(count) && handed.open == open && handed.sources == sources;
        if is_same {
            self.letters.insert(id.to_string(), handed);
            return Ok(false);
        }
        // If anything fails from here on, nothing is remembered, and the table is written anew.
        if handed.sources != sources {
            collector.read_letter(id)?;
        }
        match (open, handed.count) {
            (Open::TakenDown(_), _) => {
                handed.length = write(Table::of(&folder), Vec::new()).await?;
                (handed.last, handed.rows) = (0, 0);
            }
            // Somebody else may have written the table meanwhile: then it is written anew.
            (_, Some(before))
                if before.rewritten == count.rewritten
                    && handed.open == open
                    && Table::of(&folder).length() == handed.length =>
            {
                let new = self.joined(id, handed.last).await?;
                (handed.last, handed.rows) = (last(&new, handed.last), handed.rows + new.len() as u64);
                handed.length = append(Table::of(&folder), new).await?;
            }
            _ => {
                let all = self.joined(id, 0).await?;
                (handed.last, handed.rows) = (last(&all, 0), all.len() as u64);
                handed.length = write(Table::of(&folder), all).await?;
            }
        }
        let changed = self.publish(id, folder.clone(), (handed.rows, count.version)).await?;
        (handed.count, handed.open, handed.sources) = (Some(count), open, Sources::of(&folder));
        self.letters.insert(id.to_string(), handed);
        Ok(changed)
    }

    /// All signatures that joined after a place.
    async fn joined(&self, id: &str, mut after: i64) -> Result<Vec<Signature>> {
        let mut all = Vec::new();
        loop {
            let page = self.collector.store.roll(id, after, PAGE).await?;
            let is_last = page.len() < PAGE as usize;
            after = last(&page, after);
            all.extend(page);
            if is_last {
                return Ok(all);
            }
        }
    }

    /// Publishes a letter, whose table has so many rows, of this version of the counts.
    async fn publish(&self, id: &str, folder: PathBuf, (rows, version): (u64, i64)) -> Result<bool> {
        let site = self.collector.settings.site.clone();
        let name = id.to_string();
        let publish = move || {
            let out = Site::open(&site.out)?;
            let mut publisher = Publisher::new(&out, Some(&site.base_url))?.with_patience(Patience::Short);
            let done = publisher.publish(&folder)?;
            if done.id.is_none() {
                let error = done.findings.iter().find(|finding| finding.weight == Weight::Error);
                bail!("{}", error.map(ToString::to_string).unwrap_or_default());
            }
            let count = out.read(&format!("letters/{name}/count.json"))?.context("there is no count.json")?;
            let changed = done.files.iter().any(|file| file.written);
            let own = done.count.0.saturating_sub(rows);
            Ok((Publication { own, count: count.into(), version }, changed))
        };
        let (publication, changed) = tokio::task::spawn_blocking(publish).await.context("publishing failed")??;
        self.collector.published.set(id, publication);
        Ok(changed)
    }
}

/// The place of the last of these signatures, or the place before them.
fn last(signatures: &[Signature], before: i64) -> i64 {
    signatures.last().and_then(|signature| signature.joined).unwrap_or(before)
}

/// Writes the table anew. Returns its length.
async fn write(table: Table, signatures: Vec<Signature>) -> Result<u64> {
    let write = move || table.write(&Table::bytes(&signatures)).map(|()| table.length());
    tokio::task::spawn_blocking(write).await.context("writing failed")?
}

/// Appends to the table. Returns its length.
async fn append(table: Table, signatures: Vec<Signature>) -> Result<u64> {
    let append = move || {
        if !signatures.is_empty() {
            table.append(&signatures)?;
        }
        Ok(table.length())
    };
    tokio::task::spawn_blocking(append).await.context("writing failed")?
}

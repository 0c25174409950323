//! `open-letter publish` turns letters into a site, once or after each change.

use super::follows::{Follows, follow};
use anyhow::Result;
use clap::Args;
use open_letter::files::Site;
use open_letter::files::lock::{Holder, Patience};
use open_letter::files::progress::Progress;
use open_letter::publish::watch_folder::Watch;
use open_letter::publish::{Publisher, summary, widget};
use open_letter::source::{Finding, Weight, partners};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Arguments of `open-letter publish`.
#[derive(Args)]
pub struct Arguments {
    /// Folders of letters, each with letter.md and signatories.csv
    #[arg(required = true, value_name = "DIR")]
    letters: Vec<PathBuf>,
    /// The folder of the site
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The address at which the site is served
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// Take the widget's files from this folder instead of from this command
    #[arg(long, value_name = "DIR")]
    widget: Option<PathBuf>,
    /// Publish again after each change of the folders, until the command is ended
    #[arg(long)]
    watch: bool,
    /// Let the letter with this id replace another letter that the site has under it
    #[arg(long, value_name = "ID")]
    replace: Vec<String>,
    /// Publish letters that have a collector even if the table of their collected signatures is missing
    #[arg(long)]
    without_collected: bool,
    /// Also write snippets for each partner in this table, which has the columns id and name
    #[arg(long, value_name = "CSV")]
    partners: Option<PathBuf>,
    /// List each file, not only their number
    #[arg(long)]
    verbose: bool,
    /// Afterwards run this program, which carries the site to where it is served. Everything after it belongs to this
    /// program; no shell reads it: --then ./upload site
    #[arg(long, value_name = "PROGRAM", num_args = 1.., allow_hyphen_values = true)]
    then: Vec<String>,
}

/// Publishes all letters; with `--watch`, again and again.
///
/// # Errors
/// If the site can't be written, or another command holds its lock.
pub fn run(arguments: Arguments) -> Result<ExitCode> {
    let Arguments { letters, out, base_url, widget, watch, replace, without_collected, partners, verbose, then } =
        arguments;
    let site = Site::open(&out)?;
    let patience = if watch { Patience::Endless(say_waiting) } else { Patience::Short };
    let publisher = Publisher::new(&site, base_url.as_deref())?.with_progress(Progress::Drawn).with_patience(patience);
    let partners = partners.as_deref().map(partners::read).transpose()?.unwrap_or_default();
    let publisher = publisher.replacing(replace).without_collected(without_collected).for_partners(partners);
    letters.iter().try_for_each(|folder| publisher.refuse_within(folder))?;
    // One lock for all letters, so that no other command publishes between them.
    let lock = site.lock(patience)?;
    let laid = widget::lay(&site, widget.as_deref())?;
    if let Some(laid) = &laid {
        say_all(&summary::of_widget(laid, verbose));
    }
    // Started before the first reading, so that it notices a change during that reading.
    let watch = watch.then(|| Watch::start(&letters));
    let done = publish_letters(&letters, publisher.clone(), verbose, true);
    drop(lock);
    if done.is_ok() {
        if laid.is_none() {
            say!(stdout, "this command carries no widget, so only letters were written: give its folder by --widget");
        }
        if base_url.is_none() {
            say!(stdout, "the snippets for partners are not complete: give the site's address by --base-url");
        }
    }
    let Some(mut watch) = watch else {
        let done = done?;
        follow(&then)?;
        return Ok(if done.all { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    };
    let mut follows = Follows::of(then, done.is_ok());
    if let Err(error) = done {
        say!(stderr, "error: {error:#}");
    }
    follows.run();
    say!(stdout, "watching for changes");
    loop {
        if watch.waits_for(follows.patience()) {
            let lock = site.lock(patience);
            match publish_letters(&letters, publisher.clone(), verbose, false) {
                Ok(done) => follows.waits |= done.changed,
                Err(error) => say!(stderr, "error: {error:#}"),
            }
            drop(lock);
        }
        follows.run();
    }
}

/// What publishing did.
struct Done {
    /// Whether all letters were published.
    all: bool,
    /// Whether any file changed.
    changed: bool,
}

fn say_waiting(holder: &Holder) {
    say!(stderr, "waiting: {holder}");
}

/// Publishes all letters. Lists unchanged files the first time only.
fn publish_letters(letters: &[PathBuf], mut publisher: Publisher, verbose: bool, first: bool) -> Result<Done> {
    publisher.refuse_same_ids(letters)?;
    let mut sum = Done { all: true, changed: false };
    for folder in letters {
        let done = publisher.publish(folder)?;
        say_some(&done.findings, folder);
        sum.changed |= summary::has_changed(&done);
        if first || summary::has_changed(&done) {
            say_all(&summary::of_letter(&done, folder, verbose));
        }
        if done.id.is_none() {
            sum.all = false;
            say!(stderr, "{} was not published, for the reasons above", folder.display());
        }
    }
    Ok(sum)
}

/// Prints the findings of publishing; of warnings only the first per file.
fn say_some(findings: &[Finding], folder: &Path) {
    const MOST: usize = 20;
    for file in findings.chunk_by(|a, b| a.file == b.file) {
        let is_warning = |finding: &&Finding| finding.weight == Weight::Warning;
        let last = file.iter().filter(is_warning).nth(MOST - 1).and_then(|last| last.line);
        let left_out = |finding: &&Finding| last.is_some() && is_warning(finding) && finding.line > last;
        let (rest, first): (Vec<&Finding>, Vec<&Finding>) = file.iter().partition(left_out);
        for finding in first {
            say!(stderr, "{finding}");
        }
        if let (more @ 1.., Some(finding)) = (rest.len(), rest.first()) {
            let (path, folder) = (finding.file.display(), folder.display());
            say!(stderr, "{path}: {more} more warnings: open-letter check {folder} lists them");
        }
    }
}

fn say_all(lines: &[String]) {
    for line in lines {
        say!(stdout, "{line}");
    }
}

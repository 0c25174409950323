//! `open-letter import … --every 15m`: imports again and again, until the command is ended.

use crate::command::follows::Follows;
use crate::command::stop::told_to_stop;
use anyhow::Result;
use jiff::Timestamp;
use open_letter::files::time::local;
use open_letter::import::remote::{Address, Answer, Failure, Fetcher, Pace, Version};
use open_letter::import::{Options, Report, Written, held, import_bytes};
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

/// The pause between two looks at the list of rows that wait.
const LOOK: Duration = Duration::from_millis(500);

/// The most notes of a round.
const MOST: usize = 20;

/// What is imported again and again.
pub struct Every {
    /// Where to.
    pub options: Options,
    /// Where from.
    pub address: Address,
    /// How.
    pub fetcher: Fetcher,
    /// How often.
    pub pace: Pace,
    /// What follows each change of the table.
    pub follows: Follows,
}

/// What is known from the last round. Only the last table is kept.
#[derive(Default)]
struct Last {
    version: Version,
    table: Option<Vec<u8>>,
    /// Whether it still has to be imported, since that failed.
    is_behind: bool,
    /// When the list of rows that wait was last written, as of the last import. What the coordinator saves later is a
    /// change, whatever is done meanwhile.
    seen: Option<SystemTime>,
    told: String,
}

/// Why a round begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Woken {
    /// It is time to ask.
    Due,
    /// The list of rows that wait has changed: the coordinator may have decided.
    Listed,
    /// The program that follows is to be run again.
    Follows,
}

/// Imports until the command is ended: then what has begun is finished first.
///
/// # Errors
/// If the signal to stop can't be waited for.
pub fn run(every: Every) -> Result<ExitCode> {
    let Every { options, address, fetcher, mut pace, mut follows } = every;
    let working = Arc::new(Mutex::new(()));
    end_in_order(&working)?;
    let waiting = options.into.join(held::FILE);
    let mut last = Last::default();
    let mut woken = Woken::Due;
    let mut next = Instant::now();
    loop {
        let asked = (woken == Woken::Due).then(|| fetcher.get(&address, &last.version));
        let at_work = working.lock().unwrap_or_else(PoisonError::into_inner);
        let done = match (asked, woken) {
            (Some(answer), _) => answer.and_then(|answer| round(&options, answer, &mut last)),
            (None, Woken::Listed) => again(&options, &mut last),
            (None, _) => Ok(false),
        };
        follows.waits |= matches!(done, Ok(true));
        match done {
            _ if woken == Woken::Follows => {}
            Ok(_) if woken == Woken::Due => {
                let (pause, failed_before) = pace.succeed();
                next = Instant::now() + pause;
                if failed_before {
                    tell(&format!("{} is read again", address.host()));
                }
            }
            Ok(_) => {}
            Err(Failure { reason, after }) => {
                let (pause, is_new) = pace.fail(&reason, after);
                next = Instant::now() + pause;
                if is_new {
                    say!(stderr, "{} error: {reason}; the table stays as it is", now());
                }
            }
        }
        follows.run();
        drop(at_work);
        woken = wait((next, follows.patience()), &waiting, last.seen);
    }
}

/// Imports what came, if it is new. Whether the table was written.
fn round(options: &Options, answer: Answer, last: &mut Last) -> Result<bool, Failure> {
    let (bytes, version) = match answer {
        Answer::Table(bytes, version) => (bytes, version),
        Answer::Same if last.is_behind => return again(options, last),
        Answer::Same => return Ok(false),
    };
    let is_written = import(options, &bytes, last);
    (last.table, last.version) = (Some(bytes), version);
    is_written
}

/// Imports the last table again.
fn again(options: &Options, last: &mut Last) -> Result<bool, Failure> {
    let Some(bytes) = last.table.take() else {
        last.seen = modified(&options.into.join(held::FILE));
        return Ok(false);
    };
    let is_written = import(options, &bytes, last);
    last.table = Some(bytes);
    is_written
}

fn import(options: &Options, bytes: &[u8], last: &mut Last) -> Result<bool, Failure> {
    last.is_behind = true;
    let done = import_bytes(options, bytes);
    last.seen = modified(&options.into.join(held::FILE));
    let report = done.map_err(|error| Failure { reason: format!("{error:#}"), after: None })?;
    last.is_behind = false;
    let is_written = report.written == Written::Yes;
    let text = news(&report);
    let is_new = text != last.told;
    if is_written || is_new {
        tell(&text);
    }
    if is_new {
        for note in report.notes.iter().take(MOST) {
            say!(stdout, "  {}", note.text);
        }
        last.told = text;
    }
    Ok(is_written)
}

/// A line about a report.
fn news(report: &Report) -> String {
    let Report { added, updated, withdrawn, held, waiting, left_out, list, .. } = report;
    let mut parts = vec![format!("{added} added"), format!("{updated} updated")];
    if *withdrawn > 0 {
        parts.push(format!("{withdrawn} withdrawn"));
    }
    if let Some(path) = waiting {
        parts.push(format!("{held} wait for yes or no in {}", path.display()));
    }
    if let Some(path) = list {
        parts.push(format!("{} left out, listed in {}", left_out.len(), path.display()));
    }
    parts.join(", ")
}

/// Waits until something is to be done.
fn wait((next, patience): (Instant, Duration), waiting: &Path, seen: Option<SystemTime>) -> Woken {
    let begun = Instant::now();
    let mut changed = None;
    loop {
        if Instant::now() >= next {
            return Woken::Due;
        }
        if begun.elapsed() >= patience {
            return Woken::Follows;
        }
        std::thread::sleep(LOOK.min(next.saturating_duration_since(Instant::now())));
        let now = modified(waiting);
        // Programs write a file in several steps, so it is read once two looks agree.
        if now != seen && changed == Some(now) {
            return Woken::Listed;
        }
        changed = Some(now);
    }
}

fn modified(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).and_then(|found| found.modified()).ok()
}

/// Ends the process on a signal, once nothing is being written.
fn end_in_order(working: &Arc<Mutex<()>>) -> Result<()> {
    let working = working.clone();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    std::thread::spawn(move || {
        runtime.block_on(async { told_to_stop().await });
        let _quiet = working.lock().unwrap_or_else(PoisonError::into_inner);
        say!(stdout, "{} ended", now());
        std::process::exit(0);
    });
    Ok(())
}

fn tell(text: &str) {
    say!(stdout, "{} {text}", now());
}

fn now() -> String {
    local(Timestamp::now())
}

//! Publishing large rolls: its time and memory, and the cost of its files to a reader.

use crate::bench::Report;
use crate::figure::{Figure, Unit};
use crate::generated;
use crate::runs::Runs;
use anyhow::{Context, Result, ensure};
use open_letter::assemble::compress::{brotli, gzip};
use open_letter::model::{Json, RollFile, RollIndex};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];
const RUNS: usize = 3;
const MOST: usize = 1_000_000;

/// How many files of each kind are compressed to estimate sizes.
const SAMPLE: usize = 40;

/// A phone's network: bytes per millisecond at 1.6 Mbit/s, and milliseconds per request.
const BYTES: f64 = 200.0;
const LATENCY: f64 = 150.0;

/// Publishes from scratch, then with one more row, at each size.
pub fn measure() -> Result<Report> {
    let mut figures = Vec::new();
    let mut notes = Vec::new();
    for size in SIZES {
        let letter = Letter::new(size)?;
        let (mut scratch, mut more) = (Vec::new(), Vec::new());
        for run in 0..RUNS {
            // A new site each time: ext4 is slow shortly after deleting many files.
            let site = format!("site-{run}");
            letter.clear()?;
            scratch.push(letter.publish(&site)?);
            letter.add()?;
            more.push(letter.publish(&site)?);
        }
        for (what, runs, budget) in [("from scratch", scratch, 10_000.0), ("one more", more, 1000.0)] {
            let name = |unit: &str| format!("{size} signatories, {what}: {unit}");
            let time = Runs::new(runs.iter().map(|run| run.time.as_secs_f64() * 1000.0));
            let memory = Runs::new(runs.iter().map(|run| run.memory));
            let figures_of = [
                Figure::new(name("time"), Unit::Milliseconds, time),
                Figure::new(name("memory"), Unit::Megabytes, memory),
            ];
            // The budgets are for a million.
            let [time, memory] = figures_of;
            let within = |figure: Figure, budget| if size == MOST { figure.within(budget) } else { figure };
            figures.extend([within(time, budget), within(memory, 1000.0)]);
        }
        let roll = Roll::read(letter.folder())?;
        figures.extend(roll.figures(size)?);
        if size == MOST {
            notes.push(roll.candidates()?);
        }
    }
    Ok(Report { title: format!("publishing invented rolls; {RUNS} runs"), figures, notes })
}

/// A letter's folder and a site.
struct Letter {
    temp: TempDir,
    size: usize,
}

struct Run {
    time: Duration,
    /// The peak memory of the process, in megabytes.
    memory: f64,
}

impl Letter {
    fn new(size: usize) -> Result<Letter> {
        let temp = tempfile::tempdir()?;
        fs::create_dir(temp.path().join("x"))?;
        fs::write(temp.path().join("x/letter.md"), "---\nlang: en\ntitle: A letter\n---\n\nText.\n")?;
        Ok(Letter { temp, size })
    }

    fn folder(&self) -> PathBuf {
        self.temp.path().join("site-0/letters/x")
    }

    /// Restores the state before the first publication.
    fn clear(&self) -> Result<()> {
        let memory = self.temp.path().join("x/.open-letter");
        if memory.exists() {
            fs::remove_dir_all(memory)?;
        }
        Ok(fs::write(self.temp.path().join("x/signatories.csv"), generated::table(1, self.size))?)
    }

    fn add(&self) -> Result<()> {
        use std::io::Write;
        let mut csv = fs::OpenOptions::new().append(true).open(self.temp.path().join("x/signatories.csv"))?;
        Ok(csv.write_all("new,Someone Who-Has Just-Signed,person,,,NL,2023-09-30,,,\n".as_bytes())?)
    }

    fn publish(&self, site: &str) -> Result<Run> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_open-letter"));
        command.args(["publish", "x", "--out", site]).current_dir(self.temp.path());
        let begun = Instant::now();
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let status = PathBuf::from(format!("/proc/{}/status", child.id()));
        let mut memory: f64 = 0.0;
        let done = loop {
            memory = memory.max(peak(&status).unwrap_or_default());
            match child.try_wait()? {
                Some(done) => break done,
                None => std::thread::sleep(Duration::from_millis(2)),
            }
        };
        ensure!(done.success(), "the letter was not published");
        Ok(Run { time: begun.elapsed(), memory })
    }
}

/// The peak memory of a running process, in megabytes, if Linux reports it.
fn peak(status: &Path) -> Option<f64> {
    let text = fs::read_to_string(status).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes * 1.024 / 1000.0)
}

/// The files of a published roll, in order.
struct Roll {
    index: Vec<u8>,
    lists: Vec<Vec<u8>>,
    pages: Vec<Vec<u8>>,
    shards: Vec<Vec<u8>>,
    /// The pages for readers without scripts.
    html: Vec<Vec<u8>>,
}

impl Roll {
    fn read(letter: PathBuf) -> Result<Roll> {
        let folder = letter.join("roll");
        let bytes = fs::read(folder.join("index.json"))?;
        let index = RollIndex::read(&Json::parse(std::str::from_utf8(&bytes)?)?).context("no index")?;
        let mut roll =
            Roll { index: bytes, lists: Vec::new(), pages: Vec::new(), shards: Vec::new(), html: Vec::new() };
        for page in fs::read_dir(letter.join("signatories"))? {
            roll.html.push(fs::read(page?.path())?);
        }
        let sources = index.pages.iter().map(|list| &list.src).chain(index.names.iter().map(|list| &list.src));
        for source in sources {
            let bytes = fs::read(folder.join(source))?;
            let json = Json::parse(std::str::from_utf8(&bytes)?)?;
            let list = RollFile::read(&json, &|url| Some(url.to_string())).context("no list")?;
            for page in &list.pages {
                roll.pages.push(fs::read(folder.join(&page.src))?);
            }
            for name in &list.names {
                roll.shards.push(fs::read(folder.join(&name.src))?);
            }
            roll.lists.push(bytes);
        }
        Ok(roll)
    }

    fn figures(&self, size: usize) -> Result<Vec<Figure>> {
        let mut figures = Vec::new();
        let index = [self.index.clone()];
        let kinds = [
            ("index", &index[..]),
            ("list", &self.lists),
            ("page", &self.pages),
            ("search file", &self.shards),
            ("page in HTML", &self.html),
        ];
        for (kind, files) in kinds {
            let every = (files.len() / SAMPLE).max(1);
            let packed = |pack: fn(&[u8]) -> std::io::Result<Vec<u8>>| -> Result<Vec<f64>> {
                files.iter().step_by(every).map(|file| Ok(length(&pack(file)?))).collect()
            };
            let name = |what: &str| format!("{size} signatories, {} x {kind}: {what}", files.len());
            figures.push(Figure::new(name("bytes"), Unit::Bytes, Runs::new(files.iter().map(|file| length(file)))));
            figures.push(Figure::new(name("gzip"), Unit::Bytes, Runs::new(packed(gzip)?)));
            figures.push(Figure::new(name("brotli"), Unit::Bytes, Runs::new(packed(brotli)?)));
        }
        Ok(figures)
    }

    /// The cost of other sizes of search files, made by joining or splitting those of a million rows.
    fn candidates(&self) -> Result<String> {
        let mut lines = vec![format!(
            "A search for one word by file size, over {BYTES} bytes a millisecond and {LATENCY} ms for each of three \
             requests (index, list, search file), gzip:"
        )];
        let every = (self.shards.len() / SAMPLE).max(1);
        for (mean, factor) in [(80, 0.25), (320, 1.0), (1280, 4.0)] {
            let mut sizes = Vec::new();
            for start in (0..self.shards.len() - 4).step_by(every) {
                sizes.push(length(&gzip(&part(&self.shards[start..], factor))?));
            }
            // Lists keep their length; the index has more or fewer of them.
            let list = length(&gzip(self.lists.last().context("no list")?)?);
            let index = length(&gzip(&self.index)?) / factor;
            let file = Runs::new(sizes).median();
            let time = 3.0 * LATENCY + (index + list + file) / BYTES;
            lines.push(format!("  {mean:>5} entries: search file {file:.0} bytes, {time:.0} ms"));
        }
        Ok(lines.join("\n"))
    }
}

/// A quarter of the first file, all of it, or the first four.
fn part(files: &[Vec<u8>], factor: f64) -> Vec<u8> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a quarter, one or four")]
    match factor {
        less if less < 1.0 => files[0][..(length(&files[0]) * less) as usize].to_vec(),
        more => files[..more as usize].concat(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "files are small")]
fn length(bytes: &[u8]) -> f64 {
    bytes.len() as f64
}

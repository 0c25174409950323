//! Rows that wait until the coordinator has looked at them: `held.csv` in the letter's folder, for its owner alone.
//!
//! The coordinator writes *yes* or *no* in its first column. A decision is about exactly the text that the row shows:
//! its mark covers every cell. If somebody changes their answer afterwards, it waits again.

use crate::files::regular;
use crate::files::site::write_with_mode;
use crate::files::{hash::name_hash, private_folder};
use crate::source::cell;
use crate::source::columns::COLUMNS;
use crate::source::imported::{Mark, Secret};
use crate::source::sheet::{BYTE_ORDER_MARK, Sheet, heading, reader};
use crate::source::words::Words;
use anyhow::{Context, Result, bail};
use csv::ByteRecord;
use std::collections::HashMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The file in the letter's folder.
pub const FILE: &str = "held.csv";

/// The columns before and after those of a signatory.
const DECISION: &str = "let in";
const WHAT: &str = "what";
const SOURCE: &str = "source";
const MARK: &str = "mark";

/// A row that waits.
#[derive(Clone, Debug)]
pub struct Row {
    /// Identifies its text.
    pub mark: Mark,
    /// *new*, or what it changes.
    pub what: String,
    /// Its values for columns of `signatories.csv`.
    pub cells: Vec<(&'static str, String)>,
}

/// What the coordinator has decided, and which rows wait.
#[derive(Debug, Default)]
pub struct Held {
    decided: HashMap<String, bool>,
    /// The rows of other sources, as they are in the file.
    others: Vec<Vec<String>>,
    /// Faults in what the coordinator wrote, with their lines.
    pub faults: Vec<(usize, String)>,
    /// The rows that wait now.
    pub rows: Vec<Row>,
    is_there: bool,
}

impl Held {
    /// Reads the decisions in the list, and earlier ones.
    ///
    /// # Errors
    /// If a file can't be read, or there is a file of that name that somebody else wrote.
    pub fn read(letter: &Path, source: &str) -> Result<Held> {
        let mut held = Held { decided: earlier(letter)?, ..Held::default() };
        let path = letter.join(FILE);
        let bytes = match regular::read(&path, regular::TABLE) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(held),
            Err(error) => return Err(error).with_context(|| format!("can't read {}", path.display())),
        };
        held.is_there = true;
        if held.take(&bytes, source).is_none() {
            bail!("{} is not the list that import writes: move it elsewhere", path.display());
        }
        Ok(held)
    }

    /// Takes the decisions of the file, and keeps the rows of other sources. `None` if it is another file.
    fn take(&mut self, bytes: &[u8], source: &str) -> Option<()> {
        let sheet = Sheet::open(bytes)?;
        let known = |headings: &[String]| {
            headings.iter().filter(|heading| [DECISION, MARK].contains(&heading.as_str())).count()
        };
        let mut reader = reader(&sheet.bytes, sheet.delimiter(known));
        let (mut record, mut columns) = (ByteRecord::new(), None::<[usize; 3]>);
        let words = Words::default();
        let mut line = sheet.line;
        while reader.read_byte_record(&mut record).ok()? {
            let cells: Vec<String> = record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
            let line_here = line;
            line += 1;
            let Some([decision, of, mark]) = columns else {
                let place = |name| cells.iter().position(|cell| heading(cell) == name);
                columns = Some([place(DECISION)?, place(SOURCE)?, place(MARK)?]);
                continue;
            };
            let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
            match (cell(mark).strip_prefix('m'), cell(decision)) {
                (Some(mark), word) if !word.is_empty() => match words.says_yes(DECISION, word) {
                    Ok(decision) => {
                        self.decided.insert(mark.to_string(), decision);
                    }
                    Err(_) => self.faults.push((line_here, format!("{DECISION} is “{word}”: write yes or no"))),
                },
                _ => {}
            }
            if cell(of) != source && !cell(mark).is_empty() {
                self.others.push(cells.iter().map(|cell| cell::text(cell).to_string()).collect());
            }
        }
        Some(())
    }

    /// What the coordinator decided about a row; `None` if nothing yet.
    #[must_use]
    pub fn decision(&self, mark: Mark) -> Option<bool> {
        self.decided.get(&hex(mark)).copied()
    }

    /// Forgets a decision that has been carried out.
    pub fn carry_out(&mut self, mark: Mark) {
        self.decided.remove(&hex(mark));
    }

    /// Writes the decisions and the list, both readable only by their owner. Without rows, deletes the list.
    ///
    /// # Errors
    /// If it can't be written or deleted.
    pub fn write(&self, letter: &Path, source: &str) -> Result<Option<PathBuf>> {
        let decided = decided_path(letter);
        if !self.decided.is_empty() || decided.exists() {
            let mut lines: Vec<String> = self
                .decided
                .iter()
                .map(|(mark, yes)| format!("{} {mark}\n", if *yes { "yes" } else { "no" }))
                .collect();
            lines.sort_unstable();
            let text = lines.concat();
            if fs::read(&decided).ok().as_deref() != Some(text.as_bytes()) {
                let write = || {
                    private_folder::make(letter)?;
                    write_with_mode(&decided, text.as_bytes(), 0o600)
                };
                write().with_context(|| format!("can't write {}", decided.display()))?;
            }
        }
        let path = letter.join(FILE);
        let fault = || format!("can't write {}", path.display());
        if self.rows.is_empty() && self.others.is_empty() {
            if self.is_there {
                fs::remove_file(&path).with_context(fault)?;
            }
            return Ok(None);
        }
        let list = self.list(source);
        // A file that somebody has open is exchanged only if something has changed.
        if fs::read(&path).ok().as_ref() != Some(&list) {
            write_with_mode(&path, &list, 0o600).with_context(fault)?;
        }
        Ok((!self.rows.is_empty()).then_some(path))
    }

    fn list(&self, source: &str) -> Vec<u8> {
        let shown = || COLUMNS.into_iter().filter(|column| *column != "id");
        let headings: Vec<&str> = [DECISION, WHAT].into_iter().chain(shown()).chain([SOURCE, MARK]).collect();
        let mut list = [BYTE_ORDER_MARK, headings.join(",").as_bytes(), b"\n"].concat();
        let own = self.rows.iter().map(|row| {
            let value =
                |column| row.cells.iter().find(|(known, _)| *known == column).map_or("", |(_, value)| value.as_str());
            let values = shown().map(|column| value(column).to_string());
            let ends = [source.to_string(), format!("m{}", hex(row.mark))];
            [String::new(), row.what.clone()].into_iter().chain(values).chain(ends).collect::<Vec<String>>()
        });
        for row in self.others.iter().cloned().chain(own) {
            let cells: Vec<String> = row.iter().map(|text| cell::written(text)).collect();
            list.extend(format!("{}\n", cells.join(",")).bytes());
        }
        list
    }
}

/// The mark of a row: of who it is, and of every cell.
#[must_use]
pub fn mark(secret: &Secret, who: Option<Mark>, cells: &[(&'static str, String)]) -> Mark {
    let who = who.map(Mark::to_text).unwrap_or_default();
    let cells = cells.iter().flat_map(|(column, value)| [*column, value.as_str()]);
    let parts: Vec<&str> = std::iter::once(who.as_str()).chain(cells).collect();
    secret.mark("held", &parts)
}

/// A mark that no spreadsheet takes for a number or a formula, once a letter stands before it.
fn hex(mark: Mark) -> String {
    let text = mark.to_text();
    [name_hash(text.as_bytes()), name_hash([text.as_bytes(), b"2"].concat().as_slice())].concat()
}

/// The decisions that are not carried out, and those against a row.
fn earlier(letter: &Path) -> Result<HashMap<String, bool>> {
    let path = decided_path(letter);
    let bytes = match regular::read(&path, regular::TABLE) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(HashMap::new()),
        Err(error) => return Err(error).with_context(|| format!("can't read {}", path.display())),
    };
    let text = String::from_utf8_lossy(&bytes);
    let decisions = text.lines().filter_map(|line| line.split_once(' '));
    Ok(decisions.map(|(word, mark)| (mark.to_string(), word == "yes")).collect())
}

fn decided_path(letter: &Path) -> PathBuf {
    private_folder::path(letter).join("decided")
}

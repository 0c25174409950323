//! `open-letter new --from`: a letter that was written elsewhere.

mod comments;
mod damaged;
mod docx;
mod google;
mod html;
mod languages;
mod mail;
mod markdown;
mod notes;
mod odt;
mod plain;
mod recognised;
mod several;
mod written;

use open_letter::check;
use open_letter::new::{self, Begun, Elsewhere};
use std::fs;
use std::io::{Cursor, Write};
use std::path::PathBuf;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A letter that was begun with a file.
pub struct Made {
    temp: TempDir,
    /// `letter.md`.
    pub letter: String,
    /// `signatories.csv`.
    pub table: String,
    /// What became of the text, each a line.
    pub report: Vec<String>,
}

impl Made {
    /// Begins a letter with a file of that name.
    #[track_caller]
    pub fn of(name: &str, bytes: impl AsRef<[u8]>) -> Made {
        Made::with(name, bytes, |from| from).unwrap_or_else(|error| panic!("{error}"))
    }

    /// The error about a file of that name, without its folder.
    #[track_caller]
    pub fn error(name: &str, bytes: impl AsRef<[u8]>) -> String {
        Made::with(name, bytes, |from| from).map(|made| made.letter).unwrap_err()
    }

    pub fn with<'f>(
        name: &str,
        bytes: impl AsRef<[u8]>,
        options: impl FnOnce(Elsewhere<'_>) -> Elsewhere<'_> + 'f,
    ) -> Result<Made, String> {
        let temp = tempfile::tempdir().unwrap();
        let file = temp.path().join(name);
        fs::write(&file, bytes).unwrap();
        let folder = temp.path().join("x");
        let from = options(Elsewhere { file: &file, lang: None, encoding: None });
        let begun = new::from(&folder, from);
        let Begun { report, .. } =
            begun.map_err(|error| format!("{error:#}").replace(&format!("{}/", temp.path().display()), ""))?;
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
        let (letter, table) = (read("letter.md"), read("signatories.csv"));
        let report = report.into_iter().map(|(kind, what)| format!("{kind}: {what}")).collect();
        Ok(Made { temp, letter, table, report })
    }

    pub fn folder(&self) -> PathBuf {
        self.temp.path().join("x")
    }

    /// The text below the front matter.
    pub fn body(&self) -> &str {
        self.letter.splitn(3, "---\n").nth(2).unwrap().trim()
    }

    /// The line of front matter with that key.
    pub fn front(&self, key: &str) -> &str {
        self.letter.lines().find(|line| line.starts_with(&format!("{key}:"))).unwrap_or_default()
    }

    /// The names of the table, each with its role. Nothing else is filled in.
    pub fn signatories(&self) -> Vec<(String, String)> {
        let mut reader = csv::Reader::from_reader(self.table.as_bytes());
        let headings = reader.headers().unwrap().clone();
        let row = |row: csv::StringRecord| {
            let filled: Vec<_> = headings.iter().zip(&row).filter(|(_, cell)| !cell.is_empty()).collect();
            assert!(filled.iter().all(|(heading, _)| ["name", "role"].contains(heading)), "{filled:?}");
            let cell = |name| filled.iter().find(|(heading, _)| *heading == name).map_or("", |(_, cell)| cell);
            (cell("name").to_string(), cell("role").to_string())
        };
        reader.records().map(|record| row(record.unwrap())).collect()
    }

    /// What was left out.
    pub fn lost(&self) -> Vec<&str> {
        self.report.iter().filter_map(|line| line.strip_prefix("left out: ")).collect()
    }

    /// What `check` finds, but for what only a person can decide.
    pub fn findings(&self) -> Vec<String> {
        let prefix = format!("{}/", self.folder().display());
        let found = check::check(&self.folder()).findings;
        let lines = found.iter().map(|finding| finding.to_string().replace(&prefix, ""));
        lines.filter(|line| !line.contains("summary is missing") && !line.contains("date is missing")).collect()
    }
}

/// An archive with these parts.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

//! The result for the rows of an export, in numbers that add up, with notes on rows that somebody should look at.

use super::alike::alike;
use super::export::Form;
use std::fmt;
use std::path::{Path, PathBuf};

/// The result of an import.
#[derive(Debug)]
pub struct Report {
    /// The export.
    pub file: PathBuf,
    /// The table that it is imported into.
    pub table: PathBuf,
    /// What it was read from.
    pub form: Form,
    /// The rows of the export. Each is counted in exactly one of the following numbers, up to `refused`.
    pub rows: usize,
    /// New rows.
    pub added: usize,
    /// Rows that changed existing ones.
    pub updated: usize,
    /// Rows that equal existing ones.
    pub unchanged: usize,
    /// Rows left out because they seem to be there already.
    pub duplicates: usize,
    /// Rows of people whom the coordinator deleted.
    pub deleted: usize,
    /// Rows left out for lack of consent.
    pub skipped: usize,
    /// Rows that wait for the coordinator's decision.
    pub held: usize,
    /// Rows against which the coordinator decided.
    pub declined: usize,
    /// Rows with a fault.
    pub refused: usize,
    /// The number of those added, updated and unchanged that are counted without being named, for lack of consent.
    pub hidden: usize,
    /// The number of these without a name.
    pub nameless: usize,
    /// The number of signatories taken out because the export no longer has them.
    pub withdrawn: usize,
    /// Notes for somebody to look at.
    pub notes: Vec<Note>,
    /// Every row left out as refused or as a duplicate, in the order of the export.
    pub left_out: Vec<LeftOut>,
    /// The path of their list, if it was written.
    pub list: Option<PathBuf>,
    /// The path of the list of rows that wait, if any do.
    pub waiting: Option<PathBuf>,
    /// Whether the table was written.
    pub written: Written,
}

/// Whether the table was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It was written.
    Yes,
    /// There was nothing to write.
    Unchanged,
    /// It was a dry run.
    DryRun,
}

/// A row of the export that is not in the table, though no option asked for that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The line of the export.
    pub line: usize,
    /// Name and organisation.
    pub who: [String; 2],
    /// Why it was left out.
    pub why: String,
}

/// A note on a row of the export, or on all of it.
#[derive(Debug)]
pub struct Note {
    /// The line; `None` for the whole export.
    pub line: Option<usize>,
    /// Its subject.
    pub about: About,
    /// Its text.
    pub text: String,
}

/// The subject of a note, in the order of printing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// A row that was refused.
    Refused,
    /// A row left out because it seems to be there already.
    Duplicate,
    /// Somebody who says no to being named, in another row or another source.
    Consent,
    /// A cell that keeps the coordinator's change.
    Kept,
    /// A text that a spreadsheet could run as a formula.
    Formula,
    /// Another signatory with the same name, or a name that has changed.
    Name,
    /// A decision about a row that can't be understood.
    Decision,
    /// The export as a whole.
    Export,
}

impl About {
    /// The word before a note, and its plural.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            About::Refused => ("refused", "rows refused"),
            About::Duplicate => ("duplicate", "duplicates"),
            About::Consent => ("hidden", "names hidden"),
            About::Kept => ("kept", "cells kept"),
            About::Formula => ("note", "like formulas"),
            About::Name => ("note", "of names"),
            About::Decision => ("note", "of decisions"),
            About::Export => ("note", "of the export"),
        }
    }
}

/// The maximum number of notes of a kind, unless all are asked for.
const MOST: usize = 20;

impl Report {
    /// An empty report.
    #[must_use]
    pub fn new(file: &Path, table: &Path, form: Form, rows: usize) -> Report {
        let (file, table, written) = (file.to_path_buf(), table.to_path_buf(), Written::Unchanged);
        let (added, updated, unchanged, duplicates, deleted, skipped) = (0, 0, 0, 0, 0, 0);
        let (held, declined, refused, hidden, nameless, withdrawn) = (0, 0, 0, 0, 0, 0);
        let (notes, left_out, list, waiting) = (Vec::new(), Vec::new(), None, None);
        Report {
            file,
            table,
            form,
            rows,
            added,
            updated,
            unchanged,
            duplicates,
            deleted,
            skipped,
            held,
            declined,
            refused,
            hidden,
            nameless,
            withdrawn,
            notes,
            left_out,
            list,
            waiting,
            written,
        }
    }

    /// The report as printed: the numbers, and the first notes of each kind or, with `all`, every note.
    #[must_use]
    pub fn text(&self, all: bool) -> String {
        let mut lines = vec![self.heading()];
        lines.extend(self.numbers());
        let file = self.file.display();
        let mut notes: Vec<&Note> = self.notes.iter().collect();
        notes.sort_by_key(|note| (note.about, note.line));
        for kind in notes.chunk_by(|a, b| a.about == b.about) {
            let texts: Vec<&str> = kind.iter().map(|note| note.text.as_str()).collect();
            let alike = if all { (0..kind.len()).map(|at| (at, 1)).collect() } else { alike(&texts) };
            let shown = alike.len().min(if all { usize::MAX } else { MOST });
            for (note, rows) in alike[..shown].iter().map(|(at, rows)| (kind[*at], rows)) {
                let place = note.line.map_or(String::new(), |line| self.form.place(line));
                let others = match rows - 1 {
                    0 => String::new(),
                    1 => ", and 1 more row".to_string(),
                    more => format!(", and {more} more rows"),
                };
                lines.push(format!("{file}{place}: {}{others}: {}", note.about.words().0, note.text));
            }
            let more: usize = alike[shown..].iter().map(|(_, rows)| rows).sum();
            if more > 0 {
                lines.push(format!("{file}: {more} more {}: --verbose lists them", kind[0].about.words().1));
            }
        }
        let written = match self.written {
            Written::Yes => "written",
            Written::Unchanged => "unchanged",
            Written::DryRun => "not written: this only shows what would happen",
        };
        lines.push(format!("{}: {written}", self.table.display()));
        if let Some(list) = &self.list {
            let (path, number) = (list.display(), self.left_out.len());
            let rows = if number == 1 { "the row that was" } else { "each of the rows that were" };
            lines.push(format!("{path}: lists {rows} left out"));
        }
        if let Some(waiting) = &self.waiting {
            lines.push(format!("{}: write yes or no in its first column", waiting.display()));
        }
        lines.join("\n")
    }

    fn heading(&self) -> String {
        let Report { file, rows, form, .. } = self;
        let word = if *rows == 1 { "row" } else { "rows" };
        format!("{}: {rows} {word}, {}", file.display(), form.shown())
    }

    fn numbers(&self) -> Vec<String> {
        let always = [("added", self.added, ""), ("updated", self.updated, ""), ("unchanged", self.unchanged, "")];
        let if_any = [
            ("duplicates", self.duplicates, "seem to be there already, and are left out; see --duplicates"),
            ("deleted", self.deleted, "stay out, since their rows were deleted from the table"),
            ("skipped", self.skipped, "are left out because they did not consent"),
            ("held", self.held, "wait until you have looked at them"),
            ("declined", self.declined, "stay out, since you decided so"),
            ("refused", self.refused, "need a correction in the export, or another mapping"),
            ("hidden", self.hidden, "of those above count without being named, because they did not consent"),
            ("nameless", self.nameless, "of those above have no name, and count without one (hidden in the table)"),
            ("withdrawn", self.withdrawn, "are no longer in the export, and are removed from the table"),
        ];
        let rows = always.into_iter().chain(if_any.into_iter().filter(|(_, number, _)| *number > 0));
        rows.map(|(word, number, what)| format!("{word:<10} {number:>7}  {what}").trim_end().to_string()).collect()
    }

    /// Notes a row that is left out.
    pub fn leave_out(&mut self, line: usize, who: [String; 2], about: About, why: String) {
        self.left_out.push(LeftOut { line, who, why: why.clone() });
        self.note(line, about, why);
    }

    /// Notes something.
    pub fn note(&mut self, line: impl Into<Option<usize>>, about: About, text: impl Into<String>) {
        self.notes.push(Note { line: line.into(), about, text: text.into() });
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(false))
    }
}

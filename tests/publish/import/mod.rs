//! `open-letter import`: from a form's or petition's export into `signatories.csv`.

mod address;
mod archives;
mod asks;
mod cells;
mod columns;
mod command;
mod consent;
mod denial;
mod documentation;
mod emails;
mod encodings;
mod every;
mod formulas;
mod held;
mod json;
mod kinds;
mod left_out;
mod merging;
mod nameless;
mod remote;
mod same_name;
mod server;
mod split;
mod spreadsheets;
mod sums;
mod systems;
mod table;
mod untidy;
mod withdrawn;
mod workbooks;
mod zips;

use crate::folder::Folder;
use open_letter::import::{About, DateFormat, Delimiter, Options, Report, Written, import};

/// A letter's folder, an export beside it, and the options of import.
struct Import {
    folder: Folder,
    options: Options,
}

impl Import {
    /// An empty table, and an export with a name, an e-mail address and an organisation.
    fn new() -> Self {
        let folder = Folder::new().signatories("id,name,organisation\n");
        let options = Options { file: folder.beside("export.csv"), into: folder.path(), ..Options::default() };
        Import { folder, options }.map("name=Name")
    }

    /// The same with this table.
    fn into_table(csv: &str) -> Self {
        let mut import = Import::new();
        import.folder = import.folder.signatories(csv);
        import
    }

    fn map(mut self, map: &str) -> Self {
        self.options.map = vec![map.into()];
        self
    }

    fn with(mut self, change: impl FnOnce(&mut Options)) -> Self {
        change(&mut self.options);
        self
    }

    /// Imports an export with this content.
    #[track_caller]
    fn import(&self, export: impl AsRef<[u8]>) -> Report {
        let report = self.try_import(export).unwrap_or_else(|error| panic!("{error}"));
        let Report { added, updated, unchanged, duplicates, deleted, skipped, refused, .. } = report;
        let waiting = report.held + report.declined;
        assert_eq!(
            report.rows,
            added + updated + unchanged + duplicates + deleted + skipped + waiting + refused,
            "{report}"
        );
        report
    }

    fn try_import(&self, export: impl AsRef<[u8]>) -> Result<Report, String> {
        std::fs::write(&self.options.file, export).unwrap();
        let beside = format!("{}/", self.folder.beside("").display()).replace("//", "/");
        import(&self.options).map_err(|error| format!("{error:#}").replace(&beside, ""))
    }

    /// Asserts that an import fails with this message.
    #[track_caller]
    fn fails(&self, export: impl AsRef<[u8]>, message: &str) {
        let before = self.table();
        assert_eq!(self.try_import(export).unwrap_err(), message);
        assert_eq!(self.table(), before);
    }

    /// Asserts that an export's only row is refused for this reason.
    #[track_caller]
    fn refuses(&self, export: &str, reason: &str) {
        let report = self.import(export);
        let refused = report.notes.iter().filter(|note| note.about == About::Refused);
        let refused: Vec<&str> = refused.map(|note| note.text.as_str()).collect();
        assert_eq!((report.refused, refused), (1, vec![reason]));
        assert_eq!(report.written, Written::Unchanged);
    }

    /// Asserts the table's content after an import.
    #[track_caller]
    fn gives(&self, export: impl AsRef<[u8]>, table: &str) -> Report {
        let report = self.import(export);
        assert_eq!(self.table(), table, "{report}");
        report
    }

    fn table(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("signatories.csv")).unwrap_or_default()
    }

    /// Edits the table as a coordinator would.
    #[track_caller]
    fn edit(&self, from: &str, to: &str) {
        let table = self.table();
        assert!(table.contains(from), "{table}");
        std::fs::write(self.folder.path().join("signatories.csv"), table.replace(from, to)).unwrap();
    }
}

/// The numbers of a report: added, updated, unchanged, duplicates, deleted, skipped, refused, hidden, withdrawn.
#[track_caller]
fn counts(report: &Report, expected: [usize; 9]) {
    let Report { added, updated, unchanged, duplicates, deleted, skipped, refused, hidden, withdrawn, .. } = report;
    let counts =
        [added, updated, unchanged, duplicates, deleted, skipped, refused, hidden, withdrawn].map(|count| *count);
    assert_eq!(counts, expected, "{report}");
}

/// The notes of a report, line by line.
fn notes(report: &Report) -> Vec<String> {
    let note = |note: &open_letter::import::Note| match note.line {
        Some(line) => format!("{line}: {}", note.text),
        None => note.text.clone(),
    };
    report.notes.iter().map(note).collect()
}

fn days(format: &str) -> DateFormat {
    DateFormat::parse(format).unwrap()
}

fn delimiter(name: &str) -> Delimiter {
    Delimiter::parse(name).unwrap()
}

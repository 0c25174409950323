//! The options of an import.

use super::presets::Preset;
use crate::model::Kind;
use crate::source::days::DateFormat;
use crate::source::sheet::Delimiter;
use crate::source::words::Words;
use std::path::PathBuf;

/// The export to import, and how.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Options {
    /// The export.
    pub file: PathBuf,
    /// The letter's folder.
    pub into: PathBuf,
    /// The system that the export comes from.
    pub preset: Option<&'static Preset>,
    /// Targets and headings: `name=Full name,organisation=Org`.
    pub map: Vec<String>,
    /// The name of the export's source, the same each time.
    pub source: Option<String>,
    /// The delimiter; recognised if not given.
    pub delimiter: Option<Delimiter>,
    /// The name of the encoding; recognised if not given.
    pub encoding: Option<String>,
    /// The format of days.
    pub date_format: Option<DateFormat>,
    /// The name of the sheet, if several have content.
    pub sheet: Option<String>,
    /// The line of the headings, if they are not the first row.
    pub heading_row: Option<usize>,
    /// How one column is composed, such as `name (organisation)`; a row fits exactly one.
    pub split: Vec<String>,
    /// Kind for rows that don't specify one.
    pub kind: Option<Kind>,
    /// More words for a person.
    pub person: Vec<String>,
    /// More words for an organisation.
    pub organisation: Vec<String>,
    /// More words for yes.
    pub yes: Vec<String>,
    /// More words for no.
    pub no: Vec<String>,
    /// The treatment of people who don't consent to be named.
    pub without_consent: WithoutConsent,
    /// The treatment of rows that seem to be there already.
    pub duplicates: Duplicates,
    /// Whether the export is complete: signatories who are no longer in it are withdrawn.
    pub complete: bool,
    /// Whether more than half of a source may be withdrawn at once.
    pub withdraw_most: bool,
    /// Whether new rows, and changed ones, wait until the coordinator has decided.
    pub hold: bool,
    /// Whether to write nothing.
    pub dry_run: bool,
}

impl Options {
    /// The words of the export for yes and no, and for a person and an organisation.
    #[must_use]
    pub fn words(&self) -> Words {
        let of_preset = self.preset.iter().flat_map(|preset| preset.yes).map(ToString::to_string);
        let yes: Vec<String> = of_preset.chain(self.yes.clone()).collect();
        Words::with(&yes, &self.no).with_kinds(&self.person, &self.organisation)
    }

    /// The name of the export's source.
    #[must_use]
    pub fn source_name(&self) -> &str {
        self.source.as_deref().or(self.preset.map(|preset| preset.name)).unwrap_or("export")
    }
}

/// The treatment of people who don't consent to be named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WithoutConsent {
    /// They are counted and not named.
    #[default]
    Hide,
    /// They are left out.
    Skip,
}

/// The treatment of rows that, by their names alone, seem to be there already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Duplicates {
    /// They are left out.
    #[default]
    Skip,
    /// They are other people.
    Add,
    /// They are the signatory who is there, if only one is.
    Merge,
}

//! What an import is told.

use super::presets::Preset;
use crate::model::Kind;
use crate::source::days::DateFormat;
use crate::source::sheet::Delimiter;
use std::path::PathBuf;

/// What is imported, and how.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The export.
    pub file: PathBuf,
    /// The letter's folder.
    pub into: PathBuf,
    /// The system that it comes from.
    pub preset: Option<&'static Preset>,
    /// Targets and headings: `name=Full name,organisation=Org`.
    pub map: Vec<String>,
    /// What the export is of, the same each time.
    pub source: Option<String>,
    /// What stands between the columns, if it is not to be recognised.
    pub delimiter: Option<Delimiter>,
    /// The name of the encoding, if it is not to be recognised.
    pub encoding: Option<String>,
    /// How days are written.
    pub date_format: Option<DateFormat>,
    /// What the signatories are whose rows do not say it.
    pub kind: Option<Kind>,
    /// More words for yes.
    pub yes: Vec<String>,
    /// More words for no.
    pub no: Vec<String>,
    /// What becomes of those who do not consent to be named.
    pub without_consent: WithoutConsent,
    /// What becomes of those who seem to be there already.
    pub duplicates: Duplicates,
    /// Whether the export has everybody: who is no longer in it is withdrawn.
    pub complete: bool,
    /// Whether more than half of a source may be withdrawn at once.
    pub withdraw_most: bool,
    /// Whether nothing is to be written.
    pub dry_run: bool,
}

/// What becomes of those who do not consent to be named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WithoutConsent {
    /// They are counted and not named.
    #[default]
    Hide,
    /// They are left out.
    Skip,
}

/// What becomes of those who seem to be there already, by their names alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Duplicates {
    /// They are left out.
    #[default]
    Skip,
    /// They are somebody else.
    Add,
    /// They are who is there, if only one is.
    Merge,
}

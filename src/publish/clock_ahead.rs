//! A site that a machine with a wrong clock published.

use super::count;
use crate::source::finding::{Finding, Weight};
use std::path::Path;

/// The finding, if the count in the site is from a time that is still to come.
#[must_use]
pub fn finding(folder: &Path, count: Option<&[u8]>) -> Option<Finding> {
    let updated = count::ahead(count)?;
    let message = format!(
        "count.json in the site said that it is from {updated}, which is in the future, and is corrected: set the \
         clock of the machine that published it"
    );
    let file = folder.to_path_buf();
    Some(Finding { file, line: None, column: None, path: None, code: None, message, weight: Weight::Warning })
}

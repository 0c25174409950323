//! The summary that a build prints: its sizes, and how to embed exactly this build.

use std::fmt;

/// The sizes of a build's files.
#[derive(Debug, Default)]
pub struct Sizes {
    /// The files by name.
    pub files: Vec<Size>,
    /// What readers download of them.
    pub visits: Vec<Visit>,
    /// The tag of the pinned script, with its integrity.
    pub pinned_tag: String,
}

/// The size of a file, in bytes.
#[derive(Debug)]
pub struct Size {
    /// Its name.
    pub name: String,
    /// Uncompressed.
    pub raw: usize,
    /// In gzip; `None` if it is not compressed.
    pub gzip: Option<usize>,
    /// In brotli; `None` if it is not compressed.
    pub brotli: Option<usize>,
}

/// What a reader downloads for one purpose, without the letter's own files.
#[derive(Debug)]
pub struct Visit {
    /// The purpose.
    pub what: &'static str,
    /// The most that it may weigh, in bytes of brotli.
    pub budget: usize,
    /// The names of its files.
    pub files: Vec<String>,
}

impl Sizes {
    /// The size of these downloads, in bytes of brotli.
    #[must_use]
    pub fn bytes(&self, visit: &Visit) -> usize {
        let files = self.files.iter().filter(|file| visit.files.contains(&file.name));
        files.map(|file| file.brotli.unwrap_or(file.raw)).sum()
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Files in folders belong to the campaign page and the demonstration.
        let (nested, own): (Vec<&Size>, Vec<&Size>) = self.files.iter().partition(|file| file.name.contains('/'));
        let width = own.iter().map(|file| file.name.len()).max().unwrap_or_default().max(4);
        writeln!(f, "{:width$} {:>9} {:>9} {:>9}", "file", "raw", "gzip", "brotli")?;
        for Size { name, raw, gzip, brotli, .. } in own {
            let size = |bytes: &Option<usize>| bytes.map_or("-".to_string(), |bytes| bytes.to_string());
            writeln!(f, "{name:width$} {raw:>9} {:>9} {:>9}", size(gzip), size(brotli))?;
        }
        if !nested.is_empty() {
            let bytes: usize = nested.iter().map(|file| file.raw).sum();
            writeln!(f, "and {} files of demonstration pages, {bytes} bytes", nested.len())?;
        }
        write!(f, "pinned: {}", self.pinned_tag)?;
        for visit in self.visits.iter().filter(|visit| !visit.files.is_empty()) {
            let Visit { what, budget, files } = visit;
            let (requests, bytes) = (files.len(), self.bytes(visit));
            let verdict = match bytes.checked_sub(*budget) {
                None | Some(0) => "within".to_string(),
                Some(over) => format!("{over} bytes OVER"),
            };
            let plural = if requests == 1 { "" } else { "s" };
            write!(
                f,
                "\n{what}: {requests} request{plural}, {bytes} bytes of brotli, {verdict} the budget of {budget}"
            )?;
        }
        Ok(())
    }
}

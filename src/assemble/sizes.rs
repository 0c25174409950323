//! The summary that a build prints: its sizes, and how to embed exactly this build.

use std::fmt;

/// The most that the browser may download before the letter shows, without the letter itself, in bytes of brotli.
pub const BUDGET_BYTES: usize = 15_000;

/// The sizes of a build's files.
#[derive(Debug, Default)]
pub struct Sizes {
    /// The files by name.
    pub files: Vec<Size>,
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
    /// Whether it is downloaded before the letter shows.
    pub first: bool,
}

impl Sizes {
    /// The size of all downloads before the letter shows, in bytes of brotli.
    #[must_use]
    pub fn first_bytes(&self) -> usize {
        self.files.iter().filter(|file| file.first).map(|file| file.brotli.unwrap_or(file.raw)).sum()
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
        writeln!(f, "pinned: {}", self.pinned_tag)?;
        let requests = self.files.iter().filter(|file| file.first).count();
        let bytes = self.first_bytes();
        let verdict = match bytes.checked_sub(BUDGET_BYTES) {
            None | Some(0) => "within".to_string(),
            Some(over) => format!("{over} bytes OVER"),
        };
        write!(
            f,
            "before the letter shows: {requests} requests, {bytes} bytes of brotli, {verdict} the budget of {BUDGET_BYTES}"
        )
    }
}

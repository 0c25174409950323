//! Lines that report what publishing did.

use super::published::Published;
use super::roll::Changes;
use crate::files::site::Outcome;
use std::path::Path;

/// The result for a letter: one line; if `verbose`, after one line per file.
#[must_use]
pub fn of_letter(published: &Published, folder: &Path, verbose: bool) -> Vec<String> {
    let Some(id) = &published.id else { return Vec::new() };
    let mut lines = if verbose { each(&published.files) } else { Vec::new() };
    let mut files = published.files.iter().fold(Changes::default(), |changes, file| add(changes, file.written));
    for changes in [published.roll, published.pages].into_iter().flatten() {
        files.written += changes.written;
        files.unchanged += changes.unchanged;
        files.deleted += changes.deleted;
    }
    for (changes, what) in [(published.roll, "roll"), (published.pages, "signatories")] {
        if let (true, Some(Changes { written, unchanged, deleted })) = (verbose, changes) {
            lines.push(format!(
                "letters/{id}/{what}: {written} files written, {unchanged} unchanged, {deleted} deleted"
            ));
        }
    }
    lines.push(format!("{id}: {}; {}", signatures(published.count), in_words(files)));
    if let Some(first) = published.removed.first() {
        let (count, noun) = (published.removed.len(), if published.removed.len() == 1 { "file" } else { "files" });
        lines.push(format!(
            "deleted {count} {noun} that no longer came from {}, such as {first}: delete them on your host, too",
            folder.display()
        ));
    }
    lines
}

/// The result for the widget's files.
#[must_use]
pub fn of_widget(files: &[Outcome], verbose: bool) -> Vec<String> {
    let changes = files.iter().fold(Changes::default(), |changes, file| add(changes, file.written));
    let mut lines = if verbose { each(files) } else { Vec::new() };
    lines.push(format!("the widget: {}", in_words(changes)));
    lines
}

/// Whether anything changed.
#[must_use]
pub fn has_changed(published: &Published) -> bool {
    let rolls = [published.roll, published.pages].into_iter().flatten();
    let has_files = published.files.iter().any(|file| file.written) || !published.removed.is_empty();
    has_files || { rolls }.any(|roll| roll.written + roll.deleted > 0)
}

fn each(files: &[Outcome]) -> Vec<String> {
    let line = |Outcome { path, written }: &Outcome| {
        let what = if *written { "written   " } else { "unchanged " };
        format!("{what} {path}")
    };
    files.iter().map(line).collect()
}

fn add(mut changes: Changes, written: bool) -> Changes {
    *(if written { &mut changes.written } else { &mut changes.unchanged }) += 1;
    changes
}

/// *23 signatures, 1 more than before*
fn signatures((count, before): (u64, Option<u64>)) -> String {
    let noun = if count == 1 { "signature" } else { "signatures" };
    let change = match before {
        Some(before) if count > before => format!(", {} more than before", count - before),
        Some(before) if count < before => format!(", {} fewer than before", before - count),
        _ => String::new(),
    };
    format!("{count} {noun}{change}")
}

fn in_words(Changes { written, unchanged, deleted }: Changes) -> String {
    let noun = if written == 1 { "file" } else { "files" };
    let deleted = if deleted > 0 { format!(", {deleted} deleted") } else { String::new() };
    format!("{written} {noun} written, {unchanged} unchanged{deleted}")
}

//! How long browsers and caches may keep a file of the site.

use crate::files::hash::has_name_hash;

/// The value of `Cache-Control` (RFC 9111; `stale-while-revalidate` by RFC 5861) for a path of the site.
///
/// Partners reference files by names that never change, so those are fetched again after minutes. The files that they
/// name have a hash of the content in the name and never change. The count is what a million readers fetch at once: a
/// cache answers all but one of them every ten seconds. A roll's files are named by their content too, but hold names:
/// a signatory who withdraws is gone from caches after a day. The roll's index must not reference deleted files for
/// long.
#[must_use]
pub fn control(path: &str) -> &'static str {
    match path.rsplit('/').next().unwrap_or_default() {
        "index.json" if is_of_roll(path) => "public, max-age=10",
        _ if is_of_roll(path) => "public, max-age=86400",
        "count.json" => "public, max-age=10, stale-while-revalidate=60",
        name if has_name_hash(name) => "public, max-age=31536000, immutable",
        _ => "public, max-age=300",
    }
}

/// Whether the file is in a roll's folder.
fn is_of_roll(path: &str) -> bool {
    path.rsplit('/').nth(1) == Some("roll")
}

//! How long a file of the site may be kept by browsers and caches on the way.

use crate::files::hash::has_name_hash;

/// The value of `Cache-Control` (RFC 9111; `stale-while-revalidate` by RFC 5861) for a path of the site.
///
/// What a partner references keeps its name, so it is asked for again after minutes; what it names in turn has its
/// content's hash in the name and never changes. The count is what a million readers ask for at once: a cache
/// answers all but one of them every ten seconds. A roll's files are named by their content too, but bear names: who
/// withdraws is gone from caches after a day; and its index must not lead for long to files that are no longer there.
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

/// Whether the file stands in the folder of a roll.
fn is_of_roll(path: &str) -> bool {
    path.rsplit('/').nth(1) == Some("roll")
}

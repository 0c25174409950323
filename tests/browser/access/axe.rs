//! axe-core examines a page by rules. It sees into open shadow roots.

use crate::answer::Answer;
use crate::packages::packages;
use crate::page::Page;
use serde_json::Value;
use std::sync::LazyLock;

/// The tag that adds it to a test page.
pub const TAG: &str = "<script src=\"{files}/axe.js\"></script>";

static SCRIPT: LazyLock<String> = LazyLock::new(|| {
    let path = packages().join("axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&path);
    let axe = axe.unwrap_or_else(|error| panic!("{}: {error}: run scripts/install-tools hosts", path.display()));
    axe + include_str!("axe.js")
});

/// Serves it.
pub fn serve(page: &Page) {
    page.files.answer("/axe.js", Answer::text("text/javascript; charset=utf-8", &SCRIPT));
}

/// The page's faults, and what axe can't decide, a line each.
pub async fn found(page: &Page) -> Vec<String> {
    page.run(
        "window.found = null; examine().then(found => (window.found = found), error => (window.found = [`${error}`]))",
    )
    .await;
    page.until("window.found").await;
    let found = page.get("window.found").await;
    found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_string).collect()
}

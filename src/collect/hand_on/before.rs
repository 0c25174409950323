//! What an earlier process published, so that places are right from the first moment on.

use super::table::Table;
use crate::collect::collector::Collector;
use crate::collect::published::Publication;
use crate::collect::store::Store;
use crate::files::site::Site;
use anyhow::Result;
use serde_json::Value;

/// Notes what the site has of each letter. The first cycle publishes anew.
///
/// # Errors
/// If files that are there can't be read.
pub fn recall<S: Store>(collector: &Collector<S>) -> Result<()> {
    let site = Site::open(&collector.settings.site.out)?;
    for (id, letter) in &collector.settings.letters {
        let Some(count) = site.read(&format!("letters/{id}/count.json"))? else { continue };
        let all = serde_json::from_slice::<Value>(&count).ok().and_then(|count| count["count"].as_u64());
        let own = all.unwrap_or_default().saturating_sub(Table::of(&letter.folder).rows()?);
        collector.published.set(id, Publication { own, count: count.into(), version: -1 });
    }
    Ok(())
}

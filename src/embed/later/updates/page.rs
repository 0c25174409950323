//! The page that shows the letter, and its updates.

use crate::browser::Steady;
use crate::embed::updates::Change;
use crate::model::{Failure, Live};
use crate::roll::Row;
use crate::view::Changing;
use leptos::task::{spawn_local, tick};
use std::sync::Arc;
use web_sys::ShadowRoot;

/// Shows each change, and keeps what the reader looks at in its place.
pub(super) struct Page {
    root: ShadowRoot,
    changing: Changing,
    changed: Box<dyn Fn(Change)>,
}

impl Page {
    pub fn new(root: ShadowRoot, changing: Changing, changed: Box<dyn Fn(Change)>) -> Page {
        Page { root, changing, changed }
    }

    /// Shows the count and what belongs to it.
    pub fn show_live(&self, live: Live) {
        self.steadily(|page| {
            page.changing.change(|now| now.set_live(live));
            (page.changed)(Change::Count);
        });
    }

    /// Shows how long ago the count changed.
    pub fn show_updated(&self, text: String) {
        self.changing.change(|now| now.updated = text);
    }

    /// Shows these rows as those of the letter.
    pub fn show_rows(&self, rows: Arc<[Row]>) {
        self.steadily(|page| {
            page.changing.change(|now| now.set_rows(rows));
            (page.changed)(Change::Roll);
        });
    }

    /// Checks a long roll for changes.
    pub fn look_at_roll(&self) {
        self.steadily(|page| (page.changed)(Change::Roll));
    }

    /// Makes screen readers speak the count.
    pub fn speak(&self) {
        self.steadily(|page| page.changing.change(|now| now.spoken = now.live.count));
    }

    /// Reports that the count or the names failed to update.
    pub fn fail(&self, failure: Failure) {
        (self.changed)(Change::Failed(failure));
    }

    fn steadily(&self, change: impl FnOnce(&Page)) {
        let steady = Steady::hold(&self.root);
        change(self);
        spawn_local(async move {
            tick().await;
            steady.restore();
        });
    }
}
